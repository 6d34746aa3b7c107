"""What is shown across articles as JSON, one object a line: the shape that scorers and other programs read."""

from __future__ import annotations

import json
from collections.abc import Iterable

import msgspec

from sayso.exports import story_wire as wire
from sayso.exports.reading_json import word_does
from sayso.linking.checking import Checked, Match
from sayso.linking.funnel import Funnel
from sayso.linking.saying import Saying
from sayso.linking.story import LinkedStory
from sayso.linking.tracing import Carried, Trace
from sayso.records.article import Article
from sayso.records.claim import Claim, Link
from sayso.records.drift import Piece, PieceKind
from sayso.records.edge import Edge, Shown
from sayso.records.point import Dispute, Origin, Point, PointClaim
from sayso.records.reading import Reading
from sayso.records.reason import Reason
from sayso.records.span import Span

SCHEMA = wire.SCHEMA


def export_story(story: LinkedStory) -> bytes:
    """A story with its edges and points; keys in a fixed order, scores rounded to three decimals."""
    edges = tuple(_edge(edge, story) for edge in story.edges)
    return _encode(
        wire.StoryJson(story.id, story.articles, edges, tuple(_point(point, story) for point in story.points))
    )


def export_point(point: Point, number: int, story: LinkedStory) -> bytes:
    """A point with the words of its claims."""
    return _encode(
        wire.ToldPointJson(
            story=story.id,
            point=number,
            title=_shown(point.title, story),
            articles=_articles(point.articles, story),
            claims=tuple(_said(*_claim_of(claim, story)) for claim in point.claims),
            reports=point.reports,
            reports_interval=(point.low, point.high),
            origins=tuple(_origin(origin, story) for origin in point.origins),
            disputes=tuple(_dispute(dispute, story) for dispute in point.disputes),
        )
    )


def export_funnel(funnel: Funnel, point: Point, number: int, story: LinkedStory) -> bytes:
    """A point's numbers, each as the list that it counts."""
    return _encode(
        wire.FunnelJson(
            story=story.id,
            point=number,
            title=_shown(point.title, story),
            articles=_articles(funnel.articles, story),
            publishers=_named_lists(funnel.publishers),
            publisher_unknown=funnel.unknown,
            reports=funnel.reports,
            reports_interval=(funnel.low, funnel.high),
            origins=tuple(_origin(origin, story) for origin in funnel.origins),
            sides=_named_lists(funnel.sides),
            side_unknown=funnel.no_side,
        )
    )


def export_echo(edge: Edge, story: LinkedStory) -> bytes:
    """An edge with the words that show it."""
    return _encode(wire.EchoJson(story.id, _edge(edge, story)))


def export_dispute(dispute: Dispute, number: int, story: LinkedStory) -> bytes:
    """A dispute of the story's point ``number``."""
    return _encode(wire.DisputeLineJson(story.id, number, _dispute(dispute, story)))


def export_saying(saying: Saying) -> bytes:
    """A claim whose innermost speaker was asked for."""
    return _encode(wire.SayingJson(saying.actor.name, _said(saying.reading, saying.claim)))


def export_trace(trace: Trace) -> bytes:
    """What the others of its story have of an article."""
    story = trace.story
    text = story.scene.member(trace.article).text
    return _encode(
        wire.TraceJson(
            article=trace.article,
            story=_articles(story.articles, story),
            first=trace.first,
            same_text=trace.same_text,
            depends_on=tuple(_edge(edge, story) for edge in trace.up),
            depend_on_it=tuple(_edge(edge, story) for edge in trace.down),
            carried=tuple(_carried(carried, text) for carried in trace.carried),
            own=tuple(_words(trace.article, span, text) for span in trace.own),
        )
    )


def export_checked(checked: Checked, draft: Reading) -> bytes:
    """A quotation of the draft and what was found of it."""
    text, first = draft.article.text, next(iter(checked.matches), None)
    return _encode(
        wire.CheckedJson(
            start=checked.span.start,
            end=checked.span.end,
            words=checked.span.cut(text),
            speaker=checked.speaker,
            finding=checked.finding,
            matches=tuple(_match(match, text) for match in checked.matches),
            cue=checked.cue.cut(text) if checked.cue else None,
            their_cue=checked.their_cue.cut(first.quoted.text) if checked.their_cue and first else None,
        )
    )


def _encode(shape: msgspec.Struct) -> bytes:
    try:
        return msgspec.json.encode(shape)
    except UnicodeEncodeError:  # a lone surrogate cannot stand in UTF-8; an escape can
        return json.dumps(msgspec.to_builtins(shape), separators=(",", ":")).encode("ascii")


def _words(article: str, span: Span, text: str) -> wire.ShownJson:
    return wire.ShownJson(article, span.start, span.end, span.cut(text))


def _shown(shown: Shown, story: LinkedStory) -> wire.ShownJson:
    return _words(shown.article, shown.span, story.scene.member(shown.article).text)


def _edge(edge: Edge, story: LinkedStory) -> wire.EdgeJson:
    return wire.EdgeJson(
        child=edge.child,
        parent=edge.parent,
        outside=edge.outside,
        kind=edge.kind,
        direction=edge.direction,
        score=round(edge.score, 3),
        reasons=tuple(_reasons(edge.reasons)),
        spans=tuple(_shown(shown, story) for shown in edge.shown),
        runner_up=edge.runner_up,
    )


def _reasons(reasons: Iterable[Reason]) -> Iterable[wire.ReasonJson]:
    return (wire.ReasonJson(reason.kind, round(reason.weight, 3), reason.words) for reason in reasons)


def _point(point: Point, story: LinkedStory) -> wire.PointJson:
    return wire.PointJson(
        title=_shown(point.title, story),
        claims=tuple(
            wire.PointClaimJson(c.article, c.claim, c.voice, word_does(c.does), c.hedged) for c in point.claims
        ),
        reports=point.reports,
        reports_interval=(point.low, point.high),
        origins=tuple(_origin(origin, story) for origin in point.origins),
        disputes=tuple(_dispute(dispute, story) for dispute in point.disputes),
    )


def _origin(origin: Origin, story: LinkedStory) -> wire.OriginJson:
    spans = tuple(_shown(shown, story) for shown in origin.shown)
    return wire.OriginJson(origin.name, origin.named, origin.party, origin.side, origin.articles, spans)


def _dispute(dispute: Dispute, story: LinkedStory) -> wire.DisputeJson:
    return wire.DisputeJson(dispute.about, _shown(dispute.a, story), _shown(dispute.b, story), dispute.why)


def _articles(articles: Iterable[str], story: LinkedStory) -> tuple[wire.ArticleLineJson, ...]:
    return tuple(_article(story.scene.member(article).reading.article) for article in articles)


def _article(article: Article) -> wire.ArticleLineJson:
    published = article.published
    return wire.ArticleLineJson(
        id=article.id,
        title=article.title,
        outlet=article.outlet,
        published=published.time if published else None,
        published_zone=published.zone if published else None,
    )


def _named_lists(lists: Iterable[tuple[str, tuple[str, ...]]]) -> tuple[wire.NamedListJson, ...]:
    return tuple(wire.NamedListJson(name, holds) for name, holds in lists)


def _claim_of(claim: PointClaim, story: LinkedStory) -> tuple[Reading, Claim]:
    reading = story.scene.member(claim.article).reading
    return reading, next(whole for whole in reading.claims if whole.id == claim.claim)


def _said(reading: Reading, claim: Claim) -> wire.SaidJson:
    names = {actor.id: actor.name for actor in reading.actors}
    return wire.SaidJson(
        article=reading.article.id,
        claim=claim.id,
        voice=claim.voice,
        hedged=claim.hedged,
        confidence=claim.confidence,
        content=tuple(_words(reading.article.id, span, reading.article.text) for span in claim.content),
        chain=tuple(_holder(link, names) for link in claim.chain),
    )


def _holder(link: Link, names: dict[str, str]) -> wire.HolderJson:
    return wire.HolderJson(names.get(link.actor or ""), link.role, word_does(link.does))


def _carried(carried: Carried, text: str) -> wire.CarriedJson:
    span = carried.span
    return wire.CarriedJson(span.start, span.end, span.cut(text), carried.quoted, carried.others)


def _match(match: Match, text: str) -> wire.MatchJson:
    quoted = match.quoted
    return wire.MatchJson(
        words=_words(quoted.article, quoted.spans[0], quoted.text),
        speaker=quoted.speaker,
        perhaps=match.perhaps,
        drift=match.drift.kind,
        differs=tuple(_piece(p, text, quoted.text) for p in match.drift.pieces if p.kind is not PieceKind.SAME),
    )


def _piece(piece: Piece, draft: str, article: str) -> wire.PieceJson:
    return wire.PieceJson(piece.a.cut(draft) if piece.a else None, piece.b.cut(article) if piece.b else None)
