"""Where: which words name a place, which place, how precisely, and what the name does there."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.lists.agencies import load_agencies
from sayso.reading.placing.homes import Home, find_home
from sayso.reading.placing.weights import load_place_lists, read_weights
from sayso.reading.said import link_place
from sayso.reading.toponyms import find_toponyms, resolve_toponyms
from sayso.records.article import Article
from sayso.records.attribution import Said
from sayso.records.span import Span
from sayso.records.toponym import PlaceRole, PlaceRule, Toponym
from tests.invented import PARAGRAPHS

LISTS = load_place_lists()


def toponyms(text: str, home: Home = Home()) -> tuple[Toponym, ...]:  # noqa: B008 (an empty value)
    return find_toponyms(text, [Span(0, len(text))], LISTS, home)


def named(text: str, words: str) -> Toponym:
    """The toponym of exactly these words."""
    (found,) = [toponym for toponym in toponyms(text) if toponym.span.cut(text) == words][:1]
    return found


def told(text: str) -> list[str]:
    return [toponym.span.cut(text) for toponym in toponyms(text)]


def test_an_acronym_in_running_text_is_no_place_and_a_dateline_in_capitals_is() -> None:
    assert "NATO" not in told("Troops from NATO left Brussels.")
    assert "LYON" in told("LYON (AP) -- Troops left Brussels.")


def test_an_office_is_no_place() -> None:
    assert told("A letter came from the Secretary of the harbour and Secretary Varga in Lyon.") == ["Lyon"]


def test_months_bodies_and_halves_of_names_are_no_places() -> None:
    assert told("In March, Hewlett-Packard wrote to Congress in Lyon.") == ["Lyon"]


def test_a_city_that_fills_its_division_is_the_city_but_in_the_region_of_its_name() -> None:
    assert named("Bombs went off in Dar es Salaam.", "Dar es Salaam").feature == "PPL"
    assert named("Bombs went off in the Dar es Salaam region.", "Dar es Salaam").feature == "ADM1"


NAMED: list[tuple[str, list[str]]] = [
    ("The ferry sank near Malmö on Monday.", ["Malmö"]),
    ("A court in St. Petersburg, Russia, freed him.", ["St. Petersburg", "Russia"]),
    ("He lives in Stratford-upon-Avon, England.", ["Stratford-upon-Avon", "England"]),
    ("Talks in Dar es Salaam ended on Friday.", ["Dar es Salaam"]),
    ("The dam is in Côte d’Ivoire.", ["Côte d’Ivoire"]),
    ("She was born in Owensboro, Ky., and moved to Texas.", ["Owensboro", "Ky.", "Texas"]),
    ("The U.S. and Russia signed it.", ["U.S.", "Russia"]),
    ("Ships left the Black Sea.", ["Black Sea"]),
    ("Russian troops crossed into Ukraine.", ["Russian", "Ukraine"]),
    ("In Malmö it rained.", ["Malmö"]),
]


@pytest.mark.parametrize(("text", "names"), NAMED)
def test_places_are_found_with_their_very_words(text: str, names: list[str]) -> None:
    assert told(text) == names


NO_PLACES = [
    "The Washington Post said that she would sing.",
    "Paris Hilton said that she would sing.",
    "Mr. Lincoln told the jury that he had slept.",
    "The reading was nice, and the mobile phone rang in March.",
    "Jackson Berg said he was tired. Berg left the hall.",
    "In the end, nobody came.",
    "It rained.",
]


@pytest.mark.parametrize("text", NO_PLACES)
def test_persons_months_and_plain_words_are_no_places(text: str) -> None:
    assert told(text) == []


def test_what_follows_a_name_says_where_it_lies() -> None:
    text = "A man was held in Paris, Texas, on Monday. The jail in Paris is full."
    found = [toponym for toponym in toponyms(text) if toponym.span.cut(text) == "Paris"]
    assert [(one.geonames_id, one.rule) for one in found] == [(4717560, PlaceRule.STATED), (4717560, PlaceRule.ONLY)]


def test_without_more_the_largest_is_meant() -> None:
    paris = named("A man was held in Paris on Monday.", "Paris")
    assert (paris.geonames_id, paris.country, paris.rule) == (2988507, "FR", PlaceRule.LARGEST)


def test_the_other_places_of_an_article_tell_namesakes_apart() -> None:
    text = "Crews from Lexington and Louisville went to Richmond. Kentucky paid for it."
    richmond = named(text, "Richmond")
    assert (richmond.geonames_id, richmond.rule) == (4305974, PlaceRule.ARTICLE)


def test_the_home_of_the_outlet_counts() -> None:
    text = "Police closed a bridge in London on Monday."
    home = find_home(Article("a", text, url="https://www.courier-example.ca/1"), load_agencies())
    assert home == Home("CA", "courierexample")
    canadian = find_toponyms("It is in Windsor.", [Span(0, 17)], LISTS, home)
    assert [toponym.country for toponym in canadian] == ["CA"]


def test_a_name_that_no_list_has_is_kept_without_a_point() -> None:
    text = "Fire broke out near Kellersquay, Texas, on Monday."
    mill = named(text, "Kellersquay")
    assert (mill.name, mill.geonames_id, mill.lat, mill.lon) == ("Kellersquay", None, None, None)
    assert (mill.rule, mill.where_prec, mill.score) == (PlaceRule.UNLISTED, None, 0.0)


def test_a_name_of_many_places_is_called_ambiguous() -> None:
    text = "Two people were hurt in Springfield."
    springfield = named(text, "Springfield")
    if springfield.rule is PlaceRule.AMBIGUOUS:
        assert springfield.geonames_id is None
        assert springfield.lat is None
    assert springfield.alternatives


PRECISION: list[tuple[str, str, int | None, int | None]] = [
    ("A bus burned in Malmö.", "Malmö", 1, 1),
    ("A bus burned near Malmö.", "Malmö", 2, 2),
    ("A bus burned 20 km from Malmö.", "Malmö", 2, 2),
    ("A bus burned in Laurel County, Kentucky.", "Laurel County", 3, 2),
    ("A bus burned in Texas.", "Texas", 4, 3),
    ("A bus burned in the Kursk region.", "Kursk", 4, 3),
    ("Fires burned in the Caucasus.", "Caucasus", 5, 3),
    ("Fires burned in Sweden.", "Sweden", 6, 3),
    ("A ship burned in the Black Sea.", "Black Sea", 7, 3),
    ("Fires burned in Africa.", "Africa", None, None),
]


@pytest.mark.parametrize(("text", "words", "where_prec", "geo_precision"), PRECISION)
def test_precision_follows_the_kind_of_place_and_the_word_before_it(
    text: str, words: str, where_prec: int | None, geo_precision: int | None
) -> None:
    place = named(text, words)
    assert (place.where_prec, place.geo_precision) == (where_prec, geo_precision)


def test_a_region_and_the_city_it_is_called_after_are_held_apart() -> None:
    region = named("Shells fell in the Kursk region.", "Kursk")
    city = named("Shells fell in the city of Kursk.", "Kursk")
    assert (region.feature, city.feature) == ("ADM1", "PPL")


ROLES: list[tuple[str, str, PlaceRole]] = [
    ("Shells fell in Kharkiv.", "Kharkiv", PlaceRole.EVENT),
    ("Moscow denied that it had fired.", "Moscow", PlaceRole.METONYM),
    ("A treaty was signed with Moscow in 2024.", "Moscow", PlaceRole.METONYM),
    ("Russian troops left.", "Russian", PlaceRole.ADJECTIVE),
    ("A man was held in Malmö, Sweden.", "Sweden", PlaceRole.HOLDER),
    ("The Boston Police Department paid.", "Boston", PlaceRole.NAME),
    ("TBILISI, May 3 (Skerry Press) - The bridge in Batumi fell.", "TBILISI", PlaceRole.DATELINE),
    ("TBILISI, May 3 (Skerry Press) - The bridge in Batumi fell.", "Batumi", PlaceRole.EVENT),
]


@pytest.mark.parametrize(("text", "words", "role"), ROLES)
def test_a_name_has_its_role_in_the_sentence(text: str, words: str, role: PlaceRole) -> None:
    assert named(text, words).role is role


@pytest.mark.parametrize("role", [PlaceRole.METONYM, PlaceRole.ADJECTIVE, PlaceRole.NAME])
def test_what_is_no_place_has_no_precision(role: PlaceRole) -> None:
    text, words = next((text, words) for text, words, known in ROLES if known is role)
    assert named(text, words).where_prec is None


def test_given_spans_are_settled_one_for_one_in_their_order() -> None:
    text = "From Paris, Texas, he went home."
    spans = [Span(12, 17), Span(5, 10), Span(24, 27)]
    found = resolve_toponyms(text, spans, LISTS)
    assert [toponym.span for toponym in found] == spans
    assert [toponym.geonames_id for toponym in found[:2]] == [4736286, 4717560]
    assert resolve_toponyms("", [], LISTS) == ()


def test_only_the_spans_asked_for_are_read() -> None:
    text = "In Malmö it rained.\nIn Lund it snowed."
    assert [toponym.span.cut(text) for toponym in find_toponyms(text, [Span(0, 19)], LISTS)] == ["Malmö"]


def test_a_saying_has_its_place_as_the_toponym_has_it() -> None:
    place = Span(8, 10)
    assert link_place(Said(place=place), [Span(0, 3), Span(8, 22)]).place == Span(8, 22)
    assert link_place(Said(place=place), []).place == place
    assert link_place(Said(), [place]).place is None


@given(st.lists(st.sampled_from(PARAGRAPHS), max_size=6).map("\n\n".join) | st.text(max_size=80))
def test_toponyms_cut_words_in_order_and_overlap_nothing(text: str) -> None:
    found = toponyms(text) if text else ()
    for toponym in found:
        words = toponym.span.cut(text)
        assert words == words.strip() != ""
        assert (toponym.lat is None) == (toponym.lon is None)
        assert 0 <= toponym.score <= 1
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
    assert found == (toponyms(text) if text else ())


ABSURD = (
    "A " * 4_000,
    "A" * 50_000,
    "in Springfield, " * 800,
    "St. " * 1_500,
    "A-" * 4_000,
    "1," * 20_000,
    "'s" * 8_000,
)


@pytest.mark.parametrize("text", ABSURD, ids=lambda text: text[:8])
def test_absurd_input_takes_bounded_time(text: str) -> None:
    began = time.process_time()
    toponyms(text)
    assert time.process_time() - began < 20


def test_a_weight_that_is_no_number_is_an_error() -> None:
    from sayso.errors import BadList

    assert read_weights("feature,weight\nbefore=in,1.5\n", "mine.csv") == {"before=in": 1.5}
    for line in ("before=in", "before=in,heavy", "before=in,nan", "before=at,1\nbefore=at,2"):
        with pytest.raises(BadList, match=r"mine\.csv, line"):
            read_weights(f"feature,weight\n{line}\n", "mine.csv")


def test_the_holder_of_an_office_is_no_town_of_that_name() -> None:
    assert told("President Obama came. “I am late, Obama, and sorry,” said Ada Quill.") == []


def test_a_town_of_that_name_is_one_where_something_lies_in_it() -> None:
    assert told("President Obama came. The pier lies in Obama.") == ["Obama"]


def test_the_secretary_is_no_town() -> None:
    assert told("Ada Quill hoped that the Secretary would join her.") == []


@pytest.mark.parametrize("name", ["MI5", "MI6", "CA2"])
def test_letters_with_a_number_are_no_place(name: str) -> None:
    assert told(f"The men met {name} in London.") == ["London"]
