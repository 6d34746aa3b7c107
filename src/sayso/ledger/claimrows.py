"""What is kept of each claim of a reading, so that it is listed and found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sayso.ledger.inside import Inside, find_inside
from sayso.ledger.marks import mark_of, mark_of_name, with_coarser
from sayso.records.actor import Actor
from sayso.records.attribution import Attribution, AttributionKind, Commitment
from sayso.records.claim import Claim, Role, Scope, Voice
from sayso.records.reading import Reading
from sayso.records.span import Span, hull

LONGEST_TITLE = 300
QUOTED = frozenset({AttributionKind.DIRECT, AttributionKind.MIXED})


def marks_of_outlet(outlet: str | None) -> set[str]:
    return {mark_of_name("o", outlet)} if outlet else set()


def claim_rows(reading: Reading) -> Iterator[tuple[dict[str, Any], Inside]]:
    """What is kept of each claim that has words, who holds it, the words on one line; and what stands in them."""
    actors = {actor.id: actor for actor in reading.actors}
    attributions = {attribution.id: attribution for attribution in reading.attributions}
    types = {event.id: event.type.value for event in reading.events}
    for one in reading.claims:
        if one.content:
            held = find_inside(reading, one.content)
            row = _claim_row(one, attributions.get(one.attribution or ""), actors, reading.article.text)
            row |= _told(one, types) | {"places": whole_words("; ".join(held.places))}
            yield row | {"marks": " ".join(sorted(held.marks))}, held


def _claim_row(
    one: Claim, attribution: Attribution | None, actors: dict[str, Actor], text: str
) -> dict[str, str | int | float | None]:
    stretch, speaker = hull(one.content), _speaker(one, actors)
    does = one.chain[-1].does if one.chain else None
    kind = attribution.kind if attribution else None
    return {
        "claim": one.id,
        "start": stretch.start,
        "end": stretch.end,
        "voice": one.voice.value,
        "does": does.value if isinstance(does, Commitment) else None,
        "hedged": int(one.hedged),
        "quoted": int(kind in QUOTED),
        "kind": kind.value if kind else None,
        "confidence": one.confidence.value,
        "score": round(one.score, 3),
        "speaker": whole_words(speaker.name) if speaker else None,
        "named": int(speaker.named) if speaker else 0,
        "via": whole_or_none(_via(one, actors)),
        "words": whole_words(_cut(one.content, text)),
    }


def _told(one: Claim, types: Mapping[str, str]) -> dict[str, str | int | None]:
    """The types of the events that a claim tells of, and whether its holder is a party to it."""
    events = dict.fromkeys(types[about.event] for about in one.about if about.event in types)
    return {"events": " ".join(events) or None, "party": int(one.party is not None)}


def marks_of(row: Mapping[str, Any]) -> set[str]:
    """The marks of a claim's row: of what it is as a whole, and, which the row has, of what stands inside it."""
    kinds = ("voice", "does", "kind", "confidence")
    marks = {mark_of(kind, row[kind]) for kind in kinds if row[kind]}
    marks |= {flag for flag in ("hedged", "quoted", "named", "party") if row[flag]}
    marks |= {mark_of("type", name) for name in (row["events"] or "").split()}
    marks |= with_coarser(row["marks"].split())
    return marks | ({mark_of_name("s", row["speaker"])} if row["speaker"] else set())


def _speaker(one: Claim, actors: dict[str, Actor]) -> Actor | None:
    last = one.chain[-1] if one.chain and one.voice is Voice.ATTRIBUTED else None
    return actors.get(last.actor or "") if last is not None and last.role is Role.SPEAKER else None


def _via(one: Claim, actors: dict[str, Actor]) -> str | None:
    links = (link for link in one.chain[:-1] if link.role is not Role.OUTLET and link.evidence.scope is not Scope.PAGE)
    names = dict.fromkeys(actors[link.actor].name for link in links if link.actor in actors)
    return "; ".join(names) or None


def _cut(spans: Sequence[Span], text: str) -> str:
    return " … ".join(" ".join(span.cut(text).split()) for span in spans)


def fold_name(name: str) -> str:
    """A name as it is looked up: in small letters, single spaces, without the article before it."""
    words = name.casefold().split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in ("the", "a", "an") else words)


def title_words(reading: Reading) -> str:
    """The page's title, or else the first line of its text."""
    article = reading.article
    words = article.title or next((line for line in article.text.splitlines() if line.strip()), "")
    return " ".join(words.split())[:LONGEST_TITLE]


def whole_words(words: str) -> str:
    """Words that a database takes: half a character is none, and NUL ends a text in some of them."""
    return words.encode("utf-8", "replace").decode("utf-8").replace("\x00", "\ufffd")


def whole_or_none(words: str | None) -> str | None:
    return whole_words(words) if words else None
