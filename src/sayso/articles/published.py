"""When a page says that it was published: never more precise than written, no zone unless one is given."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time

from sayso.lists.time_words import MONTHS
from sayso.patterns import compile_later
from sayso.records.article import Precision, Published

LINE_LENGTH = 120  # a longer line is a paragraph
HEAD_LINES = 15  # a bare date line counts among the first non-empty lines; further down it dates something else
LABELLED_LINES = 60  # "Published ..." counts a little longer, and among the last TAIL_LINES
TAIL_LINES = 10

_MONTH = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b\.?"
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_DATES = tuple(
    compile_later(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)(?!\d|-\d)",
        rf"\b{_YEAR}(?P<month>\d\d)(?P<day>\d\d)(?=T\d|\b)",
        rf"\b{_YEAR}[/.](?P<month>\d\d?)[/.](?P<day>\d\d?)\b",
        rf"\b{_MONTH}[ ]?{_DAY},?[ ]{{0,3}}(?:at[ ])?{_YEAR}\b",
        rf"\b{_DAY}[ ]?(?:of[ ])?[-/]?{_MONTH}[-/,]?[ ]{{0,3}}{_YEAR}\b",
        rf"\b{_YEAR},?[ ]{_MONTH}[ ]{_DAY}\b",
        rf"\b(?P<first>\d\d?)(?P<separator>[/.-])(?P<second>\d\d?)(?P=separator){_YEAR}\b",
        rf"\b{_YEAR}-(?P<month>\d\d)(?!\d|-)",
        rf"\b{_MONTH},?[ ]{_YEAR}\b",
    )
)
_ONLY_YEAR = compile_later(rf"{_YEAR}\Z")
_CLOCKS = tuple(
    compile_later(pattern, re.IGNORECASE)
    for pattern in (
        (
            r"(?<![\d:.])(?P<hour>\d\d?)[:.h](?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d{1,9})?)?"
            r"(?![\d:])(?:[ ]?(?P<half>[ap])\.?m\b\.?)?"
        ),
        r"(?<![\d:.])(?P<hour>\d\d)(?P<minute>\d\d)(?P<second>\d\d)?(?=Z|[ ]?(?:GMT|UTC)\b|[+-]\d\d)",
        r"(?<![\d:.])(?P<hour>\d\d?)[ ]?(?P<half>[ap])\.?m\b\.?",
    )
)
# Only names of one meaning; "CST", "IST" and "ET" (summer or winter?) are read as no zone.
_ZONES = {
    "z": "+00:00",
    "utc": "+00:00",
    "gmt": "+00:00",
    "wet": "+00:00",
    "bst": "+01:00",
    "west": "+01:00",
    "wat": "+01:00",
    "cet": "+01:00",
    "cest": "+02:00",
    "eet": "+02:00",
    "cat": "+02:00",
    "sast": "+02:00",
    "eest": "+03:00",
    "msk": "+03:00",
    "eat": "+03:00",
    "pkt": "+05:00",
    "wib": "+07:00",
    "hkt": "+08:00",
    "sgt": "+08:00",
    "awst": "+08:00",
    "jst": "+09:00",
    "kst": "+09:00",
    "aest": "+10:00",
    "aedt": "+11:00",
    "nzst": "+12:00",
    "nzdt": "+13:00",
    "est": "-05:00",
    "edt": "-04:00",
    "cdt": "-05:00",
    "mst": "-07:00",
    "mdt": "-06:00",
    "pst": "-08:00",
    "pdt": "-07:00",
    "brt": "-03:00",
    "art": "-03:00",
}
_ZONE = compile_later(
    rf"[ ]?\(?(?:(?:GMT|UTC)?[ ]?(?P<sign>[+\-−])(?P<hours>\d\d?):?(?P<minutes>\d\d)?(?![\d:])"
    rf"|(?P<name>{'|'.join(sorted(_ZONES, key=len, reverse=True))})\b"
    r"|(?P<unclear>[A-Z]{1,3}T|[A-Z]{2,4}(?=\)))\b)\)?",
    re.IGNORECASE,
)
_WEEKDAY = (
    r"\b(?:mon|monday|tue|tues|tuesday|wed|weds|wednesday|thu|thur|thurs|thursday|fri|friday|sat|saturday|sun|sunday)\b"
)
_LATER = compile_later(r"\b(?:last[ ])?(?:updated?|modified|edited|revised|corrected)\b", re.IGNORECASE)
_FIRST = compile_later(r"\b(?:first|originally)?[ ]?(?:published|posted|issued|released|publication)\b", re.IGNORECASE)
# What may stand beside a date in a line of furniture.
_FURNITURE = compile_later(
    rf"{_WEEKDAY}|\b(?:first|originally|last|published|posted|issued|released|publication|updated?|modified|edited|"
    r"revised|corrected|date|hour|hours|hrs|time|local|on|at|the|from|in|by|about|minutes?|mins?|read|\d\d?[ ]min)\b"
    r"|[\s:,.;|·•()\[\]/–—-]",
    re.IGNORECASE,
)
_SEGMENTS = compile_later(r"[|·•]|[ ]/[ ]")


@dataclass(frozen=True, slots=True)
class _DateLine:
    """A line that is only a date, with the words that label it: rank 0 published, 1 bare, 2 updated."""

    published: Published
    rank: int


def parse_published(value: str) -> Published | None:
    """The time that ``value`` gives, in ISO 8601, RFC 2822 or the common formats of news pages; None if unclear.

    "03/04/2025" is unclear (two countries read it differently); "5 pm" gives no minute, so only the day is kept.
    """
    line = " ".join(value.replace("\xa0", " ").split())
    if not line or len(line) > LINE_LENGTH:
        return None
    if (year := _ONLY_YEAR.match(line)) is not None:
        return Published(year["year"], Precision.YEAR)
    found = _read_date(line)
    return found[0] if found is not None and not _rest(found[1]) else None


def find_published(text: str) -> Published | None:
    """The publication time that a line of ``text`` standing alone says; None if there is none.

    "Published ..." is believed before a bare date near the top, and that before "Updated ...". A date inside a
    sentence never counts.
    """
    lines = [line for line in _lines(text) if line]
    best: _DateLine | None = None
    for number, line in enumerate(lines):
        found = _read_line(line)
        near = LABELLED_LINES if found is not None and found.rank != 1 else HEAD_LINES
        if found is None or (number >= near and (found.rank == 1 or number < len(lines) - TAIL_LINES)):
            continue
        if best is None or found.rank < best.rank:
            best = found
    return best.published if best is not None else None


def _lines(text: str) -> list[str]:
    """Lines of the text with single spaces; a paragraph becomes "-", which is no date line."""
    return [" ".join(line.split()) if len(line) <= 2 * LINE_LENGTH else "-" for line in text.splitlines()]


def _read_line(line: str) -> _DateLine | None:
    if len(line) > LINE_LENGTH or not any(map(str.isdigit, line)):
        return None
    later = _LATER.search(line)
    first = _FIRST.search(line)
    if later is not None and first is not None and first.start() < later.start():
        return _dated(line[: later.start()], 0)
    if later is not None and first is None and later.start() > 0 and (dated := _dated(line[: later.start()], 1)):
        return dated
    whole = _dated(line, 0 if first is not None else 2 if later is not None else 1)
    return whole if whole is not None else _read_segments(_SEGMENTS.split(line)[:6])


def _read_segments(segments: list[str]) -> _DateLine | None:
    """The longest run of "Jane Roe | May 3, 2024 | 5:03 AM" that is only a date."""
    for size in range(len(segments) - 1, 0, -1):
        for start in range(len(segments) - size + 1):
            dated = _dated(" ".join(segments[start : start + size]), 1)
            if dated is not None:
                return dated
    return None


def _dated(line: str, rank: int) -> _DateLine | None:
    """The date that ``line`` is, if it is nothing but one; at least the day must be told."""
    found = _read_date(line)
    if found is None or found[0].day is None or _rest(found[1]):
        return None
    return _DateLine(found[0], rank)


def _rest(left: str) -> str:
    return _FURNITURE.sub("", left)


def _read_date(line: str) -> tuple[Published, str] | None:
    """The date of ``line`` with its time and zone, and what is left of the line without them."""
    for pattern in _DATES:
        match = pattern.search(line)
        if match is not None:
            fields = _calendar(match.groupdict())
            if fields is None:
                return None
            left = f"{line[: match.start()]} {line[match.end() :].removeprefix('T').removeprefix('t')}"
            return _with_clock(fields, left)
    return None


def _calendar(found: dict[str, str | None]) -> tuple[int, int, int | None] | None:
    """Year, month and day; None if there is no such day or if two readings of the numbers are possible."""
    year = int(found["year"] or 0)
    if found.get("first") is not None:
        numbers = _order(int(found["first"] or 0), int(found["second"] or 0), found["separator"] == ".")
        if numbers is None:
            return None
        month, day = numbers
    else:
        name = (found["month"] or "").lower()
        month = MONTHS[name] if name in MONTHS else int(name)
        day = int(found["day"] or 0) if found.get("day") is not None else None
    try:
        date(year, month, 1 if day is None else day)
    except ValueError:
        return None
    return year, month, day


def _order(first: int, second: int, dotted: bool) -> tuple[int, int | None] | None:
    """Month and day of a date in numbers: written with dots the day comes first, else only what is certain."""
    if dotted or first > 12 or first == second:
        return second, first
    return (first, second) if second > 12 else None


def _with_clock(fields: tuple[int, int, int | None], left: str) -> tuple[Published, str]:
    year, month, day = fields
    if day is None:
        return Published(f"{year:04}-{month:02}", Precision.MONTH), left
    plain = f"{year:04}-{month:02}-{day:02}"
    for pattern in _CLOCKS:
        match = pattern.search(left)
        if match is None:
            continue
        clock = _clock(match.groupdict())
        if clock is None:
            break
        zone, end = _read_zone(left, match.end())
        rest = f"{left[: match.start()]} {left[end:]}"
        if clock == "":
            return Published(plain, Precision.DAY), rest
        precision = Precision.SECOND if clock.count(":") == 2 else Precision.MINUTE
        return Published(f"{plain}T{clock}", precision, zone), rest
    return Published(plain, Precision.DAY), left


def _clock(found: dict[str, str | None]) -> str | None:
    """ "14:49" or "14:49:07"; "" if only the hour is told; None if there is no such time."""
    hour, half = int(found["hour"] or 0), (found.get("half") or "").lower()
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    minute, second = found.get("minute"), found.get("second")
    try:
        time(hour, int(minute or 0), int(second or 0))
    except ValueError:
        return None
    if minute is None:
        return ""
    return f"{hour:02}:{minute}" if second is None else f"{hour:02}:{minute}:{second}"


def _read_zone(left: str, start: int) -> tuple[str | None, int]:
    """The zone written at ``start`` and where it ends; a name of two meanings is passed over as None."""
    match = _ZONE.match(left, start)
    if match is None:
        return None, start
    if match["name"] is not None:
        return _ZONES[match["name"].lower()], match.end()
    if match["sign"] is None:
        return None, match.end()
    hours, minutes = int(match["hours"]), int(match["minutes"] or 0)
    if hours > 14 or minutes > 59:
        return None, start
    sign = "+" if match["sign"] == "+" else "-"
    return f"{sign}{hours:02}:{minutes:02}", match.end()
