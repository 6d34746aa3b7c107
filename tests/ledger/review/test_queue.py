"""Which claims come first: those that are worth most, as a look at every claim would find them."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from sqlalchemy import insert, update

from sayso.errors import BadDecision
from sayso.ledger import Ledger, open_ledger
from sayso.ledger.listing import claim
from sayso.ledger.review.queue import find_queue
from sayso.ledger.review.tables import fed
from sayso.records.claim import Voice
from tests.ledger.ledgers import make_ledger
from tests.night import NIGHT, read_simply

READINGS = [read_simply(one) for one in NIGHT]


def worths(ledger: Ledger) -> list[tuple[float, int]]:
    """Of every claim what it is worth and its number, the worthiest first."""
    feeds = {(row.article, row.claim): row for row in ledger.connection.execute(fed.select())}
    found = []
    for row in ledger.connection.execute(claim.select()):
        doubt = 0.5 if row.voice == Voice.UNSETTLED else 1 - row.score / 1000
        of = feeds.get((row.article, row.claim))
        found.append((round(doubt * (of.articles + 2 * of.disputes if of else 1), 4), row.number))
    return sorted(found, key=lambda one: (-one[0], one[1]))


def shuffle(ledger: Ledger, seed: int) -> None:
    """Scores, voices and what rests upon each claim, by chance; many are alike."""
    chance = random.Random(seed)
    with ledger.change() as connection:
        for row in connection.execute(claim.select()).all():
            values = {"score": chance.choice((300, 900, 950, 1000)), "voice": chance.choice(list(Voice)).value}
            connection.execute(update(claim).where(claim.c.number == row.number).values(values))
            if chance.random() < 0.5:
                feeding = {"articles": chance.randint(1, 6), "disputes": chance.choice((0, 0, 1))}
                connection.execute(insert(fed).values(article=row.article, claim=row.claim, **feeding))


@pytest.mark.parametrize("seed", range(6))
def test_every_page_of_the_queue_is_as_a_look_at_every_claim_finds_it(tmp_path: Path, seed: int) -> None:
    with open_ledger(make_ledger(tmp_path / "night.db", *READINGS)) as ledger:
        shuffle(ledger, seed)
        expected = [number for _, number in worths(ledger)]
        for first in range(0, len(expected) + 3, 4):
            page = find_queue(ledger.connection, (), 4, first)
            assert [one.row.number for one in page] == expected[first : first + 4]


def test_what_is_left_out_is_left_out_before_pages_are_made(tmp_path: Path) -> None:
    with open_ledger(make_ledger(tmp_path / "night.db", *READINGS)) as ledger:
        shuffle(ledger, 1)
        numbers = [number for _, number in worths(ledger)]
        page = find_queue(ledger.connection, {numbers[0], numbers[3]}, 3, 1)
        assert [one.row.number for one in page] == [numbers[2], numbers[4], numbers[5]]


def test_a_queue_of_claims_without_doubt_goes_by_their_order(tmp_path: Path) -> None:
    with open_ledger(make_ledger(tmp_path / "night.db", *READINGS)) as ledger:
        with ledger.change() as connection:
            connection.execute(update(claim).values(score=1000, voice=Voice.OWN.value))
        assert [one.row.number for one in find_queue(ledger.connection, (), 5)] == [n for _, n in worths(ledger)][:5]


def test_an_empty_ledger_has_an_empty_queue(tmp_path: Path) -> None:
    with open_ledger(make_ledger(tmp_path / "empty.db")) as ledger:
        assert find_queue(ledger.connection, (), 5) == []


def test_a_whole_name_calls_one_claim_though_another_begins_with_it(tmp_path: Path) -> None:
    with open_ledger(make_ledger(tmp_path / "night.db", *READINGS)) as ledger:
        review = ledger.review("ada")
        key = review.queue(1)[0].row.key
        first, second, *_ = (one.row for one in review.queue(50) if one.row.key == key)
        with ledger.change() as connection:
            longer = update(claim).where(claim.c.number == second.number).values(claim=first.claim + "0")
            connection.execute(longer)
        assert review.find(first.pick).number == first.number
        with pytest.raises(BadDecision, match="2 claims are called so"):
            review.find(first.pick[:-1])
