"""Commands on a ledger on a server: the same as on one in a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urldefrag

import pytest
from starlette.testclient import TestClient

from sayso.ledger import Where, open_ledger
from sayso.web.desk import name_ledger
from tests.cli.across import sayso, told, use_no_weights
from tests.ledger.ledgers import make_ledger, put
from tests.ledger.places import new_schema, where
from tests.night import AGROUND, NIGHT, article, lines_of, read_simply
from tests.web.rooms import client_of, links_of, page, room_of, words_of

__all__ = ["where"]

FIRST = "/L/night/"
LOOKS = (
    ("stories", "{ledger}"),
    ("stories", "{ledger}", "--format", "json"),
    ("point", "{ledger}", "agency"),
    ("funnel", "{ledger}", "agency#1"),
    ("echoes", "{ledger}"),
    ("disputes", "{ledger}"),
    ("source", "{ledger}", "Ada Quill"),
    ("events", "{ledger}", "--format", "json"),
    ("search", "{ledger}", "ferry"),
    ("search", "{ledger}", "ferry", "--texts", "--json"),
    ("trace", "{draft}", "--in", "{ledger}"),
    ("check", "{draft}", "--against", "{ledger}"),
    ("export", "{ledger}", "--as", "jsonl", "-o", "-"),
    ("export", "{ledger}", "--as", "jsonl", "-o", "-", "--story", "agency"),
    ("status", "{ledger}"),
    ("verify", "{ledger}"),
)


@pytest.fixture(autouse=True)
def no_weights(monkeypatch: pytest.MonkeyPatch) -> None:
    use_no_weights(monkeypatch)


@pytest.fixture(scope="module")
def served() -> Iterator[str]:
    """The night on a server."""
    with new_schema() as address:
        with open_ledger(address, create=True) as opened:
            put(opened, *map(read_simply, NIGHT))
        yield address


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """The night in a file."""
    return make_ledger(tmp_path / "night.db", *map(read_simply, NIGHT))


@pytest.mark.parametrize("words", LOOKS, ids=lambda words: " ".join(words).replace("{ledger}", "L"))
def test_a_command_shows_the_same_of_a_server_as_of_a_file(
    words: tuple[str, ...], served: str, kept: Path, tmp_path: Path
) -> None:
    draft = tmp_path / "draft.jsonl"
    draft.write_bytes(lines_of(article("draft", f"A draft\n\n{AGROUND}\n\n“We had no warning,” Otto Varga said.\n")))
    of_file, of_server = (
        sayso(*(word.format(ledger=ledger, draft=draft) for word in words)) for ledger in (kept, served)
    )
    assert of_file.exit_code in (0, 4), of_file.output
    assert (of_server.exit_code, of_server.stdout) == (of_file.exit_code, of_file.stdout)
    assert of_file.stdout or words[0] in ("verify", "events")


def test_an_export_makes_the_same_folder_of_a_server_as_of_a_file(served: str, kept: Path, tmp_path: Path) -> None:
    for ledger, out in ((kept, "file"), (served, "server")):
        assert sayso("export", ledger, "--as", "csv", "-o", tmp_path / out).exit_code == 0
    names = [path.name for path in sorted((tmp_path / "file").iterdir())]
    assert names
    for name in names:
        assert (tmp_path / "server" / name).read_bytes() == (tmp_path / "file" / name).read_bytes()


def test_pages_are_served_of_a_server_as_of_a_file(served: str, kept: Path) -> None:
    of_file, of_server = (pages_of(client_of(room_of(ledger))) for ledger in (kept, served))
    assert len(of_file) > 9
    assert of_server == of_file


def pages_of(client: TestClient) -> dict[str, str]:
    """What every page says to which the first one leads; that one itself says when the ledger was filled."""
    first = links_of(page(client, FIRST), FIRST)
    addresses = dict.fromkeys(urldefrag(one).url for one in first if one.startswith(FIRST))
    return {one: words_of(page(client, one)) for one in addresses if one != FIRST}


def test_a_ledger_on_a_server_is_called_like_its_database_in_addresses_of_pages() -> None:
    assert name_ledger("postgresql://ada:secret@db.example/News-Desk?port=1", []) == "news-desk"


def test_a_password_is_not_told(tmp_path: Path) -> None:
    done = sayso("stories", "postgresql://ada:secret@127.0.0.1:1/none?connect_timeout=2")
    assert "secret" not in told(done, 1)
    assert "cannot be reached" in told(done, 1)


def test_an_empty_ledger_on_a_server_is_told() -> None:
    with new_schema() as address:
        open_ledger(address, create=True).close()
        assert "is an empty ledger; `sayso add` puts articles in" in told(sayso("stories", address), 1)


def test_a_claim_is_judged_by_command_in_either_database(where: Where) -> None:
    with open_ledger(where, create=True) as opened:
        put(opened, *(read_simply(one) for one in NIGHT))
        pick = opened.review("ada").queue()[0].row.pick
    done = sayso("review", "reject", where, pick, "--why", "not hers")
    assert done.exit_code == 0, done.output
    told = sayso("review", "log", where, "--format", "json")
    assert (told.exit_code, "not hers" in told.stdout) == (0, True)
    assert sayso("verify", where).exit_code == 0
