"""The pages of review: judged by forms alone, shown wherever the claim is, and left out of counts."""

from __future__ import annotations

from pathlib import Path

from starlette.testclient import TestClient

from sayso.web.safety import form_token
from tests.web.rooms import TOKEN, client_of, data, page, room_of, words_of

CSRF = form_token(TOKEN)


def send(client: TestClient, status: int = 303, **fields: str) -> str:
    answer = client.post("/L/night/review", data={"csrf": CSRF} | fields)
    assert answer.status_code == status, answer.text
    return str(answer.headers.get("location", ""))


def test_a_claim_is_rejected_by_a_form_and_shown_so_on_its_page(client: TestClient) -> None:
    shown = page(client, "/L/night/review")
    assert "You decide as reader" in words_of(shown)
    item = data(client, "/L/night/review")["items"][0]
    back = send(client, act="reject", claim=item["pick"], why="no claim", back="review?page=1")
    assert back == f"/L/night/review?page=1#k{item['pick']}"
    assert item["pick"] not in [one["pick"] for one in data(client, "/L/night/review")["items"]]
    reader = words_of(page(client, "/L/night/" + item["claim"]["link"].split("#")[0]))
    assert "rejected by reader" in reader
    log = words_of(page(client, "/L/night/log"))
    assert "no claim" in log
    send(client, act="undo", back="review")
    assert item["pick"] in [one["pick"] for one in data(client, "/L/night/review")["items"]]


def test_a_rejected_claim_is_left_out_of_points_and_the_page_says_so(client: TestClient) -> None:
    story = "/L/night/" + data(client, "/L/night/")["stories"][0]["link"]
    before = data(client, story)
    claim = before["points"][0]["claims"][0]
    key = next(head["key"] for head in before["articles"] if head["id"] == claim["article"])
    send(client, act="reject", claim=f"{key}.{claim['claim']}", why="a caption")
    after = data(client, story)
    held = [(one["article"], one["claim"]) for point in after["points"] for one in point["claims"]]
    assert (claim["article"], claim["claim"]) not in held
    assert [one["why"] for one in after["rejected"]] == ["a caption"]
    assert "left out of every count here" in words_of(page(client, story))


def test_a_script_gets_the_row_and_an_edit_shows_what_was_set(client: TestClient) -> None:
    item = data(client, "/L/night/review?q=scrape")["items"][0]
    fields = {"csrf": CSRF, "act": "edit", "claim": item["pick"], "speaker": "Ada Quill", "speaker_was": "Marta Sy"}
    answer = client.post("/L/night/review", data=fields, headers={"X-Sayso-Part": "row"})
    assert answer.status_code == 200
    assert "edited" in answer.text
    assert "Ada Quill" in answer.text


def test_without_the_forms_token_nothing_is_decided(client: TestClient) -> None:
    item = data(client, "/L/night/review")["items"][0]
    send(client, 403, csrf="wrong", act="accept", claim=item["pick"])
    send(client, 422, act="reject", claim=item["pick"], why="")
    assert data(client, "/L/night/log")["total"] == 0


def test_coders_that_differ_are_shown_and_a_blind_one_is_not_told(path: Path) -> None:
    ada, ben = room_of(path), room_of(path)
    ada.coder, ben.coder, ben.blind = "ada", "ben", True
    with client_of(ada) as one, client_of(ben) as other:
        item = data(one, "/L/night/review")["items"][0]
        send(one, act="reject", claim=item["pick"], why="no claim")
        assert data(other, "/L/night/log")["total"] == 0
        assert item["pick"] in [shown["pick"] for shown in data(other, "/L/night/review?after=ada")["items"]]
        send(other, act="accept", claim=item["pick"])
        page(other, "/L/night/agreement", 422)
        assert data(one, "/L/night/agreement")["contested_in_all"] == 1
        assert "coders differ" in words_of(page(one, "/L/night/review?q=" + item["claim"]["words"][0].split()[1]))
