"""The tables of what holds across articles: one class a table, one field a column, one instance a row.

Offsets count Unicode code points of the text of the article named beside them, half-open.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta

from sayso.exports.table_rows import ArticleId, Score, Words
from sayso.exports.wire import Does
from sayso.records.claim import Voice
from sayso.records.edge import Direction, EdgeKind
from sayso.records.point import DisputeKind
from sayso.records.reason import Reason

StoryId = Annotated[str, Meta(description="the story, by the id of its earliest article")]
PointNumber = Annotated[int, Meta(ge=1, description="the point's number in its story")]
Offset = Annotated[int, Meta(ge=0, description="offset in that article's text")]


@dataclass(frozen=True, slots=True)
class Place:
    """These words of ``article`` are evidence."""

    article: str
    start: int
    end: int
    words: str | None


@dataclass(frozen=True, slots=True)
class StoryRow:
    """One article of a story."""

    story: StoryId
    position: Annotated[int, Meta(ge=1, description="1 is the earliest")]
    article: ArticleId


@dataclass(frozen=True, slots=True)
class EdgeRow:
    """One article that depends on another, or on a piece that is not here."""

    story: StoryId
    number: Annotated[int, Meta(ge=1, description="counts the edges of the story")]
    child: ArticleId
    parent: Annotated[str | None, Meta(description="the article that it depends on")]
    outside: Annotated[str | None, Meta(description="or the name of a piece that is not here")]
    kind: Annotated[EdgeKind, Meta(description="how it depends")]
    direction: Annotated[Direction, Meta(description="unknown: child and parent may be the other way round")]
    score: Score
    reasons: Annotated[tuple[Reason, ...], Meta(description="what spoke for it (weight above 0) and against it")]
    shown: Annotated[tuple[Place, ...], Meta(description="the words that show it")]
    runner_up: Annotated[str | None, Meta(description="what else it may be, in words")]


@dataclass(frozen=True, slots=True)
class PointRow:
    """One point: claims of one article or many that say the same."""

    story: StoryId
    point: PointNumber
    article: Annotated[str, Meta(description="the article whose sentence stands for the point")]
    start: Offset
    end: Offset
    words: Words
    claims: Annotated[int, Meta(ge=1, description="how many claims say it")]
    articles: Annotated[int, Meta(ge=1, description="how many articles hold it")]
    reports_low: Annotated[int, Meta(ge=0, description="separate reports if every suspected dependence holds")]
    reports_high: Annotated[int, Meta(ge=0, description="and if only the proven ones do")]
    origins: Annotated[int, Meta(ge=0, description="how many origins stand behind it")]
    disputes: Annotated[int, Meta(ge=0, description="how many pairs of its claims cannot both hold")]


@dataclass(frozen=True, slots=True)
class PointClaimRow:
    """One claim that says a point."""

    story: StoryId
    point: PointNumber
    article: ArticleId
    claim: Annotated[str, Meta(description="the claim")]
    voice: Annotated[Voice, Meta(description="own: the outlet speaks for itself")]
    does: Annotated[Does | None, Meta(description="what its innermost holder does with it")]
    hedged: Annotated[bool, Meta(description="told with a may, might, perhaps")]


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One article under the piece of reporting that it has a point from."""

    story: StoryId
    point: PointNumber
    report: Annotated[int, Meta(ge=1, description="the report's number in its point")]
    article: ArticleId


@dataclass(frozen=True, slots=True)
class OriginRow:
    """One innermost source that articles give for a point."""

    story: StoryId
    point: PointNumber
    number: Annotated[int, Meta(ge=1, description="counts the origins of the point")]
    name: Annotated[str, Meta(description="as the articles write it")]
    named: Annotated[bool, Meta(description="whether they name it")]
    party: Annotated[bool, Meta(description="whether the point is about it")]
    side: Annotated[str | None, Meta(description="under whose authority it stands; null is not known")]
    articles: Annotated[tuple[str, ...], Meta(description="the articles that give it")]
    shown: Annotated[tuple[Place, ...], Meta(description="the words that show it")]


@dataclass(frozen=True, slots=True)
class DisputeRow:
    """One pair of claims on a point that cannot both hold."""

    story: StoryId
    point: PointNumber
    number: Annotated[int, Meta(ge=1, description="counts the disputes of the point")]
    about: Annotated[DisputeKind, Meta(description="what is disputed")]
    a: Annotated[Place, Meta(description="the one")]
    b: Annotated[Place, Meta(description="the other")]
    why: Annotated[str, Meta(description="why not both, in words")]
