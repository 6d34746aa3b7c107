"""Names for things of Sayso in formats that want URIs: the same thing has the same name in every export."""

from __future__ import annotations

from urllib.parse import quote

URN = "urn:x-sayso"  # no address: nothing of it is to be fetched
TERM = f"{URN}:term:"


def local_name(*parts: str) -> str:
    """Ids as one word that any URI and qualified name can hold: ``harbour%2012/c3``."""
    return "/".join(quote(part, safe="", errors="surrogatepass") for part in parts)


def urn(kind: str, *parts: str) -> str:
    """``urn:x-sayso:claim:harbour-12/c3``."""
    return f"{URN}:{kind}:{local_name(*parts)}"
