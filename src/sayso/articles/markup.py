"""The markup of a page, cut into tags and words with their offsets: in one pass, in linear time.

Python's own parser and libxml2 keep no offsets; this one is kept small by leaving the tree to ``page.py``. What
browsers do not show is left out here: comments, scripts, styles, templates, drawings. ``<plaintext>`` is an
element like any other (a browser would show the scripts after it). An unclosed comment, script or tag ends
with the page.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from sayso.articles.limits import Limits
from sayso.errors import TooLarge

_MARKUP = re.compile(r"<(?=[A-Za-z!?/])")  # another "<" is a character, as in "profit < loss"
_ENDING = re.compile(r"</[A-Za-z]")
_NAME = re.compile(r"[A-Za-z][^\s/>\x00]*+")
_ATTRIBUTE = re.compile(r"[\s/]*+([^\s/>=][^\s/>=]*+)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>]*+)))?")
_SPACE = re.compile(r"[\s/]*+")
# Their content is characters, not markup; True where a browser shows them nowhere in the page.
_RAW = {"script": True, "style": True, "xmp": False, "iframe": True, "noembed": True, "noframes": True}
_RAW |= {"title": True, "textarea": True}
_RAW_END = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW}


@dataclass(frozen=True, slots=True)
class Opening:
    """A start tag; ``raw`` is the content of a script, style or title, which has no tags in it."""

    name: str
    attributes: dict[str, str]
    start: int
    end: int
    raw: str = ""


@dataclass(frozen=True, slots=True)
class Closing:
    """An end tag."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Words:
    """Characters between tags, with their entities still in them."""

    start: int
    end: int


Token = Opening | Closing | Words


@dataclass(slots=True)
class _Scanner:
    source: str
    name: str
    limits: Limits
    tags: int = field(default=0)

    def tokens(self) -> Iterator[Token]:
        source, at = self.source, 0
        while at < len(source):
            markup = _MARKUP.search(source, at)
            sign = markup.start() if markup is not None else len(source)
            if sign > at:
                yield Words(at, sign)
            if markup is None:
                return
            self._count()
            if source[sign + 1].isalpha():
                opening = self._opening(sign)
                yield opening
                at = opening.end
            elif _ENDING.match(source, sign):
                closing = self._closing(sign)
                yield closing
                at = closing.end
            else:
                at = self._skip_comment(sign)

    def _count(self) -> None:
        self.tags += 1
        if self.tags > self.limits.tags:
            raise TooLarge(
                self.name, f"more than {self.limits.tags:,} tags in one page; save the article alone, or as text"
            )

    def _skip_comment(self, start: int) -> int:
        if self.source.startswith("<!-->", start):
            return start + 5
        dashed = self.source.startswith("<!--", start)
        end = self.source.find("-->" if dashed else ">", start + (4 if dashed else 2))
        return len(self.source) if end < 0 else end + (3 if dashed else 1)

    def _closing(self, start: int) -> Closing:
        name = _NAME.match(self.source, start + 2)
        end = self.source.find(">", start)
        return Closing(name.group()[:40].lower() if name else "", start, len(self.source) if end < 0 else end + 1)

    def _opening(self, start: int) -> Opening:
        source = self.source
        named = _NAME.match(source, start + 1)
        assert named is not None  # the caller saw a letter
        name, at = named.group()[:40].lower(), named.end()
        attributes: dict[str, str] = {}
        while (found := _ATTRIBUTE.match(source, at)) is not None:
            key = found[1][:60].lower()
            if key not in attributes and len(attributes) < 60:
                value = found[2] or found[3] or found[4] or ""
                attributes[key] = html.unescape(value[: self.limits.attribute])
            at = found.end()
        space = _SPACE.match(source, at)
        at = space.end() if space is not None else at
        if source[at : at + 1] == "=":  # a stray "=" belongs to nothing
            at = source.find(">", at)
        end = len(source) if at < 0 or at >= len(source) else at + 1
        if name not in _RAW or (source[end - 2 : end] == "/>" and name == "iframe"):
            return Opening(name, attributes, start, end)
        closing = _RAW_END[name].search(source, end)
        stop = len(source) if closing is None else closing.start()
        return Opening(name, attributes, start, stop, source[end:stop])


def scan_markup(source: str, name: str, limits: Limits) -> Iterator[Token]:
    """The tags and words of ``source`` in order; raw text stands in its opening tag, comments are left out.

    Raises TooLarge over ``limits.tags`` tags.
    """
    return _Scanner(source, name, limits).tokens()
