"""What a run says of the events that it was not trained on, in the shape that a scorer of events reads.

    python -m training.measure_events --run RUNS/fold0 --fold 0 --minilm MINILM --data DATA --out RUNS/events

Adds the fold's rows to OUT/types.jsonl and OUT/factuality.jsonl, and the gold rows to OUT/types.gold.jsonl and
OUT/factuality.gold.jsonl: all five folds together are every row once.
"""

from __future__ import annotations

import argparse
import json
import pathlib
from collections.abc import Iterable

import torch

from training.events import example_of, fold_of, rows_out, type_logits, words_of
from training.examples import Article, Pieces, Row, load
from training.model import EVENT_TYPES, FACTUALITY
from training.train import Everything, load_run


def measure(model: Everything, rows: Iterable[Row], pieces: Pieces) -> Iterable[Row]:
    """A prediction for each row."""
    tagger = model.tagger
    for row in rows:
        example = example_of(row, pieces)
        if example is None:
            yield {"id": row["id"], "labels": [], "targets": []}
            continue
        out = rows_out(tagger, [example])[0]
        if example.type_of:
            actor, recipient, _ = example.type_of
            best = int(type_logits(out, actor, recipient, tagger).argmax())
            yield {"id": row["id"], "labels": [EVENT_TYPES[best]]}
        else:
            article = Article({"text": row["text"], "attributions": []}, pieces)
            valued = ((target, words_of([target], article)) for target in row["targets"])
            told = [_valued(target, out, words, tagger.event_layout) for target, words in valued if words]
            yield {"id": row["id"], "targets": told}


def _valued(target: Row, out: torch.Tensor, words: list[int], layout: dict[str, tuple[int, int]]) -> Row:
    value = int(out[words][:, slice(*layout["factuality"])].mean(0).argmax())
    return {"start": target["start"], "end": target["end"], "class": FACTUALITY[value]}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--run", "--minilm", "--data", "--out"):
        parser.add_argument(name, type=pathlib.Path, required=True)
    parser.add_argument("--fold", type=int, required=True)
    args = parser.parse_args()
    pieces = Pieces(args.minilm / "tokenizer.json")
    model = load_run(args.run, args.minilm)
    model.eval()
    args.out.mkdir(parents=True, exist_ok=True)
    folder = args.data / "events"
    for name, file, key in (("types", "plv", "id"), ("factuality", "factuality_meantime", "doc")):
        rows = [row for part in ("train", "dev") for row in load(folder / f"{file}.{part}.jsonl")]
        rows = [row for row in rows if fold_of(row[key]) == args.fold]
        with torch.no_grad():
            told = list(measure(model, rows, pieces))
        for kind, lines in ((".gold", rows), ("", told)):
            with (args.out / f"{name}{kind}.jsonl").open("a", encoding="utf-8") as file_out:
                file_out.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


if __name__ == "__main__":
    main()
