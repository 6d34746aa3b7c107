"""Two quotations laid side by side: which words are the same, left out, added, changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from sayso.linking.quoted.words import QuotedWord
from sayso.reading.relations import COMMON
from sayso.records.drift import Piece, PieceKind
from sayso.records.span import Span

Words = tuple[QuotedWord, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """The words ``a`` of the one quotation stand against the words ``b`` of the other; one side may be empty."""

    a: Words
    b: Words
    same: bool

    def __len__(self) -> int:
        """Words on the side that has more of them: "airstrikes" may stand against "air strikes"."""
        return max(len(self.a), len(self.b))

    @property
    def lost(self) -> int:
        """How many spoken words of a have nothing against them in b; brackets may stand for as many as they hold."""
        return _uncovered(self.a, self.b) if not self.same else 0

    @property
    def gained(self) -> int:
        """How many spoken words of b have nothing against them in a."""
        return _uncovered(self.b, self.a) if not self.same else 0

    @property
    def changed(self) -> int:
        """How many spoken words stand against others, on the side that has more of them."""
        spoken = count_spoken(self.a), count_spoken(self.b)
        return max(spoken) if not self.same and all(spoken) else 0


def align_words(a: Words, b: Words) -> tuple[Step, ...]:
    """Steps that hold every word of both, in the order of both; ``align_words(b, a)`` is the same turned round.

    Compounds meet however they are written: "air strikes" and "airstrikes" are the same.
    """
    ours, theirs = _keys(a), _keys(b)
    if theirs < ours:  # the matcher's choice among equals depends on which side is first
        return tuple(Step(step.b, step.a, step.same) for step in align_words(b, a))
    codes = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    return tuple(_step(a[i:j], b[k:m], tag == "equal") for tag, i, j, k, m in codes)


def _keys(words: Words) -> list[str]:
    """A word in brackets gets a form that no spoken word has: "[president] Kell" is to meet "Kell" only."""
    return [f"[{word.form}" if word.inserted else word.form for word in words]


def _step(a: Words, b: Words, equal: bool) -> Step:
    parts = {word.part for word in a}, {word.part for word in b}
    comparable = len(a) == len(b) or all(len(one) == 1 for one in parts)
    return Step(a, b, equal or (comparable and _letters(a) == _letters(b)))


def _letters(words: Words) -> str:
    return "".join(word.form for word in words)


def count_spoken(words: Words) -> int:
    """The words that the speaker is said to have spoken: those outside brackets."""
    return sum(not word.inserted for word in words)


def _uncovered(words: Words, others: Words) -> int:
    spoken = count_spoken(words)
    return 0 if count_spoken(others) or spoken <= len(others) else spoken


def drop_islands(steps: Sequence[Step]) -> tuple[Step, ...]:
    """The same steps, but a lone "the" or "of" that both have amid other words is no longer the same."""
    kept: list[Step] = []
    for same, group in groupby(steps, lambda step: step.same and not _is_island(step)):
        if same:
            kept.extend(group)
            continue
        members = list(group)
        a = tuple(word for step in members for word in step.a)
        b = tuple(word for step in members for word in step.b)
        kept.append(Step(a, b, all(step.same for step in members)))
    return tuple(kept)


def _is_island(step: Step) -> bool:
    return len(step) == 1 and step.a[0].form in COMMON


def cut_pieces(steps: Iterable[Step]) -> tuple[Piece, ...]:
    """The steps as pieces of the two texts, none over the words of a reporter between two parts."""
    return tuple(piece for step in steps for piece in _cut(step))


def _cut(step: Step) -> Iterator[Piece]:
    if not step.same:
        yield from _cut_sides(PieceKind.CHANGED, step)
    elif len(step.a) != len(step.b):  # a compound written in one word or in two
        yield from _cut_sides(PieceKind.SAME, step)
    else:
        yield from _cut_word_by_word(step)


def _cut_word_by_word(step: Step) -> Iterator[Piece]:
    for _, pairs in groupby(zip(step.a, step.b, strict=True), lambda pair: (pair[0].part, pair[1].part)):
        ours, theirs = zip(*pairs, strict=True)
        yield Piece(PieceKind.SAME, _span(ours), _span(theirs))


def _cut_sides(kind: PieceKind, step: Step) -> Iterator[Piece]:
    """One piece for the first part of either side, and one for every further part of a side alone."""
    ours, theirs = _parts(step.a), _parts(step.b)
    while ours or theirs:
        if ours and theirs:
            yield Piece(kind, ours.pop(0), theirs.pop(0))
        elif ours:
            yield Piece(PieceKind.LEFT_OUT, ours.pop(0), None)
        else:
            yield Piece(PieceKind.ADDED, None, theirs.pop(0))


def _parts(words: Words) -> list[Span]:
    return [_span(tuple(group)) for _, group in groupby(words, lambda word: word.part)]


def _span(words: Sequence[QuotedWord]) -> Span:
    return Span(words[0].span.start, words[-1].span.end)
