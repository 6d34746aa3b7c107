"""What people come for, from the first page to the last."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import MOMENT, MOMENTS, Open, follow
from tests.browser.reading_room import KEY, Served
from tests.night import article

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

# An outlet's copy of the agency's report, as a desk would get it: other headline, first paragraphs as they were.
COPY = """\
Bridge shut after divers find crack

The harbour bridge at Port Tamsin was closed to all traffic on Thursday after divers found a crack in its third pier, \
the harbour engineer said.

The crack is about a metre long and runs from the waterline to the bearing, Ines Varrow, the harbour engineer, said at \
a news conference on the quay.

“Nobody should drive over it until we know why it is there,” Varrow said.

About 4,000 people cross the bridge every day, most of them on their way to the cannery on the north shore.
"""


def marked(page: Page) -> str:
    return "".join(page.locator(".text .here").all_inner_texts())


def stands_in_view(page: Page, selector: str) -> bool:
    """Whether it does in a moment: pages glide to where a link leads."""
    for _ in range(MOMENTS):
        box = page.locator(selector).first.bounding_box()
        size = page.viewport_size
        if box is not None and size is not None and -box["height"] < box["y"] < size["height"]:
            return True
        page.wait_for_timeout(MOMENT)
    return False


def test_the_address_that_was_printed_opens_the_room_and_loses_its_token(served: Served, browser: Browser) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(served.here)
        assert "locked" in page.inner_text("body")
        page.goto(f"{served.here}/?token={KEY}")
        assert page.url == served.here + served.base
        assert KEY not in page.content()
        assert page.evaluate("document.cookie") == ""


def test_a_verification_desk_pastes_a_text_and_sees_whose_copy_it_is(served: Served, open_page: Open) -> None:
    page = open_page(served, served.base)
    page.fill("#paste-text", COPY)
    follow(page, "text=Who says so?")
    assert "/draft/" in page.url
    assert page.inner_text("h1") == "Bridge shut after divers find crack"
    depends = page.locator(".depends")
    assert re.search(r"This text copies (Skerry Press Agency|Lowland Gazette)", depends.inner_text())
    assert "Varrow" in page.locator(".card").first.inner_text() or page.locator(".card").count() >= 3
    depends.locator("summary").first.click()
    expect(depends.locator("details[open]").first).to_be_visible()
    evidence = depends.locator("details[open] blockquote a.evidence").last
    words = evidence.inner_text()
    follow(page, evidence)
    assert "c=" in page.url
    assert " ".join(words.split())[:40] in " ".join(page.inner_text(".text").split())
    assert marked(page)
    assert stands_in_view(page, ".here")


def test_an_analyst_goes_from_the_desk_to_the_sentence_behind_a_number(served: Served, open_page: Open) -> None:
    page = open_page(served, served.base)
    follow(page, ".stories h3 a")
    assert page.locator("table.matrix").count() == 1
    follow(page, "ol.points .point-title >> nth=0")
    counted = page.locator(".funnel-box p.counts a").all_inner_texts()
    assert len(counted) == 5
    follow(page, ".funnel-box p.counts a[href='#articles']")
    listed = page.locator("#articles ol li")
    assert counted[0].startswith(f"{listed.count()} article")
    assert stands_in_view(page, "#articles")
    claim = page.locator("li.claim a.evidence").first
    words = claim.inner_text()
    follow(page, claim)
    assert re.search(r"/a/.*c=", page.url)
    assert marked(page).replace("\n", " ").strip() == " ".join(words.split())
    assert stands_in_view(page, ".here")


def test_a_number_in_the_funnel_s_picture_opens_its_list_too(served: Served, open_page: Open) -> None:
    page = open_page(served)
    page.emulate_media(reduced_motion="reduce")  # a glide that the next click interrupts may end anywhere
    page.goto(served.here + served.pages["point"])
    for step in ("reports", "origins", "sides", "publishers"):
        follow(page, f"svg.funnel a[href='#{step}'] .words")
        assert page.url.endswith(f"#{step}")
        assert stands_in_view(page, f"#{step}")


def test_an_edge_opens_two_texts_side_by_side_with_the_shared_words_marked(served: Served, open_page: Open) -> None:
    page = open_page(served)
    page.goto(served.here + served.pages["echoes"])
    with page.expect_navigation():
        page.locator("svg.tree a:has(path)").first.dispatch_event("click")
    assert re.search(r"/e/[0-9a-f]+/[0-9a-f]+", page.url)
    columns = page.locator(".texts > section")
    assert columns.count() == 2
    shared = ["".join(columns.nth(at).locator("span.shared").all_inner_texts()) for at in (0, 1)]
    assert all(len(words.split()) > 8 for words in shared)
    for at in (0, 1):
        expect(columns.nth(at)).to_be_visible()
    left, right = columns.evaluate_all("all => all.map(one => one.getBoundingClientRect().toJSON())")  # in one look
    assert left["y"] == right["y"]
    assert left["x"] < right["x"]
    expect(page.locator("ul.reasons li").first).to_be_visible()


def test_claims_picked_on_two_pages_make_one_report_with_footnotes(served: Served, open_page: Open) -> None:
    page = open_page(served)
    page.goto(served.here + served.pages["point"])
    page.locator("li.claim input[name=c]").first.check()
    page.goto(served.here + served.pages["reader"])
    box = page.locator(".card input[name=c]:not(:checked)").first
    box.check()
    page.reload()
    expect(page.locator(".card input[name=c]:checked"), "kept when the page is loaded anew").not_to_have_count(0)
    expect(page.locator("#picks")).to_contain_text("2 picked")
    follow(page, "text=make a report of them")
    assert page.locator("ol.statements > li").count() == 2
    assert page.locator(".footnotes ol > li").count() == 2
    follow(page, "ol.statements sup a >> nth=1")
    assert stands_in_view(page, "#note-2")
    page.fill("main input[name=title]", "Who says that the bridge is shut")
    follow(page, "text=Set")
    assert page.inner_text("h1") == "Who says that the bridge is shut"
    assert page.locator("ol.statements > li").count() == 2
    follow(page, "text=leave out >> nth=0")
    assert page.locator("ol.statements > li").count() == 1


def test_a_file_that_is_dropped_is_read_at_once(served: Served, open_page: Open) -> None:
    page = open_page(served)
    page.goto(served.here + "/read")
    with page.expect_navigation(url="**/draft/*"):
        page.set_input_files("#paste-file", {"name": "a.txt", "mimeType": "text/plain", "buffer": COPY.encode()})
    assert page.inner_text("h1") == "Bridge shut after divers find crack"


def test_what_is_searched_for_opens_in_its_article(served: Served, open_page: Open) -> None:
    page = open_page(served, served.base)
    page.fill(".find input[name=q]", "letter")
    with page.expect_navigation(url="**/search?q=letter"):
        page.press(".find input[name=q]", "Enter")
    hit = page.locator("ol.hits a.evidence").first
    words = " ".join(hit.inner_text().split())
    follow(page, hit)
    assert "c=" in page.url
    assert " ".join(marked(page).split()) == words


@pytest.mark.parametrize("scripted", [True, False], ids=["with script", "without"])
def test_a_switch_decides_what_is_marked_and_its_address_keeps_it(
    served: Served, open_page: Open, scripted: bool
) -> None:
    page = open_page(served, java_script_enabled=scripted)
    page.goto(served.here + served.pages["reader"])
    cards = page.locator(".card.of-quotations")
    assert cards.first.is_visible()
    page.uncheck("#show-quotations")
    if not scripted:
        follow(page, ".switches .apply")
    expect(cards.first).not_to_be_visible()
    expect(page).to_have_url(re.compile("show=own"))
    assert "show=quotations" not in page.url
    again = open_page(served, java_script_enabled=scripted)
    again.goto(page.url)
    assert not again.locator(".card.of-quotations").first.is_visible()
    assert again.locator(".card.of-own").first.is_visible()


def test_a_stretch_after_the_hash_alone_is_marked(served: Served, open_page: Open) -> None:
    page = open_page(served)
    address = served.pages["evidence"]
    bare, _, stretch = address.partition("?")[0], "", address.rpartition("#")[2]
    page.goto(f"{served.here}{bare}#{stretch}")
    page.wait_for_url("**?c=*")
    page.wait_for_selector(".here")
    assert marked(page)
    assert stands_in_view(page, ".here")


def test_the_shortest_address_keeps_its_stretch(served: Served, open_page: Open) -> None:
    page = open_page(served)
    key, stretch = served.story["articles"][0]["key"], served.pages["evidence"].rpartition("#")[2]
    page.goto(f"{served.here}/a/{key}#{stretch}")
    page.wait_for_selector(".reader")
    address = f"{served.here}{served.base}a/{key}"
    expect(page).to_have_url(re.compile(rf"{re.escape(address)}.*#{re.escape(stretch)}$"))


def test_nothing_of_a_page_depends_on_script(served: Served, open_page: Open) -> None:
    page = open_page(served, served.base, java_script_enabled=False)
    follow(page, ".stories h3 a")
    follow(page, "ol.points .point-title >> nth=0")
    claim = page.locator("li.claim a.evidence").first
    words = " ".join(claim.inner_text().split())
    follow(page, claim)
    assert " ".join(marked(page).split()) == words
    assert stands_in_view(page, ".here")
    boxes = page.locator(".card input[name=c]")
    boxes.nth(0).check()
    boxes.nth(1).check()
    follow(page, "text=make a report of them")
    assert page.locator("ol.statements > li").count() == 2
    page.go_back()
    page.locator(".card details.why summary").first.click()
    expect(page.locator(".card details.why dl").first).to_be_visible()


def test_a_text_is_read_without_script(served: Served, open_page: Open) -> None:
    page = open_page(served, served.base, java_script_enabled=False)
    page.fill("#paste-text", article("x", COPY).text)
    follow(page, "text=Who says so?")
    assert page.inner_text("h1") == "Bridge shut after divers find crack"
