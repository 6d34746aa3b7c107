"""The words that date a number, and those that only date somebody's saying so."""

from __future__ import annotations

import pytest

from tests.reading.counting.told import as_of

DATED = [
    ("12 boats sank over the last five years.", "over the last five years"),
    ("12 boats sank in the past three months.", "in the past three months"),
    ("12 boats sank in July 1997.", "in July 1997"),
    ("Losses fell to 12 boats between 1982 and 1992.", "between 1982 and 1992"),
    ("12 boats sank in late November.", "in late November"),
    ("12 boats sank in Saturday's storm.", "in Saturday's"),
    ("12 boats sank, and three burned, on Monday.", "on Monday"),
    ("On Sept. 2, the harbour guards of Port Tamsin, which lies north of Kell, searched two boats.", None),
    ("On Monday, the harbour guards of Port Tamsin and of the towns north of Kell searched two boats.", "On Monday"),
    ("Kell bought 12 boats earlier this month.", "earlier this month"),
    ("12 boats sank almost two years ago.", "almost two years ago"),
    ("12 boats have sunk since the pier fell.", "since the pier fell"),
    ("12 boats who sank last year were old.", "last year"),
    ("A storm last year that killed 224 people was named.", "last year"),
    ("A storm came on Monday when 12 boats left.", "on Monday"),
    ("60 cases were reported in the last two weeks.", "in the last two weeks"),
    ("The current 12 boats are old.", "current"),
    ("12 sailors were killed when a boat burned in Kell on Monday.", "on Monday"),
    ("Quill has won several times since the 1980s but never in Kell.", "since the 1980s"),
    ("Kell was promised 12 boats in the early 1990s.", "in the early 1990s"),
    ("Kell will have 12 boats by 2030.", "by 2030"),
    ("12 boats have sunk in recent weeks.", "in recent weeks"),
    ("The guild sank 12 boats from 2008-2014.", "from 2008-2014"),
    ("The 14 wrecks since 1993 were named.", "since 1993"),
    ("More than 60 sailors were killed in the harbour beside the old pier of Port Tamsin on Friday.", "on Friday"),
]
NOT_DATED = [
    "12 boats sank, police said today.",
    "Friday, a harbour guard said 12 boats sank.",
    "12 boats sank in Kell, and Skerry lost its pier on Monday.",
    "They leased 12 boats under the now-cancelled deal.",
    "Quill called on Monday for a $40 million contract.",
    "Quill came on Monday after two boats sank.",
    "Quill said on Monday two boats sank.",
    "Quill told the Tamsin Courier Monday two boats sank.",
    "Norland Friday condemned two bombings.",
    "The two towns met on Friday.",
    "They held a three hour meeting on Friday.",
    "They waited 40 years for today's boats.",
    "The shed stands 50 miles south of Kell since Friday.",
    "Of nine killed last year, suspects had been found in four cases.",
    "He was named on Monday as two boats.",
    "Quill announced last year a plan to buy 12 boats.",
    "In a speech last week, Quill opposed a plan to buy 12 boats.",
    "Quill on June 18 called for 12 boats.",
    "Lund, the father of four boys, left on Friday.",
    "Lund, one of five sons, left on Friday.",
    "Kell has 12 boats, three fewer than in May.",
    "The fire left thousands dead, and a row began when two boats came.",
]


@pytest.mark.parametrize(("text", "expected"), DATED)
def test_a_number_is_dated_by_when_it_stood(text: str, expected: str | None) -> None:
    assert as_of(text)[0] == expected


@pytest.mark.parametrize("text", NOT_DATED)
def test_a_day_of_saying_so_dates_no_number(text: str) -> None:
    assert as_of(text)[-1] is None


def test_initially_dates_the_number_beside_it_alone() -> None:
    assert as_of("The toll, initially 10, has risen to 12.") == ["initially", None]


def test_what_a_number_is_compared_with_has_a_time_of_its_own() -> None:
    assert as_of("The toll rose to 112, up from 98 on Sunday.") == [None, "on Sunday"]
    assert as_of("Kell has 40 boats, 12 more than in May.") == [None]


def test_another_clause_dates_none_of_the_dead() -> None:
    assert as_of("The fire left dozens dead and a row began when the king came in April.") == [None]


def test_a_part_is_not_dated_by_what_dates_the_whole() -> None:
    assert as_of("Eight of the 14 wrecks since 1993 were named.") == [None, "since 1993"]
