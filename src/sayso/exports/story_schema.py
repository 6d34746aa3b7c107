"""The JSON Schema of all that is shown across articles: made from the wire types, kept in the package.

``python -m sayso.exports.story_schema`` prints it; a test says when the file in the package is stale.
"""

from __future__ import annotations

import json
import sys
from importlib.resources import files

import msgspec

from sayso.exports.story_wire import SCHEMA, Line


def export_schema() -> bytes:
    """The schema (JSON Schema 2020-12) as indented JSON with a line end, made anew from the types."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": SCHEMA,
        "description": "One line of what Sayso shows across articles; its key `schema` says of which kind.",
        **msgspec.json.schema(Line),
    }
    return json.dumps(schema, indent=2).encode() + b"\n"


def load_schema() -> bytes:
    """The schema as it stands in the package."""
    return (files("sayso") / "schema" / "story.schema.json").read_bytes()


if __name__ == "__main__":
    sys.stdout.buffer.write(export_schema())
