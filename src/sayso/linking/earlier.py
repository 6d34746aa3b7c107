"""Which of two pages is certainly the later, by the times that they give."""

from __future__ import annotations

import datetime as dt

from sayso.linking.prepared import Prepared
from sayso.records.article import Precision, Published

# Characters of a time in ISO 8601 that say it so precisely.
LENGTHS = {Precision.YEAR: 4, Precision.MONTH: 7, Precision.DAY: 10, Precision.MINUTE: 16, Precision.SECOND: 19}
TO_THE_DAY = LENGTHS[Precision.DAY]


def is_later(a: Published, b: Published) -> bool:
    """Whether ``a`` is certainly later than ``b``, by no finer a measure than both have.

    Times of two known zones are compared in one; where one zone is not known, a day must lie between the dates.
    """
    length = min(LENGTHS[a.precision], LENGTHS[b.precision], len(a.time), len(b.time))
    if a.zone == b.zone or length <= TO_THE_DAY:
        return a.time[:length] > b.time[:length]
    if a.zone is None or b.zone is None:
        days = dt.date.fromisoformat(a.time[:TO_THE_DAY]) - dt.date.fromisoformat(b.time[:TO_THE_DAY])
        return days > dt.timedelta(days=1)
    first, second = (dt.datetime.fromisoformat(one.time[:length] + (one.zone or "")) for one in (a, b))
    return first > second


def is_dated_after(one: Prepared, other: Prepared) -> bool:
    """Whether one page says that it was published after the other; not so where either gives no time."""
    late, early = one.reading.article.published, other.reading.article.published
    return late is not None and early is not None and is_later(late, early)
