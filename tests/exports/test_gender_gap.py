"""The Gender Gap Tracker's fields: quotes as its tools write them, and nothing about women and men."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from sayso.exports.gender_gap import export_document
from sayso.exports.withholding import withhold_reading
from sayso.records.attribution import Attribution
from sayso.records.reading import Model, Reading
from sayso.records.span import Span
from tests.exports.anything import readings
from tests.exports.readings import GATES, RUIZ, TEXT, attribution, dam_reading

QUOTE = {
    "speaker", "speaker_index", "quote", "quote_index", "verb", "verb_index", "quote_token_count", "quote_type",
    "is_floating_quote", "reference",
}  # fmt: skip


def document(reading: Reading) -> dict[str, Any]:
    made = json.loads(export_document(reading))
    assert isinstance(made, dict)
    return made


def quote_of(attribution: Attribution) -> dict[str, Any]:
    """The first quote that an attribution of the dam makes."""
    quotes = document(replace(dam_reading(), attributions=(attribution,)))["quotes"]
    assert isinstance(quotes[0], dict)
    return quotes[0]


def test_a_quote_has_its_words_and_where_they_stand() -> None:
    quote = quote_of(GATES)
    assert set(quote) == QUOTE
    assert quote["speaker"] == "Energy Minister Carla Ruiz"
    assert quote["quote_index"] == f"({GATES.content[0].start},{GATES.content[0].end})"
    assert (quote["verb"], quote["reference"]) == ("said", "Carla Ruiz")


def test_the_type_tells_the_order_of_marks_content_verb_and_speaker() -> None:
    assert quote_of(GATES)["quote_type"] == "QCQSV"


@pytest.mark.parametrize(
    ("text", "parts", "told"),
    [
        ("Ruiz said the gates held.", ("Ruiz", "said", "the gates held"), "SVC"),
        ("The gates held, said Ruiz.", ("Ruiz", "said", "The gates held"), "CVS"),
        ('"The gates held," said Ruiz.', ("Ruiz", "said", '"The gates held,"'), "QCQVS"),
        ("The gates held, according to Ruiz.", ("Ruiz", "according to", "The gates held"), "AccordingTo"),
    ],
)
def test_types_are_those_of_the_tracker(text: str, parts: tuple[str, str, str], told: str) -> None:
    source, cue, content = (Span(text.index(words), text.index(words) + len(words)) for words in parts)
    one = attribution("a", source, cue, content, speaker=RUIZ)
    reading = replace(dam_reading(), article=replace(dam_reading().article, text=text), actors=(), attributions=(one,))
    assert document(reading)["quotes"][0]["quote_type"] == told


def test_each_stretch_of_a_content_is_a_quote_of_its_own() -> None:
    two = replace(GATES, content=(Span(0, 13), Span(14, 47)))
    quotes = document(replace(dam_reading(), attributions=(two,)))["quotes"]
    assert [quote["quote"] for quote in quotes] == [TEXT[0:13], TEXT[14:47]]
    assert [quote["quote_token_count"] for quote in quotes] == [2, 6]


def test_a_quote_without_source_and_verb_is_floating() -> None:
    quote = quote_of(replace(GATES, source=(), cue=()))
    assert quote["is_floating_quote"] is True
    assert (quote["speaker"], quote["speaker_index"], quote["verb"], quote["verb_index"]) == ("", "(0,0)", "", "(0,0)")


def test_people_and_sources_are_named_persons() -> None:
    made = document(dam_reading())
    assert made["people"] == ["Carla Ruiz", "Jonas Petrov"]
    assert made["sources"] == ["Carla Ruiz", "Jonas Petrov"]
    assert (made["quoteCount"], made["sourcesCount"], made["speakersNotCountedInSources"]) == (8, 2, 4)


def test_a_quote_of_a_named_person_is_aligned_with_them() -> None:
    aligned = [
        (q["reference"], q["is_aligned"], q["named_entity_type"]) for q in document(dam_reading())["quotesUpdated"]
    ]
    assert aligned[0] == ("Carla Ruiz", True, "PERSON")
    assert ("a senior official", False, "UNKNOWN") in aligned


@given(readings())
def test_nothing_is_told_of_women_and_men(reading: Reading) -> None:
    names = set(document(replace(reading, model=Model("m", "1", "0"))))
    assert not [name for name in names if re.search("female|male|gender", name, re.IGNORECASE)]


def test_without_text_a_quote_has_offsets_and_no_words() -> None:
    made = document(withhold_reading(dam_reading()))
    assert "body" not in made
    assert {quote["quote"] for quote in made["quotes"]} == {None}
    assert {quote["speaker"] for quote in made["quotes"]} == {None}
    assert made["quotes"][0]["quote_index"] != "(0,0)"
