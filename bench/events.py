"""Event types and factuality, each by itself and from the bare sentence, by weights that were trained without the fold.

    python -m bench.events --shared ../shared --weights W0 W1 W2 W3 W4 [--errors N]

W0 to W4 are exported weights, each trained without the sentences and articles of one fold (training/README.md). PLV's
sentences are typed twice: with actor and recipient given, and as an article of one sentence of which the event with the
highest score counts. On MEANTIME the words of each event are given; the plain cue rule (a negation or a hedge within
four words before the event) is measured in the same run.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.corpora import Shared, find_shared, load_rows
from bench.figures import Figures
from sayso.reading.encoder import Encoder, load_encoder
from sayso.reading.events.given import read_event_type, read_factuality
from sayso.reading.reader import read_article
from sayso.reading.words import WORD
from sayso.records.article import Article
from sayso.records.event import Factuality
from sayso.records.span import Span

FOLDS = 5
Row = dict[str, Any]
# The two-line rule that every release must beat.
NEGATIONS = frozenset(
    """not no never nor neither without nobody nothing none cannot deny denies denied denying fail fails failed
    refuse refuses refused refusing reject rejects rejected prevent prevents prevented avoid avoided cancel cancelled
    canceled stop stopped stops don didn doesn isn aren wasn weren won wouldn couldn shouldn hasn haven hadn""".split()
)
HEDGES = frozenset(
    """may might could can possible possibly probably perhaps likely unlikely maybe reportedly allegedly apparently
    potential potentially suspect suspected believe believed believes think thinks thought appear appears appeared seem
    seems seemed expected expects expect suggests suggested indicate indicates indicated rumored hope hopes hoped would
    should""".split()
)
NEAR = 4


def fold_of(name: str) -> int:
    """Which of the five folds a sentence or an article falls into, by its name alone."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % FOLDS


def measure(shared: Shared, weights: Sequence[Path]) -> Figures:
    """In percent; of the folds that there are weights of."""
    encoders = [load_encoder(path) for path in weights]
    typed = _rows(shared, "plv", "id", len(encoders))
    valued = _rows(shared, "factuality_meantime", "doc", len(encoders))
    figures: Figures = {}
    for name, answer in (("given", answer_given), ("free", answer_free)):
        told = [answer(row, encoders[fold_of(row["id"])]) for row in typed]
        figures |= _score(shared, f"events.{name}", typed, told, "types", "--root15")
    for name, value in (("factuality", answer_factuality), ("cue_rule", answer_by_cues)):
        told = [value(row, encoders[fold_of(row["doc"])]) for row in valued]
        figures |= _score(shared, f"events.{name}", valued, told, "factuality", "--per-class")
    return figures


def _rows(shared: Shared, name: str, key: str, folds: int) -> list[Row]:
    parts = (load_rows(shared.events(f"{name}.{part}")) for part in ("train", "dev"))
    return [row for part in parts for row in part if fold_of(row[key]) < folds]


def answer_given(row: Row, encoder: Encoder) -> Row:
    actors, recipients = ([Span(one["start"], one["end"]) for one in row[key]] for key in ("actor", "recipient"))
    typed = read_event_type(row["text"], actors, recipients, encoder)
    return {"id": row["id"], "labels": [typed.type] if typed else []}


def answer_free(row: Row, encoder: Encoder) -> Row:
    """The event with the highest score of an article that is this one sentence."""
    events = read_article(Article(row["id"], row["text"]), encoder).events
    best = max(events, key=lambda event: event.score, default=None)
    return {"id": row["id"], "labels": [best.type] if best else []}


def answer_factuality(row: Row, encoder: Encoder) -> Row:
    spans = [Span(target["start"], target["end"]) for target in row["targets"]]
    return _valued(row, read_factuality(row["text"], spans, encoder))


def answer_by_cues(row: Row, encoder: Encoder) -> Row:
    found = [(match.start(), match.group().lower()) for match in WORD.finditer(row["text"])]
    values = []
    for target in row["targets"]:
        before = [form for start, form in found if start < target["start"]][-NEAR:]
        negated, hedged = (any(form in cues for form in before) for cues in (NEGATIONS, HEDGES))
        values.append(Factuality.CERTAINLY_NOT if negated else Factuality.POSSIBLE if hedged else Factuality.CERTAIN)
    return _valued(row, values)


def _valued(row: Row, values: Sequence[Factuality | None]) -> Row:
    told = [
        {"start": target["start"], "end": target["end"], "class": value}
        for target, value in zip(row["targets"], values, strict=True)
    ]
    return {"id": row["id"], "targets": told}


def _score(shared: Shared, prefix: str, rows: Sequence[Row], told: Sequence[Row], *how: str) -> Figures:
    """Macro-F1 over classes and, of factuality, F1 of denials."""
    with tempfile.TemporaryDirectory() as folder:
        gold, ours = Path(folder, "gold.jsonl"), Path(folder, "ours.jsonl")
        for path, lines in ((gold, rows), (ours, told)):
            path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
        return read_scores(shared, prefix, [how[0], str(gold), str(ours), *how[1:]])


def read_scores(shared: Shared, prefix: str, command: Sequence[str]) -> Figures:
    import subprocess
    import sys

    done = subprocess.run(
        [sys.executable, str(shared.scorer("score_events")), *command], capture_output=True, text=True, encoding="utf-8"
    )
    figures = {}
    for line in done.stdout.splitlines():
        words = line.split()
        pairs = dict(zip(words[::2], words[1::2], strict=False))
        if "macro_F1" in pairs:
            figures[f"{prefix}.macro_F1"] = 100 * float(pairs["macro_F1"])
        if words[:1] == ["denied"]:
            figures[f"{prefix}.denied.F1"] = 100 * float(words[words.index("F1") + 1])
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--weights", type=Path, nargs="+", required=True)
    args = parser.parse_args()
    for name, value in measure(find_shared(args.shared), args.weights).items():
        print(f"{name:30} {value:6.1f}")


if __name__ == "__main__":
    main()
