"""Claims of one point that tell another day, place or doer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.gazetteer.lookup import load_gazetteer
from sayso.linking.compare.same import Sameness
from sayso.linking.disputes import find_disputes
from sayso.linking.points import Group
from sayso.linking.prepared import prepare
from sayso.linking.statements import Statement, statements_of
from sayso.reading.placing.weights import PlaceLists
from sayso.reading.quantities import find_quantities
from sayso.reading.times import find_timexes
from sayso.reading.toponyms import find_toponyms
from sayso.records.actor import ActorKind
from sayso.records.point import Dispute, DisputeKind
from sayso.records.reading import Reading
from sayso.records.span import Span
from tests.linking.articles import LANDING, LISTS, ORCHARD, WORDS, actor, article, story

PLACED = replace(LISTS, gazetteer=load_gazetteer())
PLACES = PlaceLists(load_gazetteer())


def read(name: str, text: str, published: str | None = None, doers: tuple[str, ...] = ()) -> Reading:
    """An article with its times, places and numbers, and with these actors."""
    reading = article(name, text, published=published, actors=[actor(text, one, ActorKind.PERSON) for one in doers])
    whole = [Span(0, len(text))]
    return replace(
        reading,
        timexes=find_timexes(text, reading.article.published),
        toponyms=find_toponyms(text, whole, PLACES),
        quantities=find_quantities(text, whole),
    )


def disputes_of(first: Reading, second: Reading) -> tuple[Dispute, ...]:
    """The disputes of two articles' first claims, taken to be of one point."""
    found = statements_of([prepare(one, PLACED) for one in (first, second)], WORDS, PLACED.weigher.counts)
    a, b = (_first(name, found) for name in ("a", "b"))
    return find_disputes(Group((a, b), a, {(a.key, b.key): Sameness(0.9, ())}))


def _first(name: str, found: tuple[Statement, ...]) -> Statement:
    return next(one for one in found if one.article == name)


def told(first: str, second: str, days: tuple[str | None, str | None] = (None, None)) -> list[DisputeKind]:
    return [d.about for d in disputes_of(read("a", first, days[0]), read("b", second, days[1]))]


def done(first: str, second: str, doers: tuple[str, str]) -> list[DisputeKind]:
    a, b = read("a", first, doers=doers[:1]), read("b", second, doers=doers[1:])
    return [dispute.about for dispute in disputes_of(a, b)]


CLOSED = "Masons closed the cracked harbour pier of the old ferry {} and fenced the quay."
MARKET = "Herring, mackerel and smoked eel fetched more than last autumn, while turnips, leeks and onions grew cheaper."
ONE_DAY = ("2024-05-10", "2024-05-11")  # a Friday and a Saturday

# Two wordings of when, and whether both can be meant of one day.
WHEN = [
    ("on Tuesday", "on Thursday", True),
    ("on 6 May", "on 8 May", True),
    ("on Tuesday", "on May 6", True),
    ("on Tuesday", "on Tuesday", False),
    ("on Tuesday", "on May 7", False),
    ("on Tuesday", "earlier this week", False),
    ("late on Tuesday", "early on Wednesday", False),
    ("at 23:30 on Tuesday", "on Wednesday", False),
    ("in May", "on 6 May", False),
    ("since Tuesday", "on Thursday", False),
    ("until Tuesday", "on Thursday", False),
]


@pytest.mark.parametrize(("one", "other", "disputed"), WHEN)
def test_other_days_of_one_happening_are_disputed(one: str, other: str, disputed: bool) -> None:
    found = told(CLOSED.format(one), CLOSED.format(other), ONE_DAY)
    assert found == ([DisputeKind.DATE] if disputed else [])


def test_two_articles_at_odds_on_the_day_make_one_disputed_point() -> None:
    texts = (CLOSED.format("on Tuesday"), CLOSED.format("on Thursday"))
    readings = [read(name, text, day) for name, text, day in zip("ab", texts, ONE_DAY, strict=True)]
    linked = story(*readings)
    assert [d.about for point in linked.points for d in point.disputes] == [DisputeKind.DATE]


def test_the_weekday_of_a_reprint_is_the_weekday_of_the_original() -> None:
    assert not told(CLOSED.format("on Friday"), CLOSED.format("on Friday"), ("2024-05-10", "2024-05-20"))


def test_a_day_after_the_other_article_was_published_is_news_and_no_dispute() -> None:
    assert not told(CLOSED.format("on Tuesday"), CLOSED.format("on Thursday"), ("2024-05-08", "2024-05-11"))


def test_when_somebody_said_so_is_not_when_it_was() -> None:
    closed = "Masons closed the cracked harbour pier of the old ferry, {} said on {}."
    assert not told(closed.format("the board", "Tuesday"), closed.format("the board", "Thursday"), ONE_DAY)


def test_what_is_to_come_may_be_put_off() -> None:
    closing = "Masons will close the cracked harbour pier of the old ferry on {}."
    assert not told(closing.format("Tuesday"), closing.format("Thursday"), ONE_DAY)


def test_the_day_of_another_clause_is_not_compared() -> None:
    one = "Masons closed the cracked harbour pier of the old ferry, which divers saw on Tuesday."
    assert not told(one, CLOSED.format("on Thursday"), ONE_DAY)


def test_the_day_of_another_act_is_not_compared() -> None:
    one = "Otto Varga made a brief appearance in the provincial court Monday on a charge of theft of the old ferry."
    other = "Otto Varga was charged Saturday with the theft of the old ferry in the provincial court."
    assert not told(one, other)


def test_articles_on_two_happenings_dispute_no_day() -> None:
    one, other = (CLOSED.format(day) + " " for day in ("on Tuesday", "on Thursday"))
    of_another = f"{other} {ORCHARD} {MARKET}"
    assert told(one + LANDING, other + LANDING) == [DisputeKind.DATE]
    assert not told(one + LANDING, of_another)
    assert told(one + LANDING, of_another, ONE_DAY) == [DisputeKind.DATE]  # of the same days


def test_other_numbers_on_other_days_may_be_two_happenings() -> None:
    lost = "Shelling killed {} fishermen on the harbour pier of the old ferry on {}."
    assert DisputeKind.DATE not in told(lost.format(3, "Tuesday"), lost.format(8, "Thursday"), ONE_DAY)


def test_background_is_told_in_other_words() -> None:
    assert not told(CLOSED.format("on Tuesday"), "The pier was closed once before, on 3 March 1998.", ONE_DAY)


FIRE = "A fire destroyed the printing works of the old newspaper in {}."
# Two wordings of where, and whether both can be meant of one place.
WHERE = [
    ("Marseille", "Lyon", True),
    ("Marseille", "France", False),
    ("Texas", "Houston", False),
    ("Marseille", "Marseille", False),
    ("Houston, Texas", "Houston", False),
    ("Houston, Texas", "Dallas, Texas", True),
]


@pytest.mark.parametrize(("one", "other", "disputed"), WHERE)
def test_other_places_are_disputed_where_neither_contains_the_other(one: str, other: str, disputed: bool) -> None:
    assert told(FIRE.format(one), FIRE.format(other)) == ([DisputeKind.PLACE] if disputed else [])


def test_where_it_was_said_is_not_where_it_was() -> None:
    moved = "The old newspaper moved its printing works from {} to another building."
    assert not told(moved.format("Marseille"), moved.format("Lyon"))


SHOT = "{} shot the lighthouse keeper on the quay of the old ferry."


def test_other_doers_of_one_act_are_disputed() -> None:
    assert done(SHOT.format("Otto Varga"), SHOT.format("Bram Oster"), ("Otto Varga", "Bram Oster")) == [
        DisputeKind.ACTOR
    ]


def test_the_same_doer_in_other_words_is_not() -> None:
    assert not done(SHOT.format("Otto Varga"), SHOT.format("Varga"), ("Otto Varga", "Varga"))


def test_an_act_told_in_the_passive_is_the_same_act() -> None:
    passive = "The lighthouse keeper was shot on the quay of the old ferry by Bram Oster."
    assert done(SHOT.format("Otto Varga"), passive, ("Otto Varga", "Bram Oster")) == [DisputeKind.ACTOR]


def test_many_can_mourn() -> None:
    mourned = "{} mourned the lighthouse keeper of the quay of the old ferry."
    assert not done(mourned.format("Otto Varga"), mourned.format("Bram Oster"), ("Otto Varga", "Bram Oster"))


def test_a_pronoun_does_nothing_by_itself() -> None:
    words = "he shot the lighthouse keeper on the quay of the old ferry"
    first = replace(
        read("a", f"{words}."), actors=(replace(actor(words, "he", ActorKind.PERSON), name="Otto Varga", named=True),)
    )
    assert not disputes_of(first, read("b", SHOT.format("Bram Oster"), doers=("Bram Oster",)))


def test_two_doers_named_together_are_no_dispute() -> None:
    both = "Otto Varga shot the lighthouse keeper on the quay of the old ferry, and Bram Oster drove him."
    assert not done(SHOT.format("Bram Oster"), both, ("Bram Oster", "Otto Varga"))
