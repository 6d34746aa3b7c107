"""The vectors of word pieces that all models share."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import numpy as np
import pytest

from sayso.errors import BadModel
from sayso.reading.letters import load_letters


def table_in(folder: Path, *, digest: str | None = None) -> Path:
    """A table of three pieces: a number is (byte - 2) * 0.5."""
    np.save(folder / "letters.npy", np.array([[0, 1], [2, 3], [4, 6]], np.uint8))
    stated = digest or hashlib.sha256((folder / "letters.npy").read_bytes()).hexdigest()
    (folder / "letters.json").write_text(json.dumps({"sha256": stated, "zero": 2, "scale": 0.5}))
    return folder


def test_pieces_become_rows_of_numbers(tmp_path: Path) -> None:
    rows = load_letters(table_in(tmp_path))([2, 0])
    assert rows.dtype == np.float32
    assert rows.tolist() == [[[1.0, 2.0], [-1.0, -0.5]]]


def test_a_table_that_is_not_the_one_stated_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadModel, match=r"is not the file that letters\.json names"):
        load_letters(table_in(tmp_path, digest="0" * 64))


@pytest.mark.parametrize("missing", ["letters.npy", "letters.json"])
def test_a_missing_table_is_told_by_its_name(tmp_path: Path, missing: str) -> None:
    (table_in(tmp_path) / missing).unlink()
    with pytest.raises(BadModel, match=missing):
        load_letters(tmp_path)
