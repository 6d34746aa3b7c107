"""Words, figures and marks of a sentence, as the rules for numbers look at them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from sayso.patterns import compile_later
from sayso.records.span import Span

VULGAR = "½⅓⅔¼¾⅕⅛⅜⅝⅞"
TOKEN = compile_later(rf"[0-9]+(?:[.,][0-9]+)*|(?:[A-Za-z]\.){{2,}}|[^\W\d_{VULGAR}]+(?:['’][^\W\d_{VULGAR}]+)*|\S")


class Token(NamedTuple):  # there are many, and a tuple is made in a fourth of the time of a frozen dataclass
    """One word ("U.S." too), one number in figures or one mark; ``glued`` if no white space stands before it.

    ``word`` is ``form`` in small letters with a straight apostrophe.
    """

    form: str
    word: str
    start: int
    end: int
    glued: bool

    @property
    def figures(self) -> bool:
        return "0" <= self.form[0] <= "9"

    @property
    def letters(self) -> bool:
        return self.form[0].isalpha()

    @property
    def capital(self) -> bool:
        return self.form[0].isupper()


# Stands wherever a sentence has no further token, so that nobody need ask where it ends.
NOTHING = Token(" ", " ", 0, 0, False)


class Tokens:
    """The tokens of one sentence; a place before the first or past the last holds ``NOTHING``.

    ``Tokens("Up to 40 ferries.", Span(0, 17))[2].form`` is ``"40"``.
    """

    __slots__ = ("_listed", "_quoted", "title_case")

    def __init__(self, text: str, sentence: Span) -> None:
        self._listed = tuple(_token(text, match) for match in TOKEN.finditer(text, sentence.start, sentence.end))
        self._quoted = _quoted_places(self._listed)
        self.title_case = _is_title_case(self._listed)

    def __len__(self) -> int:
        return len(self._listed)

    def __getitem__(self, place: int) -> Token:
        return self._listed[place] if 0 <= place < len(self._listed) else NOTHING

    def span(self, first: int, last: int) -> Span:
        """From the token at ``first`` up to, and without, the one at ``last``."""
        return Span(self._listed[first].start, self._listed[last - 1].end)

    def is_quoted(self, place: int) -> bool:
        """True if a quotation between straight marks is open where the token at ``place`` begins."""
        return place in self._quoted

    def words(self, first: int, count: int) -> tuple[str, ...]:
        """``count`` words from ``first`` on, of which those outside the sentence are blank."""
        if first >= 0 and 0 < count <= len(self._listed) - first:
            return tuple([token.word for token in self._listed[first : first + count]])
        return tuple([self[place].word for place in range(first, first + count)])

    def past(self, place: int, *words: str) -> int | None:
        """The place after ``words`` if they stand at ``place``, with or without hyphens between, else None."""
        for position, word in enumerate(words):
            if position and self[place].form == "-" and self[place].glued:
                place += 1
            if self[place].word != word:
                return None
            place += 1
        return place


def _token(text: str, match: re.Match[str]) -> Token:
    form, start = match.group(), match.start()
    glued = start > 0 and not text[start - 1].isspace()
    return Token(form, form.lower().replace("’", "'"), start, match.end(), glued)


def _quoted_places(tokens: Sequence[Token]) -> frozenset[int]:
    """Places after an odd number of straight marks; a mark after figures may mean inches and counts for none."""
    quoted, is_open = [], False
    for place, token in enumerate(tokens):
        if is_open:
            quoted.append(place)
        if token.form == '"' and not (place and tokens[place - 1].figures):
            is_open = not is_open
    return frozenset(quoted)


# Title case writes these small, and sentences write the first word large: neither tells.
SMALL = frozenset("a an the of to in on at by for from with as and or but nor is are was after over".split())


def _is_title_case(tokens: Sequence[Token]) -> bool:
    """True of a headline in which nearly every word is a capital one: there a capital names nothing."""
    telling = [token for token in tokens[1:] if token.letters and token.word not in SMALL]
    return len(telling) >= 3 and sum(token.capital for token in telling) >= 0.75 * len(telling)
