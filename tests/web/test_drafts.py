"""A text that is pasted or dropped: read, traced in a ledger, kept nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from starlette.testclient import TestClient

from sayso.ledger import open_ledger
from sayso.web.links import text_key
from sayso.web.safety import form_token
from tests.night import AGENCY, MARKET, NIGHT, POST, article
from tests.web.rooms import TOKEN, client_of, data, ledger_of, marked, of_class, page, paste, room_of, words_of

OTHER = "Umbrellas sell well\n\nUmbrellas sold well in the rain, Bea Lund said.\n"
# The agency's words under another headline.
COPY = AGENCY.replace("Ferry runs aground off Kell", "Lifeboats out at night").replace("KELL (Skerry Press) — ", "")


@pytest.fixture
def two(tmp_path: Path) -> Iterator[TestClient]:
    night = ledger_of(tmp_path / "night.db", *NIGHT)
    other = ledger_of(tmp_path / "other.db", article("only", MARKET, "Tamsin Courier"))
    with client_of(room_of(night), room_of(other, "other")) as client:
        yield client


def drop(client: TestClient, name: str, content: bytes) -> str:
    answer = client.post("/read", data={"csrf": form_token(TOKEN)}, files={"file": (name, content)})
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


def test_a_pasted_text_is_read_and_traced_to_the_article_that_it_copies(night: TestClient) -> None:
    shown = page(night, paste(night, COPY))
    said = words_of(shown)
    assert words_of(shown.find(".//h1")) == "Lifeboats out at night"
    assert "This text is kept nowhere" in said
    (depends,) = of_class(shown, "depends")
    assert "This text copies Skerry Press" in words_of(depends)
    assert "Ada Quill" in said
    led = [str(one) for one in depends.xpath(".//a[@class='evidence']/@href")]
    assert led
    assert all(urljoin("/", one).startswith(("/draft/", "/L/night/a/")) for one in led)


def test_every_link_of_a_draft_s_page_leads_somewhere(night: TestClient) -> None:
    address = paste(night, COPY)
    shown = page(night, address)
    here = set(shown.xpath("//@id"))
    for link in {str(one) for one in shown.xpath("//main//a/@href")}:
        if link.startswith("#"):
            assert link[1:] in here, link
        else:
            answer = night.get(link.partition("#")[0])
            assert answer.status_code == 200, link


def test_evidence_in_a_draft_is_marked_on_its_own_page(night: TestClient) -> None:
    address = paste(night, COPY)
    start = COPY.index("Ada Quill")
    assert marked(page(night, f"{address}?c={start}-{start + 9}")) == "Ada Quill"


def test_a_text_that_is_like_none_says_so(night: TestClient) -> None:
    said = words_of(page(night, paste(night, OTHER)))
    assert "In the ledger night, no article tells of the same or holds its words" in said


def test_a_text_that_is_in_the_ledger_is_traced_to_the_article_that_it_is(night: TestClient) -> None:
    said = words_of(page(night, paste(night, AGENCY)))
    assert "This text copies Skerry Press" in said
    assert "100% of the shorter text" in said


def test_a_pasted_text_lands_in_no_ledger(path: Path) -> None:
    with client_of(room_of(path)) as client:
        key = text_key(COPY)
        assert paste(client, COPY) == f"/draft/{key}"
        page(client, f"/draft/{key}")
        assert data(client, "/L/night/")["articles"] == 5
        assert data(client, "/L/night/search?q=lifeboats&where=texts")["total"] == 0
        page(client, f"/L/night/a/{key}", 404)
    with open_ledger(path) as ledger:
        assert ledger.counts()["articles"] == 5
        assert ledger.batches() == [(1, "night/", 5)]
    with client_of(room_of(path)) as again:
        page(again, f"/draft/{key}", 404)


def test_only_the_latest_drafts_are_kept(night: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.web.desk.MOST_DRAFTS", 2)
    first, *rest = [paste(night, f"{OTHER}\nNumber {at}.\n") for at in range(3)]
    assert "no longer kept" in words_of(page(night, first, 404))
    for one in rest:
        page(night, one)


def test_with_several_ledgers_the_reader_chooses_in_which_to_trace(two: TestClient) -> None:
    address = paste(two, COPY)
    shown = page(two, address)
    assert "Trace it in: night other" in words_of(shown)
    assert "copies Skerry Press" in words_of(page(two, f"{address}?in=night"))
    assert "In the ledger other, no article tells of the same" in words_of(page(two, f"{address}?in=other"))
    page(two, f"{address}?in=third", 404)


def test_line_ends_of_a_form_are_those_of_the_text(night: TestClient) -> None:
    assert paste(night, POST.replace("\n", "\r\n")) == f"/draft/{text_key(POST)}"


@pytest.mark.parametrize("text", ["", "   ", "\n\n\t"])
def test_nothing_to_read_is_told_in_words(night: TestClient, text: str) -> None:
    answer = night.post("/read", data={"csrf": form_token(TOKEN), "text": text})
    assert answer.status_code == 422
    assert "That could not be done" in answer.text


def test_a_form_without_its_fields_is_told(night: TestClient) -> None:
    assert night.post("/read", data={"csrf": form_token(TOKEN)}).status_code == 422
    assert night.post("/read", content=b"\x00\xff", headers={"Content-Type": "text/plain"}).status_code == 403
    broken = night.post("/read", content=b"--x\r\nno", headers={"Content-Type": "multipart/form-data; boundary=x"})
    assert broken.status_code in (400, 403)


SAVED = b"""<!doctype html><html><head><title>Herring - Courier</title><script>alert(1)</script></head><body><article>
<h1>Herring prices fall</h1><p>Herring fetched less at the market of Tamsin, Bram Oster said.</p>
<p onclick="alert(1)">There is too much fish, <b>Bram Oster said</b>.</p><img src="https://evil.example/x.png">
<p>Nobody on the quay could say on Monday when the price would rise again after the long winter.</p>
</article></body></html>"""


@pytest.mark.parametrize("name", ["page.html", "PAGE.HTM", "page", "../../etc/page.xhtml"])
def test_a_saved_page_that_is_dropped_is_read_and_none_of_its_html_is_shown(night: TestClient, name: str) -> None:
    shown = page(night, drop(night, name, SAVED))
    assert "Bram Oster" in words_of(shown)
    assert not shown.xpath("//img | //script[not(@src)] | //*[@onclick]")
    assert "evil.example" not in words_of(shown)


def test_a_page_s_source_can_be_pasted(night: TestClient) -> None:
    shown = page(night, paste(night, SAVED.decode()))
    assert words_of(shown.find(".//h1")) == "Herring prices fall"


def test_a_text_and_a_line_of_json_can_be_dropped(night: TestClient) -> None:
    import json

    page(night, drop(night, "a.txt", OTHER.encode()))
    line = json.dumps({"id": "x", "text": OTHER, "title": "A title", "outlet": "The <Courier>"}).encode()
    assert "The <Courier>" in words_of(page(night, drop(night, "a.jsonl", line)))


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n\x00\x00", b'{"id": 1}', b"PK\x03\x04" + b"\x00" * 60])
def test_a_file_that_is_no_article_is_told(night: TestClient, content: bytes) -> None:
    answer = night.post("/read", data={"csrf": form_token(TOKEN)}, files={"file": ("a.bin", content)})
    assert answer.status_code in (303, 422)
    assert "Traceback" not in answer.text


def test_two_files_at_once_are_refused(night: TestClient) -> None:
    files = [("file", ("a.txt", b"one")), ("file", ("b.txt", b"two"))]
    assert night.post("/read", data={"csrf": form_token(TOKEN)}, files=files).status_code == 400
