"""What pages show, as data: each page is made of one of these, and the same goes out as JSON.

Offsets are code points into the text of the article named beside them; ``words`` are what stands there, letter for
letter. ``link`` is where it is shown, relative to the ledger's own address.
"""

from __future__ import annotations

from dataclasses import dataclass

from sayso.web.setting import ToldPlace, ToldTime, Words

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Head:
    """An article in a list: what its page says of itself. ``when`` is the time in words, empty where none is given.

    ``key`` is the beginning of its text's digest.
    """

    id: str
    title: str
    outlet: str | None
    publisher: str | None
    published: str | None
    zone: str | None
    when: str
    key: str
    link: str


@dataclass(frozen=True, slots=True)
class Holder:
    """One link of a chain, from the outlet inwards, and the words that show it."""

    name: str
    role: str
    does: str | None
    note: str
    scope: str
    found_by: str
    shown: Words | None


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a claim, with its own words."""

    words: str
    start: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    bound: str | None
    approximate: bool
    unit: str | None


@dataclass(frozen=True, slots=True)
class ToldClaim:
    """A claim of an article, with its words (one entry a stretch) and its chain.

    ``how`` is "own", "attributed", "hedged", "denied", "confirmed" or "unsettled": under which it is listed.
    ``speaker_shown`` are words that name the speaker, ``speaker_why`` says why there is none.
    """

    article: str
    claim: str
    spans: tuple[Pair, ...]
    words: tuple[str, ...]
    how: str
    voice: str
    does: str | None
    hedged: bool
    quoted: bool
    confidence: str
    score: float
    where: str
    holders: str
    speaker: str | None
    speaker_shown: Words | None
    speaker_why: str | None
    cue: tuple[str, ...]
    chain: tuple[Holder, ...]
    numbers: tuple[Number, ...]
    link: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A stretch of two quotations: the same in both, left out, added, or changed."""

    kind: str
    a: str | None
    b: str | None


@dataclass(frozen=True, slots=True)
class Variant:
    """Two claims of a point give one utterance in different words. ``a`` and ``b`` number the point's claims."""

    kind: str
    reason: str
    a: int
    b: int
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class ToldOrigin:
    """The innermost source that ``articles`` give; ``said_in`` those of them that give it for this very point."""

    name: str
    named: bool
    party: bool
    side: str | None
    articles: tuple[str, ...]
    said_in: tuple[str, ...]
    shown: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """An authority for which these origins speak."""

    name: str
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Publisher:
    """A publisher's family, or an outlet that the list does not have, with its articles."""

    name: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Disputed:
    """One end of a dispute: the disputed words with those before and after them, of a paragraph that may go on."""

    before: str
    shown: Words
    after: str
    goes_on_before: bool
    goes_on_after: bool


@dataclass(frozen=True, slots=True)
class ToldDispute:
    about: str
    why: str
    a: Disputed
    b: Disputed


@dataclass(frozen=True, slots=True)
class ToldPoint:
    """Claims that say the same, and what stands behind them.

    ``title`` is a sentence of an article, of which the point is ``core``.
    """

    number: int
    before: str
    core: str
    after: str
    title: Words
    claims: tuple[ToldClaim, ...]
    articles: tuple[str, ...]
    publishers: tuple[Publisher, ...]
    publisher_unknown: tuple[str, ...]
    reports: tuple[tuple[str, ...], ...]
    low: int
    high: int
    origins: tuple[ToldOrigin, ...]
    sides: tuple[Side, ...]
    side_unknown: tuple[str, ...]
    disputes: tuple[ToldDispute, ...]
    variants: tuple[Variant, ...]
    link: str


@dataclass(frozen=True, slots=True)
class Reason:
    """What spoke for a judgement (weight above 0) or against it."""

    kind: str
    weight: float
    words: str


@dataclass(frozen=True, slots=True)
class ToldEdge:
    """``child`` depends on ``parent`` (an article) or on ``outside`` (a piece that is not here)."""

    child: str
    parent: str | None
    outside: str | None
    kind: str
    direction: str
    score: float
    verb: str
    reasons: tuple[Reason, ...]
    shown: tuple[Words, ...]
    runner_up: str | None
    link: str


@dataclass(frozen=True, slots=True)
class Rejected:
    """A claim that ``coder`` rejected, for the reason ``why``, as the machine has it: it is left out of all counts."""

    claim: ToldClaim
    coder: str
    why: str


@dataclass(frozen=True, slots=True)
class ToldStory:
    """One happening: its articles in order of time, who depends on whom, and its points, that of most articles first.

    ``first`` are the articles than which none is certainly earlier by the times that the pages give; ``times`` and
    ``places`` are those that its claims tell of; ``echoes`` is the address of the page that shows who takes from whom.
    ``rejected`` are claims that no count is made of.
    """

    id: str
    title: str
    articles: tuple[Head, ...]
    first: tuple[str, ...]
    edges: tuple[ToldEdge, ...]
    points: tuple[ToldPoint, ...]
    times: tuple[ToldTime, ...]
    places: tuple[ToldPlace, ...]
    model: str
    link: str
    echoes: str
    rejected: tuple[Rejected, ...] = ()

    def head(self, article: str) -> Head:
        return next(head for head in self.articles if head.id == article)


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story in a list, with the counts of its largest point; ``linked`` is false until they are worked out."""

    id: str
    title: str
    articles: int
    latest: str
    points: int
    disputes: int
    core: str
    counts: tuple[
        int, int, int, int, int, int
    ]  # of the largest point: articles, publishers, reports, low, high, origins
    linked: bool
    link: str
    rejected: int = 0
