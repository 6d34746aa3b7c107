"""`sayso demo`: how its pages are opened, or what is said where they cannot be."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any, cast

import pytest

from sayso.cli.coders import login_name
from sayso.cli.demo import NO_PAGES, open_pages
from sayso.linking.story import LinkedStory

STORY = cast(LinkedStory, object())


def test_without_the_pages_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "sayso.web.server", None)  # as if it could not be imported
    open_pages(Path("demo.db"), 0, STORY)
    assert capsys.readouterr().err == f"sayso: {NO_PAGES}\n"


def test_the_pages_are_served_from_this_machine_only_with_their_story_linked(monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[tuple[Any, ...]] = []

    def serve(paths: list[Path], *, host: str, port: int, coder: str, open_browser: bool, say: object) -> None:
        called.append((paths, host, port, coder, open_browser))

    kept: list[object] = []
    server = ModuleType("sayso.web.server")
    monkeypatch.setattr(server, "serve", serve, raising=False)
    monkeypatch.setattr(server, "open_rooms", lambda paths, coder: [SimpleNamespace(keep=kept.append)], raising=False)
    monkeypatch.setitem(sys.modules, "sayso.web.server", server)
    open_pages(Path("demo.db"), 8123, STORY)
    assert kept == [STORY]
    assert called == [([Path("demo.db")], "127.0.0.1", 8123, login_name(), True)]
