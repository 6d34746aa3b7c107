"""An article's text once, its reading as columns without it; claims listed from what is packed with their page."""

from __future__ import annotations

import zlib

from sqlalchemy import Column, Connection, LargeBinary

from sayso.ledger.migrations.step import Step, add_column
from sayso.ledger.packing import pack_reading

AT_ONCE = 200  # readings at hand


def _apply(connection: Connection) -> None:
    add_column(connection, "article", Column("text", LargeBinary))
    mark = "?" if connection.dialect.name == "sqlite" else "%s"
    listed = f"SELECT number, reading FROM article WHERE number > {mark} ORDER BY number LIMIT {AT_ONCE}"
    put = f"UPDATE article SET text = {mark}, reading = {mark} WHERE number = {mark}"
    last = 0
    while rows := connection.exec_driver_sql(listed, (last,)).all():
        packed = [(*pack_reading(zlib.decompress(reading)), number) for number, reading in rows]
        connection.exec_driver_sql(put, packed)
        last = rows[-1][0]


STEP = Step("s08_packed", "texts kept once, readings packed tight", _apply, index_anew=True)
