"""One reading with what is looked up in it, and how articles are called in addresses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.exports.wording import word_block
from sayso.records.actor import Actor
from sayso.records.attribution import Attribution
from sayso.records.block import BlockKind
from sayso.records.reading import Reading
from sayso.records.span import Span
from sayso.web import links
from sayso.web.setting import Words


class Keys:
    """How the articles of a ledger are called in addresses: by their text, and by their id where texts are the same."""

    def __init__(self, texts: Mapping[str, str], shared: Iterable[str] = ()) -> None:
        self.texts, self.shared = dict(texts), frozenset(shared)

    def key(self, article: str) -> str:
        return self.texts[article]

    def name(self, article: str) -> str | None:
        """The id, where the text alone does not say which article is meant."""
        return article if self.texts[article] in self.shared else None

    def link(self, article: str, span: Span | None = None) -> str:
        return links.article_link(self.texts[article], self.name(article), *((span.start, span.end) if span else ()))

    def story_link(self, article: str) -> str:
        return links.story_link(self.texts[article], self.name(article))

    def echoes_link(self, article: str) -> str:
        return links.echoes_link(self.texts[article], self.name(article))

    def edge_link(self, child: str, parent: str) -> str:
        return links.edge_link(self.texts[child], self.texts[parent], self.name(child), self.name(parent))


class DraftKeys(Keys):
    """The same for a text that is in no ledger."""

    def link(self, article: str, span: Span | None = None) -> str:
        return "draft" + super().link(article, span).removeprefix("a")


def show_words(article: str, span: Span, text: str, keys: Keys) -> Words:
    return Words(article, span.start, span.end, span.cut(text), keys.link(article, span))


@dataclass(frozen=True)
class Page:
    """One reading with what is looked up in it."""

    reading: Reading
    keys: Keys

    @property
    def id(self) -> str:
        return self.reading.article.id

    def actors(self) -> dict[str, Actor]:
        return {actor.id: actor for actor in self.reading.actors}

    def attributions(self) -> dict[str, Attribution]:
        return {attribution.id: attribution for attribution in self.reading.attributions}

    def words(self, span: Span) -> Words:
        return show_words(self.id, span, self.reading.article.text, self.keys)

    def where(self, span: Span) -> str:
        kinds = (block.kind for block in self.reading.article.blocks if block.span.overlaps(span))
        return word_block(next(kinds, BlockKind.BODY))
