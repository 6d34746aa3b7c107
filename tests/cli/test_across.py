"""The commands across articles, with a reader and a second model that need no weights."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]  # its types are a package of their own
import pytest
from click.testing import CliRunner

from sayso.articles.identity import make_id
from sayso.cli import main
from sayso.cli.against import NOT_AS_READ
from sayso.cli.failures import SOME_UNREAD
from sayso.exports.story_schema import load_schema
from tests.cli.across import ACTS, objects, sayso, shown, told, use_no_weights, write_night
from tests.night import AGENCY, AGROUND, NIGHT, POST, RADIO, article, lines_of

VALIDATOR = jsonschema.Draft202012Validator(json.loads(load_schema()))


@pytest.fixture(autouse=True)
def no_weights(monkeypatch: pytest.MonkeyPatch) -> None:
    use_no_weights(monkeypatch)


@pytest.fixture
def night(tmp_path: Path) -> Path:
    return write_night(tmp_path / "night")


@pytest.fixture
def ledger(night: Path, tmp_path: Path) -> Path:
    path = tmp_path / "night.db"
    assert sayso("new", path).exit_code == 0
    assert sayso("add", path, night).exit_code == 0
    return path


def draft(folder: Path, *paragraphs: str) -> Path:
    path = folder / "draft.jsonl"
    path.write_bytes(lines_of(article("draft", "A draft\n\n" + "\n\n".join(paragraphs))))
    return path


# Every command, as it is called on a folder or a ledger at the second place.
EVERY = {
    "stories": ("stories", "HERE"),
    "point": ("point", "HERE", "agency#1"),
    "points": ("point", "HERE", "agency"),
    "funnel": ("funnel", "HERE", "agency#1"),
    "echoes": ("echoes", "HERE"),
    "echoes of one": ("echoes", "HERE", "--article", "post"),
    "disputes": ("disputes", "HERE"),
    "source": ("source", "HERE", "Ada Quill"),
    "trace": ("trace", "POST", "--in", "HERE"),
    "check": ("check", "POST", "--against", "HERE"),
}


def called(name: str, here: Path, tmp_path: Path) -> list[str]:
    post = tmp_path / "post.jsonl"
    post.write_bytes(lines_of(NIGHT[1]))
    return [str(here) if word == "HERE" else str(post) if word == "POST" else word for word in EVERY[name]]


@pytest.mark.parametrize("name", EVERY)
def test_a_folder_and_a_ledger_give_the_same(name: str, night: Path, ledger: Path, tmp_path: Path) -> None:
    for form in ("text", "json"):
        from_folder, from_ledger = (sayso(*called(name, here, tmp_path), "-f", form) for here in (night, ledger))
        assert (from_folder.exit_code, from_folder.stderr) == (0, "")
        assert from_folder.stdout == from_ledger.stdout != ""


@pytest.mark.parametrize("name", EVERY)
def test_each_line_of_json_is_valid_by_the_schema(name: str, night: Path, tmp_path: Path) -> None:
    lines = objects(*called(name, night, tmp_path))
    assert lines
    for line in lines:
        VALIDATOR.validate(line)


@pytest.mark.parametrize("name", EVERY)
def test_a_place_that_is_not_there_is_told(name: str, tmp_path: Path) -> None:
    none = tmp_path / "none.db"
    says = f"{none}: is not there; name a ledger, a folder, or a file of articles"
    assert told(sayso(*called(name, none, tmp_path)), 1) == says


@pytest.mark.parametrize("name", EVERY)
def test_an_empty_folder_is_told(name: str, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    assert told(sayso(*called(name, empty, tmp_path)), 1) == f"{empty}: holds no article that can be read"


@pytest.mark.parametrize("name", [name for name in EVERY if name != "trace"])
def test_an_empty_ledger_is_told(name: str, tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    sayso("new", path)
    assert told(sayso(*called(name, path, tmp_path)), 1) == f"{path}: is an empty ledger; `sayso add` puts articles in"


@pytest.mark.parametrize("name", EVERY)
def test_a_text_called_like_a_ledger_is_no_ledger(name: str, tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    path.write_text("no ledger at all\n" * 100)
    assert told(sayso(*called(name, path, tmp_path)), 1) == f"{path}: is no ledger"


def test_a_ledger_by_another_name_is_one_by_what_it_begins_with(ledger: Path) -> None:
    other = ledger.rename(ledger.with_name("tonight"))
    assert shown("stories", other).startswith("5 articles: 1 story that several tell")


@pytest.mark.parametrize("name", EVERY)
def test_nothing_of_an_article_acts_on_a_terminal(name: str, tmp_path: Path) -> None:
    evil = "\x1b[31m\u202e"
    articles = [
        replace(
            one,
            title=f"{evil} {one.title}",
            outlet=f"{evil} {one.outlet}",
            text=one.text.replace("Ada Quill", f"Ada {evil}Quill").replace("Marl", f"Marl{evil}"),
        )
        for one in NIGHT
    ]
    here = write_night(tmp_path / "evil", *articles, article(f"{evil}#1", POST))
    done = sayso(*called(name, here, tmp_path))
    assert not ACTS.search(done.stdout)
    assert not ACTS.search(done.stderr)
    assert done.exit_code in (0, 1, 4)


def test_one_bad_file_does_not_stop_a_command(night: Path) -> None:
    (night / "a.txt").write_bytes(b"\x00\x01" * 500)
    (night / "b.jsonl").write_text("{no json\n")
    (night / "c.jsonl").write_bytes(lines_of(NIGHT[0]))
    done = sayso("stories", night)
    assert done.exit_code == SOME_UNREAD
    assert done.stdout.startswith("5 articles: 1 story that several tell, 1 that stands alone.\n")
    binary, no_json, twice = done.stderr.splitlines()
    assert binary.startswith(f"sayso: {night / 'a.txt'}: no text: ")
    assert no_json.startswith(f"sayso: {night / 'b.jsonl'}:1: no article in JSON")
    assert twice == "sayso: agency: given more than once, counted once"


def test_an_article_given_twice_is_not_left_unread(night: Path) -> None:
    (night / "c.jsonl").write_bytes(lines_of(NIGHT[0]))
    done = sayso("stories", night)
    assert (done.exit_code, done.stderr) == (0, "sayso: agency: given more than once, counted once\n")


@pytest.mark.parametrize("name", EVERY)
def test_the_exit_code_of_every_command_tells_that_something_was_left_unread(
    name: str, night: Path, tmp_path: Path
) -> None:
    (night / "a.txt").write_bytes(b"\x00\x01" * 500)
    done = sayso(*called(name, night, tmp_path))
    assert done.exit_code == SOME_UNREAD
    assert done.stdout
    assert f"sayso: {night / 'a.txt'}: no text: " in done.stderr


def test_a_quotation_that_is_not_as_it_was_read_matters_more_than_what_is_unread(night: Path, tmp_path: Path) -> None:
    (night / "a.txt").write_bytes(b"\x00\x01" * 500)
    changed = draft(tmp_path, "“We had no warning of any sort,” Otto Varga said.")
    assert sayso("check", changed, "--against", night).exit_code == NOT_AS_READ


def test_stories_begin_with_how_many_there_are(night: Path) -> None:
    lines = sayso("stories", night).stdout.splitlines()
    assert lines[0] == "5 articles: 1 story that several tell, 1 that stands alone."
    assert lines[2] == "Ferry runs aground off Kell  ⟨agency⟩"
    assert lines[5].startswith("  ⟨agency#1⟩ 4 articles → ")
    assert "  ⟨market⟩ Tamsin Courier, 2025-05-12 18:00 (+02:00): “Herring prices fall for a third week”" in lines


def test_stories_in_json_hold_those_of_one_article_too(night: Path) -> None:
    assert [line["articles"] for line in objects("stories", night)] == [
        ["agency", "post", "herald", "radio"],
        ["market"],
    ]


def test_articles_that_have_nothing_in_common_are_no_story(tmp_path: Path) -> None:
    here = write_night(tmp_path / "two", NIGHT[0], NIGHT[4])
    assert shown("stories", here).startswith("2 articles, and no story that two of them tell.")
    assert shown("echoes", here) == "Nothing shows that any article copies, credits or quotes another here."
    assert shown("disputes", here) == "No dispute found: no numbers that differ, and no yes against a no."
    assert objects("echoes", here) == objects("disputes", here) == []


@pytest.mark.parametrize("command", ["point", "funnel"])
@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("agency#99", "the story agency has points 1 to"),
        ("agency#0", "the story agency has points 1 to"),
        ("agency#one", "the story agency has points 1 to"),
        ("agency#²", "the story agency has points 1 to"),
        ("agency#-1", "the story agency has points 1 to"),
        ("agency#" + "9" * 5000, "the story agency has points 1 to"),
        ("nobody#1", "no article of that id is here"),
        ("nobody", "no such story; a point is called STORY#NUMBER"),
        ("#1", "no such story"),
        ("", "no such story"),
        ("market#1", "this article is in no story with another"),
        ("\x1b[2J#1", "no article of that id is here"),
    ],
)
def test_a_point_that_does_not_exist_is_told(command: str, name: str, says: str, night: Path) -> None:
    said = told(sayso(command, night, name), 1)
    assert says in said
    assert not ACTS.search(said)


def test_a_point_is_found_by_any_article_of_its_story_and_by_the_beginning_of_an_id(night: Path) -> None:
    whole = sayso("point", night, "agency#2").stdout
    assert whole.startswith("⟨agency#2⟩ ")
    assert sayso("point", night, "herald#2").stdout == whole
    assert sayso("point", night, "her#2").stdout == whole


def test_ids_with_blanks_and_number_signs_name_points_too(tmp_path: Path) -> None:
    here = write_night(tmp_path / "odd", *(replace(one, id=f"{one.id} b#7") for one in NIGHT))
    assert shown("point", here, "agency b#7#1").startswith("⟨agency b#7#1⟩ 4 articles")
    assert shown("point", here, "agency b#7").startswith("Ferry runs aground off Kell ⟨agency b#7⟩")
    assert shown("funnel", here, "post b#7#2").startswith("⟨agency b#7#2⟩ ")


def test_an_id_that_stands_for_several_is_told(tmp_path: Path) -> None:
    here = write_night(tmp_path / "two", replace(NIGHT[0], id="kell-1"), replace(NIGHT[1], id="kell-2"))
    assert told(sayso("point", here, "kell#1"), 1) == "kell: 2 articles have ids that begin so; give more of it"


def test_a_story_without_a_number_shows_all_its_points(night: Path) -> None:
    count = len(objects("point", night, "agency"))
    assert shown("point", night, "agency").count("⟨agency#") == count > 3


def test_a_funnel_opens_each_of_its_numbers(night: Path) -> None:
    view = sayso("funnel", night, "agency#1").stdout
    assert view.startswith("⟨agency#1⟩ 4 articles → 4 publishers → ")
    assert [line[2] for line in view.splitlines() if line.startswith("→ ")][:2] == ["4", "4"]
    (line,) = objects("funnel", night, "agency#1")
    assert len(line["articles"]) == len(line["publishers"]) == 4


def test_echoes_say_who_depends_on_whom_and_may_be_asked_for_one_article(night: Path) -> None:
    assert "depend on Skerry Press ⟨agency⟩" in shown("echoes", night)
    assert {line["edge"]["child"] for line in objects("echoes", night, "--article", "post")} == {"post"}
    assert shown("echoes", night, "--article", "market").startswith("Nothing shows that this article copies")
    assert "no article of that id is here" in told(sayso("echoes", night, "--article", "none"), 1)


def test_a_source_is_found_in_all_articles(night: Path) -> None:
    assert shown("source", night, "quill").startswith("quill: 3 claims in 3 articles, written “Ada Quill” (3)")
    assert told(sayso("source", night, "No\x1bbody"), 1) == "No⟨U+001B⟩body: no claim of a source of that name is here"


def test_numbers_that_differ_are_shown_in_their_sentences(night: Path) -> None:
    view = shown("disputes", night)
    assert "▸40 passengers◂" in view
    assert "▸60 passengers◂" in view


def test_a_trace_needs_an_article_and_only_one(night: Path, tmp_path: Path) -> None:
    several = tmp_path / "several.jsonl"
    several.write_bytes(lines_of(*NIGHT[:2]))
    assert told(sayso("trace", several, "--in", night), 1) == f"{several}: holds 2 articles; name a file of one"
    assert told(sayso("trace", night, "--in", night), 1) == f"{night}: is a folder; name one article"
    none = tmp_path / "none.txt"
    assert told(sayso("trace", none, "--in", night), 1).startswith(f"{none}: cannot be opened")
    empty = tmp_path / "empty.jsonl"
    empty.write_text("\n")
    assert told(sayso("trace", empty, "--in", night), 1) == f"{empty}: holds no article"


def test_a_page_from_outside_is_traced_and_not_kept(ledger: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(POST, encoding="utf-8")
    view = shown("trace", page, "--in", ledger)
    assert view.startswith(f"⟨{make_id(POST)[:10]}⟩ “Forty rescued as ferry grounds near Kell”")
    assert "The very same text is here as The Kell Post ⟨post⟩." in view
    assert "All of its 4 sentences stand in others as well" in view
    assert shown("status", ledger).startswith("5 articles")


def test_an_article_of_the_same_id_and_another_text_is_refused(night: Path, ledger: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.jsonl"
    other.write_bytes(lines_of(replace(NIGHT[1], text=RADIO)))
    for here in (night, ledger):
        assert told(sayso("trace", other, "--in", here), 1) == f"post: {here} has another text under this id"


EXACT = "“We had no warning of any kind,” Otto Varga said."


@pytest.mark.parametrize(
    ("paragraphs", "code", "says"),
    [
        ((EXACT,), 0, "1 quotation against 5 articles: 1 exact."),
        ((EXACT, "“No comment,” Ada Quill said."), 0, "1 not looked up, 1 exact."),
        (("“We had no warning,” Otto Varga said.",), 4, "1 altered."),
        (("“We had no warning of any sort,” Otto Varga said.",), 4, "1 altered."),
        (("“We had no warning of any kind,” Ada Quill said.",), 4, "1 other speaker."),
        (("“The captain slept all evening,” Ada Quill said.", EXACT), 4, "1 not found, 1 exact."),
        (("Nothing was said at all.",), 0, "No quotation in the draft to look up in 5 articles."),
    ],
)
def test_a_draft_is_checked_and_the_exit_code_tells(
    paragraphs: tuple[str, ...], code: int, says: str, night: Path, tmp_path: Path
) -> None:
    done = sayso("check", draft(tmp_path, *paragraphs), "--against", night)
    assert done.exit_code == code
    assert says in done.stdout.splitlines()[0]
    assert done.stderr == ""


def test_a_terminal_without_the_letters_gets_question_marks(night: Path) -> None:
    done = CliRunner(charset="ascii").invoke(main, ["stories", str(night)])
    assert done.exit_code == 0
    assert b"?agency?" in done.stdout_bytes


def test_a_text_alone_in_a_folder_of_pages_is_read_by_worker_processes(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    for at, text in enumerate((AGENCY, POST)):
        (folder / f"{at}.txt").write_text(text, encoding="utf-8")
    view = shown("stories", folder)
    assert view.startswith("2 articles: 1 story that several tell, none that stands alone.")
    assert AGROUND in view.replace(" │ ", " ")
