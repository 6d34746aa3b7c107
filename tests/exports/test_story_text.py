"""Stories, points, disputes and funnels in the terminal: short enough to be read here."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from rich.cells import cell_len

from sayso.exports.calling import describe, short_id, title_of, word_time
from sayso.exports.funnel_text import render_funnel
from sayso.exports.paragraphs import quote, shorten, wrap
from sayso.exports.story_text import (
    render_alone,
    render_disputes,
    render_how_to_read,
    render_point,
    render_stories_head,
    render_story,
    title_words,
)
from sayso.linking.funnel import make_funnel
from sayso.linking.story import LinkedStory
from sayso.records.article import Article, Precision, Published
from tests.exports.stories import ENGINES, RESCUED, claim_of, ferry_story, shown
from tests.night import BUOY, NIGHT, TUGS, article, corpus_of, lists

STORY = """\
Ferry runs aground off Kell  ⟨agency⟩
  4 articles: Skerry Press ⟨agency⟩, The Kell Post ⟨post⟩, Varrow Herald
    ⟨herald⟩, Varrow Radio ⟨radio⟩
  ⟨agency#1⟩ 4 articles → 2 reports (1 to 2) → 2 origins: perhaps Ada Quill in
    2, perhaps a deckhand in 1 · 2 disputes
    │ A ferry with 212 people aboard ran aground on the Marl sandbank off Kell
    │ on Monday evening, and 40 passengers were taken off by lifeboat.
  1 more point, ⟨agency#2⟩: `sayso point` lists all of a story.
"""
POINT = """\
⟨agency#1⟩ 4 articles → 2 reports (1 to 2) → 2 origins: perhaps Ada Quill in 2,
  perhaps a deckhand in 1 · 2 disputes
  │ A ferry with 212 people aboard ran aground on the Marl sandbank off Kell on
  │ Monday evening, and 40 passengers were taken off by lifeboat.
    in Skerry Press ⟨agency⟩

In the outlet's own voice: 3 claims in 3 articles
  Skerry Press ⟨agency⟩
    │ A ferry with 212 people aboard ran aground on the Marl sandbank off Kell
    │ on Monday evening, and 40 passengers were taken off by lifeboat
  The Kell Post ⟨post⟩
    │ A ferry with 212 people aboard ran aground on the Marl sandbank off Kell
    │ on Monday evening, and 40 passengers were taken off by lifeboat
  Varrow Herald ⟨herald⟩
    │ A ferry with 212 people aboard ran aground on the Marl sandbank off Kell
    │ on Monday evening, and 60 passengers were taken off by lifeboat

Hedged: 1 claim in 1 article
  Varrow Radio ⟨radio⟩
    │ About 60 people had been taken off by lifeboat when the pumps began to run

2 reports (1 to 2), each with the articles that pass it on:
  1. Skerry Press ⟨agency⟩, The Kell Post ⟨post⟩, Varrow Herald ⟨herald⟩
  2. Varrow Radio ⟨radio⟩

2 origins:
  Ada Quill (speaks for the coastguard): only from the rest of Skerry Press
    ⟨agency⟩, The Kell Post ⟨post⟩
  a deckhand (not named; an interested party): only from the rest of Varrow
    Radio ⟨radio⟩; written “Marta Sy”

2 disputes:
  Numbers differ: “40 passengers” against “60 passengers”
    Skerry Press ⟨agency⟩
    │ ⟨…⟩ — A ferry with 212 people aboard ran aground on the Marl sandbank off
    │ Kell on Monday evening, and ▸40 passengers◂ were taken off by lifeboat.
    Varrow Herald ⟨herald⟩
    │ A ferry with 212 people aboard ran aground on the Marl sandbank off Kell
    │ on Monday evening, and ▸60 passengers◂ were taken off by lifeboat.
  Perhaps a yes against a no: radio says no
    Skerry Press ⟨agency⟩
    │ KELL (Skerry Press) — ▸A ferry with 212 people aboard ran aground on the
    │ Marl sandbank off Kell on Monday evening, and 40 passengers were taken off
    │ by lifeboat.◂
    Varrow Radio ⟨radio⟩
    │ “We heard it scrape, and then ▸the lights went◂,” Marta Sy said.
"""
FUNNEL = """\
⟨agency#1⟩ 4 articles → 4 publishers → 2 reports (1 to 2) → 2 origins → 1 side
  │ A ferry with 212 people aboard ran aground on the Marl sandbank off Kell on
  │ Monday evening, and 40 passengers were taken off by lifeboat.

→ 4 articles
    ⟨agency⟩ Skerry Press, 2025-05-12 19:42 (+02:00): “Ferry runs aground off
      Kell”
    ⟨post⟩ The Kell Post, 2025-05-12 20:15 (+02:00): “Forty rescued as ferry
      grounds near Kell”
    ⟨herald⟩ Varrow Herald, 2025-05-12 21:05 (+02:00): “Passengers lifted from
      stranded ferry”
    ⟨radio⟩ Varrow Radio, 2025-05-12 22:30 (+02:00): “The lights went out on the
      Northern Star”

→ 4 publishers
    Skerry Press: ⟨agency⟩
    The Kell Post: ⟨post⟩
    Varrow Herald: ⟨herald⟩
    Varrow Radio: ⟨radio⟩

→ 2 reports; 1 if every suspected dependence holds, 2 if only the proven ones do
  (`sayso echoes` shows why)
    1. Skerry Press ⟨agency⟩, The Kell Post ⟨post⟩, Varrow Herald ⟨herald⟩
    2. Varrow Radio ⟨radio⟩

→ 2 origins
    Ada Quill (speaks for the coastguard): only from the rest of Skerry Press
      ⟨agency⟩, The Kell Post ⟨post⟩
    a deckhand (not named; an interested party): only from the rest of Varrow
      Radio ⟨radio⟩; written “Marta Sy”

→ 1 side
    the coastguard: Ada Quill
    the articles do not tell for whom these speak: a deckhand
"""


def test_a_story_shows_its_articles_and_what_stands_behind_its_points() -> None:
    assert render_story(ferry_story(), 80, most=1) == STORY


def test_a_point_shows_who_says_it_and_opens_every_number() -> None:
    assert render_point(RESCUED, 1, ferry_story(), 80) == POINT


def test_a_funnel_shows_its_numbers_and_then_the_list_of_each() -> None:
    story = ferry_story()
    assert render_funnel(make_funnel(RESCUED, story, lists().agencies), RESCUED, 1, story, 80) == (
        f"{FUNNEL}\n{render_how_to_read(80)}"
    )


def test_disputes_stand_under_the_name_of_their_point() -> None:
    shown = render_disputes([(7, RESCUED.disputes[0])], ferry_story(), 80)
    assert shown.startswith("Ferry runs aground off Kell  ⟨agency⟩\n\n⟨agency#7⟩\n  Numbers differ: ")


@pytest.mark.parametrize(
    ("stories", "says"),
    [
        ((("a",),), "1 article, and no story that two of them tell."),
        ((("a",), ("b",)), "2 articles, and no story that two of them tell."),
        ((("a", "b"),), "2 articles: 1 story that several tell, none that stands alone."),
        ((("a", "b"), ("c",)), "3 articles: 1 story that several tell, 1 that stands alone."),
        ((("a", "b"), ("c", "d"), ("e",), ("f",)), "6 articles: 2 stories that several tell, 2 that stand alone."),
    ],
)
def test_the_first_line_counts_stories_and_articles_alone(stories: tuple[tuple[str, ...], ...], says: str) -> None:
    assert render_stories_head(sum(map(len, stories)), stories) == says + "\n"


def test_articles_alone_are_listed_and_the_rest_counted() -> None:
    assert (
        render_alone([NIGHT[4]], 2, 80)
        == """\
In no story with another:
  ⟨market⟩ Tamsin Courier, 2025-05-12 18:00 (+02:00): “Herring prices fall for a
    third week”
  and 2 more
"""
    )
    assert render_alone([], 0, 80) == ""


def test_a_point_that_an_article_itself_gives_to_its_origin_is_not_in_doubt() -> None:
    shown = render_point(ENGINES, 2, ferry_story(), 100)
    assert shown.startswith("⟨agency#2⟩ 2 articles → 1 report → 1 origin: Ada Quill in 2\n")
    assert "  Ada Quill: Skerry Press ⟨agency⟩, The Kell Post ⟨post⟩\n" in shown
    assert "    Skerry Press" not in shown.split("Attributed: 2 claims in 2 articles\n")[1].split("\n")[0]


def test_without_origins_disputes_or_points_a_view_says_so() -> None:
    bare = replace(RESCUED, origins=(), disputes=())
    story = ferry_story()
    shown = render_point(bare, 1, story, 80)
    assert shown.startswith("⟨agency#1⟩ 4 articles → 2 reports (1 to 2) → no origin told\n")
    assert "No origin: the articles tell no source for it.\n" in shown
    assert "dispute" not in shown
    funnel = render_funnel(make_funnel(bare, story, lists().agencies), bare, 1, story, 100)
    assert "→ no origin told → sides not known" in funnel
    assert "  No point that two of them make.\n" in render_story(LinkedStory(story.scene, (), ()), 80)


def test_publishers_that_are_not_known_are_listed_too() -> None:
    articles = [replace(one, outlet=None) for one in NIGHT[1:3]]
    corpus = corpus_of(NIGHT[0], *articles)
    story = corpus.link(corpus.stories()[0])
    shown = render_funnel(make_funnel(story.points[0], story, lists().agencies), story.points[0], 1, story, 80)
    assert "3 articles → 1 publisher and 2 articles of unknown ones → " in shown
    assert "    not known, which never means independent, of ⟨post⟩, ⟨herald⟩\n" in shown


def test_the_part_of_a_sentence_that_is_meant_is_marked() -> None:
    part = claim_of("agency", "High water is expected")
    tugs = replace(ENGINES, title=shown("agency", TUGS), claims=(part, claim_of("post", "High water")))
    words = "▸High water is expected at four in the morning◂, when two tugs will try to pull the ship free."
    assert title_words(tugs, ferry_story()) == words
    assert title_words(ENGINES, ferry_story()) == BUOY
    elsewhere = replace(tugs, claims=tugs.claims[1:])
    assert title_words(elsewhere, ferry_story()) == TUGS


def test_every_claim_stands_under_one_heading() -> None:
    shown = render_point(RESCUED, 1, ferry_story(), 80)
    counts = [int(number) for number in re.findall(r"^[A-Z][^:\n]*: (\d+) claims?", shown, re.MULTILINE)]
    assert sum(counts) == len(RESCUED.claims)


HOSTILE = "\x1b[31m\u202eowned⟨"


def hostile_story() -> LinkedStory:
    """The night under titles, outlets and ids that would act on a terminal."""
    articles = [
        replace(one, id=f"{HOSTILE} {at}#1", title=f"{HOSTILE} title", outlet=f"{HOSTILE} outlet")
        for at, one in enumerate(NIGHT[:4])
    ]
    corpus = corpus_of(*articles)
    return corpus.link(corpus.stories()[0])


@pytest.mark.parametrize("width", [20, 40, 80, 120])
def test_nothing_acts_on_a_terminal_and_no_line_is_too_wide(width: int) -> None:
    story = hostile_story()
    point = story.points[0]
    shown = render_story(story, width) + render_how_to_read(width)
    shown += render_point(point, 1, story, width) + render_disputes([(1, d) for d in point.disputes], story, width)
    shown += render_funnel(make_funnel(point, story, lists().agencies), point, 1, story, width)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", shown)
    assert "⟨U+001B⟩[31m⟨U+202E⟩owned⟨U+27E8⟩ outlet" in " ".join(shown.split())
    assert max(cell_len(line) for line in shown.splitlines()) <= max(width, 40)


def test_words_are_broken_between_words_only_and_never_changed() -> None:
    words = "A seven-hour gun-battle  –\tand   a https://kell.example/a-long-address-that-goes-on-and-on-and-on end"
    lines = quote(words, 40, "  ")
    assert lines == [
        "  │ A seven-hour gun-battle – and a http",
        "  │ s://kell.example/a-long-address-that",
        "  │ -goes-on-and-on-and-on end",
    ]
    assert wrap("", 80, "  ") == [""]


def test_long_words_are_cut_between_two_and_the_rest_is_counted() -> None:
    assert shorten("one two three", 8) == "one two ⟨… 6 characters more⟩"
    assert shorten("x" * 12, 8) == "xxxxxxxx ⟨… 4 characters more⟩"
    assert shorten("one\n two", 8) == "one two"


def test_an_id_that_sayso_made_is_shown_by_its_beginning() -> None:
    assert short_id("0123456789abcdef" * 2) == "0123456789"
    assert short_id("my id #3") == "my id #3"
    assert short_id("0123456789ABCDEF" * 2) == "0123456789ABCDEF" * 2


@pytest.mark.parametrize(
    ("one", "says"),
    [
        (NIGHT[0], "⟨agency⟩ Skerry Press, 2025-05-12 19:42 (+02:00): “Ferry runs aground off Kell”"),
        (Article("a", "One.\nTwo."), "⟨a⟩ “One.”"),
        (article("a b#1", "x " * 60), f"⟨a b#1⟩ “{('x ' * 40).strip()} ⟨…⟩”"),
    ],
)
def test_an_article_is_told_by_what_its_page_says(one: Article, says: str) -> None:
    assert describe(one) == says


def test_a_title_is_the_first_line_where_the_page_gives_none() -> None:
    assert title_of(Article("a", "\n\n  First line\nSecond")) == "First line"


@pytest.mark.parametrize(
    ("published", "says"),
    [
        (None, ""),
        (Published("2025", Precision.YEAR), "2025"),
        (Published("2025-05-12", Precision.DAY), "2025-05-12"),
        (Published("2025-05-12T19:42", Precision.MINUTE), "2025-05-12 19:42 (zone not given)"),
        (Published("2025-05-12T19:42:10", Precision.SECOND, "+00:00"), "2025-05-12 19:42:10 (+00:00)"),
    ],
)
def test_a_time_is_no_finer_than_the_page_says(published: Published | None, says: str) -> None:
    assert word_time(Article("a", "x", published=published)) == says
