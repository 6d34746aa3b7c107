"""Articles in: texts, pages, tables, feeds, agencies' items, archives to ``Article``; all that is raised is SaysoError.

``read_articles(path)`` takes any of them, ``open_article(path)`` what is one article; ``formats.py`` lists the formats.
A page or a text is never altered: offsets are code points of what was received (of a page, ``page_map`` leads back to
its source). ``flags.py`` lists all words that ``Article.flags`` may hold, ``limits.py`` all caps.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.articles.columns import Columns as Columns
    from sayso.articles.columns import parse_columns as parse_columns
    from sayso.articles.formats import Format as Format
    from sayso.articles.formats import find_format as find_format
    from sayso.articles.html import read_html as read_html
    from sayso.articles.html import read_html_string as read_html_string
    from sayso.articles.jsonl import read_jsonl as read_jsonl
    from sayso.articles.jsonl import read_line as read_line
    from sayso.articles.limits import DEFAULT_LIMITS as DEFAULT_LIMITS
    from sayso.articles.limits import Limits as Limits
    from sayso.articles.opening import find_article as find_article
    from sayso.articles.opening import open_article as open_article
    from sayso.articles.opening import open_data as open_data
    from sayso.articles.opening import read_articles as read_articles
    from sayso.articles.published import find_published as find_published
    from sayso.articles.published import parse_published as parse_published
    from sayso.articles.text import read_string as read_string
    from sayso.articles.text import read_text as read_text

_HOMES = {
    "DEFAULT_LIMITS": "limits",
    "Columns": "columns",
    "Format": "formats",
    "Limits": "limits",
    "find_article": "opening",
    "find_format": "formats",
    "find_published": "published",
    "open_article": "opening",
    "open_data": "opening",
    "parse_columns": "columns",
    "parse_published": "published",
    "read_articles": "opening",
    "read_html": "html",
    "read_html_string": "html",
    "read_jsonl": "jsonl",
    "read_line": "jsonl",
    "read_string": "text",
    "read_text": "text",
}

__all__ = [*_HOMES]  # noqa: PLE0604 (the two lists are one)


def __getattr__(name: str) -> object:
    """Each name is imported when it is first asked for: what reads saved pages is not needed for a text."""
    if name not in _HOMES:
        raise AttributeError(f"module 'sayso.articles' has no attribute {name!r}")
    value = getattr(import_module(f"sayso.articles.{_HOMES[name]}"), name)
    globals()[name] = value  # asked for once, found at once from then on
    return value
