"""Who depends on whom in a story: the names that others ask for, whichever file they live in."""

from __future__ import annotations

from sayso.linking.edges import find_edges
from sayso.linking.overlap import is_copy
from sayso.linking.relating import Relation, relate
from sayso.linking.scene import Scene

__all__ = ["Relation", "Scene", "find_edges", "is_copy", "relate"]
