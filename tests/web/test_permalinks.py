"""Addresses that stay: an article by its text, a stretch by its offsets, a point by one of its claims."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from sayso.articles.identity import digest_text
from sayso.web.links import article_link, report_link, source_link, text_key
from sayso.web.reader import within
from tests.night import AGENCY, BUOY, MARKET, NIGHT, article
from tests.web.rooms import client_of, data, ledger_of, links_of, marked, of_class, page, room_of, words_of

KEY = text_key(AGENCY)
START = AGENCY.index("The master")
STRETCH = f"{START}-{START + 10}"


def test_an_article_is_called_by_the_digest_of_its_text(night: TestClient) -> None:
    assert digest_text(AGENCY)[:16] == KEY
    assert words_of(page(night, f"/L/night/a/{KEY}").find(".//h1")) == "Ferry runs aground off Kell"


def test_the_whole_digest_will_do_as_well(night: TestClient) -> None:
    whole = digest_text(AGENCY)
    for address in (f"/L/night/a/{whole}", f"/L/night/s/{whole}", f"/L/night/e/{whole}"):
        page(night, address)


def test_the_shortest_address_leads_into_the_ledger_that_has_the_article(night: TestClient) -> None:
    answer = night.get(f"/a/{KEY}?c={STRETCH}")
    assert (answer.status_code, answer.headers["location"]) == (303, f"/L/night/a/{KEY}?c={STRETCH}")
    assert night.get(f"/a/{digest_text(AGENCY)}").headers["location"] == f"/L/night/a/{KEY}"


def test_a_stretch_is_marked_and_can_be_gone_to(night: TestClient) -> None:
    shown = page(night, f"/L/night/a/{KEY}?c={STRETCH}")
    assert marked(shown) == "The master"
    assert shown.get_element_by_id(f"c={STRETCH}") is not None


def test_a_stretch_over_several_paragraphs_is_marked_whole(night: TestClient) -> None:
    start, end = AGENCY.index("Ada Quill"), AGENCY.index("Varrow at noon")
    shown = page(night, f"/L/night/a/{KEY}?c={start}-{end}")
    assert marked(shown) == AGENCY[start:end].replace("\n\n", "")


@pytest.mark.parametrize(
    "asked", ["", "0-0", "5-4", "-1-4", "0-99999999", "a-b", "1", "1-2-3", "١-٢", "0x1-5", "1e1-20", "9" * 300, "<b>"]
)
def test_a_stretch_that_is_none_marks_nothing(night: TestClient, asked: str) -> None:
    assert marked(page(night, f"/L/night/a/{KEY}?c={asked}")) == ""


@given(st.text(max_size=12) | st.from_regex(r"\d{1,3}-\d{1,3}", fullmatch=True), st.text(max_size=40))
def test_a_stretch_lies_in_the_text_or_is_none(asked: str, text: str) -> None:
    span = within(asked, text)
    assert span is None or 0 <= span.start < span.end <= len(text)


def test_a_point_is_called_by_any_of_its_claims(night: TestClient) -> None:
    story = data(night, "/L/night/" + data(night, "/L/night/")["stories"][0]["link"])
    keys = {head["id"]: head["key"] for head in story["articles"]}
    for point in story["points"]:
        for claim in point["claims"]:
            at = f"{keys[claim['article']]}/{claim['spans'][0][0]}-{claim['spans'][-1][1]}"
            assert data(night, f"/L/night/p/{at}")["number"] == point["number"]


@pytest.mark.parametrize("stretch", ["0-1", "x", "-", "99999999-999999999"])
def test_a_place_where_no_claim_of_a_point_stands_has_none(night: TestClient, stretch: str) -> None:
    assert "no point is made by the claim" in words_of(page(night, f"/L/night/p/{KEY}/{stretch}", 404))


@pytest.fixture
def doubles(tmp_path: Path) -> Iterator[TestClient]:
    """The same text on two pages of one night, and again a year before, with others of that time."""
    again = article("mirror", AGENCY, "Mirror Online", "23:00")
    ledger = ledger_of(tmp_path / "night.db", *NIGHT, again)
    with client_of(room_of(ledger)) as client:
        yield client


def test_the_same_text_twice_is_two_articles_that_name_each_other(doubles: TestClient) -> None:
    for name, other in (("agency", "Mirror Online"), ("mirror", "Skerry Press")):
        shown = page(doubles, f"/L/night/a/{KEY}?id={name}")
        assert "The very same text is here 1 more time" in words_of(shown)
        (note,) = [one for one in of_class(shown, "look-out") if "very same" in words_of(one)]
        assert other in words_of(note)
    assert data(doubles, f"/L/night/a/{KEY}")["reading"]["id"] == "agency"
    assert data(doubles, f"/L/night/a/{KEY}?id=mirror")["reading"]["id"] == "mirror"
    page(doubles, f"/L/night/a/{KEY}?id=nobody", 404)


def test_links_to_one_of_two_same_texts_say_which(doubles: TestClient) -> None:
    story = data(doubles, "/L/night/" + data(doubles, "/L/night/")["stories"][0]["link"])
    links = {head["id"]: head["link"] for head in story["articles"]}
    assert links["mirror"] == f"a/{KEY}?id=mirror"
    assert "?id=" not in links["post"]
    for name, link in links.items():
        assert data(doubles, f"/L/night/{link}")["reading"]["id"] == name


def test_two_same_texts_side_by_side_are_two_articles(doubles: TestClient) -> None:
    story = data(doubles, "/L/night/" + data(doubles, "/L/night/")["stories"][0]["link"])
    edges = [one for one in story["edges"] if (one["child"], one["parent"]) == ("mirror", "agency")]
    edge = edges[0]
    side = data(doubles, "/L/night/" + edge["link"])
    assert [head["id"] for head in side["articles"]] == [edge["child"], edge["parent"]]
    assert side["edges"] == edges
    assert side["passages"]
    shown = page(doubles, "/L/night/" + edge["link"])
    assert "Mirror Online" in words_of(shown.find(".//h1"))
    assert "Skerry Press" in words_of(shown.find(".//h1"))


def test_the_same_text_in_two_stories_leads_to_the_story_of_each(tmp_path: Path) -> None:
    from dataclasses import replace

    from sayso.records.article import Precision, Published

    year_before = Published("2024-05-12", Precision.DAY)
    old = [replace(one, id=f"old {one.id}", published=year_before) for one in NIGHT[:2]]
    with client_of(room_of(ledger_of(tmp_path / "night.db", *NIGHT, *old))) as client:
        desk = data(client, "/L/night/")
        assert desk["told_by_several"] == 2
        for line in desk["stories"]:
            story = data(client, "/L/night/" + line["link"])
            assert [story["id"], len(story["articles"])] == [line["id"], line["articles"]]
            for point in story["points"]:
                assert data(client, "/L/night/" + point["link"])["articles"] == point["articles"]
            shown = page(client, "/L/night/" + line["link"])
            (echoes,) = [one for one in links_of(shown, "/L/night/s/x") if one.startswith("/L/night/e/")]
            assert {edge["child"] for edge in data(client, echoes)} <= {head["id"] for head in story["articles"]}


def test_an_article_told_by_nobody_else_is_a_story_of_its_own(night: TestClient) -> None:
    shown = page(night, f"/L/night/a/{text_key(MARKET)}")
    assert "Nothing shows that it takes from another article here" in words_of(shown)
    page(night, f"/L/night/s/{text_key(MARKET)}")


@given(st.text(max_size=20), st.integers(0, 99), st.integers(100, 200))
def test_whatever_an_id_is_its_address_stays_one_address(name: str, start: int, end: int) -> None:
    name = name.encode("utf-8", "replace").decode()
    link = article_link("0" * 16, name, start, end)
    assert link.isascii()
    assert link.isprintable()
    assert not set(link) & set("\"'<> ")
    assert link.endswith(f"c={start}-{end}#c={start}-{end}")


def test_addresses_of_names_and_picks_are_quoted() -> None:
    assert source_link('A & "B"') == "source?name=A+%26+%22B%22"
    assert report_link(["k.c1", "k.c2"], "Who & why") == "report?c=k.c1&c=k.c2&title=Who%20%26%20why"


def test_switches_in_the_address_decide_what_is_ticked(night: TestClient) -> None:
    shown = page(night, f"/L/night/a/{KEY}?shown=1&show=own&show=numbers&show=bogus")
    assert [box.get("value") for box in shown.xpath("//input[@name='show'][@checked]")] == ["own", "numbers"]
    assert len(page(night, f"/L/night/a/{KEY}").xpath("//input[@name='show'][@checked]")) == 8
    assert not page(night, f"/L/night/a/{KEY}?shown=1").xpath("//input[@name='show'][@checked]")


def test_the_words_of_an_article_stand_on_its_page_letter_for_letter(night: TestClient) -> None:
    shown = page(night, f"/L/night/a/{KEY}")
    for number in shown.xpath("//main//a[@class='n'] | //main//span[@class='part']"):
        number.drop_tree()
    lines = [words_of(one) for one in shown.xpath("//div[starts-with(@class, 'pair')]/p")]
    assert lines == [" ".join(line.split()) for line in AGENCY.split("\n") if line.strip()]
    assert " ".join(BUOY.split()) in lines
