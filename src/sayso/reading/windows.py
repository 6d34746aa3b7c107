"""Windows: what the encoder sees at once, whole lines packed up to a fixed number of word pieces."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.reading.words import Words

# 256 positions less [CLS] and [SEP].
MOST_PIECES = 254
SENTENCE_ENDS = frozenset('.!?"”')


def find_windows(words: Words, pieces: Sequence[int], most: int = MOST_PIECES) -> tuple[tuple[int, int], ...]:
    """Half-open ranges of words, in order, covering all of them, none with more than ``most`` pieces.

    A window breaks between lines where it can, else after a sentence, else anywhere. ``pieces`` counts the
    word pieces of each word (none more than ``most``).
    """
    windows: list[tuple[int, int]] = []
    first = used = 0
    for start, end in _stretches(words, pieces, most):
        size = sum(pieces[start:end])
        if used and used + size > most:
            windows.append((first, start))
            first, used = start, 0
        used += size
    if first < len(words):
        windows.append((first, len(words)))
    return tuple(windows)


def _stretches(words: Words, pieces: Sequence[int], most: int) -> list[tuple[int, int]]:
    """Lines, and the parts of lines that are too long for one window."""
    found: list[tuple[int, int]] = []
    start = 0
    for position in range(1, len(words) + 1):
        if position == len(words) or words.line[position] != words.line[start]:
            found.extend(_parts(words, pieces, start, position, most))
            start = position
    return found


def _parts(words: Words, pieces: Sequence[int], start: int, end: int, most: int) -> list[tuple[int, int]]:
    found = []
    while start < end:
        used, position, sentence = 0, start, start
        while position < end and used + pieces[position] <= most:
            used += pieces[position]
            position += 1
            if words.forms[position - 1] in SENTENCE_ENDS:
                sentence = position
        if position < end and sentence > start:
            position = sentence
        found.append((start, position))
        start = position
    return found
