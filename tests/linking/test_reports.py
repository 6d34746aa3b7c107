"""How many separate pieces of reporting stand behind articles."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.linking.reports import Reports, group_reports
from sayso.records.reading import Reading
from tests.linking.articles import LANDING, ORCHARD, PIER, ROTTEN, article, echo_of, scene, stories

MORE = f"{PIER} {LANDING}"


def reports_of(*readings: Reading) -> Reports:
    here = scene(*readings)
    return group_reports([member.id for member in here.members], here)


def reports_in(*texts: str) -> Reports:
    return reports_of(*(article(name, text) for name, text in zip("abcdef", texts, strict=False)))


def test_an_article_that_names_no_medium_and_shares_nothing_is_a_report_of_its_own() -> None:
    assert reports_in(PIER, ORCHARD) == Reports((("a",), ("b",)), 2, 2)


def test_one_article_is_one_report() -> None:
    assert reports_in(PIER) == Reports((("a",),), 1, 1)


def test_no_articles_are_no_reports() -> None:
    assert group_reports([], scene(article("a", PIER))) == Reports((), 0, 0)


# Texts of a, b, c …, the reports behind them, and how many at least and at most.
BEHIND = [
    ("copies are one", [PIER, PIER], ["ab"], 1, 1),
    ("a longer copy as well", [PIER, MORE, ORCHARD], ["ab", "c"], 2, 2),
    ("a chain of copies", [PIER, f"{PIER} {ORCHARD}", ORCHARD], ["abc"], 1, 1),
    ("who credits one agency", [f"Norda reported so. {PIER}", f"{ORCHARD} Norda reported so."], ["ab"], 1, 1),
    ("who credits two agencies", [f"Norda reported so. {PIER}", f"{ORCHARD} SPA reported so."], ["a", "b"], 2, 2),
    (
        "the first credit counts, the second may",
        [f"Norda reported so. SPA reported more. {PIER}", f"SPA reported so. {ORCHARD}"],
        ["a", "b"],
        1,
        2,
    ),
    (
        "a quotation in common joins none who credit two",
        [f"Norda reported so. {ROTTEN} she said. {PIER}", f"SPA reported so. {ROTTEN} she said. {ORCHARD}"],
        ["a", "b"],
        2,
        2,
    ),
    ("who credits nobody is taken to come from the likest", [PIER, LANDING], ["ab"], 1, 2),
    ("who credits another is not", [f"Norda reported so. {PIER}", f"SPA reported so. {LANDING}"], ["a", "b"], 2, 2),
]


@pytest.mark.parametrize(
    ("texts", "groups", "low", "high"), [row[1:] for row in BEHIND], ids=[row[0] for row in BEHIND]
)
def test_articles_that_copy_or_credit_one_piece_are_one_report(
    texts: list[str], groups: list[str], low: int, high: int
) -> None:
    assert reports_in(*texts) == Reports(tuple(tuple(group) for group in groups), low, high)


def test_who_credits_an_article_that_is_here_is_of_its_report() -> None:
    told = article("b", f"Tidewatch reported so. {ORCHARD}")
    assert reports_of(article("a", PIER, outlet="Tidewatch"), told).groups == (("a", "b"),)


def test_what_a_piece_itself_credits_later_is_a_suspicion_only() -> None:
    piece = article("a", f"{PIER} Norda reported the same.", outlet="Tidewatch")
    told = article("b", f"Tidewatch reported so. {LANDING}")
    agency = article("c", f"Norda reported so. {ORCHARD}")
    assert reports_of(piece, told, agency) == Reports((("a", "b"), ("c",)), 1, 2)


def test_two_pieces_that_share_much_are_two_reports_for_all_that_is_proven() -> None:
    first = article("a", PIER, outlet="Tidewatch")
    second = article("b", f"{PIER} Nobody was hurt.", outlet="Harbour Echo")
    creditors = [
        article("c", f"Tidewatch reported so. {ORCHARD}"),
        article("d", f"Harbour Echo reported so. {LANDING}"),
    ]
    assert reports_of(first, second, *creditors) == Reports((("a", "c"), ("b", "d")), 1, 2)


def test_only_the_articles_asked_for_are_counted_but_all_pieces_count() -> None:
    here = scene(
        article("a", PIER, outlet="Tidewatch"),
        article("b", f"Tidewatch reported so. {ORCHARD}"),
        article("c", f"Tidewatch reported so. {LANDING}"),
    )
    assert group_reports(["b", "c"], here) == Reports((("b", "c"),), 1, 1)


def test_reports_and_their_articles_stand_in_the_order_asked_for() -> None:
    here = scene(article("a", PIER), article("b", ORCHARD), article("c", PIER))
    assert group_reports(["c", "b", "a"], here).groups == (("c", "a"), ("b",))


def test_an_echo_is_of_its_originals_report_though_too_short_to_prove_a_copy() -> None:
    assert reports_in("The pier is shut.", "The pier is shut.") == Reports((("a", "b"),), 1, 1)


def test_an_echo_bears_out_no_piece_that_its_original_did_not() -> None:
    original = article("a", f"{LANDING} Tidewatch reported so.", outlet="Tidewatch", published="2025-05-12")
    assert reports_of(original) == Reports((("a",),), 1, 1)
    assert reports_of(original, echo_of(original, "b")) == Reports((("a", "b"),), 1, 1)


@given(stories())
def test_reports_part_the_articles_and_the_likely_number_lies_between_the_ends(readings: list[Reading]) -> None:
    reports = reports_of(*readings)
    listed = [name for group in reports.groups for name in group]
    assert sorted(listed) == sorted(reading.article.id for reading in readings)
    assert 1 <= reports.low <= len(reports.groups) <= reports.high <= len(readings)


@given(stories(), st.integers(0, 1000))
def test_the_order_in_which_articles_came_never_shows_in_reports(readings: list[Reading], seed: int) -> None:
    shuffled = list(readings)
    Random(seed).shuffle(shuffled)
    assert reports_of(*shuffled) == reports_of(*readings)


@given(stories(), st.integers(0, 5))
def test_an_echo_adds_no_report(readings: list[Reading], which: int) -> None:
    original = readings[which % len(readings)]
    before, after = reports_of(*readings), reports_of(*readings, echo_of(original, "z"))
    assert (after.low, len(after.groups), after.high) == (before.low, len(before.groups), before.high)
    assert {original.article.id, "z"} <= set(next(group for group in after.groups if "z" in group))
