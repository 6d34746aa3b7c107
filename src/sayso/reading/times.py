"""When: every time that a text tells, with its value, how fine it is, and what it was reckoned from."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.reading.timing.anchors import Anchor, find_anchor
from sayso.reading.timing.clock_days import give_days
from sayso.reading.timing.finding import find_meanings
from sayso.reading.timing.hung import hang_on_events
from sayso.reading.timing.kinds import letters_of
from sayso.reading.timing.setting import Meaning, Setting
from sayso.reading.timing.signals import add_signals
from sayso.reading.timing.tokens import Tokens
from sayso.reading.timing.values import grain_of, read_interval
from sayso.records.article import Published
from sayso.records.span import Span
from sayso.records.timex import AnchorKind, Grain, Interval, OtherValue, TimeAnchor, Timex, TimexType

DEICTIC = frozenset(
    "".join(letters_of(kind) for kind in ("WEEKDAY", "YESTERDAY", "TODAY", "TOMORROW", "TONIGHT", "AGO"))
)
DATED = frozenset({TimexType.DATE, TimexType.TIME})
FINE = frozenset({Grain.MINUTE, Grain.HOUR, Grain.PART_OF_DAY, Grain.DAY, Grain.WEEKEND, Grain.WEEK})
# A history tells at least so many years, so many for every weekday or "yesterday".
LEAST_YEARS, MOST_DEICTIC = 4, 4
YEARS = frozenset(letters_of("YEAR"))


def find_timexes(
    text: str, published: Published | None = None, spans: Sequence[Span] | None = None
) -> tuple[Timex, ...]:
    """The times inside ``spans`` of ``text`` (all of it without), in their order, none overlapping another.

    They are reckoned from the text's own dateline, else from ``published``; without either, what hangs on that day
    is left open ("XXXX-WXX-5" is a Friday of an unknown week).
    """
    tokens = Tokens(text, [Span(0, len(text))] if spans is None and text else spans or [])
    anchor = find_anchor(text, published)
    setting = Setting(tokens, anchor, narrative=_is_narrative(tokens, anchor))
    meanings = hang_on_events(setting, give_days(setting, find_meanings(setting)))
    timexes = [_timex(setting, meaning) for meaning in meanings]
    return tuple(add_signals(setting, meanings, timexes))


def read_timexes(text: str, published: Published | None, given: Sequence[Span]) -> tuple[Timex | None, ...]:
    """For each of the given words of ``text`` what time they tell, in the same order; None where a rule sees none.

    For measuring what times mean apart from how they are found: words that `find_timexes` leaves out are read by
    themselves, without what stands around them.
    """
    found = find_timexes(text, published)
    return tuple(find_timex(span, found) or _read_alone(text, published, span) for span in given)


def _read_alone(text: str, published: Published | None, span: Span) -> Timex | None:
    return next(iter(find_timexes(text, published, [span])), None)


def find_days(timexes: Sequence[Timex]) -> tuple[Span, ...]:
    """The words that tell a day, a week or a finer time: those that may date a saying."""
    return tuple(timex.span for timex in timexes if timex.type in DATED and timex.grain in FINE)


def find_timex(span: Span, timexes: Sequence[Timex]) -> Timex | None:
    """The time whose words lie in the span ("Saturday" in "on Saturday"), the longest if there are more, or None."""
    inside = [timex for timex in timexes if timex.span.overlaps(span)]
    return max(inside, key=lambda timex: len(timex.span), default=None)


def _is_narrative(tokens: Tokens, anchor: Anchor) -> bool:
    """True of a text that tells of other years than its own, as history does: a missing year is the one told last."""
    if sum(map(tokens.letters.count, YEARS)) < LEAST_YEARS:  # of most texts, and quickly told
        return False
    near = range(anchor.year - 1, anchor.year + 2) if anchor.year is not None else range(0)
    years = sum(
        letter in YEARS and int(form) not in near for letter, form in zip(tokens.letters, tokens.forms, strict=True)
    )
    deictic = sum(map(tokens.letters.count, DEICTIC))
    return years >= LEAST_YEARS and years >= MOST_DEICTIC * deictic


def _timex(setting: Setting, meaning: Meaning) -> Timex:
    span = setting.tokens.span(meaning.first, meaning.last)
    value = meaning.value
    return Timex(
        span=span,
        type=meaning.type,
        value=value,
        grain=grain_of(value) if value else None,
        interval=_interval(meaning),
        mod=meaning.mod,
        signal=_signal(setting, meaning),
        zone=meaning.zone,
        anchor=TimeAnchor(meaning.anchor, meaning.reckoned_from),
        rule=meaning.rule,
        alternatives=tuple(OtherValue(other, read_interval(other)) for other in meaning.others),
    )


def _interval(meaning: Meaning) -> Interval | None:
    if meaning.type not in DATED or not meaning.value:
        return None
    interval = read_interval(meaning.value)
    until = read_interval(meaning.until) if meaning.until else None
    return Interval(interval.first, until.past_last) if interval and until else interval


def _signal(setting: Setting, meaning: Meaning) -> str | None:
    """The signal inside an expression, or of what it hangs on; those before it are added later."""
    if meaning.until is not None:
        return "from–to"
    return setting.tokens.word(meaning.last) if meaning.anchor is AnchorKind.EVENT else None
