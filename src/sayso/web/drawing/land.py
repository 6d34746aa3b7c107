"""The countries' outlines, cut to what a map shows and as fine as its pixels tell apart."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from sayso.web.atlas.outlines import GRID, load_outlines

Points = NDArray[np.float64]
Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]
FINEST = 2.0  # pixels: points of an outline that lie nearer to each other are one
SPARE = 4.0  # pixels beyond the map's edge, so that no line is drawn along it
SMALLEST = 2.0  # pixels: land that is smaller is not drawn
TURNS = (-360.0, 0.0, 360.0)  # round the globe, by which a ring may come to lie on the map


@dataclass(frozen=True, slots=True)
class View:
    """What a map shows, in degrees, and how large: places of one latitude have one height. ``east`` may pass 180."""

    west: float
    south: float
    east: float
    north: float
    width: float

    @property
    def across(self) -> float:
        """Pixels in a degree of longitude."""
        return self.width / (self.east - self.west)

    @property
    def up(self) -> float:
        """Pixels in a degree of latitude: true to shape in the middle of the map."""
        middle = min(abs(self.south + self.north) / 2, 70.0)
        return self.across / math.cos(math.radians(middle))

    @property
    def height(self) -> float:
        return (self.north - self.south) * self.up

    def place(self, lat: float, lon: float) -> tuple[float, float]:
        """Where a point lies on the map; one that is beyond the map's edge on both sides is turned round the globe."""
        turned = self.west + (lon - self.west) % 360
        return (turned - self.west) * self.across, (self.north - lat) * self.up

    def holds(self, lat: float, lon: float) -> bool:
        """Whether a point lies on the map."""
        x, y = self.place(lat, lon)
        return 0 <= x <= self.width and 0 <= y <= self.height

    def km(self, length: float) -> float:
        """Pixels of so many kilometres."""
        return length / 111.2 * self.up


@dataclass(frozen=True)
class Land:
    """Every ring of every country's outline, in degrees, one after the other, each with the box around it."""

    codes: tuple[str, ...]
    points: Points
    sizes: Numbers  # how many of the points are each ring's
    boxes: Points  # a row a ring: west, south, east, north


@cache
def load_land() -> Land:
    """The package's own."""
    outlines = load_outlines()
    rings = [(country.code, outlines.ring(ring)) for country in outlines.countries for ring in country.rings]
    points = [_unbroken(np.array(ring, dtype=np.float64) / GRID) for _, ring in rings]
    boxes = np.array([(*ring.min(0), *ring.max(0)) for ring in points])
    return Land(tuple(code for code, _ in rings), np.concatenate(points), np.array([*map(len, points)]), boxes)


def _unbroken(points: Points) -> Points:
    """A ring that crosses the 180th meridian goes on beyond it; round the pole it stays as it is."""
    turns = np.round(np.diff(points[:, 0]) / -360).cumsum() * 360
    if len(turns) and turns[-1] == 0:
        points[1:, 0] += turns
    return points


@cache
def load_boxes() -> dict[str, tuple[float, float, float, float]]:
    """By country, west, south, east and north of its largest piece of land."""
    land, found = load_land(), dict[str, tuple[float, float, float, float]]()
    across, up = (land.boxes[:, 2:] - land.boxes[:, :2]).T
    for at in np.argsort(across * up, kind="stable").tolist():  # the largest comes last
        west, south, east, north = land.boxes[at].tolist()
        found[land.codes[at]] = (west, south, east, north)
    return found


def box_of(code: str) -> tuple[float, float, float, float] | None:
    """The box around a country's largest piece of land; None if the outlines have no such country."""
    return load_boxes().get(code)


@lru_cache(maxsize=32)
def draw_land(view: View) -> dict[str, str]:
    """By country, the path of its outline on the map; "" has all land that no code is known of.

    All rings go through each step at once: one by one they would take more than twice as long.
    """
    land = load_land()
    rings, turns = _on_map(land.boxes, view)
    points, sizes = _thin(*_place(land, rings, turns, view))
    within = _inside(land.boxes[rings], turns, view)
    shown: list[tuple[str, Points]] = []
    for ring, whole, end, size in zip(rings.tolist(), within, sizes.cumsum().tolist(), sizes.tolist(), strict=True):
        piece = points[end - size : end]
        piece = piece if whole else _cut(piece, view.width, view.height)
        if len(piece) > 2:
            shown.append((land.codes[ring], piece))
    paths: dict[str, list[str]] = {}
    for (code, _), path in zip(shown, _write([piece for _, piece in shown]), strict=True):
        paths.setdefault(code, []).append(path)
    return {code: "".join(parts) for code, parts in sorted(paths.items()) if any(parts)}


def _on_map(boxes: Points, view: View) -> tuple[Numbers, Points]:
    """Which rings may be seen, a ring once for each turn by which it comes to lie on the map."""
    west, south, east, north = boxes.T
    large = np.maximum((east - west) * view.across, (north - south) * view.up) >= SMALLEST
    level = large & (north >= view.south) & (south <= view.north)
    beside = [(east + turn >= view.west) & (west + turn <= view.east) for turn in TURNS]
    rings, at = np.nonzero(np.stack(beside, axis=1) & level[:, None])
    return rings, np.array(TURNS)[at]


def _place(land: Land, rings: Numbers, turns: Points, view: View) -> tuple[Points, Numbers]:
    """The points of some rings on the map, and how many each has."""
    sizes, ends = land.sizes[rings], land.sizes.cumsum()[rings]
    places = np.arange(sizes.sum()) + np.repeat(ends - sizes.cumsum(), sizes)
    return _on_paper(land.points[places], np.repeat(turns, sizes), view), sizes


def _on_paper(points: Points, turns: Points, view: View) -> Points:
    placed = np.empty_like(points)
    placed[:, 0] = (points[:, 0] + turns - view.west) * view.across
    placed[:, 1] = (view.north - points[:, 1]) * view.up
    return placed


def _inside(boxes: Points, turns: Points, view: View) -> Flags:
    """Which rings need no cutting."""
    (left, low), (right, high) = (_on_paper(boxes[:, at : at + 2], turns, view).T for at in (0, 2))
    sides = (left + SPARE, view.width + SPARE - right, high + SPARE, view.height + SPARE - low)
    least: Points = np.minimum.reduce(sides)
    return least >= 0


def _thin(points: Points, sizes: Numbers) -> tuple[Points, Numbers]:
    """One point of each run that lies in one cell of the finest grid, and how many are left of each ring."""
    cells = np.floor(points / FINEST)
    keep = np.ones(len(points), dtype=bool)
    keep[1:] = (cells[1:] != cells[:-1]).any(1)
    starts = sizes.cumsum() - sizes
    keep[starts] = True
    return points[keep], np.add.reduceat(keep, starts, dtype=np.int64) if len(starts) else sizes


def _cut(points: Points, width: float, height: float) -> Points:
    """The part of a closed outline inside the map (Sutherland and Hodgman, 1974)."""
    for axis, edge, sign in ((0, -SPARE, 1), (0, width + SPARE, -1), (1, -SPARE, 1), (1, height + SPARE, -1)):
        depth = sign * (points[:, axis] - edge)
        inside = depth >= 0
        if inside.all():
            continue
        if not inside.any():
            return points[:0]
        after, after_depth = np.roll(points, -1, 0), np.roll(depth, -1)
        crosses = inside != np.roll(inside, -1)
        share = np.divide(depth, depth - after_depth, out=np.zeros_like(depth), where=crosses)
        both = np.empty((2 * len(points), 2))
        both[0::2], both[1::2] = points, points + (after - points) * share[:, None]
        keep = np.empty(2 * len(points), dtype=bool)
        keep[0::2], keep[1::2] = inside, crosses
        points = both[keep]
    return points


def _write(rings: Sequence[Points]) -> Iterator[str]:
    """Of each ring an SVG path, in half pixels: its first point, then each step; "" of what is too small."""
    ends = np.cumsum([0, *map(len, rings)])[1:]
    points = np.round(np.concatenate([*rings, np.zeros((1, 2))]) * 2).astype(np.int64)
    steps = np.diff(points, axis=0)
    moves = (steps != 0).any(1)
    moves[ends - 1] = False  # from one ring to the next
    told = list(map(str, steps[moves].ravel().tolist()))
    first = 0
    for ring, end, last in zip(rings, ends.tolist(), (2 * moves.cumsum()[ends - 1]).tolist(), strict=True):
        x, y = points[end - len(ring)].tolist()
        way = " ".join(told[first:last]).replace(" -", "-")  # no more between than is needed to tell them apart
        yield f"M{x} {y}l{way}z" if last - first >= 4 else ""
        first = last
