"""Trains the second model: which statements say the same, by the likeness of their words in context.

    python -m training.statements --data DATA --minilm MINILM --out RUNS/statements
    python -m training.sentences --minilm MINILM --run RUNS/statements --out src/sayso/weights/sentences

Pairs of claims with a reader's verdict stand in labels/statements*.jsonl, as offsets into FNC-1's and ECB+'s training
articles or as invented words; in some with the share of readers ("p", in hundredths) who would call them the same. The
weights of the comparison (`linking/compare/same.py`) are trained together with the model and printed.
"""

from __future__ import annotations

import argparse
import json
import pathlib
import random
import re
import time
from collections.abc import Sequence
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from sayso.lists.word_counts import load_word_counts
from training.model import load_pretrained
from training.rounding import round_products

SEED = 20261127
HERE = pathlib.Path(__file__).parent
CORPORA = {"fnc1/train.bodies_unlabelled.jsonl": "doc_id", "ecbplus/train.docs.jsonl": "doc_id"}
LABELS = ("statements.jsonl",)  # of the weights in the package
SAME = ("same", "number", "confirms")
WORD = re.compile(r"[^\W_]+")
BATCH, MOST_PIECES = 32, 90
SOFT = 0.03  # readers differ in about 3 % of the pairs
Text = tuple[list[int], list[float]]


class Comparing(nn.Module):
    """Two statements in, the logit of their saying the same out."""

    def __init__(self, minilm: pathlib.Path) -> None:
        super().__init__()
        self.tagger = load_pretrained(minilm)
        self.levels = nn.Linear(3, 1)
        self.levels.weight.data = torch.tensor([[6.0, 6.0, 2.0]])
        self.levels.bias.data.fill_(-8.0)

    def states(self, ids: Tensor) -> Tensor:
        tagger = self.tagger
        states = tagger.letters(ids) + tagger.positions(torch.arange(ids.shape[1]))
        states = tagger.dropout(tagger.norm(states))
        bias = torch.where(ids != 0, 0.0, -1e4)[:, None, None, :]
        for layer in tagger.layers:
            states = layer(states, bias)
        return states

    def forward(self, a: list[Text], b: list[Text]) -> Tensor:
        (ids_a, rare_a), (ids_b, rare_b) = _padded(a), _padded(b)
        states_a, states_b = self.states(ids_a), self.states(ids_b)
        wholes = [(s * (ids != 0)[..., None]).sum(1) for s, ids in ((states_a, ids_a), (states_b, ids_b))]
        whole = functional.cosine_similarity(*wholes)
        likeness = functional.normalize(states_a, dim=-1) @ functional.normalize(states_b, dim=-1).transpose(1, 2)
        likeness = likeness.masked_fill((rare_b == 0)[:, None], -1).masked_fill((rare_a == 0)[..., None], -1)
        forth = (likeness.amax(2).clamp(min=0) * rare_a).sum(1) / rare_a.sum(1)
        back = (likeness.amax(1).clamp(min=0) * rare_b).sum(1) / rare_b.sum(1)
        levels = torch.stack([torch.maximum(forth, back), torch.minimum(forth, back), whole], 1)
        logits: Tensor = self.levels(levels)[:, 0]
        return logits


def _padded(texts: list[Text]) -> tuple[Tensor, Tensor]:
    width = max(len(ids) for ids, _ in texts)
    ids = torch.tensor([one + [0] * (width - len(one)) for one, _ in texts])
    return ids, torch.tensor([rare + [0.0] * (width - len(rare)) for _, rare in texts])


class Pieces:
    """Statements as word pieces, each with its share of its word's rarity."""

    def __init__(self, path: pathlib.Path) -> None:
        self.tokenizer = Tokenizer.from_file(str(path))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self.counts = load_word_counts()

    def of(self, text: str) -> Text:
        ids, rare = [101], [0.0]
        for match in WORD.finditer(text):
            form = match.group().lower()
            pieces = self.tokenizer.encode(form, add_special_tokens=False).ids
            ids += pieces
            rare += [self.counts.rarity(form) / max(1, len(pieces))] * len(pieces)
        return [*ids[:MOST_PIECES], 102], [*rare[:MOST_PIECES], 0.0]


def read_pairs(data: pathlib.Path, pieces: Pieces, labels: Sequence[str] = LABELS) -> list[tuple[Text, Text, float]]:
    texts: dict[str, str] = {}
    for corpus, key in CORPORA.items():
        for row in _lines(data / "xdoc" / corpus):
            # readings were made of the title, a blank line, and the text
            texts[row[key]] = (row["title"] + "\n\n" if row.get("title") else "") + row["text"]
    rows = [row for name in labels for row in _lines(HERE / "labels" / name)]
    return [
        (*(pieces.of(_words(texts, row[side])) for side in ("a", "b")), _share(row))  # type: ignore[misc]
        for row in rows
    ]


def _share(row: dict[str, Any]) -> float:
    """Of a hundred careful readers, the part that would call the two the same."""
    return float(row["p"]) / 100 if "p" in row else float(row["label"] in SAME)


def _lines(path: pathlib.Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _words(texts: dict[str, str], side: dict[str, Any] | str) -> str:
    """The words at the offsets; an invented claim stands there itself."""
    if isinstance(side, str):
        return side
    return " ".join(texts[side["article"]][start:end] for start, end in side["spans"])


def train(args: argparse.Namespace) -> None:
    torch.manual_seed(SEED)
    rng = random.Random(SEED)
    torch.set_num_threads(args.threads)
    args.out.mkdir(parents=True, exist_ok=True)
    pairs = read_pairs(args.data, Pieces(args.minilm / "tokenizer.json"), args.labels)
    model = Comparing(args.minilm)
    if args.begin is not None:
        model.load_state_dict(torch.load(args.begin / "model.pt", weights_only=True))
    model.tagger.letters.weight.requires_grad_(False)
    if args.rounded:
        round_products(model.tagger.layers)
    encoder = [p for name, p in model.named_parameters() if name.startswith("tagger") and p.requires_grad]
    groups = [{"params": encoder, "lr": args.rate}, {"params": list(model.levels.parameters()), "lr": 10 * args.rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    checkpoint = args.out / "checkpoint.pt"
    begun = 0
    if checkpoint.exists():
        saved = torch.load(checkpoint, weights_only=True)
        model.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
        begun = saved["epoch"]
    steps, began = args.epochs * -(-len(pairs) // BATCH), time.time()
    with (args.out / "log.txt").open("a") as log:
        print(json.dumps({"seed": SEED, "pairs": len(pairs), "epochs": args.epochs, "rate": args.rate}), file=log)
        for epoch in range(args.epochs):
            batches = _batches(pairs, rng)
            if epoch < begun:
                continue
            total = 0.0
            for number, batch in enumerate(batches, epoch * len(batches)):
                scale = min(1.0, (number + 1) / 20) * max(0.05, 1 - number / steps)
                for group, rate in zip(optimizer.param_groups, (args.rate, 10 * args.rate), strict=True):
                    group["lr"] = rate * scale
                wanted = torch.tensor([same * (1 - 2 * SOFT) + SOFT for _, _, same in batch])
                logits = model([a for a, _, _ in batch], [b for _, b, _ in batch])
                loss = functional.binary_cross_entropy_with_logits(logits, wanted)
                loss.backward()
                nn.utils.clip_grad_norm_(model.parameters(), 1.0)
                optimizer.step()
                optimizer.zero_grad()
                total += float(loss.detach())
            levels = [round(w, 2) for w in (*model.levels.weight[0].tolist(), model.levels.bias.item())]
            line = f"epoch {epoch} loss {total / len(batches):.3f} levels {levels} {time.time() - began:.0f}s"
            print(line, file=log, flush=True)
            state = {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "epoch": epoch + 1}
            torch.save(state, checkpoint)
    torch.save(model.state_dict(), args.out / "model.pt")
    checkpoint.unlink(missing_ok=True)


def _batches(pairs: list[tuple[Text, Text, float]], rng: random.Random) -> list[list[tuple[Text, Text, float]]]:
    """Pairs of like length together, in random order, now and then the other way round."""
    mixed = [(b, a, same) if rng.random() < 0.5 else (a, b, same) for a, b, same in pairs]
    rng.shuffle(mixed)
    mixed.sort(key=lambda pair: (len(pair[0][0]) + len(pair[1][0])) // 20)
    batches = [mixed[start : start + BATCH] for start in range(0, len(mixed), BATCH)]
    rng.shuffle(batches)
    return batches


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--data", "--minilm", "--out"):
        parser.add_argument(name, type=pathlib.Path, required=True)
    parser.add_argument("--labels", nargs="+", default=LABELS)
    parser.add_argument("--begin", type=pathlib.Path, help="a finished run to go on from, with its rate as given here")
    parser.add_argument("--rounded", action="store_true", help="products as the exported network does them")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--rate", type=float, default=5e-5)
    parser.add_argument("--threads", type=int, default=2)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
