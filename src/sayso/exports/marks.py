"""A text with labelled stretches and arcs between them: the shape that annotation tools share."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sayso.exports.cells import replace_acting
from sayso.records.actor import ActorKind
from sayso.records.attribution import AttributionKind, Commitment, Stance
from sayso.records.event import EventFlag, EventType
from sayso.records.reading import Unread
from sayso.records.span import Span
from sayso.records.timex import TimexType
from sayso.records.toponym import PlaceRole

NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
BREAKING = re.compile(r"[\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]+")  # what one tool or another ends a line at


class Label(StrEnum):
    """What Sayso marks; a person may use labels of their own beside these."""

    SOURCE = "Source"
    CUE = "Cue"
    CONTENT = "Content"
    OWN_VOICE = "Own_voice"
    UNSETTLED = "Unsettled"
    ACTOR = "Actor"
    TIME = "Time"
    PLACE = "Place"
    QUANTITY = "Quantity"
    EVENT = "Event"


class ArcKind(StrEnum):
    SAID_BY = "Said_by"  # from a content to its source
    CUED_BY = "Cued_by"  # from a content to its cue
    TOLD_INSIDE = "Told_inside"  # from a content to the one that it lies in
    SPEAKER = "Speaker"  # from a content to a mention of whoever speaks
    SAME_AS = "Same_as"  # from a mention of an actor to the first of them
    ACTS = "Acts"  # from an event to a mention of who does it
    RECEIVES = "Receives"  # from an event to a mention of whom it is done to
    WHEN = "When"
    WHERE = "Where"
    HOW_MANY = "How_many"


# What an arc leads from and to.
ENDS = {
    ArcKind.SAID_BY: (Label.CONTENT, Label.SOURCE),
    ArcKind.CUED_BY: (Label.CONTENT, Label.CUE),
    ArcKind.TOLD_INSIDE: (Label.CONTENT, Label.CONTENT),
    ArcKind.SPEAKER: (Label.CONTENT, Label.ACTOR),
    ArcKind.SAME_AS: (Label.ACTOR, Label.ACTOR),
    ArcKind.ACTS: (Label.EVENT, Label.ACTOR),
    ArcKind.RECEIVES: (Label.EVENT, Label.ACTOR),
    ArcKind.WHEN: (Label.EVENT, Label.TIME),
    ArcKind.WHERE: (Label.EVENT, Label.PLACE),
    ArcKind.HOW_MANY: (Label.EVENT, Label.QUANTITY),
}
SOURCES, OWN = (Label.SOURCE, Label.ACTOR), (Label.OWN_VOICE, Label.UNSETTLED)
# The attributes that labels may have, and their values.
VALUES: dict[str, tuple[tuple[Label, ...], tuple[str, ...]]] = {
    "Commitment": ((Label.CONTENT,), tuple(Commitment)),
    "Kind": ((Label.CONTENT,), tuple(AttributionKind)),
    "Stance": ((Label.CONTENT,), tuple(Stance)),
    "Who": (SOURCES, tuple(ActorKind)),
    "Named": (SOURCES, ("yes", "no")),
    "Hedged": (OWN, ("yes",)),
    "Times": ((Label.TIME,), tuple(TimexType)),
    "Role": ((Label.PLACE,), tuple(PlaceRole)),
    "Happens": ((Label.EVENT,), tuple(EventType)),
    **{flag.value.capitalize(): ((Label.EVENT,), ("yes",)) for flag in EventFlag},
}


@dataclass(frozen=True, slots=True)
class Mark:
    """These stretches, one thing together, are marked ``label``, with attributes in the order of their names.

    ``note`` is one line for people. ``Mark("Content", (Span(0, 9),), (("Commitment", "denies"),))``.
    """

    label: str
    spans: tuple[Span, ...]
    attributes: tuple[tuple[str, str], ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        names = [name for name, _ in self.attributes]
        if not self.spans:
            raise ValueError("a mark has a stretch")
        if not all(NAME.fullmatch(name) for name in [self.label, *names]) or names != sorted(set(names)):
            raise ValueError(f"{self.label!r} or {names} are no names of a label and of its attributes in order")

    def attribute(self, name: str) -> str | None:
        return dict(self.attributes).get(name)


@dataclass(frozen=True, slots=True)
class Arc:
    """Mark number ``a`` (from 0) stands to mark number ``b`` as ``kind`` says."""

    kind: str
    a: int
    b: int


@dataclass(frozen=True, slots=True)
class Marked:
    """This is what is marked in the text of article ``id``; ``unread`` is what a file held beyond that."""

    id: str
    text: str
    marks: tuple[Mark, ...]
    arcs: tuple[Arc, ...]
    unread: tuple[Unread, ...] = ()


def tidy_spans(spans: Iterable[Span], text: str) -> tuple[Span, ...]:
    """In order, without outer white space; those with nothing but white space between them are one."""
    tidied: list[Span] = []
    for span in sorted(filter(None, (Span.trimmed(text, span.start, span.end) for span in spans))):
        if tidied and not text[tidied[-1].end : span.start].strip():
            tidied[-1] = Span(tidied[-1].start, max(tidied[-1].end, span.end))
        else:
            tidied.append(span)
    return tuple(tidied)


def cut_at_breaks(span: Span, text: str) -> tuple[Span, ...]:
    """The parts of a stretch that lie on one line each."""
    parts, start = [], span.start
    for found in [*BREAKING.finditer(text, span.start, span.end), None]:
        parts.append(Span.trimmed(text, start, found.start() if found else span.end))
        start = found.end() if found else start
    return tuple(part for part in parts if part)


def tidy_note(words: str) -> str:
    """``words`` on one line."""
    return " ".join(replace_acting(words).split())
