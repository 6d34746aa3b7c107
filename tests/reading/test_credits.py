"""Who a page is from. All texts are invented; agencies keep their names, because the list knows them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.lists.agencies import load_agencies
from sayso.reading.blocks import find_blocks
from sayso.reading.credits import find_credits, find_media_names
from sayso.records.article import Article
from sayso.records.block import Block, BlockKind
from sayso.records.credit import Credit
from sayso.records.span import Span

AGENCIES = load_agencies()
BODY = "The mayor of Norrhaven said on Tuesday that the bridge would stay closed until the spring, and gave no reason."
LONG = "\n".join([BODY] * 12)


def credits_of(text: str) -> tuple[Credit, ...]:
    article = Article(id="a", text=text)
    return find_credits(article, find_blocks(article), AGENCIES)


def rows(text: str) -> list[tuple[str, str, str]]:
    return [(credit.name, credit.kind.value, credit.scope.value) for credit in credits_of(text)]


@pytest.mark.parametrize(
    ("front", "name", "kind"),
    [
        ("NORRHAVEN, Norland (AP) _ ", "AP", "agency"),
        ("NORRHAVEN, April 3 (Reuters) - ", "Reuters", "agency"),
        ("NORRHAVEN (AP )-- ", "AP", "agency"),
        ("(Reuters) - ", "Reuters", "agency"),
        ("Norrhaven (dpa) - ", "dpa", "agency"),
        ("NORRHAVEN, April 3. /TASS/. ", "TASS", "agency"),
        ("Norrhaven (CNN) -- ", "CNN", "outlet"),
        ("NORRHAVEN, N.L., April 3, 2031 /PRNewswire/ -- ", "PRNewswire", "agency"),
        ("NORRHAVEN (Norland News) - ", "Norland News", "agency"),  # unlisted, but tagged like one
    ],
)
def test_an_agency_tag_in_the_dateline_credits_the_page(front: str, name: str, kind: str) -> None:
    assert rows(f"{front}{BODY}\n{LONG}") == [(name, kind, "page")]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Source: EFE", [("EFE", "agency", "page")]),
        ("Source: Norrhaven Gazette", [("Norrhaven Gazette", "outlet", "page")]),
        ("Sources: Daily Mail, EFE", [("Daily Mail", "outlet", "page"), ("EFE", "agency", "page")]),
        ("Via AFP", [("AFP", "agency", "page")]),
        ("h/t The Hill.", [("The Hill", "outlet", "page")]),
        ("[h/t NYDN, image via AP]", [("NYDN", "outlet", "page")]),
        ("teleSUR/ JF", [("teleSUR", "outlet", "page")]),
        ("Norland/KL", [("Norland", "outlet", "page")]),
        ("jr/kl (AFP, dpa)", [("jr/kl", "sign-off", "page"), ("AFP", "agency", "page"), ("dpa", "agency", "page")]),
        ("Ann Berg contributed to this report.", [("Ann Berg", "contributor", "page")]),
        ("The Associated Press contributed to this report.", [("The Associated Press", "contributor", "page")]),
        ("(Reporting by Ann Berg; Editing by Olav Hagen)", [("Ann Berg", "contributor", "page")]),
        ("Additional reporting by Reuters", [("Reuters", "contributor", "page")]),
        ("With files from The Canadian Press", [("The Canadian Press", "contributor", "page")]),
        ("This article originally appeared on Norrhaven Weekly.", [("Norrhaven Weekly", "outlet", "page")]),
        ("Copyright 2031 The Associated Press. All rights reserved.", [("The Associated Press", "agency", "page")]),
        ("Follow Ann Berg on Twitter @annberg.", [("Ann Berg", "author", "page")]),
        ("Ann Berg is a reporter for the Norrhaven Gazette.", [("Ann Berg", "author", "page")]),
        ("Agence France-Presse", [("Agence France-Presse", "agency", "page")]),
        ("- WA Today", [("WA Today", "outlet", "page")]),
        (f"{BODY} (jr/kl)", [("jr/kl", "sign-off", "page")]),
        (f"{BODY} (Xinhua)", [("Xinhua", "agency", "page")]),
        (f"{BODY} --- Ann Berg contributed to this article.", [("Ann Berg", "contributor", "page")]),
    ],
)
def test_a_line_at_the_end_credits_the_page(line: str, expected: list[tuple[str, str, str]]) -> None:
    assert rows(f"{LONG}\n{line}") == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Ann Berg", [("Ann Berg", "author")]),
        ("By ANN BERG and OLAV HAGEN", [("ANN BERG and OLAV HAGEN", "author")]),
        ("By Ann Berg, Associated Press Writer", [("Ann Berg", "author"), ("Associated Press", "agency")]),
        ("Ann Berg, Staff Writer", [("Ann Berg", "author")]),
        ("By: Press Trust of India | Norrhaven", [("Press Trust of India", "agency")]),
        ("By Thursday Morning", []),
        ("By May Day", []),
    ],
)
def test_a_byline_names_the_author_and_perhaps_an_agency(line: str, expected: list[tuple[str, str]]) -> None:
    found = rows(f"Norrhaven Closes Its Only Bridge After Storm\n{line}\n{LONG}")
    assert [(name, kind) for name, kind, _ in found] == expected


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("The bridge on Monday. X/ @NorrhavenNow", "@NorrhavenNow"),
        ("The bridge on Monday. Photo: AFP", "AFP"),
        ("The bridge on Monday. (AP Photo/Ann Berg)", "AP"),
        ("The bridge on Monday. (Photo by Ann Berg/Getty Images)", "Ann Berg/Getty Images"),
        ("Ann Berg via Getty Images.", "Getty Images"),
        ("Ann Berg / Reuters", "Reuters"),
        ("Getty Images", "Getty Images"),
        ("Photo credit: Ann Berg", "Ann Berg"),
        ("[Image via Shutterstock]", "Shutterstock"),
        ("Facebook/Ann Berg", "Ann Berg"),
        ("© AP Photo/ Ann Berg", "Ann Berg"),
    ],
)
def test_a_photo_credit_credits_the_picture_only(line: str, name: str) -> None:
    assert rows(f"{BODY}\n{line}\n{LONG}") == [(name, "photo", "caption")]


TRANSCRIPT = """The bridge at Norrhaven is closed. NPR's Ann Berg has more from the island.

The ice came early this year. For the fishermen, it is a disaster. Ann Berg, NPR News, Norrhaven."""


def test_a_broadcast_hands_over_and_signs_off() -> None:
    found = [(c.name, c.kind.value, c.scope.value, c.span.cut(TRANSCRIPT)) for c in credits_of(TRANSCRIPT)]
    assert found == [
        ("Ann Berg", "author", "passage", "NPR's Ann Berg has more from the island."),
        ("Ann Berg", "sign-off", "page", "Ann Berg, NPR News, Norrhaven."),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Ann Berg, ABC News, Norrhaven.",
        "ann berg, CNN, Norrhaven.",
        "Ann Berg for VOA News, Norrhaven.",
        "Ann Berg ABC news Norrhaven",
        "For The Evening, I'm Ann Berg.",
        "For The Evening, this is Ann Berg in the studio in Norrhaven.",
        "CNN headline news, I'm Ann Berg.",
        "I'm Ann Berg, BBC News, Norrhaven.",
        "This is VOA Today.",
    ],
)
def test_a_sign_off_is_found_at_the_end(words: str) -> None:
    text = f"{BODY}\n\n{BODY} {words}"
    (credit,) = credits_of(text)
    assert credit.kind.value == "sign-off"
    assert credit.span.cut(text).strip(".") in words


def test_a_hand_off_without_an_outlet_is_believed_if_the_name_signs_off() -> None:
    alone = f"{BODY} Ann Berg reports.\n\n{LONG}"
    assert rows(alone) == []
    names = [name for name, _, _ in rows(f"{alone}\n\n{BODY} Ann Berg, BBC news, Norrhaven.")]
    assert names == ["Ann Berg", "Ann Berg"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor told Reuters that the bridge was closed.",
        "The bridge was closed, the Interfax news agency reported.",
        "The Associated Press and CNN reported that the bridge was closed.",
        "He spoke to Agence France-Presse (AFP).",
        "The mayor (R-N.L.) declined to say.",
        "A source at the BBC said no more.",
        "“Via Norrhaven,” he said, “it takes an hour.”",
        "The storm contributed to the confusion in town.",
        "Witnesses told CBC News that the man had a rifle.",
        "Fox News reports.",
        "It depends on who he/she is (and/or what they want).",
        "Image and reality differ, the critics said.",
        "Photo: it was a photo that started all this, and nobody in the town hall had seen it coming.",
        "The fake Twitter account has been closed.",
    ],
)
def test_prose_that_names_media_is_no_credit(sentence: str) -> None:
    assert rows(f"{LONG}\n{sentence}\n{LONG}\n{sentence}") == []


def test_a_link_to_another_story_credits_nobody() -> None:
    assert rows(f"{LONG}\nRELATED: Photo: AFP\n{BODY}") == []


def test_a_page_with_blocks_of_its_own_is_read_by_them() -> None:
    text = f"NORRHAVEN (AP) - {BODY}\nThe bridge (Reuters/Ann Berg)"
    split = text.index("\n")
    blocks = (Block(BlockKind.BODY, Span(0, split)), Block(BlockKind.CAPTION, Span(split + 1, len(text))))
    found = find_credits(Article(id="a", text=text, blocks=blocks), blocks, AGENCIES)
    assert [(c.name, c.kind.value, c.scope.value) for c in found] == [("AP", "agency", "page")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("He told Reuters and the New York Times.", ["Reuters", "the New York Times"]),
        ("The Associated Press of Pakistan said so.", ["Associated Press of Pakistan"]),
        ("Steve Forbes and Michael Bloomberg met on the Hill.", []),
        ("On Monday Forbes wrote of it.", ["Forbes"]),
        ("ap, cnn and the reuters of this world", []),
        ("KCNA's report (AFP) and RFE/RL’s", ["KCNA", "AFP", "RFE/RL"]),
        ("Time flies; the Sun shines; Nature heals.", []),
        ("CNNs and XAP", []),
        ("", []),
    ],
)
def test_listed_names_are_found_in_prose(text: str, names: list[str]) -> None:
    assert [name.span.cut(text) for name in find_media_names(text, AGENCIES)] == names


LINES = st.lists(
    st.one_of(
        st.text(max_size=60),
        st.sampled_from(
            [
                BODY,
                "Source: EFE, AP",
                "(AP)",
                "By Jane Roe, AP Writer",
                "Photo: AFP",
                "Jane Roe, CNN, Oslo.",
                f"{BODY} (a/b)",
            ]
        ),
    ),
    max_size=16,
).map("\n".join)


@given(LINES)
def test_credits_are_in_order_apart_and_cut_real_words(text: str) -> None:
    last = 0
    for credit in credits_of(text):
        cut = credit.span.cut(text)
        assert credit.span.start >= last
        assert cut
        assert cut == cut.strip()
        assert credit.name in text
        last = credit.span.end


@given(st.text())
def test_media_names_cut_real_words(text: str) -> None:
    for name in find_media_names(text, AGENCIES):
        assert name.span.cut(text).strip() == name.span.cut(text)


@pytest.mark.parametrize(
    "text",
    [
        "Jane Roe, CNN, " * 10_000,
        "." * 300_000,
        "(a/b) " * 50_000,
        "Source: EFE\n" * 4_000,
        "Short one.\n" * 10_000,
        "AP " * 50_000,
    ],
    ids=["names", "stops", "brackets", "credit lines", "lines", "initials"],
)
def test_long_texts_take_linear_time(text: str) -> None:
    started = time.process_time()
    credits_of(text)
    find_media_names(text, AGENCIES)
    assert time.process_time() - started < 15  # about a second each; a quadratic step takes minutes at this length


def test_a_long_list_of_sources_is_several_credits() -> None:
    names = ["Kell Daily News", "Norrhaven Evening Post", "Ferry Crew Foundation", "Isle.News"]
    found = rows(f"{LONG}\nSources: {', '.join(names)}")
    assert [name for name, _, _ in found] == names


def test_a_picture_may_be_credited_to_a_site() -> None:
    assert ("Norrpedia, Ferries.example", "photo", "caption") in rows(
        f"{LONG}\nPhoto Source: Norrpedia, Ferries.example"
    )


@pytest.mark.parametrize(
    ("line", "found"), [("Ada Quill", True), ("Ada Quill and Otto Varga", True), ("May 14, 2031", False)]
)
def test_names_alone_in_a_byline_of_the_page_are_its_authors(line: str, found: bool) -> None:
    text = f"{line}\n{BODY}"
    blocks = (
        Block(BlockKind.BYLINE, Span(0, len(line))),
        Block(BlockKind.BODY, Span(len(line) + 1, len(text))),
    )
    credits = find_credits(Article(id="a", text=text, blocks=blocks), blocks, AGENCIES)
    assert [credit.name for credit in credits if credit.kind.value == "author"] == [line] * found


def test_an_agency_behind_the_names_of_a_byline_is_a_credit_of_its_own() -> None:
    text = f"Bridge closed\n\nBy Jane Roe and Ada Quill The Associated Press\n\n{LONG}"
    assert rows(text) == [("Jane Roe and Ada Quill", "author", "page"), ("The Associated Press", "agency", "page")]


@pytest.mark.parametrize("line", ["With News Wire Services", "With wire reports", "From news agencies"])
def test_wires_without_a_name_are_credited_at_the_end(line: str) -> None:
    assert [kind for _, kind, _ in rows(f"Bridge closed\n\n{LONG}\n\n{line}")] == ["contributor"]
