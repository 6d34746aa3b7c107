"""Which articles of a file are meant."""

from __future__ import annotations

import json
import pathlib


def ids_of(argument: str | None) -> set[str] | None:
    """The ids that FOLDS.json:N or VOICE.jsonl names; None for all."""
    if argument is None:
        return None
    if ":" in argument:
        path, number = argument.rsplit(":", 1)
        return set(json.loads(pathlib.Path(path).read_text())[int(number)])
    return {json.loads(line)["id"] for line in pathlib.Path(argument).read_text().splitlines()}
