"""All that one server serves: its ledgers, and the texts that were pasted while it ran."""

from __future__ import annotations

import re
import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.articles import Format, find_format, open_data, read_html, read_string
from sayso.errors import BadInput, MissingExtra
from sayso.exports.reading_json import export_json, import_json
from sayso.ledger import Where
from sayso.ledger.databases import name_database
from sayso.linking.corpus import is_kept
from sayso.linking.incremental import Linker
from sayso.linking.pairrows import pairs_among
from sayso.linking.pairs import Pair, compare_pair
from sayso.linking.prepared import LinkLists, Prepared, prepare
from sayso.linking.story import link_story, set_scene
from sayso.records.article import Article
from sayso.records.reading import Reading
from sayso.records.span import Span
from sayso.web import links, shapes
from sayso.web.contents import NotHere
from sayso.web.links import text_key
from sayso.web.page import Keys
from sayso.web.room import Room
from sayso.web.telling import tell_story

MOST_DRAFTS = 50
NAME = re.compile(r"[^a-z0-9]+")
ReadOne = Callable[[Article], Reading]


@dataclass(frozen=True)
class Draft:
    """A text that was pasted or dropped. It is in no ledger, and gone when the server stops."""

    key: str
    reading: Reading


class Desk:
    """The rooms by name, and the drafts by their text."""

    def __init__(self, rooms: Sequence[Room], read: ReadOne, lists: LinkLists) -> None:
        self.rooms = {room.name: room for room in rooms}
        self.lists = lists
        self._read, self._reading = read, threading.Lock()
        self._drafts: OrderedDict[str, Draft] = OrderedDict()

    def room(self, name: str) -> Room:
        """Raises NotHere."""
        if name not in self.rooms:
            raise NotHere(f"no ledger called {name} is served")
        return self.rooms[name]

    def read_draft(self, article: Article) -> Draft:
        """Raises BadInput where there is nothing to read."""
        with self._reading:  # the encoder serves one at a time
            draft = Draft(text_key(article.text), self._read(article))
            self._drafts[draft.key] = draft
            self._drafts.move_to_end(draft.key)
            while len(self._drafts) > MOST_DRAFTS:
                self._drafts.popitem(last=False)
        return draft

    def draft(self, key: str) -> Draft:
        """Raises NotHere."""
        draft = self._drafts.get(key)
        if draft is None:
            raise NotHere(
                "this text is no longer kept: pasted texts go when the server stops, or when many others came"
            )
        return draft


def article_of(data: bytes, name: str) -> Article:
    """The article in a file that was dropped. Raises BadInput."""
    try:
        return open_data(data, name)
    except MissingExtra as error:
        raise BadInput(name, str(error)) from error


def article_of_text(text: str) -> Article:
    """The article in a text that was pasted. Raises BadInput."""
    text = text.replace("\r\n", "\n")  # a form sends line ends so, whatever was pasted
    if find_format(text[:4096].encode("utf-8", "replace")) is Format.HTML:
        return read_html(text.encode("utf-8", "replace"), "pasted page")
    return read_string(text, "pasted text")


class TracedKeys(Keys):
    """The keys of a ledger, and of a draft that is traced in it: what is shown of the draft is on its own page."""

    def __init__(self, keys: Keys, draft: str, key: str, room: str, nearest: str) -> None:
        super().__init__(keys.texts | {draft: key}, keys.shared)
        self._draft, self._room, self._nearest = draft, room, nearest

    def link(self, article: str, span: Span | None = None) -> str:
        if article != self._draft:
            return super().link(article, span)
        return links.draft_link(self.key(article), self._room, *((span.start, span.end) if span else ()))

    def story_link(self, article: str) -> str:
        return super().story_link(self._nearest if article == self._draft else article)

    def echoes_link(self, article: str) -> str:
        return super().echoes_link(self._nearest if article == self._draft else article)


def trace_draft(room: Room, reading: Reading) -> tuple[shapes.ToldStory, str] | None:
    """The story of a ledger that a draft belongs to, with the draft in it, by its edges; None if it is like none.

    The second is the draft's id there.
    """
    linker = Linker(room.ledger, room.lists, export_json, import_json)
    prepared = prepare(reading, room.lists)
    contents = room.contents()
    names = {number: name for name, number in contents.numbers.items()}
    near = [(names[number], one) for number, one in linker.find_near(prepared) if number in names]
    pairs = [
        (name, pair) for name, one in near if one.id != prepared.id and is_kept(pair := compare_pair(prepared, one))
    ]
    if not pairs:
        return None
    nearest = max(pairs, key=lambda item: (item[1].share, item[1].alike, item[0]))[0]
    story = contents.stories[contents.story_of[nearest]]
    members = _members(room, linker, story, prepared)
    inside = {contents.numbers[name]: name for name in story}
    here: list[Pair] = [pair for name, pair in pairs if name in story]
    scene = set_scene([*members, prepared], room.lists, [*pairs_among(room.ledger, inside), *here])
    keys = TracedKeys(contents.calls, prepared.id, text_key(prepared.text), room.name, nearest)
    return tell_story(link_story(scene, room.lists, None, room.judgements()), room.lists, keys), prepared.id


def _members(room: Room, linker: Linker, story: Sequence[str], draft: Prepared) -> list[Prepared]:
    numbers = room.contents().numbers
    wanted = [numbers[name] for name in story if name != draft.id]
    return [one for _, one in linker.load(wanted, room.judgements())]


def name_ledger(place: Where, taken: Sequence[str]) -> str:
    """What a ledger is called in addresses: the name of its file, or of its server's database, in small letters;
    numbered where two have the same.
    """
    called = place.stem if isinstance(place, Path) else name_database(place)
    plain = NAME.sub("-", called.lower()).strip("-") or "ledger"
    name, number = plain, 2
    while name in taken:
        name, number = f"{plain}-{number}", number + 1
    return name
