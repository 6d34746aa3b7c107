"""A linked story as rows of tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.exports import story_rows as rows
from sayso.exports.reading_json import word_does
from sayso.linking.story import LinkedStory
from sayso.records.edge import Edge, Shown
from sayso.records.point import Point
from sayso.records.reason import Reason

Row = (
    rows.StoryRow | rows.EdgeRow | rows.PointRow | rows.PointClaimRow | rows.ReportRow | rows.OriginRow
    | rows.DisputeRow
)  # fmt: skip


def story_rows_of(story: LinkedStory) -> Iterator[Row]:
    """Every row of a story, table by table; of one whose text is withheld, without words."""
    for position, article in enumerate(story.articles, 1):
        yield rows.StoryRow(story.id, position, article)
    yield from (_edge_row(story, number, edge) for number, edge in enumerate(story.edges, 1))
    for number, point in enumerate(story.points, 1):
        yield from _rows_of_point(story, number, point)


def _edge_row(story: LinkedStory, number: int, edge: Edge) -> rows.EdgeRow:
    return rows.EdgeRow(
        story=story.id,
        number=number,
        child=edge.child,
        parent=edge.parent,
        outside=edge.outside,
        kind=edge.kind,
        direction=edge.direction,
        score=round(edge.score, 3),
        reasons=tuple(_rounded(edge.reasons)),
        shown=_places(edge.shown, story),
        runner_up=edge.runner_up,
    )


def _rows_of_point(story: LinkedStory, number: int, point: Point) -> Iterator[Row]:
    yield _point_row(story, number, point)
    for claim in point.claims:
        yield rows.PointClaimRow(
            story.id, number, claim.article, claim.claim, claim.voice, word_does(claim.does), claim.hedged
        )
    for at, report in enumerate(point.reports, 1):
        yield from (rows.ReportRow(story.id, number, at, article) for article in report)
    for at, o in enumerate(point.origins, 1):
        shown = _places(o.shown, story)
        yield rows.OriginRow(story.id, number, at, o.name, o.named, o.party, o.side, o.articles, shown)
    for at, dispute in enumerate(point.disputes, 1):
        a, b = _places((dispute.a, dispute.b), story)
        yield rows.DisputeRow(story.id, number, at, dispute.about, a, b, dispute.why)


def _point_row(story: LinkedStory, number: int, point: Point) -> rows.PointRow:
    title = _place(point.title, story)
    return rows.PointRow(
        story=story.id,
        point=number,
        article=title.article,
        start=title.start,
        end=title.end,
        words=title.words,
        claims=len(point.claims),
        articles=len(point.articles),
        reports_low=point.low,
        reports_high=point.high,
        origins=len(point.origins),
        disputes=len(point.disputes),
    )


def _places(shown: Iterable[Shown], story: LinkedStory) -> tuple[rows.Place, ...]:
    return tuple(_place(one, story) for one in shown)


def _place(shown: Shown, story: LinkedStory) -> rows.Place:
    words = shown.span.cut(story.scene.member(shown.article).text) or None
    return rows.Place(shown.article, shown.span.start, shown.span.end, words)


def _rounded(reasons: Iterable[Reason]) -> Iterator[Reason]:
    return (Reason(reason.kind, round(reason.weight, 3), reason.words) for reason in reasons)
