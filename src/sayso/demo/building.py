"""The demo ledger, made from its articles through the same code as any other."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from sayso.articles import read_jsonl
from sayso.articles.identity import digest_text
from sayso.errors import LedgerExists, SaysoError
from sayso.exports.reading_json import export_json, import_json
from sayso.ledger import open_ledger
from sayso.linking.incremental import Linker
from sayso.linking.prepared import load_link_lists
from sayso.records.article import Article
from sayso.records.reading import Reading, Unread
from sayso.run.sources import read_sources

SOURCE = "the invented articles of `sayso demo`"


def build_demo(path: Path, *, jobs: int = 1) -> None:
    """Makes the ledger at ``path``, whole or not at all. Raises LedgerExists where a file is there."""
    if path.exists():
        raise LedgerExists(str(path))
    part = path.with_name(f"{path.name}.part")
    part.unlink(missing_ok=True)  # of a demo that was interrupted
    try:
        _build(part, jobs)
        part.replace(path)
    finally:
        for left in path.parent.glob(f"{part.name}*"):
            left.unlink()


def _build(path: Path, jobs: int) -> None:
    with resources.as_file(_articles()) as articles, open_ledger(path, create=True) as ledger:
        linker = Linker(ledger, load_link_lists(), export_json, import_json)
        readings = [_checked(item) for item in read_sources([articles], jobs=jobs)]
        for outcome in linker.add_together(readings, ledger.begin_batch(SOURCE)):
            if isinstance(outcome, Unread):
                raise SaysoError(f"{outcome.what}: {outcome.why}")


def _checked(item: object) -> Reading:
    if isinstance(item, Reading):
        return item
    raise SaysoError(
        f"{item.what}: {item.why}" if isinstance(item, Unread) else "an article of the demo is there twice"
    )


def is_demo(path: Path) -> bool:
    """Whether a ledger holds all articles of the demo, with their very texts. Raises BadLedger if it is none."""
    with resources.as_file(_articles()) as articles:
        texts = {one.id: digest_text(one.text) for one in read_jsonl(articles) if isinstance(one, Article)}
    with open_ledger(path) as ledger:
        return texts.items() <= ledger.digests().items()


def _articles() -> resources.abc.Traversable:
    return resources.files("sayso.demo") / "articles.jsonl"
