"""How well Sayso links: reports, origins and edges of the funnel stories, edges, points, disputes, stories, echoes.

    python -m bench.across --shared ../shared --readings RUNS [--only LAYER ...]

RUNS is a folder in which the readings of the corpora are kept between calls (made by the packaged weights where they
are missing: two minutes). Exits with 2 if the corpora are not there.

Funnel: the rules and their numbers were settled with all 13 stories at hand, so what is printed for them is NOT HELD
OUT. Edges and points: the two readers' labels in `cases/`; tuned on even-numbered cases, reported on odd ones.
Disputes: NOT HELD OUT.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any, TypeAlias

from bench.corpora import Shared, find_shared, load_rows
from bench.figures import Figures
from bench.matching import best_threshold, cluster_figures, is_held_out, kind_figures, pairs_of, rates, same_name
from sayso.exports.reading_json import export_json, import_json
from sayso.linking.compare.same import compare_statements
from sayso.linking.contextual import Contextual, load_contextual
from sayso.linking.corpus import Corpus, gather
from sayso.linking.disputes import find_disputes
from sayso.linking.edges import find_edges
from sayso.linking.media import media_key
from sayso.linking.points import SAME_FROM, Group
from sayso.linking.prepared import LinkLists, Prepared, load_link_lists, prepare
from sayso.linking.relating import relate
from sayso.linking.reports import group_reports
from sayso.linking.scene import Scene
from sayso.linking.statements import Statement, read_statements
from sayso.linking.story import LinkedStory, link_story, set_scene
from sayso.records.article import Article, Precision, Published
from sayso.records.block import Block, BlockKind
from sayso.records.claim import Claim, Voice
from sayso.records.edge import Edge
from sayso.records.point import Point
from sayso.records.reading import Model, Reading
from sayso.records.span import Span

LINE_ID = re.compile(rb'"id":("(?:[^"\\]|\\.)*")')
CASES = Path(__file__).with_name("cases")
SAME_CLAIM = 0.5
CORPORA = {
    "funnel": ("data/funnel/articles.jsonl", "id", "story"),
    "basil": ("data/xdoc/basil/dev.docs.jsonl", "doc_id", "story"),
    "ecb": ("data/xdoc/ecbplus/dev.docs.jsonl", "doc_id", "subtopic"),
    "fnc": ("data/xdoc/fnc1/dev.bodies.jsonl", "doc_id", "story"),
}
ECHOES = 10_000
REAL = ("number", "yes-no")
SAME_LABELS = ("same", "number", "confirms")
ECHO_WORDS, ECHO_SHARE = 14, 0.05


class Bench:
    """The corpora, read and prepared once, with the lists and the second model."""

    def __init__(self, shared: Shared, runs: Path) -> None:
        self.shared, self.runs = shared, runs
        self.lists: LinkLists = load_link_lists()
        self.contextual: Contextual = load_contextual()
        self._prepared: dict[str, dict[str, Prepared]] = {}
        self._found: dict[str, Prepared] = {}
        self._statements: dict[tuple[str, str], Statement | None] = {}

    def prepared(self, corpus: str) -> dict[str, Prepared]:
        if corpus not in self._prepared:
            lines = self._readings(corpus).read_bytes().splitlines()
            readings = (import_json(line) for line in lines)
            self._prepared[corpus] = {r.article.id: prepare(r, self.lists) for r in readings}
        return self._prepared[corpus]

    def found(self, article: str) -> Prepared:
        """One article of the corpora that the cases name; no other is prepared."""
        if article not in self._found:
            self._found[article] = prepare(import_json(self._lines[article]), self.lists)
        return self._found[article]

    @cached_property
    def _lines(self) -> dict[str, bytes]:
        """The readings of all corpora as they are kept, by ids; FNC-1 has the articles of the funnel, with titles."""
        lines = (line for name in CORPORA for line in self._readings(name).read_bytes().splitlines())
        return {json.loads(LINE_ID.search(line)[1]): line for line in lines}  # type: ignore[index]  # each has an id

    def statement(self, article: str, claim: Claim) -> Statement | None:
        """One claim made ready for comparing, or None where it says too little; the others of its article are not."""
        if (article, claim.id) not in self._statements:
            found = self.found(article)
            alone = replace(found, reading=replace(found.reading, claims=(claim,)))
            read = read_statements(alone, self.contextual, self.lists.weigher.counts)
            self._statements[article, claim.id] = next(read, None)
        return self._statements[article, claim.id]

    def groups(self, corpus: str) -> dict[str, list[str]]:
        """The gold stories: name -> article ids."""
        path, key, story = CORPORA[corpus]
        found: dict[str, list[str]] = defaultdict(list)
        for row in load_rows(self.shared.root / path):
            found[str(row[story])].append(row[key])
        return found

    def _readings(self, corpus: str) -> Path:
        """The corpus as read by the weights in the package, kept under their digest."""
        from sayso.reading.encoder import load_encoder
        from sayso.reading.reader import read_article

        encoder = load_encoder()
        kept = self.runs / encoder.model.digest / f"{corpus}.jsonl"
        if not kept.exists():
            kept.parent.mkdir(parents=True, exist_ok=True)
            with kept.open("wb") as out:
                for article in self._articles(corpus):
                    out.write(export_json(read_article(article, encoder)) + b"\n")
        return kept

    def _articles(self, corpus: str) -> Iterator[Article]:
        path, key, _ = CORPORA[corpus]
        for row in load_rows(self.shared.root / path):
            title = row.get("title")
            published = Published(row["date"], Precision.DAY) if row.get("date") else None
            text = f"{title}\n\n{row['text']}" if title and corpus != "funnel" else row["text"]
            yield Article(row[key], text, outlet=row.get("outlet"), published=published, url=row.get("url"))

    def scene(self, corpus: str, ids: Iterable[str]) -> Scene:
        here = self.prepared(corpus)
        return set_scene([here[article] for article in ids], self.lists)


Finding: TypeAlias = Callable[[Any, Bench], Statement | None]


def measure_funnel(bench: Bench) -> Figures:
    """Reports, same-report pairs, edges and origins from real readings, beside three dummies."""
    gold = {row["story"]: row for row in load_rows(bench.shared.root / "data/funnel/dev.gold.jsonl")}
    groups = bench.groups("funnel")
    stories = {s: link_story(bench.scene("funnel", ids), bench.lists, bench.contextual) for s, ids in groups.items()}
    reports = {s: group_reports(tuple(groups[s]), story.scene).groups for s, story in stories.items()}
    figures = {f"funnel.{k}": v for k, v in _report_figures(reports, gold).items()}
    figures |= {f"funnel.edges.{k}": v for k, v in _edge_figures(stories, gold, bench).items()}
    figures |= {f"funnel.origins.{k}": v for k, v in _origin_figures(stories, gold).items()}
    dummies = _dummies(groups, gold)
    figures["funnel.below_best_dummy"] = 100 * (1 - figures["funnel.reports.error"] / min(dummies.values()))
    return figures | dummies


def _report_figures(reports: Mapping[str, Sequence[Sequence[str]]], gold: Mapping[str, Any]) -> Figures:
    errors = [abs(len(reports[s]) - len(gold[s]["reports"])) for s in gold]
    hits = Counter[str]()
    for s in gold:
        mine, wanted = pairs_of(reports[s]), pairs_of(gold[s]["reports"])
        hits += Counter(right=len(mine & wanted), called=len(mine), wanted=len(wanted))
    return {"reports.error": sum(errors) / len(errors), **{f"same_report.{k}": v for k, v in rates(hits).items()}}


def _dummies(groups: Mapping[str, Sequence[str]], gold: Mapping[str, Any]) -> Figures:
    def error(guess: Callable[[str], float]) -> float:
        return sum(abs(guess(s) - len(gold[s]["reports"])) for s in gold) / len(gold)

    return {
        "funnel.dummy.always_one.error": error(lambda s: 1),
        "funnel.dummy.always_two.error": error(lambda s: 2),
        "funnel.dummy.middle_of_1_and_all.error": error(lambda s: (1 + len(groups[s])) / 2),
    }


def _edge_figures(stories: Mapping[str, LinkedStory], gold: Mapping[str, Any], bench: Bench) -> Figures:
    """Child and parent, in the set or outside by name; where gold knows no direction, whoever is connected counts."""
    hits = Counter[str]()
    for s, story in stories.items():
        wanted = {(e["child"], _goal(e["parent"], bench)) for e in gold[s]["edges"]}
        loose = {frozenset((e["child"], e["parent"])) for e in gold[s]["edges"] if not e["direction_known"]}
        mine = {_ends(edge, bench) for edge in story.edges}
        free = _connected(loose)
        right = {edge for edge in mine if edge in wanted or any(set(edge) <= part for part in free)}
        joined = _connected({frozenset(edge) for edge in right})
        met = {w for w in wanted if w in mine or (frozenset(w) in loose and any(set(w) <= p for p in joined))}
        hits += Counter(right=len(right), called=len(mine), met=len(met), wanted=len(wanted))
    return {"P": 100 * hits["right"] / hits["called"], "R": 100 * hits["met"] / hits["wanted"]}


def _goal(parent: str, bench: Bench) -> str:
    name = parent.removeprefix("outside:")
    return parent if name == parent else f"outside {media_key(name, bench.lists.agencies)}"


def _ends(edge: Edge, bench: Bench) -> tuple[str, str]:
    if edge.parent is not None:
        return edge.child, edge.parent
    return edge.child, f"outside {media_key(edge.outside or '', bench.lists.agencies)}"


def _connected(edges: Iterable[frozenset[str]]) -> list[set[str]]:
    parts: list[set[str]] = []
    for edge in edges:
        touching = [part for part in parts if part & edge]
        parts = [part for part in parts if not part & edge] + [set(edge).union(*touching)]
    return parts


def _origin_figures(stories: Mapping[str, LinkedStory], gold: Mapping[str, Any]) -> Figures:
    """Origins of the point with the gold main point's words, else of the largest; a shared word of a name will do."""
    hits = Counter[str]()
    for s, story in stories.items():
        point = _main_point(story, gold[s]["main_point"])
        mine = [origin.name for origin in point.origins] if point else []
        left = [origin["name"] for origin in gold[s]["origins"]]
        hits += Counter(called=len(mine), wanted=len(left))
        for name in mine:
            found = next((other for other in left if same_name(name, other)), None)
            if found is not None:
                left.remove(found)
                hits["right"] += 1
    return rates(hits)


def _main_point(story: LinkedStory, wanted: Any) -> Point | None:
    member = story.scene.member(wanted["article"])
    start = member.text.find(wanted["words"])
    claims = {
        claim.id
        for claim in member.reading.claims
        if any(span.start < start + len(wanted["words"]) and start < span.end for span in claim.content)
    }
    held = (p for p in story.points if any(c.article == wanted["article"] and c.claim in claims for c in p.claims))
    return next(held, story.points[0] if story.points else None)


def measure_gold_sources(bench: Bench) -> Figures:
    """The riskiest assumption: the gold sources taken as if they were perfect readings, the rest as it is."""
    from bench.gold_sources import scene_of_gold

    gold = {row["story"]: row for row in load_rows(bench.shared.root / "data/funnel/dev.gold.jsonl")}
    groups, here = bench.groups("funnel"), bench.prepared("funnel")
    reports = {
        s: group_reports(tuple(ids), scene_of_gold(gold[s], [here[i] for i in ids], bench.lists)).groups
        for s, ids in groups.items()
    }
    return {f"gold_sources.{k}": v for k, v in _report_figures(reports, gold).items()}


def measure_edges(bench: Bench) -> Figures:
    """Kinds and directions of the pairs on which both readers agree; the odd-numbered ones are held out."""
    rows = [json.loads(line) for line in (CASES / "edges.jsonl").read_text().splitlines()]
    agreed = [row for row in rows if row["readers"][0]["kind"] == row["readers"][1]["kind"]]
    judged = list(_judged(agreed, rows, bench))
    figures: Figures = {"edges.readers.agree": 100 * len(agreed) / len(rows)}
    for half, keep in (("odd", 1), ("even", 0)):
        part = [(want, got) for number, want, got in judged if number % 2 == keep]
        figures |= {f"edges.{half}.{k}": v for k, v in kind_figures(part, fewest=5).items()}
    whole = [(want, got) for _, want, got in judged]
    figures |= {f"edges.all.{k}": v for k, v in kind_figures(whole, fewest=10).items()}
    return figures


def _judged(agreed: Sequence[Any], rows: Sequence[Any], bench: Bench) -> Iterator[tuple[int, Any, Any]]:
    corpus_of = {article: name for name in ("basil", "ecb", "fnc") for article in bench.prepared(name)}
    story_of = {a: (n, s) for n in ("basil", "ecb", "fnc") for s, ids in bench.groups(n).items() for a in ids}
    shown: dict[tuple[str, str], set[str]] = defaultdict(set)  # what the readers saw of each story
    for row in rows:
        shown[story_of[row["a"]]] |= {row["a"], row["b"]}
    scenes = {story: bench.scene(corpus_of[min(ids)], sorted(ids)) for story, ids in shown.items()}
    edges = {story: find_edges(scene) for story, scene in scenes.items()}
    for row in agreed:
        story = story_of[row["a"]]
        got = relate(row["a"], row["b"], scenes[story], edges[story])
        child = {row["a"]: "a", row["b"]: "b"}.get(got.child or "")
        wanted = row["readers"][0]["child"] if row["readers"][0]["child"] == row["readers"][1]["child"] else None
        yield int(row["id"][1:]), (row["readers"][0]["kind"], wanted), (got.kind.value if got.kind else "none", child)


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


def measure_stories(bench: Bench) -> Figures:
    """BCubed over all articles of a corpus, those alone counted."""
    figures: Figures = {}
    for corpus in ("basil", "ecb", "fnc"):
        found = gather(bench.prepared(corpus).values(), bench.lists, bench.contextual).stories()
        figures |= {f"stories.{corpus}.{k}": v for k, v in cluster_figures(found, bench.groups(corpus)).items()}
    return figures


def measure_echoes(bench: Bench) -> Figures:
    """The synthetic stream of make_echoes.py: groups joined by copied narrative."""
    made = subprocess.run(
        [sys.executable, bench.shared.root / "bench/make_echoes.py", str(ECHOES)], capture_output=True, check=True
    )
    rows = [json.loads(line) for line in made.stdout.splitlines()]
    prepared = [prepare(_bare(str(row["id"]), row["text"], row["published"]), bench.lists) for row in rows]
    corpus: Corpus = gather(prepared, bench.lists, bench.contextual)
    joined = [(p.a, p.b) for p in corpus.pairs if p.narrative >= ECHO_WORDS and p.share >= ECHO_SHARE]
    parts = {node: number for number, part in enumerate(_connected(map(frozenset, joined))) for node in part}
    return _echo_figures(rows, parts)


def _echo_figures(rows: Sequence[Any], parts: Mapping[str, int]) -> Figures:
    mine: dict[int, list[int]] = defaultdict(list)
    gold: Counter[int] = Counter(row["group"] for row in rows if row["group"] >= 0)
    for row in rows:
        if str(row["id"]) in parts:
            mine[parts[str(row["id"])]].append(row["group"])
    called = sum(len(part) * (len(part) - 1) // 2 for part in mine.values())
    right = sum(n * (n - 1) // 2 for part in mine.values() for g, n in Counter(part).items() if g >= 0)
    hits = Counter(right=right, called=called, wanted=sum(n * (n - 1) // 2 for n in gold.values()))
    quotes = [row for row in rows if row["op"] == "quote"]
    false = sum(parts.get(str(r["id"]), -1) == parts.get(str(r["root"]), -2) for r in quotes)
    right_quotes = {"echoes.quotes_kept_apart": 100 * (1 - false / len(quotes))}
    return {f"echoes.{k}": v for k, v in rates(hits).items()} | right_quotes


def _bare(name: str, text: str, published: str) -> Reading:
    """A reading without attributions: what fingerprints need."""
    block = Block(BlockKind.BODY, Span(0, len(text)))
    article = Article(name, text, published=Published(published, Precision.MINUTE), blocks=(block,))
    return Reading(article, Model("none", "0", ""), (), (), (), (), (), ())


LAYERS: dict[str, Callable[[Bench], Figures]] = {
    "gold": measure_gold_sources,
    "funnel": measure_funnel,
    "edges": measure_edges,
    "points": measure_points,
    "disputes": measure_disputes,
    "stories": measure_stories,
    "echoes": measure_echoes,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--readings", type=Path, default=Path("runs/across"))
    parser.add_argument("--only", nargs="*", choices=sorted(LAYERS), default=list(LAYERS))
    args = parser.parse_args()
    bench = Bench(find_shared(args.shared), args.readings)
    for name in args.only:
        for figure, value in LAYERS[name](bench).items():
            print(f"{figure:<44} {value:7.2f}", flush=True)


if __name__ == "__main__":
    main()
