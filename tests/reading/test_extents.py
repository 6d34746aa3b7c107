"""How far a content outside quotation marks goes."""

from __future__ import annotations

from tests.reading.fake_encoder import Spoken
from tests.reading.test_found import cut, found_in


def contents_in(text: str, spoken: Spoken) -> list[str]:
    (one,), words = found_in(text, spoken)
    return cut(text, words, *one.contents)


def test_a_content_in_a_clause_before_the_main_one_ends_with_that_clause() -> None:
    text = "While Quill said she hoped so, the rowers were against it."
    assert contents_in(text, Spoken("Quill", "said", ("she hoped so, the rowers were against it",))) == ["she hoped so"]


def test_in_a_main_clause_it_goes_on() -> None:
    text = "Quill said she hoped so, the rowers were against it."
    whole = "she hoped so, the rowers were against it"
    assert contents_in(text, Spoken("Quill", "said", (whole,))) == [whole]


def test_a_list_in_such_a_clause_is_not_cut() -> None:
    text = "When Quill asked for boats, oars and ropes, she smiled."
    assert contents_in(text, Spoken("Quill", "asked", ("for boats, oars and ropes",))) == ["for boats, oars and ropes"]


def test_words_in_the_midst_of_the_next_sentence_are_not_the_cues() -> None:
    text = "Quill said it sank. That law calls for a new pier."
    assert contents_in(text, Spoken("Quill", "said", ("it sank", "a new pier"))) == ["it sank"]


def test_a_whole_next_sentence_may_be() -> None:
    text = "Quill said it sank. The crew was safe."
    assert contents_in(text, Spoken("Quill", "said", ("it sank", "The crew was safe"))) == [
        "it sank",
        "The crew was safe",
    ]


def test_after_as_somebody_says_the_main_clause_is_what_is_said() -> None:
    text = "As Quill noted with a smile, the rowers were against it."
    whole = "with a smile, the rowers were against it"
    assert contents_in(text, Spoken("Quill", "noted", (whole,))) == [whole]


def test_a_quotation_that_closes_behind_a_comma_is_over() -> None:
    text = "Quill told the clerk, “I cannot talk,” before she rang off."
    told = Spoken("Quill", "told", ("“I cannot talk,” before she rang off",))
    assert contents_in(text, told) == ["“I cannot talk,”"]


def test_a_quoted_piece_of_a_sentence_does_not_end_it() -> None:
    text = "Quill said “a crack” ran down the pier."
    assert contents_in(text, Spoken("Quill", "said", ("“a crack” ran down the pier",))) == [
        "“a crack” ran down the pier"
    ]


def test_straight_marks_inside_straight_marks_do_not_end_a_quotation() -> None:
    text = 'Quill said: "By selling what she called a "rowing boat," the owner fooled us."'
    whole = text[len("Quill said: ") :]
    assert contents_in(text, Spoken("Quill", "said", (whole,))) == [whole]


def test_a_heading_in_the_body_is_no_part_of_what_the_next_paragraph_gives() -> None:
    text = "The storm came.\nBoats sink in the bay\nTwo ferries were lost, Quill said."
    lost = "Two ferries were lost"
    assert contents_in(text, Spoken("Quill", "said", ("Boats sink in the bay", lost))) == [lost]


def test_a_paragraph_that_ends_in_a_mark_is_no_heading() -> None:
    text = "The storm came.\nBoats sank.\nTwo ferries were lost, Quill said."
    given = ("Boats sank.", "Two ferries were lost")
    assert contents_in(text, Spoken("Quill", "said", given)) == list(given)


def test_a_paragraph_below_an_according_to_is_not_its_content() -> None:
    text = "It sank, according to Quill\n\nThe pier is shut."
    assert contents_in(text, Spoken("Quill", "according to", ("It sank", "The pier is shut."))) == ["It sank"]
