"""The queue, the log and the agreement of coders as plain text for a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sayso.exports.escapes import on_one_line
from sayso.exports.paragraphs import quote, wrap
from sayso.exports.review_words import DONE, word_row, word_values
from sayso.exports.wording import count
from sayso.ledger.review import ClaimRow, Head, Judged, On, Queued
from sayso.ledger.review.agreement import Agreement
from sayso.ledger.review.standing import find_undone
from sayso.records.decision import Act, Decision

SHORT_KEY = 8  # digits of a text's digest that a claim is called by in lists
NOTHING_WAITS = "Nothing is waiting.\n"
HOW_ALPHA_READS = (
    "Krippendorff's alpha: 1 where all agree, 0 where they agree as often as by chance. Fields are compared where no "
    "coder rejected the claim; settlements do not count."
)


def call_claim(row: ClaimRow) -> str:
    """What a claim is called by in a command."""
    return f"{row.key[:SHORT_KEY]}.{row.claim}"


def word_done(decision: Decision) -> str:
    """One line: what was done, under which number."""
    subject = decision.subject
    on = f" {subject.text[:SHORT_KEY]}.{subject.claim}" if subject else f" decision {decision.undoes}"
    others = f", with {count(len(decision.others), 'claim')}" if decision.others else ""
    settled = ", which settles it" if decision.settles else ""
    return f"{decision.number}: {DONE[decision.act]}{on}{others}, by {decision.coder}{settled}"


def render_queue(queued: Sequence[Queued], width: int) -> str:
    """A claim after the other: what it is called, what rests on it, what the machine has, its words."""
    if not queued:
        return NOTHING_WAITS
    return "\n".join("\n".join(render_queued(one, width)) for one in queued) + "\n"


def render_queued(one: Queued, width: int) -> list[str]:
    row = one.row
    rests = [count(one.articles, "article")] if one.articles else []
    rests += [count(one.disputes, "dispute")] if one.disputes else []
    head = f"{call_claim(row)}  {word_row(row)} ({row.confidence.value})"
    where = " · ".join([on_one_line(row.outlet or "outlet not given"), *([row.day] if row.day else []), *rests])
    return [*wrap(on_one_line(head), width, "", "  "), *wrap(where, width, "  ", "  "), *quote(row.words, width, "  ")]


def render_log(listed: Sequence[Decision], lost: Mapping[int, str], head: Head, width: int) -> str:
    """The head, then the entries from the last one on."""
    undone = find_undone(listed)
    lines = [f"head {head}", ""]
    for one in reversed(listed):
        lines += wrap(on_one_line(_word_entry(one, one.number in undone)), width, "", "    ")
        lines += wrap(f"adrift: {lost[one.number]}", width, "    ", "    ") if one.number in lost else []
    return "\n".join(lines if listed else [*lines, "Nothing was decided yet."]) + "\n"


def _word_entry(one: Decision, undone: bool) -> str:
    subject = one.subject
    parts = [str(one.number), one.at, one.coder + (" (blind)" if one.blind else ""), one.act.value]
    parts += [f"{subject.text[:SHORT_KEY]}.{subject.claim}"] if subject else []
    parts += [f"of {one.undoes}"] if one.act is Act.UNDO else []
    parts += ["settles"] if one.settles else []
    parts += ["undone"] if undone else []
    return "  ".join([*parts, *([one.why] if one.why else [])])


def render_agreement(measured: Mapping[On, Agreement], contested: Sequence[tuple[ClaimRow, Judged]], width: int) -> str:
    """Alpha for the verdict and each field, then the claims on which coders differ."""
    verdict = measured[On.VERDICT]
    if not verdict.units:
        return "No claim was judged by two coders yet.\n"
    lines = wrap(f"{count(verdict.units, 'claim')} judged by two or more of {', '.join(verdict.coders)}", width)
    for on, found in measured.items():
        alpha = "not to be told" if found.alpha is None else f"{found.alpha:.3f}"
        lines.append(f"  {on.value:<8} alpha {alpha}, {found.same} of {found.units} judged alike")
    lines += ["", *wrap(HOW_ALPHA_READS, width)]
    lines += ["", f"{count(len(contested), 'claim')} on which they differ:"] if contested else []
    for row, judged in contested:
        lines += [*wrap(f"{call_claim(row)}  {word_row(row)}", width, "  ", "    "), *quote(row.words, width, "    ")]
        for one in judged.verdicts:
            why = f" ({one.decision.why})" if one.decision.why else ""
            says = on_one_line(f"{one.decision.coder}: {one.word}: {word_values(one.values)}{why}")
            lines += wrap(says, width, "    ", "      ")
    return "\n".join(lines) + "\n"
