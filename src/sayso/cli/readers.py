"""The options by which a command that reads articles is given its reader: model, lists and gazetteer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.cli.actors import actors_option, read_actor_texts
from sayso.cli.encoders import encoder_option
from sayso.cli.gazetteer import gazetteer_option
from sayso.cli.parties import parties_option, read_party_texts

if TYPE_CHECKING:
    from sayso.run.workers import LoadReader


@dataclass(frozen=True, slots=True)
class ReaderChoice:
    """What a user has chosen to read with; nothing of it is looked at before `load`."""

    actors: tuple[Path, ...] = ()
    actors_only: bool = False
    parties: tuple[Path, ...] = ()
    gazetteer: Path | None = None
    fast: bool = False

    def load(self) -> LoadReader | None:
        """What loads the reader in each process; None where nothing but the package's own was chosen.

        Raises BadList where a list is wrong, before any article is read.
        """
        from sayso.run.workers import load_reader

        texts = read_actor_texts(self.actors, only=self.actors_only)
        rules = read_party_texts(self.parties)
        if not (texts or rules or self.gazetteer or self.fast):
            return None
        return partial(load_reader, texts, self.gazetteer, rules, self.fast)


def reader_options(*, gazetteer: bool = True) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The options, for a command with the one parameter ``chosen``."""

    def add(command: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(command)
        def called(
            *,
            actors: tuple[Path, ...],
            actors_only: bool,
            parties: tuple[Path, ...],
            fast: bool,
            gazetteer: Path | None = None,
            **others: Any,
        ) -> Any:
            return command(chosen=ReaderChoice(actors, actors_only, parties, gazetteer, fast), **others)

        last = gazetteer_option(encoder_option(called)) if gazetteer else encoder_option(called)
        return actors_option(parties_option(last))

    return add
