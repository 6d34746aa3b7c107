"""Which column of a table, or field of a JSON object, holds what of an article.

A map says it, as in ``id=ID,text=Body``; the maps of dumps that many people have are ready-made and found by their
columns. ``source.title`` is the field ``title`` inside the field ``source``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, fields

from sayso.errors import BadColumns


@dataclass(frozen=True, slots=True)
class Columns:
    """A table tells each of these in the first of the columns named that holds something.

    ``Columns(text=("Body",), id=("ID",))``. ``html`` is read as a page where no column of ``text`` holds anything.
    """

    id: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    html: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    url: tuple[str, ...] = ()
    outlet: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    language: tuple[str, ...] = ()

    def names(self) -> tuple[str, ...]:
        """All columns named, in the order of the fields."""
        return tuple(dict.fromkeys(name for part in FIELDS for name in getattr(self, part)))

    def among(self, names: Collection[str]) -> bool:
        """Whether a column of ``names`` holds the article's words."""
        return any(name.partition(".")[0] in names or name in names for name in (*self.text, *self.html))


FIELDS = tuple(field.name for field in fields(Columns))


@dataclass(frozen=True, slots=True)
class Dump:
    """Files of this origin have the columns ``signs`` and are read by ``columns``."""

    name: str
    signs: frozenset[str]
    columns: Columns


DUMPS = (
    Dump(
        "news-please",
        frozenset({"source_domain", "date_publish"}),
        Columns(
            text=("maintext", "text"),
            title=("title", "title_page", "title_rss"),
            url=("url",),
            outlet=("source_domain",),
            published=("date_publish",),
            authors=("authors",),
            language=("language",),
        ),
    ),
    Dump(
        "fundus",
        frozenset({"publishing_date"}),
        Columns(
            text=("plaintext", "body"),
            title=("title",),
            url=("url", "html.responded_url", "html.requested_url"),
            outlet=("publisher", "html.source_info.publisher", "html.source.publisher"),
            published=("publishing_date",),
            authors=("authors",),
            language=("lang", "language"),
        ),
    ),
    Dump(
        "Event Registry",
        frozenset({"uri", "body", "lang"}),
        Columns(
            id=("uri",),
            text=("body",),
            title=("title",),
            url=("url",),
            outlet=("source.title", "source_title", "sourceTitle", "source.uri"),
            published=("dateTimePub",),  # "dateTime" and "date" say when Event Registry found it
            authors=("authors",),
            language=("lang",),
        ),
    ),
    Dump(
        "Media Cloud",
        frozenset({"media_name", "publish_date"}),
        Columns(
            id=("stories_id", "id"),
            text=("text", "story_text"),
            title=("title",),
            url=("url",),
            outlet=("media_name",),
            published=("publish_date",),
            language=("language",),
        ),
    ),
)
NINJS_BODIES = ("body_text", "body_html", "body_xhtml", "bodies")
OWN = Columns(**{part: (part,) for part in FIELDS})


def parse_columns(written: Iterable[str]) -> Columns:
    """The map of ``id=ID,text=Body``; a field that is given twice has two columns. Raises BadColumns."""
    found: dict[str, tuple[str, ...]] = {}
    for pair in (pair for one in written for pair in one.split(",")):
        part, equals, column = pair.partition("=")
        if not equals or part.strip() not in FIELDS or not column.strip():
            raise BadColumns(f"{pair!r} maps no column: write FIELD=COLUMN, with FIELD one of {', '.join(FIELDS)}")
        found[part.strip()] = (*found.get(part.strip(), ()), column.strip())
    if "text" not in found and "html" not in found:
        raise BadColumns("a column map names the column of the text (text=...) or of the page (html=...)")
    return Columns(**found)


def find_dump(names: Collection[str]) -> Dump | None:
    """The dump whose columns these are."""
    return next((dump for dump in DUMPS if dump.signs <= set(names)), None)


def is_ninjs(names: Collection[str]) -> bool:
    """Whether these are the fields of an item of ninjs with a text."""
    return ("uri" in names or "guid" in names) and any(body in names for body in NINJS_BODIES)


def find_columns(names: Collection[str], given: Columns | None) -> Columns:
    """The map for a table of these columns: the one ``given``, that of a known dump, or Sayso's own names.

    Raises BadColumns where the table has no column for an article's words.
    """
    dump = find_dump(names)
    columns = given or (dump.columns if dump is not None else OWN)
    if columns.among(names):
        return columns
    wanted = " or ".join(repr(name) for name in (*columns.text, *columns.html))
    of = f" of {dump.name}" if given is None and dump is not None else ""
    shown = ", ".join(list(names)[:12]) + (", ..." if len(names) > 12 else "")
    raise BadColumns(
        f"no column {wanted}{of} holds the words: the columns are {shown}; name it with --columns text=..."
    )
