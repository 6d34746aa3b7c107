"""What a page claims of itself: title, outlet, address, time, authors, language. Claims, not facts."""

from __future__ import annotations

import html
import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.articles.page import Page, compact
from sayso.articles.published import parse_published
from sayso.records.article import Precision, Published

_ARTICLE_TYPES = re.compile(r"(?:Article|BlogPosting|SocialMediaPosting|Report|Review)$")
_PAGE_TYPES = re.compile(r"(?:WebPage|ItemPage)$")
_MODIFIED_META = ("article:modified_time", "og:updated_time", "datemodified")
_PUBLISHED_META = (
    "article:published_time",
    "datepublished",
    "og:article:published_time",
    "og:published_time",
    "article:published",
    "parsely-pub-date",
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
    "date.available",
    "date.created",
    "article.published",
    "publish-date",
    "publish_date",
    "published-date",
    "pubdate",
    "publication_date",
    "prism.publicationdate",
    "citation_publication_date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "dc.date",
    "sailthru.date",
    "date",
    "displaydate",
    "iso-8601-publish-date",
    "og:pubdate",
    "created",
)
_TITLE_META = ("og:title", "twitter:title", "dc.title", "title", "parsely-title", "sailthru.title")
_OUTLET_META = (
    "og:site_name",
    "application-name",
    "prism.publicationname",
    "dc.publisher",
    "publisher",
    "twitter:site",
)
_AUTHOR_META = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl", "citation_author")
_SEPARATORS = re.compile(r"\s+[|\-–—•·»:*]\s+|\s*[|»]\s*")
_QUOTES = str.maketrans({"‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "\xa0": " "})
_DEEPEST = 12  # levels of linked data that are walked
_MOST = 2_000  # objects of linked data that are walked
_AUTHORS = 20
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}\Z")


@dataclass(frozen=True, slots=True)
class PageClaims:
    """The page says this of itself, in linked data (JSON-LD) first, then in meta tags, then in its markup."""

    title: str | None
    outlet: str | None
    url: str | None
    published: Published | None
    modified: Published | None
    authors: tuple[str, ...]
    language: str | None
    decks: tuple[str, ...]  # its own descriptions of the story


Thing = dict[str, object]


def read_claims(page: Page, headings: tuple[str, ...] = ()) -> PageClaims:
    """The claims of ``page``; ``headings`` are the texts of its h1 elements, which settle between two titles."""
    things = list(_walk(page.linked_data))
    article = _find_article(things, page)
    meta = dict(reversed(page.meta))  # the first of each name counts
    outlet = _outlet(article, things, meta)
    described = [_string(article.get("description")), meta.get("og:description"), meta.get("description")]
    return PageClaims(
        _title(article, meta, page.title, outlet, headings),
        outlet,
        _url(page, article, meta),
        _published(article, things, meta, page.times),
        _modified(article, meta),
        _authors(article, things, page),
        _language(page.language or _string(article.get("inLanguage")) or meta.get("og:locale")),
        tuple(text for text in map(_clean, described) if text),
    )


# ── linked data ──


def _walk(scripts: tuple[str, ...]) -> Iterator[Thing]:
    """All objects of the scripts that stand at the top, in a list or in a graph."""
    left = _MOST
    for script in scripts:
        waiting: list[tuple[object, int]] = [(_parse(script), 0)]
        while waiting and left > 0:
            value, level = waiting.pop(0)
            if isinstance(value, list) and level < _DEEPEST:
                waiting[:0] = [(item, level + 1) for item in value[:_MOST]]
            elif isinstance(value, dict):
                left -= 1
                yield value
                waiting[:0] = [(value[key], level + 1) for key in ("@graph", "mainEntity") if key in value]


def _parse(script: str) -> object:
    text = script.strip().removeprefix("<!--").removesuffix("-->").strip()
    text = text.removeprefix("//<![CDATA[").removeprefix("<![CDATA[").removesuffix("//]]>").removesuffix("]]>")
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):  # broken or nested beyond reason: the page then claims nothing here
        return None


def _types(thing: Thing) -> list[str]:
    kind = thing.get("@type")
    return [item for item in (kind if isinstance(kind, list) else [kind]) if isinstance(item, str)]


def _find_article(things: list[Thing], page: Page) -> Thing:
    """The article that the page is about: of several, the one with the page's address, then the first."""
    articles = [thing for thing in things if any(_ARTICLE_TYPES.search(kind) for kind in _types(thing))]
    here = _address(page.canonical)
    for thing in articles:
        if here and here in map(_address, (_reference(thing.get("mainEntityOfPage")), _string(thing.get("url")))):
            return thing
    return articles[0] if articles else {}


def _reference(value: object) -> str | None:
    return _string(value.get("@id") or value.get("url")) if isinstance(value, dict) else _string(value)


def _address(value: str | None) -> str:
    return re.sub(r"^https?://(?:www\.)?", "", value or "").split("#")[0].split("?")[0].rstrip("/").lower()


def _string(value: object) -> str | None:
    value = value[0] if isinstance(value, list) and value else value
    return value if isinstance(value, str) and value.strip() else None


def _clean(value: str | None) -> str | None:
    """One line, entities decoded (twice where a site escaped twice), encodable; None if nothing is left."""
    if value is None:
        return None
    text = " ".join(html.unescape(html.unescape(value)).split())[:2000]
    return text.encode("utf-8", "replace").decode("utf-8") or None


# ── fields ──


def fold(text: str) -> str:
    """``text`` for comparing: one kind of quotes and spaces, no case."""
    return " ".join(unicodedata.normalize("NFKC", text).translate(_QUOTES).casefold().split())


def _title(
    article: Thing, meta: dict[str, str], shown: str | None, outlet: str | None, headings: tuple[str, ...]
) -> str | None:
    """The title that linked data or meta tags claim; of two, the one that stands on the page as its heading."""
    claimed = [meta.get(name) for name in _TITLE_META]
    social = next((text for text in map(_clean, claimed) if text), None)
    linked = _clean(_string(article.get("headline")) or _string(article.get("name")))
    headed = [fold(heading) for heading in headings]
    social = strip_outlet(social, outlet, headings) if social else None
    linked = strip_outlet(linked, outlet, headings) if linked else None
    if social and linked:
        if fold(social) == fold(linked) or (fold(social) in headed and fold(linked) not in headed):
            return social
        return linked if len(linked) < 2 * len(social) or fold(linked) in headed else social
    if social or linked:
        return social or linked
    heading = next((text for text in map(_clean, headings) if text), None)
    plain = _clean(shown)
    return heading or (strip_outlet(plain, outlet, headings) if plain else None)


def strip_outlet(title: str, outlet: str | None, headings: tuple[str, ...] = ()) -> str:
    """``title`` without what follows the page's heading in it, or without the outlet's name at either end."""
    for heading in headings:
        head = " ".join(heading.split())
        rest = title[len(head) :]
        if len(head) >= 15 and fold(title[: len(head)]) == fold(head) and _SEPARATORS.match(rest):
            return title[: len(head)]
    name = compact(outlet or "").casefold()
    name = name.removeprefix("the")
    cuts = list(_SEPARATORS.finditer(title)) if len(name) >= 2 else []
    for cut in cuts:
        tail = compact(title[cut.end() :]).casefold().removeprefix("the")
        if _names(tail, name) and cut.start() > 0:
            return title[: cut.start()].strip()
    for cut in reversed(cuts):
        front = compact(title[: cut.start()]).casefold().removeprefix("the")
        if _names(front, name) and title[cut.end() :].strip():
            return title[cut.end() :].strip()
    return title


def _names(words: str, outlet: str) -> bool:
    """Whether ``words`` are the outlet's name, shorter or with a little more ("Globalnews.ca", "CBC News")."""
    if len(words) < 2:
        return False
    return (words.startswith(outlet) and len(words) <= len(outlet) + 12) or (
        outlet.startswith(words) and len(words) > 3
    )


def _outlet(article: Thing, things: list[Thing], meta: dict[str, str]) -> str | None:
    publisher = article.get("publisher")
    publisher = publisher[0] if isinstance(publisher, list) and publisher else publisher
    named = _string(publisher.get("name")) if isinstance(publisher, dict) else _string(publisher)
    known = publisher.get("@id") if isinstance(publisher, dict) else None
    referred = [_string(thing.get("name")) for thing in things if known and thing.get("@id") == known]
    sites = [_string(thing.get("name")) for thing in things if "WebSite" in _types(thing)]
    candidates = [named, meta.get("og:site_name"), *referred, *sites, *(meta.get(name) for name in _OUTLET_META[1:])]
    return next((text.removeprefix("@") for text in map(_clean, candidates) if text and "://" not in text), None)


def _url(page: Page, article: Thing, meta: dict[str, str]) -> str | None:
    claimed = (
        page.canonical,
        meta.get("og:url"),
        _string(article.get("url")),
        _reference(article.get("mainEntityOfPage")),
    )
    return next((text for text in map(_clean, claimed) if text and text.startswith(("http://", "https://"))), None)


def _modified(article: Thing, meta: dict[str, str]) -> Published | None:
    claimed = (_string(article.get("dateModified")), *(meta.get(name) for name in _MODIFIED_META))
    return next((time for value in claimed if value and (time := parse_published(value)) is not None), None)


def _published(article: Thing, things: list[Thing], meta: dict[str, str], times: tuple[str, ...]) -> Published | None:
    """The first claim that can be read; a later one only lends its time to the same day."""
    pages = [thing for thing in things if any(_PAGE_TYPES.search(kind) for kind in _types(thing))]
    claimed = [
        _string(article.get("datePublished")),
        meta.get(_PUBLISHED_META[0]),
        *(_string(thing.get("datePublished")) for thing in pages[:1]),
        *(meta.get(name) for name in _PUBLISHED_META[1:]),
        _string(article.get("dateCreated")),
        *times[:1],
    ]
    found = [published for value in claimed if value and (published := parse_published(value)) is not None]
    if not found:
        return None
    first = found[0]
    if first.precision is not Precision.DAY:
        return first
    return next((later for later in found if later.precision is not Precision.DAY and later.day == first.day), first)


def _authors(article: Thing, things: list[Thing], page: Page) -> tuple[str, ...]:
    names = [name for person in _people(article.get("author")) for name in _person(person, things)]
    if not names:
        found = [content for wanted in _AUTHOR_META for name, content in page.meta if name == wanted]
        names = [name for name in found if "://" not in name]
    cleaned = [text.removeprefix("By ").removeprefix("by ") for text in map(_clean, names) if text and len(text) <= 120]
    return tuple({compact(name).casefold(): name for name in reversed(cleaned)}.values())[::-1][:_AUTHORS]


def _people(value: object) -> list[object]:
    return value[:_AUTHORS] if isinstance(value, list) else [value]


def _person(person: object, things: list[Thing]) -> list[str]:
    if isinstance(person, str):
        return [person]
    if not isinstance(person, dict):
        return []
    name = person.get("name")
    if name is None and person.get("@id"):
        name = next((thing.get("name") for thing in things if thing.get("@id") == person["@id"]), None)
    return [item for item in _people(name) if isinstance(item, str)]


def _language(value: str | None) -> str | None:
    return value.strip().replace("_", "-") if value and _LANGUAGE.match(value.strip()) else None
