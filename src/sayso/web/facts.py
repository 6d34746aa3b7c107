"""What one article's margin says of its times, places and numbers: what the words stand for, and why."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.records.quantity import Bound, Quantity
from sayso.records.reading import Reading
from sayso.records.span import Span
from sayso.records.timex import AnchorKind, Timex, TimexType
from sayso.records.toponym import PlaceRole, PlaceRule, Toponym
from sayso.web.dates import word_interval
from sayso.web.placed import PRECISIONS

KINDS = ("events", "times", "places", "numbers")
ANCHORS = {
    AnchorKind.NONE: "nothing: the words tell all of it",
    AnchorKind.DATELINE: "the day that the text says it was filed",
    AnchorKind.PUBLISHED: "the day of publication",
    AnchorKind.MENTION: "a time told before",
    AnchorKind.EVENT: "something that happened at a time that is not told",
    AnchorKind.UNKNOWN: "a day that neither text nor page tells",
}
ROLES = {
    PlaceRole.DATELINE: "where it was filed",
    PlaceRole.EVENT: "something is, happens or is said there",
    PlaceRole.HOLDER: "says where another place lies",
    PlaceRole.METONYM: "stands for a government or its people",
    PlaceRole.ADJECTIVE: "an adjective or a people",
    PlaceRole.NAME: "part of a longer name",
    PlaceRole.MENTION: "named; the text does not say that anything is there",
}
RULES = {
    PlaceRule.STATED: "the text says in which region it lies",
    PlaceRule.ONLY: "the gazetteer has one place of that name",
    PlaceRule.ARTICLE: "fits the article's other places, though there is a larger one of that name",
    PlaceRule.LARGEST: "the largest of that name",
    PlaceRule.AMBIGUOUS: "several have the name, and none is likely enough: no point is given",
    PlaceRule.UNLISTED: "the gazetteer has no such place: no point is given",
}
PLACED = frozenset({PlaceRole.DATELINE, PlaceRole.EVENT, PlaceRole.HOLDER, PlaceRole.MENTION})


@dataclass(frozen=True, slots=True)
class Detail:
    """One line under "Why?", with words of the article where it has any."""

    label: str
    says: str
    words: Span | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """The words of ``span`` tell an event or a time, name a place or give a number; ``says`` what they stand for."""

    kind: str
    span: Span
    says: str
    details: tuple[Detail, ...]


def find_facts(reading: Reading, *more: Fact) -> tuple[Fact, ...]:
    """All of an article with ``more``, in the order of its text."""
    facts = [
        *more,
        *map(_time_fact, reading.timexes),
        *map(_place_fact, reading.toponyms),
        *map(_number_fact, reading.quantities),
    ]
    return tuple(sorted(facts, key=lambda fact: (fact.span, KINDS.index(fact.kind))))


def _time_fact(timex: Timex) -> Fact:
    return Fact("times", timex.span, _says_time(timex), tuple(_time_details(timex)))


def _says_time(timex: Timex) -> str:
    if timex.interval is not None:
        return word_interval(timex.interval.first, timex.interval.past_last)
    if timex.value is None:
        return "a day that no calendar has"
    kinds = {TimexType.DURATION: "a length of time", TimexType.SET: "how often"}
    return kinds.get(timex.type, "when that is, is not told")


def _time_details(timex: Timex) -> Iterator[Detail]:
    yield Detail("Value", f"{timex.value or 'none'} ({timex.type.value})")
    if timex.interval is not None:
        yield Detail("Interval", f"{timex.interval.first} up to {timex.interval.past_last or 'no end that is told'}")
    else:
        yield Detail("Interval", "none")
    if timex.grain:
        yield Detail("As fine as", f"a {timex.grain.value}" if timex.grain.value != "hour" else "an hour")
    yield Detail("Reckoned from", ANCHORS[timex.anchor.kind], timex.anchor.span)
    yield Detail("Rule", timex.rule)
    for label, value in (("Opened by", timex.signal), ("Changed by", timex.mod), ("Zone", timex.zone)):
        if value:
            yield Detail(label, value)
    others = (
        f"{other.value} ({word_interval(other.interval.first, other.interval.past_last)})"
        if other.interval
        else other.value
        for other in timex.alternatives
    )
    yield Detail("Or else", "; ".join(others) or "no other reading was considered")


def _place_fact(toponym: Toponym) -> Fact:
    named = toponym.name + (f", {toponym.country}" if toponym.country and toponym.lat is not None else "")
    if toponym.role not in PLACED:
        says = f"{named}: {ROLES[toponym.role]}; no place of anything"
    elif toponym.lat is None:
        says = f"{named}: which place is not told"
    else:
        says = f"{named}: {PRECISIONS.get(toponym.where_prec or 0, 'how precisely is not told')}"
        if toponym.role is PlaceRole.DATELINE:
            says += ", where it was filed"
    return Fact("places", toponym.span, says, tuple(_place_details(toponym)))


def _place_details(toponym: Toponym) -> Iterator[Detail]:
    yield Detail("Role", ROLES[toponym.role])
    yield Detail("Rule", RULES[toponym.rule])
    if toponym.lat is not None and toponym.lon is not None:
        listed = f"GeoNames {toponym.geonames_id}" if toponym.geonames_id else "listed by hand"
        yield Detail("Point", f"{word_point(toponym.lat, toponym.lon)}, {listed} ({toponym.feature or 'no feature'})")
    if toponym.where_prec is not None:
        yield Detail("Precision", f"UCDP {toponym.where_prec}, ACLED {toponym.geo_precision or 'none'}")
    yield Detail("Chance", f"{toponym.score:.2f} among the places of that name")
    others = ", ".join(f"GeoNames {number}" for number in toponym.alternatives)
    yield Detail("Or else", others or "no other place of that name is likely")


def word_point(lat: float, lon: float) -> str:
    """Like "51.74° N, 36.19° E"."""
    return f"{abs(lat):.2f}° {'N' if lat >= 0 else 'S'}, {abs(lon):.2f}° {'E' if lon >= 0 else 'W'}"


def _number_fact(quantity: Quantity) -> Fact:
    return Fact("numbers", quantity.span, _says_number(quantity), tuple(_number_details(quantity)))


def _says_number(quantity: Quantity) -> str:
    """What the words leave open, never a number that they do not give."""
    low, high, value = quantity.low, quantity.high, quantity.value
    if quantity.bound is not None and value is not None:
        says = f"{quantity.bound.value} {word_number(value)}"
    elif value is not None and low == value == high:
        says = ("about " if quantity.approximate else "") + word_number(value)
    else:
        says = _says_ends(low, high)
        says = f"{word_number(value)} ({says})" if value is not None else says
    return f"{says} {quantity.unit}".rstrip()


def _says_ends(low: float | None, high: float | None) -> str:
    if low is not None and high is not None:
        return f"{word_number(low)} to {word_number(high)}"
    if low is None and high is None:
        return "how many is not told"
    return f"{word_number(low)} or more" if low is not None else f"{word_number(high or 0.0)} or fewer"


def word_number(number: float) -> str:
    """Like "61,700,000" and "0.5"."""
    return f"{number:,.0f}" if number == int(number) else f"{number:,.3f}".rstrip("0")


def _number_details(quantity: Quantity) -> Iterator[Detail]:
    yield Detail("Number named", "none" if quantity.value is None else word_number(quantity.value))
    without = quantity.bound in (Bound.MORE_THAN, Bound.LESS_THAN)
    ends = ["open" if end is None else word_number(end) for end in (quantity.low, quantity.high)]
    yield Detail("Left open", f"{ends[0]} to {ends[1]}" + (", the named end not included" if without else ""))
    yield Detail("Of what", quantity.unit or "not told")
    if quantity.approximate:
        yield Detail("Approximate", "the words say so")
    if quantity.as_of is not None:
        yield Detail("As of", "", quantity.as_of)


def cut_facts(facts: Iterable[Fact], starts: Sequence[int]) -> list[tuple[Fact, ...]]:
    """For each line, by where the lines start, the facts that begin in it."""
    held: list[list[Fact]] = [[] for _ in starts]
    for fact in facts:
        if starts:
            held[max(bisect_right(starts, fact.span.start) - 1, 0)].append(fact)
    return [tuple(some) for some in held]
