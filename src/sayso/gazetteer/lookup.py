"""A gazetteer to look names up in: its files are mapped into memory, and only what is asked for is read."""

from __future__ import annotations

import mmap
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import msgspec

from sayso.errors import BadGazetteer
from sayso.gazetteer.folding import fold
from sayso.gazetteer.shape import (
    ABOUT,
    BUCKETS,
    DEGREE,
    EXACT,
    LABELS,
    NAMES,
    OFFSET,
    PLACE,
    PLACES,
    VERSION,
    About,
    NameKind,
    bucket_of,
)

PACKAGED = Path(__file__).with_name("data")
LONGEST_KEY = 100  # letters; no place has a longer name
REMEMBERED = 50_000  # names and places kept as objects; above that, all are forgotten


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer; ``admin1`` and ``admin2`` are the rows of the divisions that it lies in, or None.

    ``geonames_id`` is 0 for a region that was listed by hand and of which the id is not known.
    """

    row: int
    geonames_id: int
    label: str
    lat: float
    lon: float
    population: int
    admin1: int | None
    admin2: int | None
    country: str
    code: str


@dataclass(frozen=True, slots=True)
class Sense:
    """A name may stand for this place, as its main name, another one, an adjective or an abbreviation."""

    place: Place
    kind: NameKind


class Gazetteer:
    """The places of one folder. Opening it reads a page; a name costs microseconds."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._senses: dict[str, tuple[Sense, ...]] = {}
        self._places: dict[int, Place] = {}

    def find(self, name: str) -> tuple[Sense, ...]:
        """What a name may stand for, the largest place first; nothing for a name that is not listed."""
        return self.find_key(fold(name))

    def find_abbreviation(self, written: str) -> tuple[Sense, ...]:
        """The same of "Ky." and "NSW", in exactly these letters."""
        return self.find_key(EXACT + written)

    def find_key(self, key: str) -> tuple[Sense, ...]:
        """The same of a name that is folded already."""
        senses = self._senses.get(key)
        if senses is None:
            if not 1 < len(key) <= LONGEST_KEY:
                return ()
            if len(self._senses) >= REMEMBERED:
                self._senses.clear()
            senses = self._senses[key] = self._read_senses(key)
        return senses

    def place(self, row: int) -> Place:
        """The place of a row of this gazetteer."""
        place = self._places.get(row)
        if place is None:
            if len(self._places) >= REMEMBERED:
                self._places.clear()
            place = self._places[row] = self._read_place(row)
        return place

    def check(self) -> None:
        """Raises BadGazetteer where a file is missing or cut off."""
        _ = self._files

    @cached_property
    def about(self) -> About:
        try:
            about = msgspec.json.decode((self.folder / ABOUT).read_bytes(), type=About)
        except (FileNotFoundError, NotADirectoryError) as error:
            reason = f"has no {ABOUT}" if self.folder.is_dir() else "is no folder"
            raise BadGazetteer(str(self.folder), f"{reason}; `sayso gazetteer build` makes one") from error
        except msgspec.DecodeError as error:
            raise BadGazetteer(str(self.folder), f"has a broken {ABOUT}: {error}") from error
        if about.version != VERSION:
            raise BadGazetteer(str(self.folder), f"is of version {about.version}; this Sayso reads {VERSION}")
        return about

    @cached_property
    def _files(self) -> dict[str, mmap.mmap]:
        mapped = {}
        for name, least in ((PLACES, self.about.places * PLACE.size), (LABELS, 1), (NAMES, 1), (BUCKETS, OFFSET.size)):
            try:
                with (self.folder / name).open("rb") as file:
                    mapped[name] = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            except (FileNotFoundError, ValueError) as error:  # ValueError: an empty file cannot be mapped
                raise BadGazetteer(str(self.folder), f"has no {name}") from error
            if len(mapped[name]) < least:
                raise BadGazetteer(str(self.folder), f"has a {name} that was cut off")
        return mapped

    def _read_senses(self, key: str) -> tuple[Sense, ...]:
        encoded = key.encode("utf-8", "replace")
        bucket = bucket_of(encoded, self.about.buckets) * OFFSET.size
        (start,) = OFFSET.unpack_from(self._files[BUCKETS], bucket)
        (end,) = OFFSET.unpack_from(self._files[BUCKETS], bucket + OFFSET.size)
        block = self._files[NAMES][start:end]
        found = block.find(b"\n" + encoded + b"\t")
        if found < 0:
            return ()
        first = found + len(encoded) + 2
        listed = block[first : block.index(b"\n", first)].decode("ascii").split(",")
        return tuple(Sense(self.place(int(one[1:])), NameKind(one[0])) for one in listed)

    def _read_place(self, row: int) -> Place:
        id_, lat, lon, population, admin1, admin2, country, code, label = PLACE.unpack_from(
            self._files[PLACES], row * PLACE.size
        )
        labels = self._files[LABELS]
        return Place(
            row,
            id_,
            labels[label : labels.find(b"\n", label)].decode(),
            lat / DEGREE,
            lon / DEGREE,
            population,
            admin1 - 1 if admin1 else None,
            admin2 - 1 if admin2 else None,
            self.about.countries[country],
            self.about.codes[code],
        )


def load_gazetteer(folder: Path | None = None) -> Gazetteer:
    """The package's gazetteer, read when it is first asked, or that of a folder that `sayso gazetteer build` made.

    Raises BadGazetteer where the folder is none.
    """
    gazetteer = Gazetteer(PACKAGED if folder is None else folder)
    if folder is not None:
        gazetteer.check()
    return gazetteer
