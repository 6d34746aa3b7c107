"""The words before and after a number that leave it open: "at least", "nearly", "or more"."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.reading.counting.number_words import ONES
from sayso.reading.counting.tokens import Token, Tokens
from sayso.records.quantity import Bound


@dataclass(frozen=True, slots=True)
class Bounded:
    """The words from ``first`` up to ``last`` leave the number between them open on the side of ``bound``."""

    first: int
    last: int
    bound: Bound | None = None
    rough: bool = False


def _phrases(*rows: tuple[Bound | None, bool, str]) -> dict[tuple[str, ...], tuple[Bound | None, bool]]:
    return {tuple(phrase.split()): (bound, rough) for bound, rough, listed in rows for phrase in listed.split(", ")}


BEFORE = _phrases(
    (Bound.AT_LEAST, False, "at least, at the least, no fewer than, no less than, not less than, not fewer than"),
    (Bound.AT_LEAST, False, "upwards of, upward of, a minimum of, minimum of, at a minimum"),
    (Bound.AT_LEAST, False, "as few as, as little as, as low as"),
    (Bound.AT_MOST, False, "at most, at the most, up to, as many as, as much as, no more than, not more than"),
    (Bound.AT_MOST, False, "a maximum of, maximum of, as high as, as long as"),
    (Bound.AT_MOST, False, "within, within the next, within just, within a"),
    (
        Bound.MORE_THAN,
        False,
        "more than, more then, over, well over, far more than, greater than, above, in excess of, exceed",
    ),
    (Bound.MORE_THAN, False, "exceeding, exceeds, exceeded, surpassed, surpassing, topped, topping, past, beyond"),
    (Bound.MORE_THAN, False, "well above, many more than, much more than, higher than, longer than, larger than, >"),
    (Bound.LESS_THAN, False, "less than, fewer than, under, below, lower than, well under, far fewer than, shy of"),
    (None, True, "about, around, some, roughly, approximately, approx, circa, close to, an estimated, estimated, ~"),
    (None, True, "approx ., somewhere around, in the region of, on the order of, perhaps, maybe, an average of"),
    (Bound.LESS_THAN, True, "nearly, almost, just under, just below, just shy of, not quite, a little under"),
    (Bound.LESS_THAN, True, "slightly under, slightly less than, a little less than"),
    (Bound.MORE_THAN, True, "just over, just above, a little over, a little more than, slightly more than"),
    (Bound.MORE_THAN, True, "slightly over"),
)
AFTER = _phrases(
    (Bound.AT_LEAST, False, "or more, and more, or above, or over, and above, plus, +, at least, at the least"),
    (Bound.AT_LEAST, False, "- plus, or higher, or greater, and counting, and up, and upwards"),
    (Bound.AT_MOST, False, "or less, or fewer, or under, or below, at most, at the most"),
    (None, True, "more or less, or so, - odd, - ish, odd, or thereabouts"),
)
LONGEST = 4
# Before an article, too: "up to a 20 percent cut".
BEFORE_ARTICLE = frozenset(
    tuple(words.split())
    for words in (
        "up to",
        "at least",
        "at most",
        "more than",
        "less than",
        "as much as",
        "no more than",
        "no less than",
    )
)
# "A story about two men" is no guess at how many.
TOPICS = frozenset(
    """story stories film book report reports article talk talked talks talking question questions concern concerns
    think thinks know knows worried worry tale joke news rumours rumors complained complain movie something much heard
    told""".split()
)
# After these "over" is "during", or marks what is above what.
# What one is "over", and no number: "presided over two hearings".
OVER_WHAT = frozenset(
    """presided preside presiding control power concern concerns row dispute disputes debate fight fighting war clash
    clashes anger victory win won protest protests feud battle outrage arrested sued criticized criticised argued
    questioned""".split()
)
NEAR = frozenset("just little well slightly".split())
LASTING = frozenset("second minute hour day week month year decade century".split())
LENGTHS = frozenset({"km", "m", "mile", "yard", "foot", "nautical mile"})
# Before "past" they make it a bound; elsewhere it dates or places something.
RISES = frozenset(
    """rise rises rose risen rising climb climbs climbed climbing jump jumped jumping go goes went gone grew
    soared""".split()
)


def read_before(tokens: Tokens, first: int, unit: str) -> Bounded:
    """The open words right before the number of ``unit`` that begins at ``first``; ``last`` is where it begins."""
    bounded = Bounded(first, first)
    for _ in range(3):
        step = _phrase_before(tokens, bounded.first, unit)
        if step is None:
            return bounded
        length, (bound, rough) = step
        bounded = Bounded(bounded.first - length, first, bounded.bound or bound, bounded.rough or rough)
    return bounded


def _phrase_before(tokens: Tokens, first: int, unit: str) -> tuple[int, tuple[Bound | None, bool]] | None:
    last = first - 1 if _has_article(tokens, first) else first
    for length in range(min(LONGEST, last), 0, -1):
        words = tokens.words(last - length, length)
        if words in BEFORE:
            return None if _is_plain(tokens, last - length, last, unit) else (first - last + length, BEFORE[words])
    return None


def _has_article(tokens: Tokens, first: int) -> bool:
    """True if "a" stands between the number and its open words."""
    if tokens[first - 1].word not in {"a", "an"}:
        return False
    return any(tokens.words(first - 1 - length, length) in BEFORE_ARTICLE for length in (2, 3))


def _is_plain(tokens: Tokens, start: int, first: int, unit: str) -> bool:
    """True of a story about two men, over three days, under 24-hour guard: the number is not left open."""
    word = tokens[first - 1].word
    if tokens[start].word in {"within", "beyond"}:
        return unit not in LASTING | LENGTHS
    if word == "past":
        return tokens[first - 2].word not in RISES
    if word == "about":
        return tokens[first - 2].word in TOPICS
    if word == "over" and tokens[first - 2].word in OVER_WHAT:
        return True
    describes = any(tokens[at].form == "-" for at in range(first, first + 3))
    return (
        unit in LASTING and tokens[first - 2].word not in NEAR and (word == "over" or (word == "under" and describes))
    )


def read_after(tokens: Tokens, last: int) -> Bounded:
    """The open words at ``last``, right after a number or what it counts; ``first`` is ``last`` itself."""
    for length in range(3, 0, -1):
        words = tokens.words(last, length)
        after = tokens[last + length]
        if words in AFTER and not _belongs_to_next(tokens, last, after):
            bound, rough = AFTER[words]
            return Bounded(last, last + length, bound, rough)
    return Bounded(last, last)


def _belongs_to_next(tokens: Tokens, place: int, after: Token) -> bool:
    """True of "12 at least 3", "5 or more than" and the capital of a "6 Plus"."""
    return after.figures or after.word in {"than", *ONES} or tokens[place].capital


def open_ends(
    low: float | None, high: float | None, bound: Bound | None, *, counted: bool
) -> tuple[float | None, float | None]:
    """What ``bound`` leaves open of ``low`` to ``high``; what is counted never falls below none."""
    if bound in {Bound.AT_LEAST, Bound.MORE_THAN}:
        return low, None
    if bound in {Bound.AT_MOST, Bound.LESS_THAN}:
        return (0.0 if counted else None), high
    return low, high
