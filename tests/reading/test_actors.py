"""Sources into actors."""

from __future__ import annotations

import pytest

from sayso.reading.actors import Mentioned, anonymity_of, group_actors
from sayso.records.actor import ActorKind
from sayso.records.span import Span


def mention(text: str, words: str, named: bool = True, after: int = 0) -> Mentioned:
    start = text.index(words, after)
    return Mentioned((Span(start, start + len(words)),), ActorKind.PERSON, named)


def test_a_surname_joins_the_one_full_name_before_it() -> None:
    text = "General Otto Varga spoke. Varga left."
    actors, ids = group_actors([mention(text, "General Otto Varga"), mention(text, "Varga", after=20)], text)
    assert [actor.name for actor in actors] == ["General Otto Varga"]
    assert ids[0] == ids[1]


def test_a_surname_that_two_people_bear_joins_neither() -> None:
    text = "Otto Varga and Ida Varga spoke. Varga left."
    mentions = [mention(text, "Otto Varga"), mention(text, "Ida Varga"), mention(text, "Varga", after=32)]
    actors, _ = group_actors(mentions, text)
    assert len(actors) == 3


def test_a_pronoun_is_never_given_a_name() -> None:
    text = "Otto Varga spoke. He left."
    actors, ids = group_actors([mention(text, "Otto Varga"), mention(text, "He")], text)
    assert ids[0] != ids[1]
    assert actors[1].name == "He"
    assert not actors[1].named


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("two senior officials", "official"),
        ("residents of the quay", "witness"),
        ("her brother", "relative"),
        ("the tall one", None),
    ],
)
def test_unnamed_sources_are_typed_by_their_head_word(name: str, expected: str | None) -> None:
    assert anonymity_of(name, ActorKind.GROUP) == expected


@pytest.mark.parametrize("short", ["Mr. Varga", "Varga", "Varga himself", "Sen. Varga"])
def test_an_apposition_and_a_title_are_no_part_of_the_name(short: str) -> None:
    text = f"Otto Varga, the harbour master of Kell, spoke. {short} left."
    mentions = [mention(text, "Otto Varga, the harbour master of Kell"), mention(text, short, after=40)]
    _, ids = group_actors(mentions, text)
    assert ids[0] == ids[1]


def test_a_title_with_a_surname_that_two_bear_is_nobodys() -> None:
    text = "Ida Varga spoke of her husband, Otto Varga. Mr. Varga left."
    _, ids = group_actors([mention(text, "Ida Varga"), mention(text, "Mr. Varga")], text)
    assert ids[0] != ids[1]


def test_a_bare_surname_is_whoever_the_text_first_names_so() -> None:
    text = "Ida Varga met Otto Varga. Otto Varga spoke. Varga left."
    _, ids = group_actors([mention(text, "Otto Varga", after=20), mention(text, "Varga", after=44)], text)
    assert ids[0] != ids[1]


@pytest.mark.parametrize("word", ["which", "who", "themselves"])
def test_a_relative_pronoun_is_no_name(word: str) -> None:
    (actor,), _ = group_actors([mention(f"the study, {word} showed it", word)], f"the study, {word} showed it")
    assert not actor.named
