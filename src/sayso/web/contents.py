"""What a ledger lists at one moment: its articles and its stories."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import Connection, func, or_, select

from sayso._version import __version__
from sayso.errors import SaysoError
from sayso.ledger.listing import SHORT, heading
from sayso.ledger.schema import article, batch, forgotten, pair, rereading
from sayso.linking.stories import COPIED, group_alike
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
    def ids(self) -> dict[int, str]:
        """By number, the ids."""
        return {number: name for name, number in self.numbers.items()}

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

    @cached_property
    def _unmarked(self) -> dict[Sequence[str], str]:
        """The keys that were asked for of stories of which people altered nothing."""
        return {}

    def story_key(self, story: Sequence[str], mark: str = "") -> str:
        """Tells which articles, read and linked by what, a told story was made of; ``mark`` what people altered."""
        if mark:
            return self._make_key(story, mark)
        asked = tuple(story)
        return self._unmarked.get(asked) or self._unmarked.setdefault(asked, self._make_key(asked, mark))

    def _make_key(self, story: Sequence[str], mark: str) -> str:
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
    rows = sorted(connection.execute(wanted).all(), key=lambda row: (row[2] or "~", row[1]))
    names = {number: name for number, name, *_ in rows}
    alike = [one for one in _alike(connection) if one[0] in names and one[1] in names]
    stories = sorted(group_alike(list(names), alike), key=len, reverse=True)
    return Contents(
        version=version,
        numbers={name: number for number, name, *_ in rows},
        times={name: published for _, name, published, *_ in rows},
        models={name: model for _, name, _, _, model in rows},
        keys={name: key for _, name, _, key, _ in rows},
        stories=tuple(tuple(names[number] for number in story) for story in stories),
    )


def _alike(connection: Connection) -> Sequence[tuple[int, int, float]]:
    """The pairs that stories are told by: two articles' numbers, and what they share."""
    wanted = select(pair.c.a, pair.c.b, pair.c.share).where(or_(pair.c.one_story == 1, pair.c.share >= COPIED))
    return connection.execute(wanted).all()
