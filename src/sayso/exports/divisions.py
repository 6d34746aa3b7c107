"""Countries and divisions in which a place lies, as files of event data name them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from sayso.gazetteer.lookup import Gazetteer, Place
from sayso.lists.countries import Form, load_alpha3, load_countries
from sayso.records.toponym import Toponym

POINTED = (1, 2)  # UCDP's codes of places that have a point of their own; for others a point would be a false one
FINE = (1, 2, 3, 4)  # those that lie in a province, or are one


@dataclass(frozen=True, slots=True)
class Divisions:
    """The names of the country, province (first order) and district (second order); None where they are not known."""

    country: str | None = None
    alpha3: str | None = None
    province: str | None = None
    district: str | None = None


class DivisionFinder:
    """Finds divisions in a gazetteer; countries by the package's list."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def find(self, toponym: Toponym) -> Divisions:
        """No finer than the place is: a country has no province."""
        alpha3 = self._alpha3.get(toponym.country or "")
        place = self._place(toponym)
        fine = place if toponym.where_prec in FINE else None
        return Divisions(
            country=self._names.get(alpha3 or ""),
            alpha3=alpha3,
            province=self._label(fine, fine.admin1, "ADM1") if fine else None,
            district=self._label(fine, fine.admin2, "ADM2") if fine else None,
        )

    @cached_property
    def _alpha3(self) -> dict[str, str]:
        return load_alpha3()

    @cached_property
    def _names(self) -> dict[str, str]:
        return {form.code: form.country for form in load_countries().values() if form.form is Form.NAME}

    def _place(self, toponym: Toponym) -> Place | None:
        if toponym.geonames_id is None:
            return None
        senses = self._gazetteer.find(toponym.name)
        return next((one.place for one in senses if one.place.geonames_id == toponym.geonames_id), None)

    def _label(self, place: Place, row: int | None, code: str) -> str | None:
        """The division that a place lies in, or the place itself where it is one."""
        if place.code == code:
            return place.label
        return None if row is None else self._gazetteer.place(row).label


def point_of(toponym: Toponym | None) -> tuple[float | None, float | None]:
    """Latitude and longitude of a place that is one point, never of a region or a country."""
    if toponym is None or toponym.where_prec not in POINTED:
        return None, None
    return toponym.lat, toponym.lon
