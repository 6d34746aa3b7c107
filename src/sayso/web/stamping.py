"""What people decided on a claim, as pages show it: a stamp with a name, never the look of a machine's row."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.exports.review_words import word_sets
from sayso.ledger.review.judged import Judged, Judgements

CONTESTED = "coders differ"


@dataclass(frozen=True, slots=True)
class Stamp:
    """A person's word on a claim.

    ``word`` is "accepted", "rejected", "edited" or "coders differ"; ``sets`` says what the person put in place of what
    the machine had, each with what it is of. ``hold`` is "overlap" where the words are not those that were judged.
    """

    word: str
    coders: tuple[str, ...]
    why: str
    sets: tuple[tuple[str, str], ...]
    hold: str
    settled: bool
    number: int
    mine: bool

    @property
    def by(self) -> str:
        return ", ".join(self.coders)


def stamp_of(judgements: Judgements, article: str, claim: str, text: str | None, coder: str) -> Stamp | None:
    """The stamp of a claim, if it has one; ``text`` is its article's, where its words are to be shown."""
    judged = judgements.claims.get((article, claim))
    return None if judged is None else make_stamp(judged, text, coder)


def make_stamp(judged: Judged, text: str | None, coder: str) -> Stamp:
    force, last = judged.force, judged.verdicts[-1]
    shown = force or last
    mine = next((one for one in reversed(judged.verdicts) if one.decision.coder == coder), None)
    alike = tuple(one.decision.coder for one in judged.verdicts if force is None or one.same(force))
    return Stamp(
        word=shown.word if force else CONTESTED,
        coders=tuple(dict.fromkeys(alike)) or (shown.decision.coder,),
        why=shown.decision.why if force else "",
        sets=tuple(word_sets(shown, text)) if force else (),
        hold=shown.hold.value,
        settled=bool(force and force.decision.settles),
        number=(mine or shown).decision.number,
        mine=mine is not None,
    )
