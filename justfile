# `just` lists the recipes. Each runs the tools of the Python environment that is active.

export PYTHONPATH := "src:docs"

# The sibling folder that holds the corpora and the scorers
shared := "../shared"

# Generated from the code, and from what the commands print with the weights; the second may differ in a score or a word
# of confidence from one kind of processor to another, so only the first is checked everywhere
generated := "docs/data-dictionary.md docs/commands.md docs/tables.md"
shown := "README.md docs/first-look.md docs/across.md"

default:
    @just --list

# All that must hold before a commit, in under two minutes; pytest comes last
check: lint types docs-check test

# Format, lint, layers, spelling
lint:
    ruff format --check --quiet .
    ruff check --quiet .
    lint-imports --no-logo
    codespell

types:
    mypy

# The tests; `just test -m "not weights"` leaves out those that read with the real weights
test *ARGS:
    python -m pytest --numprocesses auto --dist loadfile {{ARGS}}

# Put right what can be put right by itself
fix:
    ruff check --quiet --fix .
    ruff format --quiet .

# Write the generated parts of the docs anew, then build the pages into docs/_build
docs: docs-write docs-build

# The data dictionary, the command reference and the outputs shown, from the code as it is
docs-write:
    python -m cogapp -r {{generated}} {{shown}}

docs-build:
    python -m sphinx -W -q -b html docs docs/_build/html

# What is generated from the code is current, and the pages build without a warning
docs-check:
    python -m cogapp --check {{generated}}
    python -m sphinx -W -q -b html docs docs/_build/html

# The figures of every layer on the corpora, against the floors in bench/floors.json
bench *ARGS:
    python -m bench.gate --shared {{shared}} {{ARGS}}

# The figures across articles alone
across *ARGS:
    python -m bench.across --shared {{shared}} {{ARGS}}

# Words and articles a second, memory, start-up, wheel size
speed *ARGS:
    python -m bench.speed --shared {{shared}} {{ARGS}}

# The wheel, into dist/
wheel:
    python -m build --wheel --no-isolation --outdir dist .
