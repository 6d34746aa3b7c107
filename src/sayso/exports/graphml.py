"""A directed graph as GraphML: nodes and edges with typed attributes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from sayso.exports.cells import REPLACED, replace_acting

Value = str | int | float | bool
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
)
TYPES: dict[type, str] = {bool: "boolean", int: "long", float: "double", str: "string"}
_NO_XML = re.compile("[\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Node:
    """A node with what is known of it; None is left out."""

    id: str
    holds: Mapping[str, Value | None]


@dataclass(frozen=True, slots=True)
class Arc:
    """An edge from one node to another."""

    source: str
    target: str
    holds: Mapping[str, Value | None]


def render_graph(
    name: str, about: str, nodes: Iterable[Node], arcs: Iterable[Arc], types: Mapping[str, Mapping[str, type]]
) -> Iterator[bytes]:
    """The document; ``types`` gives the type of each attribute, under "node" and "edge"."""
    yield f"{HEAD}  <desc>{xml(about)}</desc>\n".encode()
    for of, attributes in types.items():
        for attribute, kind in attributes.items():
            key = quoteattr(_key(of, attribute))
            declared = f'  <key id={key} for="{of}" attr.name="{attribute}" attr.type="{TYPES[kind]}"/>\n'
            yield declared.encode()
    yield f'  <graph id={quoteattr(name)} edgedefault="directed">\n'.encode()
    for node in nodes:
        yield f"    <node id={xml_attribute(node.id)}>{_data('node', node.holds)}</node>\n".encode()
    for arc in arcs:
        ends = f"source={xml_attribute(arc.source)} target={xml_attribute(arc.target)}"
        yield f"    <edge {ends}>{_data('edge', arc.holds)}</edge>\n".encode()
    yield b"  </graph>\n</graphml>\n"


def _key(of: str, attribute: str) -> str:
    return f"{of[0]}_{attribute}"


def _data(of: str, holds: Mapping[str, Value | None]) -> str:
    return "".join(
        f'<data key="{_key(of, name)}">{xml(_word(value))}</data>' for name, value in holds.items() if value is not None
    )


def _word(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def xml(text: str) -> str:
    """Text for XML 1.0, with what it cannot hold and what would act on a terminal replaced one for one."""
    return escape(_NO_XML.sub(REPLACED, replace_acting(text)))


def xml_attribute(text: str) -> str:
    """The same as an attribute's value, in quotation marks."""
    return quoteattr(_NO_XML.sub(REPLACED, replace_acting(text)))
