"""Label Studio's tasks: a text with predictions to begin from, and its annotations back.

Offsets are code points, as Label Studio counts them since 1.4. It knows no mark of several stretches: each stretch is
a region, and relations "Goes_on" lead from the first to the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import Any

import msgspec

from sayso.errors import MalformedInput
from sayso.exports.cells import encode_json
from sayso.exports.marked_reading import mark_reading
from sayso.exports.marks import ENDS, NAME, VALUES, Arc, Label, Mark, Marked, tidy_note, tidy_spans
from sayso.exports.registry import OpenFile
from sayso.exports.selection import Selection
from sayso.records.article import Article
from sayso.records.reading import Unread
from sayso.records.span import Span

GOES_ON = "Goes_on"
MARKS, NOTE, TEXT = "marks", "note", "text"
# Colours that are told apart in print too, by their lightness.
COLOURS = ("#1f4e79", "#7a4a00", "#2e7d5b", "#8a8a8a", "#c9a227", "#5b3a8c", "#b0413e", "#3a8fb7", "#6b6b2a", "#20242a")


def export(selection: Selection, open_file: OpenFile) -> None:
    """``tasks.json`` to be imported, and ``labels.xml``, the labelling configuration of the project."""
    with open_file("labels.xml") as file:
        file.write(export_labelling_config())
    with open_file("tasks.json") as file:
        file.write(b"[")
        for number, reading in enumerate(selection.read()):
            model = f"{reading.model.name} {reading.model.version}"
            task = export_task(mark_reading(reading), model, _about(reading.article), text=selection.text)
            file.write((b",\n" if number else b"\n") + task)
        file.write(b"\n]\n")


def _about(article: Article) -> dict[str, str | None]:
    published = article.published.time if article.published else None
    return {"title": article.title, "outlet": article.outlet, "url": article.url, "published": published}


def export_task(marked: Marked, model: str, about: Mapping[str, str | None], *, text: bool = True) -> bytes:
    """One task as JSON: ``about`` are fields of its data beside the text, ``model`` is who predicts.

    Without ``text`` neither the text nor words of it nor notes are there: only to be joined with it by ``article``.
    """
    data = {"article": marked.id, **({TEXT: marked.text} if text else {})}
    data |= {name: value for name, value in about.items() if value is not None}
    results = [*_regions(marked, text=text), *_relations(marked)]
    return encode_json({"data": data, "predictions": [{"model_version": model, "result": results}]})


def import_tasks(name: str, data: bytes, *, predictions: bool = False) -> tuple[Marked, ...]:
    """One marked text for each annotation of each task that was not cancelled; or for each prediction.

    Raises MalformedInput where this is no export of tasks, or words do not stand where it says.
    """
    try:
        tasks = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise MalformedInput(name, f"is no JSON: {error}") from error
    found: list[Marked] = []
    for number, task in enumerate(tasks if isinstance(tasks, list) else [tasks], 1):
        where = f"{name}, task {number}"
        fields = task.get("data") if isinstance(task, dict) else None
        text = fields.get(TEXT) if isinstance(fields, dict) else None
        if not isinstance(fields, dict) or not isinstance(text, str):
            raise MalformedInput(where, "has no data.text")
        article = str(fields.get("article") or task.get("id") or number)
        every = _objects(task.get("predictions" if predictions else "annotations"))
        kept = (_objects(one.get("result")) for one in every if not one.get("was_cancelled"))
        found.extend(_Loader(where, article, text).load(results) for results in kept)
    return tuple(found)


def _objects(values: Any) -> list[dict[str, Any]]:
    return [one for one in values if isinstance(one, dict)] if isinstance(values, list) else []


def export_labelling_config() -> bytes:
    """The labelling configuration of a project that shows our marks."""
    lines = ["<View>", f'  <Labels name="{MARKS}" toName="{TEXT}">']
    lines += [
        f'    <Label value="{label}" background="{colour}"/>' for label, colour in zip(Label, COLOURS, strict=True)
    ]
    lines += ["  </Labels>", f'  <Text name="{TEXT}" value="$text" granularity="character"/>', "  <Relations>"]
    lines += [f'    <Relation value="{kind}"/>' for kind in (GOES_ON, *ENDS)]
    lines.append("  </Relations>")
    for name, (labels, values) in VALUES.items():
        lines.append(
            f'  <Choices name="{name}" toName="{TEXT}" perRegion="true" whenTagName="{MARKS}" '
            f'whenLabelValue="{",".join(labels)}">'
        )
        lines += [f'    <Choice value="{escape(value)}"/>' for value in values]
        lines.append("  </Choices>")
    lines += [f'  <TextArea name="{NOTE}" toName="{TEXT}" perRegion="true" maxSubmissions="1"/>', "</View>"]
    return ("\n".join(lines) + "\n").encode()


def _regions(marked: Marked, *, text: bool) -> Iterator[dict[str, Any]]:
    for number, mark in enumerate(marked.marks):
        for at, span in enumerate(mark.spans):
            words = {"text": span.cut(marked.text)} if text else {}
            where = {"start": span.start, "end": span.end, **words}
            yield _result(_region(number, at), MARKS, "labels", where | {"labels": [mark.label]})
            if at == 0:
                for name, value in mark.attributes:
                    yield _result(_region(number), name, "choices", where | {"choices": [value]})
                if mark.note and text:
                    yield _result(_region(number), NOTE, "textarea", where | {"text": [mark.note]})


def _region(number: int, at: int = 0) -> str:
    return f"m{number}" if at == 0 else f"m{number}-{at}"


def _result(region: str, name: str, kind: str, value: dict[str, Any]) -> dict[str, Any]:
    return {"id": region, "from_name": name, "to_name": TEXT, "type": kind, "value": value}


def _relations(marked: Marked) -> Iterator[dict[str, Any]]:
    for number, mark in enumerate(marked.marks):
        for at in range(1, len(mark.spans)):
            yield _relation(GOES_ON, _region(number), _region(number, at))
    for arc in marked.arcs:
        yield _relation(arc.kind, _region(arc.a), _region(arc.b))


def _relation(kind: str, a: str, b: str) -> dict[str, Any]:
    return {"type": "relation", "from_id": a, "to_id": b, "direction": "right", "labels": [kind]}


class _Loader:
    """Reads the results of one annotation."""

    def __init__(self, where: str, article: str, text: str) -> None:
        self.where = where
        self.article = article
        self.text = text
        self.labels: dict[str, str] = {}
        self.spans: dict[str, list[Span]] = {}
        self.attributes: dict[str, dict[str, str]] = {}
        self.notes: dict[str, str] = {}
        self.relations: list[tuple[str, str, str]] = []
        self.unread: list[Unread] = []

    def load(self, results: Iterable[dict[str, Any]]) -> Marked:
        for result in sorted(results, key=lambda one: one.get("type") == "relation"):  # what they join comes first
            self._take(result)
        first = self._join_stretches()
        regions = [region for region in self.labels if first[region] == region]
        numbers = {region: number for number, region in enumerate(regions)}
        arcs = (Arc(kind, numbers[first[a]], numbers[first[b]]) for kind, a, b in self.relations if kind != GOES_ON)
        return Marked(self.article, self.text, tuple(map(self._mark, regions)), tuple(arcs), tuple(self.unread))

    def _mark(self, region: str) -> Mark:
        attributes = tuple(sorted(self.attributes.get(region, {}).items()))
        spans = tidy_spans(self.spans[region], self.text)
        return Mark(self.labels[region], spans, attributes, tidy_note(self.notes.get(region, "")))

    def _join_stretches(self) -> dict[str, str]:
        """By region, the one that its mark begins with; the stretches are laid together there."""
        first = {region: region for region in self.labels}
        for kind, a, b in self.relations:
            if kind == GOES_ON and first[a] != first[b] and self.labels[a] == self.labels[b]:
                kept, gone = first[a], first[b]
                self.spans[kept] += self.spans[gone]
                first = {region: kept if home == gone else home for region, home in first.items()}
        return first

    def _take(self, result: dict[str, Any]) -> None:
        region, kind, given = str(result.get("id")), str(result.get("type")), result.get("value")
        name, value = str(result.get("from_name")), given if isinstance(given, dict) else {}
        chosen = value[kind] if isinstance(value.get(kind), list) else []
        if kind == "labels" and len(chosen) == 1 and NAME.fullmatch(str(chosen[0])):
            self.labels[region] = str(chosen[0])
            self.spans[region] = [self._span(region, value)]
        elif kind == "choices" and NAME.fullmatch(name) and len(chosen) == 1:
            self.attributes.setdefault(region, {})[name] = str(chosen[0])
        elif kind == "textarea" and name == NOTE:
            self.notes[region] = " ".join(map(str, value.get("text") or ()))
        elif kind == "relation" and self._is_known(result):
            kinds = result.get("labels") or ["Relation"]
            self.relations.append((str(kinds[0]), str(result["from_id"]), str(result["to_id"])))
        else:
            self.unread.append(Unread(f"{self.where}, {kind} {region}", "is of a kind that is not read"))

    def _is_known(self, result: dict[str, Any]) -> bool:
        return str(result.get("from_id")) in self.labels and str(result.get("to_id")) in self.labels

    def _span(self, region: str, value: dict[str, Any]) -> Span:
        start, end = value.get("start"), value.get("end")
        if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(self.text)):
            raise MalformedInput(f"{self.where}, region {region}", f"goes from {start} to {end}")
        words, told = self.text[start:end], value.get("text")
        if isinstance(told, str) and told.replace("\\n", "\n").split() != words.split():
            raise MalformedInput(f"{self.where}, region {region}", f"says “{told}” where the text has “{words}”")
        if not words.strip():
            raise MalformedInput(f"{self.where}, region {region}", "marks nothing but white space")
        return Span(start, end)
