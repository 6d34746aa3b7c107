from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.frozen import Counts, Frozen, compare_runs, load_frozen, read_counts, save_frozen


def frozen(**documents: tuple[int, int, int]) -> Frozen:
    return Frozen("0" * 64, "a model", {name: Counts(*counts) for name, counts in documents.items()})


def test_a_change_is_told_by_what_each_document_gained_and_lost() -> None:
    old = frozen(one=(3, 5, 5), two=(4, 4, 5), three=(1, 1, 1))
    lines = compare_runs(old, frozen(one=(5, 5, 5), two=(4, 5, 5), three=(1, 1, 1)))
    assert lines == [
        "gained: 1 documents, 4 errors",
        "    -4  matched 3 -> 5, predicted 5 -> 5 of 5  one",
        "lost: 1 documents, 1 errors",
        "    +1  matched 4 -> 4, predicted 4 -> 5 of 5  two",
        "attr.main F1 76.19 -> 90.91",
    ]


def test_a_document_of_one_run_alone_is_named() -> None:
    lines = compare_runs(frozen(one=(1, 1, 1)), frozen(two=(1, 1, 1)))
    assert "only in the old run: one" in lines
    assert "only in the new run: two" in lines


def test_runs_over_different_golds_are_not_compared_in_silence() -> None:
    other = Frozen("1" * 64, "a model", {})
    assert compare_runs(frozen(), other)[0] == "the gold differs between the two runs"


def test_counts_come_back_from_the_shares_that_the_scorer_prints() -> None:
    assert read_counts({"p": 0.5, "r": 2 / 3, "f1": 0.57, "n_pred": 4, "n_gold": 3}) == Counts(2, 4, 3)


COUNTS = st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9)).map(lambda counts: Counts(*counts))


@given(documents=st.dictionaries(st.text(min_size=1, max_size=9), COUNTS, max_size=4))
def test_a_saved_run_is_the_run(tmp_path_factory: pytest.TempPathFactory, documents: dict[str, Counts]) -> None:
    run = Frozen("0" * 64, "a “model”", documents)
    path = tmp_path_factory.mktemp("runs") / "run.json"
    save_frozen(run, path)
    assert load_frozen(path) == run
