"""A real small cluster: a standalone master and workers, each a process of its own on this machine."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STARTED = re.compile(r"spark://\S+:\d+")
WAIT = 300  # seconds that a process has to start


@contextmanager
def start_cluster(folder: Path, workers: int = 2) -> Iterator[str]:
    """The address of a master with so many workers of one core each; all end afterwards."""
    import pyspark

    home = Path(pyspark.__file__).parent
    jars = home / "jars" / "*"
    env = os.environ | environment() | {"SPARK_HOME": str(home), "SPARK_SCALA_VERSION": "2.13"}
    processes: list[subprocess.Popen[bytes]] = []

    def start(name: str, *words: str) -> Path:
        log = folder / f"{name}.log"
        command = ["java", "-Xmx512m", "-cp", str(jars), *words]
        with log.open("wb") as file:
            processes.append(subprocess.Popen(command, stdout=file, stderr=file, env=env, cwd=folder))
        return log

    try:
        log = start(
            "master", "org.apache.spark.deploy.master.Master", "--host", "127.0.0.1", "--port", "0", "--webui-port", "0"
        )
        address = wait_for(log, STARTED)
        for number in range(workers):
            worker = ("org.apache.spark.deploy.worker.Worker", "--cores", "1", "--memory", "1g", "--webui-port", "0")
            log = start(f"worker{number}", *worker, "--host", "127.0.0.1", "--work-dir", str(folder / "work"), address)
            wait_for(log, re.compile("Successfully registered"))
        yield address
    finally:
        for process in reversed(processes):
            process.terminate()
            process.wait(WAIT)


def wait_for(log: Path, sign: re.Pattern[str]) -> str:
    """What ``sign`` finds in a log, once it is there."""
    end = time.monotonic() + WAIT
    while time.monotonic() < end:
        if found := sign.search(log.read_text(encoding="utf-8", errors="replace")):
            return found.group()
        time.sleep(0.2)
    raise TimeoutError(log.read_text(encoding="utf-8", errors="replace")[-2000:])


def environment() -> dict[str, str]:
    """What driver, workers and their Python processes need to know."""
    path = os.pathsep.join([str(ROOT / "src"), str(ROOT), os.environ.get("PYTHONPATH", "")])
    return {
        "PYTHONPATH": path,
        "PYSPARK_PYTHON": sys.executable,
        "SPARK_LOCAL_IP": "127.0.0.1",
        "PYTHONWARNINGS": "default",
        "PYSPARK_SUBMIT_ARGS": "--conf spark.sql.shuffle.partitions=4 --conf spark.ui.enabled=false pyspark-shell",
    }


def submit(script: str, *words: str, folder: Path) -> str:
    """Runs a driver as a process of its own; what it prints."""
    done = subprocess.run(
        [sys.executable, "-c", script, *words],
        env=os.environ | environment(),
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=600,
    )
    assert done.returncode == 0, done.stderr[-4000:]
    return done.stdout
