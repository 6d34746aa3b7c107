"""How long a person waits on a machine of their own.

The best of three counts. A busy machine is no fault of the page: work is counted in seconds of the processor, and of a
wait by the clock the time in which anything here stood in line for a processor is taken off.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.browser.conftest import Open, follow
from tests.browser.reading_room import Served, words_of
from tests.invented import EXAMPLE_TEXTS, HARBOUR
from tests.night import NIGHT

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession, Page

TURNS = 3
PASTE, READER = 1.5, 0.250  # seconds: from the button to the page; script and layout of a page of 1,000 words
WORK = ("ScriptDuration", "LayoutDuration", "RecalcStyleDuration")
TEXT = words_of([HARBOUR, *EXAMPLE_TEXTS, *(one.text for one in NIGHT)], 1000)
IN_LINE = Path("/proc/pressure/cpu")  # "some … total=" microseconds, where the kernel keeps them


def paste(page: Page, room: Served, text: str) -> float:
    page.goto(room.here + "/read")
    page.fill("#paste-text", text)
    session, begun = watch_work(page), (time.perf_counter(), in_line(), room.spent())
    follow(page, "text=Who says so?")
    waited, lined, server = (
        now - then for now, then in zip((time.perf_counter(), in_line(), room.spent()), begun, strict=True)
    )
    assert page.locator(".reader .card").count()
    return min(waited, max(waited - lined, server + work_of(session, "TaskDuration")))


def in_line() -> float:
    """Seconds so far in which something on this machine stood in line for a processor: all, where nobody counts."""
    if not IN_LINE.exists():
        return time.perf_counter()
    return int(IN_LINE.read_text(encoding="ascii").split("total=")[1].split()[0]) / 1e6


def watch_work(page: Page) -> CDPSession:
    """Counts from now on what the page's own thread does, in seconds of the processor."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    return session


def work_of(session: CDPSession, *names: str) -> float:
    metrics = session.send("Performance.getMetrics")["metrics"]
    return float(sum(one["value"] for one in metrics if one["name"] in names))


def test_a_pasted_article_of_a_thousand_words_is_shown_soon(served: Served, open_page: Open) -> None:
    page = open_page(served)
    paste(page, served, EXAMPLE_TEXTS[0])  # the weights are loaded once
    times = [paste(page, served, f"Turn {turn}\n\n{TEXT}") for turn in range(TURNS)]
    assert min(times) < PASTE, times


def test_the_page_of_an_article_of_a_thousand_words_is_soon_laid_out(served: Served, open_page: Open) -> None:
    page = open_page(served, viewport={"width": 1280, "height": 900})
    paste(page, served, TEXT)
    address, times = page.url, []
    for _ in range(TURNS):
        page.goto("about:blank")
        session = watch_work(page)
        page.goto(address)
        page.evaluate("document.fonts.ready")
        times.append(work_of(session, *WORK))
    assert 0 < min(times) < READER, times
