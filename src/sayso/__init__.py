"""Reads news and answers: who says so?

    >>> from pathlib import Path
    >>> from sayso import load_encoder, read
    >>> reading = read(Path("examples/harbour.txt"), encoder=load_encoder())

The public names are those of ``__all__``; each is imported when it is first asked for, so that `import sayso` is fast.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from sayso._version import __version__

if TYPE_CHECKING:
    from sayso.api.ledgers import OpenLedger as OpenLedger
    from sayso.api.ledgers import open_ledger as open_ledger
    from sayso.api.reading import read as read
    from sayso.articles import read_jsonl as read_jsonl
    from sayso.errors import SaysoError as SaysoError
    from sayso.exports.reading_json import export_json as export_json
    from sayso.reading.encoder import load_encoder as load_encoder
    from sayso.records.actor import Actor as Actor
    from sayso.records.article import Article as Article
    from sayso.records.attribution import Attribution as Attribution
    from sayso.records.claim import Claim as Claim
    from sayso.records.claim import Relation as Relation
    from sayso.records.credit import Credit as Credit
    from sayso.records.reading import Reading as Reading
    from sayso.records.reading import Unread as Unread
    from sayso.records.span import Span as Span

_HOMES = {
    "Actor": "sayso.records.actor",
    "Article": "sayso.records.article",
    "Attribution": "sayso.records.attribution",
    "Claim": "sayso.records.claim",
    "Credit": "sayso.records.credit",
    "Reading": "sayso.records.reading",
    "Relation": "sayso.records.claim",
    "SaysoError": "sayso.errors",
    "Span": "sayso.records.span",
    "Unread": "sayso.records.reading",
    "export_json": "sayso.exports.reading_json",
    "load_encoder": "sayso.reading.encoder",
    "OpenLedger": "sayso.api.ledgers",
    "open_ledger": "sayso.api.ledgers",
    "read": "sayso.api.reading",
    "read_jsonl": "sayso.articles",
}

__all__ = [  # noqa: PLE0604 (the two lists are one)
    "__version__",
    *_HOMES,
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'sayso' has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value  # asked for once, found at once from then on
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
