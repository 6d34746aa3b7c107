"""The plots of docs/performance.md, drawn from what the benches measured.

    python -m bench.stages --out bench/measured/stages.jsonl
    python -m bench.growth --out bench/measured/growth.jsonl
    python -m bench.plots [--measured bench/measured] [--out docs/pictures]

Plain SVG, no library: bars for the layers of reading, lines for growth.
"""

from __future__ import annotations

import argparse
import json
import math
import statistics
from collections import defaultdict
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
WIDTH, LEFT, RIGHT, BAR, TOP = 760, 190, 90, 15, 46
HEIGHT, BOTTOM = 300, 44  # of a plot of lines
FILLS = ("#34506f", "#b07d2b")
STYLE = (
    "<style>text{font:13px 'Source Serif 4','Noto Serif',Georgia,serif;fill:#1d1c1a}.soft{fill:#55524d}"
    ".title{font-size:15px;font-weight:600}.axis{stroke:#8a857b}.line{fill:none;stroke-width:2}"
    "@media(prefers-color-scheme:dark){text{fill:#eae7e1}.soft{fill:#b8b3aa}}</style>"
)
Row = dict[str, Any]


def draw_bars(title: str, series: dict[str, dict[str, float]], unit: str) -> str:
    """One group of bars for each name of the first series, longest first; a bar a series."""
    first = next(iter(series.values()))
    names = sorted(first, key=lambda name: -first[name])
    group = BAR * len(series) + 9
    height = TOP + 22 + group * len(names)
    scale = (WIDTH - LEFT - RIGHT) / max(max(values.values()) for values in series.values())
    parts = [_text(10, 22, title, "title"), *_legend(series)]
    for place, name in enumerate(names):
        y = TOP + 18 + place * group
        parts.append(_text(LEFT - 8, y + group / 2, name, end=True))
        for number, values in enumerate(series.values()):
            value, at = values.get(name, 0.0), y + number * BAR
            parts.append(
                f'<rect x="{LEFT}" y="{at}" width="{value * scale:.1f}" height="{BAR - 2}" fill="{FILLS[number]}"/>'
            )
            parts.append(_text(LEFT + value * scale + 6, at + BAR - 3, f"{value:.1f} {unit}", "soft"))
    return _svg(height, title, parts)


def draw_lines(title: str, points: dict[str, list[tuple[float, float]]], across: str, up: str) -> str:
    """Each series against a logarithmic number of articles; the upward axis begins at nought."""
    xs = sorted({x for line in points.values() for x, _ in line})
    top = max(y for line in points.values() for _, y in line) * 1.15
    low, high = math.log10(xs[0]), math.log10(xs[-1])

    def place(x: float, y: float) -> tuple[float, float]:
        part = (math.log10(x) - low) / ((high - low) or 1)
        return 70 + part * (WIDTH - 150), HEIGHT - BOTTOM - y / top * (HEIGHT - BOTTOM - TOP - 20)

    floor = HEIGHT - BOTTOM
    parts = [_text(10, 22, title, "title"), *_legend(points)]
    parts.append(f'<path class="axis" fill="none" d="M70 {TOP + 16}V{floor}H{WIDTH - 70}"/>')
    parts += [_text(place(x, 0)[0], floor + 18, f"{x:,.0f}", "soft", middle=True) for x in xs]
    parts += [_text(WIDTH / 2, HEIGHT - 8, across, "soft", middle=True), _text(10, TOP + 12, up, "soft")]
    for number, line in enumerate(points.values()):
        placed = [place(x, y) for x, y in sorted(line)]
        path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in placed)
        parts.append(f'<path class="line" stroke="{FILLS[number]}" d="{path}"/>')
        for (x, y), (_, value) in zip(placed, sorted(line), strict=True):
            parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{FILLS[number]}"/>')
            parts.append(_text(x, y - 8, f"{value:,.0f}" if value >= 100 else f"{value:.1f}", "soft", middle=True))
    return _svg(HEIGHT, title, parts)


def _legend(names: Iterable[str]) -> list[str]:
    parts = []
    for number, name in enumerate(names):
        x = LEFT + number * 150
        parts.append(f'<rect x="{x}" y="{TOP - 14}" width="12" height="12" fill="{FILLS[number]}"/>')
        parts.append(_text(x + 18, TOP - 4, name, "soft"))
    return parts


def _text(x: float, y: float, words: str, kind: str = "", *, end: bool = False, middle: bool = False) -> str:
    anchor = ' text-anchor="end"' if end else ' text-anchor="middle"' if middle else ""
    return f'<text x="{x:.1f}" y="{y:.1f}"{anchor} class="{kind}">{escape(words)}</text>'


def _svg(height: float, title: str, parts: Sequence[str]) -> str:
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.0f}" role="img">'
    return "\n".join([head, f"<title>{escape(title)}</title>", STYLE, *parts, "</svg>", ""])


def load_measured(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def plots(measured: Path) -> dict[str, str]:
    """Each plot by the name of its file."""
    stages, growth = load_measured(measured / "stages.jsonl"), load_measured(measured / "growth.jsonl")
    layers = {row["encoder"]: row["ms_an_article"] for row in stages}

    def line(what: str, figure: str) -> list[tuple[float, float]]:
        """By articles; runs of as many are averaged."""
        found: dict[float, list[float]] = defaultdict(list)
        for row in growth:
            if row["what"] == what:
                found[row["articles"]].append(row[figure])
        return [(articles, statistics.mean(figures)) for articles, figures in found.items()]

    return {
        "layers.svg": draw_bars("CPU time of each layer of reading, an article", layers, "ms"),
        "reading.svg": draw_lines(
            "Reading into tables", {"CPU seconds": line("read", "seconds_a_thousand")}, "articles", "CPU s a thousand"
        ),
        "linking.svg": draw_lines(
            "Linking", {"CPU seconds": line("link", "seconds_a_thousand")}, "articles", "CPU s a thousand"
        ),
        "memory.svg": draw_lines(
            "Most memory of one process",
            {"reading": line("read", "megabytes"), "linking": line("link", "megabytes")},
            "articles",
            "MB",
        ),
    }


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--measured", type=Path, default=HERE / "measured")
    words.add_argument("--out", type=Path, default=HERE.parent / "docs" / "pictures")
    given = words.parse_args()
    for name, drawn in plots(given.measured).items():
        (given.out / name).write_text(drawn, encoding="utf-8")


if __name__ == "__main__":
    main()
