"""Chains, voices and relations, from rows that a fake encoder gives."""

from __future__ import annotations

import pytest

from sayso.reading.reader import read_article
from sayso.records.article import Article
from sayso.records.claim import Basis, Claim, RelationKind, Role, Voice
from sayso.records.reading import Reading
from sayso.records.span import Span
from tests.reading.fake_encoder import FakeEncoder, Spoken


def read(text: str, *spoken: Spoken, own: tuple[str, ...] = (), none: tuple[str, ...] = ()) -> Reading:
    return read_article(Article("a", text), FakeEncoder(*spoken, own=own, none=none))


def words_of(reading: Reading, claim: Claim) -> str:
    return " … ".join(span.cut(reading.article.text) for span in claim.content)


def claims_in(reading: Reading, voice: Voice) -> list[str]:
    return [words_of(reading, claim) for claim in reading.claims if claim.voice is voice]


CLOSED = Spoken("Ada Quill", "said", ("the old pier had been closed for good",))


def test_nothing_becomes_own_because_no_attribution_was_found() -> None:
    reading = read("The harbour was empty on Friday after the storm had passed.")
    assert claims_in(reading, Voice.OWN) == []
    assert len(claims_in(reading, Voice.UNSETTLED)) == 1


def test_a_sentence_positively_judged_is_own() -> None:
    text = "The harbour was empty on Friday after the storm had passed."
    assert claims_in(read(text, own=(text,)), Voice.OWN) == [text[:-1]]


def test_a_heading_is_no_claim_but_is_counted() -> None:
    text = "Harbour news and weather, week nine of the season at sea."
    reading = read(text, none=(text,))
    assert reading.claims == ()
    assert [row.what for row in reading.unread] == ["sentence"]


def test_the_chain_of_a_nested_attribution_runs_from_the_outlet_inwards() -> None:
    text = "Ada Quill said on Monday that the crew denied that the ferry had been overloaded that night."
    reading = read(
        text,
        Spoken("Ada Quill", "said", ("that the crew denied that the ferry had been overloaded that night",)),
        Spoken(
            "the crew", "denied", ("that the ferry had been overloaded that night",), "denies", "group", False, True
        ),
    )
    nested = next(claim for claim in reading.claims if len(claim.chain) == 3)
    names = {actor.id: actor.name for actor in reading.actors}
    assert [link.role for link in nested.chain] == [Role.OUTLET, Role.SPEAKER, Role.SPEAKER]
    assert [names.get(link.actor or "") for link in nested.chain] == [None, "Ada Quill", "the crew"]
    assert nested.chain[-1].does == "denies"


def test_a_page_credit_never_makes_an_agency_say_a_sentence() -> None:
    text = "Pier closed\n\nAda Quill said the old pier had been closed for good.\n\nSource: EFE"
    reading = read(text, CLOSED)
    assert [credit.name for credit in reading.credits] == ["EFE"]
    assert all("EFE" not in actor.name for actor in reading.actors)
    assert all(link.role is not Role.AGENCY for claim in reading.claims for link in claim.chain)


def test_an_own_aside_is_cut_off_from_what_stands_before_it() -> None:
    text = "On Monday the mayor thanked the crews of the Kell harbour, where all strangers were expelled on Saturday."
    own = claims_in(read(text, own=(text,)), Voice.OWN)
    assert own == [
        "On Monday the mayor thanked the crews of the Kell harbour",
        "where all strangers were expelled on Saturday",
    ]


def test_background_inside_a_content_is_the_outlets_own() -> None:
    content = "that the plan to move the ferries from Kell, where they had been moored since August 2019, was off"
    reading = read(f"The mayor reported {content}.", Spoken("The mayor", "reported", (content,)))
    own = [claim for claim in reading.claims if claim.voice is Voice.OWN]
    assert [words_of(reading, claim) for claim in own] == ["where they had been moored since August 2019"]
    assert own[0].basis is Basis.BACKGROUND


@pytest.mark.parametrize(("seen", "basis"), [("also seen", Basis.IMAGE), ("told to drill", Basis.NOT_GIVEN)])
def test_what_stands_between_pictures_and_what_is_also_seen_in_them_is_told_from_them(seen: str, basis: Basis) -> None:
    told = "The crews row across the harbour and climb the quay."
    text = f"On Monday the harbour office showed the first images of its drill.\n\n{told}\n\nThey are {seen} at night."
    reading = read_article(Article("a", text), FakeEncoder(own=(text,), basis="not given"))
    claims = {words_of(reading, claim): claim for claim in reading.claims}
    assert claims[told.rstrip(".")].basis is basis


def test_an_inference_of_the_outlet_is_hedged() -> None:
    text = "The ferries lie low in the water, which may indicate that their holds are full of grain."
    reading = read(text, own=(text,))
    hedged = [claim for claim in reading.claims if claim.hedged]
    assert [words_of(reading, claim) for claim in hedged] == ["which may indicate that their holds are full of grain"]
    assert hedged[0].basis is Basis.INFERRED


@pytest.mark.parametrize(
    ("text", "hedged"),
    [
        ("The plan may close the pier for a year.", True),
        ("The ferry was probably old by then.", True),
        ("The boats are unlikely to be late.", True),
        ("The crew seemed to like the pier.", True),
        ("The board met on May 6 in the town hall.", False),
        ("The council closed the pier for a year.", False),
    ],
)
def test_the_outlets_own_words_are_hedged_where_their_verb_is(text: str, hedged: bool) -> None:
    (claim,) = read(text, own=(text,)).claims
    assert claim.hedged is hedged


def test_a_deck_that_drops_words_of_a_quotation_shortens_it_and_says_which() -> None:
    deck = "We honour the courage of the sailors who saved our town"
    quote = (
        "“We honour the courage, the training and the patience of the sailors who, side by side with our own crews, "
        "saved our town,”"
    )
    text = f"Town honours sailors\n\n{deck}, Varga said.\n\n{quote} the mayor said.\n\nIt rained."
    reading = read(text, Spoken("Varga", "said", (deck,)), Spoken("the mayor", "said", (quote,), after="Varga said"))
    (relation,) = [r for r in reading.relations if r.kind is RelationKind.SHORTENS]
    missing = [span.cut(text) for span in relation.missing]
    assert any("side by side with our own crews" in words for words in missing)


def test_a_lede_told_as_fact_is_softened_by_the_attribution_further_down() -> None:
    lede = "All foreign trawlers were expelled from Kell harbour on Saturday"
    content = "that the operation to expel foreign trawlers from Kell harbour had ended well"
    text = f"{lede}.\n\nCaptain Roe reported {content}."
    reading = read(text, Spoken("Captain Roe", "reported", (content,)), own=(lede,))
    (relation,) = reading.relations
    by_id = {claim.id: claim for claim in reading.claims}
    assert relation.kind is RelationKind.SOFTENS
    assert by_id[relation.a].voice is Voice.OWN
    assert by_id[relation.b].voice is Voice.ATTRIBUTED


def test_a_passage_in_another_language_is_left_unread_and_counted() -> None:
    text = (
        "Der Hafen von Kell blieb am Freitag nach dem Sturm geschlossen, weil die Behörden erst alle Schäden an "
        "der alten Mole prüfen wollten, bevor wieder Fähren auslaufen dürfen und Gäste an Bord kommen."
    )
    reading = read(text)
    assert reading.claims == ()
    assert reading.unread[0].why == "does not read like English"
    assert reading.unread[0].span == Span(0, len(text))


def test_a_paragraph_without_end_is_left_unread_and_counted() -> None:
    reading = read("the mayor said it was so and " * 2000)
    assert reading.claims == ()
    assert "no prose" in reading.unread[0].why


@pytest.mark.parametrize("text", ["", "\n\n", "…", "“”“”", "” ” ”", "1 2 3\t4 5 6"])
def test_texts_without_words_give_an_empty_reading(text: str) -> None:
    assert read(text).attributions == ()


def test_an_aside_inside_a_clause_is_not_cut_off_from_the_clause() -> None:
    text = "The feud in Kell, which has entered its ninth year, was started by the former mayor after a storm."
    assert claims_in(read(text, own=(text,)), Voice.OWN) == [text[:-1]]


def test_words_inside_quotation_marks_are_never_own() -> None:
    text = "“The ferries were sold to a company in the north last year and nobody was asked.”"
    reading = read(text, own=(text,))
    assert claims_in(reading, Voice.OWN) == []
    assert len(claims_in(reading, Voice.UNSETTLED)) == 1


@pytest.mark.parametrize("heading", ["Flawed approach", "Words of wisdom", "Music"])
def test_a_heading_between_paragraphs_claims_nothing_whatever_the_encoder_says(heading: str) -> None:
    text = f"The harbour was empty on Friday.\n\n{heading}\n\nThe storm had passed."
    reading = read(text, own=(text,))
    assert heading not in claims_in(reading, Voice.OWN)
    assert [row.span.cut(text) for row in reading.unread if row.span] == [heading]


def test_own_words_do_not_end_in_the_word_that_joined_what_somebody_said() -> None:
    text = (
        "The fate of the pier was thrown into doubt on Friday when Ada Quill said the old pier had been closed for "
        "good."
    )
    own = claims_in(read(text, CLOSED, own=("The fate of the pier was thrown into doubt on Friday when",)), Voice.OWN)
    assert own == ["The fate of the pier was thrown into doubt on Friday"]


def test_a_name_without_a_verb_is_not_what_is_told_as_fact_elsewhere() -> None:
    own = "The constitutional reforms of Kell harbour have faced many challenges since the storm"
    text = f"{own}.\n\nAda Quill criticised the ongoing constitutional reforms in Kell harbour."
    reading = read(
        text, Spoken("Ada Quill", "criticised", ("the ongoing constitutional reforms in Kell harbour",)), own=(own,)
    )
    assert reading.relations == ()


def test_what_is_unsettled_is_not_what_somebody_puts_less_firmly() -> None:
    own = "The ferries were sold to a northern company in the winter"
    text = f"{own}.\n\nThe ferries were sold to a northern company, it was heard on the quay in the winter."
    assert read(text, own=(own,)).relations == ()


def test_own_words_keep_a_subject_that_says_something_further_on() -> None:
    text = "Ada Quill moved the old ferries to the north on Monday and announced that the pier would close."
    spoken = Spoken("Ada Quill", "announced", ("that the pier would close",))
    own = claims_in(read(text, spoken, own=("moved the old ferries to the north on Monday and",)), Voice.OWN)
    assert own == ["Ada Quill moved the old ferries to the north on Monday"]


@pytest.mark.parametrize("question", ["Why was the old harbour board created?", "Who runs the port?"])
def test_a_line_that_is_a_question_claims_nothing(question: str) -> None:
    text = f"The harbour was empty on Friday.\n\n{question}\n\nThe storm had passed."
    reading = read(text, own=(text,))
    assert question not in claims_in(reading, Voice.OWN)
    assert [row.span.cut(text) for row in reading.unread if row.span] == [question]
