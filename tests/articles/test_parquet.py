from __future__ import annotations

import io
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from sayso.articles import open_article, parquet, parse_columns
from sayso.articles.limits import DEFAULT_LIMITS, Limits
from sayso.articles.parquet import read_parquet
from sayso.errors import BadInput, MalformedInput, MissingExtra, TooLarge
from sayso.records.article import Article, Precision, Published
from sayso.records.reading import Unread


def write(columns: dict[str, Any], **how: Any) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out, **how)
    return out.getvalue()


def read(data: bytes, columns: str | None = None, limits: Limits = DEFAULT_LIMITS) -> list[Article | Unread]:
    found = None if columns is None else parse_columns([columns])
    return list(read_parquet(io.BytesIO(data), "t.parquet", columns=found, limits=limits))


def test_a_row_is_an_article() -> None:
    times = [datetime(2024, 5, 3, 10, 15, tzinfo=UTC), datetime(2024, 5, 3, tzinfo=UTC)]
    first, second = read(write({"id": [1, 2], "text": ["She said no.", "He left."], "published": times}))
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.id, first.text, second.text) == ("1", "She said no.", "He left.")
    assert first.published == Published("2024-05-03T10:15:00", Precision.SECOND, "+00:00")


def test_a_map_names_the_columns_and_their_insides() -> None:
    data = write({"Body": ["She said no."], "source": [{"title": "Post", "uri": "x"}], "other": [b"\x00"]})
    (article,) = read(data, "text=Body,outlet=source.title")
    assert isinstance(article, Article)
    assert (article.text, article.outlet) == ("She said no.", "Post")


def test_rows_over_many_groups_come_in_order() -> None:
    data = write({"text": [f"She said {number}." for number in range(100)]}, row_group_size=7)
    assert [item.text for item in read(data) if isinstance(item, Article)][98:] == ["She said 98.", "She said 99."]


def test_bad_rows_are_named_and_the_rest_is_read() -> None:
    items = read(write({"text": ["She said no.", None, "", "He left.", "x" * 300]}), limits=Limits(size=200))
    told = [item.text if isinstance(item, Article) else item.what for item in items]
    assert told == ["She said no.", "t.parquet, row 2", "t.parquet, row 3", "He left.", "t.parquet, row 5"]


def test_a_table_without_words_is_refused() -> None:
    with pytest.raises(MalformedInput, match="no column 'text' or 'html' holds the words: the columns are a"):
        read(write({"a": [1]}))


def test_a_column_that_would_unpack_beyond_reason_is_refused() -> None:
    data = write({"text": ["no " * 100_000] * 400}, compression="zstd", use_dictionary=False)
    with pytest.raises(TooLarge, match="column 'text' would unpack to 120"):
        read(data)


@pytest.mark.parametrize(
    "data",
    [
        b"PAR1",
        b"PAR1" + b"\x00" * 1000 + b"PAR1",
        write({"text": ["She said no."]})[:-20],
        b"PAR1" + b"\xff" * 10_000 + (9_000).to_bytes(4, "little") + b"PAR1",
    ],
)
def test_broken_files_are_refused(data: bytes) -> None:
    with pytest.raises(BadInput, match="broken Parquet"):
        read(data)


def test_a_page_that_is_broken_ends_the_file_in_one_row() -> None:
    data = bytearray(write({"text": [f"She said {number} times no." for number in range(2000)]}, compression="zstd"))
    data[30:200] = b"\xff" * 170
    (*_, last) = read(bytes(data))
    assert isinstance(last, Unread)
    assert "the file is broken here" in last.why


def test_a_library_that_dies_ends_the_file_in_one_row(monkeypatch: pytest.MonkeyPatch) -> None:
    start = parquet._start

    def die_after_a_row(table: BinaryIO, limits: Limits, *columns: str) -> subprocess.Popen[bytes]:
        if not columns:
            return start(table, limits)
        rows = '{"text": "She said no."}\n{"text": "He'
        code = f"import os; print({rows!r}, end='', flush=True); os.abort()"
        return subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)

    monkeypatch.setattr(parquet, "_start", die_after_a_row)
    first, dead = read(write({"text": ["She said no.", "He left.", "It rains."]}))
    assert isinstance(first, Article)
    assert dead == Unread("t.parquet, row 2", "the file is broken here: the rest is left unread")


def test_a_file_is_known_by_its_ending_or_its_signature(tmp_path: Path) -> None:
    for name in ("a.parquet", "table"):
        (tmp_path / name).write_bytes(write({"text": ["She said no."]}))
        assert open_article(tmp_path / name).text == "She said no."


def test_without_the_extra_the_pip_command_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(write({"text": ["She said no."]}))
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(MissingExtra, match=r'pip install "sayso\[parquet\]"'):
        open_article(tmp_path / "a.parquet")
