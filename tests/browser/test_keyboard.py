"""Everything can be done with the keys, and where one stands is seen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open, comes_true
from tests.browser.reading_room import Served

if TYPE_CHECKING:
    from playwright.sync_api import Page

MOST_STOPS = 400
WHERE = """
() => {
  const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
  return {name: one.tagName + "#" + one.id + "." + one.getAttribute("class") + "[" + one.getAttribute("value") + "]",
          value: one.getAttribute("value"), tag: one.tagName, outlined,
          seen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth};
}
"""


def stops(page: Page) -> list[dict[str, object]]:
    """Where the Tab key leads, one after the other, until it leaves the page."""
    found: list[dict[str, object]] = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        where = page.evaluate(WHERE)
        if where["tag"] == "BODY":
            break
        found.append(where)
    return found


def test_the_first_key_offers_to_go_to_the_text(served: Served, open_page: Open) -> None:
    page = open_page(served)
    page.goto(served.here + served.pages["story"])
    page.keyboard.press("Tab")
    skip = page.locator("a.skip")
    box = skip.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#main$"))
    assert comes_true(page, "document.activeElement === document.body")  # the focus has left the link
    page.keyboard.press("Tab")
    assert comes_true(page, "document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("name", ["desk", "reader", "story", "point", "echoes", "search", "report"])
def test_where_one_stands_is_seen(served: Served, open_page: Open, name: str) -> None:
    page = open_page(served, viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page.goto(served.here + served.pages[name])
    found = stops(page)
    assert len(found) > 8
    assert [one["name"] for one in found if not one["outlined"]] == []
    assert [one["name"] for one in found if not one["seen"]] == []


def test_every_switch_and_pick_can_be_reached_and_turned(served: Served, open_page: Open) -> None:
    page = open_page(served)
    page.goto(served.here + served.pages["reader"])
    reached = [str(one["value"]) for one in stops(page) if one["tag"] == "INPUT"]
    assert {"quotations", "paraphrase", "own", "hedges", "numbers"} <= set(reached)
    picks = page.locator(".card input[name=c]").count()
    assert picks
    assert sum("." in value for value in reached) == picks
    page.focus("#show-numbers")
    page.keyboard.press("Space")
    expect(page.locator("#show-numbers")).not_to_be_checked()
    expect(page).to_have_url(re.compile("show="))
    assert "show=numbers" not in page.url


def test_a_question_why_is_opened_by_key(served: Served, open_page: Open) -> None:
    page = open_page(served)
    page.goto(served.here + served.pages["point"])
    page.locator("details.why summary").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("details.why dl").first).to_be_visible()


def test_a_wide_table_is_scrolled_by_key(served: Served, open_page: Open) -> None:
    page = open_page(served, viewport={"width": 360, "height": 740})
    page.goto(served.here + served.pages["story"])
    box = page.locator(".scroll").first
    box.focus()
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    assert comes_true(page, "document.querySelector('.scroll').scrollLeft > 0")


def test_nothing_moves_for_those_who_want_no_motion(served: Served, open_page: Open) -> None:
    page = open_page(served, reduced_motion="reduce")
    page.goto(served.here + served.pages["reader"])
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    assert page.evaluate("document.getAnimations().length") == 0
