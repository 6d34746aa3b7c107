"""What a word may be in a time, and the letter that stands for it in a pattern.

Every set of kinds that a token can have is one private letter, so that a form is a pattern over letters: "second" is
both an ordinal and a unit, and its letter belongs to the classes of both.
"""

from __future__ import annotations

from sayso.lists.time_words import (
    DECADES,
    EASTERS,
    HOLIDAYS,
    INSTANTS,
    MONTHS,
    NUMBERS,
    ORDINALS,
    PARTS,
    PLURALS,
    SEASONS,
    UNITS,
    WEEKDAYS,
    ZONES,
)

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
    "ZONE": " ".join(ZONES) + " cst et pt ist",
    "FEAST": " ".join(dict.fromkeys(words[0] for words in (*HOLIDAYS, *EASTERS))),
    "ABOUT": "about around approximately roughly circa",
    "AFTER": "after",
    "AGO": "ago",
    "AN": "a an",
    "AND": "and",
    "ANNIVERSARY": "anniversary",
    "ANOTHER": "another additional further extra",
    "AT": "at",
    "BC": "bc bce",
    "BEFORE": "before",
    "BEGINNING": "beginning start outset",
    "BY": "by",
    "CALENDAR": "calendar",
    "CENTURY": "century",
    "CLOSE": ") ]",
    "COMING": "coming upcoming",
    "COMMA": ",",
    "COUPLE": "couple",
    "CURRENT": "current",
    "CURRENTLY": "currently nowadays presently",
    "DAILY": "daily weekly monthly",
    "DASH": "- – — −",
    "DAYWORD": "day",
    "DAYSWORD": "days",
    "DOT": ".",
    "EARLIER": "earlier",
    "EARLY": "early",
    "END": "end close",
    "EVERY": "every each",
    "FEW": "few several some many numerous",
    "FINAL": "final closing",
    "FIRST": "first",
    "FISCAL": "fiscal financial",
    "FOLLOWING": "following ensuing subsequent",
    "FULL": "full whole entire",
    "FUTURE": "future",
    "HALF": "half",
    "HENCE": "hence",
    "IN": "in",
    "ITS": "its his her their our",
    "LAST": "last",
    "LATE": "late",
    "LATER": "later",
    "LATEST": "latest",
    "LEAST": "least",
    "LESS": "less fewer",
    "LOCAL": "local",
    "MID": "mid",
    "MIDDLE": "middle",
    "MORE": "more",
    "MOST": "most",
    "NEAR": "near foreseeable immediate distant",
    "NEARLY": "nearly almost",
    "NEXT": "next",
    "NO": "no",
    "NOW": "now",
    "CLOCKWORD": "o'clock",
    "OF": "of",
    "ON": "on",
    "ONE": "one",
    "OPEN": "( [",
    "OR": "or",
    "OVER": "over",
    "PAST": "past",
    "PERIOD": "period",
    "PLUS": "+",
    "POSSESSIVE": "'s '",
    "PREVIOUS": "previous preceding prior",
    "QUARTER_CODE": "q1 q2 q3 q4",
    "HALF_CODE": "h1 h2",
    "QUARTERWORD": "quarter quarters",
    "RECENT": "recent",
    "RECENTLY": "recently lately",
    "SAME": "same",
    "SINCE": "since",
    "SLASH": "/",
    "SO": "so",
    "SOON": "soon",
    "THAN": "than",
    "THAT": "that",
    "THE": "the",
    "THIS": "this",
    "THOSE": "those these",
    "THROUGH": "through thru until till",
    "TIMEWORD": "time",
    "TO": "to",
    "TODAY": "today",
    "TOMORROW": "tomorrow",
    "TONIGHT": "tonight",
    "UP": "up",
    "WEEKEND": "weekend weekends",
    "WEEKWORD": "week",
    "YEARWORD": "year",
    "YESTERDAY": "yesterday",
}
# Tokens with figures in them, and what they may be.
FIGURES = {
    "gap": ("GAP",),
    "iso": ("ISO",),
    "slashed": ("SLASHED",),
    "decade": ("DECADE_FIGURES",),
    "short": ("SHORT_YEAR",),
    "ordinal": ("DAY", "ORDINAL"),
    "clock": ("CLOCK",),
    "half": ("HALFDAY",),
    "hour": ("DAY", "HOUR", "FIGURE"),
    "day": ("DAY", "FIGURE"),
    "year": ("YEAR", "FIGURE"),
    "figure": ("FIGURE",),
}
OTHER = "."  # the letter of every token that is nothing in a time
FIRST_LETTER = 0xE000  # private letters, so that no pattern reads one as syntax


def _sets_by_word() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for kind, words in KINDS.items():
        for word in words.split():
            found.setdefault(word, set()).add(kind)
    return {word: frozenset(kinds) for word, kinds in found.items()}


_BY_WORD = _sets_by_word()
_BY_FIGURES = {name: frozenset(kinds) for name, kinds in FIGURES.items()}
_LETTERS = {
    kinds: chr(FIRST_LETTER + number)
    for number, kinds in enumerate(dict.fromkeys([*_BY_WORD.values(), *_BY_FIGURES.values()]))
}
LETTER_OF_WORD = {word: _LETTERS[kinds] for word, kinds in _BY_WORD.items()}
LETTER_OF_FIGURES = {name: _LETTERS[kinds] for name, kinds in _BY_FIGURES.items()}
_BY_KIND = {
    kind: "".join(letter for kinds, letter in _LETTERS.items() if kind in kinds)
    for kind in {kind for kinds in _LETTERS for kind in kinds}
}


def letters_of(kind: str) -> str:
    """Every letter that stands for a token of this kind. Raises KeyError for a kind that there is not."""
    return _BY_KIND[kind]
