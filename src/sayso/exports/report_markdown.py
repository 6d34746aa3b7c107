"""A report as Markdown, with footnotes as GitHub, Pandoc and most wikis have them: ``[^1]``."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.exports.escapes import GAP
from sayso.exports.reading_markdown import escape_markdown, make_plain
from sayso.exports.report import Footnote, Section, Statement, make_sections
from sayso.exports.selection import Selection


def export(selection: Selection) -> Iterator[bytes]:
    """Sections, each followed by its footnotes."""
    yield b"# Who says so\n"
    for section in make_sections(selection):
        yield "".join(f"{line}\n" for line in _section(section)).encode()


def _section(section: Section) -> Iterator[str]:
    yield from ("", f"{'#' * section.level} {make_plain(section.heading)}", "", make_plain(section.counted))
    if section.quoted:
        yield from ("", f"> {escape_markdown(section.quoted)}")
    for statement in section.statements:
        yield from ("", *_statement(statement))
    for statement in section.statements:
        yield from ("", *_footnote(statement.note))


def _statement(statement: Statement) -> Iterator[str]:
    words = ""
    for piece, gap in statement.words:
        words += (f" {GAP} " if gap else " " if words else "") + escape_markdown(piece)
    mark = f"[^{statement.note.number}]"
    if not words:
        yield f"- {make_plain(statement.who)}{mark}"
        return
    yield from (f"- {make_plain(statement.who)}", "", f"  > {words}{mark}")


def _footnote(note: Footnote) -> Iterator[str]:
    url = f" {make_plain(note.url)}" if note.url else ""
    credits = "".join(f" · {make_plain(credit)}" for credit in note.credits)
    head = f"{make_plain(note.outlet)}, “{make_plain(note.title)}”, {make_plain(note.when)}.{url}{credits}"
    yield f"[^{note.number}]: {head}"
    if note.paragraph is not None:
        yield from ("", f"    Its paragraph: “{escape_markdown(note.paragraph)}”")
    cues = ", ".join(f"“{escape_markdown(cue)}”" for cue in note.cue)
    chain = f"Chain: {make_plain(note.chain)}." if note.chain else "Chain not told."
    yield from ("", f"    {chain}" + (f" Cue: {cues}." if cues else ""))
    place = f"Text {note.digest}, characters {note.start} to {note.end}."
    yield from ("", f"    {place} Read by {make_plain(note.model)}.")
