"""Trains the tagger, stage by stage; a run that is killed goes on where it stopped.

    python -m training.train polnear --data DATA --out RUNS/polnear
    python -m training.train world   --data DATA --start RUNS/polnear --out RUNS/final
    python -m training.train world   --data DATA --start RUNS/polnear --out RUNS/fold0 --without-fold 0
    python -m training.train world   --data DATA --start RUNS/polnear --out RUNS/voice --without-voice

The log of a run lies beside its weights.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import pathlib
import random
import time
from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from sayso.reading.pointers import FEATURE_SIZES
from training.examples import IGNORED, Example, Links, Pieces, Row, add_nested, add_voice, examples_of, load
from training.model import COMMITMENTS, LINK_WIDTH, TAGS, Chain, Tagger, load_pretrained, size_of

HERE = pathlib.Path(__file__).resolve().parent
SEED = 20261126
BATCH = 16
Layout = dict[str, tuple[int, int]]
Part = Callable[[Tensor, str], Tensor]


def padded(rows: list[list[int]], value: int = 0) -> Tensor:
    """Rows of whole numbers, made as long as the longest."""
    tensors = [torch.tensor(row) for row in rows]
    return torch.nn.utils.rnn.pad_sequence(tensors, batch_first=True, padding_value=value)


class Linker(nn.Module):
    """Scores of (cue, span) pairs: projections of the encoder plus a table a feature."""

    def __init__(self) -> None:
        super().__init__()
        self.tables = nn.ModuleDict(
            {kind: nn.ModuleList(nn.Embedding(size, 1) for size in FEATURE_SIZES) for kind in ("source", "content")}
        )
        for table in self.parameters():
            nn.init.zeros_(table)

    def scores(self, kind: str, out: Tensor, layout: Layout, links: Links) -> Tensor:
        """Shape (cues, others)."""

        def part(name: str) -> Tensor:
            return out[:, slice(*layout[name])]

        def mean(name: str, ranges: list[tuple[int, int]]) -> Tensor:
            return torch.stack([part(name)[a:b].mean(0) for a, b in ranges])

        if kind == "source":
            left, right = mean("cue_for_source", links.cues), mean("source", links.others)
        else:
            left = mean("cue_for_content", links.cues)
            firsts, lasts = [a for a, _ in links.others], [b - 1 for _, b in links.others]
            right = part("content_first")[firsts] + part("content_last")[lasts]
        features = torch.as_tensor(links.features)
        bias = sum(table(features[..., i])[..., 0] for i, table in enumerate(self.tables[kind]))
        return left @ right.T / LINK_WIDTH**0.5 + bias


class Everything(nn.Module):
    def __init__(self, tagger: Tagger, half: bool = False) -> None:
        super().__init__()
        self.tagger = tagger
        self.half = half  # the layers in bfloat16, their weights and the losses in full
        self.outer_chain, self.nested_chain = Chain(len(TAGS)), Chain(len(TAGS))
        self.linker = Linker()

    def losses(self, batch: list[Example]) -> dict[str, Tensor]:
        """Summed losses of every task."""
        with torch.autocast("cpu", torch.bfloat16, enabled=self.half):
            out = self.tagger(*(padded([getattr(e, k) for e in batch]) for k in ("ids", "case", "quote", "place")))
        out = out.float()
        heads = padded([e.heads for e in batch])
        lengths = torch.tensor([len(e.heads) for e in batch])
        out = out.gather(1, heads[..., None].expand(-1, -1, out.shape[2]))
        layout = self.tagger.layout

        def part(rows: Tensor, name: str) -> Tensor:
            return rows[..., slice(*layout[name])]

        loss = {"outer": self.outer_chain.loss(part(out, "outer"), padded([e.outer for e in batch]), lengths).sum()}
        both = [i for i, e in enumerate(batch) if e.nested is not None]
        if both:
            nested = padded([e.nested for e in batch if e.nested is not None])
            emissions = part(out, "nested")[both][:, : nested.shape[1]]
            loss["nested"] = self.nested_chain.loss(emissions, nested, lengths[both]).sum()
        for name in ("voice", "basis", "hedged"):
            targets = padded([getattr(e, name) for e in batch], IGNORED).flatten()
            rows = part(out, name).flatten(0, 1)
            loss[name] = functional.cross_entropy(rows, targets, ignore_index=IGNORED, reduction="sum")
        loss |= self.span_losses(batch, out, part)
        return loss

    def span_losses(self, batch: list[Example], out: Tensor, part: Part) -> dict[str, Tensor]:
        logits: dict[str, list[Tensor]] = {"commitment": [], "source_type": [], "named": []}
        targets: dict[str, list[int]] = {"commitment": [], "source_type": [], "named": []}
        link = out.new_zeros(())
        for row, example in zip(out, batch, strict=True):
            for words, kind in example.commitment:
                logits["commitment"].append(part(row, "commitment")[words].mean(0))
                targets["commitment"].append(kind)
            for words, kind, named in example.source_type:
                for name, value in (("source_type", kind), ("named", named)):
                    logits[name].append(part(row, name)[words].mean(0))
                    targets[name].append(value)
            for links in example.links:
                link = link + self.link_loss(row, part, links)
        loss = {"links": link}
        weights = torch.tensor([1.0, 2.0, 2.0, 1.2, 1.2, 1.3])
        for name, rows in logits.items():
            if rows:
                loss[name] = functional.cross_entropy(
                    torch.stack(rows),
                    torch.tensor(targets[name]),
                    reduction="sum",
                    weight=weights if name == "commitment" else None,
                )
        return loss

    def link_loss(self, row: Tensor, part: Part, links: Links) -> Tensor:
        scores = self.linker.scores(links.kind, row, self.tagger.layout, links)
        orphan = part(row, "orphan")
        if links.kind == "source":
            null = torch.stack([orphan[a:b, 0].mean() for a, b in links.cues])
            table = torch.cat([null[:, None], scores], 1)
        else:
            null = orphan[[a for a, _ in links.others], 1]
            table = torch.cat([null[:, None], scores.T], 1)
        return functional.cross_entropy(table, torch.tensor(links.targets) + 1, reduction="sum")


assert len(COMMITMENTS) == 6
WEIGHTS = {
    "outer": 1.0,
    "nested": 1.0,
    "voice": 0.15,
    "basis": 0.04,
    "hedged": 0.04,
    "links": 0.7,
    "commitment": 0.7,
    "source_type": 0.4,
    "named": 0.3,
}


# The part of the articles annotated whole that every epoch of the world stage takes up again.
WHOLE_SHARE = 0.15


def articles_of(args: argparse.Namespace) -> tuple[list[Row], list[Row]]:
    """(articles of every epoch, articles replayed in part)."""
    data = pathlib.Path(args.data)
    polnear = load(data / "polnear/train.jsonl")
    add_nested(polnear, HERE / "labels/nested.jsonl")
    add_voice(polnear, HERE / "labels/voice_polnear.jsonl")
    if args.stage == "polnear":
        return polnear, []
    whole = read_whole(data, HERE / "labels/whole.jsonl")
    if args.stage == "whole":
        return whole, polnear
    world = load(data / "world/world.jsonl")
    add_voice(world, data / "world/voice.jsonl")
    add_voice(world, HERE / "labels/voice.jsonl")
    left_out: set[str] = set()
    if args.without_fold is not None:
        left_out |= set(json.loads((data / "world/folds.json").read_text())[args.without_fold])
    if args.without_voice:
        left_out |= {row["id"] for row in load(data / "world/voice.jsonl")}
    kept = [row for row in world if row["id"] not in left_out]
    return kept, polnear if args.without_whole else polnear + whole


def read_whole(data: pathlib.Path, path: pathlib.Path) -> list[Row]:
    """The articles of other corpora that were annotated whole, with their texts."""
    rows = load(path)
    texts: dict[str, str] = {}
    for corpus in sorted({row["corpus"] for row in rows}):
        texts |= {row.get("doc_id") or row["id"]: row["text"] for row in load(data / corpus)}
    return [{**row, "text": texts[row["id"]], "origin": row["corpus"]} for row in rows]


def epoch_of(number: int, main: list[Row], replayed: list[Row], pieces: Pieces, replay: float) -> list[list[Example]]:
    """Batches of one epoch: windows of like length together, in random order."""
    rng = random.Random(SEED + number)
    rows = list(main)
    if replayed:
        marked = [row for row in replayed if "nested_labelled" in row]
        plain = [row for row in replayed if "nested_labelled" not in row and "corpus" not in row]
        whole = [row for row in replayed if "corpus" in row]
        count = int(replay * (len(marked) + len(plain)))
        rows += rng.sample(marked, min(len(marked), count // 2)) + rng.sample(plain, count - count // 2)
        rows += rng.sample(whole, int(WHOLE_SHARE * len(whole)))
    found = [example for row in rows for example in examples_of(row, pieces, rng)]
    found = [example for example in found if example.heads]
    rng.shuffle(found)
    found.sort(key=lambda e: len(e.ids) // 24)
    batches = [found[i : i + BATCH] for i in range(0, len(found), BATCH)]
    rng.shuffle(batches)
    return batches


def parameter_groups(model: Everything, rate: float) -> list[dict[str, Any]]:
    fresh = ("tagger.heads", "tagger.nested_from", "tagger.case", "tagger.quote", "tagger.place", "linker")
    groups: dict[float, list[nn.Parameter]] = {1.0: [], 4.0: [], 20.0: []}
    for name, parameter in model.named_parameters():
        if name.startswith("tagger.letters"):
            parameter.requires_grad_(False)  # rare cues keep the letters that MiniLM learned
        elif "chain" in name:
            groups[20.0].append(parameter)
        else:
            groups[4.0 if name.startswith(fresh) else 1.0].append(parameter)
    return [{"params": ps, "lr": rate * factor, "factor": factor} for factor, ps in groups.items()]


def load_run(run: pathlib.Path, minilm: pathlib.Path, dropout: float = 0.1, half: bool = False) -> Everything:
    """A finished run, of the size it has; what an earlier stage did not have is fresh."""
    state = torch.load(run / "model.pt", weights_only=True)
    model = Everything(load_pretrained(minilm, dropout, size_of(state)), half)
    model.load_state_dict(model.state_dict() | state)
    return model


def train(args: argparse.Namespace) -> None:
    torch.manual_seed(SEED)
    torch.set_num_threads(args.threads)
    out = pathlib.Path(args.out)
    out.mkdir(parents=True, exist_ok=True)
    pieces = Pieces(pathlib.Path(args.minilm) / "tokenizer.json")
    minilm = pathlib.Path(args.minilm)
    if args.start:
        model = load_run(pathlib.Path(args.start), minilm, args.dropout, args.half)
    else:
        model = Everything(load_pretrained(minilm, args.dropout), args.half)
    optimizer = torch.optim.AdamW(parameter_groups(model, args.rate), weight_decay=0.01, fused=True)
    main, replayed = articles_of(args)
    per_epoch = len(epoch_of(0, main, replayed, pieces, args.replay))
    total, step = per_epoch * args.epochs, 0
    checkpoint = out / "checkpoint.pt"
    if checkpoint.exists():
        saved = torch.load(checkpoint, weights_only=True)
        model.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
        step = saved["step"]
    log = (out / "log.txt").open("a")
    digest = hashlib.sha256("".join(sorted(row["id"] + row["text"] for row in main)).encode()).hexdigest()[:16]
    begun = {"stage": args.stage, "seed": SEED, "articles": len(main), "digest": digest, "steps": total, "from": step}
    print(json.dumps(begun | {"args": vars(args)}), file=log, flush=True)
    model.train()
    began = time.time()
    sums: dict[str, float] = {}
    warm = max(1, int(0.06 * total))
    for epoch in range(step // per_epoch, args.epochs):
        batches = epoch_of(epoch, main, replayed, pieces, args.replay)[:per_epoch]
        for batch in batches[step - epoch * per_epoch :]:
            scale = min((step + 1) / warm, max(0.02, (total - step) / (total - warm)))
            for group in optimizer.param_groups:
                group["lr"] = args.rate * group["factor"] * scale
            losses = model.losses(batch)
            words = sum(len(e.heads) for e in batch)
            loss = sum(WEIGHTS[name] * value for name, value in losses.items()) / words
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            for name, value in losses.items():
                sums[name] = sums.get(name, 0.0) + float(value) / words
            step += 1
            if step % 20 == 0 or step == total:
                line = " ".join(f"{name} {value / 20:.4f}" for name, value in sums.items())
                print(f"{step}/{total} {time.time() - began:.0f}s {line}", file=log, flush=True)
                sums = {}
            if step % 60 == 0:
                torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "step": step}, checkpoint)
        if step == (epoch + 1) * per_epoch < total:
            torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "step": step}, checkpoint)
    torch.save(model.state_dict(), out / "model.pt")
    checkpoint.unlink(missing_ok=True)
    print("done", file=log, flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stage", choices=["polnear", "whole", "world"])
    parser.add_argument("--data", required=True)
    parser.add_argument("--minilm", required=True, help="folder with config.json, model.safetensors, tokenizer.json")
    parser.add_argument("--out", required=True)
    parser.add_argument("--start")
    parser.add_argument("--without-fold", type=int)
    parser.add_argument("--without-voice", action="store_true")
    parser.add_argument("--without-whole", action="store_true", help="leave out the articles of labels/whole.jsonl")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--replay", type=float, default=0.15)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--half", action="store_true", help="bfloat16, twice as fast where the processor has it")
    train(parser.parse_args())


if __name__ == "__main__":
    main()
