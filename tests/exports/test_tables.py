"""Readings and stories as rows: nothing is lost, counts are true, and words go where they are to."""

from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import given

from sayso.exports.story_rows import EdgeRow, PointRow, ReportRow
from sayso.exports.story_tables import story_rows_of
from sayso.exports.table_readings import reading_of
from sayso.exports.table_rows import ActorRow, ArticleRow, AttributionRow, ClaimRow, LinkRow, TimeRow
from sayso.exports.table_schema import OF_READINGS, TABLES, Table, columns_of
from sayso.exports.tables import Row, count_words, rows_of
from sayso.exports.withholding import withhold_story
from sayso.records.reading import Reading
from tests.exports.anything import readings
from tests.exports.readings import TEXT, dam_reading
from tests.exports.stories import ferry_story

WORDS = {"words", "source_words", "cue_words", "content_words", "text"}


def of(kind: type[Row], *, text: bool = True) -> list[dict[str, object]]:
    """The rows of one table of the dam's reading."""
    rows = [row for row in rows_of(dam_reading(), text=text) if isinstance(row, kind)]
    return [{field.name: getattr(row, field.name) for field in fields(row)} for row in rows]


@given(readings())
def test_rows_come_back_as_the_reading_that_they_were(reading: Reading) -> None:
    assert reading_of(list(rows_of(reading))) == reading


@given(readings())
def test_without_text_counts_and_offsets_are_the_same(reading: Reading) -> None:
    for whole, bare in zip(rows_of(reading), rows_of(reading, text=False), strict=True):
        for column in fields(whole):
            kept = getattr(whole, column.name)
            if isinstance(kept, bool | int | float) and column.name not in WORDS - {"words"}:
                assert getattr(bare, column.name) == kept


def test_an_article_says_what_its_page_says() -> None:
    (row,) = of(ArticleRow)
    assert row["outlet"] == "The Velm Courier"
    assert row["agencies"] == ("Norda",)
    assert (row["length"], row["text"]) == (len(TEXT), TEXT)


def test_an_attribution_counts_its_words_and_those_quoted() -> None:
    gates, station = (next(r for r in of(AttributionRow) if r["attribution"] == name) for name in ("gates", "station"))
    assert (gates["words"], gates["quoted_words"], gates["speaker_name"]) == (15, 15, "Carla Ruiz")
    assert (station["words"], station["quoted_words"], station["stance"]) == (14, 0, "distances")
    assert gates["position"] == round(TEXT.index("“We did not open") / len(TEXT), 3)


def test_a_chain_is_told_from_the_outlet_inwards() -> None:
    chain = [row for row in of(LinkRow) if row["claim"] == "c-warned"]
    assert [(row["position"], row["role"], row["actor_name"]) for row in chain] == [
        (1, "agency", "Norda"),
        (2, "outlet", None),
        (3, "speaker", "residents"),
        (4, "speaker", "an engineer"),
    ]


def test_a_time_names_the_claims_that_it_stands_in() -> None:
    march = next(row for row in of(TimeRow) if row["words"] == "March")
    assert march["claims"] == ("c-told",)
    assert (march["first"], march["past_last"]) == ("2025-03-01", "2025-04-01")


def test_without_text_no_column_of_words_holds_any() -> None:
    for kind in (AttributionRow, ClaimRow, LinkRow):
        held = [row[name] for row in of(kind, text=False) for name in WORDS & row.keys()]
        assert not [value for value in held if isinstance(value, str)]
    assert [row["name"] for row in of(ActorRow, text=False) if not row["named"]] == ["witness", "expert", "official"]


@pytest.mark.parametrize(("text", "words"), [("", 0), ("Don’t panic", 2), ("a fire-fighter's 3,000", 4), ("“…”", 0)])
def test_words_are_counted_as_a_reader_would(text: str, words: int) -> None:
    assert count_words(text) == words


def test_a_story_has_its_edges_points_and_reports() -> None:
    rows = list(story_rows_of(ferry_story()))
    edges = [row for row in rows if isinstance(row, EdgeRow)]
    assert [(edge.child, edge.parent, edge.outside) for edge in edges] == [
        ("herald", "agency", None),
        ("post", "agency", None),
        ("post", "agency", None),
        ("radio", None, "Tamsin Courier"),
    ]
    first = next(row for row in rows if isinstance(row, PointRow))
    assert (first.articles, first.reports_low, first.reports_high, first.origins, first.disputes) == (4, 1, 2, 2, 2)
    reports = [(row.report, row.article) for row in rows if isinstance(row, ReportRow) and row.point == 1]
    assert reports == [(1, "agency"), (1, "post"), (1, "herald"), (2, "radio")]


def test_a_story_without_text_shows_no_words() -> None:
    rows = list(story_rows_of(withhold_story(ferry_story())))
    assert [row.words for row in rows if isinstance(row, PointRow)] == [None, None]
    assert not [place for row in rows if isinstance(row, EdgeRow) for place in row.shown if place.words]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_table_and_column_says_what_it_holds(table: Table) -> None:
    assert table.about
    assert not [column.name for column in columns_of(table) if not column.about]
    assert set(table.key) <= {column.name for column in columns_of(table)}


def test_what_a_table_refers_to_is_there() -> None:
    names = {table.name: {column.name for column in columns_of(table)} for table in TABLES}
    for table in TABLES:
        for reference in table.refers:
            assert set(reference.columns) <= names[table.name]
            assert set(reference.theirs) <= names[reference.table]


def test_tables_of_readings_are_apart_from_those_across() -> None:
    assert {table.name for table in TABLES} - {table.name for table in OF_READINGS} == {
        *("stories", "edges", "points", "point_claims", "reports", "origins", "disputes")
    }
