"""A reading made ready for linking: its words, fingerprints and weights, a pure function of reading and lists."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from sayso.gazetteer.lookup import Gazetteer, load_gazetteer
from sayso.linking.fingerprints import Fingerprinter, Fingerprints
from sayso.linking.likeness import Vector, Weigher
from sayso.linking.regions import find_regions
from sayso.linking.wording import Wording, find_capitals, word_story
from sayso.lists.agencies import Agencies, load_agencies
from sayso.lists.boilerplate import load_boilerplate
from sayso.lists.word_counts import load_word_counts
from sayso.records.reading import Reading


@dataclass(frozen=True)
class LinkLists:
    """The lists that linking goes by."""

    agencies: Agencies
    weigher: Weigher
    fingerprinter: Fingerprinter
    gazetteer: Gazetteer | None = None


@dataclass(frozen=True)
class Prepared:
    """One reading with what linking counts over; ``regions`` are the ids of those that hold a place, by its id."""

    reading: Reading
    wording: Wording
    prints: Fingerprints
    vector: Vector
    regions: Mapping[int, frozenset[int]] = field(default_factory=dict)

    @property
    def id(self) -> str:
        return self.reading.article.id

    @property
    def text(self) -> str:
        return self.reading.article.text

    @cached_property
    def places(self) -> dict[int, int]:
        """By fingerprint, the number of its first word where it stands first."""
        backwards = zip(self.prints.hashes[::-1].tolist(), self.prints.words[::-1].tolist(), strict=True)
        return dict(backwards)  # of several places the last one given stays: the first in the text

    @cached_property
    def day(self) -> int | None:
        """The day of publication as a number of days, or None where the page gives none."""
        published = self.reading.article.published
        if published is None or published.day is None:
            return None
        return dt.date.fromisoformat(published.day).toordinal()


def load_link_lists() -> LinkLists:
    """The package's own lists."""
    fingerprinter = Fingerprinter.without(load_boilerplate())
    return LinkLists(load_agencies(), Weigher(load_word_counts()), fingerprinter, load_gazetteer())


def prepare(reading: Reading, lists: LinkLists) -> Prepared:
    """The reading with words, fingerprints and weights."""
    wording = word_story(reading)
    text = reading.article.text
    capitals = find_capitals(text, wording.starts)
    vector = lists.weigher.weigh(wording.forms, capitals)
    regions = find_regions(reading.toponyms, lists.gazetteer) if lists.gazetteer else {}
    return Prepared(reading, wording, lists.fingerprinter.fingerprint(wording), vector, regions)
