"""`sayso run`, with readers that need no weights."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from functools import partialmethod
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import sayso
from sayso.cli import main
from sayso.run.loop import OpenRun
from tests.run.readers import load_obedient

ROOT = Path(__file__).resolve().parents[2]
# The command with a reader that needs no weights and takes its time, as a process of its own that can be killed.
COMMAND = """
import signal
from functools import partialmethod
from sayso.cli import main
from sayso.run.loop import OpenRun
from tests.run.readers import load_unhurried
OpenRun.go_on = partialmethod(OpenRun.go_on, load=load_unhurried)
signal.signal(signal.SIGINT, signal.default_int_handler)  # also where the tests run in the background
main(prog_name="sayso")
"""


@pytest.fixture(autouse=True)
def fake_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(OpenRun, "go_on", partialmethod(OpenRun.go_on, load=load_obedient))


def write_input(path: Path, *texts: str) -> Path:
    path.write_text(
        "".join(json.dumps({"id": f"a{at}", "text": f"{text} sails."}) + "\n" for at, text in enumerate(texts, 1)),
        encoding="utf-8",
    )
    return path


def sayso_run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, ["run", "--jobs", "1", *map(str, words)])


def test_all_read_is_exit_code_0_and_one_quiet_line(tmp_path: Path) -> None:
    source = write_input(tmp_path / "in.jsonl", "one", "two")
    done = sayso_run(source, "-o", tmp_path / "out.jsonl")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "sayso: 2 articles read\n")


def test_what_was_left_unread_is_counted_and_listed_in_words(tmp_path: Path) -> None:
    source = write_input(tmp_path / "in.jsonl", "one", "refuse two", "three")
    out = tmp_path / "out.jsonl"
    done = sayso_run(source, "-o", out)
    assert done.exit_code == 3
    assert done.stderr.splitlines() == [
        f"sayso: 2 articles read, 1 left unread ({tmp_path / 'out.unread.jsonl'} lists all):",
        "sayso: - article 2, a2: was told to refuse",
    ]


def test_an_output_that_exists_is_refused_and_resume_goes_on(tmp_path: Path) -> None:
    source = write_input(tmp_path / "in.jsonl", "one", "two")
    out = tmp_path / "out.jsonl"
    sayso_run(source, "-o", out)
    whole = out.read_bytes()
    out.write_bytes(whole[: len(whole) * 2 // 3])
    assert sayso_run(source, "-o", out).exit_code == 1
    assert sayso_run(source, "-o", out, "--resume").exit_code == 0
    assert out.read_bytes() == whole


def test_a_table_is_read_by_its_columns(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("ID,Body\na1,one sails\na2,\na3,three sails\n")
    done = sayso_run(tmp_path / "in.csv", "-o", tmp_path / "out.jsonl", "--columns", "id=ID,text=Body")
    assert done.exit_code == 3
    assert done.stderr.splitlines()[1] == f"sayso: - article 2, {tmp_path / 'in.csv'}:3: no words in 'Body'"
    ids = [json.loads(line)["id"] for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert ids == ["a1", "a3"]


def test_a_folder_is_read_file_by_file(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    write_input(tmp_path / "in" / "a.jsonl", "one")
    (tmp_path / "in" / "b.pdf").write_bytes(b"no PDF at all")
    (tmp_path / "in" / "c.xml").write_text(
        "<rss><channel><item><description>two sails</description></item></channel></rss>"
    )
    done = sayso_run(tmp_path / "in", "-o", tmp_path / "out.jsonl")
    assert done.exit_code == 3
    assert done.stderr.startswith("sayso: 2 articles read, 1 left unread")
    assert sayso_run(tmp_path / "in", "-o", tmp_path / "out.jsonl", "--resume").exit_code == 3


def test_an_output_inside_the_folder_that_is_read_is_refused(tmp_path: Path) -> None:
    write_input(tmp_path / "a.jsonl", "one")
    done = sayso_run(tmp_path, "-o", tmp_path / "out.jsonl")
    assert done.exit_code == 1
    assert "lies in the folder" in done.stderr


def test_a_column_map_that_cannot_be_meant_is_a_wrong_call(tmp_path: Path) -> None:
    done = sayso_run(tmp_path / "in.csv", "-o", tmp_path / "out.jsonl", "--columns", "words=Body")
    assert done.exit_code == 2
    assert "'words=Body' maps no column" in done.stderr


def test_an_input_that_is_not_there_leaves_no_output(tmp_path: Path) -> None:
    done = sayso_run(tmp_path / "none.jsonl", "-o", tmp_path / "out.jsonl")
    assert done.exit_code == 1
    assert "none.jsonl" in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("how", "code"), [(signal.SIGINT, 130), (signal.SIGKILL, -9)])
def test_a_run_that_is_stopped_goes_on_where_it_stopped(how: signal.Signals, code: int, tmp_path: Path) -> None:
    source = write_input(tmp_path / "in.jsonl", *(f"slow {at}" if at % 7 else "refuse" for at in range(1, 41)))
    out, whole = tmp_path / "out.jsonl", tmp_path / "whole.jsonl"
    path = os.pathsep.join([str(Path(sayso.__file__).parents[1]), str(ROOT)])
    command = [sys.executable, "-c", COMMAND, "run", str(source), "-o", str(out), "--jobs", "2", "--batch", "2"]
    process = subprocess.Popen(command, env=os.environ | {"PYTHONPATH": path}, stderr=subprocess.PIPE)
    while not out.exists() or out.read_bytes().count(b"\n") < 5:
        assert process.poll() is None
        time.sleep(0.02)
    process.send_signal(how)
    _, told = process.communicate(timeout=300)
    assert process.returncode == code
    if how is signal.SIGINT:
        assert b"--resume goes on from there" in told
        assert b"Traceback" not in told
    assert out.read_bytes().count(b"\n") < 34
    sayso_run(source, "-o", out, "--resume")
    sayso_run(source, "-o", whole)
    assert out.read_bytes() == whole.read_bytes()
    assert (tmp_path / "out.unread.jsonl").read_bytes() == (tmp_path / "whole.unread.jsonl").read_bytes()


def test_a_device_is_no_output(tmp_path: Path) -> None:
    device = tmp_path / "pipe.jsonl"
    os.mkfifo(device)  # opening it, to see how far a run came, would wait for ever; /dev/zero would never end
    done = sayso_run(write_input(tmp_path / "in.jsonl", "Ann"), "-o", device)
    assert done.exit_code == 1
    assert done.stderr == f"sayso: {device}: is no file that a run could go on with; name another output file\n"


def test_standard_output_is_a_wrong_call(tmp_path: Path) -> None:
    done = sayso_run(write_input(tmp_path / "in.jsonl", "Ann"), "-o", "-")
    assert done.exit_code == 2
    assert "wants a file or a folder" in done.stderr
    assert not Path("-").exists()
