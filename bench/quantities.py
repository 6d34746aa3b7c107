"""How well numbers are read: value, bound and unit, and as of when, on labelled stretches of several kinds of news.

    python -m bench.quantities --shared PATH [--part odd|even|fresh|other|last|all] [--errors] [--speed]

The labels are offsets, values and units alone: `bench/cases/quantities.jsonl`; `bench/cases/quantities.md` says what a
quantity is. A found quantity is right if it overlaps a labelled one and has its value, ends, bound and unit. Its time
is right if it overlaps the labelled one; times are counted on quantities that overlap, whatever else is wrong.
Rules were mended on the part called "odd" (by a hash of the article's id), and later on "even"; "fresh" was labelled
after that, and "other" after "fresh" had been mended: campaign, web, local, sports and partisan news. "Last" is more
of it, labelled after the rules had been mended on "other".
"""

from __future__ import annotations

import argparse
import hashlib
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from bench.corpora import Shared, find_shared, load_rows
from bench.figures import Figures
from sayso.reading.counting.units import COINS, NATIONS, SIGNS, UNITS
from sayso.reading.quantities import find_quantities
from sayso.records.quantity import Bound, Quantity
from sayso.records.span import Span

CASES = Path(__file__).parent / "cases" / "quantities.jsonl"
PARTS = ("even", "odd", "fresh", "other", "last")
ROUNDS = 3
# A third as a share is 0.3333 in the labels.
NEAR = 1e-3
OUTCOMES = {"dead": "killed", "injured": "wounded", "arrested": "arrested", "displaced": "displaced"}
TROOPS = frozenset("soldier troop officer fighter militant rebel gunman guard policeman inspector man".split())
MONEY = frozenset({*COINS.values(), *NATIONS.values(), *SIGNS.values(), "GBP", "SGD", "DEM", "KES", "mark", "shilling"})


class Labelled(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The words from ``start`` to ``end`` are this quantity, of one of ``units``, as of one of the spans ``as_of``."""

    start: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    bound: Bound | None
    approximate: bool
    units: list[str]
    as_of: list[tuple[int, int]]

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def group(self) -> str:
        """What a reader who counts would file it under."""
        unit = self.units[0]
        if unit in OUTCOMES:
            return OUTCOMES[unit]
        if unit in MONEY:
            return "money"
        if unit in UNITS:
            return "measures"
        return "troops" if unit in TROOPS else "others"


class Stretch(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """All the quantities of an article from ``start`` to ``end``."""

    article: str
    start: int
    end: int
    quantities: list[Labelled]
    source: str = "world"
    fresh: bool = False
    batch: str = ""

    @property
    def part(self) -> str:
        if self.batch:
            return self.batch
        return "fresh" if self.fresh else PARTS[int(hashlib.sha256(self.article.encode()).hexdigest(), 16) % 2]


@dataclass(slots=True)
class Score:
    """What was found of what was labelled; ``errors`` are (article, labelled, found), one of the two at least."""

    counts: Counter[str] = field(default_factory=Counter)
    groups: Counter[tuple[str, str]] = field(default_factory=Counter)
    errors: list[tuple[str, Labelled | None, Quantity | None]] = field(default_factory=list)
    timed_wrong: list[tuple[str, Labelled, Quantity]] = field(default_factory=list)

    def rate(self, part: str, whole: str) -> float:
        return 100 * self.counts[part] / max(self.counts[whole], 1)

    def figures(self) -> Figures:
        return {
            "P": self.rate("right", "found"),
            "R": self.rate("right", "labelled"),
            "overlap.P": self.rate("met", "found"),
            "overlap.R": self.rate("met", "labelled"),
            "approximate": self.rate("approximate", "met"),
            "as_of.P": self.rate("timed right", "timed"),
            "as_of.R": self.rate("timed right", "times"),
            "vague_without_value": 100 - self.rate("vague with a value", "vague"),
        }


def load_stretches(path: Path = CASES) -> list[Stretch]:
    return [msgspec.json.decode(line, type=Stretch) for line in path.read_bytes().splitlines() if line.strip()]


def load_texts(shared: Shared, stretches: Sequence[Stretch]) -> dict[str, str]:
    """The text of each article that the stretches name."""
    paths = source_paths(shared)
    wanted = {(stretch.source, stretch.article) for stretch in stretches}
    return {
        identify(row): row["text"]
        for source in sorted({source for source, _ in wanted})
        for row in load_rows(paths[source])
        if (source, identify(row)) in wanted
    }


def source_paths(shared: Shared) -> dict[str, Path]:
    """The file of each source that a stretch may name."""
    return {
        "world": shared.world,
        "geovirus": shared.geo("geovirus"),
        "lgl": shared.geo("lgl"),
        "meantime_en": shared.timex("meantime_en"),
        "polnear": shared.polnear_train,
        "fnc1": shared.xdoc("fnc1/train.bodies_unlabelled"),
        "ecbplus": shared.xdoc("ecbplus/train.docs"),
        "basil": shared.xdoc("basil/dev.docs"),
    }


def identify(row: Mapping[str, Any]) -> str:
    """The id of a row, which the sets of articles on the same stories call "doc_id"."""
    return str(row["id"] if "id" in row else row["doc_id"])


def score(stretches: Sequence[Stretch], texts: Mapping[str, str]) -> Score:
    scored = Score()
    for stretch in stretches:
        found = find_quantities(texts[stretch.article], [Span(stretch.start, stretch.end)])
        add_stretch(scored, stretch, found)
    return scored


def add_stretch(scored: Score, stretch: Stretch, found: Sequence[Quantity]) -> None:
    pairs = list(match(stretch.quantities, found))
    scored.counts["found"] += len(found)
    scored.counts["labelled"] += len(stretch.quantities)
    scored.counts["times"] += sum(bool(label.as_of) for label in stretch.quantities)
    for label, quantity in pairs:
        if label is not None:
            scored.groups[label.group, "labelled"] += 1
        if label is None or quantity is None:
            scored.errors.append((stretch.article, label, quantity))
            continue
        right = is_right(label, quantity)
        scored.counts.update(met=1, right=right, approximate=label.approximate == quantity.approximate)
        scored.counts["vague"] += label.value is None and label.approximate
        scored.counts["vague with a value"] += label.value is None and label.approximate and quantity.value is not None
        scored.groups[label.group, "right"] += right
        if not right:
            scored.errors.append((stretch.article, label, quantity))
        add_time(scored, stretch.article, label, quantity)


def add_time(scored: Score, article: str, label: Labelled, quantity: Quantity) -> None:
    as_of = quantity.as_of
    right = as_of is not None and any(Span(*span).overlaps(as_of) for span in label.as_of)
    scored.counts["timed"] += as_of is not None
    scored.counts["timed right"] += right
    if not right and (label.as_of or as_of):
        scored.timed_wrong.append((article, label, quantity))


def match(labels: Sequence[Labelled], found: Sequence[Quantity]) -> Iterator[tuple[Labelled | None, Quantity | None]]:
    """Each label with the quantity found that overlaps it, one to one, a right one before others."""
    left = list(found)
    for label in labels:
        meeting = [quantity for quantity in left if quantity.span.overlaps(label.span)]
        best = max(meeting, key=lambda quantity: is_right(label, quantity), default=None)
        if best is not None:
            left.remove(best)
        yield label, best
    yield from ((None, quantity) for quantity in left)


def is_right(label: Labelled, quantity: Quantity) -> bool:
    """Value, ends, bound and unit; that what is counted falls below none no more is a matter of course."""
    lower_open = label.bound in {Bound.AT_MOST, Bound.LESS_THAN}
    ends = is_near(label.high, quantity.high) and (lower_open or is_near(label.low, quantity.low))
    same = is_near(label.value, quantity.value) and ends and label.bound == quantity.bound
    return same and quantity.unit in label.units


def is_near(a: float | None, b: float | None) -> bool:
    return a == b if a is None or b is None else abs(a - b) <= NEAR * max(abs(a), abs(b))


def measure_speed(shared: Shared) -> float:
    """Articles a CPU second of this process: the whole world set, this layer alone."""
    texts = [row["text"] for row in load_rows(shared.world)]
    begun = time.process_time()
    for _ in range(ROUNDS):
        for text in texts:
            find_quantities(text, [Span(0, len(text))])
    return ROUNDS * len(texts) / (time.process_time() - begun)


def measure(shared: Shared) -> Figures:
    """``quantities.PART.FIGURE`` of each part, and how fast."""
    stretches = load_stretches()
    texts = load_texts(shared, stretches)
    figures: Figures = {}
    for part in PARTS:
        scored = score([stretch for stretch in stretches if stretch.part == part], texts)
        figures |= {f"quantities.{part}.{name}": value for name, value in scored.figures().items()}
    figures["quantities.articles_a_cpu_second"] = measure_speed(shared)
    return figures


def word_error(text: str, label: Labelled | None, quantity: Quantity | None) -> str:
    words = []
    for one, unit in ((label, "/".join(label.units) if label else ""), (quantity, quantity.unit if quantity else "")):
        if one is None:
            words.append("nothing")
            continue
        low, high, bound = one.low, one.high, one.bound or ""
        words.append(f"{one.span.cut(text)!r} {one.value} [{low}, {high}] {bound} ({unit})")
    return " / ".join(words)


def word_context(text: str, span: Span) -> str:
    return text[max(0, span.start - 70) : span.end + 70].replace("\n", " ")


def word_time(text: str, label: Labelled, quantity: Quantity) -> str:
    told = [text[start:end] for start, end in label.as_of]
    return f"{quantity.span.cut(text)!r}: {told} / {quantity.as_of.cut(text) if quantity.as_of else None!r}"


def print_errors(scored: Score, texts: Mapping[str, str]) -> None:
    for article, label, quantity in scored.errors:
        span = label.span if label else quantity.span if quantity else Span(0, 0)
        print(f"{article}: {word_error(texts[article], label, quantity)}\n    {word_context(texts[article], span)}")
    for article, labelled, timed in scored.timed_wrong:
        print(f"{article}: as of {word_time(texts[article], labelled, timed)}")
        print(f"    {word_context(texts[article], timed.span)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--part", choices=(*PARTS, "all"), default="fresh")
    parser.add_argument("--errors", action="store_true", help="each that is wrong, with its words")
    parser.add_argument("--speed", action="store_true", help="articles a CPU second as well")
    args = parser.parse_args()
    shared = find_shared(args.shared)
    stretches = [stretch for stretch in load_stretches() if args.part in {stretch.part, "all"}]
    texts = load_texts(shared, stretches)
    scored = score(stretches, texts)
    print(f"{len(stretches)} stretches, {scored.counts['labelled']} quantities, {scored.counts['times']} with a time")
    print("  " + ", ".join(f"{name} {value:.1f}" for name, value in scored.figures().items()))
    for group in sorted({group for group, _ in scored.groups}):
        print(f"  {group}: {scored.groups[group, 'right']} right of {scored.groups[group, 'labelled']}")
    if args.speed:
        print(f"  {measure_speed(shared):.0f} articles a CPU second")
    if args.errors:
        print_errors(scored, texts)


if __name__ == "__main__":
    main()
