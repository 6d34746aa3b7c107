"""Which article depends on which, in which direction, and why."""

from __future__ import annotations

from random import Random

import pytest

from sayso.linking.directions import find_order
from sayso.linking.earlier import is_later
from sayso.linking.edges import find_edges
from sayso.linking.relating import Relation, relate
from sayso.linking.scene import Scene
from sayso.records.article import Precision, Published
from sayso.records.edge import Direction, Edge, EdgeKind
from sayso.records.reading import Reading
from tests.linking.articles import LANDING, ORCHARD, PIER, ROTTEN, article, credit, scene

COPIES, CREDITS, QUOTES = EdgeKind.COPIES, EdgeKind.CREDITS, EdgeKind.QUOTES_SAME
UPDATES, COMMON = EdgeKind.UPDATES, EdgeKind.COMMON_SOURCE

REWORDED = (
    "Kell’s old pier was closed on Monday after a diver found eleven cracks in the piles just below the waterline. "
    "Welders are to look at the rusty timbers for three weeks, and the night ferry is to sail from Velm."
)
QUOTED = f"{PIER} {ROTTEN} said Ada Quill."
ALSO_QUOTED = f"{ROTTEN} the harbour master told the council. {LANDING}"
TOLD = "The Kell Post reported so."
WIRED = f"KELL (Norda) — {PIER}"
MORE = f"{PIER} {LANDING}"


def edges_of(*readings: Reading) -> tuple[Edge, ...]:
    return find_edges(scene(*readings))


def relation_of(a: Reading, b: Reading, *others: Reading) -> Relation:
    here = scene(a, b, *others)
    return relate(a.article.id, b.article.id, here, find_edges(here))


# Two texts, what the one does to the other, and what is left if neither credits anybody.
KINDS = [
    (PIER, PIER, COPIES),
    (PIER, REWORDED, COPIES),
    (PIER, MORE, COPIES),
    (PIER, f"{LANDING} {PIER} {ORCHARD}", COPIES),
    (PIER, PIER.upper(), COPIES),
    (QUOTED, ALSO_QUOTED, QUOTES),
    (f"{ROTTEN} she said.", f"He said: {ROTTEN}", QUOTES),
    (PIER, LANDING, None),
    (PIER, ORCHARD, None),
    (PIER, f"{LANDING} The old pier at Kell was closed on Monday.", None),
    (f"“The pier is rotten,” she said. {PIER}", f"“The pier is rotten,” he said. {LANDING}", None),
    (PIER, "", None),
]


@pytest.mark.parametrize(("a", "b", "kind"), KINDS)
def test_words_in_common_make_a_copy_or_a_quotation_and_few_make_nothing(a: str, b: str, kind: EdgeKind | None) -> None:
    assert [edge.kind for edge in edges_of(article("a", a), article("b", b))] == ([kind] if kind else [])


# How two articles stand, and which is the child, by what is known of each. The text is the same where none is given.
Known = dict[str, str]
DIRECTIONS: list[tuple[str, Known, Known, str | None]] = [
    ("nothing tells", {}, {}, None),
    ("the later day", {"published": "2025-05-12"}, {"published": "2025-05-13"}, "b"),
    ("the later minute", {"published": "2025-05-12T09:30"}, {"published": "2025-05-12T09:20"}, "a"),
    ("one day", {"published": "2025-05-12"}, {"published": "2025-05-12T09:20"}, None),
    ("one month", {"published": "2025-05"}, {"published": "2025-05-13"}, None),
    ("one has no time", {"published": "2025-05-12"}, {}, None),
    ("an agency's dateline", {"text": WIRED}, {}, "b"),
    ("an agency that passes on a report", {"text": f"{WIRED} {TOLD}"}, {}, None),
    ("an agency that passes on what both name", {"text": f"{WIRED} {TOLD}"}, {"text": f"{PIER} {TOLD}"}, "b"),
    ("what is quoted from a medium", {}, {"text": f"“{PIER}” the Kell Post reported. {ORCHARD}"}, "b"),
    ("the later day before a dateline", {"text": WIRED, "published": "2025-05-13"}, {"published": "2025-05-12"}, "a"),
    ("the shorter was cut from the longer", {}, {"text": MORE}, "a"),
    ("a sentence more is too little to tell", {}, {"text": f"{PIER} It rained."}, None),
    ("the credited outlet", {"outlet": "Tidewatch"}, {"text": f"{PIER} Tidewatch reported so."}, "b"),
    ("two credits more only lean", {"text": f"{PIER} Norda and Skerry Press Agency reported so."}, {}, None),
    (
        "the credited outlet before the day",
        {"outlet": "Tidewatch", "published": "2025-05-13"},
        {"text": f"{PIER} Tidewatch reported so.", "published": "2025-05-12"},
        "b",
    ),
    (
        "the day before the length",
        {"published": "2025-05-12"},
        {"text": MORE, "published": "2025-05-13"},
        "b",
    ),
]


def known(name: str, facts: Known) -> Reading:
    text = facts.get("text", PIER)
    credits = [credit(text, "Norda")] if text.startswith(WIRED) else []
    return article(name, text, outlet=facts.get("outlet"), published=facts.get("published"), credits=credits)


@pytest.mark.parametrize(("a", "b", "child"), [row[1:] for row in DIRECTIONS], ids=[row[0] for row in DIRECTIONS])
@pytest.mark.parametrize("turned", [False, True])
def test_which_is_the_copy_is_told_by_the_surest_evidence_or_not_at_all(
    a: Known, b: Known, child: str | None, turned: bool
) -> None:
    names = ("b", "a") if turned else ("a", "b")
    here = scene(known(names[0], a), known(names[1], b))
    order = find_order(here.pairs[0], here)
    found = order.child if order.direction is Direction.KNOWN else None
    assert found == (None if child is None else names["ab".index(child)])


def test_a_weak_reason_orders_two_copies_but_makes_no_direction_known() -> None:
    plain = article("a", PIER, outlet="Velm Tribune")
    edges = edges_of(plain, article("b", f"{PIER} SPA reported so.", outlet="Kell Post"))
    (copy,) = [edge for edge in edges if edge.kind is COPIES]
    assert (copy.child, copy.direction) == ("b", Direction.UNKNOWN)
    assert copy.reasons[1].words == "names 1 media as where it has things from, the other none"


def test_every_copy_tells_how_much_it_shares_and_shows_where() -> None:
    (edge,) = edges_of(article("a", PIER), article("b", f"It is official. {PIER}"))
    assert edge.reasons[0].words == "41 words of narrative in common, 100% of the shorter text"
    assert [(shown.article, shown.span.start) for shown in edge.shown] == [("b", len("It is official. ")), ("a", 0)]
    assert edge.runner_up == "both from one text that is not here"


TIMES = [
    ("2025-05-13", "2025-05-12", True),
    ("2025-05-12", "2025-05-12", False),
    ("2025-05-12", "2025-05-13", False),
    ("2025-06", "2025-05-30", True),
    ("2025-05", "2025-05-30", False),
    ("2026", "2025-05-30T10:00", True),
    ("2025", "2025-05-30T10:00", False),
    ("2025-05-12T10:00", "2025-05-12T09:59", True),
    ("2025-05-12T10:00:30", "2025-05-12T10:00", False),
    ("2025-05-12T10:00:30", "2025-05-12T10:00:29", True),
    ("2025-05-12T10:00", "2025-05-12", False),
    ("2025-05-12T10:00 +02:00", "2025-05-12T09:00 +02:00", True),
    ("2025-05-12T10:00 +02:00", "2025-05-12T09:00", False),
    ("2025-05-12T10:00 +02:00", "2025-05-12T09:00 +00:00", False),
]


@pytest.mark.parametrize(("a", "b", "later"), TIMES)
def test_a_time_is_later_only_beyond_the_precision_of_both(a: str, b: str, later: bool) -> None:
    assert is_later(time_of(a), time_of(b)) is later


def time_of(written: str) -> Published:
    published = article("a", "", published=written).article.published
    assert published is not None
    return published


def test_a_time_that_says_more_than_it_knows_counts_for_what_it_knows() -> None:
    noon, later = (Published(f"2025-05-12T{hour}:00:00", Precision.DAY) for hour in (12, 18))
    assert not is_later(later, noon)


# Whom an article names, and the parents of its credit edges: those in small letters are articles here.
CREDITED = [
    (f"Norda reported so. {LANDING}", ["Norda"]),
    (f"Norda reported so. {LANDING} Norda reported more.", ["Norda"]),
    (f"Norda reported so. A diver found eleven cracks in the piles, Tidewatch reported. {REWORDED}", ["Norda", "b"]),
    (f"Tidewatch reported so. {REWORDED}", ["b"]),
    (LANDING, []),
]


@pytest.mark.parametrize(("text", "parents"), CREDITED)
def test_a_credit_leads_to_the_piece_that_is_here_or_to_a_name_outside(text: str, parents: list[str]) -> None:
    edges = edges_of(article("a", text), article("b", PIER, outlet="Tidewatch"))
    assert sorted(edge.parent or edge.outside or "" for edge in edges if edge.kind is CREDITS) == parents
    assert all(edge.direction is Direction.KNOWN for edge in edges if edge.kind is CREDITS)


def credit_of(child: str, *readings: Reading) -> Edge:
    (edge,) = [edge for edge in edges_of(*readings) if edge.kind is CREDITS and edge.child == child]
    return edge


def test_a_guessed_piece_is_only_perhaps_the_parent_and_the_edge_says_what_else_it_might_be() -> None:
    told = [
        article(name, f"The Kell Post reported: {REWORDED} {more}") for name, more in (("a", LANDING), ("c", ORCHARD))
    ]
    guessed = credit_of("a", *told, article("b", PIER))
    sure = credit_of("a", *told, article("b", PIER, outlet="Kell Post"))
    assert (sure.parent, sure.direction, sure.runner_up) == ("b", Direction.KNOWN, None)
    assert (guessed.parent, guessed.direction) == ("b", Direction.UNKNOWN)
    assert guessed.reasons[1].words == "perhaps b, the text most like those that name “Kell Post”"
    assert guessed.runner_up == "a piece of “Kell Post” that is not here"
    assert guessed.score < 0.6 < sure.score


def test_a_guess_that_only_one_text_bears_out_leads_outside() -> None:
    edge = credit_of("a", article("a", f"The Kell Post reported: {REWORDED} {LANDING}"), article("b", PIER))
    assert (edge.parent, edge.outside, edge.direction) == (None, "Kell Post", Direction.KNOWN)


def test_a_guessed_piece_of_which_a_copy_is_here_names_the_copy_as_well() -> None:
    told = [
        article(name, f"The Kell Post reported: {REWORDED} {more}") for name, more in (("a", LANDING), ("c", ORCHARD))
    ]
    edge = credit_of("a", *told, article("b", PIER), article("d", f"{PIER} It rained."))
    assert edge.runner_up == "d, which has nearly the same text, or a piece of “Kell Post” that is not here"


def test_a_piece_that_does_not_hold_what_it_is_credited_for_is_not_the_piece() -> None:
    edge = credit_of(
        "a", article("a", f"{LANDING} The mayor told Tidewatch so."), article("b", ORCHARD, outlet="Tidewatch")
    )
    assert (edge.parent, edge.outside) == (None, "Tidewatch")
    assert edge.runner_up == "b, which is by “Tidewatch” and says little of what it is named for"


def test_a_medium_that_was_told_all_that_an_article_credits_may_be_its_own() -> None:
    own = credit_of("a", article("a", f"{PIER} Ada Quill told the Kell Post so."))
    assert (own.outside, own.direction) == ("Kell Post", Direction.UNKNOWN)
    assert own.runner_up == "the article is a piece of “Kell Post” itself, of which it does not say whose it is"
    elsewhere = credit_of("a", article("a", f"{PIER} Ada Quill told the Kell Post so.", outlet="Velm Tribune"))
    assert (elsewhere.direction, elsewhere.runner_up) == (Direction.KNOWN, None)


def test_who_asked_for_comment_is_whose_the_article_is() -> None:
    piece = article("b", f"{PIER} The council did not return a call from the Kell Post.")
    edge = credit_of("a", article("a", f"The Kell Post reported: {REWORDED}"), piece)
    assert (edge.parent, edge.direction) == ("b", Direction.KNOWN)


def test_a_later_copy_by_the_same_outlet_is_an_update() -> None:
    first = article("a", PIER, outlet="Kell Post", published="2025-05-12")
    second = article("b", MORE, outlet="The Kell Post", published="2025-05-13")
    (edge,) = edges_of(first, second)
    assert (edge.kind, edge.child, edge.parent) == (UPDATES, "b", "a")


def test_a_copy_by_the_same_outlet_of_unknown_order_is_no_update() -> None:
    (edge,) = edges_of(article("a", PIER, outlet="Kell Post"), article("b", PIER, outlet="Kell Post"))
    assert (edge.kind, edge.direction) == (COPIES, Direction.UNKNOWN)


def test_what_two_share_who_credit_one_piece_they_have_from_it() -> None:
    told = f"{PIER} Tidewatch reported so."
    edges = edges_of(article("a", told), article("b", told), article("c", PIER, outlet="Tidewatch"))
    assert {(edge.child, edge.parent) for edge in edges} == {("a", "c"), ("b", "c")}


def test_a_copying_article_has_one_parent_the_likest() -> None:
    half = PIER.split(". ")[0] + ". " + LANDING
    whole = article("whole", PIER, published="2025-05-12")
    part = article("part", half, published="2025-05-11")
    edges = edges_of(whole, part, article("child", PIER, published="2025-05-13"))
    assert [(edge.child, edge.parent) for edge in edges if edge.child == "child"] == [("child", "whole")]


def test_a_piece_goes_before_its_copy_as_parent_even_where_the_copy_is_likelier() -> None:
    whole = article("whole", f"{PIER} {LANDING}", outlet="Tidewatch", published="2025-05-12T08:00")
    copy = article("copy", f"{PIER} Tidewatch reported so.", published="2025-05-12T09:00")
    edges = edges_of(whole, copy, article("child", f"{PIER} It rained.", published="2025-05-12T10:00"))
    assert [edge.parent for edge in edges if edge.child == "child"] == ["whole"]


ON_TUESDAY = "Ada Quill had it fenced off on Tuesday, with eleven lamps."


def backdated(text: str = ON_TUESDAY, dated: str = "2025-05-10") -> Scene:
    """Tidewatch's piece of Tuesday 13 May, a copy that credits it, dated so, and one of Wednesday that does not."""
    return scene(
        article("piece", f"{PIER} {text} {LANDING}", outlet="Tidewatch", published="2025-05-13"),
        article("copy", f"{PIER} {text} Tidewatch reported so.", outlet="Kell Post", published=dated),
        article("child", f"{PIER} {text}", outlet="Velm Tribune", published="2025-05-14"),
    )


def test_a_copy_dated_before_the_day_that_it_tells_of_is_not_believed() -> None:
    here = backdated()
    assert here.misdated == {"copy"}
    edges = [edge for edge in find_edges(here) if edge.kind is COPIES]
    assert {(edge.child, edge.parent) for edge in edges} == {("copy", "piece"), ("child", "piece")}
    assert edges[1].reasons[-1].words == "dated 2025-05-10, before the day that it tells of: not believed"


def test_an_earlier_date_alone_is_believed() -> None:
    assert backdated(text="Ada Quill had it fenced off, with eleven lamps.").misdated == frozenset()
    assert backdated(dated="2025-05-13").misdated == frozenset()


def test_copies_of_unknown_order_are_joined_by_as_few_edges_as_join_them() -> None:
    edges = edges_of(*(article(name, PIER) for name in "abcd"))
    assert len(edges) == 3
    assert {edge.direction for edge in edges} == {Direction.UNKNOWN}


def test_a_quotation_in_common_is_no_edge_where_another_joins_the_two() -> None:
    edges = edges_of(article("a", QUOTED), article("b", QUOTED))
    assert [edge.kind for edge in edges] == [COPIES]


# The text of a, that of b, how they stand.
RELATIONS = [
    (PIER, REWORDED, COPIES),
    (QUOTED, ALSO_QUOTED, QUOTES),
    (f"Norda reported so. {PIER}", f"{LANDING} Norda reported so.", COMMON),
    (PIER, f"{LANDING} The old pier at Kell was closed on Monday.", COMMON),
    (PIER, LANDING, None),
]


@pytest.mark.parametrize(("a", "b", "kind"), RELATIONS)
def test_two_articles_stand_to_each_other_in_one_way(a: str, b: str, kind: EdgeKind | None) -> None:
    relation = relation_of(article("a", a), article("b", b))
    assert (relation.kind, relation.child) == (kind, None)


def test_a_credit_is_how_two_stand_that_share_no_words() -> None:
    told = f"A diver found eleven cracks in the piles, Tidewatch reported. {LANDING}"
    relation = relation_of(article("a", PIER, outlet="Tidewatch"), article("b", told))
    assert (relation.kind, relation.child) == (CREDITS, "b")


def test_a_copy_is_how_two_stand_though_one_credits_the_other_as_well() -> None:
    relation = relation_of(article("a", PIER, outlet="Tidewatch"), article("b", f"Tidewatch reported so. {PIER}"))
    assert (relation.kind, relation.child) == (COPIES, "b")


def test_an_update_is_how_two_versions_of_one_outlet_stand() -> None:
    first = article("a", PIER, outlet="Kell Post", published="2025-05-12")
    relation = relation_of(article("b", PIER, outlet="Kell Post", published="2025-05-13"), first)
    assert (relation.kind, relation.child) == (UPDATES, "b")


def test_two_copies_that_no_edge_joins_directly_are_copies_of_each_other() -> None:
    relations = {relation_of(article("a", PIER), article("b", PIER), article("c", PIER)).kind}
    relations |= {relation_of(article("b", PIER), article("c", PIER), article("a", PIER)).kind}
    assert relations == {COPIES}


STORY = (
    article("a", QUOTED, published="2025-05-12"),
    article("b", f"Norda reported so. {PIER}", published="2025-05-12"),
    article("c", ALSO_QUOTED, published="2025-05-13"),
    article("d", WIRED, credits=[credit(WIRED, "Norda")]),
    article("e", f"{REWORDED} Tidewatch reported so.", published="2025-05"),
    article("f", MORE, outlet="Tidewatch"),
    article("g", f"{ROTTEN} said Ada Quill. {ORCHARD}"),
    article("h", f"{LANDING} As Norda reported, the Velm Tribune said, it is so.", outlet="Kell Post"),
)


@pytest.mark.parametrize("seed", range(20))
def test_the_order_of_articles_never_shows_in_the_edges(seed: int) -> None:
    shuffled = list(STORY)
    Random(seed).shuffle(shuffled)
    assert edges_of(*shuffled) == edges_of(*STORY)


def test_every_edge_shows_words_of_its_articles_and_its_reasons() -> None:
    texts = {reading.article.id: reading.article.text for reading in STORY}
    edges = edges_of(*STORY)
    assert {edge.kind for edge in edges} == {COPIES, CREDITS, QUOTES}
    for edge in edges:
        assert edge.reasons
        assert {shown.article for shown in edge.shown} <= {edge.child, edge.parent}
        assert all(shown.span.cut(texts[shown.article]).strip() for shown in edge.shown)
        assert 0 < edge.score < 1
