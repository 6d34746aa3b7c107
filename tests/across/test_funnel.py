"""A point's funnel."""

from __future__ import annotations

from dataclasses import replace

from sayso.linking.funnel import Funnel, make_funnel, publisher_of
from sayso.records.article import Article
from sayso.records.point import Origin
from tests.night import HERALD, NIGHT, article, corpus_of, ferry, lists


def funnel_of(*articles: Article) -> Funnel:
    """The funnel of the largest point of the articles' story."""
    corpus = corpus_of(*articles)
    story = corpus.link(corpus.stories()[0])
    return make_funnel(story.points[0], story, lists().agencies)


def test_each_number_is_the_length_of_its_list() -> None:
    funnel = make_funnel(ferry().points[0], ferry(), lists().agencies)
    assert funnel.articles == ("agency", "post", "herald", "radio")
    assert dict(funnel.publishers) == {
        "Skerry Press": ("agency",),
        "The Kell Post": ("post",),
        "Varrow Herald": ("herald",),
        "Varrow Radio": ("radio",),
    }
    assert sorted(name for report in funnel.reports for name in report) == sorted(funnel.articles)
    assert funnel.low <= len(funnel.reports) <= funnel.high
    assert len(funnel.sides) == 0
    assert set(funnel.no_side) == {origin.name for origin in funnel.origins}


def test_two_spellings_of_one_outlet_are_one_publisher() -> None:
    again = article("again", HERALD, "The Varrow Herald", "21:30")
    assert dict(funnel_of(*NIGHT, again).publishers)["Varrow Herald"] == ("herald", "again")


def test_an_article_that_names_no_outlet_is_of_an_unknown_publisher_and_no_publisher_is_made_of_it() -> None:
    funnel = funnel_of(NIGHT[0], replace(NIGHT[1], outlet=None), replace(NIGHT[2], outlet=None))
    assert [name for name, _ in funnel.publishers] == ["Skerry Press"]
    assert funnel.unknown == ("post", "herald")


def test_outlets_of_one_owner_are_one_publisher() -> None:
    owned = [row for row in lists().agencies.rows if row.family_or_owner]
    family = next(o.family_or_owner for o in owned if sum(p.family_or_owner == o.family_or_owner for p in owned) > 1)
    rows = [row for row in owned if row.family_or_owner == family][:2]
    assert {publisher_of(Article("a", "x", None, row.name), lists().agencies) for row in rows} == {family}


def test_origins_stand_under_the_side_that_the_texts_name() -> None:
    point = ferry().points[0]
    spoken = replace(point.origins[0], name="Lund", side="Transport Ministry")
    origins = (spoken, replace(spoken, name="Sy"), Origin("Quill", True, False, None, ("agency",), ()))
    funnel = make_funnel(replace(point, origins=origins), ferry(), lists().agencies)
    assert funnel.sides == (("Transport Ministry", ("Lund", "Sy")),)
    assert funnel.no_side == ("Quill",)
