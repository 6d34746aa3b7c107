"""A trained run as an Encoder, before export: for measuring folds and for checking the int8 model against."""

from __future__ import annotations

import pathlib

import numpy as np
import torch

from sayso.reading.lists import Lists, load_lists
from sayso.reading.tables import Floats, load_tables
from sayso.reading.windows import find_windows
from sayso.reading.words import CASE_MARK, Words
from sayso.records.reading import Model
from training.examples import CLS, SEP, Pieces
from training.tables import tables_json
from training.train import load_run


class TorchEncoder:
    """The float weights of one run."""

    def __init__(self, run: pathlib.Path, minilm: pathlib.Path, lists: Lists | None = None) -> None:
        self.network = load_run(run, minilm)
        self.network.eval()
        self.tables = load_tables(tables_json(self.network, events=True))
        self.lists = lists if lists is not None else load_lists()
        self.model = Model("sayso-minilm", "0", run.name)
        self.pieces = Pieces(minilm / "tokenizer.json")

    def encode(self, words: Words) -> Floats:
        pieces = [self.pieces(form) for form in words.forms]
        rows = np.zeros((len(words), self.tables.width), np.float32)
        for first, last in find_windows(words, [len(p) for p in pieces]):
            ids, case, quote, place, heads = [CLS], [CASE_MARK], [0], [0], []
            for i in range(first, last):
                heads.append(len(ids))
                n = len(pieces[i])
                ids += pieces[i]
                case += [int(words.case[i])] * n
                quote += [int(words.quote[i])] * n
                place += [int(words.place[i])] + [0] * (n - 1)
            ids, case, quote, place = ids + [SEP], case + [CASE_MARK], quote + [0], place + [0]
            with torch.no_grad():
                inputs = [torch.tensor([row]) for row in (ids, case, quote, place)]
                both = self.network.tagger(*inputs), self.network.tagger.shared(*inputs)
            rows[first:last] = torch.cat(both, -1)[0, heads].numpy()
        return rows

    def encode_events(self, rows: Floats) -> Floats:
        states = torch.from_numpy(self.tables.part(rows, "shared"))[None]
        with torch.no_grad():
            told: Floats = self.network.tagger.events(states, torch.ones(states.shape[:2]))[0].numpy()
        return told
