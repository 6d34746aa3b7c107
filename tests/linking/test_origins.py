"""The innermost sources that articles give for a point."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.linking.origins import CITING, find_origins
from sayso.linking.reports import group_reports
from sayso.linking.speakers import find_side, innermost_speaker, is_proper, main_speaker, name_of, person_in
from sayso.linking.statements import Statement, statements_of
from sayso.records.actor import Actor, ActorKind
from sayso.records.attribution import Commitment
from sayso.records.point import Origin
from sayso.records.reading import Reading
from tests.linking.articles import (
    AGENCIES,
    LANDING,
    LISTS,
    ORCHARD,
    PIER,
    WORDS,
    Says,
    article,
    echo_of,
    find,
    scene,
    stories,
)

LEDGER = "that the ledger of the old pier had been lost"
HOSTILE = 100_000  # characters


def tells(source: str, *, kind: ActorKind = ActorKind.PERSON, does: Commitment = Commitment.ASSERTS) -> Says:
    return Says(source, LEDGER, kind, does)


def telling(name: str, source: str, more: str = "", *, kind: ActorKind = ActorKind.PERSON) -> Reading:
    """An article in which this source says that the ledger is lost."""
    return article(name, f"{source} said {LEDGER}. {more}".strip(), tells(source, kind=kind))


def origins_of(*readings: Reading, about: str = "ledger", main: bool = True) -> tuple[Origin, ...]:
    """The origins of what these articles say with a word in it."""
    here = scene(*readings)
    said = statements_of(here.members, WORDS, LISTS.weigher.counts)
    members = [one for one in said if about in one.span.cut(one.prepared.text)]
    reports = group_reports(list(dict.fromkeys(one.article for one in members)), here)
    return find_origins(members, reports.groups, here, AGENCIES, main=main)


def said_in(readings: Sequence[Reading]) -> tuple[Statement, ...]:
    return statements_of(scene(*readings).members, WORDS, LISTS.weigher.counts)


def names_of(*readings: Reading) -> list[str]:
    return [origin.name for origin in origins_of(*readings)]


def test_the_source_of_a_claim_is_its_origin() -> None:
    (origin,) = origins_of(telling("a", "Ada Quill"))
    assert (origin.name, origin.named, origin.articles) == ("Ada Quill", True, ("a",))
    assert [shown.span for shown in origin.shown] == [find("Ada Quill said", "Ada Quill")]


# How two articles of one report write their source, and the origins that makes.
WRITTEN = [
    ("Ada Quill", "Ada Quill", ["Ada Quill"]),
    ("Ada Quill", "Quill", ["Ada Quill"]),
    ("Ada Quill", "Ms. Quill", ["Ada Quill"]),
    ("Harbour master Ada Quill", "Ada Quill", ["Ada Quill"]),
    ("Ada Quill, the harbour master,", "A. Quill", ["Ada Quill"]),
    ("Ada Quill", "Otto Varga", ["Ada Quill", "Otto Varga"]),
    ("Ada Quill", "Otto Quill", ["Ada Quill", "Otto Quill"]),
    ("Ada Quill", "An official", ["Ada Quill"]),
    ("An official", "An official", ["An official"]),
    ("A fisherman", "A diver", ["A diver"]),
]


@pytest.mark.parametrize(("a", "b", "names"), WRITTEN)
def test_sources_of_one_report_are_one_origin_unless_their_names_differ(a: str, b: str, names: list[str]) -> None:
    assert sorted(names_of(telling("a", a, PIER), telling("b", b, PIER))) == names


def test_an_unnamed_source_of_two_reports_stays_two_origins() -> None:
    pier = [telling("a", "An official", PIER), telling("b", "An official", f"{PIER} It rained.")]
    orchard = [telling("c", "An official", ORCHARD), telling("d", "An official", f"{ORCHARD} It rained.")]
    found = {(origin.name, origin.named, origin.articles) for origin in origins_of(*pier, *orchard)}
    assert found == {("An official", False, ("a", "b")), ("An official", False, ("c", "d"))}


def test_a_named_source_of_two_reports_is_one_origin() -> None:
    (origin,) = origins_of(telling("a", "Ada Quill", PIER), telling("b", "Ada Quill", ORCHARD))
    assert origin.articles == ("a", "b")


def test_a_report_that_gives_nobody_has_no_origin() -> None:
    assert origins_of(article("a", f"The clerk knows {LEDGER}.")) == ()


def test_nothing_said_has_no_origin() -> None:
    assert origins_of(article("a", PIER)) == ()


def test_the_medium_that_an_article_credits_is_the_origin_where_it_gives_nobody() -> None:
    (origin,) = origins_of(article("a", f"The clerk knows {LEDGER}. Norda reported so."))
    assert (origin.name, origin.named) == ("Norda", True)


def test_the_piece_itself_stands_for_its_medium() -> None:
    piece = article("a", f"The clerk knows {LEDGER}. {PIER}", outlet="Tidewatch")
    told = article("b", f"The clerk knows {LEDGER}, Tidewatch reported. {LANDING}")
    (origin,) = origins_of(piece, told)
    assert (origin.name, origin.articles) == ("Tidewatch", ("a", "b"))


# Whom a medium cites in its turn, in the article's words.
CITED = [
    ("Norda reported, citing two harbour officials.", "two harbour officials"),
    ("Norda reported, citing unnamed sources.", "unnamed sources"),
    ("Norda reported, citing Marta Sy.", "Marta Sy"),
    ("Norda reported, quoting Marta Sy of the council.", "Marta Sy"),
    ("Norda reported, which cited a clerk.", "Norda"),
    ("Norda reported.", "Norda"),
]


@pytest.mark.parametrize(("credit", "name"), CITED)
def test_whom_the_credited_medium_cites_is_the_origin(credit: str, name: str) -> None:
    assert names_of(article("a", f"The clerk knows {LEDGER}. {credit}")) == [name]


def test_a_listed_agency_is_no_source_but_a_medium() -> None:
    (origin,) = origins_of(telling("a", "Norda", kind=ActorKind.ORGANISATION))
    assert origin.name == "Norda"
    assert [shown.span.start for shown in origin.shown] == [0]


@pytest.mark.parametrize("kind", [ActorKind.MEDIA, ActorKind.DOCUMENT])
def test_a_paper_or_a_document_is_no_origin(kind: ActorKind) -> None:
    assert origins_of(telling("a", "A letter", kind=kind)) == ()


def test_who_denies_the_point_is_an_origin_beside_who_says_so() -> None:
    text = f"Ada Quill said {LEDGER}. Otto Varga denied that the ledger of the old pier was ever lost."
    denial = Says("Otto Varga", "that the ledger of the old pier was ever lost", does=Commitment.DENIES)
    assert sorted(names_of(article("a", text, tells("Ada Quill"), denial))) == ["Ada Quill", "Otto Varga"]


def test_the_one_who_says_most_stands_for_what_a_main_point_gives_to_nobody() -> None:
    text = f"The clerk knows {LEDGER}. Ada Quill said that it rained for days. She had said that nobody was hurt."
    said = [Says("Ada Quill", "that it rained for days"), Says("Ada Quill", "that nobody was hurt")]
    assert [origin.name for origin in origins_of(article("a", text, *said))] == ["Ada Quill"]
    assert origins_of(article("a", text, *said), main=False) == ()


def test_an_article_without_a_source_has_the_one_that_its_report_gives() -> None:
    silent = article("b", f"The clerk knows {LEDGER}. {PIER}")
    (origin,) = origins_of(telling("a", "Ada Quill", PIER), silent)
    assert origin.articles == ("a", "b")
    assert [shown.article for shown in origin.shown] == ["a"]


def test_who_the_point_is_about_is_a_party_to_it() -> None:
    text = (
        "Ada Quill said that Mayor Quill never saw the ledger. Otto Varga said that Mayor Quill never saw the ledger."
    )
    words = "that Mayor Quill never saw the ledger"
    first, second = (
        article("a", text[:53], Says("Ada Quill", words)),
        article("b", text[54:], Says("Otto Varga", words)),
    )
    assert {origin.name: origin.party for origin in origins_of(first, second)} == {
        "Ada Quill": True,
        "Otto Varga": False,
    }


def test_the_origin_of_most_articles_comes_first() -> None:
    readings = [telling("a", "Ada Quill"), telling("b", "Otto Varga"), telling("c", "Varga")]
    assert names_of(*readings) == ["Otto Varga", "Ada Quill"]


PROPER = [
    ("Ada Quill", True),
    ("harbour master Ada Quill", True),
    ("The Ports Board", True),
    ("Quill", True),
    ("the mayor", False),
    ("The mayor", False),
    ("An official", False),
    ("Police", False),
    ("She", False),
    ("Norwegian officials", False),
    ("", False),
]


@pytest.mark.parametrize(("name", "proper"), PROPER)
def test_a_source_has_a_name_beyond_the_capital_of_its_first_word(name: str, proper: bool) -> None:
    assert is_proper(name) is proper


PERSONS = [
    ("Skerry Bank analyst Ada Mo Quill", "Ada Mo Quill"),
    ("Ada Quill", "Ada Quill"),
    ("Kell’s Ada Quill", "Ada Quill"),
    ("the mayor", "the mayor"),
]


@pytest.mark.parametrize(("written", "name"), PERSONS)
def test_the_longest_name_in_a_source_is_the_persons(written: str, name: str) -> None:
    assert person_in(written) == name


# What the text says of the boy's father, and his name.
BESIDE = [
    ("His father, Tom Reed, wept.", "Tom Reed"),
    ("His father Tom Reed wept.", "Tom Reed"),
    ("Tom Reed, his father, wept.", "Tom Reed"),
    ("His father wept.", None),
    ("His father, Tom Reed, wept. Her father, Otto Varga, did not.", None),
]


@pytest.mark.parametrize(("text", "name"), BESIDE)
def test_a_described_source_has_the_one_name_that_stands_beside_its_description(text: str, name: str | None) -> None:
    father = Actor("f", "his father", ActorKind.PERSON, False, None, (), ())
    assert name_of(father, text) == name


SIDES = [
    ("Otto Varga, a spokesman for the Ports Board, wept.", "Ports Board"),
    ("Otto Varga, a lawyer for Ada Quill, wept.", "Ada Quill"),
    ("Ports Board spokesman Otto Varga wept.", "Ports Board"),
    ("Ada Quill’s lawyer Otto Varga wept.", "Ada Quill"),
    ("Otto Varga, a fisherman, wept.", None),
    ("Otto Varga wept.", None),
]


@pytest.mark.parametrize(("text", "side"), SIDES)
def test_a_side_is_whom_a_source_speaks_for_in_the_texts_own_words(text: str, side: str | None) -> None:
    assert find_side(find(text, "Otto Varga"), text) == side


def test_an_origin_stands_on_the_side_that_any_of_its_articles_tells() -> None:
    (origin,) = origins_of(telling("a", "Otto Varga"), telling("b", "Otto Varga, a spokesman for the Ports Board,"))
    assert origin.side == "Ports Board"


def test_a_holder_that_the_reading_does_not_resolve_is_nobody() -> None:
    text = f"Otto Varga left. Ada Quill wept. She said {LEDGER}."
    reading = article("a", text, tells("She"))
    claims = [
        replace(claim, chain=tuple(replace(link, actor=None) for link in claim.chain)) for claim in reading.claims
    ]
    unresolved = replace(reading, claims=tuple(claims))
    (statement,) = [one for one in said_in([unresolved]) if "ledger" in one.forms]
    assert innermost_speaker(statement) is None


def test_the_outlets_own_words_have_no_speaker() -> None:
    assert [innermost_speaker(statement) for statement in said_in([article("a", PIER)])] == [None, None]


# Who says how many things in an article, and who says most.
SPEAKING = [
    ({"Ada Quill": 2, "Otto Varga": 1}, "Ada Quill"),
    ({"Ada Quill": 1}, "Ada Quill"),
    ({"Ada Quill": 1, "Otto Varga": 1}, None),
    ({"Ada Quill": 2, "the mayor": 6}, None),
    ({"Ada Quill": 2, "the mayor": 3}, "Ada Quill"),
    ({"the mayor": 3}, None),
    ({}, None),
]


@pytest.mark.parametrize(("times", "name"), SPEAKING)
def test_the_main_speaker_is_named_and_says_a_good_part_of_what_is_said(
    times: dict[str, int], name: str | None
) -> None:
    spoken = [(source, f"that boat {source[0]}{n} sank") for source, count in times.items() for n in range(count)]
    text = " ".join(f"{source} said {words}." for source, words in spoken)
    speaker = main_speaker(article("a", text, *(Says(*one) for one in spoken)))
    assert (speaker.name if speaker else None) == name


@given(stories())
def test_every_origin_shows_words_of_its_articles(readings: list[Reading]) -> None:
    texts = {reading.article.id: reading.article.text for reading in readings}
    for origin in origins_of(*readings, about=""):
        assert origin.articles
        assert {shown.article for shown in origin.shown} <= set(origin.articles)
        assert all(shown.span.cut(texts[shown.article]).strip() for shown in origin.shown)


@given(stories(), st.integers(0, 1000))
def test_the_order_in_which_articles_came_never_shows_in_origins(readings: list[Reading], seed: int) -> None:
    shuffled = list(readings)
    Random(seed).shuffle(shuffled)
    assert origins_of(*shuffled, about="") == origins_of(*readings, about="")


@given(stories(), st.integers(0, 5))
def test_an_echo_adds_no_origin(readings: list[Reading], which: int) -> None:
    original = readings[which % len(readings)]
    before, after = (origins_of(*more, about="") for more in (readings, [*readings, echo_of(original, "z")]))
    assert sorted((origin.name, origin.side) for origin in before) == sorted(
        (origin.name, origin.side) for origin in after
    )


UNITS = {"single letters": "A ", "the the the": "the ", "brackets": "(", "capitals": "A", "small letters": "a"}


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
def test_a_long_page_without_sense_takes_no_longer_than_another(unit: str) -> None:
    text = unit * (HOSTILE // len(unit))
    father = Actor("f", "his father", ActorKind.PERSON, False, None, (), ())
    for work in (
        lambda: CITING.search(f"citing {text}"),
        lambda: name_of(father, f"his father {text}"),
        lambda: person_in(text),
        lambda: is_proper(text),
        lambda: find_side(find(text, text), text),
    ):
        start = time.process_time()
        work()
        assert time.process_time() - start < 1


def test_who_says_most_is_one_under_all_names_and_pronouns() -> None:
    text = "Ada Quill said it rains. She added it will snow. Quill hopes for sun. Otto Varga said no. Marta Sy said so."
    said = [Says("Ada Quill", "it rains"), Says("She", "it will snow"), Says("Quill", "for sun")]
    others = [Says("Otto Varga", "no"), Says("Marta Sy", "so")]
    speaker = main_speaker(article("a", text, *said, *others))
    assert speaker is not None
    assert speaker.name == "Ada Quill"


def test_two_named_sources_of_one_article_are_two_origins() -> None:
    text = f"Ada Quill said {LEDGER}. Otto Varga told the board {LEDGER} in March."
    told = article("a", text, Says("Ada Quill", LEDGER), Says("Otto Varga", f"{LEDGER} in March"))
    assert {origin.name for origin in origins_of(told)} == {"Ada Quill", "Otto Varga"}


def test_a_country_beside_somebody_named_is_no_origin_of_its_own() -> None:
    text = f"Ada Quill said {LEDGER}. Skerryland told the board {LEDGER} in March."
    country = Says("Skerryland", f"{LEDGER} in March", kind=ActorKind.COUNTRY)
    assert {origin.name for origin in origins_of(article("a", text, Says("Ada Quill", LEDGER), country))} == {
        "Ada Quill"
    }


def test_who_declines_to_comment_says_nothing() -> None:
    text = "Ada Quill declined to comment. She refused to be named. Otto Varga said no. Varga added it will snow."
    refused = [
        Says("Ada Quill", "to comment", does=Commitment.DENIES),
        Says("She", "to be named", does=Commitment.DENIES),
    ]
    speaker = main_speaker(article("a", text, *refused, Says("Otto Varga", "no"), Says("Varga", "it will snow")))
    assert speaker is not None
    assert speaker.name == "Otto Varga"


def test_whom_a_main_point_is_about_is_not_its_source_for_having_spoken() -> None:
    text = "Tom Reed was sent home for the lost ledger. Tom Reed told a friend a joke. Ann Reed said it rains."
    told = article("a", text, Says("Tom Reed", "a joke"), Says("Ann Reed", "it rains"))
    assert [origin.name for origin in origins_of(told)] == ["Ann Reed"]


def test_what_somebody_will_do_is_told_of_them_and_not_by_them() -> None:
    wish, known = "that she would give the old ledger away", "that the old ledger would be given away"
    text = f"Ada Quill said {wish}. Otto Varga told the board {known}."
    told = article("a", text, Says("Ada Quill", wish, does=Commitment.INTENDS), Says("Otto Varga", known))
    assert [origin.name for origin in origins_of(told)] == ["Otto Varga"]


def test_who_says_most_is_no_listed_medium() -> None:
    text = "Kell Post said it rains. Kell Post said it snows. Ada Quill said so. Ada Quill said no."
    said = [Says("Kell Post", "it rains"), Says("Ada Quill", "so")]
    speaker = main_speaker(article("a", text, *said), AGENCIES)
    assert speaker is None or speaker.name == "Ada Quill"


# A source as written, and its name.
SOMEBODY = [
    ("a Kell gate attendant who", None),
    ("an official of Velm Council in Kell port", None),
    ("a rep for Quill", None),
    ("a harbour master, Ada Quill", "Ada Quill"),
    ("harbour master Ada Quill", "Ada Quill"),
]


@pytest.mark.parametrize(("written", "name"), SOMEBODY)
def test_somebody_is_not_named_by_what_they_belong_to(written: str, name: str | None) -> None:
    text = f"It was {written} said so."
    assert name_of(Actor("a", written, ActorKind.PERSON, True, None, (), (find(text, written),)), text) == name
