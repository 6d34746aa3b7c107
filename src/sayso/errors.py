"""What can go wrong, named for the fact.

    SaysoError
    ├── BadInput            the bytes given are no article
    │   ├── EmptyInput      nothing but white space
    │   ├── BinaryInput     no text: NUL bytes or control characters all over
    │   ├── TooLarge        more than the limit
    │   └── MalformedInput  a line that is no JSON object, a page that is no HTML, a missing field
    ├── MissingArticle      no article of that id in the file
    ├── MissingExtra        a format is to be read whose library is not installed
    ├── BadColumns          a column map that cannot be meant
    ├── BadList             a hand-kept list has a line that is wrong
    ├── BadGazetteer        a gazetteer's folder or the dump to build one from is not what it should be
    ├── BadQuery            a search that cannot be meant
    ├── BadLedger           the file is no ledger, or cannot be used
    │   ├── OldLedger       one of an older version, which `sayso upgrade` brings up to date
    │   └── NewerLedger     one that a newer Sayso made or upgraded
    ├── LedgerExists        a ledger is to be made where there is one
    ├── BadLog              the log of decisions is not what it was, or its head is none
    ├── BadDecision         a decision that cannot be taken: no such claim, nobody's name, nothing to undo
    └── BadModel            the weights are missing, altered or of another version

Each message says what was found and where.
"""

from __future__ import annotations

from collections.abc import Sequence


class SaysoError(Exception):
    """The root of all errors that Sayso raises on purpose."""


class BadInput(SaysoError):
    """The input ``name`` is no article, for ``reason``."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


class EmptyInput(BadInput):
    """Nothing but white space."""


class BinaryInput(BadInput):
    """No text: NUL bytes or control characters all over."""


class TooLarge(BadInput):
    """More than the limit."""


class MalformedInput(BadInput):
    """A line that is no JSON object, a page that is no HTML, a missing field."""


class FailedReading(BadInput):
    """A mistake of Sayso's own met this text: the article is left unread, and the others go on."""


class MissingArticle(SaysoError):
    """No article of that id in the file."""


class MissingExtra(SaysoError):
    """To read ``what`` the extra ``extra`` of the package must be installed."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f'{what} needs the extra "{extra}": pip install "sayso[{extra}]"')
        self.what = what
        self.extra = extra


class BadColumns(SaysoError):
    """A column map that cannot be meant."""


class BadList(SaysoError):
    """Line ``line`` (from 1) of the list ``name`` is wrong, for ``reason``."""

    def __init__(self, name: str, line: int, reason: str) -> None:
        super().__init__(f"{name}, line {line}: {reason}")
        self.name = name
        self.line = line
        self.reason = reason


class BadGazetteer(SaysoError):
    """The folder or file ``name`` is no gazetteer that can be used, for ``reason``."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


class BadQuery(SaysoError):
    """The search ``query`` cannot be meant, for ``reason``: look at ``start`` to ``end``, and try ``hint``."""

    def __init__(self, query: str, start: int, end: int, reason: str, hint: str) -> None:
        super().__init__(f"the search cannot be read at character {start + 1}: {reason}; {hint}")
        self.query = query
        self.start = start
        self.end = end
        self.reason = reason
        self.hint = hint


class BadLedger(SaysoError):
    """The file ``name`` is no ledger that can be used, for ``reason``."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


class OldLedger(BadLedger):
    """The ledger is of the older ``version``; ``advice`` says what to do."""

    def __init__(self, name: str, version: str, advice: str) -> None:
        super().__init__(name, f"is a ledger of version {version}, older than this Sayso's; {advice}")
        self.version = version


class NewerLedger(BadLedger):
    """The ledger is of ``version`` and has ``steps`` that this Sayso does not know."""

    def __init__(self, name: str, version: str, steps: Sequence[str]) -> None:
        beyond = f" (it has {', '.join(steps)})" if steps else ""
        super().__init__(name, f"is a ledger of version {version}{beyond}, newer than this Sayso; upgrade Sayso")
        self.version = version
        self.steps = tuple(steps)


class LedgerExists(SaysoError):
    """A ledger is to be made where there is a file already."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name}: is there already; add to it with `sayso add`, or name another file")
        self.name = name


class BadLog(SaysoError):
    """The log of decisions is not what it was, or its head is none."""


class BadDecision(SaysoError):
    """A decision that cannot be taken: no such claim, nobody's name, nothing to undo."""


class BadModel(SaysoError):
    """The weights are missing, altered or of another version."""
