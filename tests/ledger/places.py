"""Where ledgers are kept in tests: a file, or a schema of its own on the server that SAYSO_POSTGRES names."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url

from sayso.ledger import Where

VARIABLE = "SAYSO_POSTGRES"
NO_SERVER = f"no PostgreSQL server: {VARIABLE} holds no address (.ci/postgres FOLDER starts one and prints it)"


@contextmanager
def new_schema() -> Iterator[str]:
    """The address of an empty schema, which is gone afterwards. Skips where there is no server."""
    server = os.environ.get(VARIABLE)
    if not server:
        pytest.skip(NO_SERVER)
    name = f"t{uuid.uuid4().hex}"
    engine = create_engine(make_url(server).set(drivername="postgresql+psycopg"))
    with engine.begin() as connection:
        connection.exec_driver_sql(f"CREATE SCHEMA {name}")
    try:
        yield f"{server}{'&' if '?' in server else '?'}options=-csearch_path%3D{name}"
    finally:
        with engine.begin() as connection:
            connection.exec_driver_sql(f"DROP SCHEMA {name} CASCADE")
        engine.dispose()


@pytest.fixture(params=["sqlite", "postgres"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Where]:
    """A place for a ledger that is not there yet, in each kind of database."""
    if request.param == "sqlite":
        yield tmp_path / "night.db"
    else:
        with new_schema() as address:
            yield address
