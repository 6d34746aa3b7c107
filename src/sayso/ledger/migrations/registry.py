"""The steps there are: every module of this package whose name begins with a number."""

from __future__ import annotations

import pkgutil
import re
from importlib import import_module

from sayso.ledger import migrations
from sayso.ledger.migrations.step import Step

NUMBERED = re.compile(r"s\d\d_[a-z_]+")
OLDEST = 2  # the version whose ledgers the first step takes


def load_steps() -> tuple[Step, ...]:
    """In the order in which they are applied, which is that of their names."""
    names = sorted(module.name for module in pkgutil.iter_modules(migrations.__path__))
    steps = [import_module(f"{migrations.__name__}.{name}").STEP for name in names if NUMBERED.fullmatch(name)]
    return tuple(steps)
