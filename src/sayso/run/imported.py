"""Readings that come out of files: taken as they are, but for those that cannot be true of their own text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from sayso.errors import MalformedInput, SaysoError
from sayso.exports.reading_json import import_json
from sayso.records.reading import Reading, Unread
from sayso.records.span import Span

READING = b'"schema":"sayso.reading/1"'
HEAD = 200  # bytes of a file in which a reading says what it is


def holds_readings(path: Path) -> bool:
    """Whether a file's first line is a reading, of `sayso run` or `sayso read --format json`."""
    with path.open("rb") as file:
        return READING in file.read(HEAD)


def read_readings(path: Path) -> Iterator[Reading | Unread]:
    """The reading of each line; a line that is none gives a row that says why."""
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                try:
                    yield import_sound(line)
                except SaysoError as error:
                    yield Unread(f"{path}, line {number}", str(error))


def import_sound(line: bytes) -> Reading:
    """The reading of a line. Raises MalformedInput also where its spans or its time cannot be meant."""
    try:
        reading = import_json(line)
    except ValueError as error:  # a span that runs backwards
        raise MalformedInput("reading", str(error)) from error
    last = max((span.end for span in spans_of(reading)), default=0)
    if last > len(reading.article.text):
        raise MalformedInput("reading", f"a span ends at {last}, the text at {len(reading.article.text)}")
    published = reading.article.published
    if published is not None and published.day is not None and not _is_day(published.day):
        raise MalformedInput("reading", f"was published on {published.day!r}, which is no day")
    if any("\ud800" <= char <= "\udfff" for char in reading.article.id):
        raise MalformedInput("reading", "its id holds half a character")
    return reading


def spans_of(reading: Reading) -> Iterator[Span]:
    """Every span of a reading, whatever it is of."""
    yield from (block.span for block in reading.article.blocks)
    yield from (credit.span for credit in reading.credits)
    yield from (span for actor in reading.actors for span in actor.mentions)
    for attribution in reading.attributions:
        yield from (*attribution.source, *attribution.cue, *attribution.content)
        said = attribution.said
        yield from (span for span in (said.timex, said.place, said.occasion, said.addressee) if span)
    for claim in reading.claims:
        yield from claim.content
        yield from (link.evidence.span for link in claim.chain if link.evidence.span)
    yield from (span for relation in reading.relations for span in relation.missing)
    yield from (unread.span for unread in reading.unread if unread.span)
    for quantity in reading.quantities:
        yield from (span for span in (quantity.span, quantity.as_of) if span)
    for timex in reading.timexes:
        yield from (span for span in (timex.span, timex.anchor.span) if span)


def _is_day(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True
