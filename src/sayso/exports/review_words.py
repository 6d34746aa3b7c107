"""How decisions and claims to be judged are said in words, the same in every view."""

from __future__ import annotations

from sayso.ledger.review import ClaimRow
from sayso.ledger.review.judged import Values, Verdict
from sayso.records.attribution import Commitment
from sayso.records.claim import Voice
from sayso.records.decision import Act

_VOICES = {
    Voice.OWN: "the outlet's own voice",
    Voice.ATTRIBUTED: "attributed",
    Voice.UNSETTLED: "unsettled whose words",
}
DONE = {
    Act.ACCEPT: "accepted",
    Act.REJECT: "rejected",
    Act.EDIT: "edited",
    Act.MERGE: "merged",
    Act.SPLIT: "split off",
    Act.UNDO: "undone",
}


def word_voice(voice: Voice) -> str:
    return _VOICES[voice]


def word_does(does: Commitment | None) -> str:
    return does.value if does else "nothing told"


def word_row(row: ClaimRow) -> str:
    """What the machine has of a claim: "Ada Quill, through Skerry Press, denies, hedged"."""
    parts = [_word_holder(row.voice, row.speaker)]
    parts += [f"through {row.via}"] if row.via else []
    parts += [word_does(row.does)] if row.does else []
    return ", ".join([*parts, *(["hedged"] if row.hedged else [])])


def word_values(values: Values | None) -> str:
    """What a coder holds a claim to be, in one line."""
    if values is None:
        return "no such claim"
    parts = [_word_holder(values.voice, values.speaker), word_does(values.does), *(["hedged"] if values.hedged else [])]
    return ", ".join([*parts, *(f"{span.start}-{span.end}" for span in values.spans)])


def _word_holder(voice: Voice, speaker: str | None) -> str:
    return (speaker or "source not given") if voice is Voice.ATTRIBUTED else word_voice(voice)


def word_sets(verdict: Verdict, text: str | None) -> list[tuple[str, str]]:
    """What an edit put in place of what was seen, each with what it is of; ``text`` is the article's, if at hand."""
    edited, values = verdict.decision.edited, verdict.values
    if edited is None or values is None:
        return []
    sets: list[tuple[str, str]] = []
    if edited.spans:
        cut = (span.cut(text) if text is not None else f"{span.start}-{span.end}" for span in edited.spans)
        sets.append(("words", " … ".join(cut)))
    if edited.voice is not None:
        sets.append(("voice", word_voice(values.voice)))
    if edited.speaker is not None:
        sets.append(("speaker", values.speaker or "not given"))
    if edited.does is not None:
        sets.append(("does", word_does(values.does)))
    if edited.hedged is not None:
        sets.append(("hedge", "hedged" if values.hedged else "not hedged"))
    return sets
