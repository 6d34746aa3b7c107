"""The second model into src/sayso/weights/sentences: ONNX, int8; MiniLM as it is, or as training/statements.py made it.

The tagger's tokenizer is MiniLM's own, so it serves both.

    python -m training.sentences --minilm MINILM --run RUNS/statements --out src/sayso/weights/sentences

What it says of two texts is only a proposal that they say the same: linking decides by other evidence.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import pathlib
import tempfile

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.attend import fuse_attention
from training.export import WIDTH, FusedLayer
from training.model import Tagger, load_pretrained

FILES = ("encoder.onnx",)


class ForVectors(nn.Module):
    """One text, no padding: the mean of the last layer over all pieces, of length one, and the layer itself."""

    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.positions, self.norm = tagger.positions, tagger.norm
        self.layers = nn.ModuleList(FusedLayer(layer) for layer in tagger.layers)

    def forward(self, letters: Tensor) -> tuple[Tensor, Tensor]:
        states = self.norm(letters + self.positions.weight[None, : letters.shape[1]])
        for layer in self.layers:
            states = layer(states)
        vector = states.mean(1)
        return vector / vector.norm(dim=-1, keepdim=True), states


def write_sentences(minilm: pathlib.Path, run: pathlib.Path | None, out: pathlib.Path, version: str) -> None:
    tagger = load_pretrained(minilm)
    if run is not None:
        state = torch.load(run / "model.pt", weights_only=True)
        kept = {name.removeprefix("tagger."): value for name, value in state.items() if name.startswith("tagger.")}
        tagger.load_state_dict(kept)
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "float.onnx"
        example = (torch.randn(1, 24, WIDTH),)
        torch.onnx.export(
            ForVectors(tagger).eval(),
            example,
            str(path),
            input_names=["letters"],
            output_names=["vector", "pieces"],
            dynamic_axes={"letters": {1: "length"}, "pieces": {1: "length"}},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            str(path),
            str(out / "encoder.onnx"),
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,  # see training/export.py
            op_types_to_quantize=["MatMul", "Gather"],
            extra_options={"MatMulConstBOnly": True},
        )
    fuse_attention(out / "encoder.onnx")
    digests = {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in FILES}
    stated = {"name": "sayso-statements" if run else "all-minilm-l6-v2", "version": version, "files": digests}
    (out / "model.json").write_text(json.dumps(stated, indent=1) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--minilm", "--out"):
        parser.add_argument(name, type=pathlib.Path, required=True)
    parser.add_argument("--run", type=pathlib.Path)
    parser.add_argument("--version", default="0.1.0")
    args = parser.parse_args()
    write_sentences(args.minilm, args.run, args.out, args.version)


if __name__ == "__main__":
    main()
