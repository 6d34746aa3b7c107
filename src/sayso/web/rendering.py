"""Templates to pages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from sayso._version import __version__
from sayso.exports.escapes import escape_acting, find_active, on_one_line
from sayso.exports.marked_text import escape_html
from sayso.exports.rows import find_gaps
from sayso.exports.wording import count
from sayso.records.span import Span
from sayso.web import links
from sayso.web.facts import word_number, word_point
from sayso.web.matrix import does_of
from sayso.web.mentions import count_articles
from sayso.web.placed import word_precision
from sayso.web.reader import THRESHOLDS

GAP = Markup(' <span class="gap" title="words of the article left out">…</span> ')
DOES = {
    "asserts": "asserts",
    "confirms": "confirms",
    "denies": "denies",
    "hedges": "hedges",
    "intends": "intends",
    "asks": "asks",
    "tells": "tells as fact",
    "says": "says",
}
SIGNS = {
    "asserts": "●",
    "says": "●",
    "tells": "■",
    "confirms": "✓",
    "denies": "✕",
    "hedges": "≈",
    "intends": "→",
    "asks": "?",
}
HOW = (
    ("own", "States it in the outlet's own voice"),
    ("attributed", "Attributes it"),
    ("confirmed", "Gives somebody who confirms it"),
    ("hedged", "Hedges it"),
    ("denied", "Gives somebody who denies it"),
    ("unsettled", "Unsettled whose words these are"),
)


class Renderer:
    """Every page is made here: autoescaped, and with what all of them need."""

    def __init__(self, form_token: str) -> None:
        self._templates = Environment(
            loader=PackageLoader("sayso.web", "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            finalize=_quiet,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.filters |= {
            "safe_words": show_words,
            "one_line": on_one_line,
            "count": count,
            "stretches": show_stretches,
            "query": urlencode,
            "capitalize_first": lambda words: words[:1].upper() + words[1:],
            "figure": word_number,
            "deeper": links.deeper,
            "count_articles": count_articles,
        }
        self._templates.globals |= {
            "csrf": form_token,
            "version": __version__,
            "does_of": does_of,
            "DOES": DOES,
            "SIGNS": SIGNS,
            "HOW": HOW,
            "thresholds": THRESHOLDS,
            "precision": word_precision,
            "point_words": word_point,
        }

    def load(self, *names: str) -> None:
        """Makes these templates ready, or all, which each would be when it is first shown."""
        for name in names or self._templates.list_templates(extensions=["html"]):
            self._templates.get_template(name)

    def render(self, template: str, **values: Any) -> str:
        page = {"base": "/", "room": None, "api": None, "picks": (), "stamp_for": _no_stamp} | values
        return self._templates.get_template(template).render(page)


def _no_stamp(*_: object) -> None:
    """Outside a ledger nothing is judged."""


def _quiet(value: object) -> object:
    """What a template puts on a page, with nothing in it that acts on the screen; markup was seen to already."""
    return escape_acting(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def show_words(words: str) -> Markup:
    """Words of an article, set apart from those around them, with nothing in them that acts on the screen."""
    inside = Markup(escape_html(words)) if find_active(words) else Markup.escape(words)
    return Markup(f"<bdi>{inside}</bdi>")


def show_stretches(spans: Iterable[Span], text: str) -> Markup:
    """Several stretches of a text, with a mark where it has other words in between."""
    parts: list[Markup] = []
    for span, gap in find_gaps(spans, text):
        if parts:
            parts.append(GAP if gap else Markup(" "))
        parts.append(show_words(span.cut(text)))
    return Markup("").join(parts)
