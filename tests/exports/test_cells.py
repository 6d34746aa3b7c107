"""Words in cells, JSON and XML never act on a terminal or a spreadsheet, and offsets into them go on counting."""

from __future__ import annotations

import csv
import io
import json
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.exports.cells import ACTING, RUN_BY_SPREADSHEETS, encode_json, harmless_cell, replace_acting, write_csv
from sayso.exports.escapes import CLOSE, OPEN, is_active

ANY = st.text(st.sampled_from("=+-@\t\r\n\x1b\x9b\u202e\u200b\"',⟨＝a ") | st.characters(), max_size=12)


def rows(table: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(table, newline="")))


def test_every_character_that_acts_in_a_view_is_known_here() -> None:
    every = (chr(code) for code in range(sys.maxunicode + 1))
    assert not [char for char in every if is_active(char) and char not in (OPEN, CLOSE) and not ACTING.fullmatch(char)]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mred", "a␛[31mred"),
        ("\x9b31m", "�31m"),
        ("over\rwritten", "over␍written"),
        ("line\r\nline\tcell", "line\r\nline\tcell"),
        ("\x7f\x00", "␡␀"),
        ("a\u202eb", "a�b"),
    ],
)
def test_an_acting_character_is_replaced_by_one_that_is_seen(text: str, shown: str) -> None:
    assert replace_acting(text) == shown


@given(ANY)
def test_replacing_keeps_every_offset(text: str) -> None:
    assert len(replace_acting(text)) == len(text)


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\n=1", "=cmd|' /C calc'!A0", "＝1"])
def test_a_cell_that_would_be_run_is_words(cell: str) -> None:
    assert rows(write_csv(["a"], [[cell]]))[1] == [f"'{cell}"]


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, ""),
        (True, "true"),
        (False, "false"),
        (-1, "-1"),
        (0.5, "0.5"),
        (("=a", "b"), '["=a","b"]'),
        ([[0, 5]], "[[0,5]]"),
    ],
)
def test_other_values_are_plain(value: object, cell: str) -> None:
    assert harmless_cell(value) == cell


@given(st.lists(st.lists(ANY, min_size=2, max_size=2), max_size=4))
def test_no_table_holds_a_formula_or_an_acting_character(cells: list[list[str]]) -> None:
    table = write_csv(["a", "b"], cells)
    assert not ACTING.search(table)
    assert not [cell for row in rows(table) for cell in row if cell.startswith(RUN_BY_SPREADSHEETS)]


@given(ANY)
def test_json_comes_back_as_it_was_and_nothing_in_it_acts(text: str) -> None:
    encoded = encode_json({"text": text, text: [text]})
    assert json.loads(encoded) == {"text": text, text: [text]}
    assert not ACTING.search(encoded.decode())
