from __future__ import annotations

import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from sayso.articles import Limits, open_article
from sayso.errors import BadInput, MalformedInput, TooLarge
from tests.articles.pages import PARAGRAPHS, write_story

LINE = b'{"id": "1", "text": "She said no."}'


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        ("a.txt", b"She said no.", "She said no."),
        ("a.md", b"# No\n", "# No\n"),
        ("a.txt", b"<p>She said</p><p>no</p>", "<p>She said</p><p>no</p>"),
        ("a.json", LINE, "She said no."),
        ("a.jsonl", LINE + b"\n", "She said no."),
        ("a", LINE, "She said no."),
        ("a", b"She said no.", "She said no."),
    ],
)
def test_the_ending_or_the_content_decides_the_format(tmp_path: Path, name: str, data: bytes, text: str) -> None:
    (tmp_path / name).write_bytes(data)
    assert open_article(tmp_path / name).text == text


@pytest.mark.parametrize("name", ["page.html", "page.htm", "page", "page.aspx"])
def test_pages_are_known_by_ending_or_markup(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(write_story())
    assert open_article(tmp_path / name).text.endswith(PARAGRAPHS[-1])


def test_a_hyphen_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"She said no.")))
    assert open_article("-").text == "She said no."


def test_many_lines_want_an_id(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes((LINE + b"\n") * 3)
    with pytest.raises(MalformedInput, match="3 articles"):
        open_article(tmp_path / "a.jsonl")


def test_what_cannot_be_opened_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="check the path"):
        open_article(tmp_path / "gone.txt")
    with pytest.raises(BadInput, match="cannot be opened"):
        open_article(tmp_path)


def test_no_more_than_the_limit_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"word " * 100)
    with pytest.raises(TooLarge):
        open_article(tmp_path / "a.txt", limits=Limits(size=100))
