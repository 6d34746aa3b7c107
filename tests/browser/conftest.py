"""A browser that is installed already, a reading room to look at, and pages that may not misbehave unseen."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from sayso.web.safety import COOKIE
from tests.browser.reading_room import KEY, Served, make_evil, make_night, serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Dialog, Locator, Page, Request

MISSING_BROWSER = "needs Chromium: apt-get install chromium, or name one in SAYSO_CHROMIUM"
MISSING_AXE = "needs axe-core: npm install axe-core, and its axe.min.js named in SAYSO_AXE"
LONGEST_WAIT = 120_000  # milliseconds: only what never comes takes so long, however slow the machine
MOMENTS, MOMENT = 300, 100  # how often, and how many milliseconds apart, a test looks for what comes in a moment
Open = Callable[..., "Page"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Only these tests may open a socket, and only on this machine."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.allow_hosts(["127.0.0.1"]))
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.weights)


def lacking(reason: str) -> None:
    """Continuous integration must have it; elsewhere the test says what to install."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


# Where a test asks for what is not there, and where what it looks for is no search.
EXPECTED = re.compile(r"responded with a status of (?:404\b|422\b.* at \S+/search\?)")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = os.environ.get("SAYSO_CHROMIUM") or shutil.which("chromium")
    if path is None:
        lacking(MISSING_BROWSER)
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=LONGEST_WAIT)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"], timeout=LONGEST_WAIT)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The rules of accessibility, as a script."""
    path = os.environ.get("SAYSO_AXE")
    if not path or not Path(path).is_file():
        lacking(MISSING_AXE)
        raise AssertionError
    return Path(path).read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def served(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One ledger of a night, served."""
    with serving(make_night(tmp_path_factory.mktemp("night") / "night.db")) as room:
        yield room


@pytest.fixture(scope="session")
def evil(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A ledger of hostile articles, served."""
    with serving(make_evil(tmp_path_factory.mktemp("evil") / "evil.db")) as room:
        yield room


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Open]:
    """Opens a tab that is let in. What it complains of, asks of others or pops up fails the test at its end."""
    faults: list[str] = []
    with ExitStack() as stack:

        def open_tab(room: Served, at: str | None = None, **options: Any) -> Page:
            context = stack.enter_context(browser.new_context(**options))
            context.set_default_timeout(LONGEST_WAIT)
            context.add_cookies([{"name": COOKIE, "value": KEY, "url": room.here}])
            page = context.new_page()
            _watch(page, room, faults)
            if at is not None:
                page.goto(room.here + at)
            return page

        yield open_tab
    assert [fault for fault in faults if not EXPECTED.search(fault)] == []


def _watch(page: Page, room: Served, faults: list[str]) -> None:
    """Notes what a page complains of, what it pops up, and what it asks of others."""

    def hear(said: ConsoleMessage) -> None:
        if said.type in ("error", "warning"):
            faults.append(f"console: {said.text} at {said.location.get('url', '')}")

    def close(dialog: Dialog) -> None:
        faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def look(asked: Request) -> None:
        if not asked.url.startswith((room.here + "/", "data:", "about:")):
            faults.append(f"asked {asked.url}")

    page.on("console", hear)
    page.on("pageerror", lambda error: faults.append(f"script: {error}"))
    page.on("dialog", close)
    page.context.on("request", look)


def follow(page: Page, what: str | Locator) -> None:
    """Clicks what leads elsewhere and waits until that has loaded, which a click alone does not."""
    with page.expect_navigation():
        (page.locator(what).first if isinstance(what, str) else what).click()


def comes_true(page: Page, script: str) -> bool:
    """Whether it does in a moment. Asked from outside: the page's policy lets nothing in it ask again and again."""
    for _ in range(MOMENTS):
        if page.evaluate(script):
            return True
        page.wait_for_timeout(MOMENT)
    return False


@pytest.fixture(scope="session")
def keep_shot() -> Callable[[Page, str], None]:
    """Keeps a picture of the page in the folder that SAYSO_SHOTS names, if any."""
    folder = os.environ.get("SAYSO_SHOTS")

    def keep(page: Page, name: str) -> None:
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            page.screenshot(path=str(Path(folder) / f"{name}.png"), full_page=True)

    return keep
