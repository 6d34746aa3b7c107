"""tables.json: what decoding needs beside the network."""

from __future__ import annotations

import json

import torch

from training.model import BASES, COMMITMENTS, EVENT_TYPES, FACTUALITY, SOURCE_TYPES, TAGS, VOICES
from training.train import Everything

# Added to the score of starting a run, chosen on PolNeAR dev and fold 0 of the world set: sources that no cue
# points at are dropped later, so more of them are proposed; nested runs are rarer in training than in reading.
LEANINGS = {
    "outer": {"B-source": 0.5, "B-cue": 0.25},
    "nested": {"B-source": 1.0, "B-cue": 0.5, "B-content": 0.5},
}


def leaning(scores: torch.Tensor, layer: str) -> torch.Tensor:
    """Transition scores (last axis: the tag arrived at) with the leanings of a layer added."""
    return scores + torch.tensor([LEANINGS[layer].get(tag, 0.0) for tag in TAGS])


def numbers(tensor: torch.Tensor) -> list[object]:
    """Four decimals, as nested lists."""
    return [numbers(row) for row in tensor] if tensor.dim() == 2 else [round(float(x), 4) for x in tensor]


def tables_json(model: Everything) -> bytes:
    """Transitions and linker tables of a trained model, four decimals."""
    outer, nested = model.outer_chain.transitions(), model.nested_chain.transitions()
    tables = {
        kind: [numbers(table.weight[:, 0].detach()) for table in model.linker.tables[kind]]
        for kind in ("source", "content")
    }
    labels = {"tags": TAGS, "commitment": COMMITMENTS, "source_type": SOURCE_TYPES, "voice": VOICES, "basis": BASES}
    labels |= {"event_type": EVENT_TYPES, "factuality": FACTUALITY}
    content = {
        "layout": model.tagger.layout,
        "labels": labels,
        "outer_steps": numbers(leaning(outer[0].detach(), "outer")),
        "outer_first": numbers(leaning(outer[1].detach(), "outer")),
        "nested_steps": numbers(leaning(nested[0].detach(), "nested")),
        "nested_first": numbers(leaning(nested[1].detach(), "nested")),
        "source_tables": tables["source"],
        "content_tables": tables["content"],
    }
    return json.dumps(content, indent=1).encode()
