"""What the margin says of times, places and numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.records.quantity import Bound, Quantity
from sayso.records.span import Span
from sayso.records.timex import AnchorKind, Grain, Interval, OtherValue, TimeAnchor, Timex, TimexType
from sayso.records.toponym import PlaceRole, PlaceRule, Toponym
from sayso.web.facts import Fact, _number_fact, _place_fact, _time_fact, cut_facts

SPAN = Span(0, 4)


def quantity(value: float | None, low: float | None, high: float | None, bound: Bound | None = None) -> Quantity:
    return Quantity(SPAN, value, low, high, bound, approximate=False, unit="boat", as_of=None)


def timex(value: str | None, interval: Interval | None, kind: TimexType = TimexType.DATE) -> Timex:
    other = OtherValue("2024-03-21", Interval("2024-03-21", "2024-03-22"))
    anchor = TimeAnchor(AnchorKind.MENTION, Span(5, 9))
    return Timex(SPAN, kind, value, Grain.DAY, interval, None, "since", None, anchor, "nearest day", (other,))


def toponym(role: PlaceRole, *, known: bool = True, prec: int | None = 1) -> Toponym:
    rule = PlaceRule.LARGEST if known else PlaceRule.AMBIGUOUS
    known_as = Toponym(SPAN, "Lund", 2693678, 55.7, 13.19, "SE", "PPL", prec, prec, role, rule, 0.8, (1, 2))
    return known_as if known else replace(known_as, geonames_id=None, lat=None, lon=None, country=None, feature=None)


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (quantity(40, 40, 40), "40 boat"),
        (quantity(25, 25, None, Bound.AT_LEAST), "at least 25 boat"),
        (quantity(None, 20, None), "20 or more boat"),
        (quantity(None, None, 20), "20 or fewer boat"),
        (quantity(None, 10, 15), "10 to 15 boat"),
        (quantity(None, None, None), "how many is not told boat"),
    ],
)
def test_a_number_is_told_with_what_its_words_leave_open(number: Quantity, says: str) -> None:
    assert _number_fact(number).says == says


@pytest.mark.parametrize(
    ("time", "says"),
    [
        (timex("2024-03-14", Interval("2024-03-14", "2024-03-15")), "14 March 2024"),
        (timex(None, None), "a day that no calendar has"),
        (timex("P3D", None, TimexType.DURATION), "a length of time"),
        (timex("P1D", None, TimexType.SET), "how often"),
        (timex("XXXX-05-03", None), "when that is, is not told"),
    ],
)
def test_a_time_is_told_as_far_as_it_is_settled(time: Timex, says: str) -> None:
    assert _time_fact(time).says == says


def test_why_a_time_is_so_names_anchor_rule_and_what_else_it_may_be() -> None:
    told = {detail.label: detail for detail in _time_fact(timex("2024-03-14", None)).details}
    assert (told["Rule"].says, told["Reckoned from"].words) == ("nearest day", Span(5, 9))
    assert told["Or else"].says == "2024-03-21 (21 March 2024)"
    assert told["Opened by"].says == "since"


@pytest.mark.parametrize(
    ("place", "says"),
    [
        (toponym(PlaceRole.EVENT), "Lund, SE: the place itself"),
        (toponym(PlaceRole.EVENT, prec=2), "Lund, SE: near it"),
        (toponym(PlaceRole.DATELINE), "Lund, SE: the place itself, where it was filed"),
        (toponym(PlaceRole.EVENT, known=False, prec=None), "Lund: which place is not told"),
        (
            toponym(PlaceRole.METONYM, prec=None),
            "Lund, SE: stands for a government or its people; no place of anything",
        ),
    ],
)
def test_a_place_is_told_as_precisely_as_it_is_and_no_more(place: Toponym, says: str) -> None:
    assert _place_fact(place).says == says


def test_why_a_place_is_so_names_role_rule_point_and_the_others_of_its_name() -> None:
    told = {detail.label: detail.says for detail in _place_fact(toponym(PlaceRole.EVENT)).details}
    assert told["Rule"] == "the largest of that name"
    assert told["Point"] == "55.70° N, 13.19° E, GeoNames 2693678 (PPL)"
    assert told["Or else"] == "GeoNames 1, GeoNames 2"


def test_facts_stand_beside_the_line_in_which_they_begin() -> None:
    facts = [Fact("times", Span(at, at + 1), "", ()) for at in (0, 12, 13, 40)]
    assert [[fact.span.start for fact in held] for held in cut_facts(facts, [0, 10, 20])] == [[0], [12, 13], [40]]
    assert cut_facts(facts, []) == []
