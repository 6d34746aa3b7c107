"""A report: claims that were picked, each with a footnote by which it is found again."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from sayso.web.links import report_link, text_key
from sayso.web.report_view import MOST_PICKS
from tests.night import AGENCY, HERALD
from tests.web.rooms import data, of_class, page, words_of


@pytest.fixture
def picks(night: TestClient) -> list[str]:
    """What Ada Quill says, on three pages."""
    hits = data(night, "/L/night/search?speaker=Ada+Quill")["hits"]
    return [hit["pick"] for hit in hits]


def report(client: TestClient, *picks: str, title: str = "") -> dict[str, Any]:
    result = data(client, "/L/night/" + report_link(picks, title))
    assert isinstance(result, dict)
    return result


def test_picks_stand_in_the_order_in_which_they_were_picked(night: TestClient, picks: list[str]) -> None:
    turned = picks[::-1]
    assert [note["pick"] for note in report(night, *turned)["notes"]] == turned
    assert [note["number"] for note in report(night, *turned)["notes"]] == [1, 2, 3]


def test_a_pick_stands_once(night: TestClient, picks: list[str]) -> None:
    assert len(report(night, picks[0], picks[0], picks[1])["notes"]) == 2


def test_a_footnote_says_where_the_words_stand(night: TestClient, picks: list[str]) -> None:
    for note in report(night, *picks)["notes"]:
        text = data(night, "/L/night/a/" + note["digest"])["reading"]["article"]["text"]
        claim = note["claim"]
        assert claim["words"] == [text[start:end] for start, end in claim["spans"]]
        assert claim["words"][0] in note["sentence"] in text
        assert claim["speaker"] == "Ada Quill"
        assert note["digest"] == text_key(text)


def test_the_page_numbers_statements_and_footnotes_alike(night: TestClient, picks: list[str]) -> None:
    shown = page(night, "/L/night/" + report_link(picks, "Who lost the engines?"))
    assert words_of(shown.find(".//h1")) == "Who lost the engines?"
    assert len(shown.xpath("//ol[@class='statements']/li")) == 3
    assert [one.get("id") for one in shown.xpath("//section[@class='footnotes']/ol/li")] == [
        "note-1", "note-2", "note-3",
    ]  # fmt: skip
    assert [one.get("href") for one in shown.xpath("//sup/a")] == ["#note-1", "#note-2", "#note-3"]
    assert "Chain: Skerry Press reports → Ada Quill asserts." in words_of(of_class(shown, "footnotes")[0])
    assert "Cue: “said”" in words_of(of_class(shown, "footnotes")[0])


def test_a_claim_is_left_out_by_a_link(night: TestClient, picks: list[str]) -> None:
    shown = page(night, "/L/night/" + report_link(picks, "x"))
    without = [str(one) for one in shown.xpath("//a[text()='leave out']/@href")]
    assert len(without) == 3
    left = data(night, without[1].replace("/L/night", "/L/night", 1))
    assert [note["pick"] for note in left["notes"]] == [picks[0], picks[2]]
    assert left["title"] == "x"


def test_a_title_that_is_set_keeps_the_picks(night: TestClient, picks: list[str]) -> None:
    shown = page(night, "/L/night/" + report_link(picks))
    assert [str(one) for one in shown.xpath("//main//form//input[@type='hidden'][@name='c']/@value")] == picks


MISSING = (
    "x",
    "",
    ".",
    "0000000000000000.c1",
    "....",
    f"{text_key(AGENCY)}.nothing",
    text_key(HERALD),
    "ö.ö",
    "\x00.\x00",
)


@pytest.mark.parametrize("pick", MISSING, ids=ascii)
def test_what_is_not_in_the_ledger_is_told_and_the_rest_is_shown(
    night: TestClient, picks: list[str], pick: str
) -> None:
    result = report(night, picks[0], pick)
    assert len(result["notes"]) == 1
    assert result["missing"] == [pick]
    shown = words_of(page(night, "/L/night/" + report_link([picks[0], pick])))
    assert "Not in this ledger:" in shown


def test_nothing_picked_says_how_to_pick(night: TestClient) -> None:
    assert "No claim is picked yet" in words_of(page(night, "/L/night/report"))
    assert report(night) == {"title": "", "notes": [], "missing": [], "beyond": 0}


def test_more_picks_than_a_report_takes_are_told(night: TestClient, picks: list[str]) -> None:
    many = [*picks, *(f"{text_key(AGENCY)}.c{at}" for at in range(MOST_PICKS))]
    result = report(night, *many)
    assert (len(result["notes"]), len(result["missing"]), result["beyond"]) == (3, MOST_PICKS - 3, 3)
    assert "3 more picks were not looked up" in words_of(page(night, "/L/night/" + report_link(many)))


def test_a_long_title_is_cut_and_an_evil_one_is_words(night: TestClient, picks: list[str]) -> None:
    evil = "<img src=x onerror=alert(1)>"
    shown = page(night, f"/L/night/report?c={picks[0]}&title={quote(evil)}")
    assert words_of(shown.find(".//h1")) == evil
    assert not shown.xpath("//img")
    assert len(words_of(page(night, f"/L/night/report?title={'a' * 1000}").find(".//h1"))) == 200
