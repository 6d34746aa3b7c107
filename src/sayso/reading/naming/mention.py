"""A mention: one place where the text speaks of somebody or something."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto

from sayso.lists.roles import Role
from sayso.reading.naming.vocabulary import Pronoun
from sayso.records.span import Span

# Several without a noun: "others say".
MANY = frozenset("others some many several both few most all dozens hundreds thousands".split())


class Shape(Enum):
    NAME = auto()
    NOMINAL = auto()
    PRONOUN = auto()


class Definiteness(Enum):
    """What stands before a noun: "the", "a", somebody's, or nothing."""

    BARE = auto()
    DEFINITE = auto()
    INDEFINITE = auto()
    OWNED = auto()


@dataclass(slots=True, eq=False)
class Mention:
    """At ``span`` the text names, describes or points at somebody.

    ``words`` are the words of the name itself ("Vladimir", "Putin"), or of the description without its article.
    ``title`` are the words of a role before a name ("Russian President"); ``role`` is the head word of the title or of
    the description. ``owner`` is the mention that a possessive before it stands for ("Putin" of "Putin's aide").
    ``reach`` is where its complement ends ("the director of the agency"). ``modifier``: it only tells more of the
    next ("White House" of "White House spokesman").
    """

    span: Span
    shape: Shape
    sentence: int
    words: tuple[str, ...]
    role: Role | None = None
    title: str = ""
    address: str = ""
    definiteness: Definiteness = Definiteness.BARE
    pronoun: Pronoun | None = None
    owner: Mention | None = None
    nation: str = ""
    owning: bool = False
    modifier: bool = False
    governed: bool = False
    object: bool = False
    quoted: bool = False
    reach: int = 0
    parts: list[Mention] = field(default_factory=list)

    @property
    def plural(self) -> bool:
        if self.pronoun is not None:
            return self.pronoun.plural
        if self.role is None and self.shape is Shape.NOMINAL:
            return self.head in MANY
        return self.role is not None and self.role.plural

    @property
    def head(self) -> str:
        return self.words[-1].lower() if self.words else ""
