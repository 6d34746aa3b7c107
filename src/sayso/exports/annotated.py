"""The attributions that a person marked in a text, whatever the tool: to train on, and to lay beside a reading."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from sayso.exports.cells import encode_json
from sayso.exports.marks import ArcKind, Label, Mark, Marked
from sayso.records.actor import ActorKind
from sayso.records.attribution import AttributionKind, Commitment, Stance
from sayso.records.span import Span

Choice = TypeVar("Choice", bound=StrEnum)
PARTS = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class Attributed:
    """A content is marked as somebody's; what was left open is None. ``inside`` is the number of the outer one."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: AttributionKind | None = None
    commitment: Commitment | None = None
    stance: Stance | None = None
    who: ActorKind | None = None
    named: bool | None = None
    inside: int | None = None


@dataclass(frozen=True, slots=True)
class Annotated:
    """These are the attributions of article ``id``, in the order of their contents."""

    id: str
    text: str
    attributions: tuple[Attributed, ...]


class ChangeKind(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"  # the same attribution with other stretches
    EDITED = "edited"  # the same stretches, something else said of them


@dataclass(frozen=True, slots=True)
class Change:
    """A person made ``after`` of ``before``; one of them is None where it was added or removed."""

    kind: ChangeKind
    before: Attributed | None
    after: Attributed | None


def collect_attributions(marked: Marked) -> Annotated:
    """Each content with the sources and cues that arcs lead to; values that are none of ours count as left open."""
    arcs: dict[tuple[str, int], list[int]] = defaultdict(list)
    for arc in marked.arcs:
        arcs[arc.kind, arc.a].append(arc.b)
    contents = [n for n, mark in enumerate(marked.marks) if mark.label == Label.CONTENT]
    ordered = sorted(contents, key=lambda n: (marked.marks[n].spans, n))
    place = {number: at for at, number in enumerate(ordered)}

    def reached(kind: ArcKind, number: int, label: Label) -> list[Mark]:
        return [marked.marks[b] for b in arcs[kind.value, number] if marked.marks[b].label == label]

    def attributed(number: int) -> Attributed:
        mark = marked.marks[number]
        sources = reached(ArcKind.SAID_BY, number, Label.SOURCE)
        outer = [place[b] for b in arcs[ArcKind.TOLD_INSIDE.value, number] if b in place]
        named = {mark.attribute("Named") for mark in sources}
        return Attributed(
            source=_together(sources),
            cue=_together(reached(ArcKind.CUED_BY, number, Label.CUE)),
            content=mark.spans,
            kind=_chosen(AttributionKind, mark.attribute("Kind")),
            commitment=_chosen(Commitment, mark.attribute("Commitment")),
            stance=_chosen(Stance, mark.attribute("Stance")),
            who=next(filter(None, (_chosen(ActorKind, mark.attribute("Who")) for mark in sources)), None),
            named={frozenset({"yes"}): True, frozenset({"no"}): False}.get(frozenset(filter(None, named))),
            inside=outer[0] if outer else None,
        )

    return Annotated(marked.id, marked.text, tuple(attributed(number) for number in ordered))


def _together(marks: list[Mark]) -> tuple[Span, ...]:
    return tuple(sorted(span for mark in marks for span in mark.spans))


def _chosen(values: type[Choice], word: str | None) -> Choice | None:
    return values(word) if word in list(values) else None


def export_training(annotated: Annotated, *, text: bool = True) -> bytes:
    """One JSON object on a line, as `training/` takes it; what was left open is not there."""

    def row(number: int, one: Attributed) -> dict[str, object]:
        inside = None if one.inside is None else str(one.inside)
        return {"id": str(number), **_shape(one), "nested_in": inside}

    rows = [row(number, one) for number, one in enumerate(annotated.attributions)]
    return encode_json({"id": annotated.id, **({"text": annotated.text} if text else {}), "attributions": rows})


def _shape(one: Attributed) -> dict[str, object]:
    parts = {name: [(s.start, s.end) for s in spans] for name, spans in zip(PARTS, _places(one), strict=True)}
    said = {"kind": one.kind, "commitment": one.commitment, "stance": one.stance, "source_type": one.who}
    return parts | {name: value for name, value in {**said, "named": one.named}.items() if value is not None}


def compare_annotated(before: Annotated, after: Annotated) -> Iterator[Change]:
    """What a person changed, in the order of the text; contents that overlap most are taken for one attribution.

    Whether one lies inside another is compared by where they stand, not by their numbers. Raises ValueError for two
    texts.
    """
    if before.text != after.text:
        raise ValueError(f"{before.id}: changes can be told of one text only")
    left, came = list(before.attributions), []
    for one in after.attributions:
        twin = max(left, key=lambda other: _likeness(other, one), default=None)
        if twin is None or _likeness(twin, one) <= (0, 0):
            came.append(Change(ChangeKind.ADDED, None, one))
            continue
        left.remove(twin)
        if _places(twin) != _places(one):
            came.append(Change(ChangeKind.MOVED, twin, one))
        elif _said(twin, before) != _said(one, after):
            came.append(Change(ChangeKind.EDITED, twin, one))
    came += [Change(ChangeKind.REMOVED, one, None) for one in left]
    yield from sorted(came, key=lambda change: (change.before or change.after).content)  # type: ignore[union-attr]  # one is there


def _likeness(a: Attributed, b: Attributed) -> tuple[float, int]:
    """The share of characters that two contents have in common, and whether all else is the same."""
    common = sum(max(0, min(x.end, y.end) - max(x.start, y.start)) for x in a.content for y in b.content)
    either = sum(map(len, a.content)) + sum(map(len, b.content)) - common
    return (common / either if either else 0, int(common > 0 and _places(a) == _places(b)))


def _places(one: Attributed) -> tuple[tuple[Span, ...], ...]:
    return one.source, one.cue, one.content


def _said(one: Attributed, annotated: Annotated) -> tuple[Attributed, tuple[Span, ...] | None]:
    outer = None if one.inside is None else annotated.attributions[one.inside].content
    return replace(one, inside=None), outer


def export_change(article: str, change: Change) -> bytes:
    """One change as a JSON object on a line."""
    return encode_json(
        {
            "article": article,
            "change": change.kind,
            "before": _shape(change.before) if change.before else None,
            "after": _shape(change.after) if change.after else None,
        }
    )
