"""Somebody or something in the making: the mentions gathered so far, and what they tell of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from sayso.lists.roles import Role
from sayso.reading.naming.mention import Mention, Shape
from sayso.reading.naming.vocabulary import PLACES
from sayso.records.actor import ActorKind

Words = tuple[str, ...]


@dataclass(slots=True, eq=False)
class Entity:
    """The article speaks of somebody: by these names and roles, of this kind and gender as far as it tells.

    ``gender``: m, f, n (no person) or empty. ``joint`` are the members of "Yeltsin and Kuchma"; ``whole`` is the group
    that "some of them" are of. A document's ``issuer`` is who speaks in it; its ``signer`` the mention after "by" or
    "from" that tells of one who comes up only there.
    """

    number: int
    named: bool
    names: list[Words] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    kinds: Counter[ActorKind] = field(default_factory=Counter)
    genders: Counter[str] = field(default_factory=Counter)
    roles: dict[str, list[frozenset[str]]] = field(default_factory=dict)
    described: list[str] = field(default_factory=list)
    nation: str = ""
    plural: bool = False
    joint: tuple[Entity, ...] = ()
    written: str = ""
    head: Role | None = None
    issuer: Entity | None = None
    signer: Mention | None = None
    owner: Entity | None = None
    whole: Entity | None = None
    listed: str = ""
    sectors: set[str] = field(default_factory=set)
    places: int = 0
    speaks: bool = False

    @property
    def kind(self) -> ActorKind:
        if len(self.kinds) == 1:  # as of most, and asked again and again
            return next(iter(self.kinds))
        return max(self.kinds, key=self.kinds.__getitem__) if self.kinds else ActorKind.UNKNOWN

    @property
    def gender(self) -> str:
        if len(self.genders) < 2:
            return next(iter(self.genders), "")
        (best, votes), (_, others) = self.genders.most_common(2)
        return best if votes >= 2 * others else ""

    @property
    def name(self) -> str:
        """The longest name that the article gives, the first of equals; or the description as written.

        Of a country the plain name, if the article has it.
        """
        forms = [" ".join(name) for name in self.names]
        if self.listed in forms or not forms:
            return self.listed or self.written
        return max(forms, key=lambda form: form.count(" "))

    @property
    def is_place(self) -> bool:
        """Whether most of its mentions say that something is or happens in it."""
        known = all(len(name) == 1 and name[0].rstrip(".") in PLACES for name in self.names)
        return not self.kinds and ((known and bool(self.names)) or 2 * self.places > len(self.mentions))

    @property
    def first(self) -> int:
        return self.mentions[0].span.start if self.mentions else 0

    def takes_role(self, role: Role, words: Words, written: str, nation: str) -> None:
        """The article calls it so: "the harbour engineer"."""
        kept = frozenset(word.lower() for word in (*words, *written.split())) - {role.word}
        self.roles.setdefault(role.word, []).append(kept)
        if written and written not in self.described:
            self.described.append(written)
        if role.gender:
            self.genders[role.gender] += 3
        self.kinds[role.kind] += 2
        if role.sector and role.kind is not ActorKind.PERSON:
            self.sectors.add(role.sector)
        self.nation = self.nation or nation

    def is_person(self) -> bool:
        return self.kind is ActorKind.PERSON

    def goes_by_forename(self, surname: str) -> bool:
        """Whether the article calls it by a single name that is not this one."""
        return any(len(name) == 1 and name[0] != surname for name in self.names)

    def went_by_forename(self, surname: str) -> bool:
        """The same of the mentions until now."""
        short = (one.words[0] for one in self.mentions if one.shape is Shape.NAME and len(one.words) == 1)
        return any(word != surname for word in short)

    def names_somebody(self) -> bool:
        return any(mention.shape is Shape.NAME for mention in self.mentions)
