"""Articles in: texts, pages, tables, feeds, agencies' items, archives to ``Article``; all that is raised is SaysoError.

``read_articles(path)`` takes any of them, ``open_article(path)`` what is one article; ``formats.py`` lists the formats.
A page or a text is never altered: offsets are code points of what was received (of a page, ``page_map`` leads back to
its source). ``flags.py`` lists all words that ``Article.flags`` may hold, ``limits.py`` all caps.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.articles.columns import Columns, parse_columns
from sayso.articles.formats import Format, find_format
from sayso.articles.jsonl import read_jsonl, read_line
from sayso.articles.limits import DEFAULT_LIMITS, Limits
from sayso.articles.opening import find_article, open_article, open_data, read_articles
from sayso.articles.published import find_published, parse_published
from sayso.articles.text import read_string, read_text

if TYPE_CHECKING:
    from sayso.articles.html import read_html as read_html
    from sayso.articles.html import read_html_string as read_html_string

__all__ = [
    "DEFAULT_LIMITS",
    "Columns",
    "Format",
    "Limits",
    "find_article",
    "find_format",
    "find_published",
    "open_article",
    "open_data",
    "parse_columns",
    "parse_published",
    "read_articles",
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
