"""The shapes of what is shown across articles as JSON: names, nesting and the order of keys.

Key order is field order. Offsets are code points into the text of the article named beside them; `words` are what
stands there, letter for letter. Ids are whole, as the input gave them.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from sayso.exports.wire import Does, Id, Offset, Score
from sayso.linking.checking import Finding
from sayso.records.claim import Confidence, Role, Voice
from sayso.records.drift import DriftKind
from sayso.records.edge import Direction, EdgeKind
from sayso.records.point import DisputeKind

SCHEMA: Literal["sayso.story/1"] = "sayso.story/1"
Number = Annotated[int, Meta(ge=1, description="the point's number in its story")]
Interval = Annotated[
    tuple[int, int], Meta(description="reports if every suspected dependence holds, and if only the proven ones do")
]


class ShownJson(Struct, frozen=True, forbid_unknown_fields=True):
    """These words of an article are evidence."""

    article: Id
    start: Offset
    end: Offset
    words: str


class ReasonJson(Struct, frozen=True, forbid_unknown_fields=True):
    """What spoke for a judgement (weight above 0) or against it."""

    kind: str
    weight: float
    words: str


class EdgeJson(Struct, frozen=True, forbid_unknown_fields=True):
    """`child` depends on `parent`, an article, or on `outside`, the name of a piece that is not here."""

    child: Id
    parent: Id | None
    outside: str | None
    kind: EdgeKind
    direction: Direction
    score: Score
    reasons: tuple[ReasonJson, ...]
    spans: tuple[ShownJson, ...]
    runner_up: str | None


class PointClaimJson(Struct, frozen=True, forbid_unknown_fields=True):
    """This claim of this article says the point; `stance` is what its innermost holder does with it."""

    article: Id
    claim: Id
    voice: Voice
    stance: Does | None
    hedged: bool


class OriginJson(Struct, frozen=True, forbid_unknown_fields=True):
    """The innermost source that `articles` give; `party`: it has a stake in the point; `side`: whom it speaks for."""

    name: str
    named: bool
    party: bool
    side: str | None
    articles: tuple[Id, ...]
    spans: tuple[ShownJson, ...]


class DisputeJson(Struct, frozen=True, forbid_unknown_fields=True):
    """`a` and `b` cannot both hold."""

    about: DisputeKind
    a: ShownJson
    b: ShownJson
    why: str


class PointJson(Struct, frozen=True, forbid_unknown_fields=True):
    """Claims that say the same, and what stands behind them."""

    title: ShownJson
    claims: tuple[PointClaimJson, ...]
    reports: tuple[tuple[Id, ...], ...]
    reports_interval: Interval
    origins: tuple[OriginJson, ...]
    disputes: tuple[DisputeJson, ...]


class StoryJson(Struct, frozen=True, forbid_unknown_fields=True, tag_field="schema", tag=SCHEMA):
    """A line of `sayso stories`: one happening, its edges and its points."""

    story: Id
    articles: tuple[Id, ...]
    edges: tuple[EdgeJson, ...]
    points: tuple[PointJson, ...]


class ArticleLineJson(Struct, frozen=True, forbid_unknown_fields=True):
    """An article, by what its page says of itself."""

    id: Id
    title: str | None
    outlet: str | None
    published: str | None
    published_zone: str | None


class HolderJson(Struct, frozen=True, forbid_unknown_fields=True):
    """One link of a chain, as the article names it; no name where the source is not given."""

    name: str | None
    role: Role
    stance: Does | None


class SaidJson(Struct, frozen=True, forbid_unknown_fields=True):
    """A claim with its words and its chain, from the outlet inwards."""

    article: Id
    claim: Id
    voice: Voice
    hedged: bool
    confidence: Confidence
    content: tuple[ShownJson, ...]
    chain: tuple[HolderJson, ...]


class ToldPointJson(Struct, frozen=True, forbid_unknown_fields=True, tag_field="schema", tag="sayso.point/1"):
    """A line of `sayso point`: a point with the words of its claims."""

    story: Id
    point: Number
    title: ShownJson
    articles: tuple[ArticleLineJson, ...]
    claims: tuple[SaidJson, ...]
    reports: tuple[tuple[Id, ...], ...]
    reports_interval: Interval
    origins: tuple[OriginJson, ...]
    disputes: tuple[DisputeJson, ...]


class NamedListJson(Struct, frozen=True, forbid_unknown_fields=True):
    """A name and what stands under it: a publisher's articles, a side's origins."""

    name: str
    holds: tuple[str, ...]


class FunnelJson(Struct, frozen=True, forbid_unknown_fields=True, tag_field="schema", tag="sayso.funnel/1"):
    """The line of `sayso funnel`: a point's numbers, each as the list that it counts."""

    story: Id
    point: Number
    title: ShownJson
    articles: tuple[ArticleLineJson, ...]
    publishers: tuple[NamedListJson, ...]
    publisher_unknown: tuple[Id, ...]
    reports: tuple[tuple[Id, ...], ...]
    reports_interval: Interval
    origins: tuple[OriginJson, ...]
    sides: tuple[NamedListJson, ...]
    side_unknown: tuple[str, ...]


class EchoJson(Struct, frozen=True, forbid_unknown_fields=True, tag_field="schema", tag="sayso.echo/1"):
    """A line of `sayso echoes`: one edge of a story."""

    story: Id
    edge: EdgeJson


class DisputeLineJson(Struct, frozen=True, forbid_unknown_fields=True, tag_field="schema", tag="sayso.dispute/1"):
    """A line of `sayso disputes`."""

    story: Id
    point: Number
    dispute: DisputeJson


class SayingJson(Struct, frozen=True, forbid_unknown_fields=True, tag_field="schema", tag="sayso.saying/1"):
    """A line of `sayso source`: a claim whose innermost speaker goes by `name` in its article."""

    name: str
    said: SaidJson


class CarriedJson(Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence that `others` hold as well, or nearly so."""

    start: Offset
    end: Offset
    words: str
    quoted: bool
    others: tuple[Id, ...]


class TraceJson(Struct, frozen=True, forbid_unknown_fields=True, tag_field="schema", tag="sayso.trace/1"):
    """The line of `sayso trace`: what the other articles of its story have of one.

    `first` are those than which none is certainly earlier by the times that the pages give.
    """

    article: Id
    story: tuple[ArticleLineJson, ...]
    first: tuple[Id, ...]
    same_text: tuple[Id, ...]
    depends_on: tuple[EdgeJson, ...]
    depend_on_it: tuple[EdgeJson, ...]
    carried: tuple[CarriedJson, ...]
    own: tuple[ShownJson, ...]


class PieceJson(Struct, frozen=True, forbid_unknown_fields=True):
    """These words of the draft stand against these of the article; null where the other has more."""

    draft: str | None
    article: str | None


class MatchJson(Struct, frozen=True, forbid_unknown_fields=True):
    """An article's quotation, its speaker as written, and how the draft's words differ from it.

    `perhaps` is the name that stands last before it, where the speaker is a pronoun.
    """

    words: ShownJson
    speaker: str | None
    perhaps: str | None
    drift: DriftKind
    differs: tuple[PieceJson, ...]


class CheckedJson(Struct, frozen=True, forbid_unknown_fields=True, tag_field="schema", tag="sayso.checked/1"):
    """A line of `sayso check`: a quotation of the draft and what was found of it, the best match first."""

    start: Offset
    end: Offset
    words: str
    speaker: str | None
    finding: Finding
    matches: tuple[MatchJson, ...]
    cue: str | None
    their_cue: str | None


Line = StoryJson | ToldPointJson | FunnelJson | EchoJson | DisputeLineJson | SayingJson | TraceJson | CheckedJson
