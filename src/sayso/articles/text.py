"""Plain text in."""

from __future__ import annotations

from sayso.articles import flags
from sayso.articles.decoding import Decoded, decode_bytes, refuse_no_text, replace_surrogates
from sayso.articles.identity import make_id
from sayso.articles.limits import DEFAULT_LIMITS, Limits
from sayso.articles.published import find_published
from sayso.errors import TooLarge
from sayso.records.article import Article


def read_text(data: bytes, name: str, *, limits: Limits = DEFAULT_LIMITS) -> Article:
    """An article whose text is exactly the decoded ``data``: line ends stay, only a byte order mark is dropped.

    ``published`` is found where a line of its own says it. Title, outlet and blocks are left to the reader.
    Raises EmptyInput, BinaryInput or TooLarge, naming ``name``.
    """
    return _article(decode_bytes(data, name, limits=limits))


def read_string(text: str, name: str = "text", *, limits: Limits = DEFAULT_LIMITS) -> Article:
    """As ``read_text``, for characters; a lone surrogate becomes U+FFFD, so that every offset stays."""
    if len(text) > limits.size:
        raise TooLarge(name, f"{len(text):,} characters, more than the limit of {limits.size:,}; split it")
    refuse_no_text(text, name)
    return _article(replace_surrogates(text))


def _article(decoded: Decoded) -> Article:
    published = find_published(decoded.text)
    found = (*decoded.flags, *find_text_flags(decoded.text))
    return Article(make_id(decoded.text, published=published), decoded.text, published=published, flags=found)


def find_text_flags(text: str) -> tuple[str, ...]:
    """The flags of a whole text, repeated lines among them."""
    repeats = (flags.REPEATED,) if flags.has_repeats(text.splitlines()) else ()
    return (*flags.find_flags(text), *repeats)
