"""Decisions laid over the claims of another reading: brought over, lapsed, or adrift; coders against each other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.ledger.review.attaching import ClaimRow, Hold, attach, overlap
from sayso.ledger.review.judged import NO_CLAIM, NO_TEXT, READS_OTHERWISE, Judgements, judge
from sayso.records.attribution import Commitment
from sayso.records.claim import Voice
from sayso.records.decision import Act, Decision, Edited
from sayso.records.span import Span
from tests.ledger.review.decisions import DIGESTS, WORDS, decision, row, span_of

KEY = ("radio", "c1")
OTHER = row("The ferry ran aground", number=2, claim="c2", voice=Voice.OWN, speaker=None)


def laid(*decisions: Decision, rows: tuple[ClaimRow, ...] = (row(), OTHER)) -> Judgements:
    numbered = [replace(one, number=number) for number, one in enumerate(decisions, 1)]
    return judge(numbered, rows, DIGESTS)


def word(judgements: Judgements) -> str:
    judged = judgements.claims[KEY]
    return judged.force.word if judged.force else "contested"


def test_a_decision_holds_the_claim_with_the_very_words() -> None:
    for act, says in ((Act.ACCEPT, "accepted"), (Act.REJECT, "rejected")):
        found = laid(decision(act))
        assert word(found) == says
        assert found.claims[KEY].verdicts[0].hold is Hold.EXACT
        assert found.adrift == ()


def test_it_is_brought_over_to_a_claim_that_covers_half_of_what_either_covers() -> None:
    longer = row(f"“{WORDS},” Marta Sy", claim="c9")
    found = laid(decision(Act.REJECT), rows=(longer, OTHER))
    assert found.claims["radio", "c9"].verdicts[0].hold is Hold.OVERLAP


def test_a_claim_that_covers_less_is_not_taken_for_it_and_the_decision_is_adrift() -> None:
    longest = row(f"“{WORDS},” Marta Sy said. The crew stayed aboard", claim="c9")
    found = laid(decision(Act.REJECT), rows=(longest, OTHER))
    assert found.claims == {}
    assert [one.why for one in found.adrift] == [NO_CLAIM]


def test_without_its_text_it_is_adrift_and_back_when_the_text_is() -> None:
    gone = judge([decision()], [], {})
    assert [one.why for one in gone.adrift] == [NO_TEXT]
    assert laid(decision()).adrift == ()


def test_it_holds_in_every_article_with_the_text() -> None:
    copy = row(number=3, article="copy")
    found = judge([decision(Act.REJECT)], [row(), copy], DIGESTS | {"copy": DIGESTS["radio"]})
    assert found.rejected(["radio", "copy"]) == (("copy", "c1"), ("radio", "c1"))


def test_a_rejection_lapses_where_the_claim_reads_otherwise_now() -> None:
    read_anew = row(speaker="Otto Varga")
    found = laid(decision(Act.REJECT), rows=(read_anew,))
    assert found.claims == {}
    assert [one.why for one in found.adrift] == [READS_OTHERWISE]


def test_what_was_accepted_stays_as_it_was_seen_whatever_a_new_model_says() -> None:
    read_anew = row(speaker="Otto Varga", does=Commitment.DENIES)
    force = laid(decision(Act.ACCEPT), rows=(read_anew,)).force(*KEY)
    assert force is not None
    assert force.values is not None
    assert (force.values.speaker, force.values.does, force.alters) == ("Marta Sy", Commitment.ASSERTS, True)


def test_an_acceptance_alters_nothing_and_marks_no_story_as_new() -> None:
    accepted = laid(decision(Act.ACCEPT))
    assert accepted.mark(["radio"]) == ""
    assert laid(decision(Act.REJECT)).mark(["radio"]) != ""
    assert laid(decision(Act.REJECT)).mark(["another"]) == ""


def test_an_edit_sets_what_it_names_and_keeps_the_rest() -> None:
    edited = Edited(spans=(span_of("We heard it"),), speaker="Ada Quill")
    force = laid(decision(Act.EDIT, edited=edited)).force(*KEY)
    assert force is not None
    assert force.values is not None
    assert (force.values.speaker, force.values.voice) == ("Ada Quill", Voice.ATTRIBUTED)
    assert force.values.spans == (span_of("We heard it"),)


def test_an_edit_is_found_where_the_machine_now_has_the_edited_stretch() -> None:
    words = "The crew stayed aboard all night"
    moved = row(words, claim="c7")
    edited = decision(Act.EDIT, edited=Edited(spans=(span_of(words),)))
    assert list(laid(edited, rows=(moved,)).claims) == [("radio", "c7")]


def test_of_two_claims_with_the_same_words_the_one_that_reads_alike_is_meant() -> None:
    twin = row(number=3, claim="c0", speaker="Otto Varga")
    assert list(laid(decision(), rows=(twin, row())).claims) == [KEY]


def test_a_coders_last_word_counts() -> None:
    assert word(laid(decision(Act.REJECT), decision(Act.ACCEPT))) == "accepted"


def test_where_coders_differ_the_machine_stands_until_somebody_settles_it() -> None:
    apart = [decision(Act.REJECT), decision(Act.ACCEPT, coder="ben")]
    found = laid(*apart)
    assert word(found) == "contested"
    assert found.rejected(["radio"]) == ()
    settled = laid(*apart, decision(Act.REJECT, coder="cleo", settles=True))
    assert settled.rejected(["radio"]) == (KEY,)
    still = laid(*apart, decision(Act.REJECT, coder="cleo", settles=True), decision(Act.ACCEPT))
    assert still.rejected(["radio"]) == (KEY,)


def test_coders_who_set_the_same_in_two_ways_agree() -> None:
    named = decision(Act.EDIT, edited=Edited(speaker="the marta sy"))
    assert word(laid(decision(Act.ACCEPT, coder="ben"), named)) == "edited"


def test_a_merge_ties_and_a_later_split_by_the_same_coder_parts() -> None:
    tied = decision(Act.MERGE, others=(OTHER,))
    assert laid(tied).same == {(KEY, ("radio", "c2"))}
    parted = laid(tied, decision(Act.SPLIT, on=OTHER, others=(row(),)))
    assert parted.same == frozenset()
    assert parted.apart == {(("radio", "c2"), KEY)}


def test_a_tie_on_which_coders_differ_ties_nothing_until_it_is_settled() -> None:
    apart = [decision(Act.MERGE, others=(OTHER,)), decision(Act.SPLIT, others=(OTHER,), coder="ben")]
    assert (laid(*apart).same, laid(*apart).apart) == (frozenset(), frozenset())
    settled = laid(*apart, decision(Act.MERGE, others=(OTHER,), coder="cleo", settles=True))
    assert settled.same == {(KEY, ("radio", "c2"))}


def test_a_tie_whose_second_claim_is_gone_is_adrift() -> None:
    found = laid(decision(Act.MERGE, others=(OTHER,)), rows=(row(),))
    assert found.same == frozenset()
    assert [one.why for one in found.adrift] == [f"one of its claims: {NO_CLAIM}"]


@pytest.mark.parametrize(
    ("a", "b", "shared"),
    [((0, 10), (0, 10), 1.0), ((0, 10), (5, 10), 0.5), ((0, 10), (5, 15), 1 / 3), ((0, 5), (5, 9), 0.0)],
)
def test_overlap_is_what_both_cover_of_what_either_covers(
    a: tuple[int, int], b: tuple[int, int], shared: float
) -> None:
    assert overlap(Span(*a), Span(*b)) == overlap(Span(*b), Span(*a)) == pytest.approx(shared)


def test_no_claim_is_found_where_there_is_none() -> None:
    one = decision()
    assert one.subject is not None
    assert attach(one.subject, one, []) is None
