"""A report: statements with footnotes by which they are found again, story by story and article by article.

Of a story that several articles tell, the claims of each of its points; of other articles, all their statements.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count as count_up

from sayso.articles.identity import digest_text
from sayso.exports.calling import call_holders, describe, title_of, word_time
from sayso.exports.chains import name_holders
from sayso.exports.escapes import on_one_line
from sayso.exports.rows import find_gaps
from sayso.exports.selection import Selection
from sayso.exports.story_text import title_words, word_counts
from sayso.exports.withholding import withhold_point, withhold_reading
from sayso.exports.wording import word_credit
from sayso.linking.story import LinkedStory
from sayso.records.article import Article
from sayso.records.claim import Claim, Voice
from sayso.records.point import Point
from sayso.records.reading import Reading
from sayso.records.span import Span, hull

OWN = "the outlet's own voice"
UNSETTLED = "unsettled: the outlet's words or somebody's"
SHORT = 16  # hexadecimal digits of a text's digest
NO_TITLE = "no title given"
Piece = tuple[str, bool]  # words of an article, and whether others were left out before them


@dataclass(frozen=True, slots=True)
class Footnote:
    """Where a statement stands, in what paragraph, and through whom it came; words are None where withheld.

    ``paragraph`` and ``cue`` are words of the article as they stand; all else is harmless on a screen already.
    """

    number: int
    outlet: str
    title: str
    when: str
    url: str | None
    credits: tuple[str, ...]
    paragraph: str | None
    chain: str
    cue: tuple[str, ...]
    digest: str
    start: int
    end: int
    model: str


@dataclass(frozen=True, slots=True)
class Statement:
    """Words of an article as they stand, and who says them how; ``words`` is empty where they are withheld."""

    words: tuple[Piece, ...]
    who: str
    note: Footnote


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what is counted below it; ``level`` is 2 for a story or an article, 3 for a point of a story.

    ``quoted`` are the words of an article that stand for a point.
    """

    level: int
    heading: str
    counted: str
    quoted: str | None
    statements: tuple[Statement, ...]


def make_sections(selection: Selection) -> Iterator[Section]:
    """The stories from the largest on, then the articles in none of them; footnotes are numbered through."""
    maker = _Maker(selection.text)
    told: set[str] = set()
    for story in selection.link():
        if len(story.articles) > 1:
            told.update(story.articles)
            yield from maker.story(story)
    for reading in selection.read():
        if reading.article.id not in told:
            yield maker.article(reading)


class _Maker:
    """Makes sections one after the other, and numbers their footnotes."""

    def __init__(self, text: bool) -> None:
        self.text = text
        self.numbers = count_up(1)

    def story(self, story: LinkedStory) -> Iterator[Section]:
        articles = [member.reading.article for member in story.scene.members]
        told = " · ".join(self._described(article) for article in articles)
        yield Section(2, self._title(articles[0]), told, None, ())
        for number, point in enumerate(story.points, 1):
            yield self._point(number, point, story)

    def _point(self, number: int, point: Point, story: LinkedStory) -> Section:
        claims = []
        for one in point.claims:
            reading = story.scene.member(one.article).reading
            claims += [self._statement(reading, claim) for claim in reading.claims if claim.id == one.claim]
        quoted = title_words(point, story) if self.text else None
        counted = word_counts(point if self.text else withhold_point(point), story)
        return Section(3, f"Point {number}", counted, quoted, tuple(claims))

    def article(self, reading: Reading) -> Section:
        ordered = sorted((claim for claim in reading.claims if claim.content), key=lambda claim: hull(claim.content))
        statements = tuple(self._statement(reading, claim) for claim in ordered)
        return Section(2, self._title(reading.article), self._described(reading.article), None, statements)

    def _title(self, article: Article) -> str:
        """A first line is no title where words are withheld."""
        return (title_of(article) if article.title or self.text else "") or NO_TITLE

    def _described(self, article: Article) -> str:
        return describe(article if article.title or self.text else replace(article, text=""))

    def _statement(self, reading: Reading, claim: Claim) -> Statement:
        text = reading.article.text
        words = tuple((span.cut(text), gap) for span, gap in find_gaps(claim.content, text)) if self.text else ()
        sure = f" · {claim.confidence.value}" if claim.voice is not Voice.UNSETTLED else ""
        return Statement(words, self._who(reading, claim) + sure, self._footnote(reading, claim))

    def _who(self, reading: Reading, claim: Claim) -> str:
        if claim.voice is not Voice.ATTRIBUTED:
            hedged = ", hedged" if claim.hedged else ""
            return (OWN if claim.voice is Voice.OWN else UNSETTLED) + hedged
        if self.text:
            return call_holders(claim, reading)
        return self._chain(reading, claim).rpartition(" → ")[2]

    def _chain(self, reading: Reading, claim: Claim) -> str:
        shown = reading if self.text else withhold_reading(reading)
        holders = name_holders(claim, {actor.id: actor for actor in shown.actors}, reading.article.outlet)
        return on_one_line(" → ".join(f"{one.name} {one.does}" if one.does else one.name for one in holders))

    def _footnote(self, reading: Reading, claim: Claim) -> Footnote:
        article, whole, model = reading.article, hull(claim.content), reading.model
        source = next((one for one in reading.attributions if one.id == claim.attribution), None)
        cues = source.cue if source and self.text else ()
        return Footnote(
            number=next(self.numbers),
            outlet=on_one_line(article.outlet or "outlet not given"),
            title=self._title(article),
            when=word_time(article) or "time not given",
            url=on_one_line(article.url) if article.url else None,
            credits=tuple(dict.fromkeys(on_one_line(word_credit(one, one.name)) for one in reading.credits)),
            paragraph=find_paragraph(article.text, whole).cut(article.text) if self.text else None,
            chain=self._chain(reading, claim),
            cue=tuple(span.cut(article.text) for span in cues),
            digest=digest_text(article.text)[:SHORT],
            start=whole.start,
            end=whole.end,
            model=on_one_line(f"{model.name} {model.version} ({model.digest[:12]})"),
        )


def find_paragraph(text: str, span: Span) -> Span:
    """The line, or lines, in which a stretch stands, without outer white space."""
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    return Span.trimmed(text, start, len(text) if end < 0 else end) or span
