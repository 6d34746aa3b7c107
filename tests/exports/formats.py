"""What the tests of single-file formats share: one selection of invented articles, and an export as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sayso.exports.selection import Selection
from tests.exports.readings import dam_reading
from tests.exports.stories import ferry_story


def night_and_dam(*, text: bool = True) -> Selection:
    """The dam's reading, and the ferry's story with its readings."""
    story = ferry_story()
    return Selection.of([dam_reading(), *(member.reading for member in story.scene.members)], [story], text=text)


def whole(export: Callable[[Selection], Iterator[bytes]], *, text: bool = True) -> bytes:
    return b"".join(export(night_and_dam(text=text)))
