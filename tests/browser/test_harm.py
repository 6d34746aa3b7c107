"""A hostile ledger in a real browser: nothing runs, nothing is put into the page, nothing is asked of others."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from tests.browser.conftest import Open, follow
from tests.browser.reading_room import KEY, Served
from tests.web.evil import ACTS, EVIL, PAYLOADS

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FOREIGN = "document.querySelectorAll('.injected, img, iframe, object, embed, body script, [onload], [onerror]').length"


@pytest.mark.parametrize("scripted", [True, False], ids=["with script", "without"])
def test_every_page_of_a_hostile_ledger_is_inert(evil: Served, open_page: Open, scripted: bool) -> None:
    page = open_page(evil, java_script_enabled=scripted)
    for name, address in evil.pages.items():
        page.goto(evil.here + address)
        assert page.locator(".injected, main img, iframe, object, embed, body script").count() == 0, name
        if scripted:
            for more in page.query_selector_all("details"):
                more.evaluate("one => one.open = true")
            for spot in page.query_selector_all("main svg a, main blockquote a")[:6]:
                spot.hover(force=True)
            assert page.evaluate(FOREIGN) == 0, name
            assert page.evaluate("typeof window.hurt") == "undefined"


@pytest.mark.parametrize("payload", [*PAYLOADS, EVIL + ACTS], ids=range(len(PAYLOADS) + 1))
def test_what_is_typed_or_linked_is_inert(evil: Served, open_page: Open, payload: str) -> None:
    page = open_page(evil, evil.base)
    page.fill(".find input[name=q]", payload)
    with page.expect_navigation():
        page.press(".find input[name=q]", "Enter")
    assert page.evaluate(FOREIGN) == 0
    for asked in ("search?speaker=", "source?name=", "report?title=", "report?c="):
        address = asked + quote(payload[:150])
        page.goto(evil.here + evil.base + address)
        assert page.evaluate(FOREIGN) == 0, address
    page.goto(evil.here + evil.pages["reader"].partition("?")[0] + f"?c={quote(payload)}#c={quote(payload)}")
    assert page.evaluate(FOREIGN) == 0


def test_a_hostile_text_that_is_pasted_is_inert(evil: Served, open_page: Open) -> None:
    page = open_page(evil, evil.base)
    page.fill("#paste-text", f"It rained.\n\n{EVIL}\n\n“{EVIL},” Ada Quill said.\n")
    follow(page, "text=Who says so?")
    assert "/draft/" in page.url
    assert "It rained." in page.inner_text("main")
    assert page.evaluate(FOREIGN) == 0


def test_script_that_got_in_would_not_run(evil: Served, browser: Browser) -> None:
    """The last wall: were anything left unescaped, the policy would still hold it."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{evil.here}/?token={KEY}")
        ran = page.evaluate(
            """() => {
              const made = document.createElement("script");
              made.textContent = "window.hurt = 1";
              const image = document.createElement("img");
              image.setAttribute("onerror", "window.hurt = 1");
              const failed = new Promise(done => image.addEventListener("error", done));
              image.src = "/nothing";
              document.body.append(made, image);
              return failed.then(() => new Promise(done => setTimeout(() => done(typeof window.hurt), 500)));
            }"""
        )
        assert ran == "undefined"
