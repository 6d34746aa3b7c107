"""What a source does with a content, and what the teller does with the source."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources

import numpy as np

from sayso.reading.leanings import find_leanings
from sayso.reading.tables import Floats, Tables, mean_row, softmax
from sayso.reading.tagging import Range
from sayso.reading.words import Words
from sayso.records.attribution import Commitment, Stance

# Chosen on folds 0 to 2 of the world set: with 1.5, intends has an F1 of 75 and asks one of 75, with 2.5 both about 80.
LISTED = np.float32(2.5)
BESIDES_ASSERTS = np.float32(0.3)
UNCONFIRMED = frozenset("unconfirmed unverified alleged supposed purported bogus fake".split())
NEGATIONS = frozenset({"not", "never", "t", "no", "neither", "nor"})  # "didn't" is didn ' t in words
# Who does not know, or is not sure, denies nothing.
KNOWING = frozenset({"know", "knows", "knew", "known", "sure", "certain", "clear", "remember", "recall"})


@dataclass(frozen=True, slots=True)
class Cues:
    """What cue words tell by themselves: form -> stance of the teller, form -> commitment of the source.

    ``acts`` are forms that tell an act (thanked, published): a cue of theirs needs words of somebody's own,
    in quotation marks or after "that", to be an attribution.
    """

    stances: dict[str, Stance]
    commitments: dict[str, Commitment]
    acts: frozenset[str]


def load_cues() -> Cues:
    """The list lists/cues.csv, a form a row."""
    content = (resources.files("sayso") / "lists" / "cues.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(content.splitlines()))
    return Cues(
        {row["form"]: Stance(row["stance"]) for row in rows if row["stance"]},
        {row["form"]: Commitment(row["commitment"]) for row in rows if row["commitment"]},
        frozenset(row["form"] for row in rows if row["act"]),
    )


def stance_of(cue: Range | None, words: Words, cues: Cues, source: Range | None = None) -> Stance:
    """The first stance that a word of the cue carries, or a word that doubts the source; "reports" if none does."""
    if source is not None and words.forms[source[0]].lower() in UNCONFIRMED:
        return Stance.DISTANCES
    forms = [words.forms[place].lower() for place in range(*cue)] if cue else []
    for place, form in enumerate(forms):
        stance = cues.stances.get(form)
        if stance is not None:
            undone = stance is Stance.ENDORSES and not NEGATIONS.isdisjoint(forms[:place])  # "has not confirmed"
            return Stance.REPORTS if undone else stance
    return Stance.REPORTS


def commitment_of(
    cue: Range, contents: Sequence[Range], rows: Floats, words: Words, tables: Tables, cues: Cues
) -> tuple[Commitment, float]:
    """The model's commitment over the words of the cue, with its chance.

    It leans to what the list says of the cue's words, to what cue and content tell together, to "asks" for a content
    that ends in a question mark, away from "denies" where the denying is denied ("did not dispute"), and from there to
    "hedges" where the source does not know.
    """
    first, last = cue
    labels = tables.labels["commitment"]
    scores = mean_row(tables.part(rows, "commitment")[first:last]) + BESIDES_ASSERTS
    scores[labels.index(Commitment.ASSERTS)] -= BESIDES_ASSERTS
    forms = [form.lower() for form in words.forms[first:last]]
    verb = forms.index("in") if "in" in forms[1:] else len(forms)  # "said in his petition" asks for nothing
    place = next((i for i, form in enumerate(forms[:verb]) if form in cues.commitments), 0)
    listed = cues.commitments.get(forms[place])
    if _negated(forms, KNOWING):
        scores[labels.index(Commitment.DENIES)] -= 2 * LISTED
        scores[labels.index(Commitment.HEDGES)] += LISTED
    elif listed is Commitment.DENIES and not NEGATIONS.isdisjoint(forms[:place]):
        scores[labels.index(listed)] -= 2 * LISTED
    elif listed is not None and not (listed is Commitment.HEDGES and not NEGATIONS.isdisjoint(forms[:place])):
        scores[labels.index(listed)] += LISTED
    said = " ".join(words.forms[place] for place in range(*contents[0])).lower() if contents else ""
    for leaning in find_leanings(" ".join(forms), said, listed=listed is not None):
        scores[labels.index(leaning.commitment)] += np.float32(leaning.by)
    if any("?" in words.forms[max(a, b - 2) : b] for a, b in contents):
        scores[labels.index(Commitment.ASKS)] += LISTED
    chances = softmax(scores)
    best = int(np.argmax(chances))
    return Commitment(labels[best]), float(chances[best])


def _negated(forms: Sequence[str], verbs: frozenset[str]) -> bool:
    """One of the verbs after a negation: "did not know"."""
    negated = next((place for place, form in enumerate(forms) if form in NEGATIONS), len(forms))
    return not verbs.isdisjoint(forms[negated:])
