"""A report as one web page that stands alone and prints well: statements, and footnotes below each section."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from importlib.resources import files

from sayso.exports.escapes import GAP
from sayso.exports.html_page import END_PAGE, begin_page
from sayso.exports.marked_text import escape_html
from sayso.exports.report import Footnote, Section, Statement, make_sections
from sayso.exports.selection import Selection

TITLE = "Report"


def export(selection: Selection) -> Iterator[bytes]:
    """The page, section by section. Everything of an article is escaped; addresses are shown and not linked."""
    style = "".join(
        (files("sayso.exports") / name).read_text(encoding="utf-8") for name in ("reading.css", "report.css")
    )
    yield f"{begin_page(TITLE, style)}<header><h1>Who says so</h1></header>\n<main>\n".encode()
    for section in make_sections(selection):
        yield "".join(f"{line}\n" for line in _section(section)).encode()
    yield f"</main>\n{END_PAGE}".encode()


def _section(section: Section) -> Iterator[str]:
    level = section.level
    yield f'<article class="report">\n<h{level} dir="auto">{_own(section.heading)}</h{level}>'
    yield f'<p class="soft">{escape(section.counted)}</p>'
    if section.quoted:
        yield f'<blockquote class="point" dir="auto">{_bdi(section.quoted)}</blockquote>'
    if section.statements:
        yield "<ul>"
        yield from map(_statement, section.statements)
        yield '</ul>\n<section class="footnotes"><ol>'
        yield from map(_footnote, section.statements)
        yield "</ol></section>"
    yield "</article>"


def _statement(statement: Statement) -> str:
    number, words = statement.note.number, ""
    for piece, gap in statement.words:
        words += (f' <span class="soft">{GAP}</span> ' if gap else " " if words else "") + _bdi(piece)
    mark = f'<sup><a href="#note-{number}" id="ref-{number}" aria-label="footnote {number}">{number}</a></sup>'
    quoted = f'<blockquote dir="auto">{words}{mark}</blockquote>' if words else ""
    return f"<li>{quoted}<p>{escape(statement.who)}{'' if words else mark}</p></li>"


def _footnote(statement: Statement) -> str:
    note: Footnote = statement.note
    number = note.number
    url = f' <span class="soft">{_own(note.url)}</span>' if note.url else ""
    credits = "".join(f" · {escape(credit)}" for credit in note.credits)
    back = f'<a href="#ref-{number}" aria-label="back to statement {number}">↩</a>'
    lines = [f"<p>{_own(note.outlet)}, “{_own(note.title)}”, {escape(note.when)}.{url}{credits} {back}</p>"]
    if note.paragraph is not None:
        lines.append(f"<p>Its paragraph: <q>{_bdi(note.paragraph)}</q></p>")
    cues = ", ".join(f"“{_bdi(cue)}”" for cue in note.cue)
    chain = f"Chain: {escape(note.chain)}." if note.chain else "Chain not told."
    lines.append(f"<p>{chain}{f' Cue: {cues}.' if cues else ''}</p>")
    place = f"Text {note.digest}, characters {note.start} to {note.end}"
    lines.append(f'<p class="soft">{place}. Read by {escape(note.model)}.</p>')
    return f'<li id="note-{number}" value="{number}">{"".join(lines)}</li>'


def _own(words: str) -> str:
    """What is harmless already, set apart from the words around it."""
    return f"<bdi>{escape(words)}</bdi>"


def _bdi(words: str) -> str:
    return f"<bdi>{escape_html(words)}</bdi>"
