"""The words of a quotation, folded so that only a change of words is a change.

Marks, capitals, accents, hyphens, British and American spelling, and numbers up to twenty in letters or figures fold
together. What a desk put in brackets is kept and marked; an ellipsis is no word, and is marked too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from sayso.records.span import Span

# Longer quotations are compared on their first so many words, which bounds the time that a pair can take.
MOST_WORDS = 400
LETTERS = r"[^\W\d_]"
TOKEN = re.compile(
    rf"""
    (?P<gap>…|\.(?:\s?\.){{2,}})
    |(?P<patched>{LETTERS}*\[{LETTERS}{{1,4}}\]{LETTERS}+|{LETTERS}+\[{LETTERS}{{1,4}}\])  # "[T]he", "want[ed]"
    |(?P<initials>(?:{LETTERS}\.){{2,}})
    |(?P<number>\d+(?:[.,]\d+)*(?::\s?00\b)?)  # "6:00" is 6, as it is spoken
    |(?P<word>{LETTERS}+(?:['’]{LETTERS}+|\s['’]\s?(?:s|m|re|ve|ll|d|t)\b)*)  # "I ’ m", as some corpora split it
    |(?P<sign>[%&])
    """,
    re.VERBOSE,
)
# What stands in brackets is the desk's; so is a short parenthesis, since nobody speaks one.
BRACKETED = re.compile(r"\[[^\[\]]*\]|\([^()]{1,60}\)")
# '"It is lost, “Varga said.': a mark turned the wrong way, and the words of the reporter taken for the speaker's.
OVERRUN = re.compile(r"[,.?!…]\s?[\"“”](?=\s?\w[^\"“”]{0,60}$)")
# Before a capital that a sentence does not ask for.
MID_SENTENCE = re.compile(r"[\w,;’'\-][ \u00a0]?$")
NUMBER_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()
FOLDED = {word: str(number) for number, word in enumerate(NUMBER_WORDS)} | dict(
    pair.split("=")
    for pair in """grey=gray programme=program programmes=programs defence=defense offence=offense licence=license
    pretence=pretense mum=mom mums=moms judgement=judgment ageing=aging towards=toward afterwards=afterward
    whilst=while amongst=among learnt=learned burnt=burned spelt=spelled okay=ok jewellery=jewelry cheque=check
    plough=plow mould=mold cosy=cozy tyre=tire tyres=tires enquiry=inquiry enquiries=inquiries pyjamas=pajamas
    aluminium=aluminum moustache=mustache sceptic=skeptic sceptics=skeptics sceptical=skeptical kilometre=kilometer
    %=percent &=and""".split()
)
# Endings of British spelling -> American; a stem of three letters at least, so that "four" is not "for".
SPELLINGS = (
    (re.compile(r"(?<=\w{3})is(e[drs]?|ers|ing|ations?)$"), r"iz\1"),
    (re.compile(r"(?<=\w\w)ys(e[drs]?|ers|ing)$"), r"yz\1"),
    (re.compile(r"(?<=\w{3})our(s|ed|ing|able|ites?|hoods?|ful|ers?|y|al|less)?$"), r"or\1"),
    (re.compile(r"(?<=\w\w)tre(s?)$"), r"ter\1"),
    (re.compile(r"(?<=[aeiou]\w[aeiou])ll(ed|ing|ers?)$|(?<=[aeiou]\w\w[aeiou])ll(ed|ing|ers?)$"), r"l\1\2"),
)


@dataclass(frozen=True, slots=True)
class QuotedWord:
    """A quotation has this word; ``form`` is what it is compared by.

    ``part`` numbers the span that it stands in. ``inserted``: it stands in a desk's brackets, or is patched with
    them ("[T]he"). ``elided``: an ellipsis stands before it. ``apart``: how many words of the text, not of the
    quotation, stand between it and the quoted word before.
    """

    form: str
    span: Span
    part: int = 0
    inserted: bool = False
    elided: bool = False
    apart: int = 0
    name: bool = False


def read_quoted_words(text: str, spans: Sequence[Span]) -> tuple[QuotedWord, ...]:
    """The words inside ``spans`` in their order, at most the first ``MOST_WORDS``; marks are no words."""
    return tuple(islice(_words_of_parts(text, spans), MOST_WORDS))


def _words_of_parts(text: str, spans: Sequence[Span]) -> Iterator[QuotedWord]:
    for part, span in enumerate(spans):
        apart = _count_words(text, spans[part - 1].end, span.start) if part else 0
        for word in _words_of(text, span, part):
            yield replace(word, apart=apart) if apart else word
            apart = 0


def _count_words(text: str, start: int, end: int) -> int:
    """Words of ``text[start:end]``, counted to ``MOST_WORDS`` at most; 0 where the parts are not in order."""
    return sum(1 for _ in islice(TOKEN.finditer(text, start, max(start, end)), MOST_WORDS))


def _words_of(text: str, span: Span, part: int) -> Iterator[QuotedWord]:
    end = _end_of_speech(text, span)
    brackets = [Span(*match.span()) for match in BRACKETED.finditer(text, span.start, end)]
    elided = False
    for match in TOKEN.finditer(text, span.start, end):
        if match.lastgroup == "gap":
            elided = True
            continue
        place = Span(*match.span())
        inserted = match.lastgroup == "patched" or any(bracket.covers(place) for bracket in brackets)
        yield QuotedWord(_form(match), place, part, inserted, elided, name=_is_name(text, place, span))
        elided = False


def _end_of_speech(text: str, span: Span) -> int:
    words = span.cut(text)
    overrun = OVERRUN.search(words, 1) if words[0] in '"“”' else None
    return span.start + overrun.start() if overrun else span.end


def _is_name(text: str, place: Span, within: Span) -> bool:
    before = text[max(within.start, place.start - 2) : place.start]
    return text[place.start].isupper() and len(place) > 2 and bool(MID_SENTENCE.search(before))


def _form(match: re.Match[str]) -> str:
    word = match.group()
    if match.lastgroup == "number":
        return word.partition(":")[0].replace(",", "")
    if match.lastgroup == "initials":
        word = word.replace(".", "")
    return fold_word(word)


def fold_word(word: str) -> str:
    """``"Colour"`` is ``"color"``, ``"Peña’s"`` is ``"pena's"``, ``"[T]welve"`` is ``"12"``."""
    letters = word.translate({ord("’"): "'", ord("["): None, ord("]"): None})
    plain = "".join(c for c in unicodedata.normalize("NFKD", letters) if not unicodedata.combining(c))
    folded = "".join(plain.split()).casefold()
    if folded in FOLDED:
        return FOLDED[folded]
    for ending, other in SPELLINGS:
        folded = ending.sub(other, folded)
    return folded
