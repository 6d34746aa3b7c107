"""The mean of the weights of several runs that started from the same one: steadier than any of them.

python -m training.average RUNS/a RUNS/b --out RUNS/mean
"""

from __future__ import annotations

import argparse
import pathlib

import torch


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("runs", nargs="+", type=pathlib.Path)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    args = parser.parse_args()
    states = [torch.load(run / "model.pt", weights_only=True) for run in args.runs]
    mean = {
        name: sum(state[name] for state in states) / len(states) if value.is_floating_point() else value
        for name, value in states[0].items()
    }
    args.out.mkdir(parents=True, exist_ok=True)
    torch.save(mean, args.out / "model.pt")


if __name__ == "__main__":
    main()
