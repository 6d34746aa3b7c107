"""Who a page, a passage or a picture is from: agency tags, bylines, sources, sign-offs, photo credits."""

from __future__ import annotations

from sayso.reading.credits.finding import find_credits
from sayso.reading.credits.names import MediaName, find_media_names

__all__ = ["MediaName", "find_credits", "find_media_names"]
