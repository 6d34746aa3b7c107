"""Where the time of reading goes: CPU seconds of each layer, of the whole, and words a CPU second.

    python -m bench.stages --shared ../shared [--articles 40] [--encoder best fast]

One process, one thread, articles of the world set, read twice; the second round counts. A layer's time is that of the
functions that `read_article` calls for it; what is left is what lies between them.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench.corpora import find_shared, load_rows
from sayso.exports.reading_json import export_json
from sayso.reading import reader
from sayso.reading.encoder import OnnxEncoder, load_encoder
from sayso.records.article import Article

# Names of sayso.reading.reader, by the layer that they belong to.
LAYERS = {
    "blocks and credits": ("find_blocks", "find_credits", "find_media_names"),
    "words and quotations": ("find_quotations", "split_words", "find_sentences", "_readable"),
    "attributions": ("find_attributions", "keep_headings_apart", "add_layouts"),
    "voice and claims": ("find_stretches", "withhold_own", "make_claims", "_own_words", "find_relations"),
    "actors": ("_name",),
    "times": ("find_timexes",),
    "places": ("_find_toponyms",),
    "quantities": ("find_quantities",),
    "events": ("find_events",),
    "parties": ("mark_parties",),
}
ENCODE, ENCODE_EVENTS = "encoder", "encoder of events"


class Stopwatch:
    """CPU seconds by name; those of a call inside another are its own and not the outer's."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)
        self._inner = [0.0]

    def around(self, name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*args: Any, **options: Any) -> Any:
            self._inner.append(0.0)
            began = time.process_time()
            try:
                return work(*args, **options)
            finally:
                took = time.process_time() - began
                self.spent[name] += took - self._inner.pop()
                self._inner[-1] += took

        return timed


@contextmanager
def watching(watch: Stopwatch, encoder: OnnxEncoder) -> Iterator[None]:
    """Lets every layer of the reader be timed."""
    before = {name: getattr(reader, name) for names in LAYERS.values() for name in names}
    for layer, names in LAYERS.items():
        for name in names:
            setattr(reader, name, watch.around(layer, before[name]))
    encode, encode_events = encoder.encode, encoder.encode_events
    encoder.encode = watch.around(ENCODE, encode)  # type: ignore[method-assign]
    encoder.encode_events = watch.around(ENCODE_EVENTS, encode_events)  # type: ignore[method-assign]
    try:
        yield
    finally:
        for name, function in before.items():
            setattr(reader, name, function)
        encoder.encode, encoder.encode_events = encode, encode_events  # type: ignore[method-assign]


def measure(articles: list[Article], *, fast: bool) -> tuple[dict[str, float], float]:
    """(CPU seconds by layer, CPU seconds of all with the JSON)."""
    encoder = load_encoder(fast=fast)
    for article in articles:
        reader.read_article(article, encoder)
    watch = Stopwatch()
    began = time.process_time()
    with watching(watch, encoder):
        for article in articles:
            watch.around("JSON", export_json)(reader.read_article(article, encoder))
    whole = time.process_time() - began
    return dict(watch.spent), whole


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--shared", type=Path, default=Path("../shared"))
    words.add_argument("--articles", type=int, default=40)
    words.add_argument("--encoder", nargs="+", choices=["best", "fast"], default=["best", "fast"])
    words.add_argument("--out", type=Path, help="a file for the figures, a line of JSON an encoder")
    given = words.parse_args()
    rows = list(load_rows(find_shared(given.shared).world))[: given.articles]
    articles = [Article(row["id"], row["text"]) for row in rows]
    count = sum(len(article.text.split()) for article in articles)
    lines = []
    for name in given.encoder:
        spent, whole = measure(articles, fast=name == "fast")
        print(f"{name}: {len(articles)} articles, {count} words: {count / whole:.0f} words a CPU second")
        spent["between"] = whole - sum(spent.values())
        each = {layer: round(1000 * seconds / len(articles), 2) for layer, seconds in spent.items()}
        lines.append(
            {"encoder": name, "articles": len(articles), "words_a_second": round(count / whole), "ms_an_article": each}
        )
        for layer, seconds in sorted(spent.items(), key=lambda item: -item[1]):
            print(f"  {layer:24} {1000 * seconds / len(articles):7.2f} ms an article {100 * seconds / whole:5.1f} %")
    if given.out:
        given.out.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main()
