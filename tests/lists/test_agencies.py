"""The list of agencies: strict to load, careful about letter case."""

from __future__ import annotations

import pytest

from sayso.errors import BadList
from sayso.lists.agencies import COLUMNS, AgencyKind, StateLink, load_agencies, read_agencies

HEAD = ",".join(COLUMNS)
GOOD = "Northern Wire,NW|Northern,agency,NO,,private,northern.example,2020,its about page"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("AP", "Associated Press"),
        ("ap", None),
        ("the Associated Press", "Associated Press"),
        ("ASSOCIATED PRESS", "Associated Press"),
        ("associated press", None),
        ("The  New York\nTimes", "The New York Times"),
        ("the Guardian", "The Guardian"),
        ("The Hill", "The Hill"),
        ("the Hill", None),
        ("teleSUR", "teleSUR"),
        ("dpa", "Deutsche Presse-Agentur"),
        ("El Mundo", "El Mundo"),
        ("Nobody's Gazette", None),
        ("", None),
        ("--", None),
    ],
)
def test_a_name_is_found_as_news_writes_it(written: str, name: str | None) -> None:
    agency = load_agencies().find(written)
    assert (agency.name if agency else None) == name


def test_the_list_is_long_and_each_row_says_where_it_is_from() -> None:
    rows = load_agencies().rows
    assert len(rows) >= 220
    assert all(row.origin and row.as_of for row in rows)
    assert {row.kind for row in rows} == set(AgencyKind)


def test_a_row_of_the_users_own_list_is_read() -> None:
    agency = read_agencies(f"{HEAD}\n{GOOD}\n", "mine.csv").find("Northern")
    assert agency is not None
    assert (agency.kind, agency.country, agency.state_link) == (AgencyKind.AGENCY, "NO", StateLink.PRIVATE)


def test_a_qualifier_in_brackets_is_no_part_of_the_name() -> None:
    row = GOOD.replace("Northern Wire,NW|Northern", "Herald (Oslo),The Oslo Herald")
    agencies = read_agencies(f"{HEAD}\n{row}\n", "mine.csv")
    assert agencies.find("Herald") is None
    found = agencies.find("the Oslo Herald")
    assert found is not None
    assert found.name == "Herald"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("name,aliases\n", "line 1: the columns must be"),
        ("", "line 1: the columns must be"),
        (f"{HEAD}\nNorthern Wire,NW\n", "line 2: 2 fields where 9 belong"),
        (f"{HEAD}\n{GOOD.replace(',agency,', ',newsroom,')}\n", "line 2: Invalid enum value 'newsroom' - at `$.kind`"),
        (f"{HEAD}\n{GOOD.replace(',2020,', ',lately,')}\n", "`$.as_of`"),
        (f"{HEAD}\n{GOOD.replace(',NO,', ',Norway,')}\n", "`$.country`"),
        (f"{HEAD}\n{GOOD.replace(',its about page', ',')}\n", "`$.origin`"),
        (f"{HEAD}\n{GOOD}\n{GOOD.replace('Northern Wire', 'Other')}\n", 'line 3: aliases: "NW" already belongs to'),
        (f'{HEAD}\n{GOOD}"x\n"y', "line"),
    ],
)
def test_a_wrong_row_is_refused_with_its_line_and_field(text: str, says: str) -> None:
    with pytest.raises(BadList) as error:
        read_agencies(text, "mine.csv")
    assert "mine.csv" in str(error.value)
    assert says in str(error.value)
