"""A ledger that is served while others add to it and take out again: every page shows it as it is now."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import func, select
from starlette.testclient import TestClient

from sayso.ledger import open_ledger
from sayso.ledger.listing import claim, heading, told
from sayso.ledger.listing import page as page_row
from sayso.ledger.schema import waiting
from sayso.linking.contextual import WordVectors
from sayso.web.contents import NotHere
from sayso.web.links import text_key
from sayso.web.room import Room
from sayso.web.server import link_rooms, warm_rooms
from tests.night import AGENCY, MARKET, NIGHT, FakeContextual, article, lists, read_simply
from tests.web.rooms import client_of, data, ledger_of, page, put, room_of, words_of

EARLY, LATE = NIGHT[:2], NIGHT[2:]
KEY = text_key(AGENCY)


def story_of(client: TestClient) -> str:
    return "/L/night/" + str(data(client, "/L/night/")["stories"][0]["link"])


@contextmanager
def served(path: Path) -> Iterator[tuple[TestClient, Room]]:
    room = room_of(path)
    with client_of(room) as client:
        yield client, room


def test_what_another_process_adds_shows_at_once(tmp_path: Path) -> None:
    path = ledger_of(tmp_path / "night.db", *EARLY)
    with served(path) as (client, _), open_ledger(path) as theirs:
        assert len(data(client, story_of(client))["articles"]) == 2
        assert data(client, "/L/night/search?q=herring")["total"] == 0
        put(theirs, *map(read_simply, LATE), source="later/")
        assert data(client, "/L/night/")["articles"] == 5
        assert len(data(client, story_of(client))["articles"]) == 4
        assert data(client, "/L/night/search?q=herring")["total"] > 0
        assert [one["source"] for one in data(client, "/L/night/")["imports"]] == ["later/", "night/"]
        assert [one["new"] for one in data(client, "/L/night/")["latest"]] == [True] * 3 + [False] * 2
        assert "last import" in words_of(page(client, "/L/night/"))


def test_what_another_process_takes_out_is_gone_at_once(tmp_path: Path) -> None:
    path = ledger_of(tmp_path / "night.db", *EARLY)
    with served(path) as (client, _), open_ledger(path) as theirs:
        added = put(theirs, *map(read_simply, LATE))
        herring = "/L/night/a/" + text_key(MARKET)
        page(client, herring)
        assert len(data(client, story_of(client))["articles"]) == 4
        (pick, *_) = [hit["pick"] for hit in data(client, "/L/night/search?q=herring")["hits"]]
        theirs.undo(added)
        page(client, herring, 404)
        assert len(data(client, story_of(client))["articles"]) == 2
        assert data(client, "/L/night/search?q=herring")["total"] == 0
        assert data(client, "/L/night/search?q=herring&where=texts")["total"] == 0
        assert data(client, f"/L/night/report?c={pick}")["missing"] == [pick]
        assert data(client, "/L/night/source?name=Bram+Oster")["found"]["total"] == 0
        assert "Bram Oster" not in [one["value"] for one in data(client, "/L/night/source")["sources"]]


def test_an_emptied_ledger_and_a_new_one_have_pages_too(tmp_path: Path) -> None:
    path = ledger_of(tmp_path / "night.db", *EARLY)
    with served(path) as (client, _), open_ledger(path) as theirs:
        page(client, "/L/night/")
        theirs.undo(1)
        shown = words_of(page(client, "/L/night/"))
        assert "0 articles" in shown
        assert "Nothing was imported yet" in shown
        for address in ("/L/night/search?q=ferry", "/L/night/source", "/L/night/report"):
            page(client, address)
        page(client, f"/L/night/a/{KEY}", 404)


def test_no_word_of_an_article_is_left_in_the_index_when_it_is_taken_out(tmp_path: Path) -> None:
    path = ledger_of(tmp_path / "a.db", *EARLY)
    with open_ledger(path) as ledger, open_ledger(ledger_of(tmp_path / "b.db", *EARLY)) as other:
        ledger.undo(put(ledger, *map(read_simply, LATE)))
        put(ledger, *map(read_simply, LATE))
        ledger.undo(3)
        for one in (ledger, other):
            for table in ("claim_words", "page_words"):
                one.connection.exec_driver_sql(f"INSERT INTO {table}({table}, rank) VALUES('integrity-check', 1)")
        for listed in (heading, claim, page_row):
            rows = [one.connection.execute(select(listed)).all() for one in (ledger, other)]
            assert rows[0] == rows[1]
        for table in ("claim_words", "page_words"):
            found = f"SELECT rowid FROM {table} WHERE {table} MATCH ?"
            for word in ("herring", "saloon", "oster", "lifeboat"):
                left = [one.connection.exec_driver_sql(found, (word,)).all() for one in (ledger, other)]
                assert left[0] == left[1]


def test_what_could_not_be_read_is_listed_and_goes_with_its_import(path: Path) -> None:
    with served(path) as (client, _), open_ledger(path) as theirs:
        theirs.save_unread(1, [("a <b>.html", "holds no words"), ("b.txt", "is no text"), ("b.txt", "is no text")])
        view = data(client, "/L/night/")
        assert [one["what"] for one in view["left_out"]] == ["b.txt", "a <b>.html"]
        assert view["left_out_in_all"] == 2
        shown = words_of(page(client, "/L/night/"))
        assert "2 inputs" in shown
        assert "a <b>.html" in shown
        theirs.undo(1)
        assert data(client, "/L/night/")["left_out"] == []


def test_a_long_list_of_what_could_not_be_read_says_how_much_is_shown(path: Path) -> None:
    with served(path) as (client, _), open_ledger(path) as theirs:
        theirs.save_unread(1, [(f"{at}.html", "holds no words") for at in range(250)])
        assert "250 inputs, of which 200 are shown" in words_of(page(client, "/L/night/"))


def kept(path: Path) -> list[str]:
    with open_ledger(path) as ledger:
        return [str(row.key) for row in ledger.connection.execute(select(told.c.key).order_by(told.c.key))]


class Counting(FakeContextual):
    """Says how often sentences were compared."""

    asked = 0

    def encode(self, forms: object) -> WordVectors:
        Counting.asked += 1
        return super().encode(forms)  # type: ignore[arg-type]  # as it came


def test_a_story_is_linked_once_and_kept_for_whoever_asks_next(path: Path) -> None:
    room = Room(path, "night", lists(), Counting())
    with client_of(room) as client:
        first = data(client, story_of(client))
        asked = Counting.asked
        assert asked > 0
        assert data(client, story_of(client)) == first
        page(client, "/L/night/" + first["points"][0]["link"])
    with client_of(Room(path, "night", lists(), Counting())) as client:
        assert data(client, story_of(client)) == first
    assert Counting.asked == asked
    assert len(kept(path)) == 1


def test_a_story_is_linked_anew_when_an_article_comes_and_the_old_one_is_dropped(tmp_path: Path) -> None:
    path = ledger_of(tmp_path / "night.db", *EARLY)
    room = room_of(path)
    assert room.link_all() == 1
    assert room.link_all() == 0
    before = kept(path)
    with open_ledger(path) as theirs:
        put(theirs, *map(read_simply, LATE))
    assert room.link_all() == 1
    after = kept(path)
    assert len(after) == 1
    assert after != before


def test_an_article_that_belongs_to_no_story_leaves_the_others_as_they_are(tmp_path: Path) -> None:
    path = ledger_of(tmp_path / "night.db", *EARLY)
    room = room_of(path)
    room.link_all()
    before = kept(path)
    with open_ledger(path) as theirs:
        put(theirs, read_simply(NIGHT[4]))
    assert room.link_all() == 0
    assert kept(path) == before


def test_a_story_that_another_version_told_is_told_anew(path: Path) -> None:
    room = room_of(path)
    room.link_all()
    with open_ledger(path) as theirs, theirs.change() as connection:
        connection.execute(told.update().values(document=b'{"old": true}'))
    with client_of(room_of(path)) as client:
        assert len(data(client, story_of(client))["articles"]) == 4


def test_stories_not_linked_yet_are_listed_and_say_so(path: Path) -> None:
    with served(path) as (client, room):
        assert [line["linked"] for line in data(client, "/L/night/")["stories"]] == [False]
        assert "not linked yet" in words_of(page(client, "/L/night/"))
        link_rooms([room], lambda: False)
        assert [line["linked"] for line in data(client, "/L/night/")["stories"]] == [True]
        assert "not linked yet" not in words_of(page(client, "/L/night/"))


def test_linking_stops_when_it_is_told_to(path: Path) -> None:
    assert room_of(path).link_all(lambda: True) == 0
    assert kept(path) == []


def test_who_asks_while_a_story_is_being_linked_is_told_to_look_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sayso.web.room.PATIENCE", 0.01)
    with served(path) as (client, room):
        where = story_of(client)
        with closing(room.ledger), room._linking:
            monkeypatch.setattr(room, "told", lambda story, patience=0.01: Room.told(room, story, patience=patience))
            shown = page(client, where, 503)
            assert "This story is being linked" in words_of(shown)
            answer = client.get(f"/api{where}")
            assert (answer.status_code, answer.headers["retry-after"]) == (503, "2")
            page(client, f"/L/night/a/{KEY}")  # its text needs no story
            point = client.get(f"/L/night/p/{KEY}/0-1")
            assert point.status_code == 503
        page(client, where)


def test_many_who_ask_at_once_get_the_same_and_it_is_linked_once(path: Path) -> None:
    Counting.asked = 0
    room = Room(path, "night", lists(), Counting())
    with client_of(room) as client:
        where, start = story_of(client), threading.Barrier(8)

        def ask(at: int) -> str:
            start.wait(120)
            return client.get(("/api" if at % 2 else "") + where).text

        with ThreadPoolExecutor(8) as pool:
            answers = list(pool.map(ask, range(8)))
        asked = Counting.asked
    assert len(set(answers[1::2])) == 1
    assert len(set(answers[0::2])) == 1
    assert asked == _asked_once(path.with_name("again.db"))


def _asked_once(path: Path) -> int:
    Counting.asked = 0
    Room(ledger_of(path, *NIGHT), "night", lists(), Counting()).link_all()
    return Counting.asked


def test_pages_asked_for_while_articles_come_and_go_never_break(tmp_path: Path) -> None:
    path = ledger_of(tmp_path / "night.db", *EARLY)
    stop = threading.Event()
    with served(path) as (client, _):
        addresses = ["/L/night/", f"/L/night/a/{text_key(MARKET)}", f"/L/night/s/{KEY}", "/L/night/search?q=the",
                     "/L/night/source?name=Ada+Quill", f"/L/night/e/{KEY}", f"/L/night/a/{KEY}"]  # fmt: skip

        def ask(address: str) -> set[int]:
            seen = set()
            while not stop.is_set():
                seen.add(client.get(address).status_code)
            return seen

        with ThreadPoolExecutor(len(addresses)) as pool:
            asking = [pool.submit(ask, address) for address in addresses]
            with open_ledger(path) as theirs:
                for _ in range(6):
                    theirs.undo(put(theirs, *map(read_simply, LATE)))
            stop.set()
            seen = [one.result() for one in asking]
    assert set().union(*seen) <= {200, 404}
    assert seen[0] == {200}


def test_a_ledger_that_is_no_longer_there_is_told(path: Path) -> None:
    with served(path) as (client, _):
        path.unlink()
        answer = client.get("/L/night/")
    assert answer.status_code == 422
    assert "is not there" in answer.text


def test_two_ledgers_are_served_apart(path: Path, tmp_path: Path) -> None:
    other = ledger_of(tmp_path / "other.db", article("only", MARKET, "Tamsin Courier"))
    with client_of(room_of(path), room_of(other, "other")) as client:
        assert [one["name"] for one in data(client, "/ledgers")] == ["night", "other"]
        assert "Ledgers" in words_of(page(client, "/"))
        assert data(client, "/L/other/search?q=ferry")["total"] == 0
        assert client.get("/a/" + text_key(AGENCY)).headers["location"].startswith("/L/night/")
        page(client, "/L/third/", 404)


def test_an_article_that_is_gone_is_not_here(path: Path) -> None:
    room = room_of(path)
    for ask in (lambda: room.reading("nobody"), lambda: room.story("nobody"), lambda: room.pair("nobody", "agency")):
        with pytest.raises(NotHere):
            ask()


def test_each_thread_has_its_own_look_at_the_ledger(path: Path) -> None:
    room = room_of(path)
    mine = room.ledger
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(lambda: room.ledger).result() is not mine
    assert room.ledger is mine
    assert mine.connection.execute(select(func.count()).select_from(heading)).scalar_one() == 5


def test_a_room_that_was_warmed_makes_nothing_of_the_whole_ledger_for_a_page(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = room_of(path)
    warm_rooms([room])
    asked = ("load_contents", "list_sources")
    for name in asked:
        monkeypatch.setattr(f"sayso.web.room.{name}", lambda *_: pytest.fail("was made anew"))
    with client_of(room) as client:
        assert data(client, "/L/night/")["articles"] == 5
        assert data(client, "/L/night/source")["sources"]


def test_what_came_since_is_there_after_the_next_warming(path: Path) -> None:
    room = room_of(path)
    warm_rooms([room])
    with open_ledger(path) as theirs:
        put(theirs, read_simply(article("late", "A herring was caught.\n\n“It was large,” Ada Quill said.")))
    warm_rooms([room])
    with client_of(room) as client:
        assert data(client, "/L/night/")["articles"] == 6


def test_a_ledger_that_cannot_be_shown_is_not_warmed_and_says_why_on_its_pages(path: Path) -> None:
    with open_ledger(path) as ledger, ledger.change() as connection:
        connection.execute(waiting.insert().values(article=1))
    room = room_of(path)
    warm_rooms([room])
    with client_of(room) as client:
        assert client.get("/L/night/").status_code == 422


def test_what_could_not_be_read_is_listed_once_and_counted_whole(path: Path) -> None:
    with open_ledger(path) as ledger:
        ledger.save_unread(1, [("a.txt", "is empty"), ("b.txt", "is empty"), ("a.txt", "is empty")])
    room = room_of(path)
    assert room.unread(1) == ([(1, "a.txt", "is empty")], 2)
    with open_ledger(path) as ledger:
        ledger.save_unread(1, [("c.txt", "is empty")])
    assert room.unread(5)[1] == 3


def test_a_story_that_is_altered_has_another_key_and_waits_to_be_linked(path: Path) -> None:
    room = room_of(path)
    room.link_all()
    assert room.unlinked() == 0
    story = room.contents().stories[0]
    queued = next(one for one in room.review.queue(500) if one.row.article in story)
    room.review.reject(queued.row.pick, why="not said")
    assert room.unlinked() == 1
    room.link_all()
    assert room.unlinked() == 0
