"""A source that tells post, place and person is the person."""

from __future__ import annotations

import pytest

from sayso.linking.posts import as_told, holder_of_post
from sayso.records.actor import Actor, ActorKind
from sayso.records.span import Span


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("SHO, Kell police station, RP Varga", "RP Varga"),
        ("Inspector, Kell, Ada Quill", "Ada Quill"),
        ("Kell Police Station SHO Otto Varga", "Otto Varga"),
        ("BBC, London, Ada Quill", None),  # no post that somebody holds
        ("Kell News editor Ada Quill", None),  # who speaks for a medium
        ("the Ports Board, a state company", None),
        ("Ada Quill", None),
        ("", None),
    ],
)
def test_who_holds_a_post_is_named_last(written: str, name: str | None) -> None:
    assert holder_of_post(written) == name


def test_what_was_taken_for_a_medium_is_the_person_that_its_words_name() -> None:
    text = "SHO, Kell police station, RP Varga said so."
    actor = Actor("a", "SHO", ActorKind.MEDIA, True, None, (), (Span(0, 34),))
    told = as_told(actor, text)
    assert (told.name, told.kind) == ("RP Varga", ActorKind.PERSON)


def test_a_person_stays_as_read() -> None:
    actor = Actor("a", "Ada Quill", ActorKind.PERSON, True, None, (), (Span(0, 9),))
    assert as_told(actor, "Ada Quill said so.") is actor
