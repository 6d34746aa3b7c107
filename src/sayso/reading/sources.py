"""What kind of source it is, and whether it is named."""

from __future__ import annotations

import numpy as np

from sayso.reading.tables import Floats, Tables
from sayso.reading.tagging import Range
from sayso.records.actor import ActorKind


def kind_of_source(source: Range, rows: Floats, tables: Tables) -> tuple[ActorKind, bool]:
    """The kind of the actor, and whether the source has a name, by the mean over its words."""
    first, last = source
    kind = int(np.argmax(tables.part(rows, "source_type")[first:last].mean(0)))
    named = int(np.argmax(tables.part(rows, "named")[first:last].mean(0)))
    return ActorKind(tables.labels["source_type"][kind]), bool(named)
