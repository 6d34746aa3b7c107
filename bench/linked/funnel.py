"""Reports, origins and edges of the funnel stories; the same with the gold sources in place of readings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bench.corpora import load_rows
from bench.figures import Figures
from bench.linked.corpora import Bench, find_connected
from bench.matching import pairs_of, rates, same_name
from sayso.linking.media import media_key
from sayso.linking.reports import group_reports
from sayso.linking.story import LinkedStory, link_story
from sayso.records.edge import Edge
from sayso.records.point import Point


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
        free = find_connected(loose)
        right = {edge for edge in mine if edge in wanted or any(set(edge) <= part for part in free)}
        joined = find_connected({frozenset(edge) for edge in right})
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
