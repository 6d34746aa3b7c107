"""MiniLM's vectors of word pieces into src/sayso/weights, a byte a number: all models of the package share them.

    python -m training.letters --minilm MINILM --out src/sayso/weights

No stage of the training changes them, so that rare cues keep what MiniLM learned.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import pathlib

import numpy as np

from training.model import load_pretrained

HIGHEST = 255


def write_letters(minilm: pathlib.Path, out: pathlib.Path) -> None:
    exact = load_pretrained(minilm).letters.weight.detach().numpy()
    least, most = min(exact.min(), np.float32(0)), max(exact.max(), np.float32(0))
    scale = np.float32((np.float64(most) - np.float64(least)) / HIGHEST)
    zero = int(np.round(-np.float64(least) / np.float64(scale)))
    np.save(out / "letters.npy", np.clip(np.round(exact / scale) + zero, 0, HIGHEST).astype(np.uint8))
    digest = hashlib.sha256((out / "letters.npy").read_bytes()).hexdigest()
    stated = {"sha256": digest, "zero": zero, "scale": float(scale)}
    (out / "letters.json").write_text(json.dumps(stated, indent=1) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--minilm", "--out"):
        parser.add_argument(name, type=pathlib.Path, required=True)
    args = parser.parse_args()
    write_letters(args.minilm, args.out)


if __name__ == "__main__":
    main()
