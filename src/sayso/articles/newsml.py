"""NewsML-G2 in: one article a news item, alone or in a message of several."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.articles.claimed import Claimed, with_claims
from sayso.articles.fragment import read_fragment
from sayso.articles.limits import Limits
from sayso.articles.nitf import find_parts
from sayso.articles.parts import Part, read_parts
from sayso.articles.xmltree import (
    Element,
    Tree,
    find_child,
    find_children,
    find_inside,
    local_name,
    markup_of,
    words_of,
)
from sayso.errors import BadInput, MalformedInput
from sayso.records.article import Article
from sayso.records.block import BlockKind
from sayso.records.reading import Unread

ROOTS = frozenset({"newsMessage", "newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem"})
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_WITHDRAWN = frozenset({"canceled", "cancelled", "withheld"})


def read_newsml(tree: Tree, name: str, *, limits: Limits) -> Iterator[Article | Unread]:
    """The news items of a document in order; one without a text, or withdrawn, gives ``Unread(where, reason)``.

    An article's id is the item's ``guid`` and version, ``published`` the time of this version, its outlet the source of
    information that the item names, or else its provider.
    """
    root = tree.root
    if local_name(root) == "newsMessage":
        items = [item for held in find_children(root, "itemSet") for item in held if local_name(item)]
    else:
        items = [root]
    for number, item in enumerate(items, 1):
        where = f"{name}, item {number}"
        try:
            yield _read_item(item, where, tree.flags, limits)
        except BadInput as error:
            yield Unread(where, error.reason)


def _read_item(item: Element, where: str, flags: tuple[str, ...], limits: Limits) -> Article:
    if local_name(item) != "newsItem":
        raise MalformedInput(where, f"a {local_name(item)}, which holds no story of its own")
    meta, content = find_child(item, "itemMeta"), find_child(item, "contentMeta")
    status = _code(None if meta is None else find_child(meta, "pubStatus"))
    if status in _WITHDRAWN:
        raise MalformedInput(where, f"withdrawn by its provider (status {status})")
    headline = _first(content, "headline") or _first(meta, "title")
    parts = list(_find_parts(item, content, headline, where, limits))
    if not any(part.kind is BlockKind.BODY and part.text.strip() for part in parts):
        kind = _code(None if meta is None else find_child(meta, "itemClass")) or "unknown class"
        raise MalformedInput(where, f"no text in it ({kind})")
    guid, version = item.get("guid"), item.get("version")
    claimed = Claimed(
        f"{guid} version {version}" if guid and version else guid,
        headline,
        _named(content, "infoSource") or _named(meta, "provider"),
        _address(item),
        _first(meta, "versionCreated") or _first(content, "contentCreated") or _first(meta, "firstCreated"),
        tuple(_authors(content)),
        _language(item, content),
        flags,
    )
    return with_claims(read_parts(parts, where, limits=limits), claimed)


def _find_parts(
    item: Element, content: Element | None, headline: str | None, where: str, limits: Limits
) -> Iterator[Part]:
    """The parts of the story: those of an NITF document inside, else what the item says of it and the body."""
    sets = [inside for held in find_children(item, "contentSet") for inside in held]
    for inside in sets:
        if local_name(inside) == "inlineXML" and next(find_inside(inside, "body.content"), None) is not None:
            yield from find_parts(inside, where, limits)
            return
    yield Part(BlockKind.HEADLINE, headline or "")
    yield Part(BlockKind.BYLINE, _first(content, "by") or "")
    yield Part(BlockKind.DATELINE, _first(content, "dateline") or "")
    for inside in sets:
        if local_name(inside) == "inlineXML":
            body = next(find_inside(inside, "body"), inside)
            yield Part(BlockKind.BODY, read_fragment(markup_of(body), where, limits))
        elif local_name(inside) == "inlineData" and "text" in inside.get("contenttype", "text/plain"):
            marked = "html" in inside.get("contenttype", "")
            words = words_of(inside)
            yield Part(BlockKind.BODY, read_fragment(words, where, limits) if marked else words)
    yield Part(BlockKind.CREDIT, _first(content, "creditline") or "")


def _first(holder: Element | None, *names: str) -> str | None:
    found = () if holder is None else find_children(holder, *names)
    return next((text for child in found if (text := " ".join(words_of(child).split()))), None)


def _named(holder: Element | None, name: str) -> str | None:
    """What a party is called: its name, its literal, or its code without the vocabulary."""
    for party in () if holder is None else find_children(holder, name):
        named = _first(party, "name") or party.get("literal") or _code(party)
        if named:
            return named
    return None


def _code(element: Element | None) -> str | None:
    """ "usable" of ``qcode="stat:usable"`` or ``uri=".../usable"``."""
    if element is None:
        return None
    code, address = str(element.get("qcode") or ""), str(element.get("uri") or "")
    return code.partition(":")[2] or address.rstrip("/").rpartition("/")[2] or None


def _address(item: Element) -> str | None:
    """Where the story stands on the web, if a link of the item says so."""
    for link in find_inside(item, "link"):
        address = link.get("href") or ""
        if address.startswith(("http://", "https://")) and "canonical" in (link.get("rel") or ""):
            return address
    return None


def _authors(content: Element | None) -> Iterator[str]:
    if content is None:
        return
    people = [name for creator in find_children(content, "creator", "contributor") if (name := _first(creator, "name"))]
    yield from people or [by.removeprefix("By ").removeprefix("by ") for by in [_first(content, "by")] if by]


def _language(item: Element, content: Element | None) -> str | None:
    told = None if content is None else find_child(content, "language")
    tag: str | None = told.get("tag") if told is not None else None
    return tag or item.get(_LANGUAGE)
