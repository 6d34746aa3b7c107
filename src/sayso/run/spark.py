"""Reading and linking on a cluster: Spark moves the rows, `clustered.py` reads and compares, the statements link.

Nothing is collected by the driver but counts. Every table of a run is written as `sayso run` writes it, in files of
Spark's own naming; linking writes OUT/linked/pairs and OUT/linked/groups.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from sayso.articles import Columns
from sayso.articles.columns import find_columns
from sayso.articles.extras import load_extra
from sayso.articles.formats import ENDINGS, Format, ending_of
from sayso.exports.parquet_tables import schema_of
from sayso.exports.table_schema import OF_LINKING, RUN_TABLES, Table
from sayso.linking.grouping import label_components
from sayso.linking.keys import NO_DAY, load_sql
from sayso.linking.stories import COPIED
from sayso.run.clustered import KIND, Batches, compare, read_given, take_files, take_lines, take_rows
from sayso.run.linked import NEARLY
from sayso.run.workers import LoadReader, load_reader

Session = Any  # pyspark.sql.SparkSession: has no types where it is not installed
Frame = Any
GIVEN = "article string, given string"
COUNTED = {"read": "readings", "unread": "left_unread"}
AT_ONCE = 4  # tables that are written at a time: most are too small to keep a cluster busy
# Of several articles under one id that with the first text is read.
NUMBERED = "SELECT *, row_number() OVER (PARTITION BY article ORDER BY given) AS place FROM given"
NEAR = f"""
SELECT DISTINCT p.period AS period, o.period AS other
FROM (SELECT DISTINCT period FROM reading) p CROSS JOIN (SELECT DISTINCT period FROM reading) o
WHERE o.period = p.period OR (p.period <> {NO_DAY} AND o.period IN ({NO_DAY}, p.period - 1))
"""
CANDIDATES = """
SELECT DISTINCT least(probed, found) AS a, greatest(probed, found) AS b
FROM (SELECT probed, found FROM ({}) UNION SELECT probed, found FROM ({}))
"""
BOTH = """
SELECT c.a, c.b, x.reading AS reading_a, y.reading AS reading_b
FROM candidate c JOIN reading x ON x.article = c.a JOIN reading y ON y.article = c.b
"""
# An article's key: in order of publication, as stories are called by their first.
KEYED = "SELECT concat(coalesce(published, '~'), chr(1), article) AS key, article FROM reading"
ALIKE = """
SELECT x.key AS a, y.key AS b, p.share AS share
FROM pair p JOIN keyed x ON x.article = p.a JOIN keyed y ON y.article = p.b
"""
GROUPS = """
SELECT k.article, s.first AS story, c.first AS copies
FROM keyed k JOIN story s ON s.key = k.key JOIN copies c ON c.key = k.key
"""


def open_session(master: str | None, *, name: str = "sayso") -> Session:
    """The session of ``master``, or that which spark-submit has set. Raises MissingExtra."""
    sql = load_extra("pyspark.sql", "spark", "Spark")
    builder = sql.SparkSession.builder.appName(name)
    return (builder.master(master) if master else builder).getOrCreate()


def read_on(
    session: Session,
    source: str,
    out: str,
    *,
    columns: Columns | None = None,
    load: LoadReader = load_reader,
    parts: int | None = None,
) -> dict[str, int]:
    """Reads every article of ``source`` into the tables of ``out``; how many were read and left unread.

    ``parts`` is into how many tasks the articles go. Where it was stopped after reading, reading is not done again.
    """
    unsorted, schema = f"{out}/_rows", _schema_of_all()
    if not _exists(session, f"{unsorted}/_SUCCESS"):
        take_in(session, source, columns).createOrReplaceTempView("given")
        given = session.sql(NUMBERED).repartition(parts or _parts(session), "article")
        made = given.mapInArrow(partial_of(read_given, load), schema)
        made.write.mode("overwrite").partitionBy(KIND).parquet(unsorted)
    made = session.read.schema(schema).parquet(unsorted)

    def write(table: Table) -> None:
        _write(made.where(f"{KIND} = '{table.name}'").select(f"{table.name}.*"), f"{out}/{table.name}")

    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(write, RUN_TABLES))
    counts = {told: session.read.parquet(f"{out}/{table}").count() for told, table in COUNTED.items()}
    _delete(session, unsorted)
    return counts


def _schema_of_all() -> Any:
    """The schema of rows of any table: its name, and a column for each table, of which one is filled."""
    types = load_extra("pyspark.sql.types", "spark", "Spark")
    schema = types.StructType().add(KIND, types.StringType())
    for table in RUN_TABLES:
        schema = schema.add(table.name, spark_schema(table))
    return schema


def take_in(session: Session, source: str, columns: Columns | None) -> Frame:
    """Articles as JSON out of Parquet by rows, lines of JSON by lines, and anything else by files."""
    form = ENDINGS.get(ending_of(source))
    if form is Format.PARQUET:
        table = session.read.parquet(source)
        found = find_columns(table.columns, columns)
        tops = {name for whole in found.names() for name in (whole, whole.partition(".")[0])}
        wanted = table.select([f"`{name}`" for name in table.columns if name in tops])
        return wanted.mapInArrow(partial_of(take_rows, found), GIVEN)
    if form is Format.LINES:
        return session.read.text(source).mapInArrow(partial_of(take_lines, columns), GIVEN)
    files = session.read.format("binaryFile").option("recursiveFileLookup", "true").load(source)
    return files.select("path", "content").mapInArrow(partial_of(take_files, columns), GIVEN)


def link_on(session: Session, out: str) -> None:
    """Writes the tables pairs and groups of a folder that `read_on` or `sayso run` wrote, as `link_folder` does."""
    session.sparkContext.setCheckpointDir(f"{out}/_checkpoint")
    for view, table in (("reading", "readings"), ("fingerprint", "fingerprints"), ("term", "terms")):
        session.read.parquet(f"{out}/{table}").createOrReplaceTempView(view)
    tables = InSpark(session)
    tables.keep("near", NEAR)
    for view, table in (("probe_print", "fingerprint"), ("probe_term", "term")):
        session.table(table).createOrReplaceTempView(view)
    tables.keep("candidate", CANDIDATES.format(load_sql("shared_prints"), load_sql("shared_terms")))
    pairs, groups = OF_LINKING
    both = session.sql(BOTH).repartition(_parts(session), "a").sortWithinPartitions("a", "b")
    _write(both.mapInArrow(partial_of(compare, pairs), spark_schema(pairs)), f"{out}/linked/{pairs.name}")
    session.read.parquet(f"{out}/linked/{pairs.name}").createOrReplaceTempView("pair")
    _group(session, tables)
    _write(session.sql(GROUPS), f"{out}/linked/{groups.name}")
    _delete(session, f"{out}/_checkpoint")


def _group(session: Session, tables: InSpark) -> None:
    tables.keep("keyed", KEYED)
    tables.keep("alike", f"{ALIKE} WHERE p.one_story OR p.share >= {COPIED}")
    for name, joined in (("story", load_sql("joined")), ("copies", f"{ALIKE} WHERE p.share >= {NEARLY}")):
        tables.keep("joined", joined)
        tables.keep("label", "SELECT key AS article, key AS label FROM keyed")
        label_components(tables)
        tables.keep(name, "SELECT l.article AS key, k.article AS first FROM label l JOIN keyed k ON k.key = l.label")


class InSpark:
    """Tables of a session; each is kept on disk, so that no statement is ever run twice."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def keep(self, name: str, statement: str) -> None:
        self.session.sql(statement).checkpoint().createOrReplaceTempView(name)

    def differ(self, one: str, other: str) -> bool:
        found = self.session.sql(
            f"SELECT 1 FROM {one} x JOIN {other} y USING (article) WHERE x.label <> y.label LIMIT 1"
        )
        return not found.isEmpty()


def partial_of(function: Callable[..., Iterator[Any]], value: object) -> Callable[[Batches], Iterator[Any]]:
    """``function`` with its second argument given."""

    def run(batches: Batches) -> Iterator[Any]:
        return function(batches, value)

    return run


def spark_schema(table: Table) -> Any:
    """The schema of a table as Spark has it."""
    types = load_extra("pyspark.sql.pandas.types", "spark", "Spark")
    return types.from_arrow_schema(schema_of(table, load_extra("pyarrow", "spark", "Spark")))


def _write(frame: Frame, path: str) -> None:
    frame.write.mode("overwrite").option("compression", "zstd").parquet(path)


def _parts(session: Session) -> int:
    """Tasks enough that no worker waits long for the last one."""
    return max(int(session.sparkContext.defaultParallelism) * 4, 8)


def _files(session: Session, path: str) -> tuple[Any, Any]:
    """The file system that a path lies in, and the path as it calls it."""
    context = session.sparkContext
    where = context._jvm.org.apache.hadoop.fs.Path(path)
    return where.getFileSystem(context._jsc.hadoopConfiguration()), where


def _exists(session: Session, path: str) -> bool:
    files, where = _files(session, path)
    return bool(files.exists(where))


def _delete(session: Session, path: str) -> None:
    files, where = _files(session, path)
    files.delete(where, True)
