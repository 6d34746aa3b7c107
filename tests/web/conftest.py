"""The invented night, served."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.night import NIGHT
from tests.web.rooms import client_of, ledger_of, room_of


@pytest.fixture(scope="session")
def night(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Asks the pages of a ledger that nobody changes."""
    path = ledger_of(tmp_path_factory.mktemp("web") / "night.db", *NIGHT)
    with client_of(room_of(path)) as client:
        yield client


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger of the night that a test may change."""
    return ledger_of(tmp_path / "night.db", *NIGHT)


@pytest.fixture
def client(path: Path) -> Iterator[TestClient]:
    """Asks its pages."""
    with client_of(room_of(path)) as asking:
        yield asking
