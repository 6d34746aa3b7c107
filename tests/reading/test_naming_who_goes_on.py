"""Who goes on speaking without a name: pronouns, groups, papers and documents."""

from __future__ import annotations

import pytest

from tests.reading.naming_texts import actors_of, name, speakers

SAID = "that the pier was shut"


def test_a_pronoun_goes_on_whoever_does_something_in_the_same_sentence() -> None:
    text = f"Otto Varga came, Varga said. Varga sat down. Jon Petrov said it was wrong, but he said {SAID}."
    before = [("Varga", "said", "Otto Varga came"), ("Jon Petrov", "said it", "it was wrong")]
    assert speakers(text, *before, ("he", "said that", SAID)) == ["Otto Varga", "Jon Petrov", "Jon Petrov"]


def test_they_are_the_people_of_the_same_sentence() -> None:
    text = f"Dock workers left, dock workers said. Sailors mending a boat at the pier waved, but they said {SAID}."
    before = ("dock workers", "said", "Dock workers left")
    assert speakers(text, before, ("they", "said that", SAID))[1] == "Sailors"


@pytest.mark.parametrize("words", ["All three sources", "All three", "The three"])
def test_all_three_are_the_three_who_have_just_spoken(words: str) -> None:
    first = "The Kell Harbour Board (KHB), Varga Steel and the Velm Commission"
    text = f"{first} reported low tides. {words} said {SAID}."
    found = speakers(text, (first, "reported", "low tides"), (words, "said", SAID))
    assert found[0] == found[1] == "Kell Harbour Board and Varga Steel and Velm Commission"


def test_all_three_are_nobody_where_two_have_spoken() -> None:
    text = f"Varga Steel and the Velm Commission reported low tides. All three sources said {SAID}."
    pair = ("Varga Steel and the Velm Commission", "reported", "low tides")
    found = speakers(text, pair, ("All three sources", "said", SAID))
    assert found[1] == "All three sources"


def test_the_sources_are_the_people_without_a_name_before_them() -> None:
    people = "people familiar with the talks"
    text = f"Citing {people}, the Kell Courier reported a strike. The sources said {SAID}."
    found = speakers(text, ("the Kell Courier", "reported", "a strike"), ("The sources", "said", SAID))
    assert found == ["Kell Courier", "people"]


def test_a_paper_with_a_second_name_is_the_newspaper() -> None:
    text = f"The ship sank, said Uvuvi, or Fisher, a weekly newspaper owned by the harbour. The newspaper said {SAID}."
    assert speakers(text, ("The newspaper", "said that", SAID)) == ["Uvuvi"]


def test_a_verb_that_looks_like_a_noun_does_not_take_its_subject_away() -> None:
    text = f"Varga Airlines came. Varga plans daily flights to Kell, the airline said {SAID}."
    assert speakers(text, ("the airline", "said that", SAID)) == ["Varga Airlines"]
    assert "Varga plans daily" not in actors_of(text)


def test_a_word_begun_twice_is_one_word() -> None:
    text = f"Harbour Secretary Do- Dora Lund said {SAID}."
    assert speakers(text, ("Harbour Secretary Do- Dora Lund", "said", SAID)) == ["Dora Lund"]


def test_a_voice_over_is_the_channels() -> None:
    text = f"State television showed the pier. A voiceover to the pictures said {SAID}."
    assert speakers(text, ("A voiceover to the pictures", "said", SAID)) == ["State television"]


def test_an_analysis_is_of_the_body_that_has_just_acted() -> None:
    text = f"“It is old,” said Otto Varga. For once, the Harbour Department counted ships. The analysis showed {SAID}."
    found = speakers(text, ("Otto Varga", "said", "“It is old,”"), ("The analysis", "showed", SAID))
    assert found[1] == "Harbour Department"


def test_a_report_is_of_the_paper_that_told_it_and_not_of_whom_it_tells() -> None:
    told = "The Kell Dock Company and a yard in Skerry will build the ferry"
    text = f"{told}, The Tamsin Courier reported. The report said {SAID}."
    found = speakers(text, ("The Tamsin Courier", "reported", told), ("The report", "said", SAID))
    assert found[1] == "The Tamsin Courier"


def test_who_carries_a_sign_says_what_stands_on_it() -> None:
    text = f"Two sailors carrying a banner that said “Open the pier” sat down. A banner is no law, {SAID}."
    assert speakers(text, ("a banner", "that said", "“Open the pier”")) == ["Two sailors"]


def test_a_sign_that_nobody_carries_speaks_for_itself() -> None:
    text = "Two sailors passed a sign that said “Shut” and went home."
    assert speakers(text, ("a sign", "that said", "“Shut”")) == ["a sign"]


@pytest.mark.parametrize(
    "text",
    [
        "In a large demonstration demanding pay, hundreds of sailors walked to the pier.",
        "Hundreds of sailors met for a large demonstration demanding pay.",
    ],
)
def test_a_demonstration_is_who_came(text: str) -> None:
    (speaker,) = speakers(text, ("a large demonstration", "demanding", "pay"))
    assert speaker is not None
    assert "sailors" in speaker


def test_the_first_person_of_a_script_is_who_is_announced_above_it() -> None:
    text = "The pier is shut. Dora Lund spoke to the board.\n\nI urge you to open it."
    assert speakers(text, ("I", "urge", "to open it")) == ["Dora Lund"]


def test_the_first_person_of_a_text_with_quotation_marks_is_left_open() -> None:
    text = "The “pier” is shut. Dora Lund spoke to the board.\n\nI urge you to open it."
    _, (found,) = name(text, ("I", "urge", "to open it"))
    assert found.speaker is None


def test_where_something_happens_says_nothing() -> None:
    text = f"A law in France bans masks. A reporter in the country said it referred to {SAID}."
    assert speakers(text, ("it", "referred to", SAID)) != ["France"]


@pytest.mark.parametrize("source", ["Mr. Varga", "He"])
def test_nobody_is_he_in_his_own_quotation(source: str) -> None:
    text = f"Otto Varga came to Kell. “He thought it was late,” {source} said."
    said = (source, "said", "“He thought it was late,”")
    assert speakers(text, said, ("[He]", "thought", "it was late")) == ["Otto Varga", None]


def test_outside_quotation_marks_he_may_be() -> None:
    text = "Otto Varga came to Kell. Varga said he thought it was late."
    said = ("Varga", "said", "he thought it was late")
    assert speakers(text, said, ("[he]", "thought", "it was late")) == ["Otto Varga", "Otto Varga"]


def test_a_group_does_not_call_itself_by_name_in_its_quotation() -> None:
    text = (
        "The Kell Front group has taken a pier. The pier is shut, according to the Kell Trust. "
        "“The Kell Front are at the pier,” the group wrote."
    )
    assert speakers(text, ("the group", "wrote", "“The Kell Front are at the pier,”")) == ["Kell Trust"]


def test_a_report_by_a_board_is_not_the_last_boards() -> None:
    text = "The Kell Harbour Board urged calm. The pier cost too much, according to a report by a watchdog agency."
    report = "a report by a watchdog agency"
    (speaker,) = speakers(text, (report, "according to", "The pier cost too much"))
    assert speaker != "Kell Harbour Board"
