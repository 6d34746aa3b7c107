"""Words that tell of events, with the types that they may be of, and the words by which modes are known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Literal

import msgspec

from sayso.errors import BadList
from sayso.lists.tables import load_text, read_rows, split_cell
from sayso.patterns import begin_word, compile_later
from sayso.records.event import EventType

WORDS, MODES = "event_words.csv", "event_modes.csv"
VOWELS = frozenset("aeiou")
WORD = compile_later(r"\w+|[^\w\s]")  # as reading splits a text


class WordRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One line of ``event_words.csv``."""

    word: Annotated[str, msgspec.Meta(min_length=1)]
    part: Literal["verb", "noun"]
    types: Annotated[str, msgspec.Meta(min_length=1)]
    forms: str
    speech: Literal["", "y"]
    weak: Literal["", "y"]
    origin: Annotated[str, msgspec.Meta(min_length=1)]


class ModeRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One line of ``event_modes.csv``."""

    type: EventType
    mode: Annotated[str, msgspec.Meta(min_length=1)]
    words: Annotated[str, msgspec.Meta(min_length=1)]
    origin: Annotated[str, msgspec.Meta(min_length=1)]


@dataclass(frozen=True, slots=True)
class EventWord:
    """``word`` may tell of an event of one of ``types``, likeliest first.

    ``speech``: it tells that somebody says something. ``weak``: it often tells of no event at all.
    """

    word: str
    noun: bool
    types: tuple[EventType, ...]
    speech: bool
    weak: bool


Phrase = tuple[tuple[str, ...], EventWord]


@dataclass(frozen=True)
class EventLists:
    """Event words by the first of their words in small letters, each with the words that follow; and modes.

    ``phrases["opened"]`` holds ``(("fire",), EventWord("open fire", ...))``; longer phrases come first.
    """

    phrases: dict[str, tuple[Phrase, ...]]
    modes: dict[EventType, tuple[tuple[str, tuple[str, ...]], ...]]

    @cached_property
    def patterns(self) -> dict[EventType, tuple[tuple[str, re.Pattern[str]], ...]]:
        """A pattern a mode, each compiled when an event of its type is first met."""
        return {
            kind: tuple((mode, compile_later(_pattern(words), re.IGNORECASE)) for mode, words in modes)
            for kind, modes in self.modes.items()
        }

    @cached_property
    def any_mode(self) -> dict[EventType, re.Pattern[str]]:
        """A pattern a type, found where that of one of its modes is: most clauses have none, and one look tells."""
        return {
            kind: compile_later(_pattern([word for _, words in modes for word in words]), re.IGNORECASE)
            for kind, modes in self.modes.items()
        }


def load_event_lists() -> EventLists:
    """The package's own lists."""
    return read_event_lists(load_text(WORDS), load_text(MODES))


def read_event_lists(words: str, modes: str) -> EventLists:
    """The lists in the two texts; BadList names file, line and field of whatever is wrong in them."""
    phrases: dict[str, list[Phrase]] = {}
    for line, row in read_rows(words, WORDS, WordRow):
        word = EventWord(row.word, row.part == "noun", _types(row.types, line), row.speech == "y", row.weak == "y")
        for form in _forms(row):
            first, *rest = WORD.findall(form)
            phrases.setdefault(first, []).append((tuple(rest), word))
    by_type: dict[EventType, list[tuple[str, tuple[str, ...]]]] = {}
    for _, mode in read_rows(modes, MODES, ModeRow):
        by_type.setdefault(mode.type, []).append((mode.mode, split_cell(mode.words)))
    longest_first = {
        first: tuple(sorted(found, key=lambda phrase: (-len(phrase[0]), phrase[1].word, phrase[1].noun)))
        for first, found in phrases.items()
    }
    return EventLists(longest_first, {kind: tuple(found) for kind, found in by_type.items()})


def _types(cell: str, line: int) -> tuple[EventType, ...]:
    try:
        return tuple(EventType(name) for name in split_cell(cell))
    except ValueError as error:
        raise BadList(WORDS, line, str(error)) from error


def _forms(row: WordRow) -> Iterator[str]:
    """The word in all its forms; the first word of a phrase is the one that changes, of nouns the last."""
    yield row.word
    yield from split_cell(row.forms)
    if row.part == "noun":
        if not row.word.endswith("s") and not row.forms:
            yield row.word + ("es" if row.word.endswith(("ch", "sh")) else "s")
        return
    first, _, rest = row.word.partition(" ")
    for form in _inflected(first):
        yield f"{form} {rest}" if rest else form


def _inflected(verb: str) -> tuple[str, str, str]:
    """Regular third person, past and participle; a form that English does not have is met by no text."""
    if verb.endswith("e"):
        return f"{verb}s", f"{verb}d", f"{verb[:-1]}ing"
    if verb.endswith("y") and verb[-2] not in VOWELS:
        return f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"
    ending = "es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s"
    return verb + ending, f"{verb}ed", f"{verb}ing"


def _pattern(words: Iterable[str]) -> str:
    """One pattern for these words, in whatever case; "*" stands for any letters, and "a b" for any space between."""
    choices = (re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for word in words)
    return rf"{begin_word(choices)}\b"
