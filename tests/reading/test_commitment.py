"""What a source does with what it says, by the words of the cue and by the model."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.reading.commitment import commitment_of, load_cues, stance_of
from sayso.reading.words import split_words
from sayso.records.attribution import Commitment, Stance
from tests.reading.fake_encoder import LABELS, SIZES, fake_tables

CUES = load_cues()


def commitment_by(cue: str, model_says: str, content: str = "that the ferry sank.") -> Commitment:
    """What is made of "Quill CUE CONTENT", where the model leans to one commitment by a margin of 2."""
    words = split_words(f"Quill {cue} {content}", ())
    tables = fake_tables()
    rows = np.zeros((len(words.forms), sum(SIZES.values())), np.float32)
    tables.part(rows, "commitment")[:, LABELS["commitment"].index(model_says)] = 2.0
    end = 1 + len(split_words(cue, ()).forms)
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


def test_what_something_is_said_in_is_not_what_is_done() -> None:
    assert commitment_by("said in her petition", "asserts") is Commitment.ASSERTS
    assert commitment_by("petitioned", "asserts") is Commitment.ASKS


@pytest.mark.parametrize(
    "content",
    [
        "he would sail at dawn.",
        "that she was willing to carry the mail.",
        "“We will not close the pier.”",
        "“Our goal is to open the bridge in May.”",
        "that once the storm is over it will send divers.",
    ],
)
def test_who_says_that_he_will_intends(content: str) -> None:
    assert commitment_by("said", "asserts", content) is Commitment.INTENDS


@pytest.mark.parametrize("content", ["the ferry would sail at dawn.", "he would like to thank the crew.", "it sank."])
def test_who_says_what_others_will_do_asserts(content: str) -> None:
    assert commitment_by("said", "asserts", content) is Commitment.ASSERTS


def test_who_says_that_it_may_be_hedges() -> None:
    assert commitment_by("said", "asserts", "the ferry may have struck a rock.") is Commitment.HEDGES


def test_who_says_that_there_is_no_evidence_denies() -> None:
    assert commitment_by("said", "asserts", "there was no evidence of a leak.") is Commitment.DENIES


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        ("said", "“Please keep the pier open.”"),
        ("issued a statement", "asking sailors to stay in port."),
        ("told captains", "not to leave port."),
        ("exhorted sailors", "to stay in port."),
        ("called", "for an inquiry."),
        ("called for", "an inquiry."),
        ("has long advocated", "a second bridge."),
        ("warned against", "crossing the bay."),
    ],
)
def test_who_pleads_or_warns_off_asks(cue: str, content: str) -> None:
    assert commitment_by(cue, "asserts", content) is Commitment.ASKS


def test_who_calls_somebody_something_asks_for_nothing() -> None:
    assert commitment_by("called", "asserts", "the strike a mistake.") is Commitment.ASSERTS


def test_who_moves_to_dismiss_a_suit_asks_and_does_not_deny() -> None:
    assert commitment_by("moved to dismiss", "denies", "the shipowners' suit.") is Commitment.ASKS


def test_who_pleads_not_guilty_denies() -> None:
    assert commitment_by("pleaded not guilty to", "asks", "charges that he sank it.") is Commitment.DENIES


def test_a_ruling_of_what_must_be_done_intends_and_one_of_what_is_asserts() -> None:
    assert commitment_by("ruled", "asserts", "that the ferry must be returned.") is Commitment.INTENDS
    assert commitment_by("ruled", "asserts", "that the ferry sank by night.") is Commitment.ASSERTS


def test_who_insists_that_it_must_be_so_intends() -> None:
    assert commitment_by("insisted", "asserts", "that the ferry be returned.") is Commitment.INTENDS


def test_what_is_announced_is_a_fact_unless_it_is_to_come() -> None:
    assert commitment_by("announced", "asserts", "that the ferry had been sold.") is Commitment.ASSERTS
    assert commitment_by("announced", "asserts", "it would buy a ferry.") is Commitment.INTENDS


def test_what_an_unconfirmed_report_says_is_kept_at_a_distance() -> None:
    words = split_words("It sank, according to unconfirmed reports.", ())
    cue, source = (3, 5), (5, 7)
    assert stance_of(cue, words, CUES, source) is Stance.DISTANCES
    assert stance_of(cue, words, CUES) is Stance.REPORTS


@pytest.mark.parametrize(
    ("cue", "stance"), [("have confirmed", Stance.ENDORSES), ("have not confirmed", Stance.REPORTS)]
)
def test_the_outlet_goes_along_with_what_is_confirmed_and_with_nothing_that_is_not(cue: str, stance: Stance) -> None:
    words = split_words(f"Officials {cue} that it sank.", ())
    assert stance_of((1, 1 + len(cue.split())), words, CUES) is stance
