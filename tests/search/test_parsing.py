"""What is typed is understood, or it is said where it cannot be, and what to try; it never breaks anything."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import BadQuery
from sayso.exports.escapes import CLOSE, OPEN, is_active
from sayso.exports.search_text import render_bad_query
from sayso.search import parse_query
from sayso.search.fields import FIELDS
from sayso.search.query import (
    Both,
    Either,
    Exactly,
    Marked,
    Named,
    NameOf,
    Near,
    Not,
    Number,
    Part,
    Published,
    Query,
    Stretch,
    Told,
    Words,
    phrases_of,
)

A, B, C = Words(("a",)), Words(("b",)), Words(("c",))


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("", None),
        (" \t\n", None),
        ("Ferry", Words(("ferry",))),
        ("ferry kell", Both((Words(("ferry",)), Words(("kell",))))),
        ('"ran aground"', Words(("ran", "aground"))),
        ("“ran aground”", Words(("ran", "aground"))),
        ("«ran aground»", Words(("ran", "aground"))),
        ("dam's", Words(("dam", "s"))),
        ("north-east", Words(("north", "east"))),
        ("10:30", Words(("10", "30"))),
        ("Élan e\u0301lan", Both((Words(("elan",)), Words(("elan",))))),
        ("-a", Not(A)),
        ("NOT a", Not(A)),
        ("a -b", Both((A, Not(B)))),
        ("a AND b", Both((A, B))),
        ("a OR b", Either((A, B))),
        ("a b OR c", Both((A, Either((B, C))))),
        ("(a b) OR c", Either((Both((A, B)), C))),
        ("-(a OR b)", Not(Either((A, B)))),
        ("a or b", Both((A, Words(("or",)), B))),
        ("own-voice", Marked("voice", "own")),
        ("OWN-VOICE", Marked("voice", "own")),
        ("party", Marked("is", "party")),
        ("-party", Not(Marked("is", "party"))),
        ('"party"', Words(("party",))),
        ("Party", Words(("party",))),
    ],
)
def test_words_phrases_and_signs(typed: str, asked: Part | None) -> None:
    assert parse_query(typed).part == asked


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("speaker:quill", Named(NameOf.SPEAKER, "quill", ("quill",))),
        ('Speaker:"Ada Quill"', Named(NameOf.SPEAKER, "Ada Quill", ("ada", "quill"))),
        ('speaker:"=Ada Quill"', Exactly(NameOf.SPEAKER, "Ada Quill")),
        ('outlet:="Kell Post"', Exactly(NameOf.OUTLET, "Kell Post")),
        ("via:EFE", Named(NameOf.VIA, "EFE", ("efe",))),
        ("says:denies", Marked("does", "denies")),
        ("SAYS:DENIES", Marked("does", "denies")),
        ("kind:mixed", Marked("kind", "mixed")),
        ("type:assault", Marked("type", "ASSAULT")),
        ("is:party", Marked("is", "party")),
        ("sure:clear", Marked("confidence", "clear")),
        ("number:20", Number(Stretch(20, 20), None)),
        ("number:>20", Number(Stretch(20, None, open=True), None)),
        ("number:>=20", Number(Stretch(20, None), None)),
        ("number:<1,500", Number(Stretch(None, 1500, open=True), None)),
        ("number:20..30", Number(Stretch(20, 30), None)),
        ("number:20..", Number(Stretch(20, None), None)),
        ("number:..0.5", Number(Stretch(None, 0.5), None)),
        ("number:-5", Number(Stretch(-5, -5), None)),
        ("number:7km", Number(Stretch(7, 7), "km")),
        ('number:"7 kilometres"', Number(Stretch(7, 7), "km")),
        ('number:">20 killed"', Number(Stretch(20, None, open=True), "dead")),
        ('number:>"20 soldiers"', Number(Stretch(20, None, open=True), "soldier")),
        ("number:5%", Number(Stretch(5, 5), "percent")),
        ("number:$1.5million", Number(Stretch(1_500_000, 1_500_000), "usd")),
        ('number:"20..30 euros"', Number(Stretch(20, 30), "eur")),
        ("date:2025", Published("2025-01-01", "2025-12-31")),
        ("date:2024-02", Published("2024-02-01", "2024-02-29")),
        ("date:2025-4-7", Published("2025-04-07", "2025-04-07")),
        ("date:2025-04..", Published("2025-04-01", "9999-12-31")),
        ("date:..2025-04", Published("0001-01-01", "2025-04-30")),
        ("date:2025-04..2025-06-03", Published("2025-04-01", "2025-06-03")),
        ("date:>2025-04", Published("2025-05-01", "9999-12-31")),
        ("date:<2025", Published("0001-01-01", "2024-12-31")),
        ("when:2025-05", Told("2025-05-01", "2025-05-31")),
        ("place:Lund", Named(NameOf.PLACE, "Lund", ("lund",))),
        ('place:"Saint-Étienne"', Named(NameOf.PLACE, "Saint-Étienne", ("st", "etienne"))),
        ("place:55.7,13.2~50km", Near(55.7, 13.2, 50)),
        ('place:"55.7, 13.2"~10 miles'.replace(" miles", "miles"), Near(55.7, 13.2, 16.09344)),
    ],
)
def test_fields(typed: str, asked: Part) -> None:
    assert parse_query(typed).part == asked


def test_a_place_round_which_is_looked_is_told_as_it_was_understood() -> None:
    query = parse_query("place:Lund~50km -place:Lund~50km")
    assert query.notes == ("within 50 km of Lund (SE, 55.71, 13.19)",)


@pytest.mark.parametrize(
    ("typed", "here", "says"),
    [
        ('say "no', '"', "this quotation mark has no partner; close the phrase"),
        ("ferry ***", "***", "no letter and no figure"),
        ("🌊", "🌊", "no letter and no figure"),
        ("fer*", "fer*", "words are looked up whole"),
        ("ferry OR", "OR", "something is missing here at the end"),
        ("OR ferry", "OR", "something is missing beside OR"),
        ("ferry AND OR b", "OR", "something is missing beside OR"),
        ("(ferry", "(", "this bracket is not closed"),
        ("ferry)", ")", "this bracket closes nothing"),
        ("ferry ()", ")", "between these brackets there is nothing"),
        ("ferry NOT", "NOT", "what is ruled out is missing"),
        ("spaeker:quill", "spaeker:", "there is no field spaeker:; perhaps speaker: is meant"),
        ("https://kell.example", "https:", "words with a colon stand in quotation marks"),
        ("speaker:", " ", "a name is missing"),
        ("says:denied", "denied", "perhaps says:denies is meant"),
        ("says:", " ", "after says: a value is missing"),
        ("type:MURDER", "MURDER", "there are type:AGREE"),
        ("number:many", "many", "“many” is no number"),
        ("number:20-30", "20-30", "number:20..30"),
        ("number:30..20", "30..20", "write 20..30"),
        ("date:2025-13", "2025-13", "no calendar has 2025-13"),
        ("date:yesterday", "yesterday", "is no date"),
        ("date:2025..2024", "2025..2024", "write 2024..2025"),
        ("place:Nowheresuchplace~50km", "Nowheresuchplace~50km", "give its latitude and longitude"),
        ("place:95,10~5km", "95,10~5km", "no point of the globe"),
        ("place:55.7,13.2", "55.7,13.2", "write place:55.7,13.2~50km"),
        ("place:Lund~50parsecs", "Lund~50parsecs", "write km or miles"),
        ("-" * 30 + "a", "-", "brackets and signs stand in one another"),
        ("a " * 101, "a", "at most 100 words"),
        ("ferry " * 1700, " ", "at most 2,000 characters"),
    ],
)
def test_what_cannot_be_read_is_shown_with_the_place_and_what_to_try(typed: str, here: str, says: str) -> None:
    with pytest.raises(BadQuery) as error:
        parse_query(typed)
    assert (typed[error.value.start : error.value.end] or " ") == here or here == " "
    assert says in f"{error.value.reason}; {error.value.hint}"


@pytest.mark.parametrize("field", sorted(set(FIELDS) - {"outlet", "date"}))
def test_of_whole_texts_only_outlet_and_date_are_asked(field: str) -> None:
    with pytest.raises(BadQuery, match=f"{field}: is asked of claims"):
        parse_query(f"ferry {field}:x", of_texts=True)
    assert parse_query("ferry outlet:post date:2025", of_texts=True).part is not None


def test_the_caret_stands_under_the_place_whatever_stands_before_it() -> None:
    with pytest.raises(BadQuery) as error:
        parse_query("漢字 \u202ekell " + "ferry " * 50 + "says:denied tugs")
    line, caret, *told = render_bad_query(error.value, 80).splitlines()
    assert line.startswith("  … ")
    assert line[caret.index("^") :].startswith("denied")
    assert caret.strip() == "^" * 6
    assert "says:denies" in " ".join(told)


def test_marked_is_what_is_asked_for_and_not_what_is_ruled_out() -> None:
    query = parse_query('ferry -tugs ("ran aground" OR speaker:quill) -(-kell)')
    assert phrases_of(query.part) == (("ferry",), ("ran", "aground"))


OURS = str.maketrans("", "", OPEN + CLOSE)
ODD = ("\x00", "\u202e", "é", "漢", "🌊", "\ud800", "'", "\\", ";", "{", "^", "NEAR(", "ferry", "20", "2025-04", "km")
SIGNS = ("OR", "AND", "NOT", "..", " ", *'()-"“”«»~.,:<>=*%')
PIECES = st.sampled_from([*(f"{field}:" for field in FIELDS), *SIGNS, *ODD])


def understood(typed: str, *, of_texts: bool = False) -> Query | BadQuery:
    try:
        return parse_query(typed, of_texts=of_texts)
    except BadQuery as error:
        return error


@given(st.text(max_size=60) | st.lists(PIECES, max_size=14).map("".join), st.booleans())
def test_any_string_is_a_search_or_a_clear_error(typed: str, of_texts: bool) -> None:
    found = understood(typed, of_texts=of_texts)
    if isinstance(found, Query):
        assert found.written == typed
        assert all(word.isalnum() for phrase in phrases_of(found.part) for word in phrase)
    else:
        assert 0 <= found.start < found.end <= max(len(typed), found.start + 1)
        assert found.reason
        assert found.hint
        assert not any(map(is_active, render_bad_query(found, 80).translate(OURS)))
