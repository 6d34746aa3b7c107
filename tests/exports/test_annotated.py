"""What a person marked: as rows to train on, and as changes to a reading."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given

from sayso.exports.annotated import ChangeKind, collect_attributions, compare_annotated, export_training
from sayso.exports.marked_reading import mark_reading
from sayso.exports.marks import Arc, Label, Mark, Marked
from sayso.records.actor import ActorKind
from sayso.records.attribution import Commitment
from sayso.records.reading import Reading
from sayso.records.span import Span
from tests.exports.anything import readings
from tests.exports.readings import DENIED, GATES, TOLD, WARNED, dam_reading

DAM = mark_reading(dam_reading())


def content_of(words: str) -> int:
    """The number of the content that holds these words."""
    found = (n for n, mark in enumerate(DAM.marks) if mark.label == Label.CONTENT and words in told(mark))
    return next(found)


def told(mark: Mark) -> str:
    return " ".join(span.cut(DAM.text) for span in mark.spans)


def edited(number: int, mark: Mark) -> Marked:
    """The dam with one mark in place of another."""
    return replace(DAM, marks=(*DAM.marks[:number], mark, *DAM.marks[number + 1 :]))


def without(number: int) -> Marked:
    """The dam without a mark and its arcs."""
    kept = [n for n in range(len(DAM.marks)) if n != number]
    arcs = tuple(Arc(a.kind, kept.index(a.a), kept.index(a.b)) for a in DAM.arcs if number not in (a.a, a.b))
    return Marked(DAM.id, DAM.text, tuple(DAM.marks[n] for n in kept), arcs)


def test_each_attribution_of_a_reading_is_collected_with_its_parts() -> None:
    found = collect_attributions(DAM).attributions
    gates = next(one for one in found if one.content == GATES.content)
    assert (gates.source, gates.cue, gates.commitment, gates.who) == (
        GATES.source, GATES.cue, Commitment.DENIES, ActorKind.PERSON,
    )  # fmt: skip
    assert gates.named is True
    assert next(one for one in found if one.content == DENIED.content).named is False


def test_an_inner_attribution_knows_the_outer_one() -> None:
    found = collect_attributions(DAM).attributions
    inner = next(one for one in found if one.content == WARNED.content)
    assert inner.inside is not None
    assert found[inner.inside].content == TOLD.content


def test_rows_to_train_on_have_spans_and_leave_out_what_was_left_open() -> None:
    bare = Marked(
        "x", "He said so.", (Mark("Content", (Span(8, 10),)), Mark("Cue", (Span(3, 7),))), (Arc("Cued_by", 0, 1),)
    )
    row = json.loads(export_training(collect_attributions(bare)))
    assert row == {
        "id": "x",
        "text": "He said so.",
        "attributions": [{"id": "0", "source": [], "cue": [[3, 7]], "content": [[8, 10]], "nested_in": None}],
    }


def test_values_that_are_none_of_ours_count_as_left_open() -> None:
    odd = Marked("x", "He said so.", (Mark("Content", (Span(8, 10),), (("Commitment", "swears"),)),), ())
    assert collect_attributions(odd).attributions[0].commitment is None


@given(readings())
def test_what_was_not_touched_is_no_change(reading: Reading) -> None:
    collected = collect_attributions(mark_reading(reading))
    assert list(compare_annotated(collected, collected)) == []


def test_a_content_that_was_drawn_anew_is_moved() -> None:
    number = content_of("save a power station")
    mark = DAM.marks[number]
    shorter = replace(mark, spans=(Span(mark.spans[0].start + 5, mark.spans[0].end),))
    (change,) = compare_annotated(collect_attributions(DAM), collect_attributions(edited(number, shorter)))
    assert change.kind is ChangeKind.MOVED
    assert change.after is not None
    assert change.after.content[0].cut(DAM.text).startswith("the gates were opened")


def test_another_commitment_is_an_edit() -> None:
    number = content_of("any warning had arrived")
    milder = replace(DAM.marks[number], attributes=(("Commitment", "hedges"),))
    (change,) = compare_annotated(collect_attributions(DAM), collect_attributions(edited(number, milder)))
    assert change.kind is ChangeKind.EDITED
    assert change.after is not None
    assert change.after.commitment is Commitment.HEDGES


def test_what_is_gone_is_removed_and_what_came_is_added() -> None:
    number = content_of("any warning had arrived")
    before, after = collect_attributions(DAM), collect_attributions(without(number))
    assert [change.kind for change in compare_annotated(before, after)] == [ChangeKind.REMOVED]
    assert [change.kind for change in compare_annotated(after, before)] == [ChangeKind.ADDED]


def test_two_texts_are_not_compared() -> None:
    collected = collect_attributions(DAM)
    with pytest.raises(ValueError, match="one text only"):
        list(compare_annotated(collected, replace(collected, text="other")))
