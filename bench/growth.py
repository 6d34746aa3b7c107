"""How time, memory and disk grow with the number of articles: reading into tables, and linking them.

    python -m bench.growth --shared ../shared [--read 100 200 ...] [--link 1000 10000 ...] [--house 2000 20000 ...]
        [--words 300]

Reading is `sayso run` with one process and the real weights on articles of PolNeAR; more than there are come again
under other ids, and `--words` cuts each after the paragraph in which it reaches so many. Linking is `sayso link` on a
stream of make_echoes.py, taken in by a reader that finds nothing (linking looks for copies by words alone). The house
is a run whose reader finds nothing, on the articles of reading: all that `sayso run` does around its reader. Each is a
process of its own: CPU seconds and the most memory are the system's count, disk is the folder's.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from bench.corpora import find_shared
from sayso.records.article import Article
from sayso.records.block import Block, BlockKind
from sayso.records.reading import Model, Reading
from sayso.records.span import Span
from sayso.run.workers import ReadOne

ROOT = Path(__file__).resolve().parents[1]
TAKE_IN = """
import sys
from pathlib import Path
from bench.growth import take_in
if __name__ == "__main__":
    take_in(Path(sys.argv[1]), Path(sys.argv[2]))
"""


# A process begins with the peak of the one that started it as its own: a small one stands between the bench and it.
MEASURED = """
import json, os, subprocess, sys
started = subprocess.Popen(sys.argv[1:])
_, status, used = os.wait4(started.pid, 0)
print(json.dumps([used.ru_utime + used.ru_stime, used.ru_maxrss]))
sys.exit(os.waitstatus_to_exitcode(status))
"""


@dataclass(frozen=True, slots=True)
class Spent:
    """A process took so many CPU seconds, with its children, and held so many bytes at most in one of them."""

    cpu: float
    memory: int


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--shared", type=Path, default=Path("../shared"))
    words.add_argument("--read", type=int, nargs="*", default=[200, 400])
    words.add_argument("--link", type=int, nargs="*", default=[1000, 2000])
    words.add_argument("--house", type=int, nargs="*", default=[])
    words.add_argument(
        "--words", type=int, help="words an article that is read, at the end of a paragraph; all without"
    )
    words.add_argument("--memory", default="1GB")
    words.add_argument("--out", type=Path, help="a file that the figures are added to, a line of JSON each")
    given = words.parse_args()
    shared = find_shared(given.shared).root
    print("what  articles  CPU s  s/1000  memory MB  disk KB/article")
    with tempfile.TemporaryDirectory() as made:
        for at, many in enumerate(given.read):
            show("read", many, *read(shared, Path(made, f"read{at}"), many, given.words), given.out)
        for many in given.link:
            show("link", many, *link(shared, Path(made, f"link{many}"), many, given.memory), given.out)
        for many in given.house:
            show("house", many, *house(shared, Path(made, f"house{many}"), many), given.out)


def show(what: str, many: int, spent: Spent, disk: int, out: Path | None) -> None:
    if out is not None:
        row = {
            "what": what,
            "articles": many,
            "cpu_seconds": round(spent.cpu, 1),
            "seconds_a_thousand": round(spent.cpu / many * 1000, 2),
            "megabytes": round(spent.memory / 1e6),
            "disk_kilobytes_an_article": round(disk / many / 1e3, 1),
        }
        with out.open("a", encoding="utf-8") as file:
            file.write(json.dumps(row) + "\n")
    each = f"{spent.cpu / many * 1000:7.1f}  {spent.memory / 1e6:9.0f}  {disk / many / 1e3:15.1f}"
    print(f"{what}  {many:8}  {spent.cpu:5.1f}  {each}", flush=True)


def read(shared: Path, folder: Path, many: int, words: int | None) -> tuple[Spent, int]:
    """`sayso run` on so many articles: what it took, and the bytes of its tables."""
    folder.mkdir()
    source = write_articles(shared, folder / "in.jsonl", many, words)
    spent = spend(["-m", "sayso.cli", "run", str(source), "-o", str(folder / "out"), "--jobs", "1"])
    return spent, size_of(folder / "out")


def link(shared: Path, folder: Path, many: int, memory: str) -> tuple[Spent, int]:
    """`sayso link` on so many articles of a stream: what it took, and the bytes of what linking reads and writes."""
    folder.mkdir()
    with (folder / "in.jsonl").open("wb") as file:
        subprocess.run([sys.executable, str(shared / "bench" / "make_echoes.py"), str(many)], stdout=file, check=True)
    spend(["-c", TAKE_IN, str(folder / "in.jsonl"), str(folder / "out")])
    spent = spend(["-m", "sayso.cli", "link", str(folder / "out"), "--memory", memory])
    return spent, sum(size_of(folder / "out" / name) for name in ("fingerprints", "terms", "linked"))


def house(shared: Path, folder: Path, many: int) -> tuple[Spent, int]:
    """A run of so many articles by a reader that finds nothing: what it took, and the bytes of its tables."""
    folder.mkdir()
    source = write_articles(shared, folder / "in.jsonl", many)
    return spend(["-c", TAKE_IN, str(source), str(folder / "out")]), size_of(folder / "out")


def write_articles(shared: Path, source: Path, many: int, words: int | None = None) -> Path:
    """So many articles of PolNeAR, dev first, as lines; from the last on they begin again under other ids."""
    texts = [
        begin(json.loads(line)["text"], words)
        for name in ("dev", "train")
        for line in (shared / "data" / "polnear" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    with source.open("w", encoding="utf-8") as file:
        for at in range(many):
            file.write(json.dumps({"id": f"a{at}", "text": texts[at % len(texts)]}) + "\n")
    return source


def begin(text: str, words: int | None) -> str:
    """The paragraphs up to that in which so many words are reached."""
    if words is None:
        return text
    kept: list[str] = []
    for paragraph in text.split("\n"):
        kept.append(paragraph)
        words -= len(paragraph.split())
        if words <= 0:
            break
    return "\n".join(kept)


def take_in(source: Path, out: Path) -> None:
    """A run by a reader that finds nothing."""
    from sayso.run.manifest import Manifest, describe_input
    from sayso.run.shards import open_shards

    opened = open_shards(source, out, Manifest(describe_input(source), "none", {"shard": 2000}), resume=False)
    for _ in opened.go_on(jobs=1, batch=100, load=load_bare):
        pass


def load_bare() -> ReadOne:
    return read_bare


def read_bare(article: Article) -> Reading:
    body = Block(BlockKind.BODY, Span(0, len(article.text)))
    return Reading(replace(article, blocks=(body,)), Model("none", "0", "none"), (), (), (), (), (), ())


def spend(words: list[str]) -> Spent:
    """What a process of Python took. Raises RuntimeError where it failed."""
    between = [sys.executable, "-c", MEASURED, sys.executable, *words]
    ran = subprocess.run(between, env=command(), cwd=ROOT, capture_output=True)
    if ran.returncode not in (0, 3):
        raise RuntimeError(ran.stderr.decode("utf-8", "replace")[-2000:])
    seconds, kilobytes = json.loads(ran.stdout.splitlines()[-1])
    return Spent(seconds, kilobytes * 1024)


def command() -> dict[str, str]:
    """The environment of a process that is to find this tree, with one thread a library."""
    one = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "RAYON_NUM_THREADS"), "1")
    return os.environ | one | {"PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}


def size_of(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


if __name__ == "__main__":
    main()
