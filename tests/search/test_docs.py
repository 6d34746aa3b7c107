"""The page on searching tells the whole language, and what it shows is what happens."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sayso.errors import BadQuery
from sayso.exports.search_text import render_bad_query
from sayso.search import parse_query
from sayso.search.fields import CLOSED, FIELDS

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "search.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| `(.+?)` \| (.+) \|$", PAGE, re.MULTILINE)
CODE = re.compile(r"`([^`]+)`")


def searches() -> list[str]:
    """Those in the first column, and those beside them that are whole: a field, or something ruled out."""
    beside = [one for _, told in ROWS for one in CODE.findall(told)]
    return [row for row, _ in ROWS] + [one for one in beside if re.match(r'[-"(]|NOT |[a-z]+:', one)]


@pytest.mark.parametrize("typed", searches())
def test_every_search_that_is_shown_can_be_read(typed: str) -> None:
    assert parse_query(typed).part is not None


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_is_told(field: str) -> None:
    assert any(f"{field}:" in row + told for row, told in ROWS)


@pytest.mark.parametrize("field", ["says", "kind", "voice", "sure", "is"])
def test_every_value_of_a_field_is_told(field: str) -> None:
    told = " ".join(row + " " + told for row, told in ROWS if f"{field}:" in row + told)
    assert [value for value in CLOSED[field][1] if not re.search(rf"[`:]{value}`", told + "`")] == []


def test_a_search_that_cannot_be_read_is_shown_as_the_page_shows_it() -> None:
    typed, caret, why = re.findall(r"^  (.*)$", PAGE.split("```text\n")[1].split("```")[0], re.MULTILINE)
    with pytest.raises(BadQuery) as error:
        parse_query(typed)
    shown = render_bad_query(error.value, 200).splitlines()
    assert shown[:2] == [f"  {typed}", f"  {caret}"]
    assert shown[2].strip().startswith(why.removesuffix("..."))
