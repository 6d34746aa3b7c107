"""A ledger as a corpus: its readings loaded when they are asked for, with what is looked at beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.ledger.review import load_judgements
from sayso.ledger.review.judged import NOTHING, Judgements
from sayso.linking.contextual import Contextual
from sayso.linking.corpus import Corpus, is_kept, time_of
from sayso.linking.incremental import Linker
from sayso.linking.pairrows import load_pairs
from sayso.linking.pairs import compare_pair
from sayso.linking.prepared import Prepared, prepare
from sayso.records.reading import Reading


@dataclass
class Kept(Mapping[str, Prepared]):
    """The prepared readings of a ledger by id, each loaded when it is first asked for."""

    linker: Linker
    numbers: dict[str, int]
    judgements: Judgements = NOTHING
    _loaded: dict[str, Prepared] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Prepared:
        if name not in self._loaded:
            (_, self._loaded[name]) = next(self.linker.load([self.numbers[name]], self.judgements))
        return self._loaded[name]

    def __iter__(self) -> Iterator[str]:
        return iter({**self.numbers, **self._loaded})

    def __len__(self) -> int:
        return len({**self.numbers, **self._loaded})

    def reading(self, name: str) -> Reading:
        """The reading of an article as it is kept, without preparing or remembering it."""
        if name in self._loaded:
            return self._loaded[name].reading
        return self.linker.import_reading(next(self.linker.ledger.readings([self.numbers[name]])))

    def put(self, prepared: Prepared) -> None:
        """A reading that is looked at beside the ledger's, and not kept in it."""
        self._loaded[prepared.id] = prepared


def load_corpus(linker: Linker, more: Sequence[Reading], contextual: Contextual) -> Corpus:
    """A ledger as a corpus, with ``more`` readings beside it that are not kept; seen as it is now, as people left it.

    Raises BadLedger where articles wait to be linked.
    """
    linker.ledger.hold()
    linker.ledger.refuse_waiting()
    listed = linker.ledger.listed()
    names = {number: name for number, name, _ in listed}
    judgements = load_judgements(linker.ledger)
    kept = Kept(linker, {name: number for number, name in names.items()}, judgements)
    times = {name: time for _, name, time in listed}
    pairs = list(load_pairs(linker.ledger, names))
    for reading in more:
        prepared = prepare(reading, linker.lists)
        if prepared.id in times:
            continue
        others = [one for _, one in linker.find_near(prepared)]
        pairs += [pair for one in others if is_kept(pair := compare_pair(prepared, one))]
        kept.put(prepared)
        times[prepared.id] = time_of(prepared)
    return Corpus(kept, times, tuple(pairs), linker.lists, contextual, kept.reading, judgements)
