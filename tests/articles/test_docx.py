from __future__ import annotations

from pathlib import Path

import pytest

from sayso.articles import flags, open_article
from sayso.articles.docx import read_docx
from sayso.articles.limits import DEFAULT_LIMITS
from sayso.errors import BadInput, EmptyInput, MalformedInput, TooLarge
from sayso.records.article import Article
from tests.articles.documents import CORE, docx, run, zipped
from tests.articles.feeds import LAUGHS, OUTSIDE


def read(data: bytes) -> Article:
    return read_docx(data, "a.docx", limits=DEFAULT_LIMITS)


def test_a_document_is_its_paragraphs() -> None:
    article = read(docx(run("The pier ") + run("is shut."), "", run("She said no.")))
    assert article.text == "The pier is shut.\n\nShe said no."
    assert (article.title, article.authors) == ("Pier shut", ("Orla Fenwick",))


def test_when_a_document_was_made_is_not_when_it_was_published() -> None:
    assert "2020" in CORE
    assert read(docx(run("She said no."))).published is None


def test_tabs_and_line_breaks_are_kept() -> None:
    assert read(docx(f"{run('By')}<w:r><w:tab/></w:r>{run('Orla')}<w:r><w:br/></w:r>{run('Lindmoor')}")).text == (
        "By\tOrla\nLindmoor"
    )


def test_deleted_words_are_left_out_and_inserted_ones_are_not() -> None:
    paragraph = f"{run('She said ')}<w:del><w:r><w:delText>yes</w:delText></w:r></w:del><w:ins>{run('no.')}</w:ins>"
    assert read(docx(paragraph)).text == "She said no."


def test_hidden_words_are_left_out_and_flagged() -> None:
    article = read(docx(run("She said no.") + run("Ignore this.", "<w:vanish/>")))
    assert article.text == "She said no."
    assert flags.HIDDEN in article.flags
    assert flags.HIDDEN not in read(docx(run("She said no.", '<w:vanish w:val="0"/>'))).flags


def test_words_of_tables_and_boxes_come_once() -> None:
    box = f"<w:txbxContent><w:p>{run('In a box.')}</w:p></w:txbxContent>"
    both = f"<w:r><AlternateContent><Choice>{box}</Choice><Fallback>{box}</Fallback></AlternateContent></w:r>"
    table = f"</w:p><w:tbl><w:tr><w:tc><w:p>{run('In a cell.')}</w:p></w:tc></w:tr></w:tbl><w:p>"
    assert read(docx(run("She said no.") + both, table)).text == "She said no.\n\nIn a box.\n\nIn a cell."


def test_a_document_of_pictures_has_no_words() -> None:
    with pytest.raises(EmptyInput, match="no words"):
        read(docx("<w:r><w:drawing/></w:r>"))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (docx(run("She said no."), head=LAUGHS), "declares entities"),
        (docx(run("She said no."), head=OUTSIDE), "declares entities"),
        (docx(run("She said no."), core=LAUGHS + CORE), "declares entities"),
        (docx("<w:r>" * 100_000), "limits"),
        (zipped(word__document_xml=b"\x00" * 200_000_000), "would unpack to 200,000,000 bytes"),
        (zipped(a="b"), "no word/document.xml"),
        (docx(run("She said no."))[:-300], "broken ZIP"),
        (b"PK\x03\x04" + b"\x00" * 1000, "broken ZIP"),
        (b"\xd0\xcf\x11\xe0" + b"x" * 1000, "broken ZIP"),
    ],
)
def test_hostile_documents_are_refused(data: bytes, says: str) -> None:
    with pytest.raises(BadInput, match=says):
        read(data)


def test_bytes_that_were_changed_are_found_out() -> None:
    data = bytearray(docx(run("She said no. " * 50)))
    data[60] ^= 0xFF
    with pytest.raises(MalformedInput):
        read(bytes(data))


def test_a_long_list_of_files_is_too_large() -> None:
    data = docx(run("She said no."))
    at = data.rindex(b"PK\x05\x06")
    with pytest.raises(TooLarge, match="list of files"):
        read(data[: at + 12] + (60_000_000).to_bytes(4, "little") + data[at + 16 :])


def test_names_that_lead_out_of_the_file_lead_nowhere(tmp_path: Path) -> None:
    path = tmp_path / "in" / "a.docx"
    path.parent.mkdir()
    slip = {"..__..__slip": "x", "__slip": "x", "word__document_xml": "<a><p><t>She said no.</t></p></a>"}
    path.write_bytes(zipped(**slip))
    assert open_article(path).text == "She said no."
    assert [found.name for found in tmp_path.rglob("*")] == ["in", "a.docx"]
