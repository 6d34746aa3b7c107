"""Whom two statements are about: whether they tell of the same actors."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.linking.quoted.speakers import read_name, same_speaker
from sayso.records.actor import Actor


class ActorRelation(StrEnum):
    SAME = "same actor"
    KIN = "kin"  # two of one country and sector, or of one side: a ministry and its minister
    UNKNOWN = "not known"  # a description may be anybody
    DIFFERS = "differs"


@dataclass(frozen=True, slots=True)
class ActorVerdict:
    """Two actors stand in this relation, for a reason in words.

    ``ActorVerdict(ActorRelation.DIFFERS, '"Ada Quill" against "Otto Varga": two names')``.
    """

    relation: ActorRelation
    why: str


def compare_actors(a: Actor, b: Actor) -> ActorVerdict:
    """What ``a`` does to ``b``; their order never matters."""
    relation, why = _relate(a, b)
    return ActorVerdict(relation, f'"{a.name}" against "{b.name}": {why}')


def _relate(a: Actor, b: Actor) -> tuple[ActorRelation, str]:
    if a.name.casefold() == b.name.casefold():
        return ActorRelation.SAME, "one name"
    same = same_speaker(a.name, b.name)
    if same:
        return ActorRelation.SAME, "one name, written in two ways"
    if set(a.codes) & set(b.codes) or (a.side and a.side == b.side):
        return ActorRelation.KIN, "of one country and sector, or of one side"
    if not (a.named and b.named) or (same is None and (read_name(a.name) is None or read_name(b.name) is None)):
        return ActorRelation.UNKNOWN, "one is not named"
    return (ActorRelation.UNKNOWN, "names that may be one's") if same is None else (ActorRelation.DIFFERS, "two names")
