"""What holds for every noun."""

from __future__ import annotations

import dataclasses
import enum

import data_dictionary
import pytest

from sayso.records.article import Article, Precision, Published
from sayso.records.block import STORY, BlockKind
from sayso.records.event import EventType, Factuality
from sayso.records.timex import Mod, TimexType

CLASSES = [noun for module in data_dictionary.find_modules() for noun in data_dictionary.find_classes(module)]
NOUNS = [noun for noun in CLASSES if not issubclass(noun, enum.Enum)]
# Their values are the names of a standard, which writes them large: TIMEX3, PLOVER, FactBank.
OF_A_STANDARD = {TimexType, Mod, EventType, Factuality}
SETS = [noun for noun in CLASSES if issubclass(noun, enum.Enum) and noun not in OF_A_STANDARD]


@pytest.mark.parametrize("noun", NOUNS)
def test_a_noun_is_frozen_and_says_what_it_asserts(noun: type) -> None:
    assert dataclasses.is_dataclass(noun)
    assert getattr(noun, "__dataclass_params__").frozen  # noqa: B009 (typeshed does not know it)
    assert "__slots__" in vars(noun)
    assert noun.__doc__
    assert not noun.__doc__.startswith(f"{noun.__name__}(")


@pytest.mark.parametrize("noun", NOUNS)
def test_a_noun_holds_tuples_and_no_lists(noun: type) -> None:
    types = [str(field.type) for field in data_dictionary.fields_of(noun)]
    assert not [name for name in types if name.startswith(("list", "dict", "set"))]


@pytest.mark.parametrize("closed", SETS)
def test_the_values_of_a_closed_set_are_words_for_people(closed: type[enum.Enum]) -> None:
    assert all(isinstance(member, str) and member.value == member.value.lower() for member in closed)


def test_the_headline_and_the_body_tell_the_story_and_credits_frame_it() -> None:
    assert {BlockKind.HEADLINE, BlockKind.BODY} <= STORY
    assert not STORY & {BlockKind.CREDIT, BlockKind.RELATED, BlockKind.BOILERPLATE, BlockKind.BYLINE}


@pytest.mark.parametrize(
    ("published", "day"),
    [
        (Published("2024-03-14T18:20", Precision.MINUTE), "2024-03-14"),
        (Published("2024-03-14", Precision.DAY), "2024-03-14"),
        (Published("2024-03", Precision.MONTH), None),
        (Published("2024", Precision.YEAR), None),
    ],
)
def test_a_time_has_a_day_only_if_it_is_that_precise(published: Published, day: str | None) -> None:
    assert published.day == day


def test_an_article_without_more_claims_nothing_about_itself() -> None:
    article = Article(id="a", text="The mayor said no.")
    assert (article.title, article.outlet, article.url, article.published, article.language) == (None,) * 5
    assert not any([article.blocks, article.authors, article.flags, article.page_map])


def test_a_time_without_a_zone_is_in_no_zone() -> None:
    assert Published("2024-03-14T18:20", Precision.MINUTE).zone is None
