"""Weights of features, as small tables that can be read; how they are made is in training/places.py."""

from __future__ import annotations

import csv
import io
import math
from functools import cached_property
from importlib import resources
from pathlib import Path

from sayso.errors import BadList
from sayso.gazetteer.lookup import Gazetteer, load_gazetteer
from sayso.lists.name_words import NameWords, load_name_words

NAMING, SENSES = "naming.csv", "senses.csv"


class PlaceLists:
    """The gazetteer, name words and weights that places are found by, each read when it is first asked for."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer

    @cached_property
    def words(self) -> NameWords:
        return load_name_words()

    @cached_property
    def naming(self) -> dict[str, float]:
        """For and against a stretch of text being a place's name."""
        return _load(NAMING)

    @cached_property
    def senses(self) -> dict[str, float]:
        """For and against one place of a name."""
        return _load(SENSES)


def load_place_lists(gazetteer: Path | None = None) -> PlaceLists:
    """The package's lists, with the gazetteer of a folder in place of the package's if one is named."""
    return PlaceLists(load_gazetteer(gazetteer))


def _load(name: str) -> dict[str, float]:
    text = (resources.files("sayso") / "reading" / "placing" / name).read_text(encoding="utf-8")
    return read_weights(text, name)


def read_weights(text: str, name: str) -> dict[str, float]:
    """From CSV with the columns feature and weight. Raises BadList where a line is wrong."""
    weights: dict[str, float] = {}
    for line, row in enumerate(csv.reader(io.StringIO(text)), 1):
        if line == 1:
            continue
        try:
            feature, weight = row[0], float(row[1])
        except (IndexError, ValueError) as error:
            raise BadList(name, line, f"wants a feature and a weight, not {row!r}") from error
        if not math.isfinite(weight) or feature in weights:
            raise BadList(name, line, f"weighs {feature!r} twice or not at all")
        weights[feature] = weight
    return weights
