"""ninjs in: the press agencies' news in JSON, of generations 1 to 3."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sayso.articles.claimed import Claimed, with_claims
from sayso.articles.fragment import read_fragment
from sayso.articles.limits import Limits
from sayso.articles.parts import Part, read_parts
from sayso.errors import MalformedInput
from sayso.records.article import Article
from sayso.records.block import BlockKind

Item = Mapping[str, object]

_WITHDRAWN = frozenset({"withheld", "canceled", "cancelled"})
_MARKED = ("html", "xml")  # in the type of a body that is markup


def read_ninjs(value: Item, name: str, *, limits: Limits, flags: tuple[str, ...] = ()) -> Article:
    """The article of an item: headline, byline and body, in this order, each a block.

    Its id is ``uri`` with the version, ``published`` the time of this version. Raises BadInput, also where the item
    was withdrawn.
    """
    item = _Item(value)
    if (status := item.string("pubstatus", "pubStatus") or "").lower() in _WITHDRAWN:
        raise MalformedInput(name, f"withdrawn by its provider (status {status})")
    headline = item.string("headline") or item.valued("headlines")
    parts = [
        Part(BlockKind.HEADLINE, headline or ""),
        Part(BlockKind.BYLINE, item.string("byline", "by") or ""),
        Part(BlockKind.BODY, item.body(name, limits)),
    ]
    if not parts[-1].text.strip():
        raise MalformedInput(name, f"no text in it ({item.string('type') or 'an item of no type'})")
    version = item.string("version")
    uri = item.string("uri", "guid")
    return with_claims(
        read_parts(parts, name, limits=limits),
        Claimed(
            f"{uri} version {version}" if uri and version else uri,
            headline,
            item.named("infosource", "infosources", "infoSources")
            or item.string("source", "provider", "copyrightholder"),
            item.string("url", "web", "canonicalurl") or (uri if uri and uri.startswith("http") else None),
            item.string("versioncreated", "versionCreated", "contentcreated", "firstcreated", "firstCreated"),
            item.authors(),
            item.string("language"),
            flags,
        ),
    )


@dataclass(frozen=True, slots=True)
class _Item:
    value: Item

    def string(self, *names: str) -> str | None:
        """The first of these fields that is a string or a number."""
        found = (self.value.get(name) for name in names)
        return next((str(one) for one in found if isinstance(one, str | int) and str(one).strip()), None)

    def objects(self, name: str) -> Iterator[Item]:
        listed = self.value.get(name)
        for one in listed if isinstance(listed, list) else [listed]:
            if isinstance(one, Mapping):
                yield one

    def valued(self, name: str) -> str | None:
        """Of ``[{"role": "main", "value": ...}]`` the main value, or the first."""
        found = [
            (str(one.get("role")), value) for one in self.objects(name) if isinstance(value := one.get("value"), str)
        ]
        return next((value for role, value in found if role == "main"), found[0][1] if found else None)

    def named(self, *names: str) -> str | None:
        found = (one.get("name") for name in names for one in self.objects(name))
        return next((name for name in found if isinstance(name, str) and name.strip()), None)

    def body(self, name: str, limits: Limits) -> str:
        """Plain text before markup, of which the words are taken."""
        candidates = [("text/plain", self.string("body_text")), ("text/html", self.string("body_html", "body_xhtml"))]
        for one in self.objects("bodies"):
            value = one.get("value")
            kind = str(one.get("contenttype") or one.get("contentType") or "text/plain")
            candidates.append((kind, value if isinstance(value, str) else None))
        candidates.sort(key=lambda pair: any(mark in pair[0] for mark in _MARKED))
        for kind, text in candidates:
            if text and text.strip():
                return read_fragment(text, name, limits) if any(mark in kind for mark in _MARKED) else text
        return ""

    def authors(self) -> tuple[str, ...]:
        people = [*self.objects("authors"), *self.objects("people")]
        written = [one for one in people if one.get("rel", "author") in ("author", "creator", "writer")]
        names = [name for one in written if isinstance(name := one.get("name"), str)]
        return tuple(names) or tuple(filter(None, [_strip_by(self.string("byline", "by"))]))


def _strip_by(byline: str | None) -> str | None:
    return byline.removeprefix("By ").removeprefix("by ") if byline else None
