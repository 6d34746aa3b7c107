"""The outlines as a file: arcs that neighbours share, and countries as rings of arcs.

All numbers are variable-length integers, seven bits a byte, the lowest first; those that may be negative are folded
(0, -1, 1, -2 ...). First the number of arcs; of each its number of points, its first point and the step to each next,
in hundredths of a degree; then the number of countries; of each its two letters, its number of rings, and of each ring
its number of arcs and the arcs: n forwards, -1 - n backwards, as in TopoJSON.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

GRID = 100  # steps in a degree
NO_CODE = "--"
Point = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Country:
    """A country's land, as rings of arcs; a hole is a ring as well. ``code`` is empty where ISO 3166 has none."""

    code: str
    rings: tuple[tuple[int, ...], ...]


@dataclass(frozen=True)
class Outlines:
    arcs: tuple[tuple[Point, ...], ...]
    countries: tuple[Country, ...]

    def ring(self, arcs: Sequence[int]) -> list[Point]:
        """The points of a ring, the last one the same as the first."""
        points: list[Point] = []
        for arc in arcs:
            way = self.arcs[arc] if arc >= 0 else self.arcs[-1 - arc][::-1]
            points.extend(way[1:] if points else way)
        return points


@cache
def load_outlines() -> Outlines:
    """The package's own."""
    return unpack_outlines((resources.files("sayso.web.atlas") / "outlines.bin").read_bytes())


def pack_outlines(arcs: Sequence[Sequence[Point]], countries: Sequence[Country]) -> bytes:
    packed = bytearray()
    _put(packed, len(arcs))
    for arc in arcs:
        _put(packed, len(arc))
        last = (0, 0)
        for point in arc:
            _put(packed, *(_fold(now - before) for now, before in zip(point, last, strict=True)))
            last = point
    _put(packed, len(countries))
    for country in countries:
        packed += (country.code or NO_CODE).encode("ascii")
        _put(packed, len(country.rings))
        for ring in country.rings:
            _put(packed, len(ring), *map(_fold, ring))
    return bytes(packed)


def unpack_outlines(packed: bytes) -> Outlines:
    numbers = iter(packed)
    arcs = tuple(tuple(_points(numbers)) for _ in range(_take(numbers)))
    return Outlines(arcs, tuple(_country(numbers) for _ in range(_take(numbers))))


def _points(numbers: Iterator[int]) -> Iterator[Point]:
    x = y = 0
    for _ in range(_take(numbers)):
        x, y = x + _unfold(_take(numbers)), y + _unfold(_take(numbers))
        yield x, y


def _country(numbers: Iterator[int]) -> Country:
    code = chr(next(numbers)) + chr(next(numbers))
    rings = tuple(tuple(_unfold(_take(numbers)) for _ in range(_take(numbers))) for _ in range(_take(numbers)))
    return Country("" if code == NO_CODE else code, rings)


def _fold(number: int) -> int:
    return number * 2 if number >= 0 else -number * 2 - 1


def _unfold(number: int) -> int:
    return -(number + 1) // 2 if number % 2 else number // 2


def _put(packed: bytearray, *numbers: int) -> None:
    for number in numbers:
        while number > 127:
            packed.append(number & 127 | 128)
            number >>= 7
        packed.append(number)


def _take(numbers: Iterator[int]) -> int:
    found = shift = 0
    while (byte := next(numbers)) > 127:
        found |= (byte & 127) << shift
        shift += 7
    return found | byte << shift
