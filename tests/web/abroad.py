"""Two invented articles on one flood, with real places and times, so that there is something to put on a map."""

from __future__ import annotations

from sayso.records.article import Article
from tests.night import article

NEARLY = "The Dnipro broke its dam near Kherson on Sunday and 40 boats were sent from Romania by Tuesday evening."
FIRST = f"""\
Dam breaks near Kherson

KHERSON, May 12 (Skerry Press) — {NEARLY}

“The water came down to Odesa within a single day of the breach,” Ada Quill said.

Moscow refused to speak of it.
"""
SECOND = f"""\
Boats on their way after the dam broke

{NEARLY}

“The water came down to Odesa within a single day of the breach,” Ada Quill said.

The same dam had held since 1956, and Iskra Hollow lay dry.
"""
ABROAD: tuple[Article, ...] = (
    article("first", FIRST, "Skerry Press", "19:42"),
    article("second", SECOND, "The Kell Post", "20:15"),
)
