"""The outlet's own words inside what it attributes: ", where they had been stationed since August,"."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.patterns import compile_later
from sayso.reading.quotations import Quotation
from sayso.records.span import Span

# A relative clause set off by commas that tells of older times.
ASIDE = compile_later(
    r",\s+((?:where|who|which|whose)\s+(?:[\w’']+\s+){0,4}?(?:had|has|have|was|were)\b[^,.;:“”\"]{8,160}?)(?=[,.;])"
)
OLDER = compile_later(
    r"\b(?:since|ago|in\s+(?:19|20)\d\d|until|before|earlier|last\s+(?:year|month|week)|founded|born)\b"
    r"|\b(?:19|20)\d\d\b"
)


def find_asides(text: str, contents: Sequence[Span], quotations: Sequence[Quotation]) -> tuple[Span, ...]:
    """Background asides inside contents, outside all quotation marks."""
    found = []
    for content in contents:
        for match in ASIDE.finditer(text, content.start, content.end):
            span = Span(*match.span(1))
            if OLDER.search(span.cut(text)) and not any(q.span.overlaps(span) for q in quotations):
                found.append(span)
    return tuple(found)
