"""JSON in: lines of one article each, streamed, or one document of one or many; a bad one becomes a row that says why.

An object is Sayso's own ``{"id", "text"}``, one of a known dump or of a given column map, or ninjs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import msgspec

from sayso.articles import flags
from sayso.articles.columns import Columns, find_columns, find_dump, is_ninjs
from sayso.articles.decoding import decode_bytes
from sayso.articles.files import name_of, open_bytes, read_lines
from sayso.articles.identity import digest_raw
from sayso.articles.limits import DEFAULT_LIMITS, Limits
from sayso.articles.published import parse_published
from sayso.articles.rows import read_row
from sayso.articles.text import read_string
from sayso.errors import BadInput, MalformedInput, MissingArticle, SaysoError
from sayso.patterns import compile_later
from sayso.records.article import Article
from sayso.records.reading import Unread

# An escape of half a character (after any escaped backslash) that its other half does not follow.
_ESCAPES = compile_later(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[dD][89a-fA-F][0-9a-fA-F]{2}|\\."
)
_ID_LENGTH = 500
_BLANK = b" \t\r\n\xef\xbb\xbf"


class Line(msgspec.Struct):
    """One line of input: ``text`` or ``html`` is required, other fields are ignored."""

    id: str | int
    text: str | None = None
    html: str | None = None
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None


def read_jsonl(path: str | Path, *, limits: Limits = DEFAULT_LIMITS) -> Iterator[Article | Unread]:
    """The articles of a JSONL file ("-": standard input) in order; memory for one line at a time.

    A line that is no article gives ``Unread("name:line", reason)``; empty lines are skipped. ``title``, ``url``,
    ``outlet`` and ``published`` of the line stand beside the text, which is never altered (lone surrogates apart:
    they become U+FFFD, flagged). Raises BadInput if the file cannot be opened.
    """
    with open_bytes(path) as file:
        yield from read_json_lines(file, name_of(path), limits=limits)


def read_json_lines(
    file: BinaryIO, name: str, *, columns: Columns | None = None, limits: Limits = DEFAULT_LIMITS
) -> Iterator[Article | Unread]:
    """As ``read_jsonl``, of a file that is open; ``columns`` says which field of each object is what."""
    for number, line in read_lines(file, limits):
        where = f"{name}:{number}"
        if line is None:
            yield Unread(where, f"the line is longer than the limit of {limits.size:,} bytes")
        elif line.strip(_BLANK):
            try:
                article = read_line(line, where, columns=columns, limits=limits)
                yield replace(article, raw_digest=digest_raw(line))
            except SaysoError as error:
                yield Unread(where, error.reason if isinstance(error, BadInput) else str(error))


def read_document(
    data: bytes, name: str, *, columns: Columns | None = None, limits: Limits = DEFAULT_LIMITS
) -> Iterator[Article | Unread]:
    """The articles of one JSON document: an object, a list of them, or an answer of Event Registry; or of lines.

    Raises BadInput where it is none of these.
    """
    lines = [line for line in data.splitlines() if line.strip()]
    if len(lines) > 1 and all(line.lstrip().startswith(b"{") and line.rstrip().endswith(b"}") for line in lines[:2]):
        yield from read_json_lines(BytesIO(data), name, columns=columns, limits=limits)
        return
    value, found = _decode(data, name, limits)
    if (rows := _find_rows(value)) is None:
        yield _read_value(value, name, columns, found, limits)
        return
    for number, row in enumerate(rows, 1):
        where = f"{name}, entry {number}"
        try:
            yield _read_value(row, where, columns, found, limits)
        except SaysoError as error:
            yield Unread(where, error.reason if isinstance(error, BadInput) else str(error))


def _find_rows(value: object) -> list[object] | None:
    """The list that a document is, or that an answer of Event Registry holds."""
    if isinstance(value, dict) and isinstance(articles := value.get("articles"), dict):
        value = articles.get("results")
    return value if isinstance(value, list) else None


def find_line(path: str | Path, id: str, *, limits: Limits = DEFAULT_LIMITS) -> Article:
    """The first article of the JSONL file with this ``id``. Raises MissingArticle, or BadInput for a bad line."""
    name, count = name_of(path), 0
    with open_bytes(path) as file:
        for number, line in read_lines(file, limits):
            if line is None or not line.strip(_BLANK):
                continue
            count += 1
            if _id_of(line, f"{name}:{number}", limits) == id:
                return read_line(line, f"{name}:{number}", limits=limits)
    raise MissingArticle(f"{name}: no article with the id {id!r} among {count:,}; ids are compared exactly")


def read_line(line: bytes, name: str, *, columns: Columns | None = None, limits: Limits = DEFAULT_LIMITS) -> Article:
    """The article of one JSON object ``{"id", "text" or "html", ...}``, or of one of another known shape.

    Raises SaysoError: BadColumns where ``columns`` does not fit it, else BadInput.
    """
    value, found = _decode(line, name, limits)
    return _read_value(value, name, columns, found, limits)


def _read_value(value: object, name: str, columns: Columns | None, found: tuple[str, ...], limits: Limits) -> Article:
    if isinstance(value, dict) and (columns is not None or find_dump(value) is not None):
        return read_row(value, find_columns(value, columns), name, limits=limits, flags=found)
    if isinstance(value, dict) and is_ninjs(value):
        from sayso.articles.ninjs import read_ninjs

        return read_ninjs(value, name, limits=limits, flags=found)
    try:
        row = msgspec.convert(value, Line)
    except msgspec.ValidationError as error:
        raise MalformedInput(name, _reason(error)) from error
    return _read_own(row, name, found, limits)


def _read_own(row: Line, name: str, found: tuple[str, ...], limits: Limits) -> Article:
    if (row.text is None) == (row.html is None):
        raise MalformedInput(name, 'one of the fields "text" and "html" must be given, and only one')
    if not str(row.id).strip() or len(str(row.id)) > _ID_LENGTH:
        raise MalformedInput(name, f'the field "id" is empty or longer than {_ID_LENGTH} characters')
    if row.text is not None:
        article = read_string(row.text, name, limits=limits)
    else:
        from sayso.articles.html import read_html_string  # what pages need is loaded for pages alone

        article = read_html_string(row.html or "", name, limits=limits)
    return _with_claims(article, row, found)


def _with_claims(article: Article, row: Line, found: tuple[str, ...]) -> Article:
    """What the input says of the article goes before what the page or the text says of itself."""
    published = parse_published(row.published) if row.published else None
    unclear = (flags.PUBLISHED_UNKNOWN,) if row.published and published is None else ()
    return replace(
        article,
        id=str(row.id),
        title=row.title or article.title,
        url=row.url or article.url,
        outlet=row.outlet or article.outlet,
        published=published or article.published,
        flags=tuple(dict.fromkeys((*found, *article.flags, *unclear))),
    )


# ── one line ──


def _decode(line: bytes, name: str, limits: Limits) -> tuple[object, tuple[str, ...]]:
    """The line as a value, with flags if it had to be mended."""
    decoded = decode_bytes(line, name, limits=limits)
    try:
        return msgspec.json.decode(decoded.text), decoded.flags
    except (msgspec.DecodeError, RecursionError) as error:
        mended = _mend(decoded.text)
        if mended == decoded.text:
            raise MalformedInput(name, _reason(error)) from error
    try:
        return msgspec.json.decode(mended), (*decoded.flags, flags.LONE_SURROGATES)
    except (msgspec.DecodeError, RecursionError) as error:
        raise MalformedInput(name, _reason(error)) from error


def _mend(text: str) -> str:
    """JSON with the escape of U+FFFD for each escape of half a character."""
    if "\\u" not in text:
        return text
    return _ESCAPES.sub(lambda match: "\\ufffd" if _is_half(match.group()) else match.group(), text)


def _is_half(escape: str) -> bool:
    return len(escape) == 6 and escape[2] in "dD" and escape[3] in "89abcdefABCDEF"


def _reason(error: Exception) -> str:
    said = "nested too deeply" if isinstance(error, RecursionError) else str(error)
    return f'no article in JSON: {said}; a line is {{"id": ..., "text": ...}}'


def _id_of(line: bytes, name: str, limits: Limits) -> str | None:
    try:
        value = _decode(line, name, limits)[0]
    except SaysoError:  # another line than the one that is sought may be bad
        return None
    if not isinstance(value, dict):
        return None
    dump = find_dump(value)
    wanted = ("uri",) if is_ninjs(value) else dump.columns.id if dump is not None else ("id",)
    return next((str(value[part]) for part in wanted if part in value), None)
