"""The ferry's story linked by hand, so that views are tested apart from what linking finds."""

from __future__ import annotations

from dataclasses import replace

from sayso.linking.story import LinkedStory, set_scene
from sayso.records.claim import Claim, Voice
from sayso.records.edge import Direction, Edge, EdgeKind, Shown
from sayso.records.point import Dispute, DisputeKind, Origin, Point, PointClaim
from sayso.records.reason import Reason
from sayso.records.span import Span
from tests.night import AGROUND, BUOY, NIGHT, lists, prepared

TEXTS = {article.id: article.text for article in NIGHT}


def shown(article: str, words: str) -> Shown:
    start = TEXTS[article].index(words)
    return Shown(article, Span(start, start + len(words)))


def claim_of(article: str, words: str) -> PointClaim:
    """The claim of the reading whose content holds these words."""
    member = next(prepared(one) for one in NIGHT if one.id == article)
    span = shown(article, words).span
    claim: Claim = next(one for one in member.reading.claims if any(content.covers(span) for content in one.content))
    does = claim.chain[-1].does if claim.voice is Voice.ATTRIBUTED else None
    return PointClaim(article, claim.id, claim.voice, does, claim.hedged)


EDGES = (
    Edge(
        "herald",
        "agency",
        None,
        EdgeKind.COPIES,
        Direction.UNKNOWN,
        0.91,
        (Reason("text", 0.8, "43 words of narrative in common, 88% of the shorter text"),),
        (shown("herald", "had left the island of Varrow at noon"), shown("agency", "had left the island of Varrow")),
        "both from one text that is not here",
    ),
    Edge(
        "post",
        "agency",
        None,
        EdgeKind.COPIES,
        Direction.KNOWN,
        0.99,
        (Reason("text", 0.9, "64 words of narrative in common, 91% of the shorter text"),),
        (shown("post", AGROUND), shown("agency", AGROUND)),
    ),
    Edge(
        "post",
        "agency",
        None,
        EdgeKind.CREDITS,
        Direction.KNOWN,
        0.64,
        (Reason("piece", 0.1, "agency is the text most like those that name “Skerry Press”, and credits no one"),),
        (shown("post", "Skerry Press"),),
        "a piece of “Skerry Press” that is not here",
    ),
    Edge(
        "radio",
        None,
        "Tamsin Courier",
        EdgeKind.CREDITS,
        Direction.KNOWN,
        0.9,
        (Reason("credit", 0.8, "names “Marl” as where it has it from"),),
        (shown("radio", "Marl"),),
    ),
)
RESCUED = Point(
    title=shown("agency", AGROUND),
    claims=(
        claim_of("agency", "A ferry with 212 people"),
        claim_of("post", "A ferry with 212 people"),
        claim_of("herald", "A ferry with 212 people"),
        replace(claim_of("radio", "About 60 people"), hedged=True),
    ),
    reports=(("agency", "post", "herald"), ("radio",)),
    low=1,
    high=2,
    origins=(
        Origin("Ada Quill", True, False, "the coastguard", ("agency", "post"), (shown("agency", "Ada Quill"),)),
        Origin("a deckhand", False, True, None, ("radio",), (shown("radio", "Marta Sy"),)),
    ),
    disputes=(
        Dispute(
            DisputeKind.NUMBER,
            shown("agency", "40 passengers"),
            shown("herald", "60 passengers"),
            "“40 passengers” against “60 passengers”",
        ),
        Dispute(DisputeKind.YES_NO, shown("agency", AGROUND), shown("radio", "the lights went"), "radio says no"),
    ),
)
ENGINES = Point(
    title=shown("post", BUOY),
    claims=(claim_of("agency", "The master steered"), claim_of("post", "The master steered")),
    reports=(("agency", "post"),),
    low=1,
    high=1,
    origins=(Origin("Ada Quill", True, False, None, ("agency", "post"), (shown("agency", "Ada Quill"),)),),
    disputes=(),
)


def ferry_story() -> LinkedStory:
    """Four articles, four edges, two points."""
    return LinkedStory(set_scene([prepared(one) for one in NIGHT[:4]], lists()), EDGES, (RESCUED, ENGINES))
