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
    """

    size: int = 20_000_000
    tags: int = 300_000
    depth: int = 150  # libxml2 stops at 256; saved news pages reach about 45
    attribute: int = 2_000
    extracted: int = 1_500_000  # the largest of 30 saved news pages has 190,000
    pieces: int = 60_000  # and that one 5,000


DEFAULT_LIMITS = Limits()
