"""The lists that a reading goes by, read from the package once and handed on as values."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.lists.agencies import Agencies, load_agencies
from sayso.reading.commitment import Cues, load_cues


@dataclass(frozen=True, slots=True)
class Lists:
    """Cue words and agencies, as the package (or a user's own copy) lists them."""

    cues: Cues
    agencies: Agencies


def load_lists() -> Lists:
    """The package's own lists."""
    return Lists(load_cues(), load_agencies())
