"""FollowTheMoney entities: only schemata and properties of its public model, only references that hold."""

from __future__ import annotations

import json
import re
from typing import Any

from hypothesis import given

from sayso.exports.ftm import entities_of, export
from sayso.records.reading import Reading
from tests.exports.anything import readings
from tests.exports.formats import whole
from tests.exports.readings import dam_reading

# The part of the model (version 4) that is used: properties that each schema has, and those that it must have.
PARTY = {"name", "proof"}
PROPERTIES = {
    "Article": {"name", "fileName", "title", "author", "publisher", "sourceUrl", "publishedAt", "bodyText"},
    "Person": PARTY | {"position"},
    "Organization": PARTY,
    "PublicBody": PARTY,
    "LegalEntity": PARTY,
    "Mention": {"document", "resolved", "name", "detectedSchema"},
    "Documentation": {"document", "entity", "role", "date", "recordId", "summary"},
}
REQUIRED = {"Article": {"name", "fileName"}, "Mention": {"document", "name"}, "Documentation": {"document", "entity"}}
ENTITIES = {"proof": {"Article"}, "document": {"Article"}, "resolved": PROPERTIES.keys() - {"Article", "Mention"},
            "entity": PROPERTIES.keys() - {"Mention", "Documentation"}}  # fmt: skip
ID = re.compile(r"[0-9a-zA-Z]([0-9a-zA-Z.\-]*[0-9a-zA-Z])?")


def check_sound(entities: list[dict[str, Any]]) -> None:
    schemata = {entity["id"]: entity["schema"] for entity in entities}
    for entity in entities:
        assert ID.fullmatch(entity["id"])
        held = entity["properties"]
        assert REQUIRED.get(entity["schema"], {"name"}) <= held.keys() <= PROPERTIES[entity["schema"]]
        for name, values in held.items():
            assert values
            assert all(isinstance(value, str) for value in values)
            assert name not in ENTITIES or {schemata[value] for value in values} <= ENTITIES[name]


def test_all_lines_are_entities_of_the_model() -> None:
    entities = [json.loads(line) for line in whole(export).splitlines()]
    check_sound(entities)
    assert len({entity["id"] for entity in entities}) == len(entities)


def test_who_says_something_is_documented_by_the_article_with_the_words() -> None:
    entities = list(entities_of(dam_reading()))
    ruiz = next(entity for entity in entities if entity["properties"].get("name") == ["Carla Ruiz"])
    said = next(
        one for one in entities if one["schema"] == "Documentation" and ruiz["id"] in one["properties"]["entity"]
    )
    assert said["properties"]["recordId"] == ["c-deck", "c-gates", "c-resign"]
    assert "that she would resign if an inquiry found otherwise" in said["properties"]["summary"]


def test_unnamed_sources_are_nobody_s_entity() -> None:
    names = {name for entity in entities_of(dam_reading()) for name in entity["properties"].get("name", ())}
    assert not names & {"residents", "an engineer", "a senior official"}


def test_without_text_no_words_are_written() -> None:
    made = whole(export, text=False).decode()
    assert '"summary"' not in made
    assert '"bodyText"' not in made


@given(readings())
def test_any_reading_makes_sound_entities(reading: Reading) -> None:
    named = {actor.id: actor for actor in reading.actors}  # one id, one entity
    if len(named) == len(reading.actors) and all(actor.name.strip() for actor in reading.actors):
        check_sound(list(entities_of(reading)))
