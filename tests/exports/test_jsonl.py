"""All as JSON lines: readings that come back as they were, then stories."""

from __future__ import annotations

import json

import jsonschema  # type: ignore[import-untyped]  # its types are a package of their own
from hypothesis import given
from hypothesis import strategies as st

from sayso.exports import reading_schema, story_schema
from sayso.exports.cells import ACTING
from sayso.exports.jsonl import export
from sayso.exports.reading_json import import_json
from sayso.exports.selection import Selection
from sayso.records.reading import Reading
from tests.exports.anything import readings
from tests.exports.readings import dam_reading
from tests.exports.stories import ferry_story


def test_readings_come_first_and_then_stories() -> None:
    lines = list(export(Selection.of([dam_reading()], [ferry_story()])))
    assert [json.loads(line)["schema"] for line in lines] == ["sayso.reading/1", "sayso.story/1"]
    assert all(line.endswith(b"\n") and line.count(b"\n") == 1 for line in lines)


def test_every_line_is_as_the_schema_of_its_kind_says() -> None:
    schemas = {"sayso.reading/1": reading_schema.load_schema(), "sayso.story/1": story_schema.load_schema()}
    for line in map(json.loads, export(Selection.of([dam_reading()], [ferry_story()]))):
        jsonschema.validate(line, json.loads(schemas[line["schema"]]))


@given(st.lists(readings(), max_size=3))
def test_what_is_written_comes_back_and_nothing_in_it_acts(given_readings: list[Reading]) -> None:
    lines = list(export(Selection.of(given_readings)))
    assert [import_json(line) for line in lines] == given_readings
    assert not [line for line in lines if ACTING.search(line.decode())]
