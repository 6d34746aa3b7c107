"""The floors: what a figure must not fall below, and on which files that was agreed."""

from __future__ import annotations

from pathlib import Path

import msgspec

FLOORS = Path(__file__).with_name("floors.json")


class Floor(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A figure is not to fall below ``floor``; ``note`` says where the number is from.

    ``seen``: the rules were written with this very set at hand. Such a figure guards against falling back; it does not
    say how well Sayso reads what nobody has looked at.
    """

    floor: float
    note: str
    seen: bool = False


class Floors(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All floors, and the SHA-256 of the files that they hold for."""

    note: str
    data: dict[str, str]
    floors: dict[str, Floor]


def load_floors(path: Path) -> Floors:
    """The floors of a file; a field of another name or type is refused with its path."""
    return msgspec.json.decode(path.read_bytes(), type=Floors)


def word_verdict(value: float, floor: Floor | None) -> tuple[str, bool]:
    """What to print beside a figure, and whether it fails."""
    if floor is None:
        return "", False
    seen = ", NOT HELD OUT: at hand when the rules were written" if floor.seen else ""
    if value < floor.floor:
        return f"BELOW {floor.floor:.1f} ({floor.note}){seen}", True
    return f"floor {floor.floor:.1f}{seen}", False
