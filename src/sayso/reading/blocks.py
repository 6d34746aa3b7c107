"""The parts of a page that came without markup: every line plays one part, and doubt makes it body.

A line taken for furniture is lost to the reader of the page, so each rule asks for a form that prose does
not have; what no rule claims is body.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.patterns import compile_later
from sayso.reading.credits.datelines import find_dateline
from sayso.reading.credits.lines import Mark, Position, find_line_mark, find_tail_mark, is_biography
from sayso.reading.furniture import heads_many, heads_related, is_boilerplate, is_related
from sayso.records.article import Article
from sayso.records.block import Block, BlockKind
from sayso.records.credit import CreditKind
from sayso.records.span import Span

LINE = compile_later(r"[^\n]+")
WORD = compile_later(r"\w+(?:['’]\w+)*")
STOP = compile_later(r"[.!?…][\"”’'»)\]]*$")
SENTENCE_BREAK = compile_later(r"[a-z\d)”\"][.!?]+[\"”’']*\s+[\"“‘]?[A-Z]")
FULL_TEXT = compile_later(r"(?i)full text\W*")  # what databases of newspapers print below the abstract
FRONT = 8  # headline, deck, byline and dateline stand in the first so many lines
LONGEST_HEADLINE = 24  # words
SHORT_HEADLINE = 16
LONGEST_DECK = 45
FEWEST_CAPITALS = 6  # shorter lines in capitals are headings of the story's own parts
LONGEST_FRAMED_DECK = 60
LONGEST_CAPTION = 60
LINKS = 10  # related headlines under one heading
ECHO = 0.6  # share of a deck's word triples that one paragraph below has; of 840 US articles it takes ten, all decks


@dataclass(slots=True)
class _Line:
    """One line while its part is being found."""

    span: Span
    words: str
    kind: BlockKind | None = None
    cut: int | None = None  # where the line's second part starts
    second: BlockKind | None = None

    @property
    def length(self) -> int:
        """In words; of a very long line, enough to know that it is one."""
        return len(WORD.findall(self.words[:2000]))

    @property
    def stopped(self) -> bool:
        return STOP.search(self.words[-6:]) is not None


def find_blocks(article: Article) -> tuple[Block, ...]:
    """The article's own blocks, or those found by the look of its lines.

    Every non-blank line is covered, in order; a line with a dateline, or with a credit at its end, gives
    two blocks. Spans have no outer white space.
    """
    if article.blocks:
        return article.blocks
    lines = _lines(article.text)
    _mark_furniture(lines)
    _mark_related(lines)
    _mark_credits(article.text, lines)
    dateline = _mark_dateline(article.text, lines)
    _mark_front(article, lines, dateline)
    _mark_capital_links(lines)
    return tuple(_blocks(article.text, lines))


def _lines(text: str) -> list[_Line]:
    spans = (Span.trimmed(text, match.start(), match.end()) for match in LINE.finditer(text))
    return [_Line(span, span.cut(text)) for span in spans if span is not None]


def _mark_furniture(lines: Sequence[_Line]) -> None:
    for line in lines:
        if is_boilerplate(line.words):
            line.kind = BlockKind.BOILERPLATE
        elif is_related(line.words) or heads_related(line.words):
            line.kind = BlockKind.RELATED


def _mark_related(lines: Sequence[_Line]) -> None:
    """The linked headlines below a heading: the first, and more if it heads many or they are in title case."""
    for number, line in enumerate(lines):
        if line.kind is not BlockKind.RELATED or not heads_related(line.words):
            continue
        many = heads_many(line.words)
        for place, link in enumerate(lines[number + 1 : number + 1 + LINKS]):
            if link.kind is not None or not _could_be_headline(link):
                break
            if place and not many and not _in_title_case(link.words):
                break
            link.kind = BlockKind.RELATED


def _mark_capital_links(lines: Sequence[_Line]) -> None:
    """Headlines of other stories in capitals between the paragraphs of a story that is not in capitals."""
    capital = [line.kind is None and _is_capital_link(line) for line in lines]
    for number, line in enumerate(lines):
        around = (*lines[max(0, number - 1) : number], *lines[number + 1 : number + 2])
        if (
            capital[number]
            and len(around) == 2
            and all(other.stopped and not other.words.isupper() for other in around)
        ):
            line.kind = BlockKind.RELATED


def _is_capital_link(line: _Line) -> bool:
    plain = not line.stopped and line.words[-1] not in ":,;" and not any(mark in line.words for mark in '“”"')
    return plain and line.words.isupper() and FEWEST_CAPITALS <= line.length <= LONGEST_HEADLINE


def _mark_credits(text: str, lines: Sequence[_Line]) -> None:
    story = [line for line in lines if line.kind is None]
    for number, line in enumerate(story):
        position = Position(number, len(story) - number - 1)
        mark = find_line_mark(text, line.span.start, line.span.end, position)
        if mark is not None and not mark.listed:
            line.kind = _kind_of_credit(text, mark)
            continue
        mark = find_tail_mark(text, line.span.start, line.span.end, position)
        if mark is not None and not mark.listed:
            line.cut, line.second = mark.span.start, BlockKind.CREDIT
            if mark.kind is CreditKind.PHOTO and line.length <= LONGEST_CAPTION:
                line.kind = BlockKind.CAPTION


def _kind_of_credit(text: str, mark: Mark) -> BlockKind:
    if mark.kind is CreditKind.AUTHOR:
        return BlockKind.BOILERPLATE if is_biography(text, mark) else BlockKind.BYLINE
    return BlockKind.CREDIT


def _mark_dateline(text: str, lines: Sequence[_Line]) -> int | None:
    """The number of the line that opens with a dateline, if one of the first does."""
    for number, line in enumerate(lines[:FRONT]):
        if line.kind is not None:
            continue
        dateline = find_dateline(text, line.span.start, line.span.end)
        if dateline is None:
            continue
        if dateline.span.end >= line.span.end:
            line.kind, line.cut = BlockKind.DATELINE, None
        elif line.cut is None or line.cut > dateline.span.end:
            line.kind = BlockKind.DATELINE
        return number
    return None


def _mark_front(article: Article, lines: Sequence[_Line], dateline: int | None) -> None:
    """Headline and deck, where the first lines look like them."""
    front = lines[: dateline if dateline is not None else FRONT]
    labelled = any(FULL_TEXT.fullmatch(line.words) for line in lines[:FRONT])
    headline = _find_headline(article.title, lines, front, filed=dateline is not None or labelled)
    if headline is None:
        return
    lines[headline].kind = BlockKind.HEADLINE
    last = _last_frame_line(lines, headline, dateline)
    body = lines[headline + 1 :]
    for number in range(headline + 1, min(len(lines), headline + FRONT)):
        line = lines[number]
        if line.kind is not None:
            continue
        if not _is_deck(line, lines[number + 1 :], framed=number < last) and not _echoes(line, body):
            return
        line.kind = BlockKind.DECK


def _find_headline(title: str | None, lines: Sequence[_Line], front: Sequence[_Line], *, filed: bool) -> int | None:
    if title:
        for number, line in enumerate(front):
            if _same_words(title, line.words):
                return number
    for number, line in enumerate(front):
        if line.kind is None:
            follows = next((other for other in lines[number + 1 :] if other.kind in (None, BlockKind.DATELINE)), None)
            return number if follows is not None and _is_headline(line, follows, filed=filed) else None
    return None


def _is_headline(line: _Line, follows: _Line, *, filed: bool) -> bool:
    if line.cut is not None or not 3 <= line.length <= LONGEST_HEADLINE:
        return False
    if line.words[-1] in ":,;" or SENTENCE_BREAK.search(line.words):
        return False
    if filed and line.length <= SHORT_HEADLINE:  # what stands above a dateline is no body
        return True
    if line.stopped and line.words[-1] not in "?!":
        return _in_title_case(line.words, share=0.85, least=4)
    if line.length < 4:
        return False
    return follows.stopped and (follows.length > line.length or follows.length >= 12) and not _is_quotation(line.words)


def _could_be_headline(line: _Line) -> bool:
    ends = not line.stopped or line.words[-1] in "?!" or line.words.endswith("...") or line.words[-1] in "…”’\"'"
    return ends and line.cut is None and 2 <= line.length <= LONGEST_HEADLINE and line.words[-1] not in ":,;"


def _last_frame_line(lines: Sequence[_Line], headline: int, dateline: int | None) -> int:
    """The last line of the page's frame: a byline, a dateline or "FULL TEXT" close below the headline."""
    last = headline
    for number in range(headline + 1, min(len(lines), headline + 6)):
        line = lines[number]
        if line.kind is BlockKind.BYLINE or number == dateline or FULL_TEXT.fullmatch(line.words):
            last = number
    return last


def _is_deck(line: _Line, rest: Sequence[_Line], *, framed: bool) -> bool:
    if line.cut is not None or line.words[-1] in ":,;":
        return False
    if framed:
        return line.length <= LONGEST_FRAMED_DECK
    follows = next((other for other in rest if other.kind in (None, BlockKind.DATELINE)), None)
    if follows is None or line.stopped or not 3 <= line.length <= 30 or line.words[-1] in '"”’':
        return False
    return follows.stopped and follows.length > line.length


def _echoes(line: _Line, body: Sequence[_Line]) -> bool:
    """True of a short single sentence that a paragraph further down says again, longer."""
    if line.cut is not None or not 6 <= line.length <= LONGEST_DECK or SENTENCE_BREAK.search(line.words):
        return False
    triples = _triples(line.words)
    if len(triples) < 6:
        return False
    below = (other for other in body if other is not line and other.kind is None and other.length > line.length)
    return any(len(triples & _triples(other.words)) >= ECHO * len(triples) for other in below)


def _triples(words: str) -> set[tuple[str, ...]]:
    forms = WORD.findall(words.casefold())
    return set(zip(forms, forms[1:], forms[2:], strict=False))


def _in_title_case(words: str, share: float = 0.75, least: int = 3) -> bool:
    """True if nearly all long words after the first have a capital, and there are enough of them."""
    long = [word for word in WORD.findall(words)[1:] if len(word) > 3 and word[0].isalpha()]
    return len(long) >= least and sum(word[0].isupper() for word in long) >= share * len(long)


def _is_quotation(words: str) -> bool:
    return words[0] in "\"“”'‘«" and words[-1] in "\"”“'’»"


def _same_words(title: str, words: str) -> bool:
    if len(words) > 400:
        return False
    return WORD.findall(title.casefold()) == WORD.findall(words.casefold())


def _blocks(text: str, lines: Sequence[_Line]) -> Iterator[Block]:
    for line in lines:
        start, end = line.span.start, line.span.end
        kind = line.kind or BlockKind.BODY
        if kind is BlockKind.DATELINE:
            dateline = find_dateline(text, start, end)
            if dateline is not None and dateline.span.end < end:
                yield Block(BlockKind.DATELINE, dateline.span)
                start, kind = dateline.span.end, BlockKind.BODY
        cut = line.cut if line.cut is not None and line.cut > start else end
        if first := Span.trimmed(text, start, cut):
            yield Block(kind, first)
        if line.second is not None and (second := Span.trimmed(text, cut, end)):
            yield Block(line.second, second)
