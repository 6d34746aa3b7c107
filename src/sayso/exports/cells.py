"""Words of an article in tables, JSON and XML: nothing in them acts on a terminal or is run by a spreadsheet.

JSON keeps every character, those that act as ``\\u`` escapes. In cells and in XML they are replaced one for one, so
that offsets go on counting.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Sequence

import msgspec

# A cell that begins so would be run by a spreadsheet; the last four are full-width, and do the same in some.
RUN_BY_SPREADSHEETS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
REPLACED, PICTURES, DELETE, DELETE_PICTURE = "\ufffd", 0x2400, "\x7f", "\u2421"

# All that `escapes.is_active` finds but our own brackets, and a lone carriage return; a test holds the two together.
ACTING = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u070f\u0890\u0891\u08e2\u180e\u200b\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ud800-\udfff\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0001\U000e0020-\U000e007f]|\r(?!\n)"
)


def replace_acting(text: str) -> str:
    """``text`` with each acting character replaced by one that is seen: ``␛`` for the escape character."""
    return ACTING.sub(lambda found: _picture(found.group()), text)


def _picture(char: str) -> str:
    if char == DELETE:
        return DELETE_PICTURE
    return chr(PICTURES + ord(char)) if char < " " else REPLACED


def harmless_cell(value: object) -> str:
    """One value as a cell of CSV: lists as JSON, nothing for None, and an apostrophe before what would be run."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        shown = replace_acting(value)
        return f"'{shown}" if value.startswith(RUN_BY_SPREADSHEETS) else shown
    if isinstance(value, int | float):
        return repr(value)
    return encode_json(value).decode()


def write_csv(columns: Sequence[str], rows: Iterable[Sequence[object]], *, head: bool = True) -> str:
    """A table, with its header if asked for, as RFC 4180 has it; every cell is harmless."""
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\r\n")
    if head:
        writer.writerow(columns)
    writer.writerows([harmless_cell(cell) for cell in row] for row in rows)
    return made.getvalue()


def encode_json(value: object) -> bytes:
    """A value as JSON in UTF-8 on one line: nothing in it acts, and everything can be read back."""
    try:
        text = msgspec.json.encode(value).decode()
    except UnicodeEncodeError:  # a lone surrogate cannot stand in UTF-8; an escape can
        return json.dumps(msgspec.to_builtins(value), separators=(",", ":")).encode("ascii")
    return escape_json(text).encode()


def escape_json(text: str) -> str:
    """JSON with every acting character in its strings as an escape, which means the same."""
    return ACTING.sub(lambda found: json.dumps(found.group())[1:-1], text)
