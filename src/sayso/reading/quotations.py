"""Quotation marks into quotations: every style, several paragraphs, and marks that do not balance.

Nothing here raises on odd marks: a quotation whose closing mark is missing ends with its paragraph and says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from sayso.patterns import compile_later
from sayso.records.span import Span

LINE = compile_later(r"[^\n]+")
MARK = compile_later(r"[“”„«»‹›\"＂「」『』]|''|’’|``|`(?=\w)|['‘’]")
# The family that closes each opening mark; straight marks open and close alike.
CLOSERS = {
    "“": '”“"’’',
    "”": "”",  # typed where an opening mark belongs
    "„": "“”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "「": "」",
    "『": "』",
    '"': '"”',
    "＂": "＂",
    "''": "''\"”",
    "’’": '’’"”',
    "``": "''\"”",
    "‘": "’'",
    "`": "'’",
    "'": "'’",
}
ONLY_OPENS = frozenset("“„«‹「『") | {"``", "‘", "`"}
SINGLES = frozenset("'‘`")
OPENING_BEFORE = compile_later(r"(?:^|[\s(\[{<—–\-/:,;“\"‘„«…_>*•])$")
WORDISH = compile_later(r"\w")
DECADE_OR_CLIPPED = compile_later(r"['‘’](?:\d\ds?\b|n['’]?\b|em\b|til\b|tis\b|twas\b|cause\b|bout\b)", re.I)
FEET = compile_later(r"\d['’]\d{1,2}$")
# A single-marked quotation longer than this many characters is an apostrophe gone astray.
LONGEST_SINGLE = 600
# Lines without any mark that may lie inside one quotation.
MOST_WAITING = 6


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks, marks included.

    ``closed`` is false if no closing mark was found; ``continues`` says that it goes on a quotation of the
    paragraph before; ``single`` that its marks are single ones.
    """

    span: Span
    closed: bool = True
    continues: bool = False
    single: bool = False


def find_quotations(text: str, start: int = 0, end: int | None = None) -> tuple[Quotation, ...]:
    """The outermost quotations of ``text[start:end]``, in order, none overlapping another."""
    stop = len(text) if end is None else end
    found: list[Quotation] = []
    waiting: list[Span] = []  # lines without marks after an open quotation: inside it if a later line closes it
    open_before = single_before = False
    trimmed = (Span.trimmed(text, line.start(), line.end()) for line in LINE.finditer(text, start, stop))
    lines = [span for span in trimmed if span is not None]
    for span, below in zip_longest(lines, lines[1:]):
        if open_before and not single_before and len(waiting) < MOST_WAITING and not _has_double_marks(text, span):
            waiting.append(span)
            continue
        goes_on = below is not None and _begins_single(text, below)
        here = list(_quotations_of_line(text, span, open_before, single_before, goes_on))
        if here and here[0].continues and waiting:
            found.extend(Quotation(between, False, True) for between in waiting)
        found.extend(here)
        waiting = []
        open_before = bool(here) and not here[-1].closed
        single_before = open_before and here[-1].single
    return tuple(found)


def _has_double_marks(text: str, span: Span) -> bool:
    return any(mark.group() not in SINGLES for mark in MARK.finditer(text, span.start, span.end))


def _begins_single(text: str, line: Span) -> bool:
    """Whether a line begins with a single mark that opens a quotation."""
    mark = MARK.match(text, line.start, line.end)
    return mark is not None and mark.group() in SINGLES and _opens(text, mark, line.start, line.end)


def _quotations_of_line(
    text: str, line: Span, open_before: bool, single_before: bool, goes_on: bool
) -> Iterator[Quotation]:
    """``goes_on``: the next line begins with a single mark, so that one left open here is no apostrophe gone astray."""
    start, end = line.start, line.end
    marks = list(MARK.finditer(text, start, end))
    position = _carried_over(text, marks, line, single_before) if open_before else 0
    if position:
        yield Quotation(Span(start, marks[position - 1].end()), True, True)
    while position < len(marks):
        mark = marks[position]
        if not _opens(text, mark, start, end):
            position += 1
            continue
        closing = _closing(text, marks, position, end)
        single = mark.group() in SINGLES
        first = mark.start() == start
        if closing is None and single and not (first and goes_on):
            position += 1
            continue
        continues = open_before and first
        if closing is None:
            if _is_stray(text, mark, end):
                position += 1
                continue
            span = Span.trimmed(text, mark.start(), end)
            if span is not None:
                yield Quotation(span, closed=False, continues=continues, single=single)
            return
        yield Quotation(Span(mark.start(), marks[closing].end()), True, continues, single)
        position = closing + 1


def _carried_over(text: str, marks: list[re.Match[str]], line: Span, single: bool) -> int:
    """The number of marks up to the line's first that may close what the line before opened, if it does close, else 0;
    an apostrophe ("the fighters’ train") closes only what a ``single`` mark opened."""
    passed = SINGLES if single else SINGLES | {"’"}
    first = next((number for number, mark in enumerate(marks) if mark.group() not in passed), None)
    if first is None or _opens(text, marks[first], line.start, line.end) or not _closes(text, marks[first], line.end):
        return 0
    return first + 1


def _opens(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    kind = mark.group()
    after = text[mark.end()] if mark.end() < end else ""
    if kind in "›」』’" or not after:
        return False
    if kind == "»":
        return False  # a bullet, or a closing mark that nothing opened
    before_is_open = mark.start() == start or bool(OPENING_BEFORE.search(text[mark.start() - 1]))
    if kind == "”":
        return before_is_open and bool(WORDISH.match(after))
    if kind in ONLY_OPENS and kind not in SINGLES:
        return True
    if kind in SINGLES:
        return before_is_open and bool(WORDISH.match(after)) and not DECADE_OR_CLIPPED.match(text, mark.start())
    return before_is_open and not after.isspace()


def _closing(text: str, marks: list[re.Match[str]], opening: int, end: int) -> int | None:
    kind = marks[opening].group()
    closers = CLOSERS[kind]
    if kind == "“" and any(mark.group() == "”" for mark in marks[opening + 1 :]):
        closers = "”“’’"  # straight marks inside are another's
    depth = 0
    for position in range(opening + 1, len(marks)):
        mark = marks[position]
        other = mark.group()
        if kind in SINGLES and mark.start() - marks[opening].start() > LONGEST_SINGLE:
            return None
        if other == kind and kind in ONLY_OPENS and kind not in SINGLES and kind != "„":
            if depth == 0 and _closes(text, mark, end) and other in closers:
                return position  # a second opening mark typed where the closing one belongs
            depth += 1
            continue
        if not _belongs(other, closers) or not _closes(text, mark, end):
            continue
        if depth:
            depth -= 1
            continue
        return position
    return None


def _belongs(mark: str, closers: str) -> bool:
    return mark in closers and (mark not in ("'", "’") or mark in closers.replace(2 * mark, ""))


def _closes(text: str, mark: re.Match[str], end: int) -> bool:
    kind = mark.group()
    if kind in "”»›」』":
        return True
    before = text[mark.start() - 1]
    after = text[mark.end()] if mark.end() < end else " "
    if kind == '"' and FEET.search(text[max(0, mark.start() - 6) : mark.start()]):
        return False
    if kind in ("'", "’"):
        return not before.isspace() and not WORDISH.match(after)
    return not before.isspace() and not (WORDISH.match(after) and not WORDISH.match(before) and before not in ".,!?…")


def _is_stray(text: str, mark: re.Match[str], end: int) -> bool:
    """An opening mark with fewer than three words after it opens nothing."""
    return len(text[mark.end() : end].split()) < 3
