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


def test_who_before_the_verb_goes_before_a_subject_of_another_verb() -> None:
    text = "Quill sought to meet rowers, among them pilots, who have said the pier is old."
    assert source_in(text, Spoken("Quill", "have said", ("the pier is old",))) == "who"


@pytest.mark.parametrize("source", ["Police", "The board"])
def test_who_with_an_adverb_before_the_verb_goes_before_others(source: str) -> None:
    text = "Police also gave papers on rowers who also claimed to be hurt. The board left."
    assert source_in(text, Spoken(source, "claimed", ("to be hurt",))) == "who"


@pytest.mark.parametrize(
    ("text", "spoken", "expected"),
    [
        ("The new reports that it sank came late.", Spoken("The new", "reports", ("that it sank",)), None),
        ("The new reports suggest it sank.", Spoken("The new", "suggest", ("it sank",)), "The new reports"),
        ("The new mayor says it sank.", Spoken("The new mayor", "says", ("it sank",)), "The new mayor"),
        ("One left, the other said it sank.", Spoken("the other", "said", ("it sank",)), "the other"),
        ("It sank, said the other", Spoken("the other", "said", ("It sank",)), "the other"),
    ],
)
def test_a_source_has_a_noun_of_its_own(text: str, spoken: Spoken, expected: str | None) -> None:
    assert source_in(text, spoken) == expected


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


@pytest.mark.parametrize(
    ("text", "spoken", "expected"),
    [
        (
            "Otto Varga came. In Kell, dozens of rowers marched off, chanting “Shut it!”",
            Spoken("Otto Varga", "chanting", ("“Shut it!”",)),
            "dozens of rowers",
        ),
        (
            "In a march against the pier, rowers walked to Kell, chanting “Shut it!”",
            Spoken("a march", "chanting", ("“Shut it!”",)),
            "rowers",
        ),
        (
            "Because the board has made it clear, rowers stayed, betting that it is shut.",
            Spoken("the board", "betting", ("that it is shut",)),
            "rowers",
        ),
        ("The party took ten seats, and hopes to win more.", Spoken("", "hopes", ("to win more",)), "The party"),
        ("Gov. Ida Lund also asked them to wait.", Spoken("", "asked", ("to wait",)), "Gov. Ida Lund"),
        (
            "Mayor Ida Lund, on a visit to Kell, asked them to wait.",
            Spoken("", "asked", ("to wait",)),
            "Mayor Ida Lund",
        ),
        (
            "A group of rowers sent a letter to the board urging it to wait.",
            Spoken("the board", "urging", ("it to wait",)),
            "A group of rowers",
        ),
        ("Rowers said the pier was shut, but they left.", Spoken("they", "said", ("the pier was shut",)), "Rowers"),
    ],
)
def test_a_verb_that_goes_on_with_a_sentence_has_its_subject(text: str, spoken: Spoken, expected: str) -> None:
    assert source_in(text, spoken) == expected


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("It asked them to wait.", Spoken("", "asked", ("to wait",))),
        ("The pier has been said to be shut.", Spoken("", "has been said", ("to be shut",))),
        ("The pier allegedly was shut.", Spoken("", "allegedly", ("was shut",))),
        ("Lund saw claims of fraud.", Spoken("", "claims of", ("fraud",))),
    ],
)
def test_where_the_cue_is_no_verb_of_the_subject_nobody_is_made_to_say_it(text: str, spoken: Spoken) -> None:
    assert source_in(text, spoken) is None


@pytest.mark.parametrize(
    ("text", "spoken", "expected"),
    [
        (
            "Quill, backed by Varga, demanded a pier.",
            Spoken("Varga", "demanded", ("a pier",)),
            "Quill",
        ),
        (
            "They left, but the board, which speaks for ten rowers, wants a pier.",
            Spoken("ten rowers,", "wants", ("a pier",)),
            "the board",
        ),
        (
            "“It sank!” said the letter, read in Kell by Ada Quill.",
            Spoken("Ada Quill", "said", ("“It sank!”",)),
            "the letter",
        ),
        ("Two men held a banner that said “Shut it!”", Spoken("Two men", "said", ("“Shut it!”",)), "a banner that"),
        ("“Shut it!” said Ada Quill, the mayor.", Spoken("Ada Quill", "said", ("“Shut it!”",)), "Ada Quill"),
    ],
)
def test_whoever_the_words_put_beside_the_verb_goes_before_others(text: str, spoken: Spoken, expected: str) -> None:
    assert source_in(text, spoken) == expected.removesuffix(" that")
