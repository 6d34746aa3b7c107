"""Krippendorff's alpha, against the figures that its author published with his worked examples."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ledger.review.agreement import find_alpha, measure

# Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011): examples A (two observers, yes or no), B (two
# observers, names) and C (four observers, names, some values missing: "."), with the alphas printed there.
YES_NO = ("0100000010", "1110010000")
NAMES = ("aabbdcccedda", "babbbcccedd" + "d")
MISSING = ("123321412...", "1233224125.3", ".333234225" + "1.", "1233244125" + "1.")


def units_of(rows: Sequence[str]) -> list[list[str]]:
    return [[value for value in column if value != "."] for column in zip(*rows, strict=True)]


@pytest.mark.parametrize(("rows", "alpha"), [(YES_NO, 0.095), (NAMES, 0.692), (MISSING, 0.743)])
def test_the_published_examples_come_out_as_printed(rows: Sequence[str], alpha: float) -> None:
    found = find_alpha(units_of(rows))
    assert found is not None
    assert round(found, 3) == alpha


values = st.lists(st.lists(st.sampled_from("abc"), min_size=0, max_size=4), max_size=12)


@given(values)
def test_alpha_is_the_average_over_pairs_of_values_worked_out_one_by_one(units: list[list[str]]) -> None:
    paired = [unit for unit in units if len(unit) > 1]
    pool = [value for unit in paired for value in unit]
    unlike = sum(a != b for i, a in enumerate(pool) for j, b in enumerate(pool) if i != j)
    found = find_alpha(units)
    if not unlike:
        assert found is None
        return
    expected = unlike / (len(pool) * (len(pool) - 1))
    observed = 0.0
    for unit in paired:
        pairs = [a != b for i, a in enumerate(unit) for j, b in enumerate(unit) if i != j]
        observed += sum(pairs) / (len(unit) - 1)
    assert found == pytest.approx(1 - observed / len(pool) / expected)


def test_coders_who_all_agree_have_an_alpha_of_one() -> None:
    found = measure({1: {"ada": "x", "ben": "x"}, 2: {"ada": "y", "ben": "y"}})
    assert (found.coders, found.units, found.same, found.alpha) == (("ada", "ben"), 2, 2, 1.0)


def test_where_there_is_one_value_alone_nothing_can_be_told() -> None:
    assert measure({1: {"ada": "x", "ben": "x"}}).alpha is None


def test_what_one_coder_alone_judged_counts_nothing() -> None:
    found = measure({1: {"ada": "x"}, 2: {"ada": "x", "ben": "y"}})
    assert (found.units, found.same) == (1, 0)
