"""Events of a text with some of their words given: for measuring one step apart from the others."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from sayso.reading.encoder import Encoder
from sayso.reading.events.factuality import value_of
from sayso.reading.events.heads import has_events
from sayso.reading.events.lexicon import Lexicon
from sayso.reading.events.types import Typed, type_given
from sayso.reading.quotations import find_quotations
from sayso.reading.sentences import find_sentences
from sayso.reading.tagging import Range
from sayso.reading.words import Words, split_words
from sayso.records.event import Factuality
from sayso.records.span import Span


def read_event_type(text: str, actors: Sequence[Span], recipients: Sequence[Span], encoder: Encoder) -> Typed | None:
    """Of which type it is what these do to those in ``text`` (one sentence); None by weights without event heads."""
    words = split_words(text, find_quotations(text))
    if not has_events(encoder.tables) or not len(words):
        return None
    doing = [_range_of(span, words) for span in actors]
    suffering = [_range_of(span, words) for span in recipients]
    whole = (0, len(words))
    listed = [one.word for one in Lexicon(words, _lower(words), encoder.lists.events).find(*whole)]
    return type_given(whole, doing, suffering, listed, encoder.encode(words), encoder.tables)


def read_factuality(text: str, events: Sequence[Span], encoder: Encoder) -> list[Factuality | None]:
    """How far the text is committed to each of these events having happened, in their order."""
    words = split_words(text, find_quotations(text))
    if not has_events(encoder.tables) or not len(words):
        return [None] * len(events)
    rows = encoder.encode(words)
    lower = _lower(words)
    sentences = [_range_of(sentence, words) for sentence in find_sentences(text)]
    values: list[Factuality | None] = []
    for span in events:
        trigger = _range_of(span, words)
        sentence = next(one for one in sentences if one[0] <= trigger[0] < one[1])
        values.append(value_of(trigger, sentence, lower, rows, encoder.tables))
    return values


def _lower(words: Words) -> tuple[str, ...]:
    return tuple(form.lower() for form in words.forms)


def _range_of(span: Span, words: Words) -> Range:
    """The words that meet a span."""
    first = int(np.searchsorted(words.ends, span.start, "right"))
    last = int(np.searchsorted(words.starts, span.end))
    return first, max(last, first + 1)
