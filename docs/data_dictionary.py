"""The data dictionary, out of the dataclasses themselves: what is documented is what there is."""

from __future__ import annotations

import dataclasses
import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from enum import Enum
from types import ModuleType

import sayso.records

# In the order in which the design tells them; a module that is not named here comes after these.
ORDER = ("reading", "article", "block", "span", "credit", "actor", "attribution", "claim")


def find_modules() -> list[ModuleType]:
    """Every module of ``sayso.records``, in the order of ``ORDER`` and then by name."""
    names = sorted(info.name for info in pkgutil.iter_modules(sayso.records.__path__))
    names.sort(key=lambda name: ORDER.index(name) if name in ORDER else len(ORDER))
    return [importlib.import_module(f"sayso.records.{name}") for name in names]


def find_classes(module: ModuleType) -> Iterator[type]:
    """The nouns and closed sets that ``module`` itself defines, in the order of its text."""
    for value in vars(module).values():
        if isinstance(value, type) and value.__module__ == module.__name__:
            yield value


def export_class(noun: type) -> str:
    """One heading, what the docstring says, and a table of fields or a list of values."""
    lines = [f"### {noun.__name__}", ""]
    # An undocumented dataclass or enum carries a docstring that Python made up.
    if noun.__doc__ and not noun.__doc__.startswith(f"{noun.__name__}("):
        lines += [inspect.cleandoc(noun.__doc__).replace("``", "`"), ""]
    if issubclass(noun, Enum):
        lines += ["One of: " + ", ".join(f"`{member.value}`" for member in noun) + ".", ""]
    elif dataclasses.is_dataclass(noun):
        lines += ["| Field | Type | Default |", "| --- | --- | --- |"]
        lines += [f"| `{field.name}` | `{export_type(field)}` | {export_default(field)} |" for field in fields_of(noun)]
        lines += [""]
    return "\n".join(lines)


def fields_of(noun: type) -> tuple[dataclasses.Field[object], ...]:
    """The fields of one noun, or none where it is no dataclass."""
    return dataclasses.fields(noun) if dataclasses.is_dataclass(noun) else ()


def export_type(field: dataclasses.Field[object]) -> str:
    name = field.type if isinstance(field.type, str) else field.type.__name__
    return name.replace("|", "\\|")


def export_default(field: dataclasses.Field[object]) -> str:
    if field.default is dataclasses.MISSING:
        return "" if field.default_factory is dataclasses.MISSING else "made anew"
    if dataclasses.is_dataclass(field.default):
        return f"an empty `{type(field.default).__name__}`"
    return f"`{field.default!r}`"


def export_dictionary() -> str:
    """The whole dictionary as Markdown: a section a module, a subsection a class."""
    parts = []
    for module in find_modules():
        title = module.__name__.rsplit(".", 1)[-1].replace("_", " ").capitalize()
        parts.append(f"## {title}\n\n{inspect.cleandoc(module.__doc__ or '')}\n")
        parts += [export_class(noun) for noun in find_classes(module)]
    return "\n".join(parts)
