"""The lists that a reading goes by, read from the package once and handed on as values."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sayso.lists.agencies import Agencies, load_agencies
from sayso.reading.commitment import Cues, load_cues
from sayso.reading.placing.weights import PlaceLists, load_place_lists


@dataclass(frozen=True, slots=True)
class Lists:
    """Cue words, agencies and places, as the package (or a user's own copy) lists them."""

    cues: Cues
    agencies: Agencies
    places: PlaceLists


def load_lists(gazetteer: Path | None = None) -> Lists:
    """The package's own lists; with the gazetteer of a folder where one is named."""
    return Lists(load_cues(), load_agencies(), load_place_lists(gazetteer))
