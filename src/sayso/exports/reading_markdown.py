"""A reading as Markdown (CommonMark): for a note, a ticket, a mail."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sayso.exports.escapes import GAP, on_one_line
from sayso.exports.rows import Note, Row, find_gaps, lay_out, word_counts
from sayso.exports.wording import word_credit, word_published, word_title
from sayso.records.claim import Voice
from sayso.records.reading import Reading
from sayso.records.span import Span

# What Markdown acts upon anywhere, and what it acts upon where a line begins; a backslash makes each plain.
ANYWHERE = re.compile(r"([\\`*_\[\]<>|~&$]|(?<=www)\.|:(?=//))", re.IGNORECASE)
AT_START = re.compile(r"^(\d*)([-+#=.)])")


def export_markdown(reading: Reading) -> str:
    """The view as Markdown; nothing of the article is taken for markup, line ends in words are spaces."""
    text, layout = reading.article.text, lay_out(reading)
    lines = [*_header(reading), "", escape_markdown(word_counts(layout))]
    lines += _section("In the outlet's own voice", layout.own, text, "No sentence was judged to be so.")
    lines += _section("Who says what", layout.attributed, text, "No source found that says something.")
    if layout.unsettled:
        lines += _section("Unsettled", layout.unsettled, text, "")
    lines += _unread(reading)
    return "\n".join(lines) + "\n"


def escape_markdown(words: str) -> str:
    """``words`` on one line, with every character that Markdown could act upon made plain."""
    return make_plain(on_one_line(words).strip())


def make_plain(words: str) -> str:
    """The same of words on one line in which nothing acts on a screen."""
    return AT_START.sub(r"\1\\\2", ANYWHERE.sub(r"\\\1", words))


def _header(reading: Reading) -> Iterator[str]:
    article = reading.article
    yield f"# {escape_markdown(word_title(article))}"
    yield ""
    outlet = escape_markdown(article.outlet) if article.outlet else "outlet not given"
    yield f"- {outlet} · {escape_markdown(word_published(article))}"
    if article.url:
        yield f"- {escape_markdown(article.url)}"
    named = dict.fromkeys(word_credit(credit, credit.name) for credit in reading.credits)
    yield "- " + (" · ".join(map(escape_markdown, named)) or "no credit found on the page")
    if article.flags:
        yield f"- look out: {escape_markdown(', '.join(article.flags))}"


def _section(title: str, rows: tuple[Row, ...], text: str, nothing: str) -> Iterator[str]:
    yield from ("", f"## {title} ({len(rows)})", "")
    if not rows:
        yield nothing
    depth = -1
    for row in rows:
        depth = min(row.depth, depth + 1)  # a list goes in by one step at a time
        yield from _row(row, text, "  " * depth)


def _row(row: Row, text: str, inwards: str) -> Iterator[str]:
    sure = f" ({row.confidence.value})" if row.confidence else ""
    yield f"{inwards}- **{row.number}** {_head(row, text)}{sure}"
    yield ""
    yield f"{inwards}  > {_words(row.content, text) or 'no words'}"
    yield ""
    for note in row.notes:
        yield from (f"{inwards}  {_note(note, text)}", "")


def _head(row: Row, text: str) -> str:
    if row.voice is not Voice.ATTRIBUTED:
        parts = [f"in the {row.where}"] if row.where else []
        return " · ".join([*parts, *(["hedged"] if row.hedged else []), escape_markdown(row.basis)])
    parts = [_who(row, text), *map(escape_markdown, row.through)]
    parts += [f"in the {row.where}"] if row.where else []
    parts.append(_how(row, text))
    parts += [f"{label}: {_words([span], text)}" for label, span in row.said]
    return " · ".join(parts)


def _who(row: Row, text: str) -> str:
    written = _words(row.source, text)
    parts = [f"**{written}**"] if written else []
    if row.name:
        name = f"**{escape_markdown(row.name)}**"
        parts.append(f"→ {name}" if written else f"{name} (not named in these words)")
    if row.unnamed:
        parts.append(f"({escape_markdown(row.unnamed)})")
    return " ".join(parts) or "source not given"


def _how(row: Row, text: str) -> str:
    if row.commitment is None:
        return ""
    cue = f"“{_words(row.cue, text)}”" if row.cue else "no cue word"
    return f"**{row.commitment.value}** ({cue}), {escape_markdown(row.stance)}"


def _words(spans: Iterable[Span], text: str) -> str:
    shown = ""
    for span, gap in find_gaps(spans, text):
        words = escape_markdown(span.cut(text))
        shown += (f" {GAP} " if gap else " ") + words if shown else words
    return shown


def _note(note: Note, text: str) -> str:
    words = ", ".join(f"“{_words([span], text)}”" for span in note.words)
    return f"{'▶ ' if note.first else ''}{escape_markdown(note.says)} {words}".rstrip()


def _unread(reading: Reading) -> Iterator[str]:
    if not reading.unread:
        return
    yield from ("", f"## Left unread ({len(reading.unread)})", "")
    for unread in reading.unread:
        words = f": {escape_markdown(unread.span.cut(reading.article.text))}" if unread.span else ""
        yield f"- {escape_markdown(unread.what)}: {escape_markdown(unread.why)}{words}"
