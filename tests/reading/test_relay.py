"""The medium that a source spoke through."""

from __future__ import annotations

import pytest

from sayso.reading.relay import find_relay
from sayso.records.span import Span

MEDIA = """Web site|website|web site|Website|blog|television|Television|radio|Radio|TV|Twitter|Facebook|Telegram
|Instagram|Weibo|YouTube|Truth Social|social media|broadcast|Broadcast|newspaper|Newspapers|magazine|Magazine
|daily|Daily|news agency|News Agency|News agency|news Agency"""


@pytest.mark.parametrize("medium", [name.strip() for name in MEDIA.split("|")])
def test_every_kind_of_medium_is_found_after_on(medium: str) -> None:
    text = f"Varga wrote on {medium} and then left."
    found = find_relay(text, Span(0, len(text)), [], [], [])
    assert found is not None
    assert found.cut(text).startswith(medium)


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("Varga told the Kell Courier that it sank.", "the Kell Courier"),
        ("Varga, speaking to Kell Radio, denied it.", "Kell Radio"),
        ("In a statement to the Kell Gazette Varga denied it.", "the Kell Gazette"),
        ("Varga was quoted by Kell News as denying it.", "Kell News"),
        ("The letter, published in the Kell Herald, denied it.", "the Kell Herald"),
        ("Varga denied it on Monday.", None),
    ],
)
def test_a_medium_is_known_by_its_name_after_a_verb_of_telling(text: str, medium: str | None) -> None:
    found = find_relay(text, Span(0, len(text)), [], [], [])
    assert (found.cut(text) if found is not None else None) == medium
