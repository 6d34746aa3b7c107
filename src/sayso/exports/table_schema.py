"""The tables by name, with their columns, keys and references: what CSV, Parquet and the docs are made from."""

from __future__ import annotations

import inspect
import types
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from msgspec import Meta

from sayso.exports import run_rows, story_rows, table_rows

VERSION: Literal["sayso.tables/1"] = "sayso.tables/1"


@dataclass(frozen=True, slots=True)
class Reference:
    """Values of ``columns`` stand in ``theirs`` of ``table`` as well."""

    columns: tuple[str, ...]
    table: str
    theirs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One table: the class of its rows, the columns that tell a row from all others, and what it refers to."""

    name: str
    row: type
    key: tuple[str, ...]
    refers: tuple[Reference, ...] = ()

    @property
    def about(self) -> str:
        return inspect.cleandoc(self.row.__doc__ or "")


@dataclass(frozen=True, slots=True)
class Kind:
    """What a value is: "string", "integer", "number", "boolean", a "list" of ``item``, or an "object" of ``parts``.

    ``values`` are all that a string of a closed set can be.
    """

    name: Literal["string", "integer", "number", "boolean", "list", "object"]
    values: tuple[str, ...] = ()
    item: Kind | None = None
    parts: tuple[tuple[str, Kind], ...] = ()

    @property
    def is_span(self) -> bool:
        return tuple(name for name, _ in self.parts) == ("start", "end")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table, what it holds and whether it may be empty."""

    name: str
    kind: Kind
    about: str
    optional: bool
    least: float | None
    most: float | None


def _to_article() -> Reference:
    return Reference(("article",), "articles", ("article",))


def _to(table: str, own: str, theirs: str) -> Reference:
    return Reference(("article", own), table, ("article", theirs))


def _to_point() -> Reference:
    return Reference(("story", "point"), "points", ("story", "point"))


NUMBERED = ("article", "number")
CLAIM, ACTOR = _to("claims", "claim", "claim"), _to("actors", "actor", "actor")
TABLES = (
    Table("articles", table_rows.ArticleRow, ("article",)),
    Table("blocks", table_rows.BlockRow, NUMBERED, (_to_article(),)),
    Table("credits", table_rows.CreditRow, NUMBERED, (_to_article(),)),
    Table("actors", table_rows.ActorRow, ("article", "actor"), (_to_article(),)),
    Table(
        "attributions",
        table_rows.AttributionRow,
        ("article", "attribution"),
        (
            _to_article(),
            _to("actors", "speaker", "actor"),
            _to("actors", "relay", "actor"),
            _to("attributions", "nested_in", "attribution"),
        ),
    ),
    Table(
        "claims",
        table_rows.ClaimRow,
        ("article", "claim"),
        (_to_article(), _to("attributions", "attribution", "attribution")),
    ),
    Table("links", table_rows.LinkRow, NUMBERED, (_to_article(), CLAIM, ACTOR)),
    Table("relations", table_rows.RelationRow, NUMBERED, (_to("claims", "a", "claim"), _to("claims", "b", "claim"))),
    Table("times", table_rows.TimeRow, NUMBERED, (_to_article(),)),
    Table("places", table_rows.PlaceRow, NUMBERED, (_to_article(),)),
    Table("quantities", table_rows.QuantityRow, NUMBERED, (_to_article(),)),
    Table("events", table_rows.EventRow, ("article", "event"), (_to_article(),)),
    Table("told_events", table_rows.ToldRow, NUMBERED, (CLAIM, _to("events", "event", "event"))),
    Table("unread", table_rows.UnreadRow, NUMBERED, (_to_article(),)),
    Table("stories", story_rows.StoryRow, ("story", "position"), (_to_article(),)),
    Table("edges", story_rows.EdgeRow, ("story", "number"), (Reference(("child",), "articles", ("article",)),)),
    Table("points", story_rows.PointRow, ("story", "point"), (_to_article(),)),
    Table("point_claims", story_rows.PointClaimRow, ("story", "point", "article", "claim"), (_to_point(), CLAIM)),
    Table("reports", story_rows.ReportRow, ("story", "point", "report", "article"), (_to_point(), _to_article())),
    Table("origins", story_rows.OriginRow, ("story", "point", "number"), (_to_point(),)),
    Table("disputes", story_rows.DisputeRow, ("story", "point", "number"), (_to_point(),)),
)
OF_READINGS = tuple(table for table in TABLES if table.row.__module__ == table_rows.__name__)
# Those that a run of many articles has beside the tables of readings.
OF_RUNS = (
    Table("readings", run_rows.ReadingRow, ("article",), (_to_article(),)),
    Table("fingerprints", run_rows.FingerprintRow, ("article", "hash"), (_to_article(),)),
    Table("terms", run_rows.TermRow, ("article", "word"), (_to_article(),)),
    Table("left_unread", run_rows.LeftRow, ("what", "why")),
)
# And those that linking such a run adds.
OF_LINKING = (
    Table("pairs", run_rows.PairRow, ("a", "b")),
    Table("groups", run_rows.GroupRow, ("article",), (_to_article(),)),
)
RUN_TABLES = OF_READINGS + OF_RUNS
TABLE_OF_ROW = {table.row: table for table in TABLES + OF_RUNS + OF_LINKING}


@cache
def columns_of(table: Table) -> tuple[Column, ...]:
    """The columns of a table in order, out of the fields of its row."""
    hints = get_type_hints(table.row, include_extras=True)
    return tuple(_column(field.name, hints[field.name]) for field in fields(table.row))


def _column(name: str, hint: Any) -> Column:
    kind, optional = _kind(hint)
    metas = list(_metas(hint))
    about = next(meta.description for meta in metas if meta.description)
    least = next((float(meta.ge) for meta in metas if meta.ge is not None), None)
    most = next((float(meta.le) for meta in metas if meta.le is not None), None)
    return Column(name, kind, about, optional, least, most)


def _metas(hint: Any) -> Iterator[Meta]:
    """All that is noted on a type, the outermost first; not what is noted inside lists and objects."""
    if get_origin(hint) is Annotated:
        base, *notes = get_args(hint)
        yield from (note for note in reversed(notes) if isinstance(note, Meta))
        yield from _metas(base)
    elif get_origin(hint) in UNIONS:
        yield from (meta for part in get_args(hint) for meta in _metas(part))


UNIONS = (Union, types.UnionType)
SIMPLE: dict[type, Kind] = {
    bool: Kind("boolean"),
    int: Kind("integer"),
    float: Kind("number"),
    str: Kind("string"),
}  # fmt: skip


def _kind(hint: Any) -> tuple[Kind, bool]:
    """What a type holds, and whether it may be None."""
    args = get_args(hint)
    if get_origin(hint) is Annotated:
        return _kind(args[0])
    if get_origin(hint) in UNIONS:
        (kind,) = (_kind(part)[0] for part in args if part is not types.NoneType)
        return kind, types.NoneType in args
    if get_origin(hint) is Literal:
        return Kind("string", args), False
    if get_origin(hint) is tuple:
        return Kind("list", item=_kind(args[0])[0]), False
    if issubclass(hint, StrEnum):
        return Kind("string", tuple(member.value for member in hint)), False
    if is_dataclass(hint):
        hints = get_type_hints(hint, include_extras=True)
        return Kind("object", parts=tuple((f.name, _kind(hints[f.name])[0]) for f in fields(hint))), False
    return SIMPLE[hint], False
