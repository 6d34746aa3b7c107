"""Which blocks of a page are its story: trafilatura chooses, the words stay the page's own.

Trafilatura's text has lost its offsets, so its paragraphs are looked up among the page's blocks: long ones that
stand there exactly once are anchors, and what lies between two anchors is matched in order.
"""

from __future__ import annotations

import logging
from bisect import bisect_left
from collections import Counter

from sayso.articles.hints import Hint
from sayso.articles.limits import Limits
from sayso.articles.page import Page, PageBlock, compact

_ANCHOR = 25  # letters and digits of a paragraph that is looked up by itself
_WINDOW = 400  # blocks that are searched for the next paragraph
_SHORT = 12  # a shorter block may begin another paragraph's text by chance
_PARAGRAPH = 40  # letters and digits of a paragraph that was passed over and is taken back
_TINY = 400  # letters and digits: a story shorter than this may be one that the page hides
_MINE = frozenset({Hint.RELATED, Hint.FURNITURE, Hint.CAPTION, Hint.EMBED})


def choose_blocks(page: Page, limits: Limits) -> tuple[PageBlock, ...]:
    """The blocks of the page's main text, in order; empty if there is none.

    Hidden blocks are chosen only where the page hides its story as a whole.
    """
    chosen = _choose(page, page.plain(), limits, hidden=False)
    if _length(chosen) < _TINY and any(block.hidden for block in page.blocks):
        everything = _choose(page, page.plain(hidden=True), limits, hidden=True)
        if _length(everything) > 3 * _length(chosen):
            return everything
    return chosen


def plain_blocks(page: Page) -> tuple[PageBlock, ...]:
    """All shown blocks that are no furniture and mostly no links: for pages without a recognisable story."""
    shown = [block for block in page.blocks if not block.hidden]
    story = [b for b in shown if 2 * b.linked < len(b.key) and not any(hint in _MINE for hint, _ in b.marks)]
    return tuple(story or shown)


def _length(blocks: tuple[PageBlock, ...]) -> int:
    return sum(len(block.key) for block in blocks)


def _choose(page: Page, markup: str, limits: Limits, *, hidden: bool) -> tuple[PageBlock, ...]:
    candidates = [block for block in page.blocks if hidden or not block.hidden]
    if not candidates or len(markup) > limits.extracted or len(page.markup) > limits.pieces:
        return ()
    paragraphs = [key for text in _extract(markup) if (key := compact(text))]
    chosen = _look_up(paragraphs, candidates)
    chosen |= _passed_over(candidates, chosen)
    return tuple(block for position, block in enumerate(candidates) if position in chosen)


def _extract(markup: str) -> list[str]:
    """The paragraphs that trafilatura finds, in order."""
    import trafilatura  # 0.4 s: only pages pay for it

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # else it writes to stderr
    document = trafilatura.bare_extraction(markup, include_comments=False, with_metadata=False)
    body = getattr(document, "body", None)
    if body is None:
        return []
    return ["".join(child.itertext()) + (child.tail or "") for child in body]


# ── looking up ──


def _look_up(paragraphs: list[str], blocks: list[PageBlock]) -> set[int]:
    """Positions of the blocks that say what ``paragraphs`` say, both in the same order."""
    anchors = _find_anchors(paragraphs, blocks)
    chosen: set[int] = set(anchors.values())
    after = [len(blocks)] * (len(paragraphs) + 1)  # where the next anchor stands
    for index in range(len(paragraphs) - 1, -1, -1):
        after[index] = anchors.get(index, after[index + 1])
    at = 0 if not anchors else max(0, min(anchors.values()) - _WINDOW)
    for index, paragraph in enumerate(paragraphs):
        if index in anchors:
            at = anchors[index] + 1
            continue
        found = _consume(paragraph, blocks, at, min(after[index], at + _WINDOW))
        chosen.update(found)
        at = max(found, default=at - 1) + 1
    return chosen


def _find_anchors(paragraphs: list[str], blocks: list[PageBlock]) -> dict[int, int]:
    """Paragraph to block, for long ones that are unique on both sides, as far as they keep the order."""
    counts, positions = Counter(paragraphs), {}
    twice = Counter(block.key for block in blocks)
    for position, block in enumerate(blocks):
        positions[block.key] = position
    pairs = [
        (index, positions[key])
        for index, key in enumerate(paragraphs)
        if len(key) >= _ANCHOR and counts[key] == 1 and twice[key] == 1
    ]
    return dict(_longest_rising(pairs))


def _longest_rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest subsequence whose second numbers rise."""
    tails: list[int] = []
    ends: list[int] = []
    before = [-1] * len(pairs)
    for index, (_, position) in enumerate(pairs):
        slot = bisect_left(tails, position)
        before[index] = ends[slot - 1] if slot else -1
        tails[slot : slot + 1], ends[slot : slot + 1] = [position], [index]
    rising: list[tuple[int, int]] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        rising.append(pairs[index])
        index = before[index]
    return rising[::-1]


def _consume(paragraph: str, blocks: list[PageBlock], start: int, stop: int) -> list[int]:
    """Positions of the blocks that make up ``paragraph``: one, several in a row, or one that holds it."""
    found: list[int] = []
    at = 0
    for position in range(start, stop):
        key = blocks[position].key
        if paragraph.startswith(key, at) and _goes_on(paragraph, at + len(key), blocks, position, stop):
            found.append(position)
            at += len(key)
            if at == len(paragraph):
                return found
    if len(paragraph) - at < _ANCHOR:
        return found
    rest = paragraph[at:]
    for position in range(found[-1] + 1 if found else start, stop):
        key = blocks[position].key
        if len(key) >= _ANCHOR and (rest in key or key in rest or key[:_ANCHOR] == rest[:_ANCHOR]):
            return [*found, position]
    return found


def _goes_on(paragraph: str, at: int, blocks: list[PageBlock], position: int, stop: int) -> bool:
    """Whether a short block that fits is followed by one that fits too."""
    if at == len(paragraph) or len(blocks[position].key) >= _SHORT:
        return True
    following = blocks[position + 1 : min(stop, position + 4)]
    return any(paragraph.startswith(block.key[:_SHORT], at) for block in following)


def _passed_over(blocks: list[PageBlock], chosen: set[int]) -> set[int]:
    """Paragraphs that stand right beside chosen ones, in the element that holds most of the story."""
    holders: Counter[int] = Counter()
    for position in chosen:
        if blocks[position].element == "p":
            holders[blocks[position].parent] += len(blocks[position].key)
    whole = sum(holders.values())
    main = {parent for parent, length in holders.items() if 3 * length > whole}
    known = {mark for position in chosen for mark in blocks[position].marks}
    return {
        position
        for position, block in enumerate(blocks)
        if block.element == "p"
        and block.parent in main
        and len(block.key) >= _PARAGRAPH
        and 2 * block.linked < len(block.key)
        and not any(hint in _MINE and (hint, number) not in known for hint, number in block.marks)
    }
