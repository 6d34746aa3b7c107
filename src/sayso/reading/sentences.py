"""Sentence spans of a stretch of text: paragraph breaks always end one, abbreviations never do."""

from __future__ import annotations

from sayso.patterns import compile_later
from sayso.records.span import Span

# A full stop after one of these does not end a sentence by itself.
ABBREVIATIONS = frozenset(
    """mr mrs ms messrs dr prof rev hon gen lt col sgt maj capt cmdr cpl adm brig gov sen rep sens reps pres
    st jr sr inc corp co ltd bros vs no nos fig ft mt dept est approx cf al jan feb mar apr jun jul aug sep sept
    oct nov dec mon tue tues wed thu thur thurs fri sat sun ala ariz ark calif colo conn del fla ga ill ind kan
    ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo atty supt det insp
    ave blvd rd""".split()
)
# Dotted letters (U.S., a.m.) end a sentence only before a word that often starts one.
DOTTED = compile_later(r"(?:^|[\s(\[\"“‘'])(?:[A-Za-z]\.){2,}$")
INITIAL = compile_later(r"(?:^|[\s.(\[\"“‘'])[A-Z]\.$")
STARTERS = frozenset(
    """the a an he she it they we i you in on at but and so this that these those his her its their our there
    when while after before as if for with from by what who how why one some many most no not yet also
    meanwhile however according""".split()
)
END = compile_later(r"[.!?…]+(?:[\"”’'»)\]]|'')*(?=\s)")
NEXT_WORD = compile_later(r"\s+(?:[\"“‘'«(\[–—-]|``|'')*\s?(\w+)?")
LAST_WORD = compile_later(r"([A-Za-z]+)\.$")
LINE = compile_later(r"[^\n]+")


def find_sentences(text: str, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
    """Spans of the sentences of ``text[start:end]``, in order, without outer white space.

    A line break always ends a sentence; white space and empty lines belong to none.
    """
    stop = len(text) if end is None else end
    found: list[Span] = []
    for line in LINE.finditer(text, start, stop):
        found.extend(_sentences_of_line(text, line.start(), line.end()))
    return tuple(found)


def _sentences_of_line(text: str, start: int, end: int) -> list[Span]:
    found = []
    first = start
    for mark in END.finditer(text, start, end):
        if _ends_sentence(text, first, mark.start(), mark.end(), end):
            found.append((first, mark.end()))
            first = mark.end()
    found.append((first, end))
    return [span for a, b in found if (span := Span.trimmed(text, a, b)) is not None]


def _ends_sentence(text: str, first: int, mark_start: int, mark_end: int, line_end: int) -> bool:
    following = NEXT_WORD.match(text, mark_end, line_end)
    word = following.group(1) if following else None
    if word is None:
        return True
    if word[0].islower():
        return False
    if text[mark_start] != "." or mark_end - mark_start > 1:
        return True
    before = text[max(first, mark_start - 24) : mark_end]
    if DOTTED.search(before) or INITIAL.search(before):
        return word.lower() in STARTERS
    last = LAST_WORD.search(before)
    return not (last and last.group(1).lower() in ABBREVIATIONS)
