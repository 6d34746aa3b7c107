"""A disk that is full, or can only be read: the command says so with the file's name, and the ledger is as it was.

Each command is a process of its own. A full disk is a limit on the size of files, which every user may set, and where
disks may be mounted also one of little room; root, whom no mode keeps out, gives up the right to pass them by.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import sayso as package
from sayso.ledger import open_ledger
from tests.cli.across import sayso
from tests.ledger.ledgers import make_ledger
from tests.night import NIGHT, article, lines_of, read_simply

ROOM = 40_000  # bytes: reading needs 32,768 beside a ledger; what is more than a decision takes more than is left
STRICT = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--"]  # root, as modes have it
CHANGES = {
    "add": ("add", "{ledger}", "{more}", "--jobs", "1"),
    "review": ("review", "reject", "{ledger}", "{claim}", "--why", "not hers"),
    "forget": ("forget", "{ledger}", "post", "--reason", "asked for"),
    "undo": ("undo", "{ledger}", "1"),
}
LOOKS = {
    "status": ("status", "{ledger}"),
    "search": ("search", "{ledger}", "ferry"),
    "stories": ("echoes", "{ledger}"),
    "review": ("review", "list", "{ledger}"),
    "verify": ("verify", "{ledger}"),
    "export": ("export", "{ledger}", "--as", "jsonl", "-o", "{out}"),
}
Done = subprocess.CompletedProcess[str]


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    folder = tmp_path / "desk"
    folder.mkdir()
    return make_ledger(folder / "night.db", *map(read_simply, NIGHT))


@pytest.fixture
def names(ledger: Path, tmp_path: Path) -> dict[str, str]:
    """What stands for what in the commands."""
    more = tmp_path / "more.jsonl"
    more.write_bytes(lines_of(*(article(f"more{at}", one.text + f"\n{at}\n") for at, one in enumerate(NIGHT))))
    with open_ledger(ledger) as opened:
        claim = opened.review("ada").queue()[0].row.pick
    return {"ledger": str(ledger), "more": str(more), "claim": claim, "out": str(tmp_path / "out")}


def run(words: tuple[str, ...], names: dict[str, str], *before: str, limit: int | None = None) -> Done:
    """The command in a process of its own, with no file larger than the ``limit``."""
    command = [*before, sys.executable, "-m", "sayso.cli", *(word.format_map(names) for word in words)]
    env = os.environ | {"PYTHONPATH": str(Path(package.__file__).parents[1])}
    begin = (lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))) if limit else None
    return subprocess.run(command, env=env, preexec_fn=begin, capture_output=True, text=True, timeout=600, check=False)


def told(done: Done) -> str:
    """The one line with which a command ended in an error."""
    assert done.returncode == 1, done
    assert done.stderr.count("\n") == 1, done.stderr
    line = done.stderr.rstrip("\n")
    return line.removeprefix("sayso: ")


def contents(ledger: Path) -> tuple[list[str], int, int]:
    """Ids, pairs and decisions of a ledger in which nothing is wrong."""
    checked = sayso("verify", ledger)
    assert checked.exit_code == 0, checked.output
    with open_ledger(ledger) as opened:
        return sorted(opened.digests()), opened.counts()["pairs"], len(opened.review("ada").decisions())


@contextmanager
def small_disk(at: Path, size: int) -> Iterator[Path]:
    """A folder that holds so many bytes. Skips where none can be mounted."""
    at.mkdir()
    mount(["-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(at)])
    try:
        yield at
    finally:
        subprocess.run(["umount", str(at)], check=True)


def mount(words: list[str]) -> None:
    if os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("only root mounts disks")
    done = subprocess.run(["mount", *words], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        pytest.skip(f"no disk can be mounted here: {done.stderr.strip()}")


def strictly() -> list[str]:
    """What a command is put behind so that the modes of files hold for it. Skips where root cannot be bound by them."""
    if os.geteuid() != 0:
        return []
    if shutil.which("setpriv") is None or subprocess.run([*STRICT, "true"], check=False).returncode != 0:
        pytest.skip("root, whom no mode keeps out, needs setpriv to be kept out")
    return STRICT


@pytest.mark.parametrize("what", sorted(set(CHANGES) - {"review"}))
def test_a_change_that_the_disk_has_no_room_for_is_told_and_undone(
    what: str, ledger: Path, names: dict[str, str]
) -> None:
    before = contents(ledger)
    said = told(run(CHANGES[what], names, limit=ROOM))
    assert said.startswith(f"{ledger}: cannot be written: ")
    assert said.endswith("; nothing of the last change was kept, what was there before is")
    assert contents(ledger) == before
    assert run(CHANGES[what], names).returncode == 0
    assert contents(ledger) != before


@pytest.mark.parametrize("what", CHANGES)
def test_a_change_on_a_disk_that_is_full_is_told_and_undone(
    what: str, ledger: Path, names: dict[str, str], tmp_path: Path
) -> None:
    with small_disk(tmp_path / "small", ledger.stat().st_size + 2 * ROOM) as disk:
        there = shutil.copy(ledger, disk)
        (disk / "other").write_bytes(bytes(ROOM))
        said = told(run(CHANGES[what], names | {"ledger": str(there)}))
        assert said.startswith(f"{there}: cannot be written: ")
        (disk / "other").unlink()
        shutil.copy(there, tmp_path / "after.db")
    assert contents(tmp_path / "after.db") == contents(ledger)


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet"])
def test_an_export_that_the_disk_has_no_room_for_is_told_and_leaves_nothing(
    form: str, ledger: Path, names: dict[str, str], tmp_path: Path
) -> None:
    with small_disk(tmp_path / "small", 8192) as disk:
        words = ("export", "{ledger}", "--as", form, "-o", "{out}", "--readings-only")
        said = told(run(words, names | {"out": str(disk / "out")}))
        assert said == f"{disk / 'out'}: cannot be written: No space left on device; nothing of it was kept"
        assert list(disk.iterdir()) == []
    assert contents(ledger)[0] == sorted(one.id for one in NIGHT)


def test_a_run_that_the_disk_has_no_room_for_is_told(names: dict[str, str], tmp_path: Path) -> None:
    with small_disk(tmp_path / "small", 8192) as disk:
        said = told(run(("run", "{more}", "-o", "{out}", "--jobs", "1"), names | {"out": str(disk / "out")}))
    assert said.startswith(f"{disk / 'out'}: cannot be written: No space left on device; --resume ")


def read_only_file(ledger: Path) -> None:
    ledger.chmod(0o444)


def read_only_folder(ledger: Path) -> None:
    ledger.parent.chmod(0o555)


@pytest.mark.parametrize(("spoil", "what"), [*((read_only_file, what) for what in CHANGES), (read_only_folder, "add")])
def test_a_change_of_what_may_only_be_read_is_told(
    spoil: Callable[[Path], None], what: str, ledger: Path, names: dict[str, str]
) -> None:
    before = contents(ledger)
    spoil(ledger)
    try:
        said = told(run(CHANGES[what], names, *strictly()))
    finally:
        ledger.parent.chmod(0o755)
        ledger.chmod(0o644)
    assert said == f"{ledger}: cannot be written: it, or the folder it lies in, may only be read"
    assert contents(ledger) == before


@pytest.mark.parametrize("what", ["search", "verify", "export"])
def test_a_ledger_that_may_only_be_read_is_looked_at(what: str, ledger: Path, names: dict[str, str]) -> None:
    read_only_file(ledger)
    done = run(LOOKS[what], names, *strictly())
    assert done.returncode == 0, done.stderr


def test_an_export_into_a_folder_that_may_only_be_read_is_told(ledger: Path, names: dict[str, str]) -> None:
    out = ledger.parent / "out"
    read_only_folder(ledger)
    try:
        done = run(("export", str(ledger), "--as", "jsonl", "-o", str(out)), names, *strictly())
        made = run(("new", str(ledger.with_name("new.db"))), names, *strictly())
    finally:
        ledger.parent.chmod(0o755)
    assert told(done).startswith((f"{out}: cannot be written: ", f"{ledger}: cannot be written: "))
    assert told(made).startswith(f"{ledger.with_name('new.db')}: cannot be opened or made: ")


@contextmanager
def read_only_disk(folder: Path, at: Path) -> Iterator[Path]:
    """The folder once more, where nobody can write to it. Skips where that cannot be mounted."""
    at.mkdir()
    mount(["--bind", str(folder), str(at)])
    try:
        mount(["-o", "remount,bind,ro", str(at)])
        yield at
    finally:
        subprocess.run(["umount", str(at)], check=True)


def test_a_ledger_on_a_disk_that_can_only_be_read_is_looked_at_and_not_changed(
    ledger: Path, names: dict[str, str], tmp_path: Path
) -> None:
    before = contents(ledger)
    with read_only_disk(ledger.parent, tmp_path / "archive") as archive:
        there = names | {"ledger": str(archive / ledger.name)}
        for words in LOOKS.values():
            done = run(words, there)
            assert done.returncode == 0, done.stderr
        for words in CHANGES.values():
            assert told(run(words, there)).startswith(f"{archive / ledger.name}: cannot be written: ")
    assert contents(ledger) == before
