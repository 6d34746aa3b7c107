"""Who says something inside what somebody else says."""

from __future__ import annotations

import pytest

from sayso.reading.found import Found, spans_of
from sayso.reading.inside import mend_nested
from sayso.reading.tagging import Range
from sayso.reading.words import Words, split_words


def at(words: Words, wanted: str, start: int = 0) -> Range:
    """The range of the first words that read so."""
    forms = split_words(wanted, ()).forms
    size = len(forms)
    place = next(n for n in range(start, len(words)) if words.forms[n : n + size] == forms)
    return (place, place + size)


def found(words: Words, source: str, cue: str, content: str, parent: int | None = None) -> Found:
    whose = at(words, source) if source else None
    return Found(at(words, cue), whose, (at(words, content),), parent, 1, 1, 1, 1)


def nested(text: str, content: str, *inside: tuple[str, str, str], cue: str = "said") -> list[tuple[str, ...]]:
    """Source, cue and content of all nested attributions, where Quill says ``content`` in ``text``."""
    words = split_words(text, ())
    told = [found(words, "Quill", cue, content), *(found(words, *one, parent=0) for one in inside)]
    mended = [one for one in mend_nested(told, words) if one.parent is not None]
    runs = [((one.source,) if one.source else (), (one.cue,), one.contents) for one in mended]
    return [tuple(" … ".join(span.cut(text) for span in spans_of(run, words)) for run in parts) for parts in runs]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            "it was the harbour board's decision to shut the pier",
            ("the harbour board's", "decision", "to shut the pier"),
        ),
        (
            "she rejected suggestions by some sailors that the pier had moved",
            ("some sailors", "suggestions", "that the pier had moved"),
        ),
        (
            "he ignored a Lindmoor court order that it be shut",
            ("a Lindmoor court", "order", "that it be shut"),
        ),
        ("nobody liked the decision to shut the pier", ("", "decision", "to shut the pier")),
    ],
)  # fmt: skip
def test_a_noun_of_saying_with_its_clause_is_somebodys_words(content: str, expected: tuple[str, ...]) -> None:
    assert nested(f"Quill said {content}.", content) == [expected]


@pytest.mark.parametrize(
    "content",
    [
        "the pier was shut in order to mend it",
        "they will report to the board",
        "such a claim to the pier is old",
        "the decision was late",
        "it was the board's promise to you",
    ],
)
def test_a_noun_without_such_a_clause_tells_nothing(content: str) -> None:
    assert nested(f"Quill said {content}.", content) == []


def test_what_was_found_already_is_not_told_twice() -> None:
    content = "the decision to shut the pier was late"
    inside = ("", "decision", "to shut the pier")
    assert nested(f"Quill said {content}.", content, inside) == [inside]


def test_the_pronoun_right_before_a_verb_is_its_source() -> None:
    content = "in May we plan to open the pier"
    assert nested(f"Quill said {content}.", content, ("", "plan", "to open the pier")) == [
        ("we", "plan", "to open the pier")
    ]


def test_a_pronoun_before_a_passive_is_no_source() -> None:
    content = "it is hoped to open the pier"
    inside = ("", "is hoped", "to open the pier")
    assert nested(f"Quill said {content}.", content, inside) == [inside]


def test_what_somebody_says_with_caution_is_still_his_own() -> None:
    content = "the pier apparently moved in May but reportedly stood in June"
    inside = [("", "apparently", "moved in May"), ("", "reportedly", "stood in June")]
    assert nested(f"Quill said {content}.", content, *inside) == inside[1:]


def test_whoever_stands_behind_according_to_is_the_source() -> None:
    content = "according to the harbour board, the pier moved"
    inside = ("", "according to", "the pier moved")
    assert nested(f"Quill said {content}.", content, inside) == [("the harbour board", *inside[1:])]


def test_whom_a_paper_quotes_says_what_the_paper_gives() -> None:
    text = "Quill quoted Marta Lund as saying the pier had moved."
    assert nested(text, "the pier had moved", cue="quoted") == [("Marta Lund", "as saying", "the pier had moved")]
