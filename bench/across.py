"""How well Sayso links: reports, origins and edges of the funnel stories, edges, points, disputes, stories, echoes.

    python -m bench.across --shared ../shared --readings RUNS [--only LAYER ...]

RUNS is a folder in which the readings of the corpora are kept between calls (made by the packaged weights where they
are missing: two minutes). Exits with 2 if the corpora are not there.

Funnel: the rules and their numbers were settled with all 13 stories at hand, so what is printed for them is NOT HELD
OUT. Edges and points: the two readers' labels in `cases/`; tuned on even-numbered cases, reported on odd ones.
Disputes: NOT HELD OUT.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from bench.corpora import find_shared
from bench.figures import Figures
from bench.linked.corpora import Bench
from bench.linked.edges import measure_edges
from bench.linked.funnel import measure_funnel, measure_gold_sources
from bench.linked.points import measure_disputes, measure_points
from bench.linked.stories import measure_echoes, measure_stories

LAYERS: dict[str, Callable[[Bench], Figures]] = {
    "gold": measure_gold_sources,
    "funnel": measure_funnel,
    "edges": measure_edges,
    "points": measure_points,
    "disputes": measure_disputes,
    "stories": measure_stories,
    "echoes": measure_echoes,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--readings", type=Path, default=Path("runs/across"))
    parser.add_argument("--only", nargs="*", choices=sorted(LAYERS), default=list(LAYERS))
    args = parser.parse_args()
    bench = Bench(find_shared(args.shared), args.readings)
    for name in args.only:
        for figure, value in LAYERS[name](bench).items():
            print(f"{figure:<44} {value:7.2f}", flush=True)


if __name__ == "__main__":
    main()
