"""Tokens, notation, numbers, anchors and directions: what the forms are built on."""

from __future__ import annotations

import pytest

from sayso.reading.timing.anchors import find_anchor
from sayso.reading.timing.direction import Direction, find_direction
from sayso.reading.timing.notation import compile_form, find_group
from sayso.reading.timing.numbers import read_count, read_spelled_year
from sayso.reading.timing.tokens import Tokens
from sayso.records.article import Precision, Published
from sayso.records.span import Span
from sayso.records.timex import AnchorKind


def tokens(text: str) -> Tokens:
    return Tokens(text, [Span(0, len(text))])


def test_a_form_is_written_in_kinds_of_words() -> None:
    form = compile_form("(?P<month> MONTH ) DOT? (?P<day> DAY ) (?: COMMA? (?P<year> YEAR ) )?")
    found = tokens("It closed on Nov. 9, 1989 .")
    match = form.search(found.letters)
    assert match is not None
    assert found.span(*match.span()).cut(found.text) == "Nov. 9, 1989"
    assert find_group(match, "year") == (7, 8)


def test_a_name_may_stand_in_several_choices() -> None:
    form = compile_form("THE (?P<what> PAST ) | THE (?P<what> WEEKEND )")
    match = form.search(tokens("over the weekend").letters)
    assert match is not None
    assert find_group(match, "what") == (2, 3)


def test_a_kind_that_there_is_not_is_refused() -> None:
    with pytest.raises(KeyError):
        compile_form("MONDAY")


def test_may_and_march_are_months_only_with_a_capital() -> None:
    month = compile_form("MONTH")
    assert month.search(tokens("in May").letters)
    assert not month.search(tokens("they may march").letters)


def test_stretches_apart_by_an_empty_line_are_kept_apart() -> None:
    text = "last\n\nweek\nlast\nweek"
    spans = [Span(0, 4), Span(6, 10), Span(11, 15), Span(16, 20)]
    assert Tokens(text, spans).forms == ["last", "", "week", "last", "week"]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("twenty-four", 24),
        ("a hundred", 100),
        ("two hundred and ten", 210),
        ("two thousand", 2000),
        ("2 1 / 2", 2.5),
        ("two and a half", 2.5),
        ("a couple of", 2),
        ("1,500", 1500),
        ("a", 1),
        ("few", None),
    ],
)
def test_counts_in_words_and_figures(words: str, number: float | None) -> None:
    assert read_count(words.replace("-", " - ").split()) == number


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("nineteen ninety - seven", 1997),
        ("twenty sixteen", 2016),
        ("two thousand and three", 2003),
        ("twenty - five", None),
        ("two hundred", None),
    ],
)
def test_years_in_words(words: str, year: int | None) -> None:
    assert read_spelled_year(words.split()) == year


@pytest.mark.parametrize(
    ("head", "kind", "day"),
    [
        ("Pier closes\n\nMarch 01, 2008\n\nIt rained.", AnchorKind.DATELINE, "2008-03-01"),
        ("MOSCOW, 28 February. /Tidal/. It rained.", AnchorKind.DATELINE, "2008-02-28"),
        ("KELL (Skerry Press) -- It rained on March 1.", AnchorKind.PUBLISHED, "2008-03-02"),
        ("It had rained since\nMay 5, 1999\n", AnchorKind.PUBLISHED, "2008-03-02"),
    ],
)
def test_a_line_at_the_head_may_tell_the_day_of_the_text(head: str, kind: AnchorKind, day: str) -> None:
    anchor = find_anchor(head, Published("2008-03-02T10:00", Precision.MINUTE))
    assert (anchor.kind, str(anchor.day)) == (kind, day)


@pytest.mark.parametrize(("time", "month"), [("2008-13-01", None), ("2008-02-31", (2008, 2)), ("0000-01-01", None)])
def test_an_absurd_day_of_publication_tells_no_more_than_it_can(time: str, month: tuple[int, int] | None) -> None:
    anchor = find_anchor("It rained.", Published(time, Precision.DAY))
    assert anchor.day is None
    assert anchor.month == month


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("The talks will begin on * in Kell.", Direction.FUTURE),
        ("The talks began on * in Kell.", Direction.PAST),
        ("The talks are to be held on * in Kell.", Direction.UNKNOWN),
        ("It had been due to expire *.", Direction.PAST),
        ("Varga said * the talks will begin.", Direction.PAST),
        ("On *, the talks will begin.", Direction.FUTURE),
        ("Rain on * in Kell.", Direction.UNKNOWN),
    ],
)
def test_a_clause_points_ahead_or_back(text: str, direction: Direction) -> None:
    found = tokens(text)
    place = found.forms.index("*")
    assert find_direction(found, place, place + 1) is direction
