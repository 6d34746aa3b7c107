"""A line of time for what claims tell, not for what was published."""

from __future__ import annotations

from lxml import html

from sayso.web import shapes
from sayso.web.drawing.told_times import draw_told_times
from sayso.web.setting import Teller, TimeMention, ToldTime, Words
from tests.web.rooms import of_class, words_of


def time(number: int, first: str, past_last: str | None, article: str = "a") -> ToldTime:
    shown = Words(article, 0, 6, "Monday", "a/0")
    mention = TimeMention(
        shown, Teller(("c1",), "own", "the outlet"), None, None, None, None, "published", None, "rule"
    )
    return ToldTime(number, f"{first} and on", first, past_last, "day", (mention,))


def head(published: str | None) -> shapes.Head:
    return shapes.Head("a", "Title", None, None, published, None, "", "0", "a/0")


MAY = head("2025-05-12")


def test_a_day_is_a_bar_and_what_goes_on_is_an_open_one() -> None:
    chart = draw_told_times([time(1, "2025-05-11", "2025-05-12"), time(2, "2025-05-10", None)], [MAY])
    assert chart is not None
    shown = html.fromstring(str(chart.picture))
    assert (len(of_class(shown, "bar")), len(of_class(shown, "on"))) == (1, 1)
    assert [one.get("href") for one in shown.xpath("//a")] == ["#time-1", "#time-2"]
    assert "published" in words_of(shown)


def test_another_century_and_a_whole_year_are_left_to_the_table() -> None:
    times = [
        time(1, "1941-01-01", "1942-01-01"),
        time(2, "2025-01-01", "2026-01-01"),
        time(3, "2025-05-11", "2025-05-12"),
    ]
    chart = draw_told_times(times, [MAY])
    assert chart is not None
    assert chart.beyond == 2


def test_of_many_times_the_most_told_are_drawn() -> None:
    chart = draw_told_times([time(n, f"2025-05-{n:02}", f"2025-05-{n + 1:02}") for n in range(1, 31)], [MAY])
    assert chart is not None
    assert chart.beyond == 6


def test_without_a_time_that_can_be_drawn_there_is_no_picture() -> None:
    assert draw_told_times([], [MAY]) is None
    assert draw_told_times([time(1, "nonsense", None)], [MAY]) is None
    assert draw_told_times([time(1, "2025-05-11", "2025-05-12")], [head(None)]) is not None
