"""Libraries that only some formats need."""

from __future__ import annotations

import importlib
from types import ModuleType

from sayso.errors import MissingExtra


def load_extra(module: str, extra: str, what: str) -> ModuleType:
    """The library ``module``. Raises MissingExtra, which names the pip command, where it is not installed."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise MissingExtra(what, extra) from error
