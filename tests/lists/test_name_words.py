"""Names of persons, and words that also stand in lower case: strict to load."""

from __future__ import annotations

import pytest

from sayso.errors import BadList
from sayso.lists.name_words import load_name_words, read_name_words

PERSONS, CASES = "name,kind\nada,given\nquill,family\n", "word,lower,capital\nnice,9,1\n"


def test_names_and_the_share_of_lower_case_are_read() -> None:
    words = read_name_words(PERSONS, CASES)
    assert (set(words.given), set(words.family)) == ({"ada"}, {"quill"})
    assert words.lower == {"nice": 0.9}


def test_the_packages_lists_are_read() -> None:
    words = load_name_words()
    assert {"mary", "vladimir", "fatima"} <= words.given
    assert "smith" in words.family
    assert words.lower["reading"] > 0.5


@pytest.mark.parametrize(
    ("persons", "cases", "says"),
    [
        (PERSONS + "otto,both\n", CASES, "person_names.csv, line 4: wants a name and given or family"),
        (PERSONS + "otto\n", CASES, "person_names.csv, line 4"),
        (PERSONS, CASES + "mobile,0,4\n", "lower_case.csv, line 3: wants a word and two numbers"),
        (PERSONS, CASES + "mobile,few,4\n", "lower_case.csv, line 3"),
    ],
)
def test_a_wrong_line_is_named(persons: str, cases: str, says: str) -> None:
    with pytest.raises(BadList, match=says):
        read_name_words(persons, cases)
