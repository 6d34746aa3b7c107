"""Products as the exported network does them, so that training can make up for what rounding takes.

Weights of seven bits with one scale a column, inputs of eight bits over the range of one text (`export.quantize`).
What is rounded passes its gradient on as if it were not.
"""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor, nn
from torch.nn import functional

INPUT_STEPS, WEIGHT_STEPS = 255, 64


class RoundedLinear(nn.Linear):
    """A linear layer over (texts, pieces, width) whose input and weights are rounded first."""

    @classmethod
    def of(cls, linear: nn.Linear) -> RoundedLinear:
        """The same layer, its weights shared."""
        made = cls(linear.in_features, linear.out_features)
        made.weight, made.bias = linear.weight, linear.bias
        return made

    def forward(self, states: Tensor) -> Tensor:
        return functional.linear(_through(states, _rounded_input), _through(self.weight, _rounded_weight), self.bias)


def round_products(module: nn.Module) -> None:
    """Puts a `RoundedLinear` in the place of each linear layer inside; names of weights stay."""
    for name, child in module.named_children():
        if isinstance(child, nn.Linear):
            setattr(module, name, RoundedLinear.of(child))
        else:
            round_products(child)


def _through(exact: Tensor, rounded: Callable[[Tensor], Tensor]) -> Tensor:
    with torch.no_grad():
        change = rounded(exact) - exact
    return exact + change


def _rounded_input(states: Tensor) -> Tensor:
    """Each text by its own range, which holds zero; zero stays zero."""
    low = states.amin((1, 2), keepdim=True).clamp(max=0)
    high = states.amax((1, 2), keepdim=True).clamp(min=0)
    step = ((high - low) / INPUT_STEPS).clamp(min=1e-9)
    zero = (-low / step).round()
    return ((states / step + zero).round().clamp(0, INPUT_STEPS) - zero) * step


def _rounded_weight(weight: Tensor) -> Tensor:
    step = weight.abs().amax(1, keepdim=True).clamp(min=1e-9) / WEIGHT_STEPS
    return (weight / step).round() * step
