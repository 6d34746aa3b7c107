"""NITF in: the press agencies' markup of one story."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.articles.claimed import Claimed, with_claims
from sayso.articles.fragment import read_fragment
from sayso.articles.limits import Limits
from sayso.articles.parts import Part, read_parts
from sayso.articles.xmltree import Element, Tree, find_inside, markup_of, words_of
from sayso.errors import MalformedInput
from sayso.records.article import Article
from sayso.records.block import BlockKind

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_PARTS = (
    (BlockKind.HEADLINE, ("hl1",)),
    (BlockKind.DECK, ("hl2",)),
    (BlockKind.BYLINE, ("byline",)),
    (BlockKind.DATELINE, ("dateline",)),
    (BlockKind.CREDIT, ("distributor",)),
)


def read_nitf(tree: Tree, name: str, *, limits: Limits) -> Article:
    """The article of an NITF document: headlines, byline, dateline, distributor, body and tagline, each a block.

    Its id is ``doc-id`` with the version if it has one, ``published`` its release or issue, the outlet the publication
    it names, or else the distributor. Raises BadInput.
    """
    root = tree.root
    parts = list(find_parts(root, name, limits))
    if not any(part.kind is BlockKind.BODY and part.text.strip() for part in parts):
        raise MalformedInput(name, "no text in it: its body has no content")
    doc_id, version = _attribute(root, "doc-id", "id-string"), _attribute(root, "du-key", "version")
    claimed = Claimed(
        f"{doc_id} version {version}" if doc_id and version else doc_id,
        _words(root, "hl1") or _words(root, "hedline") or _words(root, "title"),
        _attribute(root, "pubdata", "name")
        or _words(root, "distributor")
        or _attribute(root, "doc.copyright", "holder"),
        _attribute(root, "pubdata", "item-url") or _attribute(root, "doc-id", "href"),
        _attribute(root, "date.release", "norm") or _attribute(root, "date.issue", "norm"),
        tuple(_people(root)),
        root.get(_LANGUAGE),
        tree.flags,
    )
    return with_claims(read_parts(parts, name, limits=limits), claimed)


def find_parts(root: Element, name: str, limits: Limits) -> Iterator[Part]:
    """The parts of the story in order, wherever the document ``root`` has them."""
    head = next(find_inside(root, "body.head"), None)  # hl2 and byline may stand inside the body as well
    for kind, names in _PARTS:
        for element in () if head is None else find_inside(head, *names):
            yield Part(kind, " ".join(words_of(element).split()))
    for content in find_inside(root, "body.content"):
        yield Part(BlockKind.BODY, read_fragment(markup_of(content), name, limits))
    for end in find_inside(root, "tagline"):
        yield Part(BlockKind.CREDIT, " ".join(words_of(end).split()))


def _words(root: Element, name: str) -> str | None:
    return " ".join(words_of(next(find_inside(root, name), None)).split()) or None


def _attribute(root: Element, name: str, attribute: str) -> str | None:
    return next((value for found in find_inside(root, name) if (value := found.get(attribute))), None)


def _people(root: Element) -> Iterator[str]:
    """The persons of the byline, or the byline without its "By"."""
    head = next(find_inside(root, "body.head"), root)
    for byline in find_inside(head, "byline"):
        named = [" ".join(words_of(person).split()) for person in find_inside(byline, "person")]
        whole = " ".join(words_of(byline).split())
        yield from named or [whole.removeprefix("By ").removeprefix("by ")]
