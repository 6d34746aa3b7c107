"""The terminal view: at one glance who says what, through whom, how firmly, and what the outlet says itself."""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from sayso.exports.escapes import CLOSE, GAP, OPEN, find_active, on_one_line
from sayso.exports.rows import Layout, Note, Row, find_gaps, lay_out, word_counts
from sayso.exports.wording import count, word_credit, word_published, word_title
from sayso.records.claim import Voice
from sayso.records.reading import Reading, Unread
from sayso.records.span import Span

# From here on the exact words stand beside who says them; below, under them.
WIDE = 110
MOST_WIDTH = 180
# What was left unread is shown by its first words only; what somebody said never is cut.
UNREAD_SHOWN = 160

# Rows nested deeper are not moved further in.
DEEPEST = 5

# Weight and hue tell parts apart, never true from false; every difference is in the words as well.
STYLES = {"who": "bold cyan", "how": "bold", "words": "", "quiet": "dim", "first": "bold magenta", "head": "bold"}


def render_terminal(reading: Reading, *, width: int, colour: bool) -> str:
    """The view as lines of at most ``width`` columns, with ANSI colour or as plain text.

    The article's words stand verbatim; line ends in them are shown as spaces, control and invisible
    characters as ``⟨U+001B⟩``. All that stands in ⟨ ⟩ is Sayso's.
    """
    page = StringIO()
    console = Console(
        file=page,
        width=max(20, min(width, MOST_WIDTH)),
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )
    layout = lay_out(reading)
    for part in _parts(reading, layout, console):
        console.print(part)
    return "".join(line.rstrip() + "\n" for line in page.getvalue().split("\n")[:-1])


def _parts(reading: Reading, layout: Layout, console: Console) -> Iterable[RenderableType]:
    text = reading.article.text
    yield _header(reading, layout)
    yield from _section("In the outlet's own voice", layout.own, text, console, "no sentence was judged to be so")
    yield from _section("Who says what", layout.attributed, text, console, "no source found that says something")
    if layout.unsettled:
        yield from _section("Unsettled: the outlet's words or somebody's", layout.unsettled, text, console, "")
    if reading.unread:
        yield _heading("Left unread", len(reading.unread))
        for unread in reading.unread:
            yield _unread_line(unread, text)


def _header(reading: Reading, layout: Layout) -> Text:
    article = reading.article
    lines = [Text(on_one_line(word_title(article)), STYLES["head"])]
    lines.append(Text(f"{_shown(article.outlet) or 'outlet not given'} · {word_published(article)}"))
    if article.url:
        lines.append(Text(on_one_line(article.url), STYLES["quiet"]))
    named = dict.fromkeys(word_credit(credit, on_one_line(credit.name)) for credit in reading.credits)
    lines.append(Text(" · ".join(named) or "no credit found on the page"))
    if article.flags:
        lines.append(Text("look out: " + ", ".join(on_one_line(flag) for flag in article.flags), STYLES["first"]))
    lines.append(Text(word_counts(layout), STYLES["quiet"]))
    return Text("\n").join(lines)


def _shown(value: str | None) -> str:
    return on_one_line(value) if value else ""


def _heading(title: str, number: int) -> RenderableType:
    return Padding(Rule(Text(f"{title} ({number})", STYLES["head"]), align="left", style="dim"), (1, 0, 0, 0))


def _section(title: str, rows: tuple[Row, ...], text: str, console: Console, nothing: str) -> Iterable[RenderableType]:
    yield _heading(title, len(rows))
    if not rows:
        yield Text(f"    {nothing}", STYLES["quiet"])
    for at, row in enumerate(rows):
        if at and row.voice is Voice.ATTRIBUTED:
            yield Text("")
        yield _wide(row, text) if console.width >= WIDE else _narrow(row, text, console)


def _wide(row: Row, text: str) -> RenderableType:
    """Number, who and how at the left, the exact words at the right."""
    words: list[RenderableType] = [_quoted(row, text)]
    words += [_note(note, text) for note in row.notes]
    left = Text("\n").join(_heads(row, text))
    inwards = (0, 0, 0, _indent(row))
    return _line(row, Padding(left, inwards), Padding(Group(*words), inwards))


def _narrow(row: Row, text: str, console: Console) -> RenderableType:
    """Who and how, then the exact words behind a bar; the outlet's own words stand first."""
    inwards = 4 + _indent(row)
    heads: list[RenderableType] = [*_heads(row, text)]
    notes = [_note(note, text) for note in row.notes]
    if row.voice is Voice.ATTRIBUTED:
        below = [*heads[1:], _barred(_quoted(row, text), console, inwards), *notes]
        first: RenderableType = heads[0]
    else:
        first = _barred(_quoted(row, text), console, inwards + 8)
        below = [*notes, *heads]
    whole = Group(_line(row, first), Padding(Group(*below), (0, 0, 0, 4)))
    return Padding(whole, (0, 0, 0, _indent(row)))


def _indent(row: Row) -> int:
    return 2 * min(row.depth, DEEPEST)


def _line(row: Row, *columns: RenderableType) -> Table:
    table = Table.grid(padding=(0, 1), expand=True)
    table.add_column(width=3, justify="right")
    for ratio, _ in zip((9, 13), columns, strict=False):
        table.add_column(ratio=ratio)
    table.add_column(width=7, justify="right")
    table.add_row(Text(str(row.number), STYLES["quiet"]), *columns, _confidence(row))
    return table


def _barred(words: Text, console: Console, indent: int) -> Text:
    lines = words.wrap(console, max(8, console.width - indent - 2))
    return Text("\n").join([Text.assemble(("│ ", STYLES["quiet"]), line) for line in lines])


def _confidence(row: Row) -> Text:
    return Text(row.confidence.value if row.confidence else "", STYLES["quiet"])


def _heads(row: Row, text: str) -> list[Text]:
    """The lines above (or beside) the words: who and through whom; how firmly; said when and to whom."""
    if row.voice is Voice.ATTRIBUTED:
        lines = [_who(row, text), _how(row, text)]
        if row.said:
            lines.append(_said(row, text))
        return lines
    manner = [f"in the {row.where}"] if row.where else []
    manner += ["hedged"] if row.hedged else []
    return [Text(" · ".join([*manner, row.basis]), STYLES["quiet"])]


def _who(row: Row, text: str) -> Text:
    line = Text()
    if row.depth:
        line.append("└ ", STYLES["quiet"])
    written = _joined(row.source, text)
    line.append_text(_styled(written, STYLES["who"]) if written else Text(""))
    if row.name:
        line.append(" → " if written else "", STYLES["quiet"])
        line.append(on_one_line(row.name), STYLES["who"])
    if not written:
        line.append(" (not named in these words)" if row.name else "source not given", STYLES["quiet"])
    if row.unnamed:
        line.append(f" ({on_one_line(row.unnamed)})", STYLES["quiet"])
    for phrase in row.through:
        line.append(f" · {on_one_line(phrase)}")
    if row.where:
        line.append(f" · in the {row.where}", STYLES["quiet"])
    return line


def _how(row: Row, text: str) -> Text:
    line = Text()
    if row.commitment:
        line.append(row.commitment.value, STYLES["how"])
    if row.hedged and row.commitment and row.commitment.value != "hedges":
        line.append(", hedged", STYLES["how"])
    cue = _joined(row.cue, text)
    if cue:
        line.append(" (“").append_text(cue).append("”)")
    else:
        line.append(" (no cue word)", STYLES["quiet"])
    if row.stance:
        line.append(f" · {on_one_line(row.stance)}", STYLES["quiet"])
    return line


def _said(row: Row, text: str) -> Text:
    parts = [f"{label}: {on_one_line(span.cut(text))}" for label, span in row.said]
    return Text(" · ".join(parts), STYLES["quiet"])


def _note(note: Note, text: str) -> Text:
    line = Text("▶ " if note.first else "· ", STYLES["first"] if note.first else STYLES["quiet"])
    line.append(on_one_line(note.says), STYLES["first"] if note.first else "")
    for at, span in enumerate(note.words):
        line.append(", “" if at else " “").append_text(_words(span.cut(text))).append("”")
    return line


def _quoted(row: Row, text: str) -> Text:
    return _joined(row.content, text) or Text(f"{OPEN}no words{CLOSE}", STYLES["quiet"])


def _joined(spans: tuple[Span, ...], text: str) -> Text:
    """The words of all spans, with a mark where the article has others in between."""
    line = Text()
    for span, gap in find_gaps(spans, text):
        if line:
            line.append(f" {GAP} " if gap else " ", STYLES["quiet"])
        line.append_text(_words(span.cut(text)))
    return line


def _words(words: str) -> Text:
    """Words of the article on one line, harmless."""
    line = Text(on_one_line(words))
    if find_active(words):
        line.highlight_regex(f"{OPEN}U\\+[0-9A-F]+{CLOSE}", "reverse")
    return line


def _styled(line: Text, style: str) -> Text:
    line.style = style
    return line


def _unread_line(unread: Unread, text: str) -> Text:
    line = Text(f"  {on_one_line(unread.what)}: {on_one_line(unread.why)}")
    if unread.span is not None:
        words = unread.span.cut(text)
        line.append(": ").append_text(_words(_first_words(words)))
        if len(words) > UNREAD_SHOWN:
            left = len(words) - len(_first_words(words))
            line.append(f" {OPEN}… {count(left, 'character')} more{CLOSE}", STYLES["quiet"])
    return line


def _first_words(words: str) -> str:
    if len(words) <= UNREAD_SHOWN:
        return words
    return words[: words.rfind(" ", 0, UNREAD_SHOWN) if " " in words[:UNREAD_SHOWN] else UNREAD_SHOWN]
