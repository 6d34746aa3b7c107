"""The articles of files and folders in order; a file that cannot be read is told like a line that cannot."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from glob import glob
from pathlib import Path

from sayso.articles import Columns, read_articles
from sayso.articles.formats import ending_of
from sayso.errors import BadInput, SaysoError
from sayso.records.article import Article
from sayso.records.reading import Unread

WILD = re.compile(r"[*?\[]")


def find_files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files named, and those of the folders named whose endings are known, in order of their names.

    A name that is no file's may hold ``*``, ``?`` and ``**``, as where the shell does not expand them.
    """
    for path in paths:
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*") if ending_of(p.name) and p.is_file())
        elif WILD.search(str(path)) and not path.exists():
            found = sorted(Path(name) for name in glob(str(path), recursive=True))  # noqa: PTH207  # may be absolute
            yield from find_files(found) if found else [path]
        else:
            yield path


def read_inputs(source: Path, columns: Columns | None) -> Iterator[Article | Unread]:
    """The articles of a file, or of all files of a folder. Raises SaysoError where a file named cannot be read at all;
    where it breaks off later, the last row says so.
    """
    begun = source.is_dir()
    for path in find_files([source]):
        try:
            for item in read_articles(path, columns=columns):
                begun = True
                yield item
        except (SaysoError, OSError) as error:
            if not begun:
                raise
            yield Unread(str(path), word_reason(error))


def word_reason(error: SaysoError | OSError) -> str:
    """Why an input was left unread, without its name, which stands beside it."""
    if isinstance(error, BadInput):
        return error.reason
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
