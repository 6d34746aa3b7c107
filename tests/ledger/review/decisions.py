"""Decisions about an invented text, put together by the tests."""

from __future__ import annotations

from dataclasses import replace

from sayso.articles.identity import digest_text
from sayso.ledger.review.attaching import ClaimRow
from sayso.ledger.review.chain import NO_ENTRY, Entry, with_hash
from sayso.records.attribution import Commitment
from sayso.records.claim import Confidence, Voice
from sayso.records.decision import Act, Decision, Edited, Seen, Subject
from sayso.records.span import Span

TEXT = "The ferry ran aground. “We heard it scrape,” Marta Sy said. The crew stayed aboard all night."
WORDS = "We heard it scrape"
DIGESTS = {"radio": digest_text(TEXT)}


def span_of(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def row(
    words: str = WORDS,
    *,
    number: int = 1,
    article: str = "radio",
    claim: str = "c1",
    voice: Voice = Voice.ATTRIBUTED,
    does: Commitment | None = Commitment.ASSERTS,
    speaker: str | None = "Marta Sy",
) -> ClaimRow:
    span = span_of(words)
    key = digest_text(TEXT)[:16]
    return ClaimRow(
        number, article, claim, key, span.start, span.end, words, voice, does, False, speaker, Confidence.LIKELY, 0.8
    )


def subject_of(one: ClaimRow) -> Subject:
    spans = (Span(one.start, one.end),)
    return Subject(digest_text(TEXT), spans, digest_text(one.words), one.article, one.claim)


def decision(
    act: Act = Act.ACCEPT,
    on: ClaimRow | None = None,
    *,
    number: int = 1,
    coder: str = "ada",
    edited: Edited | None = None,
    others: tuple[ClaimRow, ...] = (),
    undoes: int | None = None,
    settles: bool = False,
    why: str = "",
) -> Decision:
    """A decision on ``on``, or on the claim of Marta Sy; an undo is on none."""
    held = None if act is Act.UNDO else on or row()
    seen: Seen | None = held.seen if held else None
    subject = subject_of(held) if held else None
    seconds = tuple(map(subject_of, others))
    return Decision(
        number, f"2025-05-12T20:{number % 60:02}:00+00:00", coder, act, False, settles, subject, seen, edited, seconds,
        undoes, why, "fake 1 (0)", "", "",
    )  # fmt: skip


def chained(*decisions: Decision) -> list[Entry]:
    """Their entries, numbered and chained in this order."""
    entries: list[Entry] = []
    for number, one in enumerate(decisions, 1):
        previous = entries[-1].hash if entries else NO_ENTRY.hash
        entries.append(with_hash(replace(one, number=number, previous=previous))[1])
    return entries
