"""The words that were looked for, in what was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.ledger.words import place_tokens
from sayso.records.span import Span

AROUND = 140  # characters of a text before and after what was looked for


def find_phrases(text: str, phrases: Sequence[Sequence[str]]) -> list[Span]:
    """Where the phrases stand in a text, in order and apart; case and accents make no difference."""
    tokens = list(place_tokens(text))
    spans: list[Span] = []
    for span in sorted(_every(tokens, phrases)):
        if spans and span.start <= spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(span.end, spans[-1].end))
        else:
            spans.append(span)
    return spans


def _every(tokens: Sequence[tuple[str, int, int]], phrases: Sequence[Sequence[str]]) -> Iterator[Span]:
    by_first: dict[str, list[Sequence[str]]] = {}
    for phrase in phrases:
        by_first.setdefault(phrase[0], []).append(phrase)
    for at, (word, start, _) in enumerate(tokens):
        for phrase in by_first.get(word, ()):
            here = tokens[at : at + len(phrase)]
            if [token[0] for token in here] == list(phrase):
                yield Span(start, here[-1][2])


def split_found(text: str, phrases: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The text cut up so that every second part is what was looked for."""
    parts, last = [], 0
    for span in find_phrases(text, phrases):
        parts += [text[last : span.start], span.cut(text)]
        last = span.end
    return (*parts, text[last:])


def cut_around(text: str, phrases: Sequence[Sequence[str]]) -> Span:
    """The words round the first place of a text where something stands that was looked for."""
    at = next((span.start for span in find_phrases(text, phrases)), 0)
    start, end = max(0, at - AROUND), min(len(text), at + AROUND)
    start = text.find(" ", start, at) + 1 if start and text.find(" ", start, at) >= 0 else start
    end = text.rfind(" ", at, end) if end < len(text) and text.rfind(" ", at, end) > at else end
    return Span.trimmed(text, start, end) or Span(0, min(1, len(text)))
