"""PDF in: the text of its pages, its lines joined to paragraphs. Needs the extra "pdf"."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import quantiles

from sayso.articles import flags
from sayso.articles.claimed import Claimed, with_claims
from sayso.articles.decoding import check_size
from sayso.articles.extras import load_extra
from sayso.articles.limits import Limits
from sayso.articles.text import read_string
from sayso.errors import EmptyInput, MalformedInput, TooLarge
from sayso.records.article import Article

_SENTENCE, _WITHIN = 0.9, 0.75  # of the usual length of a line
_ENDING = re.compile(r"[.!?:…][\"”’»)\]]*\Z")
_HYPHEN = re.compile(r"[^\W\d_]-\Z")


def read_pdf(data: bytes, name: str, *, limits: Limits) -> Article:
    """The article of a PDF that holds text: a paragraph a line, flagged "lines joined".

    The words are those that the PDF gives, in its order; a hyphen at a line's end stays. Title and author are what the
    document says of itself; when it was made is not when it was published. A process of its own reads it, within the
    limits of pages, time and memory. Raises MissingExtra, or BadInput, also for a scan without text.
    """
    check_size(data, name, limits)
    load_extra("pypdf", "pdf", f"{name}: reading PDF")
    found = _read_pages(data, name, limits)
    pages = [str(page) for page in found["pages"]] if isinstance(found["pages"], list) else []
    text = "\n".join(paragraph for page in pages for paragraph in join_lines(page))
    if not text.strip():
        raise EmptyInput(
            name, f"no text in its {len(pages):,} pages: a scan? Let a program recognise its letters first"
        )
    article = read_string(text, name, limits=limits)
    title, author = (value if isinstance(value := found[key], str) else None for key in ("title", "author"))
    claimed = Claimed(title=title, authors=(author,) if author else (), flags=(flags.LINES_JOINED,))
    return with_claims(article, claimed)


def _read_pages(data: bytes, name: str, limits: Limits) -> dict[str, object]:
    script = str(Path(__file__).with_name("pdfpages.py"))
    numbers = [str(number) for number in (limits.pages, limits.size, limits.memory, limits.seconds)]
    try:
        # -P: the folder of the script, with modules named like those of the library, is no place to import from
        done = subprocess.run(
            [sys.executable, "-P", script, *numbers],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=2 * limits.seconds,
        )
    except subprocess.TimeoutExpired as error:
        raise TooLarge(name, f"reading it takes longer than {limits.seconds} seconds") from error
    if done.returncode < 0:
        raise TooLarge(name, f"reading it takes longer than {limits.seconds} seconds, or more memory than is allowed")
    if done.returncode:
        raise MalformedInput(name, "a broken PDF; was it saved as a whole?")
    found: dict[str, object] = json.loads(done.stdout)
    if "error" in found:
        raise MalformedInput(name, f"it {found['error']}")
    return found


def join_lines(page: str) -> Iterator[str]:
    """The paragraphs of a page's lines: one ends at an empty line, and where the next word would still have fitted."""
    lines = [line.strip() for line in page.splitlines()]
    lengths = [len(line) for line in lines if line]
    usual = quantiles(lengths, n=10)[-1] if len(lengths) > 1 else 0
    paragraph = ""
    for line, after in zip(lines, [*lines[1:], ""], strict=False):  # a page without lines has none
        paragraph += line if not paragraph or _HYPHEN.search(paragraph) else f" {line}"
        if paragraph and (not after or _ends(line, after, usual)):
            yield paragraph
            paragraph = ""


def _ends(line: str, after: str, usual: float) -> bool:
    """Letters differ in width: only clear room counts, and less of it where a sentence ends."""
    share = _SENTENCE if _ENDING.search(line) else _WITHIN
    return len(line) + 1 + len(after.split(maxsplit=1)[0]) < share * usual
