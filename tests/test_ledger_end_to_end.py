"""A desk's first day with a ledger, with the real weights: mixed files in, who denied what, a wrong row rejected,
the same files added again, and everything out into the programs of others.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from sayso.web.safety import form_token
from tests.articles.documents import docx, mail, pdf, run
from tests.articles.feeds import item, rss
from tests.articles.pages import write_page
from tests.cli.across import sayso
from tests.web.rooms import TOKEN, client_of, data, page, room_of, words_of

pytestmark = pytest.mark.weights

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
DENIED = "The ministry denied on Friday that it had been warned of the crack."
PARAGRAPH = (
    "The swimming bath at Lindmoor will stay closed until the autumn, the town clerk said on Friday. "
    "Its boiler was found to leak in three places during the yearly inspection, and the parts come from abroad."
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files that a desk gets in a night, one of which is broken."""
    folder = tmp_path_factory.mktemp("desk")
    files = folder / "incoming"
    (files / "wires").mkdir(parents=True)
    (files / "harbour.txt").write_bytes((EXAMPLES / "harbour.txt").read_bytes())
    (files / "wires" / "tonight.jsonl").write_bytes((EXAMPLES / "tonight" / "articles.jsonl").read_bytes())
    (files / "bath.html").write_bytes(write_page(f"<article><h1>Bath closed</h1><p>{PARAGRAPH}</p></article>"))
    (files / "feed.rss").write_bytes(rss(item(f"<p>{DENIED}</p>", title="Ministry denies warning")))
    (files / "press.docx").write_bytes(docx(run("Ferries run again"), run("“They run again,” Mara Quill said.")))
    (files / "letter.eml").write_bytes(mail("The pier is shut, the harbour office said on Friday."))
    (files / "note.pdf").write_bytes(pdf(["The mayor said the bridge would open on Monday."]))
    (files / "table.csv").write_text("id,text\nrow-1,The clerk said the bath was cold.\n", encoding="utf-8")
    (files / "broken.jsonl").write_text("{no json\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def ledger(desk: Path) -> Path:
    path = desk / "desk.db"
    assert sayso("new", path).exit_code == 0
    done = sayso("add", path, desk / "incoming")
    assert done.exit_code == 3  # one file cannot be read; it is named
    assert "13 articles added, 1 left out:" in done.stderr
    assert "broken.jsonl" in done.stderr
    return path


@pytest.fixture
def client(ledger: Path) -> TestClient:
    return client_of(room_of(ledger))


def denials(ledger: Path) -> dict[str, str]:
    """By their words, who denies what."""
    done = sayso("search", ledger, "says:denies", "--json")
    assert done.exit_code == 0, done.output
    return {hit["words"]: hit["speaker"] for hit in json.loads(done.stdout)["hits"]}


def queue(client: TestClient, words: str) -> list[dict[str, Any]]:
    return list(data(client, f"/L/night/review?q={words}")["items"])


def reject(client: TestClient, pick: str, why: str) -> None:
    fields = {"csrf": form_token(TOKEN), "act": "reject", "claim": pick, "why": why}
    assert client.post("/L/night/review", data=fields).status_code == 303


def test_who_denied_what_is_found(ledger: Path) -> None:
    found = denials(ledger)
    assert any("warn" in words and "ministry" in speaker.lower() for words, speaker in found.items()), found


def test_a_row_rejected_in_the_pages_stays_rejected_when_everything_is_taken_out_and_added_again(
    client: TestClient, ledger: Path, desk: Path
) -> None:
    (first, *_) = queue(client, "cold")
    assert first["stamp"] is None
    reject(client, first["pick"], "no news")
    assert queue(client, "cold")[0]["stamp"]
    again = sayso("add", ledger, desk / "incoming")
    assert "0 articles added, 13 there already, 1 left out:" in again.stderr
    assert sayso("undo", ledger, "1").exit_code == 0
    assert "13 articles added" in sayso("add", ledger, desk / "incoming").stderr
    assert queue(client, "cold")[0]["stamp"]
    log = sayso("review", "log", ledger)
    assert log.exit_code == 0
    assert "no news" in log.stdout
    reader = page(client, "/L/night/" + first["claim"]["link"].split("#")[0])
    assert "rejected by reader" in words_of(reader)
    assert sayso("verify", ledger).exit_code == 0


def test_a_spreadsheet_and_a_database_open_the_exports_and_hold_the_denials(ledger: Path, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    for form in ("csv", "parquet"):
        assert sayso("export", ledger, "--as", form, "-o", tmp_path / form).exit_code == 0
    with (tmp_path / "csv" / "claims.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    with duckdb.connect() as database:
        from_csv, from_parquet = (
            database.execute(f"SELECT article, count(*) FROM '{one}' GROUP BY ALL ORDER BY ALL").fetchall()
            for one in (tmp_path / "csv" / "claims.csv", tmp_path / "parquet" / "claims.parquet")
        )
    assert from_csv == from_parquet != []
    assert sum(count for _, count in from_csv) == len(rows)


def test_an_export_is_the_same_bytes_twice(ledger: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        assert sayso("export", ledger, "--as", "jsonl", "-o", tmp_path / name).exit_code == 0
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes() != b""
