"""brat's files: what is written comes back, and a file of another text is refused."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given

from sayso.errors import MalformedInput
from sayso.exports.brat import export_brat, export_brat_config, import_brat
from sayso.exports.marked_reading import mark_reading
from sayso.exports.marks import Arc, ArcKind, Label, Mark, Marked
from sayso.records.reading import Reading
from sayso.records.span import Span
from tests.exports.anything import readings
from tests.exports.readings import dam_reading

TEXT = "Ada Quill said:\n  “We left.\nNobody stayed.”\n"
QUOTE = Span(TEXT.index("“"), TEXT.index("”") + 1)
MARKED = Marked(
    "ferry",
    TEXT,
    (
        Mark("Source", (Span(0, 9),)),
        Mark("Content", (QUOTE,), (("Commitment", "asserts"),), "Ada Quill; score 0.900"),
        Mark("Cue", (Span(10, 14),)),
    ),
    (Arc("Said_by", 1, 0), Arc("Cued_by", 1, 2)),
)


def lines(marked: Marked) -> list[str]:
    return export_brat(marked).decode().splitlines()


@given(readings())
def test_what_is_saved_comes_back(reading: Reading) -> None:
    marked = mark_reading(reading)
    assert import_brat(marked.id, marked.text, export_brat(marked)) == marked


@given(readings())
def test_each_line_holds_one_annotation_and_the_words_of_its_stretches(reading: Reading) -> None:
    marked = mark_reading(reading)
    for line in export_brat(marked).decode().split("\n")[:-1]:
        assert line.splitlines() == [line]
        name, told, *words = line.split("\t", 2)
        assert re.fullmatch(r"[TAR#]\d+", name)
        if name.startswith("T"):
            pairs = [pair.split() for pair in told.split(" ", 1)[1].split(";")]
            assert words == [" ".join(marked.text[int(start) : int(end)] for start, end in pairs)]


def test_a_mark_over_two_lines_is_two_stretches_for_brat() -> None:
    assert lines(MARKED)[1] == "T2\tContent 18 27;28 43\t“We left. Nobody stayed.”"


def test_attributes_arcs_and_notes_have_lines_of_their_own() -> None:
    assert lines(MARKED)[3:] == [
        "A1\tCommitment T2 asserts",
        "R1\tSaid_by Arg1:T2 Arg2:T1",
        "R2\tCued_by Arg1:T2 Arg2:T3",
        "#1\tAnnotatorNotes T2\tAda Quill; score 0.900",
    ]


def test_without_text_no_word_of_the_article_is_written() -> None:
    written = export_brat(MARKED, text=False).decode()
    assert "Quill" not in written
    assert "left" not in written
    plain = replace(MARKED, marks=tuple(replace(mark, note="") for mark in MARKED.marks))
    assert import_brat("ferry", TEXT, written.encode()) == plain


def test_marks_are_found_whatever_their_numbers_and_the_order_of_lines() -> None:
    shuffled = b"R7\tSaid_by Arg1:T12 Arg2:T3\t\nT12\tContent 18 27\t\xe2\x80\x9cWe left.\nT3\tSource 0 9\tAda Quill\n"
    marked = import_brat("ferry", TEXT, shuffled)
    assert [mark.label for mark in marked.marks] == ["Content", "Source"]
    assert marked.arcs == (Arc("Said_by", 0, 1),)


def test_what_brat_writes_and_we_do_not_read_is_counted() -> None:
    more = export_brat(MARKED) + b"*\tEquiv T1 T3\nE1\tTelling:T3 Who:T1\nN1\tReference T1 Wikidata:Q1\tAda Quill\n"
    marked = import_brat("ferry", TEXT, more)
    assert [one.what for one in marked.unread] == ["ferry, line 8", "ferry, line 9", "ferry, line 10"]
    assert replace(marked, unread=()) == MARKED


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("T1\tSource 0 9\tOtto Varga", "says “Otto Varga” where the text has “Ada Quill”"),
        ("T1\tSource 0 99", "in a text of 44 characters"),
        ("T1\tSource 9 0", "goes from 9 to 0"),
        ("T1\tSource 0-9\tAda Quill", "is no mark"),
        ("T1\tSource 16 18\t  ", "nothing but white space"),
        ("T1\tSource 0 9\tAda Quill\nT1\tCue 10 14\tsaid", "T1 is there already"),
        ("R1\tSaid_by Arg1:T1 Arg2:T2", "joins what is not marked"),
        ("hello", "is no annotation"),
    ],
)
def test_a_line_that_cannot_be_meant_is_refused_by_its_number(line: str, why: str) -> None:
    with pytest.raises(MalformedInput, match=re.escape(why)) as refused:
        import_brat("ferry", TEXT, line.encode())
    assert ", line " in str(refused.value)


@pytest.mark.parametrize(("char", "shown"), [("\ud800", "\ufffd"), ("\x1b", "␛"), ("\u202e", "\ufffd")])
def test_what_acts_on_a_screen_becomes_a_sign_of_the_same_length(char: str, shown: str) -> None:
    reading = dam_reading()
    marked = mark_reading(replace(reading, article=replace(reading.article, text=char + reading.article.text[1:])))
    assert marked.text[0] == shown
    assert len(marked.text) == len(reading.article.text)


def test_the_project_file_declares_all_that_is_written() -> None:
    config = export_brat_config().decode()
    marked = mark_reading(dam_reading())
    assert {mark.label for mark in marked.marks} <= set(config.split("[relations]")[0].split())
    for name in {*(arc.kind for arc in marked.arcs), *(n for mark in marked.marks for n, _ in mark.attributes)}:
        assert f"\n{name}\tArg" in config


def test_every_part_of_a_reading_is_marked() -> None:
    marked = mark_reading(dam_reading())
    by_label = {label: [m.spans[0].cut(marked.text) for m in marked.marks if m.label == label] for label in Label}
    assert len(by_label[Label.CONTENT]) == len(dam_reading().attributions)
    assert "The dam was built in 1961." in by_label[Label.OWN_VOICE]
    assert by_label[Label.TIME] == ["March", "Sunday night"]
    inside = [arc for arc in marked.arcs if arc.kind == ArcKind.TOLD_INSIDE]
    assert [marked.marks[arc.a].spans[0].cut(marked.text) for arc in inside] == ["about the gates"]


def test_an_actor_is_described_once_and_its_other_mentions_lead_there() -> None:
    marked = mark_reading(dam_reading())
    first, second = (mark for mark in marked.marks if mark.label == Label.ACTOR and mark.spans[0].start in (380, 149))
    assert first.attributes == (("Named", "yes"), ("Who", "person"))
    assert (second.attributes, second.note) == ((), "")
    assert Arc("Same_as", 1, 0) in marked.arcs
