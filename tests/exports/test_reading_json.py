"""The JSON of a reading: its names and order, its schema, and the way back."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # its types are a package of their own
import pytest
from hypothesis import given

from sayso.errors import MalformedInput
from sayso.exports.reading_json import export_json, import_json
from sayso.exports.reading_schema import export_schema, load_schema
from sayso.records.reading import Reading
from tests.exports.anything import readings
from tests.exports.readings import TEXT, dam_reading


def exported() -> Any:
    return json.loads(export_json(dam_reading()))


def test_the_names_of_a_reading_stand_in_their_order() -> None:
    assert list(exported()) == [
        "schema",
        "id",
        "model",
        "article",
        "credits",
        "actors",
        "attributions",
        "timexes",
        "toponyms",
        "quantities",
        "events",
        "claims",
        "relations",
        "unread",
    ]


@pytest.mark.parametrize(
    ("part", "names"),
    [
        ("credits", "name kind start end scope"),
        ("actors", "id name kind named anonymity roles country codes mentions side"),
        (
            "attributions",
            "id source cue content kind speaker nested_in commitment stance relay said score speaker_why",
        ),
        ("claims", "id content voice attribution basis hedged chain about party confidence score"),
        ("relations", "a b kind missing"),
        ("unread", "what why start end"),
    ],
)
def test_the_names_inside_stand_in_their_order(part: str, names: str) -> None:
    assert list(exported()[part][0]) == names.split()


def test_what_the_page_says_of_itself_stands_under_article() -> None:
    article = exported()["article"]
    assert article["text"] == TEXT
    assert article["published"] == "2025-05-12T09:30"
    assert article["published_precision"] == "minute"
    assert article["published_zone"] is None
    assert article["blocks"][0] == {"kind": "headline", "start": 0, "end": 47}


def test_a_link_says_who_does_what_and_shows_the_words() -> None:
    claim = next(claim for claim in exported()["claims"] if claim["id"] == "c-gates")
    start = TEXT.index("Energy Minister")
    assert claim["chain"][-1] == {
        "actor": "ruiz",
        "role": "speaker",
        "stance": "denies",
        "evidence": {"kind": "source", "scope": "sentence", "start": start, "end": start + 26},
    }


def test_layers_of_later_versions_are_empty() -> None:
    whole = exported()
    assert [whole[layer] for layer in ("toponyms", "quantities", "events")] == [[], [], []]
    assert all(claim["about"] == [] and claim["party"] is None for claim in whole["claims"])


def test_a_time_says_what_it_was_reckoned_from_and_what_else_it_may_mean() -> None:
    timex = exported()["timexes"][0]
    start = TEXT.index("March")
    assert timex == {
        "start": start,
        "end": start + 5,
        "type": "DATE",
        "value": "2025-03",
        "grain": "month",
        "interval": ["2025-03-01", "2025-04-01"],
        "mod": None,
        "signal": None,
        "zone": None,
        "anchor": {"kind": "published", "start": None, "end": None},
        "rule": "last month that began",
        "alternatives": [{"value": "2026-03", "interval": ["2026-03-01", "2026-04-01"]}],
    }


def test_every_span_cuts_words_of_the_text() -> None:
    for attribution in exported()["attributions"]:
        for start, end in (*attribution["source"], *attribution["cue"], *attribution["content"]):
            assert TEXT[start:end].strip() == TEXT[start:end] != ""


def test_scores_have_three_decimals() -> None:
    reading = dam_reading()
    attribution = replace(reading.attributions[0], score=0.123456)
    assert b'"score":0.123,' in export_json(replace(reading, attributions=(attribution,), claims=(), relations=()))


def test_a_reading_without_a_stretch_names_no_offsets() -> None:
    reading = dam_reading()
    unread = replace(reading.unread[0], span=None)
    assert json.loads(export_json(replace(reading, unread=(unread,))))["unread"] == [
        {"what": "passage", "why": "does not read like English"}
    ]


def test_the_schema_in_the_package_is_current() -> None:
    """`python -m sayso.exports.reading_schema > src/sayso/schema/reading.schema.json` writes it anew."""
    assert load_schema() == export_schema()


def test_a_reading_is_valid_by_the_schema() -> None:
    validator = jsonschema.Draft202012Validator(json.loads(load_schema()))
    validator.check_schema(validator.schema)
    validator.validate(exported())


def test_a_reading_with_a_wrong_word_is_not_valid_by_the_schema() -> None:
    whole = exported()
    whole["claims"][0]["voice"] = "god"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(whole, json.loads(load_schema()))


@given(readings())
def test_what_was_saved_is_what_is_loaded(reading: Reading) -> None:
    assert import_json(export_json(reading)) == reading


@given(readings())
def test_the_same_reading_gives_the_same_bytes(reading: Reading) -> None:
    data = export_json(reading)
    assert export_json(import_json(data)) == data
    assert b"\n" not in data


def test_a_lone_surrogate_survives() -> None:
    reading = dam_reading()
    reading = replace(reading, article=replace(reading.article, text=TEXT + "\ud83d"))
    assert import_json(export_json(reading)) == reading


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"schema": "sayso.reading/2"}', b"\xff", b"[" * 100_000])
def test_what_is_no_reading_is_refused(data: bytes) -> None:
    with pytest.raises(MalformedInput):
        import_json(data)
