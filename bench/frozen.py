"""Frozen runs: which documents a change gained and lost.

    python -m bench.frozen write --gold DEV.jsonl --readings NOW.jsonl --shared ../shared bench/runs/polnear.json
    python -m bench.frozen compare bench/runs/polnear.json NEW.json

A frozen run holds ids and counts, nothing of the texts: for each document how many outermost attributions the reading
got right (attr.main), how many it made and how many there are.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import msgspec

from bench.corpora import Shared, find_shared, load_rows


class Counts(msgspec.Struct, frozen=True, forbid_unknown_fields=True, array_like=True):
    """In one document so many attributions matched, of so many predicted and so many in the gold."""

    matched: int
    predicted: int
    gold: int

    @property
    def errors(self) -> int:
        """Missed and wrong ones together."""
        return self.predicted + self.gold - 2 * self.matched


class Frozen(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One model's run over one gold file."""

    gold_sha256: str
    model: str
    documents: dict[str, Counts]

    @property
    def f1(self) -> float:
        """attr.main F1 over all documents, in percent."""
        matched = sum(counts.matched for counts in self.documents.values())
        total = sum(counts.predicted + counts.gold for counts in self.documents.values())
        return 200 * matched / total if total else 0.0


def freeze_run(gold: Path, readings: Path, shared: Shared) -> Frozen:
    """Counts a document by the scorer's own matching."""
    with tempfile.TemporaryDirectory() as folder:
        golds, preds, result = (Path(folder, name) for name in ("gold.jsonl", "pred.jsonl", "result.json"))
        kept = save_outermost(gold, golds)
        save_outermost(readings, preds)
        scorer = shared.scorer("score_attribution")
        command = [sys.executable, *map(str, (scorer, golds, preds, "--by", "id", "--json", result))]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
        if done.returncode:
            raise SystemExit(f"{scorer}: {done.stderr.strip()[-500:]}")
        scored = json.loads(result.read_text(encoding="utf-8"))["by"]
    documents = {id: read_counts(scored[id]["attr"]["main"]) for id in sorted(kept)}
    return Frozen(hashlib.sha256(gold.read_bytes()).hexdigest(), read_model(readings), documents)


def save_outermost(source: Path, target: Path) -> list[str]:
    """Copy ids, texts and outermost attributions; the ids."""
    ids = []
    with target.open("w", encoding="utf-8") as out:
        for row in load_rows(source):
            kept = [entry for entry in row["attributions"] if entry.get("nested_in") is None]
            text = {"text": row["text"]} if "text" in row else {}
            out.write(json.dumps({"id": row["id"], **text, "attributions": kept}) + "\n")
            ids.append(row["id"])
    return ids


def read_counts(main: dict[str, Any]) -> Counts:
    # The scorer prints shares; with its counts they give back whole numbers.
    return Counts(round(main["r"] * main["n_gold"]), main["n_pred"], main["n_gold"])


def read_model(readings: Path) -> str:
    """Name, version and digest of the model of the first reading, or "not given"."""
    for row in load_rows(readings):
        model = row.get("model") or {}
        return " ".join(str(model[key]) for key in ("name", "version", "digest") if key in model) or "not given"
    return "not given"


def load_frozen(path: Path) -> Frozen:
    return msgspec.json.decode(path.read_bytes(), type=Frozen)


def save_frozen(run: Frozen, path: Path) -> None:
    """One document a line, so that a diff of two runs can be read."""
    lines = [f"  {json.dumps(id)}: {json.dumps(msgspec.to_builtins(counts))}" for id, counts in run.documents.items()]
    head = f'{{"gold_sha256": {json.dumps(run.gold_sha256)}, "model": {json.dumps(run.model)}, "documents": {{\n'
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(head + ",\n".join(lines) + "\n}}\n", encoding="utf-8")


def compare_runs(old: Frozen, new: Frozen) -> list[str]:
    """The lines to print: documents that gained, documents that lost, each with fewer or more errors; both totals."""
    lines = [] if old.gold_sha256 == new.gold_sha256 else ["the gold differs between the two runs"]
    shared = [id for id in old.documents if id in new.documents]
    moved = sorted((new.documents[id].errors - old.documents[id].errors, id) for id in shared)
    for title, rows in (("gained", [m for m in moved if m[0] < 0]), ("lost", [m for m in reversed(moved) if m[0] > 0])):
        lines.append(f"{title}: {len(rows)} documents, {abs(sum(change for change, _ in rows))} errors")
        lines += [f"  {change:+4}  {word_change(old.documents[id], new.documents[id])}  {id}" for change, id in rows]
    for title, ids in (("only in the old run", old.documents), ("only in the new run", new.documents)):
        lines += [f"{title}: {id}" for id in ids if id not in shared]
    return [*lines, f"attr.main F1 {old.f1:.2f} -> {new.f1:.2f}"]


def word_change(old: Counts, new: Counts) -> str:
    return f"matched {old.matched} -> {new.matched}, predicted {old.predicted} -> {new.predicted} of {new.gold}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    write = commands.add_parser("write", help="freeze readings")
    write.add_argument("--gold", type=Path, required=True)
    write.add_argument("--readings", type=Path, required=True)
    write.add_argument("--shared", type=Path, default=Path("../shared"))
    write.add_argument("run", type=Path)
    compare = commands.add_parser("compare", help="what the new run gained and lost")
    compare.add_argument("old", type=Path)
    compare.add_argument("new", type=Path)
    args = parser.parse_args()
    if args.command == "write":
        save_frozen(freeze_run(args.gold, args.readings, find_shared(args.shared)), args.run)
    else:
        print("\n".join(compare_runs(load_frozen(args.old), load_frozen(args.new))))


if __name__ == "__main__":
    main()
