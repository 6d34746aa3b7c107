"""What a run will cost, told from a sample."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from sayso.cli import main
from sayso.errors import SaysoError
from sayso.exports.tables import count_words
from sayso.records.article import Article
from sayso.records.reading import Unread
from sayso.run import workers
from sayso.run.planning import draw, estimate, make_plan, wall_time
from tests.night import NIGHT, read_simply
from tests.run.readers import load_obedient
from tests.run.test_shards import write_input


def test_all_words_are_counted_and_a_sample_is_drawn() -> None:
    articles = [Article(f"a{at}", "word " * at) for at in range(1, 51)]
    sampled = draw([*articles, Unread("a line", "no JSON")], 10)
    assert (sampled.articles, sampled.words, sampled.unread) == (50, 1275, 1)
    assert len({article.id for article in sampled.drawn}) == 10
    assert sampled.longest is articles[-1]


def test_every_article_is_drawn_as_often_as_others() -> None:
    articles = [Article(f"a{at}", "word") for at in range(20)]
    times = [article.id for seed in range(2000) for article in draw(articles, 5, seed).drawn]
    assert all(400 < times.count(article.id) < 600 for article in articles)


def test_an_input_without_articles_has_no_plan() -> None:
    with pytest.raises(SaysoError, match=r"^tonight/: holds no article"):
        draw([Unread("a line", "no JSON")], 10, name="tonight/")


def test_costs_go_with_words() -> None:
    same = estimate([2.0, 4.0, 6.0], [1, 2, 3], 600)
    assert (same.low, same.value, same.high) == pytest.approx((1200, 1200, 1200))


def test_an_interval_is_narrower_for_a_larger_sample() -> None:
    small, large = ([1.0, 3.0] * many for many in (5, 500))
    widths = [one.high - one.low for one in (estimate(costs, [1] * len(costs), 100) for costs in (small, large))]
    assert widths[0] > 5 * widths[1]


def test_a_plan_tells_time_disk_and_memory() -> None:
    sampled = draw(NIGHT, 4)
    plan = make_plan(sampled, read_simply)
    assert plan.words == sum(count_words(article.text) for article in NIGHT)
    for part in (plan.seconds, plan.disk, plan.keys, plan.memory):
        assert 0 < part.low <= part.value <= part.high
    assert plan.keys.value < plan.disk.value


def test_more_processes_make_it_faster_down_to_the_time_that_one_alone_writes() -> None:
    plan = make_plan(draw(NIGHT, 4), read_simply)
    times = [wall_time(plan, jobs).value for jobs in (1, 2, 10**9)]
    assert times[0] >= times[1] >= times[2] == plan.writing


def test_the_command_tells_it_in_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "load_reader", lambda fast: load_obedient())
    done = CliRunner().invoke(main, ["plan", str(write_input(tmp_path / "in.jsonl")), "--jobs", "2"])
    assert done.exit_code == 0
    assert [line.split()[0] for line in done.stdout.splitlines()][2::2] == ["time", "disk", "memory"]
