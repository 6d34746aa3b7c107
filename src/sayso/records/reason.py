"""Why something was judged so, in words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reason:
    """This piece of evidence moved the judgement by ``weight`` (for it above 0, against it below).

    ``Reason("credit", 0.6, 'names "the Velm Herald"')``.
    """

    kind: str
    weight: float
    words: str
