"""The outlines of the countries: what is packed comes back, and the whole is small."""

from __future__ import annotations

from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.web.atlas.outlines import Country, load_outlines, pack_outlines, unpack_outlines

POINT = st.tuples(st.integers(-18_000, 18_000), st.integers(-9_000, 9_000))
RING = st.lists(st.integers(-5, 4), min_size=1, max_size=4).map(tuple)
COUNTRY = st.builds(Country, st.sampled_from(["", "SE", "UA"]), st.lists(RING, max_size=3).map(tuple))


@given(
    st.lists(st.lists(POINT, min_size=2, max_size=6).map(tuple), max_size=5).map(tuple), st.lists(COUNTRY).map(tuple)
)
def test_what_is_packed_comes_back(
    arcs: tuple[tuple[tuple[int, int], ...], ...], countries: tuple[Country, ...]
) -> None:
    outlines = unpack_outlines(pack_outlines(arcs, countries))
    assert (outlines.arcs, outlines.countries) == (arcs, countries)


def test_the_outlines_are_small() -> None:
    assert len((resources.files("sayso.web.atlas") / "outlines.bin").read_bytes()) < 200_000


def test_every_ring_closes() -> None:
    outlines = load_outlines()
    for country in outlines.countries:
        for ring in country.rings:
            points = outlines.ring(ring)
            assert points[0] == points[-1]
            assert len(points) >= 3


@pytest.mark.parametrize("code", ["UA", "SE", "VA", "MT", "XK", "US", "FJ"])
def test_large_and_small_countries_are_there(code: str) -> None:
    assert code in {country.code for country in load_outlines().countries}
