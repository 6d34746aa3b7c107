"""Direct, indirect, mixed or unmarked: how a content stands to the quotation marks of its text."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.patterns import compile_later
from sayso.reading.quotations import Quotation, find_quotations
from sayso.records.attribution import AttributionKind
from sayso.records.span import Span

WORD = compile_later(r"\w+")
DASHES = frozenset("—–")
FIRST_PERSON = compile_later(r"\b(?:I|we|We|my|My|our|Our|me|us)\b")


def kind_of(
    content: Sequence[Span], cue: Sequence[Span], quotations: Sequence[Quotation], text: str
) -> AttributionKind:
    """The kind of an outermost content; quotations of the whole text are given in order."""
    inside = outside = 0
    for span in content:
        quoted = [q.span for q in quotations if q.span.overlaps(span)]
        for match in WORD.finditer(text, span.start, span.end):
            held = any(q.start <= match.start() and match.end() <= q.end for q in quoted)
            inside, outside = inside + held, outside + (not held)
    if not outside:
        return AttributionKind.DIRECT if inside else AttributionKind.INDIRECT
    if inside:
        return AttributionKind.MIXED
    return AttributionKind.UNMARKED if _is_unmarked_speech(content, cue, text) else AttributionKind.INDIRECT


def _is_unmarked_speech(content: Sequence[Span], cue: Sequence[Span], text: str) -> bool:
    """First-person words before ", X said", or a post before its author: speech whose marks were left out."""
    if len(cue) == 1 and cue[0].cut(text) in DASHES:
        return True
    before = bool(cue) and max(span.end for span in content) <= min(span.start for span in cue)
    return before and any(FIRST_PERSON.search(span.cut(text)) for span in content)


def kind_of_nested(content: Sequence[Span], text: str) -> AttributionKind:
    """The kind of a content inside another's: only marks inside it or touching it count, not the outer ones."""
    marked = []
    for span in content:
        before, after = max(0, span.start - 1), min(len(text), span.end + 1)
        inner = find_quotations(text, span.start, span.end)
        touching = find_quotations(text, before, after)
        marked += [q for q in touching if q.single] or list(inner)
    return kind_of(content, (), marked, text) if marked else AttributionKind.INDIRECT
