"""How well places are found and settled on LGL and GeoVirus, and how many articles a CPU second are settled.

    python -m bench.places --shared ../shared

The weights in the package were fitted on these very articles: what is printed here guards against falling back. What
weights that have not seen an article do with it is printed by `python -m training.places`.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.corpora import Shared, find_shared, load_rows
from bench.figures import Figures, run_scorer
from sayso.lists.agencies import Agencies, load_agencies
from sayso.reading.placing.homes import Home, find_home
from sayso.reading.placing.weights import PlaceLists, load_place_lists
from sayso.reading.toponyms import find_toponyms, resolve_toponyms
from sayso.records.article import Article
from sayso.records.span import Span
from sayso.records.toponym import PlaceRole, Toponym

FOUND = {"recognition_strict.f1": "strict.F1", "end_to_end.f1": "end_to_end.F1"}
ROUNDS = 3  # of which the fastest counts: other load on the machine slows the others
Row = dict[str, Any]


def measure(shared: Shared) -> Figures:
    """In percent, but for ``places.a_second``: articles of which the given names are settled in a CPU second."""
    lists, agencies = load_place_lists(), load_agencies()
    lgl, geovirus = (list(load_rows(shared.geo(name))) for name in ("lgl", "geovirus"))
    figures = _found(shared, "lgl", lgl, [_find(row, lists, agencies) for row in lgl])
    # GeoVirus marks no adjectives: its articles' "Russian" would count as wrong.
    found = [[t for t in _find(row, lists, agencies) if t.role is not PlaceRole.ADJECTIVE] for row in geovirus]
    figures |= _found(shared, "geovirus", geovirus, found)
    seconds = []
    for _ in range(ROUNDS):
        began = time.process_time()
        settled = [resolve_toponyms(row["text"], _gold(row), lists, _home(row, agencies)) for row in lgl]
        seconds.append(time.process_time() - began)
    figures["places.a_second"] = len(lgl) / min(seconds)
    given = _score(shared, "lgl", lgl, settled, "--mode", "resolve")
    return figures | {"places.lgl.given": 100 * given["geo.accuracy"]}


def _found(shared: Shared, name: str, rows: Sequence[Row], found: Sequence[Sequence[Toponym]]) -> Figures:
    scores = _score(shared, name, rows, found)
    return {f"places.{name}.{ours}": 100 * scores[f"geo.{theirs}"] for theirs, ours in FOUND.items()}


def _score(shared: Shared, name: str, rows: Sequence[Row], found: Sequence[Sequence[Toponym]], *how: str) -> Figures:
    with tempfile.TemporaryDirectory() as folder:
        answers = Path(folder, "answers.jsonl")
        with answers.open("w", encoding="utf-8") as out:
            for row, toponyms in zip(rows, found, strict=True):
                out.write(json.dumps({"id": row["id"], "toponyms": [_answer(toponym) for toponym in toponyms]}) + "\n")
        return run_scorer([shared.scorer("score_geo"), shared.geo(name), answers, *how], "geo")


def _answer(toponym: Toponym) -> Row:
    point = {"lat": toponym.lat, "lon": toponym.lon, "geonames_id": toponym.geonames_id}
    return {"start": toponym.span.start, "end": toponym.span.end, **point}


def _find(row: Row, lists: PlaceLists, agencies: Agencies) -> Sequence[Toponym]:
    return find_toponyms(row["text"], [Span(0, len(row["text"]))], lists, _home(row, agencies))


def _gold(row: Row) -> list[Span]:
    return [Span(toponym["start"], toponym["end"]) for toponym in row["toponyms"]]


def _home(row: Row, agencies: Agencies) -> Home:
    return find_home(Article(row["id"], row["text"], url=row["url"]), agencies)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    for name, value in measure(find_shared(parser.parse_args().shared)).items():
        print(f"{name:30} {value:6.1f}")


if __name__ == "__main__":
    main()
