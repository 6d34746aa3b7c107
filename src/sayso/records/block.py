"""The parts that stretches of a page play."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.records.span import Span


class BlockKind(StrEnum):
    HEADLINE = "headline"
    DECK = "deck"
    BYLINE = "byline"
    DATELINE = "dateline"
    CAPTION = "caption"
    BODY = "body"
    CREDIT = "credit"
    RELATED = "related"
    BOILERPLATE = "boilerplate"


# Blocks whose words are the article's own story; the others frame it.
STORY = frozenset({BlockKind.HEADLINE, BlockKind.DECK, BlockKind.CAPTION, BlockKind.BODY})


@dataclass(frozen=True, slots=True)
class Block:
    """One stretch of the text has one part to play on the page.

    ``Block(BlockKind.HEADLINE, Span(0, 65))``. Blocks of an article are in order and never overlap.
    """

    kind: BlockKind
    span: Span
