"""Label Studio's tasks: what is written comes back, what people changed is read, and a shifted text is refused."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from lxml import etree

from sayso.errors import MalformedInput
from sayso.exports.label_studio import export_labelling_config, export_task, import_tasks
from sayso.exports.marked_reading import mark_reading
from sayso.exports.marks import Arc, Mark, Marked
from sayso.records.reading import Reading
from sayso.records.span import Span
from tests.exports.anything import readings
from tests.exports.readings import dam_reading

TEXT = "🌊 “We left,” Ada Quill said. “Nobody stayed.”"
MARKED = Marked(
    "ferry",
    TEXT,
    (
        Mark("Content", (Span(2, 12), Span(29, 45)), (("Commitment", "asserts"),), "score 0.900"),
        Mark("Source", (Span(13, 22),)),
    ),
    (Arc("Said_by", 0, 1),),
)


def task(**results: Any) -> dict[str, Any]:
    loaded = json.loads(export_task(MARKED, "sayso", {}))
    assert isinstance(loaded, dict)
    return loaded | results


def annotated(*results: dict[str, Any]) -> bytes:
    return json.dumps([task(annotations=[{"id": 7, "result": list(results)}])]).encode()


def region(name: str, start: int, end: int, label: str, text: str | None = None) -> dict[str, Any]:
    value = {"start": start, "end": end, "labels": [label], "text": TEXT[start:end] if text is None else text}
    return {"id": name, "from_name": "marks", "to_name": "text", "type": "labels", "value": value, "origin": "manual"}


@given(readings())
def test_what_is_written_comes_back(reading: Reading) -> None:
    marked = mark_reading(reading)
    assert import_tasks("x", export_task(marked, "sayso", {}), predictions=True) == (marked,)


def test_the_second_stretch_of_a_mark_is_a_region_that_goes_on() -> None:
    results = task()["predictions"][0]["result"]
    assert [one["id"] for one in results if one.get("type") == "labels"] == ["m0", "m0-1", "m1"]
    assert {
        "type": "relation",
        "from_id": "m0",
        "to_id": "m0-1",
        "direction": "right",
        "labels": ["Goes_on"],
    } in results


def test_offsets_are_code_points_and_words_stand_beside_them() -> None:
    values = [one["value"] for one in task()["predictions"][0]["result"] if one.get("type") == "labels"]
    assert [value["text"] for value in values] == ["“We left,”", "“Nobody stayed.”", "Ada Quill"]


def test_an_attribute_and_a_note_belong_to_the_first_region() -> None:
    results = {one["type"]: one for one in task()["predictions"][0]["result"]}
    assert results["choices"]["id"] == results["textarea"]["id"] == "m0"
    assert results["choices"]["value"]["choices"] == ["asserts"]


def test_what_is_known_of_the_article_is_data_of_the_task() -> None:
    made = json.loads(export_task(MARKED, "sayso", {"title": "Ferry", "outlet": None}))
    assert made["data"] == {"article": "ferry", "text": TEXT, "title": "Ferry"}


def test_without_text_no_word_of_the_article_is_there() -> None:
    made = export_task(MARKED, "sayso", {}, text=False).decode()
    assert "Quill" not in made
    assert "0.900" not in made
    assert json.loads(made)["data"] == {"article": "ferry"}


def test_regions_that_a_person_drew_are_read_with_their_relation() -> None:
    drawn = region("aB3", 2, 12, "Content"), region("xY_", 13, 22, "Source")
    said = {"type": "relation", "from_id": "aB3", "to_id": "xY_", "direction": "right", "labels": ["Said_by"]}
    (marked,) = import_tasks("x", annotated(*drawn, said))
    assert marked == Marked(
        "ferry", TEXT, (Mark("Content", (Span(2, 12),)), Mark("Source", (Span(13, 22),))), (Arc("Said_by", 0, 1),)
    )


def test_each_annotator_gives_a_marked_text_and_a_cancelled_one_none() -> None:
    content = region("a", 2, 12, "Content")
    every = [{"result": [content]}, {"result": []}, {"result": [content], "was_cancelled": True}]
    assert [len(one.marks) for one in import_tasks("x", json.dumps([task(annotations=every)]).encode())] == [1, 0]


def test_results_of_other_kinds_are_counted() -> None:
    rating = {"id": "q", "from_name": "stars", "to_name": "text", "type": "rating", "value": {"rating": 4}}
    (marked,) = import_tasks("x", annotated(rating))
    assert [one.what for one in marked.unread] == ["x, task 1, rating q"]


def test_line_ends_as_label_studio_writes_them_are_the_same_words() -> None:
    two = {"data": {"text": "One\ntwo"}, "annotations": [{"result": [region("a", 0, 7, "Content", "One\\ntwo")]}]}
    (marked,) = import_tasks("x", json.dumps([two]).encode())
    assert marked.marks == (Mark("Content", (Span(0, 7),)),)


@pytest.mark.parametrize(
    "value",
    [(3, 13, "“We left,”"), (2, 99, None), (5, 5, None), (12, 13, None), ("2", 12, None)],
)
def test_words_that_do_not_stand_there_are_refused(value: tuple[Any, Any, str | None]) -> None:
    start, end, words = value
    bad = region("a", 2, 12, "Content")
    bad["value"] |= {"start": start, "end": end} | ({} if words is None else {"text": words})
    if words is None:
        del bad["value"]["text"]
    with pytest.raises(MalformedInput, match="x, task 1, region a"):
        import_tasks("x", annotated(bad))


def test_results_of_any_shape_are_counted_or_refused() -> None:
    odd: list[dict[str, Any]] = [
        {"type": "labels", "value": 3},
        {"type": "choices", "value": {"choices": 1}},
        {"type": "relation", "from_id": []},
    ]
    (marked,) = import_tasks("x", annotated(*odd))
    assert (marked.marks, len(marked.unread)) == ((), 3)


@pytest.mark.parametrize("data", [b"{", b"[{}]", b"[1]", b'[{"data": {}}]', b'[{"data": []}]', b"\xff"])
def test_what_is_no_export_of_tasks_is_refused(data: bytes) -> None:
    with pytest.raises(MalformedInput):
        import_tasks("x", data)


def test_the_configuration_declares_all_that_is_written() -> None:
    config = etree.fromstring(export_labelling_config())
    marked = mark_reading(dam_reading())
    results = json.loads(export_task(marked, "sayso", {}))["predictions"][0]["result"]
    controls = {one.get("name"): {each.get("value") for each in one} for one in config if one.get("name")}
    for one in results:
        if one["type"] == "relation":
            assert config.xpath(f"//Relation[@value='{one['labels'][0]}']")
        elif one["type"] != "textarea":
            assert set(one["value"][one["type"]]) <= controls[one["from_name"]]
