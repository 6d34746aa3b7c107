"""The encoder: words in, one row of all heads a word out."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from tokenizers import Tokenizer

from sayso.errors import BadModel
from sayso.reading.letters import FILE as LETTERS
from sayso.reading.letters import Letters, load_letters
from sayso.reading.lists import Lists, load_lists
from sayso.reading.sessions import open_session
from sayso.reading.tables import Floats, Tables, load_tables
from sayso.reading.windows import find_windows
from sayso.reading.words import CASE_MARK, Words
from sayso.records.reading import Model

CLS, SEP, UNKNOWN = 101, 102, 100
# A word of more pieces than this is cut: it is no word of a language.
MOST_PIECES_OF_WORD = 16
REMEMBERED_WORDS = 200_000
OWN = ("encoder.onnx", "tables.json")  # files that each model has for itself
EVENTS = "events.onnx"  # the upper layers of events; weights without it tell of none
TOKENIZER = "tokenizer.json"  # of the package, as its letters are: all models go by both
INPUTS = ("case", "quote", "place")
FAST = "fast"  # the student of three layers
SHARED = "shared"  # columns of a row: what the lower layers made of the word
LONGEST_SENTENCE = 200  # words that the layers of events take at once


class Encoder(Protocol):
    """The seam between reading and weights; unit tests pass a small fake one."""

    @property
    def model(self) -> Model:
        """Which weights these are."""

    @property
    def lists(self) -> Lists:
        """The lists that the reading goes by."""

    @property
    def tables(self) -> Tables:
        """How to read a row."""

    def encode(self, words: Words) -> Floats:
        """One row a word, shape (words, tables.width), the same for the same words whatever came before."""

    def encode_events(self, rows: Floats) -> Floats:
        """For the words of a sentence by their rows, one row of events each, shape (words, tables.event_width)."""


class OnnxEncoder:
    """The shipped weights on one thread: one window a run, unpadded, so its rows depend on that window alone."""

    def __init__(
        self,
        model: Model,
        lists: Lists,
        tables: Tables,
        tokenizer: Tokenizer,
        letters: Letters,
        session: Any,
        events: Any = None,
    ) -> None:
        self.model = model
        self.lists = lists
        self.tables = tables
        self._tokenizer = tokenizer
        self._letters = letters
        self._session = session
        self._events = events
        self._pieces: dict[str, tuple[int, ...]] = {}

    def encode(self, words: Words) -> Floats:
        pieces = [self._pieces_of(form) for form in words.forms]
        rows = np.zeros((len(words), self.tables.width), np.float32)
        for first, last in find_windows(words, [len(p) for p in pieces]):
            rows[first:last] = self._encode_window(words, pieces, first, last)
        return rows

    def encode_events(self, rows: Floats) -> Floats:
        shared = np.ascontiguousarray(self.tables.part(rows, SHARED))
        parts = [shared[at : at + LONGEST_SENTENCE] for at in range(0, len(shared), LONGEST_SENTENCE)]
        result: Floats = np.concatenate([self._events.run(None, {"states": part[None]})[0][0] for part in parts])
        return result

    def _pieces_of(self, form: str) -> tuple[int, ...]:
        known = self._pieces.get(form)
        if known is None:
            if len(self._pieces) >= REMEMBERED_WORDS:
                self._pieces.clear()
            ids = self._tokenizer.encode(form, add_special_tokens=False).ids[:MOST_PIECES_OF_WORD]
            known = self._pieces[form] = tuple(ids) or (UNKNOWN,)
        return known

    def _encode_window(self, words: Words, pieces: list[tuple[int, ...]], first: int, last: int) -> Floats:
        counts = np.fromiter((len(p) for p in pieces[first:last]), np.int64, last - first)
        size = int(counts.sum()) + 2
        letters = self._letters([CLS, *(piece for p in pieces[first:last] for piece in p), SEP])
        inputs = np.zeros((3, 1, size), np.int64)
        heads = 1 + np.concatenate([[0], np.cumsum(counts)[:-1]])
        inputs[0, 0, 0] = inputs[0, 0, size - 1] = CASE_MARK
        inputs[0, 0, 1 : size - 1] = np.repeat(words.case[first:last], counts)
        inputs[1, 0, 1 : size - 1] = np.repeat(words.quote[first:last], counts)
        inputs[2, 0, heads] = words.place[first:last]
        given = {"letters": letters, **dict(zip(INPUTS, inputs, strict=True))}
        result: Floats = self._session.run(None, given)[0][0][heads]
        return result


def load_encoder(
    weights: Traversable | None = None, lists: Lists | None = None, *, gazetteer: Path | None = None, fast: bool = False
) -> OnnxEncoder:
    """The encoder of the package's weights (or of another folder of such files), about half a second.

    ``fast`` takes the student of three layers: nearly twice as fast, less right about events (see the model card).
    ``lists`` stand in for the package's own; a model with other actors has another digest. ``gazetteer`` is a folder
    that `sayso gazetteer build` made, to be used in place of the package's. Raises BadModel where a file is missing or
    its digest is not the one that model.json names, BadGazetteer where the folder is none.
    """
    package = resources.files("sayso") / "weights"
    folder = weights or (package / FAST if fast else package)
    lists = lists or load_lists(gazetteer=gazetteer)
    letters = load_letters(package)
    model = _with_lists(_checked_model(folder, package, letters), lists)
    tables = load_tables((folder / "tables.json").read_bytes())
    tokenizer = Tokenizer.from_str((package / TOKENIZER).read_text(encoding="utf-8"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    events = open_session(folder, EVENTS) if (folder / EVENTS).is_file() else None
    return OnnxEncoder(model, lists, tables, tokenizer, letters, open_session(folder, OWN[0]), events)


def _checked_model(folder: Traversable, package: Traversable, letters: Letters) -> Model:
    try:
        stated = json.loads((folder / "model.json").read_text(encoding="utf-8"))
        places = dict.fromkeys(OWN, folder) | {TOKENIZER: package}
        if EVENTS in stated["files"]:
            places[EVENTS] = folder
        digests = {name: hashlib.sha256((place / name).read_bytes()).hexdigest() for name, place in places.items()}
    except FileNotFoundError as error:
        raise BadModel(f"a file of the weights is missing: {error.filename}") from error
    digests[LETTERS] = letters.digest  # checked when they were loaded
    for name, digest in digests.items():
        if stated["files"].get(name) != digest:
            raise BadModel(f"weights/{name} is not the file that model.json names; install the package again")
    whole = hashlib.sha256(json.dumps(sorted(digests.items())).encode()).hexdigest()
    return Model(stated["name"], stated["version"], whole[:16])


def _with_lists(model: Model, lists: Lists) -> Model:
    """The model under a digest of its own where a user's lists go with it."""
    own = " ".join(filter(None, (lists.listed.digest, lists.parties.digest)))
    if not own:
        return model
    whole = hashlib.sha256(f"{model.digest} {own}".encode()).hexdigest()
    return replace(model, digest=whole[:16])
