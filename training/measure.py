"""Readings by exported weights, or by a float run before export, as JSONL that the scorers take.

    python -m training.measure --weights RUNS/fold0/w --data DATA.jsonl --ids FOLDS.json:0 --out OUT.jsonl
    python -m training.measure --run RUNS/fold0 --minilm MINILM --data DATA.jsonl --out OUT.jsonl

--append adds to OUT.jsonl, so that the folds can be pooled.
"""

from __future__ import annotations

import argparse
import json
import pathlib

from sayso.exports.reading_json import export_json
from sayso.reading.encoder import Encoder, load_encoder
from sayso.reading.lists import load_lists
from sayso.reading.reader import read_article
from sayso.records.article import Article
from training.ids import ids_of


def float_encoder(run: pathlib.Path, minilm: pathlib.Path) -> Encoder:
    """The run's float weights on one thread; needs torch, which exported weights do not."""
    import torch

    from training.torch_encoder import TorchEncoder

    torch.set_num_threads(1)
    return TorchEncoder(run, minilm, load_lists())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--data", "--out"):
        parser.add_argument(name, type=pathlib.Path, required=True)
    for name in ("--weights", "--run", "--minilm"):
        parser.add_argument(name, type=pathlib.Path)
    parser.add_argument("--ids")
    parser.add_argument("--append", action="store_true")
    args = parser.parse_args()
    encoder = load_encoder(args.weights) if args.weights else float_encoder(args.run, args.minilm)
    keep = ids_of(args.ids)
    with args.data.open(encoding="utf-8") as lines, args.out.open("ab" if args.append else "wb") as out:
        for row in map(json.loads, lines):
            if keep is None or row["id"] in keep:
                out.write(export_json(read_article(Article(row["id"], row["text"]), encoder)).strip() + b"\n")


if __name__ == "__main__":
    main()
