"""Names of files made from articles' ids: safe in every folder, the same each time, no two alike."""

from __future__ import annotations

import hashlib
import re

UNSAFE = re.compile(r"[^A-Za-z0-9_-]+")
LONGEST = 60


def file_stem(article: str) -> str:
    """The id where it is a plain word; else what is left of it, with a digest of the whole.

    Upper case counts as unsafe: some systems take "A" and "a" for one file.
    """
    plain = UNSAFE.sub("_", article).strip("_").lower()[:LONGEST]
    if plain and plain == article:
        return plain
    digest = hashlib.sha256(article.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return f"{plain}-{digest}" if plain else digest
