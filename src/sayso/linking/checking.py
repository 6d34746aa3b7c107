"""A draft's quotations against what was read: exact, altered, given to another speaker, or not found.

And its attributions: "confirmed" where the source only said or alleged is stronger than the source.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sayso.linking.drift import compare_quotations
from sayso.linking.quoted.speakers import same_speaker
from sayso.linking.quoted.variants import Quoted, find_variants
from sayso.reading.quotations import find_quotations
from sayso.records.attribution import Attribution, AttributionKind, Commitment, Stance
from sayso.records.drift import Drift, DriftKind
from sayso.records.reading import Reading
from sayso.records.span import Span


class Finding(StrEnum):
    EXACT = "exact"
    ALTERED = "altered"
    OTHER_SPEAKER = "other speaker"
    STRONGER = "stronger than its source"
    NOT_FOUND = "not found"


@dataclass(frozen=True, slots=True)
class Checked:
    """The draft's quotation ``span`` was found so; ``source`` is the quotation that it was compared with, if any."""

    span: Span
    finding: Finding
    source: Quoted | None
    drift: Drift | None
    why: str


FIRMER = {Commitment.CONFIRMS: 2, Commitment.ASSERTS: 1, Commitment.DENIES: 1, Commitment.HEDGES: 0}


def quotations_of(reading: Reading) -> tuple[Quoted, ...]:
    """The quotations of a reading with their speakers as written, in the order of the text."""
    text = reading.article.text
    names = {actor.id: actor.name for actor in reading.actors}
    found = []
    for quotation in find_quotations(text):
        holder = next((a for a in reading.attributions if any(s.overlaps(quotation.span) for s in a.content)), None)
        speaker = names.get(holder.speaker or "") if holder else None
        if len(quotation.span.cut(text).split()) > 2:
            found.append(Quoted(reading.article.id, text, (quotation.span,), speaker))
    return tuple(found)


def check_draft(draft: Reading, readings: Sequence[Reading]) -> tuple[Checked, ...]:
    """Each quotation of the draft with its best match, in the order of the draft."""
    mine = quotations_of(draft)
    others = [quoted for reading in readings for quoted in quotations_of(reading)]
    best: dict[int, tuple[int, Drift]] = {}
    for i, j, drift in find_variants([*mine, *others]):
        if i < len(mine) <= j and _rank(drift, mine[i], others[j - len(mine)]) < _rank_of(best.get(i), mine, others, i):
            best[i] = (j - len(mine), drift)
    checked = [_judge(quoted, best.get(number), others) for number, quoted in enumerate(mine)]
    return tuple(sorted([*checked, *_too_firm(draft, readings)], key=lambda one: (one.span, one.finding)))


def _rank(drift: Drift, mine: Quoted, other: Quoted) -> tuple[bool, float, bool]:
    return (drift.kind is not DriftKind.EXACT, -drift.share, same_speaker(mine.speaker, other.speaker) is not True)


def _rank_of(
    best: tuple[int, Drift] | None, mine: Sequence[Quoted], others: Sequence[Quoted], number: int
) -> tuple[bool, float, bool]:
    return (True, 0.0, True) if best is None else _rank(best[1], mine[number], others[best[0]])


def _judge(quoted: Quoted, best: tuple[int, Drift] | None, others: Sequence[Quoted]) -> Checked:
    span = quoted.spans[0]
    if best is None:
        return Checked(span, Finding.NOT_FOUND, None, None, "no quotation like it was read")
    source, drift = others[best[0]], best[1]
    if same_speaker(quoted.speaker, source.speaker) is False:
        why = f"given to {quoted.speaker} here, to {source.speaker} in {source.article}"
        return Checked(span, Finding.OTHER_SPEAKER, source, drift, why)
    if drift.kind is DriftKind.EXACT:
        return Checked(span, Finding.EXACT, source, drift, f"word for word in {source.article}")
    compared = compare_quotations(quoted.text, quoted.spans, source.text, source.spans)
    return Checked(
        span, Finding.ALTERED, source, compared, f"{drift.kind.value} against {source.article}: {drift.reason}"
    )


def _too_firm(draft: Reading, readings: Sequence[Reading]) -> Iterator[Checked]:
    """Quotations whose attribution in the draft is firmer than every one that was read for the same words."""
    by_words = {
        _key(quoted): attribution
        for reading in readings
        for attribution in reading.attributions
        for quoted in _direct(reading, attribution)
    }
    for attribution in draft.attributions:
        for quoted in _direct(draft, attribution):
            other = by_words.get(_key(quoted))
            if other is not None and _firmness(attribution) > _firmness(other):
                why = f"“{attribution.commitment.value}” here, “{other.commitment.value}” where it was read"
                yield Checked(quoted.spans[0], Finding.STRONGER, None, None, why)


def _firmness(attribution: Attribution) -> int:
    return FIRMER.get(attribution.commitment, 1) + (1 if attribution.stance is Stance.ENDORSES else 0)


def _direct(reading: Reading, attribution: Attribution) -> Iterator[Quoted]:
    if attribution.kind in (AttributionKind.DIRECT, AttributionKind.MIXED) and attribution.content:
        yield Quoted(reading.article.id, reading.article.text, attribution.content, None)


def _key(quoted: Quoted) -> str:
    words = " ".join(span.cut(quoted.text) for span in quoted.spans)
    return "".join(char for char in words.lower() if char.isalnum())
