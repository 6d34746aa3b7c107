"""Proper names as news writes them: how they look, and which words around them are none of theirs.

Every repeat is bounded, so that a page without blanks or stops takes no longer than another of its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.records.span import Span

# 60 characters of a part of a name: longer runs are no words. A "}+" gives nothing back, as nothing that may follow a
# name could begin inside it.
PART = r"(?:(?:[A-Z]\.){2,8}|[A-Z][\w’'&-]{0,60}+(?:\.(?=\w)[\w-]{1,60}+){0,6})"
# 63: the longest label that a host's name may have (RFC 1035).
SITE = r"(?:www\.)?[A-Za-z0-9-]{2,63}+\.(?:com|org|net|co\.uk|info|news|tv|ru|in|cn|de|fr|se|it|es|no|dk|nl)\b"
# A proper name of up to five words, or an address on the web.
NAME = rf"(?:{SITE}|{PART}(?: (?:of |the |de |for |& )?{PART}){{0,4}})"
# The name of a person, with the particles that may stand inside it.
PERSON = r"[A-Z][\w’'-]{1,60}+(?: (?:al|bin|von|van|de|la|el|[A-Z][\w’'-]{1,60}+|[A-Z]\.?)){0,4}"

DEMONYM = re.compile(r"(?:ghan|istani|lamic|ese|ish|ian|ean|can|man|nch|ish|utch|wiss|eek|raqi|aeli|audi)$")
# Capitalised words that open sentences, stand for places or are no source by themselves.
NO_NAMES = frozenset(
    """he she it they we i you the this that these those police officials officer sources source friday monday tuesday
    wednesday thursday saturday sunday january february march april may june july august september october november
    december mr mrs ms dr local state media press reports report president minister spokesman spokeswoman today
    yesterday earlier later however but and so one two three is as in on at for english chinese american british
    russian sky facebook twitter instagram youtube reddit tumblr snapchat google wikipedia tweet tweets according
    when while after before if since although though once then there where what who why how because yet also asked
    related read photo image video update editor breaking us uk eu isis isil nato congress taliban senate house court
    navy army tv argentine australia china france germany russia japan india canada britain england london washington
    uber giphy""".split()
)
# Words that stand before a medium's kind, or before anybody's reports: alone they are nobody's name.
GENERIC = frozenset(
    """web news radio television internet online multiple several many some various other unconfirmed conflicting trade
    special pictures photos western gulf arab arabic national regional foreign official language based owned run backed
    tracking speaking affiliated""".split()
)
LEADING = re.compile(
    r"^(?:[A-Z][a-z]+-(?:language|based|owned|run|backed|tracking|speaking) |The |A |An |But |"
    r"And |As |In |On |At |So |While |When |Meanwhile |However |Now |Still |Today |Yesterday |"
    r"Even |Both |Monday |Tuesday |Wednesday |Thursday |Friday |Saturday |Sunday )+"
)
TRAILING = re.compile(r"(?:[’']s?|\.|(?: (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?: [a-z]+)?)$")
SHORTEST = 2  # characters: one letter alone names nobody


def trim_name(text: str, start: int, end: int) -> Span | None:
    """The name in ``text[start:end]`` without words before and marks after it that are none of its own."""
    lead = LEADING.match(text[start:end])
    start += lead.end() if lead else 0
    tail = TRAILING.search(text[start:end])
    end -= len(tail.group()) if tail else 0
    return Span(start, end) if end - start >= SHORTEST else None


# "Additionally", but not "Daily" or "Weekly".
ADVERB = re.compile(r"(?<!^dai)(?<!^week)(?<!^month)(?<!^nest)ly$")


def is_name(written: str) -> bool:
    """Whether words with capitals name anybody: "Monday", "Police" and "British" alone do not."""
    words = re.findall(r"\w+", written.lower().replace(".", ""))
    if not words or written.isdigit() or words[0] in NO_NAMES or "twitter" in words:
        return False
    if len(words) == 1 and ADVERB.search(words[0]):
        return False
    return not all(word in NO_NAMES or word in GENERIC or DEMONYM.search(word) for word in words)


def beginnings_of(text: str, span: Span) -> Iterator[Span]:
    """The name, then the name without its last words, the longest first."""
    yield span
    words = [match.end() for match in re.finditer(r"\S+", span.cut(text))]
    for end in reversed(words[:-1]):
        yield Span(span.start, span.start + end)
