"""What a search finds in a ledger, how it counts and orders it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from sayso.errors import BadQuery
from sayso.ledger import Ledger, open_ledger
from sayso.ledger.inside import INSIDE
from sayso.ledger.listing import claim, speaker_word
from sayso.records.attribution import AttributionKind, Commitment
from sayso.records.event import EventType
from sayso.records.toponym import PlaceRole
from sayso.search import finding, parse_query
from sayso.search.finding import Order, match_claims, match_texts, whole_claims, whole_texts
from tests.ledger.places import new_schema
from tests.search.lines import Line, read_lines, save

QUILL, VARGA = "Ada Quill", "Otto Varga"
READINGS = (
    read_lines(
        "post",
        Line("one ferry ran aground", event=EventType.ASSAULT, number=(212, "person"), place=("Kell", 50.0, 4.0)),
        Line("two the buoy was dark", QUILL, kind=AttributionKind.DIRECT, via="Skerry Press"),
        Line("three nobody was warned", VARGA, Commitment.DENIES, hedged=True, party=True),
        day="2025-05-12",
    ),
    read_lines(
        "herald",
        Line(
            "four a ferry left at noon", event=EventType.CONSULT, number=(18, "dead"), when=("2025-05-11", "2025-05-12")
        ),
        Line("five engines failed on the ferry ferry", "Quill", score=0.5),
        Line("six a tug came", place=("Velm", 50.0, 5.0), number=(25, "km")),
        Line("seven Kell denied it", place=("Kell", 50.0, 4.0), role=PlaceRole.METONYM),
        outlet="Varrow Herald",
        day="2025-05-14",
    ),
    read_lines(
        "courier",
        Line("eight dozens came", low_high=(24, 48), when=("2024-08-01", None)),
        Line(
            "nine Saint-Étienne is far", "the harbour master", Commitment.CONFIRMS, place=("Saint-Étienne", 45.4, 4.4)
        ),
        Line("ten old bells", when=("1801-01-01", "1901-01-01")),
        outlet="Tamsin Courier",
        day=None,
    ),
)


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def ledger(request: pytest.FixtureRequest) -> Iterator[Ledger]:
    """The same readings in each kind of database."""
    place = nullcontext(None) if request.param == "sqlite" else new_schema()
    with place as where, open_ledger(where, create=where is not None) as opened:
        save(opened, READINGS)
        yield opened


def found(ledger: Ledger, words: str, order: Order = Order.NEWEST) -> list[str]:
    """The first word of each claim that is found, in order."""
    matches = match_claims(ledger.connection, parse_query(words), order)
    return [row.words.split()[0] for row in whole_claims(ledger.connection, matches.numbers)]


ALL = "one two three four five six seven eight nine ten"


@pytest.mark.parametrize(
    ("typed", "claims"),
    [
        ("ferry", "one four five"),
        ("FERRY -aground", "four five"),
        ('"ferry ran"', "one"),
        ('"ran ferry"', ""),
        ("aground OR tug", "one six"),
        ("-ferry", "two three six seven eight nine ten"),
        ("-ferry -the", "three six seven eight ten"),
        ("-(ferry OR the)", "three six seven eight ten"),
        ("(ferry OR tug) -(noon OR engines)", "one six"),
        ("quill", "two five"),
        ("speaker:quill", "two five"),
        ('speaker:"ada quill"', "two five"),
        ('speaker:"=Quill"', "five"),
        ("speaker:varga", "three"),
        ("speaker:master", "nine"),
        ("-speaker:quill speaker:varga", "three"),
        ("speaker:nobody", ""),
        ("via:skerry", "two"),
        ('via:"skerry press"', "two"),
        ("outlet:herald", "four five six seven"),
        ('outlet:="Varrow Herald"', "four five six seven"),
        ('outlet:="Herald"', ""),
        ("says:denies", "three"),
        ("says:confirms", "nine"),
        ("kind:direct", "two"),
        ("kind:indirect", "three five nine"),
        ("own-voice", "one four six seven eight ten"),
        ("-own-voice", "two three five nine"),
        ("is:hedged", "three"),
        ("is:quoted", "two"),
        ("is:party", "three"),
        ("-is:party speaker:varga", ""),
        ("type:assault", "one"),
        ("type:ASSAULT OR type:consult", "one four"),
        ("ferry -type:ASSAULT", "four five"),
        ("number:212", "one"),
        ("number:>18", "one six eight"),
        ("number:>=18", "one four six eight"),
        ("number:<20", "four"),
        ("number:20..30", "six eight"),
        ("number:>20 -number:>200", "six eight"),
        ("-number:>0", "two three five seven nine ten"),
        ('number:"18 killed"', "four"),
        ('number:">10 dead"', "four"),
        ("number:>10km", "six"),
        ("number:40", "eight"),
        ("number:49..100", ""),
        ("date:2025-05-12", "one two three"),
        ("date:2025-05-13..", "four five six seven"),
        ("date:2025", "one two three four five six seven"),
        ("-date:2025", "eight nine ten"),
        ("date:..2024", ""),
        ("when:2025-05-11", "four eight"),
        ("when:2025-05-12", "eight"),
        ("when:2024-07", ""),
        ("when:1850", "ten"),
        ("when:1700..2100", "four eight ten"),
        ("place:kell", "one"),
        ("place:Saint-Étienne", "nine"),
        ('place:"St Etienne"', "nine"),
        ("place:50,4~10km", "one"),
        ("place:50,4.5~50km", "one six"),
        ("place:50,4~1000km -place:50,4~10km", "six nine"),
        ("place:0,179~100km", ""),
        ("number:>100 OR says:denies", "one three"),
        ("(number:>100 OR when:2025-05-11) ferry", "one four"),
        ("-(number:>100 OR says:denies) outlet:post", "two"),
        ("number:212 OR number:25 OR date:2024", "one six eight"),
        ("ferry (number:18 OR -number:>0)", "four five"),
    ],
)
def test_what_is_found(ledger: Ledger, typed: str, claims: str) -> None:
    assert sorted(found(ledger, typed), key=ALL.split().index) == claims.split()


def test_nothing_asked_finds_nothing(ledger: Ledger) -> None:
    assert found(ledger, " ") == []


def test_the_newest_comes_first_and_what_has_no_day_last(ledger: Ledger) -> None:
    newest = found(ledger, "-umbrella")
    assert newest == "seven six five four three two one ten nine eight".split()
    assert found(ledger, "-umbrella", Order.OLDEST) == newest[::-1]


def test_what_fits_best_comes_first_where_that_is_asked(ledger: Ledger) -> None:
    assert found(ledger, "ferry", Order.RELEVANCE)[0] == "five"
    assert found(ledger, "speaker:quill", Order.SCORE) == ["two", "five"]


def test_facets_count_the_matches(ledger: Ledger) -> None:
    facets = match_claims(ledger.connection, parse_query("ferry OR buoy")).facets
    assert [(one.value, one.count) for one in facets["voice"]] == [("attributed", 2), ("own", 2)]
    assert [(one.value, one.count) for one in facets["speaker"]] == [(QUILL, 1), ("Quill", 1)]


def test_where_there_are_more_than_are_looked_at_that_is_told(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "LOOKED_AT", 3)
    for typed, more in (("ferry", False), ("ferry OR buoy", True), ("number:>100 OR says:denies OR buoy", False),
                        ("number:>100 OR own-voice", True)):  # fmt: skip
        matches = match_claims(ledger.connection, parse_query(typed))
        assert (matches.more, matches.total) == (more, 3), typed


def test_pages_hold_each_match_once(ledger: Ledger) -> None:
    matches = match_claims(ledger.connection, parse_query("-umbrella"))
    pages = [matches.of_page(number, 3) for number in range(1, matches.pages(3) + 2)]
    assert [number for page in pages for number in page] == list(matches.numbers)
    assert [len(page) for page in pages] == [3, 3, 3, 1, 0]


@pytest.mark.parametrize(
    ("typed", "articles"),
    [
        ("ferry", "post herald"),
        ("ferry noon engines", "herald"),
        ("-ferry", "courier"),
        ("outlet:courier", "courier"),
        ("ferry date:2025-05-12", "post"),
        ("bells OR aground", "post courier"),
    ],
)
def test_whole_texts_are_found(ledger: Ledger, typed: str, articles: str) -> None:
    matches = match_texts(ledger.connection, parse_query(typed, of_texts=True))
    rows = whole_texts(ledger.connection, matches.numbers)
    assert {row.id for row in rows} == set(articles.split())


def test_too_many_ways_are_refused_in_words(ledger: Ledger) -> None:
    with pytest.raises(BadQuery, match="search for some of them at a time"):
        found(ledger, " ".join(["(number:1 OR when:2025)"] * 6))
    assert found(ledger, " OR ".join(["ferry"] * 99)) == ["five", "four", "one"]


@pytest.mark.parametrize(
    "typed",
    ['"words NEAR ferry"', '"a\x00b"', "' OR 1=1 --", '"{words}"', '"%" OR ferry', "fer_ry", "ferry'; DROP TABLE claim",
     '"\u202eferry"', "AND AND", 'speaker:"%"', 'speaker:"_"', 'outlet:"=\'; --"', 'place:"*"', "\ud800ferry"],
)  # fmt: skip
def test_signs_that_a_database_knows_do_nothing(ledger: Ledger, typed: str) -> None:
    try:
        found(ledger, typed)
    except BadQuery as error:
        assert error.hint  # noqa: PT017
    assert ledger.connection.execute(select(func.count()).select_from(claim)).scalar_one() == 10


PIECES = (
    *(
        "ferry",
        "-ferry",
        "OR",
        "(",
        ")",
        "-",
        '"ran aground"',
        "speaker:quill",
        "says:denies",
        "own-voice",
        "is:hedged",
    ),
    *("number:>20", "-number:>100", "date:2025-05-12", "when:2025", "place:kell", "place:50,4~50km"),
)


@settings(max_examples=40)
@given(st.lists(st.sampled_from(PIECES), max_size=9))
def test_a_search_and_its_opposite_share_nothing_and_leave_nothing_out(ledger: Ledger, pieces: list[str]) -> None:
    typed = " ".join(pieces)
    try:
        there = found(ledger, typed)
        opposite = found(ledger, f"-({typed})")
    except BadQuery:
        return
    if there or opposite:
        assert sorted([*there, *opposite]) == sorted(ALL.split())


def test_what_is_taken_out_is_found_no_more(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "night.db", create=True) as ledger:
        batch = save(ledger, READINGS[:1])
        save(ledger, READINGS[1:2])
        ledger.undo(batch)
        assert found(ledger, "ferry") == ["five", "four"]
        assert found(ledger, "speaker:varga OR number:212") == []
        assert set(ledger.connection.execute(select(speaker_word.c.word)).scalars()) == {"quill"}
        left = [ledger.connection.execute(select(table.c.claim)).scalars().all() for table in INSIDE]
        assert {number for numbers in left for number in numbers} <= set(
            ledger.connection.execute(select(claim.c.number)).scalars()
        )


def test_what_stands_in_a_claim_is_found_in_whatever_order_articles_came(tmp_path: Path) -> None:
    names = ("b", "c", "a")
    with open_ledger(tmp_path / "night.db", create=True) as ledger:
        for name in names:
            day = {"a": "2025-01-01", "b": "2025-02-01", "c": None}[name]
            save(ledger, [read_lines(name, Line(f"{name} ferry"), day=day)])
        assert found(ledger, "ferry") == ["b", "a", "c"]
