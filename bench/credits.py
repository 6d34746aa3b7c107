"""How many credits of the world set are found, and which are not.

    python bench/credits.py PATH/world.jsonl [--errors]

PATH/world.jsonl: one article a line with ``id``, ``text`` and ``credits`` (spans). A credit is found if a span
of the reading overlaps it, one for one. "other" leaves out bare agency tags like "(AP)". The floors are those of
issue 2: all P .90 R .85, other P .75 R .70. The data are not part of the project; without them it says so.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.lists.agencies import Agencies, load_agencies
from sayso.reading.blocks import find_blocks
from sayso.reading.credits import find_credits
from sayso.records.article import Article

BARE = re.compile(r"^\(?(AP|AFP|Reuters|Xinhua|UPI)\s*\)?\W*$", re.IGNORECASE)
FLOORS = {"all": (0.90, 0.85), "other": (0.75, 0.70)}

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Compared:
    """In one text these gold credits were missed and these found ones are none."""

    id: str
    text: str
    right: int
    missed: tuple[Pair, ...]
    wrong: tuple[Pair, ...]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--errors", action="store_true", help="list what was missed and what is wrong")
    args = parser.parse_args()
    if not args.path.is_file():
        print(f"credits: no data at {args.path}; nothing measured")
        return 0
    agencies = load_agencies()
    documents = [json.loads(line) for line in args.path.read_text(encoding="utf-8").splitlines()]
    reached = [_report(name, documents, agencies, args.errors and name == "all") for name in FLOORS]
    return 0 if all(reached) else 1


def _report(name: str, documents: list[dict[str, Any]], agencies: Agencies, errors: bool) -> bool:
    compared = [compare(document, agencies, keep_bare=name == "all") for document in documents]
    right = sum(one.right for one in compared)
    gold = right + sum(len(one.missed) for one in compared)
    found = right + sum(len(one.wrong) for one in compared)
    precision, recall = right / max(found, 1), right / max(gold, 1)
    floor = FLOORS[name]
    print(
        f"credits.{name:6} P {100 * precision:5.1f} R {100 * recall:5.1f} (found {found}, gold {gold}; floors {floor})"
    )
    if errors:
        for line in (line for one in compared for line in _errors(one)):
            print(line)
    return precision >= floor[0] and recall >= floor[1]


def compare(document: dict[str, Any], agencies: Agencies, *, keep_bare: bool) -> Compared:
    """The credits of one article against its gold, matched one for one in order."""
    text = document["text"]
    article = Article(id=document["id"], text=text, title=document.get("title"))
    found = [(c.span.start, c.span.end) for c in find_credits(article, find_blocks(article), agencies)]
    gold, left = (
        [(s, e) for s, e in pairs if keep_bare or not BARE.match(text[s:e].strip())]
        for pairs in (document["credits"], found)
    )
    right, missed = 0, []
    for pair in gold:
        hit = next((other for other in left if other[0] < pair[1] and pair[0] < other[1]), None)
        if hit is None:
            missed.append(pair)
        else:
            left.remove(hit)
            right += 1
    return Compared(document["id"], text, right, tuple(missed), tuple(left))


def _errors(one: Compared) -> Iterator[str]:
    for kind, pairs in (("missed", one.missed), ("wrong", one.wrong)):
        for start, end in pairs:
            yield f"  {kind:6} {one.id}: …{one.text[max(0, start - 40) : start]!r} [{one.text[start:end]!r}]"


if __name__ == "__main__":
    sys.exit(main())
