"""Lengths that hang on an event: "hours before the truce", "the 80th anniversary of the victory"; never a date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.patterns import compile_later
from sayso.reading.timing.forms.lengths import ANNIVERSARY
from sayso.reading.timing.setting import Meaning, Setting
from sayso.records.span import Span
from sayso.records.timex import AnchorKind, Mod, TimexType

MODS = {"before": Mod.BEFORE, "after": Mod.AFTER, "since": Mod.AFTER, "into": Mod.AFTER}
# What happened: the words up to the next mark or clause, at most twelve.
CLAUSE = r"(?!(?:and|but|which|who|when|where|as|while|on|at)\b)"
EVENT = compile_later(rf"[^\S\n]+({CLAUSE}[\w’'-]+(?:[^\S\n]+{CLAUSE}[\w’'-]+){{0,11}})")
REACH = 200  # characters


def hang_on_events(setting: Setting, meanings: Sequence[Meaning]) -> list[Meaning]:
    """The meanings, those of lengths before or after something that happened with its words."""
    return [_hung(setting, meaning) for meaning in meanings]


def _hung(setting: Setting, meaning: Meaning) -> Meaning:
    anniversary = meaning.rule == ANNIVERSARY
    mod = Mod.AFTER if anniversary else MODS.get(setting.tokens.word(meaning.last))
    if mod is None or meaning.type is not TimexType.DURATION:
        return meaning
    event = _event(setting, meaning.last)
    if event is None:
        return meaning
    return replace(meaning, mod=mod, anchor=AnchorKind.EVENT, reckoned_from=event)


def _event(setting: Setting, place: int) -> Span | None:
    start = setting.tokens.ends[place]
    found = EVENT.match(setting.tokens.text, start, start + REACH)
    return Span.trimmed(setting.tokens.text, *found.span(1)) if found else None
