"""Makes the dictionary that ledgers are packed with (`sayso/ledger/packing.txt`) from readings of invented articles.

    sayso run examples/tonight/articles.jsonl -o readings.jsonl
    python -m bench.packing_words readings.jsonl MADE.txt

It was made once, from the articles of `examples` and of the demo. It never changes: a ledger that was packed with it
cannot be read without it. Another one needs another name, beside it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from sayso.ledger.columns import Identifiers, fold_values
from sayso.ledger.packing import dump, load

TEXTS, COLUMNS = 15_000, 9_000  # characters of each; the text of an article has to fit into the window too


def make_words(lines: list[bytes]) -> bytes:
    """Texts, then columns; what stands last is the cheapest to refer to."""
    texts: list[str] = []
    columns: list[str] = []
    for line in lines:
        told = load(line)
        texts.append(told["article"]["text"])
        told["article"]["text"] = None
        columns.append(dump(fold_values([told], Identifiers())).decode())
    return ("\n".join(texts)[-TEXTS:] + "\n" + "\n".join(columns)[-COLUMNS:]).encode()


if __name__ == "__main__":
    Path(sys.argv[2]).write_bytes(make_words(Path(sys.argv[1]).read_bytes().splitlines()))
