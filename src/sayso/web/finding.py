"""Claims and texts found in a ledger, as pages show them; and all that one source says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from sayso.ledger.claimrows import whole_words
from sayso.ledger.listing import speaker
from sayso.ledger.wholeclaims import WholeClaim
from sayso.ledger.words import find_tokens
from sayso.records.span import Span
from sayso.search.finding import (
    ON_PAGE,
    Facet,
    Matches,
    Order,
    WholeText,
    match_claims,
    match_texts,
    whole_claims,
    whole_texts,
)
from sayso.search.marking import cut_around, split_found
from sayso.search.parsing import parse_query
from sayso.search.query import Both, Exactly, Marked, Named, NameOf, Part, Query, phrases_of
from sayso.web.page import Keys

VOICES = ("own", "attributed", "unsettled")
DOES = ("asserts", "confirms", "denies", "hedges", "intends", "asks")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for: a search in ``words``, and fields beside it; empty ones ask for nothing.

    ``where`` is "claims" or "texts"; ``sort`` is as the search orders matches.
    """

    words: str = ""
    speaker: str = ""
    outlet: str = ""
    voice: str = ""
    does: str = ""
    where: str = "claims"
    page: int = 1
    sort: str = Order.NEWEST.value

    @property
    def is_empty(self) -> bool:
        return not (self.words.strip() or self.speaker.strip() or self.outlet.strip() or self.voice or self.does)


@dataclass(frozen=True, slots=True)
class Hit:
    """A claim, or a stretch of an article, that was found. ``parts`` are its words; every second one was asked for."""

    article: str
    claim: str | None
    outlet: str | None
    title: str
    day: str | None
    voice: str | None
    does: str | None
    hedged: bool
    quoted: bool
    confidence: str | None
    speaker: str | None
    via: str | None
    parts: tuple[str, ...]
    link: str
    pick: str | None


@dataclass(frozen=True, slots=True)
class Found:
    """One page of what was found, in the order that was asked for; ``more`` if not all matches were looked at.

    ``notes`` say how the search was understood.
    """

    asked: Asked
    hits: tuple[Hit, ...]
    total: int
    more: bool
    pages: int
    facets: dict[str, tuple[Facet, ...]]
    notes: tuple[str, ...] = ()


def understand(asked: Asked) -> Query:
    """The search and its fields as one question. Raises BadQuery."""
    texts = asked.where == "texts"
    query = parse_query(asked.words, of_texts=texts)
    outlet = whole_words(asked.outlet.strip())
    beside: list[Part] = [Exactly(NameOf.OUTLET, outlet)] if outlet else []
    if not texts:
        name = asked.speaker.strip()
        beside += [Named(NameOf.SPEAKER, name, find_tokens(name), whole=True)] if name else []
        beside += [Marked(kind, value) for kind, value in (("voice", asked.voice), ("does", asked.does)) if value]
    parts = ([query.part] if query.part else []) + beside
    return Query(query.written, Both(tuple(parts)) if parts else None, query.notes)


def find_claims(connection: Connection, asked: Asked, keys: Keys) -> Found:
    """The claims that are asked for. Raises BadQuery."""
    query = understand(asked)
    matches = match_claims(connection, query, Order(asked.sort))
    rows = whole_claims(connection, matches.of_page(asked.page, ON_PAGE))
    phrases = phrases_of(query.part)
    return _found(asked, query, matches, tuple(_hit(row, phrases, keys) for row in rows))


def find_texts(connection: Connection, asked: Asked, keys: Keys) -> Found:
    """The articles whose title or text holds the words, each with the first place where it does. Raises BadQuery."""
    query = understand(asked)
    matches = match_texts(connection, query, Order(asked.sort))
    rows = whole_texts(connection, matches.of_page(asked.page, ON_PAGE))
    phrases = phrases_of(query.part)
    return _found(asked, query, matches, tuple(_text_hit(row, phrases, keys) for row in rows))


def _found(asked: Asked, query: Query, matches: Matches, hits: tuple[Hit, ...]) -> Found:
    return Found(asked, hits, matches.total, matches.more, matches.pages(ON_PAGE), matches.facets, query.notes)


def _hit(row: WholeClaim, phrases: Sequence[Sequence[str]], keys: Keys) -> Hit:
    return Hit(
        article=row.id,
        claim=row.claim,
        outlet=row.outlet,
        title=row.title,
        day=row.day,
        voice=row.voice,
        does=row.does,
        hedged=bool(row.hedged),
        quoted=bool(row.quoted),
        confidence=row.confidence,
        speaker=row.speaker,
        via=row.via,
        parts=split_found(row.words, phrases),
        link=keys.link(row.id, Span(row.start, row.end)),
        pick=f"{row.text_key}.{row.claim}",
    )


def _text_hit(row: WholeText, phrases: Sequence[Sequence[str]], keys: Keys) -> Hit:
    words = row.text
    span = cut_around(words, phrases)
    return Hit(
        article=row.id,
        claim=None,
        outlet=row.outlet,
        title=row.title,
        day=(row.published or "")[:10] or None,
        voice=None,
        does=None,
        hedged=False,
        quoted=False,
        confidence=None,
        speaker=None,
        via=None,
        parts=split_found(" ".join(span.cut(words).split()), phrases),
        link=keys.link(row.id, span),
        pick=None,
    )


def list_sources(connection: Connection, most: int = 200) -> tuple[Facet, ...]:
    """The named speakers of a ledger, each with the number of its claims, the most heard first.

    Of several spellings a speaker has that which came first.
    """
    times = func.sum(speaker.c.named).label("times")
    wanted = (
        select(func.min(speaker.c.number).label("number"), times, speaker.c.key)
        .where(speaker.c.named > 0)
        .group_by(speaker.c.key)
        .order_by(times.desc(), speaker.c.key)
        .limit(most)
    )
    heard = connection.execute(wanted).all()
    called = select(speaker.c.number, speaker.c.name).where(speaker.c.number.in_([row.number for row in heard]))
    names = {int(number): str(name) for number, name in connection.execute(called)}
    return tuple(Facet(names[row.number], int(row.times)) for row in heard)
