"""What is new since the last visit: by a mark in the browser that only its reader moves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from sayso.ledger import open_ledger
from sayso.web.safety import form_token
from tests.night import NIGHT, read_simply
from tests.web.rooms import TOKEN, client_of, data, ledger_of, page, put, room_of, words_of

EARLY, LATE = NIGHT[:2], NIGHT[2:]


@pytest.fixture
def growing(tmp_path: Path) -> Iterator[tuple[TestClient, Path]]:
    """A ledger with one import, that a second one may come to."""
    path = ledger_of(tmp_path / "night.db", *EARLY)
    with client_of(room_of(path)) as client:
        yield client, path


def grow(path: Path) -> None:
    with open_ledger(path) as theirs:
        put(theirs, *map(read_simply, LATE))


def news_of(shown: Any) -> str:
    return " ".join(words_of(one) for one in shown.xpath("//section[@id='news']"))


def test_the_first_visit_marks_nothing_as_new(growing: tuple[TestClient, Path]) -> None:
    client, _ = growing
    assert "first visit to this ledger in this browser" in words_of(page(client, "/L/night/"))
    assert "Nothing new since import 1" in words_of(page(client, "/L/night/"))


def test_what_came_since_is_listed_until_it_is_marked_as_seen(growing: tuple[TestClient, Path]) -> None:
    client, path = growing
    page(client, "/L/night/")
    grow(path)
    for _ in range(2):  # looking is not marking
        assert "3 new articles in 1 import" in news_of(page(client, "/L/night/"))
    answer = client.post("/L/night/seen", data={"csrf": form_token(TOKEN), "import": "2"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/L/night/")
    assert "Nothing new since import 2" in words_of(page(client, "/L/night/"))


def test_a_form_of_another_site_marks_nothing(growing: tuple[TestClient, Path]) -> None:
    client, _ = growing
    answer = client.post("/L/night/seen", data={"csrf": "no", "import": "2"})
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


def test_a_mark_of_another_ledger_of_that_name_is_none(growing: tuple[TestClient, Path], tmp_path: Path) -> None:
    client, _ = growing
    page(client, "/L/night/")
    (tmp_path / "other").mkdir()
    other = ledger_of(tmp_path / "other" / "night.db", NIGHT[4])
    with open_ledger(other) as theirs, theirs.change() as connection:
        connection.exec_driver_sql("UPDATE batch SET source = 'elsewhere/'")
    with client_of(room_of(other)) as asking:
        asking.cookies = client.cookies
        assert "first visit" in words_of(page(asking, "/L/night/"))


def test_an_address_asks_what_came_after_any_import(growing: tuple[TestClient, Path]) -> None:
    client, path = growing
    grow(path)
    assert "Since import 1" in news_of(page(client, "/L/night/?since=1"))
    assert data(client, "/L/night/news?since=2")["articles_in_all"] == 0
    told = data(client, "/L/night/news?since=1")
    assert [one["id"] for one in told["articles"]] == ["market", "radio", "herald"]
    assert [one["number"] for one in told["imports"]] == [2]
    assert client.get("/api/L/night/news?since=-1").status_code == 422


def test_a_story_tells_which_points_and_disputes_are_new(growing: tuple[TestClient, Path]) -> None:
    client, path = growing
    grow(path)
    story = data(client, "/L/night/" + data(client, "/L/night/")["stories"][0]["link"])
    told = data(client, f"/L/night/{story['link']}/news?since=1")
    assert sorted(told["articles"]) == ["herald", "radio"]
    assert told["before"] == 2
    points = {point["link"]: point for point in story["points"]}
    for point in told["points"]:
        held = points[point["link"]]["articles"]
        assert set(point["articles"]) == {"herald", "radio"} & set(held)
        assert point["is_new"] == (len(held) - len(point["articles"]) < 2)
    ends = [d for point in story["points"] for d in point["disputes"]]
    new = [d for d in ends if {d["a"]["shown"]["article"], d["b"]["shown"]["article"]} & {"herald", "radio"}]
    assert len(told["disputes"]) == len(new)
    shown = page(client, f"/L/night/{story['link']}?since=1")
    assert "2 new articles" in news_of(shown)
    assert "new dispute" in news_of(shown) or not new


def test_a_story_without_anything_new_says_so(growing: tuple[TestClient, Path]) -> None:
    client, _ = growing
    story = data(client, "/L/night/")["stories"][0]["link"]
    assert "Nothing new in this story" in news_of(page(client, f"/L/night/{story}?since=1"))
    assert news_of(page(client, f"/L/night/{story}")) == ""


def test_an_import_that_was_undone_is_not_new(growing: tuple[TestClient, Path]) -> None:
    client, path = growing
    page(client, "/L/night/")
    with open_ledger(path) as theirs:
        theirs.undo(put(theirs, *map(read_simply, LATE)))
    assert "Nothing new since import 1" in words_of(page(client, "/L/night/"))
