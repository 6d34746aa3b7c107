"""Events in the terminal: one a few lines, who to whom first, with the article's words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import StringIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from sayso.exports.escapes import GAP, on_one_line
from sayso.exports.event_rows import EventRow
from sayso.exports.wording import count
from sayso.reading.times import find_timex
from sayso.records.article import Article
from sayso.records.claim import Voice
from sayso.records.reading import Reading
from sayso.records.span import Span

NOT_TOLD = "⟨not told⟩"
BEFORE, AFTER = 90, 110  # characters of the sentence that are shown beside the event's words
NARROWEST, WIDEST = 40, 120
# Weight and hue tell parts apart, never true from false; every difference is in the words as well.
STYLES = {"type": "bold", "who": "bold cyan", "event": "bold underline", "quiet": "dim"}


def render_events(reading: Reading, rows: Sequence[EventRow], *, width: int, colour: bool) -> str:
    """The events as lines of at most ``width`` columns, under the article's title."""
    page = StringIO()
    console = Console(
        file=page,
        width=max(NARROWEST, min(width, WIDEST)),
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )
    console.print(_head(reading.article, rows))
    if rows:
        console.print(_table(reading, rows))
    return "".join(line.rstrip() + "\n" for line in page.getvalue().split("\n")[:-1])


def _head(article: Article, rows: Sequence[EventRow]) -> Text:
    title = on_one_line(article.title or article.id)
    return Text.assemble((title, "bold"), f" · {count(len(rows), 'event')}" if rows else " · no event found")


def _table(reading: Reading, rows: Sequence[EventRow]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(justify="right", no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    for number, row in enumerate(rows, 1):
        kind = Text(row.event.type.value, STYLES["type"])
        modes = Text("\n".join(row.event.modes), STYLES["quiet"])
        cell = Text("\n").join(_lines(reading, row))
        table.add_row("", "", "")
        table.add_row(str(number), Text("\n").join([kind, modes]) if row.event.modes else kind, cell)
    return table


def _lines(reading: Reading, row: EventRow) -> Iterable[Text]:
    yield _who(row)
    yield _words(reading.article.text, row)
    yield _holders(row)
    beside = " · ".join(_beside(reading, row))
    if beside:
        yield Text(beside, STYLES["quiet"])


def _who(row: EventRow) -> Text:
    if not row.recipients:
        return Text(_names(row.actors), STYLES["who"])
    return Text.assemble((_names(row.actors), STYLES["who"]), " → ", (_names(row.recipients), STYLES["who"]))


def _names(names: Sequence[str]) -> str:
    return on_one_line(", ".join(names)) if names else NOT_TOLD


def _words(text: str, row: EventRow) -> Text:
    """The sentence around the event, its own words set off; a long one is cut on both sides."""
    span, sentence = row.event.span, row.sentence
    before = Span.trimmed(text, sentence.start, span.start)
    after = Span.trimmed(text, span.end, sentence.end)
    left, right = before.cut(text) if before else "", after.cut(text) if after else ""
    if len(left) > BEFORE:
        left = f"{GAP} {left[-BEFORE:].split(' ', 1)[-1]}"
    if len(right) > AFTER:
        right = f"{right[:AFTER].rsplit(' ', 1)[0]} {GAP}"
    space = " " if left else ""
    gap = "" if not right or not right[0].isalnum() else " "
    return Text.assemble(_shown(left) + space, (on_one_line(span.cut(text)), STYLES["event"]), gap + _shown(right))


def _shown(words: str) -> str:
    """Escaped, but for the mark of a gap."""
    return GAP.join(on_one_line(part) for part in words.split(GAP))


def _holders(row: EventRow) -> Text:
    """Like "the outlet: unspecified › Ada Quill: asserted"."""
    held = " › ".join(f"{on_one_line(one.name)}: {one.held}" for one in row.holders)
    return Text(f"own voice · {held}" if row.claim.voice is Voice.OWN else held)


def _beside(reading: Reading, row: EventRow) -> Iterable[str]:
    text, event = reading.article.text, row.event
    if event.timex is not None:
        timex = find_timex(event.timex, reading.timexes)
        words = on_one_line(event.timex.cut(text))
        yield f"{words} ({timex.value})" if timex and timex.value else words
    if event.toponym is not None:
        yield on_one_line(event.toponym.cut(text))
    yield from (on_one_line(span.cut(text)) for span in event.quantities)
    if event.flags:
        yield "flagged " + ", ".join(event.flags)
