"""What a report is about, or to whom it is told, taken for who reports: "Varga is believed to be abroad"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.reading.clauses import subject_before
from sayso.reading.found import Found
from sayso.reading.naming.vocabulary import AUXILIARIES
from sayso.reading.tagging import Range
from sayso.reading.words import QUOTE_OUTSIDE, Words

THOUGHT = frozenset(
    """believed thought said known reported rumored rumoured alleged feared suspected understood presumed
    estimated""".split()
)
ADDRESSED = frozenset("asked told informed questioned".split())
BE = frozenset("is are was were be been being".split())
REPORTEDLY = frozenset("reportedly allegedly supposedly purportedly".split())
ALLEGED = frozenset("alleged supposed purported rumored rumoured".split())
MOST_BETWEEN = 2  # words between a subject and its verb: "has been"


def set_apart_topics(found: Sequence[Found], words: Words) -> tuple[Found, ...]:
    """``found`` without sources that are what the report is about; they begin its content instead."""
    return tuple(_mended(one, found, words) for one in found)


def _mended(one: Found, found: Sequence[Found], words: Words) -> Found:
    if one.source is not None and (_is_owner(one.source, one.cue, words) or _is_told(one.source, one.cue, words)):
        return replace(one, source=None)
    topic = _topic(one, words)
    if topic is None:
        return one
    source = None if one.source is not None and one.source[1] <= one.cue[0] else one.source
    return replace(one, source=source, contents=_begun(topic, one, found, words))


def _topic(one: Found, words: Words) -> Range | None:
    """The subject of a passive or of what "reportedly" is said of, up to the cue."""
    first, last = one.cue
    forms = [words.forms[place].lower() for place in range(first, last)]
    follows = words.forms[last].lower() if last < len(words) else ""
    raised = forms[-1] in THOUGHT and follows == "to" and _is_passive(first, last - 1, words)
    adverb = forms == [form for form in forms if form in REPORTEDLY] and words.quote[first] == QUOTE_OUTSIDE
    if not raised and not adverb:
        return None
    subject = one.source if one.source is not None and one.source[1] <= first else subject_before(first, words)
    if subject is None or not 0 <= first - subject[1] <= MOST_BETWEEN:
        return None
    between = all(words.forms[place].lower() in AUXILIARIES for place in range(subject[1], first))
    return (subject[0], first) if between else None


def _is_passive(first: int, participle: int, words: Words) -> bool:
    return any(words.forms[place].lower() in BE for place in range(max(0, first - 1), participle))


def _is_owner(source: Range, cue: Range, words: Words) -> bool:
    """ "The singer's alleged demise": nothing that he alleges."""
    cued = words.forms[cue[0]].lower() in ALLEGED and cue[1] - cue[0] == 1
    return cued and source[1] == cue[0] and words.forms[cue[0] - 1].lower() in ("s", "'", "’")


def _is_told(source: Range, cue: Range, words: Words) -> bool:
    """ "Varga was asked whether it sank": he does not ask."""
    first, last = cue
    passive = words.forms[last - 1].lower() in ADDRESSED and _is_passive(first, last - 1, words)
    return passive and first - MOST_BETWEEN <= source[1] <= first


def _begun(topic: Range, one: Found, found: Sequence[Found], words: Words) -> tuple[Range, ...]:
    """The contents with the topic before them, where they go on right after the cue and the topic is nobody else's."""
    contents = one.contents
    if not contents or contents[0][0] != one.cue[1] or words.quote[topic[0]] != words.quote[one.cue[0]]:
        return contents
    parent = found[one.parent] if one.parent is not None else None
    if parent is not None and not any(a <= topic[0] and topic[1] <= b for a, b in parent.contents):
        return contents
    return (topic, *contents)
