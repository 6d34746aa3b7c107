"""What runs on the workers of a cluster: rows in, rows out, no Spark in it, so that it can be run anywhere.

Batches of Arrow come in and go out; each worker process loads one model, when its first batch comes.
"""

from __future__ import annotations

import json
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from io import BytesIO
from typing import Any

import msgspec

from sayso.articles import Columns
from sayso.articles.extras import load_extra
from sayso.articles.jsonl import read_json_lines
from sayso.articles.limits import DEFAULT_LIMITS
from sayso.articles.opening import read_data
from sayso.articles.parquetrows import show_value
from sayso.articles.rows import read_row
from sayso.errors import SaysoError
from sayso.exports.parquet_tables import schema_of, table_of_rows
from sayso.exports.reading_json import export_json, import_json
from sayso.exports.run_rows import LeftRow, pair_row_of
from sayso.exports.table_schema import RUN_TABLES, TABLE_OF_ROW, Table
from sayso.linking.corpus import is_kept
from sayso.linking.pairs import compare_pair
from sayso.linking.prepared import Prepared, prepare
from sayso.records.article import Article
from sayso.records.reading import Unread
from sayso.run.inputs import word_reason
from sayso.run.shards import TWICE
from sayso.run.tables import link_lists, rows_of_line
from sayso.run.workers import LoadReader, ReadOne

Batches = Iterable[Any]  # of Arrow
Map = Callable[[Batches], Iterator[Any]]
ROWS = 500  # of a batch that goes out
REMEMBERED = 1000  # prepared readings at hand in one process
READ_TOGETHER = 100  # articles whose rows are held at once
ARTICLE = ("article", "given")  # the columns between taking articles in and reading them
KIND = "kind"  # the column that names the table of a row


def take_rows(batches: Batches, columns: Columns) -> Iterator[Any]:
    """Rows of a table to articles, as JSON."""
    for rows in _rows(batches):
        yield from _out(ARTICLE, (_given(item) for row in rows for item in _article_of(row, columns)))


def _article_of(row: Mapping[str, object], columns: Columns) -> Iterator[Article | Unread]:
    plain = json.loads(json.dumps(row, default=show_value))
    try:
        yield read_row(plain, columns, "row", limits=DEFAULT_LIMITS)
    except SaysoError as error:
        yield Unread("row", word_reason(error))


def take_lines(batches: Batches, columns: Columns | None) -> Iterator[Any]:
    """Lines of JSON to articles."""
    for rows in _rows(batches):
        data = ((row["value"] + "\n").encode() for row in rows)
        items = (item for line in data for item in read_json_lines(BytesIO(line), "line", columns=columns))
        yield from _out(ARTICLE, map(_given, items))


def take_files(batches: Batches, columns: Columns | None) -> Iterator[Any]:
    """Whole files to articles."""
    for rows in _rows(batches):
        for row in rows:
            yield from _out(ARTICLE, map(_given, _articles_of(row["content"], row["path"], columns)))


def _articles_of(data: bytes, path: str, columns: Columns | None) -> Iterator[Article | Unread]:
    try:
        yield from read_data(data, path.rsplit("/", 1)[-1], columns=columns)
    except SaysoError as error:
        yield Unread(path, word_reason(error))


def _given(item: Article | Unread) -> tuple[str, str]:
    name = item.id if isinstance(item, Article) else item.what
    return _whole(name), json.dumps([isinstance(item, Article), msgspec.to_builtins(item)])


def _whole(text: str) -> str:
    return text.encode("utf-8", "replace").decode()


def read_given(batches: Batches, load: LoadReader) -> Iterator[Any]:
    """Articles to the rows of all tables of a run, in one pass: each row in the column called as its table is."""
    read = load_once(load)
    for rows in _rows(batches, READ_TOGETHER):
        made: dict[Table, list[dict[str, Any]]] = defaultdict(list)
        for row in rows:
            for one in _read(row["given"], read) if row["place"] == 1 else _second(row["article"]):
                made[TABLE_OF_ROW[type(one)]].append(msgspec.to_builtins(one))
        for table, found in made.items():
            yield from _in_column(found, table)


@cache
def load_once(load: LoadReader) -> ReadOne:
    """The reader of this process."""
    return load()


def _read(given: str, read: ReadOne) -> Iterator[object]:
    """Every row of an article's reading; one of those left unread where there is none."""
    is_article, shape = json.loads(given)
    if not is_article:
        yield LeftRow(None, shape["what"], shape["why"])
        return
    article = msgspec.convert(shape, Article)
    try:
        line = export_json(read(article))
    except SaysoError as error:
        yield LeftRow(None, article.id, word_reason(error))
        return
    yield from rows_of_line(line, link_lists())


def _second(article: str) -> Iterator[object]:
    yield LeftRow(None, article, TWICE)


def compare(batches: Batches, table: Table) -> Iterator[Any]:
    """Two readings a row to what they have in common; rows in order of their first article cost least."""
    near: OrderedDict[str, Prepared] = OrderedDict()

    def prepared(name: str, line: str) -> Prepared:
        if name not in near:
            near[name] = prepare(import_json(line.encode()), link_lists())
            if len(near) > REMEMBERED:
                near.popitem(last=False)
        near.move_to_end(name)
        return near[name]

    for rows in _rows(batches):
        pairs = (compare_pair(prepared(r["a"], r["reading_a"]), prepared(r["b"], r["reading_b"])) for r in rows)
        yield from _of_table((msgspec.to_builtins(pair_row_of(pair)) for pair in pairs if is_kept(pair)), table)


def _rows(batches: Batches, together: int = ROWS) -> Iterator[list[dict[str, Any]]]:
    for batch in batches:
        for start in range(0, batch.num_rows, together):
            yield batch.slice(start, together).to_pylist()


def _out(names: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[Any]:
    arrow = load_extra("pyarrow", "spark", "Spark")
    columns = list(zip(*rows, strict=True))
    if columns:
        yield arrow.RecordBatch.from_arrays([arrow.array(list(c), arrow.string()) for c in columns], names=list(names))


def _in_column(rows: list[dict[str, Any]], table: Table) -> Iterator[Any]:
    """Rows of one table in the column of that table; the columns of all others are empty."""
    arrow = load_extra("pyarrow", "spark", "Spark")
    for batch in table_of_rows(rows, table).to_batches():
        many = batch.num_rows
        empty = {other: arrow.nulls(many, arrow.struct(list(schema_of(other, arrow)))) for other in RUN_TABLES}
        columns = empty | {table: batch.to_struct_array()}
        named = arrow.array([table.name] * many, arrow.string())
        yield arrow.RecordBatch.from_arrays([named, *columns.values()], names=[KIND, *(each.name for each in columns)])


def _of_table(rows: Iterable[dict[str, Any]], table: Table) -> Iterator[Any]:
    found = list(rows)
    if found:
        yield from table_of_rows(found, table).to_batches()
