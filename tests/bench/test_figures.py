from __future__ import annotations

from pathlib import Path

import pytest

from bench.figures import ScorerFailed, read_figures, run_scorer


@pytest.mark.parametrize(
    ("line", "figures"),
    [
        ("own    P  93.5 R  61.0 (called 9, gold 12)", {"x.own.P": 93.5, "x.own.R": 61.0}),
        ("a.main P 100.0  R  96.2  F1  98.0   (pred 5)", {"x.a.main.P": 100, "x.a.main.R": 96.2, "x.a.main.F1": 98}),
        ("kind                  93.4 % of 1200 matched", {"x.kind": 93.4}),
        ("commitment.denies     F1  50.0 (gold 4, pred 4)", {"x.commitment.denies.F1": 50}),
        ("nested.other          R  55.0 by content (gold 9)", {"x.nested.other.R": 55}),
        ("reading on", {}),
        ("", {}),
    ],
)
def test_a_line_of_a_scorer_is_read_as_named_figures(line: str, figures: dict[str, float]) -> None:
    assert read_figures([line], "x") == figures


def test_what_a_script_prints_are_its_figures(tmp_path: Path) -> None:
    script = tmp_path / "scorer.py"
    script.write_text("print('right 90.0 of 10')")
    assert run_scorer([script], "x") == {"x.right": 90.0}


def test_a_scorer_that_fails_is_no_figure(tmp_path: Path) -> None:
    script = tmp_path / "scorer.py"
    script.write_text("import sys; sys.exit('no gold here')")
    with pytest.raises(ScorerFailed, match="no gold here"):
        run_scorer([script], "x")
