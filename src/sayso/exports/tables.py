"""A reading as rows of tables: a pure function, the same for CSV and Parquet, for `export` and `run`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sayso.exports import table_rows as rows
from sayso.exports.reading_json import word_does
from sayso.exports.withholding import withhold_reading
from sayso.records.attribution import Attribution, AttributionKind
from sayso.records.claim import Claim
from sayso.records.credit import CreditKind, CreditScope
from sayso.records.event import Event
from sayso.records.quantity import Quantity
from sayso.records.reading import Reading
from sayso.records.span import Span
from sayso.records.timex import Timex
from sayso.records.toponym import Toponym

Row = (
    rows.ArticleRow | rows.BlockRow | rows.CreditRow | rows.ActorRow | rows.AttributionRow | rows.ClaimRow
    | rows.LinkRow | rows.RelationRow | rows.TimeRow | rows.PlaceRow | rows.QuantityRow | rows.EventRow | rows.ToldRow
    | rows.UnreadRow
)  # fmt: skip
JOINED = " … "
_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|‘[^‘’]*’|«[^«»]*»|„[^„“]*“")


def rows_of(reading: Reading, *, text: bool = True) -> Iterator[Row]:
    """Every row of a reading, table by table; without ``text`` no words of the article are in them.

    Counts and positions are those of the whole text either way.
    """
    yield from _Rows(reading, text=text).lay_out()


def count_words(text: str) -> int:
    """How many words there are; "don't" and "fire-fighter" are one."""
    return sum(1 for _ in _WORD.finditer(text))


class _Rows:
    """Lays out one reading in rows."""

    def __init__(self, reading: Reading, *, text: bool) -> None:
        self.whole = reading.article.text
        self.text = text
        self.reading = reading if text else withhold_reading(reading)
        self.article = reading.article.id
        self.actors = {actor.id: actor for actor in self.reading.actors}

    def lay_out(self) -> Iterator[Row]:
        reading = self.reading
        yield self.article_row()
        for n, block in enumerate(reading.article.blocks, 1):
            yield rows.BlockRow(self.article, n, block.kind, block.span.start, block.span.end)
        for n, credit in enumerate(reading.credits, 1):
            span = credit.span
            yield rows.CreditRow(self.article, n, credit.name, credit.kind, credit.scope, span.start, span.end)
        yield from self.actor_rows()
        yield from (self.attribution_row(n, one) for n, one in enumerate(reading.attributions, 1))
        yield from (self.claim_row(n, claim) for n, claim in enumerate(reading.claims, 1))
        yield from self.link_rows()
        for n, r in enumerate(reading.relations, 1):
            yield rows.RelationRow(self.article, n, r.a, r.b, r.kind, r.missing)
        yield from (self.time_row(n, timex) for n, timex in enumerate(reading.timexes, 1))
        yield from (self.place_row(n, toponym) for n, toponym in enumerate(reading.toponyms, 1))
        yield from (self.quantity_row(n, quantity) for n, quantity in enumerate(reading.quantities, 1))
        yield from (self.event_row(n, event) for n, event in enumerate(reading.events, 1))
        yield from self.told_rows()
        for n, unread in enumerate(reading.unread, 1):
            start, end = _ends(unread.span)
            yield rows.UnreadRow(self.article, n, unread.what, unread.why, start, end)

    def words(self, *spans: Span) -> str | None:
        """The words of spans; None where they are withheld."""
        return JOINED.join(span.cut(self.whole) for span in spans) if self.text else None

    def claims_at(self, span: Span) -> tuple[str, ...]:
        claims = self.reading.claims
        return tuple(claim.id for claim in claims if any(content.covers(span) for content in claim.content))

    def article_row(self) -> rows.ArticleRow:
        article, model = self.reading.article, self.reading.model
        published, modified = article.published, article.modified
        wire = (c.name for c in self.reading.credits if c.kind is CreditKind.AGENCY and c.scope is CreditScope.PAGE)
        return rows.ArticleRow(
            article=article.id,
            title=article.title,
            outlet=article.outlet,
            url=article.url,
            published=published.time if published else None,
            published_precision=published.precision if published else None,
            published_zone=published.zone if published else None,
            modified=modified.time if modified else None,
            modified_precision=modified.precision if modified else None,
            modified_zone=modified.zone if modified else None,
            seen=article.seen,
            raw_digest=article.raw_digest,
            authors=article.authors,
            language=article.language,
            flags=article.flags,
            agencies=tuple(dict.fromkeys(wire)),
            length=len(self.whole),
            words=count_words(self.whole),
            model=model.name,
            model_version=model.version,
            model_digest=model.digest,
            text=self.whole if self.text else None,
        )

    def actor_rows(self) -> Iterator[rows.ActorRow]:
        for n, actor in enumerate(self.reading.actors, 1):
            yield rows.ActorRow(
                article=self.article,
                number=n,
                actor=actor.id,
                name=actor.name,
                kind=actor.kind,
                named=actor.named,
                anonymity=actor.anonymity,
                roles=actor.roles,
                country=actor.country,
                codes=actor.codes,
                side=actor.side,
                mentions=actor.mentions,
            )

    def attribution_row(self, number: int, one: Attribution) -> rows.AttributionRow:
        speaker = self.actors.get(one.speaker or "")
        said = one.said
        return rows.AttributionRow(
            article=self.article,
            number=number,
            attribution=one.id,
            kind=one.kind,
            speaker=one.speaker,
            speaker_name=speaker.name if speaker else None,
            speaker_kind=speaker.kind if speaker else None,
            speaker_named=speaker.named if speaker else None,
            speaker_anonymity=speaker.anonymity if speaker else None,
            speaker_why=one.speaker_why,
            commitment=one.commitment,
            stance=one.stance,
            relay=one.relay,
            nested_in=one.nested_in,
            source=one.source,
            source_words=self.words(*one.source),
            cue=one.cue,
            cue_words=self.words(*one.cue),
            content=one.content,
            content_words=self.words(*one.content),
            words=sum(count_words(span.cut(self.whole)) for span in one.content),
            quoted_words=self.count_quoted(one),
            position=round(min(one.content).start / len(self.whole), 3) if one.content else None,
            said_timex=said.timex,
            said_place=said.place,
            said_occasion=said.occasion,
            said_addressee=said.addressee,
            score=round(one.score, 3),
        )

    def count_quoted(self, one: Attribution) -> int:
        """Words in quotation marks; of a direct quotation all of its content."""
        contents = [span.cut(self.whole) for span in one.content]
        if one.kind is AttributionKind.DIRECT:
            return sum(map(count_words, contents))
        if one.kind is AttributionKind.MIXED:
            return sum(count_words(quoted) for content in contents for quoted in _QUOTED.findall(content))
        return 0

    def claim_row(self, number: int, claim: Claim) -> rows.ClaimRow:
        return rows.ClaimRow(
            article=self.article,
            number=number,
            claim=claim.id,
            voice=claim.voice,
            attribution=claim.attribution,
            basis=claim.basis,
            hedged=claim.hedged,
            confidence=claim.confidence,
            score=round(claim.score, 3),
            party=claim.party.rule if claim.party else None,
            party_reason=claim.party.reason if claim.party else None,
            content=claim.content,
            words=self.words(*claim.content),
        )

    def link_rows(self) -> Iterator[rows.LinkRow]:
        chained = ((n, claim, at, link) for n, claim in _numbered(self.reading.claims)
                   for at, link in enumerate(claim.chain, 1))  # fmt: skip
        for number, (n, claim, at, link) in enumerate(chained, 1):
            actor = self.actors.get(link.actor or "")
            evidence = link.evidence
            start, end = _ends(evidence.span)
            yield rows.LinkRow(
                article=self.article,
                number=number,
                claim=claim.id,
                claim_number=n,
                position=at,
                actor=link.actor,
                actor_name=actor.name if actor else None,
                role=link.role,
                does=word_does(link.does),
                evidence=evidence.kind,
                scope=evidence.scope,
                start=start,
                end=end,
                words=self.words(evidence.span) if evidence.span else None,
            )

    def told_rows(self) -> Iterator[rows.ToldRow]:
        told = ((n, claim, about) for n, claim in _numbered(self.reading.claims) for about in claim.about)
        for number, (n, claim, about) in enumerate(told, 1):
            yield rows.ToldRow(self.article, number, claim.id, n, about.event, about.factuality)

    def time_row(self, number: int, timex: Timex) -> rows.TimeRow:
        interval = timex.interval
        return rows.TimeRow(
            article=self.article,
            number=number,
            start=timex.span.start,
            end=timex.span.end,
            words=self.words(timex.span),
            type=timex.type,
            value=timex.value,
            grain=timex.grain,
            first=interval.first if interval else None,
            past_last=interval.past_last if interval else None,
            mod=timex.mod,
            signal=timex.signal,
            zone=timex.zone,
            anchor=timex.anchor.kind,
            anchor_span=timex.anchor.span,
            rule=timex.rule,
            alternatives=timex.alternatives,
            claims=self.claims_at(timex.span),
        )

    def place_row(self, number: int, toponym: Toponym) -> rows.PlaceRow:
        return rows.PlaceRow(
            article=self.article,
            number=number,
            start=toponym.span.start,
            end=toponym.span.end,
            words=self.words(toponym.span),
            name=toponym.name,
            geonames_id=toponym.geonames_id,
            lat=toponym.lat,
            lon=toponym.lon,
            country=toponym.country,
            feature=toponym.feature,
            where_prec=toponym.where_prec,
            geo_precision=toponym.geo_precision,
            role=toponym.role,
            rule=toponym.rule,
            score=round(toponym.score, 3),
            alternatives=toponym.alternatives,
            claims=self.claims_at(toponym.span),
        )

    def quantity_row(self, number: int, quantity: Quantity) -> rows.QuantityRow:
        return rows.QuantityRow(
            article=self.article,
            number=number,
            start=quantity.span.start,
            end=quantity.span.end,
            words=self.words(quantity.span),
            value=quantity.value,
            low=quantity.low,
            high=quantity.high,
            bound=quantity.bound,
            approximate=quantity.approximate,
            unit=quantity.unit,
            as_of=quantity.as_of,
            claims=self.claims_at(quantity.span),
        )

    def event_row(self, number: int, event: Event) -> rows.EventRow:
        return rows.EventRow(
            article=self.article,
            number=number,
            event=event.id,
            type=event.type,
            modes=event.modes,
            start=event.span.start,
            end=event.span.end,
            words=self.words(event.span),
            actors=event.actors,
            recipients=event.recipients,
            timex=event.timex,
            toponym=event.toponym,
            quantities=event.quantities,
            flags=event.flags,
            score=round(event.score, 3),
            runner_up=event.runner_up,
        )


def _numbered(claims: Iterable[Claim]) -> Iterator[tuple[int, Claim]]:
    return enumerate(claims, 1)


def _ends(span: Span | None) -> tuple[int | None, int | None]:
    return (span.start, span.end) if span else (None, None)
