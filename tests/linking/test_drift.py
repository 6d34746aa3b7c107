"""How two quotations stand to each other."""

from __future__ import annotations

import re
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.linking.drift import compare_quotations
from sayso.linking.quoted.words import read_quoted_words
from sayso.reading.quotations import find_quotations
from sayso.records.drift import Drift, DriftKind, Piece, PieceKind
from sayso.records.span import Span

EXACT, SHORTENED, REWORDED = DriftKind.EXACT, DriftKind.SHORTENED, DriftKind.REWORDED
JOINED, SIMILAR, DIFFERENT = DriftKind.JOINED, DriftKind.SIMILAR, DriftKind.DIFFERENT
TURNED = {PieceKind.LEFT_OUT: PieceKind.ADDED, PieceKind.ADDED: PieceKind.LEFT_OUT}


def spans_of(text: str) -> tuple[Span, ...]:
    """The quotations of a text, or the whole of a text without marks."""
    return tuple(quotation.span for quotation in find_quotations(text)) or (Span(0, len(text)),)


def compare(a: str, b: str) -> Drift:
    return compare_quotations(a, spans_of(a), b, spans_of(b))


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def turned(piece: Piece) -> Piece:
    return Piece(TURNED.get(piece.kind, piece.kind), piece.b, piece.a)


SAME_WORDS = [
    ("“The pier is closed,” she said.", '"The pier is closed."'),
    ("THE PIER IS CLOSED", "the pier is closed"),
    ("We can’t swim here", "We can't swim here"),
    ("I ’ m not sure the rope was cut", "I'm not sure the rope was cut"),
    ("a well-known harbour pilot", "a well known harbor pilot"),
    ("the air strikes stopped at dawn", "the airstrikes stopped at dawn"),
    ("They realised the organisation had no licence", "They realized the organization had no license"),
    ("Our neighbours travelled to the centre", "Our neighbors traveled to the center"),
    ("My mum cancelled the programme", "My mom canceled the program"),
    ("twelve boats and two crews", "12 boats and 2 crews"),
    ("about 1,500 crates", "about 1500 crates"),
    ("We left at 6 p.m. on the tide", "We left at 6:00 pm on the tide"),
    ("The U.N. saw the maps", "The UN saw the maps"),
    ("ninety per cent of the nets", "ninety % of the nets"),
    ("Señora Peña kept the keys", "Senora Pena kept the keys"),
    ("[T]he pumps were old", "The pumps were old"),
    ("They crossed [the] border at night", "They crossed the border at night"),
    ("They crossed the border [of Kell] at night", "They crossed the border at night"),
    ("He [Varga] never paid for the nets", "He never paid for the nets"),
    ("[The harbour master] never paid for the nets", "He never paid for the nets"),
    ("The pumps (sic) was old and loud", "The pumps was old and loud"),
    ("The rope, well… it was cut", "The rope, well, it was cut"),
    ("“We will,” he said, “not go to the island.”", "“We will not go to the island.”"),
    ("“The ship is lost,” said Quill. “Nobody was told.”", "“The ship is lost. Nobody was told.”"),
    ('"The hull was rotten, “Quill said.', '"The hull was rotten," Quill said.'),
    ("It is what it is", "“It is what it is.”"),
    ("…", "“ ... ”"),
]

CUT = [
    ("The pier will be rebuilt before the winter", "The pier will be rebuilt before the winter, if the money comes"),
    ("if the money comes", "The pier will be rebuilt before the winter, if the money comes"),
    ("The pier will be rebuilt if the money comes", "The pier will be rebuilt, slowly, if the money comes"),
    ("The pier will be rebuilt … if the money comes", "The pier will be rebuilt next year if the money comes"),
    (
        "The pumps failed at noon … nobody was told",
        "The pumps failed at noon, and we sat there in the dark for an hour because nobody was told",
    ),
    ("never paid for the nets", "“He never,” she said, “paid for the nets.”"),
    ("We will go to the island", "We will not go to the island"),
    ("[Quill] never paid", "The man with the red boat never paid"),
    (
        "Ask the crew about the rope that was cut on Monday",
        "the rope that was cut on Monday was older than the boat itself",
    ),
]

OTHER_WORDS = [
    ("We will never sell the old lighthouse", "We will never sell the white lighthouse"),
    ("We will never sell the lighthouse", "We will never sell the lighthouses"),
    ("We are asking the council to open the dock", "We're asking the council to open up the dock"),
    ("The mayor knew about the leak in May", "In May the mayor knew about the leak"),
    ("The captain knew, and the ship was sinking", "The ship was sinking and the captain knew"),
    (
        "It was terribly hard to find a welder who would touch that hull",
        "They had doubts, and it was hard finding a welder who would touch that hull at all",
    ),
    (
        "Someone ran in shouting that a seal had climbed onto the ferry",
        "The first we heard was when a boy came by and said a seal had climbed onto the ferry, of all things",
    ),
    ("I saw twelve gulls on the roof of the church", "I saw thirty gulls on the roof of the church"),
]

RUN_TOGETHER = [
    (
        "The pumps failed at noon and nobody was told",
        "The pumps failed at noon. We sat there in the dark for an hour, cold, and nobody was told",
    ),
    (
        "“The ship is lost. The owner must resign.”",
        "“The ship is lost,” Quill told the inquiry on its first day. On Friday she said “the owner must resign”.",
    ),
    (
        "“The ship is lost; the owner must resign,” she said.",
        "“The ship is lost, and I say this as one who sailed her for ten years,” said Quill. “The owner must resign.”",
    ),
]

TWICE_TOLD = [
    ("Five of her daughters sail, so losing the boat hardly matters", "The boat is lost; she has 5 daughters who sail"),
    (
        "The flood swallowed our orchard and drowned every goat",
        "Our goats drowned, all of the orchard went under in the flood",
    ),
]

TWO_UTTERANCES = [
    ("The pumps failed at noon", "We have never had a better harvest of mussels"),
    ("I don't know, I don't know", "I bet most of the crew would say that they don't want a guard, I sure don't"),
    ("We talked about the harbour", "We are going to fight about the price of fuel in the harbour"),
    ("It was the end of the war on the sea", "He is at the door of the house on the hill"),
    ("of the", "the last bit of the bread that he had"),
    ("“I don’t know.”", "“I don’t know what to say. They have to stop this. Many will be against it.”"),
    ("Otto Varga sank the ferry off Skerry", "Ida Sy ferry sank near Kell"),
    ("", "The pumps failed"),
]

CASES = [
    *((a, b, EXACT) for a, b in SAME_WORDS),
    *((a, b, SHORTENED) for a, b in CUT),
    *((a, b, REWORDED) for a, b in OTHER_WORDS),
    *((a, b, JOINED) for a, b in RUN_TOGETHER),
    *((a, b, SIMILAR) for a, b in TWICE_TOLD),
    *((a, b, DIFFERENT) for a, b in TWO_UTTERANCES if a),
]


@pytest.mark.parametrize(("a", "b", "kind"), CASES)
def test_a_pair_of_quotations_is_of_its_kind_either_way_round(a: str, b: str, kind: DriftKind) -> None:
    assert compare(a, b).kind is kind
    assert compare(b, a).kind is kind


def test_the_table_has_every_kind() -> None:
    assert {kind for _, _, kind in CASES} == set(DriftKind)
    assert len(CASES) >= 40


def test_pieces_say_which_words_became_which() -> None:
    a, b = "We will never sell the old lighthouse", "We'd said we will not sell the lighthouse"
    told = [(p.kind.value, p.a and p.a.cut(a), p.b and p.b.cut(b)) for p in compare(a, b).pieces]
    assert told == [
        ("added", None, "We'd said"),
        ("same", "We will", "we will"),
        ("changed", "never", "not"),
        ("same", "sell the", "sell the"),
        ("left out", "old", None),
        ("same", "lighthouse", "lighthouse"),
    ]


def test_the_example_of_the_record_is_true() -> None:
    drift = compare("We will not go home", "we will not stay home")
    assert (drift.kind, drift.share, drift.reason) == (REWORDED, 0.8, "1 changed")
    assert [piece.kind for piece in drift.pieces] == [PieceKind.SAME, PieceKind.CHANGED, PieceKind.SAME]


def test_a_piece_without_the_spans_of_its_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="'added' cannot have"):
        Piece(PieceKind.ADDED, Span(0, 1), None)


def test_no_piece_runs_over_the_words_of_the_reporter() -> None:
    a, b = "“We will not,” said Ada Quill, the harbour master, “go back.”", "“We will not go back.”"
    assert [piece.a and piece.a.cut(a) for piece in compare(a, b).pieces] == ["We will not", "go back"]
    assert [piece.b and piece.b.cut(b) for piece in compare(a, b).pieces] == ["We will not", "go back"]


def test_an_ellipsis_owns_up_to_what_is_left_out_and_joins_nothing() -> None:
    long = "The pumps failed at noon. We sat there in the dark for an hour, cold, and nobody was told"
    assert compare("The pumps failed at noon and nobody was told", long).kind is JOINED
    assert compare("The pumps failed at noon ... and nobody was told", long).kind is SHORTENED
    assert compare("“The pumps failed at noon,” she said, “and nobody was told.”", long).kind is SHORTENED


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [
        ("The pier is closed", "the pier is closed", "word for word the same"),
        ("The [old] pier is closed", "The pier is closed", "word for word the same, but for what stands in brackets"),
        ("The pier is closed", "The pier is closed for the winter", "a leaves out 3 of the 7 words of b"),
        ("We will close it", "We will not close it", "a leaves out 1 of the 5 words of b; b has a negation more"),
        ("We will never sell the red boat", "We will always sell the red boat", "1 changed; a has a negation more"),
        ("Two red boats sank off Kell", "The band plays on Monday", "0 % of what is telling is in both"),
    ],
)
def test_the_reason_says_in_words_what_differs(a: str, b: str, reason: str) -> None:
    assert compare(a, b).reason == reason


@pytest.mark.parametrize(
    ("a", "b", "share"),
    [
        ("the pier is closed", "the pier is closed", 1.0),
        ("the pier is closed", "the old pier is closed for good", 1.0),
        ("we sell the old boat", "we keep the old boat", 0.8),
        ("the [very] old boat", "the old boat", 1.0),
    ],
)
def test_the_share_is_that_of_the_shorter_one(a: str, b: str, share: float) -> None:
    assert compare(a, b).share == pytest.approx(share)


def test_a_negation_a_number_or_a_name_alone_makes_no_two_tellings_of_one_utterance() -> None:
    told = "The flood swallowed our orchard in {} and drowned {} goats"
    again = "{} goats drowned, all of our orchard in {} went under in the flood"
    assert compare(told.format("Kell", "forty"), again.format("Forty", "Kell")).kind in (SIMILAR, REWORDED)
    assert compare(told.format("Kell", "40"), again.format("50", "Skerry")).kind is DIFFERENT


def test_the_longest_quotations_take_bounded_time() -> None:
    a, b = "we go " * 20_000, "go go we " * 20_000
    began = time.process_time()
    compare(a, b)
    assert time.process_time() - began < 5


WORDS = st.sampled_from("the of we not ferry Kell sank 2 two colour into in to [the] [Quill] … (sic) went , .".split())
QUOTED = st.lists(WORDS, max_size=14).map(" ".join)
PARTS = st.lists(QUOTED.filter(words), min_size=1, max_size=3).map(
    lambda parts: " said the old harbour master of Kell on a Monday in May ".join(f"“{part}”" for part in parts)
)
ANY = st.one_of(PARTS, st.text(alphabet="ab’'[](). …“”\"-é1", min_size=1, max_size=60))


@given(ANY, ANY)
def test_turned_round_the_kind_is_the_same_and_the_pieces_are_turned(a: str, b: str) -> None:
    there, back = compare(a, b), compare(b, a)
    assert (there.kind, there.share) == (back.kind, back.share)
    assert [turned(piece) for piece in there.pieces] == list(back.pieces)


@given(ANY)
def test_a_quotation_is_exactly_itself(a: str) -> None:
    drift = compare(a, a)
    assert drift.kind is EXACT
    assert {piece.kind for piece in drift.pieces} <= {PieceKind.SAME}


@given(ANY, ANY)
def test_pieces_cut_the_words_of_both_in_order_and_nothing_between_quotations(a: str, b: str) -> None:
    pieces = compare(a, b).pieces
    for text, spans in ((a, [p.a for p in pieces if p.a]), (b, [p.b for p in pieces if p.b])):
        assert spans == sorted(spans)
        assert all(one.end <= other.start for one, other in pairwise(spans))
        assert all(any(part.covers(span) for part in spans_of(text)) for span in spans)
        assert all(span.cut(text) == span.cut(text).strip() for span in spans)


@given(PARTS, PARTS)
def test_pieces_hold_every_word_of_both(a: str, b: str) -> None:
    pieces = compare(a, b).pieces
    for text, spans in ((a, [p.a for p in pieces if p.a]), (b, [p.b for p in pieces if p.b])):
        told = [word for span in spans for word in words(span.cut(text))]
        assert told == [word for span in spans_of(text) for word in words(span.cut(text))]


@given(ANY, ANY)
def test_what_is_the_same_reads_the_same(a: str, b: str) -> None:
    for piece in compare(a, b).pieces:
        if piece.kind is PieceKind.SAME and piece.a and piece.b:
            assert letters(piece.a, a) == letters(piece.b, b)


def letters(span: Span, text: str) -> str:
    return "".join(word.form for word in read_quoted_words(text, [span]))
