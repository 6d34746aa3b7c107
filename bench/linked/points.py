"""Which claims say the same, and which are at odds, on pairs that readers judged."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from bench.corpora import load_rows
from bench.figures import Figures
from bench.linked.corpora import CASES, CORPORA, Bench
from bench.matching import best_threshold, is_held_out, rates
from sayso.linking.compare.same import compare_statements
from sayso.linking.disputes import find_disputes
from sayso.linking.points import SAME_FROM, Group
from sayso.linking.statements import Statement
from sayso.records.claim import Claim, Voice
from sayso.records.span import Span

SAME_CLAIM = 0.5
REAL = ("number", "yes-no")
SAME_LABELS = ("same", "number", "confirms")
Finding: TypeAlias = Callable[[Any, Bench], Statement | None]


def measure_points(bench: Bench) -> Figures:
    """Claim pairs on which both readings agree: precision and recall of "the same point" at the threshold in use.

    Two sets: ``points`` of two readers on readings of weights 0.1.0; ``drawn`` of one reader twice on those of 0.2.0,
    from each of 81 pairs of articles at most one of each of four ranges of probability: all from 0.35 on, 62 of those
    below, so that hard ones are many. Nothing was fitted on the odd-numbered ones of the first, nor on ``held``: those
    of both whose stories are held out. ``as_labelled`` compares the claims as the case has them, whatever was read:
    what is missing there is the comparison's fault alone.
    """
    figures: Figures = {}
    for name, find in (("points", find_statement), ("points.as_labelled", labelled_statement)):
        figures |= _pair_figures(name, find, bench)
    return figures


def _pair_figures(points: str, find: Finding, bench: Bench) -> Figures:
    figures: Figures = {}
    held: list[tuple[bool, float]] = []
    stories = {a: f"{c}/{s}" for c in CORPORA for s, ids in bench.groups(c).items() for a in ids}
    for name, cases in ((points, claim_pairs()), (f"{points}.drawn", point_pairs())):
        agreed = [(row, labels[0] in SAME_LABELS) for row, labels in cases if len(set(labels)) == 1]
        scored = [(same, _probability(row, find, bench)) for row, same in agreed]
        if find is find_statement:
            figures[f"{name}.readers.agree"] = 100 * len(agreed) / len(cases)
        figures |= {f"{name}.{k}": v for k, v in _point_figures(scored).items()}
        numbered = list(zip((row for row, _ in agreed), scored, strict=True))
        if name == points:
            odd = [one for row, one in numbered if int(row["id"][1:]) % 2]
            figures |= {f"{points}.odd.{k}": v for k, v in _point_figures(odd).items()}
        held += [one for row, one in numbered if is_held_out(stories[row["a"]["article"]])]
    return figures | {f"{points}.held.{k}": v for k, v in _point_figures(held).items()}


def claim_pairs() -> list[tuple[Any, tuple[str, ...]]]:
    """The cases that two readers labelled, each with its labels."""
    return [
        (row, tuple(reader["label"] for reader in row["readers"])) for row in load_rows(CASES / "claim_pairs.jsonl")
    ]


def point_pairs() -> list[tuple[Any, tuple[str, ...]]]:
    """The cases that one reader labelled twice, each with its labels."""
    return [(row, tuple(row["readings"])) for row in load_rows(CASES / "point_pairs.jsonl")]


def _point_figures(scored: Sequence[tuple[bool, float]]) -> Figures:
    hits = Counter(
        right=sum(same and likely >= SAME_FROM for same, likely in scored),
        called=sum(likely >= SAME_FROM for _, likely in scored),
        wanted=sum(same for same, _ in scored),
    )
    return rates(hits) | {"R_at_P90": best_threshold(scored, 0.90), "R_at_P85": best_threshold(scored, 0.85)}


def measure_disputes(bench: Bench) -> Figures:
    """Pairs of claims judged twice by one reader: are those that the rules flag real disputes, and how many are found.

    The rules were written with these pairs at hand.
    """
    rows = [json.loads(line) for line in (CASES / "disputes.jsonl").read_text().splitlines()]
    judged = [(row, {reading in REAL for reading in row["readings"]}) for row in rows]
    agreed = [(row, real.pop()) for row, real in judged if len(real) == 1]
    figures = {"disputes.readings.agree": 100 * len(agreed) / len(rows)}
    for name, about in (("", REAL), *((f".{kind}", (kind,)) for kind in REAL)):
        flags = [(real, _is_flagged(row, bench)) for row, real in agreed if row["about"] in about]
        hits = Counter(
            right=sum(real and flagged for real, flagged in flags),
            called=sum(flagged for _, flagged in flags),
            wanted=sum(real for real, _ in flags),
        )
        figures |= {f"disputes{name}.{k}": v for k, v in rates(hits).items()}
    return figures


def _is_flagged(row: Any, bench: Bench) -> bool:
    a, b = (find_statement(row[side], bench) for side in ("a", "b"))
    if a is None or b is None:
        return False
    a, b = sorted((a, b), key=lambda statement: statement.key)
    found = find_disputes(Group((a, b), a, {(a.key, b.key): compare_statements(a, b)}))
    return any(dispute.about.value == row["about"] for dispute in found)


def _probability(row: Any, find: Finding, bench: Bench) -> float:
    a, b = (find(row[side], bench) for side in ("a", "b"))
    return compare_statements(a, b).probability if a and b else 0.0


def find_statement(side: Any, bench: Bench) -> Statement | None:
    """The statement that a case names by its offsets: that which shares most with them, or None.

    Cases were taken from the readings of one version of the weights; another may cut the same claim longer or shorter.
    What only one of the two has must be no more than twice what both have.
    """
    wanted = {place for start, end in side["spans"] for place in range(start, end)}
    claims = bench.found(side["article"]).reading.claims
    shares = [(_shared(wanted, claim), -number) for number, claim in enumerate(claims)]
    likely = (claims[-number] for share, number in sorted(shares, reverse=True) if share >= SAME_CLAIM)
    return next((found for claim in likely if (found := bench.statement(side["article"], claim))), None)


def labelled_statement(side: Any, bench: Bench) -> Statement | None:
    """The very words that a case names, as a claim of the outlet's own; None where they say too little."""
    claim = bench.found(side["article"]).reading.claims[0]
    content = tuple(Span(start, end) for start, end in side["spans"])
    labelled = replace(claim, id=f"labelled {side['spans']}", content=content, voice=Voice.OWN, attribution=None)
    return bench.statement(side["article"], labelled)


def _shared(wanted: set[int], claim: Claim) -> float:
    """Of the characters of the two, each counted by itself, the part that both have: an F1."""
    held = {place for span in claim.content for place in range(span.start, span.end)}
    return 2 * len(wanted & held) / (len(wanted) + len(held))
