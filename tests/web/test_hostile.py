"""Articles that mean harm: whatever stands in a field is words on a page, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import html
from starlette.testclient import TestClient

from sayso.exports.escapes import is_active
from sayso.records.reading import Reading
from sayso.web.rendering import Renderer
from tests.exports.anything import readings
from tests.web.evil import ACTS, PAYLOADS, hostile
from tests.web.rooms import TOKEN, client_of, crawl, make_ledger, paste, room_of

TAGS = frozenset(
    """html head meta title link script body a header nav form label span input button main footer p h1 h2 h3 h4 ol ul
    li section article div blockquote details summary dl dt dd table thead tbody tr th td caption b i q code mark del
    ins bdi br fieldset legend select option textarea sup figure figcaption aside svg g rect circle path text
    line kbd datalist""".split()
)


@pytest.fixture(scope="module")
def evil(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    readings = [hostile(at, payload) for at, payload in enumerate(PAYLOADS)]
    path: Path = make_ledger(tmp_path_factory.mktemp("evil") / "<b>night.db", *readings)
    with client_of(room_of(path)) as client:
        yield client


def acts(words: str) -> bool:
    return any(is_active(char) and char not in "⟨⟩" for char in words)


def faults_of(shown: html.HtmlElement) -> set[str]:
    """What of a page is more than words."""
    found = set()
    for element in shown.iter():
        if not isinstance(element.tag, str) or element.tag not in TAGS:
            found.add(f"element {element.tag}")
            continue
        for name, value in element.attrib.items():
            if name.startswith("on") or name in ("style", "srcdoc", "formaction"):
                found.add(f"{element.tag} {name}")
            if name in ("href", "src", "action") and not value.startswith(("/", "#", "?")):
                found.add(f"{element.tag} {name} {value}")
            if name not in ("value", "href") and acts(value):
                found.add(f"{element.tag} {name} acts")
        if element.tag == "script" and (element.get("src") != "/static/house.js" or element.text):
            found.add("script")
        words = [element.text or "", *((child.tail or "") for child in element)]
        if element.tag != "textarea" and any(map(acts, words)):
            found.add(f"{element.tag} {element.get('class')} acts")
    return found


def test_no_page_of_a_hostile_ledger_holds_anything_but_words(evil: TestClient) -> None:
    pages = [got for _, got, _ in crawl(evil, "/", most=3000) if not isinstance(got, bytes) and len(got)]
    assert set().union(*map(faults_of, pages)) == set()
    assert len(pages) > 60


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_is_asked_for_in_an_address_is_words_as_well(evil: TestClient, payload: str) -> None:
    fields = {
        "search": ("q", "speaker", "outlet"),
        "source": ("name",),
        "report": ("title", "c"),
        "a/x": ("id", "c"),
    }
    for path, names in fields.items():
        for name in names:
            answer = evil.get(f"/L/night/{path}", params={name: payload + ACTS})
            assert not faults_of(html.fromstring(answer.text)), path
    for path in (f"/L/{payload}/", f"/L/night/s/{payload}", f"/draft/{payload}", f"/{payload}"):
        answer = evil.get(path)
        if answer.headers.get("content-type", "").startswith("text/html"):
            assert not faults_of(html.fromstring(answer.text)), path


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_hostile_text_that_is_pasted_is_words(evil: TestClient, payload: str) -> None:
    address = paste(evil, f"It rained.\u202e\n\n{payload} is not true, Ada Quill said.\n\nIt rained. {payload}\n")
    assert not faults_of(html.fromstring(evil.get(address).text))


def test_json_with_script_in_it_is_never_a_page(evil: TestClient) -> None:
    answer = evil.get("/api/L/night/")
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "<script>" in answer.text


@settings(max_examples=12)
@given(readings())
def test_a_reading_of_any_shape_has_a_page(reading: Reading) -> None:
    """Ids may dangle, be doubled or go in circles; spans may lie across each other."""
    from sayso.web.page import Keys, Page
    from sayso.web.reader import SHOWS, read_page

    keys = Keys({reading.article.id: "0" * 16})
    shown = Renderer("token").render(
        "reader.html", reader=read_page(reading, Page(reading, keys)), view=None, story=None, heads={}, up=(), down=(),
        shows=SHOWS, shown=SHOWS, asked=None, draft=None, traced_in=None, rooms=(), path="/x", several=False,
    )  # fmt: skip
    assert not faults_of(html.fromstring(shown))
    assert TOKEN not in shown
