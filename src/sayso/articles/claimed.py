"""What an input says of an article beside its text, laid over what the page or the text says of itself."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sayso.articles import flags
from sayso.articles.decoding import replace_surrogates
from sayso.articles.identity import make_id
from sayso.articles.published import parse_published
from sayso.patterns import compile_later
from sayso.records.article import Article

LONGEST = 2_000  # characters of a title or an address
ID_LENGTH = 500
MOST_AUTHORS = 20
_LANGUAGE = compile_later(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}\Z")


@dataclass(frozen=True, slots=True)
class Claimed:
    """The input says this, in its own words: ``published`` is as written there. None and "" say nothing."""

    id: str | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    flags: tuple[str, ...] = ()


def with_claims(article: Article, claimed: Claimed) -> Article:
    """``article`` with what the input claims in front of its own claims, flagged where a time cannot be read.

    Without an id in the input it is made of text, title, address and time.
    """
    published = parse_published(claimed.published) if claimed.published else None
    unclear = (flags.PUBLISHED_UNKNOWN,) if claimed.published and published is None else ()
    authors = tuple(dict.fromkeys(name for author in claimed.authors if (name := on_one_line(author))))
    language = (claimed.language or "").strip()
    stated = replace(
        article,
        title=on_one_line(claimed.title) or article.title,
        url=on_one_line(claimed.url) or article.url,
        outlet=on_one_line(claimed.outlet) or article.outlet,
        published=published or article.published,
        authors=authors[:MOST_AUTHORS] or article.authors,
        language=language.replace("_", "-") if _LANGUAGE.match(language) else article.language,
        flags=tuple(dict.fromkeys((*claimed.flags, *article.flags, *unclear))),
    )
    made = make_id(stated.text, title=stated.title, url=stated.url, published=stated.published)
    return replace(stated, id=on_one_line(claimed.id, ID_LENGTH) or made)


def on_one_line(text: str | None, longest: int = LONGEST) -> str | None:
    """``text`` with single spaces, none at its ends and no lone surrogate; None if nothing is left."""
    return replace_surrogates(" ".join((text or "")[: 2 * longest].split())[:longest]).text or None
