"""A validation sample: drawn by strata, judged by coders, and told with intervals."""

from __future__ import annotations

import csv
import random
from pathlib import Path

import pytest
from click.testing import CliRunner

from sayso.cli import main
from sayso.errors import MalformedInput, SaysoError
from sayso.run.coding import Coded, find_agreement, find_precision, find_recall, wilson
from sayso.run.sample_files import load_coded, load_missed, save_sample
from sayso.run.sampling import allot, draw_sample
from tests.night import NIGHT
from tests.run.test_linked import run


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return run(tmp_path_factory.mktemp("run"), [one for one in NIGHT if one.id != "dots"])


def judge(path: Path, column: str, answers: list[str]) -> None:
    """Writes answers into a column, row after row, over and over."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for at, row in enumerate(rows):
        row[column] = answers[at % len(answers)]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)


def test_every_stratum_has_a_place_and_large_ones_more() -> None:
    assert allot({("large",): 10_000, ("small",): 100, ("one",): 1}, 111) == {
        ("large",): 100,
        ("small",): 10,
        ("one",): 1,
    }


def test_weights_add_up_to_all_that_was_drawn_from(out: Path) -> None:
    sample = draw_sample(out, 8, 2, seed=1)
    assert sum(one.weight for one in sample.drawn) == pytest.approx(sample.attributions)
    assert {one.stratum for one in sample.drawn} == set(sample.strata)
    assert len(sample.whole) == 2


def test_the_same_seed_draws_the_same_and_another_others(out: Path) -> None:
    assert draw_sample(out, 8, 2, seed=1) == draw_sample(out, 8, 2, seed=1)
    assert draw_sample(out, 8, 2, seed=1) != draw_sample(out, 8, 2, seed=2)


def test_coders_see_the_same_rows_in_their_own_order(out: Path, tmp_path: Path) -> None:
    save_sample(draw_sample(out, 50, 2, seed=1), tmp_path / "sample", 2)
    orders = []
    for coder in (1, 2):
        with (tmp_path / "sample" / f"coder-{coder}.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        assert all(row["content"] in row["around"] for row in rows if " … " not in row["content"])
        orders.append([row["row"] for row in rows])
    assert orders[0] != orders[1]
    assert sorted(orders[0]) == sorted(orders[1])


def test_precision_weights_rows_by_what_they_stand_for() -> None:
    rows = [Coded(("a",), 9.0, {"1": True}), Coded(("b",), 1.0, {"1": False})]
    share = find_precision(rows)
    assert share is not None
    assert share.value == pytest.approx(0.9)
    assert share.low < 0.9 < share.high


def test_a_row_that_coders_differ_on_is_half_right() -> None:
    share = find_precision([Coded(("a",), 1.0, {"1": True, "2": False})])
    assert share is not None
    assert share.value == 0.5


def test_wilsons_interval_is_that_of_the_books() -> None:
    share = wilson(0.9, 100, 100)
    assert (round(share.low, 4), round(share.high, 4)) == (0.8256, 0.9448)


def test_intervals_hold_the_truth_in_about_95_of_100_samples() -> None:
    chance = random.Random(1)
    held = 0
    for _ in range(300):
        rows = [Coded(("a",), chance.choice([1.0, 2.0]), {"1": chance.random() < 0.8}) for _ in range(150)]
        share = find_precision(rows)
        held += share is not None and share.low <= 0.8 <= share.high
    assert held >= 275


def test_recall_counts_only_what_is_right_among_what_was_found() -> None:
    recall = find_recall([(10, 1), (20, 4)], wilson(0.8, 1e9, 100))
    assert recall is not None
    assert recall.value == pytest.approx(24 / 29)
    assert recall.low <= recall.value <= recall.high


def test_agreement_is_told_of_rows_that_two_judged() -> None:
    rows = [Coded(("a",), 1.0, {"1": at % 3 > 0, "2": at % 3 > 0}) for at in range(30)]
    agreed = find_agreement([*rows, Coded(("a",), 1.0, {"1": True})])
    assert agreed is not None
    assert agreed.alpha is not None
    assert (agreed.same.value, agreed.same.n, agreed.alpha.value) == (1.0, 30, 1.0)


def test_the_command_draws_and_tells(out: Path, tmp_path: Path) -> None:
    made = tmp_path / "sample"
    assert CliRunner().invoke(main, ["sample", "draw", str(out), "-o", str(made), "-n", "30"]).exit_code == 0
    empty = CliRunner().invoke(main, ["sample", "score", str(made)])
    assert empty.exit_code == 1
    assert "no row is judged yet" in empty.stderr
    for coder in (1, 2):
        judge(made / f"coder-{coder}.csv", "content_right", ["y", "Y", "n"])
        judge(made / f"articles-{coder}.csv", "missed", ["1"])
    done = CliRunner().invoke(main, ["sample", "score", str(made)])
    assert done.exit_code == 0
    for told in ("kind: direct", "agreement of coders", "recall", "We drew a stratified random sample", "95 % CI"):
        assert told in done.stdout


def test_a_cell_that_is_neither_yes_nor_no_is_told(out: Path, tmp_path: Path) -> None:
    save_sample(draw_sample(out, 8, 1, seed=1), tmp_path / "sample", 1)
    judge(tmp_path / "sample" / "coder-1.csv", "content_right", ["maybe"])
    with pytest.raises(MalformedInput, match="neither y nor n"):
        load_coded(tmp_path / "sample", "content_right")
    assert load_missed(tmp_path / "sample") == []


def test_a_folder_without_a_run_has_no_sample(tmp_path: Path) -> None:
    with pytest.raises(SaysoError, match="no folder of a run"):
        draw_sample(tmp_path, 8, 1, seed=1)
