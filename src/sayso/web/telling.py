"""A linked story as data for pages: made once, kept, and shown many times."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from sayso.exports.calling import with_tags, word_time
from sayso.exports.echo_text import VERBS
from sayso.exports.escapes import GAP, on_one_line
from sayso.exports.story_text import cut_around, find_core, gives
from sayso.exports.wording import word_actor, word_anonymity
from sayso.ledger.claimrows import title_words
from sayso.linking.drift import compare_quotations
from sayso.linking.funnel import make_funnel, publisher_of
from sayso.linking.prepared import LinkLists
from sayso.linking.story import LinkedStory
from sayso.linking.tracing import find_first
from sayso.records.actor import Actor
from sayso.records.attribution import Attribution, AttributionKind, Commitment
from sayso.records.claim import Claim, Link, Role, Voice
from sayso.records.drift import DriftKind, PieceKind
from sayso.records.edge import Edge, EdgeKind, Shown
from sayso.records.point import Dispute, Origin, Point
from sayso.records.quantity import Quantity
from sayso.records.reading import Reading
from sayso.records.span import Span, hull
from sayso.web import links, shapes
from sayso.web.mentions import Around
from sayso.web.page import Keys, Page, show_words
from sayso.web.placed import find_places
from sayso.web.setting import Words
from sayso.web.timed import find_times

QUOTED = frozenset({AttributionKind.DIRECT, AttributionKind.MIXED})
MOST_QUOTED = 24  # quotations of a point that are compared with each other
SHORTEST_QUOTED = 4  # words
APART = frozenset({DriftKind.EXACT, DriftKind.DIFFERENT})
OUTLET = "the outlet"
NOT_GIVEN = "source not given"


def show_claims(page: Page, wanted: Iterable[str] | None = None) -> dict[str, shapes.ToldClaim]:
    """The claims of a reading by id, as pages show them; those named, or all."""
    names = None if wanted is None else set(wanted)
    actors, attributions = page.actors(), page.attributions()
    return {
        claim.id: _claim(page, claim, actors, attributions.get(claim.attribution or ""))
        for claim in page.reading.claims
        if claim.content and (names is None or claim.id in names)
    }


def _claim(page: Page, claim: Claim, actors: dict[str, Actor], source: Attribution | None) -> shapes.ToldClaim:
    text, does = page.reading.article.text, claim.chain[-1].does if claim.chain else None
    commitment = does if isinstance(does, Commitment) else None
    last = claim.chain[-1] if claim.chain and claim.voice is Voice.ATTRIBUTED else None
    speaker = actors.get(last.actor or "") if last is not None and last.role is not Role.OUTLET else None
    whole = hull(claim.content)
    return shapes.ToldClaim(
        article=page.id,
        claim=claim.id,
        spans=tuple((span.start, span.end) for span in claim.content),
        words=tuple(span.cut(text) for span in claim.content),
        how=_how(claim, commitment),
        voice=claim.voice.value,
        does=commitment.value if commitment else None,
        hedged=claim.hedged,
        quoted=source is not None and source.kind in QUOTED,
        confidence=claim.confidence.value,
        score=round(claim.score, 3),
        where=page.where(whole),
        holders=_word_holders(claim, actors),
        speaker=speaker.name if speaker else None,
        speaker_shown=_named(page, speaker) if speaker else None,
        speaker_why=source.speaker_why if source else None,
        cue=tuple(span.cut(text) for span in source.cue) if source else (),
        chain=tuple(_holder(page, link, actors) for link in claim.chain),
        numbers=tuple(_numbers(page.reading.quantities, claim.content, text)),
        link=page.keys.link(page.id, whole),
    )


def _named(page: Page, actor: Actor) -> Words | None:
    """Where the article first calls an actor by the name under which it is shown, or else at all."""
    text = page.reading.article.text
    named = (span for span in actor.mentions if span.cut(text) == actor.name)
    span = next(named, actor.mentions[0] if actor.mentions else None)
    return page.words(span) if span else None


def _word_holders(claim: Claim, actors: dict[str, Actor]) -> str:
    """Whose say-so a claim is, and how it came here: "Ada Quill · through Kell Post"."""
    parts: list[str] = []
    for link in reversed(claim.chain):
        if link.role in (Role.OUTLET, Role.AGENCY):  # a credit of the page makes no agency say a sentence
            continue
        actor = actors.get(link.actor or "")
        name = on_one_line(word_actor(actor)) if actor else NOT_GIVEN
        note = word_anonymity(actor) if actor else ""
        before = "" if not parts else "through " if link.role is Role.RELAY else "as told by "
        parts.append(f"{before}{name}" + (f" ({note})" if note else ""))
    return " · ".join(parts) or (OUTLET if claim.voice is Voice.OWN else NOT_GIVEN)


def _how(claim: Claim, commitment: Commitment | None) -> str:
    if commitment is Commitment.DENIES:
        return "denied"
    if claim.hedged or commitment is Commitment.HEDGES:
        return "hedged"
    if claim.voice is Voice.OWN:
        return "own"
    if commitment is Commitment.CONFIRMS:
        return "confirmed"
    return "attributed" if claim.voice is Voice.ATTRIBUTED else "unsettled"


def _holder(page: Page, link: Link, actors: dict[str, Actor]) -> shapes.Holder:
    actor, span = actors.get(link.actor or ""), link.evidence.span
    outlet = page.reading.article.outlet or OUTLET
    name = word_actor(actor) if actor else outlet if link.role is Role.OUTLET else NOT_GIVEN
    return shapes.Holder(
        name=name,
        role=link.role.value,
        does=link.does.value if link.does else None,
        note=word_anonymity(actor) if actor else "",
        scope=link.evidence.scope.value,
        found_by=link.evidence.kind,
        shown=page.words(span) if span else None,
    )


def _numbers(quantities: Iterable[Quantity], content: Iterable[Span], text: str) -> Iterator[shapes.Number]:
    spans = tuple(content)
    for q in quantities:
        if any(span.covers(q.span) for span in spans):
            bound = q.bound.value if q.bound else None
            yield shapes.Number(
                q.span.cut(text), q.span.start, q.span.end, q.value, q.low, q.high, bound, q.approximate, q.unit
            )


def show_head(reading: Reading, lists: LinkLists, keys: Keys) -> shapes.Head:
    article = reading.article
    published = article.published
    return shapes.Head(
        id=article.id,
        title=title_words(reading),
        outlet=article.outlet,
        publisher=publisher_of(article, lists.agencies),
        published=published.time if published else None,
        zone=published.zone if published else None,
        when=word_time(article),
        key=keys.key(article.id),
        link=keys.link(article.id),
    )


@dataclass(frozen=True)
class _Teller:
    """Tells one story."""

    story: LinkedStory
    lists: LinkLists
    keys: Keys

    def shown(self, shown: Shown) -> Words:
        return show_words(shown.article, shown.span, self.story.scene.member(shown.article).text, self.keys)

    def edge(self, edge: Edge) -> shapes.ToldEdge:
        aim = self.keys.edge_link(edge.child, edge.parent) if edge.parent else self.keys.echoes_link(edge.child)
        return shapes.ToldEdge(
            child=edge.child,
            parent=edge.parent,
            outside=edge.outside,
            kind=edge.kind.value,
            direction=edge.direction.value,
            score=round(edge.score, 3),
            verb="credits" if edge.kind is EdgeKind.CREDITS else VERBS[edge.kind],
            reasons=tuple(
                shapes.Reason(reason.kind, round(reason.weight, 3), with_tags(reason.words, self.story))
                for reason in edge.reasons
            ),
            shown=tuple(self.shown(shown) for shown in edge.shown),
            runner_up=with_tags(edge.runner_up, self.story) if edge.runner_up else None,
            link=aim,
        )

    def point(self, number: int, point: Point, claims: Mapping[tuple[str, str], shapes.ToldClaim]) -> shapes.ToldPoint:
        core, title = find_core(point, self.story), point.title
        text = self.story.scene.member(title.article).text
        told = tuple(claims[c.article, c.claim] for c in point.claims if (c.article, c.claim) in claims)
        funnel = make_funnel(point, self.story, self.lists.agencies)
        return shapes.ToldPoint(
            number=number,
            before=text[title.span.start : core.start],
            core=core.cut(text),
            after=text[core.end : title.span.end],
            title=self.shown(title),
            claims=told,
            articles=point.articles,
            publishers=tuple(shapes.Publisher(name, held) for name, held in funnel.publishers),
            publisher_unknown=funnel.unknown,
            reports=funnel.reports,
            low=funnel.low,
            high=funnel.high,
            sides=tuple(shapes.Side(name, origins) for name, origins in funnel.sides),
            side_unknown=funnel.no_side,
            origins=tuple(self.origin(origin, point) for origin in point.origins),
            disputes=tuple(self.dispute(dispute) for dispute in point.disputes),
            variants=tuple(self.variants(told)),
            link=self._point_link(told[0] if told else None, point),
        )

    def _point_link(self, first: shapes.ToldClaim | None, point: Point) -> str:
        if first is None:
            return self.keys.story_link(point.title.article)
        key, name = self.keys.key(first.article), self.keys.name(first.article)
        return links.point_link(key, first.spans[0][0], first.spans[-1][1], name)

    def origin(self, origin: Origin, point: Point) -> shapes.ToldOrigin:
        return shapes.ToldOrigin(
            name=origin.name,
            named=origin.named,
            party=origin.party,
            side=origin.side,
            articles=origin.articles,
            said_in=tuple(article for article in origin.articles if gives(article, origin, point, self.story)),
            shown=tuple(self.shown(shown) for shown in origin.shown),
        )

    def dispute(self, dispute: Dispute) -> shapes.ToldDispute:
        return shapes.ToldDispute(
            dispute.about.value, with_tags(dispute.why, self.story), self.disputed(dispute.a), self.disputed(dispute.b)
        )

    def disputed(self, shown: Shown) -> shapes.Disputed:
        before, _, after = cut_around(shown, self.story)
        goes_on = before.startswith(GAP), after.endswith(GAP)
        return shapes.Disputed(before.removeprefix(GAP), self.shown(shown), after.removesuffix(GAP), *goes_on)

    def variants(self, claims: tuple[shapes.ToldClaim, ...]) -> Iterator[shapes.Variant]:
        """The pairs of a point's quotations that are one utterance in different words, each wording once."""
        seen: dict[str, int] = {}
        for number, claim in enumerate(claims):
            words = " ".join(claim.words)
            if claim.quoted and len(words.split()) >= SHORTEST_QUOTED:
                seen.setdefault(" ".join(words.split()).casefold(), number)
        for a, b in combinations(list(seen.values())[:MOST_QUOTED], 2):
            variant = self._variant(claims, a, b)
            if variant is not None:
                yield variant

    def _variant(self, claims: tuple[shapes.ToldClaim, ...], a: int, b: int) -> shapes.Variant | None:
        texts = [self.story.scene.member(claims[n].article).text for n in (a, b)]
        spans = [[Span(*pair) for pair in claims[n].spans] for n in (a, b)]
        drift = compare_quotations(texts[0], spans[0], texts[1], spans[1])
        if drift.kind in APART:
            return None
        pieces = tuple(
            shapes.Difference(
                "same" if piece.kind is PieceKind.SAME else piece.kind.value,
                piece.a.cut(texts[0]) if piece.a else None,
                piece.b.cut(texts[1]) if piece.b else None,
            )
            for piece in drift.pieces
        )
        return shapes.Variant(drift.kind.value, drift.reason, a, b, pieces)


def tell_story(story: LinkedStory, lists: LinkLists, keys: Keys) -> shapes.ToldStory:
    """All that pages show of a story."""
    teller = _Teller(story, lists, keys)
    pages = [Page(member.reading, keys) for member in story.scene.members]
    told = {page.id: show_claims(page) for page in pages}
    claims = {(article, name): claim for article, held in told.items() for name, claim in held.items()}
    around = [(page, Around.of(told[page.id])) for page in pages]
    readings = [member.reading for member in story.scene.members]
    model = readings[0].model
    return shapes.ToldStory(
        id=story.id,
        title=title_words(readings[0]),
        articles=tuple(show_head(reading, lists, keys) for reading in readings),
        first=find_first(one for one in story.scene.members if one.id not in story.scene.misdated),
        edges=tuple(teller.edge(edge) for edge in story.edges),
        points=tuple(teller.point(number, point, claims) for number, point in enumerate(story.points, 1)),
        times=find_times(around),
        places=find_places(around),
        model=f"{model.name} {model.version}",
        link=keys.story_link(story.id),
        echoes=keys.echoes_link(story.id),
    )
