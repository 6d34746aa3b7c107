"""Who has a stake in what is said, by rules that can be edited."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.errors import BadList
from sayso.lists.countries import load_alpha3
from sayso.lists.parties import About, load_party_rules, read_party_rules
from sayso.reading.parties import Page, mark_parties
from sayso.reading.placing.weights import PlaceLists, load_place_lists
from sayso.reading.quotations import find_quotations
from sayso.reading.toponyms import find_toponyms
from sayso.records.actor import ActorKind
from sayso.records.attribution import Commitment
from sayso.records.claim import Party, Voice
from sayso.records.span import Span
from tests.linking.articles import Says, actor, article

RULES = load_party_rules().rules
ALPHA3 = load_alpha3()
HEAD = "rule,holder,does,about,words,reason,origin\n"


@pytest.fixture(scope="module")
def places() -> PlaceLists:
    return load_place_lists()


def party_of(
    source: str,
    content: str,
    places: PlaceLists | None = None,
    *,
    codes: tuple[str, ...] = (),
    roles: tuple[str, ...] = (),
    does: Commitment = Commitment.ASSERTS,
    others: tuple[str, ...] = (),
) -> Party | None:
    """Why ``source``, of these codes and roles, is a party to ``content``; ``others`` are named in it."""
    text = f"{source} said {content}."
    reading = article("a", text, Says(source, content, does=does))
    country = codes[0][:3] if codes and codes[0][0].isalpha() else None
    actors = [replace(one, codes=codes, roles=roles, country=country) for one in reading.actors]
    actors += [actor(text, name, ActorKind.ORGANISATION) for name in others]
    toponyms = find_toponyms(text, [Span(0, len(text))], places) if places else ()
    page = Page(text, actors, toponyms, find_quotations(text), ALPHA3)
    marked = mark_parties(reading.claims, page, RULES)
    return next(claim.party for claim in marked if claim.voice is Voice.ATTRIBUTED)


def test_a_side_of_a_conflict_is_a_party_to_the_losses_of_the_other(places: PlaceLists) -> None:
    party = party_of("The Russian army", "that 40 Ukrainian soldiers were killed", places, codes=("RUSMIL",))
    assert party == Party("a side of a conflict on the other side's losses: “killed”", "losses of the other side")


def test_the_army_is_a_party_to_the_losses_of_rebels() -> None:
    assert party_of("The army", "that 12 rebels were killed", codes=("---MIL",)) is not None


def test_an_army_that_tells_of_a_flood_is_none(places: PlaceLists) -> None:
    assert party_of("The Russian army", "that 40 people were killed in the flood", places, codes=("RUSMIL",)) is None


def test_an_official_of_a_third_country_is_none(places: PlaceLists) -> None:
    assert party_of("The minister", "that 40 Ukrainian soldiers were killed", places, codes=("FRAGOV",)) is None


def test_a_company_is_a_party_to_what_it_says_of_its_products() -> None:
    assert party_of("Norda Motors", "“our cars are safe”", codes=("---BUS",)) is not None
    others = "the cars of Velm Motors are slow"
    assert party_of("Norda Motors", others, codes=("---BUS",), others=("Velm Motors",)) is None


def test_who_speaks_for_a_company_does_so_too() -> None:
    party = party_of(
        "Ada Quill",
        "that the cars of Norda Motors are safe",
        codes=("---BUS",),
        roles=("spokeswoman for Norda Motors",),
        others=("Norda Motors",),
    )
    assert party is not None
    assert party.rule == "own products"


def test_who_denies_an_accusation_is_a_party_to_it() -> None:
    assert party_of("Otto Varga", "the allegations", does=Commitment.DENIES) is not None
    assert party_of("Otto Varga", "the allegations", does=Commitment.CONFIRMS) is None


def test_who_denies_what_another_is_accused_of_is_not() -> None:
    words, others = "the allegations against Norda Motors", ("Norda Motors",)
    assert party_of("Otto Varga", words, does=Commitment.DENIES, others=others) is None


def test_a_suspect_and_a_lawyer_are_parties_to_the_case() -> None:
    assert party_of("Bram Oster", "that he was innocent", roles=("suspect",)) is not None
    assert party_of("Ada Quill", "that her client was innocent", roles=("his lawyer",)) is not None


def test_a_body_is_a_party_to_its_own_conduct() -> None:
    assert (
        party_of("The police", "“we acted in self-defence, and no force was excessive”", codes=("---COP",)) is not None
    )


def test_who_only_asks_or_plans_holds_nothing_out_as_so() -> None:
    assert party_of("The army", "12 rebels killed", codes=("---MIL",), does=Commitment.ASKS) is None


def test_what_nobody_is_said_to_have_said_has_no_party() -> None:
    reading = article("a", "The army killed 12 rebels.")
    marked = mark_parties(reading.claims, Page("The army killed 12 rebels.", (), (), (), ALPHA3), RULES)
    assert [claim.party for claim in marked] == [None]


def test_a_rule_of_ones_own_goes_in_place_of_one_of_the_same_name() -> None:
    own = HEAD + "own products,nobody,,itself,,switched off,me\nmayors,mayor,,,bridge*,a mayor on a bridge,me\n"
    packaged = HEAD + "own products,BUS,,itself,car,a company on its own products,me\n"
    rules = read_party_rules([(own, "mine.csv"), (packaged, "parties.csv")])
    assert [rule.reason for rule in rules.rules] == ["switched off", "a mayor on a bridge"]
    assert rules.rules[1].about is About.ANYTHING
    assert rules.digest


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("x,XYZ,,,,why,me", "none of PLOVER's sectors"),
        ("x,GOV,shouts,,,why,me", "no commitment"),
        ("x,GOV,,the moon,,why,me", "about"),
        ("x,GOV,,,,why", "6 fields"),
        (",GOV,,,,why,me", "rule"),
    ],
)
def test_what_is_wrong_in_a_list_is_told(line: str, what: str) -> None:
    with pytest.raises(BadList, match=what):
        read_party_rules([(HEAD + line + "\n", "mine.csv")])
