"""One text read by a fake encoder, and its events as short lines."""

from __future__ import annotations

from sayso.reading.reader import read_article
from sayso.records.article import Article, Precision, Published
from sayso.records.event import Event
from sayso.records.reading import Reading
from tests.reading.fake_encoder import EventEncoder, Spoken


def read_told(text: str, *spoken: Spoken, types: dict[str, str] | None = None, day: str | None = None) -> Reading:
    """The reading of a text whose sentences are the outlet's own, but for what is ``spoken``."""
    published = Published(day, Precision.DAY) if day else None
    return read_article(Article("told", text, published=published), EventEncoder(*spoken, own=[text], types=types))


def lines_of(reading: Reading) -> list[str]:
    """Like "ASSAULT struck: Skerry > Velm"."""
    return [line_of(reading, event) for event in reading.events]


def line_of(reading: Reading, event: Event) -> str:
    text = reading.article.text
    actors, recipients = (
        " + ".join(one.span.cut(text) for one in some) or "-" for some in (event.actors, event.recipients)
    )
    return f"{event.type} {event.span.cut(text)}: {actors} > {recipients}"


def told(text: str, *spoken: Spoken) -> list[str]:
    return lines_of(read_told(text, *spoken))
