"""schema.org: articles, quotations and claims, each with its author where the article has one."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given

from sayso.exports.jsonld import CLAIMED, export
from sayso.exports.selection import Selection
from sayso.records.reading import Reading
from tests.exports.anything import readings
from tests.exports.formats import night_and_dam, whole
from tests.exports.readings import TEXT


def things(selection: Selection | None = None) -> dict[str, dict[str, Any]]:
    """What stands in the graph, by its id."""
    graph = json.loads(b"".join(export(selection or night_and_dam())))["@graph"]
    return {thing["@id"]: thing for thing in graph}


def test_an_article_says_what_its_page_says() -> None:
    article = things()["urn:x-sayso:article:post"]
    assert (article["@type"], article["headline"]) == ("NewsArticle", "Forty rescued as ferry grounds near Kell")
    assert article["publisher"] == {"@type": "NewsMediaOrganization", "name": "The Kell Post"}
    assert article["datePublished"] == "2025-05-12T20:15+02:00"


def test_a_direct_quotation_is_spoken_by_its_speaker_even_if_it_denies() -> None:
    gates = things()["urn:x-sayso:quotation:dam/gates"]
    assert gates["spokenByCharacter"]["name"] == "Carla Ruiz"
    (place,) = gates["sayso:spans"]
    assert TEXT[place["sayso:start"] : place["sayso:end"]] == gates["text"]


def test_a_claim_has_an_author_and_appears_in_its_article() -> None:
    warned = things()["urn:x-sayso:claim:dam/c-warned"]
    assert warned["author"]["@type"] == "Person"
    assert warned["author"]["description"] == "an engineer"
    assert "name" not in warned["author"]
    assert warned["appearance"] == {"@id": "urn:x-sayso:article:dam"}


def test_the_outlet_is_the_author_of_what_it_says_itself() -> None:
    assert things()["urn:x-sayso:claim:dam/c-built"]["author"]["name"] == "The Velm Courier"


def test_who_denies_asks_or_intends_claims_nothing_and_neither_does_what_is_not_settled() -> None:
    assert not [name for name in ("c-denied", "c-order", "c-resign", "c-headline")
                if f"urn:x-sayso:claim:dam/{name}" in things()]  # fmt: skip


def test_a_group_is_no_organisation() -> None:
    station = things()["urn:x-sayso:claim:dam/c-station"]
    assert "author" not in station
    assert station["sayso:holder"]["name"] == "the opposition"


def test_without_text_there_is_none() -> None:
    made = whole(export, text=False).decode()
    assert '"text"' not in made
    assert '"articleBody"' not in made


@given(readings())
def test_of_any_reading_only_what_is_asserted_is_a_claim(reading: Reading) -> None:
    made = json.loads(b"".join(export(Selection.of([reading]))))["@graph"]
    assert {thing["@type"] for thing in made} <= {"NewsArticle", "Quotation", "Claim"}
    assert not [one for one in made if one["@type"] == "Claim" and one["sayso:does"] not in set(CLAIMED)]
