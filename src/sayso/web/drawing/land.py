"""The countries' outlines, cut to what a map shows and as fine as its pixels tell apart."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from sayso.web.atlas.outlines import GRID, load_outlines

Points = NDArray[np.float64]
FINEST = 2.0  # pixels: points of an outline that lie nearer to each other are one
SPARE = 4.0  # pixels beyond the map's edge, so that no line is drawn along it
SMALLEST = 2.0  # pixels: land that is smaller is not drawn


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
    """One ring of a country's outline, in degrees, with the box around it."""

    code: str
    points: Points
    box: tuple[float, float, float, float]


@cache
def load_land() -> tuple[Land, ...]:
    """Every ring of every country."""
    outlines = load_outlines()
    rings = ((country.code, outlines.ring(ring)) for country in outlines.countries for ring in country.rings)
    return tuple(_land(code, np.array(points, dtype=np.float64) / GRID) for code, points in rings)


def _land(code: str, points: Points) -> Land:
    """A ring that crosses the 180th meridian goes on beyond it; round the pole it stays as it is."""
    turns = np.round(np.diff(points[:, 0]) / -360).cumsum() * 360
    if len(turns) and turns[-1] == 0:
        points[1:, 0] += turns
    (west, south), (east, north) = points.min(0), points.max(0)
    return Land(code, points, (float(west), float(south), float(east), float(north)))


@lru_cache(maxsize=32)
def draw_land(view: View) -> dict[str, str]:
    """By country, the path of its outline on the map; "" has all land that no code is known of."""
    paths: dict[str, list[str]] = {}
    for land in load_land():
        for turn in (-360.0, 0.0, 360.0):
            path = _path(land, turn, view)
            if path:
                paths.setdefault(land.code, []).append(path)
    return {code: "".join(parts) for code, parts in sorted(paths.items())}


def box_of(code: str) -> tuple[float, float, float, float] | None:
    """West, south, east and north of a country's largest piece of land; None if the outlines have no such country."""
    boxes = [land.box for land in load_land() if land.code == code]
    return max(boxes, key=lambda box: (box[2] - box[0]) * (box[3] - box[1]), default=None)


def _path(land: Land, turn: float, view: View) -> str:
    west, south, east, north = land.box
    if east + turn < view.west or west + turn > view.east or north < view.south or south > view.north:
        return ""
    if max((east - west) * view.across, (north - south) * view.up) < SMALLEST:
        return ""
    placed = np.empty_like(land.points)
    placed[:, 0] = (land.points[:, 0] + turn - view.west) * view.across
    placed[:, 1] = (view.north - land.points[:, 1]) * view.up
    shown = _cut(_thin(placed), view.width, view.height)
    return _write(np.round(shown * 2).astype(np.int64)) if len(shown) > 2 else ""


def _thin(points: Points) -> Points:
    """One point of each run that lies in one cell of the finest grid."""
    cells = np.floor(points / FINEST)
    keep = np.ones(len(points), dtype=bool)
    keep[1:] = (cells[1:] != cells[:-1]).any(1)
    return points[keep]


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


def _write(points: NDArray[np.int64]) -> str:
    """An SVG path, in half pixels: its first point, then the step to each next."""
    steps = np.diff(points, axis=0)
    steps = steps[(steps != 0).any(1)]
    if len(steps) < 2:
        return ""
    return f"M{points[0, 0]} {points[0, 1]}l" + "".join(_steps(steps)) + "z"


def _steps(steps: NDArray[np.int64]) -> Iterator[str]:
    """Numbers with no more between them than is needed to tell them apart."""
    first = True
    for number in steps.ravel().tolist():
        yield f"{number}" if first or number < 0 else f" {number}"
        first = False
