"""One row of a table, or one JSON object, to an article."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime

from sayso.articles.claimed import Claimed, with_claims
from sayso.articles.columns import Columns
from sayso.articles.limits import Limits
from sayso.articles.text import read_string
from sayso.errors import MalformedInput
from sayso.patterns import compile_later
from sayso.records.article import Article

Row = Mapping[str, object]
# A day that was kept as a time: nobody publishes in the first instant of a day without a zone as often as that.
_MIDNIGHT = compile_later(r"(\d{4}-\d\d-\d\d)[ T]00:00(?::00(?:\.0+)?)?\Z")
_EMPTY = frozenset({"", "nan", "none", "null", "nat"})
_DEEPEST = 8


def read_row(row: Row, columns: Columns, name: str, *, limits: Limits, flags: tuple[str, ...] = ()) -> Article:
    """The article of ``row``, whose words are exactly those of its cell. Raises BadInput, naming ``name``."""
    text = _text(row, columns.text)
    if text is not None:
        article = read_string(text, name, limits=limits)
    else:
        page = _text(row, columns.html)
        if page is None:
            wanted = " or ".join(repr(column) for column in (*columns.text, *columns.html))
            raise MalformedInput(name, f"no words in {wanted}")
        from sayso.articles.html import read_html_string  # what pages need is loaded for pages alone

        article = read_html_string(page, name, limits=limits)
    return with_claims(
        article,
        Claimed(
            _word(row, columns.id),
            _word(row, columns.title),
            _word(row, columns.outlet),
            _word(row, columns.url),
            _time(row, columns.published),
            tuple(_authors(row, columns.authors)),
            _word(row, columns.language),
            flags,
        ),
    )


def value_at(row: Row, column: str) -> object:
    """What stands in ``column``, or inside it where its name has dots; None if nothing does."""
    if column in row:
        return row[column]
    value: object = row
    for part in column.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value


def _values(row: Row, columns: tuple[str, ...]) -> Iterator[object]:
    for column in columns:
        value = value_at(row, column)
        if value is not None and not (isinstance(value, str) and value.strip().lower() in _EMPTY):
            yield value


def _text(row: Row, columns: tuple[str, ...]) -> str | None:
    """The words as they stand; paragraphs that come as a list are joined by an empty line."""
    for value in _values(row, columns):
        text = value if isinstance(value, str) else "\n\n".join(_strings(value))
        if text.strip():
            return text
    return None


def _strings(value: object, level: int = 0) -> Iterator[str]:
    """The strings inside ``value`` in order."""
    if isinstance(value, str):
        if value.strip():
            yield value
    elif level < _DEEPEST and isinstance(value, list | tuple):
        for item in value:
            yield from _strings(item, level + 1)
    elif level < _DEEPEST and isinstance(value, Mapping):
        for item in value.values():
            yield from _strings(item, level + 1)


def _word(row: Row, columns: tuple[str, ...]) -> str | None:
    """A string, or a number as one."""
    for value in _values(row, columns):
        if isinstance(value, str | int) and not isinstance(value, bool):
            return str(value)
        if isinstance(value, float) and value.is_integer():
            return str(int(value))
    return None


def _time(row: Row, columns: tuple[str, ...]) -> str | None:
    """A time in ISO 8601, or as written; a midnight without a zone is a day."""
    for value in _values(row, columns):
        if isinstance(value, datetime):
            value = value.replace(microsecond=0).isoformat()
        elif isinstance(value, date):
            value = value.isoformat()
        if isinstance(value, str):
            return _MIDNIGHT.sub(r"\1", value.strip())
    return None


def _authors(row: Row, columns: tuple[str, ...]) -> Iterator[str]:
    """Names out of a list, a list of objects with names, a list written as JSON, or names with ";" between."""
    for value in _values(row, columns):
        if isinstance(value, str):
            value = _parse_list(value)
        for item in value if isinstance(value, list | tuple) else [value]:
            name = item.get("name") if isinstance(item, Mapping) else item
            if isinstance(name, str) and name.strip():
                yield name.strip()


def _parse_list(written: str) -> list[object]:
    if written.lstrip().startswith("["):
        try:
            found = json.loads(written)
        except (ValueError, RecursionError):
            found = re.findall(r"'([^']{1,200})'|\"([^\"]{1,200})\"", written)  # as Python writes a list
            return [single or double for single, double in found]
        return found if isinstance(found, list) else []
    return list(written.split(";"))
