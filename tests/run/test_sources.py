"""Readings out of files and folders, with a reader that needs no weights."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from sayso.articles import parse_columns
from sayso.articles.identity import digest_text, make_id
from sayso.errors import FailedReading
from sayso.records.article import Article
from sayso.records.reading import Reading, Unread
from sayso.run.sources import Known, read_sources
from sayso.run.workers import read_guarded
from tests.articles.archives import answer, packed, record
from tests.articles.documents import docx, mail, run
from tests.articles.feeds import item, rss
from tests.night import MARKET, NIGHT, lines_of
from tests.run.readers import load_obedient


def read(*paths: Path, known: Mapping[str, str] | None = None) -> list[Reading | Unread | Known]:
    return list(read_sources(paths, jobs=1, load=load_obedient, known=known))


def in_short(items: list[Reading | Unread | Known]) -> list[str]:
    """ "+harbour" for a reading, "=harbour" for one that is known, "-harbour: reason" for one left unread."""
    return [
        f"+{one.article.id}"
        if isinstance(one, Reading)
        else f"={one.id}"
        if isinstance(one, Known)
        else f"-{one.what}: {one.why}"
        for one in items
    ]


def write_lines(path: Path, *rows: tuple[str, str]) -> Path:
    path.write_text("".join(json.dumps({"id": name, "text": text}) + "\n" for name, text in rows), encoding="utf-8")
    return path


def test_articles_and_readings_come_in_the_order_of_the_files(tmp_path: Path) -> None:
    write_lines(tmp_path / "a.jsonl", ("one", "The ferry sails."), ("two", "It rains."))
    (tmp_path / "b.jsonl").write_bytes(lines_of(NIGHT[0]))
    write_lines(tmp_path / "c.jsonl", ("three", "The pier is shut."))
    assert in_short(read(tmp_path)) == ["+one", "+two", "+agency", "+three"]


def test_readings_alone_start_no_process(tmp_path: Path) -> None:
    path = tmp_path / "readings.jsonl"
    path.write_bytes(lines_of(*NIGHT))

    def load() -> None:
        raise AssertionError("a process was started")

    found = list(read_sources([path], jobs=1, load=load))  # type: ignore[arg-type]  # never called
    assert in_short(found) == ["+agency", "+post", "+herald", "+radio", "+market"]


def test_a_reading_in_a_json_file_is_taken_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "page.json"
    path.write_bytes(lines_of(NIGHT[3]))
    assert in_short(read(path)) == ["+radio"]


def test_an_empty_folder_gives_nothing(tmp_path: Path) -> None:
    assert read(tmp_path) == []


def test_files_of_other_kinds_are_passed_over_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff\x00")
    (tmp_path / "deep" / "er").mkdir(parents=True)
    (tmp_path / "deep" / "er" / "note.TXT").write_text("The ferry sails.")
    assert in_short(read(tmp_path)) == [f"+{make_id('The ferry sails.')}"]


def test_a_bad_file_is_told_by_its_name_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x00\x01\x02" * 100)
    (tmp_path / "b.txt").write_text("\n\n")
    (tmp_path / "c.txt").write_text("I refuse to be read.")
    (tmp_path / "d.txt").write_text("The ferry sails.")
    (tmp_path / "e.jsonl").write_text('{"id": "x", "text": "It rains."}\n{no json\n[]\n')
    (tmp_path / "f.json").write_text("{}")
    told = in_short(read(tmp_path))
    assert told[2:5] == [f"-{tmp_path / 'c.txt'}: was told to refuse", f"+{make_id('The ferry sails.')}", "+x"]
    assert [line.split(":")[0] for line in told[:2]] == [f"-{tmp_path / 'a.txt'}", f"-{tmp_path / 'b.txt'}"]
    assert [
        line.startswith(f"-{tmp_path / 'e.jsonl'}:{at}: no article in JSON")
        for at, line in ((2, told[5]), (3, told[6]))
    ]
    assert told[7].startswith(f"-{tmp_path / 'f.json'}: ")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    (found,) = read(tmp_path / "none.txt")
    assert isinstance(found, Unread)
    assert found.what == str(tmp_path / "none.txt")
    assert "cannot be opened" in found.why


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "shut.jsonl", ("one", "It rains."))
    path.chmod(0)
    assert in_short(read(path)) == [f"-{path}: Permission denied"]


def test_an_article_twice_in_a_folder_is_read_once(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("The ferry sails.")
    article = make_id("The ferry sails.")
    assert in_short(read(tmp_path)) == [f"+{article}", f"={article}"]


def test_another_text_under_one_id_is_told_and_not_read(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "in.jsonl", ("a b#1", "The ferry sails."), ("a b#1", "It sank."))
    assert in_short(read(path)) == ["+a b#1", f"-a b#1 in {path}: another text is there under this id"]


def test_what_is_known_is_not_read_again(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "in.jsonl", ("one", "The ferry sails."), ("two", "It sank."), ("three", "It rains."))
    known = {"one": digest_text("The ferry sails."), "two": digest_text("It sails.")}
    assert in_short(read(path, known=known)) == [
        "=one",
        f"-two in {path}: another text is there under this id",
        "+three",
    ]


def changed(**fields: object) -> bytes:
    """The line of a reading with some of its fields replaced; "a.b" is b inside a."""
    whole = json.loads(lines_of(NIGHT[4]))
    for name, value in fields.items():
        *path, last = name.split("__")
        inside = whole
        for part in path:
            inside = inside[int(part)] if part.isdigit() else inside[part]
        inside[last] = value
    return json.dumps(whole, separators=(",", ":")).encode() + b"\n"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (changed(claims__0__content=[[5, 2]]), "a span runs forwards"),
        (changed(claims__0__content=[[0, 100_000]]), f"a span ends at 100000, the text at {len(MARKET)}"),
        (changed(article__published="some other day"), "which is no day"),
        (changed(article__published="2025-13-45T10:00"), "which is no day"),
        (changed(id="\ud800"), "half a character"),
        (changed(claims__0__voice="god"), "Invalid enum value 'god'"),
        (b'{"schema":"sayso.reading/1"\n', "reading"),
        (b"{no json\n", "reading"),
    ],
)
def test_a_reading_that_cannot_be_meant_is_told_and_the_others_are_taken(
    line: bytes, says: str, tmp_path: Path
) -> None:
    path = tmp_path / "readings.jsonl"
    path.write_bytes(lines_of(NIGHT[0]) + b"\n" + line + lines_of(NIGHT[1]))
    first, bad, last = read(path)
    assert in_short([first, last]) == ["+agency", "+post"]
    assert isinstance(bad, Unread)
    assert bad.what == f"{path}, line 3"
    assert says in bad.why


def test_files_of_all_formats_come_in_the_order_of_their_names(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,text\none,The ferry sails.\n")
    (tmp_path / "b.eml").write_bytes(mail("It rains."))
    (tmp_path / "c.warc.gz").write_bytes(packed(record(answer())))
    (tmp_path / "d.docx").write_bytes(docx(run("I refuse to be read.")))
    (tmp_path / "e.rss").write_bytes(rss(item("The pier is shut."), item()))
    found = read(tmp_path)
    assert [isinstance(one, Reading) for one in found] == [True, True, True, False, True, False]
    assert in_short(found)[3] == f"-{tmp_path / 'd.docx'}: was told to refuse"
    assert in_short(found)[5] == f"-{tmp_path / 'e.rss'}, entry 2: no words in it but a title"


def test_a_column_map_goes_for_every_table(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("ID,Body\none,The ferry sails.\n")
    (tmp_path / "b.jsonl").write_text('{"ID": "two", "Body": "It rains."}\n')
    columns = parse_columns(["id=ID,text=Body"])
    assert in_short(list(read_sources([tmp_path], jobs=1, load=load_obedient, columns=columns))) == ["+one", "+two"]


def test_a_mistake_of_sayso_s_own_leaves_that_article_unread_and_names_itself() -> None:
    def stumble(article: Article) -> Reading:
        raise KeyError(article.text)

    with pytest.raises(FailedReading, match=r"one: reading it failed inside \(KeyError\)"):
        read_guarded(stumble, Article("one", "The ferry sails."))
