"""Words as vectors in their context: the second model, which proposes which statements say the same.

A word's vector depends on its whole statement, so that "beheaded" lies near "killed" where both are done to a hostage.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from sayso.errors import BadModel
from sayso.reading.letters import Letters, load_letters
from sayso.reading.sessions import open_session

CLS, SEP, UNKNOWN = 101, 102, 100
MOST_PIECES = 120  # of a statement; what comes after is not looked at
FILE = "encoder.onnx"
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class WordVectors:
    """One row of length one for every word of a statement, and one for the whole."""

    words: Floats
    whole: Floats


class Contextual(Protocol):
    """The seam between linking and the second model; unit tests pass a small fake one."""

    def encode(self, forms: Sequence[str]) -> WordVectors:
        """Vectors of the words, in order; the same for the same words whatever came before."""


@dataclass(slots=True)
class OnnxContextual:
    """The shipped second model on one thread, one statement a run."""

    _tokenizer: Tokenizer
    _letters: Letters
    _session: Any
    _known: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def encode(self, forms: Sequence[str]) -> WordVectors:
        ids, owners = [CLS], []
        for place, form in enumerate(forms):
            pieces = self._pieces_of(form)
            if len(ids) + len(pieces) > MOST_PIECES:
                break
            ids.extend(pieces)
            owners.extend([place] * len(pieces))
        whole, states = self._session.run(None, {"letters": self._letters([*ids, SEP])})
        return WordVectors(_summed(states[0][1:-1], owners), whole[0])

    def _pieces_of(self, form: str) -> tuple[int, ...]:
        known = self._known.get(form)
        if known is None:
            ids = self._tokenizer.encode(form, add_special_tokens=False).ids
            known = self._known[form] = tuple(ids) or (UNKNOWN,)
        return known


@dataclass(slots=True)
class LaterContextual:
    """The shipped second model, loaded when the first statement comes: to trace an article none does."""

    _loaded: Contextual | None = None

    def encode(self, forms: Sequence[str]) -> WordVectors:
        """As the model itself. Raises BadModel as `load_contextual` does."""
        if self._loaded is None:
            self._loaded = load_contextual()
        return self._loaded.encode(forms)


def _summed(states: Floats, owners: Sequence[int]) -> Floats:
    """A word's vector is the sum of its pieces', of length one."""
    rows = np.zeros((owners[-1] + 1 if owners else 0, states.shape[1]), np.float32)
    np.add.at(rows, owners, states)
    unit: Floats = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return unit


def load_contextual(weights: Traversable | None = None) -> OnnxContextual:
    """The second model out of the package's weights.

    Raises BadModel where a file is missing or its digest is not the one that model.json names.
    """
    folder = resources.files("sayso") / "weights" if weights is None else weights
    try:
        stated = json.loads((folder / "sentences" / "model.json").read_text(encoding="utf-8"))
        digest = hashlib.sha256((folder / "sentences" / FILE).read_bytes()).hexdigest()
        tokenizer = Tokenizer.from_str((folder / "tokenizer.json").read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise BadModel(f"a file of the weights is missing: {error.filename}") from error
    if digest != stated["files"].get(FILE):
        raise BadModel(
            "weights/sentences/encoder.onnx is not the file that model.json names; install the package again"
        )
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return OnnxContextual(tokenizer, load_letters(folder), open_session(folder / "sentences", FILE))
