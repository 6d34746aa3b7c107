"""Readings looked at together: their pairs, their stories, and each story linked when it is asked for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.ledger.review.judged import NOTHING, Judgements
from sayso.linking.contextual import Contextual
from sayso.linking.keys import SHARED_LIKENESS, SHARED_QUOTED, SHARED_RUNS, prints_of, terms_of
from sayso.linking.pairs import Pair, compare_pair, near_in_time
from sayso.linking.prepared import LinkLists, Prepared
from sayso.linking.stories import group_stories
from sayso.linking.story import LinkedStory, link_story, set_scene
from sayso.records.reading import Reading


@dataclass
class Corpus:
    """Prepared readings by id, and the pairs among them that have something in common.

    ``times`` gives each id its time of publication, or None; ``judgements`` are people's. Stories are told from the
    pairs; the order in which readings came never shows.
    """

    prepared: Mapping[str, Prepared]
    times: Mapping[str, str | None]
    pairs: tuple[Pair, ...]
    lists: LinkLists
    contextual: Contextual
    read: Callable[[str], Reading] | None = None
    judgements: Judgements = NOTHING
    _linked: dict[str, LinkedStory] = field(default_factory=dict)

    def stories(self) -> tuple[tuple[str, ...], ...]:
        """The ids of each story's articles, also of those alone, the largest story first."""
        ordered = sorted(self.times, key=lambda article: (self.times[article] or "~", article))  # unknown comes last
        return tuple(sorted(group_stories(ordered, self.pairs), key=lambda story: -len(story)))

    def story_of(self, article: str) -> tuple[str, ...]:
        return next(story for story in self.stories() if article in story)

    def named(self, name: str) -> tuple[str, ...]:
        """The ids that ``name`` may stand for: itself, or all that begin with it."""
        if name in self.times or not name:
            return (name,) if name in self.times else ()
        return tuple(sorted(article for article in self.times if article.startswith(name)))

    def reading(self, article: str) -> Reading:
        """The reading of an article, not kept where it can be had without."""
        return self.read(article) if self.read else self.prepared[article].reading

    def link(self, story: Sequence[str]) -> LinkedStory:
        """The story with its edges and points."""
        key = story[0]
        if key not in self._linked:
            members = [self.prepared[article] for article in story]
            scene = set_scene(members, self.lists, _among(self.pairs, story))
            self._linked[key] = link_story(scene, self.lists, self.contextual, self.judgements)
        return self._linked[key]

    def dependence(self, story: Sequence[str]) -> LinkedStory:
        """The story with its edges, without its points: all that needs no second model."""
        key = story[0]
        if key in self._linked:
            return self._linked[key]
        members = [self.prepared[article] for article in story]
        return link_story(set_scene(members, self.lists, _among(self.pairs, story)), self.lists, None, self.judgements)

    def linked(self, smallest: int = 2) -> Iterator[LinkedStory]:
        """Every story of at least so many articles, linked, the largest first."""
        for story in self.stories():
            if len(story) >= smallest:
                yield self.link(story)


def _among(pairs: Iterable[Pair], story: Sequence[str]) -> list[Pair]:
    inside = set(story)
    return [pair for pair in pairs if pair.a in inside and pair.b in inside]


def gather(prepared: Iterable[Prepared], lists: LinkLists, contextual: Contextual) -> Corpus:
    """A corpus in memory, every pair worth comparing compared."""
    by_id = {one.id: one for one in prepared}
    pairs = (compare_pair(by_id[a], by_id[b]) for a, b in find_candidates(list(by_id.values())))
    kept = tuple(pair for pair in pairs if is_kept(pair))
    return Corpus(by_id, {name: time_of(one) for name, one in by_id.items()}, kept, lists, contextual)


def is_kept(pair: Pair) -> bool:
    """Whether two articles have enough in common to be remembered."""
    return pair.one_story or bool(pair.passages)


def time_of(prepared: Prepared) -> str | None:
    published = prepared.reading.article.published
    return published.time if published else None


def find_candidates(prepared: Sequence[Prepared]) -> list[tuple[str, str]]:
    """Ids of two articles near in time that share runs of words or heavy words, in order.

    The same pairs that sql/shared_prints.sql and sql/shared_terms.sql find.
    """
    narrative: Counter[tuple[int, int]] = Counter()
    quoted: Counter[tuple[int, int]] = Counter()
    likeness: Counter[tuple[int, int]] = Counter()
    holders: dict[int, list[tuple[int, int]]] = defaultdict(list)
    hearers: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for number, one in enumerate(prepared):
        for run, inside in prints_of(one):
            for other, also in holders[run]:
                (quoted if inside and also else narrative)[other, number] += 1
            holders[run].append((number, inside))
        for word, weight in terms_of(one):
            for other, its in hearers[word]:
                likeness[other, number] += weight * its
            hearers[word].append((number, weight))
    found = {pair for pair, times in narrative.items() if times >= SHARED_RUNS}
    found |= {pair for pair, times in quoted.items() if times >= SHARED_QUOTED}
    found |= {pair for pair, sum_ in likeness.items() if sum_ >= SHARED_LIKENESS}
    near = (pair for pair in found if near_in_time(prepared[pair[0]].day, prepared[pair[1]].day))
    return sorted((min(prepared[i].id, prepared[j].id), max(prepared[i].id, prepared[j].id)) for i, j in near)
