"""What a search found, as lines for a terminal; and where a search cannot be read."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.errors import BadQuery
from sayso.exports.escapes import escape_char, is_active, on_one_line
from sayso.exports.paragraphs import BAR, wrap
from sayso.exports.search_hits import SearchHit, SearchPage
from sayso.exports.wording import count
from sayso.search.finding import LOOKED_AT

SHOWN_AROUND = 60  # characters of a long search before and after the place that cannot be read
MARK, UNMARK = "\x1b[1;35m", "\x1b[0m"
OPEN_FOUND, CLOSE_FOUND = "\ue000", "\ue001"  # stand for the ends of what is marked while lines are broken
EMPTY = {"own": "own voice", "unsettled": "unsettled", "attributed": "source not given"}
ORDERS = {
    "newest": "the newest first",
    "oldest": "the oldest first",
    "relevance": "those that fit best first",
    "score": "those read most surely first",
}


def render_search(page: SearchPage, width: int, *, colour: bool) -> str:
    """How many there are, and one page of them, each with its exact words; what was looked for stands out."""
    lines = wrap(word_total(page), width)
    for note in page.notes:
        lines += wrap(note, width, "  ", "    ")
    for at, hit in enumerate(page.hits, 1):
        lines += ["", *wrap(_head(hit), width, f"{at}. ", "   "), *_marked(hit, width, colour=colour)]
        lines += wrap(_place(hit), width, "   ", "   ")
    if page.page < page.pages:
        lines += ["", *wrap(f"Page {page.page} of {page.pages}; --page {page.page + 1} shows the next.", width)]
    return "\n".join(lines) + "\n"


def word_total(page: SearchPage) -> str:
    """ "14 claims, the newest first"; "more than 5,000", where not all were counted."""
    noun = "claim" if page.where == "claims" else "text"
    if not page.total:
        return f"No {noun} found. All that is asked for must hold of one {noun}; fewer words find more."
    if page.more:
        end = "oldest" if page.sort == "oldest" else "newest"
        among = f", among the {LOOKED_AT:,} {end}" if page.sort in ("relevance", "score") else ""
        return f"More than {page.total:,} {noun}s, {ORDERS[page.sort]}{among}"
    return f"{count(page.total, noun)}, {ORDERS[page.sort]}"


def _head(hit: SearchHit) -> str:
    if hit.claim is None:
        return on_one_line(hit.title)
    parts = [hit.speaker or EMPTY.get(hit.voice or "", "source not given"), *([hit.does] if hit.does else [])]
    parts += ["hedged"] if hit.hedged and hit.does != "hedges" else []
    parts += [f"through {hit.via}"] if hit.via else []
    parts += [hit.kind] if hit.kind else []
    parts += [" ".join(hit.events)] if hit.events else []
    parts += ["a party to it"] if hit.party else []
    return on_one_line(" · ".join([*parts, hit.confidence or ""]).rstrip(" ·"))


def _place(hit: SearchHit) -> str:
    parts = [hit.outlet or "outlet not given", hit.published or "no date given"]
    return on_one_line(" · ".join([*parts, f"{hit.article} {hit.start}-{hit.end}"]))


def _marked(hit: SearchHit, width: int, *, colour: bool) -> Iterator[str]:
    """The words behind a bar; what was looked for between »« where there is no colour."""
    first, last = (MARK, UNMARK) if colour else ("»", "«")
    text, at = "", 0
    for start, end in hit.found:
        text += f"{_harmless(hit.words[at:start])}{OPEN_FOUND}{_harmless(hit.words[start:end])}{CLOSE_FOUND}"
        at = end
    open_now = False
    for line in wrap(text + _harmless(hit.words[at:]), width, f"   {BAR}", f"   {BAR}"):
        before = f"   {BAR}"
        shown = line.removeprefix(before).replace(OPEN_FOUND, first).replace(CLOSE_FOUND, last)
        opened = (line.count(OPEN_FOUND) - line.count(CLOSE_FOUND)) if colour else 0
        whole = f"{before}{first if colour and open_now else ''}{shown}"
        open_now = open_now if opened == 0 else opened > 0
        yield whole + (last if colour and open_now else "")


def _harmless(words: str) -> str:
    """Words without what acts on a terminal or stands for the ends of what is marked."""
    return "".join(escape_char(c) if is_active(c) or c in (OPEN_FOUND, CLOSE_FOUND) else c for c in words)


def render_bad_query(error: BadQuery, width: int) -> str:
    """The search, a caret under the place that cannot be read, why, and what to try."""
    query, start, end = error.query, error.start, max(error.end, error.start + 1)
    room = max(20, min(SHOWN_AROUND, width // 2 - 8))
    first, last = max(0, start - room), min(len(query), max(end, start + 1) + room)
    before, shown = ("… " if first else ""), [_visible(char) for char in query[first:last]]
    lead = before + "".join(shown[: start - first])
    mark = "".join(shown[start - first : min(end, last) - first]) or " "
    line = before + "".join(shown) + (" …" if last < len(query) else "")
    caret = " " * _columns(lead) + "^" * max(1, min(_columns(mark), width - _columns(lead) - 2))
    told = wrap(f"{error.reason}; {error.hint}.", width, "  ", "  ")
    return "\n".join([f"  {line}", f"  {caret}", *(f"  {on_one_line(one.strip())}" for one in told)]) + "\n"


def _columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    from rich.cells import cell_len

    return cell_len(text)


def _visible(char: str) -> str:
    return " " if char in "\n\r\t" else escape_char(char) if is_active(char) else char
