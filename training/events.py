"""Event types and factuality into examples: short texts with spans, one class a span or a pair of spans."""

from __future__ import annotations

import hashlib
import pathlib
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

from training.examples import CLS, SEP, Article, Pieces, Row, load
from training.model import EVENT_TYPES, FACTUALITY, Tagger

HERE = pathlib.Path(__file__).resolve().parent
FOLDS = 5
# Merged in PLV: either will do.
YIELD = ("CONCEDE", "RETREAT")
# Crowd means of UW turned into the values that a reader would have chosen: see the data's README.
NEAR = 0.4  # a mean so near to a border between two values teaches nothing
BORDERS = (2.5, 1.5, 0.5)
# An invented sentence: plain words, [actors] and {recipients}, none inside another.
MARKED = re.compile(r"(?:[^][{}]+|\[[^][{}]+\]|\{[^][{}]+\})+")
# Texts of each kind in a step, and how many of like length go through the encoder together.
A_STEP = {"typed": 24, "invented": 6, "spanless": 6, "meantime": 4, "uw": 4}
AT_ONCE = 12
# What fills the headlines' gaps.
COUNTRIES = (
    "France",
    "Kenya",
    "Brazil",
    "Turkey",
    "Israel",
    "Pakistan",
    "Russia",
    "Ukraine",
    "China",
    "Japan",
    "Egypt",
)
CITIES = ("Lagos", "Paris", "Karachi", "Lima", "Minsk", "Manila", "Nairobi", "Baghdad", "Seoul", "Khartoum")


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


def event_rows(data: pathlib.Path, without_fold: int | None) -> dict[str, list[Row]]:
    """Rows by what they are: sentences of PLV, invented ones, texts with a type and no spans, MEANTIME's and UW's.

    Without a fold of PLV's sentences and of MEANTIME's articles.
    """
    folder = data / "events"
    typed = load(folder / "plv.train.jsonl") + load(folder / "plv.dev.jsonl")
    valued = load(folder / "factuality_meantime.train.jsonl") + load(folder / "factuality_meantime.dev.jsonl")
    if without_fold is not None:
        typed = [row for row in typed if fold_of(row["id"]) != without_fold]
        valued = [row for row in valued if fold_of(row["doc"]) != without_fold]
    return {
        "typed": typed,
        "invented": invented_rows(HERE / "labels/invented_events.tsv"),
        "spanless": _spanless(folder),
        "meantime": valued,
        "uw": load(folder / "factuality_uw.train.jsonl"),
    }


def invented_rows(path: pathlib.Path) -> list[Row]:
    """Invented sentences, a type and a sentence a line: [what acts] and {what is acted on} stand in brackets.

    Raises ValueError for brackets inside each other or left open, and for an unknown type.
    """
    return [_invented(number, *line.split("\t")) for number, line in enumerate(path.read_text("utf-8").splitlines())]


def _invented(number: int, kind: str, marked: str) -> Row:
    if kind not in EVENT_TYPES or not MARKED.fullmatch(marked):
        raise ValueError(f"line {number + 1} is no type and a sentence with marks: {marked}")
    row: Row = {"id": f"invented-{number}", "root15": kind, "actor": [], "recipient": [], "text": ""}
    for bare, role, inner in re.findall(r"([^\[{]+)|([\[{])([^\]}]+)[\]}]", marked):
        start = len(row["text"])
        row["text"] += bare or inner
        if role:
            row["actor" if role == "[" else "recipient"].append({"start": start, "end": len(row["text"])})
    return row


def _spanless(folder: pathlib.Path) -> list[Row]:
    """Snippets and filled headlines whose type is known, and not who did it to whom: for the thin classes."""
    rng = random.Random(FOLDS)
    snippets = [row for row in load(folder / "case21_acled.dev.jsonl") if row["labels"]]
    rows = [{"id": row["id"], "text": row["text"], "types": row["labels"]} for row in snippets]
    for row in load(folder / "event_headline_templates.jsonl"):
        names = dict(zip(("country_1", "country_2", "country_3"), rng.sample(COUNTRIES, 3), strict=True))
        text = row["template"].format_map({**names, "city": rng.choice(CITIES)})
        rows.append({"id": row["id"], "text": text, "types": row["labels"]})
    return rows


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
    if "types" in row:
        example.type_of = ([], [], tuple(EVENT_TYPES.index(name) for name in row["types"]))
    elif "actor" in row:
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


def rows_out(tagger: Tagger, batch: Sequence[EventExample]) -> list[Tensor]:
    """For each text one row of all heads a word; texts of like length go through the encoder together."""
    order = sorted(range(len(batch)), key=lambda number: len(batch[number].ids))
    rows: dict[int, Tensor] = {}
    for first in range(0, len(order), AT_ONCE):
        numbers = order[first : first + AT_ONCE]

        def pad(name: str, numbers: Sequence[int] = numbers) -> Tensor:
            lines = [torch.tensor(getattr(batch[number], name)) for number in numbers]
            return torch.nn.utils.rnn.pad_sequence(lines, batch_first=True)

        out = tagger(*(pad(name) for name in ("ids", "case", "quote", "place")))
        rows |= {number: line[batch[number].heads] for number, line in zip(numbers, out, strict=True)}
    return [rows[number] for number in range(len(batch))]


def type_logits(row: Tensor, actor: Sequence[int], recipient: Sequence[int], tagger: Tagger) -> Tensor:
    """What an actor does to a recipient: what the sentence, the actor and the recipient each speak for."""

    def part(name: str) -> Tensor:
        return row[:, slice(*tagger.layout[name])]

    logits = part("type_sentence").mean(0)
    for name, words in (("type_actor", actor), ("type_recipient", recipient)):
        if words:
            logits = logits + part(name)[list(words)].mean(0)
    return logits


def event_losses(tagger: Tagger, batch: Sequence[EventExample], start: Tagger) -> dict[str, Tensor]:
    """Summed losses of the event tasks, and of leaving what ``start`` says of these texts in the other tasks.

    In short texts nothing else holds the tags of attributions: they would wander.
    """
    out = rows_out(tagger, batch)
    with torch.no_grad():
        before = rows_out(start, batch)
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
            triggers.append(row[:, slice(*tagger.layout["trigger"])])
    zero = out[0].new_zeros(())
    held = torch.stack([_drift(b, now, tagger) for b, now in zip(before, out, strict=True)]).sum()
    weights = torch.tensor(FACTUALITY_WEIGHTS)
    return {
        "type": torch.stack(typed).sum() if typed else zero,
        "factuality": _cross(valued, wanted["factuality"], weights) if valued else zero,
        "future": _cross(timed, wanted["future"], None) if timed else zero,
        "trigger": functional.cross_entropy(torch.cat(triggers), torch.cat(marks), reduction="sum") if marks else zero,
        "held": held,
    }


def _drift(before: Tensor, now: Tensor, tagger: Tagger) -> Tensor:
    """How far the tags of a text's words have gone from what they were: the mean over its words."""
    parts = [slice(*tagger.layout[name]) for name in HELD]
    return sum(
        (functional.kl_div(now[:, p].log_softmax(-1), before[:, p].softmax(-1), reduction="batchmean") for p in parts),
        start=now.new_zeros(()),
    )


def _cross(rows: list[Tensor], targets: list[int], weights: Tensor | None) -> Tensor:
    return functional.cross_entropy(torch.stack(rows), torch.tensor(targets), weight=weights, reduction="sum")


# Denials are two in a hundred, and hedges twelve.
FACTUALITY_WEIGHTS = (1.0, 1.2, 1.2, 1.5, 2.0, 2.0, 2.0)
EVENT_WEIGHTS = {"type": 1.0, "factuality": 0.1, "future": 0.1, "trigger": 0.05, "held": 0.3}
# What keeps on saying of the short texts what it said before.
HELD = ("outer", "nested", "voice", "commitment")


def event_batches(
    data: pathlib.Path, pieces: Pieces, without_fold: int | None, steps: int, seed: int
) -> list[list[EventExample]]:
    """A batch of short texts for every step: so many of each kind, thin classes more often."""
    rng = random.Random(seed)
    streams: list[tuple[Iterator[EventExample], int]] = []
    for kind, rows in event_rows(data, without_fold).items():
        examples = [example for row in rows if (example := example_of(row, pieces)) is not None]
        streams.append((_endless(examples, rng), A_STEP[kind]))
    return [[next(stream) for stream, count in streams for _ in range(count)] for _ in range(steps)]


def _endless(examples: list[EventExample], rng: random.Random) -> Iterator[EventExample]:
    """Passes over all examples; one of a type that is rarer than the middle one stands in a pass several times."""
    types = [example.type_of[2] if example.type_of else () for example in examples]
    counts = Counter(types)
    middle = sorted(counts.values())[len(counts) // 2]
    many = [example for example, kind in zip(examples, types, strict=True) for _ in range(_times(middle, counts[kind]))]
    while True:
        yield from rng.sample(many, len(many))


def _times(middle: int, count: int) -> int:
    return max(1, round((middle / count) ** 0.5))
