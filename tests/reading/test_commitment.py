"""What a source does with what it says, by the words of the cue and by the model."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.reading.commitment import commitment_of, load_cues
from sayso.reading.words import split_words
from sayso.records.attribution import Commitment
from tests.reading.fake_encoder import LABELS, SIZES, fake_tables

CUES = load_cues()


def commitment_by(cue: str, model_says: str) -> Commitment:
    """What is made of "Quill CUE that the ferry sank.", where the model leans to one commitment by a margin of 2."""
    words = split_words(f"Quill {cue} that the ferry sank.", ())
    tables = fake_tables()
    rows = np.zeros((len(words.forms), sum(SIZES.values())), np.float32)
    tables.part(rows, "commitment")[:, LABELS["commitment"].index(model_says)] = 2.0
    end = words.forms.index("that")
    return commitment_of((1, end), [(end, len(words.forms))], rows, words, tables, CUES)[0]


@pytest.mark.parametrize("cue", ["denied", "disputed", "did not want", "does not believe"])
def test_who_denies_denies(cue: str) -> None:
    assert commitment_by(cue, "denies") is Commitment.DENIES


def test_who_does_not_dispute_does_not_deny() -> None:
    assert commitment_by("did not dispute", "denies") is not Commitment.DENIES


@pytest.mark.parametrize("cue", ["did not know", "didn't recall", "was not sure", "never knew"])
def test_who_does_not_know_denies_nothing(cue: str) -> None:
    assert commitment_by(cue, "denies") is Commitment.HEDGES


def test_who_knows_asserts_what_is_known() -> None:
    assert commitment_by("knew", "asserts") is Commitment.ASSERTS
