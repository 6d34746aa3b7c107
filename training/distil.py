"""A student of three layers, which learns to say what a trained run says of texts, labelled or not.

    python -m training.distil --data DATA --minilm MINILM --teacher RUNS/final --out RUNS/student

What the teacher makes of the texts is worked out first and kept in `teacher.f16` beside the log. A run that is
killed goes on where it stopped.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import pathlib
import random
import time
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from training.examples import Article, Example, Pieces, load
from training.model import STUDENT, STUDENT_BEGINS, Tagger, begin_events, load_pretrained
from training.thinner import begin_layer, weigh_parts
from training.train import SEED, Everything, load_run, padded

# News of these files, its labels unused.
TEXTS = (
    "polnear/train.jsonl",
    "xdoc/fnc1/train.bodies_unlabelled.jsonl",
    "xdoc/ecbplus/train.docs.jsonl",
    "geo/lgl.jsonl",
    "geo/geovirus.jsonl",
    "timex/timebank.jsonl",
    "timex/aquaint.jsonl",
    "world/world.jsonl",
)
PIECES_A_STEP = 4096
WEIGHED = 40  # batches on which the teacher's heads and neurons are weighed
SHORTEST = 12  # pieces: a shorter window teaches nothing
INPUTS = ("ids", "case", "quote", "place")
# How much a difference of each part of a row weighs; differences of states are added with STATES.
WEIGHTS = {"outer": 1.0, "nested": 1.0, "commitment": 0.3, "source_type": 0.3, "named": 0.2, "voice": 0.3}
WEIGHTS |= {"basis": 0.1, "hedged": 0.1, "orphan": 0.3, "cue_for_source": 0.5, "source": 0.5}
WEIGHTS |= {"cue_for_content": 0.5, "content_first": 0.5, "content_last": 0.5}
STATES = 4.0


@dataclass(frozen=True)
class Window:
    """Model input of one window, and where its states lie in the teacher's file."""

    example: Example
    first: int


def texts_of(data: pathlib.Path, without_fold: int | None) -> list[dict[str, str]]:
    left_out: set[str] = set()
    if without_fold is not None:
        left_out = set(json.loads((data / "world/folds.json").read_text())[without_fold])
    rows = [row for name in TEXTS for row in load(data / name)]
    return [{"text": row["text"]} for row in rows if row.get("id") not in left_out and row["text"].strip()]


def windows_of(texts: list[dict[str, str]], pieces: Pieces) -> list[Window]:
    """Windows of all texts, each with quotation marks of one style or another."""
    found, at = [], 0
    for number, row in enumerate(texts):
        article = Article(row, pieces, random.Random(SEED + number))
        for example in article.inputs():
            if len(example.ids) >= SHORTEST:
                found.append(Window(example, at))
                at += len(example.ids)
    return found


def batches_of(windows: list[Window], seed: int) -> list[list[Window]]:
    """Windows of like length together, in random order."""
    rng = random.Random(seed)
    order = list(windows)
    rng.shuffle(order)
    order.sort(key=lambda window: len(window.example.ids) // 24)
    batches: list[list[Window]] = [[]]
    for window in order:
        if (len(batches[-1]) + 1) * len(window.example.ids) > PIECES_A_STEP:
            batches.append([])
        batches[-1].append(window)
    rng.shuffle(batches)
    return [batch for batch in batches if batch]


def input_of(batch: list[Window]) -> list[Tensor]:
    return [padded([getattr(window.example, name) for window in batch]) for name in INPUTS]


def ask_teacher(teacher: Tagger, windows: list[Window], path: pathlib.Path, *, half: bool) -> np.memmap:
    """The teacher's last states, one row of float16 a piece."""
    shape = (windows[-1].first + len(windows[-1].example.ids), teacher.heads.in_features)
    if path.exists():
        return np.memmap(path, np.float16, "r", shape=shape)
    unfinished = path.with_suffix(".part")
    told = np.memmap(unfinished, np.float16, "w+", shape=shape)
    teacher.eval()
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16, enabled=half):
        for batch in batches_of(windows, SEED):
            for window, states in zip(batch, teacher.states(*input_of(batch)), strict=True):
                count = len(window.example.ids)
                told[window.first : window.first + count] = states[:count].float().numpy().astype(np.float16)
    told.flush()
    unfinished.rename(path)
    return np.memmap(path, np.float16, "r", shape=shape)


def loss_of(student: Tagger, teacher: Tagger, batch: list[Window], told: np.memmap, *, half: bool) -> Tensor:
    """Mean squared differences of states and of rows, over the pieces of the batch."""
    inputs = input_of(batch)
    kept = inputs[0] != 0
    with torch.autocast("cpu", torch.bfloat16, enabled=half):
        states = student.states(*inputs)
    states = states[kept].float()
    wanted = torch.from_numpy(
        np.concatenate([told[w.first : w.first + len(w.example.ids)] for w in batch]).astype(np.float32)
    )
    with torch.no_grad():
        right = teacher.rows(wanted)
    rows = student.rows(states)
    loss = STATES * functional.mse_loss(states, wanted)
    for name, weight in WEIGHTS.items():
        part = slice(*student.layout[name])
        loss = loss + weight * functional.mse_loss(rows[:, part], right[:, part])
    return loss


def begin_as(student: Everything, larger: Everything, batches: list[list[Window]]) -> None:
    """Everything of a larger network's; of its layers the chosen ones, without what adds least to them."""
    state, theirs = student.state_dict(), larger.state_dict()
    layers = ("tagger.layers.", "tagger.event_layers.")
    student.load_state_dict(state | {name: theirs[name] for name in state if not name.startswith(layers)})
    chosen = STUDENT_BEGINS if larger.tagger.size.upper else range(len(larger.tagger.layers))
    weighed = weigh_parts(larger.tagger, chosen, map(input_of, batches[:WEIGHED]))
    for layer, number in zip(student.tagger.layers, chosen, strict=True):
        begin_layer(layer, larger.tagger.layers[number], *weighed[number])
    begin_events(student.tagger)


def train(args: argparse.Namespace) -> None:
    torch.manual_seed(SEED)
    torch.set_num_threads(args.threads)
    args.out.mkdir(parents=True, exist_ok=True)
    teacher = load_run(args.teacher, args.minilm, 0.0)
    student = Everything(load_pretrained(args.minilm, 0.0, STUDENT))
    texts = texts_of(args.data, args.without_fold)
    windows = windows_of(texts, Pieces(args.minilm / "tokenizer.json"))
    larger = load_run(args.start, args.minilm, 0.0) if args.start else teacher
    begin_as(student, larger, batches_of(windows, SEED))
    told = ask_teacher(teacher.tagger, windows, args.out / "teacher.f16", half=args.half)
    learning = [
        parameter
        for name, parameter in student.tagger.named_parameters()
        if name.split(".")[0] in ("layers", "positions", "case", "quote", "place", "norm")
    ]
    optimizer = torch.optim.AdamW(learning, lr=args.rate, weight_decay=0.01, fused=True)
    per_epoch = len(batches_of(windows, SEED))
    total, step = int(per_epoch * args.epochs), 0
    checkpoint = args.out / "checkpoint.pt"
    if checkpoint.exists():
        saved = torch.load(checkpoint, weights_only=True)
        student.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
        step = saved["step"]
    log = (args.out / "log.txt").open("a")
    digest = hashlib.sha256("".join(row["text"] for row in texts).encode()).hexdigest()[:16]
    begun = {"stage": "distil", "seed": SEED, "articles": len(texts), "digest": digest, "steps": total, "from": step}
    print(json.dumps(begun | {name: str(value) for name, value in vars(args).items()}), file=log, flush=True)
    student.train()
    began, summed, warm = time.time(), 0.0, max(1, int(0.04 * total))
    for epoch in range(step // per_epoch, -(-total // per_epoch)):
        batches = batches_of(windows, SEED + 1 + epoch)[:per_epoch]
        for batch in batches[step - epoch * per_epoch :]:
            if step >= total:
                break
            scale = min((step + 1) / warm, max(0.01, (total - step) / (total - warm)))
            for group in optimizer.param_groups:
                group["lr"] = args.rate * scale
            loss = loss_of(student.tagger, teacher.tagger, batch, told, half=args.half)
            loss.backward()
            nn.utils.clip_grad_norm_(learning, 1.0)
            optimizer.step()
            optimizer.zero_grad()
            summed += float(loss.detach())
            step += 1
            if step % 20 == 0 or step == total:
                print(f"{step}/{total} {time.time() - began:.0f}s {summed / 20:.4f}", file=log, flush=True)
                summed = 0.0
            if step % 60 == 0:
                saved = {"model": student.state_dict(), "optimizer": optimizer.state_dict(), "step": step}
                torch.save(saved, checkpoint)
    torch.save(student.state_dict(), args.out / "model.pt")
    checkpoint.unlink(missing_ok=True)
    (args.out / "teacher.f16").unlink()
    print("done", file=log, flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--data", "--minilm", "--teacher", "--out"):
        parser.add_argument(name, type=pathlib.Path, required=True)
    parser.add_argument(
        "--start", type=pathlib.Path, help="a larger student, which this one begins as in place of the teacher"
    )
    parser.add_argument("--without-fold", type=int)
    parser.add_argument("--epochs", type=float, default=3)
    parser.add_argument("--rate", type=float, default=4e-4)
    parser.add_argument("--half", action="store_true", help="bfloat16, twice as fast where the processor has it")
    parser.add_argument("--threads", type=int, default=2)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
