"""The plots of docs/performance.md."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

from bench.plots import draw_bars, draw_lines, plots

SPACE = "{http://www.w3.org/2000/svg}"


def test_a_bar_is_as_long_as_its_figure() -> None:
    drawn = ET.fromstring(draw_bars("Layers", {"best": {"encoder": 40.0, "voice": 10.0}}, "ms"))
    long, short = [float(bar.attrib["width"]) for bar in drawn.iter(f"{SPACE}rect")][1:]
    assert round(long / short, 3) == 4


def test_a_line_goes_through_every_figure() -> None:
    drawn = draw_lines("Growth", {"linking": [(1000, 2.0), (10_000, 2.5)]}, "articles", "s")
    assert drawn.count("<circle") == 2
    assert ">2.5<" in drawn


def test_every_plot_is_drawn_from_the_files(tmp_path: Path) -> None:
    stage = {"encoder": "best", "ms_an_article": {"encoder": 1.0}}
    grown = [
        {"what": what, "articles": many, "seconds_a_thousand": 2.0, "megabytes": 300}
        for what in ("read", "link")
        for many in (1000, 2000)
    ]
    (tmp_path / "stages.jsonl").write_text(json.dumps(stage) + "\n")
    (tmp_path / "growth.jsonl").write_text("".join(json.dumps(row) + "\n" for row in grown))
    for drawn in plots(tmp_path).values():
        assert ET.fromstring(drawn).tag == f"{SPACE}svg"
