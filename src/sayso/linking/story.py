"""One story linked whole: who depends on whom, what is said alike, by how many and from whom, and what is disputed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from sayso.ledger.review.judged import NOTHING, Judgements
from sayso.linking.contextual import Contextual
from sayso.linking.disputes import find_disputes
from sayso.linking.echoes import find_echoes
from sayso.linking.edges import find_edges
from sayso.linking.media import Media, learn_media, media_key
from sayso.linking.media_places import find_own_names, find_telling_names
from sayso.linking.misdated import find_misdated
from sayso.linking.namings import find_namings
from sayso.linking.origins import find_origins
from sayso.linking.pairs import Pair, compare_pair
from sayso.linking.pieces import find_pieces
from sayso.linking.points import Group, group_points
from sayso.linking.prepared import LinkLists, Prepared
from sayso.linking.reports import group_reports
from sayso.linking.scene import Scene
from sayso.linking.statements import Statement, statements_of
from sayso.linking.ties import Key, Ties
from sayso.lists.publishers import find_by_address, find_publisher
from sayso.reading.sentences import find_sentences
from sayso.records.claim import Voice
from sayso.records.edge import Edge, Shown
from sayso.records.point import Point, PointClaim
from sayso.records.span import Span

CLOSE_TO_CORE = 0.65
MAIN_SHARE = 0.6  # a point that so many articles make, measured by the one of most, is what the story is about
POINTING_BACK = frozenset("he she it they this that these those his her its their but and so i we".split())
FEWEST_WORDS = 4  # of a title
BEGINS = re.compile(r"[“\"‘'(\[$£€]{0,3}[A-Z0-9À-Þ]")  # as a sentence does, and no half of one
STRAY = re.compile(r"[\s―—–•*·-]+")  # marks before a sentence that are none of it
LEAD = 0.2  # what stands in so early a part of a text is what it begins with


@dataclass(frozen=True, slots=True)
class LinkedStory:
    """A story's scene with its edges and points, the point of most articles first.

    ``left_out`` are the claims of its articles that people rejected: no count is made of them.
    """

    scene: Scene
    edges: tuple[Edge, ...]
    points: tuple[Point, ...]
    left_out: tuple[Key, ...] = ()

    @property
    def id(self) -> str:
        """A story goes by the id of its earliest article."""
        return self.scene.members[0].id

    @property
    def articles(self) -> tuple[str, ...]:
        return tuple(member.id for member in self.scene.members)


def set_scene(members: Sequence[Prepared], lists: LinkLists, pairs: Sequence[Pair] | None = None) -> Scene:
    """The story's articles with their pairs, the media they name, and the pieces that are here; in order of time."""
    ordered = tuple(sorted(members, key=_when))
    ids = {member.id for member in ordered}
    if pairs is None:
        pairs = [compare_pair(a, b) for a, b in combinations(ordered, 2)]
    echoes = find_echoes(ordered)
    originals = [member for member in ordered if member.id not in echoes]
    media = learn_media([member.reading for member in originals], lists.agencies)
    namings = {member.id: find_namings(member.reading, lists.agencies, media) for member in ordered}
    outlets = {member.id: _outlet_key(member, lists) or _own_key(member, media, lists) for member in ordered}
    pieces = find_pieces(originals, namings, outlets, lists.weigher)
    here = tuple(sorted((pair for pair in pairs if pair.a in ids and pair.b in ids), key=lambda p: (p.a, p.b)))
    scene = Scene(ordered, namings, pieces, outlets, here, echoes)
    return replace(scene, misdated=find_misdated(scene))


def _when(member: Prepared) -> tuple[str, str]:
    published = member.reading.article.published
    return (published.time if published else "~", member.id)  # an unknown time comes last


def _outlet_key(member: Prepared, lists: LinkLists) -> str | None:
    article = member.reading.article
    publisher = find_publisher(article, lists.agencies)
    if publisher is None and not article.outlet:
        publisher = find_by_address(article.text, lists.agencies)
    name = publisher.name if publisher else article.outlet
    return media_key(name, lists.agencies) if name else None


def _own_key(member: Prepared, media: Media, lists: LinkLists) -> str | None:
    """The medium that the text itself tells to be its own, unless it names it as others do too."""
    keys = {media_key(name, lists.agencies) for name in find_own_names(member.text)}
    others = {media_key(span.cut(member.text), lists.agencies) for span in find_telling_names(member.reading)}
    return next((media.full.get(key, key) for key in sorted(keys - others) if key in media.keys), None)


def link_story(
    scene: Scene, lists: LinkLists, contextual: Contextual | None, judgements: Judgements = NOTHING
) -> LinkedStory:
    """Edges and points of one story (without ``contextual`` edges only); in whatever order its articles came.

    The members are readings as people left them; ``judgements`` tell what they tied and rejected.
    """
    edges = find_edges(scene)
    left_out = judgements.rejected(member.id for member in scene.members)
    if contextual is None:
        return LinkedStory(scene, edges, (), left_out)
    statements = statements_of(scene.members, contextual, lists.weigher.counts)
    groups = sorted(group_points(statements, Ties(judgements.same, judgements.apart)), key=_weight)
    most = _breadth(groups[0]) if groups else 0
    points = (make_point(group, scene, lists, main=_breadth(group) >= MAIN_SHARE * most) for group in groups)
    return LinkedStory(scene, edges, tuple(points), left_out)


def _breadth(group: Group) -> int:
    return len({statement.article for statement in group.members})


def _weight(group: Group) -> tuple[int, int, float, Key]:
    """More articles first, then what more of them begin with, then what they say sooner."""
    first: dict[str, float] = {}
    for s in group.members:
        first[s.article] = min(first.get(s.article, 1.0), s.span.start / len(s.prepared.text))
    leads = sum(place < LEAD for place in first.values())
    return (-len(first), -leads, sum(first.values()) / len(first), group.core.key)


def make_point(group: Group, scene: Scene, lists: LinkLists, *, main: bool) -> Point:
    """The point that a group of statements makes, counted over the articles that hold it."""
    order = {member.id: number for number, member in enumerate(scene.members)}
    members = sorted(group.members, key=lambda statement: (order[statement.article], statement.span))
    articles = tuple(dict.fromkeys(statement.article for statement in members))
    reports = group_reports(articles, scene)
    return Point(
        title=title_of(group),
        claims=tuple(_claim(statement) for statement in members),
        reports=reports.groups,
        low=reports.low,
        high=reports.high,
        origins=find_origins(members, reports.groups, scene, lists.agencies, main=main),
        disputes=find_disputes(group),
    )


def _claim(statement: Statement) -> PointClaim:
    claim = statement.claim
    return PointClaim(statement.article, claim.id, claim.voice, statement.does, claim.hedged)


def title_of(group: Group) -> Shown:
    """The sentence of a statement near the group's likest one that can be understood alone.

    In an outlet's own voice only if most of its articles say it so: what one tells as fact and thirteen attribute is
    shown as somebody's word.
    """
    near = [s for s in group.members if s == group.core or _closeness(s, group) >= CLOSE_TO_CORE]
    own = {s.article for s in group.members if s.claim.voice is Voice.OWN}
    plain = 2 * len(own) > len({s.article for s in group.members})
    best = max(
        near,
        key=lambda s: (_is_whole(s), _stands_alone(s), (s.claim.voice is Voice.OWN) is plain, s == group.core, s.key),
    )
    return Shown(best.article, sentence_of(best))


def _is_whole(statement: Statement) -> bool:
    """Whether its sentence begins and ends as one does; a headline is whole as it stands."""
    words = sentence_of(statement).cut(statement.prepared.text)
    return len(words.split()) >= FEWEST_WORDS and BEGINS.match(words) is not None and "\n" not in words


def _stands_alone(statement: Statement) -> bool:
    """Whether its sentence does not begin with a word that points back."""
    words = sentence_of(statement).cut(statement.prepared.text).lower().replace("“", "").replace('"', "").split()
    return bool(words) and words[0].rstrip(",") not in POINTING_BACK


def _closeness(statement: Statement, group: Group) -> float:
    first, second = sorted((statement.key, group.core.key))
    sameness = group.sameness.get((first, second))
    return sameness.probability if sameness else 0.0


def sentence_of(statement: Statement) -> Span:
    """The whole sentence or sentences around a statement; of one in several paragraphs, around most of it."""
    text, span = statement.prepared.text, statement.span
    if "\n" in span.cut(text):
        span = max(statement.claim.content, key=len)
    blocks = (block.span for block in statement.prepared.reading.article.blocks)
    line = text.rfind("\n", 0, span.start) + 1
    start = next((block.start for block in blocks if block.start <= span.start < block.end), line)  # past a dateline
    end = text.find("\n", span.end)
    found = [s for s in find_sentences(text, start, len(text) if end < 0 else end) if s.overlaps(span)]
    return _trimmed(Span(found[0].start, found[-1].end), text) if found else span


def _trimmed(sentence: Span, text: str) -> Span:
    """Without a dash or a bullet before it and a quotation mark behind it that closes nothing."""
    stray = STRAY.match(text, sentence.start, sentence.end)
    start, end = stray.end() if stray else sentence.start, sentence.end
    words = text[start:end]
    if words.endswith('"') and words.count('"') % 2 and len(words) > 1:
        end -= 1
    return Span(start, end) if start < end else sentence
