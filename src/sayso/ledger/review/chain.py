"""The chain of decisions: each entry holds the hash of the one before, so that no one can be altered unseen."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from sayso.errors import BadLog
from sayso.records.decision import Decision

START = "0" * 64  # stands for the hash before the first entry
HOLDS = ":"  # between number and hash where a head is written


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as it is kept: ``text`` is what its hash is of."""

    number: int
    text: str
    hash: str


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry of a log; whoever holds it can tell later whether anything up to it was altered or taken away."""

    number: int
    hash: str

    def __str__(self) -> str:
        return f"{self.number}{HOLDS}{self.hash}"


NO_ENTRY = Head(0, START)


def parse_head(written: str) -> Head:
    """Raises BadLog where it is no head."""
    number, _, digest = written.strip().partition(HOLDS)
    plain = number.isascii() and number.isdecimal() and len(number) <= 12
    if not plain or len(digest) != len(START) or any(sign not in "0123456789abcdef" for sign in digest):
        raise BadLog(f"{written!r} is no head of a log: a head is a number, a colon and 64 hexadecimal digits")
    return Head(int(number), digest)


def seal(decision: Decision) -> Entry:
    """The entry of a decision, whose own ``hash`` counts for nothing."""
    told: dict[str, Any] = msgspec.to_builtins(decision)
    del told["hash"]
    text = json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return Entry(decision.number, text, digest(text))


def digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def open_entry(entry: Entry) -> Decision:
    """The decision in an entry. Raises BadLog where it holds none, or is not what its hash is of."""
    if digest(entry.text) != entry.hash:
        raise BadLog(f"entry {entry.number} was altered: it is not what its hash is of")
    try:
        told = json.loads(entry.text)
        decision = msgspec.convert(told | {"hash": entry.hash}, Decision)
    except (ValueError, TypeError, RecursionError) as error:  # msgspec.ValidationError is a ValueError
        raise BadLog(f"entry {entry.number} holds no decision: {error}") from error
    if seal(decision).text != entry.text:
        raise BadLog(f"entry {entry.number} is not written as Sayso writes it")
    return decision


def check_chain(entries: Iterable[Entry], held: Head | None = None) -> Head:
    """The head of a chain. Raises BadLog at the first entry that does not follow from the one before.

    ``held`` is a head that was noted earlier: entries that were all made anew, or taken away at the end, show only
    against it.
    """
    head = NO_ENTRY
    met = held in (None, NO_ENTRY)
    for entry in entries:
        decision = open_entry(entry)
        if decision.number != head.number + 1 or entry.number != decision.number:
            raise BadLog(f"after entry {head.number} comes entry {entry.number}: one was taken away or put in")
        if decision.previous != head.hash:
            raise BadLog(f"entry {entry.number} does not follow from entry {head.number}")
        head = Head(entry.number, entry.hash)
        met = met or head == held
    if not met:
        raise BadLog(f"the log does not hold {held}: since that head was noted, entries were altered or taken away")
    return head


def with_hash(decision: Decision) -> tuple[Decision, Entry]:
    """A decision with its own hash, and its entry."""
    entry = seal(decision)
    return replace(decision, hash=entry.hash), entry


def write_line(entry: Entry) -> str:
    """An entry as one line of JSON, as others may hold it: what was hashed, as a string, and its hash."""
    return json.dumps({"number": entry.number, "entry": entry.text, "hash": entry.hash}, separators=(",", ":"))


def read_line(line: str | bytes) -> Entry:
    """Raises BadLog."""
    try:
        return msgspec.convert(_renamed(json.loads(line)), Entry)
    except (ValueError, TypeError) as error:
        raise BadLog(f"no line of a log of decisions: {error}") from error


def _renamed(told: dict[str, Any]) -> dict[str, Any]:
    return {"number": told.get("number"), "text": told.get("entry"), "hash": told.get("hash")}
