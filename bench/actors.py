"""Speakers by naming alone, on gold attributions, and codes of actors by their words alone.

    python -m bench.actors --shared ../shared [--wrong]

Naming is rules and was never trained, so that on gold attributions no model's training on these articles flatters it;
but the rules were written with the world set at hand. A speaker is matched as score_reading.py matches it.
"""

from __future__ import annotations

import argparse
import importlib.util
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.corpora import Shared, find_shared, load_rows
from bench.figures import Figures
from sayso.reading.blocks import find_blocks
from sayso.reading.credits import find_media_names
from sayso.reading.lists import Lists, load_lists
from sayso.reading.naming.article import name_actor, name_sources
from sayso.reading.naming.sources import Source
from sayso.reading.quotations import find_quotations
from sayso.reading.sentences import find_sentences
from sayso.records.article import Article
from sayso.records.block import STORY
from sayso.records.span import Span

CODES = "data/events/actor_codes.dev.jsonl"
UNKNOWN_COUNTRY = "---"


@dataclass(frozen=True, slots=True)
class Judged:
    """A gold attribution was given this speaker, right or wrong; ``why`` is told where it was given none."""

    nested: bool
    source: str
    wanted: str
    got: str | None
    why: str | None
    right: bool


def name_words(shared: Shared) -> Any:
    """The scorer's own way to take a name apart."""
    spec = importlib.util.spec_from_file_location("score_reading", shared.scorer("score_reading"))
    if spec is None or spec.loader is None:
        raise SystemExit(f"{shared.scorer('score_reading')}: cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.words


def judge_speakers(shared: Shared, lists: Lists) -> Iterator[Judged]:
    """Every gold attribution of the world set, named from its gold spans."""
    words = name_words(shared)
    for row in load_rows(shared.world):
        text, gold = row["text"], row["attributions"]
        blocks = find_blocks(Article(row["id"], text))
        story = [block.span for block in blocks if block.kind in STORY]
        sentences = [sentence for span in story for sentence in find_sentences(text, span.start, span.end)]
        quoted = [quotation.span for quotation in find_quotations(text)]
        media = [found.span for found in find_media_names(text, lists.agencies)]
        actors, named = name_sources(text, sentences, quoted, media, _sources(gold), lists)
        names = {actor.id: actor.name for actor in actors}
        for entry, found in zip(gold, named, strict=True):
            got = names.get(found.speaker or "")
            right = _is_right(entry, got, words)
            source = " ".join(text[start:end] for start, end in entry["source"])
            yield Judged(entry["nested_in"] is not None, source, entry["speaker"] or "", got, found.why, right)


def _sources(gold: Iterable[Any]) -> list[Source]:
    rows = list(gold)
    places = {row["id"]: place for place, row in enumerate(rows)}
    spans = {key: [tuple(Span(*pair) for pair in row[key]) for row in rows] for key in ("source", "cue", "content")}
    parents = [places.get(row["nested_in"]) for row in rows]
    return [Source(*parts) for parts in zip(spans["source"], spans["cue"], spans["content"], parents, strict=True)]


def _is_right(entry: Any, got: str | None, words: Any) -> bool:
    wanted = entry["speaker"] or ""
    if wanted == "unknown" or (not entry["source"] and entry.get("source_type") == "unknown"):
        return got is None
    return got is not None and bool(words(got) & words(wanted))


def measure_speakers(shared: Shared, judged: Iterable[Judged] | None = None) -> Figures:
    """Percent of speakers right, by layer, and of all where none was given."""
    counts: Counter[tuple[str, str]] = Counter()
    for one in judged or judge_speakers(shared, load_lists()):
        layer = "nested" if one.nested else "outermost"
        counts[layer, "all"] += 1
        counts[layer, "right"] += one.right
    return {
        f"actors.speaker.{layer}": 100 * counts[layer, "right"] / counts[layer, "all"]
        for layer in ("outermost", "nested")
    }


def measure_codes(shared: Shared) -> Figures:
    """Percent of the codes that a name or description alone gives: country, sector, both."""
    lists = load_lists()
    counts: Counter[str] = Counter()
    for row in load_rows(shared.root / CODES):
        if row.get("xfail"):
            continue
        code = next(iter(name_actor(row["actor"], lists).codes), "")
        got = {"country": code[:3].replace(UNKNOWN_COUNTRY, ""), "code_1": code[3:]}
        asked = [key for key in got if key in row["expect"]]
        right = {key: got[key] in [value or "" for value in row["expect"][key]] for key in asked}
        for key in asked:
            counts[f"{key} all"] += 1
            counts[key] += right[key]
        counts["rows"] += bool(asked)
        counts["both"] += bool(asked) and all(right.values())
    return {
        "actors.codes.country": 100 * counts["country"] / counts["country all"],
        "actors.codes.sector": 100 * counts["code_1"] / counts["code_1 all"],
        "actors.codes.both": 100 * counts["both"] / counts["rows"],
    }


def measure(shared: Shared) -> Figures:
    return measure_speakers(shared) | measure_codes(shared)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--wrong", action="store_true", help="a line for each speaker that is not right, first")
    args = parser.parse_args()
    shared = find_shared(args.shared)
    judged = list(judge_speakers(shared, load_lists()))
    for one in judged if args.wrong else ():
        if not one.right:
            print(f"{one.source!r} is {one.wanted!r}, not {one.got!r}" + (f": {one.why}" if one.why else ""))
    for name, value in (measure_speakers(shared, judged) | measure_codes(shared)).items():
        print(f"{name:30} {value:6.1f}")


if __name__ == "__main__":
    main()
