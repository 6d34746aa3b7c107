"""XML in, with no entity, no network and no document type ever followed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from html.entities import name2codepoint
from typing import Any

from sayso.articles import flags
from sayso.articles.decoding import decode_bytes, replace_surrogates
from sayso.articles.limits import Limits
from sayso.errors import MalformedInput, TooLarge

Element = Any  # lxml has no types of its own

_DECLARATION = re.compile(r"\s*+<\?xml\b[^<>]{0,300}\?>")
_ENCODING = re.compile(rb"\s{0,99}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([A-Za-z0-9_:.-]{2,40})")
_ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
# Names that HTML knows and XML does not, and "&" that begins nothing; CDATA is passed over.
_AMPERSANDS = re.compile(
    r"<!\[CDATA\[(?:.*?\]\]>|.*+)|&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)(?:([A-Za-z]\w{1,7});)?",
    re.DOTALL,
)
_KEPT = ("class", "style", "hidden")
_VOID = frozenset({"br", "hr", "img"})
_TAGS = 4  # times the limit of tags of a page: an element of XML has two


@dataclass(frozen=True, slots=True)
class Tree:
    """An XML document has this root; ``flags`` say what was mended, ``text`` is it as characters."""

    root: Element
    text: str
    flags: tuple[str, ...]


def read_tree(data: bytes, name: str, *, limits: Limits) -> Tree:
    """The tree of ``data``; what is not well-formed is read leniently, and flagged "broken markup".

    Names of entities that HTML knows become their characters; every other declaration of an entity is refused, since
    entities can grow without bound or read files. Raises TooLarge, EmptyInput, BinaryInput or MalformedInput.
    """
    declared = _ENCODING.match(data[:500])
    decoded = decode_bytes(data, name, declared=declared[1].decode("ascii") if declared else None, limits=limits)
    text = _DECLARATION.sub("", decoded.text, count=1).lstrip()
    if _ENTITY.search(text):
        raise MalformedInput(name, "the XML declares entities, which are never followed; save it without them")
    if max(text.count("<"), text.count("&")) > _TAGS * limits.tags:
        raise TooLarge(name, f"more than {_TAGS * limits.tags:,} tags or entities in one XML document; split it")
    text, illegal = _ILLEGAL.subn("\ufffd", text)
    mended = replace_surrogates(_AMPERSANDS.sub(_mend, text))
    root, broken = _parse(mended.text.encode(), name)
    found = (*decoded.flags, *mended.flags, *((flags.UNDECODABLE,) if illegal else ()))
    return Tree(root, text, (*found, *((flags.BROKEN_MARKUP,) if broken else ())))


def _mend(match: re.Match[str]) -> str:
    found = match.group()
    if found.startswith("<"):
        return found
    code = name2codepoint.get(match[1] or "")
    return chr(code) if code is not None else "&amp;" + found[1:]


def _parse(data: bytes, name: str) -> tuple[Element, bool]:
    from lxml import etree

    for recover in (False, True):
        parser = etree.XMLParser(
            recover=recover,
            resolve_entities=False,
            load_dtd=False,
            no_network=True,
            dtd_validation=False,
            attribute_defaults=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
            encoding="utf-8",
        )
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError:
            root = None
        _refuse_beyond_limits(parser.error_log, name)
        if root is not None:
            return root, recover
    raise MalformedInput(name, "no XML: no element is found in it")


def _refuse_beyond_limits(log: Any, name: str) -> None:
    """Raises TooLarge where the parser itself met a limit: what it has read then is only the beginning."""
    for error in log:
        if "XML_PARSE_HUGE" in error.message or error.type_name in ("ERR_RESOURCE_LIMIT", "ERR_NO_MEMORY"):
            raise TooLarge(name, f"XML beyond its parser's limits ({error.message.split(',')[0]})")


# ── names and words ──


def local_name(element: Element) -> str:
    """The element's name without its namespace; "" for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def namespace(element: Element) -> str:
    """The element's namespace, in lower case, or its prefix where it stands for none; else ""."""
    tag = str(element.tag)
    if tag.startswith("{"):
        return tag[1:].rpartition("}")[0].lower()
    return tag.partition(":")[0] if ":" in tag else ""


def find_children(element: Element, *names: str) -> Iterator[Element]:
    """Its children of these local names, in order."""
    return (child for child in element if local_name(child).rpartition(":")[2] in names)


def find_child(element: Element, *names: str) -> Element | None:
    return next(find_children(element, *names), None)


def find_inside(element: Element, *names: str) -> Iterator[Element]:
    """All elements below of these local names, in order."""
    return (found for found in element.iter() if found is not element and local_name(found) in names)


def words_of(element: Element | None) -> str:
    """All its characters, as they stand; "" for None."""
    return "" if element is None else "".join(element.itertext())


def markup_of(element: Element) -> str:
    """Its content as markup of HTML: names without namespaces, of the attributes those that hide or name."""
    from lxml import etree

    pieces = [escape(element.text or "", quote=False)]
    for event, inner in etree.iterwalk(element, events=("start", "end")):
        name = local_name(inner)
        if inner is element or not name:
            continue
        if event == "start":
            kept = "".join(f' {key}="{escape(inner.get(key))}"' for key in _KEPT if inner.get(key) is not None)
            pieces.append(f"<{name}{kept}>{escape(inner.text or '', quote=False)}")
        else:
            closing = "" if name in _VOID else f"</{name}>"
            pieces.append(f"{closing}{escape(inner.tail or '', quote=False)}")
    return "".join(pieces)
