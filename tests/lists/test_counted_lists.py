"""The lists of word counts and of stock phrases: strict to load."""

from __future__ import annotations

import pytest

from sayso.errors import BadList
from sayso.lists.boilerplate import load_boilerplate, read_boilerplate
from sayso.lists.word_counts import UNSEEN, load_word_counts, read_word_counts


def test_a_word_is_the_rarer_the_fewer_articles_hold_it() -> None:
    counts = read_word_counts("word,articles\n*,1000\nthe,999\nferry,30\n", "mine.csv")
    assert counts.articles == 1000
    assert counts.rarity("the") < counts.rarity("ferry") < counts.rarity("marl")
    assert counts.rarity("the") == pytest.approx(0.001, abs=0.001)
    assert counts.share("marl") == UNSEEN / 1000


def test_the_packages_counts_can_all_be_looked_up() -> None:
    counts = load_word_counts()
    assert len(counts.counts) > 5000
    assert all(0 < number <= counts.articles for number in counts.counts.values())
    assert "*" not in counts.counts


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "line 1: the columns must be word,articles"),
        ("word,articles\nthe,9\n", "line 1: has no row '*'"),
        ("word,articles\n*,0\nthe,9\n", "line 1: has no row '*'"),
        ("word,articles\n*,10\nthe\n", "line 3: wants a word and a number of articles, not 'the', ''"),
        ("word,articles\n*,10\nthe,many\n", "line 3: wants"),
        ("word,articles\n*,10\nthe,²\n", "line 3: wants"),
        ("word,articles\n*,10\nthe,-1\n", "line 3: wants"),
        ("word,articles\n*,10\n,9\n", "line 3: wants"),
        ("form,articles\n*,10\n", "line 1: the columns must be word,articles"),
        ("word,articles\n*,10\nthe,9\nthe,8\n", "line 4: counts 'the' a second time"),
    ],
)
def test_a_wrong_count_is_refused_with_its_line(text: str, says: str) -> None:
    with pytest.raises(BadList, match=r"mine\.csv") as error:
        read_word_counts(text, "mine.csv")
    assert says in str(error.value)


def test_the_packages_phrases_are_words_as_linking_sees_them() -> None:
    phrases = load_boilerplate()
    assert "did not respond to a request for comment" in phrases
    assert len(set(phrases)) == len(phrases) > 50


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("all rights reserved,legal notice,", "wants a phrase, a kind and an origin"),
        (",legal notice,invented", "wants a phrase, a kind and an origin"),
        ("All rights reserved,legal notice,invented", "wants lower-case words"),
        ("that isn't the first time,stock phrase,invented", "wants lower-case words"),
        ("two  blanks,stock phrase,invented", "wants lower-case words"),
    ],
)
def test_a_wrong_phrase_is_refused_with_its_line(row: str, says: str) -> None:
    with pytest.raises(BadList, match=says) as error:
        read_boilerplate(f"phrase,kind,origin\nsaid in a statement on,stock phrase,invented\n{row}\n", "mine.csv")
    assert (error.value.name, error.value.line) == ("mine.csv", 3)
