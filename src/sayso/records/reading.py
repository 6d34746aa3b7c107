"""All that was read in one article."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.records.actor import Actor
from sayso.records.article import Article
from sayso.records.attribution import Attribution
from sayso.records.claim import Claim, Relation
from sayso.records.credit import Credit
from sayso.records.event import Event
from sayso.records.quantity import Quantity
from sayso.records.span import Span
from sayso.records.timex import Timex
from sayso.records.toponym import Toponym


@dataclass(frozen=True, slots=True)
class Model:
    """These weights and lists made the reading."""

    name: str
    version: str
    digest: str


@dataclass(frozen=True, slots=True)
class Unread:
    """A stretch or a whole input was left unread, for a reason in words."""

    what: str
    why: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """This is who says what in ``article``, by this model: a pure function of the two.

    ``article`` carries the blocks that the reader found.
    """

    article: Article
    model: Model
    credits: tuple[Credit, ...]
    actors: tuple[Actor, ...]
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]
    relations: tuple[Relation, ...]
    unread: tuple[Unread, ...]
    quantities: tuple[Quantity, ...] = ()
    timexes: tuple[Timex, ...] = ()
    toponyms: tuple[Toponym, ...] = ()
    events: tuple[Event, ...] = ()
