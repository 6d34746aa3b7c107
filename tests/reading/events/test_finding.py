"""Events of one sentence, by a fake encoder that leaves the type to the list of words."""

from __future__ import annotations

import pytest

from sayso.reading.reader import read_article
from sayso.reading.tables import Floats
from sayso.records.article import Article
from sayso.records.event import EventFlag, Factuality
from tests.reading.events.told import lines_of, read_told, told
from tests.reading.fake_encoder import EventEncoder, Spoken


@pytest.mark.parametrize(
    "text",
    [
        "The mayor of Lund is back, and so is the winter.",
        "The mayor brought the French soldiers back home.",
        "The French mayor came after a photo shoot near Lund.",
        "The French mayor saw pictures shot by Ada Quill.",
        "Shot by the celebrity photographer Ada Quill, the mayor of Lund holds an oar.",
    ],
)
def test_what_is_back_or_on_pictures_is_no_event(text: str) -> None:
    assert told(text) == []


def test_to_back_somebody_and_to_shoot_somebody_are_events() -> None:
    assert told("The French president backed German ministers in Paris.") != []
    assert told("French police will back the mayor of Lund.") != []
    assert told("Rebels shot two soldiers near Lund.") != []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Russian police arrested three activists in Lund on Monday.",
            "COERCE arrested: Russian police > three activists",
        ),
        (
            "Three activists were arrested by Russian police in Lund.",
            "COERCE arrested: Russian police > Three activists",
        ),
        ("Israel launched an attack on Syrian rebels near Lund.", "ASSAULT attack: Israel > Syrian rebels"),
        ("The attack by rebels on the French army lasted an hour.", "ASSAULT attack: rebels > the French army"),
        ("The president of Kosovo resigned on Thursday.", "RETREAT resigned: The president > -"),
        ("Talks between Russia and Ukraine began in Paris.", "CONSULT Talks: Russia + Ukraine > -"),
        (
            "The French president met German ministers in Paris.",
            "CONSULT met: The French president + German ministers > -",
        ),
        ("Soldiers who attacked the village killed residents.", "ASSAULT attacked: Soldiers > residents"),
        (
            "Russia and Belarus condemned the French government and the German army.",
            "ACCUSE condemned: Russia + Belarus > the French government + the German army",
        ),
    ],
)
def test_who_does_it_to_whom_is_told_by_the_order_of_the_words(text: str, expected: str) -> None:
    assert told(text) == [expected]


def test_several_events_of_a_sentence_have_their_own_parties() -> None:
    lines = told("France urged Israel to halt strikes on Gaza and withdraw.")
    assert "REQUEST urged: France > Israel" in lines
    assert "RETREAT withdraw: Israel > -" in lines


def test_nobody_is_borrowed_from_another_claim() -> None:
    text = "General Varga said that French troops were expelled on Monday."
    content = "that French troops were expelled on Monday"
    reading = read_told(text, Spoken("General Varga", "said", (content,)))
    assert [event.actors for event in reading.events] == [()]


def test_whoever_denies_a_deed_of_his_own_is_its_actor_and_denies_it() -> None:
    text = "France denied sending troops to Mali."
    reading = read_told(text, Spoken("France", "denied", ("sending troops to Mali",), commitment="denies"))
    assert lines_of(reading) == ["MOBILIZE sending: France > Mali"]
    (claim,) = (claim for claim in reading.claims if claim.about)
    assert claim.about[0].factuality == (Factuality.UNCOMMITTED, Factuality.CERTAINLY_NOT)


def test_who_confirms_a_dispatch_made_it() -> None:
    text = "North Korea confirmed the dispatch of troops to Russia."
    spoken = Spoken("North Korea", "confirmed", ("the dispatch of troops to Russia",), commitment="confirms")
    assert told(text, spoken) == ["MOBILIZE dispatch: North Korea > Russia"]


def test_an_accusation_is_an_event_of_its_own() -> None:
    text = "Russia accused Ukraine of killing soldiers."
    assert "ACCUSE accused: Russia > Ukraine" in told(
        text, Spoken("Russia", "accused", ("Ukraine of killing soldiers",))
    )


def test_we_are_whose_words_it_is_in() -> None:
    text = "“We thank the French government,” said Ada Quill."
    reading = read_told(text, Spoken("Ada Quill", "said", ("“We thank the French government,”",)))
    names = {actor.id: actor.name for actor in reading.actors}
    assert [names[one.actor] for event in reading.events for one in event.actors] == ["Ada Quill"]


def test_what_did_not_happen_is_flagged_and_denied() -> None:
    (event,) = read_told("The army did not attack Ukraine.").events
    assert EventFlag.NEGATED in event.flags


def test_a_condition_leaves_it_open() -> None:
    reading = read_told("If Russia attacks Ukraine, the ministers leave.")
    (event,) = reading.events
    assert EventFlag.HYPOTHETICAL in event.flags
    assert [about.factuality for claim in reading.claims for about in claim.about] == [(Factuality.UNCOMMITTED,)]


def test_an_event_of_long_ago_is_history() -> None:
    (event,) = read_told("Israel attacked Syrian rebels in June 2019.", day="2025-04-28").events
    assert event.flags == (EventFlag.HISTORICAL,)


def test_the_encoder_looks_only_at_sentences_in_which_an_event_may_be_told() -> None:
    class Counting(EventEncoder):
        asked: list[int]

        def encode_events(self, rows: Floats) -> Floats:
            self.asked.append(len(rows))
            return super().encode_events(rows)

    text = "The alert was long. France sent troops to Mali."
    encoder = Counting(own=[text])
    encoder.asked = []
    assert lines_of(read_article(Article("two", text), encoder)) == ["MOBILIZE sent: France > Mali"]
    assert encoder.asked == [len("France sent troops to Mali .".split())]


def test_weights_without_event_heads_give_no_events() -> None:
    text = "Russia attacked Ukraine."
    assert read_article(Article("told", text), EventEncoder(own=[text], events=False)).events == ()


def test_modes_are_told_by_the_words() -> None:
    (event,) = read_told("Russian police arrested three activists in Lund.").events
    assert event.modes == ("arrest",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("French soldiers left on the order of General Varga.", "REQUEST order: General Varga > French soldiers"),
        ("French soldiers followed an order from General Varga.", "REQUEST order: General Varga > French soldiers"),
        ("French soldiers struck our homeland.", "ASSAULT struck: French soldiers > -"),
        (
            "French soldiers followed a direct order from General Varga.",
            "REQUEST order: General Varga > French soldiers",
        ),
        ("A French soldier attacks our homeland.", "ASSAULT attacks: A French soldier > -"),
    ],
)
def test_whose_order_it_is_and_what_is_ones_own(text: str, expected: str) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("France announced a dispatch of troops to Mali to support its government.", "AID dispatch: France > Mali"),
        ("France announced a dispatch of troops to Mali to stop the fighting.", "MOBILIZE dispatch: France > Mali"),
        ("French soldiers trained on firing ranges.", "MOBILIZE trained: French soldiers > -"),
    ],
)
def test_what_a_deed_is_for_tells_its_type(text: str, expected: str) -> None:
    assert expected in told(text)
