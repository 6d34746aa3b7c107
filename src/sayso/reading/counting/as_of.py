"""The words that say as of when a number stands, or that it sums up what was counted until then."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Sequence
from enum import Enum

from sayso.patterns import compile_later
from sayso.reading.said import DAY, MONTH, PART
from sayso.records.span import Span

DATE = rf"(?:{MONTH}\s+[0-9]{{1,2}}(?:,?\s+[0-9]{{4}})?|[0-9]{{1,2}}\s+{MONTH}(?:\s+[0-9]{{4}})?)\b"
CLOCK = r"(?:[0-9]{1,2}(?::[0-9]{2})?\s?(?:[ap]\.m\.|[ap]m\b)|noon\b|midday\b|midnight\b|dawn\b|nightfall\b)"
TIME = (
    rf"(?:(?:early|late|last|this|next)\s+)?(?:{DAY}(?:\s+{PART})?\b|{DATE}|{CLOCK}(?:\s+(?:on\s+)?{DAY}\b)?|"
    r"(?:yesterday|(?<!USA )today|tonight)\b)"
)
YEAR = r"(?:19|20)[0-9]{2}\b"
LASTING = r"(?:hours|days|weeks|months|years|decades)"
SEASON = r"(?:spring|summer|autumn|fall|winter)"
MONTH_OR_YEAR = rf"(?:{MONTH}(?:\s+{YEAR})?|{YEAR}|the\s+(?:(?:early|mid|late)[-\s])?(?:19|20)[0-9]0s)"
PERIOD = (
    rf"(?:(?:(?:earlier|later)\s+)?(?:last|this)\s+(?:week|month|year|night|morning|{SEASON}|{DAY}|{MONTH})\b|"
    rf"between\s+{MONTH_OR_YEAR}\s+and\s+{MONTH_OR_YEAR}|(?:in|during)\s+{DAY}[’']s|this\s+past\s+week\b|"
    rf"(?:(?:in|since|by)\s+)?(?:early|mid|late)[-\s]{MONTH}\b|"
    rf"(?:in|over|during)\s+recent\s+{LASTING}\b|by\s+{YEAR}|"
    rf"(?:in|since|during)\s+{MONTH_OR_YEAR}(?:\s+(?:to|through|until)\s+{MONTH_OR_YEAR})?|"
    rf"from\s+{MONTH_OR_YEAR}(?:\s+(?:to|through|until)\s+|-){MONTH_OR_YEAR}|"
    rf"(?:(?:in|over|during|for|within)\s+)?the\s+(?:last|past|next|previous|coming)\s+(?:[\w-]+\s+){{0,2}}{LASTING}\b|"
    rf"(?:(?:nearly|almost|about|over)\s+)?[\w-]+\s+(?:{LASTING}|hour|day|week|month|year)\s+ago\b)"
)
# "So far underground" tells how far.
FAR = r"(?:under|away|as|from|that|beyond|to|out|off|behind|ahead|apart|north|south|east|west)"
SUM = rf"(?:so far(?! {FAR})|to date|until now|up to now|by now|in total|in all(?=[,.;]|$)|altogether|now(?!-))\b"
STAGE = r"(?:current|currently|initially|at present|at the moment|at the time|recently)\b"
# Since somebody did something, up to the end of the clause. After a comma "since" is "because".
SINCE = r"(?<![,;] )since\s+(?:[^\s,.;:]+\s+){1,9}?[^\s,.;:]+(?=[,.;:]|$)"
LED = r"(?:(?:as of|by|since|on|until|through)\s+)?"
AS_OF = compile_later(rf"\b(?:{SUM}|{STAGE}|(?:{LED}{TIME}|{PERIOD})(?![’']s)|{SINCE})", re.I)
# A time beside one of these is that of saying so.
SAYING = (
    r"(?:said|says|say|reported|announced|stated|added|declared|condemned|confirmed|warned|claimed|wrote|disclosed|"
    r"called|urged|vowed|promised|pledged|proposed|demanded)"
)
SAYING_SO = (
    r"(?:speech|statement|interview|address|letter|briefing|news conference|press conference|testimony|broadcast)"
)
SAID_BEFORE = compile_later(
    rf"\b(?:{SAYING}(?:\s+(?:in|to|by)\s+(?:(?:an?|the|his|her|its|their)\s+)?[\w-]+(?:\s+[\w-]+)?)?|"
    rf"told\s+(?:[\w-]+\s+){{1,2}}?[\w-]+|{SAYING_SO})\s*$",
    re.I,
)
MOMENT = compile_later(rf"(?:on\s+)?{TIME}|last\s+(?:week|month|year)\b", re.I)
SAID_AFTER = compile_later(rf"\s+{SAYING}\b", re.I)
# "Friday, an officer said": only where it opens the sentence.
SAID_LATER = compile_later(r"\s*,\s+(?:[\w.’'-]+\s+){1,5}?(?:said|says|told)\b", re.I)
# How far before a time its verb of saying is looked for.
SAID_WITHIN = 50
# The number and its time do not belong together if one of these stands between them.
OF_THEN = r"(?:in|on|at|during|before|an?\s+(?:year|month|week|decade)|last|the\s+same|it|they|he|she|those)"
BREAK_WORDS = rf"that|which|who|whom|whose|whether|because|while|but|although|where|than\s+{OF_THEN}|than(?=\s*$)"
BREAK = compile_later(rf"[;:“”\"]|\b(?:{BREAK_WORDS}|when)\b", re.I)
# "12 died when a ferry sank on Monday": the day of what killed them is theirs.
BREAK_OF_FATE = compile_later(rf"[;:“”\"]|\b(?:{BREAK_WORDS})\b|\band\s+(?:an?|the|its|their)\b.*\bwhen\b", re.I)
# "112, up from 98 on Sunday".
COMPARED = compile_later(r"[,(]\s+(?:up|down|compared)?\s*(?:from|with)\s+(?:[\w-]+\s+){0,2}?[$£€]?[0-9]", re.I)
# What the clause right after a number tells of it is dated alike, and so is what "last year that killed" leads to.
RELATIVE = compile_later(r"\s*,?\s*(?:who|that|which)\b", re.I)
DOING = compile_later(r"\s+(?:(?:that|which)\s+[\w-]+(?:\s+[\w-]+)?|when)\s+", re.I)
# Another clause begins: "of those killed last year, suspects had been found in four".
OTHER_CLAUSE = compile_later(r",\s+(?:[\w-]+\s+){1,3}(?:had|has|have|was|were|is|are)\b", re.I)
# "Eight of the 14 since 1993": the time is that of the 14.
FEW = r"(?:[0-9]|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty\b)"
PARTITIVE = compile_later(rf"\s+of\s+(?:the|these|those|all)\s+{FEW}", re.I)
# Sums up the number right after it, and no other.
TOTAL = compile_later(r"\ba total of(?=\s?$)", re.I)
LONGEST_TOTAL = len(" a total of ")
CUMULATIVE = compile_later(rf"{SUM}|a total of|since\b", re.I)
# "Initially 10, it rose to 12": it dates the number beside it alone.
STAGED = compile_later(STAGE, re.I)
FURTHEST_STAGE = 17
# "On Monday, police in Kell raided two homes": what opens a sentence dates all of it.
FURTHEST_OPENING = 120
# "12 sank in Kell, and Skerry lost its pier on Monday", unlike "12 sank, and 3 burned on Monday".
ANOTHER_SUBJECT = compile_later(r",\s+and\s+(?:[A-Z]|(?:the|an?|its|his|her|their)\b)")


class Dating(Enum):
    """How far off, in characters, the words may stand that date a number; ``SUMS``: only words that sum up may."""

    NEVER = 0
    SUMS = 30
    NEAR = 60
    FAR = 170


def find_times(text: str, sentence: Span) -> tuple[Span, ...]:
    """Every stretch of the sentence that may say as of when a number stands, days of saying so left out."""
    found = (Span(*match.span()) for match in AS_OF.finditer(text, sentence.start, sentence.end))
    return tuple(time for time in found if not _is_of_saying(text, sentence, time))


def nearest_time(text: str, span: Span, times: Sequence[Span], dating: Dating) -> Span | None:
    """The nearest of ``times``, which stand in order, to the number of ``span`` in the same clause, or None."""
    if dating is Dating.NEVER:
        return None
    total = TOTAL.search(text, max(0, span.start - LONGEST_TOTAL), span.start)
    if total is not None:
        return Span(*total.span())
    place = bisect(times, span)
    around = times[max(0, place - 2) : place + 2]
    if dating is Dating.SUMS:
        around = tuple(time for time in around if is_cumulative(time.cut(text)) or STAGED.match(text, time.start))
    beside = [time for time in around if not time.overlaps(span) and not _is_apart(text, span, time, dating)]
    return min(beside, key=lambda time: _gap(span, time), default=None)


def is_cumulative(wording: str) -> bool:
    """True of "so far", "in total", "since Friday": a later count of the same may be higher."""
    return CUMULATIVE.match(wording) is not None


def _is_of_saying(text: str, sentence: Span, time: Span) -> bool:
    """The Friday of "said on Friday" and "the ministry Friday condemned"."""
    if not MOMENT.match(text, time.start):
        return False
    start = max(sentence.start, time.start - SAID_WITHIN)
    if time.start - sentence.start < 2 and SAID_LATER.match(text, time.end):
        return True
    return bool(SAID_BEFORE.search(text[start : time.start])) or SAID_AFTER.match(text, time.end) is not None


def _is_apart(text: str, span: Span, time: Span, dating: Dating) -> bool:
    gap, furthest = _gap(span, time), dating.value
    opens = time.end < span.start and text[time.end : time.end + 1] == "," and _opens_clause(text, time)
    furthest = max(furthest, FURTHEST_OPENING) if opens and furthest > Dating.SUMS.value else furthest
    if gap > (FURTHEST_STAGE if STAGED.match(text, time.start) else furthest):
        return True
    start = min(span.end, time.end)
    end = start + gap
    if time.start < span.start:
        if DOING.fullmatch(text, start, end):
            return False
        if text[start:end].split() in (["as"], ["after"]):  # "identified on Monday as two sailors"
            return True
        return BREAK.search(text, start, end) is not None or (
            not _opens_clause(text, time) and OTHER_CLAUSE.search(text, start, end) is not None
        )
    relative = RELATIVE.match(text, start, end)
    if ANOTHER_SUBJECT.search(text, start, end) or COMPARED.search(text, start, end):
        return True
    broken = BREAK_OF_FATE if dating is Dating.FAR else BREAK
    return PARTITIVE.match(text, start, end) is not None or (
        broken.search(text, relative.end() if relative else start, end) is not None
    )


def _opens_clause(text: str, time: Span) -> bool:
    return time.start < 2 or not text[time.start - 2].isalnum()


def _gap(span: Span, time: Span) -> int:
    return max(time.start - span.end, span.start - time.end)
