"""Which claim of today's reading a decision is about: by its very words, else by overlap, else it is adrift.

A decision is bound to a text and a stretch of it. A new model may cut the text otherwise; what people decided is then
brought over by one rule: the claim of the same text that shares with the old one at least half of the characters that
either of them covers, the one that shares most. Where there is none, the decision is adrift: listed, never dropped.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sayso.articles.identity import digest_text
from sayso.ledger.claimrows import fold_name
from sayso.records.attribution import Commitment
from sayso.records.claim import Confidence, Voice
from sayso.records.decision import Decision, Seen, Subject
from sayso.records.span import Span, hull

OVERLAP = 0.5  # of the characters that either covers


class Hold(StrEnum):
    """How a decision is attached: to the very words, or to a claim that overlaps them enough."""

    EXACT = "exact"
    OVERLAP = "overlap"


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim as a ledger lists it. ``key`` is the beginning of its text's digest, ``number`` the row's own."""

    number: int
    article: str
    claim: str
    key: str
    start: int
    end: int
    words: str
    voice: Voice
    does: Commitment | None
    hedged: bool
    speaker: str | None
    confidence: Confidence
    score: float
    via: str | None = None
    quoted: bool = False
    outlet: str | None = None
    day: str | None = None
    title: str = ""

    @property
    def pick(self) -> str:
        """What the claim is called by."""
        return f"{self.key}.{self.claim}"

    @property
    def id(self) -> tuple[str, str]:
        return self.article, self.claim

    @property
    def seen(self) -> Seen:
        return Seen(self.voice, self.does, self.hedged, self.speaker, self.confidence, self.score)


def attach(subject: Subject, decision: Decision, rows: Sequence[ClaimRow]) -> tuple[ClaimRow, Hold] | None:
    """The claim of one article that the decision is about, of those that its text has now; None where it is adrift.

    Several claims may have the same words: the one that reads as it did when it was judged comes first.
    """

    def likest(found: Iterable[ClaimRow]) -> ClaimRow | None:
        seen = decision.seen if subject == decision.subject else None
        ordered = sorted(found, key=lambda row: (-_alike(seen, row), row.claim != subject.claim, row.claim))
        return ordered[0] if ordered else None

    exact = likest(row for row in rows if is_exact(subject, row) or _is_as_edited(decision, subject, row))
    if exact is not None:
        return exact, Hold.EXACT
    shared = {row.number: overlap(hull(subject.spans), Span(row.start, row.end)) for row in rows}
    most = max(shared.values(), default=0.0)
    if most < OVERLAP:
        return None
    moved = likest(row for row in rows if shared[row.number] == most)
    return (moved, Hold.OVERLAP) if moved is not None else None


def is_exact(subject: Subject, row: ClaimRow) -> bool:
    """Whether the row covers just the words of the subject."""
    whole = hull(subject.spans)
    return (row.start, row.end) == (whole.start, whole.end) and digest_text(row.words) == subject.words


def _is_as_edited(decision: Decision, subject: Subject, row: ClaimRow) -> bool:
    """Whether the machine now finds the very stretch that the person set."""
    spans = decision.edited.spans if decision.edited and subject == decision.subject else ()
    return bool(spans) and (row.start, row.end) == (hull(spans).start, hull(spans).end)


def overlap(a: Span, b: Span) -> float:
    """The characters that both cover, of those that either covers."""
    both = min(a.end, b.end) - max(a.start, b.start)
    return both / (max(a.end, b.end) - min(a.start, b.start)) if both > 0 else 0.0


def _alike(seen: Seen | None, row: ClaimRow) -> int:
    if seen is None:
        return 0
    return sum((seen.voice == row.voice, seen.does == row.does, same_name(seen.speaker, row.speaker)))


def same_name(a: str | None, b: str | None) -> bool:
    return fold_name(a or "") == fold_name(b or "")


def reads_alike(seen: Seen, row: ClaimRow) -> bool:
    """Whether a row still tells what was judged: the same voice, the same doing, the same speaker."""
    return (seen.voice, seen.does) == (row.voice, row.does) and same_name(seen.speaker, row.speaker)
