"""All figures of how well Sayso reads, against the floors below which they must not fall.

    python -m bench.gate --shared ../shared [--world-readings W.jsonl] [--voice-readings V.jsonl] [--only NAME ...]

The weights in the package were trained on the world set, so its figures need readings by models that were not: each
article read by the fold that left it out (W), and the articles of voice.jsonl read by a model that left them out (V).
`training/README.md` says how they are made. What was not measured is named as such and fails nothing.

Exits with 0 if every figure measured is at or above its floor; 1 if one is below, a layer could not be measured or a
corpus is not the one that the floors were set on; 2 if the corpora are not there.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench import kursk
from bench.corpora import Shared, find_shared, load_rows
from bench.figures import Figures, ScorerFailed, run_scorer
from bench.floors import FLOORS, Floors, load_floors, word_verdict
from sayso.errors import SaysoError


@dataclass(frozen=True, slots=True)
class Given:
    """What the command line names."""

    shared: Shared
    world_readings: Path | None
    voice_readings: Path | None
    runs: Path = Path("runs/across")
    event_weights: tuple[Path, ...] = ()


def measure_polnear(given: Given) -> Figures:
    """The packaged weights on PolNeAR dev, which was never trained on."""
    from bench.readings import save_readings
    from sayso.reading.encoder import load_encoder

    with tempfile.TemporaryDirectory() as folder:
        readings = Path(folder, "polnear.jsonl")
        save_readings(given.shared.polnear_dev, readings, load_encoder())
        return run_scorer([given.shared.scorer("score_reading"), given.shared.polnear_dev, readings], "polnear")


def measure_world(given: Given) -> Figures:
    if given.world_readings is None:
        return {}
    return run_scorer([given.shared.scorer("score_reading"), given.shared.world, given.world_readings], "world")


def measure_voice(given: Given) -> Figures:
    if given.voice_readings is None:
        return {}
    scorer = given.shared.scorer("score_reading")
    figures = run_scorer([scorer, given.shared.world, given.voice_readings, "--voice", given.shared.voice], "voice")
    return {name: value for name, value in figures.items() if name.startswith("voice.own")}


def measure_credits(given: Given) -> Figures:
    """All credits of the world set, and those other than bare agency tags.

    The rules were written on these same articles: a figure to keep, not one to quote as held out.
    """
    from bench.credits import compare
    from sayso.lists.agencies import load_agencies

    agencies = load_agencies()
    documents = list(load_rows(given.shared.world))
    figures: Figures = {}
    for name in ("all", "other"):
        compared = [compare(document, agencies, keep_bare=name == "all") for document in documents]
        right = sum(one.right for one in compared)
        figures[f"credits.{name}.P"] = percent(right, right + sum(len(one.wrong) for one in compared))
        figures[f"credits.{name}.R"] = percent(right, right + sum(len(one.missed) for one in compared))
    return figures


def measure_pages(given: Given) -> Figures:
    """Saved pages: the words of the body, pooled, and how many titles and days are right."""
    from bench.pages import score_page
    from sayso.articles import read_html

    folder = given.shared.pages.parent / "html"
    rows = list(load_rows(given.shared.pages))
    scores = [score_page(row, read_html((folder / f"{row['id']}.html").read_bytes(), row["id"])) for row in rows]
    words = sum(score.found + score.expected for score in scores)
    return {
        "pages.body.F1": percent(2 * sum(score.shared for score in scores), words),
        "pages.title": percent(sum(score.title_right for score in scores), len(scores)),
        "pages.day": percent(sum(score.day_right for score in scores), len(scores)),
    }


def measure_kursk(given: Given) -> Figures:
    return kursk.measure(given.shared)


def measure_times(given: Given) -> Figures:
    from bench import times

    return times.measure(given.shared)


def measure_quantities(given: Given) -> Figures:
    """Numbers on labelled stretches; the rules have been mended with all three parts at hand."""
    from bench import quantities

    return quantities.measure(given.shared)


def measure_places(given: Given) -> Figures:
    """Places on LGL and GeoVirus; the weights were fitted on these articles."""
    from bench import places

    return places.measure(given.shared)


def measure_actors(given: Given) -> Figures:
    """Speakers on gold attributions, and codes by words alone: rules, written with these sets at hand."""
    from bench import actors

    return actors.measure(given.shared)


def measure_events(given: Given) -> Figures:
    """Types and factuality by weights that were trained without the fold; nothing without them."""
    from bench import events

    return events.measure(given.shared, given.event_weights) if given.event_weights else {}


def percent(part: int, whole: int) -> float:
    return 100 * part / max(whole, 1)


def across(name: str) -> Callable[[Given], Figures]:
    """A layer across articles; its readings are kept between calls."""

    def measure(given: Given) -> Figures:
        from bench.across import LAYERS as ACROSS
        from bench.linked.corpora import Bench

        return ACROSS[name](Bench(given.shared, given.runs))

    return measure


LAYERS: dict[str, Callable[[Given], Figures]] = {
    "polnear": measure_polnear,
    "world": measure_world,
    "voice": measure_voice,
    "credits": measure_credits,
    "pages": measure_pages,
    "kursk": measure_kursk,
    "times": measure_times,
    "quantities": measure_quantities,
    "places": measure_places,
    "actors": measure_actors,
    "events": measure_events,
    "funnel": across("funnel"),
    "edges": across("edges"),
    "points": across("points"),
    "disputes": across("disputes"),
    "stories": across("stories"),
    "echoes": across("echoes"),
}


def print_layer(name: str, figures: Figures, floors: Floors) -> list[str]:
    """One line a figure, then the floors of the layer that nothing was measured for; the names below their floor."""
    below = []
    for figure, value in figures.items():
        verdict, fails = word_verdict(value, floors.floors.get(figure))
        print(f"{figure:45} {value:7.1f}   {verdict}".rstrip(), flush=True)
        below += [figure] if fails else []
    for figure in floors.floors:
        if figure.split(".")[0] == name and figure not in figures:
            print(f"{figure:45} not measured")
    return below


def run(given: Given, floors: Floors, names: list[str]) -> int:
    """Measure, print and judge; the exit code."""
    changed = [file for file, digest in floors.data.items() if given.shared.digest(file) != digest]
    for file in changed:
        print(f"{file} is not the file that the floors were set on")
    below, failed = [], []
    for name in names:
        try:
            below += print_layer(name, LAYERS[name](given), floors)
        except (ScorerFailed, SaysoError) as error:
            print(f"{name}: {error}")
            failed.append(name)
    print("below the floor: " + ", ".join(below) if below else "no figure measured is below its floor")
    if failed:
        print("could not be measured: " + ", ".join(failed))
    return 1 if below or changed or failed else 0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="the folder with data, bench and cases")
    parser.add_argument("--world-readings", type=Path, help="world set, each article read by the fold without it")
    parser.add_argument("--voice-readings", type=Path, help="articles of voice.jsonl, read by a model without them")
    parser.add_argument("--event-weights", type=Path, nargs="+", default=[], help="weights without fold 0, 1, ...")
    parser.add_argument("--only", nargs="+", choices=sorted(LAYERS), help="these layers alone")
    args = parser.parse_args()
    given = Given(
        find_shared(args.shared), args.world_readings, args.voice_readings, event_weights=tuple(args.event_weights)
    )
    raise SystemExit(run(given, load_floors(FLOORS), args.only or list(LAYERS)))


if __name__ == "__main__":
    main()
