"""Who answers for a page: its outlet's row in the list, looked up by name or by web address. Unknown stays unknown."""

from __future__ import annotations

import re

from sayso.lists.agencies import Agencies, Agency
from sayso.patterns import compile_later
from sayso.records.article import Article

HOST = compile_later(r"^(?:https?:)?//(?:[^/@]*@)?([^/:?#]+)", re.I)

SIGNED = 300  # characters at the end of a text in which a reporter's address stands
# 63: the longest label that a host's name may have (RFC 1035).
MAIL = re.compile(r"[\w.+-]{1,64}@((?:[\w-]{1,63}\.){1,5}[a-z]{2,24})\b", re.I)


def find_publisher(article: Article, agencies: Agencies) -> Agency | None:
    """The list's row for the article's outlet, or for the site it was on; None is "not known", never "independent"."""
    if article.outlet:
        named = agencies.find(article.outlet) or agencies.find(f"The {article.outlet}")
        if named is not None:
            return named
    host = HOST.match(article.url or "")
    return find_by_site(host.group(1), agencies) if host else None


def find_by_address(text: str, agencies: Agencies) -> Agency | None:
    """The outlet at whose site the reporters named at the end of a text have their mail, if that is one site."""
    hosts = {match.group(1).lower() for match in MAIL.finditer(text, max(0, len(text) - SIGNED))}
    return find_by_site(hosts.pop(), agencies) if len(hosts) == 1 else None


def find_by_site(host: str, agencies: Agencies) -> Agency | None:
    """The outlet whose domain is ``host`` or one that it is a part of: "news.example.org" is of "example.org"."""
    labels = host.lower().strip(".").split(".")
    by_domain = {row.domain: row for row in agencies.rows if row.domain}
    for start in range(len(labels) - 1):
        found = by_domain.get(".".join(labels[start:]))
        if found is not None:
            return found
    return None


def family_of(publisher: Agency) -> str:
    """The owner or family that a publisher belongs to, or its own name where the list gives none."""
    return publisher.family_or_owner or publisher.name
