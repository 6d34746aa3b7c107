"""Types of columns that take less room than what is put into them."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import Dialect, Integer
from sqlalchemy.types import TypeDecorator

from sayso.records.attribution import Commitment
from sayso.records.claim import Voice


class _Among(TypeDecorator[str]):
    """One of a few words, kept as its place among them. ``words`` may grow at their end, and nowhere else."""

    impl = Integer
    cache_ok = True
    words: ClassVar[tuple[str, ...]]

    def process_bind_param(self, value: str | None, _: Dialect) -> int | None:
        return None if value is None else self.words.index(value)

    def process_result_value(self, value: Any, _: Dialect) -> str | None:
        return None if value is None else self.words[value]


class VoiceWord(_Among):
    cache_ok = True
    words = ("own", "attributed", "unsettled")


class DoesWord(_Among):
    cache_ok = True
    words = ("asserts", "confirms", "denies", "hedges", "intends", "asks")


KEPT: tuple[tuple[type[_Among], type[StrEnum]], ...] = ((VoiceWord, Voice), (DoesWord, Commitment))
