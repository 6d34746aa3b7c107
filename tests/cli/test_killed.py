"""`sayso add` is killed at any moment, in a process of its own: nothing is lost, doubled or half there."""

from __future__ import annotations

import time
from pathlib import Path
from random import Random

from click.testing import CliRunner

from sayso import open_ledger
from sayso.cli import main
from tests.cli.test_ledgers import adding, pairs_of, write_many

KILLS, MANY = 5, 300
MOST = 24  # least articles that land before the next kill


def test_an_add_that_is_killed_again_and_again_ends_with_what_one_run_gives(tmp_path: Path) -> None:
    ledger, source, moments = tmp_path / "night.db", write_many(tmp_path / "many.jsonl", MANY), Random(KILLS)
    CliRunner().invoke(main, ["new", str(ledger)])
    there: list[int] = []
    for _ in range(KILLS):
        with adding(ledger, source, least=min((there or [0])[-1] + moments.randint(1, MOST), MANY)):
            time.sleep(moments.uniform(0, 0.1))
        with open_ledger(ledger) as opened:
            ids = opened.ids()
            assert len(set(ids)) == len(ids)
            assert opened.verify() == ()
            there.append(len(ids))
    assert there == sorted(there)
    assert 0 < there[0] < there[-1] <= MANY
    done = CliRunner().invoke(main, ["add", str(ledger), str(source)])
    assert f"{there[-1]} there already" in done.stderr
    whole = tmp_path / "whole.db"
    CliRunner().invoke(main, ["new", str(whole)])
    CliRunner().invoke(main, ["add", str(whole), str(source)])
    assert pairs_of(ledger) == pairs_of(whole) != []
    with open_ledger(ledger) as opened:
        assert opened.verify() == ()
