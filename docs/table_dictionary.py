"""The dictionary of tables, out of the classes of their rows."""

from __future__ import annotations

from sayso.exports.table_schema import OF_LINKING, OF_RUNS, TABLES, VERSION, Column, Kind, Reference, Table, columns_of


def export_tables() -> str:
    """Every table as Markdown: a heading, what a row is, its key and references, and a table of columns."""
    return f"Version: `{VERSION}`.\n\n" + "\n".join(export_table(table) for table in TABLES)


def export_run_tables() -> str:
    """The tables that only a run has, and those that linking it adds, in the same way."""
    return "\n".join(export_table(table) for table in OF_RUNS + OF_LINKING)


def export_table(table: Table) -> str:
    key = ", ".join(f"`{name}`" for name in table.key)
    lines = [f"## {table.name}", "", table.about, "", f"Key: {key}.", ""]
    if table.refers:
        lines += ["Refers: " + "; ".join(export_reference(reference) for reference in table.refers) + ".", ""]
    lines += ["| Column | Type | May be empty | What it holds |", "| --- | --- | --- | --- |"]
    lines += [export_column(column) for column in columns_of(table)]
    return "\n".join([*lines, ""])


def export_reference(reference: Reference) -> str:
    own, theirs = (", ".join(f"`{name}`" for name in names) for names in (reference.columns, reference.theirs))
    return f"{own} to {reference.table} ({theirs})"


def export_column(column: Column) -> str:
    about = column.about + (f": {word_values(column.kind)}" if column.kind.values else "")
    return f"| `{column.name}` | {word_kind(column.kind)} | {'yes' if column.optional else ''} | {about} |"


def word_values(kind: Kind) -> str:
    return ", ".join(f"`{value}`" for value in kind.values)


def word_kind(kind: Kind) -> str:
    """ "list of spans", "object of value and interval"."""
    if kind.is_span:
        return "span"
    if kind.item is not None:
        return f"list of {word_kind(kind.item)}"
    if kind.parts:
        return "object of " + ", ".join(f"`{name}`" for name, _ in kind.parts)
    return kind.name
