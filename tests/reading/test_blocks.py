"""The parts of pages without markup. All texts are invented."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.blocks import find_blocks
from sayso.records.article import Article
from sayso.records.block import Block, BlockKind
from sayso.records.span import Span

BODY = "The mayor of Norrhaven said on Tuesday that the bridge would stay closed until the spring, and gave no reason."
MORE = "Two fishermen, who asked not to be named, told a different story about what they had seen that night."


def parts(text: str, title: str | None = None) -> list[tuple[str, str]]:
    blocks = find_blocks(Article(id="a", text=text, title=title))
    return [(block.kind.value, block.span.cut(text)) for block in blocks]


PAGE = """Norrhaven Closes Its Only Bridge After Winter Storm

Workers on the bridge at Norrhaven, March 2031. X/ @NorrhavenNow

March 4, 2031 Hour: 9:12 am

We shall not open the bridge before the ice has gone, the mayor said.

On Monday, the mayor of Norrhaven closed the bridge, which had been damaged in the storm.

RELATED:

Islanders Ask Ministry For A Second Ferry Before Easter

“We shall not open the bridge to anyone, lorry or bicycle, before the ice has gone,” the mayor said, and left.

norSUR/ KL

Source: NWA"""


def test_a_page_with_everything_is_taken_apart() -> None:
    assert [kind for kind, _ in parts(PAGE)] == [
        "headline",
        "caption",
        "credit",
        "boilerplate",
        "deck",
        "body",
        "related",
        "related",
        "body",
        "credit",
        "credit",
    ]


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        ("NORRHAVEN, Norland (AP) _ The bridge is closed.", "NORRHAVEN, Norland (AP) _"),
        ("NORRHAVEN, April 3 (Reuters) - The bridge is closed.", "NORRHAVEN, April 3 (Reuters) -"),
        ("Norrhaven (dpa) - The bridge is closed.", "Norrhaven (dpa) -"),
        ("NORRHAVEN, April 3. /TASS/. The bridge is closed.", "NORRHAVEN, April 3. /TASS/."),
        ("SAINT NORR — The bridge is closed.", "SAINT NORR —"),
        ("NORRHAVEN (AP)_ The bridge is closed.", "NORRHAVEN (AP)_"),
        ("NORRHAVEN, N.L., April 3, 2031 /PRNewswire/ -- The bridge", "NORRHAVEN, N.L., April 3, 2031 /PRNewswire/ --"),
        ("EXCLUSIVE — The bridge is closed.", None),
        ("MAYOR: We closed the bridge.", None),
        ("NATO — the alliance — closed the bridge.", None),
        ("The mayor (left) - who closed the bridge - smiled.", None),
    ],
)
def test_a_dateline_is_the_front_of_its_line(line: str, dateline: str | None) -> None:
    found = parts(f"{line}\n\n{BODY}\n")
    assert found[-1] == ("body", BODY)
    first = [words for kind, words in found if kind == "dateline"]
    assert first == ([dateline] if dateline else [])


def test_a_dateline_alone_on_its_line_is_a_block() -> None:
    assert parts(f"NORRHAVEN (AP) --\n\n{BODY}") == [("dateline", "NORRHAVEN (AP) --"), ("body", BODY)]


def test_what_stands_above_a_dateline_is_headline_and_deck() -> None:
    text = f"Norrhaven closes its bridge.\nMayor blames the storm.\nNORRHAVEN — {BODY}\n{MORE}"
    assert [kind for kind, _ in parts(text)] == ["headline", "deck", "dateline", "body", "body"]


def test_the_given_title_is_found_whatever_its_full_stop() -> None:
    text = f"Norrhaven shuts its bridge for good.\n{BODY}\n{MORE}"
    assert parts(text, "Norrhaven shuts its bridge for good")[0][0] == "headline"


def test_a_text_that_begins_with_its_body_has_no_headline() -> None:
    assert [kind for kind, _ in parts(f"{BODY}\n\n{MORE}")] == ["body", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "Share this:",
        "Scroll down for video",
        "Click here to see all pictures",
        "ON A PHONE? CLICK HERE FOR PICTURES",
        "Sign up for our newsletter",
        "Get the latest news in your inbox: subscribe",
        "Follow Jane Roe on Twitter @janeroe",
        "Copyright 2031 Norrhaven Media. All rights reserved.",
        "Last updated at 14:05 GMT, Tuesday, 4 March 2031",
        "Published: March 4, 2031 9:39 AM",
        "04/03/2031",
        "* * *",
        "https://news.example/bridge",
        "ADVERTISEMENT",
        "12 comments",
    ],
)
def test_furniture_is_boilerplate(line: str) -> None:
    assert ("boilerplate", line) in parts(f"{BODY}\n{line}\n{MORE}")


@pytest.mark.parametrize(
    "line",
    [
        "Like the bridge itself, the plan fell apart in a day.",
        "Share prices of the ferry line fell by a third on Tuesday.",
        "Follow the money, the mayor said, and you will find the ferry line.",
        "Print shops in the town were closed.",
        "In March 2031, he said.",
        "May 4 was the day.",
        "Subscribers of the ferry line were told at 9:30 p.m. that nothing would sail.",
        "By Thursday morning, the ice had gone.",
        "“More: that is what we asked for,” the islanders wrote to the ministry.",
        "“Related work goes on,” he said.",
        "Photo by photo, she went through the evidence.",
        "The mayor contributed to the confusion.",
        "Storm and ice contributed to the damage, the engineers said.",
        "Source after source denied it.",
        "He writes for a living.",
        "She read more than the report.",
        "Copyright law, he said, was not the issue.",
        "Reporting by the islanders themselves was ignored.",
    ],
)
def test_prose_stays_body(line: str) -> None:
    assert ("body", line) in parts(f"{BODY}\n{MORE}\n{line}\n{BODY}\n{MORE}\n{BODY}\n{MORE}")


def test_links_below_a_heading_are_related_and_the_story_goes_on() -> None:
    text = f"{BODY}\nRelated Stories\nFerry line sold to a stranger\nWhere the ice comes from\n{MORE}"
    assert [kind for kind, _ in parts(text)] == ["body", "related", "related", "related", "body"]


def test_a_caption_gives_its_credit_away() -> None:
    text = f"{BODY}\nThe bridge on Monday. (AP Photo/Jane Roe)\n{MORE}"
    assert parts(text)[1:3] == [("caption", "The bridge on Monday."), ("credit", "(AP Photo/Jane Roe)")]


def test_initials_at_the_end_of_the_body_are_a_credit() -> None:
    assert parts(f"{BODY}\n{MORE} (jr/kl)")[-1] == ("credit", "(jr/kl)")


def test_a_press_release_keeps_its_quotations_in_the_body() -> None:
    text = (
        "NORRHAVEN, March 4, 2031 /PRNewswire/ -- Norr Ferries today named a new chief executive.\n\n"
        "“We will sail.” -Chief Executive Ann Berg\n\n"
        "And from Olav Hagen:\n\n"
        "“The ice does not frighten us.”\n\n"
        "SOURCE Norr Ferries\n"
    )
    kinds = {words: kind for kind, words in parts(text)}
    assert kinds["“We will sail.” -Chief Executive Ann Berg"] == "body"
    assert kinds["And from Olav Hagen:"] == "body"
    assert kinds["“The ice does not frighten us.”"] == "body"


def test_a_transcript_is_all_body() -> None:
    text = (
        "ANN BERG (voice-over): The bridge has been closed for a week, and nobody here knows why.\n\n"
        "OLAV HAGEN (through translator): We were told nothing at all about it.\n\n"
        "BERG: Do you believe the mayor?\n\nSY: No.\n\n"
        "At 4:57, a check on the weather, and then the news again.\n"
    )
    assert {kind for kind, _ in parts(text)} == {"body"}


def test_blocks_that_came_with_the_page_are_kept() -> None:
    blocks = (Block(BlockKind.BODY, Span(0, 4)),)
    assert find_blocks(Article(id="a", text="Text of a page", blocks=blocks)) is blocks


LINES = st.lists(
    st.one_of(
        st.text(max_size=60),
        st.sampled_from(
            [*PAGE.split("\n"), "NORRHAVEN (AP) --", "(AP)", "By Jane Roe", f"{BODY} (jr/kl)", "Photo: AFP"]
        ),
    ),
    max_size=20,
).map("\n".join)


@given(LINES)
def test_blocks_cover_every_word_in_order_and_never_overlap(text: str) -> None:
    blocks = find_blocks(Article(id="a", text=text))
    last = 0
    for block in blocks:
        assert block.span.start >= last
        assert not text[last : block.span.start].strip()
        cut = block.span.cut(text)
        assert cut == cut.strip()
        last = block.span.end
    assert not text[last:].strip()


@pytest.mark.parametrize(
    "text",
    [
        "word " * 200_000,
        "x" * 1_000_000,
        "(" * 1_000_000,
        "a. " * 333_000,
        "By Jane " * 125_000,
        "A, " * 333_000,
        "Short line.\n" * 20_000,
        "Jane Roe and Joe Doe\n" * 20_000,
        f"Norrhaven Closes Its Only Bridge Today\n{'The bridge is closed now and again.' * 10}\n" * 2_000,
    ],
    ids=["words", "letters", "brackets", "stops", "names", "commas", "lines", "name lines", "headlines"],
)
def test_long_texts_take_linear_time(text: str) -> None:
    started = time.process_time()
    find_blocks(Article(id="a", text=text))
    assert time.process_time() - started < 20  # about a second each; a quadratic step would take minutes


def test_a_headline_in_capitals_between_paragraphs_links_to_another_story() -> None:
    link = "NORRHAVEN MAYOR TO SELL THE OLD FERRY, REPORT SAYS"
    assert ("related", link) in parts(f"{BODY}\n\n{MORE}\n\n{link}\n\n{BODY}")


@pytest.mark.parametrize(
    "line", ["THE FERRY STEPS ASIDE", "“WE SHALL NOT OPEN THE OLD BRIDGE NOW”", "WE SHALL NOT OPEN IT THIS YEAR."]
)
def test_short_quoted_or_stopped_lines_in_capitals_are_body(line: str) -> None:
    assert ("body", line) in parts(f"{BODY}\n\n{MORE}\n\n{line}\n\n{BODY}")


def test_a_text_all_in_capitals_links_nowhere() -> None:
    text = "\n\n".join([BODY.upper(), "THE MAYOR GAVE NO REASON FOR IT AT ALL", MORE.upper()])
    assert "related" not in {kind for kind, _ in parts(text)}
