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


LINES = 'Quill said "It sank in May.\nWe saw it.\nNobody was hurt."\nOtto said "It did not."'


def test_a_quotation_of_several_lines_that_opens_once_is_kept_whole_by_whoever_has_its_first_line() -> None:
    drafts = ("Quill", "said", ('"It sank',)), ("Otto", 'said "It did', ("We saw it.", '"It did not."'))
    assert settled(LINES, *drafts) == [['"It sank in May.', "We saw it.", 'Nobody was hurt."'], ['"It did not."']]


def test_what_is_told_inside_it_is_no_attribution_beside_it() -> None:
    drafts = ("Quill", "said", ('"It sank in May.',)), ("We", "saw", ("it.",))
    assert settled(LINES, *drafts) == [['"It sank in May.', "We saw it.", 'Nobody was hurt."']]


def test_words_before_the_quotation_stay_with_it() -> None:
    text = 'Quill said that "it sank in May.\nWe saw it."'
    assert settled(text, ("Quill", "said", ('that "it sank in May.',))) == [["that", '"it sank in May.', 'We saw it."']]


def test_a_quotation_in_each_line_is_not_one_of_several_lines() -> None:
    text = "Quill said “It sank in May.\n“We saw it.”"
    assert settled(text, ("Quill", "said", ("“It sank in May.",))) == [["“It sank in May."]]


def named(text: str, *drafts: tuple[str, str, tuple[str, ...]]) -> list[tuple[str, list[str]]]:
    """The sources and contents of settled attributions; no quotation of the text is marked beside the drafts'."""
    words = split_words(text, find_quotations(text))
    linked = [
        Linked(place(words, text, cue), None, tuple(place(words, text, part) for part in parts), 1.0, 1.0)
        for _, cue, parts in drafts
    ]
    held = {run for one in linked for run in one.contents}
    quoted = [words.range_of(quotation.span) for quotation in find_quotations(text)]
    result = settle_quotations(linked, [run for run in quoted if run not in held], words, sentence_ends(words))

    def cut(run: tuple[int, int]) -> str:
        return text[words.starts[run[0]] : words.ends[run[1] - 1]]

    return [(cut(one.source) if one.source else "", [cut(run) for run in one.contents]) for one in result]


def test_a_quotation_before_said_and_a_name_is_an_attribution_though_nothing_is_marked() -> None:
    text = "Rain fell. “It sank,” said Ada Quill, the mayor."
    assert named(text) == [("Ada Quill", ["“It sank,”"])]


def test_likewise_before_a_name_and_said_instead_of_the_one_in_the_sentence_before() -> None:
    text = "They asked for more. “It sank,” the harbour board said."
    assert named(text, ("", "asked", ("“It sank,”",))) == [("the harbour board", ["“It sank,”"])]


def test_it_is_none_where_a_verb_or_nobody_follows() -> None:
    assert named("“It sank,” was said often.") == []
    assert named("“It sank” is what the letter that he said.") == []
