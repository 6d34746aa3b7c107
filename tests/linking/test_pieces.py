"""Which article of a story is the very piece that others credit."""

from __future__ import annotations

import pytest

from sayso.linking.pieces import Piece
from sayso.records.reading import Reading
from tests.linking.articles import LANDING, article, credit, scene

# The Harbour Echo's own piece, and two who have it from there.
PIECE = (
    "A diver found eleven cracks in the rusty piles of the Kell pier on Monday. Harbour master Ada Quill had it fenced "
    "off within the hour and sent the night ferry to Velm. Rebuilding will swallow nine million crowns, she says."
)
FIRST = (
    "The Harbour Echo reported that eleven cracks run through the piles of the Kell pier, and that rebuilding will "
    "swallow nine million crowns. On Skerry nobody was astonished."
)
SECOND = (
    "Harbour master Ada Quill sent the night ferry to Velm, according to the Harbour Echo, after a diver found cracks "
    "in the rusty piles. Fishermen shrugged."
)
ECHO = "harbourecho"


def pieces_of(*readings: Reading) -> dict[str, Piece]:
    """By medium its one piece."""
    return {key: piece for key, (piece,) in scene(*readings).pieces.items()}


def piece_in(text: str, *, outlet: str | None = None, witnesses: int = 2) -> Piece | None:
    """The Harbour Echo's piece in a story of this text and those that credit the Echo."""
    creditors = [article("first", FIRST), article("second", SECOND)][:witnesses]
    return pieces_of(article("text", text, outlet=outlet), *creditors).get(ECHO)


def test_an_article_by_the_credited_outlet_is_its_piece_for_certain() -> None:
    piece = piece_in(PIECE, outlet="Harbour Echo")
    assert piece is not None
    assert (piece.article, piece.certain) == ("text", True)


def test_an_article_without_an_outlet_is_the_piece_if_it_holds_what_those_say_who_credit_it() -> None:
    piece = piece_in(PIECE)
    assert piece is not None
    assert (piece.article, piece.certain) == ("text", False)


# Added to the piece: what its own pieces may say as well, and what none of them would.
MAY_BE = [
    PIECE + " Ada Quill told the Harbour Echo so.",
    PIECE + " Whoever knows more may write to the Harbour Echo.",
    PIECE + " The Harbour Echo reported earlier that the pier was old.",
    PIECE + " Norda reported so.",
    "Reportedly it is so. " + PIECE,
]
MAY_NOT_BE = [
    "Norda reported so. " + PIECE,
    "The Harbour Echo reported so. " + PIECE,
    "The Harbour Echo, Norda said, has the ledger. " + PIECE,
    LANDING,
    "",
]


@pytest.mark.parametrize("text", MAY_BE)
def test_a_piece_may_name_its_own_medium_as_told_and_others_late(text: str) -> None:
    piece = piece_in(text)
    assert piece is not None
    assert piece.article == "text"


@pytest.mark.parametrize("text", MAY_NOT_BE)
def test_who_credits_the_medium_or_another_at_once_or_says_something_else_is_not_its_piece(text: str) -> None:
    assert piece_in(text) is None


def test_an_article_of_another_outlet_is_not_the_piece_whatever_it_says() -> None:
    assert piece_in(PIECE, outlet="Kell Post") is None


def test_a_text_that_appeared_elsewhere_first_is_not_the_piece_but_bears_it_out() -> None:
    reprint = article("reprint", f"This article originally appeared at Harbour Echo. {PIECE}")
    assert pieces_of(article("text", PIECE), reprint)[ECHO].article == "text"


# The same text with more that speaks against it, the least first.
DOUBTS = [
    PIECE,
    PIECE + " Norda reported so.",
    PIECE.replace("Harbour master", "Norda reported so. Harbour master"),
    PIECE.replace("A diver", "Reportedly a diver").replace("Harbour master", "Norda reported so. Harbour master"),
]


def test_the_earlier_it_credits_another_and_the_more_is_hearsay_the_less_it_is_the_piece() -> None:
    pieces = [piece_in(text) for text in DOUBTS]
    scores = [piece.score if piece else 0.0 for piece in pieces]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(scores)


def test_one_witness_bears_out_less_than_two() -> None:
    one, two = piece_in(PIECE, witnesses=1), piece_in(PIECE, witnesses=2)
    assert one is not None
    assert two is not None
    assert one.score < two.score


def test_a_medium_that_nobody_names_has_no_piece() -> None:
    assert pieces_of(article("a", PIECE), article("b", LANDING)) == {}


def test_an_agencys_own_text_opens_with_its_dateline_if_any_does() -> None:
    wired = f"KELL (Norda) — {PIECE}"
    told = "Norda reported that eleven cracks run through the piles of the Kell pier, and its rebuilding is dear."
    readings = [
        article("longer", PIECE + " Nobody was hurt."),
        article("wired", wired, credits=[credit(wired, "Norda")]),
        article("told", told),
    ]
    assert pieces_of(*readings)["norda"].article == "wired"


def test_no_article_is_two_media_s_piece() -> None:
    tidewatch = [article(f"t{n}", text.replace("Harbour Echo", "Tidewatch")) for n, text in enumerate((FIRST, SECOND))]
    pieces = pieces_of(article("text", PIECE), article("first", FIRST), article("second", SECOND), *tidewatch)
    assert len({piece.article for piece in pieces.values()}) == len(pieces)


def test_an_article_can_only_be_the_piece_of_its_own_outlet() -> None:
    both = SECOND + " Norda reported so."
    pieces = pieces_of(article("text", PIECE, outlet="Norda"), article("first", FIRST), article("second", both))
    assert {key: piece.article for key, piece in pieces.items()} == {"norda": "text"}


# Two days of the Harbour Echo, and a paper that has its first report.
NEXT_DAY = (
    "The crane on the Kell pier will be moved to Velm by barge, the council has decided. Harbour master Ada Quill, who "
    "had the pier fenced off, expects it to take a fortnight."
)


def test_a_medium_with_several_articles_is_credited_for_the_one_that_was_written_from() -> None:
    here = scene(
        article("monday", PIECE, outlet="Harbour Echo", published="2025-05-12"),
        article("tuesday", NEXT_DAY, outlet="Harbour Echo", published="2025-05-13"),
        article("first", FIRST, published="2025-05-12"),
        article("moved", f"The Harbour Echo reported so. {NEXT_DAY}", published="2025-05-13"),
    )
    found = {name: here.piece_for(name, ECHO) for name in ("first", "moved")}
    assert {name: piece and piece.article for name, piece in found.items()} == {"first": "monday", "moved": "tuesday"}


def test_of_two_versions_the_one_that_was_there_is_credited() -> None:
    here = scene(
        article("early", PIECE, outlet="Harbour Echo", published="2025-05-12T08:00"),
        article("late", f"{PIECE} {NEXT_DAY}", outlet="Harbour Echo", published="2025-05-12T12:00"),
        article("first", FIRST, published="2025-05-12T10:00"),
    )
    piece = here.piece_for("first", ECHO)
    assert piece is not None
    assert piece.article == "early"


def test_an_article_of_the_outlet_that_nobody_was_written_from_is_no_piece() -> None:
    here = scene(
        article("monday", PIECE, outlet="Harbour Echo"),
        article("tuesday", NEXT_DAY, outlet="Harbour Echo"),
        article("first", FIRST),
    )
    assert here.piece_of("tuesday") is None


def test_a_copy_that_kept_the_dateline_does_not_hide_the_agencys_own_text() -> None:
    wired = f"KELL (Norda) — {PIECE}"
    copied = f"{wired} Our paper wishes the ferry well."
    copy = article("copy", copied, outlet="Kell Post", credits=[credit(copied, "Norda")])
    assert pieces_of(article("own", wired, outlet="Norda"), copy)["norda"].article == "own"
