"""Connected components by statements, for as many articles as there are: labels sink until none changes."""

from __future__ import annotations

from typing import Protocol

from sayso.linking.keys import load_sql


class Tables(Protocol):
    """A database in which a statement's rows can be kept under a name."""

    def keep(self, name: str, statement: str) -> None:
        """The rows of ``statement`` are the table ``name`` from now on; it may name the table that it replaces."""

    def differ(self, one: str, other: str) -> bool:
        """Whether two tables of article and label differ."""


def label_components(tables: Tables) -> None:
    """Leaves in the table ``label`` the lowest label of each article's component.

    The table ``joined`` holds what is joined; ``label`` gives each article itself for a label. Labels leap as well as
    sink, so that the number of rounds grows with the logarithm of the longest path.
    """
    sink, leap = load_sql("lower_labels"), load_sql("leap_labels")
    while True:
        tables.keep("lowered", sink)
        if not tables.differ("lowered", "label"):
            return
        tables.keep("label", "SELECT article, label FROM lowered")
        tables.keep("label", leap)
