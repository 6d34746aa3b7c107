"""From a file to what is shown, with the real weights: the article's own words, and always the same output."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import permutations
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # its types are a package of their own
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.cli import main
from sayso.exports.reading_json import export_json, import_json
from sayso.exports.reading_schema import load_schema
from sayso.reading.encoder import Encoder
from sayso.reading.reader import read_article
from sayso.records.article import Article
from sayso.records.claim import Voice
from sayso.records.reading import Reading
from sayso.records.span import Span
from tests.invented import EXAMPLE_TEXTS, EXAMPLES, HARBOUR, PARAGRAPHS

pytestmark = pytest.mark.weights
VALIDATOR = jsonschema.Draft202012Validator(json.loads(load_schema()))


def sayso(*words: str | Path) -> str:
    done = CliRunner().invoke(main, [str(word) for word in words], env={"COLUMNS": "100"})
    assert done.exit_code == 0, done.output
    return done.stdout


@pytest.fixture(scope="module")
def harbour() -> dict[str, Any]:
    """The JSON of the example as the command prints it."""
    reading: dict[str, Any] = json.loads(sayso("read", EXAMPLES / "harbour.txt", "--format", "json"))
    return reading


def spans_of(reading: Reading) -> Iterator[Span]:
    """Every span of a reading, whatever it is of."""
    yield from (block.span for block in reading.article.blocks)
    yield from (credit.span for credit in reading.credits)
    yield from (span for actor in reading.actors for span in actor.mentions)
    for attribution in reading.attributions:
        yield from (*attribution.source, *attribution.cue, *attribution.content)
        said = attribution.said
        yield from (span for span in (said.timex, said.place, said.occasion, said.addressee) if span)
    for claim in reading.claims:
        yield from claim.content
        yield from (link.evidence.span for link in claim.chain if link.evidence.span)
    yield from (span for relation in reading.relations for span in relation.missing)
    yield from (unread.span for unread in reading.unread if unread.span)
    yield from (toponym.span for toponym in reading.toponyms)


def assert_words_are_the_articles(reading: Reading, text: str) -> None:
    """Spans lie in the text and cut words without white space around them; what is named is in the text."""
    assert reading.article.text == text
    for span in spans_of(reading):
        assert 0 <= span.start < span.end <= len(text)
        assert span.cut(text) == text[span.start : span.end] == span.cut(text).strip()
    for actor in reading.actors:
        told = [" ".join(span.cut(text).split()) for span in actor.mentions]
        named = any(actor.name in words for words in told) or all(part in text for part in actor.name.split(" and "))
        assert named, (actor.name, told)


def words_of(spans: Iterable[list[int]]) -> str:
    return " ⟨…⟩ ".join(HARBOUR[start:end] for start, end in spans)


def unwrapped(view: str) -> str:
    """The view without bars, indents and line breaks."""
    return " ".join(view.replace("│", " ").split())


def test_the_example_says_who_denies_who_plans_and_who_is_not_named(harbour: dict[str, Any]) -> None:
    names = {actor["id"]: actor["name"] for actor in harbour["actors"]}
    rows = {names.get(row["speaker"], "").lower(): row for row in harbour["attributions"] if row["nested_in"] is None}
    assert any("varrow" in name for name in rows)
    assert any("oskar lund" in name for name in rows)
    assert any("petra halloran" in name for name in rows)
    denied = [row for row in harbour["attributions"] if row["commitment"] == "denies"]
    assert any("any warning had reached it" in words_of(row["content"]) for row in denied)
    nested = [row for row in harbour["attributions"] if row["nested_in"] is not None]
    assert any("any warning had reached it" in words_of(row["content"]) for row in nested)


def test_what_no_source_is_given_for_is_the_outlets_own(harbour: dict[str, Any]) -> None:
    own = [words_of(claim["content"]) for claim in harbour["claims"] if claim["voice"] == Voice.OWN]
    assert any("people cross the bridge every day" in words for words in own)
    assert not any("We found a crack" in words for words in own)


def test_the_example_fits_the_schema_and_comes_back_as_it_was(harbour: dict[str, Any]) -> None:
    VALIDATOR.validate(harbour)
    line = json.dumps(harbour, ensure_ascii=False)
    assert json.loads(export_json(import_json(line.encode("utf-8")))) == harbour


def test_the_terminal_shows_every_content_word_for_word(harbour: dict[str, Any]) -> None:
    shown = unwrapped(sayso("read", EXAMPLES / "harbour.txt"))
    for row in harbour["attributions"]:
        assert " ".join(words_of(row["content"]).split()) in shown


@pytest.mark.parametrize("text", EXAMPLE_TEXTS, ids=["harbour", "ferry", "letter"])
def test_every_span_of_the_examples_cuts_words_of_the_text(text: str, real_encoder: Encoder) -> None:
    assert_words_are_the_articles(read_article(Article("a", text), real_encoder), text)


@settings(max_examples=40)
@given(st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=6), st.sampled_from(["\n\n", "\n", "\r\n\r\n", " "]))
def test_every_span_cuts_the_words_shown(real_encoder: Encoder, paragraphs: list[str], gap: str) -> None:
    text = gap.join(paragraphs)
    reading = read_article(Article("a", text), real_encoder)
    assert_words_are_the_articles(reading, text)
    VALIDATOR.validate(json.loads(export_json(reading)))


def test_a_reading_does_not_depend_on_what_was_read_before(real_encoder: Encoder) -> None:
    articles = [Article(str(number), text) for number, text in enumerate((*EXAMPLE_TEXTS[1:], PARAGRAPHS[3]))]
    lines = [
        {article.id: export_json(read_article(article, real_encoder)) for article in order}
        for order in permutations(articles)
    ]
    assert all(line == lines[0] for line in lines)


def test_a_run_gives_each_article_the_same_bytes_for_any_jobs_batch_and_order(tmp_path: Path) -> None:
    rows = (EXAMPLES / "three.jsonl").read_text(encoding="utf-8").splitlines()
    written = []
    for number, (order, jobs, batch) in enumerate(((rows, 1, 8), (rows[::-1], 2, 1))):
        source, out = tmp_path / f"{number}.jsonl", tmp_path / f"{number}.out.jsonl"
        source.write_text("\n".join(order) + "\n", encoding="utf-8")
        sayso("run", source, "-o", out, "--jobs", str(jobs), "--batch", str(batch))
        written.append(out.read_bytes().splitlines())
    assert written[0] == written[1][::-1]


def test_the_fast_encoder_reads_the_example_too_and_says_that_it_was_it(harbour: dict[str, Any]) -> None:
    fast: dict[str, Any] = json.loads(sayso("read", EXAMPLES / "harbour.txt", "--format", "json", "--encoder", "fast"))
    assert fast["article"]["text"] == harbour["article"]["text"]
    assert fast["model"]["name"] != harbour["model"]["name"]
    assert fast["model"]["digest"] != harbour["model"]["digest"]
    names = {actor["name"] for actor in fast["actors"]}
    assert any("Lund" in name for name in names)
    assert {one["speaker"] for one in fast["attributions"]} - {None}
