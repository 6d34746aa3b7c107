"""What runs on the workers of a cluster: rows in, rows out, no Spark in it, so that it can be run anywhere.

Batches of Arrow come in and go out; each worker process loads one model, when its first batch comes.
"""

from __future__ import annotations

import json
from collections import OrderedDict
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
from sayso.exports.parquet_tables import table_of_rows
from sayso.exports.reading_json import export_json, import_json
from sayso.exports.run_rows import pair_row_of
from sayso.exports.table_schema import TABLE_OF_ROW, Table
from sayso.linking.corpus import is_kept
from sayso.linking.keys import period_of
from sayso.linking.pairs import compare_pair
from sayso.linking.prepared import Prepared, prepare
from sayso.records.article import Article
from sayso.records.reading import Unread
from sayso.run.inputs import word_reason
from sayso.run.tables import link_lists, rows_of_line
from sayso.run.workers import LoadReader, ReadOne

Batches = Iterable[Any]  # of Arrow
Map = Callable[[Batches], Iterator[Any]]
ROWS = 500  # of a batch that goes out
REMEMBERED = 1000  # prepared readings at hand in one process
ARTICLE = ("article", "given")  # the columns between taking articles in and reading them
READ = ("article", "published", "period", "reading", "why")


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
    """Articles to readings: JSON, or the reason why there is none."""
    read = load_once(load)
    for rows in _rows(batches):
        yield from _out(READ, (_read(row["given"], read) for row in rows))


@cache
def load_once(load: LoadReader) -> ReadOne:
    """The reader of this process."""
    return load()


def _read(given: str, read: ReadOne) -> tuple[str, str | None, int | None, str | None, str | None]:
    is_article, shape = json.loads(given)
    if not is_article:
        return _whole(shape["what"]), None, None, None, shape["why"]
    article = msgspec.convert(shape, Article)
    try:
        line = export_json(read(article))
    except SaysoError as error:
        return _whole(article.id), None, None, None, word_reason(error)
    published = article.published
    day = prepare(import_json(line), link_lists()).day
    return _whole(article.id), published.time if published else None, period_of(day), line.decode(), None


def lay_out(batches: Batches, table: Table) -> Iterator[Any]:
    """Readings to the rows of one table."""
    for rows in _rows(batches):
        found = (
            msgspec.to_builtins(made)
            for row in rows
            for made in rows_of_line(row["reading"].encode(), link_lists())
            if TABLE_OF_ROW[type(made)].name == table.name
        )
        yield from _of_table(found, table)


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


def _rows(batches: Batches) -> Iterator[list[dict[str, Any]]]:
    for batch in batches:
        for start in range(0, batch.num_rows, ROWS):
            yield batch.slice(start, ROWS).to_pylist()


def _out(names: tuple[str, ...], rows: Iterable[tuple[Any, ...]]) -> Iterator[Any]:
    arrow = load_extra("pyarrow", "spark", "Spark")
    columns = list(zip(*rows, strict=True))
    if columns:
        types = {"period": arrow.int64()}
        arrays = [arrow.array(list(c), types.get(name, arrow.string())) for name, c in zip(names, columns, strict=True)]
        yield arrow.RecordBatch.from_arrays(arrays, names=list(names))


def _of_table(rows: Iterable[dict[str, Any]], table: Table) -> Iterator[Any]:
    found = list(rows)
    if found:
        yield from table_of_rows(found, table).to_batches()
