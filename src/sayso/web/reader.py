"""The Reader: one article's text with its rows beside it, and what the ledger has of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from sayso.exports.marked_text import Line, Mark, cut_lines, cut_text_lines, find_marks, render_marked
from sayso.exports.rows import Layout, Row, lay_out, word_counts
from sayso.exports.wording import word_credit, word_published, word_title
from sayso.reading.claims import CLEAR_FROM, LIKELY_FROM, OWN_CLEAR_FROM
from sayso.records.attribution import AttributionKind, Commitment
from sayso.records.block import BlockKind
from sayso.records.claim import Voice
from sayso.records.reading import Reading
from sayso.records.span import Span
from sayso.web import shapes
from sayso.web.facts import Fact, cut_facts, find_facts
from sayso.web.happened import find_event_facts
from sayso.web.page import Page
from sayso.web.telling import show_claims

SHOWS = ("quotations", "paraphrase", "own", "hedges", "events", "times", "places", "numbers")
QUOTED = frozenset({AttributionKind.DIRECT, AttributionKind.MIXED})
THRESHOLDS = (
    f"attributed rows are clear from a score of {CLEAR_FROM}, own voice from {OWN_CLEAR_FROM}; "
    f"likely from {LIKELY_FROM}; unsure below"
)


@dataclass(frozen=True, slots=True)
class Card:
    """A row of the margin, with the claim that it shows."""

    row: Row
    claim: shapes.ToldClaim | None
    kinds: tuple[str, ...]
    point: str | None


@dataclass(frozen=True, slots=True)
class ShownLine:
    words: Markup
    kind: str
    cards: tuple[Card, ...]
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class ReaderView:
    """All that the page shows of one article."""

    reading: Reading
    title: str
    published: str
    credits: tuple[str, ...]
    counts: str
    layout: Layout
    lines: tuple[ShownLine, ...]
    told_as_fact: tuple[Card, ...]
    heads: tuple[Card, ...]
    key: str


def read_page(
    reading: Reading, page: Page, *, here: Span | None = None, points: dict[str, str] | None = None
) -> ReaderView:
    """The view of a reading; ``here`` is a stretch to be shown, ``points`` gives a claim's point its address."""
    layout = lay_out(reading)
    claims, places = show_claims(page), points or {}
    cards = {row.number: _card(row, claims, places) for row in layout.rows}
    facts = find_facts(reading, *find_event_facts(reading))
    lines = list(cut_lines(reading, layout.rows, page_marks(layout.rows, facts, here)))
    beside = cut_facts(facts, [line.span.start for line in lines])
    return ReaderView(
        reading=reading,
        title=word_title(reading.article),
        published=word_published(reading.article),
        credits=tuple(dict.fromkeys(word_credit(credit, credit.name) for credit in reading.credits)),
        counts=word_counts(layout),
        layout=layout,
        lines=tuple(_line(reading, line, cards, held) for line, held in zip(lines, beside, strict=True)),
        told_as_fact=tuple(cards[row.number] for row in layout.own if row.must_be_seen_first),
        heads=tuple(card for card in cards.values() if card.row.where in ("headline", "deck")),
        key=page.keys.key(reading.article.id),
    )


def _card(row: Row, claims: dict[str, shapes.ToldClaim], points: dict[str, str]) -> Card:
    return Card(row, claims.get(row.claim or ""), kinds_of(row), points.get(row.claim or ""))


def kinds_of(row: Row) -> tuple[str, ...]:
    """Under which of the page's switches a row falls."""
    kinds = []
    if row.voice is Voice.OWN:
        kinds.append("own")
    elif row.kind in QUOTED:
        kinds.append("quotations")
    else:
        kinds.append("paraphrase")
    if row.hedged or row.commitment is Commitment.HEDGES:
        kinds.append("hedges")
    return tuple(kinds)


def page_marks(rows: Sequence[Row], facts: Iterable[Fact], here: Span | None) -> list[Mark]:
    """The rows' marks with their kinds, the times, places and numbers, and the stretch that was asked for."""
    marks = list(find_marks(rows))
    marks += [Mark(span, f"is-{kind}") for row in rows for kind in kinds_of(row) for span in row.content]
    marks += [Mark(fact.span, f"is-{fact.kind}") for fact in facts]
    if here is not None:
        marks.append(Mark(here, "here", anchor=f"c={here.start}-{here.end}"))
    return sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end, mark.number or 0))


def _line(reading: Reading, line: Line, cards: dict[int, Card], facts: tuple[Fact, ...]) -> ShownLine:
    words = Markup(render_marked(reading.article.text, line.span, line.marks))
    kind = "" if line.kind is BlockKind.BODY else line.kind.value
    return ShownLine(words, kind, tuple(cards[row.number] for row in line.rows), facts)


def within(asked: str | None, text: str) -> Span | None:
    """The stretch that ``120-245`` asks for, if it lies in the text."""
    first, _, last = (asked or "").partition("-")
    if not (first.isascii() and first.isdecimal() and last.isascii() and last.isdecimal() and len(first + last) < 20):
        return None
    return Span(int(first), int(last)) if int(first) < int(last) <= len(text) else None


def points_of(story: shapes.ToldStory | None, article: str) -> dict[str, str]:
    """By claim of this article, the address of the point that it makes with others."""
    if story is None:
        return {}
    held = ((claim, point) for point in story.points for claim in point.claims if claim.article == article)
    return {claim.claim: point.link for claim, point in held}


def edges_of(story: shapes.ToldStory | None, article: str) -> tuple[Sequence[shapes.ToldEdge], ...]:
    """What the article depends on, and what depends on it."""
    if story is None:
        return (), ()
    return (
        [edge for edge in story.edges if edge.child == article],
        [edge for edge in story.edges if edge.parent == article],
    )


def pair_words(text: str, spans: Iterable[Span]) -> Iterator[tuple[Markup, str]]:
    """Every line of a text with the stretches marked that another text has as well, and its number of words marked."""
    marks = [Mark(span, "shared") for span in sorted(spans)]
    for span, inside in cut_text_lines(text, marks):
        yield Markup(render_marked(text, span, inside)), "shared" if inside else ""
