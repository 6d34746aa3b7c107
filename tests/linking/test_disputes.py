"""Claims of one point that cannot both hold."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.linking.compare.same import Sameness
from sayso.linking.disputes import find_disputes
from sayso.linking.points import Group
from sayso.linking.statements import NEGATION, Statement, statements_of
from sayso.reading.quantities import find_quantities
from sayso.records.attribution import Commitment
from sayso.records.point import Dispute, DisputeKind
from sayso.records.reading import Reading
from sayso.records.span import Span
from tests.linking.articles import LISTS, ORCHARD, PIER, WORDS, Says, article, find, scene

LOST = "the ledger of the old Kell pier was lost in the flood"


def read(name: str, text: str, *said: Says, cue: str | None = None) -> Reading:
    """An article with its numbers, and with the cue of what is said in it."""
    reading = article(name, text, *said)
    cues = (find(text, cue),) if cue else ()
    attributions = tuple(replace(one, cue=cues) for one in reading.attributions)
    return replace(reading, attributions=attributions, quantities=find_quantities(text, [Span(0, len(text))]))


def disputes_of(first: Reading, second: Reading) -> tuple[Dispute, ...]:
    """The disputes of two articles' first claims, or first spoken ones, taken to be of one point."""
    found = statements_of(scene(first, second).members, WORDS, LISTS.weigher.counts)
    a, b = (_claim_of(name, found) for name in sorted({one.article for one in found}))
    return find_disputes(Group((a, b), a, {(a.key, b.key): Sameness(0.9, ())}))


def _claim_of(name: str, found: tuple[Statement, ...]) -> Statement:
    mine = [one for one in found if one.article == name]
    return next((one for one in mine if one.claim.attribution), mine[0])


def kinds(first: Reading, second: Reading) -> list[DisputeKind]:
    return [dispute.about for dispute in disputes_of(first, second)]


def numbers(first: str, second: str) -> list[DisputeKind]:
    return kinds(read("a", first), read("b", second))


def denied(words: str, cue: str, *, plain: str = f"Keepers know that {LOST}.") -> list[DisputeKind]:
    """An article says so, and in another Ada Quill does this with these words."""
    text = f"Harbour master Ada Quill {cue} {words}."
    says = Says("Harbour master Ada Quill", words, does=Commitment.DENIES)
    return kinds(read("a", plain), read("b", text, says, cue=cue))


def test_other_numbers_of_the_same_thing_are_disputed() -> None:
    assert numbers("Divers found 11 cracks in the old pier.", "Divers found 25 cracks in the old pier.") == [
        DisputeKind.NUMBER
    ]


def test_numbers_of_what_is_told_in_other_words_are_not() -> None:
    assert not numbers("Divers found 11 cracks in the old pier.", "Masons filled 25 cracks at the town hall of Velm.")


def test_numbers_in_words_that_open_a_sentence_are_no_names() -> None:
    assert numbers("Thirty-seven houses of Kell were cleared.", "Seventy-three houses of Kell were cleared.")


def test_numbers_where_each_names_another_are_not() -> None:
    assert not numbers("The Kell Post counted 11 cracks in the pier.", "Otto Varga counted 25 cracks in the pier.")


def test_two_figures_of_a_market_are_of_two_moments() -> None:
    assert not numbers(
        "Shares of Kell Harbour rose 8 percent in early trading.",
        "Shares of Kell Harbour were up 5 percent in trading.",
    )


def test_a_denial_is_a_dispute() -> None:
    assert denied(f"that {LOST}", "denied") == [DisputeKind.YES_NO]


# What is done with which words, and whether that says that the ledger was not lost.
DONE = [
    ("disputed", f"a report that {LOST}", True),
    ("dismissed", f"claims that {LOST}", True),
    ("pushed back against", f"allegations that {LOST}", True),
    ("dismissed", "the keeper of the ledger lost in the flood of the old Kell pier", False),
    ("refused", "to say that the ledger of the old Kell pier was lost in the flood", False),
    ("declined", "to comment on the ledger of the old Kell pier lost in the flood", False),
    ("put off", "plans for the ledger of the old Kell pier that was lost in the flood", False),
]


@pytest.mark.parametrize(("cue", "words", "disputed"), DONE)
def test_who_refuses_or_puts_off_denies_nothing(cue: str, words: str, disputed: bool) -> None:
    assert bool(denied(words, cue)) is disputed


def test_who_tells_of_a_denial_does_not_say_the_thing() -> None:
    assert not denied(f"that {LOST}", "denied", plain=f"The board disputed a report that {LOST}.")


def test_who_tells_that_a_thing_is_belied_does_not_say_it() -> None:
    assert not denied(f"that {LOST}", "denied", plain=f"The find belied the board's word that {LOST}.")


def test_two_who_say_no_are_at_one() -> None:
    assert not denied(f"that {LOST}", "denied", plain=f"It is not true that {LOST}.")


def test_the_same_words_with_a_not_are_a_dispute() -> None:
    assert numbers("The ledger of Kell was lost.", "The ledger of Kell was not lost.") == [DisputeKind.YES_NO]


# Words, and how many times they turn what is said into its opposite.
NEGATIONS = [
    ("the ledger was not lost", 1),
    ("nobody said that it wasn’t lost", 2),
    ("whether lost or not", 0),
    ("magical or not", 0),
    ("not only the ledger was lost", 0),
    ("That’s not all: the ledger was lost", 0),
    ("not all of it was lost", 1),
    ("if not lost", 0),
    ("Kell has had no harbour master", 1),
    ("Kell has no more masters", 0),
    ("it hadn ’ t been lost", 1),
]


@pytest.mark.parametrize(("words", "times"), NEGATIONS)
def test_what_turns_a_statement_into_its_opposite(words: str, times: int) -> None:
    assert len(NEGATION.findall(words)) == times


def test_other_numbers_beside_one_that_both_give_are_disputed() -> None:
    one = "The flood killed 25 and injured five on the old pier, keepers said."
    other = "At least 25 were killed and 31 injured when the water rose."
    assert numbers(one, other) == [DisputeKind.NUMBER]
    assert not numbers(one, "At least 41 were killed, and the mayor of Velm spoke to 31 others.")


def test_a_range_that_both_give_stands_aside() -> None:
    one = "The ferry company expects 300 to 400 dollars a berth this year, and its owner 396 dollars a berth."
    other = "The ferry company expects 300 to 400 dollars a berth this year, and its bank 452 dollars a berth."
    assert numbers(one, other) == [DisputeKind.NUMBER]
    assert not numbers("The company won 6 berths and holds 194 berths.", "The company won 6 berths.")


def test_of_several_sums_each_may_be_for_something_else() -> None:
    told = "The council takes 600 dollars for the old pier from the ferry fund and {} dollars from the harbour fund."
    assert not numbers(told.format(200), told.format(2500))


def test_who_corrects_a_number_disputes_it() -> None:
    given = "The owner of the ferry earned 46 million dollars on the old pier."
    corrected = "Papers show that he did not earn 46 million dollars last year but just 11 million dollars."
    assert numbers(given, corrected) == [DisputeKind.NUMBER]
    assert not numbers("The true number is 11 million dollars.", corrected)


def test_who_doubts_it_disputes_it() -> None:
    assert denied(LOST, "doubted that") == [DisputeKind.YES_NO]


def test_a_sum_so_far_is_no_other_number_of_one_happening() -> None:
    one = "Divers found 25 cracks in the piles of the old pier."
    assert not numbers(one, "Divers found 92 cracks in the piles of the old pier so far.")


def test_where_every_number_is_another_there_are_two_happenings() -> None:
    told = "Customs men seized {} crates, {} barrels and {} ropes on the old pier of Kell."
    assert not numbers(told.format(6, 12, 300), told.format(14, 31, 923))
    assert numbers(told.format(6, 12, 300), told.format(6, 12, 923)) == [DisputeKind.NUMBER]


def test_articles_on_two_happenings_dispute_no_number() -> None:
    cracks = "Divers found {} cracks in the old pier. "
    assert numbers(cracks.format(11) + PIER, cracks.format(25) + PIER) == [DisputeKind.NUMBER]
    assert not numbers(cracks.format(11) + PIER, cracks.format(25) + ORCHARD)


# Two ways to tell what was counted, and whether both numbers can be of the same.
COUNTED = [
    ("six rifles", "three rifles", True),
    ("six AK - 47 rifles", "three rifles", False),  # one kind of them
    ("six rifles", "47 rifles", True),
    ("six rifles", "AK - 47 rifles", False),  # figures of a name
    ("six rifles", "three other rifles", False),
    ("six rifles", "crates including three rifles", False),
    ("six rifles", "three of the rifles", False),
    ("six Somali rifles", "three Yemeni rifles", False),
    ("six rifles", "41 / 2 rifles", False),  # half a number that was torn apart
    ("a total of six rifles", "three rifles", False),
    ("five points", "nine points", False),  # a tally
    ("5. 9 rifles", "three rifles", False),
    ("six rifles", "their share of the haul, three rifles", False),
    ("six rifles this quarter", "three rifles this year", False),
]


@pytest.mark.parametrize(("one", "other", "disputed"), COUNTED)
def test_numbers_are_disputed_where_both_count_the_same(one: str, other: str, disputed: bool) -> None:
    seized = "Harbour guards seized {} from smugglers on the old Kell ferry."
    found = numbers(seized.format(one), seized.format(other))
    assert found == ([DisputeKind.NUMBER] if disputed else [])


def test_what_is_told_briefly_and_at_length_is_one_thing() -> None:
    brief = "The common quay crab of the old pier grows to nine inches."
    long = (
        "A photograph that a retired lamplighter sold shows what seems an ordinary example of the common quay crab of "
        "the old pier, a shy and edible animal, which rarely grows to a mere five inches, weighing two ounces. "
    )
    assert numbers(f"{brief} {PIER}", long + PIER) == [DisputeKind.NUMBER]


def test_who_tells_the_wrong_number_and_the_right_one_disputes_neither() -> None:
    corrected = "Papers show that he did not earn 46 million dollars last year but just 11 million dollars."
    both = "The owner of the ferry earned 11 million dollars on the old pier, and his wife 46 million dollars."
    assert not numbers(both, corrected)


def test_whose_reward_it_is_tells_who_speaks_of_it() -> None:
    offered = "{} offered a {} dollar reward for clues to the ledger of the old pier."
    a = (
        offered.format("Watchman Ada Quill", "20,000"),
        "a 20,000 dollar reward for clues to the ledger of the old pier",
    )
    b = (
        offered.format("Builder Otto Varga", "25,000"),
        "a 25,000 dollar reward for clues to the ledger of the old pier",
    )
    readings = [
        read(name, text, Says(speaker, words))
        for name, (text, words), speaker in zip("ab", (a, b), ("Watchman Ada Quill", "Builder Otto Varga"), strict=True)
    ]
    assert not kinds(*readings)


def test_who_says_that_there_is_none_affirms_nothing() -> None:
    plain = "No ledger of the old Kell pier was lost in the flood."
    assert not denied(LOST, "doubts that", plain=plain)


def test_who_does_not_say_why_denies_nothing() -> None:
    plain = "Keepers know why the ledger of the old pier was lost in the flood."
    assert not denied("why the ledger of the old pier was lost in the flood", "did not say", plain=plain)


def test_what_has_none_is_not_the_yes_to_a_not() -> None:
    one = "The ledger of the old Kell pier was not lost in the flood, and the keeper knows it."
    assert numbers(one, "The ledger of the old Kell pier was lost in the flood, and the keeper knows it.")
    assert not numbers(one, "No ledger of the old Kell pier was lost in the flood, and the keeper knows it.")
