"""What a run will cost, told from a sample of its articles: time, disk and memory, each with an interval.

All articles are taken in once, so that their words are known; a sample of them is read. Costs go with words: the
estimate is the sample's cost a word times all words, its interval the middle 95 % of what samples drawn again from the
sample would give (a bootstrap of the ratio).
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
import zlib
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from sayso.errors import SaysoError
from sayso.exports.reading_json import export_json
from sayso.exports.tables import count_words
from sayso.records.article import Article
from sayso.records.reading import Unread
from sayso.run.tables import link_lists, write_shard
from sayso.run.workers import ReadOne

AGAIN = 2000  # samples drawn again
SEED = 1
KEYS = frozenset({"fingerprints", "terms"})


@dataclass(frozen=True, slots=True)
class Estimate:
    """It will be ``value``, and with 95 of 100 such samples between ``low`` and ``high``."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Sampled:
    """So many articles and words there are, and these were drawn from them; the longest is there as well."""

    articles: int
    words: int
    unread: int
    drawn: tuple[Article, ...]
    longest: Article


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run of so many articles costs.

    ``seconds`` are of one processor core, ``writing`` those of them in which one process alone writes tables, ``disk``
    bytes of the tables, ``keys`` those of them that only linking needs, ``memory`` bytes of one process that reads.
    """

    articles: int
    words: int
    unread: int
    sample: int
    sample_words: int
    seconds: Estimate
    writing: float
    disk: Estimate
    keys: Estimate
    memory: Estimate


def wall_time(plan: Plan, jobs: int) -> Estimate:
    """Seconds by the clock with so many processes on as many free cores: one alone writes, however many read."""
    seconds = plan.seconds
    return Estimate(*(max(one / jobs, plan.writing) for one in (seconds.value, seconds.low, seconds.high)))


def draw(items: Iterable[Article | Unread], size: int, seed: int = SEED, *, name: str = "the input") -> Sampled:
    """A sample of ``size`` articles, each as likely as any other, out of one look at all. Raises SaysoError where there
    is no article in it, and calls it ``name``.
    """
    chance = random.Random(seed)
    drawn: list[Article] = []
    articles = words = unread = 0
    longest: Article | None = None
    for item in items:
        if isinstance(item, Unread):
            unread += 1
            continue
        articles += 1
        words += count_words(item.text)
        if longest is None or len(item.text) > len(longest.text):
            longest = item
        if len(drawn) < size:
            drawn.append(item)
        elif (place := chance.randrange(articles)) < size:
            drawn[place] = item
    if longest is None:
        raise SaysoError(f"{name}: holds no article that can be read")
    return Sampled(articles, words, unread, tuple(drawn), longest)


def make_plan(sampled: Sampled, read: ReadOne) -> Plan:
    """Reads the sample with ``read`` and reckons what all would cost."""
    words = [max(1, count_words(article.text)) for article in sampled.drawn]
    link_lists()  # loaded once, however many articles there are
    with suppress(SaysoError):  # the first article costs more than any other
        read(sampled.drawn[0])
    seconds, lines = [], []
    for article in sampled.drawn:
        begun = time.process_time()
        try:
            lines.append(export_json(read(article)))
        except SaysoError:
            lines.append(b"")
        seconds.append(time.process_time() - begun)
    lowest = peak_memory()
    tables, begun = {}, time.process_time()
    if any(lines):
        tables = _write([line for line in lines if line])
    writing = (time.process_time() - begun) / len(lines)
    with suppress(SaysoError):  # it took the memory that it took
        read(sampled.longest)
    packed = [len(zlib.compress(line, 1)) for line in lines]
    all_bytes, key_bytes = sum(tables.values()), sum(tables[name] for name in tables.keys() & KEYS)
    scale = 1 / max(1, sum(packed))
    highest = peak_memory()
    return Plan(
        articles=sampled.articles,
        words=sampled.words,
        unread=sampled.unread,
        sample=len(sampled.drawn),
        sample_words=sum(words),
        seconds=estimate([one + writing for one in seconds], words, sampled.words),
        writing=writing / sum(words) * len(words) * sampled.words,
        disk=estimate([size * all_bytes * scale for size in packed], words, sampled.words),
        keys=estimate([size * key_bytes * scale for size in packed], words, sampled.words),
        memory=Estimate(highest, lowest, highest),
    )


def estimate(costs: Sequence[float], words: Sequence[int], every: int) -> Estimate:
    """The cost of ``every`` word, by the costs of articles of so many words."""
    cost, size = np.array(costs, float), np.array(words, float)
    places = np.random.default_rng(SEED).integers(0, len(cost), (AGAIN, len(cost)))
    again = cost[places].sum(axis=1) / size[places].sum(axis=1) * every
    low, high = np.quantile(again, (0.025, 0.975))
    return Estimate(float(cost.sum() / size.sum() * every), float(low), float(high))


def peak_memory() -> int:
    """The most that this process has held so far, in bytes; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:  # Windows does not tell
        return 0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def _write(lines: Sequence[bytes]) -> dict[str, int]:
    """The bytes of each table of these readings as one shard."""
    with tempfile.TemporaryDirectory() as made:
        path = Path(made, "open", "00001.jsonl")
        path.parent.mkdir()
        path.write_bytes(b"".join(line + b"\n" for line in lines))
        shard = write_shard(path, Path(made), 1, first=1)
        return {table: Path(made, table, "00001.parquet").stat().st_size for table in shard.rows}
