"""Where coders agree, as a page shows it."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.errors import BadDecision
from sayso.exports.review_words import word_values
from sayso.ledger.review import On
from sayso.ledger.review.agreement import Agreement
from sayso.ledger.review.queue import find_numbered
from sayso.web.moment import at_one_moment
from sayso.web.reviewing import Item, make_items
from sayso.web.room import Room

MOST_CONTESTED = 100


@dataclass(frozen=True, slots=True)
class Says:
    """What one coder holds a contested claim to be."""

    coder: str
    word: str
    holds: str
    why: str
    number: int


@dataclass(frozen=True, slots=True)
class Contested:
    """A claim on which coders differ, and what each says."""

    item: Item
    says: tuple[Says, ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """How far coders agree on one thing."""

    on: str
    coders: tuple[str, ...]
    units: int
    same: int
    alpha: float | None


@dataclass(frozen=True, slots=True)
class AgreementView:
    """Coders against each other."""

    measured: tuple[Measured, ...]
    contested: tuple[Contested, ...]
    contested_in_all: int


@at_one_moment
def view_agreement(room: Room) -> AgreementView:
    """Raises BadDecision for a blind coder."""
    if room.blind:
        raise BadDecision("A blind coder is not shown how others judged. Serve without --blind once all is coded.")
    judgements = room.judgements()
    contested = [key for key, judged in judgements.claims.items() if judged.contested]
    numbers = [judgements.numbers[key] for key in contested]
    items = make_items(room, find_numbered(room.connection, numbers)[:MOST_CONTESTED])
    measured = tuple(_measured(on, room.review.agreement(on)) for on in On)
    return AgreementView(measured, tuple(_contested(room, item) for item in items), len(contested))


def _measured(on: On, found: Agreement) -> Measured:
    return Measured(on.value, found.coders, found.units, found.same, None if found.alpha is None else found.alpha)


def _contested(room: Room, item: Item) -> Contested:
    judged = room.judgements().claims[item.claim.article, item.claim.claim]
    says = (
        Says(one.decision.coder, one.word, word_values(one.values), one.decision.why, one.decision.number)
        for one in judged.verdicts
    )
    return Contested(item, tuple(says))
