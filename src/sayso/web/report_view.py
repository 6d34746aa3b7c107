"""What a report shows: picked claims with their footnotes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.exports.wording import word_credit
from sayso.records.claim import Claim
from sayso.records.reading import Reading
from sayso.records.span import Span, hull
from sayso.web import shapes
from sayso.web.contents import NotHere
from sayso.web.moment import at_one_moment
from sayso.web.page import Page
from sayso.web.room import Room
from sayso.web.telling import show_claims, show_head

MOST_PICKS = 200


@dataclass(frozen=True, slots=True)
class Footnote:
    """A picked claim with all that a reader needs to find it again."""

    number: int
    pick: str
    claim: shapes.ToldClaim
    head: shapes.Head
    sentence: str
    url: str | None
    credits: tuple[str, ...]
    digest: str
    model: str


@dataclass(frozen=True, slots=True)
class ReportView:
    """Picked claims, in the order in which they were picked; ``missing`` are picks that are not in the ledger.

    ``beyond`` so many more were picked than a report takes.
    """

    title: str
    notes: tuple[Footnote, ...]
    missing: tuple[str, ...]
    beyond: int


@at_one_moment
def view_report(room: Room, picks: Sequence[str], title: str = "") -> ReportView:
    notes: list[Footnote] = []
    missing: list[str] = []
    picked = list(dict.fromkeys(picks))
    for pick in picked[:MOST_PICKS]:
        try:
            notes.append(_footnote(room, pick, len(notes) + 1))
        except NotHere:
            missing.append(pick)
    return ReportView(title.strip(), tuple(notes), tuple(missing), max(0, len(picked) - MOST_PICKS))


def _footnote(room: Room, pick: str, number: int) -> Footnote:
    key, _, name = pick.partition(".")
    contents = room.contents()
    reading = room.reading(contents.find(key))
    page = Page(reading, contents.calls)
    claim = next((claim for claim in reading.claims if claim.id == name and claim.content), None)
    if claim is None:
        raise NotHere(f"{pick}: no such claim")
    model = reading.model
    return Footnote(
        number=number,
        pick=pick,
        claim=show_claims(page, [name])[name],
        head=show_head(reading, room.lists, contents.calls),
        sentence=_paragraph(reading, claim),
        url=reading.article.url,
        credits=tuple(dict.fromkeys(word_credit(credit, credit.name) for credit in reading.credits)),
        digest=contents.keys[reading.article.id],
        model=f"{model.name} {model.version} ({model.digest[:12]})",
    )


def _paragraph(reading: Reading, claim: Claim) -> str:
    """The paragraph, or paragraphs, in which a claim's words stand."""
    text, whole = reading.article.text, hull(claim.content)
    start, end = text.rfind("\n", 0, whole.start) + 1, text.find("\n", whole.end)
    return Span(start, len(text) if end < 0 else end).cut(text).strip()
