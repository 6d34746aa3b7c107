"""The inference runtime's sessions, each on one thread. The only module that knows the runtime."""

from __future__ import annotations

from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

# onnxruntime's one kernel for "add, then normalise" takes eight times as long as its two for each, a tenth of all.
SLOWER_FUSED = ["SkipLayerNormFusion"]


def open_session(folder: Traversable, name: str) -> Any:
    """The network in this file of the folder."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    with resources.as_file(folder / name) as file:  # from its bytes it would open more slowly
        return onnxruntime.InferenceSession(
            file, options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOWER_FUSED
        )
