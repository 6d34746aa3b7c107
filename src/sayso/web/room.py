"""One ledger as it is served: what it lists, its stories, and each story linked once and kept."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from weakref import finalize

import msgspec
from sqlalchemy import Connection, delete, func, insert, select

from sayso.exports.reading_json import import_json
from sayso.ledger import Ledger, Where, open_ledger
from sayso.ledger.listing import told
from sayso.ledger.review import Head, Judgements, Review
from sayso.ledger.review.feeding import save_fed
from sayso.ledger.schema import left_unread
from sayso.linking.contextual import Contextual
from sayso.linking.feeding import find_fed
from sayso.linking.incremental import load_prepared
from sayso.linking.pairrows import pairs_among
from sayso.linking.pairs import Pair
from sayso.linking.prepared import LinkLists
from sayso.linking.story import LinkedStory, link_story, set_scene
from sayso.records.reading import Reading
from sayso.search.finding import Facet
from sayso.web import shapes
from sayso.web.contents import GONE, Contents, NotHere, load_contents, version_of
from sayso.web.finding import list_sources
from sayso.web.page import Keys, Page
from sayso.web.story_lines import bare_line, story_line
from sayso.web.telling import show_claims, tell_story

REMEMBERED = 32  # told stories kept at hand
PATIENCE = 20.0  # seconds that a page waits for its story to be linked


class ThreadEnd:
    """Goes when the thread goes that holds it."""


class Room:
    """A ledger that is served. Any thread may ask; linking is done by one at a time.

    It is served to ``coder``, who decides on its claims; a ``blind`` one is shown no decision of others, nor a count
    that is made of one.
    """

    def __init__(
        self,
        place: Where,
        name: str,
        lists: LinkLists,
        contextual: Contextual,
        *,
        coder: str = "reader",
        blind: bool = False,
    ) -> None:
        self.place, self.name, self.lists = place, name, lists
        self.coder, self.blind = coder, blind
        self._judged: tuple[tuple[int, ...], Head, Judgements] | None = None
        self._contextual = contextual
        self._here = threading.local()
        self._lock = threading.Lock()
        self._linking = threading.Lock()
        self._contents: Contents | None = None
        self._told: OrderedDict[str, shapes.ToldStory] = OrderedDict()
        self._sources: tuple[tuple[int, ...], tuple[Facet, ...]] | None = None
        self._imports: tuple[tuple[int, ...], tuple[tuple[int, str, int], ...]] | None = None
        self._unread: tuple[tuple[int, int], list[tuple[int, str, str]]] | None = None
        self._several: tuple[Contents, Judgements, frozenset[str]] | None = None

    # what the ledger holds

    @contextmanager
    def held(self) -> Iterator[Contents]:
        """Inside, this thread sees the ledger as it is now, whatever others add or take out."""
        before: Contents | None = getattr(self._here, "contents", None)
        if before is not None:
            yield before
            return
        self.ledger.hold()
        try:
            self._here.contents = self._look()
            yield self._here.contents
        finally:
            self._here.contents = None
            self.connection.commit()

    @property
    def ledger(self) -> Ledger:
        """This thread's own look at the ledger."""
        opened: Ledger | None = getattr(self._here, "ledger", None)
        if opened is None:
            opened = self._here.ledger = open_ledger(self.place)
            self._here.end = end = ThreadEnd()
            finalize(end, opened.close)
        return opened

    @property
    def connection(self) -> Connection:
        return self.ledger.connection

    def contents(self) -> Contents:
        """What the ledger lists now; looked up again only where somebody added or took out articles.

        Raises BadLedger as long as articles wait to be linked.
        """
        held: Contents | None = getattr(self._here, "contents", None)
        if held is not None:
            return held
        self.connection.commit()  # else this thread would go on seeing the ledger as it was
        return self._look()

    def _look(self) -> Contents:
        version = version_of(self.connection)
        with self._lock:
            if self._contents is None or self._contents.version != version:
                self.ledger.refuse_waiting()
                self._contents = load_contents(self.connection, version)
            return self._contents

    def warm(self) -> None:
        """Looks up now what pages would wait for: all that goes through the whole ledger."""
        with self.held() as contents:
            _ = (
                contents.calls,
                contents.names,
                contents.story_of,
                contents.ids,
            )  # each is made when it is first asked for
            self.sources()
            self.batches()
            self.unread(0)
            self._keys_of_several()

    def reading(self, name: str) -> Reading:
        """Raises NotHere."""
        found = next(self.ledger.readings([self.contents().number(name)]), None)
        if found is None:
            raise NotHere(GONE)
        return import_json(found)

    def pair(self, a: str, b: str) -> Pair | None:
        """What two articles have in common, or None; ``a`` and ``b`` of the pair are in order of their ids."""
        contents = self.contents()
        found = list(pairs_among(self.ledger, {contents.number(a): a, contents.number(b): b}))
        return found[0] if found else None

    def sources(self) -> tuple[Facet, ...]:
        """Who is heard most; looked up again only where the ledger has changed."""
        version = self.contents().version
        if self._sources is None or self._sources[0] != version:
            self._sources = (version, list_sources(self.connection))
        return self._sources[1]

    def batches(self) -> tuple[tuple[int, str, int], ...]:
        """As the ledger's; looked up again only where it has changed."""
        version = self.contents().version
        if self._imports is None or self._imports[0] != version:
            self._imports = (version, tuple(self.ledger.batches()))
        return self._imports[1]

    def unread(self, most: int) -> tuple[list[tuple[int, str, str]], int]:
        """The latest of what could not be read, each once, and how many there are."""
        rows = self.connection.execute(select(func.max(left_unread.c.number), func.count())).one()
        mark = (int(rows[0] or 0), int(rows[1]))
        if self._unread is None or self._unread[0] != mark:
            self._unread = (mark, list(dict.fromkeys(self.ledger.unread())))
        return self._unread[1][:most], len(self._unread[1])

    # what people decided

    @property
    def review(self) -> Review:
        """The coder at work on this ledger."""
        return self.ledger.review(self.coder, blind=self.blind)

    def judgements(self) -> Judgements:
        """What is in force, as the coder may see it; looked up again only where decisions or articles came."""
        version, head = self.contents().version, self.review.head()
        with self._lock:
            if self._judged is None or self._judged[:2] != (version, head):
                self._judged = (version, head, self.review.judgements())
            return self._judged[2]

    def story_key(self, story: Sequence[str]) -> str:
        """What the story is kept under, as people left it."""
        return self.contents().story_key(story, self.judgements().mark(story))

    # stories

    def story(self, name: str) -> tuple[str, ...]:
        """The ids of the articles of the story that holds this one."""
        contents = self.contents()
        contents.number(name)
        return contents.stories[contents.story_of[name]]

    def known(self, story: Sequence[str]) -> shapes.ToldStory | None:
        """The story if it was linked already; asking this links nothing."""
        return self._look_up(self.story_key(story))

    def told(self, story: Sequence[str], *, patience: float = PATIENCE) -> shapes.ToldStory | None:
        """The story linked whole; None if it is still being linked after ``patience`` seconds."""
        key = self.story_key(story)
        found = self._look_up(key)
        if found is not None:
            return found
        if not self._linking.acquire(timeout=patience):
            return None
        try:
            return self._look_up(key) or self._link(tuple(story), key)
        finally:
            self._linking.release()

    def _look_up(self, key: str) -> shapes.ToldStory | None:
        with self._lock:
            if key in self._told:
                self._told.move_to_end(key)
                return self._told[key]
        row = self.connection.execute(select(told.c.document).where(told.c.key == key)).first()
        if row is None:
            return None
        try:
            return self._remember(key, msgspec.json.decode(row.document, type=shapes.ToldStory))
        except msgspec.ValidationError:  # told by a Sayso that told otherwise
            return None

    def _remember(self, key: str, story: shapes.ToldStory) -> shapes.ToldStory:
        with self._lock:
            self._told[key] = story
            self._told.move_to_end(key)
            while len(self._told) > REMEMBERED:
                self._told.popitem(last=False)
        return story

    def _link(self, story: tuple[str, ...], key: str) -> shapes.ToldStory:
        with self.held() as contents:
            names = {contents.number(name): name for name in story}
            judged = self.judgements()
            loaded = load_prepared(self.ledger, sorted(names), import_json, self.lists, judged)
            members = [prepared for _, prepared in loaded]
            scene = set_scene(members, self.lists, list(pairs_among(self.ledger, names)))
        return self._keep(link_story(scene, self.lists, self._contextual, judged), key, contents, judged)

    def keep(self, linked: LinkedStory) -> None:
        """Takes a story of this ledger that was linked elsewhere, so that no page waits for it."""
        contents = self.contents()
        key = self.story_key(contents.stories[contents.story_of[linked.id]])
        with self._linking:
            self._keep(linked, key, contents, self.judgements())

    def _keep(self, linked: LinkedStory, key: str, contents: Contents, judged: Judgements) -> shapes.ToldStory:
        made = tell_story(linked, self.lists, contents.calls)
        made = replace(made, rejected=tuple(self._rejected(linked, contents.calls, judged)))
        with self.ledger.change() as connection:
            connection.execute(delete(told).where(told.c.key == key))
            save_fed(connection, contents.numbers, find_fed(linked))
            connection.execute(
                insert(told).values(
                    key=key,
                    articles=len(made.articles),
                    summary=msgspec.json.encode(story_line(made)),
                    document=msgspec.json.encode(made),
                )
            )
        return self._remember(key, made)

    def _rejected(self, linked: LinkedStory, keys: Keys, judged: Judgements) -> Iterator[shapes.Rejected]:
        """The claims that people rejected, as the machine has them."""
        for article_id, name in linked.left_out:
            page = Page(self.reading(article_id), keys)
            verdict = judged.force(article_id, name)
            for claim in show_claims(page, [name]).values():
                decision = verdict.decision if verdict else None
                yield shapes.Rejected(claim, decision.coder if decision else "", decision.why if decision else "")

    def unlinked(self) -> int:
        """How many stories of several articles are not linked yet, as people left them."""
        return len(self._keys_of_several() - self._kept())

    def _kept(self) -> set[str]:
        """The keys of all stories that are kept linked."""
        return set(self.connection.execute(select(told.c.key)).scalars())

    def _keys_of_several(self) -> frozenset[str]:
        """The keys of the stories of several articles, as people left them."""
        contents, judged = self.contents(), self.judgements()
        held = self._several
        if held is None or held[0] is not contents or held[1] is not judged:
            held = self._several = (contents, judged, frozenset(self._keys_of(several_of(contents))))
        return held[2]

    def _keys_of(self, stories: Sequence[Sequence[str]]) -> list[str]:
        contents, judged = self.contents(), self.judgements()
        return [contents.story_key(story, judged.mark(story)) for story in stories]

    def lines(self, stories: Sequence[Sequence[str]]) -> list[shapes.StoryLine]:
        """Stories as lists show them, linked or not yet."""
        keys = self._keys_of(stories)
        rows = self.connection.execute(select(told.c.key, told.c.summary).where(told.c.key.in_(keys)))
        known = {row.key: msgspec.json.decode(row.summary, type=shapes.StoryLine) for row in rows}
        return [
            known.get(key) or bare_line(self.contents(), self.connection, story)
            for key, story in zip(keys, stories, strict=True)
        ]

    def link_all(self, stop: Callable[[], bool] = lambda: False) -> int:
        """Links every story of several articles that is not linked yet, the largest first; how many that were."""
        made = 0
        self._forget_old()
        several, kept = several_of(self.contents()), self._kept()
        for story in [story for story, key in zip(several, self._keys_of(several), strict=True) if key not in kept]:
            if stop():
                break
            with suppress(NotHere):  # taken out meanwhile
                self.told(story, patience=3600)
                made += 1
        return made

    def _forget_old(self) -> None:
        """Drops what was told of stories that have changed since."""
        now = set(self._keys_of(self.contents().stories))
        gone = self._kept() - now
        if gone:
            with self.ledger.change() as connection:
                for key in gone:
                    connection.execute(delete(told).where(told.c.key == key))


def several_of(contents: Contents) -> list[tuple[str, ...]]:
    """The stories that more than one article tells."""
    return [story for story in contents.stories if len(story) > 1]
