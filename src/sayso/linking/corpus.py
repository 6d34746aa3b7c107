"""Readings looked at together: their pairs, their stories, and each story linked when it is asked for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.linking.contextual import Contextual
from sayso.linking.likeness import heaviest
from sayso.linking.pairs import Pair, compare_pair, near_in_time
from sayso.linking.prepared import LinkLists, Prepared
from sayso.linking.stories import group_stories
from sayso.linking.story import LinkedStory, link_story, set_scene

TERMS = 16  # of the heaviest words of an article, others are looked for by these
SHARED_TERMS, SHARED_PRINTS = 2, 2  # so many in common make two articles worth comparing


@dataclass
class Corpus:
    """Prepared readings by id, and the pairs among them that have something in common.

    Stories are told from the pairs; the order in which readings came never shows.
    """

    prepared: Mapping[str, Prepared]
    pairs: tuple[Pair, ...]
    lists: LinkLists
    contextual: Contextual
    _linked: dict[str, LinkedStory] = field(default_factory=dict)

    def stories(self) -> tuple[tuple[str, ...], ...]:
        """The ids of each story's articles, also of those alone, the largest story first."""
        ordered = sorted(self.prepared, key=lambda article: _when(self.prepared[article]))
        return tuple(sorted(group_stories(ordered, self.pairs), key=lambda story: -len(story)))

    def story_of(self, article: str) -> tuple[str, ...]:
        return next(story for story in self.stories() if article in story)

    def link(self, story: Sequence[str]) -> LinkedStory:
        """The story with its edges and points."""
        key = story[0]
        if key not in self._linked:
            members = [self.prepared[article] for article in story]
            scene = set_scene(members, self.lists, _among(self.pairs, story))
            self._linked[key] = link_story(scene, self.lists, self.contextual)
        return self._linked[key]

    def linked(self, smallest: int = 2) -> Iterator[LinkedStory]:
        """Every story of at least so many articles, linked, the largest first."""
        for story in self.stories():
            if len(story) >= smallest:
                yield self.link(story)


def _when(prepared: Prepared) -> tuple[str, str]:
    published = prepared.reading.article.published
    return (published.time if published else "~", prepared.id)


def _among(pairs: Iterable[Pair], story: Sequence[str]) -> list[Pair]:
    inside = set(story)
    return [pair for pair in pairs if pair.a in inside and pair.b in inside]


def gather(prepared: Iterable[Prepared], lists: LinkLists, contextual: Contextual) -> Corpus:
    """A corpus in memory, every pair worth comparing compared."""
    by_id = {one.id: one for one in prepared}
    pairs = (compare_pair(by_id[a], by_id[b]) for a, b in find_candidates(list(by_id.values())))
    kept = tuple(pair for pair in pairs if pair.one_story or pair.passages)
    return Corpus(by_id, kept, lists, contextual)


def find_candidates(prepared: Sequence[Prepared]) -> list[tuple[str, str]]:
    """Ids of two articles near in time that share fingerprints or heavy words, in order."""
    shared: Counter[tuple[int, int]] = Counter()
    for keys, enough in ((_prints, SHARED_PRINTS), (_terms, SHARED_TERMS)):
        here: Counter[tuple[int, int]] = Counter()
        holders: dict[object, list[int]] = defaultdict(list)
        for number, one in enumerate(prepared):
            for key in set(keys(one)):
                for other in holders[key]:
                    here[other, number] += 1
                holders[key].append(number)
        shared.update({pair: 1 for pair, times in here.items() if times >= enough})
    found = (tuple(sorted((prepared[i].id, prepared[j].id))) for i, j in shared if _near(prepared[i], prepared[j]))
    return sorted((a, b) for a, b in found)


def _prints(one: Prepared) -> list[int]:
    hashes: list[int] = one.prints.hashes.tolist()
    return hashes


def _terms(one: Prepared) -> tuple[str, ...]:
    return heaviest(one.vector, TERMS)


def _near(a: Prepared, b: Prepared) -> bool:
    return near_in_time(a.day, b.day)
