"""Words, figures and marks of a text, each with a letter for what it may be in a time.

The letters of a text stand one beside another in ``Tokens.letters``, so that a form is a pattern over letters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from sayso.lists.time_words import (
    DECADES,
    EASTERS,
    HOLIDAYS,
    INSTANTS,
    MONTHS,
    NUMBERS,
    ONLY_CAPITAL,
    ORDINALS,
    PARTS,
    PLURALS,
    SEASONS,
    UNITS,
    WEEKDAYS,
    ZONES,
)
from sayso.records.span import Span

TOKEN = re.compile(
    r"""(?P<gap>\n\s*\n)
    |(?P<iso>[0-9]{4}-[01][0-9]-[0-3][0-9](?![0-9]))
    |(?P<slashed>[0-9]{1,2}/[0-9]{1,2}/(?:[0-9]{4}|[0-9]{2})(?![0-9/]))
    |(?P<decade>[12][0-9]{2}0['’]?s\b|['’][0-9]0['’]?s\b|[2-9]0s\b)
    |(?P<short>['’][0-9]{2}(?![0-9a-zA-Z]))
    |(?P<ordinal>[0-9]{1,2}(?:st|nd|rd|th)\b)
    |(?P<clock>[0-9]{1,2}[:.][0-5][0-9](?::[0-5][0-9])?(?=\s?[aApP]\.?\s?[mM]\b)|[0-9]{1,2}:[0-5][0-9](?::[0-5][0-9])?(?![0-9:]))
    |(?P<half>(?<![^\W\d_])[aApP]\.\s?[mM]\b\.?|(?<![^\W\d_])[aApP][mM]\b)
    |(?P<figures>[0-9]+(?:[.,][0-9]+)*(?:%|[^\W\d_](?<![aApP])[^\W_]*|[aApP](?![mM.])[^\W_]*)?)
    |(?P<dotted>[^\W\d_]\.(?:[^\W\d_]\.)+)
    |(?P<possessive>['’]s?\b)
    |(?P<word>[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*[0-9]*)
    |(?P<mark>\S)""",
    re.X,
)

# What each word may be; a word may be several things.
KINDS = {
    "MONTH": " ".join(MONTHS),
    "WEEKDAY": " ".join(WEEKDAYS),
    "SEASON": " ".join(SEASONS),
    "PART": " ".join(PARTS),
    "INSTANT": " ".join(INSTANTS),
    "UNIT": " ".join(UNITS),
    "UNITS": " ".join(PLURALS),
    "ORDINAL": " ".join(ORDINALS),
    "NUMBER": " ".join(NUMBERS),
    "DECADE": " ".join(DECADES),
    "ZONE": " ".join(ZONES) + " est edt cst cdt pst pdt mst mdt et pt ist",
    "FEAST": " ".join(dict.fromkeys(words[0] for words in (*HOLIDAYS, *EASTERS))),
    "ANNIVERSARY": "anniversary",
    "AN": "a an",
    "AND": "and",
    "OR": "or",
    "OF": "of",
    "IN": "in",
    "ON": "on",
    "AT": "at",
    "TO": "to",
    "THE": "the",
    "FOR": "for",
    "FROM": "from",
    "BETWEEN": "between",
    "THROUGH": "through thru till until",
    "BY": "by",
    "SINCE": "since",
    "BEFORE": "before",
    "AFTER": "after",
    "DURING": "during",
    "THIS": "this",
    "THAT": "that",
    "THOSE": "those these",
    "LAST": "last",
    "PAST": "past",
    "NEXT": "next",
    "COMING": "coming upcoming",
    "PREVIOUS": "previous preceding prior",
    "FOLLOWING": "following ensuing subsequent",
    "SAME": "same",
    "CURRENT": "current",
    "RECENT": "recent",
    "LATEST": "latest",
    "FIRST": "first",
    "FINAL": "final last closing",
    "AGO": "ago",
    "EARLIER": "earlier",
    "LATER": "later",
    "HENCE": "hence",
    "EARLY": "early",
    "LATE": "late",
    "MID": "mid",
    "MIDDLE": "middle",
    "BEGINNING": "beginning start outset",
    "END": "end close",
    "YESTERDAY": "yesterday",
    "TODAY": "today",
    "TOMORROW": "tomorrow",
    "TONIGHT": "tonight",
    "NOW": "now",
    "VAGUENOW": "currently nowadays presently",
    "RECENTLY": "recently lately",
    "SOON": "soon",
    "FUTURE": "future",
    "NEAR": "near foreseeable immediate distant",
    "EVERY": "every each",
    "DAILY": "daily",
    "WEEKLY": "weekly",
    "MONTHLY": "monthly",
    "HOURLY": "hourly nightly yearly annually biweekly bimonthly",
    "DAYWORD": "day",
    "TIMEWORD": "time",
    "PERIOD": "period",
    "CENTURY": "century",
    "YEARWORD": "year",
    "QUARTERWORD": "quarter quarters",
    "WEEKWORD": "week",
    "HALF": "half",
    "MONTHWORD": "month",
    "WEEKEND": "weekend weekends",
    "FISCAL": "fiscal financial",
    "CALENDAR": "calendar",
    "OLD": "old olds",
    "SO": "so",
    "FEW": "few several some many numerous",
    "COUPLE": "couple",
    "MORE": "more",
    "LESS": "less fewer",
    "THAN": "than",
    "ABOUT": "about around approximately roughly circa",
    "NEARLY": "nearly almost",
    "OVER": "over",
    "LEAST": "least",
    "MOST": "most",
    "UP": "up",
    "NO": "no",
    "AS": "as",
    "ANOTHER": "another additional further extra",
    "FULL": "full whole entire",
    "LONG": "long",
    "ONCE": "once",
    "OCLOCK": "o'clock",
    "LOCAL": "local",
    "ON_THE_DOT": "sharp",
    "BC": "bc bce",
    "AHEAD": "ahead",
    "WITHIN": "within",
    "DAYS": "days",
    "WEEKS": "weeks",
    "ITS": "its his her their our",
    "ONE": "one",
    "RIGHT": "right",
    "DOT": ".",
    "COMMA": ",",
    "DASH": "- – — −",
    "SLASH": "/",
    "PLUS": "+",
    "OPEN": "( [",
    "CLOSE": ") ]",
    "POSSESSIVE": "'s ’s ' ’",
}
# Figures and what they may be, in the order of the groups of TOKEN.
FIGURES = ("ISO", "SLASHED", "FIGUREDECADE", "SHORTYEAR", "DAY", "CLOCK", "HALFDAY", "FIGURE", "YEAR", "HOUR", "GAP")
OTHER = "."
FIRST_LETTER = 0xE000  # a private letter for every set of kinds, so that no pattern reads one as syntax


def _by_word() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for kind, words in KINDS.items():
        for word in words.split():
            found.setdefault(word, set()).add(kind)
    return {word: frozenset(kinds) for word, kinds in found.items()}


BY_WORD = _by_word()
SETS = tuple(
    dict.fromkeys(
        [
            *BY_WORD.values(),
            *(frozenset({kind}) for kind in FIGURES),
            frozenset({"DAY", "HOUR", "FIGURE"}),
            frozenset({"DAY", "FIGURE"}),
            frozenset({"YEAR", "FIGURE"}),
            frozenset({"DAY", "ORDINAL"}),
            frozenset({"ORDINAL"}),
        ]
    )
)
LETTERS = {kinds: chr(FIRST_LETTER + number) for number, kinds in enumerate(SETS)}
LETTER_OF_WORD = {word: LETTERS[kinds] for word, kinds in BY_WORD.items()}
HOUR, DAY = LETTERS[frozenset({"DAY", "HOUR", "FIGURE"})], LETTERS[frozenset({"DAY", "FIGURE"})]
YEAR, FIGURE = LETTERS[frozenset({"YEAR", "FIGURE"})], LETTERS[frozenset({"FIGURE"})]
LETTER_OF_GROUP = {
    "gap": LETTERS[frozenset({"GAP"})],
    "iso": LETTERS[frozenset({"ISO"})],
    "slashed": LETTERS[frozenset({"SLASHED"})],
    "decade": LETTERS[frozenset({"FIGUREDECADE"})],
    "short": LETTERS[frozenset({"SHORTYEAR"})],
    "ordinal": LETTERS[frozenset({"DAY", "ORDINAL"})],
    "clock": LETTERS[frozenset({"CLOCK"})],
    "half": LETTERS[frozenset({"HALFDAY"})],
    "dotted": OTHER,
}


@lru_cache(maxsize=1)
def _letters_by_kind() -> dict[str, str]:
    kinds = {kind for kinds in SETS for kind in kinds}
    return {kind: "".join(letter for kinds, letter in LETTERS.items() if kind in kinds) for kind in kinds}


def letters_of(kind: str) -> str:
    """Every letter that stands for a token of this kind. Raises KeyError for a kind that there is not."""
    return _letters_by_kind()[kind]


class Tokens:
    """The tokens of some stretches of a text, in order; ``letters[place]`` tells what the token may be."""

    __slots__ = ("ends", "forms", "letters", "starts", "text")

    def __init__(self, text: str, spans: Sequence[Span]) -> None:
        self.text = text
        self.forms: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        letters: list[str] = []
        for span in spans:
            for match in TOKEN.finditer(text, span.start, span.end):
                letters.append(_letter(match))
                self.forms.append(match.group())
                self.starts.append(match.start())
                self.ends.append(match.end())
            letters.append(LETTER_OF_GROUP["gap"])
            self.forms.append("")
            self.starts.append(span.end)
            self.ends.append(span.end)
        self.letters = "".join(letters)

    def __len__(self) -> int:
        return len(self.forms)

    def word(self, place: int) -> str:
        """The token in small letters, empty outside the text."""
        return self.forms[place].lower().replace("’", "'") if 0 <= place < len(self.forms) else ""

    def form(self, place: int) -> str:
        return self.forms[place] if 0 <= place < len(self.forms) else ""

    def is_glued(self, place: int) -> bool:
        """True if no white space stands between the token at ``place`` and the one before it."""
        return 0 < place < len(self.starts) and self.starts[place] == self.ends[place - 1]

    def span(self, first: int, last: int) -> Span:
        """From the token at ``first`` up to, and without, the one at ``last``."""
        return Span(self.starts[first], self.ends[last - 1])


def _letter(match: re.Match[str]) -> str:
    group = match.lastgroup
    if group == "word" or group == "mark" or group == "possessive":
        form = match.group()
        word = form.lower()
        letter = LETTER_OF_WORD.get(word)
        if letter is None:
            return OTHER
        return OTHER if word in ONLY_CAPITAL and form[0].islower() else letter
    if group == "figures":
        return _letter_of_figures(match.group())
    return LETTER_OF_GROUP[group or "dotted"]


def _letter_of_figures(form: str) -> str:
    if form.isdigit():
        if len(form) <= 2:
            number = int(form)
            return HOUR if number <= 24 else DAY if number <= 31 else FIGURE
        return YEAR if len(form) == 4 and "1000" <= form <= "2199" else FIGURE
    return FIGURE if form[-1].isdigit() else OTHER
