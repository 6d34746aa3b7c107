"""What a ledger lists at one moment: its articles and its stories."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import Connection, func, select

from sayso._version import __version__
from sayso.errors import SaysoError
from sayso.ledger.listing import SHORT, heading
from sayso.ledger.schema import article, batch, forgotten, pair, rereading
from sayso.linking.pairs import Pair
from sayso.linking.stories import group_stories
from sayso.web.page import Keys

TELLING = "7"  # what is kept of a story was made by this code; another number makes it anew
GONE = "this article was taken out of the ledger while its page was made"


class NotHere(SaysoError):
    """There is no such article, story or point in the ledger."""


@dataclass(frozen=True)
class Contents:
    """The articles and stories of a ledger at one moment.

    ``numbers`` and ``keys`` go by the article's id; ``stories`` hold ids, the largest story first.
    """

    version: tuple[int, ...]
    numbers: dict[str, int]
    times: dict[str, str | None]
    models: dict[str, str]
    keys: dict[str, str]
    stories: tuple[tuple[str, ...], ...]

    @cached_property
    def names(self) -> dict[str, tuple[str, ...]]:
        """By a text's key, the ids of the articles that have this text."""
        found: dict[str, list[str]] = {}
        for name, key in self.keys.items():
            found.setdefault(key, []).append(name)
        return {key: tuple(sorted(names)) for key, names in found.items()}

    @cached_property
    def story_of(self) -> dict[str, int]:
        """By id, the number of the story."""
        return {name: number for number, story in enumerate(self.stories) for name in story}

    @cached_property
    def calls(self) -> Keys:
        return Keys(self.keys, (key for key, names in self.names.items() if len(names) > 1))

    def find(self, key: str, name: str | None = None) -> str:
        """The id of the article with this text (its digest, or the beginning of one), and with this id if given.

        Raises NotHere.
        """
        names = self.names.get(key[:SHORT], ())
        if name is not None:
            names = tuple(one for one in names if one == name)
        if not names:
            raise NotHere(f"no article with the text {key} is in this ledger")
        return names[0]

    def number(self, name: str) -> int:
        """Raises NotHere."""
        if name not in self.numbers:
            raise NotHere(GONE)
        return self.numbers[name]

    def story_key(self, story: Sequence[str], mark: str = "") -> str:
        """Tells which articles, read and linked by what, a told story was made of; ``mark`` what people altered."""
        made_of = [[name, self.keys[name], self.models[name], self.calls.name(name)] for name in sorted(story)]
        encoded = json.dumps([TELLING, __version__, made_of, mark], separators=(",", ":"))
        return hashlib.sha256(encoded.encode()).hexdigest()[:32]


def version_of(connection: Connection) -> tuple[int, ...]:
    """Changes whenever an article comes or goes, or is read again."""
    batches = connection.execute(select(func.max(batch.c.number), func.count(batch.c.number))).one()
    last = connection.execute(select(func.max(article.c.number))).scalar_one()
    gone = connection.execute(select(func.max(forgotten.c.number))).scalar_one()
    again = connection.execute(select(func.max(rereading.c.number))).scalar_one()
    return tuple(int(number or 0) for number in (*batches, last, gone, again))


def load_contents(connection: Connection, version: tuple[int, ...]) -> Contents:
    wanted = select(heading.c.article, heading.c.id, heading.c.published, heading.c.text_key, heading.c.model)
    rows = connection.execute(wanted).all()
    names = {row.article: row.id for row in rows}
    times = {row.id: row.published for row in rows}
    ordered = sorted(times, key=lambda name: (times[name] or "~", name))
    stories = sorted(group_stories(ordered, _bare_pairs(connection, names)), key=lambda story: -len(story))
    return Contents(
        version=version,
        numbers={row.id: row.article for row in rows},
        times=times,
        models={row.id: row.model for row in rows},
        keys={row.id: row.text_key for row in rows},
        stories=tuple(stories),
    )


def _bare_pairs(connection: Connection, names: dict[int, str]) -> Iterator[Pair]:
    """All pairs, without their passages: as much as stories are told by."""
    for a, b, alike, share, one in connection.execute(
        select(pair.c.a, pair.c.b, pair.c.alike, pair.c.share, pair.c.one_story)
    ):
        if a in names and b in names:
            yield Pair(names[a], names[b], alike, share, (), bool(one))
