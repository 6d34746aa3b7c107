"""What headline and deck do to the body they stand over, told of invented texts."""

from __future__ import annotations

from sayso.reading.relations import find_relations
from sayso.records.attribution import Attribution, AttributionKind, Commitment, Said, Stance
from sayso.records.claim import Basis, Claim, Confidence, Relation, RelationKind, Voice
from sayso.records.span import Span

DECK = "Nobody should drive over it, the engineer says"
QUOTED = "Nobody should drive over it until we know why it is there"


def attributed(name: str, text: str, words: str, kind: AttributionKind, does: Commitment) -> tuple[Claim, Attribution]:
    """A claim and its attribution whose content are these words of the text."""
    span = Span(text.index(words), text.index(words) + len(words))
    source = Attribution(f"t{name}", (), (), (span,), kind, None, None, does, Stance.REPORTS, None, Said(), 0.9)
    claim = Claim(name, (span,), Voice.ATTRIBUTED, source.id, Basis.SAID, False, (), Confidence.CLEAR, 0.9)
    return claim, source


def own(name: str, text: str, words: str) -> Claim:
    span = Span(text.index(words), text.index(words) + len(words))
    return Claim(name, (span,), Voice.OWN, None, Basis.NOT_GIVEN, False, (), Confidence.CLEAR, 0.98)


def deck_against(quotation: str, deck: str = DECK) -> tuple[str, tuple[Relation, ...]]:
    text = f"{deck}\n\n“{quotation},” she said."
    words = deck.partition(",")[0]
    above, first = attributed("a", text, words, AttributionKind.INDIRECT, Commitment.ASSERTS)
    quoted = Span(text.index(f"“{quotation}") + 1, text.index(f"“{quotation}") + 1 + len(quotation))
    below = Claim("b", (quoted,), Voice.ATTRIBUTED, "tb", Basis.SAID, False, (), Confidence.CLEAR, 0.9)
    second = Attribution(
        "tb",
        (),
        (),
        (quoted,),
        AttributionKind.DIRECT,
        None,
        None,
        Commitment.ASSERTS,
        Stance.REPORTS,
        None,
        Said(),
        0.9,
    )
    return text, find_relations(text, [above, below], [first, second], [Span(0, len(deck))])


def test_a_deck_that_is_the_beginning_of_a_quotation_shortens_it_and_says_what_it_drops() -> None:
    text, (relation,) = deck_against(QUOTED)
    assert (relation.a, relation.b, relation.kind) == ("a", "b", RelationKind.SHORTENS)
    assert [span.cut(text) for span in relation.missing] == ["until we know why it is there"]


def test_a_deck_with_a_gap_in_the_quotation_names_the_words_that_it_leaves_out() -> None:
    text, (relation,) = deck_against(
        "We found a long and dangerous crack in the third pier of the bridge on Monday",
        "We found a crack in the third pier of the bridge, the engineer says",
    )
    assert relation.kind is RelationKind.SHORTENS
    assert [span.cut(text) for span in relation.missing] == ["long and dangerous"]


def test_a_few_everyday_words_in_a_row_make_no_relation() -> None:
    _, found = deck_against("I do not think that it is what it was before the war", "it is what it was, he says")
    assert found == ()


def test_a_headline_that_states_what_the_body_attributes_is_told_to_be_firmer() -> None:
    text = "Fire destroyed the cannery records\n\nFire destroyed the records of the cannery, a clerk said."
    head = own("a", text, "Fire destroyed the cannery records")
    body, source = attributed(
        "b", text, "Fire destroyed the records of the cannery", AttributionKind.INDIRECT, Commitment.ASSERTS
    )
    (relation,) = find_relations(text, [head, body], [source], [Span(0, 34)])
    assert relation.kind is RelationKind.SOFTENS


def test_claims_about_other_things_have_no_relation() -> None:
    text = "Ferries sail at noon\n\nThe mayor opened a library, a clerk said."
    head = own("a", text, "Ferries sail at noon")
    body, source = attributed("b", text, "The mayor opened a library", AttributionKind.INDIRECT, Commitment.ASSERTS)
    assert find_relations(text, [head, body], [source], [Span(0, 20)]) == ()


def test_a_statement_and_one_that_lies_inside_it_are_not_compared() -> None:
    text = "The bridge is safe for all traffic, the port authority said."
    whole, source = attributed(
        "a", text, "The bridge is safe for all traffic", AttributionKind.DIRECT, Commitment.ASSERTS
    )
    inner = own("b", text, "bridge is safe for all")
    assert find_relations(text, [whole, inner], [source], []) == ()


def test_other_numbers_are_no_harder_telling() -> None:
    text = "At least 83 people were wounded in the storm.\n\nTwo people were wounded in the storm, Ada Quill said."
    hard = own("c0", text, "At least 83 people were wounded in the storm")
    soft, source = attributed(
        "c1", text, "Two people were wounded in the storm", AttributionKind.INDIRECT, Commitment.ASSERTS
    )
    assert find_relations(text, (hard, soft), (source,), ()) == ()


def test_the_same_numbers_are() -> None:
    text = "At least 83 people were wounded in the storm.\n\nSome 83 people were wounded in the storm, Ada Quill said."
    hard = own("c0", text, "At least 83 people were wounded in the storm")
    soft, source = attributed(
        "c1", text, "Some 83 people were wounded in the storm", AttributionKind.INDIRECT, Commitment.ASSERTS
    )
    (relation,) = find_relations(text, (hard, soft), (source,), ())
    assert relation.kind is RelationKind.SOFTENS
