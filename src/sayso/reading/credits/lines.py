"""Lines, and ends of lines, that credit somebody, found by their form."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.patterns import compile_later
from sayso.reading.credits.forms import (
    AUTHOR,
    BIOGRAPHIES,
    CONTRIBUTOR,
    LINES,
    OUTLET,
    PHOTO,
    SIGN_OFF,
    TAILS,
    Form,
)
from sayso.reading.credits.words import TIMES
from sayso.records.credit import CreditKind
from sayso.records.span import Span

LONGEST_LINE = 600  # a whole-line credit is no longer ("Reporting by ..." with a dozen names)
TAIL = 320  # a credit at a line's end is looked for in so many letters


@dataclass(frozen=True, slots=True)
class Mark:
    """The words of ``span`` credit ``name``; if ``listed``, only where the list knows that name."""

    kind: CreditKind
    span: Span
    name: Span
    listed: bool = False


NO_INITIALS = frozenset(
    {"and/or", "he/she", "she/he", "his/her", "him/her", "n/a", "s/he", "w/o", "km/h", "either/or", "sic", "pdf"}
)
OUTER = compile_later(r"^[(\[]\s*(.*?)\s*[)\]]\.?$")
NEXT_SENTENCE = compile_later(r"\w\w\.\s(?=[A-Z])")
QUOTES = "\"“”‘'«»"


@dataclass(frozen=True, slots=True)
class Position:
    """Where a line stands: how many story lines before it, how many after."""

    before: int
    after: int

    @property
    def near_end(self) -> bool:
        return self.after < 6

    @property
    def near_edge(self) -> bool:
        return self.before < 7 or self.after < 4


def find_line_mark(text: str, start: int, end: int, position: Position) -> Mark | None:
    """The credit that the whole line ``text[start:end]`` is, or None."""
    if end - start > LONGEST_LINE:
        return None
    core = _core(text, start, end)
    if core is None or text[core.start] in QUOTES:
        return None
    near_end, near_edge = position.near_end, position.near_edge
    letters = text[core.start : core.end].lower()
    for form in (*LINES, *BIOGRAPHIES):
        if (form.near_end and not near_end) or (form.near_edge and not near_edge):
            continue
        if not form.may_be(letters):
            continue
        match = form.pattern.fullmatch(text, core.start, core.end)
        if match and _is_sound(form, match):
            name = _name_of(text, form, match)
            if name is not None:
                return Mark(form.kind, Span(start, end), name, form.listed)
    return None


def is_biography(text: str, mark: Mark) -> bool:
    """True if the line tells who the author is, rather than naming them in passing."""
    core = _core(text, mark.span.start, mark.span.end)
    return core is not None and any(form.pattern.fullmatch(text, core.start, core.end) for form in BIOGRAPHIES)


def find_tail_mark(text: str, start: int, end: int, position: Position) -> Mark | None:
    """The credit that closes the line ``text[start:end]`` after other words, or None."""
    first = max(start, end - TAIL)
    last = end - 1 if text[end - 1] == "." and text[end - 2 : end - 1] in (")", "]") else end
    letters = text[first:last].lower()
    for form in TAILS:
        if form.near_end and not position.near_end:
            continue
        if form.bracketed != (letters[-1:] in (")", "]")):
            continue
        if not form.may_be(letters):
            continue
        for match in form.pattern.finditer(text, first, last):
            if match.end() == last and match.start("span") > start and _is_sound(form, match):
                name = _name_of(text, form, match)
                span = Span.trimmed(text, match.start("span"), last)
                if name is not None and span is not None:
                    return Mark(form.kind, span, name, form.listed)
    return None


def _name_of(text: str, form: Form, match: re.Match[str]) -> Span | None:
    """The name without what other lines of the same credit say: the first hand, the last sentence."""
    start, end = match.span("name")
    if form.kind is CONTRIBUTOR:
        first = text.find(";", start, end)
        end = first if first > start else end
        for stop in NEXT_SENTENCE.finditer(text, start, end):
            start = stop.end()
    return Span.trimmed(text, start, end)


def _core(text: str, start: int, end: int) -> Span | None:
    """The line without a leading dash, its brackets and its full stop."""
    while start < end and text[start] in "-–—_*•>| ":
        start += 1
    if match := OUTER.match(text[start:end]):
        start, end = start + match.start(1), start + match.end(1)
    while end > start and text[end - 1] in ". ":
        end -= 1
    return Span.trimmed(text, start, end)


def _is_sound(form: Form, match: re.Match[str]) -> bool:
    """The checks that a pattern cannot make: dates are no names, prose is no list of names."""
    name = match.group("name").strip()
    words = re.findall(r"[^\W_]+", name)
    if not words:
        return False
    if form.kind is SIGN_OFF:
        return name.lower() not in NO_INITIALS
    if form.kind is AUTHOR and (
        words[0].lower() in TIMES or words[0].lower() in {"the", "a", "contrast", "far", "law"}
    ):
        return False
    if form.kind is CONTRIBUTOR:
        return _reads_like_names(name)
    if form.kind is PHOTO:
        plain = sum(word[0].islower() for word in words)
        return len(words) <= 8 and (
            plain * 3 <= len(words) or match.group()[-1] in ")]" or name[0] == "@" or len(words) < 3
        )
    return form.kind is not OUTLET or len(words) <= 9 or _is_list(name)


def _is_list(name: str) -> bool:
    """True of several short names with commas between: "Kell Daily News, Harbour Post, Coast Guard"."""
    names = re.split(r"\s*[,|/]\s*", name)
    return len(names) > 2 and all(0 < len(one.split()) <= 5 for one in names)


SMALL = frozenset(
    """and of in the for from by with at to de la al el van von der writers writer reporters reporter staff editing
    editor editors correspondent correspondents agencies wire wires services service news reports other others bureau
    newsroom
    additional reporting writing research researcher producer washington's also contributed""".split()
)


def _reads_like_names(name: str) -> bool:
    """True if nearly every word is a name or one of the small words that go between names."""
    words = re.findall(r"[^\W\d_][\w'’.-]*", name)
    plain = sum(1 for word in words if word[0].islower() and word.strip(".").lower() not in SMALL)
    return (
        bool(words)
        and words[0].lower() not in {"that", "it", "this", "which", "they", "he", "she", "who"}
        and plain * 6 <= len(words)
    )
