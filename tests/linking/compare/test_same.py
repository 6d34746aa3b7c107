"""Whether two statements say the same."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from sayso.linking.compare.same import Sameness, compare_statements
from sayso.linking.statements import Statement, statements_of
from sayso.reading.quantities import find_quantities
from sayso.records.quantity import Quantity
from sayso.records.reading import Reading
from sayso.records.span import Span
from tests.linking.articles import LISTS, ORCHARD, PIER, WORDS, Says, article, scene, stories

CLOSED = "The old pier at Kell was closed to the night ferry on Monday."
OTHER_DAY = "The old pier at Kell was closed to the night ferry on Thursday."


def statements_in(*readings: Reading) -> tuple[Statement, ...]:
    readings = tuple(replace(one, quantities=_numbers(one.article.text)) for one in readings)
    return statements_of(scene(*readings).members, WORDS, LISTS.weigher.counts)


def _numbers(text: str) -> tuple[Quantity, ...]:
    return find_quantities(text, [Span(0, len(text))])


def compare(first: str, second: str, *said: Says) -> Sameness:
    """The last statements of two texts, or what is said in the second."""
    readings = (article("a", first), article("b", second, *said))
    found = statements_in(*readings)
    a, b = ([one for one in found if one.article == name] for name in "ab")
    spoken = [one for one in b if one.claim.attribution]
    return compare_statements(a[-1], (spoken or b)[-1])


def kinds(sameness: Sameness) -> list[str]:
    return [reason.kind for reason in sameness.reasons]


def test_the_same_words_say_the_same() -> None:
    assert compare(CLOSED, CLOSED).probability > 0.9


def test_words_of_another_matter_do_not() -> None:
    assert compare(PIER, ORCHARD).probability < 0.05


def test_words_that_lack_their_subject_are_understood_from_the_sentence_around_them() -> None:
    told = Says("Ada Quill", "to close the pier to the night ferry")
    short = "Ada Quill, harbour master of Kell, asked the council to close the pier to the night ferry."
    whole = "The council of Kell is to close the pier to the night ferry, as harbour master Ada Quill asked."
    apart = "Ada Quill, keeper of the zoo of Velm, begged the wardens to close the pier to the night ferry."
    assert compare(whole, short, told).probability > compare(whole, apart, told).probability


def test_what_is_told_of_other_days_is_less_likely_the_same() -> None:
    same, other = compare(CLOSED, CLOSED), compare(CLOSED, OTHER_DAY)
    assert "day" in kinds(other)
    assert "day" not in kinds(same)
    assert other.probability < same.probability


def test_what_is_told_late_in_an_article_is_less_likely_the_same() -> None:
    assert compare(CLOSED, f"{ORCHARD} {ORCHARD} {CLOSED}").probability < compare(CLOSED, CLOSED).probability


def test_one_number_in_both_makes_it_likelier_whatever_it_counts() -> None:
    drew = "The regatta off Velm drew {} spectators to the old quay."
    same, other = (compare(drew.format(4300), f"Some {n} people watched the boats off Velm.") for n in (4300, 5100))
    assert same.probability > other.probability
    assert "number" in kinds(same)
    assert "number" not in kinds(other)


def test_each_naming_somebody_else_makes_it_less_likely() -> None:
    fined = "The court fined the skipper {} over the broken pier."
    same, other = (compare(fined.format("Otto Varga"), fined.format(name)) for name in ("Otto Varga", "Bram Oster"))
    assert same.probability > other.probability
    assert "names" in kinds(other)
    assert "names" not in kinds(same)


def test_sentences_that_are_copies_do_not_tell_which_of_their_parts_is_meant() -> None:
    parts = (
        "the old pier of Kell will be closed to the night ferry",
        "the orchard fees will be raised for every visitor",
    )
    text = f"Ada Quill said that {parts[0]} and {parts[1]}."
    told = [article(name, text, Says("Ada Quill", parts[number])) for name, number in (("a", 0), ("b", 1), ("c", 0))]
    ferry, fees, ferry_again = (one for one in statements_in(*told) if one.claim.attribution)
    assert compare_statements(ferry, ferry_again).probability > 0.9
    assert compare_statements(ferry, fees).probability < 0.5


def test_every_level_has_its_reason_in_words() -> None:
    found = compare(CLOSED, OTHER_DAY)
    assert kinds(found) == ["wording", "context", "sentences", "place", "day"]
    assert all(reason.words for reason in found.reasons)


@given(stories(least=2, most=2))
def test_which_of_two_comes_first_never_shows(readings: list[Reading]) -> None:
    found = statements_in(*readings)
    assert all(compare_statements(a, b) == compare_statements(b, a) for a in found for b in found)
