"""From rows of the encoder to linked attributions."""

from __future__ import annotations

from sayso.reading.found import Found, find_attributions, keep_headings_apart, spans_of
from sayso.reading.quotations import find_quotations
from sayso.reading.tagging import Range
from sayso.reading.words import Words, split_words
from sayso.records.span import Span
from tests.reading.fake_encoder import FakeEncoder, Spoken


def found_in(text: str, *spoken: Spoken) -> tuple[tuple[Found, ...], Words]:
    words = split_words(text, find_quotations(text))
    encoder = FakeEncoder(*spoken)
    return find_attributions(words, encoder.encode(words), encoder.tables)[0], words


def cut(text: str, words: Words, *ranges: tuple[int, int]) -> list[str]:
    return [span.cut(text) for span in spans_of(ranges, words)]


def test_an_interrupted_content_is_one_attribution_with_two_spans() -> None:
    text = "“The pier,” said Ada Quill, “is closed.”"
    (one,), words = found_in(text, Spoken("Ada Quill", "said", ("“The pier,”", "“is closed.”")))
    assert cut(text, words, *one.contents) == ["“The pier,”", "“is closed.”"]


def test_a_source_may_serve_two_attributions() -> None:
    text = "Quill said the pier was closed and promised to mend it."
    found, words = found_in(
        text,
        Spoken("Quill", "said", ("the pier was closed",)),
        Spoken("", "promised", ("to mend it",)),
    )
    assert [cut(text, words, one.cue) for one in found] == [["said"], ["promised"]]
    assert found[1].source is None


def test_an_attribution_without_a_source_has_none() -> None:
    text = "The ferry reportedly sank."
    (one,), _ = found_in(text, Spoken("", "reportedly", ("The ferry",)))
    assert one.source is None


def test_a_nested_attribution_points_at_the_one_that_holds_it() -> None:
    text = "Quill said that the crew had told her that the ferry sank."
    found, words = found_in(
        text,
        Spoken("Quill", "said", ("that the crew had told her that the ferry sank",)),
        Spoken("the crew", "told", ("that the ferry sank",), nested=True),
    )
    outer, nested = found
    assert outer.parent is None
    assert nested.parent == 0
    assert cut(text, words, *nested.contents) == ["that the ferry sank"]


def test_a_follow_on_quotation_without_a_cue_goes_to_the_speaker_before_it() -> None:
    text = "“We heard it,” said Quill.\n\n“It was loud.”"
    words = split_words(text, find_quotations(text))
    encoder = FakeEncoder(Spoken("Quill", "said", ("“We heard it,”",)))
    rows = encoder.encode(words)
    first = words.forms.index("It") - 1
    encoder._tag(rows, "outer", (first, len(words)), 5)
    rows[first, encoder.tables.layout["orphan"][0] + 1] = 30
    (one,), _ = find_attributions(words, rows, encoder.tables)
    assert cut(text, words, *one.contents) == ["“We heard it,”", "“It was loud.”"]


def test_a_clause_about_a_source_is_no_part_of_it() -> None:
    text = "Ada Quill, 40, who has run the pier since May, said the pier was closed."
    (one,), words = found_in(
        text, Spoken("Ada Quill, 40, who has run the pier since May", "said", ("the pier was closed",))
    )
    assert one.source is not None
    assert cut(text, words, one.source) == ["Ada Quill, 40"]


def test_a_second_source_after_such_a_clause_keeps_the_source_whole() -> None:
    both = "Ada Quill, who runs the pier, and Ines Halloran"
    text = f"{both} said the pier was closed."
    (one,), words = found_in(text, Spoken(both, "said", ("the pier was closed",)))
    assert one.source is not None
    assert cut(text, words, one.source) == [both]


def test_a_quotation_goes_to_the_cue_right_before_it_in_its_line_instead_of_one_lines_below() -> None:
    text = "“We heard it,” Quill told Lund. “It was loud.”\n\nIt rained.\n\n“No,” Petrov said."
    found, words = found_in(
        text,
        Spoken("Quill", "told", ("“We heard it,”",)),
        Spoken("Petrov", "said", ("“It was loud.”", "“No,”")),
    )
    assert [cut(text, words, *one.contents) for one in found] == [["“We heard it,”", "“It was loud.”"], ["“No,”"]]


def test_nothing_is_found_in_no_words() -> None:
    assert found_in("")[0] == ()


def test_an_act_without_words_is_no_attribution_and_is_handed_back() -> None:
    text = "The mayor thanked the crews for the help they gave."
    words = split_words(text, ())
    encoder = FakeEncoder(Spoken("The mayor", "thanked", ("the crews for the help they gave",)))
    found, acts = find_attributions(words, encoder.encode(words), encoder.tables, frozenset({"thanked"}))
    assert found == ()
    assert [words.forms[first] for first, _ in acts] == ["thanked"]


HEADED = "Blast kills two\n\nA blast killed two people, the fire service said."


def words_at(words: Words, *forms: str) -> Range:
    """The range of these words in a row."""
    at = next(i for i in range(len(words)) if list(words.forms[i : i + len(forms)]) == list(forms))
    return (at, at + len(forms))


def found_of(cue: Range, *contents: Range, parent: int | None = None) -> Found:
    return Found(cue, None, contents, parent, 0.9, 0.9, 0.9, 0.9)


def test_a_headline_is_no_part_of_what_a_cue_in_the_body_gives() -> None:
    words = split_words(HEADED, find_quotations(HEADED))
    headline, body = words_at(words, "Blast", "kills", "two"), words_at(words, "A", "blast", "killed", "two", "people")
    (kept,) = keep_headings_apart([found_of(words_at(words, "said"), headline, body)], words, [Span(0, 15)])
    assert kept.contents == (body,)


def test_a_headline_stays_where_it_is_all_that_the_cue_gives() -> None:
    words = split_words(HEADED, find_quotations(HEADED))
    headline = words_at(words, "Blast", "kills", "two")
    (kept,) = keep_headings_apart([found_of(words_at(words, "said"), headline)], words, [Span(0, 15)])
    assert kept.contents == (headline,)
