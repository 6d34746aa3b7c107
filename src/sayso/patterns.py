"""Patterns that are compiled when they are first tried: one article tries few of the many that there are."""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast


def compile_later(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What ``re.compile`` gives, compiled when it is first asked for more than that; then as fast."""
    return cast("re.Pattern[AnyStr]", _Later(source, flags))


class _Later:
    """Stands for a pattern; once that is compiled, what was asked of it is the instance's own."""

    def __init__(self, source: str | bytes, flags: int) -> None:
        self.pattern = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):  # copying and pickling ask for what no pattern has
            raise AttributeError(name)
        if "_compiled" not in self.__dict__:
            self._compiled = re.compile(self.pattern, self._flags)
        value = self.__dict__[name] = getattr(self._compiled, name)
        return value
