"""Who says what: a story's points against the sources that they are given to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.ledger.claimrows import fold_name
from sayso.linking.quoted.speakers import same_speaker
from sayso.web import shapes

MOST_POINTS, MOST_SOURCES = 16, 8
LOOKED_AT = 40  # points, the largest first
OWN = "outlets in their own voice"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a source does with a point, so many times; the numbers it gives; where it is first said."""

    does: str
    times: int
    numbers: tuple[str, ...]
    link: str
    disputed: bool


@dataclass(frozen=True, slots=True)
class MatrixRow:
    point: int
    core: str
    link: str
    cells: tuple[tuple[Entry, ...], ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """``sources`` are columns, by how many points they speak to; the last are outlets in their own voice."""

    sources: tuple[str, ...]
    rows: tuple[MatrixRow, ...]


def make_matrix(story: shapes.ToldStory) -> Matrix:
    """The matrix of a story's largest points that named sources speak to, and of those sources."""
    points = story.points[:LOOKED_AT]
    sources = _join_names(origin.name for point in points for origin in point.origins if origin.named)[:MOST_SOURCES]
    rows = [row for point in story.points[:LOOKED_AT] if any((row := _row(point, sources)).cells[:-1])]
    return Matrix((*sources, OWN), tuple(rows[:MOST_POINTS]))


def _join_names(names: Iterable[str]) -> list[str]:
    """Each source once, by its longest name, the one of most points first."""
    heard = Counter(names)
    joined: dict[str, int] = {}
    for name in sorted(heard, key=lambda name: (-len(name.split()), name)):
        same = [one for one in joined if _same(name, one)]
        joined[same[0] if len(same) == 1 else name] = joined.get(same[0] if len(same) == 1 else name, 0) + heard[name]
    return sorted(joined, key=lambda name: (-joined[name], name))


def _row(point: shapes.ToldPoint, sources: Iterable[str]) -> MatrixRow:
    cells = [_cell(point, (c for c in point.claims if c.speaker and _same(c.speaker, source))) for source in sources]
    cells.append(_cell(point, (claim for claim in point.claims if claim.voice == "own")))
    return MatrixRow(point.number, point.core, point.link, tuple(cells))


def _same(speaker: str, source: str) -> bool:
    return fold_name(speaker) == fold_name(source) or same_speaker(speaker, source) is True


def _cell(point: shapes.ToldPoint, claims: Iterable[shapes.ToldClaim]) -> tuple[Entry, ...]:
    """One entry for each thing that is done with the point."""
    found: dict[str, list[shapes.ToldClaim]] = {}
    for claim in claims:
        found.setdefault(does_of(claim), []).append(claim)
    return tuple(
        Entry(
            does,
            len(held),
            tuple(dict.fromkeys(number.words for claim in held for number in claim.numbers))[:3],
            held[0].link,
            any(_is_disputed(claim, point) for claim in held),
        )
        for does, held in found.items()
    )


def does_of(claim: shapes.ToldClaim) -> str:
    """One word for what is done with a claim: the innermost commitment, or "tells" of an outlet."""
    if claim.voice == "own":
        return "hedges" if claim.hedged else "tells"
    if claim.hedged and claim.does in (None, "asserts"):
        return "hedges"
    return claim.does or "says"


def _is_disputed(claim: shapes.ToldClaim, point: shapes.ToldPoint) -> bool:
    ends = (end.shown for dispute in point.disputes for end in (dispute.a, dispute.b))
    spans = [(end.start, end.end) for end in ends if end.article == claim.article]
    return any(start < last and first < end for start, end in spans for first, last in claim.spans)
