"""Files made to harm, all in one folder that is added with the real weights: bounded memory and time, one reason each,
nothing of them outside the ledger, and whoever lies beside them is read all the same.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import sayso as package
from sayso.ledger import open_ledger
from tests.articles.archives import answer, bomb, packed, record
from tests.articles.documents import docx, zipped
from tests.articles.feeds import LAUGHS, item, rss
from tests.cli.across import sayso

pytestmark = pytest.mark.weights

Make = Callable[[Path], bytes]
SECRET = "kelpwort"
SAID = "The mayor of Lindmoor said that the bath would stay shut until the autumn."
# A process begins with the peak of the one that started it as its own: a small one stands between the tests and it.
MEASURED = """
import json, os, subprocess, sys
started = subprocess.Popen(sys.argv[1:])
_, status, used = os.wait4(started.pid, 0)
print(json.dumps([os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss]))
"""
MOST_MEMORY, MOST_SECONDS = 1_000_000_000, 300  # of CPU, which a busy machine does not alter


def slipping() -> bytes:
    """An archive of archives with a way out of its folder."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as opened:
        opened.writestr("datapackage.json", "{}")
        opened.writestr("../../../slipped.txt", "out of the folder")
        opened.writestr("archive/../../../slipped.warc.gz", packed(record(answer())))
    return out.getvalue()


def outside(secret: Path) -> bytes:
    head = f'<!DOCTYPE rss [<!ENTITY a SYSTEM "{secret.as_uri()}">]>'
    return rss(item("<p>She said no.</p>", title="&a;"), head=head)


UNREAD: dict[str, Make] = {
    "laughs.rss": lambda _: rss(item("<p>&i;</p>", title="&i;"), head=LAUGHS),
    "outside.rss": outside,
    "slip.wacz": lambda _: slipping(),
    "zip-bomb.docx": lambda _: zipped(word__document_xml=b"\x00" * 200_000_000),
    "gzip-bomb.warc.gz": lambda _: bomb(500),
    "huge.html": lambda _: b"<p>" + b"words of no end " * 12_500_000 + b"</p>",
    "nested.docx": lambda _: docx("<w:r>" * 100_000),
    "nested.json": lambda _: b"[" * 100_000,
    "nul.txt": lambda _: b"\x00" * 1_000_000,
}
READ: dict[str, Make] = {
    "nested.html": lambda _: b"<div>" * 100_000 + f"<p>{SAID}</p>".encode() + b"</div>" * 100_000,
    "lone.jsonl": lambda _: b'{"id": "lone", "text": "' + SAID.encode() + b' He laughed \\ud83d and left."}\n',
    "nul-in-words.txt": lambda _: SAID.encode() + b" It is\x00 cold.",
    "mixed.txt": lambda _: SAID.encode() + " Die Bäder sind zu. ".encode("latin-1") + "Žádné ne.".encode(),
    "wide.txt": lambda _: f"{SAID} It was wide.".encode("utf-16"),
}
PLAIN = {"before.txt": SAID + " It was cold.", "zebra.txt": SAID + " It was warm."}


@dataclass(frozen=True, slots=True)
class Done:
    """How `sayso add` ended, what it said, and what it took: CPU seconds, and bytes of its largest process."""

    code: int
    said: str
    seconds: float
    memory: int


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    base = tmp_path_factory.mktemp("hostile") / "a" / "b"
    files = base / "incoming"
    files.mkdir(parents=True)
    (base / "secret").write_text(SECRET, encoding="utf-8")
    for name, make in (UNREAD | READ).items():
        (files / name).write_bytes(make(base / "secret"))
    for name, text in PLAIN.items():
        (files / name).write_text(text, encoding="utf-8")
    yield base
    (files / "huge.html").unlink()


@pytest.fixture(scope="module")
def done(folder: Path) -> Done:
    assert sayso("new", folder / "desk.db").exit_code == 0
    command = [sys.executable, "-m", "sayso.cli", "add", "desk.db", "incoming", "--jobs", "1"]
    env = os.environ | {"PYTHONPATH": str(Path(package.__file__).parents[1])}
    ran = subprocess.run([sys.executable, "-c", MEASURED, *command], cwd=folder, env=env, capture_output=True)
    code, seconds, kilobytes = json.loads(ran.stdout.splitlines()[-1])
    return Done(code, ran.stderr.decode(), seconds, kilobytes * 1024)


def test_memory_and_time_are_bounded(done: Done) -> None:
    assert done.code == 3
    assert done.memory <= MOST_MEMORY
    assert done.seconds <= MOST_SECONDS


@pytest.mark.parametrize("name", UNREAD)
def test_a_file_that_cannot_be_meant_is_one_reason(name: str, done: Done) -> None:
    assert sum(f"/{name}" in line for line in done.said.splitlines()) == 1, done.said


def test_all_others_are_read_and_the_ledger_is_sound(done: Done, folder: Path) -> None:
    with open_ledger(folder / "desk.db") as ledger:
        readings = b"\n".join(ledger.readings())
        assert ledger.counts()["articles"] == len(PLAIN) + len(READ)
        assert len(ledger.unread()) == len(UNREAD)
    assert readings.count(SAID.encode()) == len(PLAIN) + len(READ)
    assert sayso("verify", folder / "desk.db").exit_code == 0


def test_nothing_of_them_gets_out_and_nothing_outside_gets_in(done: Done, folder: Path) -> None:
    assert done.code == 3
    assert not list(folder.parents[1].rglob("*slipped*"))
    with open_ledger(folder / "desk.db") as ledger:
        assert SECRET.encode() not in b"\n".join(ledger.readings())
