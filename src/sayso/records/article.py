"""One page as it was received."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from sayso.records.block import Block
from sayso.records.span import Span


class Precision(StrEnum):
    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    MINUTE = "minute"
    SECOND = "second"


@dataclass(frozen=True, slots=True)
class Published:
    """When the page says that it was published, no finer than it says.

    ``Published("2025-04-28T14:49", Precision.MINUTE, None)``: local time in ISO 8601, without a zone in it;
    ``zone`` is "+02:00", "+00:00" and the like, or None where the page gives none (not UTC: unknown).
    """

    time: str
    precision: Precision
    zone: str | None = None

    @property
    def day(self) -> str | None:
        """YYYY-MM-DD, or None if it is less precise."""
        return self.time[:10] if len(self.time) >= 10 else None


@dataclass(frozen=True, slots=True)
class Source:
    """Where a stretch of the text stands in the page's markup: equal lengths only where nothing was escaped."""

    text: Span
    page: Span


@dataclass(frozen=True, slots=True)
class Article:
    """A page arrived with exactly this text.

    ``text`` is never altered: every span of every reading is an offset (code points) into it. ``title``,
    ``outlet``, ``url``, ``published``, ``authors`` and ``language`` are the page's or the input's own claims.
    ``blocks`` is empty where the input has no structure; the reader then finds them. ``flags`` are what a
    desk should know ("hidden text", "repeated text", "bidi characters", ...). ``page_map`` is empty unless
    the text was taken out of a page. ``modified`` is the page's claim too; ``seen`` is when the crawl that brought the
    page fetched it, in UTC, and ``raw_digest`` the SHA-256 of the bytes that it was taken from.
    """

    id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: Published | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    blocks: tuple[Block, ...] = ()
    flags: tuple[str, ...] = ()
    page_map: tuple[Source, ...] = field(default=(), repr=False)
    modified: Published | None = None
    seen: str | None = None
    raw_digest: str | None = None
