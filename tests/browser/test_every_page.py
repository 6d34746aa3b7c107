"""Every page in every light and width: nothing overflows, complains or asks others, and everybody can use it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.conftest import Open, follow
from tests.browser.reading_room import Served
from tests.invented import EXAMPLE_TEXTS

if TYPE_CHECKING:
    from playwright.sync_api import Page, Response

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
MODES: dict[str, dict[str, Any]] = {
    "light": {"viewport": WIDE},
    "dark": {"viewport": WIDE, "color_scheme": "dark"},
    "narrow": {"viewport": NARROW},
    "zoomed": {"viewport": {"width": 640, "height": 450}, "device_scale_factor": 2},  # what 200 % leaves of 1280
    "print": {"viewport": {"width": 794, "height": 1123}},  # A4 at 96 dots an inch
}
PAGES = (
    "desk", "story", "point", "echoes", "edge", "reader", "evidence", "search", "found", "texts", "sources", "source",
    "report", "no-report", "read", "draft", "not-here",
)  # fmt: skip
TOO_HEAVY = 300 * 1024
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
FIND_SERIOUS = """
rules => axe.run(document, {runOnly: {type: "tag", values: rules}}).then(found => found.violations
  .filter(one => one.impact === "serious" || one.impact === "critical")
  .map(one => one.id + ": " + one.nodes.slice(0, 4).map(node => node.target + " " + node.failureSummary).join("; ")))
"""
WIDER_THAN_THE_PAGE = """
() => document.documentElement.scrollWidth <= window.innerWidth ? [] : [...document.querySelectorAll("body *")]
  .filter(one => one.getBoundingClientRect().right > window.innerWidth + 1 && !one.closest(".scroll, .unseen, .skip"))
  .map(one => one.tagName + "." + one.getAttribute("class") + " " + one.textContent.slice(0, 40)).slice(0, 8)
"""


def go(page: Page, room: Served, name: str) -> None:
    """Goes to one of the pages; the draft's is made by a paste."""
    if name != "draft":
        page.goto(room.here + room.pages[name])
        return
    page.goto(room.here + "/read")
    page.fill("#paste-text", EXAMPLE_TEXTS[0])
    follow(page, "text=Who says so?")


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_and_keeps_to_itself(
    name: str, mode: str, served: Served, open_page: Open, keep_shot: Callable[[Page, str], None]
) -> None:
    page = open_page(served, **MODES[mode])
    go(page, served, name)
    if mode == "print":
        page.emulate_media(media="print")
    page.evaluate("document.fonts.ready")
    keep_shot(page, f"{name}-{mode}")
    assert page.evaluate(WIDER_THAN_THE_PAGE) == []
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0


@pytest.mark.parametrize("mode", ["light", "dark", "narrow"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_can_be_used_by_all(name: str, mode: str, served: Served, open_page: Open, axe: str) -> None:
    page = open_page(served, **MODES[mode])
    go(page, served, name)
    for more in page.query_selector_all("details"):
        more.evaluate("one => one.open = true")
    page.evaluate(axe)  # past the page's policy, as a person's own tools are
    assert page.evaluate(FIND_SERIOUS, RULES) == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_with_all_that_it_loads_is_light(name: str, served: Served, open_page: Open) -> None:
    page = open_page(served, viewport=WIDE)
    address = served.pages.get(name, "")
    if name == "draft":
        go(page, served, name)
        address = page.url.removeprefix(served.here)
        page = open_page(served, viewport=WIDE)  # which has nothing of it yet
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108  # no bound builtin will do
    page.goto(served.here + address)
    page.evaluate("document.fonts.ready")
    page.wait_for_load_state("networkidle")
    loaded = {answer.url: len(answer.body()) if answer.ok else 0 for answer in answers}
    assert any(url.endswith(".woff2") for url in loaded)
    assert sum(loaded.values()) < TOO_HEAVY, loaded


@pytest.mark.parametrize("name", ["reader", "story", "point", "report"])
def test_what_is_printed_hides_the_controls_and_keeps_the_words(name: str, served: Served, open_page: Open) -> None:
    page = open_page(served, **MODES["print"])
    go(page, served, name)
    seen = page.inner_text("main")
    page.emulate_media(media="print")
    assert not page.is_visible(".top")
    assert not page.query_selector("form:visible")
    printed = page.inner_text("main")
    quoted = page.locator("blockquote, .pair > p").all_inner_texts()
    assert quoted
    assert all(words in printed for words in quoted)
    assert len(printed) <= len(seen)
