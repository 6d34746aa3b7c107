"""Articles in: bytes of text, saved pages and JSON lines to ``Article``; nothing else is raised than SaysoError.

``open_article(path)`` takes any of them. A page or a text is never altered: offsets are code points of what was
received (of a page, ``page_map`` leads back to its source). ``flags.py`` lists all words that ``Article.flags`` may
hold, ``limits.py`` all caps.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.articles.jsonl import find_article, read_jsonl, read_line
from sayso.articles.limits import DEFAULT_LIMITS, Limits
from sayso.articles.opening import Format, find_format, open_article
from sayso.articles.published import find_published, parse_published
from sayso.articles.text import read_string, read_text

if TYPE_CHECKING:
    from sayso.articles.html import read_html as read_html
    from sayso.articles.html import read_html_string as read_html_string

__all__ = [
    "DEFAULT_LIMITS",
    "Format",
    "Limits",
    "find_article",
    "find_format",
    "find_published",
    "open_article",
    "parse_published",
    "read_html",
    "read_html_string",
    "read_jsonl",
    "read_line",
    "read_string",
    "read_text",
]


def __getattr__(name: str) -> object:
    """What reads saved pages is imported when it is first asked for: texts and JSON lines do without."""
    if name not in ("read_html", "read_html_string"):
        raise AttributeError(f"module 'sayso.articles' has no attribute {name!r}")
    from sayso.articles import html

    return getattr(html, name)
