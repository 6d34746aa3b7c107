"""A run's folder linked on one machine: DuckDB finds by the statements of the ledger what is worth comparing.

Time goes by in periods of 16 days. Each is looked at with the one before it and with what has no day, so that every two
articles within 14 days meet once; memory holds no more than that, and DuckDB spills what is beyond its share.
"""

from __future__ import annotations

import zlib
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, BinaryIO

import numpy as np

from sayso.articles.extras import load_extra
from sayso.errors import SaysoError
from sayso.exports.parquet_tables import TableWriter
from sayso.exports.reading_json import import_json
from sayso.exports.run_rows import GroupRow, pair_row_of
from sayso.exports.table_schema import OF_LINKING
from sayso.ledger.bulk import KEYS, PROBES, open_bulk
from sayso.linking.corpus import is_kept
from sayso.linking.grouping import label_components
from sayso.linking.keys import NO_DAY, load_sql
from sayso.linking.pairs import Pair, compare_pair
from sayso.linking.prepared import LinkLists, Prepared, load_link_lists, prepare
from sayso.linking.stories import COPIED
from sayso.run.manifest import COMPLETE, load_manifest

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

LINKED = "linked"
REMEMBERED = 4000  # prepared readings at hand
AT_ONCE = 500  # candidates whose readings are asked for together
ROWS = 10_000  # fetched at a time
NEARLY = 0.9  # of the shorter one's words stand in both: copies of one text
TABLES = {"fingerprint": "fingerprints", "term": "terms"}
CANDIDATES = """
SELECT DISTINCT least(probed, found) AS a, greatest(probed, found) AS b
FROM (SELECT probed, found FROM ({}) UNION SELECT probed, found FROM ({})) ORDER BY a, b
"""
ALIKE = """
SELECT x.number AS a, y.number AS b, p.share AS share
FROM kept p JOIN numbered x ON x.article = p.a JOIN numbered y ON y.article = p.b
"""


def link_folder(out: Path, *, memory: str) -> dict[str, int]:
    """Writes the tables pairs and groups of a run's folder; how many rows each has.

    DuckDB takes ``memory`` at most, and room on the disk inside the folder meanwhile. Raises SaysoError where the run
    is not complete.
    """
    load_manifest(out)
    if not (out / COMPLETE).exists():
        raise SaysoError(f"{out}: is no complete run; `sayso run ... --resume` goes on with it")
    made = out / f".{LINKED}"
    made.mkdir(exist_ok=True)
    with open_bulk(out, memory) as bulk, ExitStack() as files:
        _take_in(bulk, out)
        lines = Lines(bulk, out, files.enter_context(TemporaryFile(dir=out)))
        writer = TableWriter(lambda name: files.enter_context((made / name).open("wb")), OF_LINKING)
        pairs = groups = 0
        with writer:
            bulk.execute("CREATE TABLE kept (a VARCHAR, b VARCHAR, share DOUBLE, one_story BOOLEAN)")
            for some in _together(find_pairs(bulk, lines)):
                writer.add(map(pair_row_of, some))
                _keep(bulk, some)
                pairs += len(some)
            for row in group(bulk):
                writer.add([row])
                groups += 1
    target = out / LINKED
    target.mkdir(exist_ok=True)
    for path in sorted(made.iterdir()):
        path.replace(target / path.name)
    made.rmdir()
    return {"pairs": pairs, "groups": groups}


def _keep(bulk: DuckDBPyConnection, pairs: Sequence[Pair]) -> None:
    arrow = load_extra("pyarrow", "parquet", "linking tables")
    names = ("a", "b", "share", "one_story")
    bulk.register("block", arrow.table({name: [getattr(pair, name) for pair in pairs] for name in names}))
    bulk.execute("INSERT INTO kept SELECT a, b, share, one_story FROM block")
    bulk.unregister("block")


def _take_in(bulk: DuckDBPyConnection, out: Path) -> None:
    """Numbers the articles in the order of their publication, and takes their keys in in that order."""
    readings = str(out / "readings" / "*.parquet")
    bulk.execute(
        "CREATE TABLE numbered AS SELECT row_number() OVER (ORDER BY coalesce(published, '~'), article) AS number, "
        "article, period FROM read_parquet(?)",
        [readings],
    )
    for table, (key, worth) in KEYS.items():
        bulk.execute(
            f"CREATE TABLE every_{table} AS SELECT k.period, {key}, number AS article, day, {worth} "
            "FROM read_parquet(?) k JOIN numbered n ON n.article = k.article ORDER BY k.period, article",
            [str(out / TABLES[table] / "*.parquet")],
        )


def find_pairs(bulk: DuckDBPyConnection, lines: Lines) -> Iterator[Pair]:
    """Every pair of articles with something in common, period by period, in order."""
    readings = Readings(lines, load_link_lists())
    periods = [row[0] for row in bulk.execute("SELECT DISTINCT period FROM numbered ORDER BY period").fetchall()]
    for period in periods:
        _fill(bulk, period, [near for near in {NO_DAY, period - 1, period} if near in periods and near <= period])
        bulk.execute(
            "CREATE OR REPLACE TABLE candidate AS "
            + CANDIDATES.format(load_sql("shared_prints"), load_sql("shared_terms"))
        )
        cursor = bulk.cursor().execute("SELECT a, b FROM candidate ORDER BY a, b")
        while some := cursor.fetchmany(AT_ONCE):
            yield from readings.compare(some)


def _fill(bulk: DuckDBPyConnection, period: int, near: Sequence[int]) -> None:
    bulk.execute("CREATE OR REPLACE TABLE near (period BIGINT, other BIGINT)")
    bulk.executemany("INSERT INTO near VALUES (?, ?)", [(period, other) for other in near])
    for table, probe in PROBES.items():
        bulk.execute(
            f"CREATE OR REPLACE TABLE {table} AS SELECT * FROM every_{table} WHERE period IN (SELECT other FROM near)"
        )
        bulk.execute(f"CREATE OR REPLACE TABLE {probe} AS SELECT * FROM {table} WHERE period = ?", [period])


class Lines:
    """Readings as JSON in one file, in the order of their numbers; where each begins is kept in memory."""

    def __init__(self, bulk: DuckDBPyConnection, out: Path, file: BinaryIO) -> None:
        self.file = file
        sizes = [0]
        cursor = bulk.cursor().execute(
            "SELECT r.reading FROM read_parquet(?) r JOIN numbered n USING (article) ORDER BY n.number",
            [str(out / "readings" / "*.parquet")],
        )
        while rows := cursor.fetchmany(AT_ONCE):
            for (line,) in rows:
                sizes.append(file.write(zlib.compress(line.encode(), 1)))
        self.starts = np.cumsum(sizes)

    def line(self, number: int) -> bytes:
        start, end = (int(place) for place in self.starts[number - 1 : number + 1])  # numbers count from 1
        self.file.seek(start)
        return zlib.decompress(self.file.read(end - start))


@dataclass
class Readings:
    """Prepared readings by number, those used last at hand."""

    lines: Lines
    lists: LinkLists
    near: OrderedDict[int, Prepared] = field(default_factory=OrderedDict)

    def compare(self, candidates: Sequence[tuple[int, int]]) -> Iterator[Pair]:
        """The pairs among these candidates that have something in common."""
        wanted = {number for pair in candidates for number in pair}
        self._load(sorted(wanted - self.near.keys()))
        for number in wanted:
            self.near.move_to_end(number)
        for a, b in candidates:
            pair = compare_pair(self.near[a], self.near[b])
            if is_kept(pair):
                yield pair
        while len(self.near) > REMEMBERED:
            self.near.popitem(last=False)

    def _load(self, numbers: Sequence[int]) -> None:
        for number in numbers:
            self.near[number] = prepare(import_json(self.lines.line(number)), self.lists)


def group(bulk: DuckDBPyConnection) -> Iterator[GroupRow]:
    """Story and copies of every article, in the order of publication."""
    tables = InDuckDB(bulk)
    tables.keep("alike", f"{ALIKE} WHERE p.one_story OR p.share >= {COPIED}")
    for name, joined in (("story", load_sql("joined")), ("copies", f"{ALIKE} WHERE p.share >= {NEARLY}")):
        tables.keep("joined", joined)
        tables.keep("label", "SELECT number AS article, number AS label FROM numbered")
        label_components(tables)
        tables.keep(name, "SELECT l.article, n.article AS first FROM label l JOIN numbered n ON n.number = l.label")
    cursor = bulk.execute(
        "SELECT n.article, s.first, c.first FROM numbered n JOIN story s ON s.article = n.number "
        "JOIN copies c ON c.article = n.number ORDER BY n.number"
    )
    while rows := cursor.fetchmany(ROWS):
        yield from (GroupRow(*row) for row in rows)


@dataclass(frozen=True, slots=True)
class InDuckDB:
    """Tables of a database of DuckDB."""

    bulk: DuckDBPyConnection

    def keep(self, name: str, statement: str) -> None:
        self.bulk.execute(f"CREATE OR REPLACE TABLE kept_anew AS {statement}")
        self.bulk.execute(f"DROP TABLE IF EXISTS {name}")
        self.bulk.execute(f"ALTER TABLE kept_anew RENAME TO {name}")

    def differ(self, one: str, other: str) -> bool:
        found = self.bulk.execute(
            f"SELECT count(*) FROM {one} x JOIN {other} y USING (article) WHERE x.label <> y.label"
        ).fetchone()
        return bool(found and found[0])


def _together(pairs: Iterator[Pair]) -> Iterator[list[Pair]]:
    some: list[Pair] = []
    for pair in pairs:
        some.append(pair)
        if len(some) == ROWS:
            yield some
            some = []
    if some:
        yield some
