"""Datelines: "MOSCOW, April 3 (Reuters) -", "WASHINGTON (AP) _", "LONDON —" at the front of a line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.patterns import compile_later
from sayso.reading.credits.words import CAP, MONTH, PERSON, UPPER
from sayso.records.span import Span

REACH = 200  # no dateline is longer

CAPITALS = rf"[{UPPER}][{UPPER}.'’-]*[{UPPER}.]"
PLACE = rf"{CAPITALS}(?:[ /][{UPPER}][{UPPER}.'’-]*){{0,4}}"
TITLED = rf"{CAP}(?:[ /]{CAP}){{0,3}}"
REGION = rf"(?:\s?,\s(?!{MONTH})[{UPPER}][\w.'’-]*(?:\s(?!{MONTH}\s\d)[{UPPER}][\w.'’-]*){{0,3}}|\s\[{TITLED}\])"
DATE = rf"(?:\s?[,.]?\s(?:{MONTH}\s?\d{{1,2}}|\d{{1,2}}\s{MONTH})(?:,?\s(?:19|20)\d\d)?)"
TAG = (
    rf"(?:\(\s?(?P<tag>[{UPPER}][^()\n]{{0,40}}?|[a-z]{{3}}|[a-z]+[A-Z]\w*)\s?\)|"
    rf"/\s?(?P<slashed>[{UPPER}][\w .'-]{{0,30}})\s?/)"
)
DASH = r"\s*(?:--+|[-–—_])"

AUTHOR = rf"(?:By\s(?P<author>{PERSON})\s+(?=[{UPPER}]{{3}}))?"
TAGGED, DASHED = "(/", "-–—_"
# Each form with the characters of which one stands in every such line.
FORMS = tuple(
    (signs, compile_later(pattern))
    for signs, pattern in (
        # MOSCOW, April 3 (Reuters) -   NAIROBI, Kenya (AP) _   MOSCOW, April 3. /TASS/.
        (
            TAGGED,
            rf"{AUTHOR}(?:{PLACE})(?:{REGION}){{0,3}}{DATE}?[.,]?(?:\s*--)?\s*{TAG}(?:{DASH}|\s*[.:]|(?=\s*$))",
        ),
        # Washington (CNN) --   New Delhi [India], April 3 (ANI):
        (TAGGED, rf"{AUTHOR}(?:{TITLED})(?:{REGION}){{0,3}}{DATE}?[.,]?\s*{TAG}(?:{DASH}|\s*:)"),
        # (Reuters) -
        (TAGGED, rf"{TAG}{DASH}"),
        # CASPER, Wyo. -   LONDON —   ATLANTA _
        (
            DASHED,
            (
                rf"(?P<bare>{CAPITALS}(?:[ /]{CAPITALS}){{0,3}})(?P<region>{REGION})?(?P<date>{DATE})?"
                rf"\s?(?:--+|[–—_]|-(?=\s|$))(?=\s*$|\s*[{UPPER}\d“\"'‘])"
            ),
        ),
    )
)
# Words in capitals before a dash that are labels, not places.
LABELS = frozenset(
    """EXCLUSIVE UPDATE UPDATED BREAKING WATCH VIDEO VIDEOS PHOTO PHOTOS NOTE EDITORIAL ANALYSIS OPINION COMMENTARY
    CORRECTION CLARIFICATION NEWS MORE RELATED READ SEE LISTEN LIVE REPORT REVIEW POLL FACT TRUE FALSE WRONG RIGHT
    FILE ISIS ISIL NATO SPOILER WARNING ALERT ABSTRACT SUMMARY ADVERTISEMENT BY THE AND MR MRS DR GOP FBI CIA""".split()
)
NO_AGENCY = compile_later(
    r"(?i)\b(?:photos?|video|left|right|file|updated?|see|pictured|above|below|sic)\b|^[A-Z]-|\d{3}|[A-Z]{3}, [A-Z]"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """A line opens with where (and when, and by whom) it was filed.

    ``tag`` is the agency's name inside brackets or slashes; ``bracketed`` has these too.
    """

    span: Span
    author: Span | None
    tag: Span | None
    bracketed: Span | None


def find_dateline(text: str, start: int, end: int) -> Dateline | None:
    """The dateline that opens the line ``text[start:end]``, or None."""
    line = text[start : min(end, start + REACH)]
    for signs, form in FORMS:
        match = form.match(line) if any(sign in line for sign in signs) else None
        if match and (found := _checked(match, start)):
            return found
    return None


def _checked(match: re.Match[str], offset: int) -> Dateline | None:
    groups = match.groupdict()
    if (bare := groups.get("bare")) is not None:
        plain = not groups["region"] and not groups["date"]
        first = re.split(r"[ /]", bare)[0].strip(".")
        all_capitals = groups["region"] and groups["region"].isupper() and " " in groups["region"].strip(", ")
        if first in LABELS or (plain and len(bare) < 4) or all_capitals:
            return None
    tag = "tag" if groups.get("tag") else "slashed" if groups.get("slashed") else None
    if tag and NO_AGENCY.search(match.group(tag)):
        return None
    span = Span(offset + match.start(), offset + match.start() + len(match.group().rstrip()))
    author = _span(match, "author", offset) if groups.get("author") else None
    if tag is None:
        return Dateline(span, author, None, None)
    name = _span(match, tag, offset)
    opening = match.string.rfind("(" if tag == "tag" else "/", 0, match.start(tag))
    closing = match.string.find(")" if tag == "tag" else "/", match.end(tag))
    return Dateline(span, author, name, Span(offset + opening, offset + closing + 1))


def _span(match: re.Match[str], group: str, offset: int) -> Span:
    found = Span.trimmed(match.string, *match.span(group))
    assert found is not None, "a name has letters"
    return Span(found.start + offset, found.end + offset)
