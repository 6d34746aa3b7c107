"""The text of blocks as a reader sees it, with where each stretch stands in the page."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from sayso.articles.page import Page, PageBlock, Run
from sayso.records.article import Source
from sayso.records.span import Span

# No possessive group: that of Python 3.11.0 to 3.11.3 runs on into what follows ("pier&nbsp;" lost its entity).
_PIECES = re.compile(
    r"(?P<space>[ \t\n\r\f]++)|(?P<entity>&(?:\#(?:\d{1,8}|[xX][0-9a-fA-F]{1,7});?|[A-Za-z][A-Za-z0-9]{1,31};?))"
    r"|(?P<plain>(?:[^ \t\n\r\f&]++|&(?![#A-Za-z]))(?:[ ]?(?:[^ \t\n\r\f&]++|&(?![#A-Za-z])))*|&)"
)
JOINT = "\n\n"


@dataclass(frozen=True, slots=True)
class Stretch:
    """``page[start:end]`` gives ``text``: itself, or one entity, white space or line break that stands for it."""

    text: str
    start: int
    end: int


def find_stretches(source: str, block: PageBlock) -> tuple[Stretch, ...]:
    """The block's words: entities decoded, white space runs one space, ``<br>`` a line end, none at the edges."""
    found: list[Stretch] = []
    for run in block.runs:
        for stretch in _read_run(source, run):
            if not stretch.text.isspace() or stretch.text.strip(" \n"):
                found.append(stretch)  # words, or a space that is no white space of HTML, such as &nbsp;
            elif stretch.text == "\n":
                if found and found[-1].text == " ":
                    found.pop()
                found.append(stretch)
            elif found and found[-1].text not in (" ", "\n"):
                found.append(stretch)
    while found and not found[-1].text.strip():
        found.pop()
    while found and not found[0].text.strip():
        found.pop(0)
    return tuple(_joined(source, found))


def _read_run(source: str, run: Run) -> Iterable[Stretch]:
    if run.breaks:
        yield Stretch("\n", run.start, run.end)
        return
    for match in _PIECES.finditer(source, run.start, run.end):
        if match["space"] is not None:
            yield Stretch(" ", match.start(), match.end())
        elif match["entity"] is not None and (text := html.unescape(match.group())):
            # Of "&notit;" only "&not" is an entity: what stands there as it is goes apart.
            rest = len(text) - 1 if match.group().endswith(text[1:]) else 0
            yield Stretch(text[: len(text) - rest], match.start(), match.end() - rest)
            if rest:
                yield Stretch(text[1:], match.end() - rest, match.end())
        elif match["plain"] is not None:
            yield Stretch(match.group(), match.start(), match.end())


def _joined(source: str, stretches: list[Stretch]) -> Iterable[Stretch]:
    """Neighbours that stand in the page exactly so become one stretch."""
    start = end = 0
    for stretch in stretches:
        verbatim = len(stretch.text) == stretch.end - stretch.start and source.startswith(stretch.text, stretch.start)
        if verbatim and stretch.start == end and start < end:
            end = stretch.end
            continue
        if start < end:
            yield Stretch(source[start:end], start, end)
        start, end = (stretch.start, stretch.end) if verbatim else (0, 0)
        if not verbatim:
            yield stretch
    if start < end:
        yield Stretch(source[start:end], start, end)


@dataclass(frozen=True, slots=True)
class BlockTexts:
    """The words of a page's blocks by their numbers, read when first asked for."""

    page: Page
    known: dict[int, str] = field(default_factory=dict, repr=False)

    def __getitem__(self, number: int) -> str:
        if number not in self.known:
            stretches = find_stretches(self.page.source, self.page.blocks[number])
            self.known[number] = "".join(stretch.text for stretch in stretches)
        return self.known[number]


@dataclass(frozen=True, slots=True)
class Composed:
    """The text of an article, the span of each of its blocks, and the way back to the page."""

    text: str
    spans: tuple[Span, ...]
    page_map: tuple[Source, ...]


def compose_text(source: str, blocks: Iterable[PageBlock]) -> Composed:
    """The texts of ``blocks`` (none of them empty), joined by an empty line that no page offset stands for."""
    texts: list[str] = []
    spans: list[Span] = []
    page_map: list[Source] = []
    length = 0
    for block in blocks:
        if texts:
            texts.append(JOINT)
            length += len(JOINT)
        first = length
        for stretch in find_stretches(source, block):
            texts.append(stretch.text)
            span = Span(length, length + len(stretch.text))
            page_map.append(Source(span, Span(stretch.start, stretch.end)))
            length = span.end
        spans.append(Span(first, length))
    return Composed("".join(texts), tuple(spans), tuple(page_map))
