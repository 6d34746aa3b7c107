"""How well the kinds of drift between two quotations are told apart.

    python -m bench.drift --shared PATH [--half odd|even|all] [--errors]
    python -m bench.drift --merge READER_A.txt READER_B.txt INDEX.json

The cases are pairs of real quotations, as offsets only: `bench/cases/quotation_variants.jsonl`. Two readers labelled
them; where their kinds differ, both stand in the row, ``agreed`` is false, and the pair is not scored. The thresholds
of `sayso.linking.drift` were chosen on the even-numbered pairs, so only the odd ones may be quoted. ``--merge`` writes
the cases from the readers' files. Without the texts it says so and exits with 2.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from bench.corpora import Shared, find_shared, load_rows
from sayso.linking.drift import compare_quotations
from sayso.records.drift import Drift, DriftKind
from sayso.records.span import Span

CASES = Path(__file__).parent / "cases" / "quotation_variants.jsonl"
TEXTS = ("basil/dev.docs.jsonl", "fnc1/dev.bodies.jsonl", "ecbplus/dev.docs.jsonl")
HALVES = {"odd": (1,), "even": (0,), "all": (0, 1)}
Labels = tuple[str, str]


class Place(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The quotation stands here in the text of ``article``."""

    article: str
    start: int
    end: int


class Case(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """Two readers judged this pair so; a label is a list of both readers' where they differ."""

    id: str
    a: Place
    b: Place
    kind: str | Labels
    speaker: str | Labels
    agreed: bool

    @property
    def kinds(self) -> Labels:
        return (self.kind, self.kind) if isinstance(self.kind, str) else self.kind


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--half", choices=HALVES, default="odd")
    parser.add_argument("--errors", action="store_true", help="list the pairs whose kind is wrong")
    parser.add_argument("--merge", nargs=3, type=Path, metavar=("A", "B", "INDEX"), help="write the cases and stop")
    args = parser.parse_args()
    if args.merge:
        CASES.write_bytes(b"".join(msgspec.json.encode(case) + b"\n" for case in merge_readers(*args.merge)))
        return 0
    texts = load_texts(find_shared(args.shared))
    cases = [case for case in load_cases(CASES) if int(case.id[1:]) % 2 in HALVES[args.half]]
    for line in word_agreement(cases):
        print(line)
    compared = [(case, compare_case(case, texts)) for case in cases if case.agreed]
    for line in word_figures([(str(case.kind), str(drift.kind)) for case, drift in compared]):
        print(line)
    for case, drift in compared if args.errors else ():
        if drift.kind != case.kind:
            print(f"  {case.id}: {case.kind}, not {drift.kind} ({drift.reason})")
    return 0


def load_cases(path: Path) -> list[Case]:
    return [msgspec.json.decode(line, type=Case) for line in path.read_bytes().splitlines()]


def load_texts(shared: Shared) -> dict[str, str]:
    """The texts that the cases point into, by their ids; exits with 2 and a line that says so where one is missing."""
    paths = [shared.root / "data" / "xdoc" / name for name in TEXTS]
    missing = [path for path in paths if not path.is_file()]
    if missing:
        print(f"the texts are not here: no {missing[0]}; name their folder with --shared", file=sys.stderr)
        raise SystemExit(2)
    return {row["doc_id"]: row["text"] for path in paths for row in load_rows(path)}


def compare_case(case: Case, texts: Mapping[str, str]) -> Drift:
    a, b = ((texts[place.article], [Span(place.start, place.end)]) for place in (case.a, case.b))
    return compare_quotations(*a, *b)


def word_agreement(cases: Sequence[Case]) -> Iterator[str]:
    pairs = [case.kinds for case in cases]
    agreed = 100 * sum(case.agreed for case in cases) / max(1, len(cases))
    yield f"readers agree        {agreed:5.1f} % of {len(cases)} pairs, kappa {kappa(pairs):.2f}"


def kappa(pairs: Sequence[Labels]) -> float:
    """Cohen's: how far two readers agree beyond what the frequencies of their labels alone would give."""
    observed = sum(a == b for a, b in pairs) / max(1, len(pairs))
    ours, theirs = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(count * theirs[label] for label, count in ours.items()) / max(1, len(pairs)) ** 2
    return 1.0 if chance == 1 else (observed - chance) / (1 - chance)


def word_figures(pairs: Sequence[Labels]) -> Iterator[str]:
    """Accuracy, then precision and recall a kind, of (gold, found) pairs."""
    right = sum(gold == found for gold, found in pairs)
    yield f"accuracy             {100 * right / max(1, len(pairs)):5.1f} % of {len(pairs)} pairs ({right} right)"
    for kind in DriftKind:
        gold, found = (sum(pair[side] == kind for pair in pairs) for side in (0, 1))
        both = sum(pair == (kind, kind) for pair in pairs)
        yield f"{kind:10} P {_share(both, found)} R {_share(both, gold)} (found {found}, gold {gold}, right {both})"


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:5.1f}" if whole else "   - "


def merge_readers(a: Path, b: Path, index: Path) -> Iterator[Case]:
    """The cases of an index ``[[id, _, article, start, end, article, start, end], ...]`` with both readers' labels."""
    ours, theirs = read_labels(a), read_labels(b)
    for id, _, *places in json.loads(index.read_text(encoding="utf-8")):
        kind, speaker = (one if one == other else (one, other) for one, other in zip(ours[id], theirs[id], strict=True))
        yield Case(id, Place(*places[:3]), Place(*places[3:]), kind, speaker, isinstance(kind, str))


def read_labels(path: Path) -> dict[str, Labels]:
    """Kind and speaker a pair, of a reader's lines ``Q000 <tab> kind <tab> speaker <tab> c or d``."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return {id: (kind.strip(), speaker.strip()) for id, kind, speaker, *_ in rows}


if __name__ == "__main__":
    sys.exit(main())
