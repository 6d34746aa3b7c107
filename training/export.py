"""A trained run into src/sayso/weights: ONNX, int8, with tables, tokenizer and digests.

    python -m training.export --run RUNS/final --minilm MINILM --out src/sayso/weights --version 0.1.0

The folder is what `sayso.load_encoder` reads; the digests stand in its model.json. Runs of other stages than
`train_events` have no events: `--without-events`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import pathlib
import tempfile
from collections.abc import Sequence

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional

from training.attend import fuse_attention
from training.model import HEAD_WIDTH, Layer, Tagger
from training.tables import tables_json
from training.train import load_run

INPUTS = ("letters", "case", "quote", "place")
FILES = ("encoder.onnx", "tables.json")
SHARED = ("letters.npy", "tokenizer.json")  # of the package: MiniLM's, the same for all models
PACKAGE = pathlib.Path(__file__).resolve().parent.parent / "src/sayso/weights"
WIDTH = 384  # of MiniLM's states


class FusedLayer(nn.Module):
    """The same block with query, key and value in one product: their input is quantized once."""

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        self.heads = layer.heads
        parts = (layer.query, layer.key, layer.value)
        self.mixed_in = nn.Linear(layer.query.in_features, 3 * layer.query.out_features)
        self.mixed_in.weight.data = torch.cat([part.weight.data for part in parts])
        self.mixed_in.bias.data = torch.cat([part.bias.data for part in parts])
        self.attended, self.attended_norm = layer.attended, layer.attended_norm
        self.inner, self.outer, self.outer_norm = layer.inner, layer.outer, layer.outer_norm

    def forward(self, states: Tensor) -> Tensor:
        batch, length, _ = states.shape
        q, k, v = self.mixed_in(states).view(batch, length, 3, self.heads, HEAD_WIDTH).permute(2, 0, 3, 1, 4)
        weights = (q @ k.transpose(-1, -2) * HEAD_WIDTH**-0.5).softmax(-1)
        mixed = (weights @ v).transpose(1, 2).reshape(batch, length, -1)
        states = self.attended_norm(states + self.attended(mixed))
        return self.outer_norm(states + self.outer(functional.gelu(self.inner(states))))


class Rows(nn.Module):
    """One window, no padding: no mask. Each row ends in what the lower layers made of the piece."""

    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.tagger = tagger
        self.layers = nn.ModuleList(FusedLayer(layer) for layer in tagger.layers)

    def forward(self, letters: Tensor, case: Tensor, quote: Tensor, place: Tensor) -> Tensor:
        tagger = self.tagger
        positions = tagger.positions.weight[None, : letters.shape[1]]
        states = letters + positions + tagger.case(case) + tagger.quote(quote) + tagger.place(place)
        states = tagger.norm(states)
        for layer in self.layers[: tagger.size.shared]:
            states = layer(states)
        shared = states
        for layer in self.layers[tagger.size.shared :]:
            states = layer(states)
        out = tagger.heads(states)
        a, b = tagger.layout["outer"]
        c, d = tagger.layout["nested"]
        nested = out[..., c:d] + tagger.nested_from_outer(out[..., a:b].softmax(-1))
        return torch.cat([out[..., :c], nested, out[..., d:], shared], -1)


class EventRows(nn.Module):
    """Rows of events for one sentence, from what the lower layers made of its words."""

    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.layers = nn.ModuleList(FusedLayer(layer) for layer in tagger.event_layers)
        self.heads = tagger.event_heads

    def forward(self, states: Tensor) -> Tensor:
        for layer in self.layers:
            states = layer(states)
        return self.heads(states)


def export_int8(module: nn.Module, example: tuple[Tensor, ...], inputs: Sequence[str], path: pathlib.Path) -> None:
    """The graph with int8 weights, opset 17, any length of window."""
    with tempfile.TemporaryDirectory() as folder:
        exact = pathlib.Path(folder) / "float.onnx"
        torch.onnx.export(
            module.eval(),
            example,
            str(exact),
            input_names=list(inputs),
            output_names=["rows"],
            dynamic_axes={name: {1: "length"} for name in (*inputs, "rows")},
            opset_version=17,
            dynamo=False,
        )
        quantize(exact, path)
    fuse_attention(path)


def quantize(source: pathlib.Path, target: pathlib.Path) -> None:
    """Signed weights of seven bits, one scale a column; activations by the window's own range.

    At eight bits, sums overflow on processors without instructions for int8, and readings differ between machines.

    The heads stay float: they are small, and the last layer is where int8 costs most.
    """
    graph = onnx.load(str(source)).graph
    heads = [
        node.name
        for node in graph.node
        if node.op_type == "MatMul" and ("heads" in node.name or "nested_from" in node.name)
    ]
    quantize_dynamic(
        str(source),
        str(target),
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
        op_types_to_quantize=["MatMul", "Gather"],
        nodes_to_exclude=heads,
        extra_options={"MatMulConstBOnly": True},
    )


def write_weights(run: pathlib.Path, minilm: pathlib.Path, out: pathlib.Path, version: str, *, events: bool) -> None:
    model = load_run(run, minilm)
    model.eval()
    out.mkdir(parents=True, exist_ok=True)
    pieces = torch.randn(1, 64, WIDTH), *(torch.zeros(1, 64, dtype=torch.long) for _ in range(3))
    export_int8(Rows(model.tagger), pieces, INPUTS, out / "encoder.onnx")
    files = list(FILES)
    if events:
        export_int8(EventRows(model.tagger), (torch.randn(1, 64, WIDTH),), ("states",), out / "events.onnx")
        files.append("events.onnx")
    (out / "tables.json").write_bytes(tables_json(model, events=events))
    places = dict.fromkeys(files, out) | dict.fromkeys(SHARED, PACKAGE)
    digests = {name: hashlib.sha256((place / name).read_bytes()).hexdigest() for name, place in places.items()}
    name = "sayso-minilm-l6" if model.tagger.size.upper else "sayso-minilm-l3"
    stated = {"name": name, "version": version, "files": digests}
    (out / "model.json").write_text(json.dumps(stated, indent=1) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--run", "--minilm", "--out"):
        parser.add_argument(name, type=pathlib.Path, required=True)
    parser.add_argument("--version", required=True)
    parser.add_argument("--without-events", action="store_true")
    args = parser.parse_args()
    write_weights(args.run, args.minilm, args.out, args.version, events=not args.without_events)


if __name__ == "__main__":
    main()
