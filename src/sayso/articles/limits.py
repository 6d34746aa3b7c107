"""How much an input may hold: every cap in one place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """An input larger than this is refused with TooLarge, or cut where it says so.

    ``Limits(size=1_000_000)`` refuses files and JSONL lines over 1 MB. ``size`` is in bytes; ``tags`` counts the
    tags of one page, and apart from them its entities; elements deeper than ``depth`` lose their tags and keep
    their words; an attribute is read up to ``attribute`` characters. ``extracted`` and ``pieces`` are the
    size (code points, without scripts) and the number of tags and texts up to which a page's main text is looked
    for by trafilatura, whose time grows with the square of them on hostile pages; larger pages are read by the
    plain rules alone.

    Packed inputs (gzip, ZIP) may unpack to ``expanded`` bytes, and beyond that to ``ratio`` times their own size. An
    e-mail has at most ``parts`` parts in parts, a PDF ``pages`` pages, which are read for at most ``seconds`` and in
    ``memory`` bytes.
    """

    size: int = 20_000_000
    tags: int = 300_000
    depth: int = 150  # libxml2 stops at 256; saved news pages reach about 45
    attribute: int = 2_000
    extracted: int = 1_500_000  # the largest of 30 saved news pages has 190,000
    pieces: int = 60_000  # and that one 5,000
    expanded: int = 100_000_000
    ratio: int = 200  # saved pages reach 20, a gzip bomb 1,000
    parts: int = 100
    pages: int = 2_000
    seconds: int = 60
    memory: int = 1_000_000_000


DEFAULT_LIMITS = Limits()
