"""Texts that arrive in parts (headline, byline, paragraphs) put together as one, each part a block of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from sayso.articles.limits import Limits
from sayso.articles.stretches import JOINT
from sayso.articles.text import read_string
from sayso.records.article import Article
from sayso.records.block import Block, BlockKind
from sayso.records.span import Span

_LINE = re.compile(r"[^\n\r]*[^\s][^\n\r]*")


@dataclass(frozen=True, slots=True)
class Part:
    """These words arrived marked as a ``kind`` of block; their lines are its paragraphs."""

    kind: BlockKind
    text: str


def read_parts(parts: Iterable[Part], name: str, *, limits: Limits) -> Article:
    """An article of the parts that have words, joined by an empty line; each line of a part is a block.

    Raises EmptyInput where no part has words, BinaryInput or TooLarge.
    """
    texts: list[str] = []
    blocks: list[Block] = []
    length = 0
    for part in parts:
        text = part.text.strip("\r\n\t ")
        if not text:
            continue
        if texts:
            texts.append(JOINT)
            length += len(JOINT)
        blocks += [Block(part.kind, span) for span in _lines(text, length)]
        texts.append(text)
        length += len(text)
    return replace(read_string("".join(texts), name, limits=limits), blocks=tuple(blocks))


def _lines(text: str, offset: int) -> Iterable[Span]:
    for match in _LINE.finditer(text):
        words = match.group()
        start = offset + match.start() + len(words) - len(words.lstrip())
        yield Span(start, start + len(words.strip()))
