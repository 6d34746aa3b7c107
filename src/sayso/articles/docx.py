"""Word documents (.docx) in: the paragraphs as a reader of the document sees them."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from sayso.articles import flags
from sayso.articles.claimed import Claimed, with_claims
from sayso.articles.decoding import check_size
from sayso.articles.limits import Limits
from sayso.articles.packed import open_zip, read_member
from sayso.articles.stretches import JOINT
from sayso.articles.text import read_string
from sayso.articles.xmltree import Element, find_child, find_inside, local_name, read_tree, words_of
from sayso.errors import EmptyInput, MalformedInput
from sayso.records.article import Article

_STORY = "word/document.xml"
_CLAIMS = "docProps/core.xml"
_UNSHOWN = frozenset(
    {"del", "moveFrom", "instrText", "delText", "Fallback", "pPr", "rPr", "sectPr", "footnoteReference"}
)
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "ptab": "\t"}


def read_docx(data: bytes, name: str, *, limits: Limits) -> Article:
    """The article of a Word document: its paragraphs and those of its tables in order, joined by an empty line.

    Deleted and hidden words, notes and headers are left out. Title and author are what the document's properties say;
    when it was made is not when it was published. Raises BadInput.
    """
    check_size(data, name, limits)
    with open_zip(BytesIO(data), name) as opened:
        if _STORY not in opened.namelist():
            raise MalformedInput(name, "no Word document: it has no word/document.xml; save it as .docx, or as text")
        story = read_tree(read_member(opened, _STORY, name, limits), name, limits=limits)
        claimed = _read_claims(opened, name, limits)
    paragraphs = [text for paragraph in _paragraphs(story.root) if (text := _words(paragraph)).strip()]
    if not paragraphs:
        raise EmptyInput(name, "no words in the document; are they in a picture?")
    hides = any(_is_hidden(run) and words_of(run).strip() for run in find_inside(story.root, "r"))
    article = read_string(JOINT.join(paragraphs), name, limits=limits)
    found = (*story.flags, *((flags.HIDDEN,) if hides else ()))
    return with_claims(with_claims(article, claimed), Claimed(flags=found))


def _paragraphs(root: Element) -> Iterator[Element]:
    """All paragraphs in order, those in boxes and tables too, but for deleted ones and second versions of a box."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if local_name(element) == "p":
            yield element
        if local_name(element) not in _UNSHOWN:
            waiting += reversed(element)


def _words(paragraph: Element) -> str:
    return "".join(_pieces(paragraph)).strip("\n")


def _pieces(element: Element) -> Iterator[str]:
    """The characters below ``element`` that are shown, but for those of paragraphs inside, which come by themselves."""
    waiting = list(reversed(element))
    while waiting:
        child = waiting.pop()
        name = local_name(child)
        if name == "t":
            yield child.text or ""
        elif name in _SIGNS:
            yield _SIGNS[name]
        elif name and name != "p" and name not in _UNSHOWN and not (name == "r" and _is_hidden(child)):
            waiting += reversed(child)


def _is_hidden(run: Element) -> bool:
    look = find_child(run, "rPr")
    vanish = None if look is None else find_child(look, "vanish")
    return vanish is not None and not any(value in ("0", "false", "off") for value in vanish.attrib.values())


def _read_claims(opened: ZipFile, name: str, limits: Limits) -> Claimed:
    if _CLAIMS not in opened.namelist():
        return Claimed()
    root = read_tree(read_member(opened, _CLAIMS, name, limits), name, limits=limits).root
    told = {tag: words_of(find_child(root, tag)).strip() for tag in ("title", "creator", "language")}
    authors = tuple(author.strip() for author in told["creator"].split(";") if author.strip())
    return Claimed(title=told["title"], authors=authors, language=told["language"])
