"""Turns the label sheets written by careful readers into offsets.

    python training/labels.py nested DATA/polnear/train.jsonl SHEET... > training/labels/nested.jsonl
    python training/labels.py whole DATA SHEET... > training/labels/whole.jsonl
    python training/labels.py voice SENTENCES.jsonl,... DATA.jsonl,... SHEET... > training/labels/voice.jsonl

No word of an article is kept.
"""

from __future__ import annotations

import json
import pathlib
import re
import sys
from collections.abc import Iterator
from typing import Any

VOICES = {"o": "own", "a": "attributed", "m": "mixed", "u": "unsettled", "n": "none"}
# Corpora of which articles were annotated whole -> the field that holds an article's id.
WHOLE = {
    "xdoc/fnc1/train.bodies_unlabelled.jsonl": "doc_id",
    "xdoc/ecbplus/train.docs.jsonl": "doc_id",
    "geo/lgl.jsonl": "id",
    "timex/timebank.jsonl": "id",
}
BASES = {"w": "witnessed", "d": "document", "b": "background", "i": "inferred", "g": "not given"}


def sheets(paths: list[str]) -> Iterator[tuple[str, list[list[str]]]]:
    """(article id, rows split at tabs) of every article in the sheets."""
    for path in paths:
        for part in pathlib.Path(path).read_text().split("### ")[1:]:
            head, *rows = part.split("\n")
            yield head.strip(), [row.split("\t") for row in rows if row.strip()]


def load(path: str) -> dict[str, dict[str, Any]]:
    with pathlib.Path(path).open(encoding="utf-8") as lines:
        return {row["id"]: row for row in map(json.loads, lines)}


def locate(text: str, words: str, spans: list[list[int]], near: int) -> list[list[int]] | None:
    """Spans of the pieces of ``words`` inside ``spans``, the nearest to ``near`` where there are several."""
    found = []
    for piece in words.split(" [...] "):
        piece = piece.strip()
        if not piece:
            continue
        pattern = re.escape(piece).replace(r"\ ", r"\s+")
        hits = [[m.start(), m.end()] for s, e in spans for m in re.compile(pattern).finditer(text, s, e)]
        if not hits:
            return None
        found.append(min(hits, key=lambda hit: abs(hit[0] - near)))
    return found


def nested_rows(article: dict[str, Any], rows: list[list[str]]) -> Iterator[dict[str, Any]]:
    """One row an attribution: outermost ones by number with their labels, nested ones with spans."""
    text, outer = article["text"], article["attributions"]
    extra: list[dict[str, Any]] = []
    for row in rows:
        if row[0] != "+":
            yield {"n": int(row[0]), "commitment": row[1], "source_type": row[2], "named": row[3] == "y"}
            continue
        _, parent, source, cue, content, commitment, source_type, named = (row + [""] * 8)[:8]
        if parent.startswith("+"):
            if int(parent[1:]) > len(extra):
                continue
            inside = extra[int(parent[1:]) - 1]["content"]
        else:
            inside = outer[int(parent)]["content"]
        entry: dict[str, Any] = {"parent": parent, "commitment": commitment, "source_type": source_type}
        entry["named"] = named == "y"
        entry["content"] = locate(text, content, inside, inside[0][0]) if inside else None
        near = entry["content"][0][0] if entry["content"] else 0
        entry["cue"] = locate(text, cue, inside, near) if inside else None
        near = entry["cue"][0][0] if entry["cue"] else near
        entry["source"] = locate(text, source, inside, near) if inside else None
        extra.append(entry)
        if entry["content"] and entry["cue"] and entry["source"] is not None:
            yield entry


def anchored(text: str, words: str, inside: list[list[int]], anchors: list[int]) -> list[list[int]] | None:
    """Like locate, each piece the nearest to any anchor."""
    found = []
    for piece in filter(None, (piece.strip() for piece in words.split(" [...] "))):
        pattern = re.compile(re.escape(piece).replace(r"\ ", r"\s+"))
        hits = [[m.start(), m.end()] for s, e in inside for m in pattern.finditer(text, s, e)]
        if not hits:
            return None
        found.append(min(hits, key=lambda hit: min(min(abs(hit[0] - a), abs(hit[1] - a)) for a in anchors)))
    return found


def whole_rows(text: str, rows: list[list[str]]) -> Iterator[dict[str, Any]]:
    """Attributions with offsets, in the form of the world set; rows that cannot be placed are left out."""
    placed: dict[str, dict[str, Any]] = {}
    position = 0
    for row in rows:
        n, parent, source, cue, content, commitment, source_type, named = (row + [""] * 8)[:8]
        if parent != "-" and parent not in placed:
            continue
        inside = [[0, len(text)]] if parent == "-" else placed[parent]["content"]
        said = anchored(text, content, inside, [position if parent == "-" else inside[0][0]])
        if not said:
            continue
        edges = [edge for span in said for edge in span]
        marked = anchored(text, cue, inside, edges)
        by = anchored(text, source, inside, [edge for span in marked or said for edge in span])
        if not marked or by is None:
            continue
        entry: dict[str, Any] = {
            "id": f"t{n}",
            "source": by,
            "cue": marked[:1],
            "content": sorted(said),
            "speaker": None,
        }
        entry |= {"commitment": commitment, "source_type": source_type, "named": named == "y"}
        entry["nested_in"] = None if parent == "-" else placed[parent]["id"]
        placed[n] = entry
        position = said[0][0] if parent == "-" else position
        yield entry


def write_whole(folder: str, paths: list[str]) -> None:
    texts: dict[str, tuple[str, str]] = {}
    for name, key in WHOLE.items():
        with pathlib.Path(folder, name).open(encoding="utf-8") as lines:
            texts |= {row[key]: (name, row["text"]) for row in map(json.loads, lines)}
    for name, rows in sheets(paths):
        name = re.sub(r"^(?:lgl|wsj):", "", name)
        corpus, text = texts[name]
        print(json.dumps({"id": name, "corpus": corpus, "attributions": list(whole_rows(text, rows))}))


def write_nested(data: str, paths: list[str]) -> None:
    articles = load(data)
    for name, rows in sheets(paths):
        print(json.dumps({"id": name, "rows": list(nested_rows(articles[name], rows))}))


def voice_row(text: str, span: list[int], row: list[str]) -> dict[str, Any]:
    label: dict[str, Any] = {"s": span[0], "e": span[1], "voice": VOICES[row[1]]}
    basis = row[2].strip() if len(row) > 2 else ""
    if basis[:1] in BASES:
        label["basis"] = BASES[basis[0]]
    if basis.endswith("h"):
        label["hedged"] = True
    if row[1] == "m":
        parts = [locate(text, part.strip(), [span], span[0]) for part in row[3].split("||")]
        label["own_spans"] = [part[0] for part in parts if part]
    return label


def write_voice(sentences: str, data: str, paths: list[str]) -> None:
    split = {name: row["sentences"] for path in sentences.split(",") for name, row in load(path).items()}
    articles = {name: row for path in data.split(",") for name, row in load(path).items()}
    for name, rows in sheets(paths):
        labels = [voice_row(articles[name]["text"], split[name][int(row[0])], row) for row in rows]
        print(json.dumps({"id": name, "sentences": labels}))


if __name__ == "__main__":
    if sys.argv[1] == "nested":
        write_nested(sys.argv[2], sys.argv[3:])
    elif sys.argv[1] == "whole":
        write_whole(sys.argv[2], sys.argv[3:])
    else:
        write_voice(sys.argv[2], sys.argv[3], sys.argv[4:])
