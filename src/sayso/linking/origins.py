"""The innermost sources that articles give for a point, and under whose authority they stand as the texts tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.linking.dependence import Scene
from sayso.linking.namings import DEMONYM, LEADING
from sayso.linking.quoted.speakers import read_name, same_speaker
from sayso.linking.statements import Statement
from sayso.lists.agencies import Agencies
from sayso.reading.actors import is_pronoun
from sayso.records.actor import Actor, ActorKind
from sayso.records.claim import Role, Voice
from sayso.records.edge import Shown
from sayso.records.point import Origin
from sayso.records.reading import Reading
from sayso.records.span import Span

# Whose mouthpiece a source is, in its own description: "a spokesman for the ministry", "the ministry's spokesman".
SPEAKS_FOR = re.compile(
    r"(?:spokes(?:man|woman|person)|representative|lawyer|attorney|manager|publicist|agent|rep)\s+(?:for|of|at)\s+(?:the\s+)?"
    r"([A-Z][\w’'&.-]*(?:\s+(?:of\s+|the\s+|for\s+|and\s+)?[A-Z][\w’'&.-]*){0,5})"
)
OWN_SPEAKER = re.compile(
    r"([A-Z][\w&.-]*(?:\s+[A-Z][\w&.-]*){0,4})(?:[’']s?)?\s+(?:spokes(?:man|woman|person)|lawyer|attorney|manager|publicist|rep)\b"
)


PERSON = r"[A-Z][\w’'-]+(?: (?:al|bin|von|van|de|la|el|[A-Z][\w’'-]+|[A-Z]\.?)){0,4}"
HEAD = re.compile(
    r"\b(?:father|mother|dad|mom|mum|son|daughter|wife|husband|brother|sister|daughter-in-law|manager|owner|vet|veterinarian|"
    r"lawyer|attorney|spokesman|spokeswoman|spokesperson|analyst|chief|principal|superintendent|officer|minister|mayor|"
    r"director|coach|president|ambassador|secretary|doctor|professor|teacher|parent)\b"
)
PLAIN = frozenset(
    "police officials sources residents witnesses authorities experts reports critics people which who".split()
)
CITING = re.compile(
    rf"\b(?:citing|which cited|quoting|attributed (?:it|this|the report) to) (?:the |an? )?"
    rf"((?:unidentified|unnamed|anonymous|unspecified|several|multiple|two|three|industry|local|military|security|diplomatic|[a-z]+) ?"
    rf"(?:[a-z]+ )?(?:sources?|officials?|people|insiders)|{PERSON})"
)
SHARED_FROM = 0.3  # a source that so many of a report's articles give is the report's own
# The named source who says most counts for what an article tells without any, from so many attributions on.
MAIN_TIMES, MAIN_SHARE = 2, 0.3


@dataclass(frozen=True, slots=True)
class _Given:
    """An article gives ``name`` for the point, by the words of ``span``; ``group`` is the report it belongs to."""

    article: str
    name: str
    named: bool
    span: Span | None
    group: int
    person: bool = False


def find_origins(
    members: Sequence[Statement], reports: Sequence[Sequence[str]], scene: Scene, agencies: Agencies
) -> tuple[Origin, ...]:
    """The origins of a point, one an article, the one of most articles first.

    An article's origin is the named source whose say-so most of its claims of the point are; without one it is the
    source that its report gives elsewhere, then the medium that it credits, then an unnamed source. Named sources are
    one if their names are; an unnamed one is one within its report, and never joined with one of another report.
    """
    by_article: dict[str, list[Statement]] = {}
    for statement in members:
        by_article.setdefault(statement.article, []).append(statement)
    given: list[_Given] = []
    for number, group in enumerate(reports):
        here = [(article, by_article[article]) for article in group if article in by_article]
        own = {article: _own_source(statements, number, agencies) for article, statements in here}
        shared = _commonest([source for source in own.values() if source is not None and source.named])
        if shared is not None and _share(shared, list(own.values())) < SHARED_FROM:
            shared = None
        for article, statements in here:
            source = own[article]
            if source is not None and source.named and (source.person or shared is None or _is_same(source, shared)):
                given.append(source)
            elif shared is not None:
                given.append(replace(shared, article=article, span=None))
            else:
                medium = _cited(article, number, scene) or _credited(article, number, scene)
                given += [one for one in (medium or source,) if one is not None]
            given += _deniers(statements, number)
    title = " ".join(form for statement in members[:1] for form in statement.forms)
    origins = [_origin(cluster, title, scene) for cluster in _clusters(given)]
    return tuple(sorted(origins, key=lambda origin: (-len(origin.articles), origin.name)))


def _own_source(statements: Sequence[Statement], group: int, agencies: Agencies) -> _Given | None:
    """The source that an article's claims of the point are attributed to most, a named one before an unnamed one."""
    found: list[_Given] = []
    prepared = statements[0].prepared
    for statement in statements:
        actor = innermost_speaker(statement)
        if actor is None or actor.kind in (ActorKind.MEDIA, ActorKind.DOCUMENT) or is_pronoun(actor.name.lower()):
            continue
        name = name_of(actor, prepared.text)
        if name is None or agencies.find(name) is None:
            person = actor.kind is ActorKind.PERSON
            found.append(_Given(prepared.id, name or actor.name, name is not None, actor.mentions[0], group, person))
    named = [one for one in found if one.named]
    main = None if named else main_speaker(prepared.reading)
    if main is not None:
        name = name_of(main, prepared.text) or main.name
        if agencies.find(name) is None:
            return _Given(prepared.id, name, True, main.mentions[0], group, main.kind is ActorKind.PERSON)
    return _commonest(named or found)


def _share(source: _Given, given: Sequence[_Given | None]) -> float:
    return sum(one is not None and _is_same(source, one) for one in given) / len(given)


def _deniers(statements: Sequence[Statement], group: int) -> Iterator[_Given]:
    """Whoever denies the point in the article: an origin of its own."""
    for statement in statements:
        actor = innermost_speaker(statement) if statement.denied else None
        if actor is not None and (name := name_of(actor, statement.prepared.text)) is not None:
            yield _Given(statement.article, name, True, actor.mentions[0], group)


def _cited(article: str, group: int, scene: Scene) -> _Given | None:
    """Whom the credited medium cites in its turn, as the article says: "the Herald reported, citing a harbour pilot"."""
    text = scene.member(article).text
    for naming in scene.credits_of(article)[:1]:
        end = text.find("\n\n", naming.span.end)
        match = CITING.search(text, naming.span.end, min(len(text), naming.span.end + 400 if end < 0 else end + 400))
        if match:
            name = match.group(1)
            return _Given(article, name, is_proper(name), Span(*match.span(1)), group)
    return None


def _commonest(found: Sequence[_Given]) -> _Given | None:
    """The source given most often, by its last word; the fullest name of it."""
    if not found:
        return None
    times = Counter(one.name.casefold().split()[-1] for one in found)
    most = max(times.values())
    last = next(one.name.casefold().split()[-1] for one in found if times[one.name.casefold().split()[-1]] == most)
    return max((one for one in found if one.name.casefold().split()[-1] == last), key=lambda one: len(one.name))


def _credited(article: str, group: int, scene: Scene) -> _Given | None:
    credits = scene.credits_of(article)
    if credits:
        return _Given(article, credits[0].name, True, credits[0].span, group)
    piece = scene.piece_of(article)
    if piece is None:
        return None
    name = next(n.name for found in scene.namings.values() for n in found if n.key == piece.key)
    return _Given(article, name, True, None, group)


def innermost_speaker(statement: Statement) -> Actor | None:
    """Whose say-so the claim is, as the chain has it; a pronoun stands for the named person who spoke last before it."""
    reading = statement.prepared.reading
    if statement.claim.voice is not Voice.ATTRIBUTED:
        return None
    actors = {actor.id: actor for actor in reading.actors}
    holders = [
        actors[link.actor] for link in statement.claim.chain if link.actor in actors and link.role is not Role.RELAY
    ]
    if not holders or not is_pronoun(holders[-1].name.lower()):
        return holders[-1] if holders else None
    before = [
        (mention.start, actor)
        for actor in reading.actors
        if actor.kind in (ActorKind.PERSON, ActorKind.UNKNOWN) and not is_pronoun(actor.name.lower())
        for mention in actor.mentions
        if mention.start < statement.span.end
    ]
    return max(before, key=lambda one: one[0])[1] if before else holders[-1]


def main_speaker(reading: Reading) -> Actor | None:
    """The named person or body who says most in an article, if it is a good part of all that is said in it."""
    said = Counter(attribution.speaker for attribution in reading.attributions if attribution.speaker)
    actors = [
        actor
        for actor in reading.actors
        if actor.kind not in (ActorKind.MEDIA, ActorKind.DOCUMENT) and is_proper(actor.name)
    ]
    if not actors:
        return None
    best = max(actors, key=lambda actor: (said[actor.id], -actor.mentions[0].start))
    times = MAIN_TIMES if len(actors) > 1 else 1
    return best if said[best.id] >= max(times, MAIN_SHARE * sum(said.values())) else None


def name_of(actor: Actor, text: str) -> str | None:
    """The proper name of a source, looked up beside its description where it is only described; None if it has none.

    "His father" is Tom Reed where the article has "his father, Tom Reed," or "Tom Reed, the boy's father".
    """
    if is_proper(actor.name) and not DEMONYM.search(person_in(actor.name)):
        return person_in(actor.name)
    head = HEAD.search(actor.name)
    if head is None:
        return None
    word = re.escape(head.group())
    beside = re.compile(rf"\b{word},? ({PERSON})|({PERSON}), (?:\w+[’']s |his |her |the |their |a )?(?:\w+ )?{word}\b")
    found = {match.group(1) or match.group(2) for match in beside.finditer(text)}
    return found.pop() if len(found) == 1 else None


def is_proper(name: str) -> bool:
    """Whether a source as written has a name of its own, beyond the capital of its first word."""
    words = name.split()
    if words and words[0] in ("The", "A", "An", "His", "Her", "Their", "One", "Some", "Many"):
        words = words[1:]
    named = [w for w in words if w[:1].isupper() and not is_pronoun(w.lower()) and not DEMONYM.search(w)]
    return bool(named) and not (len(words) == 1 and name[:1].isupper() and words[0].lower() in PLAIN)


def person_in(written: str) -> str:
    """The longest proper name in a source as written: "Ming Chi Kuo" of "KGI Securities analyst Ming Chi Kuo"."""
    apart = re.sub(r"[’']s?(?=\s)", " | ", written)
    runs = [LEADING.sub("", run).strip() for run in re.findall(PERSON, apart)]
    runs = [run for run in runs if run and run != "The"]
    return max(runs, key=lambda run: len(run.split())) if runs else written


def _clusters(given: Sequence[_Given]) -> list[list[_Given]]:
    clusters: list[list[_Given]] = []
    for one in sorted(given, key=lambda g: (not g.named, -len(g.name), g.name, g.article)):
        home = next((cluster for cluster in clusters if _is_same(cluster[0], one)), None)
        if home is None:
            clusters.append([one])
        else:
            home.append(one)
    return clusters


def _is_same(a: _Given, b: _Given) -> bool:
    if a.named != b.named:
        return False
    if not a.named:
        return a.group == b.group
    if a.name.casefold() == b.name.casefold() or same_speaker(a.name, b.name) is True:
        return True
    one, other = a.name.casefold().split(), b.name.casefold().split()
    return one[-1] == other[-1] and (len(one) == 1 or len(other) == 1 or one[0][0] == other[0][0])


def _origin(cluster: Sequence[_Given], title: str, scene: Scene) -> Origin:
    name = min((one.name for one in cluster), key=lambda written: (-_told(written), len(written), written))
    shown = tuple(Shown(one.article, one.span) for one in cluster if one.span is not None)
    surname = _last_word(name)
    return Origin(
        name,
        cluster[0].named,
        bool(surname) and surname in title.split(),
        next((side for one in cluster if (side := find_side(one, scene)) is not None), None),
        tuple(dict.fromkeys(one.article for one in cluster)),
        shown,
    )


def _told(written: str) -> int:
    """How many words of a name proper, so that the fullest spelling is kept."""
    name = read_name(written)
    return len(name.words) if name else 0


def _last_word(name: str) -> str:
    read = read_name(name)
    return read.words[-1] if read and read.words else ""


def find_side(given: _Given, scene: Scene) -> str | None:
    """Whom the source speaks for, in the words around it; None where they do not tell."""
    if given.span is None:
        return None
    text = scene.member(given.article).text
    around = text[max(0, given.span.start - 60) : given.span.end + 80].split("\n")[0]
    match = SPEAKS_FOR.search(around) or OWN_SPEAKER.search(around)
    return match.group(1) if match else None
