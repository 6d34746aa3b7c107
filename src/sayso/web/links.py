"""Addresses inside the reading room. An article goes by its text's digest, a stretch by its offsets.

All are relative to the ledger's own address, so that a link in JSON holds wherever the ledger is served.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote, urlencode

from sayso.articles.identity import digest_text
from sayso.ledger.listing import SHORT


def text_key(text: str) -> str:
    """The first hexadecimal digits of the digest of a text."""
    return digest_text(text)[:SHORT]


def article_link(key: str, article: str | None = None, start: int | None = None, end: int | None = None) -> str:
    """``a/<digest>?c=120-245#c=120-245``: marked on arrival, with or without script.

    ``article`` is given where several articles have this text.
    """
    stretch = f"{start}-{end}" if start is not None and end is not None else None
    return f"a/{key}" + _asked(id=article, c=stretch) + (f"#c={stretch}" if stretch else "")


def draft_link(key: str, room: str, start: int | None = None, end: int | None = None) -> str:
    """A pasted text's own page, which lies outside the ledger in which it is traced."""
    stretch = f"{start}-{end}" if start is not None and end is not None else None
    return f"../../draft/{key}" + _asked(**{"in": room}, c=stretch) + (f"#c={stretch}" if stretch else "")


def story_link(key: str, article: str | None = None) -> str:
    return f"s/{key}" + _asked(id=article)


def echoes_link(key: str, article: str | None = None) -> str:
    return f"e/{key}" + _asked(id=article)


def edge_link(child: str, parent: str, child_article: str | None = None, parent_article: str | None = None) -> str:
    """Two articles' texts side by side."""
    return f"e/{child}/{parent}" + _asked(child_id=child_article, parent_id=parent_article)


def point_link(key: str, start: int, end: int, article: str | None = None) -> str:
    """The point that holds the claim at these offsets: it stays when points are numbered anew."""
    return f"p/{key}/{start}-{end}" + _asked(id=article)


def _asked(**asked: str | None) -> str:
    given = {name: value for name, value in asked.items() if value is not None}
    return f"?{urlencode(given)}" if given else ""


def deeper(link: str, what: str, **asked: object) -> str:
    """An address below ``link``, or with more asked of it: ``s/<digest>/places?id=a1&format=csv``."""
    path, _, before = link.partition("?")
    given = urlencode({name: value for name, value in asked.items() if value is not None})
    query = "&".join(part for part in (before, given) if part)
    return path + (f"/{what}" if what else "") + (f"?{query}" if query else "")


def source_link(name: str) -> str:
    return "source?" + urlencode({"name": name})


def claim_pick(key: str, claim: str) -> str:
    """A claim as a report picks it: the text's digest and the claim's id."""
    return f"{key}.{claim}"


def report_link(picks: Iterable[str], title: str = "") -> str:
    asked = [("c", pick) for pick in picks] + ([("title", title)] if title else [])
    return "report?" + urlencode(asked, quote_via=quote)
