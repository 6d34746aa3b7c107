"""How two quotations stand to each other: the same words, fewer, others, or two utterances."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.linking.quoted.alignment import Step, Words, align_words, count_spoken, cut_pieces, drop_islands
from sayso.linking.quoted.seams import find_seam
from sayso.linking.quoted.telling import (
    EVERYDAY,
    contradict,
    count_shared,
    find_telling,
    is_negation,
    share_of_both,
    share_of_shorter,
)
from sayso.linking.quoted.words import read_quoted_words
from sayso.reading.relations import COMMON
from sayso.records.drift import Drift, DriftKind
from sayso.records.span import Span

# Of a quotation that lost more than it kept: words in a run, on average. Shorter runs met by chance.
CUT_RUN = 2
# Of two quotations that each lack an end of the other: words, and share of the shorter one, that both have.
OVERLAP_WORDS, OVERLAP_SHARE = 6, 0.5
# All below: chosen on the even-numbered pairs of bench/cases/quotation_variants.jsonl.
# One utterance has a run of so many words, so many of them telling, and this share of all words in common.
LONG_RUN, LONG_RUN_TELLING, LONG_RUN_SHARE = 7, 3, 0.25
# Or runs of so many words that make up this share of the shorter quotation, with this share of what is telling in it;
# words that everyone uses count only if neither quotation is twice as long.
HELD_RUN, HELD_SHARE, HELD_CONTENT, HELD_LENGTH = 3, 0.5, 0.65, 0.5
# Or most of what is telling in both, with so many words that few use, and this share of all words in one order.
REORDERED_CONTENT, REORDERED_WORDS, REORDERED_SHARE = 0.75, 2, 0.4
# Two tellings of one utterance share so much of what is telling in both, with so many words that few use.
SIMILAR_CONTENT, SIMILAR_WORDS = 0.5, 3
# A "not" among more words than these is a part of what they say.
NEGATION_REACH = 4
Verdict = tuple[DriftKind, str]


def compare_quotations(text_a: str, spans_a: Sequence[Span], text_b: str, spans_b: Sequence[Span]) -> Drift:
    """How the quotation ``spans_b`` of the one text stands to the quotation ``spans_a`` of the other.

    An interrupted quotation has several spans, in their order; marks may lie inside them. Turned round, the kind is
    the same. Quotations of more than 400 words are compared on their first 400.
    """
    return compare_words(read_quoted_words(text_a, spans_a), read_quoted_words(text_b, spans_b))


def compare_words(a: Words, b: Words) -> Drift:
    """The same, of words that ``read_quoted_words`` gave."""
    steps = align_words(a, b)
    share = _share(a, b, steps)
    verdict = _judge_cut(a, b, steps)
    if verdict is None:
        steps = drop_islands(steps)
        verdict = _judge_wording(a, b, steps)
    kind, reason = verdict
    return Drift(kind, share, cut_pieces(steps), reason)


def _share(a: Words, b: Words, steps: Sequence[Step]) -> float:
    if not a and not b:
        return 1.0
    ours = sum(count_spoken(step.a) for step in steps if step.same) / max(1, count_spoken(a))
    theirs = sum(count_spoken(step.b) for step in steps if step.same) / max(1, count_spoken(b))
    return max(ours, theirs)


def _judge_cut(a: Words, b: Words, steps: Sequence[Step]) -> Verdict | None:
    """Exact, shortened or joined; None if words were changed, or met by chance."""
    alike = all(step.same for step in steps)
    if any(step.changed for step in steps) or not (alike or any(step.same and _count_telling(step) for step in steps)):
        return None
    lost, gained = any(step.lost for step in steps), any(step.gained for step in steps)
    if lost and gained:
        return _judge_overlap(a, b, steps)
    seam = find_seam(a, b, steps)
    if seam is not None:
        other = "b" if seam.joiner == "a" else "a"
        return DriftKind.JOINED, f"{seam.joiner} runs together what stands {seam.apart} words apart in {other}"
    if lost or gained:
        return _judge_shorter(a, b, steps)
    return DriftKind.EXACT, "word for word the same" + ("" if alike else ", but for what stands in brackets")


def _count_telling(step: Step) -> int:
    return max(sum(word.form not in COMMON and not word.inserted for word in side) for side in (step.a, step.b))


def _judge_shorter(a: Words, b: Words, steps: Sequence[Step]) -> Verdict | None:
    runs = sum(step.same for step in steps)
    missing = sum(step.lost + step.gained for step in steps)
    kept = min(len(a), len(b))
    if missing > kept and (runs * CUT_RUN > kept or not _is_rare(steps)):
        return None
    shorter, longer, words = ("b", "a", a) if any(step.lost for step in steps) else ("a", "b", b)
    reason = f"{shorter} leaves out {missing} of the {count_spoken(words)} words of {longer}"
    return DriftKind.SHORTENED, reason + _word_negation(steps)


def _is_rare(steps: Sequence[Step]) -> bool:
    """True if some word that both have is one that few speakers use: "I don't know" is in many utterances."""
    return any(word.form not in COMMON | EVERYDAY for step in steps if step.same for word in step.a)


def _judge_overlap(a: Words, b: Words, steps: Sequence[Step]) -> Verdict | None:
    """Shortened, if the end of the one is the beginning of the other and nothing else differs."""
    first, *middle, last = steps
    if (
        any(step.lost or step.gained for step in middle)
        or bool(first.lost) == bool(last.lost)
        or _is_moved(first, last)
    ):
        return None
    both = sum(len(step) for step in middle if step.same)
    if both < OVERLAP_WORDS or _share(a, b, steps) < OVERLAP_SHARE:
        return None
    early, late = ("a", "b") if first.lost else ("b", "a")
    return DriftKind.SHORTENED, f"{early} begins earlier, {late} ends later; the {both} words of both are the same"


def _is_moved(first: Step, last: Step) -> bool:
    """True if the words of the one end are those of the other: "in May" said first, or last."""
    ends = [{word.form for word in (*step.a, *step.b)} for step in (first, last)]
    return 2 * len(ends[0] & ends[1]) >= min(map(len, ends))


def _judge_wording(a: Words, b: Words, steps: Sequence[Step]) -> Verdict:
    """Reworded, similar or different."""
    ours, theirs = find_telling(a), find_telling(b)
    both, rare = share_of_both(ours, theirs), count_shared(ours, theirs)
    if _has_long_run(a, b, steps) or _is_held(a, b, steps, share_of_shorter(ours, theirs), rare):
        return DriftKind.REWORDED, _word_changes(steps)
    if both >= REORDERED_CONTENT and rare >= REORDERED_WORDS and _share(a, b, steps) >= REORDERED_SHARE:
        return DriftKind.REWORDED, _word_changes(steps)
    similar = both >= SIMILAR_CONTENT and rare >= SIMILAR_WORDS and not contradict(ours, theirs)
    reason = f"{round(100 * both)} % of what is telling is in both"
    return DriftKind.SIMILAR if similar else DriftKind.DIFFERENT, reason


def _has_long_run(a: Words, b: Words, steps: Sequence[Step]) -> bool:
    telling = max((_count_telling(step) for step in steps if step.same and len(step) >= LONG_RUN), default=0)
    return telling >= LONG_RUN_TELLING and _share(a, b, steps) >= LONG_RUN_SHARE


def _is_held(a: Words, b: Words, steps: Sequence[Step], content: float, rare: int) -> bool:
    """True if enough of the shorter quotation stands in runs of words that both have."""
    shorter, longer = sorted((len(a), len(b)))
    held = sum(len(step) for step in steps if step.same and len(step) >= HELD_RUN)
    told = rare > 0 or shorter >= HELD_LENGTH * longer
    return told and held >= HELD_SHARE * max(1, shorter) and content >= HELD_CONTENT


def _word_changes(steps: Sequence[Step]) -> str:
    """ "2 words changed, 1 left out", and whether a "not" is among them."""
    counts = {
        "changed": sum(step.changed for step in steps),
        "left out": sum(step.lost for step in steps),
        "added": sum(step.gained for step in steps),
    }
    told = [f"{count} {name}" for name, count in counts.items() if count]
    return ", ".join(told) + _word_negation(steps)


def _word_negation(steps: Sequence[Step]) -> str:
    """Which quotation has a "not" that the other lacks; one inside a longer stretch turns nothing round."""
    near = [step for step in steps if not step.same and len(step) <= NEGATION_REACH]
    ours = sum(is_negation(word) for step in near for word in step.a)
    theirs = sum(is_negation(word) for step in near for word in step.b)
    return "" if ours == theirs else f"; {'a' if ours > theirs else 'b'} has a negation more"
