"""When: values, what they are reckoned from, what opens an interval, and what tells no time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.times import find_days, find_timex, find_timexes, read_timexes
from sayso.reading.timing.values import is_value
from sayso.records.article import Precision, Published
from sayso.records.span import Span
from sayso.records.timex import AnchorKind, Grain, Mod, Timex, TimexType

DAY = "2024-05-03"  # a Friday


def times(text: str, published: str | None = DAY) -> tuple[Timex, ...]:
    return find_timexes(text, Published(published, Precision.DAY) if published else None)


def only(text: str, published: str | None = DAY) -> Timex:
    (timex,) = times(text, published)
    return timex


def told(text: str, published: str | None = DAY) -> list[tuple[str, str | None]]:
    """The words and the value of each time."""
    return [(timex.span.cut(text), timex.value) for timex in times(text, published)]


VALUES: list[tuple[str, str, str]] = [
    # days of the calendar
    ("The pier closed on March 3, 2004.", "March 3, 2004", "2004-03-03"),
    ("The pier closed on 3 March 2004.", "3 March 2004", "2004-03-03"),
    ("The pier closed on the 3rd of March 2004.", "the 3rd of March 2004", "2004-03-03"),
    ("The pier closed on Wednesday, March 3, 2004.", "Wednesday, March 3, 2004", "2004-03-03"),
    ("The pier closed on 2004-03-03.", "2004-03-03", "2004-03-03"),
    ("The pier closed on 23/4/2004.", "23/4/2004", "2004-04-23"),
    ("The pier closed on April 28.", "April 28", "2024-04-28"),
    ("The pier closed on Dec. 28.", "Dec. 28", "2023-12-28"),
    ("The pier will reopen on Sept. 1.", "Sept. 1", "2024-09-01"),
    ("It changed after the Sept. 11 attacks.", "Sept. 11", "2001-09-11"),
    ("The year ended June 30 brought a loss.", "June 30", "2023-06-30"),
    ("It began the week of March 6.", "the week of March 6", "2024-W10"),
    # months
    ("The pact was signed in June 2023.", "June 2023", "2023-06"),
    ("The pact was signed in early June.", "early June", "2024-06"),
    ("The pact was signed last November.", "last November", "2023-11"),
    ("The pact was signed in March.", "March", "2024-03"),
    ("The pact will be signed in August.", "August", "2024-08"),
    ("The pact was signed in January this year.", "January this year", "2024-01"),
    # years and more
    ("The dam was built in 1961.", "1961", "1961"),
    ("The dam was built in late 1961.", "late 1961", "1961"),
    ("The dam was built in the 1960s.", "the 1960s", "196"),
    ("The dam was built in the 1800s.", "the 1800s", "18"),
    ("The dam was built in the '60s.", "the '60s", "196"),
    ("The dam was built in nineteen sixty-one.", "nineteen sixty-one", "1961"),
    ("The dam was built in the 19th century.", "the 19th century", "18"),
    ("The wall fell in 490 BC.", "490 BC", "BC0490"),
    # weekdays
    ("The pier closed on Friday.", "Friday", "2024-05-03"),
    ("The pier closed on Thursday.", "Thursday", "2024-05-02"),
    ("The pier closed last Friday.", "last Friday", "2024-04-26"),
    ("The pier will close on Monday.", "Monday", "2024-05-06"),
    ("The council has until Tuesday.", "Tuesday", "2024-05-07"),
    ("Until Tuesday, they had called nobody a suspect.", "Tuesday", "2024-04-30"),
    ("It had been scheduled to end on Tuesday.", "Tuesday", "2024-04-30"),
    ("The pier closed next Monday.", "next Monday", "2024-05-06"),
    ("Varga spoke on Tuesday night.", "Tuesday night", "2024-04-30TNI"),
    # days near the anchor
    ("The pier closed yesterday.", "yesterday", "2024-05-02"),
    ("The pier closed the day before yesterday.", "the day before yesterday", "2024-05-01"),
    ("The pier closed last night.", "last night", "2024-05-02TNI"),
    ("The pier closed this morning.", "this morning", "2024-05-03TMO"),
    ("The pier opens tomorrow.", "tomorrow", "2024-05-04"),
    # units
    ("The pier closed last week.", "last week", "2024-W17"),
    ("The pier closed earlier this month.", "earlier this month", "2024-05"),
    ("The pier closed over the weekend.", "the weekend", "2024-W17-WE"),
    ("The pier closed last year.", "last year", "2023"),
    ("The pier closed last summer.", "last summer", "2023-SU"),
    ("The pier closed in the winter of 1994.", "the winter of 1994", "1994-WI"),
    ("It will close by the end of the year.", "the end of the year", "2024"),
    ("The third quarter of 2019 was poor.", "The third quarter of 2019", "2019-Q3"),
    ("Sales will rise in Q4 2019.", "Q4 2019", "2019-Q4"),
    ("Profit fell in Q1.", "Q1", "2024-Q1"),
    ("Profit fell in the first quarter.", "the first quarter", "2024-Q1"),
    # counted
    ("The pier closed two weeks ago.", "two weeks ago", "2024-W16"),
    ("The pier closed ten days ago.", "ten days ago", "2024-04-23"),
    ("The pier closed about three years ago.", "about three years ago", "2021"),
    ("The pier closed a decade ago.", "a decade ago", "2014"),
    # feasts
    ("The pier closed last Thanksgiving.", "last Thanksgiving", "2023-11-23"),
    ("The pier closed on Christmas Eve.", "Christmas Eve", "2023-12-24"),
    ("The pier closed on Easter Sunday.", "Easter Sunday", "2024-03-31"),
    # clock times
    ("The blast came at 2:49 p.m. Thursday.", "2:49 p.m. Thursday", "2024-05-02T14:49"),
    ("The blast came at 0300 GMT.", "0300 GMT", "2024-05-03T03:00"),
    ("The blast came at noon.", "noon", "2024-05-03T12:00"),
    ("The blast came at 1400 hours.", "1400 hours", "2024-05-03T14:00"),
    ("He will leave at 4 in the morning.", "4 in the morning", "2024-05-03T04:00"),
    # lengths and sets
    ("It lasted two and a half years.", "two and a half years", "P2Y6M"),
    ("It lasted at least 72 hours.", "at least 72 hours", "PT72H"),
    ("It lasted a few days.", "a few days", "PXD"),
    ("It lasted for decades.", "decades", "PXY"),
    ("It will take the next 18 months.", "the next 18 months", "P18M"),
    ("They met every Thursday.", "every Thursday", "XXXX-WXX-4"),
    ("They met every two weeks.", "every two weeks", "P2W"),
]


@pytest.mark.parametrize(("text", "words", "value"), VALUES)
def test_a_time_is_found_whole_and_has_its_value(text: str, words: str, value: str) -> None:
    assert told(text) == [(words, value)]


@pytest.mark.parametrize(
    "text",
    [
        "She may resign, and may not.",
        "They march on.",
        "A 25-year-old man was six months old then.",
        "The firm paid $2000 for 1950 shares.",
        "Flight 1999 left from gate 1964.",
        "Sun Microsystems sued the Sunday Times.",
        "Three-quarters of it is gone.",
        "It was the last day of the session.",
        "The film High Noon ran on 60 Minutes.",
        "It fell like rain off a spring.",
        "Readers of USA Today know.",
        "The score was 3:12 after John 3:16.",
        "He hopes that she will one day follow.",
        "It costs $5 a year.",
        "Two thousand people came.",
        "He wished them a merry Christmas.",
        "It meets on the second Tuesday.",
        "",
        "   \n\n",
    ],
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert told(text) == []


def test_a_time_since_which_something_lasts_runs_up_to_the_anchor() -> None:
    timex = only("The army has been there since August 2023.")
    assert (timex.value, timex.signal) == ("2023-08", "since")
    assert timex.interval is not None
    assert (timex.interval.first, timex.interval.past_last) == ("2023-08-01", DAY)


@pytest.mark.parametrize(
    ("text", "signal", "ends"),
    [
        ("It ran from 2009 to 2011.", "from–to", ("2009-01-01", "2012-01-01")),
        ("It ran between May 2009 and June 2009.", "between–and", ("2009-05-01", "2009-07-01")),
        ("It ran Monday through Thursday.", "from–through", ("2024-04-29", "2024-05-03")),
        ("It will run from Tuesday to Thursday.", "from–to", ("2024-05-07", "2024-05-10")),
        ("It ran from May 1, 2001, to June 3, 2002.", "from–to", ("2001-05-01", "2002-06-04")),
    ],
)
def test_two_times_may_make_one_interval(text: str, signal: str, ends: tuple[str, str]) -> None:
    for timex in times(text):
        assert timex.signal == signal
        assert timex.interval is not None
        assert (timex.interval.first, timex.interval.past_last) == ends


@pytest.mark.parametrize(
    ("text", "words", "ends"),
    [
        ("They met on May 7-8.", "May 7-8", ("2024-05-07", "2024-05-09")),
        ("They fought in 1941-42.", "1941-42", ("1941-01-01", "1943-01-01")),
    ],
)
def test_a_range_in_one_expression_has_one_interval(text: str, words: str, ends: tuple[str, str]) -> None:
    timex = only(text)
    assert timex.span.cut(text) == words
    assert timex.interval is not None
    assert (timex.interval.first, timex.interval.past_last) == ends


def test_nobody_knows_when_what_ended_before_a_year_began() -> None:
    timex = only("He had left before 1990.")
    assert (timex.value, timex.signal, timex.interval) == ("1990", "before", None)


def test_what_hangs_on_an_event_gets_no_date() -> None:
    text = "Hours before Varga’s remarks, the pier had closed."
    timex = only(text)
    assert (timex.type, timex.value, timex.interval, timex.mod) == (TimexType.DURATION, "PTXH", None, Mod.BEFORE)
    assert timex.anchor.kind is AnchorKind.EVENT
    assert timex.anchor.span is not None
    assert timex.anchor.span.cut(text) == "Varga’s remarks"


def test_an_anniversary_is_a_distance_and_no_date() -> None:
    text = "They marked the 80th anniversary of the truce."
    timex = only(text)
    assert (timex.value, timex.interval, timex.mod) == ("P80Y", None, Mod.AFTER)
    assert timex.anchor.span is not None
    assert timex.anchor.span.cut(text) == "the truce"


def test_a_clock_time_takes_the_day_of_its_sentence() -> None:
    text = "On Monday it began at 7 p.m. and nobody came. The hall closed at 9 p.m."
    assert told(text)[1:] == [("7 p.m.", "2024-04-29T19:00"), ("9 p.m.", "2024-05-03T21:00")]


def test_the_night_of_a_day_is_one_time() -> None:
    assert told("It fell on the night of 1 May.") == [("the night of 1 May", "2024-05-01TNI")]


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("It came at 18:00 UTC.", "+00:00"),
        ("It came at 6:40 p.m. (GMT +8).", "+08:00"),
        ("It came at 5 p.m. EDT.", "-04:00"),
        ("It came at 5 p.m. local time.", "local time"),
        ("It came at 10:00 Moscow time.", "Moscow time"),
        ("It came at 5 p.m.", None),
    ],
)
def test_a_zone_is_an_offset_where_the_words_tell_one(text: str, zone: str | None) -> None:
    assert only(text).zone == zone


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        ("It closed in early 1961.", Mod.START),
        ("It closed at the end of 1961.", Mod.END),
        ("It closed in mid-1961.", Mod.MID),
        ("It lasted nearly two years.", Mod.APPROX),
        ("It lasted more than two years.", Mod.MORE_THAN),
        ("It lasted no more than two years.", Mod.EQUAL_OR_LESS),
        ("It lasted up to two years.", Mod.EQUAL_OR_LESS),
        ("It closed in 1961.", None),
    ],
)
def test_words_that_leave_a_time_open_are_kept(text: str, mod: Mod | None) -> None:
    assert only(text).mod is mod


def test_the_other_week_is_an_alternative_to_a_weekday() -> None:
    timex = only("The pier closed on Thursday.")
    assert [other.value for other in timex.alternatives] == ["2024-05-09"]
    assert timex.rule == "nearest day of that name until the anchor"


def test_the_dateline_comes_before_the_time_of_publication() -> None:
    text = "KELL, April 26 (Skerry Press) -- The pier closed on Thursday."
    timex = times(text)[-1]
    assert timex.value == "2024-04-25"
    assert timex.anchor.kind is AnchorKind.DATELINE
    assert timex.anchor.span is not None
    assert timex.anchor.span.cut(text) == "April 26"


def test_a_dateline_of_another_year_than_the_page_is_not_believed() -> None:
    assert told("March 1, 1998\n\nThe pier closed yesterday.")[-1] == ("yesterday", "2024-05-02")


def test_history_takes_a_missing_year_from_the_date_told_before() -> None:
    text = (
        "After 1936 and 1938, the war began on 1 September 1939. On 17 September the border was crossed, and by the "
        "end of the month the city had fallen. Two months later came the winter. In June 1941 it spread. The following "
        "year it turned. It ended in 1945."
    )
    values = dict(told(text, "2009-12-19"))
    assert values["17 September"] == "1939-09-17"
    assert values["the end of the month"] == "1939-09"
    assert values["Two months later"] == "1939-11"
    assert values["The following year"] == "1942"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It lasted from 22 June to 5 July 1941.", ["1941-06-22", "1941-07-05"]),
        ("It lasted from June 22 until July 5, 1941.", ["1941-06-22", "1941-07-05"]),
        ("It snowed in late May and June 1941.", ["1941-05", "1941-06"]),
        ("It began at 0530 on 6 June 1944.", ["1944-06-06T05:30", "1944-06-06"]),
    ],
)
def test_what_stands_with_the_second_is_told_of_the_first(text: str, values: list[str]) -> None:
    assert [timex.value for timex in times(text)] == values


def test_days_are_not_counted_from_a_month() -> None:
    assert told("It opened in June 2007. A day later it closed.")[-1] == ("A day later", "P1D")
    assert told("It opened on June 5, 2007. A day later it closed.")[-1] == ("A day later", "2007-06-06")
    assert told("It opened in June 2007. A month later it closed.")[-1] == ("A month later", "2007-07")


def test_nothing_is_counted_from_a_day_that_nobody_knows() -> None:
    text = "It opened on June 5, 2007. On Monday it shut. A day later it reopened."
    assert told(text, None)[-1] == ("A day later", "P1D")


def test_an_obituary_tells_of_old_years_and_its_weekday_is_this_weeks() -> None:
    text = "Roe was born on May 2, 1923, moved to Kell in 1973, and ran a shop from 1975 to 1992. She died Saturday."
    assert told(text)[-1] == ("Saturday", "2024-04-27")


def test_without_a_day_of_its_own_news_takes_no_year_from_another_date() -> None:
    assert told("The dam was built in 1961. It broke on May 3.", None)[-1] == ("May 3", "XXXX-05-03")


def test_news_reckons_from_its_own_day_whatever_year_was_told_before() -> None:
    text = "It has grown since 1980. In April, it announced plans. On Monday, it bought a ship."
    assert told(text)[1:] == [("April", "2024-04"), ("Monday", "2024-04-29")]


def test_accounts_are_compared_with_the_same_quarter_of_the_year_before() -> None:
    text = "Profit rose 8% in the first quarter from 3 million a year earlier."
    assert told(text)[-1] == ("a year earlier", "2023-Q1")


def test_words_that_carry_no_date_have_no_interval() -> None:
    timex = only("The ferry is now full.")
    assert (timex.value, timex.interval, timex.grain) == ("PRESENT_REF", None, None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The pier closed on Friday.", "XXXX-WXX-5"),
        ("The pier closed yesterday.", "XXXX-XX-XX"),
        ("The pier closed last week.", "XXXX-WXX"),
        ("The pier closed on May 3.", "XXXX-05-03"),
        ("The pier closed in June.", "XXXX-06"),
        ("The pier closed last year.", "XXXX"),
        ("The pier closed on Christmas Day.", "XXXX-12-25"),
        ("The pier closed on Easter Sunday.", "XXXX-XX-XX"),
        ("The pier closed in 1961.", "1961"),
    ],
)
@pytest.mark.parametrize("published", [None, "0001-01-01", "9999-12-31", "yesterday"])
def test_without_a_believable_day_a_time_stays_open(text: str, value: str, published: str | None) -> None:
    timex = only(text, published)
    assert timex.value == value
    assert timex.anchor.kind is (AnchorKind.NONE if value == "1961" else AnchorKind.UNKNOWN)


def test_a_page_that_tells_only_its_year_dates_no_day() -> None:
    published = Published("2024", Precision.YEAR)
    text = "The pier closed on Friday, last month and last year."
    assert [timex.value for timex in find_timexes(text, published)] == ["XXXX-WXX-5", "XXXX-XX", "2023"]


@pytest.mark.parametrize(
    "text", ["It closed on February 31.", "It closed on 30 February 2020.", "It closed on 2020-02-30."]
)
def test_a_day_that_no_calendar_has_gets_no_value(text: str) -> None:
    timex = only(text)
    assert (timex.value, timex.interval, timex.rule) == (None, None, "no such day")


def test_a_table_of_numbers_holds_no_years() -> None:
    numbers = " ".join(str(number % 3000) for number in range(0, 10_000 * 37, 37))
    assert all(timex.type is not TimexType.DATE for timex in times(numbers))


@pytest.mark.parametrize(
    "piece", ["January 1 ", "1999 ", "Monday, ", "twenty-", "from 1990 to ", "one and a half ", "1 "]
)
def test_reading_takes_time_in_proportion_to_the_text(piece: str) -> None:
    def seconds(length: int) -> float:
        begun = time.process_time()
        times(piece * (length // len(piece)))
        return time.process_time() - begun

    short = max(seconds(4_000), 0.01)
    assert min(seconds(16_000) for _ in range(3)) < 16 * short  # linear is 4; a collection of garbage may fall into one


def test_only_the_given_spans_are_read() -> None:
    text = "On Monday.\n\nOn Tuesday.\n\nOn Wednesday."
    spans = [Span(0, 10), Span(text.index("On Wednesday"), len(text))]
    published = Published(DAY, Precision.DAY)
    assert [timex.span.cut(text) for timex in find_timexes(text, published, spans)] == ["Monday", "Wednesday"]


def test_the_time_of_some_words_is_found_by_their_span() -> None:
    text = "Varga said on Monday that it lasted two years."
    found = times(text)
    monday = find_timex(Span(text.index("on Monday"), text.index(" that")), found)
    assert monday is not None
    assert monday.grain is Grain.DAY
    assert find_timex(Span(0, 5), found) is None
    assert [span.cut(text) for span in find_days(found)] == ["Monday"]


def test_given_words_are_read_whether_or_not_they_would_be_found() -> None:
    text = "The score was 3 May against the 2nd of June. She left on Monday."
    given = [Span(text.index("Monday"), text.index("Monday") + 6), Span(text.index("score"), text.index("score") + 5)]
    monday, score = read_timexes(text, Published(DAY, Precision.DAY), given)
    assert monday is not None
    assert monday.value == "2024-04-29"
    assert score is None


def test_given_words_alone_may_tell_what_their_sentence_hides() -> None:
    text = "It costs 5 dollars in 1999 people."
    year = Span(text.index("1999"), text.index("1999") + 4)
    assert find_timexes(text, None) == ()
    (timex,) = read_timexes(text, None, [year])
    assert timex is not None
    assert timex.value == "1999"


WORDS = (
    "May March Sunday 31 30 29 February 1999 2000 12:30 0300 GMT p.m. a the last next this week year quarter third ago "
    "later two hundred and half of in from to - , . will said since until early '97 1990s 7/8/07 2004-02-30 noon night "
    "every Easter now few 1,000 BC second $ \n\n"
).split(" ")


@given(st.lists(st.sampled_from(WORDS), max_size=25), st.sampled_from([None, DAY, "1800-01-01", "2200-12-31"]))
def test_every_value_can_be_read_back_and_every_span_cuts_words(words: list[str], published: str | None) -> None:
    text = " ".join(words)
    end = 0
    for timex in times(text, published):
        assert end <= timex.span.start
        end = timex.span.end
        assert timex.span.cut(text).strip() == timex.span.cut(text) != ""
        assert timex.value is None or is_value(timex.value)
        assert all(is_value(other.value) and other.value != timex.value for other in timex.alternatives)
        if timex.interval is not None and timex.interval.past_last is not None:
            assert timex.interval.first <= timex.interval.past_last


@given(st.text(max_size=200))
def test_any_text_has_an_answer(text: str) -> None:
    assert times(text) == times(text)


def test_what_seemed_to_begin_or_was_forecast_last_lies_behind() -> None:
    assert told("The fire that appeared to begin on a boat on Wednesday took the pier.") == [
        ("Wednesday", "2024-05-01")
    ]
    assert told("The board did not know it at its last forecast in June.", "2024-08-03") == [("June", "2024-06")]
