"""Patterns that are compiled when they are first tried: one article tries few of the many that there are."""

from __future__ import annotations

import re
from typing import Any, cast

ASKED = ("fullmatch", "match", "search", "finditer", "findall", "split", "sub")


def compile_later(source: str, flags: int = 0) -> re.Pattern[str]:
    """What ``re.compile`` gives, compiled when it is first asked for anything; from then on just as fast."""
    return cast("re.Pattern[str]", _Later(source, flags))


class _Later:
    """Stands for a pattern; once that is compiled, its methods are the instance's own."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # copying and pickling ask for what no pattern has
            raise AttributeError(name)
        compiled = re.compile(self._source, self._flags)
        self.__dict__.update({asked: getattr(compiled, asked) for asked in ASKED})
        return getattr(compiled, name)
