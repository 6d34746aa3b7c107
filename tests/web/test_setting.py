"""Where and when, on the pages of stories, points and articles and as data."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.night import read_simply
from tests.web.abroad import ABROAD
from tests.web.rooms import client_of, data, ledger_of, of_class, page, room_of, words_of


@pytest.fixture(scope="module")
def abroad(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path: Path = ledger_of(tmp_path_factory.mktemp("abroad") / "night.db", *ABROAD)
    with client_of(room_of(path)) as client:
        yield client


@pytest.fixture(scope="module")
def story(abroad: TestClient) -> Any:
    return data(abroad, "/L/night/" + data(abroad, "/L/night/")["stories"][0]["link"])


def test_a_story_names_the_places_of_its_claims_and_no_metonym(story: Any) -> None:
    assert {"Kherson", "Odesa", "Romania"} <= {place["name"] for place in story["places"]}
    roles = {mention["role"] for place in story["places"] for mention in place["mentions"]}
    assert roles <= {"event", "mention", "dateline"}
    (kherson,) = [place for place in story["places"] if place["name"] == "Kherson" and place["where_prec"] == 2]
    assert len({mention["shown"]["article"] for mention in kherson["mentions"]}) == 2


def test_the_words_of_a_mention_stand_in_its_article(story: Any) -> None:
    texts = {one.id: one.text for one in ABROAD}
    told = [mention for one in (*story["places"], *story["times"]) for mention in one["mentions"]]
    assert told
    for mention in told:
        shown = mention["shown"]
        assert texts[shown["article"]][shown["start"] : shown["end"]] == shown["words"]


def test_a_mention_says_whose_word_it_is(story: Any) -> None:
    holders = {
        m["teller"]["holders"] for place in story["places"] if place["name"] == "Odesa" for m in place["mentions"]
    }
    assert holders == {"Ada Quill"}


def test_a_dateline_is_nobody_s_word(story: Any) -> None:
    filed = [m for place in story["places"] for m in place["mentions"] if m["role"] == "dateline"]
    assert [mention["teller"]["claims"] for mention in filed] == [[]]


def test_a_story_tells_when_its_claims_say_that_things_were(story: Any) -> None:
    told = {time["says"]: time for time in story["times"]}
    assert "11 May 2025" in told
    assert len(told["11 May 2025"]["mentions"]) == 2
    assert any(time["first"].startswith("1956") for time in story["times"])


def test_when_something_was_said_is_no_time_of_it(story: Any) -> None:
    said = {one.said.timex for one in read_simply(ABROAD[0]).attributions}
    spans = {(m["shown"]["start"], m["shown"]["end"]) for time in story["times"] for m in time["mentions"]}
    assert not spans & {(span.start, span.end) for span in said if span}


def test_every_sign_of_a_picture_has_its_row_in_a_table(abroad: TestClient, story: Any) -> None:
    for address in (story["link"], story["points"][0]["link"]):
        shown = page(abroad, "/L/night/" + address)
        ids = set(shown.xpath("//@id"))
        signs = [str(one) for one in shown.xpath("//*[local-name()='svg']//@href") if str(one).startswith(("#p", "#t"))]
        assert signs
        assert {sign[1:] for sign in signs} <= ids


def test_a_point_shows_only_what_its_own_claims_name(abroad: TestClient, story: Any) -> None:
    for point in story["points"]:
        made = {(claim["article"], claim["claim"]) for claim in point["claims"]}
        for what in ("places", "times"):
            for one in data(abroad, f"/L/night/{point['link']}/{what}"):
                for mention in one["mentions"]:
                    article = mention["shown"]["article"]
                    assert {(article, claim) for claim in mention["teller"]["claims"]} & made


def test_places_come_as_geojson_with_their_precision(abroad: TestClient, story: Any) -> None:
    answer = abroad.get(f"/api/L/night/{story['link']}/places.geojson")
    assert answer.headers["content-type"] == "application/geo+json"
    made = answer.json()
    assert made["type"] == "FeatureCollection"
    (first, *_) = [one for one in made["features"] if one["properties"]["name"] == "Odesa"]
    longitude, latitude = first["geometry"]["coordinates"]
    assert (round(longitude), round(latitude)) == (31, 46)
    assert first["properties"]["precision"]
    assert len(made["features"]) == sum(len(one["mentions"]) for one in story["places"] if one["lat"] is not None)


@pytest.mark.parametrize("what", ["places", "times"])
def test_tables_have_a_row_for_each_mention(abroad: TestClient, story: Any, what: str) -> None:
    for address in (story["link"], story["points"][0]["link"], story["articles"][0]["link"]):
        told = data(abroad, f"/L/night/{address}/{what}")
        answer = abroad.get(f"/api/L/night/{address}/{what}?format=csv")
        rows = list(csv.DictReader(io.StringIO(answer.text, newline="")))
        assert [row["words"] for row in rows] == [m["shown"]["words"] for one in told for m in one["mentions"]]


def test_the_reader_tells_times_places_and_numbers_beside_the_line(abroad: TestClient, story: Any) -> None:
    shown = page(abroad, "/L/night/" + story["articles"][0]["link"])
    facts = [words_of(one) for one in of_class(shown, "fact")]
    assert any("“Sunday” 11 May 2025" in fact for fact in facts)
    assert any("“Kherson” Kherson, UA: near it" in fact for fact in facts)
    assert any("“40 boats” 40 boat" in fact for fact in facts)
    assert any("“Moscow”" in fact and "stands for a government" in fact for fact in facts)
    for kind in ("times", "places", "numbers"):
        assert of_class(shown, f"is-{kind}"), kind
        assert shown.xpath(f"//input[@id='show-{kind}']"), kind


def test_an_unknown_speaker_has_its_reason_under_why(abroad: TestClient, story: Any) -> None:
    told = [claim for point in story["points"] for claim in point["claims"]]
    assert all(claim["speaker_why"] is None for claim in told if claim["speaker"])
    named = next(claim for claim in told if claim["speaker"] == "Ada Quill")
    assert named["speaker_shown"]["words"] == "Ada Quill"
