"""`sayso review LEDGER.db`: a key a decision."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

import click

from sayso.cli.failures import say
from sayso.cli.terminal import show, width
from sayso.errors import SaysoError
from sayso.exports.escapes import on_one_line
from sayso.exports.review_text import render_queued, word_done
from sayso.ledger.review import Queued, Review
from sayso.records.attribution import Commitment
from sayso.records.claim import Voice
from sayso.records.decision import Decision, Edited

TOGETHER = 200  # claims looked up at a time
HELP = (
    "j next  k back  a accept  r reject  e edit  m mark, on a second claim merge  s split from the marked claim\n"
    "u undo  / find  ? this help  q stop"
)
Kind = TypeVar("Kind", Voice, Commitment)
STOP = frozenset("q\x03\x04")


@dataclass
class Walk:
    """One walk through the queue; ``at`` is the claim that is shown, ``marked`` one that waits for a second."""

    review: Review
    after: str | None = None
    at: int = 0
    marked: str | None = None
    queued: list[Queued] = field(default_factory=list)

    def run(self) -> None:
        self.queued = self.review.queue(TOGETHER, after=self.after)
        say(HELP.splitlines()[0] + "  ? help  q stop")
        while self._show():
            key = click.getchar()
            if key in STOP:
                return
            self.press(key)

    def press(self, key: str) -> None:
        """Does what a key asks for; what cannot be done is told."""
        act = self._keys().get(key)
        if act is None:
            return
        try:
            act()
        except SaysoError as error:
            say(str(error))

    def _keys(self) -> dict[str, Callable[[], None]]:
        return {
            "j": lambda: self._step(1),
            "k": lambda: self._step(-1),
            "a": lambda: self._done(self.review.accept(self.pick)),
            "r": lambda: self._done(self.review.reject(self.pick, why=ask("why it is wrong"))),
            "e": self._edit,
            "m": self._merge,
            "s": self._split,
            "u": self._undo,
            "/": self._find,
            "?": lambda: say(HELP),
        }

    @property
    def pick(self) -> str:
        return self.queued[self.at].row.pick

    def _show(self) -> bool:
        if not self.queued:
            say("nothing is waiting")
            return False
        one = self.queued[self.at]
        mark = "  marked" if one.row.pick == self.marked else ""
        show(f"\n{self.at + 1} of {len(self.queued)}{mark}\n" + "\n".join(render_queued(one, width())) + "\n")
        return True

    def _step(self, by: int) -> None:
        self.at = min(max(self.at + by, 0), len(self.queued) - 1)

    def _done(self, decision: Decision) -> None:
        say(word_done(decision))
        self.queued = [one for one in self.queued if one.row.pick != self.pick]
        if self.at >= len(self.queued):
            self.queued, self.at = self.review.queue(TOGETHER, after=self.after), 0

    def _edit(self) -> None:
        row = self.queued[self.at].row
        words = ask("words, as they stand in the article", " ".join(row.words.split()))
        voice = ask("voice (own, attributed, unsettled)", row.voice.value)
        speaker = ask("speaker", row.speaker or "")
        does = ask("what is done with it", row.does.value if row.does else "")
        edited = Edited(
            spans=() if words == " ".join(row.words.split()) else self.review.spans_of(row.pick, words=words),
            voice=None if voice == row.voice.value else one_of(Voice, voice),
            does=None if does == (row.does.value if row.does else "") else one_of(Commitment, does),
            speaker=None if speaker == (row.speaker or "") else speaker,
        )
        self._done(self.review.edit(row.pick, edited, why=ask("why")))

    def _merge(self) -> None:
        if self.marked in (None, self.pick):
            self.marked = None if self.marked else self.pick
            return
        say(word_done(self.review.merge(self.marked or "", self.pick)))
        self.marked = None

    def _split(self) -> None:
        if self.marked in (None, self.pick):
            say("mark a claim of its point with m first: a claim is split from another")
            return
        say(word_done(self.review.split(self.pick, self.marked or "")))

    def _undo(self) -> None:
        say(word_done(self.review.undo()))
        self.queued, self.at = self.review.queue(TOGETHER, after=self.after), 0

    def _find(self) -> None:
        """Goes to the next claim of the queue with these words."""
        words = ask("find").casefold()
        order = [*range(self.at + 1, len(self.queued)), *range(self.at + 1)]
        found = (at for at in order if words in f"{self.queued[at].row.words} {self.queued[at].row.speaker}".casefold())
        at = next(found, None)
        if at is None:
            say(f"no claim of the {len(self.queued)} at hand has these words")
        else:
            self.at = at


def ask(what: str, now: str = "") -> str:
    """A line from the terminal; ``now`` where nothing is typed."""
    return str(click.prompt(what, default=on_one_line(now), show_default=bool(now), err=True)).strip()


def one_of(kind: type[Kind], written: str) -> Kind:
    try:
        return kind(written)
    except ValueError:
        raise SaysoError(f"{written!r} is none of {', '.join(kind)}") from None
