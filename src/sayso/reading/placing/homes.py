"""Where an outlet is at home, as far as its name and web address tell."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.lists.agencies import Agencies
from sayso.lists.publishers import HOST, find_publisher
from sayso.records.article import Article

# Two-letter endings that anybody may have.
ANYBODYS = frozenset("tv co io me fm ai eu cc ly to ws am".split())
CODES = {"uk": "GB"}


@dataclass(frozen=True, slots=True)
class Home:
    """The country of an outlet, and its site's name in plain letters: "GB", "cambridgenews". Empty is not known."""

    country: str = ""
    site: str = ""


def find_home(article: Article, agencies: Agencies) -> Home:
    """By the list of outlets, else by the country that the address ends in."""
    host = HOST.match(article.url or "")
    labels = host.group(1).lower().split(".") if host else []
    publisher = find_publisher(article, agencies)
    country = publisher.country if publisher else None
    if not country and labels and len(labels[-1]) == 2 and labels[-1] not in ANYBODYS:
        country = CODES.get(labels[-1], labels[-1].upper())
    return Home(country or "", re.sub(r"[^a-z]", "", "".join(labels[:-1]).removeprefix("www")))
