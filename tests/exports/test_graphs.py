"""GraphML: who is quoted by whom, and which article depends on which."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import given
from lxml import etree

from sayso.exports.cells import ACTING
from sayso.exports.graphml import Arc, Node, render_graph
from sayso.exports.graphs import export
from sayso.exports.selection import Selection
from sayso.records.reading import Reading
from tests.exports.anything import readings
from tests.exports.folders import Folder
from tests.exports.formats import night_and_dam

NAMES = {"g": "http://graphml.graphdrawing.org/xmlns"}
Held = dict[str, str]


def graph(data: bytes) -> tuple[dict[str, Held], list[tuple[str, str, Held]]]:
    """Nodes by id and edges, each with its attributes by name, as a reader of GraphML finds them."""
    root = etree.fromstring(data)
    keys = {key.get("id"): key.get("attr.name") for key in root.findall("g:key", NAMES)}
    nodes = {node.get("id"): _held(node, keys) for node in root.iterfind(".//g:node", NAMES)}
    return nodes, [(e.get("source"), e.get("target"), _held(e, keys)) for e in root.iterfind(".//g:edge", NAMES)]


def _held(element: etree._Element, keys: Mapping[str, str]) -> Held:
    return {keys[data.get("key")]: data.text or "" for data in element.findall("g:data", NAMES)}


def written(selection: Selection) -> dict[str, bytes]:
    folder = Folder()
    export(selection, folder.open_new)
    return folder.contents()


def test_an_outlet_leads_to_whom_it_quotes_with_what_they_do() -> None:
    nodes, edges = graph(written(night_and_dam())["quoted.graphml"])
    held = {(source, target): holds for source, target, holds in edges}
    ruiz = held["outlet/The Velm Courier", "name/Carla Ruiz"]
    assert ruiz == {"claims": "3", "articles": "1", "direct": "1", "denies": "2", "intends": "1"}
    assert nodes["name/Carla Ruiz"] == {"name": "Carla Ruiz", "kind": "person", "named": "true"}


def test_a_relay_stands_between_outlet_and_speaker() -> None:
    _, edges = graph(written(night_and_dam())["quoted.graphml"])
    pairs = {(source, target) for source, target, _ in edges}
    assert {("outlet/The Velm Courier", "name/Velm Herald"), ("name/Velm Herald", "actor/dam/residents")} <= pairs


def test_one_name_in_several_articles_is_one_node_and_an_unnamed_source_is_of_its_article() -> None:
    nodes, edges = graph(written(night_and_dam())["quoted.graphml"])
    assert len([target for _, target, _ in edges if target == "name/Ada Quill"]) == 3
    assert nodes["actor/dam/official"]["article"] == "dam"


def test_an_agency_that_a_page_credits_says_no_sentence() -> None:
    nodes, _ = graph(written(night_and_dam())["quoted.graphml"])
    assert not [holds for holds in nodes.values() if holds.get("name") == "Norda"]


def test_articles_lead_to_what_they_depend_on() -> None:
    nodes, edges = graph(written(night_and_dam())["articles.graphml"])
    assert [(source, target, holds["kind"], holds["direction"]) for source, target, holds in edges] == [
        ("herald", "agency", "copies", "unknown"),
        ("post", "agency", "copies", "known"),
        ("post", "agency", "credits", "known"),
        ("radio", "outside/Tamsin Courier", "credits", "known"),
    ]
    assert nodes["outside/Tamsin Courier"] == {"kind": "outside", "outlet": "Tamsin Courier"}
    assert nodes["post"]["published"] == "2025-05-12T20:15"


@given(readings())
def test_any_reading_makes_sound_xml_in_which_nothing_acts(reading: Reading) -> None:
    for data in written(Selection.of([reading])).values():
        nodes, edges = graph(data)
        assert {end for source, target, _ in edges for end in (source, target)} <= nodes.keys()
        assert not ACTING.search(data.decode())


def test_characters_that_xml_has_no_place_for_are_replaced() -> None:
    data = b"".join(render_graph("x", "", [Node("a\x00<", {"t": "\ufffe\x1b&"})], [Arc("a\x00<", "a\x00<", {})],
                                 {"node": {"t": str}, "edge": {}}))  # fmt: skip
    assert graph(data) == ({"a␀<": {"t": "�␛&"}}, [("a␀<", "a␀<", {})])
