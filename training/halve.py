"""Exported weights of eight bits into weights of seven, which no processor's sums of products overflow with.

    python -m training.halve --weights src/sayso/weights --version 0.2.1

Two products of an unsigned byte and a signed one are added in sixteen bits on processors that have AVX2 and no
instructions of their own for int8: at eight bits the sum is cut off now and then, so that one text reads differently on
different machines. Export makes seven bits today; this is for weights of before, whose runs are gone.
"""

from __future__ import annotations

import pathlib

import numpy as np
import onnx
from onnx import numpy_helper

from training.rework import rework

SMALLEST, LARGEST = -64, 63


def halve(path: pathlib.Path) -> int:
    """The number of products whose weights were halved, each with its scale doubled."""
    model = onnx.load(str(path))
    values = {one.name: one for one in model.graph.initializer}
    names = [node.input[1] for node in model.graph.node if node.op_type == "MatMulInteger"]
    for name in names:
        scale_name = name.removesuffix("_quantized") + "_scale"
        weights, scale = numpy_helper.to_array(values[name]), numpy_helper.to_array(values[scale_name])
        halved = np.clip(np.round(weights.astype(np.float32) / 2), SMALLEST, LARGEST).astype(np.int8)
        values[name].CopyFrom(numpy_helper.from_array(halved, name))
        values[scale_name].CopyFrom(numpy_helper.from_array((2 * scale).astype(np.float32), scale_name))
    onnx.save(model, str(path))
    return len(names)


if __name__ == "__main__":
    rework(halve, __doc__)
