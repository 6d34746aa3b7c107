"""`sayso search`: what it prints, as text, JSON and CSV, and how it refuses."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from sayso.records.attribution import Commitment
from tests.cli.across import sayso, shown
from tests.search.lines import Line, make_ledger, read_lines


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    post = read_lines(
        "post",
        Line("The ferry ran aground", number=(212, "person")),
        Line("The tugs came late", "Ada Quill", Commitment.DENIES, via="Skerry Press", party=True),
    )
    herald = read_lines("herald", Line("=A ferry\x1b[2J left"), outlet="Varrow Herald", day="2025-05-14")
    return make_ledger(tmp_path / "night.db", post, herald)


def test_claims_are_shown_with_the_words_that_were_looked_for(ledger: Path) -> None:
    said = shown("search", ledger, "FERRY", "aground")
    assert said.startswith("1 claim, the newest first")
    assert "The »ferry« ran »aground«" in said
    assert "Kell Post · 2025-05-12 · post 0-21" in said


def test_who_says_it_through_whom_and_what_a_rule_says_of_it_is_shown(ledger: Path) -> None:
    assert "Ada Quill · denies · through Skerry Press · indirect · a party to it" in shown("search", ledger, "tugs")


def test_party_alone_is_the_flag_and_says_how_the_word_is_found(ledger: Path) -> None:
    said = shown("search", ledger, "party")
    assert said.startswith("1 claim")
    assert 'the word is looked for as "party"' in said
    assert shown("search", ledger, '"party"').startswith("No claim found")


def test_the_newest_come_first_or_the_oldest(ledger: Path) -> None:
    found = [
        json.loads(sayso("search", ledger, "ferry", "--json", "--sort", order).stdout) for order in ("newest", "oldest")
    ]
    assert [hit["article"] for hit in found[0]["hits"]] == ["herald", "post"]
    assert [hit["article"] for hit in found[1]["hits"]] == ["post", "herald"]


def test_json_tells_how_many_and_where_the_words_stand(ledger: Path) -> None:
    found = json.loads(sayso("search", ledger, "number:>200", "ferry", "--json").stdout)
    assert (found["total"], found["more"], found["page"], found["pages"]) == (1, False, 1, 1)
    hit = found["hits"][0]
    assert [hit["words"][start:end] for start, end in hit["found"]] == ["ferry"]
    assert (hit["article"], hit["start"], hit["end"]) == ("post", 0, 21)


def test_no_cell_of_a_table_is_run_and_no_word_acts_on_the_terminal(ledger: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(sayso("search", ledger, "left", "--csv").stdout, newline="")))
    assert [row["words"][:3] for row in rows] == ["'=A"]
    assert "\x1b" not in sayso("search", ledger, "left").stdout


def test_whole_texts_are_looked_through(ledger: Path) -> None:
    assert shown("search", ledger, "--texts", "ferry tugs").startswith("1 text")


def test_a_page_after_the_last_is_empty(ledger: Path) -> None:
    assert json.loads(sayso("search", ledger, "ferry", "--page", "9", "--json").stdout)["hits"] == []


def test_a_search_that_cannot_be_read_is_shown_with_the_place_and_what_to_try(ledger: Path) -> None:
    done = sayso("search", ledger, "ferry says:denied")
    assert (done.exit_code, done.stdout) == (1, "")
    lines = done.stderr.splitlines()
    assert lines[1:3] == ["  ferry says:denied", "             ^^^^^^"]
    assert "says:denies" in " ".join(lines[3:])


def test_two_forms_at_once_and_no_ledger_are_refused(ledger: Path, tmp_path: Path) -> None:
    assert sayso("search", ledger, "ferry", "--json", "--csv").exit_code == 2
    done = sayso("search", tmp_path / "other.db", "ferry")
    assert done.exit_code == 1
    assert "is not there" in done.stderr


@pytest.mark.parametrize("words", ["", "  "])
def test_a_search_for_nothing_is_a_wrong_call(words: str, ledger: Path) -> None:
    done = sayso("search", ledger, words)
    assert done.exit_code == 2
    assert "QUERY is empty" in done.stderr
