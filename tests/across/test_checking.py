"""A draft's quotations looked up."""

from __future__ import annotations

import pytest

from sayso.linking.checking import Checked, Finding, check_draft, firmness, quotations_of
from sayso.reading.reader import read_article
from sayso.records.article import Article
from sayso.records.attribution import Commitment
from sayso.records.drift import PieceKind
from sayso.records.reading import Reading
from tests.night import BUOY, NIGHT, read_simply
from tests.reading.fake_encoder import FakeEncoder, Spoken

EXACT, ALTERED, OTHER, NOT_FOUND = Finding.EXACT, Finding.ALTERED, Finding.OTHER_SPEAKER, Finding.NOT_FOUND
READINGS = [read_simply(one) for one in NIGHT]


def check(draft: str, readings: list[Reading] = READINGS) -> tuple[Checked, ...]:
    return check_draft(read_simply(Article("draft", draft)), readings)


def spoken(name: str, text: str, *said: Spoken) -> Reading:
    return read_article(Article(name, text), FakeEncoder(*said))


@pytest.mark.parametrize(
    ("draft", "finding"),
    [
        ("“We had no warning of any kind,” Otto Varga said.", EXACT),
        ("«We had no warning of any kind», Otto Varga said.", EXACT),
        ("“We had NO warning, of any kind!” Otto Varga said.", EXACT),
        ("“We had no warning,” Otto Varga said.", ALTERED),
        ("“We had no warning of any sort,” Otto Varga said.", ALTERED),
        ("“We had a warning of any kind,” Otto Varga said.", ALTERED),
        ("“We had no warning of any kind from the harbour office,” Otto Varga said.", ALTERED),
        ("“We had no warning of any kind,” Ada Quill said.", OTHER),
        ("“We had no warning,” Ada Quill said.", OTHER),
        ("“The captain was asleep in his cabin all evening,” Ada Quill said.", NOT_FOUND),
        ("“No comment,” Ada Quill said.", Finding.TOO_SHORT),
        ("“There is too much fish and too little ice,” Bram Oster said.", EXACT),
    ],
)
def test_a_quotation_is_found_as_it_was_read(draft: str, finding: Finding) -> None:
    (checked,) = check(f"A draft\n\n{draft}\n")
    assert checked.finding is finding


def test_a_draft_without_quotations_has_nothing_to_check() -> None:
    assert check("A draft\n\nThe ferry sailed at noon.\n") == ()


def test_nothing_is_found_where_nothing_was_read() -> None:
    (checked,) = check("A draft\n\n“We had no warning of any kind,” Otto Varga said.\n", [])
    assert (checked.finding, checked.matches) == (NOT_FOUND, ())


def test_all_articles_with_the_exact_words_are_named() -> None:
    (checked,) = check(f"A draft\n\n{BUOY}\n")
    assert [match.quoted.article for match in checked.matches] == ["agency", "post"]


def test_what_differs_is_shown_piece_by_piece() -> None:
    draft = "A draft\n\n“We heard it scrape, and then the engines went,” Marta Sy said.\n"
    (checked,) = check(draft)
    (match,) = checked.matches
    (piece,) = [piece for piece in match.drift.pieces if piece.kind is not PieceKind.SAME]
    assert piece.a is not None
    assert piece.b is not None
    assert (piece.a.cut(draft), piece.b.cut(match.quoted.text)) == ("engines", "lights")


def test_the_fullest_match_counts_and_not_a_scrap_of_it_in_a_headline() -> None:
    article = Article(
        "radio", "“We heard it scrape”\n\n“We heard it scrape, and then the lights went,” Marta Sy said.\n"
    )
    (checked,) = check(
        "A draft\n\n“We heard it scrape, and then the engines went,” Marta Sy said.\n", [read_simply(article)]
    )
    assert [match.quoted.spans[0].cut(article.text) for match in checked.matches] == [
        "“We heard it scrape, and then the lights went,”"
    ]


def test_of_two_speakers_of_the_same_words_the_drafts_own_counts() -> None:
    other = Article("other", "News\n\n“We had no warning of any kind,” Jon Petrov said.\n")
    (checked,) = check(
        "A draft\n\n“We had no warning of any kind,” Otto Varga said.\n", [read_simply(other), *READINGS]
    )
    assert checked.finding is EXACT
    assert [match.quoted.speaker for match in checked.matches] == ["Otto Varga", "Jon Petrov"]


HE = "The director, Otto Varga, came to the quay. “We had no warning of any kind,” he said."


@pytest.mark.parametrize(
    ("speaker", "finding"),
    [("Otto Varga", EXACT), ("Ada Quill", Finding.SPEAKER_UNCLEAR)],
)
def test_a_pronoun_is_nobody_and_whoever_it_seems_to_be_is_named_beside_it(speaker: str, finding: Finding) -> None:
    source = spoken(
        "kell",
        f"Otto Varga said nothing at first.\n\n{HE}\n",
        Spoken("Otto Varga", "said", ("nothing at first",)),
        Spoken("he", "said", ("“We had no warning of any kind,”",), after="quay"),
    )
    draft = read_simply(Article("draft", f"A draft\n\n“We had no warning of any kind,” {speaker} said.\n"))
    (checked,) = check_draft(draft, [source])
    assert checked.finding is finding
    assert (checked.matches[0].quoted.speaker, checked.matches[0].perhaps) == ("he", "Otto Varga")


def test_a_draft_that_confirms_what_was_only_said_is_firmer_than_its_source() -> None:
    words = "“We had no warning of any kind,”"
    draft = spoken(
        "draft",
        f"{words} Otto Varga confirmed.",
        Spoken("Otto Varga", "confirmed", (words,), commitment="confirms"),
    )
    exact, firmer = check_draft(draft, READINGS)
    assert (exact.finding, firmer.finding) == (EXACT, Finding.FIRMER)
    assert firmer.cue is not None
    assert firmer.their_cue is not None
    assert firmer.cue.cut(draft.article.text) == "confirmed"
    assert firmer.their_cue.cut(firmer.matches[0].quoted.text) == "said"


def test_a_draft_is_not_firmer_if_one_article_is_as_firm() -> None:
    words = "“We had no warning of any kind,”"
    text = f"{words} Otto Varga confirmed."
    confirmed = Spoken("Otto Varga", "confirmed", (words,), commitment="confirms")
    checked = check_draft(spoken("draft", text, confirmed), [*READINGS, spoken("kell", text, confirmed)])
    assert [one.finding for one in checked] == [EXACT]


def test_saying_and_denying_are_as_firm_as_each_other_and_hedging_is_less() -> None:
    firm = {}
    for commitment in (Commitment.ASSERTS, Commitment.DENIES, Commitment.HEDGES, Commitment.CONFIRMS):
        words = "“We had no warning of any kind,”"
        reading = spoken(
            "a", f"{words} Otto Varga said.", Spoken("Otto Varga", "said", (words,), commitment=commitment)
        )
        firm[commitment] = firmness(reading.attributions[0])
    assert firm[Commitment.HEDGES] < firm[Commitment.ASSERTS] == firm[Commitment.DENIES] < firm[Commitment.CONFIRMS]


def test_a_draft_that_is_in_the_ledger_does_not_bear_itself_out() -> None:
    draft = read_simply(Article("draft", "A draft\n\n“The pilot wept on the bridge all night,” Ada Quill said.\n"))
    (checked,) = check_draft(draft, [draft, *READINGS])
    assert checked.finding is NOT_FOUND


def test_quotations_come_in_the_order_of_the_text_with_their_speakers() -> None:
    agency = READINGS[0]
    found = [(one.spans[0].cut(one.text)[:12], one.speaker) for one in quotations_of(agency)]
    assert found == [("“The master ", "Ada Quill"), ("“We had no w", "Otto Varga")]
