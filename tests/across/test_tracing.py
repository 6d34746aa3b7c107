"""One article traced in its story."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.linking.prepared import prepare
from sayso.linking.tracing import Trace, find_first, trace_article
from sayso.records.article import Article, Precision, Published
from tests.night import AGENCY, AGROUND, BUOY, NIGHT, NOON, POST, SCRAPE, TUGS, article, corpus_of, lists, read_simply


def trace(name: str, *articles: Article) -> Trace:
    corpus = corpus_of(*articles)
    return trace_article(name, corpus.dependence(corpus.story_of(name)))


def words(trace: Trace, own: bool) -> list[str]:
    text = trace.story.scene.member(trace.article).text
    spans = trace.own if own else tuple(carried.span for carried in trace.carried)
    return [span.cut(text) for span in spans]


def test_a_copy_carries_the_agencys_sentences_and_has_none_of_its_own() -> None:
    traced = trace("post", *NIGHT)
    assert words(traced, own=False) == [AGROUND, BUOY, NOON, TUGS]
    assert [carried.others for carried in traced.carried] == [
        ("agency", "herald"),
        ("agency", "herald"),
        ("agency", "herald"),
        ("agency",),
    ]
    assert traced.own == ()
    assert [carried.quoted for carried in traced.carried] == [False, True, False, False]
    assert {(edge.kind.value, edge.parent) for edge in traced.up} == {("copies", "agency"), ("credits", "agency")}
    assert traced.down == ()


def test_what_others_have_from_it_leads_down() -> None:
    traced = trace("agency", *NIGHT)
    assert {edge.child for edge in traced.down} == {"post", "herald"}
    assert words(traced, own=True) == ["“We had no warning of any kind,” Otto Varga said."]
    assert len(traced.held_by("post")) == 4
    assert len(traced.held_by("radio")) == 0


def test_an_article_with_a_source_of_its_own_keeps_its_sentences() -> None:
    traced = trace("radio", *NIGHT)
    assert traced.carried == ()
    assert len(traced.own) == 3
    assert SCRAPE in words(traced, own=True)


def test_a_headline_is_no_sentence_of_ones_own() -> None:
    assert "Forty rescued as ferry grounds near Kell" not in words(trace("post", *NIGHT), own=True)


def test_an_article_alone_is_its_own_story() -> None:
    traced = trace("market", *NIGHT)
    assert traced.story.articles == ("market",)
    assert (traced.up, traced.down, traced.carried) == ((), (), ())


def test_the_same_text_under_another_id_is_told() -> None:
    traced = trace("again", *NIGHT, article("again", POST, None))
    assert traced.same_text == ("post",)
    assert traced.own == ()


def test_a_sentence_that_others_hold_half_only_twice_over_is_not_carried() -> None:
    """Two passages of another text that fall on the same half of a sentence count once."""
    half = "divers who came from the island of Varrow looked at the hull of the ferry"
    mine = f"Divers\n\nYesterday {half}, and the owner of the salvage yard at Tamsin sold the old tug for a song.\n"
    theirs = f"Hull\n\nIn the morning {half}. Nobody spoke. In the evening {half}.\n"
    traced = trace("b", article("b", mine), article("a", theirs))
    assert traced.carried == ()


def first(*times: tuple[str, Precision, str | None] | None) -> tuple[str, ...]:
    """The ids ("0", "1" …) of the first of articles published so."""
    articles = [
        replace(article(str(at), AGENCY), published=None if time is None else Published(*time))
        for at, time in enumerate(times)
    ]
    return find_first(prepare(read_simply(one), lists()) for one in articles)


DAY, MINUTE = Precision.DAY, Precision.MINUTE


@pytest.mark.parametrize(
    ("times", "ids"),
    [
        ([None, None], ()),
        ([None, ("2025-05-12T10:00", MINUTE, None)], ("1",)),
        ([("2025-05-12T11:00", MINUTE, None), ("2025-05-12T10:00", MINUTE, None)], ("1",)),
        ([("2025-05-12", DAY, None), ("2025-05-12T10:00", MINUTE, None)], ("0", "1")),
        ([("2025-05-11", DAY, None), ("2025-05-12T10:00", MINUTE, None)], ("0",)),
        ([("2025-05-12T10:00", MINUTE, "+02:00"), ("2025-05-12T09:30", MINUTE, "+00:00")], ("0",)),
        ([("2025-05-12T10:00", MINUTE, "+02:00"), ("2025-05-12T09:30", MINUTE, "+02:00")], ("1",)),
        ([("2025", Precision.YEAR, None), ("2025-05-12T09:30", MINUTE, "+02:00")], ("0", "1")),
    ],
)
def test_the_first_is_named_only_where_the_times_tell(
    times: list[tuple[str, Precision, str | None] | None], ids: tuple[str, ...]
) -> None:
    assert first(*times) == ids
