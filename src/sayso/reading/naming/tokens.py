"""Sentences into tokens that keep names together: "U.S.", "Har-Shefi", "Mr.", with "'s" told apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.patterns import compile_later
from sayso.records.span import Span

TOKEN = compile_later(
    r"(?=[A-Z])(?:(?:[A-Z]\.){1,8}(?![a-z])"  # U.S., J.
    r"|(?:Mr|Mrs|Ms|Messrs|Drs?|Prof|Sens?|Reps?|Govs?|Gens?|Col|Lt|Sgt|Capt|Maj|Adm|Brig|Cmdr|Cpl|Rev|Hon|Fr|Det|Insp|"
    r"Supt|Pres|St|Jr|Sr|Inc|Corp|Co|Ltd|Bros|Adv|Amb|Atty|Pvt|No|Del)\.)"
    r"|\d{1,3}(?:,\d{3}){1,6}(?!\d)"  # 4,000
    r"|[^\W_]{1,40}(?:-[^\W_]{1,40}){0,3}\.(?:com|org|net|info|co\.uk|com\.au)(?![\w.]\w)"  # Kell.com
    r"|[^\W_]{1,60}(?:[-’'&][^\W_]{1,60}){0,6}"
    r"|[^\w\s]"
)
# "I'm", "it's", "they've": a pronoun and a verb.
CONTRACTED = compile_later(r"(i|you|he|she|it|we|they|who|that|there|what)[’'](?:m|ve|d|ll|re|s)", re.I)
# "al-Karadi": a name, in the middle of a sentence too.
ARTICLED = compile_later(r"(?:al|el|ul|as|ad|ar|an|at|az|ash|abd)[-’'][A-Z]")
POSSESSIVE = compile_later(r"[’']s$")


@dataclass(slots=True)
class Token:
    """``form`` stands at ``start``; ``owning`` if "'s" or a bare apostrophe after s follows, which is no part of it.

    ``capital``: it begins with one, an Arabic article aside. ``tail`` is the apostrophe or "'s" that was taken off.
    """

    start: int
    end: int
    form: str
    lower: str
    capital: bool
    owning: bool
    tail: str = ""


def split_tokens(text: str, span: Span) -> list[Token]:
    """The tokens of ``text`` inside ``span``, in order."""
    tokens: list[Token] = []
    begun: int | None = None
    begins_again = text.find("- ", span.start, span.end + 2) >= 0  # as in few sentences: looked for once
    for match in TOKEN.finditer(text, span.start, span.end):
        form = match.group()
        start, end = match.span()
        if begins_again and text.startswith("- ", end) and text[end + 2 : end + 3] == form[0]:  # "Do- Dora"
            begun = start if begun is None else begun
            continue
        if begun is not None:
            if form == "-":
                continue
            start, begun = begun, None
        owning, tail = False, ""
        if len(form) > 2 and ("’" in form or "'" in form):
            contracted = CONTRACTED.fullmatch(form)
            if contracted is not None:
                form, end = contracted.group(1), contracted.end(1) + match.start()
            elif form[-1] in "sS" and form[-2] in "’'":
                owning, form, end, tail = True, form[:-2], end - 2, form[-2:]
        elif form in ("’", "'") and tokens and tokens[-1].end == start and text[end : end + 1] == " ":
            before = tokens[-1]
            before.owning, before.tail = before.lower.endswith("s"), form
            if before.owning:
                continue
        capital = form[0].isupper() or ARTICLED.match(form) is not None
        tokens.append(Token(start, end, form, form.lower(), capital, owning, tail))
    return tokens
