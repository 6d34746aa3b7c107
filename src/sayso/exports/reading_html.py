"""A reading as one web page that stands alone: no script, no request, readable in print and in grey."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from importlib.resources import files

from sayso.exports.escapes import GAP
from sayso.exports.html_page import END_PAGE, begin_page
from sayso.exports.marked_text import cut_lines, escape_html, find_marks, render_marked
from sayso.exports.rows import Layout, Note, Row, find_gaps, lay_out, word_counts
from sayso.exports.wording import word_credit, word_published, word_title
from sayso.records.block import BlockKind
from sayso.records.claim import Voice
from sayso.records.reading import Reading, Unread
from sayso.records.span import Span

LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
ROW = re.compile(r"\brow (\d+)")
DEEPEST = 3  # rows nested deeper are not moved further in


def export_html(reading: Reading) -> str:
    """The whole page. Everything of the article is escaped; its URL is shown and not linked."""
    layout = lay_out(reading)
    style = (files("sayso.exports") / "reading.css").read_text(encoding="utf-8")
    title = escape_html(word_title(reading.article))
    body = "\n".join(_body(reading, layout, title))
    return f"{begin_page(title, style)}{body}\n{END_PAGE}"


def _body(reading: Reading, layout: Layout, title: str) -> Iterator[str]:
    text = reading.article.text
    yield _header(reading, layout, title)
    yield _first(layout, text)
    yield _sources(layout, text)
    yield _key()
    yield f"<main{_language(reading)}>"
    yield from _paragraphs(reading, layout)
    yield "</main>"
    yield _unread(reading.unread, text)
    model = reading.model
    yield f"<footer>Read by Sayso, model {_bdi(model.name)} {_bdi(model.version)} ({_bdi(model.digest)}).</footer>"


def _language(reading: Reading) -> str:
    language = reading.article.language or ""
    return f' lang="{language}"' if LANGUAGE.fullmatch(language) else ""


def _bdi(words: str) -> str:
    return f"<bdi>{escape_html(words)}</bdi>"


def _header(reading: Reading, layout: Layout, title: str) -> str:
    article = reading.article
    outlet = _bdi(article.outlet) if article.outlet else "outlet not given"
    lines = [f'<h1 dir="auto">{title}</h1>', f"<p>{outlet} · {escape_html(word_published(article))}</p>"]
    if article.url:
        lines.append(f'<p class="soft">{_bdi(article.url)}</p>')
    named = dict.fromkeys(word_credit(credit, credit.name) for credit in reading.credits)
    lines.append(f"<p>{' · '.join(map(escape_html, named)) or 'no credit found on the page'}</p>")
    if article.flags:
        lines.append(f"<p><strong>Look out: {escape_html(', '.join(article.flags))}</strong></p>")
    lines.append(f'<p class="soft">{escape_html(word_counts(layout))}</p>')
    return "<header>\n" + "\n".join(lines) + "\n</header>"


def _first(layout: Layout, text: str) -> str:
    """What a desk must see first, or nothing."""
    rows = [row for row in layout.own if row.must_be_seen_first]
    if not rows:
        return ""
    items = []
    for row in rows:
        notes = _notes([note for note in row.notes if note.first], text)
        items.append(f"<li><blockquote>{_words(row.content, text)}</blockquote>{notes}</li>")
    return f'<div class="first"><h2>See first: told as fact</h2><ul>{"".join(items)}</ul></div>'


def _sources(layout: Layout, text: str) -> str:
    """Every source with its rows."""
    rows: dict[str, list[int]] = {}
    for row in layout.attributed:
        rows.setdefault(row.speaker or _cut(row.source, text) or "source not given", []).append(row.number)
    items = [f"<li>{_bdi(name)}: {', '.join(_row_link(n) for n in numbers)}</li>" for name, numbers in rows.items()]
    return f'<div class="who"><h2>Who says something</h2><ul>{"".join(items)}</ul></div>' if items else ""


def _cut(spans: Iterable[Span], text: str) -> str:
    return " ".join(span.cut(text) for span in spans)


def _row_link(number: int) -> str:
    return f'<a href="#r{number}">row {number}</a>'


def _key() -> str:
    return (
        '<div class="key"><h2>The text, and its rows</h2><p><span class="own">in the outlet\'s own voice</span> · '
        '<span class="said">somebody else\'s</span> · <span class="said inner">told inside that</span> · '
        '<span class="open">unsettled</span> · <span class="source">source</span> · '
        '<span class="cue">cue</span></p></div>'
    )


def _paragraphs(reading: Reading, layout: Layout) -> Iterator[str]:
    """Each line of the text with the rows that begin in it."""
    text = reading.article.text
    for line in cut_lines(reading, layout.rows, find_marks(layout.rows)):
        label = "" if line.kind is BlockKind.BODY else f'<span class="part">{line.kind.value}</span>'
        cards = "".join(_card(row, text) for row in line.rows)
        aside = f'<div class="cards">{cards}</div>' if cards else ""
        words = render_marked(text, line.span, line.marks)
        yield f'<div class="pair {line.kind.value}"><p dir="auto">{label}{words}</p>{aside}</div>'


def _card(row: Row, text: str) -> str:
    who = _own_head(row) if row.voice is not Voice.ATTRIBUTED else _who(row, text)
    sure = f'<span class="sure">{row.confidence.value}</span>' if row.confidence else ""
    depth = f" d{min(row.depth, DEEPEST)}" if row.depth else ""
    head = f"<p>{sure}<b>{row.number}</b> {who}</p>{_how(row, text)}"
    words = f'<blockquote dir="auto">{_words(row.content, text)}</blockquote>{_notes(row.notes, text)}'
    return f'<div class="card voice-{row.voice.value}{depth}" id="r{row.number}">{head}{words}</div>'


def _own_head(row: Row) -> str:
    voice = "the outlet's own voice" if row.voice is Voice.OWN else "unsettled: the outlet's words or somebody's"
    hedged = "hedged · " if row.hedged else ""
    return f'<b>{voice}</b> <span class="soft">{hedged}{escape_html(row.basis)}</span>'


def _who(row: Row, text: str) -> str:
    parts = []
    if row.source:
        parts.append(f"<b>{_words(row.source, text)}</b>")
    if row.name:
        parts.append(
            f"→ <b>{_bdi(row.name)}</b>" if row.source else f"<b>{_bdi(row.name)}</b> (not named in these words)"
        )
    if not parts:
        parts.append("source not given")
    if row.unnamed:
        parts.append(f"({_bdi(row.unnamed)})")
    parts += [f"· {_bdi(phrase)}" for phrase in row.through]
    return " ".join(parts)


def _how(row: Row, text: str) -> str:
    """How firmly, by which cue, and what the teller does with it; then when, where and to whom."""
    if row.commitment is None:
        return ""
    cue = f"“{_words(row.cue, text)}”" if row.cue else "no cue word"
    hedged = ", hedged" if row.hedged and row.commitment.value != "hedges" else ""
    stance = f' <span class="soft">{_bdi(row.stance)}</span>' if row.stance else ""
    said = "".join(f'<p class="soft">{label}: {_words([span], text)}</p>' for label, span in row.said)
    return f"<p><b>{row.commitment.value}{hedged}</b> ({cue}){stance}</p>{said}"


def _words(spans: Iterable[Span], text: str) -> str:
    """The exact words, with a mark where the article has others in between."""
    parts: list[str] = []
    for span, gap in find_gaps(spans, text):
        parts.append((f' <span class="soft">{GAP}</span> ' if gap else " ") if parts else "")
        parts.append(_bdi(span.cut(text)))
    return "".join(parts)


def _notes(notes: Iterable[Note], text: str) -> str:
    return "".join(_note(note, text) for note in notes)


def _note(note: Note, text: str) -> str:
    says = ROW.sub(r'<a href="#r\1">row \1</a>', escape_html(note.says))
    words = ", ".join(f"“{_words([span], text)}”" for span in note.words)
    return f"<p{' class=told' if note.first else ''}>{'▶ ' if note.first else ''}{says} {words}</p>"


def _unread(unread: Iterable[Unread], text: str) -> str:
    items = []
    for one in unread:
        words = f": <bdi>{escape_html(one.span.cut(text))}</bdi>" if one.span else ""
        items.append(f'<li dir="auto">{escape_html(one.what)}: {escape_html(one.why)}{words}</li>')
    return f"<section><h2>Left unread ({len(items)})</h2><ul>{''.join(items)}</ul></section>" if items else ""
