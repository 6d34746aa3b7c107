"""What a ledger's articles are listed and found by, made from their readings: see `sayso.ledger.listing`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, func, insert, select, update

from sayso.articles.identity import digest_text
from sayso.ledger.claimpack import pack_claims, unpack_claims
from sayso.ledger.claimrows import (
    claim_rows,
    fold_name,
    marks_of,
    marks_of_outlet,
    title_words,
    whole_or_none,
    whole_words,
)
from sayso.ledger.inside import INSIDE
from sayso.ledger.listing import INDEXED, SHORT, claim, heading, page, speaker, speaker_word
from sayso.ledger.marks import EVERY
from sayso.ledger.numbering import IN_DAY, MOST_CLAIMS, first_of_day
from sayso.ledger.packing import unpack_reading, unpack_text
from sayso.ledger.schema import DERIVED, article, metadata
from sayso.ledger.wholeclaims import whole_rows
from sayso.ledger.words import Found, Of, add_words, create_words, drop_words, find_tokens, remove_words
from sayso.records.claim import Voice
from sayso.records.reading import Reading

NEW_ROWS = {table: insert(table) for table in (heading, claim, page, *INSIDE)}  # made once: an engine knows them
TOGETHER = 64  # articles whose rows are made at a time
LISTED = ("claim", "voice", "does")  # columns of a claim's own row that stand there as they are


@dataclass(frozen=True, slots=True)
class IndexRows:
    """What one article is listed and found by: all of each claim, whose number is ``first`` and so on; its heading.

    ``text`` is the article's own, ``inside`` has the rows of what stands in its claims, by table.
    """

    first: int
    heading: dict[str, Any]
    text: str
    claims: tuple[dict[str, Any], ...]
    inside: dict[Table, list[dict[str, Any]]]

    @property
    def number(self) -> int:
        return int(self.heading["article"])

    @property
    def spoken(self) -> tuple[Counter[str], Counter[str]]:
        """How many claims each name has, and how many as somebody who is named."""
        names = [(row["speaker"], row["named"]) for row in self.claims if row["speaker"]]
        return Counter(name for name, _ in names), Counter(name for name, named in names if named)

    def page_row(self) -> dict[str, Any]:
        return {"number": self.first, "article": self.number, "said": pack_claims(self.claims, self.text)}

    def claim_rows(self, speakers: Mapping[str, int]) -> list[dict[str, Any]]:
        """The rows of the table ``claim``; ``speakers`` are the numbers of names."""
        return [
            {"number": self.first + at, "article": self.number, "score": round(row["score"] * 1000)}
            | {name: row[name] for name in LISTED}
            | {"speaker": speakers.get(row["speaker"])}
            for at, row in enumerate(self.claims)
        ]

    def of(self, table: Table, speakers: Mapping[str, int]) -> Sequence[dict[str, Any]]:
        """The rows of one table."""
        if table is heading or table is page:
            return (self.heading if table is heading else self.page_row(),)
        return self.claim_rows(speakers) if table is claim else self.inside[table]

    def words(self) -> Found:
        """What is looked up of the article and its claims."""
        return words_of(self.first, self.heading["title"], self.heading["outlet"], self.text, self.claims)


def words_of(first: int, title: str, outlet: str | None, text: str, claims: Sequence[Mapping[str, Any]]) -> Found:
    beside = marks_of_outlet(outlet)
    said = [
        (row["words"], row["speaker"], row["via"], outlet, row["places"], " ".join(sorted(marks_of(row) | beside)))
        for row in claims
    ]
    return {
        Of.CLAIM: [(first + at, *columns) for at, columns in enumerate(said)],
        Of.PAGE: [(first, whole_words(text), title, outlet, " ".join(sorted(beside | {EVERY})))],
    }


def index_rows(number: int, reading: Reading, first: int) -> IndexRows:
    """What a reading gives, whose claims are numbered from ``first`` on: the same rows for the same reading."""
    one = reading.article
    title, outlet = whole_words(title_words(reading)), whole_or_none(one.outlet)
    claims: list[dict[str, Any]] = []
    inside: dict[Table, list[dict[str, Any]]] = {table: [] for table in INSIDE}
    for at, (row, held) in enumerate(islice(claim_rows(reading), MOST_CLAIMS)):
        claims.append(row)
        for table, values in held.rows:
            inside[table].append({"claim": first + at, **values})
    counts = {voice.value: sum(row["voice"] == voice.value for row in claims) for voice in Voice}
    return IndexRows(first, _heading_row(number, reading, title, outlet) | counts, one.text, tuple(claims), inside)


def _heading_row(number: int, reading: Reading, title: str, outlet: str | None) -> dict[str, Any]:
    one, published = reading.article, reading.article.published
    return {
        "article": number,
        "id": one.id,
        "text_key": digest_text(one.text)[:SHORT],
        "title": title,
        "outlet": outlet,
        "published": published.time if published else None,
        "precision": published.precision.value if published else None,
        "zone": published.zone if published else None,
        "modified": one.modified.time if one.modified else None,
        "model": reading.model.digest,
        "words": len(one.text.split()),
    }


def save_index(connection: Connection, number: int, reading: Reading) -> None:
    """Puts an article where it is listed and found. Called inside the change in which it lands."""
    save_indexes(connection, [(number, reading)])


def save_indexes(connection: Connection, readings: Iterable[tuple[int, Reading]]) -> None:
    """The same for some articles with their numbers, which costs less."""
    listed = ((first_of_day(_day_of(reading)), number, reading) for number, reading in readings)
    made: list[IndexRows] = []
    taken: dict[int, int] = {}
    for start, number, reading in sorted(listed, key=itemgetter(0, 1)):  # words land in order
        first = taken[start] if start in taken else _next_number(connection, start)
        made.append(index_rows(number, reading, first))
        taken[start] = first + max(1, len(made[-1].claims))
    speakers = _save_names(connection, *(sum((rows.spoken[at] for rows in made), Counter()) for at in (0, 1)))
    for table, new in NEW_ROWS.items():
        if some := [row for rows in made for row in rows.of(table, speakers)]:
            connection.execute(new, some)
    for rows in made:
        add_words(connection, rows.number, rows.words())


def _day_of(reading: Reading) -> str | None:
    published = reading.article.published
    return published.day if published else None


def _next_number(connection: Connection, start: int) -> int:
    """The least number above all that are taken of a day, whose own first one is ``start``."""
    within = (start, start + (1 << IN_DAY) - 1)
    wanted = (select(func.max(table.c.number)).where(table.c.number.between(*within)) for table in (page, claim))
    last = [connection.execute(one).scalar() for one in wanted]
    return max((one + 1 for one in last if one is not None), default=start)


def _save_names(connection: Connection, claims: Counter[str], named: Counter[str]) -> dict[str, int]:
    """The number of each name, which these claims are added to."""
    if not claims:
        return {}
    numbers = find_speakers(connection, claims)
    new = sorted(claims.keys() - numbers.keys())
    _count(connection, {number: (claims[name], named[name]) for name, number in numbers.items()})
    if new:
        last = connection.execute(select(func.max(speaker.c.number))).scalar() or 0
        made = {name: last + at for at, name in enumerate(new, 1)}
        rows = [
            {"number": made[name], "name": name, "key": whole_words(fold_name(name)), "claims": claims[name]}
            | {"named": named[name]}
            for name in new
        ]
        connection.execute(insert(speaker), rows)
        words = sorted({(word, number) for name, number in made.items() for word in words_of_name(name)})
        connection.execute(insert(speaker_word), [{"word": word, "speaker": number} for word, number in words])
        numbers |= made
    return numbers


def words_of_name(name: str) -> tuple[str, ...]:
    """The words by which a name is found; one that is none where it has no letter."""
    return find_tokens(name) or ("",)


def find_speakers(connection: Connection, names: Iterable[str]) -> dict[str, int]:
    """The numbers of those names that are there."""
    wanted = sorted(set(names))
    last = sorted({words_of_name(name)[-1] for name in wanted})
    found = (
        select(speaker.c.name, speaker.c.number)
        .join(speaker_word, speaker_word.c.speaker == speaker.c.number)
        .where(speaker_word.c.word.in_(last), speaker.c.name.in_(wanted))
    )
    return {str(row.name): int(row.number) for row in connection.execute(found)}


def _count(connection: Connection, more: Mapping[int, tuple[int, int]]) -> None:
    one = update(speaker).where(speaker.c.number == bindparam("whose"))
    added = one.values(claims=speaker.c.claims + bindparam("more"), named=speaker.c.named + bindparam("also"))
    rows = [{"whose": number, "more": claims, "also": named} for number, (claims, named) in sorted(more.items())]
    if rows:
        connection.execute(added, rows)


def drop_index(connection: Connection, number: int) -> None:
    """Takes an article out of the lists again."""
    wanted = (
        select(page.c.number, page.c.said, heading.c.title, heading.c.outlet, article.c.text)
        .join(heading, heading.c.article == page.c.article)
        .join(article, article.c.number == page.c.article)
        .where(page.c.article == number)
    )
    for row in connection.execute(wanted).all():
        text = unpack_text(row.text)
        claims = whole_rows(connection, row.number, unpack_claims(row.said, text))
        remove_words(connection, number, words_of(row.number, row.title, row.outlet, text, claims))
        for table in INSIDE:
            connection.execute(delete(table).where(table.c.claim.between(row.number, row.number + len(claims) - 1)))
        _drop_names(connection, [(one["speaker"], one["named"]) for one in claims if one["speaker"]])
        connection.execute(delete(claim).where(claim.c.number.between(row.number, row.number + len(claims) - 1)))
    for table in INDEXED:
        connection.execute(delete(table).where(table.c.article == number))


def _drop_names(connection: Connection, said: Sequence[tuple[str, int]]) -> None:
    less = Counter(name for name, _ in said)
    named = Counter(name for name, is_named in said if is_named)
    numbers = find_speakers(connection, less)
    _count(connection, {number: (-less[name], -named[name]) for name, number in numbers.items()})
    gone = select(speaker.c.number, speaker.c.name).where(
        speaker.c.number.in_(sorted(numbers.values())), speaker.c.claims <= 0
    )
    for row in connection.execute(gone).all():
        for word in set(words_of_name(row.name)):
            connection.execute(
                delete(speaker_word).where(speaker_word.c.word == word, speaker_word.c.speaker == row.number)
            )
        connection.execute(delete(speaker).where(speaker.c.number == row.number))


def make_index_anew(connection: Connection, import_reading: Callable[[bytes], Reading]) -> None:
    """Makes every derived table again in the shape that it has today, and fills it from the readings."""
    derived = [table for table in metadata.sorted_tables if table.info == DERIVED]
    drop_words(connection)
    metadata.drop_all(connection, derived)
    metadata.create_all(connection, derived)
    create_words(connection)
    numbers = connection.execute(select(article.c.number).order_by(article.c.number)).scalars().all()
    for start in range(0, len(numbers), TOGETHER):
        wanted = select(article.c.number, article.c.text, article.c.reading)
        rows = connection.execute(wanted.where(article.c.number.in_(numbers[start : start + TOGETHER])))
        readings = [(int(row.number), import_reading(unpack_reading(row.text, row.reading))) for row in rows]
        save_indexes(connection, readings)
