"""Lists of actors, countries and role nouns: read strictly, looked up by name and day."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.errors import BadList
from sayso.lists.actors import load_listed_actors, read_listed_actors
from sayso.lists.countries import Form, load_countries
from sayso.lists.roles import load_roles, read_roles
from sayso.records.actor import ActorKind

HEAD = "name,aliases,kind,country,sectors,side,from,until,origin\n"
ROW = "Otto Varga,O. Varga,person,KEN,GOV,KEN,2020-01-01,2023-06-30,mine\n"


def codes_of(text: str, name: str, day: date | None) -> tuple[str, ...]:
    found = read_listed_actors([(text, "mine.csv")]).find(name, day)
    return found.codes if found else ()


@pytest.mark.parametrize(
    ("day", "codes"),
    [
        (date(2020, 1, 1), ("KENGOV",)),
        (date(2023, 6, 30), ("KENGOV",)),
        (date(2023, 7, 1), ()),
        (date(2019, 12, 31), ()),
        (None, ()),
    ],
)
def test_a_row_holds_for_its_days_and_not_for_an_unknown_one(day: date | None, codes: tuple[str, ...]) -> None:
    assert codes_of(HEAD + ROW, "O. Varga", day) == codes


def test_two_rows_that_disagree_on_a_day_tell_nothing() -> None:
    assert codes_of(HEAD + ROW + ROW.replace("KEN,GOV", "UGA,GOV"), "Otto Varga", date(2021, 1, 1)) == ()


def test_the_list_that_is_given_first_goes_before_the_others() -> None:
    mine = HEAD + "FBI,,organisation,KEN,SOC,,,,mine\n"
    package = [(HEAD + "FBI,,government_body,USA,COP,,,,theirs\n", "actors.csv")]
    found = read_listed_actors([(mine, "mine.csv"), *package]).find("FBI", None)
    assert found is not None
    assert (found.codes, found.kind) == (("KENSOC",), ActorKind.ORGANISATION)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name,code\n", "mine.csv, line 1: the columns must be name,aliases,"),
        (HEAD + "Otto Varga,,person\n", "mine.csv, line 2: 3 fields where 9 belong"),
        (HEAD + ROW.replace("KEN,GOV", "Kenya,GOV"), "line 2: Expected `str` matching regex"),
        (HEAD + ROW.replace("GOV", "GOVT"), 'line 2: sectors: "GOVT" is none of PLOVER\'s'),
        (HEAD + ROW.replace("2020-01-01", "January"), 'line 2: from: "January" is no day like 2024-05-31'),
        (HEAD + ROW.replace("2023-06-30", "2019-06-30"), "line 2: until: 2019-06-30 is before from: 2020-01-01"),
        (HEAD + ROW.replace("person", "human"), "line 2: Invalid enum value 'human'"),
        (HEAD + ROW.replace("KEN,GOV", ",GOV"), "line 2: country: a sector wants a country before it"),
    ],
)
def test_a_wrong_row_is_named_by_file_line_and_field(text: str, told: str) -> None:
    with pytest.raises(BadList) as caught:
        read_listed_actors([(text, "mine.csv")])
    assert told in str(caught.value)


def test_the_packages_list_has_no_digest_of_its_own_and_every_other_has() -> None:
    assert load_listed_actors().digest == ""
    assert read_listed_actors([(HEAD + ROW, "mine.csv")]).digest


@pytest.mark.parametrize(
    ("form", "code", "kind"),
    [
        ("Kenya", "KEN", Form.NAME),
        ("Kenyan", "KEN", Form.ADJECTIVE),
        ("Poles", "POL", Form.PEOPLE),
        ("Nairobi", "KEN", Form.CAPITAL),
        ("Kremlin", "RUS", Form.SEAT),
        ("Scotland", "GBR", Form.PART),
    ],
)
def test_a_country_goes_by_many_forms(form: str, code: str, kind: Form) -> None:
    found = load_countries()[form]
    assert (found.code, found.form) == (code, kind)


def test_a_form_that_is_mostly_something_else_is_marked() -> None:
    assert load_countries()["Georgia"].ambiguous


def test_a_role_says_what_an_unnamed_one_is_called() -> None:
    roles = load_roles()
    assert (roles["ministers"].plural, roles["ministers"].anonymity, roles["ministers"].sector) == (
        True,
        "official",
        "GOV",
    )


def test_a_role_without_a_word_is_refused() -> None:
    with pytest.raises(BadList, match="line 2: a row wants a word or a plural"):
        read_roles("word,plural,kind,anonymity,sector,gender,title,origin\n,,person,,,,,mine\n", "roles.csv")


@pytest.mark.parametrize(
    ("word", "opens"), [("Otto", True), ("O.", True), ("Otto,", True), (".Otto", True), ("Varga", False)]
)
def test_a_listed_name_opens_with_its_first_word(word: str, opens: bool) -> None:
    assert read_listed_actors([(HEAD + ROW, "mine.csv")]).may_open(word) is opens
