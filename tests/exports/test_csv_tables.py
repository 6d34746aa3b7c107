"""Tables as CSV: what the description says is what stands in them, and nothing in them acts."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from typing import Any

from hypothesis import given

from sayso.exports.cells import ACTING, RUN_BY_SPREADSHEETS
from sayso.exports.csv_tables import export
from sayso.exports.selection import Selection
from sayso.records.reading import Reading
from tests.exports.anything import readings
from tests.exports.folders import Folder
from tests.exports.readings import TEXT, dam_reading
from tests.exports.stories import ferry_story


def written(selection: Selection) -> dict[str, bytes]:
    folder = Folder()
    export(selection, folder.open_new)
    return folder.contents()


def night() -> Selection:
    story = ferry_story()
    return Selection.of([dam_reading(), *(member.reading for member in story.scene.members)], [story])


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def test_a_span_is_a_pair_of_offsets() -> None:
    gates = next(row for row in rows(written(night())["attributions.csv"]) if row["attribution"] == "gates")
    (span,) = json.loads(gates["content"])
    assert TEXT[slice(*span)] == gates["content_words"]


def test_the_description_names_every_file_and_column() -> None:
    files = written(night())
    package = json.loads(files["datapackage.json"])
    assert {resource["path"] for resource in package["resources"]} == files.keys() - {"datapackage.json"}
    for resource in package["resources"]:
        head = next(csv.reader(io.StringIO(files[resource["path"]].decode(), newline="")))
        assert head == [field["name"] for field in resource["schema"]["fields"]]


PARSE: dict[str, Callable[[str], Any]] = {
    "integer": int,
    "number": float,
    "boolean": {"true": True, "false": False}.__getitem__,
    "string": str,
    "array": json.loads,
    "object": json.loads,
}


def test_every_cell_is_what_its_column_is_described_as() -> None:
    files = written(night())
    for resource in json.loads(files["datapackage.json"])["resources"]:
        for row in rows(files[resource["path"]]):
            for field in resource["schema"]["fields"]:
                check(row[field["name"]], field)


def check(cell: str, field: dict[str, Any]) -> None:
    constraints = field.get("constraints", {})
    if not cell:
        assert not constraints.get("required"), field["name"]
        return
    value = PARSE[field["type"]](cell)
    assert field["type"] != "array" or isinstance(value, list)
    assert "enum" not in constraints or value in constraints["enum"]
    assert "minimum" not in constraints or constraints["minimum"] <= value
    assert "maximum" not in constraints or value <= constraints["maximum"]


def test_what_a_row_refers_to_is_there() -> None:
    files = written(night())
    resources = json.loads(files["datapackage.json"])["resources"]
    for resource in resources:
        for key in resource["schema"]["foreignKeys"]:
            other = key["reference"]["resource"]
            there = {tuple(row[name] for name in key["reference"]["fields"]) for row in rows(files[f"{other}.csv"])}
            for row in rows(files[resource["path"]]):
                assert tuple(row[name] for name in key["fields"]) in there


@given(readings())
def test_no_cell_acts_on_a_spreadsheet_or_a_terminal(reading: Reading) -> None:
    for name, data in written(Selection.of([reading])).items():
        assert not ACTING.search(data.decode())
        cells = [cell for row in csv.reader(io.StringIO(data.decode(), newline="")) for cell in row]
        assert name == "datapackage.json" or not [cell for cell in cells if is_run(cell)]


def is_run(cell: str) -> bool:
    """Whether a spreadsheet would run it; a number below zero is a number."""
    try:
        float(cell)
    except ValueError:
        return cell.startswith(RUN_BY_SPREADSHEETS)
    return False
