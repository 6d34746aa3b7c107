"""All that one source is said to have said."""

from __future__ import annotations

import pytest

from sayso.linking.saying import find_sayings
from tests.exports.readings import dam_reading
from tests.night import NIGHT, read_simply


def said(name: str) -> list[tuple[str, str]]:
    readings = [*(read_simply(one) for one in NIGHT), dam_reading()]
    return [(saying.reading.article.id, saying.actor.name) for saying in find_sayings(name, readings)]


@pytest.mark.parametrize("name", ["Ada Quill", "ada quill", " Quill", "quill", "Commander Ada Quill"])
def test_a_source_is_found_by_its_name_however_it_is_asked_for(name: str) -> None:
    assert said(name) == [("agency", "Ada Quill"), ("post", "Ada Quill"), ("herald", "Ada Quill")]


def test_only_the_innermost_speaker_says_a_claim() -> None:
    assert [claim for claim, _ in said("residents")] == ["dam"]
    assert said("Velm Herald") == []


def test_a_credit_of_the_page_makes_no_agency_say_a_sentence() -> None:
    assert said("Norda") == []


@pytest.mark.parametrize("name", ["", "Nobody", "he", "the"])
def test_nobody_says_nothing(name: str) -> None:
    assert said(name) == []
