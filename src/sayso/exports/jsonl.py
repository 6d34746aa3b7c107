"""All that is known as JSON, one object a line: first every reading, then every story.

A reading's line is what `sayso read --format json` prints and `sayso add` takes; a story's is what `sayso stories
--format json` prints. The key ``schema`` says which of the two a line is.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.exports.cells import escape_json
from sayso.exports.reading_json import export_json
from sayso.exports.selection import Selection
from sayso.exports.story_json import export_story


def export(selection: Selection) -> Iterator[bytes]:
    """A line a reading, then a line a story."""
    for reading in selection.readings():
        yield _line(export_json(reading))
    for story in selection.stories():
        yield _line(export_story(story))


def _line(data: bytes) -> bytes:
    return escape_json(data.decode()).encode() + b"\n"
