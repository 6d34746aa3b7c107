"""The tables that only a run of many articles has: what linking looks for articles by, and the readings themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta

from sayso.exports.table_rows import ArticleId
from sayso.linking.keys import period_of, prints_of, terms_of
from sayso.linking.pairs import Pair
from sayso.linking.prepared import Prepared
from sayso.records.span import Span

Period = Annotated[int, Meta(description="16 days, numbered from the year 1; -1 where the day is not known")]
Day = Annotated[int | None, Meta(description="the day of publication, numbered from the year 1")]


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """One reading as JSON, all of it: what `sayso load` and linking take."""

    article: ArticleId
    published: Annotated[str | None, Meta(description="as in articles")]
    period: Period
    reading: Annotated[str, Meta(description="of the schema sayso.reading/1")]


@dataclass(frozen=True, slots=True)
class FingerprintRow:
    """One run of five words of an article, as a number by which copies find each other."""

    article: ArticleId
    period: Period
    day: Day
    hash: Annotated[int, Meta(ge=0, description="31 bits")]
    quoted: Annotated[int, Meta(ge=0, le=1, description="1 where it stands in quotations only")]


@dataclass(frozen=True, slots=True)
class TermRow:
    """One of the heaviest words of an article, as a number by which articles on one happening find each other."""

    article: ArticleId
    period: Period
    day: Day
    word: Annotated[int, Meta(ge=0, description="63 bits")]
    weight: Annotated[int, Meta(ge=0, description="in millionths")]


@dataclass(frozen=True, slots=True)
class LeftRow:
    """One article or file of the input that could not be read."""

    number: Annotated[int | None, Meta(ge=1, description="its number in the input; null where a cluster read it")]
    what: Annotated[str, Meta(description="its id or name")]
    why: Annotated[str, Meta(description="the reason, in words")]


@dataclass(frozen=True, slots=True)
class Shared:
    """These stretches of the articles a and b hold the same words, so many outside and inside quotations."""

    a: Span
    b: Span
    narrative: int
    quoted: int


@dataclass(frozen=True, slots=True)
class PairRow:
    """Two articles that share passages or tell of one happening."""

    a: Annotated[str, Meta(description="the article whose id comes first")]
    b: Annotated[str, Meta(description="the other")]
    alike: Annotated[float, Meta(ge=0, description="how alike their words are, 0 to 1")]
    share: Annotated[float, Meta(ge=0, le=1, description="the part of the shorter one's own words that stands in both")]
    one_story: Annotated[bool, Meta(description="alike enough, and near enough in time, to tell of one happening")]
    passages: Annotated[tuple[Shared, ...], Meta(description="what stands in both, and how many words it has")]


@dataclass(frozen=True, slots=True)
class GroupRow:
    """The groups that an article is in, each called by the article of it that was published first."""

    article: ArticleId
    story: Annotated[str, Meta(description="articles on one happening")]
    copies: Annotated[str, Meta(description="articles of nearly the same text, wire copies among them")]


def pair_row_of(pair: Pair) -> PairRow:
    passages = tuple(Shared(p.a, p.b, p.narrative, p.quoted) for p in pair.passages)
    return PairRow(pair.a, pair.b, pair.alike, pair.share, pair.one_story, passages)


def key_rows_of(prepared: Prepared) -> Iterator[FingerprintRow | TermRow]:
    """What an article is found by, in order."""
    article, day, period = prepared.id, prepared.day, period_of(prepared.day)
    yield from (FingerprintRow(article, period, day, run, quoted) for run, quoted in prints_of(prepared))
    yield from (TermRow(article, period, day, word, weight) for word, weight in terms_of(prepared))


def reading_row_of(prepared: Prepared, line: bytes) -> ReadingRow:
    """The reading that ``line`` holds as JSON."""
    published = prepared.reading.article.published
    time = published.time if published else None
    return ReadingRow(prepared.id, time, period_of(prepared.day), line.decode())
