"""Every page that links lead to: it is there, it keeps to the house, and its links arrive where they say."""

from __future__ import annotations

import csv
import io
import json
import re
from urllib.parse import urldefrag, urlsplit

import pytest
from starlette.testclient import TestClient

from tests.web.rooms import Page, data, everything, of_class, page, words_of

PAGES = ("/L/night/", "/L/night/s/", "/L/night/p/", "/L/night/e/", "/L/night/a/", "/L/night/source", "/L/night/search")
OWN_WORDS = re.compile(r"https?://|//[a-z]")


def html_pages(client: TestClient) -> dict[str, Page]:
    return {address: got for address, got, _ in everything(client, "/") if not isinstance(got, bytes) and len(got)}


def test_links_lead_to_every_kind_of_page_and_none_is_broken(night: TestClient) -> None:
    reached = [address for address, _, _ in everything(night, "/")]
    for kind in (*PAGES, "/L/night/report", "/read", "/static/", "/api/L/night/"):
        assert any(address.startswith(kind) for address in reached), kind
    assert any(re.match(r"/L/night/e/[0-9a-f]{16}/[0-9a-f]{16}", address) for address in reached)


def test_every_fragment_is_an_element_of_the_page_that_it_leads_to(night: TestClient) -> None:
    pages = html_pages(night)
    ids = {address: set(got.xpath("//@id")) for address, got in pages.items()}
    missing = set()
    for _, _, led in everything(night, "/"):
        for one in led:
            bare, fragment = urldefrag(one)
            if fragment and bare in ids and fragment not in ids[bare]:
                missing.add(one)
    assert not missing


def test_no_page_holds_script_style_or_handlers_of_its_own(night: TestClient) -> None:
    for address, got in html_pages(night).items():
        assert not got.xpath("//script[not(@src)] | //style | //*[@style]"), address
        assert not got.xpath("//@*[starts-with(name(), 'on')]"), address
        assert not got.xpath("//iframe | //object | //embed | //base"), address


def test_no_page_names_an_address_outside(night: TestClient) -> None:
    for address, got, led in everything(night, "/"):
        assert not [one for one in led if urlsplit(one).netloc or urlsplit(one).scheme], address
        if not isinstance(got, bytes):
            held = [str(value) for name in ("src", "href", "action", "srcset", "data", "poster", "content", "cite")
                    for value in got.xpath(f"//@{name}")]  # fmt: skip
            assert not [value for value in held if OWN_WORDS.search(value)], address


def test_styles_and_scripts_name_no_address_outside(night: TestClient) -> None:
    for address, got, _ in everything(night, "/"):
        if address.startswith("/static/") and isinstance(got, bytes) and address.endswith((".css", ".js")):
            assert not OWN_WORDS.search(re.sub(r"(?m)^\s*//.*$", "", got.decode())), address


def test_every_page_is_titled_has_one_heading_and_is_in_english(night: TestClient) -> None:
    for address, got in html_pages(night).items():
        assert words_of(got.find(".//title")), address
        assert len(got.xpath("//h1")) == 1, address
        assert got.get("lang") == "en", address
        assert len(got.xpath("//main[@id='main'] | //a[@class='skip'][@href='#main']")) == 2, address


def test_ids_are_given_once(night: TestClient) -> None:
    for address, got in html_pages(night).items():
        ids = got.xpath("//@id")
        assert len(ids) == len(set(ids)), (address, [one for one in ids if ids.count(one) > 1])


def test_every_control_has_a_label(night: TestClient) -> None:
    for address, got in html_pages(night).items():
        for control in got.xpath("//input[not(@type='hidden')] | //select | //textarea"):
            named = control.xpath("ancestor::label") or got.xpath(f"//label[@for='{control.get('id')}']")
            assert named, (address, control.get("name"))


def test_every_view_is_there_as_json_and_as_csv(night: TestClient) -> None:
    seen = 0
    for address, got, _ in everything(night, "/"):
        if address.startswith("/L/night/"):
            twins = [str(one) for one in got.xpath("//footer//a/@href")] if not isinstance(got, bytes) else []
            assert [one.startswith("/api/L/night/") for one in twins] == [True, True], address
        if address.startswith("/api/"):
            assert isinstance(got, bytes)
            if "format=csv" in address:
                rows = list(csv.reader(io.StringIO(got.decode(), newline="")))
                assert len({len(row) for row in rows}) == 1, address
            else:
                for one in got.splitlines() if address.endswith(".jsonl") else [got]:
                    json.loads(one)
            seen += 1
    assert seen > 20


def test_a_desk_counts_what_is_there(night: TestClient) -> None:
    view = data(night, "/L/night/")
    assert (view["articles"], view["told_by_several"], view["alone"]) == (5, 1, 1)
    assert "5 articles; 1 story that several tell, 1 told by one alone." in words_of(page(night, "/L/night/"))
    assert [one["outlet"] for one in view["latest"]] == [
        "Tamsin Courier", "Varrow Radio", "Varrow Herald", "The Kell Post", "Skerry Press",
    ]  # fmt: skip


def test_a_point_opens_every_number_of_its_funnel(night: TestClient) -> None:
    story = data(night, "/L/night/" + data(night, "/L/night/")["stories"][0]["link"])
    for point in story["points"]:
        shown = page(night, "/L/night/" + point["link"])
        opened = {name: len(shown.xpath(f"//section[@id='{name}']//ol[1]/li")) for name in ("articles", "reports")}
        assert opened == {"articles": len(point["articles"]), "reports": len(point["reports"])}
        assert len(shown.xpath("//section[@id='origins']/ul/li")) == len(point["origins"])
        counted = [words_of(one) for one in shown.xpath("//section[@id='publishers']/ul/li/b")]
        assert counted == [one["name"] for one in point["publishers"]]


def test_a_page_s_numbers_are_those_of_its_json(night: TestClient) -> None:
    story = data(night, "/L/night/" + data(night, "/L/night/")["stories"][0]["link"])
    shown = words_of(page(night, "/L/night/" + story["link"]))
    assert f"{len(story['articles'])} articles, {len(story['points'])} points made by several" in shown
    matrix = data(night, "/L/night/" + story["link"] + "/matrix")
    (table,) = of_class(page(night, "/L/night/" + story["link"]), "matrix")
    assert [words_of(one) for one in table.xpath("./thead/tr/th")][1:] == matrix["sources"]
    assert len(table.xpath("./tbody/tr")) == len(matrix["rows"])


def test_the_words_shown_of_a_claim_stand_in_the_article(night: TestClient) -> None:
    story = data(night, "/L/night/" + data(night, "/L/night/")["stories"][0]["link"])
    texts = {
        head["id"]: data(night, "/L/night/a/" + head["key"])["reading"]["article"]["text"] for head in story["articles"]
    }
    claims = [claim for point in story["points"] for claim in point["claims"]]
    assert claims
    for claim in claims:
        assert claim["words"] == [texts[claim["article"]][start:end] for start, end in claim["spans"]]


def test_a_pictures_words_stand_beside_it(night: TestClient) -> None:
    story = data(night, "/L/night/" + data(night, "/L/night/")["stories"][0]["link"])
    shown = page(night, "/L/night/" + story["points"][0]["link"])
    for step in shown.xpath("//*[local-name()='svg']//*[local-name()='text'][@class='words']"):
        assert words_of(step) in [words_of(one) for one in shown.xpath("//p[@class='counts']/a")]


@pytest.mark.parametrize(
    "address",
    ["/nothing", "/L/none/", "/L/night/a/0000000000000000", "/L/night/s/zz", "/L/night/p/zz/0-1", "/L/night/e/zz",
     "/L/night/e/zz/zz", "/draft/zz", "/a/zz", "/static/nothing.css"],
)  # fmt: skip
def test_what_is_not_there_is_told_in_words(night: TestClient, address: str) -> None:
    shown = page(night, address, 404)
    assert len(words_of(shown.find(".//main")).split()) > 5
    if not address.startswith(("/static", "/draft", "/a/", "/nothing")):
        answer = night.get(f"/api{address}")
        assert answer.status_code == 404
        assert list(answer.json()) == ["error"]


@pytest.mark.parametrize("asked", ["?page=0", "?page=x", "?page=99999999999999999999", "?format=exe"])
def test_an_address_that_asks_for_nonsense_is_told_what_is_wrong(night: TestClient, asked: str) -> None:
    answer = night.get("/api/L/night/" + asked)
    assert answer.status_code == 422
    assert "asks for something that is none" in answer.json()["error"]


def test_a_page_beyond_the_last_is_empty_and_no_error(night: TestClient) -> None:
    assert data(night, "/L/night/?page=100000")["stories"] == []
    page(night, "/L/night/?page=100000")
    page(night, "/L/night/search?q=ferry&page=100000")


def test_an_address_without_its_last_stroke_leads_to_the_one_with_it(night: TestClient) -> None:
    answer = night.get("/L/night")
    assert answer.status_code in (303, 307, 308)
    assert urlsplit(answer.headers["location"]).path == "/L/night/"


def test_several_ledgers_are_listed_and_one_is_opened(night: TestClient) -> None:
    answer = night.get("/")
    assert (answer.status_code, answer.headers["location"]) == (303, "/L/night/")
    assert [one["name"] for one in data(night, "/ledgers")] == ["night"]
