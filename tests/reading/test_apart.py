"""What was taken into a content and stands beside it."""

from __future__ import annotations

from sayso.reading.apart import set_apart
from sayso.reading.found import Found, spans_of
from sayso.reading.words import Words, split_words
from tests.reading.test_inside import at


def read(text: str, outer: tuple[str, str, tuple[str, ...]], inner: tuple[str, str, str]) -> list[tuple[str, ...]]:
    """Source, cue, contents and the parent's cue of all, where ``inner`` was nested in ``outer``."""
    words = split_words(text, ())
    source, cue, contents = outer
    told = Found(at(words, cue), at(words, source), tuple(at(words, one) for one in contents), None, 1, 1, 1, 1)
    start = words.forms.index(inner[1].split()[0], told.cue[1])
    whose = at(words, inner[0]) if inner[0] else None
    nested = Found(at(words, inner[1], start), whose, (at(words, inner[2], start),), 0, 1, 1, 1, 1)
    found = set_apart((told, nested), words)
    return [_told(one, found, text, words) for one in found]


def _told(one: Found, found: tuple[Found, ...], text: str, words: Words) -> tuple[str, ...]:
    parent = "" if one.parent is None else words.forms[found[one.parent].cue[0]]
    runs = ((one.source,) if one.source else (), (one.cue,), one.contents)
    return (*(" … ".join(span.cut(text) for span in spans_of(run, words)) for run in runs), parent)


def test_what_a_speaker_adds_is_outermost_and_no_part_of_what_came_before() -> None:
    text = "Quill said sailors were mending the pier while adding that it was late."
    whole = "sailors were mending the pier while adding that it was late"
    assert read(text, ("Quill", "said", (whole,)), ("sailors", "adding", "that it was late")) == [
        ("Quill", "said", "sailors were mending the pier", ""),
        ("Quill", "adding", "that it was late", ""),
    ]


def test_a_verb_that_goes_on_with_the_speaker_is_the_speakers() -> None:
    text = "Ada Quill, a pilot, reported that the pier was hit, denouncing it as a crime."
    whole = "that the pier was hit, denouncing it as a crime"
    told = ("Ada Quill, a pilot", "reported", (whole,))
    assert read(text, told, ("Ada Quill", "denouncing", "it as a crime")) == [
        ("Ada Quill, a pilot", "reported", "that the pier was hit", ""),
        ("Ada Quill, a pilot", "denouncing", "it as a crime", ""),
    ]


def test_a_verb_of_one_who_is_told_of_stays_inside() -> None:
    text = "Quill said the board refused, citing the costs."
    whole = "the board refused, citing the costs"
    assert read(text, ("Quill", "said", (whole,)), ("the board", "citing", "the costs"))[1][3] == "said"


def test_the_next_sentence_with_a_speaker_of_its_own_is_not_told_by_the_one_before() -> None:
    text = "The pier was hit, Quill said. The board reported boats were lost."
    contents = ("The pier was hit", "The board reported boats were lost")
    assert read(text, ("Quill", "said", contents), ("The board", "reported", "boats were lost")) == [
        ("Quill", "said", "The pier was hit", ""),
        ("The board", "reported", "boats were lost", ""),
    ]


def test_a_sentence_that_only_holds_one_stays_inside() -> None:
    text = "The pier was hit, Quill said. In Kell the board reported boats were lost."
    contents = ("The pier was hit", "In Kell the board reported boats were lost")
    assert read(text, ("Quill", "said", contents), ("the board", "reported", "boats were lost"))[1][3] == "said"
