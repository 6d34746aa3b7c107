"""Who tells of a place or a time: the claims around its words, the innermost first."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.records.span import Span
from sayso.web import shapes
from sayso.web.setting import PlaceMention, Teller, TimeMention


@dataclass(frozen=True)
class Around:
    """The claims of one article by where they stand."""

    claims: Mapping[str, shapes.ToldClaim]
    _starts: tuple[int, ...]
    _held: tuple[tuple[Span, str], ...]
    _longest: int

    @classmethod
    def of(cls, claims: Mapping[str, shapes.ToldClaim]) -> Around:
        held = sorted((Span(*pair), name) for name, claim in claims.items() for pair in claim.spans)
        longest = max((len(span) for span, _ in held), default=0)
        return cls(claims, tuple(span.start for span, _ in held), tuple(held), longest)

    def holding(self, span: Span) -> tuple[str, ...]:
        """The ids of the claims that hold these words, the shortest first."""
        last = bisect_right(self._starts, span.start)
        first = bisect_right(self._starts, span.end - self._longest - 1)
        found = [(len(held), name) for held, name in self._held[first:last] if held.covers(span)]
        return tuple(dict.fromkeys(name for _, name in sorted(found)))


def teller_of(around: Around, span: Span) -> Teller:
    """Whose word the innermost claim around ``span`` is; nobody's outside all claims."""
    claims = around.holding(span)
    if not claims:
        return Teller((), "", "")
    claim = around.claims[claims[0]]
    return Teller(claims, claim.how, claim.holders)


def count_articles(mentions: Iterable[PlaceMention | TimeMention]) -> int:
    return len({mention.shown.article for mention in mentions})
