"""A text as folded words with their places: what fingerprints, passages and likeness are counted over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.reading.quotations import find_quotations
from sayso.records.block import STORY
from sayso.records.reading import Reading
from sayso.records.span import Span

WORD = re.compile(r"[^\W_]+")
Integers = NDArray[np.int32]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a story in order: ``forms`` lower-case, ``starts`` and ``ends`` in code points.

    ``quoted`` says of each word whether it stands between quotation marks.
    """

    forms: tuple[str, ...]
    starts: Integers
    ends: Integers
    quoted: Flags

    def __len__(self) -> int:
        return len(self.forms)

    def span(self, first: int, last: int) -> Span:
        """The stretch of the text from word ``first`` to before word ``last``."""
        return Span(int(self.starts[first]), int(self.ends[last - 1]))

    def narrative(self) -> int:
        """How many words stand outside quotation marks."""
        return len(self.forms) - int(self.quoted.sum())


def word_story(reading: Reading) -> Wording:
    """The words of the blocks that tell the story; credits, related links and boilerplate are left out."""
    text = reading.article.text
    return word_spans(text, [block.span for block in reading.article.blocks if block.kind in STORY])


def word_spans(text: str, spans: Sequence[Span]) -> Wording:
    """The words inside ``spans``, which are in order."""
    found = [match for span in spans for match in WORD.finditer(text, span.start, span.end)]
    starts = np.fromiter((match.start() for match in found), np.int32, len(found))
    ends = np.fromiter((match.end() for match in found), np.int32, len(found))
    quoted = np.zeros(len(found), np.bool_)
    for quotation in find_quotations(text):
        first, last = np.searchsorted(starts, [quotation.span.start, quotation.span.end])
        quoted[first:last] = True
    return Wording(tuple(match.group().lower() for match in found), starts, ends, quoted)
