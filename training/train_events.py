"""The layers of events, trained on short texts; what attributions are read with stays as it is.

    python -m training.train_events --data DATA --minilm MINILM --start RUNS/final --out RUNS/events

The log of a run lies beside its weights.
"""

from __future__ import annotations

import argparse
import json
import pathlib
import time

import torch
from torch import nn

from training.events import EVENT_WEIGHTS, event_batches, event_losses
from training.examples import Pieces
from training.model import begin_events
from training.train import SEED, load_run

WARM = 0.06  # the part of the steps in which the rate rises
HEADS_FASTER = 4.0


def train(args: argparse.Namespace) -> None:
    torch.manual_seed(SEED)
    torch.set_num_threads(args.threads)
    out = pathlib.Path(args.out)
    out.mkdir(parents=True, exist_ok=True)
    model = load_run(args.start, args.minilm, args.dropout)
    begin_events(model.tagger, args.layers)
    batches = event_batches(args.data, Pieces(args.minilm / "tokenizer.json"), args.without_fold, args.steps, SEED)
    groups = [
        {"params": list(part.parameters()), "lr": args.rate * factor, "factor": factor}
        for part, factor in ((model.tagger.event_layers, 1.0), (model.tagger.event_heads, HEADS_FASTER))
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    checkpoint, step = out / "checkpoint.pt", 0
    if checkpoint.exists():
        saved = torch.load(checkpoint, weights_only=True)
        model.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
        step = saved["step"]
    log = (out / "log.txt").open("a")
    stated = {name: str(value) for name, value in vars(args).items()}
    print(
        json.dumps({"stage": "events", "seed": SEED, "steps": args.steps, "from": step} | stated), file=log, flush=True
    )
    model.train()
    began = time.time()
    sums: dict[str, float] = {}
    warm = max(1, int(WARM * args.steps))
    for batch in batches[step:]:
        scale = min((step + 1) / warm, max(0.02, (args.steps - step) / (args.steps - warm)))
        for group in optimizer.param_groups:
            group["lr"] = args.rate * group["factor"] * scale
        losses = event_losses(model.tagger, batch)
        sum(EVENT_WEIGHTS[name] * value for name, value in losses.items()).div(len(batch)).backward()
        nn.utils.clip_grad_norm_([p for group in groups for p in group["params"]], 1.0)
        optimizer.step()
        optimizer.zero_grad()
        for name, value in losses.items():
            sums[name] = sums.get(name, 0.0) + float(value.detach()) / len(batch)
        step += 1
        if step % 20 == 0 or step == args.steps:
            line = " ".join(f"{name} {value / 20:.4f}" for name, value in sums.items())
            print(f"{step}/{args.steps} {time.time() - began:.0f}s {line}", file=log, flush=True)
            sums = {}
        if step % 60 == 0:
            torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "step": step}, checkpoint)
    torch.save(model.state_dict(), out / "model.pt")
    checkpoint.unlink(missing_ok=True)
    print("done", file=log, flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--data", "--minilm", "--start", "--out"):
        parser.add_argument(name, type=pathlib.Path, required=True)
    parser.add_argument("--without-fold", type=int)
    parser.add_argument("--layers", type=int, help="of events alone; as many as the run begins with, if not given")
    parser.add_argument("--steps", type=int, default=240)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--threads", type=int, default=2)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
