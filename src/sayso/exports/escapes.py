"""Characters of an article that must not act on the reader's screen."""

from __future__ import annotations

import re
import unicodedata

# Whatever stands between these is Sayso's, not the article's: an escape, a gap, a count of words left out.
OPEN, CLOSE = "⟨", "⟩"
GAP = f"{OPEN}…{CLOSE}"

# Format characters that are seen, or that scripts need: joiners, direction marks, Arabic number signs.
_HARMLESS = frozenset("\u200c\u200d\u200e\u200f\u0600\u0601\u0602\u0603\u0604\u0605\u06dd")
_SPACES = re.compile(r"[ \t\r\n]+")
_ACTIVE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def find_active(text: str) -> tuple[int, ...]:
    """Offsets of control, direction-changing and invisible characters, lone surrogates, and our own brackets.

    Line ends and tabs are not among them.
    """
    if text.isascii() and text.isprintable():
        return ()
    return tuple(at for at, char in enumerate(text) if is_active(char))


def is_active(char: str) -> bool:
    if char in "\n\r\t":
        return False
    return char in (OPEN, CLOSE) or (char not in _HARMLESS and unicodedata.category(char) in _ACTIVE)


def escape_char(char: str) -> str:
    """``⟨U+001B⟩`` for the escape character."""
    return f"{OPEN}U+{ord(char):04X}{CLOSE}"


def escape_active(text: str) -> str:
    """``text`` with every active character written as its number; all others stand as they were."""
    active = find_active(text)
    if not active:
        return text
    parts, last = [], 0
    for at in active:
        parts += [text[last:at], escape_char(text[at])]
        last = at + 1
    return "".join([*parts, text[last:]])


def escape_acting(text: str) -> str:
    """The same, but for our own brackets, which stand around what Sayso says itself."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(escape_char(char) if is_active(char) and char not in (OPEN, CLOSE) else char for char in text)


def on_one_line(text: str) -> str:
    """``text`` escaped, with each run of line ends, tabs and spaces shown as one space."""
    return escape_active(_SPACES.sub(" ", text))
