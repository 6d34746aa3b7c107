"""What a search found, as JSON and as rows of a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from typing import Any

import msgspec

from sayso.exports.cells import write_csv
from sayso.records.span import Span
from sayso.search.marking import cut_around, find_phrases

Phrases = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A claim that was found, or a stretch of a text, with the article's words from ``start`` to ``end``.

    ``words`` are these on one line; ``found`` are the stretches of ``words`` that were looked for. Of a text, what is
    known of claims alone is None.
    """

    article: str
    outlet: str | None
    title: str
    published: str | None
    claim: str | None
    start: int
    end: int
    words: str
    found: tuple[tuple[int, int], ...]
    speaker: str | None = None
    via: str | None = None
    voice: str | None = None
    does: str | None = None
    kind: str | None = None
    hedged: bool | None = None
    events: tuple[str, ...] = ()
    party: bool | None = None
    confidence: str | None = None
    score: float | None = None


@dataclass(frozen=True, slots=True)
class SearchPage:
    """One page of what a search found; with ``more`` there are more than ``total``, which are not listed."""

    query: str
    where: str
    sort: str
    total: int
    more: bool
    page: int
    pages: int
    notes: tuple[str, ...]
    hits: tuple[SearchHit, ...]


def claim_hit(row: Any, phrases: Phrases) -> SearchHit:
    """Out of a row of `sayso.search.finding.whole_claims`."""
    return SearchHit(
        article=row.id,
        outlet=row.outlet,
        title=row.title,
        published=row.published,
        claim=row.claim,
        start=row.start,
        end=row.end,
        words=row.words,
        found=_offsets(row.words, phrases),
        speaker=row.speaker,
        via=row.via,
        voice=row.voice,
        does=row.does,
        kind=row.kind,
        hedged=bool(row.hedged),
        events=tuple((row.events or "").split()),
        party=None if row.party is None else bool(row.party),
        confidence=row.confidence,
        score=row.score,
    )


def text_hit(row: Any, phrases: Phrases) -> SearchHit:
    """Out of a row of `sayso.search.finding.whole_texts`: the words round what was looked for."""
    span = cut_around(row.text, phrases) if row.text else Span(0, 1)
    words = " ".join(span.cut(row.text).split())
    return SearchHit(
        row.id, row.outlet, row.title, row.published, None, span.start, span.end, words, _offsets(words, phrases)
    )


def _offsets(words: str, phrases: Phrases) -> tuple[tuple[int, int], ...]:
    return tuple((span.start, span.end) for span in find_phrases(words, phrases))


def export_search(page: SearchPage) -> str:
    """One JSON object on one line."""
    return msgspec.json.encode(page).decode()


def export_search_csv(hits: Iterable[SearchHit]) -> str:
    """One row a hit."""
    columns = [field.name for field in fields(SearchHit) if field.name != "found"]
    return write_csv(columns, ([_cell(getattr(hit, name)) for name in columns] for hit in hits))


def _cell(value: object) -> object:
    return " ".join(value) if isinstance(value, tuple) else value
