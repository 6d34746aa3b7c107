"""Exported weights whose attention is one operation in place of ten.

    python -m training.attend --weights src/sayso/weights --version 0.2.2

The runtime has scores, softmax and mixing of all heads as one operation, which makes no copies of what it turns; it
does not find it by itself in the graph that torch writes. Export does it at once today; this is for weights of before,
whose runs are gone.
"""

from __future__ import annotations

import pathlib
import re

import numpy as np
import onnx
from onnx import GraphProto, NodeProto, helper, numpy_helper

from training.model import HEAD_WIDTH
from training.rework import rework

OPERATIONS = "com.microsoft"  # the runtime's own
MIXED_IN = re.compile(r"(.*/)?mixed_in/Add_output_0")


def fuse_attention(path: pathlib.Path) -> int:
    """The number of layers whose attention became one operation."""
    model = onnx.load(str(path))
    graph = model.graph
    nodes, count = list(graph.node), 0
    for mixed in [node for node in nodes if MIXED_IN.fullmatch(node.output[0])]:
        _put_operation(nodes, mixed, _scale_queries(graph, nodes, mixed))
        count += 1
    _keep_used(graph, nodes)
    if all(opset.domain != OPERATIONS for opset in model.opset_import):
        model.opset_import.append(helper.make_opsetid(OPERATIONS, 1))
    onnx.save(model, str(path))
    return count


def _put_operation(nodes: list[NodeProto], mixed: NodeProto, width: int) -> None:
    """Right behind queries, keys and values, and all that took the attention's output takes the operation's."""
    scores = _after(nodes, mixed, "Softmax")
    out = _after(nodes, _after(nodes, _after(nodes, scores, "MatMul"), "Transpose"), "Reshape").output[0]
    mask = [node.input[1] for node in nodes if node.op_type == "Add" and node.output[0] == scores.input[0]]
    parts = [f"{mixed.output[0]}_{name}" for name in ("queries", "keys", "values")]
    attended = f"{mixed.output[0]}_attended"
    given = [*parts, "", "", *mask] if mask else parts
    heads = width // 3 // HEAD_WIDTH
    options = {"domain": OPERATIONS, "num_heads": heads, "scale": 1.0}
    at = next(number for number, node in enumerate(nodes) if node is mixed) + 1
    nodes[at:at] = [
        helper.make_node("Split", [mixed.output[0]], parts, axis=2),
        helper.make_node("MultiHeadAttention", given, [attended], **options),
    ]
    for node in nodes:
        node.input[:] = [attended if name == out else name for name in node.input]


def _after(nodes: list[NodeProto], first: NodeProto, kind: str) -> NodeProto:
    """The nearest node of this kind that goes by the first one's output."""
    reached = set(first.output)
    for node in nodes[next(number for number, node in enumerate(nodes) if node is first) + 1 :]:
        if reached & set(node.input):
            if node.op_type == kind:
                return node
            reached |= set(node.output)
    raise ValueError(f"no {kind} after {first.output[0]}")


def _scale_queries(graph: GraphProto, nodes: list[NodeProto], mixed: NodeProto) -> int:
    """Puts the scale of attention's scores into the queries; columns of queries, keys and values together."""
    values = {value.name: value for value in graph.initializer}
    product = next(node for node in nodes if node.op_type == "MatMulInteger" and _feeds(nodes, node, mixed))
    bias = next(name for name in mixed.input if name in values)
    width = int(values[bias].dims[0])
    by = np.ones(width, np.float32)
    by[: width // 3] = HEAD_WIDTH**-0.5
    for name in (bias, product.input[1].removesuffix("_quantized") + "_scale"):
        scaled = (numpy_helper.to_array(values[name]) * by).astype(np.float32)
        values[name].CopyFrom(numpy_helper.from_array(scaled, name))
    return width


def _feeds(nodes: list[NodeProto], first: NodeProto, last: NodeProto) -> bool:
    """Whether a product goes straight, by casts and scales alone, into this addition."""
    name = first.output[0]
    while name not in last.input:
        after = next((node for node in nodes if name in node.input and node.op_type in ("Cast", "Mul")), None)
        if after is None:
            return False
        name = after.output[0]
    return True


def _keep_used(graph: GraphProto, nodes: list[NodeProto]) -> None:
    """The graph of these nodes without what nothing goes by any more."""
    while True:
        used = {name for node in nodes for name in node.input} | {out.name for out in graph.output}
        kept = [node for node in nodes if used & set(node.output)]
        if len(kept) == len(nodes):
            break
        nodes = kept
    values = [value for value in graph.initializer if value.name in used]
    del graph.node[:], graph.initializer[:]
    graph.node.extend(nodes)
    graph.initializer.extend(values)


if __name__ == "__main__":
    rework(fuse_attention, __doc__)
