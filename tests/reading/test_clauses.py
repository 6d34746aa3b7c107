"""Who the subject of a sentence is, by the order of its words."""

from __future__ import annotations

import pytest

from sayso.reading.clauses import in_one_sentence, subject_after, subject_before
from sayso.reading.words import split_words


def cut(text: str, found: tuple[int, int] | None) -> str | None:
    words = split_words(text, ())
    return text[words.starts[found[0]] : words.ends[found[1] - 1]] if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("About 40 rowers marched to the pier", "About 40 rowers"),
        ("In Old Kell, dozens of young rowers marched off", "dozens of young rowers"),
        ("And because the pier had sunk, rowers disregarded the tide", "rowers"),
        ("However, Ms. Quill left the pier", "Ms. Quill"),
        ("Last week Otto Varga sent a letter", "Otto Varga"),
        ("The harbour board recently took a vote", "The harbour board"),
        ("The pier, which they built, sank", "The pier"),
        ("It’s a great day", "It"),
        ("In Kell no one knew", None),
        ("And or but", None),
    ],
)
def test_a_subject_is_the_first_noun_of_the_main_clause(text: str, expected: str | None) -> None:
    words = split_words(text, ())
    assert cut(text, subject_before(len(words) - 1, words)) == expected


def test_a_clause_within_a_sentence_has_a_subject_of_its_own() -> None:
    text = "He left when the rowers sent a letter to the board"
    words = split_words(text, ())
    assert cut(text, subject_after(0, len(words) - 2, words)) == "the rowers"


def test_the_full_stop_of_a_title_ends_no_sentence() -> None:
    words = split_words("Quill met Sen. Varga. She left.", ())
    quill, varga, she = (words.forms.index(form) for form in ("Quill", "Varga", "She"))
    assert in_one_sentence(quill, varga, words)
    assert not in_one_sentence(varga, she, words)
