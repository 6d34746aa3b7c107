"""Runs over many invented articles, with readers that do as the text says."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from sayso.errors import BadModel, SaysoError
from sayso.run.files import unread_path
from sayso.run.loop import open_run
from sayso.run.workers import LoadReader, Outcome
from tests.run.readers import load_and_die, load_bad_model, load_obedient, load_other_model

TEXTS = ("one", "two slow", "refuse three", "four", "five", "six slow", "seven", "eight")


def write_input(path: Path, texts: Sequence[str]) -> Path:
    rows = [json.dumps({"id": f"a{at}", "text": f"{text} sails."}) for at, text in enumerate(texts, 1)]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def run(
    source: Path, out: Path, *, jobs: int = 1, batch: int = 3, resume: bool = False, load: LoadReader = load_obedient
) -> list[Outcome]:
    return list(open_run(source, out, resume=resume).go_on(jobs=jobs, batch=batch, load=load))


def ids(path: Path) -> list[str]:
    return [json.loads(line)["id"] for line in path.read_bytes().splitlines()]


def reasons(out: Path) -> dict[int, str]:
    rows = [json.loads(line) for line in unread_path(out).read_bytes().splitlines()]
    return {row["number"]: row["why"] for row in rows}


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return write_input(tmp_path / "in.jsonl", TEXTS)


def test_readings_come_in_the_order_of_the_input(source: Path, tmp_path: Path) -> None:
    outcomes = run(source, tmp_path / "out.jsonl")
    assert [outcome.number for outcome in outcomes] == list(range(1, 9))
    assert ids(tmp_path / "out.jsonl") == ["a1", "a2", "a4", "a5", "a6", "a7", "a8"]


def test_the_output_is_the_same_for_any_jobs_and_batch(source: Path, tmp_path: Path) -> None:
    written = set()
    for jobs, batch in ((1, 100), (2, 1), (2, 3)):
        out = tmp_path / f"out-{jobs}-{batch}.jsonl"
        run(source, out, jobs=jobs, batch=batch)
        written.add((out.read_bytes(), unread_path(out).read_bytes()))
    assert len(written) == 1


def test_a_bad_article_becomes_a_row_with_its_number_and_reason(source: Path, tmp_path: Path) -> None:
    run(source, tmp_path / "out.jsonl")
    assert reasons(tmp_path / "out.jsonl") == {3: "was told to refuse"}


def test_a_bad_line_becomes_a_row_and_the_others_are_read(tmp_path: Path) -> None:
    source = write_input(tmp_path / "in.jsonl", ("one", "two"))
    source.write_bytes(source.read_bytes() + b"{no json\n" + json.dumps({"id": "a4", "text": "four"}).encode() + b"\n")
    run(source, tmp_path / "out.jsonl")
    assert ids(tmp_path / "out.jsonl") == ["a1", "a2", "a4"]
    assert list(reasons(tmp_path / "out.jsonl")) == [3]


def test_nothing_is_written_beside_the_readings_where_all_were_read(tmp_path: Path) -> None:
    run(write_input(tmp_path / "in.jsonl", ("one", "two")), tmp_path / "out.jsonl")
    assert not unread_path(tmp_path / "out.jsonl").exists()


@pytest.mark.parametrize(("order", "fate"), [("die", "exit code 7"), ("killed", "ended by signal 9")])
def test_a_process_that_dies_costs_only_the_article_it_died_of(order: str, fate: str, tmp_path: Path) -> None:
    source = write_input(tmp_path / "in.jsonl", ("one", order, "three", "four"))
    run(source, tmp_path / "out.jsonl", jobs=1, batch=4)
    assert ids(tmp_path / "out.jsonl") == ["a1", "a3", "a4"]
    found = reasons(tmp_path / "out.jsonl")
    assert list(found) == [2]
    assert all(fate in why for why in found.values())


def test_a_run_goes_on_after_any_cut_and_loses_or_doubles_nothing(source: Path, tmp_path: Path) -> None:
    whole = tmp_path / "whole.jsonl"
    run(source, whole)
    readings, unread = whole.read_bytes(), unread_path(whole).read_bytes()
    third = len(b"".join(readings.splitlines(keepends=True)[:2]))
    out = tmp_path / "out.jsonl"
    for size, unread_size in ((5, 0), (third, 7), (third + 9, len(unread)), (0, len(unread))):
        out.write_bytes(readings[:size])
        unread_path(out).write_bytes(unread[:unread_size])
        run(source, out, resume=True)
        assert (out.read_bytes(), unread_path(out).read_bytes()) == (readings, unread)


def test_a_run_that_was_left_in_the_middle_goes_on(source: Path, tmp_path: Path) -> None:
    run(source, tmp_path / "whole.jsonl")
    out = tmp_path / "out.jsonl"
    outcomes = open_run(source, out, resume=False).go_on(jobs=1, batch=1, load=load_obedient)
    for _ in range(4):
        next(outcomes)
    outcomes.close()
    assert open_run(source, out, resume=True).done.articles == 4
    run(source, out, resume=True)
    assert out.read_bytes() == (tmp_path / "whole.jsonl").read_bytes()


def test_going_on_with_a_finished_run_does_nothing(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    run(source, out)
    assert run(source, out, resume=True) == []
    assert len(ids(out)) == 7


def test_an_output_that_exists_is_not_written_over(source: Path, tmp_path: Path) -> None:
    run(source, tmp_path / "out.jsonl")
    with pytest.raises(SaysoError, match="--resume"):
        open_run(source, tmp_path / "out.jsonl", resume=False)


def test_the_input_is_not_written_over(source: Path) -> None:
    with pytest.raises(SaysoError, match="is the input"):
        open_run(source, source, resume=True)


def test_a_run_does_not_go_on_with_other_articles(source: Path, tmp_path: Path) -> None:
    run(source, tmp_path / "out.jsonl")
    other = write_input(tmp_path / "other.jsonl", TEXTS)
    other.write_text(other.read_text(encoding="utf-8").replace('"a2"', '"b2"'), encoding="utf-8")
    with pytest.raises(SaysoError, match="another input"):
        open_run(other, tmp_path / "out.jsonl", resume=True)


def test_a_run_does_not_go_on_with_another_model(tmp_path: Path) -> None:
    source, out = write_input(tmp_path / "in.jsonl", ("one", "two")), tmp_path / "out.jsonl"
    run(source, out)
    source.write_text(source.read_text(encoding="utf-8") + json.dumps({"id": "a3", "text": "three"}) + "\n")
    with pytest.raises(SaysoError, match="was begun with model fake 1"):
        run(source, out, resume=True, load=load_other_model)
    assert ids(out) == ["a1", "a2"]


def test_two_runs_do_not_write_the_same_file(source: Path, tmp_path: Path) -> None:
    first = open_run(source, tmp_path / "out.jsonl", resume=False).go_on(jobs=1, batch=1, load=load_obedient)
    next(first)
    with pytest.raises(SaysoError, match="another run"):
        run(source, tmp_path / "out.jsonl", resume=True)
    first.close()


def test_bad_weights_stop_a_run_before_it_begins(source: Path, tmp_path: Path) -> None:
    with pytest.raises(BadModel, match="the weights are missing"):
        run(source, tmp_path / "out.jsonl", load=load_bad_model)
    assert (tmp_path / "out.jsonl").read_bytes() == b""


def test_a_process_that_cannot_start_stops_the_run(source: Path, tmp_path: Path) -> None:
    with pytest.raises(SaysoError, match=r"could not start \(exit code 9\)"):
        run(source, tmp_path / "out.jsonl", load=load_and_die)


def test_a_lone_surrogate_survives_the_way_through_a_worker(tmp_path: Path) -> None:
    source, out = write_input(tmp_path / "in.jsonl", ("one \ud800", "two")), tmp_path / "out.jsonl"
    run(source, out)
    assert run(source, out, resume=True) == []
    assert len(out.read_bytes().splitlines()) + len(reasons(out) if unread_path(out).exists() else {}) == 2


def test_no_more_articles_are_under_way_than_the_workers_can_use(tmp_path: Path) -> None:
    source = write_input(tmp_path / "in.jsonl", ["word"] * 200)
    opened = open_run(source, tmp_path / "out.jsonl", resume=False)
    outcomes = opened.go_on(jobs=1, batch=2, load=load_obedient)
    next(outcomes)
    assert len(list(opened.items)) >= 200 - 2 * 4 - 2
    outcomes.close()
