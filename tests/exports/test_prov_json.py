"""PROV-JSON: who a claim is attributed to, what an article is derived from, and nothing that refers to nothing."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given

from sayso.exports.prov_json import PREFIXES, export
from sayso.exports.selection import Selection
from sayso.records.reading import Reading
from tests.exports.anything import readings
from tests.exports.formats import whole
from tests.exports.readings import TEXT

# Of each relation its two ends, and what they are (PROV-DM).
ENDS = {
    "used": (("activity", "activity"), ("entity", "entity")),
    "wasGeneratedBy": (("entity", "entity"), ("activity", "activity")),
    "wasAssociatedWith": (("activity", "activity"), ("agent", "agent")),
    "wasAttributedTo": (("entity", "entity"), ("agent", "agent")),
    "wasDerivedFrom": (("generatedEntity", "entity"), ("usedEntity", "entity")),
    "wasInfluencedBy": (("influencee", "entity"), ("influencer", "agent")),
    "alternateOf": (("alternate1", "entity"), ("alternate2", "entity")),
    "hadMember": (("collection", "entity"), ("entity", "entity")),
}


def document(selection: Selection | None = None) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(whole(export) if selection is None else b"".join(export(selection)))
    return made


def related(relation: str, first: str) -> list[dict[str, Any]]:
    """The statements of a relation whose first end is this."""
    return [one for one in document()[relation].values() if one[f"prov:{ENDS[relation][0][0]}"] == first]


def check_sound(made: dict[str, Any]) -> None:
    """Every statement is of a known kind, and both its ends are there under a declared prefix."""
    for relation, statements in made.items():
        for statement in statements.values() if relation in ENDS else ():
            for end, kind in ENDS[relation]:
                assert statement[f"prov:{end}"] in made[kind]
    assert made.keys() <= {"prefix", "entity", "activity", "agent", *ENDS}
    for kind in ("entity", "activity", "agent"):
        assert {name.partition(":")[0] for name in made.get(kind, ())} <= PREFIXES.keys()


def test_every_statement_leads_from_something_to_something() -> None:
    check_sound(document())


def test_a_claim_has_its_words_and_offsets() -> None:
    claim = document()["entity"]["claim:dam/c-station"]
    start, end = claim["sayso:start"][0], claim["sayso:end"][0]
    assert TEXT[start:end] == claim["prov:value"]


def test_a_claim_is_attributed_to_its_innermost_holder_and_influenced_by_who_passes_it_on() -> None:
    (held,) = related("wasAttributedTo", "claim:dam/c-warned")
    assert (held["prov:agent"], held["sayso:does"]) == ("actor:dam/engineer", "asserts")
    passed = [one["prov:influencer"] for one in related("wasInfluencedBy", "claim:dam/c-warned")]
    assert passed == ["outlet:The%20Velm%20Courier", "actor:dam/residents"]


def test_a_denial_is_attributed_as_a_denial() -> None:
    (held,) = related("wasAttributedTo", "claim:dam/c-denied")
    assert (held["prov:agent"], held["sayso:does"]) == ("actor:dam/official", "denies")


def test_what_is_not_settled_is_attributed_to_nobody() -> None:
    assert related("wasAttributedTo", "claim:dam/c-headline") == []


def test_an_agency_stands_behind_the_article_that_credits_it() -> None:
    agents = [(one["prov:agent"], one["sayso:role"]) for one in related("wasAttributedTo", "article:dam")]
    assert ("agency:Norda", "agency") in agents
    assert not [one for one in document()["wasAttributedTo"].values()
                if one["prov:agent"] == "agency:Norda" and one["prov:entity"].startswith("claim:")]  # fmt: skip


def test_a_quotation_is_quoted_from_its_article() -> None:
    (derived,) = related("wasDerivedFrom", "claim:dam/c-gates")
    assert derived["prov:type"] == {"$": "prov:Quotation", "type": "prov:QUALIFIED_NAME"}


def test_a_copy_is_derived_only_where_the_direction_is_known() -> None:
    assert [one["prov:usedEntity"] for one in related("wasDerivedFrom", "article:post")] == ["article:agency"] * 2
    assert related("wasDerivedFrom", "article:herald") == []
    assert [one["prov:alternate2"] for one in related("alternateOf", "article:herald")] == ["article:agency"]
    (outside,) = related("wasDerivedFrom", "article:radio")
    assert outside["prov:usedEntity"] == "outside:Tamsin%20Courier"


@given(readings())
def test_any_reading_makes_a_sound_document(reading: Reading) -> None:
    check_sound(document(Selection.of([reading])))
