"""Rows of tables back to the readings that they were: what `rows_of` laid out with its text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, BinaryIO, TypeVar

import msgspec

from sayso.articles.extras import load_extra
from sayso.exports import table_rows as rows
from sayso.exports.reading_json import does_of
from sayso.exports.table_schema import OF_READINGS, TABLE_OF_ROW
from sayso.exports.tables import Row
from sayso.records.actor import Actor
from sayso.records.article import Article, Precision, Published
from sayso.records.attribution import Attribution, Said
from sayso.records.block import Block
from sayso.records.claim import Claim, Evidence, Link, Party, Relation
from sayso.records.credit import Credit
from sayso.records.event import About, Event
from sayso.records.quantity import Quantity
from sayso.records.reading import Model, Reading, Unread
from sayso.records.span import Span
from sayso.records.timex import Interval, TimeAnchor, Timex
from sayso.records.toponym import Toponym

R = TypeVar("R")


def import_parquet(open_file: Callable[[str], BinaryIO]) -> Iterator[Reading]:
    """The readings of the tables that `export` wrote with text, in their order; for files that are one's own."""
    parquet = load_extra("pyarrow.parquet", "parquet", "reading Parquet")
    every: dict[str, list[Row]] = defaultdict(list)
    for table in OF_READINGS:
        with open_file(f"{table.name}.parquet") as file:
            for row in parquet.read_table(file).to_pylist():
                every[row["article"]].append(_convert(row, table.row))
    return (reading_of(of_article) for of_article in every.values())


def _convert(row: dict[str, Any], kind: type[R]) -> R:
    return msgspec.convert(row, kind)


def reading_of(every: Sequence[Row]) -> Reading:
    """The reading whose rows these are, in the order of `rows_of`, less the article's page map."""
    by_kind: dict[type, list[Any]] = defaultdict(list)
    for row in every:
        by_kind[type(row)].append(row)
    return _Readings(by_kind).reading()


class _Readings:
    """Puts one reading together."""

    def __init__(self, by_kind: Mapping[type, list[Any]]) -> None:
        assert set(by_kind) <= set(TABLE_OF_ROW)
        self.by_kind = by_kind

    def of(self, kind: type[R]) -> list[R]:
        return self.by_kind.get(kind, [])

    def reading(self) -> Reading:
        (head,) = self.of(rows.ArticleRow)
        return Reading(
            article=self.article(head),
            model=Model(head.model, head.model_version, head.model_digest),
            credits=tuple(Credit(c.name, c.kind, Span(c.start, c.end), c.scope) for c in self.of(rows.CreditRow)),
            actors=tuple(
                Actor(a.actor, a.name, a.kind, a.named, a.anonymity, a.roles, a.mentions, a.country, a.codes, a.side)
                for a in self.of(rows.ActorRow)
            ),
            attributions=tuple(_attribution(row) for row in self.of(rows.AttributionRow)),
            claims=tuple(self.claim(row) for row in self.of(rows.ClaimRow)),
            relations=tuple(Relation(r.a, r.b, r.kind, r.missing) for r in self.of(rows.RelationRow)),
            unread=tuple(Unread(u.what, u.why, _span(u.start, u.end)) for u in self.of(rows.UnreadRow)),
            quantities=tuple(
                Quantity(Span(q.start, q.end), q.value, q.low, q.high, q.bound, q.approximate, q.unit, q.as_of)
                for q in self.of(rows.QuantityRow)
            ),
            timexes=tuple(_timex(row) for row in self.of(rows.TimeRow)),
            toponyms=tuple(_toponym(row) for row in self.of(rows.PlaceRow)),
            events=tuple(_event(row) for row in self.of(rows.EventRow)),
        )

    def article(self, head: rows.ArticleRow) -> Article:
        return Article(
            id=head.article,
            text=head.text or "",
            title=head.title,
            outlet=head.outlet,
            url=head.url,
            published=_published(head.published, head.published_precision, head.published_zone),
            modified=_published(head.modified, head.modified_precision, head.modified_zone),
            seen=head.seen,
            raw_digest=head.raw_digest,
            authors=head.authors,
            language=head.language,
            blocks=tuple(Block(b.kind, Span(b.start, b.end)) for b in self.of(rows.BlockRow)),
            flags=head.flags,
        )

    def claim(self, row: rows.ClaimRow) -> Claim:
        return Claim(
            id=row.claim,
            content=row.content,
            voice=row.voice,
            attribution=row.attribution,
            basis=row.basis,
            hedged=row.hedged,
            chain=tuple(_link(link) for link in self.of(rows.LinkRow) if link.claim_number == row.number),
            confidence=row.confidence,
            score=row.score,
            about=tuple(
                About(told.event, told.factuality) for told in self.of(rows.ToldRow) if told.claim_number == row.number
            ),
            party=Party(row.party_reason or "", row.party) if row.party is not None else None,
        )


def _published(time: str | None, precision: Precision | None, zone: str | None) -> Published | None:
    return None if time is None else Published(time, precision or Precision.DAY, zone)


def _span(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else Span(start, end)


def _link(row: rows.LinkRow) -> Link:
    return Link(row.actor, row.role, does_of(row.does), Evidence(row.evidence, row.scope, _span(row.start, row.end)))


def _attribution(row: rows.AttributionRow) -> Attribution:
    return Attribution(
        id=row.attribution,
        source=row.source,
        cue=row.cue,
        content=row.content,
        kind=row.kind,
        speaker=row.speaker,
        nested_in=row.nested_in,
        commitment=row.commitment,
        stance=row.stance,
        relay=row.relay,
        said=Said(row.said_timex, row.said_place, row.said_occasion, row.said_addressee),
        score=row.score,
        speaker_why=row.speaker_why,
    )


def _timex(row: rows.TimeRow) -> Timex:
    return Timex(
        span=Span(row.start, row.end),
        type=row.type,
        value=row.value,
        grain=row.grain,
        interval=None if row.first is None else Interval(row.first, row.past_last),
        mod=row.mod,
        signal=row.signal,
        zone=row.zone,
        anchor=TimeAnchor(row.anchor, row.anchor_span),
        rule=row.rule,
        alternatives=row.alternatives,
    )


def _toponym(row: rows.PlaceRow) -> Toponym:
    return Toponym(
        span=Span(row.start, row.end),
        name=row.name,
        geonames_id=row.geonames_id,
        lat=row.lat,
        lon=row.lon,
        country=row.country,
        feature=row.feature,
        where_prec=row.where_prec,
        geo_precision=row.geo_precision,
        role=row.role,
        rule=row.rule,
        score=row.score,
        alternatives=row.alternatives,
    )


def _event(row: rows.EventRow) -> Event:
    return Event(
        id=row.event,
        type=row.type,
        modes=row.modes,
        span=Span(row.start, row.end),
        actors=row.actors,
        recipients=row.recipients,
        timex=row.timex,
        toponym=row.toponym,
        quantities=row.quantities,
        flags=row.flags,
        score=row.score,
        runner_up=row.runner_up,
    )
