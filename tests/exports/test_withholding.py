"""Without text, no words of an article are left, and every offset is."""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.exports.jsonl import export
from sayso.exports.selection import Selection
from sayso.exports.withholding import withhold_quoted, withhold_reading
from sayso.records.claim import Party
from sayso.run.imported import spans_of
from tests.exports.readings import TEXT, dam_reading
from tests.exports.stories import TEXTS, ferry_story


def runs(text: str, words: int = 4) -> set[str]:
    """Every run of so many words."""
    found = re.findall(r"\w+", text)
    return {" ".join(found[at : at + words]) for at in range(len(found) - words + 1)}


def test_offsets_stay() -> None:
    assert list(spans_of(withhold_reading(dam_reading()))) == list(spans_of(dam_reading()))


def test_names_stay_and_descriptions_go() -> None:
    names = [actor.name for actor in withhold_reading(dam_reading()).actors]
    assert names == ["Carla Ruiz", "the opposition", "witness", "expert", "Velm Herald", "official", "Jonas Petrov",
                     "Norda"]  # fmt: skip


def test_a_reason_goes_without_what_it_quotes() -> None:
    assert withhold_quoted("“40 passengers” against “60 passengers”") == "“…”"
    assert withhold_quoted("denied in radio: “the lights") == "denied in radio: “…”"
    assert withhold_quoted("43 words of narrative in common") == "43 words of narrative in common"


def test_no_run_of_words_of_a_text_is_exported() -> None:
    reading = dam_reading()
    reading = replace(reading, article=replace(reading.article, title=None))
    story = ferry_story()
    untitled = [replace(m, reading=replace(m.reading, article=replace(m.reading.article, title=None)))
                for m in story.scene.members]  # fmt: skip
    story = replace(story, scene=replace(story.scene, members=tuple(untitled)))
    written = b"".join(export(Selection.of([reading, *(m.reading for m in untitled)], [story], text=False))).decode()
    there = runs(written)
    assert not [run for text in (TEXT, *TEXTS.values()) for run in runs(text) if run in there]


def test_why_a_holder_has_a_stake_is_told_without_the_words_that_show_it() -> None:
    held = replace(dam_reading().claims[0], party=Party("the accused: “charges”", "denial of an accusation"))
    kept = withhold_reading(replace(dam_reading(), claims=(held,))).claims[0].party
    assert kept == Party("the accused: “…”", "denial of an accusation")
