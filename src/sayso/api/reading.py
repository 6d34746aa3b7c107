"""One call for the main job."""

from __future__ import annotations

from pathlib import Path

from sayso.articles.text import read_string
from sayso.reading.encoder import Encoder, load_encoder
from sayso.reading.reader import read_article
from sayso.records.article import Article
from sayso.records.reading import Reading


def read(source: str | Path | Article, *, encoder: Encoder | None = None) -> Reading:
    """Who says what in one article.

    A ``str`` is the text itself, a ``Path`` a file of one article in any format that is read, an ``Article`` what you
    have put together. Without ``encoder`` the weights are loaded for this call alone; to read many articles, load
    them once with `load_encoder` and pass them in. Raises BadInput where there is no article, BadModel where the
    weights are not what they should be.
    """
    article = _article(source)
    return read_article(article, load_encoder() if encoder is None else encoder)


def _article(source: str | Path | Article) -> Article:
    match source:
        case Article():
            return source
        case Path():
            from sayso.articles.opening import open_article  # what knows all formats: a text does without

            return open_article(source)
        case str():
            return read_string(source)
