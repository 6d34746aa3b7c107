"""Web Annotations: what the standard asks of them, and words that stand where the selectors say."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from hypothesis import given

from sayso.exports.cells import ACTING
from sayso.exports.web_annotation import export_collection
from sayso.records.reading import Reading
from sayso.records.span import Span
from sayso.records.toponym import PlaceRole, PlaceRule, Toponym
from tests.exports.anything import readings
from tests.exports.readings import MARCH, TEXT, dam_reading, find

# Of the recommendation of 23 February 2017: sections 3.3.5 (motivations), 4.2 (selectors), 5 (collections).
MOTIVATIONS = {"describing", "classifying", "identifying", "tagging"}
LOWER_VELM = Toponym(
    find("Lower Velm"), "Lower Velm", 77, 50.0, 20.0, "SE", "PPL", 1, 1, PlaceRole.EVENT, PlaceRule.ONLY, 1.0
)


def collection(reading: Reading, *, text: bool = True) -> dict[str, Any]:
    made = json.loads(export_collection(reading, text=text))
    assert isinstance(made, dict)
    return made


def items(reading: Reading, *, text: bool = True) -> list[dict[str, Any]]:
    found = collection(reading, text=text)["first"]["items"]
    assert isinstance(found, list)
    return found


def resources(item: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The stretches of text of an annotation: its targets, and the bodies that are stretches as well."""
    yield from item["target"] if isinstance(item["target"], list) else [item["target"]]
    yield from (body for body in item["body"] if "selector" in body)


def claim(name: str, *, text: bool = True) -> dict[str, Any]:
    return next(item for item in items(dam_reading(), text=text) if item.get("sayso:claim") == name)


@given(readings())
def test_every_annotation_has_what_the_standard_asks_for(reading: Reading) -> None:
    made = collection(reading)
    assert made["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert made["type"] == "AnnotationCollection"
    assert made["first"]["type"] == "AnnotationPage"
    assert made["total"] == len(made["first"]["items"])
    ids = [item["id"] for item in made["first"]["items"]]
    assert len({made["id"], made["first"]["id"], *ids}) == len(ids) + 2
    for item in made["first"]["items"]:
        assert item["type"] == "Annotation"
        assert {item["motivation"], *(body["purpose"] for body in item["body"])} <= MOTIVATIONS
        assert item["target"]
        for one in resources(item):
            assert one["type"] == "SpecificResource"
            assert one["source"]["id"].startswith("ni:///sha-256;")


@given(readings())
def test_both_selectors_choose_the_same_words(reading: Reading) -> None:
    text = reading.article.text
    for item in items(reading):
        for one in resources(item):
            position, quoted = one["selector"]
            assert (position["type"], quoted["type"]) == ("TextPositionSelector", "TextQuoteSelector")
            assert quoted["exact"] == text[position["start"] : position["end"]]
            assert text[: position["start"]].endswith(quoted["prefix"])
            assert text[position["end"] :].startswith(quoted["suffix"])


@given(readings())
def test_a_collection_is_one_line_in_which_nothing_acts(reading: Reading) -> None:
    made = export_collection(reading).decode()
    assert "\n" not in made
    assert not ACTING.search(made)


def test_a_claim_is_described_by_who_says_it_and_how() -> None:
    item = claim("c-gates")
    values = [body["value"] for body in item["body"] if body["type"] == "TextualBody"]
    assert values == ["attributed", "Carla Ruiz (denies)", "denies"]
    assert (item["sayso:speaker"], item["sayso:does"], item["sayso:confidence"]) == ("Carla Ruiz", "denies", "clear")


def test_source_and_cue_are_bodies_with_their_words() -> None:
    item = claim("c-gates")
    words = {body["purpose"]: body["selector"][1]["exact"] for body in item["body"] if "selector" in body}
    assert words == {"identifying": "Energy Minister Carla Ruiz", "classifying": "said"}


def test_the_scope_is_the_page() -> None:
    assert claim("c-gates")["target"]["scope"] == "https://velm-courier.example/dam"


def test_a_place_leads_to_its_entry_in_geonames_and_a_time_to_its_value() -> None:
    found = items(replace(dam_reading(), toponyms=(LOWER_VELM,)))
    place = next(item for item in found if item.get("sayso:wherePrec"))
    assert place["body"][0]["source"] == "https://sws.geonames.org/77/"
    time = next(item for item in found if item.get("sayso:rule") == MARCH.rule)
    assert (time["body"][0]["value"], time["sayso:first"], time["sayso:pastLast"]) == (
        "2025-03",
        "2025-03-01",
        "2025-04-01",
    )


def test_a_content_of_two_stretches_has_two_targets() -> None:
    two = replace(dam_reading().claims[2], content=(Span(0, 13), Span(14, 47)))
    item = items(replace(dam_reading(), claims=(two,)))[0]
    assert [one["selector"][1]["exact"] for one in item["target"]] == [TEXT[0:13], TEXT[14:47]]


def test_without_text_positions_and_names_stay() -> None:
    item = claim("c-gates", text=False)
    assert [one["type"] for one in item["target"]["selector"]] == ["TextPositionSelector"]
    assert item["sayso:speaker"] == "Carla Ruiz"
    assert claim("c-denied", text=False)["sayso:speaker"] == "official"
    assert item["target"]["source"] == claim("c-gates")["target"]["source"]
