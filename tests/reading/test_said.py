"""When, where, on what occasion and to whom; and through which medium."""

from __future__ import annotations

import pytest

from sayso.reading.relay import find_relay
from sayso.reading.said import find_said
from sayso.records.attribution import Said
from sayso.records.span import Span

TEXT = "Varga told reporters at a news conference in Lund on Monday that the pier closed on Sunday."


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def said_in(text: str, cue: str, source: str, content: str) -> tuple[Said, str]:
    return find_said(text, Span(0, len(text)), [at(text, cue)], [at(text, source)], [at(text, content)]), text


def test_time_occasion_and_addressee_stand_beside_the_cue() -> None:
    said, text = said_in(TEXT, "told", "Varga", "that the pier closed on Sunday")
    assert said.timex is not None
    assert said.timex.cut(text) == "on Monday"
    assert said.occasion is not None
    assert said.occasion.cut(text) == "at a news conference"
    assert said.addressee is not None
    assert said.addressee.cut(text) == "reporters"
    assert said.place is not None
    assert said.place.cut(text) == "Lund"


def test_a_time_inside_the_content_does_not_date_the_saying() -> None:
    said, _ = said_in("Varga said the pier closed on Sunday.", "said", "Varga", "the pier closed on Sunday")
    assert said == Said()


def test_a_time_hung_on_an_event_is_kept_as_words() -> None:
    text = "Hours before the vote, Varga said the pier was safe."
    said, _ = said_in(text, "said", "Varga", "the pier was safe")
    assert said.timex is not None
    assert said.timex.cut(text) == "Hours before the vote"


def test_told_a_named_medium_is_a_relay() -> None:
    text = "Varga told the Harbour Post that the pier was safe."
    content, source, media = ([at(text, words)] for words in ("that the pier was safe", "Varga", "Harbour Post"))
    relay = find_relay(text, Span(0, len(text)), content, source, media)
    assert relay is not None
    assert relay.cut(text) == "Harbour Post"


def test_a_medium_inside_the_content_is_no_relay() -> None:
    text = "Varga said he had told the Harbour Post that it was safe."
    content = at(text, "he had told the Harbour Post that it was safe")
    assert find_relay(text, Span(0, len(text)), [content], [at(text, "Varga")], [at(text, "Harbour Post")]) is None


def test_an_addressee_is_told_up_to_what_was_told() -> None:
    text = "Varga told Kell harbour pilots that the pier was safe."
    said, _ = said_in(text, "told", "Varga", "that the pier was safe")
    assert said.addressee is not None
    assert said.addressee.cut(text) == "Kell harbour pilots"


def test_an_addressee_ends_before_the_day() -> None:
    text = "Varga told reporters Monday the pier was safe."
    said, _ = said_in(text, "told", "Varga", "the pier was safe")
    assert said.addressee is not None
    assert said.addressee.cut(text) == "reporters"
    assert said.timex is not None
    assert said.timex.cut(text) == "Monday"


@pytest.mark.parametrize(
    "text",
    [
        "Varga, whose interest lies in Danish law, said the pier was safe.",
        "Varga fled from the storm in Lund and said the pier was safe.",
        "After the fall of the mole in Kell, Varga said the pier was safe.",
    ],
)
def test_a_place_of_another_clause_is_not_where_it_was_said(text: str) -> None:
    assert said_in(text, "said", "Varga", "the pier was safe")[0].place is None


def test_a_place_that_opens_the_sentence_is_where_it_was_said() -> None:
    text = "In Lund on Monday, Varga said the pier was safe."
    said, _ = said_in(text, "said", "Varga", "the pier was safe")
    assert said.place is not None
    assert said.place.cut(text) == "Lund"


def test_a_day_beyond_a_quotation_mark_dates_another_saying() -> None:
    text = "“Roe denied the fault,” Varga said on Monday."
    said, _ = said_in(text, "denied", "Roe", "the fault")
    assert said.timex is None


def test_an_occasion_may_open_the_sentence() -> None:
    text = "In a statement on Friday, Varga said the pier was safe."
    said, _ = said_in(text, "said", "Varga", "the pier was safe")
    assert said.occasion is not None
    assert said.occasion.cut(text) == "In a statement"


def test_a_time_hung_on_an_event_is_never_cut_inside_a_word() -> None:
    text = "Varga said it, months before they took the ferries out of service and hid the whole correspondence, again."
    said, _ = said_in(text, "said", "Varga", "it")
    assert said.timex is None


def test_a_message_on_a_platform_is_a_relay() -> None:
    text = "In a Facebook message, Varga said the pier was safe."
    relay = find_relay(text, Span(0, len(text)), [at(text, "the pier was safe")], [at(text, "Varga")], [])
    assert relay is not None
    assert relay.cut(text) == "a Facebook message"


def test_a_day_that_only_the_times_know_dates_the_saying_with_its_on() -> None:
    text = "Varga said on Christmas Eve that the pier was safe."
    contents, sources = [at(text, "that the pier was safe")], [at(text, "Varga")]
    days = [at(text, "Christmas Eve")]
    said = find_said(text, Span(0, len(text)), [at(text, "said")], sources, contents, days)
    assert said.timex is not None
    assert said.timex.cut(text) == "on Christmas Eve"


def test_words_that_are_part_of_a_longer_day_are_taken_whole() -> None:
    text = "Varga said on June 16 last year that the pier was safe."
    contents, sources = [at(text, "that the pier was safe")], [at(text, "Varga")]
    days = [at(text, "June 16 last year")]
    said = find_said(text, Span(0, len(text)), [at(text, "said")], sources, contents, days)
    assert said.timex is not None
    assert said.timex.cut(text) == "on June 16 last year"
