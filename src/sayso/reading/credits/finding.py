"""The credits of an article, in order: every form tried on every line, the list asked where a form is loose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.lists.agencies import Agencies, AgencyKind
from sayso.patterns import compile_later
from sayso.reading.credits.broadcasts import find_hand_off, find_sign_off
from sayso.reading.credits.datelines import Dateline, find_dateline
from sayso.reading.credits.forms import NAMES
from sayso.reading.credits.lines import Mark, Position, find_line_mark, find_tail_mark
from sayso.reading.credits.words import TIMES
from sayso.reading.sentences import find_sentences
from sayso.records.article import Article
from sayso.records.block import Block, BlockKind
from sayso.records.credit import Credit, CreditKind, CreditScope
from sayso.records.span import Span

LINE = compile_later(r"[^\n]+")
LONGEST_PARAGRAPH = 20_000  # of longer ones only the ends are read
DATELINE_LINES = 8  # a dateline stands in the first so many lines
NAMES_ALONE = compile_later(NAMES.replace(" ", r"\s"))
BETWEEN = compile_later(r"\s*(?:,|/|\||;|&|\band\b)\s*")
WORD = compile_later(r"\S+")
FEWEST_OF_A_NAME = 2  # words of "Jane Roe"
MEDIA_WORD = compile_later(
    r"\b(?:News|Press|Agency|Wire|Network|Service|Times|Post|Journal|Media|Radio|TV|Chronicles?|Herald|Tribune)$|\.com$|\b[A-Z]{3,}\b"
)


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a block, with its place among all such lines."""

    span: Span
    kind: BlockKind
    position: Position


def find_credits(article: Article, blocks: tuple[Block, ...], agencies: Agencies) -> tuple[Credit, ...]:
    """Whom the page credits, in order, none overlapping. A relay in prose ("told Reuters") is no credit.

    Names are as written. Several outlets in one line ("Sources: Daily Mail, Metro") are several credits.
    """
    text = article.text
    lines = _lines(text, blocks)
    found: list[Credit] = []
    for line in lines:
        if line.kind is not BlockKind.RELATED:
            found.extend(_credits_of_line(text, line, agencies))
    found.extend(_credits_on_air(text, lines, agencies))
    return _apart(found)


def _lines(text: str, blocks: Sequence[Block]) -> list[_Line]:
    spans = [
        (span, block.kind)
        for block in blocks
        for match in LINE.finditer(text, block.span.start, block.span.end)
        if (span := Span.trimmed(text, match.start(), match.end())) is not None
    ]
    story = [kind not in (BlockKind.BOILERPLATE, BlockKind.RELATED, BlockKind.CREDIT) for _, kind in spans]
    before, total = 0, sum(story)
    lines = []
    for (span, kind), counts in zip(spans, story, strict=True):
        lines.append(_Line(span, kind, Position(before, total - before - counts)))
        before += counts
    return lines


def _credits_of_line(text: str, line: _Line, agencies: Agencies) -> Iterator[Credit]:
    start, end = line.span.start, line.span.end
    if line.position.before < DATELINE_LINES and (dateline := find_dateline(text, start, end)):
        yield from _of_dateline(text, dateline, agencies)
        start = dateline.span.end
    if start >= end:
        return
    mark = find_line_mark(text, start, end, line.position)
    if mark is None or (mark.listed and not _is_listed(text, mark, agencies)):
        mark = _byline(text, start, end, line.kind)
    if mark is not None and (not mark.listed or _is_listed(text, mark, agencies)):
        yield from _of_mark(text, mark, line, CreditScope.PAGE, agencies)
        return
    mark = find_tail_mark(text, start, end, line.position)
    if mark is not None:
        scope = CreditScope.PAGE if line.position.near_end else CreditScope.PASSAGE
        yield from _of_mark(text, mark, line, scope, agencies)


def _byline(text: str, start: int, end: int, kind: BlockKind) -> Mark | None:
    """Names alone on a line that the page itself marks as its byline."""
    names = NAMES_ALONE.fullmatch(text, start, end) if kind is BlockKind.BYLINE else None
    if names is None or any(word.lower() in TIMES for word in re.findall(r"[^\W\d_]+", names.group())):
        return None
    return Mark(CreditKind.AUTHOR, Span(start, end), Span(start, end))


def _of_dateline(text: str, dateline: Dateline, agencies: Agencies) -> Iterator[Credit]:
    if dateline.author:
        yield Credit(dateline.author.cut(text), CreditKind.AUTHOR, dateline.author, CreditScope.PAGE)
    if dateline.tag and dateline.bracketed:
        name = dateline.tag.cut(text)
        in_capitals = text[dateline.span.start : dateline.span.start + 2].isupper()
        if agencies.find(name) or MEDIA_WORD.search(name) or in_capitals:
            yield Credit(name, _kind_of(name, CreditKind.AGENCY, agencies), dateline.bracketed, CreditScope.PAGE)


def _of_mark(text: str, mark: Mark, line: _Line, scope: CreditScope, agencies: Agencies) -> Iterator[Credit]:
    if mark.kind is CreditKind.AUTHOR and (agency := _agency_as_author(text, mark, agencies)):
        yield agency
        return
    mark = _without_employer(text, mark, agencies) if mark.kind is CreditKind.AUTHOR else mark
    names = _names(text, mark, agencies)
    if mark.listed and not names:
        return
    spans = _shares(mark.span, names) if names else [(mark.name, mark.span)]
    in_caption = line.kind is BlockKind.CAPTION or mark.kind is CreditKind.PHOTO
    if in_caption:
        scope = CreditScope.CAPTION
    if mark.kind is CreditKind.SIGN_OFF:
        yield from _of_initials(text, mark, agencies)
        return
    employer = _employer(text, mark, agencies) if mark.kind is CreditKind.AUTHOR else None
    if employer is not None:
        spans = [(mark.name, Span(mark.span.start, mark.name.end))]
    for name, span in spans:
        kind = _kind_of(name.cut(text), mark.kind, agencies)
        if in_caption and kind in (CreditKind.AGENCY, CreditKind.OUTLET):
            kind = CreditKind.PHOTO
        yield Credit(name.cut(text), kind, span, scope)
    if employer is not None:
        yield employer


def _of_initials(text: str, mark: Mark, agencies: Agencies) -> Iterator[Credit]:
    """ "jbh/rc (AFP, dpa)": the editors, and the agencies that they worked from."""
    wires = [
        Credit(alias.cut(text), _kind_of(alias.cut(text), CreditKind.AGENCY, agencies), alias, CreditScope.PAGE)
        for match in re.finditer(r"[^,()/]+", text[mark.name.end : mark.span.end])
        if (alias := Span.trimmed(text, mark.name.end + match.start(), mark.name.end + match.end())) is not None
        and agencies.find(alias.cut(text))
    ]
    span = Span(mark.span.start, mark.name.end) if wires else mark.span
    yield Credit(mark.name.cut(text), mark.kind, span, CreditScope.PAGE)
    yield from wires


def _names(text: str, mark: Mark, agencies: Agencies) -> list[Span]:
    """The single names of a credit of outlets; empty where the credit stays whole."""
    if mark.kind not in (CreditKind.OUTLET, CreditKind.AGENCY):
        return []
    whole = mark.name.cut(text)
    if agencies.find(whole):
        return [mark.name]
    names, start = [], mark.name.start
    for gap in [*BETWEEN.finditer(text, mark.name.start, mark.name.end), None]:
        end = gap.start() if gap else mark.name.end
        span = Span.trimmed(text, start, end)
        if span and (not mark.listed or agencies.find(span.cut(text))):
            names.append(span)
        start = gap.end() if gap else end
    return names


def _is_listed(text: str, mark: Mark, agencies: Agencies) -> bool:
    """True if every name of a whole line is listed; a venue's name alone on a line is mostly a button."""
    name = mark.name.cut(text)
    whole = agencies.find(name)
    if whole is not None:
        alone = name.strip(". ") == mark.span.cut(text).strip("-–— .[]()")
        return not (alone and whole.kind is AgencyKind.SOCIAL_VENUE)
    parts = [agencies.find(part) for part in BETWEEN.split(name) if part]
    return bool(parts) and all(part is not None and part.kind is not AgencyKind.SOCIAL_VENUE for part in parts)


def _shares(whole: Span, names: Sequence[Span]) -> list[tuple[Span, Span]]:
    """The line shared out among its names: the first has the label, the last what closes the line."""
    if len(names) == 1:
        return [(names[0], whole)]
    starts = [whole.start, *(name.start for name in names[1:])]
    ends = [*(name.end for name in names[:-1]), whole.end]
    return [(name, Span(a, b)) for name, a, b in zip(names, starts, ends, strict=True)]


def _agency_as_author(text: str, mark: Mark, agencies: Agencies) -> Credit | None:
    """ "By Press Trust of India": the name at the author's place is an agency's or an outlet's."""
    words = text[mark.name.start : min(mark.span.end, mark.name.start + 60)]
    while words:
        if agencies.find(words):
            kind = _kind_of(words, CreditKind.OUTLET, agencies)
            return Credit(words, kind, mark.span, CreditScope.PAGE)
        words = words.rpartition(" ")[0]
    return None


def _without_employer(text: str, mark: Mark, agencies: Agencies) -> Mark:
    """The names of "By Jane Roe The Associated Press" without the agency that no comma parts from them."""
    words = [Span(mark.name.start + w.start(), mark.name.start + w.end()) for w in WORD.finditer(mark.name.cut(text))]
    for place in range(FEWEST_OF_A_NAME, len(words)):
        agency = agencies.find(Span(words[place].start, mark.name.end).cut(text))
        if agency is not None and agency.kind in (AgencyKind.AGENCY, AgencyKind.PRESS_WIRE):
            return replace(mark, name=Span(mark.name.start, words[place - 1].end))
    return mark


def _employer(text: str, mark: Mark, agencies: Agencies) -> Credit | None:
    """The agency in "By Jane Roe, Associated Press Writer": a credit of its own."""
    for match in re.finditer(r"[^\s,|/()]+(?:\s[^\s,|/()]+){0,4}", text[mark.name.end : mark.span.end]):
        words = match.group()
        while words:
            agency = agencies.find(words)
            if agency and agency.kind in (AgencyKind.AGENCY, AgencyKind.PRESS_WIRE):
                start = mark.name.end + match.start()
                return Credit(words, CreditKind.AGENCY, Span(start, start + len(words)), CreditScope.PAGE)
            words = words.rpartition(" ")[0]
    return None


def _kind_of(name: str, kind: CreditKind, agencies: Agencies) -> CreditKind:
    """An agency is credited as one, an outlet as one, whatever form the credit has."""
    if kind not in (CreditKind.AGENCY, CreditKind.OUTLET):
        return kind
    agency = agencies.find(name)
    if agency is None:
        return kind
    if agency.kind is AgencyKind.PHOTO_AGENCY:
        return CreditKind.PHOTO
    return CreditKind.AGENCY if agency.kind in (AgencyKind.AGENCY, AgencyKind.PRESS_WIRE) else CreditKind.OUTLET


def _credits_on_air(text: str, lines: Sequence[_Line], agencies: Agencies) -> list[Credit]:
    """Sign-offs and hand-offs: they close a paragraph, or open the page."""
    told = [line for line in lines if line.kind in (BlockKind.BODY, BlockKind.CREDIT, BlockKind.DECK)]
    found, handed, signed = [], [], []
    for number, line in enumerate(told):
        for sentence in _edges(text, line.span, opening=number < 2):
            if mark := find_sign_off(text, sentence, agencies):
                signed.append(mark.name.cut(text))
                found.append(Credit(mark.name.cut(text), mark.kind, mark.span, CreditScope.PAGE))
            else:
                handed.append(sentence)
    marks = (find_hand_off(text, sentence, signed, agencies) for sentence in handed)
    return found + [Credit(mark.name.cut(text), mark.kind, mark.span, CreditScope.PASSAGE) for mark in marks if mark]


def _edges(text: str, line: Span, *, opening: bool) -> list[Span]:
    """The last sentence of a paragraph, and the first two where the page opens."""
    start = line.start if len(line) <= LONGEST_PARAGRAPH else line.end - 400
    sentences = find_sentences(text, start, line.end)
    firsts = sentences[:2] if opening else ()
    return [*firsts, *(sentences[-1:] if len(sentences) > len(firsts) else ())]


def _apart(found: Iterable[Credit]) -> tuple[Credit, ...]:
    """In order; of two that overlap the one that starts first, or is longer."""
    kept = sorted(found, key=lambda credit: (credit.span.start, -credit.span.end))
    apart: list[Credit] = []
    for credit in kept:
        if not apart or credit.span.start >= apart[-1].span.end:
            apart.append(credit)
    return tuple(apart)
