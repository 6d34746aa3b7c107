from __future__ import annotations

import sys
from pathlib import Path

import pytest

from sayso.articles import flags, open_article
from sayso.articles.limits import DEFAULT_LIMITS, Limits
from sayso.articles.pdf import join_lines, read_pdf
from sayso.errors import BadInput, EmptyInput, MissingExtra
from sayso.records.article import Article
from tests.articles.documents import join_objects, pdf

LINES = ["The harbour master said on Tuesday that the old pier would be", "shut until the storms had passed."]


def read(data: bytes, limits: Limits = DEFAULT_LIMITS) -> Article:
    return read_pdf(data, "a.pdf", limits=limits)


def test_a_document_is_its_paragraphs_with_their_lines_joined() -> None:
    article = read(pdf(["Pier shut", *LINES, "She said no."], ["A second page tells more."]))
    assert article.text.split("\n") == [
        "Pier shut",
        " ".join(LINES),
        "She said no.",
        "A second page tells more.",
    ]
    assert article.flags == (flags.LINES_JOINED,)


def test_a_document_says_its_title_and_author_but_not_when_it_was_published() -> None:
    about = "/Title(Pier shut)/Author(Orla Fenwick)/CreationDate(D:20200101000000Z)"
    article = read(pdf(LINES, about=about))
    assert (article.title, article.authors, article.published) == ("Pier shut", ("Orla Fenwick",), None)


@pytest.mark.parametrize(
    ("page", "paragraphs"),
    [
        ("One line.", ["One line."]),
        ("a b\n\nc d", ["a b", "c d"]),
        ("The pier at Lindmoor is well-\nknown to all who live near it\nand fish.", None),
        ("", []),
    ],
)
def test_lines_are_joined_where_the_next_word_did_not_fit(page: str, paragraphs: list[str] | None) -> None:
    whole = ["The pier at Lindmoor is well-known to all who live near it and fish."]
    assert list(join_lines(page)) == (whole if paragraphs is None else paragraphs)


def test_a_scan_has_no_text_and_says_so() -> None:
    with pytest.raises(EmptyInput, match=r"no text in its 2 pages: a scan\?"):
        read(pdf([], []))


def test_too_many_pages_are_too_many() -> None:
    with pytest.raises(BadInput, match="has 3,000 pages, more than the limit of 2,000"):
        read(pdf(*([["no"]] * 3_000)))


TREE = "<</Type/Pages/Kids[2 0 R]/Count 1>>"
HOSTILE = {
    "pages that hold themselves": join_objects(["<</Type/Catalog/Pages 2 0 R>>", TREE, "<<>>"]),
    "an object that is itself": join_objects(["<</Type/Catalog/Pages 2 0 R>>", "2 0 R", "<<>>"]),
    "a thousand million pages": join_objects(
        ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 1000000000>>", "<<>>"]
    ),
    "lists in lists": join_objects(["<</Type/Catalog/Pages 2 0 R>>", "[" * 100_000, "<<>>"]),
    "cut off": pdf(LINES)[:200],
    "no PDF": b"%PDF-1.4\n" + b"x" * 100_000,
    "only a beginning": b"%PDF-",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_documents_are_refused_in_time(name: str) -> None:
    with pytest.raises(BadInput):
        read(HOSTILE[name], Limits(seconds=10))


def test_a_table_that_leads_to_itself_ends() -> None:
    data = pdf(LINES)
    at = data.index(b"startxref")
    looped = data[:at].replace(b"/Root", b"/Prev %d/Root" % data.index(b"xref\n0")) + data[at:]
    assert LINES[0] in read(looped).text


def test_without_the_extra_the_pip_command_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    (tmp_path / "a.pdf").write_bytes(pdf(LINES))
    with pytest.raises(MissingExtra, match=r'needs the extra "pdf": pip install "sayso\[pdf\]"'):
        open_article(tmp_path / "a.pdf")
