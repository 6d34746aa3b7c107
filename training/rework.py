"""Exported weights worked over in place: every network of a folder, its digest and the version in model.json."""

from __future__ import annotations

import argparse
import hashlib
import json
import pathlib
from collections.abc import Callable


def rework(work: Callable[[pathlib.Path], int], words: str | None) -> None:
    """The command around ``work``, which changes the network in a file and tells in how many places."""
    parser = argparse.ArgumentParser(description=words, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=pathlib.Path, required=True)
    parser.add_argument("--version", required=True)
    args = parser.parse_args()
    stated = json.loads((args.weights / "model.json").read_text())
    for path in sorted(args.weights.glob("*.onnx")):
        print(path.name, work(path))
        stated["files"][path.name] = hashlib.sha256(path.read_bytes()).hexdigest()
    (args.weights / "model.json").write_text(json.dumps(stated | {"version": args.version}, indent=1) + "\n")
