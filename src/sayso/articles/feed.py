"""RSS and Atom in: one article an entry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sayso.articles import flags
from sayso.articles.claimed import Claimed, with_claims
from sayso.articles.fragment import read_fragment
from sayso.articles.limits import Limits
from sayso.articles.published import parse_published
from sayso.articles.text import read_string
from sayso.articles.xmltree import (
    Element,
    Tree,
    find_child,
    find_children,
    find_inside,
    local_name,
    markup_of,
    namespace,
    words_of,
)
from sayso.errors import BadInput, EmptyInput
from sayso.records.article import Article
from sayso.records.reading import Unread

ROOTS = frozenset({"rss", "feed", "RDF"})
_CONTENT = ("http://purl.org/rss/1.0/modules/content/", "content")
# Of the media and podcast vocabularies nothing is taken: their titles and descriptions are of pictures and sounds.
_KNOWN = frozenset(
    {
        "",
        *_CONTENT,
        "http://purl.org/rss/1.0/",
        "http://my.netscape.com/rdf/simple/0.9/",
        "http://backend.userland.com/rss2",
        "http://www.w3.org/2005/atom",
        "http://purl.org/atom/ns#",
        "http://purl.org/dc/elements/1.1/",
        "http://purl.org/dc/terms/",
        "atom",
        "dc",
        "dcterms",
    }
)
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_PUBLISHED = ("pubDate", "published", "issued", "date", "created")  # "updated" only where there is none of them
_AUTHORS = 20


def read_feed(tree: Tree, name: str, *, limits: Limits) -> Iterator[Article | Unread]:
    """The entries of a feed in order. One that has no words, or is cut off, gives ``Unread("name, entry 3", reason)``.

    An entry's ``<source>`` is its outlet, as the feed claims, and without one the feed itself. Where there is only a
    summary the article is flagged "summary only".
    """
    entries = list(find_inside(tree.root, "item", "entry"))
    feed = find_child(tree.root, "channel")
    feed = tree.root if feed is None else feed
    whole = sum(tree.text.count(f"</{tag}") for tag in _closings(entries)) >= len(entries)
    for number, entry in enumerate(entries, 1):
        where = f"{name}, entry {number}"
        if number == len(entries) and flags.BROKEN_MARKUP in tree.flags and not whole:
            yield Unread(where, "the feed ends within this entry; save it again")
            return
        try:
            yield _read_entry(entry, feed, where, tree.flags, limits)
        except BadInput as error:
            yield Unread(where, error.reason)


def _closings(entries: list[Element]) -> set[str]:
    """The end tags of entries, with the prefix that they have in the feed."""
    return {f"{entry.prefix}:{local_name(entry)}" if entry.prefix else local_name(entry) for entry in entries}


def _read_entry(entry: Element, feed: Element, where: str, found: tuple[str, ...], limits: Limits) -> Article:
    text, is_summary = _find_words(entry, where, limits)
    if not text.strip():
        raise EmptyInput(where, "no words in it but a title")
    claimed = Claimed(
        None,
        read_fragment(words_of(next(_find(entry, "title"), None)), where, limits),
        _outlet(entry, feed),
        _address(entry),
        _first(entry, *_PUBLISHED) or _first(entry, "updated", "modified"),
        tuple(_authors(entry)) or tuple(_authors(feed)),
        entry.get(_LANGUAGE) or _first(entry, "language") or _first(feed, "language") or feed.get(_LANGUAGE),
        (*found, *((flags.SUMMARY_ONLY,) if is_summary else ())),
    )
    published, changed = _first(entry, *_PUBLISHED), _first(entry, "updated", "modified")
    modified = parse_published(changed) if published and changed else None
    return replace(with_claims(read_string(text, where, limits=limits), claimed), modified=modified)


def _find_words(entry: Element, where: str, limits: Limits) -> tuple[str, bool]:
    """The words of the entry's content, or of its summary, and whether it is that."""
    for child in _find(entry, "encoded", "content"):
        if not child.get("src") and (text := _words(child, where, limits)).strip():
            return text, False
    for child in _find(entry, "description", "summary", "subtitle"):
        if (text := _words(child, where, limits)).strip():
            return text, True
    return "", True


def _words(element: Element, where: str, limits: Limits) -> str:
    """The words of a text construct: markup inside it, markup that is escaped, or plain text."""
    markup = markup_of(element) if len(element) else words_of(element)
    if element.get("type") in ("text", "text/plain"):
        return words_of(element)
    return read_fragment(markup, where, limits)


def _outlet(entry: Element, feed: Element) -> str | None:
    """The source that the entry names, its publisher, or the feed's own name."""
    source = next(_find(entry, "source"), None)
    named = find_child(source, "title") if source is not None and len(source) else source
    return _clean(words_of(named)) or _first(entry, "publisher") or _first(feed, "publisher", "title")


def _address(entry: Element) -> str | None:
    """The link to the story; an id that is an address where there is none."""
    for link in _find(entry, "link"):
        address = (link.get("href") or words_of(link)).strip()
        if address.startswith(("http://", "https://")) and link.get("rel", "alternate") == "alternate":
            return address
    guid = find_child(entry, "guid", "id")
    address = words_of(guid).strip()
    permanent = guid is not None and guid.get("isPermaLink", "true") == "true"
    return address if permanent and address.startswith(("http://", "https://")) else None


def _authors(holder: Element) -> Iterator[str]:
    for author in list(_find(holder, "creator", "author"))[:_AUTHORS]:
        name = find_child(author, "name")
        text = _clean(words_of(author if name is None else name))
        if text:
            yield _without_address(text)


def _without_address(author: str) -> str:
    """ "mail@post.example (Orla Fenwick)", as RSS writes authors, is Orla Fenwick."""
    mail, bracket, name = author.partition(" (")
    return name.removesuffix(")") if bracket and "@" in mail and " " not in mail else author


def _first(holder: Element, *names: str) -> str | None:
    """The words of the first child of these names that has any, name by name."""
    for name in names:
        for child in _find(holder, name):
            if text := _clean(words_of(child)):
                return text
    return None


def _find(holder: Element, *names: str) -> Iterator[Element]:
    """Its children of these names in the vocabularies of feeds."""
    return (child for child in find_children(holder, *names) if namespace(child) in _KNOWN)


def _clean(text: str) -> str:
    return " ".join(text.split())
