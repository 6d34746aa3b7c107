"""Of a folder only the story of the traced article is read, and the trace is the same as if all were."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sayso.errors import BadInput
from sayso.exports.story_json import export_trace
from sayso.linking.corpus import Corpus, gather
from sayso.linking.prepared import prepare
from sayso.linking.tracing import trace_article
from sayso.records.article import Article
from sayso.records.reading import Reading, Unread
from sayso.run.related import Related, read_related
from sayso.run.sources import read_sources
from sayso.run.workers import ReadOne
from tests.night import NIGHT, FakeContextual, article, lists, load_simple_reader, read_simply

FAR = article("far", "Bakers of Tolm ask for more flour\n\nThe mill has ground none since March, the guild said.")


def write(folder: Path, *articles: Article) -> Path:
    for one in articles:
        (folder / f"{one.id}.json").write_text(f'{{"id": "{one.id}", "text": {json.dumps(one.text)}}}')
    return folder


def related(name: str, folder: Path) -> Related:
    return read_related([folder], traced(name), lists(), jobs=1, load=load_simple_reader)


def traced(name: str) -> Reading:
    (one,) = (one for one in NIGHT if one.id == name)
    return read_simply(Article(one.id, one.text))


def trace(name: str, readings: list[Reading]) -> bytes:
    corpus: Corpus = gather((prepare(one, lists()) for one in readings), lists(), FakeContextual())
    return export_trace(trace_article(name, corpus.dependence(corpus.story_of(name))))


@pytest.mark.parametrize("name", ["agency", "radio"])
def test_a_trace_is_the_same_as_if_all_had_been_read(name: str, tmp_path: Path) -> None:
    write(tmp_path, *NIGHT, FAR)
    every = [one for one in read_sources([tmp_path], jobs=1, load=load_simple_reader) if isinstance(one, Reading)]
    some = related(name, tmp_path)
    assert trace(name, [*some.readings, traced(name)]) == trace(name, every)


def test_a_few_are_read_in_this_process(tmp_path: Path) -> None:
    write(tmp_path, *NIGHT, FAR)
    seen = []

    def read(one: Article) -> Reading:
        seen.append(one.id)
        return read_simply(one)

    def load() -> ReadOne:
        raise AssertionError("no process is started for a few")

    found = read_related([tmp_path], traced("agency"), lists(), jobs=1, read=read, load=load)
    assert seen == [one.article.id for one in found.readings] != []
    assert found == related("agency", tmp_path)


def test_what_cannot_be_read_here_is_told(tmp_path: Path) -> None:
    write(tmp_path, *NIGHT, FAR)

    def read(one: Article) -> Reading:
        raise BadInput(one.id, "is blank")

    found = read_related([tmp_path], traced("agency"), lists(), jobs=1, read=read)
    assert {one.why for one in found.left_out if isinstance(one, Unread)} == {"is blank"}
    assert found.readings == ()


def test_what_tells_of_something_else_is_not_read(tmp_path: Path) -> None:
    write(tmp_path, *NIGHT, FAR)
    found = related("agency", tmp_path)
    assert "far" not in {one.article.id for one in found.readings}
    assert found.unread >= 1
    assert "far" in found.texts
