"""The measure of drift: two readers' labels, and figures a kind."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from bench.drift import CASES, Case, Place, kappa, load_cases, merge_readers, word_agreement, word_figures
from sayso.records.drift import DriftKind


def test_the_cases_are_offsets_and_labels_of_known_kinds_only() -> None:
    cases = load_cases(CASES)
    assert {kind for case in cases for kind in case.kinds} <= set(DriftKind)
    assert all(case.agreed == (case.kinds[0] == case.kinds[1]) for case in cases)
    assert len({case.id for case in cases}) == len(cases)


def test_a_case_with_a_text_is_refused() -> None:
    row = b'{"id":"Q1","a":{"article":"x","start":0,"end":1,"text":"no"}}'
    with pytest.raises(msgspec.ValidationError, match="text"):
        msgspec.json.decode(row, type=Case)


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([("exact", "exact"), ("joined", "joined")], 1.0),
        ([("exact", "joined"), ("joined", "exact")], -1.0),
        ([("exact", "exact"), ("exact", "joined"), ("joined", "exact"), ("joined", "joined")], 0.0),
        ([("exact", "exact")], 1.0),
    ],
)
def test_kappa_is_agreement_beyond_chance(pairs: list[tuple[str, str]], expected: float) -> None:
    assert kappa(pairs) == pytest.approx(expected)


def test_both_labels_stand_in_a_case_that_the_readers_disagree_on(tmp_path: Path) -> None:
    for name, kind in (("a", "joined"), ("b", "shortened")):
        (tmp_path / name).write_text(f"Q000\t{kind}\tsame\tc\nQ001\texact\tsame\td\n")
    (tmp_path / "index").write_text('[["Q000", "far", "x", 1, 2, "y", 3, 4], ["Q001", "far", "x", 1, 2, "y", 3, 4]]')
    first, second = merge_readers(tmp_path / "a", tmp_path / "b", tmp_path / "index")
    place = (Place("x", 1, 2), Place("y", 3, 4))
    assert first == Case("Q000", *place, ("joined", "shortened"), "same", False)
    assert second == Case("Q001", *place, "exact", "same", True)
    assert list(word_agreement([first, second])) == ["readers agree         50.0 % of 2 pairs, kappa 0.33"]


def test_figures_are_told_a_kind_and_a_kind_without_cases_has_none() -> None:
    lines = list(word_figures([("exact", "exact"), ("exact", "shortened")]))
    assert lines[0].startswith("accuracy              50.0 % of 2 pairs")
    assert "exact      P 100.0 R  50.0 (found 1, gold 2, right 1)" in lines
    assert "joined     P    -  R    -  (found 0, gold 0, right 0)" in lines
