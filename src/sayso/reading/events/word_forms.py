"""Verbs and nouns by their form: passives, and where a noun phrase begins."""

from __future__ import annotations

from sayso.reading.events.lexicon import Candidate
from sayso.reading.events.scene import Scene
from sayso.reading.events.vocabulary import ADVERBS, BE, BREAKS, CLAUSE, DETERMINERS, HAVE, PREPOSITIONS
from sayso.reading.tagging import Range

MOST_AUXILIARIES = 4
IRREGULAR = frozenset(
    """shot hit beaten taken given withdrawn held found struck frozen sent cut shut freed driven overrun hung forgiven
    sought met put bombed won led paid""".split()
)
ENDING_PHRASES = PREPOSITIONS | CLAUSE | BE | HAVE | BREAKS


def is_passive(candidate: Candidate, sentence: Range, scene: Scene) -> bool:
    """ "were expelled", "troops expelled by"."""
    first, last = candidate.range
    form = scene.lower[first]
    if not (form.endswith(("ed", "en")) or form in IRREGULAR):
        return False
    return is_passive_before(first, scene) or (
        scene.lower[last : last + 1] == ("by",)
        and scene.lower[first - 1 : first] not in (("has",), ("have",), ("had",))
    )


def is_passive_before(first: int, scene: Scene) -> bool:
    """Whether a form of "be" goes with the word, over adverbs and "been"."""
    for place in range(first - 1, max(-1, first - 1 - MOST_AUXILIARIES), -1):
        form = scene.lower[place]
        if (form in BE and form != "being") or form == "being":
            return True
        if form not in ADVERBS and not form.endswith("ly"):
            return False
    return False


def phrase_start(first: int, least: int, scene: Scene) -> int:
    """Where the noun phrase of a word begins, as far as its determiners and adjectives tell."""
    place = first
    for _ in range(5):
        if place - 1 < least:
            break
        form = scene.lower[place - 1]
        if form in ENDING_PHRASES or (not form[0].isalnum() and form not in ("’", "'", "-")):
            break
        if form in DETERMINERS:
            return place - 1
        if form.endswith(("ed", "ing", "ly")) or form in ("and", "or", "to"):
            break
        place -= 1
    return place if place == first or scene.lower[place - 1] in PREPOSITIONS else first
