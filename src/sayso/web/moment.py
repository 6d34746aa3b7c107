"""A view is of one moment of a ledger."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from sayso.web.room import Room

Asked = ParamSpec("Asked")
View = TypeVar("View")
Look = Callable[Concatenate[Room, Asked], View]


def at_one_moment(look: Look[Asked, View]) -> Look[Asked, View]:
    """All of a view is of the ledger as it is when it is asked, whatever others add or take out meanwhile."""

    @wraps(look)
    def look_at(room: Room, /, *asked: Asked.args, **named: Asked.kwargs) -> View:
        with room.held():
            return look(room, *asked, **named)

    return look_at
