"""Words, figures and marks of a text, each with a letter for what it may be in a time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from sayso.lists.time_words import ONLY_CAPITAL
from sayso.patterns import compile_later
from sayso.reading.timing.kinds import LETTER_OF_FIGURES, LETTER_OF_WORD, OTHER
from sayso.records.span import Span

# Most tokens are plain words of three letters and more, which no other kind begins with: they are tried first.
TOKEN = compile_later(
    r"""(?P<letters>[^\W\d_]{3,}(?:['’](?!s\b)[^\W\d_]+)*[0-9]*)
    |(?P<gap>\n\s*\n)
    |(?P<iso>[0-9]{4}-[01][0-9]-[0-3][0-9](?![0-9]))
    |(?P<slashed>[0-9]{1,2}/[0-9]{1,2}/(?:[0-9]{4}|[0-9]{2})(?![0-9/]))
    |(?P<decade>[12][0-9]{2}0['’]?s\b|['’][0-9]0['’]?s\b|[2-9]0s\b)
    |(?P<short>['’][0-9]{2}(?![0-9a-zA-Z]))
    |(?P<ordinal>[0-9]{1,2}(?:st|nd|rd|th)\b)
    |(?P<clock>[0-9]{1,2}[:.][0-5][0-9](?::[0-5][0-9])?(?=\s?[aApP]\.?\s?[mM]\b)
        |[0-9]{1,2}:[0-5][0-9](?::[0-5][0-9])?(?![0-9:]))
    |(?P<half>(?<![^\W\d_])[aApP]\.\s?[mM]\b\.?|(?<![^\W\d_])[aApP][mM]\b)
    |(?P<figures>[0-9]+(?:[.,][0-9]+)*(?:%|[^\W\d_](?<![aApP])[^\W_]*|[aApP](?![mM.])[^\W_]*)?)
    |(?P<dotted>[^\W\d_]\.(?:[^\W\d_]\.)+)
    |(?P<word>['’]s?\b|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*[0-9]*|\S)""",
    re.X,
)
NEW_PARAGRAPH = compile_later(r"\s*\n\s*\n\s*|.*\S.*", re.S)


class Tokens:
    """The tokens of some stretches of a text, in order; ``letters[place]`` tells what the token may be.

    A token of no words stands where a paragraph ends, and between two stretches unless only a line break parts them.
    """

    __slots__ = ("ends", "forms", "letters", "starts", "text")

    def __init__(self, text: str, spans: Sequence[Span]) -> None:
        self.text = text
        self.forms: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        letters: list[str] = []
        end = 0
        for span in spans:
            if self.forms and NEW_PARAGRAPH.fullmatch(text, end, span.start):
                letters.append(LETTER_OF_FIGURES["gap"])
                self.forms.append("")
                self.starts.append(end)
                self.ends.append(end)
            matches = list(TOKEN.finditer(text, span.start, span.end))
            told = [(match.lastgroup, match.group()) for match in matches]
            letters += [_letter_of_word(form) if group == "letters" else _letter(group, form) for group, form in told]
            self.forms += ["" if group == "gap" else form for group, form in told]
            self.starts += [match.start() for match in matches]
            self.ends += [match.end() for match in matches]
            end = span.end
        self.letters = "".join(letters)

    def __len__(self) -> int:
        return len(self.forms)

    def word(self, place: int) -> str:
        """The token in small letters with a straight apostrophe; empty outside the text."""
        return self.form(place).lower().replace("’", "'")

    def form(self, place: int) -> str:
        """The token as written; empty outside the text."""
        return self.forms[place] if 0 <= place < len(self.forms) else ""

    def is_capital(self, place: int) -> bool:
        return self.form(place)[:1].isupper()

    def is_glued(self, place: int) -> bool:
        """True if nothing stands between the token at ``place`` and the one before it."""
        return 0 < place < len(self.starts) and self.starts[place] == self.ends[place - 1]

    def span(self, first: int, last: int) -> Span:
        """From the token at ``first`` up to, and without, the one at ``last``."""
        return Span(self.starts[first], self.ends[last - 1])


def _letter(group: str | None, form: str) -> str:
    if group == "word":
        return _letter_of_word(form)
    if group == "figures":
        return _letter_of_figures(form)
    return OTHER if group is None or group == "dotted" else LETTER_OF_FIGURES[group]


@lru_cache(maxsize=20_000)  # most words of a text stand in it, or in the one before, several times
def _letter_of_word(form: str) -> str:
    word = form.lower()
    letter = LETTER_OF_WORD.get(word.replace("’", "'") if "’" in word else word)
    if letter is None or (word in ONLY_CAPITAL and form[0].islower()):
        return OTHER
    return letter


def _letter_of_figures(form: str) -> str:
    if not form.isdigit():
        return LETTER_OF_FIGURES["figure"] if form[-1].isdigit() else OTHER
    if len(form) <= 2:
        number = int(form)
        return LETTER_OF_FIGURES["hour" if number <= 24 else "day" if number <= 31 else "figure"]
    return LETTER_OF_FIGURES["year" if len(form) == 4 and "1000" <= form <= "2199" else "figure"]
