"""Exported weights whose queries are not yet scaled in their weights: the scaling of all scores of attention is saved.

    python -m training.fold_scale --weights src/sayso/weights --version 0.2.2

Export does so today; this is for weights of before, whose runs are gone.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import pathlib

import numpy as np
import onnx
from onnx import numpy_helper

HEAD = 32  # columns of a head of MiniLM's
SCALE = HEAD**-0.5


def fold_scale(path: pathlib.Path) -> int:
    """The number of layers whose scores were scaled by a step of their own, and are now by their queries' weights."""
    model = onnx.load(str(path))
    graph = model.graph
    values = {one.name: one for one in graph.initializer}
    made = {output: node for node in graph.node for output in node.output}
    products = {node.name: node for node in graph.node if node.op_type == "MatMulInteger"}
    folded = 0
    for softmax in [node for node in graph.node if node.op_type == "Softmax"]:
        scaling = made.get(softmax.input[0])
        if scaling is None or scaling.op_type != "Mul":
            continue
        layer = softmax.name.split("/")[1]
        weights = products[f"/{layer}/mixed_in/MatMul_quant"].input[1].removesuffix("_quantized")
        for name in (f"{weights}_scale", f"{layer}.mixed_in.bias"):
            scaled = numpy_helper.to_array(values[name]).copy()
            scaled[: len(scaled) // 3] *= np.float32(SCALE)  # queries stand before keys and values
            values[name].CopyFrom(numpy_helper.from_array(scaled, name))
        softmax.input[0] = next(name for name in scaling.input if made[name].op_type == "MatMul")
        folded += 1
    _drop_unused(graph)
    onnx.checker.check_model(model)
    onnx.save(model, str(path))
    return folded


def _drop_unused(graph: onnx.GraphProto) -> None:
    """Without the nodes that nothing asks for."""
    asked = {output.name for output in graph.output}
    kept = []
    for node in reversed(graph.node):
        if not asked.isdisjoint(node.output):
            kept.append(node)
            asked.update(node.input)
    del graph.node[:]
    graph.node.extend(reversed(kept))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=pathlib.Path, required=True)
    parser.add_argument("--version", required=True)
    args = parser.parse_args()
    stated = json.loads((args.weights / "model.json").read_text())
    for path in sorted(args.weights.glob("*.onnx")):
        print(path.name, fold_scale(path))
        stated["files"][path.name] = hashlib.sha256(path.read_bytes()).hexdigest()
    (args.weights / "model.json").write_text(json.dumps(stated | {"version": args.version}, indent=1) + "\n")


if __name__ == "__main__":
    main()
