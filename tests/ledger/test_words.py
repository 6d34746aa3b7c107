"""Words looked up: the same found in every kind of database, and nothing that is typed is syntax."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, insert, select

from sayso.ledger import Ledger, Where, open_ledger
from sayso.ledger.listing import claim, page
from sayso.ledger.words import (
    All,
    Either,
    Of,
    Phrase,
    Wanted,
    add_words,
    create_words,
    drop_words,
    find_tokens,
    matching,
    phrases,
)
from tests.ledger.ledgers import put
from tests.ledger.places import new_schema
from tests.night import article, read_simply

TEXTS = (
    "The café’s owner, Zoë Ångström, said the FERRY_7 would sail at 4:57.",
    "The ferry would not sail. 中文 words, e-mail ada@example.com, 3.5 % of 1,200.",
    "No boat: nothing but drop table claims; or (not) \"near\" * ^ : -minus AND OR NOT.",
    "“The pumps failed,” Ada Quill said.\n\n“We had no warning,” Otto Varga said.",
)  # fmt: skip


@pytest.fixture
def ledger(where: Where) -> Iterator[Ledger]:
    with open_ledger(where, create=True) as opened:
        put(opened, *(read_simply(article(str(number), text)) for number, text in enumerate(TEXTS, 1)))
        yield opened


def found(ledger: Ledger, wanted: Wanted, of: Of = Of.PAGE) -> list[int]:
    """The numbers of the articles that are found, or of those whose claims are."""
    rows, numbers = page if of is Of.PAGE else claim, matching(ledger.connection, of, wanted).subquery()
    articles = select(rows.c.article).join(numbers, numbers.c.number == rows.c.number)
    return sorted(ledger.connection.execute(articles).scalars())


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        (Phrase(("ferry",)), [1, 2]),
        (Phrase(find_tokens("ANGSTROM")), [1]),
        (Phrase(find_tokens("Café")), [1]),
        (Phrase(("ferry", "would")), [2]),
        (Phrase(("ferry", "7")), [1]),
        (Phrase(("would", "ferry")), []),
        (Phrase(("fer",)), []),
        (Phrase(("fer",), begins=True), [1, 2]),
        (Phrase(("the", "fer"), begins=True), [1, 2]),
        (Phrase(("3", "5")), [2]),
        (Phrase(("example", "com")), [2]),
        (Phrase(("ada",)), [2, 4]),
        (Phrase(("not",)), [2, 3]),
        (Phrase(("pumps",), column="title"), [4]),
        (Phrase(("warning",), column="title"), []),
        (All((Phrase(("ferry",)), Phrase(("not",)))), [2]),
        (Either((Phrase(("boat",)), Phrase(("pumps",)))), [3, 4]),
        (All((Either((Phrase(("boat",)), Phrase(("sail",)))), Phrase(("not",)))), [2, 3]),
        (phrases(["drop table claims;", '"', "*"]), [3]),
    ],
)
def test_words_are_found(ledger: Ledger, wanted: Wanted, numbers: list[int]) -> None:
    assert found(ledger, wanted) == numbers


def test_a_claim_is_found_by_its_speaker_and_no_phrase_reaches_from_one_column_into_the_other(ledger: Ledger) -> None:
    said = found(ledger, Phrase(("quill",), column="speaker"), Of.CLAIM)
    assert len(said) == 1
    assert found(ledger, Phrase(("failed",), column="words"), Of.CLAIM) == said
    assert found(ledger, Phrase(("failed", "ada")), Of.CLAIM) == []


def test_the_better_match_ranks_first(ledger: Ledger) -> None:
    wanted = matching(ledger.connection, Of.PAGE, Phrase(("ferry",)), ranked=True)
    assert all(row.rank < 0 for row in ledger.connection.execute(wanted))


def test_what_was_taken_out_is_found_no_more(ledger: Ledger) -> None:
    ledger.undo(1)
    assert found(ledger, Phrase(("ferry",))) == found(ledger, Phrase(("failed",)), Of.CLAIM) == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(st.text(max_size=30))
def test_whatever_is_typed_is_looked_for_and_never_refused(ledger: Ledger, typed: str) -> None:
    tokens = find_tokens(typed)
    if tokens:
        for begins in (False, True):
            found(ledger, All((Phrase(tokens, begins=begins),)))


def put_page(ledger: Ledger, number: int, text: str) -> None:
    with ledger.change() as connection:
        connection.execute(insert(page).values(number=number, article=number, said=b""))
        add_words(connection, number, {Of.PAGE: [(number, text, "", None, "every")]})


@pytest.fixture(scope="module")
def pair() -> Iterator[tuple[Ledger, Ledger]]:
    """An empty ledger of each kind."""
    with new_schema() as address, open_ledger(None) as one, open_ledger(address, create=True) as other:
        yield one, other


# SQLite's Unicode is of 2012: Latin, and some letters of other scripts.
LETTERS = st.characters(min_codepoint=1, max_codepoint=0x2AF) | st.sampled_from("中文字가나نورאב०๑")


@settings(max_examples=20)
@given(st.text(LETTERS, min_size=1, max_size=60))
def test_both_kinds_find_the_same(pair: tuple[Ledger, Ledger], text: str) -> None:
    for ledger in pair:
        with ledger.change() as connection:
            drop_words(connection)
            create_words(connection)
            connection.execute(delete(page))
        put_page(ledger, 1, text)
    one, other = pair
    for token in find_tokens(text):
        assert found(one, Phrase((token,))) == found(other, Phrase((token,))) == [1], token


def test_of_a_text_without_end_the_words_that_fit_are_found(where: Where) -> None:
    with open_ledger(where, create=True) as ledger:
        put_page(ledger, 1, " ".join(f"word{number}" for number in range(100_000)))
        assert found(ledger, Phrase(("word17", "word18"))) == [1]
