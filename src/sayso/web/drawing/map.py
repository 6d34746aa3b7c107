"""A map of the places that claims tell of, each as precisely as it is told and no more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from sayso.exports.wording import count
from sayso.web.drawing.framing import frame_all, frame_most, is_country
from sayso.web.drawing.land import View, draw_land
from sayso.web.drawing.svg import element, linked_drawing, shorten
from sayso.web.mentions import count_articles
from sayso.web.placed import NEAR, PRECISE, word_precision
from sayso.web.setting import ToldPlace

DOT, LETTER, LINE = 5.0, 6.6, 14.0  # pixels
# By UCDP's precision: kilometres around the point, and the least that is seen (pixels). No ring is a border.
RINGS = {2: (25.0, 10.0), 3: (50.0, 14.0), 4: (150.0, 20.0), 5: (200.0, 24.0), 6: (300.0, 30.0), 7: (200.0, 24.0)}
WIDEST = 110.0
UNKNOWN = (150.0, 20.0)
OPEN_ROLES = frozenset({"mention", "dateline"})


@dataclass(frozen=True, slots=True)
class Box:
    """What is taken up by a name that stands on the map already."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


def draw_maps(places: Sequence[ToldPlace]) -> tuple[Markup, ...]:
    """All places that have a point; before it a closer map of most of them, where they lie near each other."""
    placed = [place for place in places if place.lat is not None]
    whole = frame_all(placed)
    if whole is None:
        return ()
    closer = frame_most(placed, whole)
    return tuple(draw_map(placed, view) for view in (closer, whole) if view is not None)


def draw_map(placed: Sequence[ToldPlace], view: View) -> Markup:
    """Dots, rings and outlined countries, each a link to its row in the table."""
    paths = draw_land(view)
    whole = {
        place.country: place
        for place in reversed(placed)
        if place.country is not None and is_country(place) and place.country in paths
    }
    land = "".join(path for code, path in paths.items() if code not in whole)
    parts = [element("rect", x=0, y=0, width=view.width, height=view.height, class_="sea")]
    parts.append(element("g", element("path", d=land, class_="land"), transform="scale(.5)"))
    for code, place in whole.items():
        outline = element("path", d=paths[code], class_="whole")
        parts.append(_linked(place, element("g", outline, transform="scale(.5)")))
    shown = [place for place in placed if view.holds(*_point(place))]
    rest = [place for place in shown if place.country is None or whole.get(place.country) is not place]
    parts += [_linked(place, *_sign(place, view)) for place in sorted(rest, key=lambda one: -_radius(one, view))]
    parts += _names(shown, view)
    says = f"Map of {count(len({*shown, *whole.values()}), 'place')}; the table below holds the same"
    return linked_drawing(view.width, view.height, says, parts, "map")


def _radius(place: ToldPlace, view: View) -> float:
    """Of a place's ring; 0 for what is told so precisely that a dot may stand there."""
    if place.where_prec == PRECISE:
        return 0.0
    kilometres, least = RINGS.get(place.where_prec or 0, UNKNOWN)
    return min(max(view.km(kilometres), least), WIDEST)


def _sign(place: ToldPlace, view: View) -> Iterator[Markup]:
    x, y = view.place(*_point(place))
    radius = _radius(place, view)
    if radius:
        yield element("circle", cx=x, cy=y, r=radius, class_="ring near" if place.where_prec == NEAR else "ring")
        return
    roles = {mention.role for mention in place.mentions}
    if roles == {"dateline"}:
        yield element("rect", x=x - DOT, y=y - DOT, width=2 * DOT, height=2 * DOT, class_="filed")
    else:
        yield element("circle", cx=x, cy=y, r=DOT, class_="named" if roles <= OPEN_ROLES else "there")


def _point(place: ToldPlace) -> tuple[float, float]:
    return float(place.lat or 0.0), float(place.lon or 0.0)


def _linked(place: ToldPlace, *signs: Markup) -> Markup:
    says = f"{place.name}: {word_precision(place)}; {count(len(place.mentions), 'mention')} in "
    says += count(count_articles(place.mentions), "article")
    return element("a", element("title", says), *signs, href=f"#place-{place.number}", aria_label=says)


def _names(places: Sequence[ToldPlace], view: View) -> Iterator[Markup]:
    """The names for which there is room, those of most mentions first; the table has all of them."""
    taken: list[Box] = []
    for place in places:
        x, y = view.place(*_point(place))
        taken.append(Box(x - DOT, y - DOT, x + DOT, y + DOT))
    written: set[str] = set()
    for place in places:
        if place.name in written:
            continue
        x, y = view.place(*_point(place))
        words = shorten(place.name, 28)
        for box, anchor in _around(x, y, len(words) * LETTER, place):
            inside = box.left > 0 and box.right < view.width and box.top > 0 and box.bottom < view.height
            if inside and not any(box.meets(other) for other in taken):
                taken.append(box)
                written.add(place.name)
                at = {"start": box.left, "end": box.right, "middle": (box.left + box.right) / 2}[anchor]
                yield element(
                    "text", words, x=at, y=box.bottom - 3.5, class_="name", text_anchor=anchor, aria_hidden="true"
                )
                break


def _around(x: float, y: float, length: float, place: ToldPlace) -> Iterator[tuple[Box, str]]:
    """Where a name may stand: right, left, over or under its sign; a country's in its middle."""
    if place.where_prec != PRECISE:
        yield Box(x - length / 2, y - LINE / 2, x + length / 2, y + LINE / 2), "middle"
    gap = DOT + 4
    yield Box(x + gap, y - LINE / 2, x + gap + length, y + LINE / 2), "start"
    yield Box(x - gap - length, y - LINE / 2, x - gap, y + LINE / 2), "end"
    for top in (y - DOT - LINE - 1, y + DOT + 1):
        yield Box(x - length / 2, top, x + length / 2, top + LINE), "middle"
