"""Whose a quotation is and where it ends, by where it stands."""

from __future__ import annotations

from sayso.reading.linker import Linked
from sayso.reading.pointers import sentence_ends
from sayso.reading.quotations import find_quotations
from sayso.reading.quoted import settle_quotations
from sayso.reading.words import Words, split_words

BOTH = "“The pier,” Otto said, “is shut.” Rain fell. “It sank,” Ada Quill said."


def place(words: Words, text: str, part: str) -> tuple[int, int]:
    """The range of the words of ``part``."""
    start = text.index(part)
    inside = [n for n in range(len(words)) if start <= words.starts[n] < start + len(part)]
    return inside[0], inside[-1] + 1


def settled(text: str, *drafts: tuple[str, str, tuple[str, ...]]) -> list[list[str]]:
    """The contents of each attribution that stays, from (source, cue, contents) as the links gave them."""
    words = split_words(text, find_quotations(text))
    linked = [
        Linked(
            place(words, text, cue),
            place(words, text, source),
            tuple(place(words, text, c) for c in contents),
            1.0,
            1.0,
        )
        for source, cue, contents in drafts
    ]
    result = settle_quotations(linked, [], words, sentence_ends(words))
    return [[text[words.starts[a] : words.ends[b - 1]] for a, b in one.contents] for one in result]


def test_a_quotation_goes_to_whoever_is_named_right_behind_it() -> None:
    drafts = ("Otto", "said", ("“The pier,”", "“is shut.”", "“It sank,”")), ("Ada Quill", "said.", ())
    assert settled(BOTH, *drafts) == [["“The pier,”", "“is shut.”"], ["“It sank,”"]]


def test_a_quotation_that_ends_its_sentence_is_not_taken_by_the_next_sentence() -> None:
    text = "“It sank,” he said. “We saw it.” Ada Quill told of a storm."
    drafts = ("he", "said", ("“It sank,”", "“We saw it.”")), ("Ada Quill", "told", ())
    assert settled(text, *drafts) == [["“It sank,”", "“We saw it.”"]]


def test_the_only_quotation_of_an_attribution_is_not_taken_from_it() -> None:
    text = "He said this. “It sank,” Ada Quill said."
    drafts = ("He", "said this", ("“It sank,”",)), ("Ada Quill", "said.", ())
    assert settled(text, *drafts) == [["“It sank,”"]]


def test_a_content_that_stops_inside_a_quotation_goes_on_to_its_end() -> None:
    text = 'Quill told them to "keep off the pier. It may fall at any time."'
    assert settled(text, ("Quill", "told", ('to "keep off the pier',))) == [
        ['to "keep off the pier. It may fall at any time."']
    ]


def test_it_stops_before_what_another_attribution_holds() -> None:
    text = 'Quill told them to "keep off, Roe says it may fall."'
    drafts = ("Quill", "told", ('to "keep off',)), ("Roe", "says", ("it may fall",))
    assert settled(text, *drafts)[0] == ['to "keep off']


def test_a_quotation_that_is_never_closed_draws_nothing_in() -> None:
    text = "Quill said “it may fall. Rain fell on the pier."
    assert settled(text, ("Quill", "said", ("“it may fall",))) == [["“it may fall"]]
