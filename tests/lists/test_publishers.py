"""Who answers for a page."""

from __future__ import annotations

import pytest

from sayso.lists.agencies import COLUMNS, Agencies, read_agencies
from sayso.lists.publishers import family_of, find_by_address, find_by_site, find_publisher
from sayso.records.article import Article

ROWS = """\
The Kell Post,KP=,outlet,NO,Skerry Holdings,private,kellpost.example,2024,its about page
Varrow Herald,,outlet,NO,,private,news.varrow.example,2024,its about page
"""
LIST: Agencies = read_agencies(",".join(COLUMNS) + "\n" + ROWS, "invented.csv")


def name_of(outlet: str | None, url: str | None = None) -> str | None:
    publisher = find_publisher(Article("a", "text", None, outlet, url), LIST)
    return publisher.name if publisher else None


@pytest.mark.parametrize(
    ("outlet", "url", "name"),
    [
        ("The Kell Post", None, "The Kell Post"),
        ("Kell Post", None, "The Kell Post"),
        ("Post of Kell", None, None),
        (None, None, None),
        (None, "https://www.kellpost.example/ferry", "The Kell Post"),
        (None, "HTTPS://WWW.KELLPOST.EXAMPLE/ferry", "The Kell Post"),
        (None, "https://sport.kellpost.example:8080/ferry?from=varrow.example", "The Kell Post"),
        (None, "//kellpost.example./ferry", "The Kell Post"),
        (None, "https://reader@kellpost.example/", "The Kell Post"),
        (None, "https://notkellpost.example/", None),
        (None, "https://kellpost.example.com/", None),
        (None, "https://example/kellpost.example", None),
        (None, "https://varrow.example/", None),
        (None, "https://live.news.varrow.example/", "Varrow Herald"),
        (None, "kellpost.example", None),
        (None, "https://", None),
        ("Unheard of", "https://kellpost.example/", "The Kell Post"),
    ],
)
def test_a_publisher_is_found_by_its_name_or_its_site(outlet: str | None, url: str | None, name: str | None) -> None:
    assert name_of(outlet, url) == name


@pytest.mark.parametrize("host", ["", ".", "example", "..", "www."])
def test_a_host_that_is_none_has_no_publisher(host: str) -> None:
    assert find_by_site(host, LIST) is None


def test_the_family_is_the_owner_where_the_list_names_one() -> None:
    assert [family_of(row) for row in LIST.rows] == ["Skerry Holdings", "Varrow Herald"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It rained. Write to Ada Quill at ada.quill@kellpost.example", "The Kell Post"),
        ("It rained. a@kellpost.example, b@kellpost.example", "The Kell Post"),
        ("It rained. a@kellpost.example, b@news.varrow.example", None),
        ("It rained. a@nowhere.example", None),
        ("It rained at the Kell Post.", None),
        ("Write to a@kellpost.example. " + "It rained. " * 40, None),
    ],
)
def test_reporters_addresses_at_the_end_tell_the_outlet(text: str, name: str | None) -> None:
    publisher = find_by_address(text, LIST)
    assert (publisher.name if publisher else None) == name
