"""Which decisions stand: an undo takes one back, and an undo of an undo brings it back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.records.decision import Act, Decision


def find_standing(decisions: Sequence[Decision]) -> list[Decision]:
    """The decisions that hold, in their order, without undos and without what they undo."""
    undone = find_undone(decisions)
    return [one for one in decisions if one.act is not Act.UNDO and one.number not in undone]


def find_undone(decisions: Sequence[Decision]) -> set[int]:
    """The numbers of the decisions, and of the undos, that are undone."""
    undone: set[int] = set()
    for decision in reversed(decisions):
        if decision.act is Act.UNDO and decision.number not in undone and decision.undoes is not None:
            undone.add(decision.undoes)
    return undone


def find_last(decisions: Sequence[Decision], coder: str) -> Decision | None:
    """The coder's latest decision that stands."""
    return next((one for one in reversed(find_standing(decisions)) if one.coder == coder), None)


def seen_by(decisions: Iterable[Decision], coder: str | None) -> list[Decision]:
    """What a blind coder may see: their own; all for None."""
    return [one for one in decisions if coder in (None, one.coder)]
