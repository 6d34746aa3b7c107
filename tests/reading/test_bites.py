"""Sound bites of a broadcast's script, without quotation marks."""

from __future__ import annotations

from sayso.reading.bites import add_bites
from sayso.reading.found import Found, spans_of
from sayso.reading.quotations import find_quotations
from sayso.reading.words import Words, split_words

ANNOUNCED = "The pier is shut. Marta Quill says it is not safe."
BITE = "We walked it, uh, twice, and I think it moved."


def found_at(words: Words, source: str, cue: str, last: str) -> Found:
    """An attribution whose content goes from its cue to the first ``last`` after it."""
    forms = list(words.forms)
    said = forms.index(cue)
    end = forms.index(last, said)
    speaker = (forms.index(source), said)
    return Found((said, said + 1), speaker, ((said + 1, end),), None, 1, 1, 1, 1)


def heard(text: str, cue: str = "says", source: str = "Marta") -> list[str]:
    """The contents of the attribution of ``cue``, with the sound bites that are its."""
    quotations = find_quotations(text)
    words = split_words(text, quotations)
    found = add_bites([found_at(words, source, cue, ".")], text, words, quotations)
    return [span.cut(text) for span in spans_of(found[0].contents, words)]


def test_a_spoken_paragraph_is_the_words_of_whoever_speaks_above_it() -> None:
    assert heard(f"{ANNOUNCED}\n\n{BITE}\n\nThe council meets today.") == ["it is not safe", BITE]


def test_bites_follow_one_another() -> None:
    more = "You know, it creaks."
    assert heard(f"{ANNOUNCED}\n{BITE}\n{more}") == ["it is not safe", BITE, more]


def test_a_paragraph_in_the_third_person_is_the_newsrooms() -> None:
    assert heard(f"{ANNOUNCED}\n\nThe mayor did not come.\n\n{BITE}") == ["it is not safe"]


def test_a_text_with_quotation_marks_has_no_bites() -> None:
    assert heard(f"{ANNOUNCED}\n\n{BITE}\n\nThe mayor called it “old”.") == ["it is not safe"]


def test_a_text_that_no_one_spoke_has_no_bites() -> None:
    assert heard(f"{ANNOUNCED}\n\nWe think that it will open in May.") == ["it is not safe"]


def test_a_newsroom_that_says_we_itself_has_no_bites() -> None:
    assert heard(f"Good evening. We begin at the pier.\n\n{ANNOUNCED}\n\n{BITE}") == ["it is not safe"]


def test_a_reporter_who_takes_leave_is_nobodys_bite() -> None:
    assert heard(f"{ANNOUNCED}\n\nUh, for Lindmoor Radio, I'm Ada Sorrel.") == ["it is not safe"]


def test_what_is_said_before_the_last_sentence_of_a_paragraph_announces_nothing() -> None:
    assert heard(f"{ANNOUNCED} Nobody came.\n\n{BITE}") == ["it is not safe"]


def test_what_is_thought_inside_a_bite_is_nested_in_it() -> None:
    text = f"{ANNOUNCED}\n\n{BITE}"
    words = split_words(text, ())
    outer = found_at(words, "Marta", "says", ".")
    inner = found_at(words, "I", "think", ".")
    found = add_bites([inner, outer], text, words, ())
    assert [one.cue for one in found] == [outer.cue, inner.cue]
    assert found[1].parent == 0


def test_a_paragraph_that_only_a_voice_can_have_given_is_a_bite_in_the_third_person_too() -> None:
    spoken = "The pier has, uh, moved. Otto says it is lost."
    assert heard(f"{ANNOUNCED}\n{spoken}") == ["it is not safe", spoken]


def test_without_the_sounds_of_speech_it_is_the_newsrooms() -> None:
    assert heard(f"{ANNOUNCED}\n{BITE}\nThe pier has moved.") == ["it is not safe", BITE]
