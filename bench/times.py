"""The times of an article alone: TimeBank, AQUAINT and MEANTIME by the scorer that lies with the corpora; and how fast.

    python -m bench.times --shared ../shared [--part dev|held] [--errors N] [--set NAME]

Reads text and day of publication of each document, nothing else. A third of the documents (by a hash of the id) is the
part called "held": the errors in it were not looked at while the rules were written. Speed is counted in CPU seconds
of this process, over three rounds.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.corpora import Shared, find_shared, load_rows
from bench.figures import Figures, ScorerFailed
from sayso.reading.times import find_timexes
from sayso.reading.timing.values import is_value
from sayso.records.article import Precision, Published
from sayso.records.timex import Timex

SETS = ("timebank", "aquaint", "meantime_en")
PARTS = ("dev", "held")
SCORES = ("value", "interval", "relaxed", "strict")
ROUNDS = 3

Document = dict[str, Any]


def part_of(id: str) -> str:
    """A third of all ids is "held"."""
    return PARTS[int(hashlib.sha256(id.encode()).hexdigest(), 16) % 3 == 0]


def load_documents(shared: Shared, name: str, part: str | None) -> list[Document]:
    return [row for row in load_rows(shared.timex(name)) if part is None or part_of(row["id"]) == part]


def read_document(document: Document) -> tuple[Timex, ...]:
    return find_timexes(document["text"], Published(document["dct"], Precision.DAY))


def save_lines(path: Path, rows: Sequence[Document]) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def predict(documents: Sequence[Document]) -> list[Document]:
    return [
        {
            "id": document["id"],
            "timexes": [
                {"start": t.span.start, "end": t.span.end, "type": t.type, "value": t.value, "rule": t.rule}
                for t in read_document(document)
            ],
        }
        for document in documents
    ]


def score(shared: Shared, documents: Sequence[Document], errors: int = 0) -> tuple[Figures, str]:
    """Precision, recall and F1 of each kind in percent, and the scorer's own lines on the errors."""
    with tempfile.TemporaryDirectory() as folder:
        gold, ours = Path(folder, "gold.jsonl"), Path(folder, "ours.jsonl")
        save_lines(gold, documents)
        save_lines(ours, predict(documents))
        command = [sys.executable, str(shared.scorer("score_timex")), str(gold), str(ours), "--json"]
        command += ["--errors", str(errors)] if errors else []
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    if done.returncode:
        raise ScorerFailed(f"score_timex exited with {done.returncode}: {done.stderr.strip()[-500:]}")
    scores, end = json.JSONDecoder().raw_decode(done.stdout)
    named = (("P", "p"), ("R", "r"), ("F1", "f1"))
    figures = {f"{kind}.{part}": 100 * scores[kind][key] for kind in SCORES for part, key in named}
    return figures, done.stdout[end:].strip()


def count_malformed(documents: Sequence[Document]) -> int:
    """Values that cannot be read back."""
    values = [timex.value for document in documents for timex in read_document(document)]
    return sum(value is not None and not is_value(value) for value in values)


def measure_speed(documents: Sequence[Document]) -> float:
    """Articles a CPU second of this process."""
    begun = time.process_time()
    for _ in range(ROUNDS):
        for document in documents:
            read_document(document)
    return ROUNDS * len(documents) / (time.process_time() - begun)


def measure(shared: Shared) -> Figures:
    """``times.SET.KIND.F1`` of the whole sets and of their held parts; how well formed values are; the least speed."""
    figures: Figures = {}
    sets = {name: load_documents(shared, name, None) for name in SETS}
    for name, documents in sets.items():
        scores, _ = score(shared, documents)
        figures |= {f"times.{name}.{kind}.F1": scores[f"{kind}.F1"] for kind in SCORES}
        held, _ = score(shared, [document for document in documents if part_of(document["id"]) == "held"])
        figures |= {f"times.{name}.held.{kind}.F1": held[f"{kind}.F1"] for kind in ("value", "interval")}
    figures["times.well_formed"] = 100.0 - sum(map(count_malformed, sets.values()))
    figures["times.articles_a_cpu_second"] = min(map(measure_speed, sets.values()))
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--part", choices=PARTS, help="two thirds of each set, or the third that was held back")
    parser.add_argument("--set", choices=SETS, help="this set alone")
    parser.add_argument("--errors", type=int, default=0, help="print so many errors of each set")
    args = parser.parse_args()
    shared = find_shared(args.shared)
    for name in [args.set] if args.set else SETS:
        documents = load_documents(shared, name, args.part)
        figures, errors = score(shared, documents, args.errors)
        print(f"{name}: {len(documents)} documents, {measure_speed(documents):.0f} a CPU second")
        print("  " + ", ".join(f"{figure} {value:.1f}" for figure, value in figures.items()))
        if errors:
            print(errors)


if __name__ == "__main__":
    main()
