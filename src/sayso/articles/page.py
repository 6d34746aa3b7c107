"""A page as blocks of words that know where they stand in it."""

from __future__ import annotations

import html
from collections import Counter
from dataclasses import dataclass, field

from sayso.articles.declared import Declared
from sayso.articles.hints import Hint, find_hints, is_hiding, name_signs
from sayso.articles.limits import DEFAULT_LIMITS, Limits
from sayso.articles.markup import Opening, Words, scan_markup
from sayso.errors import TooLarge

_BLOCKS = frozenset(
    """address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer
    form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre plaintext search
    section summary table tbody td tfoot th thead tr ul video audio button head xmp""".split()
)
_VOID = frozenset("area base br col embed hr img input link meta source track wbr param keygen frame".split())
_UNSHOWN = frozenset(
    "script style title template noscript svg math object canvas textarea select iframe noembed noframes".split()
)
# Start tags end an open element that may not hold them, if no other block stands between.
_ENDS = {
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "tr": frozenset({"tr", "td", "th"}),
    "td": frozenset({"td", "th"}),
    "th": frozenset({"td", "th"}),
    "option": frozenset({"option"}),
    "body": frozenset({"head"}),
}
_KEPT = ("id", "class", "itemprop", "role")  # attributes that other parsers look at
_SPACES = " \t\n\r\f"
_NO_CONTROLS = dict.fromkeys((*range(9), 11, *range(14, 32), 127), " ")
_MARKS = 12  # hints of the elements around a block that are kept: the outermost ones

Marks = tuple[tuple[Hint, int], ...]


@dataclass(frozen=True, slots=True)
class Run:
    """Page offsets of characters between two tags, or of one line break (``<br>``, or a line end in ``<pre>``)."""

    start: int
    end: int
    breaks: bool = False


@dataclass(frozen=True, slots=True)
class PageBlock:
    """The page shows these words together, as one paragraph, heading, list item or cell.

    ``key`` is its letters and digits alone, to compare it by. ``element`` is the tag that holds the words,
    ``parent`` the number of the element around that. ``marks`` are the hints of the elements around the words,
    each with that element's number. ``linked`` says how many characters of the key stand in links, ``pictured``
    whether a picture stands among the words. Words that the page hides make a block of their own.
    """

    number: int
    element: str
    parent: int
    marks: Marks
    runs: tuple[Run, ...]
    key: str
    linked: int
    pictured: bool
    hidden: bool


@dataclass(frozen=True, slots=True)
class Page:
    """One saved page: its blocks, meta tags (name and content, in order), linked data, times and language.

    ``markup`` is the page once more, balanced, without scripts and comments and never nested deeper than the
    limit, in pieces, each with whether it is hidden.
    """

    source: str
    blocks: tuple[PageBlock, ...]
    meta: tuple[tuple[str, str], ...]
    linked_data: tuple[str, ...]
    title: str | None
    canonical: str | None
    language: str | None
    times: tuple[str, ...]
    markup: tuple[tuple[bool, str], ...] = field(repr=False)

    def plain(self, *, hidden: bool = False) -> str:
        """Markup fit for any parser, with or without what the page hides."""
        return "".join(piece for is_hidden, piece in self.markup if hidden or not is_hidden)


def read_page(source: str, name: str, *, limits: Limits = DEFAULT_LIMITS) -> Page:
    """The blocks and claims of the decoded page ``source``, in linear time. Raises TooLarge over the tag limit."""
    return _Builder(source, name, limits).build()


@dataclass(frozen=True, slots=True)
class _Element:
    name: str
    number: int
    marks: Marks
    hidden: bool
    unshown: bool
    linked: bool
    block: bool
    written: bool


@dataclass(slots=True)
class _Gathering:
    """Words of the block that is being read."""

    runs: list[Run] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    linked: int = 0


_ROOT = _Element("", 0, (), False, False, False, True, False)


@dataclass(slots=True)
class _Builder:
    source: str
    name: str
    limits: Limits
    known: dict[str, tuple[Hint, ...]] = field(default_factory=dict)  # hints by element and names
    stack: list[_Element] = field(default_factory=lambda: [_ROOT])
    holders: list[_Element] = field(default_factory=lambda: [_ROOT])  # the block elements of the stack
    open: Counter[str] = field(default_factory=Counter)
    numbers: int = 0
    depth: int = 0
    entities: int = 0
    pictured: bool = False
    shown: _Gathering = field(default_factory=_Gathering)
    hidden: _Gathering = field(default_factory=_Gathering)
    blocks: list[PageBlock] = field(default_factory=list)
    declared: Declared = field(default_factory=Declared)
    markup: list[tuple[bool, str]] = field(default_factory=list)

    def build(self) -> Page:
        for token in scan_markup(self.source, self.name, self.limits):
            if isinstance(token, Words):
                self._read_words(token)
            elif isinstance(token, Opening):
                self._open(token)
            else:
                self._close(token.name)
        self._end_block()
        while len(self.stack) > 1:
            self._pop()
        return Page(
            self.source,
            tuple(self.blocks),
            tuple(self.declared.meta),
            tuple(self.declared.linked_data),
            self.declared.title,
            self.declared.canonical,
            self.declared.language,
            tuple(self.declared.times),
            tuple(self.markup),
        )

    # ── tags ──

    def _open(self, tag: Opening) -> None:
        self.declared.read(tag, drawn=bool(self.open["svg"]), longest=self.limits.attribute)
        if tag.name == "br":
            self._break(tag.start, tag.end)
        elif tag.name == "img":
            self.pictured = True
        if tag.name in _BLOCKS:
            self._end_block()
            self._end_by(tag.name)
            if self.open["head"] and tag.name not in ("head", "html", "body"):
                self._close("head")  # a head that is never closed ends with the first paragraph
        elif tag.name == "a" and self.open["a"]:
            self._close("a")
        if tag.name in _VOID or tag.raw or tag.name in ("script", "style", "title"):
            if tag.name == "xmp":
                self._gather(tag.end - len(tag.raw), tag.end, tag.raw)
            return
        self._push(tag)

    def _push(self, tag: Opening) -> None:
        top = self.stack[-1]
        self.numbers += 1
        marks = top.marks
        if len(marks) < _MARKS:
            marks += tuple((hint, self.numbers) for hint in self._hints(tag))
        unshown = top.unshown or tag.name in _UNSHOWN
        written = not unshown and self.depth < self.limits.depth
        element = _Element(
            tag.name,
            self.numbers,
            marks,
            top.hidden or is_hiding(tag.name, tag.attributes),
            unshown,
            top.linked or tag.name == "a",
            tag.name in _BLOCKS or "-" in tag.name,
            written,
        )
        if element.block and tag.name not in _BLOCKS:
            self._end_block()
        self.stack.append(element)
        self.open[tag.name] += 1
        if element.block:
            self.holders.append(element)
        if written:
            self.depth += 1
            kept = "".join(
                f' {key}="{html.escape(tag.attributes[key][:300])}"' for key in _KEPT if tag.attributes.get(key)
            )
            self.markup.append((element.hidden, f"<{_written(tag.name)}{kept}>"))

    def _hints(self, tag: Opening) -> tuple[Hint, ...]:
        signs = name_signs(tag.name, tag.attributes)
        if signs not in self.known:
            self.known[signs] = find_hints(tag.name, signs)
        return self.known[signs]

    def _pop(self) -> None:
        element = self.stack.pop()
        self.open[element.name] -= 1
        if element.block:
            self.holders.pop()
        if element.written:
            self.depth -= 1
            self.markup.append((element.hidden, f"</{_written(element.name)}>"))

    def _close(self, name: str) -> None:
        """Ends the nearest open element of that name; an inline element never ends the blocks inside it."""
        if not self.open[name]:
            return
        if name in _BLOCKS or "-" in name:
            self._end_block()
            while self.stack[-1].name != name:
                self._pop()
            self._pop()
            return
        depth = len(self.stack) - 1
        while self.stack[depth].name != name and not self.stack[depth].block:
            depth -= 1
        if self.stack[depth].name == name:
            while len(self.stack) > depth:
                self._pop()

    def _end_by(self, name: str) -> None:
        ended = _ENDS.get(name, frozenset())
        while self.holders[-1].name == "p" or self.holders[-1].name in ended:
            self._close(self.holders[-1].name)

    # ── words ──

    def _read_words(self, words: Words) -> None:
        if self.stack[-1].unshown or (self.open["head"] and not self.open["body"]):
            return
        if not self.open["pre"]:
            self._gather(words.start, words.end, self.source[words.start : words.end])
            return
        at = words.start
        for line in self.source[words.start : words.end].splitlines(keepends=True):
            bare = line.rstrip("\r\n")
            self._gather(at, at + len(bare), bare)
            if len(bare) < len(line):
                self._break(at + len(bare), at + len(line))
            at += len(line)

    def _gather(self, start: int, end: int, raw: str) -> None:
        top = self.stack[-1]
        self.entities += raw.count("&")
        if self.entities > self.limits.tags:
            raise TooLarge(
                self.name, f"more than {self.limits.tags:,} entities in one page; save the article alone, or as text"
            )
        text = html.unescape(raw)
        self.markup.append((top.hidden, html.escape(text.translate(_NO_CONTROLS), quote=False)))
        gathering = self.hidden if top.hidden else self.shown
        if start < end and (gathering.runs or text.strip(_SPACES)):
            gathering.runs.append(Run(start, end))
            key = compact(text)
            gathering.keys.append(key)
            gathering.linked += len(key) if top.linked else 0

    def _break(self, start: int, end: int) -> None:
        top = self.stack[-1]
        if top.unshown:
            return
        self.markup.append((top.hidden, "<br>"))
        gathering = self.hidden if top.hidden else self.shown
        for run in reversed(gathering.runs):
            if run.breaks:  # two in a row make a paragraph
                self._end_block()
                return
            if self.source[run.start : run.end].strip(_SPACES):
                gathering.runs.append(Run(start, end, True))
                return

    def _end_block(self) -> None:
        for gathering, hidden in ((self.shown, False), (self.hidden, True)):
            key = "".join(gathering.keys)
            if key:
                holder, top = self.holders[-1], self.stack[-1]
                parent = self.holders[-2].number if len(self.holders) > 1 else 0
                runs = tuple(gathering.runs)
                self.blocks.append(
                    PageBlock(
                        len(self.blocks),
                        holder.name,
                        parent,
                        top.marks,
                        runs,
                        key,
                        gathering.linked,
                        self.pictured,
                        hidden,
                    )
                )
        self.pictured = False
        if self.shown.runs:
            self.shown = _Gathering()
        if self.hidden.runs:
            self.hidden = _Gathering()


def compact(text: str) -> str:
    """The letters and digits of ``text`` alone."""
    return "".join(filter(str.isalnum, text))


def _written(name: str) -> str:
    """A tag name that any parser takes; strange ones become a neutral element."""
    return name if name.isascii() and name.replace("-", "").isalnum() else "span"
