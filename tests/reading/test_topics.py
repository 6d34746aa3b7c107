"""Who a report is about is not who reports; and a report's content ends before the verb that goes with the report."""

from __future__ import annotations

import pytest

from sayso.reading.reports import end_before_their_verb
from sayso.reading.topics import set_apart_topics
from tests.reading.fake_encoder import Spoken
from tests.reading.test_found import cut, found_in


def topic_of(text: str, *spoken: Spoken) -> tuple[str | None, list[str]]:
    """The source and the contents of the last attribution."""
    found, words = found_in(text, *spoken)
    one = set_apart_topics(found, words)[-1]
    source = cut(text, words, one.source)[0] if one.source else None
    return source, [cut(text, words, run)[0] for run in one.contents]


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("Varga is believed to be abroad.", Spoken("Varga", "is believed", ("to be abroad",))),
        ("Varga is believed to be abroad.", Spoken("", "is believed", ("to be abroad",))),
        ("Varga reportedly left by night.", Spoken("Varga", "reportedly", ("left by night",))),
        ("Varga has reportedly left by night.", Spoken("", "reportedly", ("left by night",))),
    ],
)
def test_of_whom_something_is_believed_is_part_of_what_is_believed(text: str, spoken: Spoken) -> None:
    source, contents = topic_of(text, spoken)
    assert source is None
    assert contents[0].startswith("Varga")
    assert contents[-1] == spoken.content[0]


@pytest.mark.parametrize(
    "spoken",
    [
        Spoken("Varga", "said", ("to be abroad",)),
        Spoken("Varga", "believed", ("to be abroad",)),
    ],
)
def test_who_believes_something_is_its_source(spoken: Spoken) -> None:
    assert topic_of(f"Varga {spoken.cue} to be abroad.", spoken) == ("Varga", ["to be abroad"])


def test_what_stands_far_from_the_verb_is_no_part_of_what_is_believed() -> None:
    text = "Varga, the mayor of the town, is believed to be abroad."
    assert topic_of(text, Spoken("", "is believed", ("to be abroad",))) == (None, ["to be abroad"])


@pytest.mark.parametrize("cue", ["was asked", "had been told"])
def test_who_is_asked_or_told_says_nothing(cue: str) -> None:
    text = f"Varga {cue} that the pier was shut."
    assert topic_of(text, Spoken("Varga", cue, ("that the pier was shut",))) == (None, ["that the pier was shut"])


def test_whose_alleged_end_it_is_alleges_nothing() -> None:
    text = "The singer’s alleged end came soon."
    assert topic_of(text, Spoken("The singer’s", "alleged", ("end",)))[0] is None


def test_a_topic_inside_another_content_goes_before_its_own() -> None:
    text = "Quill said that she reportedly met the crew."
    spoken = Spoken("Quill", "said", ("that she reportedly met the crew",))
    inner = Spoken("she", "reportedly", ("met the crew",), nested=True)
    assert topic_of(text, spoken, inner) == (None, ["she", "met the crew"])


@pytest.mark.parametrize(
    ("text", "cue", "content", "expected"),
    [
        ("Reports of a second ferry were false.", "Reports", "of a second ferry were false", "of a second ferry"),
        ("Rumors of a sale have spread.", "Rumors of", "a sale have spread", "a sale"),
        ("Reports that it sank circulated at noon.", "Reports", "that it sank circulated", "that it sank"),
        ("Reports that it was hit were false.", "Reports", "that it was hit were false", "that it was hit"),
        ("Reports of what was seen came in.", "Reports", "of what was seen", "of what was seen"),
        ("Reports that it had spread came in.", "Reports", "that it had spread", "that it had spread"),
        ("Quill said the pier was shut.", "said", "the pier was shut", "the pier was shut"),
    ],
)
def test_a_reports_content_ends_before_the_verb_that_goes_with_the_report(
    text: str, cue: str, content: str, expected: str
) -> None:
    found, words = found_in(text, Spoken("", cue, (content,)))
    (one,) = end_before_their_verb(found, words)
    assert cut(text, words, *one.contents) == [expected]


@pytest.mark.parametrize(
    ("source", "cue", "content"),
    [
        ("The Courier", "reports", "that the claim was false"),
        ("Varga", "claims", "that the fire broke out at noon"),
        ("Quill", "denied reports", "of a fire that was put out"),
    ],
)
def test_what_somebody_reports_or_claims_keeps_its_verb(source: str, cue: str, content: str) -> None:
    text = f"{source} {cue} {content}."
    for named in (source, ""):
        found, words = found_in(text, Spoken(named, cue, (content,)))
        (one,) = end_before_their_verb(found, words)
        assert cut(text, words, *one.contents) == [content]


def test_the_latest_reports_end_before_their_verb_too() -> None:
    text = "The latest unconfirmed reports that it sank were false."
    found, words = found_in(text, Spoken("", "reports", ("that it sank were false",)))
    (one,) = end_before_their_verb(found, words)
    assert cut(text, words, *one.contents) == ["that it sank"]
