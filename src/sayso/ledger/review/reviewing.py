"""One person at work on a ledger: the queue, each decision, what is in force, how far coders agree."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import select

from sayso.articles.identity import digest_text
from sayso.errors import BadDecision
from sayso.ledger.claimrows import fold_name
from sayso.ledger.listing import heading
from sayso.ledger.review.agreement import Agreement, measure
from sayso.ledger.review.attaching import ClaimRow
from sayso.ledger.review.chain import Head
from sayso.ledger.review.contents import Kept, open_kept
from sayso.ledger.review.judged import Adrift, Judged, Judgements, Verdict, judge, listed_texts
from sayso.ledger.review.log import append, check_log, find_head, load_decisions
from sayso.ledger.review.queue import Queued, find_numbered, find_picked, find_queue, find_rows
from sayso.ledger.review.standing import find_last, find_standing, find_undone, seen_by
from sayso.ledger.review.stretches import find_stretches, parse_span
from sayso.ledger.schema import article
from sayso.records.decision import Act, Decision, Edited, Seen, Subject
from sayso.records.span import Span, hull

if TYPE_CHECKING:
    from sayso.ledger.store import Ledger

LONGEST_WHY, LONGEST_NAME = 2000, 200


class On(StrEnum):
    """What coders may agree on: the verdict, or one field of the claims that none of them rejected."""

    VERDICT = "verdict"
    VOICE = "voice"
    DOES = "does"
    HEDGED = "hedged"
    SPEAKER = "speaker"
    SPAN = "span"


VALUES: dict[On, Callable[[Verdict], Hashable]] = {
    On.VERDICT: lambda verdict: verdict.word,
    On.VOICE: lambda verdict: verdict.values and verdict.values.voice,
    On.DOES: lambda verdict: verdict.values and verdict.values.does,
    On.HEDGED: lambda verdict: verdict.values and verdict.values.hedged,
    On.SPEAKER: lambda verdict: verdict.values and fold_name(verdict.values.speaker or ""),
    On.SPAN: lambda verdict: verdict.values and verdict.values.spans,
}


def load_judgements(ledger: Ledger, coder: str | None = None) -> Judgements:
    """What is in force; for a ``coder`` who works blind, by their own decisions alone."""
    standing = find_standing(seen_by(load_decisions(ledger.connection), coder))
    texts = list(listed_texts(standing))
    rows = list(find_rows(ledger.connection, texts)) if texts else []
    return judge(standing, rows, _digests(ledger, {row.article for row in rows}))


def _digests(ledger: Ledger, names: set[str]) -> dict[str, str]:
    listed = sorted(names)
    found: dict[str, str] = {}
    for start in range(0, len(listed), 500):
        wanted = select(article.c.id, article.c.text_digest).where(article.c.id.in_(listed[start : start + 500]))
        found |= {str(row.id): str(row.text_digest) for row in ledger.connection.execute(wanted)}
    return found


@dataclass(frozen=True)
class Review:
    """What ``coder`` sees and decides in an open ledger.

    A ``blind`` coder sees the machine's rows and their own decisions, never those of others.

    >>> review = ledger.review("ada")  # doctest: +SKIP
    >>> first = review.queue()[0].row  # doctest: +SKIP
    >>> review.reject(first.pick, why="the inspector says it, not the ministry")  # doctest: +SKIP
    """

    ledger: Ledger
    coder: str
    blind: bool = False

    def __post_init__(self) -> None:
        if not self.coder.strip() or len(self.coder) > LONGEST_NAME or not self.coder.isprintable():
            raise BadDecision("a decision carries the name of who decides: give one, on one line")

    # what is there

    def judgements(self) -> Judgements:
        """What is in force, as this coder may see it."""
        return load_judgements(self.ledger, self.coder if self.blind else None)

    def decisions(self) -> list[Decision]:
        """The log, as this coder may see it. Raises BadLog."""
        return seen_by(load_decisions(self.ledger.connection), self.coder if self.blind else None)

    def head(self) -> Head:
        """The last entry of the log: note it elsewhere, and nobody can alter the log unseen."""
        return find_head(self.ledger.connection)

    def check(self, held: Head | None = None) -> Head:
        """The head, once the whole log is checked, also against one that was noted. Raises BadLog."""
        return check_log(self.ledger.connection, held)

    def adrift(self) -> tuple[Adrift, ...]:
        """The decisions that stand and hold nothing now."""
        return self.judgements().adrift

    def queue(self, most: int = 20, first: int = 0, *, after: str | None = None) -> list[Queued]:
        """What to look at next, doubtful and weighty claims first, without what is judged.

        With ``after``, what that coder has judged and this one has not: for a second coder.
        """
        judged = self.judgements()
        done = frozenset(judged.numbers.values())
        if after is None:
            return find_queue(self.ledger.connection, done, most, first)
        mine = {key for key, one in judged.claims.items() if self.coder in one.coders}
        theirs = load_judgements(self.ledger, after).numbers
        waiting = [number for key, number in theirs.items() if key not in mine]
        return find_numbered(self.ledger.connection, waiting)[first : first + most]

    def find(self, pick: str) -> ClaimRow:
        """The claim called so: "5f0c….c3a1…", or the beginnings of both parts. Raises BadDecision."""
        found = find_picked(self.ledger.connection, pick.strip())
        found = [row for row in found if row.pick == pick.strip()] or found
        kinds = {(row.key, row.claim) for row in found}
        if not found:
            raise BadDecision(f"{pick}: no claim is called so; `sayso review list` shows what they are called")
        if len(kinds) > 1:
            raise BadDecision(f"{pick}: {len(kinds)} claims are called so; give more of it")
        return found[0]

    def contested(self) -> list[tuple[ClaimRow, Judged]]:
        """The claims on which coders differ and nobody has settled it. Raises BadDecision for a blind coder."""
        self._refuse_blind()
        judged = self.judgements()
        keys = {number: key for key, number in judged.numbers.items() if judged.claims[key].contested}
        found = find_numbered(self.ledger.connection, sorted(keys))
        return [(one.row, judged.claims[keys[one.row.number]]) for one in found]

    def spans_of(self, pick: str, *, words: str | None = None, written: str | None = None) -> tuple[Span, ...]:
        """Where words that a person gives stand, or a stretch as it is written; empty for neither.

        Raises BadDecision.
        """
        row = self.find(pick)
        if words is not None:
            return find_stretches(words, self._kept(row).text, Span(row.start, row.end))
        return parse_span(written) if written is not None else ()

    def agreement(self, on: On = On.VERDICT) -> Agreement:
        """How far coders agree, over what two and more of them have judged. Raises BadDecision for a blind coder."""
        self._refuse_blind()
        units: dict[Hashable, dict[str, Hashable]] = defaultdict(dict)
        for key, judged in self.judgements().claims.items():
            verdicts = [one for one in judged.verdicts if not one.decision.settles]
            if on is On.VERDICT or all(one.values is not None for one in verdicts):
                units[key] = {one.decision.coder: VALUES[on](one) for one in verdicts}
        return measure(units)

    def _refuse_blind(self) -> None:
        if self.blind:
            raise BadDecision("a blind coder is not shown how others judged; look without --blind once all is coded")

    # decisions

    def accept(self, pick: str, *, why: str = "", settles: bool = False) -> Decision:
        """The claim is right as the machine has it."""
        return self._judge(Act.ACCEPT, pick, None, why, settles)

    def reject(self, pick: str, *, why: str, settles: bool = False) -> Decision:
        """The claim is wrong as the machine has it: it is left out of all counts."""
        if not why.strip():
            raise BadDecision("a rejection needs a reason")
        return self._judge(Act.REJECT, pick, None, why, settles)

    def edit(self, pick: str, edited: Edited, *, why: str = "", settles: bool = False) -> Decision:
        """The claim is right once it is set so."""
        row = self.find(pick)
        if edited == Edited():
            raise BadDecision("an edit changes something: the words, the voice, what is done, the hedge or the speaker")
        _refuse_outside(edited.spans, self._kept(row).text)
        return self._judge(Act.EDIT, row.pick, edited, why, settles)

    def merge(self, pick: str, *others: str, why: str = "", settles: bool = False) -> Decision:
        """These claims say the same: they stand in one point."""
        return self._tie(Act.MERGE, pick, others, why, settles)

    def split(self, pick: str, *others: str, why: str = "", settles: bool = False) -> Decision:
        """The claim does not say what the others say: it stands in no point with them."""
        return self._tie(Act.SPLIT, pick, others, why, settles)

    def undo(self, number: int | None = None, *, why: str = "") -> Decision:
        """Takes back one's own decision of that number, or one's last; an undo can be undone as well."""
        with self.ledger.change() as connection:
            decisions = load_decisions(connection)
            undone = _to_undo(decisions, self.coder, number)
            return append(connection, self._decision(Act.UNDO, None, None, why, model="", undoes=undone.number))

    def _judge(self, act: Act, pick: str, edited: Edited | None, why: str, settles: bool) -> Decision:
        row = self.find(pick)
        if settles:
            self._refuse_settling(row)
        subject, kept = self._subject(row)
        made = self._decision(act, subject, row.seen, why, kept.model_words, edited=edited, settles=settles)
        with self.ledger.change() as connection:
            return append(connection, made)

    def _tie(self, act: Act, pick: str, others: Sequence[str], why: str, settles: bool) -> Decision:
        row = self.find(pick)
        rows = {one.id: one for one in map(self.find, others) if one.id != row.id}
        if not rows:
            raise BadDecision(f"to {act} takes two claims")
        (subject, kept), seconds = self._subject(row), tuple(self._subject(one)[0] for one in rows.values())
        made = self._decision(act, subject, row.seen, why, kept.model_words, others=seconds, settles=settles)
        with self.ledger.change() as connection:
            return append(connection, made)

    def _decision(
        self,
        act: Act,
        subject: Subject | None,
        seen: Seen | None,
        why: str,
        model: str,
        *,
        edited: Edited | None = None,
        others: tuple[Subject, ...] = (),
        undoes: int | None = None,
        settles: bool = False,
    ) -> Decision:
        return Decision(
            number=0,
            at=dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
            coder=self.coder.strip(),
            act=act,
            blind=self.blind,
            settles=settles,
            subject=subject,
            seen=seen,
            edited=edited,
            others=others,
            undoes=undoes,
            why=" ".join(why.split())[:LONGEST_WHY],
            model=model,
            previous="",
            hash="",
        )

    def _kept(self, row: ClaimRow) -> Kept:
        connection = self.ledger.connection
        number = connection.execute(select(heading.c.article).where(heading.c.id == row.article)).scalar_one()
        return open_kept(next(self.ledger.readings([int(number)])))

    def _subject(self, row: ClaimRow) -> tuple[Subject, Kept]:
        kept = self._kept(row)
        return Subject(kept.text_digest, kept.spans(row.claim), digest_text(row.words), row.article, row.claim), kept

    def _refuse_settling(self, row: ClaimRow) -> None:
        if self.blind:
            raise BadDecision("a blind coder settles nothing: they have not seen what the others say")
        judged = self.judgements().claims.get(row.id)
        if judged is None or len(judged.verdicts) < 2:
            raise BadDecision(f"{row.pick}: there is nothing to settle, since no two coders have judged it")


def _to_undo(decisions: Sequence[Decision], coder: str, number: int | None) -> Decision:
    """Raises BadDecision where there is nothing to undo."""
    if number is None:
        last = find_last(decisions, coder)
        if last is None:
            raise BadDecision(f"{coder} has decided nothing that could be undone")
        return last
    found = next((one for one in decisions if one.number == number), None)
    if found is None:
        raise BadDecision(f"there is no decision {number}; `sayso review log` lists them")
    if found.coder != coder:
        raise BadDecision(f"decision {number} is {found.coder}'s, who alone can undo it; judge the claim yourself")
    if number in find_undone(decisions):
        raise BadDecision(f"decision {number} is undone already")
    return found


def _refuse_outside(spans: tuple[Span, ...], text: str) -> None:
    for span in spans:
        words = span.cut(text)
        if span.end > len(text) or not words.strip() or words != words.strip():
            raise BadDecision(
                f"{span.start}-{span.end} is no stretch of this text of {len(text)} characters, or has "
                "white space at an end"
            )
    if spans and sum(map(len, spans)) > len(hull(spans)):
        raise BadDecision("the stretches of a claim overlap")
