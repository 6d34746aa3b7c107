"""A student's layers of events, which learn to say of sentences of news what a teacher's say of them.

    python -m training.distil_events --data DATA --minilm MINILM --teacher RUNS/events0 --start RUNS/student --out OUT

Both see the words of a sentence by what their own lower layers make of them. What the teacher makes of each is worked
out first, and kept beside the log.
"""

from __future__ import annotations

import argparse
import json
import pathlib
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from sayso.lists.events import load_event_lists
from sayso.reading.events.lexicon import Lexicon
from sayso.reading.sentences import find_sentences
from training.distil import texts_of
from training.examples import Article, Pieces
from training.model import Tagger, begin_events
from training.train import SEED, load_run, padded

WORDS_A_STEP = 2048
SHORTEST, LONGEST = 4, 120  # words of a sentence: a shorter one teaches nothing, a longer one is none
WARM = 0.05  # the part of the steps in which the rate rises
INPUTS = ("ids", "case", "quote", "place")
Halves = NDArray[np.float16]


@dataclass(frozen=True)
class Told:
    """One row a word, a sentence after the other: what the student's lower layers make of it, and the teacher's last
    states."""

    given: Halves
    wanted: Halves
    lengths: list[int]

    def sentence(self, number: int, ends: NDArray[np.int64]) -> tuple[Tensor, Tensor]:
        place = slice(int(ends[number]) - self.lengths[number], int(ends[number]))
        return tuple(torch.from_numpy(rows[place].astype(np.float32)) for rows in (self.given, self.wanted))  # type: ignore[return-value]


def eventful(article: Article) -> Iterator[tuple[int, int]]:
    """The words of each sentence that holds a word of the list of events."""
    words = article.words
    lexicon = Lexicon(words, tuple(form.lower() for form in words.forms), load_event_lists())
    for sentence in find_sentences(article.text):
        first, last = words.range_of(sentence)
        if SHORTEST <= last - first <= LONGEST and any(True for _ in lexicon.find(first, last)):
            yield first, last


def ask_both(article: Article, student: Tagger, teacher: Tagger) -> Iterator[tuple[Tensor, Tensor]]:
    """(the student's input, the teacher's last states) of each sentence that tells of events and fits a window."""
    sentences = list(eventful(article))
    for (first, last), example in zip(article.windows, article.inputs(), strict=True):
        inside = [(a - first, b - first) for a, b in sentences if first <= a and b <= last]
        if not inside:
            continue
        line = [padded([getattr(example, name)]) for name in INPUTS]
        mine, theirs = (tagger.shared(*line)[0][example.heads] for tagger in (student, teacher))
        states = [theirs[a:b] for a, b in inside]
        wanted = through(teacher, states)
        yield from ((mine[a:b], rows) for (a, b), rows in zip(inside, wanted, strict=True))


def through(tagger: Tagger, sentences: list[Tensor]) -> list[Tensor]:
    """What the layers of events make of each sentence."""
    states = nn.utils.rnn.pad_sequence(sentences, batch_first=True)
    inside = torch.arange(states.shape[1])[None] < torch.tensor([len(one) for one in sentences])[:, None]
    mask = torch.where(inside, 0.0, -10000.0)[:, None, None, :]
    for layer in tagger.event_layers:
        states = layer(states, mask)
    return [rows[: len(one)] for rows, one in zip(states, sentences, strict=True)]


def tell(args: argparse.Namespace, student: Tagger, teacher: Tagger, path: pathlib.Path) -> Told:
    """Sentences of the texts in random order until there are words enough."""
    if not path.exists():
        pieces = Pieces(args.minilm / "tokenizer.json")
        texts = texts_of(args.data, args.without_fold)
        random.Random(SEED).shuffle(texts)
        given: list[Halves] = []
        wanted: list[Halves] = []
        count = 0
        with torch.no_grad():
            for row in texts:
                for mine, theirs in ask_both(Article(row, pieces), student, teacher):
                    given.append(mine.numpy().astype(np.float16))
                    wanted.append(theirs.numpy().astype(np.float16))
                    count += len(mine)
                if count >= args.words:
                    break
        lengths = [len(one) for one in given]
        np.savez(path, given=np.concatenate(given), wanted=np.concatenate(wanted), lengths=lengths)
    kept = np.load(path)
    return Told(kept["given"], kept["wanted"], kept["lengths"].tolist())


def batches_of(lengths: list[int], seed: int) -> list[list[int]]:
    """Sentences of like length together, in random order."""
    rng = random.Random(seed)
    order = list(range(len(lengths)))
    rng.shuffle(order)
    order.sort(key=lambda number: lengths[number] // 4)
    batches: list[list[int]] = [[]]
    for number in order:
        if (len(batches[-1]) + 1) * lengths[number] > WORDS_A_STEP:
            batches.append([])
        batches[-1].append(number)
    rng.shuffle(batches)
    return [batch for batch in batches if batch]


def train(args: argparse.Namespace) -> None:
    torch.manual_seed(SEED)
    torch.set_num_threads(args.threads)
    args.out.mkdir(parents=True, exist_ok=True)
    teacher, model = (load_run(run, args.minilm, 0.0) for run in (args.teacher, args.start))
    student = model.tagger
    begin_events(student, args.layers)
    student.event_heads.load_state_dict(teacher.tagger.event_heads.state_dict())
    told = tell(args, student.eval(), teacher.tagger.eval(), args.out / "teacher.npz")
    ends = np.cumsum(told.lengths)
    steps = [batch for epoch in range(args.epochs) for batch in batches_of(told.lengths, SEED + epoch)]
    learning = [*student.event_layers.parameters(), *student.event_heads.parameters()]
    optimizer = torch.optim.AdamW(learning, lr=args.rate, weight_decay=0.01, fused=True)
    checkpoint, done = args.out / "checkpoint.pt", 0
    if checkpoint.exists():
        saved = torch.load(checkpoint, weights_only=True)
        model.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
        done = saved["step"]
    log = (args.out / "log.txt").open("a")
    stated = {name: str(value) for name, value in vars(args).items()}
    print(json.dumps({"stage": "distil events", "seed": SEED, "steps": len(steps)} | stated), file=log, flush=True)
    began, total, warm = time.time(), 0.0, max(1, int(WARM * len(steps)))
    for step, batch in enumerate(steps[done:], done + 1):
        for group in optimizer.param_groups:
            group["lr"] = args.rate * min(step / warm, max(0.02, (len(steps) - step) / (len(steps) - warm)))
        pairs = [told.sentence(number, ends) for number in batch]
        with torch.autocast("cpu", torch.bfloat16, enabled=args.half):
            made = torch.cat(through(student, [given for given, _ in pairs])).float()
        wanted = torch.cat([rows for _, rows in pairs])
        with torch.no_grad():
            right = teacher.tagger.event_heads(wanted)
        loss = functional.mse_loss(made, wanted) + functional.mse_loss(student.event_heads(made), right)
        loss.backward()
        nn.utils.clip_grad_norm_(learning, 1.0)
        optimizer.step()
        optimizer.zero_grad()
        total += float(loss.detach())
        if step % 20 == 0 or step == len(steps):
            print(f"{step}/{len(steps)} {time.time() - began:.0f}s {total / 20:.4f}", file=log, flush=True)
            total = 0.0
        if step % 60 == 0:
            torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "step": step}, checkpoint)
    torch.save(model.state_dict(), args.out / "model.pt")
    checkpoint.unlink(missing_ok=True)
    (args.out / "teacher.npz").unlink()
    print("done", file=log, flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--data", "--minilm", "--teacher", "--start", "--out"):
        parser.add_argument(name, type=pathlib.Path, required=True)
    parser.add_argument("--layers", type=int, help="of events; as many as the run begins with, if not given")
    parser.add_argument("--words", type=int, default=400_000)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--rate", type=float, default=4e-4)
    parser.add_argument("--without-fold", type=int, help="of the world set")
    parser.add_argument("--half", action="store_true", help="bfloat16, twice as fast where the processor has it")
    parser.add_argument("--threads", type=int, default=2)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
