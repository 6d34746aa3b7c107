"""A map shows each place as precisely as it is told, never as a false point."""

from __future__ import annotations

import re

import pytest
from lxml import html

from sayso.web.drawing.framing import frame_all, frame_most
from sayso.web.drawing.land import View, box_of, draw_land, load_land
from sayso.web.drawing.map import draw_maps
from sayso.web.setting import PlaceMention, Teller, ToldPlace, Words
from tests.web.rooms import Page, of_class

LUND, KYIV, SUVA, APIA = (55.7, 13.19), (50.45, 30.52), (-18.14, 178.44), (-13.83, -171.77)


def place(
    number: int, point: tuple[float, float] | None, prec: int | None = 1, role: str = "event", country: str = "SE",
    times: int = 1, name: str = "Lund",
) -> ToldPlace:  # fmt: skip
    mention = PlaceMention(Words("a", 0, 4, name, "a/0"), Teller(("c1",), "own", "the outlet"), role, "only", 1.0)
    lat, lon = point or (None, None)
    return ToldPlace(number, name, None, lat, lon, country, "PPL", prec, prec, (mention,) * times)


def drawn(*places: ToldPlace) -> Page:
    (*_, last) = draw_maps(places)
    return html.fromstring(str(last))


def test_a_town_is_a_dot_and_what_is_less_precise_is_a_ring() -> None:
    assert len(of_class(drawn(place(1, LUND)), "there")) == 1
    for prec in (2, 3, 4, 5, 7, None):
        shown = drawn(place(1, LUND, prec), place(2, KYIV))
        assert (len(of_class(shown, "ring")), len(of_class(shown, "there"))) == (1, 1), prec


def test_a_ring_is_the_wider_the_less_precisely_the_place_is_told() -> None:
    shown = drawn(*(place(number, LUND, prec) for number, prec in enumerate((2, 3, 4, 5), 1)))
    assert sorted(float(ring.get("r")) for ring in of_class(shown, "ring")) == [
        float(ring.get("r")) for ring in reversed(of_class(shown, "ring"))
    ]


def test_a_country_is_its_outline_and_no_point() -> None:
    shown = drawn(place(1, (62.0, 15.0), 6, name="Sweden"), place(2, LUND))
    assert len(of_class(shown, "whole")) == 1
    assert len(of_class(shown, "ring")) == 0
    assert len(of_class(shown, "there")) == 1


def test_a_country_without_an_outline_is_a_ring() -> None:
    shown = drawn(place(1, (62.0, 15.0), 6, country="ZZ"))
    assert (len(of_class(shown, "ring")), len(of_class(shown, "there"))) == (1, 0)


@pytest.mark.parametrize(("role", "css"), [("event", "there"), ("mention", "named"), ("dateline", "filed")])
def test_what_the_place_is_to_the_article_has_a_form_of_its_own(role: str, css: str) -> None:
    assert len(of_class(drawn(place(1, LUND, role=role)), css)) == 1


def test_every_sign_leads_to_its_row_and_says_what_it_is() -> None:
    (link,) = drawn(place(7, LUND)).xpath("//a")
    assert link.get("href") == "#place-7"
    assert link.get("aria-label") == "Lund: the place itself; 1 mention in 1 article"


def test_places_without_a_point_make_no_map() -> None:
    assert draw_maps([place(1, None)]) == ()


def test_places_on_both_sides_of_the_180th_meridian_lie_beside_each_other() -> None:
    view = frame_all([place(1, SUVA), place(2, APIA)])
    assert view is not None
    assert view.east - view.west < 20
    assert view.holds(*SUVA)
    assert view.holds(*APIA)
    assert "FJ" in draw_land(view)


def test_a_country_that_crosses_the_180th_meridian_is_no_band_round_the_globe() -> None:
    russia = box_of("RU")
    assert russia is not None
    assert russia[2] - russia[0] < 180


def test_what_lies_far_off_gets_a_second_map_and_the_others_a_closer_one() -> None:
    near = [place(number, (55.0 + number / 10, 13.0)) for number in range(1, 6)]
    assert len(draw_maps(near)) == 1
    closer, whole = (str(one) for one in draw_maps([*near, place(9, SUVA, name="Suva")]))
    assert "Suva" not in closer
    assert "Suva" in whole
    assert frame_most(near[:2], View(0, 0, 60, 60, 900)) is None


def points_of(path: str) -> list[list[tuple[int, int]]]:
    """Of each ring of a path its points, in half pixels."""
    rings: list[list[tuple[int, int]]] = []
    for part in path.split("M")[1:]:
        start, steps = part.split("l")
        assert steps.endswith("z")
        x, y = (int(number) for number in start.split())
        numbers = [int(number) for number in re.findall(r"-?\d+", steps)]
        rings.append([(x, y)])
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            rings[-1].append((x, y))
    return rings


def test_a_path_is_closed_and_stays_on_the_map() -> None:
    view = View(20, 44, 42, 54, 900)
    for path in draw_land(view).values():
        for x, y in (point for ring in points_of(path) for point in ring):
            assert -12 <= x <= 2 * view.width + 12
            assert -12 <= y <= 2 * view.height + 12


def test_every_country_on_a_map_of_the_world_is_drawn_through_its_own_points() -> None:
    view, land = View(-169, -60, 191, 84, 900), load_land()
    starts, shown = (land.sizes.cumsum() - land.sizes).tolist(), draw_land(view)
    for code in ("SE", "MG", "AU", "FJ", "NZ"):
        own = {
            (round(2 * x), round(2 * y))
            for start, size, whose in zip(starts, land.sizes.tolist(), land.codes, strict=True)
            for x, y in (view.place(lat, lon) for lon, lat in land.points[start : start + size])
            if whose == code
        }
        near = {(x + dx, y + dy) for x, y in own for dx in (-1, 0, 1) for dy in (-1, 0, 1)}
        assert {point for ring in points_of(shown[code]) for point in ring} <= near, code


def test_on_the_open_sea_there_is_no_land() -> None:
    assert draw_land(View(-32, -42, -28, -40, 900)) == {}


def test_a_map_of_the_world_is_light() -> None:
    assert len(load_land().codes) > 1000
    assert sum(map(len, draw_land(View(-169, -60, 191, 84, 900)).values())) < 80_000
