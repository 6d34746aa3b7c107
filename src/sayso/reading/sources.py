"""What kind of source the encoder takes it for."""

from __future__ import annotations

import numpy as np

from sayso.reading.tables import Floats, Tables, mean_row
from sayso.reading.tagging import Range
from sayso.records.actor import ActorKind


def kind_of_source(source: Range, rows: Floats, tables: Tables) -> ActorKind:
    """The kind of the actor, by the mean over the words of the source."""
    first, last = source
    kind = int(np.argmax(mean_row(tables.part(rows, "source_type")[first:last])))
    return ActorKind(tables.labels["source_type"][kind])
