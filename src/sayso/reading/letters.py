"""Vectors of word pieces, one table for every model of the package: MiniLM's, a byte a number."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable

import numpy as np
from numpy.typing import NDArray

from sayso.errors import BadModel

FILE, STATED = "letters.npy", "letters.json"
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Letters:
    """The table, shape (pieces, 384), mapped from the disk: processes share it. A number is (byte - zero) * scale.

    ``digest`` is the SHA-256 of its file.
    """

    table: NDArray[np.uint8]
    zero: np.float32
    scale: np.float32
    digest: str

    def __call__(self, ids: Sequence[int]) -> Floats:
        """The vectors of these pieces, shape (1, pieces, 384), as a graph takes them."""
        vectors: Floats = (self.table[ids].astype(np.float32) - self.zero) * self.scale
        return vectors[None]


def load_letters(weights: Traversable | None = None) -> Letters:
    """The table of the package's weights (or of another such folder).

    Raises BadModel where a file is missing or is not the one that letters.json names.
    """
    folder = resources.files("sayso") / "weights" if weights is None else weights
    try:
        stated = json.loads((folder / STATED).read_text(encoding="utf-8"))
        with resources.as_file(folder / FILE) as file:
            digest = hashlib.sha256(file.read_bytes()).hexdigest()
            table = np.load(file, mmap_mode="r")
    except FileNotFoundError as error:
        raise BadModel(f"a file of the weights is missing: {error.filename}") from error
    if digest != stated["sha256"]:
        raise BadModel(f"weights/{FILE} is not the file that {STATED} names; install the package again")
    return Letters(table, np.float32(stated["zero"]), np.float32(stated["scale"]), digest)
