"""Where listed agencies and outlets are named in running text."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.lists.agencies import Agencies, Agency, Alias, matches
from sayso.patterns import compile_later
from sayso.records.span import Span

WORD = compile_later(r"\w+")


@dataclass(frozen=True, slots=True)
class MediaName:
    """The text names ``agency`` by the words of ``span``."""

    span: Span
    agency: Agency


def find_media_names(text: str, agencies: Agencies) -> tuple[MediaName, ...]:
    """Every listed name that stands in ``text`` as it is written in news, in order, none overlapping.

    The longest name wins ("Associated Press of Pakistan" is no Associated Press). Names that are common words
    are left out, as are single words that belong to a longer name in capitals ("Steve Forbes", "Reuters
    Foundation" keeps Reuters out only if the longer name is listed). Time is linear in the text.
    """
    found: list[MediaName] = []
    end = 0
    for word in WORD.finditer(text):
        aliases = agencies.aliases.get(word.group().casefold())
        if aliases is None or word.start() < end:
            continue
        for alias in aliases:
            span = _span_of(text, word.start() - alias.offset, alias)
            if span and span.start >= end and alias.in_prose and not _is_part_of_a_name(text, span, alias):
                found.append(MediaName(span, alias.agency))
                end = span.end
                break
    return tuple(found)


def _span_of(text: str, start: int, alias: Alias) -> Span | None:
    """The stretch at ``start`` that reads like the alias, with word boundaries on both sides."""
    end = start + len(alias.form)
    if start < 0 or not matches(alias, text[start:end]):
        return None
    if text[start - 1 : start].isalnum() or text[end : end + 1].isalnum():
        return None
    return Span(start, end)


def _is_part_of_a_name(text: str, span: Span, alias: Alias) -> bool:
    """True of one capitalised word after a given name: "Steve Forbes", but not "the Reuters correspondent"."""
    if " " in alias.form or alias.form.isupper():
        return False
    before = WORD.findall(text[max(0, span.start - 24) : span.start])
    if not before or text[span.start - 1] != " " or text[span.start - 2 : span.start - 1] in '.!?:;,"”':
        return False
    return bool(before[-1].istitle() and len(before[-1]) > 1 and before[-1] not in PLAIN_BEFORE)


# Capitalised words that may stand before an outlet's name without being a part of it.
PLAIN_BEFORE = frozenset(
    """The In On At From To By With For And But Via As According Per Told When While After Before Since If Both
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday""".split()
)
