"""Views as CSV: one table a page, safe to open in a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sayso.exports.cells import write_csv
from sayso.search.finding import Facet
from sayso.web import desk_view, finding, report_view, review_agreement, review_log, reviewing, shapes, views
from sayso.web.news import News, StoryNews
from sayso.web.setting import ToldPlace, ToldTime, Words

CLAIM = (
    "article", "outlet", "published", "claim", "voice", "does", "hedged", "confidence", "speaker", "holders", "start",
    "end", "words",
)  # fmt: skip


def claim_row(claim: shapes.ToldClaim, head: shapes.Head) -> tuple[object, ...]:
    return (
        claim.article, head.outlet, head.published, claim.claim, claim.voice, claim.does, claim.hedged,
        claim.confidence, claim.speaker, claim.holders, claim.spans[0][0], claim.spans[-1][1], " … ".join(claim.words),
    )  # fmt: skip


def desk_csv(view: desk_view.DeskView) -> str:
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


def report_csv(view: report_view.ReportView) -> str:
    return write_csv(("note", *CLAIM), ((note.number, *claim_row(note.claim, note.head)) for note in view.notes))


def places_csv(places: Iterable[ToldPlace], heads: Mapping[str, shapes.Head]) -> str:
    """A row for each mention."""
    columns = (
        "place", "geonames_id", "lat", "lon", "country", "feature", "where_prec", "geo_precision", "role", "rule",
        "score", "article", "outlet", "published", "start", "end", "words", "how", "holders",
    )  # fmt: skip
    rows = (
        (
            p.name, p.geonames_id, p.lat, p.lon, p.country, p.feature, p.where_prec, p.geo_precision, m.role, m.rule,
            m.score, *_where_shown(m.shown, heads), m.teller.how, m.teller.holders,
        )
        for p in places for m in p.mentions
    )  # fmt: skip
    return write_csv(columns, rows)


def times_csv(times: Iterable[ToldTime], heads: Mapping[str, shapes.Head]) -> str:
    """A row for each mention."""
    columns = (
        "first", "past_last", "grain", "value", "mod", "signal", "zone", "anchor", "rule", "article", "outlet",
        "published", "start", "end", "words", "how", "holders",
    )  # fmt: skip
    rows = (
        (
            t.first, t.past_last, t.grain, m.value, m.mod, m.signal, m.zone, m.anchor, m.rule,
            *_where_shown(m.shown, heads), m.teller.how, m.teller.holders,
        )
        for t in times for m in t.mentions
    )  # fmt: skip
    return write_csv(columns, rows)


def _where_shown(shown: Words, heads: Mapping[str, shapes.Head]) -> tuple[object, ...]:
    head = heads[shown.article]
    return (head.id, head.outlet, head.published, shown.start, shown.end, shown.words)


def news_csv(news: News) -> str:
    columns = ("article", "title", "outlet", "published", "own", "attributed", "unsettled")
    rows = ((a.id, a.title, a.outlet, a.published, a.own, a.attributed, a.unsettled) for a in news.articles)
    return write_csv(columns, rows)


def story_news_csv(news: StoryNews) -> str:
    columns = ("what", "words", "articles now", "articles before", "is new")
    points = (("point", p.core, p.before + len(p.articles), p.before, p.is_new) for p in news.points)
    disputes = (("dispute", d.why, None, None, True) for d in news.disputes)
    return write_csv(columns, [*points, *disputes])


def queue_csv(view: reviewing.QueueView) -> str:
    columns = ("pick", "worth", "articles", "disputes", "judged", "by", *CLAIM)
    rows = (
        (
            item.pick, item.worth, item.articles, item.disputes, item.stamp.word if item.stamp else "",
            item.stamp.by if item.stamp else "", *claim_row(item.claim, item.head),
        )
        for item in view.items
    )  # fmt: skip
    return write_csv(columns, rows)


def log_csv(view: review_log.LogView) -> str:
    columns = ("number", "at", "coder", "act", "blind", "settles", "undoes", "undone", "adrift", "why", "words", "hash")
    rows = (
        (
            one.number, one.at, one.coder, one.act, one.blind, one.settles, one.undoes, one.undone, one.adrift, one.why,
            one.words, one.hash,
        )
        for one in view.entries
    )  # fmt: skip
    return write_csv(columns, rows)


def agreement_csv(view: review_agreement.AgreementView) -> str:
    columns = ("on", "coders", "claims", "judged_alike", "alpha")
    rows = ((one.on, "; ".join(one.coders), one.units, one.same, one.alpha) for one in view.measured)
    return write_csv(columns, rows)
