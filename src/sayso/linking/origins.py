"""The innermost sources that articles give for a point, and under whose authority they stand as the texts tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.linking.prepared import Prepared
from sayso.linking.proper_names import PERSON
from sayso.linking.quoted.speakers import read_name, same_speaker
from sayso.linking.reports import group_proven
from sayso.linking.scene import Scene
from sayso.linking.speakers import (
    NOT_SPEAKING,
    find_side,
    innermost_speaker,
    is_proper,
    main_speaker,
    name_of,
    person_in,
    told_at,
)
from sayso.linking.statements import Statement
from sayso.linking.wording import word_spans
from sayso.lists.agencies import Agencies
from sayso.reading.actors import is_pronoun
from sayso.records.actor import Actor, ActorKind
from sayso.records.attribution import Commitment
from sayso.records.claim import Confidence
from sayso.records.edge import Shown
from sayso.records.point import Origin
from sayso.records.span import Span

# "citing two harbour officials", "quoting Ada Quill". Words are bounded, so that a text without blanks ends as well.
CITING = re.compile(
    r"\b(?:citing|which cited|quoting|attributed (?:it|this|the report) to) (?:the |an? )?"
    rf"([a-z]{{1,30}} ?(?:[a-z]{{1,30}} )?(?:sources?|officials?|people|insiders)|{PERSON})"
)
CITED_WITHIN = 400  # characters past the paragraph that names the medium; past the name in the last paragraph
SHARED_FROM = 0.3  # a source that so many of a report's articles give is the report's own


@dataclass(frozen=True, slots=True)
class _Given:
    """An article gives ``name`` for the point, by the words of ``span``; ``group`` is the report it belongs to.

    ``party``: a rule calls it an interested party to what it says of the point; ``side`` is its side by the list.
    """

    article: str
    name: str
    named: bool
    span: Span | None
    group: int
    person: bool = False
    party: bool = False
    side: str | None = None

    @property
    def last(self) -> str:
        return self.name.casefold().split()[-1]


def find_origins(
    members: Sequence[Statement], reports: Sequence[Sequence[str]], scene: Scene, agencies: Agencies, *, main: bool
) -> tuple[Origin, ...]:
    """The origins of a point, the one of most articles first.

    An article's origin is the named source whose say-so most of its claims of the point are. Without one it is, for a
    story's ``main`` point, the source who says most in the article or that its report gives elsewhere; then the medium
    that it credits, then an unnamed source. Named sources are one if their names are; an unnamed one is one within what
    is proven to be one report, and never joined with one of another.
    """
    by_article: dict[str, list[Statement]] = {}
    for statement in members:
        by_article.setdefault(statement.article, []).append(statement)
    given: list[_Given] = []
    about = _contents(members) if main else None
    for number, group in enumerate(reports):
        here = {article: by_article[article] for article in group if article in by_article}
        given.extend(_with_echoes(here, number, scene, agencies, about))
    proven = {a: number for number, group in enumerate(group_proven(list(by_article), scene)) for a in group}
    given = [replace(one, group=proven[one.article]) for one in given]
    title = members[0].forms if members else ()
    origins = [_origin(cluster, title, scene) for cluster in _clusters(given)]
    return tuple(sorted(origins, key=lambda origin: (-len(origin.articles), origin.name)))


def _with_echoes(
    report: Mapping[str, Sequence[Statement]], number: int, scene: Scene, agencies: Agencies, about: str | None
) -> Iterator[_Given]:
    """What the texts of one report give, for every article that has the text."""
    originals = scene.originals(report)
    texts = {article: report[article] for article in dict.fromkeys(originals.values())}
    for one in _given_in(texts, number, scene, agencies, about):
        yield from (replace(one, article=article) for article in report if originals[article] == one.article)


def _given_in(
    report: Mapping[str, Sequence[Statement]], number: int, scene: Scene, agencies: Agencies, about: str | None
) -> Iterator[_Given]:
    """What the articles of one report give, and who denies the point in them."""
    own = {article: _own_source(statements, number, agencies, about) for article, statements in report.items()}
    shared = _shared(list(own.values())) if about is not None else None
    for article, statements in report.items():
        source = own[article]
        if source is not None and _stands(source, shared):
            yield source
        elif shared is not None:
            yield replace(shared, article=article, span=None)
        else:
            medium = _cited(article, number, scene) or _credited(article, number, scene)
            yield from filter(None, [medium or source])
        if source is not None:
            yield from _others(statements, source, agencies)
        yield from _deniers(statements, number)


def _others(statements: Sequence[Statement], first: _Given, agencies: Agencies) -> Iterator[_Given]:
    """Whoever else the article clearly gives for the point, by name; a country beside them speaks through somebody."""
    for statement in statements:
        actor = innermost_speaker(statement)
        clear = statement.claim.confidence is Confidence.CLEAR and statement.does is not Commitment.INTENDS
        if actor is None or not clear or actor.kind in (*NOT_SPEAKING, ActorKind.COUNTRY):
            continue
        name = name_of(actor, statement.prepared.text)
        if name is not None and agencies.find(name) is None:
            other = _given(statement.article, actor, name, first.group)
            if not _is_same(first, other):
                yield replace(other, party=statement.claim.party is not None)


def _stands(source: _Given, shared: _Given | None) -> bool:
    """Whether an article's own source counts beside the one of its report: a named person does."""
    return source.named and (source.person or shared is None or _is_same(source, shared))


def _contents(members: Sequence[Statement]) -> str:
    """The words of all claims of a point, folded, with a blank before and after each."""
    return f" {' | '.join(' '.join(statement.forms) for statement in members)} "


def _folded(name: str) -> str:
    return f" {' '.join(word_spans(name, [Span(0, len(name))]).forms)} "


def _own_source(statements: Sequence[Statement], group: int, agencies: Agencies, about: str | None) -> _Given | None:
    """The source that an article's claims of the point are attributed to most, a named one before an unnamed one.

    Of a main point for which none is named it is the one who says most in the article, on whatever; but not somebody
    whom the point, with the words ``about``, is about: the boy who was suspended is not its source for having spoken.
    """
    prepared = statements[0].prepared
    found: list[_Given] = []
    for statement in statements:
        actor = innermost_speaker(statement)
        if actor is None or actor.kind in NOT_SPEAKING or is_pronoun(actor.name.lower()):
            continue
        if about is not None and actor.kind is ActorKind.PERSON and statement.does is Commitment.INTENDS:
            continue  # what somebody will do is told of them: it is their body's say-so, or the teller's
        name = name_of(actor, prepared.text)
        if name is None or agencies.find(name) is None:
            given = _given(prepared.id, actor, name, group)
            found.append(replace(given, party=statement.claim.party is not None))
    named = [one for one in found if one.named]
    most = _main_source(prepared, group, agencies, about) if about is not None and not named else None
    return most or _commonest(named or found)


def _main_source(prepared: Prepared, group: int, agencies: Agencies, about: str) -> _Given | None:
    reading = prepared.reading
    spoken_of = [actor.id for actor in reading.actors if _folded(person_in(actor.name)) in about]
    actor = main_speaker(reading, agencies, spoken_of)
    name = (name_of(actor, prepared.text) or actor.name) if actor else ""
    if actor is None or agencies.find(name) is not None:
        return None
    # not asked of this point: where the articles of a report agree on another, this one gives way
    return replace(_given(prepared.id, actor, name, group), person=False)


def _given(article: str, actor: Actor, name: str | None, group: int) -> _Given:
    person = actor.kind is ActorKind.PERSON
    return _Given(article, name or actor.name, name is not None, told_at(actor), group, person, side=actor.side)


def _shared(given: Sequence[_Given | None]) -> _Given | None:
    """The named source that a good part of a report's articles give."""
    source = _commonest([one for one in given if one is not None and one.named])
    if source is None:
        return None
    same = sum(one is not None and _is_same(source, one) for one in given)
    return source if same / len(given) >= SHARED_FROM else None


def _deniers(statements: Sequence[Statement], group: int) -> Iterator[_Given]:
    """Whoever denies the point in the article: an origin of its own."""
    for statement in statements:
        actor = innermost_speaker(statement) if statement.denied else None
        if actor is not None and (name := name_of(actor, statement.prepared.text)) is not None:
            party = statement.claim.party is not None
            yield _Given(statement.article, name, True, told_at(actor), group, party=party, side=actor.side)


def _cited(article: str, group: int, scene: Scene) -> _Given | None:
    """Whom the credited medium cites in its turn: "the Herald reported, citing a harbour pilot"."""
    text = scene.member(article).text
    for naming in scene.credits_of(article)[:1]:
        end = text.find("\n\n", naming.span.end)
        match = CITING.search(text, naming.span.end, (naming.span.end if end < 0 else end) + CITED_WITHIN)
        if match:
            return _Given(article, match.group(1), is_proper(match.group(1)), Span(*match.span(1)), group)
    return None


def _commonest(found: Sequence[_Given]) -> _Given | None:
    """The source given most often, by its last word; the fullest name of it."""
    times = Counter(one.last for one in found)
    last = max(times, key=lambda word: times[word], default=None)  # the first of equals
    same = [one for one in found if one.last == last]
    fullest = max(same, key=lambda one: len(one.name), default=None)
    return replace(fullest, party=any(one.party for one in same)) if fullest else None


def _credited(article: str, group: int, scene: Scene) -> _Given | None:
    """The medium that an article credits, or whose piece it is."""
    credits = scene.credits_of(article)
    if credits:
        return _Given(article, credits[0].name, True, credits[0].span, group)
    piece = scene.piece_of(article)
    if piece is None:
        return None
    name = next(n.name for found in scene.namings.values() for n in found if n.key == piece.key)
    return _Given(article, name, True, None, group)


def _clusters(given: Sequence[_Given]) -> list[list[_Given]]:
    """The same source of several articles together, its fullest name first."""
    clusters: list[list[_Given]] = []
    for one in sorted(given, key=lambda g: (not g.named, -len(g.name), g.name, g.article)):
        home = next((cluster for cluster in clusters if _is_same(cluster[0], one)), None)
        if home is None:
            clusters.append([one])
        else:
            home.append(one)
    return clusters


def _is_same(a: _Given, b: _Given) -> bool:
    """Whether two articles give one source: by its name, or unnamed within one report."""
    if a.named != b.named:
        return False
    if not a.named:
        return a.group == b.group
    if a.name.casefold() == b.name.casefold() or same_speaker(a.name, b.name) is True:
        return True
    one, other = a.name.casefold().split(), b.name.casefold().split()
    return one[-1] == other[-1] and (len(one) == 1 or len(other) == 1 or one[0][0] == other[0][0])


def _origin(cluster: Sequence[_Given], title: Sequence[str], scene: Scene) -> Origin:
    name = min((one.name for one in cluster), key=lambda written: (-_fullness(written), len(written), written))
    shown = tuple(Shown(one.article, one.span) for one in cluster if one.span is not None)
    told = (find_side(one.span, scene.member(one.article).text) for one in shown)
    sides = [*told, *(one.side for one in cluster)]
    return Origin(
        name,
        cluster[0].named,
        _surname(name) in title or any(one.party for one in cluster),
        next((side for side in sides if side is not None), None),
        tuple(dict.fromkeys(one.article for one in cluster)),
        shown,
    )


def _fullness(written: str) -> int:
    """How many words of a name proper, so that the fullest spelling is kept."""
    name = read_name(written)
    return len(name.words) if name else 0


def _surname(written: str) -> str | None:
    """The last word of a name, folded; None if it is no name."""
    name = read_name(written)
    return name.words[-1] if name and name.words else None
