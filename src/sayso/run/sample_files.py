"""The files of a validation sample: what coders fill in, and what the figures are made from.

DIR/design.json      what was drawn from what, with the weight of every row: coders need not look at it
DIR/coder-1.csv      attributions to judge; DIR/coder-2.csv the same for another coder, in another order
DIR/articles-1.csv   whole articles, in which what is missing is counted; DIR/articles-2.csv
"""

from __future__ import annotations

import csv
import json
import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from sayso.errors import MalformedInput, SaysoError
from sayso.exports.cells import write_csv
from sayso.run.coding import Coded
from sayso.run.sampling import BY, Sample

JUDGED = ("content_right", "speaker_right")
SHOWN = ("outlet", "title", "speaker", "source", "cue", "content", "around")
YES, NO = frozenset({"y", "yes", "1", "true"}), frozenset({"n", "no", "0", "false"})
DESIGN = "design.json"


def save_sample(sample: Sample, made: Path, coders: int) -> None:
    """Writes the files of a sample into a folder that is not there yet."""
    if made.exists():
        raise SaysoError(f"{made}: exists; name another folder")
    made.mkdir(parents=True)
    rows = {
        str(number): {
            "article": one.article,
            "attribution": one.attribution,
            "stratum": one.stratum,
            "weight": one.weight,
        }
        for number, one in enumerate(sample.drawn, 1)
    }
    design = {
        "schema": "sayso.sample/1",
        "model": sample.model,
        "seed": sample.seed,
        "by": BY,
        "attributions": sample.attributions,
        "articles": sample.articles,
        "strata": [[*stratum, many] for stratum, many in sorted(sample.strata.items())],
        "rows": rows,
    }
    (made / DESIGN).write_text(json.dumps(design, indent=1, ensure_ascii=True) + "\n", encoding="utf-8")
    for coder in range(1, coders + 1):
        order = list(enumerate(sample.drawn, 1))
        random.Random(sample.seed + coder).shuffle(order)
        cells = [[number, "", "", *(one.shown[name] for name in SHOWN)] for number, one in order]
        _save(made / f"coder-{coder}.csv", ("row", *JUDGED, *SHOWN), cells)
        whole = [[one["article"], one["found"], "", one["title"], one["text"]] for one in sample.whole]
        _save(made / f"articles-{coder}.csv", ("article", "found", "missed", "title", "text"), whole)


def _save(path: Path, head: Sequence[str], cells: Sequence[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(write_csv(head, cells))


def load_design(made: Path) -> dict[str, Any]:
    """What was drawn. Raises SaysoError where the folder holds no sample."""
    try:
        design: dict[str, Any] = json.loads((made / DESIGN).read_bytes())
    except (OSError, ValueError) as error:
        raise SaysoError(f"{made}: holds no sample ({error})") from error
    return design


def load_coded(made: Path, judged: str) -> list[Coded]:
    """Every row with what coders judged of it in the column ``judged``. Raises MalformedInput."""
    rows = load_design(made)["rows"]
    right: dict[str, dict[str, bool]] = {row: {} for row in rows}
    for coder, path in _files(made, "coder"):
        for cells in _read(path):
            if (verdict := _verdict(cells.get(judged) or "", path)) is not None:
                if cells["row"] not in right:
                    raise MalformedInput(str(path), f"row {cells['row']!r} is not of this sample")
                right[cells["row"]][coder] = verdict
    return [Coded(tuple(row["stratum"]), row["weight"], right[name]) for name, row in rows.items()]


def load_missed(made: Path) -> list[tuple[float, float]]:
    """Of every article that a coder looked through, how many were found and missed; of several coders their mean."""
    found: dict[str, float] = {}
    missed: dict[str, list[float]] = {}
    for _, path in _files(made, "articles"):
        for cells in _read(path):
            if (told := (cells.get("missed") or "").strip()) != "":
                if not told.isdecimal():
                    raise MalformedInput(str(path), f"missed is {told!r}, no number")
                found[cells["article"]] = float(cells["found"])
                missed.setdefault(cells["article"], []).append(float(told))
    return [(found[name], sum(counts) / len(counts)) for name, counts in missed.items()]


def _files(made: Path, kind: str) -> Iterator[tuple[str, Path]]:
    for path in sorted(made.glob(f"{kind}-*.csv")):
        yield path.stem.removeprefix(f"{kind}-"), path


def _read(path: Path) -> Iterator[Mapping[str, str]]:
    csv.field_size_limit(1 << 30)
    with path.open(encoding="utf-8-sig", newline="") as file:
        start = file.readline()
        file.seek(0)
        yield from csv.DictReader(file, delimiter=";" if start.count(";") > start.count(",") else ",")


def _verdict(cell: str, path: Path) -> bool | None:
    said = cell.strip().lower()
    if not said or said == "?":
        return None
    if said in YES | NO:
        return said in YES
    raise MalformedInput(str(path), f"{cell!r} is neither y nor n; leave the cell empty where it cannot be told")
