"""The readings of a run's folder, one after the other, for a ledger."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from sayso.articles.extras import load_extra
from sayso.articles.identity import digest_text
from sayso.errors import SaysoError
from sayso.records.reading import Reading, Unread
from sayso.run.imported import import_sound
from sayso.run.manifest import load_manifest, load_shards, table_path
from sayso.run.sources import Known

AT_ONCE = 500  # readings in memory


def read_lines(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Id and JSON of every reading in the shards that are whole."""
    parquet = load_extra("pyarrow.parquet", "parquet", "reading Parquet")
    for shard in load_shards(folder):
        with table_path(folder, "readings", shard.shard).open("rb") as file:
            for batch in parquet.ParquetFile(file).iter_batches(AT_ONCE, columns=["article", "reading"]):
                for row in batch.to_pylist():
                    yield row["article"], row["reading"].encode()


def read_folder(folder: Path, known: Mapping[str, str]) -> Iterator[Reading | Unread | Known]:
    """The reading of every article; ``known`` gives the digest of the text of each that is there already.

    Raises SaysoError where it is no folder of a run.
    """
    load_manifest(folder)
    return _read(folder, known)


def _read(folder: Path, known: Mapping[str, str]) -> Iterator[Reading | Unread | Known]:
    for name, line in read_lines(folder):
        try:
            reading = import_sound(line)
        except SaysoError as error:
            yield Unread(f"{folder}, {name}", str(error))
            continue
        article = reading.article
        is_known = known.get(article.id) == digest_text(article.text)
        yield Known(article.id) if is_known else reading
