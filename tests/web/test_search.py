"""What is looked for is found: words, phrases, speakers, facets, whole texts, and nothing breaks on what is typed."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from sayso.search.marking import split_found
from tests.web.rooms import data, of_class, page, words_of


def found(client: TestClient, **asked: str) -> dict[str, Any]:
    result = data(client, "/L/night/search?" + urlencode(asked))
    assert isinstance(result, dict)
    return result


def words(client: TestClient, **asked: str) -> list[str]:
    return ["".join(hit["parts"]) for hit in found(client, **asked)["hits"]]


@given(st.text(max_size=60), st.lists(st.from_regex(r"\w+", fullmatch=True), max_size=3))
def test_cutting_at_what_was_found_loses_no_word(text: str, terms: list[str]) -> None:
    assert "".join(split_found(text, [(term.lower(),) for term in terms])) == text


def test_all_words_must_stand_in_one_claim(night: TestClient) -> None:
    assert len(words(night, q="engines master")) == 3
    assert words(night, q="engines saloon") == []
    assert all("buoy" in one for one in words(night, q="buoy"))


def test_words_are_found_without_regard_to_case_and_accents(night: TestClient) -> None:
    assert words(night, q="ENGINES") == words(night, q="éngines") == words(night, q="engines") != []


def test_a_phrase_is_found_as_it_stands(night: TestClient) -> None:
    assert words(night, q='"lost both engines"')
    assert not words(night, q='"both lost engines"')
    assert words(night, q="both lost engines")


def test_what_was_looked_for_is_marked_in_what_was_found(night: TestClient) -> None:
    shown = page(night, "/L/night/search?q=engines+master")
    assert {words_of(one) for one in shown.xpath("//ol[@class='hits']//mark")} == {"master", "engines"}


@pytest.mark.parametrize("name", ["Ada Quill", "quill", "Quill", "ada quill", "ADA QUILL"])
def test_a_speaker_is_found_by_name_however_it_is_written(night: TestClient, name: str) -> None:
    result = found(night, speaker=name)
    assert {hit["speaker"] for hit in result["hits"]} == {"Ada Quill"}
    assert result["total"] == 3


@pytest.mark.parametrize("name", ["Quil", "Bea Quill", "Ada", "Quill Ada Otto", "***", "   x"])
def test_another_name_is_not_that_speaker(night: TestClient, name: str) -> None:
    assert "Ada Quill" not in [hit["speaker"] for hit in found(night, speaker=name)["hits"]] or name == "Ada"


def test_fields_are_put_together(night: TestClient) -> None:
    both = found(night, speaker="Ada Quill", outlet="Varrow Herald", voice="attributed", q="engines")
    assert [hit["outlet"] for hit in both["hits"]] == ["Varrow Herald"]
    assert found(night, speaker="Ada Quill", voice="own")["total"] == 0
    assert {hit["voice"] for hit in found(night, voice="own")["hits"]} == {"own"}


def test_facets_count_the_matches_and_lead_to_them(night: TestClient) -> None:
    result = found(night, q="the")
    for field, facets in result["facets"].items():
        for facet in facets:
            assert found(night, q="the", **{field: facet["value"]})["total"] == facet["count"], facet
    shown = page(night, "/L/night/search?q=the")
    links = [str(one) for one in shown.xpath("//aside//a/@href")]
    assert links
    assert all(link.startswith("/L/night/search?q=the&") for link in links)


def test_the_newest_comes_first(night: TestClient) -> None:
    days = [hit["day"] or "" for hit in found(night, q="the")["hits"]]
    assert days == sorted(days, reverse=True)


def test_whole_texts_are_found_by_words_of_several_claims(night: TestClient) -> None:
    result = found(night, q="engines varrow", where="texts")
    assert {hit["article"] for hit in result["hits"]} == {"agency", "post", "herald"}
    assert {facet["value"] for facet in result["facets"]["outlet"]} == {
        "Skerry Press",
        "The Kell Post",
        "Varrow Herald",
    }
    for hit in result["hits"]:
        assert "engines" in "".join(hit["parts"])
        text = data(night, "/L/night/" + hit["link"].partition("?")[0])["reading"]["article"]["text"]
        first, _, last = hit["link"].rpartition("#c=")[2].partition("-")
        assert " ".join(text[int(first) : int(last)].split()) == "".join(hit["parts"])


def test_titles_are_found_as_well(night: TestClient) -> None:
    assert [hit["article"] for hit in found(night, q="herring prices third", where="texts")["hits"]] == ["market"]


def test_texts_of_one_outlet_alone(night: TestClient) -> None:
    result = found(night, q="ferry", where="texts", outlet="The Kell Post")
    assert [hit["article"] for hit in result["hits"]] == ["post"]


def test_nothing_asked_finds_nothing_and_says_what_can_be_asked(night: TestClient) -> None:
    assert data(night, "/L/night/search") is None
    assert data(night, "/L/night/search?q=+&speaker=") is None
    assert "Ask for words, a speaker" in words_of(page(night, "/L/night/search"))


def test_nothing_found_is_told_with_what_to_try(night: TestClient) -> None:
    shown = page(night, "/L/night/search?q=umbrella")
    assert "Nothing found. All that is asked for must hold of one claim" in words_of(shown)


HOSTILE = (
    '"', '""', '"""', "'", "*", "***", "a*", "NEAR", "NEAR(ferry kell, 5)", "AND", "OR", "NOT", "ferry AND", "(", ")",
    "words:ferry", "speaker:", "{words}:ferry", "^ferry", "-ferry", "+", "\\", "%", "_", "__", "a_b", ";", "--", "/*",
    "'; DROP TABLE claim; --", "🌊", "🌊 ferry", "e\u0301", "\u202e", "\x00", "ferry\x00kell", "ferry\n\tkell",
    "<script>alert(1)</script>", "{{ 7*7 }}", "٣", "漢字", "a" * 500, '"' * 500, "é" * 500, "a " * 250,
)  # fmt: skip


@pytest.mark.parametrize("where", ["claims", "texts"])
@pytest.mark.parametrize("typed", HOSTILE, ids=lambda typed: ascii(typed[:20]))
def test_whatever_is_typed_breaks_nothing(night: TestClient, typed: str, where: str) -> None:
    address = "/L/night/search?" + urlencode({"q": typed, "where": where})
    shown = page(night, address, night.get(address).status_code)
    assert night.get(address).status_code in (200, 422)
    (field,) = shown.xpath("//form[@class='searching']//input[@name='q']")
    assert len(of_class(shown, "hits")) <= 1
    assert field.get("value", "") == typed or "\x00" in typed or "\n" in typed
    page(night, "/L/night/search?" + urlencode({"speaker": typed[:200], "outlet": typed[:200]}))
    page(night, "/L/night/source?" + urlencode({"name": typed}))


@pytest.mark.parametrize("typed", ["***", '"', "🌊", "-", "...", "''", "says:denied"])
@pytest.mark.parametrize("where", ["claims", "texts"])
def test_what_cannot_be_read_is_told_with_the_place_and_what_to_try(night: TestClient, typed: str, where: str) -> None:
    address = "/L/night/search?" + urlencode({"q": typed, "where": where})
    (told,) = of_class(page(night, address, 422), "wrong")
    assert "This search cannot be read" in words_of(told)
    answer = night.get(f"/api{address}")
    assert answer.status_code == 422
    assert {"start", "end", "reason", "try"} <= set(answer.json())


@pytest.mark.parametrize("field", ["q", "speaker", "outlet"])
def test_ten_thousand_characters_are_refused_in_words(night: TestClient, field: str) -> None:
    answer = night.get("/L/night/search?" + urlencode({field: "ferry " * 1700}))
    assert answer.status_code == 422
    assert "at most" in answer.text


def test_bytes_that_are_no_text_break_nothing(night: TestClient) -> None:
    shown = page(night, "/L/night/search?q=%ff%fe%00%80", 422)
    assert "Here is no letter and no figure to look for." in words_of(shown)
    assert night.get("/L/night/source?name=%ff").status_code == 200


@pytest.mark.parametrize("asked", ["voice=loud", "does=lies", "where=heaven", "page=-1", "page=1.5"])
def test_a_field_that_is_none_is_told(night: TestClient, asked: str) -> None:
    answer = night.get(f"/api/L/night/search?q=ferry&{asked}")
    assert answer.status_code == 422
    assert asked.partition("=")[0] in answer.json()["error"]


def test_many_matches_come_page_by_page(night: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.web.finding.ON_PAGE", 3)
    whole = found(night, q="the")
    assert whole["pages"] == -(-whole["total"] // 3) > 2
    seen = [hit["pick"] for at in range(whole["pages"]) for hit in found(night, q="the", page=str(at + 1))["hits"]]
    assert len(seen) == len(set(seen)) == whole["total"]
    shown = page(night, "/L/night/search?q=the&page=2")
    (before,) = shown.xpath("//a[@rel='prev']/@href")
    (after,) = shown.xpath("//a[@rel='next']/@href")
    assert (before, after) == ("/L/night/search?q=the&page=1", "/L/night/search?q=the&page=3")


def test_more_matches_than_are_looked_at_are_told(night: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.search.finding.LOOKED_AT", 4)
    assert found(night, q="the")["more"]
    assert found(night, q="the", where="texts")["total"] == 4
    assert "More than 4 matches" in words_of(page(night, "/L/night/search?q=the"))
    assert not found(night, q="buoy")["more"]


def test_the_sources_are_listed_by_how_often_they_are_heard(night: TestClient) -> None:
    sources = data(night, "/L/night/source")["sources"]
    assert sources[0] == {"value": "Ada Quill", "count": 3}
    for one in sources:
        view = data(night, "/L/night/source?" + urlencode({"name": one["value"]}))
        assert view["found"]["total"] == one["count"]


def test_a_source_that_says_nothing_here_is_told_with_where_to_look(night: TestClient) -> None:
    shown = page(night, "/L/night/source?name=Nobody+Atall")
    assert "No claim of a source of that name is here" in words_of(shown)
    (link,) = shown.xpath("//main//a[contains(@href, 'where=texts')]/@href")
    page(night, str(link))


def test_an_outlet_that_nobody_quotes_is_shown_with_what_it_tells_itself(night: TestClient) -> None:
    view = data(night, "/L/night/source?name=Skerry+Press")
    assert {hit["voice"] for hit in view["found"]["hits"]} == {"own"}
    shown = words_of(page(night, "/L/night/source?name=Skerry+Press"))
    assert f"an outlet of it tells {view['found']['total']} claims in its own voice" in shown
