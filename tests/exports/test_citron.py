"""Citron's format: quotes by their cues, and files that are named safely."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.exports.cells import ACTING
from sayso.exports.citron import export, export_citron
from sayso.exports.file_names import file_stem
from sayso.exports.selection import Selection
from sayso.exports.withholding import withhold_reading
from sayso.records.reading import Reading
from tests.exports.anything import readings
from tests.exports.readings import GATES, TEXT, dam_reading

SPAN = {"start", "end", "text"}


def exported(reading: Reading) -> dict[str, Any]:
    made = json.loads(export_citron(reading))
    assert isinstance(made, dict)
    return made


def spans_of(quote: dict[str, Any]) -> list[dict[str, Any]]:
    return [quote["cue"], *quote["sources"], *quote["contents"], *quote["coreferences"]]


def test_a_quote_has_a_cue_sources_and_contents_with_their_words() -> None:
    quote = next(one for one in exported(dam_reading())["quotes"] if one["id"] == "gates")
    assert quote["cue"] == {"start": GATES.cue[0].start, "end": GATES.cue[0].end, "text": "said"}
    assert [one["text"] for one in quote["sources"]] == ["Energy Minister Carla Ruiz"]
    assert [one["text"] for one in quote["contents"]] == [GATES.content[0].cut(TEXT)]
    assert quote["confidence"] == "0.9000"


def test_a_source_that_does_not_name_its_speaker_has_a_coreference_that_does() -> None:
    quotes = {one["id"]: one for one in exported(dam_reading())["quotes"]}
    assert [one["text"] for one in quotes["deck"]["sources"]] == ["the minister"]
    assert quotes["gates"]["coreferences"] == []
    groups = exported(dam_reading())["coreference_groups"]
    assert ["Carla Ruiz", "the minister"] in [[one["text"] for one in group] for group in groups]


def test_an_attribution_without_a_cue_is_left_out() -> None:
    bare = replace(dam_reading(), attributions=(replace(GATES, cue=()),))
    assert exported(bare)["quotes"] == []


@given(readings())
def test_every_file_has_the_shape_that_citron_reads(reading: Reading) -> None:
    made = exported(reading)
    assert set(made) == {"text", "quotes", "coreference_groups"}
    for quote in made["quotes"]:
        assert set(quote) == {"id", "cue", "sources", "contents", "coreferences", "confidence"}
        for span in spans_of(quote):
            assert set(span) == SPAN
            assert span["text"] == made["text"][span["start"] : span["end"]]
    assert not ACTING.search(export_citron(reading).decode())


def test_without_text_spans_have_offsets_alone() -> None:
    made = exported(withhold_reading(dam_reading()))
    assert "text" not in made
    assert all(set(span) == {"start", "end"} for quote in made["quotes"] for span in spans_of(quote))
    assert len(made["quotes"]) == len(exported(dam_reading())["quotes"])


def test_each_article_is_a_file() -> None:
    files: dict[str, io.BytesIO] = {}

    class Kept(io.BytesIO):
        def close(self) -> None: ...

    export(Selection.of([dam_reading()]), lambda name: files.setdefault(name, Kept()))
    assert list(files) == ["dam.json"]
    assert json.loads(files["dam.json"].getvalue())["text"] == TEXT


@pytest.mark.parametrize(("article", "begins"), [("dam", "dam"), ("harbour-12", "harbour-12"), ("../../etc", "etc-")])
def test_a_file_is_called_after_its_article(article: str, begins: str) -> None:
    assert file_stem(article).startswith(begins)


@given(st.text(max_size=80), st.text(max_size=80))
def test_file_names_are_plain_and_no_two_articles_share_one(a: str, b: str) -> None:
    assert file_stem(a).isascii()
    assert file_stem(a).replace("_", "").replace("-", "").isalnum()
    assert file_stem(a) == file_stem(a).lower()
    assert (file_stem(a) == file_stem(b)) == (a == b)
