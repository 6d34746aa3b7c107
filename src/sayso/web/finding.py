"""Claims found in a ledger by their words, speaker, outlet and voice; and all that one source says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, column, func, select, table, text

from sayso.ledger.index import claim, fold_name, heading, page
from sayso.linking.quoted.speakers import same_speaker
from sayso.records.span import Span
from sayso.web.page import Keys

LOOKED_AT = 2000  # matches that are counted and listed; a search that finds more says so
ON_PAGE = 25
WORD = re.compile(r"\w+")
PHRASE = re.compile(r'"([^"]*)"|(\S+)')
AROUND = 140  # characters of an article around a word that was looked for
VOICES = ("own", "attributed", "unsettled")
DOES = ("asserts", "confirms", "denies", "hedges", "intends", "asks")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for; empty fields ask for nothing. ``where`` is "claims" or "texts"."""

    words: str = ""
    speaker: str = ""
    outlet: str = ""
    voice: str = ""
    does: str = ""
    where: str = "claims"
    page: int = 1

    @property
    def is_empty(self) -> bool:
        return not (self.words.strip() or self.speaker.strip() or self.outlet.strip() or self.voice or self.does)


@dataclass(frozen=True, slots=True)
class Hit:
    """A claim, or a stretch of an article, that was found. ``parts`` are its words; every second one was asked for."""

    article: str
    claim: str | None
    outlet: str | None
    title: str
    day: str | None
    voice: str | None
    does: str | None
    hedged: bool
    quoted: bool
    confidence: str | None
    speaker: str | None
    via: str | None
    parts: tuple[str, ...]
    link: str
    pick: str | None


@dataclass(frozen=True, slots=True)
class Facet:
    """Of the matches, so many have ``value``."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Found:
    """One page of what was found, the newest first; ``more`` if not all matches were looked at."""

    asked: Asked
    hits: tuple[Hit, ...]
    total: int
    more: bool
    pages: int
    facets: dict[str, tuple[Facet, ...]]


def match_words(words: str) -> str:
    """What was typed as a question to the database: all words, phrases in quotation marks as they stand."""
    terms = []
    for phrase, word in PHRASE.findall(words):
        tokens = WORD.findall(phrase or word)
        if tokens:
            terms.append('"' + " ".join(tokens) + '"')
    return " AND ".join(terms)


def find_claims(connection: Connection, asked: Asked, keys: Keys) -> Found:
    """The claims that are asked for."""
    if asked.words.strip() and not match_words(asked.words):  # signs only: no claim holds them as words
        return Found(asked, (), 0, False, 1, {})
    rows = _looked_at(connection, asked)
    more, rows = len(rows) > LOOKED_AT, rows[:LOOKED_AT]
    if asked.speaker.strip():
        called = {name for name in {row.speaker for row in rows} if _is_called(name, asked.speaker)}
        rows = [row for row in rows if row.speaker in called]
    rows = sorted(rows, key=lambda row: (row.day or "", row.number), reverse=True)
    first = (asked.page - 1) * ON_PAGE
    terms = WORD.findall(asked.words.casefold())
    whole = _whole_rows(connection, [row.number for row in rows[first : first + ON_PAGE]])
    hits = tuple(_hit(row, terms, keys) for row in whole)
    return Found(asked, hits, len(rows), more, max(1, -(-len(rows) // ON_PAGE)), _facets(rows))


def _matched(asked: Asked) -> str | None:
    parts = [match_words(asked.words)] if match_words(asked.words) else []
    names = [f'speaker : "{word}"' for word in WORD.findall(fold_name(asked.speaker))[-1:]]
    return " AND ".join([*(f"({part})" for part in parts), *names]) or None


def _is_called(speaker: str | None, name: str) -> bool:
    if speaker is None:
        return False
    asked = name.strip()
    asked = asked.title() if asked.islower() else asked  # "quill" asks for Quill
    return fold_name(speaker) == fold_name(asked) or same_speaker(speaker, asked) is True


def _looked_at(connection: Connection, asked: Asked) -> list[Any]:
    """The newest matches with what they are counted by, and one more than are looked at where there are more."""
    columns = (claim.c.number, claim.c.day, claim.c.voice, claim.c.does, claim.c.speaker, claim.c.outlet)
    wanted = select(*columns).order_by(claim.c.number.desc()).limit(LOOKED_AT + 1)
    matched = _matched(asked)
    if matched is not None:  # the words' own table goes through its matches from the newest on
        words = table("claim_words", column("rowid"))
        wanted = select(*columns).join(words, words.c.rowid == claim.c.number).limit(LOOKED_AT + 1)
        wanted = wanted.where(text("claim_words MATCH :matched")).params(matched=matched).order_by(words.c.rowid.desc())
    for name, value in ((claim.c.outlet, asked.outlet), (claim.c.voice, asked.voice), (claim.c.does, asked.does)):
        if value.strip():
            wanted = wanted.where(name == value.strip())
    return list(connection.execute(wanted))


def _whole_rows(connection: Connection, numbers: Sequence[int]) -> list[Row[Any]]:
    """The claims with these numbers, in this order."""
    wanted = (
        select(claim, heading.c.id, heading.c.title, heading.c.text_key)
        .join(heading, heading.c.article == claim.c.article)
        .where(claim.c.number.in_(numbers))
    )
    found = {row.number: row for row in connection.execute(wanted)}
    return [found[number] for number in numbers]


def _facets(rows: Sequence[Any]) -> dict[str, tuple[Facet, ...]]:
    columns = ("voice", "does", "speaker", "outlet")
    counts = {name: Counter(getattr(row, name) for row in rows if getattr(row, name)) for name in columns}
    return {
        name: tuple(Facet(value, times) for value, times in sorted(counted.items(), key=lambda i: (-i[1], i[0]))[:10])
        for name, counted in counts.items()
    }


def _hit(row: Row[Any], terms: Sequence[str], keys: Keys) -> Hit:
    link = keys.link(row.id, Span(row.start, row.end))
    return Hit(
        article=row.id,
        claim=row.claim,
        outlet=row.outlet,
        title=row.title,
        day=row.day,
        voice=row.voice,
        does=row.does,
        hedged=bool(row.hedged),
        quoted=bool(row.quoted),
        confidence=row.confidence,
        speaker=row.speaker,
        via=row.via,
        parts=split_found(row.words, terms),
        link=link,
        pick=f"{row.text_key}.{row.claim}",
    )


def split_found(words: str, terms: Sequence[str]) -> tuple[str, ...]:
    """The words cut up so that every second part is a word that was looked for."""
    if not terms:
        return (words,)
    pattern = r"\b(" + "|".join(re.escape(term) for term in sorted(set(terms), key=len, reverse=True)) + r")\b"
    return tuple(re.split(pattern, words, flags=re.IGNORECASE))


def find_texts(connection: Connection, asked: Asked, keys: Keys) -> Found:
    """The articles whose title or text holds the words, each with the first place where it does."""
    matched = match_words(asked.words)
    if not matched:
        return Found(asked, (), 0, False, 1, {})
    rows = connection.execute(
        text("SELECT rowid FROM page_words WHERE page_words MATCH :matched ORDER BY rowid DESC LIMIT :most"),
        {"matched": matched, "most": LOOKED_AT + 1},
    ).all()
    numbers = [row[0] for row in rows][:LOOKED_AT]
    listed = _headings(connection, numbers, asked.outlet)
    first = (asked.page - 1) * ON_PAGE
    shown = listed[first : first + ON_PAGE]
    terms = WORD.findall(asked.words.casefold())
    hits = tuple(_text_hit(connection, row, terms, keys) for row in shown)
    outlets = Counter(row.outlet for row in listed if row.outlet)
    facets = {"outlet": tuple(Facet(name, times) for name, times in outlets.most_common(10))}
    return Found(asked, hits, len(listed), len(rows) > LOOKED_AT, max(1, -(-len(listed) // ON_PAGE)), facets)


def _headings(connection: Connection, numbers: Sequence[int], outlet: str) -> list[Row[Any]]:
    found: list[Row[Any]] = []
    for start in range(0, len(numbers), 500):
        wanted = select(heading).where(heading.c.article.in_(numbers[start : start + 500]))
        found += connection.execute(wanted.where(heading.c.outlet == outlet) if outlet else wanted).all()
    return sorted(found, key=lambda row: (row.published or "", row.article), reverse=True)


def _text_hit(connection: Connection, row: Row[Any], terms: Sequence[str], keys: Keys) -> Hit:
    words = str(connection.execute(select(page.c.text).where(page.c.article == row.article)).scalar_one())
    at = _first_place(words, terms)
    start, end = max(0, at - AROUND), min(len(words), at + AROUND)
    start = words.find(" ", start, at) + 1 if start and words.find(" ", start, at) >= 0 else start
    end = words.rfind(" ", at, end) if end < len(words) and words.rfind(" ", at, end) > at else end
    span = Span.trimmed(words, start, end) or Span(0, min(1, len(words)))
    return Hit(
        article=row.id,
        claim=None,
        outlet=row.outlet,
        title=row.title,
        day=(row.published or "")[:10] or None,
        voice=None,
        does=None,
        hedged=False,
        quoted=False,
        confidence=None,
        speaker=None,
        via=None,
        parts=split_found(" ".join(span.cut(words).split()), terms),
        link=keys.link(row.id, span),
        pick=None,
    )


def _first_place(words: str, terms: Sequence[str]) -> int:
    for term in terms:
        found = re.search(rf"\b{re.escape(term)}\b", words, flags=re.IGNORECASE)
        if found:
            return found.start()
    return 0


def list_sources(connection: Connection, most: int = 200) -> tuple[Facet, ...]:
    """The named speakers of a ledger, each with the number of its claims, the most heard first."""
    times = func.count().label("times")
    wanted = (
        select(func.min(claim.c.speaker).label("name"), times)
        .where(claim.c.speaker_key.is_not(None), claim.c.named == 1)
        .group_by(claim.c.speaker_key)
        .order_by(times.desc(), claim.c.speaker_key)
        .limit(most)
    )
    return tuple(Facet(str(row.name), int(row.times)) for row in connection.execute(wanted))
