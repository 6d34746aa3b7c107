"""The JSON Schema of a reading: made from the wire types, kept in the package.

``python -m sayso.exports.reading_schema`` prints it; a test says when the file in the package is stale.
"""

from __future__ import annotations

import json
import sys
from importlib.resources import files

import msgspec

from sayso.exports.wire import SCHEMA, ReadingJson


def export_schema() -> bytes:
    """The schema (JSON Schema 2020-12) as indented JSON with a line end, made anew from the types."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": SCHEMA,
        "description": "One reading of one article by Sayso: who says what, through whom, how firmly.",
        **msgspec.json.schema(ReadingJson),
    }
    return json.dumps(schema, indent=2).encode() + b"\n"


def load_schema() -> bytes:
    """The schema as it stands in the package."""
    return (files("sayso") / "schema" / "reading.schema.json").read_bytes()


if __name__ == "__main__":
    sys.stdout.buffer.write(export_schema())
