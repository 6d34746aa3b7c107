"""The JSON of what is shown across articles: its schema, its words, its bytes."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # its types are a package of their own
import pytest

from sayso.exports.story_json import (
    export_checked,
    export_dispute,
    export_echo,
    export_funnel,
    export_point,
    export_saying,
    export_story,
    export_trace,
)
from sayso.exports.story_schema import export_schema, load_schema
from sayso.linking.checking import check_draft
from sayso.linking.funnel import make_funnel
from sayso.linking.saying import find_sayings
from sayso.linking.tracing import trace_article
from sayso.records.article import Article
from tests.exports.readings import dam_reading
from tests.exports.stories import EDGES, ENGINES, RESCUED, TEXTS, ferry_story
from tests.night import AGROUND, NIGHT, POST, article, corpus_of, ferry, lists, read_simply

VALIDATOR = jsonschema.Draft202012Validator(json.loads(load_schema()))
DRAFT = "A draft\n\n“We had no warning,” Otto Varga said.\n\n“We had no warning of any kind,” Otto Varga said.\n"


def checks() -> list[bytes]:
    draft = read_simply(Article("draft", DRAFT))
    return [export_checked(one, draft) for one in check_draft(draft, [read_simply(one) for one in NIGHT])]


def funnel() -> bytes:
    return export_funnel(make_funnel(RESCUED, ferry_story(), lists().agencies), RESCUED, 1, ferry_story())


# Every kind of line, made by hand and by linking.
LINES: dict[str, Callable[[], list[bytes]]] = {
    "sayso.story/1": lambda: [export_story(ferry_story()), export_story(ferry())],
    "sayso.point/1": lambda: [export_point(point, at, ferry_story()) for at, point in ((1, RESCUED), (2, ENGINES))],
    "sayso.funnel/1": lambda: [funnel()],
    "sayso.echo/1": lambda: [export_echo(edge, ferry_story()) for edge in EDGES],
    "sayso.dispute/1": lambda: [export_dispute(one, 3, ferry_story()) for one in RESCUED.disputes],
    "sayso.saying/1": lambda: [export_saying(one) for one in find_sayings("an engineer", [dam_reading()])],
    "sayso.trace/1": lambda: [export_trace(trace_article(name, ferry())) for name in ("agency", "post", "radio")],
    "sayso.checked/1": checks,
}


def test_the_schema_in_the_package_is_current() -> None:
    """`python -m sayso.exports.story_schema > src/sayso/schema/story.schema.json` writes it anew."""
    assert load_schema() == export_schema()
    VALIDATOR.check_schema(VALIDATOR.schema)


@pytest.mark.parametrize("schema", LINES)
def test_every_line_is_valid_by_the_schema_and_says_of_which_kind_it_is(schema: str) -> None:
    lines = LINES[schema]()
    assert lines
    for line in lines:
        assert b"\n" not in line
        VALIDATOR.validate(json.loads(line))
        assert json.loads(line)["schema"] == schema
        assert next(iter(json.loads(line))) == "schema"


@pytest.mark.parametrize(
    "change",
    [{"schema": "sayso.story/2"}, {"story": ""}, {"points": None}, {"more": 1}, {"edges": [{"child": "a"}]}],
)
def test_a_line_of_another_shape_is_not_valid(change: dict[str, Any]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate(json.loads(export_story(ferry_story())) | change)


def test_the_names_that_scorers_read_stay() -> None:
    story = json.loads(export_story(ferry_story()))
    assert list(story) == ["schema", "story", "articles", "edges", "points"]
    assert " ".join(story["edges"][0]) == "child parent outside kind direction score reasons spans runner_up"
    assert " ".join(story["points"][0]) == "title claims reports reports_interval origins disputes"
    assert " ".join(story["points"][0]["claims"][0]) == "article claim voice stance hedged"
    assert " ".join(story["points"][0]["origins"][0]) == "name named party side articles spans"
    assert " ".join(story["points"][0]["disputes"][0]) == "about a b why"


def test_every_stretch_shown_is_the_articles_words() -> None:
    found = [
        one
        for lines in (LINES[name]() for name in LINES if name not in ("sayso.saying/1", "sayso.checked/1"))
        for line in lines
        for one in stretches(json.loads(line))
    ]
    assert len(found) > 50
    assert all(TEXTS[one["article"]][one["start"] : one["end"]] == one["words"] for one in found)


def stretches(value: object) -> list[dict[str, Any]]:
    """Every object inside ``value`` that shows words of an article."""
    if isinstance(value, list):
        return [found for one in value for found in stretches(one)]
    if not isinstance(value, dict):
        return []
    here = [value] if {"article", "start", "end", "words"} <= set(value) else []
    return here + [found for one in value.values() for found in stretches(one)]


def test_a_point_has_the_same_as_its_view() -> None:
    point = json.loads(export_point(RESCUED, 1, ferry_story()))
    assert point["title"]["words"] == AGROUND
    assert [article["id"] for article in point["articles"]] == ["agency", "post", "herald", "radio"]
    assert point["articles"][0]["outlet"] == "Skerry Press"
    assert point["articles"][0]["published"] == "2025-05-12T19:42"
    assert [claim["voice"] for claim in point["claims"]] == ["own"] * 4
    assert point["reports_interval"] == [1, 2]
    quoted = json.loads(export_point(ENGINES, 2, ferry_story()))["claims"][0]
    assert quoted["chain"][-1] == {"name": "Ada Quill", "role": "speaker", "stance": "asserts"}


def test_a_funnel_has_each_number_as_its_list() -> None:
    whole = json.loads(funnel())
    assert whole["publishers"][0] == {"name": "Skerry Press", "holds": ["agency"]}
    assert whole["publisher_unknown"] == []
    assert whole["sides"] == [{"name": "the coastguard", "holds": ["Ada Quill"]}]
    assert whole["side_unknown"] == ["a deckhand"]


def test_a_saying_has_its_whole_chain() -> None:
    (line,) = LINES["sayso.saying/1"]()
    saying = json.loads(line)
    assert saying["name"] == "an engineer"
    assert [holder["name"] for holder in saying["said"]["chain"]] == ["Norda", None, "residents", "an engineer"]


def test_a_check_shows_what_differs_on_both_sides() -> None:
    altered, exact = map(json.loads, checks())
    assert (altered["finding"], exact["finding"]) == ("altered", "exact")
    assert altered["matches"][0]["differs"] == [{"draft": None, "article": "of any kind"}]
    assert altered["words"] == DRAFT[altered["start"] : altered["end"]]
    assert exact["matches"][0]["differs"] == []


def test_a_trace_has_every_sentence_once() -> None:
    trace = json.loads(export_trace(trace_article("post", ferry_story())))
    sentences = sorted([*trace["carried"], *trace["own"]], key=lambda one: int(one["start"]))
    assert all(POST[one["start"] : one["end"]] == one["words"] for one in sentences)
    assert all(a["end"] <= b["start"] for a, b in pairwise(sentences))
    assert trace["first"] == ["agency"]


def test_half_a_character_in_a_text_is_written_as_an_escape() -> None:
    broken = article("broken", POST.replace("sandbank", "sand\ud800bank"), "Out\ud800let")
    corpus = corpus_of(*NIGHT[:2], broken)
    line = export_trace(trace_article("broken", corpus.dependence(corpus.story_of("broken"))))
    VALIDATOR.validate(json.loads(line))
    assert b"\\ud800" in line


def test_the_same_story_gives_the_same_bytes() -> None:
    assert export_story(ferry()) == export_story(replace(ferry()))
