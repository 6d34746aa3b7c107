"""XML in: the root element says whether it is a feed, NewsML-G2, NITF or a page."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.articles import feed, newsml
from sayso.articles.html import read_html
from sayso.articles.limits import Limits
from sayso.articles.nitf import read_nitf
from sayso.articles.xmltree import local_name, read_tree
from sayso.errors import MalformedInput
from sayso.records.article import Article
from sayso.records.reading import Unread


def read_xml(data: bytes, name: str, *, limits: Limits) -> Iterator[Article | Unread]:
    """The articles of an XML document. Raises BadInput, also where it is of a kind that is not known."""
    tree = read_tree(data, name, limits=limits)
    root = local_name(tree.root)
    if root in feed.ROOTS:
        yield from feed.read_feed(tree, name, limits=limits)
    elif root in newsml.ROOTS:
        yield from newsml.read_newsml(tree, name, limits=limits)
    elif root == "nitf":
        yield read_nitf(tree, name, limits=limits)
    elif root.lower() == "html":
        yield read_html(data, name, limits=limits)
    else:
        raise MalformedInput(name, f"XML of a kind that is not read: <{root[:40]}>; feeds, NewsML-G2 and NITF are")
