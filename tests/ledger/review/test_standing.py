"""Which decisions stand when undos come between, and undos of undos."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.ledger.review.standing import find_last, find_standing, find_undone, seen_by
from sayso.records.decision import Act, Decision
from tests.ledger.review.decisions import decision


@st.composite
def histories(draw: st.DrawFn) -> list[Decision]:
    """Decisions by two coders, each undo of something earlier that stands."""
    made: list[Decision] = []
    for number in range(1, draw(st.integers(1, 14)) + 1):
        coder = draw(st.sampled_from(["ada", "ben"]))
        mine = [one.number for one in made if one.coder == coder and one.number not in find_undone(made)]
        undoes = draw(st.none() | st.sampled_from(mine)) if mine else None
        act = Act.UNDO if undoes else draw(st.sampled_from([Act.ACCEPT, Act.REJECT]))
        made.append(decision(act, number=number, coder=coder, undoes=undoes))
    return made


def replay(decisions: list[Decision]) -> list[int]:
    """The same, slowly: each undo turns what it undoes, and all that hung on it, over."""
    by_number = {one.number: one for one in decisions}

    def stands(number: int) -> bool:
        undos = (one.number for one in decisions if one.act is Act.UNDO and one.undoes == number)
        return not any(stands(undo) for undo in undos)

    return [number for number, one in by_number.items() if one.act is not Act.UNDO and stands(number)]


@given(histories())
def test_what_stands_is_what_replaying_every_undo_leaves(decisions: list[Decision]) -> None:
    assert [one.number for one in find_standing(decisions)] == replay(decisions)


@given(histories())
def test_an_undo_of_the_last_decision_leaves_what_stood_before_it(decisions: list[Decision]) -> None:
    last = decisions[-1]
    undo = decision(Act.UNDO, number=len(decisions) + 1, coder=last.coder, undoes=last.number)
    assert find_standing([*decisions, undo]) == find_standing(decisions[:-1])
    redo = decision(Act.UNDO, number=len(decisions) + 2, coder=last.coder, undoes=undo.number)
    assert find_standing([*decisions, undo, redo]) == find_standing(decisions)


@given(histories())
def test_what_one_coder_undoes_is_none_of_anothers(decisions: list[Decision]) -> None:
    for coder in ("ada", "ben"):
        alone = find_standing(seen_by(decisions, coder))
        assert alone == [one for one in find_standing(decisions) if one.coder == coder]


def test_the_last_decision_is_ones_own_that_stands() -> None:
    decisions = [
        decision(number=1),
        decision(Act.REJECT, number=2),
        decision(number=3, coder="ben"),
        decision(Act.UNDO, number=4, undoes=2),
    ]
    last = find_last(decisions, "ada")
    assert last is not None
    assert last.number == 1
    assert find_last(decisions, "cleo") is None
