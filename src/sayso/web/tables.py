"""Views as CSV: one table a page, safe to open in a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.exports.csv_table import write_csv
from sayso.search.finding import Facet
from sayso.web import finding, shapes, views

CLAIM = (
    "article", "outlet", "published", "claim", "voice", "does", "hedged", "confidence", "speaker", "holders", "start",
    "end", "words",
)  # fmt: skip


def claim_row(claim: shapes.ToldClaim, head: shapes.Head) -> tuple[object, ...]:
    return (
        claim.article, head.outlet, head.published, claim.claim, claim.voice, claim.does, claim.hedged,
        claim.confidence, claim.speaker, claim.holders, claim.spans[0][0], claim.spans[-1][1], " … ".join(claim.words),
    )  # fmt: skip


def desk_csv(view: views.DeskView) -> str:
    columns = ("story", "title", "articles", "publishers", "reports", "low", "high", "origins", "points", "disputes")
    rows = (
        (line.id, line.title, line.articles, *line.counts[1:6], line.points, line.disputes) for line in view.stories
    )
    return write_csv(columns, rows)


def article_csv(claims: Iterable[shapes.ToldClaim], head: shapes.Head) -> str:
    return write_csv(CLAIM, (claim_row(claim, head) for claim in claims))


def story_csv(story: shapes.ToldStory) -> str:
    columns = ("point", "title", "articles", "publishers", "reports", "low", "high", "origins", "sides", "disputes")
    rows = (
        (
            p.number, p.title.words, len(p.articles), len(p.publishers), len(p.reports), p.low, p.high,
            "; ".join(origin.name for origin in p.origins), "; ".join(side.name for side in p.sides), len(p.disputes),
        )
        for p in story.points
    )  # fmt: skip
    return write_csv(columns, rows)


def point_csv(view: views.PointView) -> str:
    return write_csv(CLAIM, (claim_row(claim, view.story.head(claim.article)) for claim in view.point.claims))


def edges_csv(edges: Iterable[shapes.ToldEdge]) -> str:
    columns = ("child", "parent", "outside", "kind", "direction", "score", "reasons", "or else")
    rows = (
        (e.child, e.parent, e.outside, e.kind, e.direction, e.score, "; ".join(r.words for r in e.reasons), e.runner_up)
        for e in edges
    )
    return write_csv(columns, rows)


def found_csv(found: finding.Found | None) -> str:
    columns = ("article", "outlet", "day", "claim", "voice", "does", "hedged", "confidence", "speaker", "via", "words")
    rows = (
        (
            h.article, h.outlet, h.day, h.claim, h.voice, h.does, h.hedged, h.confidence, h.speaker, h.via,
            "".join(h.parts),
        )
        for h in (found.hits if found else ())
    )  # fmt: skip
    return write_csv(columns, rows)


def sources_csv(sources: Iterable[Facet]) -> str:
    return write_csv(("source", "claims"), ((one.value, one.count) for one in sources))


def report_csv(view: views.ReportView) -> str:
    return write_csv(("note", *CLAIM), ((note.number, *claim_row(note.claim, note.head)) for note in view.notes))
