"""People at work on a ledger of the invented night: decided, kept through re-import and re-reading, never altered."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.errors import BadDecision, BadLedger, BadLog
from sayso.ledger import Ledger, open_ledger
from sayso.ledger.review import On, Review, load_judgements
from sayso.ledger.review.feeding import save_fed
from sayso.ledger.review.judged import NO_TEXT
from sayso.ledger.review.log import load_decisions
from sayso.ledger.review.revising import revise
from sayso.ledger.review.stretches import find_stretches, parse_span
from sayso.linking.feeding import find_fed
from sayso.records.attribution import Commitment
from sayso.records.claim import Role, Voice
from sayso.records.decision import Act, Edited
from sayso.records.reading import Reading
from sayso.records.span import Span
from tests.ledger.ledgers import make_ledger, put
from tests.night import NIGHT, ferry, read_simply

READINGS = [read_simply(one) for one in NIGHT]
SCRAPE = "We heard it scrape"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_ledger(tmp_path / "night.db", *READINGS)


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    with open_ledger(path) as opened:
        yield opened


def pick_of(review: Review, words: str) -> str:
    """The first claim of the ledger that holds these words."""
    return next(one.row.pick for one in review.queue(500) if words in one.row.words)


def reading_of(name: str) -> Reading:
    return next(one for one in READINGS if one.article.id == name)


def test_every_decision_says_who_when_what_on_which_words_and_by_which_model(ledger: Ledger) -> None:
    review = ledger.review("ada")
    made = review.reject(pick_of(review, SCRAPE), why="  a  caption\nonly ")
    (kept,) = load_decisions(ledger.connection)
    assert kept == made
    assert (kept.number, kept.coder, kept.act, kept.why, kept.blind) == (1, "ada", Act.REJECT, "a caption only", False)
    assert kept.at.endswith("+00:00")
    assert kept.subject is not None
    text = reading_of("radio").article.text
    assert SCRAPE in kept.subject.spans[0].cut(text)
    assert kept.seen is not None
    assert (kept.seen.voice, kept.seen.speaker) == (Voice.ATTRIBUTED, "Marta Sy")
    assert kept.model.startswith(READINGS[0].model.name)


def test_the_log_holds_no_word_of_an_article(ledger: Ledger) -> None:
    review = ledger.review("ada")
    review.accept(pick_of(review, SCRAPE))
    entry = str(ledger.connection.exec_driver_sql("SELECT entry FROM decision").scalar_one())
    assert "scrape" not in entry


def test_what_is_judged_leaves_the_queue_and_an_undo_brings_it_back(ledger: Ledger) -> None:
    review = ledger.review("ada")
    before = [one.row.pick for one in review.queue(500)]
    review.accept(before[3])
    assert before[3] not in [one.row.pick for one in review.queue(500)]
    review.undo()
    assert [one.row.pick for one in review.queue(500)] == before
    review.undo(2)
    assert before[3] not in [one.row.pick for one in review.queue(500)]


def test_the_queue_begins_with_what_is_doubtful_and_feeds_much(ledger: Ledger) -> None:
    review = ledger.review("ada")
    numbers = {name: number for number, name, _ in ledger.listed()}
    bare = {one.row.pick: one.worth for one in review.queue(500)}
    assert all(one.articles == 0 for one in review.queue(500))
    with ledger.change() as connection:
        save_fed(connection, numbers, find_fed(ferry()))
    queued = review.queue(500)
    assert [one.worth for one in queued] == sorted((one.worth for one in queued), reverse=True)
    fed = [one for one in queued if one.articles]
    assert fed
    for one in fed:
        rests = one.articles + 2 * one.disputes
        assert one.worth == pytest.approx(bare[one.row.pick] * rests, abs=1e-3)
    assert [one.row.pick for one in review.queue(5, 2)] == [one.row.pick for one in queued[2:7]]


def test_a_rejection_wants_a_reason_an_edit_a_change_and_everything_a_name(ledger: Ledger) -> None:
    review = ledger.review("ada")
    pick = pick_of(review, SCRAPE)
    with pytest.raises(BadDecision, match="needs a reason"):
        review.reject(pick, why="  ")
    with pytest.raises(BadDecision, match="an edit changes something"):
        review.edit(pick, Edited())
    with pytest.raises(BadDecision, match="no stretch of this text"):
        review.edit(pick, Edited(spans=(Span(3, 99_999),)))
    with pytest.raises(BadDecision, match="takes two claims"):
        review.merge(pick, pick)
    with pytest.raises(BadDecision, match="no claim is called so"):
        review.accept("abcdef.c1")
    with pytest.raises(BadDecision, match="claims are called so"):
        review.accept(f"{pick[:4]}.c")
    with pytest.raises(BadDecision, match="name of who decides"):
        ledger.review(" ")
    assert review.decisions() == []


def test_only_ones_own_decisions_are_undone_and_each_once(ledger: Ledger) -> None:
    ada, ben = ledger.review("ada"), ledger.review("ben")
    ada.accept(pick_of(ada, SCRAPE))
    with pytest.raises(BadDecision, match="is ada's, who alone can undo it"):
        ben.undo(1)
    with pytest.raises(BadDecision, match="nothing that could be undone"):
        ben.undo()
    ada.undo(1)
    with pytest.raises(BadDecision, match="undone already"):
        ada.undo(1)
    with pytest.raises(BadDecision, match="there is no decision 9"):
        ada.undo(9)


def test_the_database_itself_refuses_to_alter_the_log(ledger: Ledger, path: Path) -> None:
    review = ledger.review("ada")
    review.accept(pick_of(review, SCRAPE))
    review.undo()
    ledger.connection.commit()
    for statement in (
        "UPDATE decision SET coder = 'ben'",
        "DELETE FROM decision WHERE number = 2",
        "INSERT INTO decision SELECT 2, coder, text_digest, entry, previous, hash FROM decision WHERE number = 1",
        "INSERT OR REPLACE INTO decision SELECT * FROM decision WHERE number = 2",
        "INSERT INTO decision SELECT 4, coder, text_digest, entry, hash, hash FROM decision WHERE number = 2",
        "INSERT INTO decision SELECT 3, coder, text_digest, entry, previous, hash FROM decision WHERE number = 2",
    ):
        with closing(sqlite3.connect(path)) as other, pytest.raises(sqlite3.IntegrityError, match="only added to"):
            other.execute(statement)
    with pytest.raises(BadLedger, match="only added to"), ledger.change() as connection:
        connection.exec_driver_sql("DELETE FROM decision")
    assert review.check() == review.head()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE decision SET entry = replace(entry, 'ada', 'eva') WHERE number = 1",
        "UPDATE decision SET coder = 'eva' WHERE number = 1",
        "UPDATE decision SET text_digest = 'x' WHERE number = 1",
        "DELETE FROM decision WHERE number = 1",
        "DELETE FROM decision WHERE number = 2",
    ],
)
def test_who_takes_the_triggers_away_is_found_out_all_the_same(ledger: Ledger, path: Path, statement: str) -> None:
    review = ledger.review("ada")
    review.accept(pick_of(review, SCRAPE))
    review.undo()
    held = review.head()
    ledger.connection.commit()
    with closing(sqlite3.connect(path)) as other:
        for trigger in ("decision_stays", "decision_is_kept", "decision_follows"):
            other.execute(f"DROP TRIGGER {trigger}")
        other.execute(statement)
        other.commit()
    with pytest.raises(BadLog):
        review.check(held)


def test_a_blind_coder_sees_the_machines_rows_and_nothing_of_others(ledger: Ledger) -> None:
    ada, ben = ledger.review("ada"), ledger.review("ben", blind=True)
    before = ben.queue(500)
    pick = pick_of(ada, SCRAPE)
    ada.reject(pick, why="no claim")
    assert ben.queue(500) == before
    assert ben.decisions() == []
    assert ben.judgements().claims == {}
    assert [one.row.pick for one in ben.queue(500, after="ada")] == [pick]
    for refused in (ben.agreement, ben.contested):
        with pytest.raises(BadDecision, match="blind"):
            refused()
    assert ben.accept(pick).blind
    assert ben.queue(500, after="ada") == []


def test_coders_are_measured_and_where_they_differ_it_is_settled(ledger: Ledger) -> None:
    ada, ben, cleo = ledger.review("ada"), ledger.review("ben", blind=True), ledger.review("cleo")
    first, second, third = (one.row.pick for one in ada.queue(3))
    with pytest.raises(BadDecision, match="nothing to settle"):
        cleo.accept(first, settles=True)
    for pick in (first, second):
        ada.accept(pick)
        ben.accept(pick)
    ada.reject(third, why="no claim")
    ben.accept(third)
    found = cleo.agreement()
    assert (found.coders, found.units, found.same) == (("ada", "ben"), 3, 2)
    assert found.alpha == pytest.approx(0.0)
    assert cleo.agreement(On.VOICE).units == 2
    assert [row.pick for row, _ in cleo.contested()] == [third]
    with pytest.raises(BadDecision, match="a blind coder settles nothing"):
        ben.accept(third, settles=True)
    cleo.reject(third, why="a caption", settles=True)
    assert cleo.contested() == []
    assert cleo.agreement() == found
    assert len(cleo.judgements().rejected(one.article.id for one in READINGS)) == 1


def test_decisions_survive_an_import_taken_out_and_brought_back(tmp_path: Path) -> None:
    with open_ledger(make_ledger(tmp_path / "night.db", *READINGS[:3])) as ledger:
        batch = put(ledger, *READINGS[3:])
        review = ledger.review("ada")
        review.reject(pick_of(review, SCRAPE), why="no claim")
        before = load_judgements(ledger).claims
        ledger.undo(batch)
        assert [one.why for one in review.adrift()] == [NO_TEXT]
        put(ledger, *READINGS[3:])
        assert load_judgements(ledger).claims.keys() == before.keys()
        assert review.adrift() == ()
        renamed = replace(READINGS[3], article=replace(READINGS[3].article, id="radio again"))
        put(ledger, renamed)
        assert {key[0] for key in load_judgements(ledger).claims} == {"radio", "radio again"}


def test_a_reading_as_people_left_it_lacks_what_they_rejected_and_has_what_they_set(ledger: Ledger) -> None:
    review = ledger.review("ada")
    radio = reading_of("radio")
    scrape, tea = pick_of(review, SCRAPE), pick_of(review, "drank tea")
    review.reject(tea, why="no claim")
    spans = find_stretches(SCRAPE, radio.article.text, Span(0, 1))
    review.edit(scrape, Edited(spans=spans, speaker="Ada Quill", does=Commitment.DENIES, hedged=True))
    left = revise(radio, review.judgements())
    assert len(left.claims) == len(radio.claims) - 1
    claim = next(one for one in left.claims if one.content == spans)
    actors = {actor.id: actor for actor in left.actors}
    assert claim.hedged
    assert claim.chain[-1].does is Commitment.DENIES
    assert actors[claim.chain[-1].actor or ""].name == "Ada Quill"
    assert reading_of("radio") == radio


def test_what_was_own_is_given_to_a_speaker_and_back(ledger: Ledger) -> None:
    review = ledger.review("ada")
    tea = pick_of(review, "drank tea")
    review.edit(tea, Edited(voice=Voice.ATTRIBUTED, speaker="Marta Sy"))
    left = revise(reading_of("radio"), review.judgements())
    claim = next(one for one in left.claims if "drank tea" in one.content[0].cut(left.article.text))
    marta = next(actor for actor in left.actors if actor.name == "Marta Sy")
    assert (claim.voice, claim.chain[-1].role, claim.chain[-1].actor) == (Voice.ATTRIBUTED, Role.SPEAKER, marta.id)
    scrape = pick_of(review, SCRAPE)
    review.edit(scrape, Edited(voice=Voice.OWN))
    left = revise(reading_of("radio"), review.judgements())
    claim = next(one for one in left.claims if SCRAPE in one.content[0].cut(left.article.text))
    assert claim.voice is Voice.OWN
    assert all(link.role is not Role.SPEAKER for link in claim.chain)


def test_a_reading_on_which_nobody_altered_anything_is_the_same(ledger: Ledger) -> None:
    review = ledger.review("ada")
    review.accept(pick_of(review, SCRAPE))
    assert revise(reading_of("radio"), review.judgements()) is reading_of("radio")


def test_words_are_found_where_they_stand_nearest() -> None:
    text = "One ship. Two ships.\nOne ship more."
    assert find_stretches("One ship", text, Span(22, 25)) == (Span(21, 29),)
    assert find_stretches("Two  ships. One", text, Span(0, 1)) == (Span(10, 24),)
    assert find_stretches("One … more", text, Span(0, 1)) == (Span(0, 3), Span(30, 34))
    for words in ("three", "more … One", " … "):
        with pytest.raises(BadDecision):
            find_stretches(words, text, Span(0, 1))


def test_a_stretch_is_read_as_it_is_written() -> None:
    assert parse_span("3-9, 12-15") == (Span(3, 9), Span(12, 15))
    for written in ("", "9", "9-3", "a-b", "1-2-3", "-4-9"):
        with pytest.raises(BadDecision):
            parse_span(written)
