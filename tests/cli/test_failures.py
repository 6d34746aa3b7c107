"""How a command that failed says so."""

from __future__ import annotations

import errno

from sayso.cli.failures import word_failure
from sayso.errors import SaysoError


def test_what_the_system_refuses_is_told_with_the_files_name() -> None:
    assert word_failure(OSError(errno.EACCES, "Permission denied", "night.db")) == "night.db: Permission denied"


def test_what_has_no_name_is_told_without_the_systems_number() -> None:
    assert word_failure(OSError(errno.ENOSPC, "No space left on device")) == (
        "reading or writing failed: No space left on device"
    )


def test_an_error_of_sayso_is_told_as_it_stands() -> None:
    assert word_failure(SaysoError("night.db: is no ledger")) == "night.db: is no ledger"
