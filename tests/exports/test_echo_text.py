"""Edges and traces in the terminal."""

from __future__ import annotations

from dataclasses import replace

from sayso.exports.echo_text import render_echoes, render_trace, word_edge, word_first
from sayso.linking.tracing import trace_article
from sayso.records.edge import Direction, EdgeKind
from tests.exports.stories import EDGES, ferry_story
from tests.night import NIGHT, POST, article, corpus_of

ECHOES = """\
Ferry runs aground off Kell  ⟨agency⟩
Of 4 articles, 1 depends on Skerry Press ⟨agency⟩ and 1 is linked with it, in
which direction is not known; 1 depends on Tamsin Courier, which is not here.

  ⟨agency⟩ Skerry Press, 2025-05-12 19:42 (+02:00): “Ferry runs aground off
    Kell”
    Varrow Herald ⟨herald⟩ copies Skerry Press ⟨agency⟩, or the other way round:
      the texts do not tell which
      because: 43 words of narrative in common, 88% of the shorter text
      or else: both from one text that is not here
      │ had left the island of Varrow at noon
    The Kell Post ⟨post⟩ copies Skerry Press ⟨agency⟩
      because: 64 words of narrative in common, 91% of the shorter text
      │ A ferry with 212 people aboard ran aground on the Marl sandbank off Kell
      │ on Monday evening, and 40 passengers were taken off by lifeboat.
    The Kell Post ⟨post⟩ credits “Skerry Press”, whose piece here is perhaps
      Skerry Press ⟨agency⟩
      because: agency is the text most like those that name “Skerry Press”, and
        credits no one
      or else: a piece of “Skerry Press” that is not here

  Tamsin Courier, which is not here
    Varrow Radio ⟨radio⟩ credits “Marl”, of which no piece is here
      because: names “Marl” as where it has it from
"""
TRACE = """\
⟨post⟩ The Kell Post, 2025-05-12 20:15 (+02:00): “Forty rescued as ferry grounds
  near Kell”
All of its 4 sentences stand in others as well (1 of them a quotation).
First here, by the times that the pages give: Skerry Press ⟨agency⟩, 2025-05-12
  19:42 (+02:00).
The Kell Post ⟨post⟩ copies Skerry Press ⟨agency⟩.
The Kell Post ⟨post⟩ credits “Skerry Press”, whose piece here is perhaps Skerry
  Press ⟨agency⟩.

Its story has 4 articles here, the earliest first:
  ⟨agency⟩ Skerry Press, 2025-05-12 19:42 (+02:00): “Ferry runs aground off
    Kell” – has 4 of its sentences (1 quoted)
  ⟨post⟩ The Kell Post, 2025-05-12 20:15 (+02:00): “Forty rescued as ferry
    grounds near Kell” – this article
  ⟨herald⟩ Varrow Herald, 2025-05-12 21:05 (+02:00): “Passengers lifted from
    stranded ferry” – has 3 of its sentences (1 quoted)
  ⟨radio⟩ Varrow Radio, 2025-05-12 22:30 (+02:00): “The lights went out on the
    Northern Star” – has none of its sentences

It depends on others:
  The Kell Post ⟨post⟩ copies Skerry Press ⟨agency⟩
    because: 64 words of narrative in common, 91% of the shorter text
    │ A ferry with 212 people aboard ran aground on the Marl sandbank off Kell
    │ on Monday evening, and 40 passengers were taken off by lifeboat.
  The Kell Post ⟨post⟩ credits “Skerry Press”, whose piece here is perhaps
    Skerry Press ⟨agency⟩
    because: agency is the text most like those that name “Skerry Press”, and
      credits no one
    or else: a piece of “Skerry Press” that is not here

4 sentences that others carry as well, or nearly so:
  │ A ferry with 212 people aboard ran aground on the Marl sandbank off Kell on
  │ Monday evening, and 40 passengers were taken off by lifeboat.
    in Skerry Press ⟨agency⟩, Varrow Herald ⟨herald⟩
  │ “The master steered clear of the buoy and then lost both engines within a
  │ minute,” Ada Quill said.
    a quotation, in Skerry Press ⟨agency⟩, Varrow Herald ⟨herald⟩
  │ The Northern Star had left the island of Varrow at noon with a crew of 18.
    in Skerry Press ⟨agency⟩, Varrow Herald ⟨herald⟩
  │ High water is expected at four in the morning, when two tugs will try to
  │ pull the ship free.
    in Skerry Press ⟨agency⟩

0 sentences of its own.
"""


def test_echoes_begin_with_who_depends_on_whom() -> None:
    assert render_echoes(EDGES, ferry_story(), 80) == ECHOES


def test_a_trace_begins_with_how_much_others_have_and_who_was_first() -> None:
    assert render_trace(trace_article("post", ferry_story()), 80) == TRACE


def test_each_kind_of_edge_has_its_words() -> None:
    story = ferry_story()
    unknown, copies, credits, outside = EDGES
    assert word_edge(unknown, story).endswith(", or the other way round: the texts do not tell which")
    assert word_edge(replace(copies, kind=EdgeKind.UPDATES), story) == (
        "The Kell Post ⟨post⟩ is a later version of Skerry Press ⟨agency⟩"
    )
    same = replace(copies, kind=EdgeKind.QUOTES_SAME, direction=Direction.UNKNOWN)
    assert word_edge(same, story) == "The Kell Post ⟨post⟩ quotes the same as Skerry Press ⟨agency⟩"
    common = replace(copies, kind=EdgeKind.COMMON_SOURCE, parent=None, outside="Norda")
    assert word_edge(common, story) == "The Kell Post ⟨post⟩ has a source in common with Norda, which is not here"
    assert "whose piece here is perhaps Skerry Press" in word_edge(credits, story)
    assert "whose piece here is Skerry Press" in word_edge(replace(credits, runner_up=None), story)
    assert word_edge(replace(outside, shown=()), story) == "Varrow Radio ⟨radio⟩ credits “”, of which no piece is here"


def test_an_article_alone_says_so_in_words() -> None:
    corpus = corpus_of(*NIGHT)
    assert render_trace(trace_article("market", corpus.dependence(("market",))), 80).endswith(
        "No other article here tells of the same happening, or holds its words.\n"
    )


def test_a_text_that_is_here_already_is_told_at_once() -> None:
    again = article("again", POST)
    corpus = corpus_of(*NIGHT, again)
    shown = render_trace(trace_article("again", corpus.dependence(corpus.story_of("again"))), 80).splitlines()
    assert shown[1] == "The very same text is here as The Kell Post ⟨post⟩."
    assert "1 article gives no time." in " ".join(shown)


def test_which_came_first_is_not_guessed() -> None:
    undated = [replace(one, published=None) for one in NIGHT[:4]]
    corpus = corpus_of(*undated)
    assert word_first(trace_article("post", corpus.dependence(corpus.stories()[0]))) == (
        "Which came first is not known: no article of the story gives a time."
    )
    tied = [replace(one, published=NIGHT[0].published) for one in NIGHT[:2]]
    corpus = corpus_of(*tied, *undated[2:])
    assert word_first(trace_article("post", corpus.dependence(corpus.stories()[0]))) == (
        "Which came first the times do not tell: it may be Skerry Press ⟨agency⟩, The Kell Post ⟨post⟩. "
        "2 articles give no time."
    )


def test_an_id_that_sayso_made_is_short_in_reasons_too() -> None:
    long = "0123456789abcdef" * 2
    corpus = corpus_of(replace(NIGHT[0], id=long), *NIGHT[1:4])
    story = corpus.dependence(corpus.stories()[0])
    assert long not in render_echoes(story.edges, story, 80)
    assert "⟨0123456789⟩" in render_echoes(story.edges, story, 80)


def test_much_of_ones_own_is_listed_in_part_and_counted() -> None:
    text = "Diary\n\n" + "\n\n".join(f"On day number {at} nothing at all happened here." for at in range(45))
    corpus = corpus_of(*NIGHT, article("diary", text + "\n\n" + POST))
    shown = render_trace(trace_article("diary", corpus.dependence(corpus.story_of("diary"))), 80)
    assert "\n  and " in shown
    assert shown.count("nothing at all happened") < 45
