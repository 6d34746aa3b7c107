"""What a page declares of itself in its tags, beside its words."""

from __future__ import annotations

import html
from dataclasses import dataclass, field

from sayso.articles.markup import Opening


@dataclass(slots=True)
class Declared:
    """Meta tags (name and content, in order), linked data, title, address, language and times, as tags are read."""

    meta: list[tuple[str, str]] = field(default_factory=list)
    linked_data: list[str] = field(default_factory=list)
    title: str | None = None
    canonical: str | None = None
    language: str | None = None
    times: list[str] = field(default_factory=list)

    def read(self, tag: Opening, *, drawn: bool, longest: int) -> None:
        """Takes in one tag. A ``drawn`` one stands inside a picture, whose title is none of the page; of a title
        ``longest`` characters are looked at.
        """
        attributes = tag.attributes
        if tag.name == "meta":
            name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
            if name and attributes.get("content"):
                self.meta.append((name.strip().lower(), attributes["content"]))
        elif tag.name == "script":
            if "ld+json" in attributes.get("type", "").lower():
                self.linked_data.append(tag.raw)
        elif tag.name == "title" and self.title is None and not drawn:
            self.title = " ".join(html.unescape(tag.raw[:longest]).split()) or None
        elif tag.name == "html":
            self.language = self.language or attributes.get("lang") or attributes.get("xml:lang")
        elif tag.name == "link" and "canonical" in attributes.get("rel", "").lower().split():
            self.canonical = self.canonical or attributes.get("href")
        elif tag.name == "time" or attributes.get("itemprop") == "datePublished":
            value = attributes.get("datetime") or attributes.get("content")
            if value:
                self.times.append(value)
