"""Event types and factuality into examples: short texts with spans, one class a span or a pair of spans."""

from __future__ import annotations

import hashlib
import pathlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

from training.examples import CLS, SEP, Article, Pieces, Row, load
from training.model import EVENT_TYPES, FACTUALITY, Tagger

FOLDS = 5
# Merged in PLV: either will do.
YIELD = ("CONCEDE", "RETREAT")
# Crowd means of UW turned into the values that a reader would have chosen: see the data's README.
NEAR = 0.4  # a mean so near to a border between two values teaches nothing
BORDERS = (2.5, 1.5, 0.5)


@dataclass
class EventExample:
    """One short text: model input a piece, then what is known of it.

    ``type_of`` are words of the actor, words of the recipient and the classes that are right; ``factuality`` are words
    and a class; ``triggers`` a class a word (1: an event), or empty where events were not marked in full.
    """

    ids: list[int]
    case: list[int]
    quote: list[int]
    place: list[int]
    heads: list[int]
    type_of: tuple[list[int], list[int], tuple[int, ...]] | None = None
    factuality: list[tuple[list[int], int]] = field(default_factory=list)
    future: list[tuple[list[int], int]] = field(default_factory=list)
    triggers: list[int] = field(default_factory=list)


def fold_of(name: str) -> int:
    """Which of the five folds a sentence or an article falls into, by its name alone."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % FOLDS


def event_rows(data: pathlib.Path, without_fold: int | None) -> list[Row]:
    """PLV's sentences, MEANTIME's and UW's; without a fold of PLV's sentences and of MEANTIME's articles."""
    folder = data / "events"
    typed = load(folder / "plv.train.jsonl") + load(folder / "plv.dev.jsonl")
    valued = load(folder / "factuality_meantime.train.jsonl") + load(folder / "factuality_meantime.dev.jsonl")
    if without_fold is not None:
        typed = [row for row in typed if fold_of(row["id"]) != without_fold]
        valued = [row for row in valued if fold_of(row["doc"]) != without_fold]
    return typed + valued + load(folder / "factuality_uw.train.jsonl")


def example_of(row: Row, pieces: Pieces) -> EventExample | None:
    """The example of a row, or None where the text fits no window or nothing in it is known."""
    article = Article({"text": row["text"], "attributions": []}, pieces)
    if len(article.windows) != 1:
        return None
    words = article.words
    example = EventExample([CLS], [5], [0], [0], [])
    for number, ids in enumerate(article.pieces):
        example.heads.append(len(example.ids))
        example.ids += ids
        example.case += [int(words.case[number])] * len(ids)
        example.quote += [int(words.quote[number])] * len(ids)
        example.place += [int(words.place[number])] + [0] * (len(ids) - 1)
    for line, end in ((example.ids, SEP), (example.case, 5), (example.quote, 0), (example.place, 0)):
        line.append(end)
    if "actor" in row:
        example.type_of = _type_of(row, article)
    else:
        _add_targets(example, row, article)
    return example if example.type_of or example.factuality else None


def words_of(spans: Sequence[dict[str, Any]], article: Article) -> list[int]:
    """The words in character spans."""
    ranges = article.ranges([[span["start"], span["end"]] for span in spans])
    return [number for first, last in ranges for number in range(first, last)]


def _type_of(row: Row, article: Article) -> tuple[list[int], list[int], tuple[int, ...]] | None:
    names = YIELD if row["root15"] == "YIELD" else (row["root15"],)
    classes = tuple(EVENT_TYPES.index(name) for name in names if name in EVENT_TYPES)
    actor, recipient = words_of(row["actor"], article), words_of(row["recipient"], article)
    return (actor, recipient, classes) if classes and actor else None


def _add_targets(example: EventExample, row: Row, article: Article) -> None:
    example.triggers = [0] * len(example.heads)
    for target in row["targets"]:
        words = words_of([target], article)
        if not words:
            continue
        for number in words:
            example.triggers[number] = 1
        value = target["class"]
        if value in FACTUALITY and not ("certainty" not in target and _is_doubtful(target["score"])):
            example.factuality.append((words, FACTUALITY.index(value)))
        if target.get("time") in ("FUTURE", "NON_FUTURE"):
            example.future.append((words, int(target["time"] == "FUTURE")))


def _is_doubtful(score: float) -> bool:
    """A mean of many people's values that lies on a border."""
    return any(abs(abs(score) - border) < NEAR / 2 for border in BORDERS)


def rows_out(tagger: Tagger, batch: Sequence[EventExample]) -> Tensor:
    """One row of all heads a word."""

    def pad(name: str) -> Tensor:
        lines = [torch.tensor(getattr(example, name)) for example in batch]
        return torch.nn.utils.rnn.pad_sequence(lines, batch_first=True)

    out: Tensor = tagger(*(pad(name) for name in ("ids", "case", "quote", "place")))
    return out.gather(1, pad("heads")[..., None].expand(-1, -1, out.shape[2]))


def type_logits(row: Tensor, actor: Sequence[int], recipient: Sequence[int], tagger: Tagger) -> Tensor:
    """What an actor does to a recipient: what the sentence, the actor and the recipient each speak for."""

    def part(name: str) -> Tensor:
        return row[:, slice(*tagger.layout[name])]

    logits = part("type_sentence").mean(0) + part("type_actor")[list(actor)].mean(0)
    return logits + part("type_recipient")[list(recipient)].mean(0) if recipient else logits


def event_losses(tagger: Tagger, batch: Sequence[EventExample]) -> dict[str, Tensor]:
    """Summed losses of the event tasks."""
    out = rows_out(tagger, batch)
    typed: list[Tensor] = []
    valued: list[Tensor] = []
    timed: list[Tensor] = []
    triggers: list[Tensor] = []
    marks: list[Tensor] = []
    wanted: dict[str, list[int]] = {"factuality": [], "future": []}
    for row, example in zip(out, batch, strict=True):
        if example.type_of:
            actor, recipient, classes = example.type_of
            chances = type_logits(row, actor, recipient, tagger).log_softmax(-1)
            typed.append(-chances[list(classes)].logsumexp(0))
        for name, kept in (("factuality", valued), ("future", timed)):
            for words, value in getattr(example, name):
                kept.append(row[words][:, slice(*tagger.layout[name])].mean(0))
                wanted[name].append(value)
        if example.triggers:
            marks.append(torch.tensor(example.triggers))
            triggers.append(row[: len(example.triggers), slice(*tagger.layout["trigger"])])
    zero = out.new_zeros(())
    weights = torch.tensor(FACTUALITY_WEIGHTS)
    return {
        "type": torch.stack(typed).sum() if typed else zero,
        "factuality": _cross(valued, wanted["factuality"], weights) if valued else zero,
        "future": _cross(timed, wanted["future"], None) if timed else zero,
        "trigger": functional.cross_entropy(torch.cat(triggers), torch.cat(marks), reduction="sum") if marks else zero,
    }


def _cross(rows: list[Tensor], targets: list[int], weights: Tensor | None) -> Tensor:
    return functional.cross_entropy(torch.stack(rows), torch.tensor(targets), weight=weights, reduction="sum")


# Denials are two in a hundred, and hedges twelve.
FACTUALITY_WEIGHTS = (1.0, 1.5, 1.5, 1.5, 3.0, 3.0, 3.0)
EVENT_WEIGHTS = {"type": 0.5, "factuality": 0.3, "future": 0.2, "trigger": 0.05}


def load_events(data: pathlib.Path, pieces: Pieces, without_fold: int | None) -> list[EventExample]:
    found = (example_of(row, pieces) for row in event_rows(data, without_fold))
    return [example for example in found if example is not None]
