"""A search put to a database: what is looked up as words and marks, and what is looked at in the rows found so.

An "or" between the two is asked as several questions, whose answers are put together.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product

from sqlalchemy import ColumnElement, Connection, Table, exists, not_, or_, select

from sayso.errors import BadQuery
from sayso.ledger.claimrows import fold_name
from sayso.ledger.inside import FINE, fold_unit, quantity, timex, toponym
from sayso.ledger.listing import speaker, speaker_word
from sayso.ledger.marks import (
    circle_sieve,
    least_product,
    mark_of,
    mark_of_name,
    number_core,
    number_sieve,
    on_globe,
    time_core,
    time_sieve,
)
from sayso.ledger.numbering import numbers_between
from sayso.ledger.words import EVERYTHING, MARKS, All, Phrase, Wanted, find_tokens
from sayso.ledger.words import Either as AnyOf
from sayso.linking.quoted.speakers import same_speaker
from sayso.search.query import (
    Both,
    Either,
    Exactly,
    Marked,
    Named,
    NameOf,
    Near,
    Not,
    Number,
    Part,
    Published,
    Query,
    Told,
    Words,
)

MOST_QUESTIONS = 32
ROUNDED = 2.0  # at most, of a product, by whole numbers in place of others
MOST_NAMES = 2000  # of speakers that share the last word of the one asked for
MOST_CALLED = 200  # names of one speaker

Condition = Callable[[ColumnElement[int]], ColumnElement[bool]]


@dataclass(frozen=True, slots=True)
class Question:
    """Rows for which ``asked`` holds, and then ``conditions`` of their numbers."""

    asked: All
    conditions: tuple[Condition, ...] = ()

    def with_(self, other: Question) -> Question:
        asked = All(self.asked.parts + other.asked.parts, self.asked.without + other.asked.without)
        return Question(asked, self.conditions + other.conditions)


def make_questions(query: Query, connection: Connection) -> list[Question]:
    """What is asked of the database; a row that answers one of them is found. Raises BadQuery where they are many."""
    if query.part is None:
        return []
    questions = _Asker(connection).spread(query.part, negated=False)
    if len(questions) > MOST_QUESTIONS:
        reason = f"OR stands between fields in more than {MOST_QUESTIONS} ways"
        raise BadQuery(query.written, 0, len(query.written), reason, "search for some of them at a time")
    return questions


@dataclass(frozen=True, slots=True)
class _Asker:
    connection: Connection

    def spread(self, part: Part, *, negated: bool) -> list[Question]:
        if _in_words(part):
            asked = self.word(part)
            return [Question(All((), (asked,)) if negated else All((asked,)))]
        if isinstance(part, Not):
            return self.spread(part.part, negated=not negated)
        if isinstance(part, Both | Either):
            each = [self.spread(one, negated=negated) for one in part.parts]
            return _all_of(each) if isinstance(part, Both) != negated else [one for some in each for one in some]
        assert isinstance(part, Number | Published | Told | Near)  # all others are words
        return [look(part, negated=negated)]

    def word(self, part: Part) -> Wanted:
        """What can be looked up as words and marks alone."""
        if isinstance(part, Words):
            return Phrase(part.words)
        if isinstance(part, Named):
            return self.named(part)
        if isinstance(part, Exactly):
            return _mark(mark_of_name("s" if part.of is NameOf.SPEAKER else "o", part.name))
        if isinstance(part, Marked):
            return _mark(part.value if part.kind == "is" else mark_of(part.kind, part.value))
        if isinstance(part, Not):
            return All((), (self.word(part.part),))
        assert isinstance(part, Both | Either)
        if isinstance(part, Either):
            return AnyOf(tuple(self.word(one) for one in part.parts))
        ruled_out = tuple(self.word(one.part) for one in part.parts if isinstance(one, Not))
        return All(tuple(self.word(one) for one in part.parts if not isinstance(one, Not)), ruled_out)

    def named(self, part: Named) -> Wanted:
        if part.of is not NameOf.SPEAKER:
            return Phrase(part.words, column="places" if part.of is NameOf.PLACE else part.of.value)
        called = [_mark(mark_of_name("s", name)) for name in self.names_of(part.written)]
        holds = [] if part.whole else [Phrase(part.words, column="speaker")]
        return AnyOf((*called, *holds)) if called or holds else _mark("nobody")

    def names_of(self, written: str) -> list[str]:
        """The names in the ledger under which the one that is meant speaks."""
        last = find_tokens(written)[-1:]  # the family name, of most
        named = select(speaker.c.name).join(speaker_word, speaker_word.c.speaker == speaker.c.number)
        wanted = named.where(speaker_word.c.word.in_(last)).distinct().limit(MOST_NAMES)
        names = sorted(str(name) for name in self.connection.execute(wanted).scalars())
        return [name for name in names if is_called(name, written)][:MOST_CALLED]


def look(part: Number | Published | Told | Near, *, negated: bool) -> Question:
    """What is looked at in each row, with the marks that leave few of them to look at."""
    unit: list[Wanted] = []
    if isinstance(part, Published):
        sieve, condition = None, _within(*numbers_between(part.first, part.last))
    elif isinstance(part, Told):
        touches = or_(timex.c.last >= part.first, timex.c.last.is_(None))
        sieve, condition = time_sieve(part.first, part.last), _holds(timex, timex.c.first <= part.last, touches)
    elif isinstance(part, Near):
        x, y, z = on_globe(part.lat, part.lon)
        near = toponym.c.x * x + toponym.c.y * y + toponym.c.z * z >= least_product(part.km) * FINE - ROUNDED
        sieve, condition = circle_sieve(part.lat, part.lon, part.km), _holds(toponym, near)
    else:
        sieve, condition = _look_at_numbers(part)
        unit = [_mark(mark_of_name("u", fold_unit(part.unit)))] if part.unit else []
    if negated:
        core = _core_of(part)
        ruled_out = (AnyOf(tuple(map(_mark, core))),) if core else ()  # few rows are left to look at
        return Question(All((), ruled_out), (lambda number: not_(condition(number)),))
    stretch = [AnyOf(tuple(map(_mark, sieve)))] if sieve else []
    return Question(All((*stretch, *unit)), (condition,))


def _core_of(part: Number | Published | Told | Near) -> list[str]:
    """Marks which only claims have that hold what is asked for."""
    if isinstance(part, Told):
        return time_core(part.first, part.last)
    return number_core(part.stretch.low, part.stretch.high) if isinstance(part, Number) and part.unit is None else []


def _look_at_numbers(part: Number) -> tuple[list[str], Condition]:
    low, high, is_open = part.stretch.low, part.stretch.high, part.stretch.open
    tests = [] if part.unit is None else [quantity.c.unit == fold_unit(part.unit)]
    if low is not None:
        tests.append(quantity.c.high > low if is_open else quantity.c.high >= low)
    if high is not None:
        tests.append(quantity.c.low < high if is_open else quantity.c.low <= high)
    return number_sieve(low, high), _holds(quantity, *tests)


def _within(first: int, last: int) -> Condition:
    return lambda number: number.between(first, last)


def _holds(inside: Table, *tests: ColumnElement[bool]) -> Condition:
    return lambda number: exists().where(inside.c.claim == number, *tests)


def is_called(speaker: str | None, name: str) -> bool:
    """Whether a name is the speaker's, however it is written: "quill" asks for Quill."""
    if speaker is None:
        return False
    asked = name.strip()
    asked = asked.title() if asked.islower() else asked
    return fold_name(speaker) == fold_name(asked) or same_speaker(speaker, asked) is True


def _in_words(part: Part) -> bool:
    """Whether words and marks tell all of it."""
    if isinstance(part, Not):
        return _in_words(part.part)
    if isinstance(part, Both | Either):
        return all(map(_in_words, part.parts))
    return isinstance(part, Words | Named | Exactly | Marked)


def _mark(mark: str) -> Phrase:
    return Phrase((mark,), column=MARKS)


def _all_of(each: Sequence[list[Question]]) -> list[Question]:
    """Every way of holding all, one question of each."""
    ways = [Question(EVERYTHING)]
    for some in each:
        ways = [one.with_(other) for one, other in product(ways, some)]
        if len(ways) > MOST_QUESTIONS:
            break  # which is refused
    return ways
