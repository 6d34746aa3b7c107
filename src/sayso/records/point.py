"""What several claims say alike, who says it, and how many stand behind it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.records.attribution import Commitment, Stance
from sayso.records.claim import Voice
from sayso.records.edge import Shown
from sayso.records.reason import Reason


@dataclass(frozen=True, slots=True)
class PointClaim:
    """This claim of this article says the point; ``does`` is what its innermost holder does with it."""

    article: str
    claim: str
    voice: Voice
    does: Stance | Commitment | None
    hedged: bool


@dataclass(frozen=True, slots=True)
class Origin:
    """``name`` is the innermost source that ``articles`` give for a point, as they write it.

    ``party`` says that the point is about it, or that a rule calls it an interested party to what it says; ``side``
    under whose authority it stands, as the texts or the list of actors tell; None is "not known". An unnamed source
    stands for one report only.
    """

    name: str
    named: bool
    party: bool
    side: str | None
    articles: tuple[str, ...]
    shown: tuple[Shown, ...]


class DisputeKind(StrEnum):
    NUMBER = "number"
    DATE = "date"
    PLACE = "place"
    ACTOR = "actor"
    YES_NO = "yes-no"


@dataclass(frozen=True, slots=True)
class Dispute:
    """Claims ``a`` and ``b`` of one point cannot both hold, for a reason in words."""

    about: DisputeKind
    a: Shown
    b: Shown
    why: str


@dataclass(frozen=True, slots=True)
class Point:
    """These claims, of one article or many, say the same.

    ``title`` is a sentence of one of them. ``reports`` parts the articles into pieces of reporting; ``low`` and
    ``high`` are their number if every suspected dependence holds, and if only the proven ones do.
    """

    title: Shown
    claims: tuple[PointClaim, ...]
    reports: tuple[tuple[str, ...], ...]
    low: int
    high: int
    origins: tuple[Origin, ...]
    disputes: tuple[Dispute, ...]
    reasons: tuple[Reason, ...] = ()

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles that hold the point, each once, in the order of its claims."""
        return tuple(dict.fromkeys(claim.article for claim in self.claims))


@dataclass(frozen=True, slots=True)
class Story:
    """These articles tell of one happening; the first of them is its id's root."""

    id: str
    articles: tuple[str, ...]
