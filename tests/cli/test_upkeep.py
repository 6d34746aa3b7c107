"""`sayso upgrade`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.across import sayso, told
from tests.ledger.ledgers import make_ledger
from tests.ledger.older import make_older
from tests.night import NIGHT, read_simply

READINGS = [read_simply(one) for one in NIGHT[:2]]


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return make_ledger(tmp_path / "night.db", *READINGS)


def test_an_older_ledger_is_brought_up_to_date(tmp_path: Path, ledger: Path) -> None:
    older = make_older(3, ledger, tmp_path / "older.db", READINGS)
    assert "`sayso upgrade" in told(sayso("status", older), 1)
    done = sayso("upgrade", older)
    assert (done.exit_code, done.stdout) == (0, "")
    assert f"bringing it up to date: {len(READINGS)} articles" in done.stderr
    assert "sayso: new in it: " in done.stderr
    assert sayso("status", older).stdout == sayso("status", ledger).stdout


def test_an_upgrade_of_what_is_up_to_date_says_so(ledger: Path) -> None:
    assert told(sayso("upgrade", ledger), 0) == "is up to date"


def test_an_article_is_forgotten_for_a_reason_only(ledger: Path) -> None:
    assert "for a reason" in told(sayso("forget", ledger, "post", "--reason", " "), 1)
    assert sayso("status", ledger).stdout.startswith(f"{len(READINGS)} articles")
