"""Layers of fewer heads and neurons than those they begin as: what adds most to the layer's output is kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import torch
from torch import Tensor, nn

from training.model import HEAD_WIDTH, Layer, Tagger

Inputs = list[Tensor]


def weigh_parts(tagger: Tagger, numbers: Iterable[int], batches: Iterable[Inputs]) -> dict[int, tuple[Tensor, Tensor]]:
    """For each of these layers, how much each head and each neuron adds to its output on these texts."""
    added: dict[int, list[Tensor | float]] = defaultdict(lambda: [0.0, 0.0])
    kept = torch.zeros(0, dtype=torch.bool)

    def hear_heads(number: int, part: nn.Linear, given: Tensor) -> None:
        mixed = given[kept].view(-1, part.in_features // HEAD_WIDTH, HEAD_WIDTH)
        columns = part.weight.view(part.out_features, -1, HEAD_WIDTH)
        added[number][0] += torch.einsum("nhw,ohw->hno", mixed, columns).norm(dim=-1).mean(-1)

    def hear_neurons(number: int, part: nn.Linear, given: Tensor) -> None:
        added[number][1] += given[kept].abs().mean(0) * part.weight.norm(dim=0)

    hooks = []
    for number in numbers:
        layer = tagger.layers[number]
        for part, hear in ((layer.attended, hear_heads), (layer.outer, hear_neurons)):
            hooks.append(
                part.register_forward_pre_hook(lambda part, given, n=number, hear=hear: hear(n, part, given[0]))
            )
    tagger.eval()
    with torch.no_grad():
        for batch in batches:
            kept = batch[0] != 0
            tagger.states(*batch)
    for hook in hooks:
        hook.remove()
    return {number: (heads, neurons) for number, (heads, neurons) in added.items()}


def begin_layer(layer: Layer, whole: Layer, heads: Tensor, neurons: Tensor) -> None:
    """The layer begins as the whole one without its least heads and neurons."""
    best = heads.topk(layer.heads).indices.sort().values
    columns = (best[:, None] * HEAD_WIDTH + torch.arange(HEAD_WIDTH)).flatten()
    inner = neurons.topk(layer.inner.out_features).indices.sort().values
    state = whole.state_dict()
    for name in ("query", "key", "value"):
        state[f"{name}.weight"], state[f"{name}.bias"] = (
            state[f"{name}.weight"][columns],
            state[f"{name}.bias"][columns],
        )
    state["attended.weight"] = state["attended.weight"][:, columns]
    state["inner.weight"], state["inner.bias"] = state["inner.weight"][inner], state["inner.bias"][inner]
    state["outer.weight"] = state["outer.weight"][:, inner]
    layer.load_state_dict(state)
