"""Names as they are looked up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.gazetteer.folding import fold


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Lund", "lund"),
        ("LUND", "lund"),
        ("Vårhamn", "varhamn"),
        ("Łódź", "lodz"),
        ("Saint-Étienne", "st etienne"),
        ("St. Etienne", "st etienne"),
        ("Fort-de-France", "ft de france"),
        ("Coeur d’Alene", "coeur dalene"),
        ("  North   Skerry ", "north skerry"),
        ("Saint", "saint"),
    ],
)
def test_two_spellings_of_a_name_have_one_key(name: str, key: str) -> None:
    assert fold(name) == key


@given(st.text(max_size=40))
def test_a_key_does_not_depend_on_outer_blanks(name: str) -> None:
    assert fold(f" {name} ") == fold(name)
