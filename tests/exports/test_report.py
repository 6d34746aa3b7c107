"""Reports: statements with footnotes by which they are found again, in Markdown and as a page that stands alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from lxml import html

from sayso.articles.identity import digest_text
from sayso.exports import report_html, report_markdown
from sayso.exports.escapes import is_active
from sayso.exports.report import Section, Statement, find_paragraph, make_sections
from sayso.exports.selection import Selection
from sayso.linking.story import LinkedStory
from sayso.records.reading import Reading
from tests.exports.anything import readings
from tests.exports.readings import GATES, TEXT, dam_reading, find
from tests.exports.stories import ferry_story

FERRY = [member.reading for member in ferry_story().scene.members]


def sections(*given_readings: Reading, stories: Sequence[LinkedStory] = (), text: bool = True) -> list[Section]:
    return list(make_sections(Selection.of(given_readings, stories, text=text)))


def statement(words: str) -> Statement:
    """The statement of the dam's report that holds these words."""
    (section,) = sections(dam_reading())
    return next(one for one in section.statements if words in " ".join(piece for piece, _ in one.words))


def page(selection: Selection) -> html.HtmlElement:
    return html.fromstring(b"".join(report_html.export(selection)).decode())


def markdown(selection: Selection) -> str:
    return b"".join(report_markdown.export(selection)).decode()


def test_an_article_in_no_story_has_all_its_statements_in_the_order_of_the_text() -> None:
    (section,) = sections(dam_reading())
    assert len(section.statements) == len(dam_reading().claims)
    starts = [one.note.start for one in section.statements]
    assert starts == sorted(starts)
    assert [one.note.number for one in section.statements] == list(range(1, len(starts) + 1))


def test_a_story_has_a_section_a_point_and_its_articles_no_other() -> None:
    found = sections(*FERRY, dam_reading(), stories=[ferry_story()])
    assert [(one.level, len(one.statements)) for one in found][:3] == [(2, 0), (3, 4), (3, 2)]
    assert found[3].heading == "Valley Towns Evacuated After Orsk Dam Is Opened"
    assert len(found) == 4
    assert found[1].counted.startswith("4 articles → 2 reports (1 to 2) → 2 origins")


def test_a_footnote_leads_to_the_words() -> None:
    one = statement("nobody ordered us to open")
    assert one.who == "Carla Ruiz (denies) · clear"
    assert (one.note.start, one.note.end) == (GATES.content[0].start, GATES.content[0].end)
    assert digest_text(TEXT).startswith(one.note.digest)
    assert one.note.paragraph is not None
    assert one.note.paragraph in TEXT
    assert (one.note.chain, one.note.cue) == ("Norda → The Velm Courier reports → Carla Ruiz denies", ("said",))


def test_own_voice_is_said_to_be_so() -> None:
    assert statement("The dam was built").who == "the outlet's own voice · likely"
    assert statement("That may explain").who == "the outlet's own voice, hedged · likely"


@pytest.mark.parametrize("words", ["about the gates", "Who gave the order?\nAnd who will pay?"])
def test_a_paragraph_is_the_lines_around_the_words(words: str) -> None:
    found = find_paragraph(TEXT, find(words))
    assert words in found.cut(TEXT)
    assert TEXT[found.start - 1] == TEXT[found.end] == "\n"


def test_the_page_numbers_statements_and_footnotes_alike() -> None:
    shown = page(Selection.of([dam_reading()]))
    numbers = [str(number) for number in range(1, 15)]
    assert [one.text for one in shown.iterfind(".//sup/a")] == numbers
    assert [one.get("id") for one in shown.findall(".//section[@class='footnotes']/ol/li")] == [
        f"note-{number}" for number in numbers
    ]


def test_the_page_asks_for_nothing_from_elsewhere() -> None:
    written = b"".join(report_html.export(Selection.of([dam_reading()]))).decode()
    assert "default-src 'none'" in written
    assert not re.search(r"""(?:src|href)=["'](?!#)""", written)
    assert "<script" not in written


@given(readings())
def test_nothing_of_an_article_is_taken_for_markup(reading: Reading) -> None:
    selection = Selection.of([reading])
    for written in (b"".join(report_html.export(selection)).decode(), markdown(selection)):
        assert not [char for char in written if is_active(char) and char not in "⟨⟩"]
    shown = page(selection)
    (section,) = sections(reading)
    assert len(shown.findall(".//sup/a")) == len(section.statements)
    assert len(re.findall(r"^\[\^\d+\]: ", markdown(selection), re.MULTILINE)) == len(section.statements)


def test_markdown_has_a_footnote_for_each_mark() -> None:
    written = markdown(Selection.of([dam_reading()]))
    marks = re.findall(r"\[\^(\d+)\](?!:)", written)
    assert marks == re.findall(r"^\[\^(\d+)\]:", written, re.MULTILINE)
    assert f"> {GATES.content[0].cut(TEXT)}[^" in written


def test_without_text_statements_have_their_places_and_no_words() -> None:
    untitled = replace(dam_reading(), article=replace(dam_reading().article, title=None))
    selection = Selection.of([untitled, *FERRY], [ferry_story()], text=False)
    for written in (b"".join(report_html.export(selection)).decode(), markdown(selection)):
        assert "gates" not in written
        assert "Valley Towns" not in written
        assert "asked not to be named" not in written
        assert "Carla Ruiz denies" in written
        assert f"characters {GATES.content[0].start} to {GATES.content[0].end}" in written


def test_two_stretches_have_a_mark_where_words_were_left_out() -> None:
    two = replace(dam_reading().claims[2], content=(find("Valley Towns"), find("After Orsk Dam Is Opened")))
    written = markdown(Selection.of([replace(dam_reading(), claims=(two,))]))
    assert "> Valley Towns ⟨…⟩ After Orsk Dam Is Opened" in written
