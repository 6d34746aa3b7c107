"""Words before an event that deny it, weaken it or leave it open, and how far they reach."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.reading.events.vocabulary import DETERMINERS
from sayso.reading.tagging import Range
from sayso.records.event import Factuality

NEAR = 4  # words before an event in which a plain negation or modal counts
FAR = 9  # words over which a verb of plans or belief reaches "to" and "that"
NEGATIONS = frozenset("not no never nor neither without nobody nothing none cannot".split())
NEGATIVE_T = frozenset("don didn doesn isn aren wasn weren won wouldn couldn shouldn hasn haven hadn can ain".split())
# Verbs that say that what they govern does not or did not happen.
STOPPING = frozenset(
    """deny denies denied denying fail fails failed failing refuse refuses refused refusing reject rejects rejected
    rejecting prevent prevents prevented preventing avoid avoids avoided avoiding cancel cancels cancelled canceled
    cease ceases ceased ceasing stop stops stopped stopping decline declines declined declining halt halts halted
    abandon abandons abandoned block blocks blocked scrap scraps scrapped""".split()
)
# Said after an event ("the flight was cancelled") they deny it as well.
UNDONE = frozenset("cancelled canceled delayed postponed scrapped averted foiled thwarted abandoned".split())
MODALS = frozenset("may might could can possibly probably perhaps maybe".split())
HEDGES = frozenset(
    """likely unlikely reportedly allegedly apparently potentially possible probable potential suspected believed
    thought appear appears appeared seem seems seemed expected expects expect scheduled intend intends intended
    plan plans planned attempt attempts attempted try tries tried hope hopes hoped believe believes think thinks
    suggest suggests suggested indicate indicates indicated rumored rumoured allow allows allowed aim aims aimed
    alleged estimated""".split()
)
# What is wanted, asked or laid down for later is neither so nor not so.
OPEN = frozenset(
    """want wants wanted ask asks asked demand demands demanded urge urges urged call calls called order orders ordered
    supposed wish wishes wished consider considers considered considering discuss discusses discussed whether
    seek seeks sought promise promises promised offer offers offered threaten threatens threatened""".split()
)
CONDITIONS = frozenset("if unless whether".split())
STOPS = frozenset('; : , ( ) — – . “ ” " which who where while because although though but'.split())
BE = frozenset("is are was were be been".split())
# "Was due to fly", "are said to be": after a form of "be" and before "to".
DUE, SAID = (
    frozenset("due set supposed meant".split()),
    frozenset("said reported rumored rumoured alleged claimed".split()),
)


def cued_value(trigger: Range, lower: Sequence[str]) -> Factuality:
    """The value of an event by the words around it in its sentence (``lower``, in small letters)."""
    first, last = trigger
    clause = list(lower[_clause_start(first, lower) : first])
    if any(form in CONDITIONS for form in clause) or (lower[0] in ("if", "unless") and "," not in lower[:first]):
        return Factuality.UNCOMMITTED
    near = clause[-NEAR:]
    if any(form in STOPPING for form in near[-3:]) or _is_negated(near) or _is_undone(last, lower):
        return Factuality.CERTAINLY_NOT
    governed = clause[-FAR:]
    if _reaches(governed, OPEN, "to") or _is_to(governed, DUE) or (near[-1:] == ["to"] and set(near[-2:-1]) & BE):
        return Factuality.UNCOMMITTED
    if any(form in MODALS for form in near):
        return Factuality.POSSIBLE
    if (
        any(form in HEDGES for form in near)
        or _is_to(governed, SAID)
        or _reaches(governed, HEDGES, "to")
        or _reaches(governed, HEDGES, "that")
    ):
        return Factuality.PROBABLE
    return Factuality.CERTAIN


def _clause_start(first: int, lower: Sequence[str]) -> int:
    place = first
    while place and lower[place - 1] not in STOPS:
        place -= 1
    return place


def _is_negated(near: Sequence[str]) -> bool:
    """A negation that no other clause parts from the event."""
    for place in range(len(near) - 1, -1, -1):
        form = near[place]
        if form in NEGATIONS or (form in NEGATIVE_T and near[place + 1 : place + 2] in (["’"], ["'"])):
            return near[place + 1 : place + 2] != ["only"]
        if form == "that":
            return False
    return False


def _is_undone(last: int, lower: Sequence[str]) -> bool:
    """ "The flight of the new airliner was delayed": said of the event in the same clause."""
    for form in lower[last : last + FAR]:
        if form in STOPS:
            return False
        if form in UNDONE:
            return True
    return False


def _is_to(clause: Sequence[str], verbs: frozenset[str]) -> bool:
    """ "Was due to", "are said to"."""
    return any(
        clause[place] in verbs
        and clause[place - 1] in BE
        and clause[place + 1 : place + 2] == ["to"]
        and not set(clause[place + 2 : place + 3]) & DETERMINERS  # "was due to the storm"
        for place in range(1, len(clause))
    )


def _reaches(clause: Sequence[str], verbs: frozenset[str], joint: str) -> bool:
    """Whether a verb governs the event through "to" or "that": "expected to fly", "believed that it flew"."""
    return any(form in verbs and joint in clause[place + 1 : place + 5] for place, form in enumerate(clause))
