"""Sources that the words around a cue tell better than the tagger did."""

from __future__ import annotations

import pytest

from sayso.reading.subjects import mend_sources
from tests.reading.fake_encoder import Spoken
from tests.reading.test_found import cut, found_in


def source_in(text: str, spoken: Spoken) -> str | None:
    found, words = found_in(text, spoken)
    (one,) = mend_sources(found, words)
    return cut(text, words, one.source)[0] if one.source else None


@pytest.mark.parametrize(
    ("text", "spoken", "expected"),
    [
        ("He met rowers who want the pier shut.", Spoken("", "want", ("the pier shut",)), "who"),
        ("He met a rower, who wants it shut.", Spoken("", "wants", ("it shut",)), "who"),
        ("Called “rats” by Otto Varga, they left.", Spoken("", "Called", ("“rats”",)), "Otto Varga"),
        ("Called “rats” by Otto Varga, they left.", Spoken("", "Called", ("“rats” by Otto Varga",)), "Otto Varga"),
        ("The pier was said to be shut by noon.", Spoken("", "was said", ("to be shut",)), None),
        ("It is said that the pier is shut.", Spoken("", "is said", ("that the pier is shut",)), None),
    ],
)
def test_a_missing_source_is_the_word_before_the_verb_or_the_one_after_by(
    text: str, spoken: Spoken, expected: str | None
) -> None:
    assert source_in(text, spoken) == expected


@pytest.mark.parametrize(
    ("text", "spoken", "expected"),
    [
        (
            "In a letter to Mayor Jon Petrov, Minister Otto Varga praised the crew.",
            Spoken("Mayor Jon Petrov, Minister Otto Varga", "praised", ("the crew",)),
            "Minister Otto Varga",
        ),
        (
            "The caption to the film called them rats.",
            Spoken("the film", "called", ("them rats",)),
            "The caption to the film",
        ),
        (
            "Tour guides, which know the best of the piers, say it is shut.",
            Spoken("the best of the piers", "say", ("it is shut",)),
            "Tour guides",
        ),
        ("The board pointed to Kell's decision to leave.", Spoken("Kell's", "decision", ("to leave",)), "Kell's"),
        ("In Kell the board said it is shut.", Spoken("the board", "said", ("it is shut",)), "the board"),
    ],
)
def test_what_only_stands_before_the_verb_is_not_its_subject(text: str, spoken: Spoken, expected: str) -> None:
    assert source_in(text, spoken) == expected


def test_a_name_right_before_the_verb_goes_before_one_in_another_sentence() -> None:
    text = "Ada Quill left. While Otto Varga and former Mayor Jon Petrov agreed to stay, it rained."
    assert source_in(text, Spoken("Ada Quill", "agreed", ("to stay",))) == "Otto Varga and former Mayor Jon Petrov"


def test_a_month_after_by_is_nobody() -> None:
    text = "The ruling expected by June is awaited."
    assert source_in(text, Spoken("", "expected", ("The ruling",))) is None


def test_the_one_after_by_is_no_part_of_what_he_says() -> None:
    text = "Called “rats” by Otto Varga, they left."
    found, words = found_in(text, Spoken("", "Called", ("“rats” by Otto Varga",)))
    (one,) = mend_sources(found, words)
    assert cut(text, words, *one.contents) == ["“rats”"]
