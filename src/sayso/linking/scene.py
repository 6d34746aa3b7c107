"""One story's articles with what was found in them: the input of every judgement about dependence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sayso.linking.namings import Naming
from sayso.linking.pairs import Pair
from sayso.linking.pieces import Piece, is_told
from sayso.linking.prepared import Prepared


@dataclass(frozen=True, slots=True)
class Scene:
    """These articles tell of one happening, name these media, and share these passages.

    ``namings`` and ``outlets`` go by the article's id, ``pieces`` by the medium's key; ``outlets`` gives the key of
    an article's own medium, or None where the page does not name it. ``echoes`` maps each article that has another's
    text, to the letter, to that one. ``misdated`` give a time that is not believed.
    """

    members: tuple[Prepared, ...]
    namings: Mapping[str, tuple[Naming, ...]]
    pieces: Mapping[str, tuple[Piece, ...]]
    outlets: Mapping[str, str | None]
    pairs: tuple[Pair, ...]
    echoes: Mapping[str, str] = field(default_factory=dict)
    misdated: frozenset[str] = frozenset()

    def member(self, article: str) -> Prepared:
        return next(member for member in self.members if member.id == article)

    def originals(self, articles: Iterable[str]) -> dict[str, str]:
        """Each of these articles with the one of them that stands for its text: the original, or else the first."""
        standing: dict[str, str] = {}
        listed = tuple(articles)
        for article in listed:
            original = self.echoes.get(article, article)
            if original == article or original not in standing:
                standing[original] = article
        return {article: standing[self.echoes.get(article, article)] for article in listed}

    def piece_of(self, article: str) -> Piece | None:
        """The piece that this article is, if others credit it."""
        return next((piece for held in self.pieces.values() for piece in held if piece.article == article), None)

    def piece_for(self, article: str, key: str) -> Piece | None:
        """The piece of the medium ``key`` that the article has its matter from, if it credits the medium."""
        original, held = self.echoes.get(article, article), self.pieces.get(key, ())
        return next((piece for piece in held if not piece.witnesses or original in piece.witnesses), None)

    def credits_of(self, article: str) -> tuple[Naming, ...]:
        """The media that the article names, each once, in the order of the text; not its own, or whose piece it is."""
        first: dict[str, Naming] = {}
        for naming in self.namings[article]:
            piece = self.piece_for(article, naming.key)
            if naming.key != self.outlets[article] and (piece is None or piece.article != article):
                first.setdefault(naming.key, naming)
        return tuple(first.values())

    def perhaps_own(self, article: str) -> Naming | None:
        """The one medium that it names, if that may as well be its own: told of it, where no page says whose it is."""
        credits = self.credits_of(article)
        alone = len(credits) == 1 and self.outlets[article] is None and self.piece_of(article) is None
        return credits[0] if alone and is_told(self.member(article).text, credits[0]) else None
