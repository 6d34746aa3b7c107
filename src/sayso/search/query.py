"""A question to a ledger, as it was understood."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Stretch:
    """From ``low`` to ``high``, without an end where it is None; the ends are included unless they are ``open``."""

    low: float | None
    high: float | None
    open: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """These words stand one after another in a claim or in its speaker's name: one word, or a phrase."""

    words: tuple[str, ...]


class NameOf(StrEnum):
    """Whose name is asked for."""

    SPEAKER = "speaker"
    VIA = "via"
    OUTLET = "outlet"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Named:
    """The name holds these words one after another, or, of a speaker, is another name of the one that is meant.

    With ``whole``, a name that only holds the words is another's.
    """

    of: NameOf
    written: str
    words: tuple[str, ...]
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Exactly:
    """The name is written just so."""

    of: NameOf
    name: str


@dataclass(frozen=True, slots=True)
class Marked:
    """The claim has this value of a closed set: ``Marked("does", "denies")``."""

    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Number:
    """A number in the claim lies in a stretch; ``unit`` is that of quantities, or None for any."""

    stretch: Stretch
    unit: str | None


@dataclass(frozen=True, slots=True)
class Published:
    """The article was published from one day to another (YYYY-MM-DD), both included."""

    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Told:
    """A time in the claim touches the days from one to another, both included."""

    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Near:
    """A place in the claim lies within ``km`` of a point; ``name`` is what the point was called."""

    lat: float
    lon: float
    km: float
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Not:
    part: Part


@dataclass(frozen=True, slots=True)
class Both:
    """All of the parts hold."""

    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """At least one of the parts holds."""

    parts: tuple[Part, ...]


Leaf: TypeAlias = Words | Named | Exactly | Marked | Number | Published | Told | Near
Part: TypeAlias = Leaf | Not | Both | Either


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed, and what is asked by it; None asks for nothing. ``notes`` say how it was understood."""

    written: str
    part: Part | None
    notes: tuple[str, ...] = ()


def phrases_of(part: Part | None) -> tuple[tuple[str, ...], ...]:
    """The words and phrases that a match shows: those that are asked for and not ruled out."""
    if isinstance(part, Words):
        return (part.words,)
    if isinstance(part, Both | Either):
        return tuple(dict.fromkeys(phrase for one in part.parts for phrase in phrases_of(one)))
    return ()
