"""The corpora and the scorers, which lie outside the repository because their texts belong to others."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Shared:
    """The folder with ``data``, ``bench`` and ``cases`` in it."""

    root: Path

    @property
    def polnear_dev(self) -> Path:
        return self.root / "data" / "polnear" / "dev.jsonl"

    @property
    def polnear_train(self) -> Path:
        return self.root / "data" / "polnear" / "train.jsonl"

    @property
    def world(self) -> Path:
        return self.root / "data" / "world" / "world.jsonl"

    @property
    def voice(self) -> Path:
        return self.root / "data" / "world" / "voice.jsonl"

    @property
    def pages(self) -> Path:
        return self.root / "data" / "pages" / "pages.jsonl"

    def geo(self, name: str) -> Path:
        """One of "lgl" and "geovirus"."""
        return self.root / "data" / "geo" / f"{name}.jsonl"

    @property
    def kursk(self) -> Path:
        return self.root / "cases" / "kursk.txt"

    @property
    def kursk_expected(self) -> Path:
        return self.root / "cases" / "kursk.expected.json"

    def timex(self, name: str) -> Path:
        """One of the sets with annotated times: "timebank", "aquaint", "meantime_en"."""
        return self.root / "data" / "timex" / f"{name}.jsonl"

    def events(self, name: str) -> Path:
        """One of the sets of events: "plv.train", "factuality_meantime.dev"."""
        return self.root / "data" / "events" / f"{name}.jsonl"

    def xdoc(self, name: str) -> Path:
        """One of the sets of articles on the same stories: "ecbplus/train.docs", "basil/dev.docs"."""
        return self.root / "data" / "xdoc" / f"{name}.jsonl"

    def scorer(self, name: str) -> Path:
        return self.root / "bench" / f"{name}.py"

    def digest(self, relative: str) -> str:
        """SHA-256 of one file, named from the folder itself: "data/polnear/dev.jsonl"."""
        return hashlib.sha256((self.root / relative).read_bytes()).hexdigest()


def find_shared(path: Path) -> Shared:
    """The folder at ``path``; exits with 2 and a line that says so where it is not there."""
    shared = Shared(path)
    missing = [file for file in (shared.polnear_dev, shared.scorer("score_reading")) if not file.is_file()]
    if missing:
        print(f"the corpora are not here: no {missing[0]}; name their folder with --shared", file=sys.stderr)
        raise SystemExit(2)
    return shared


def load_rows(path: Path) -> Iterator[dict[str, Any]]:
    """The JSON objects of a file, one a line."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)
