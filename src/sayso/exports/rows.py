"""A reading laid out in rows for people: what the terminal, the page and Markdown all show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sayso.exports.saying import label_said
from sayso.exports.wording import (
    UNRESOLVED,
    count,
    word_actor,
    word_anonymity,
    word_basis,
    word_block,
    word_party,
    word_relation,
    word_stance,
)
from sayso.records.actor import Actor
from sayso.records.attribution import Attribution, AttributionKind, Commitment
from sayso.records.block import BlockKind
from sayso.records.claim import Claim, Confidence, Link, Relation, Role, Scope, Voice
from sayso.records.reading import Reading
from sayso.records.span import Span, hull

QUOTED = frozenset({AttributionKind.DIRECT, AttributionKind.MIXED})


@dataclass(frozen=True, slots=True)
class Note:
    """Something to know about a row, with the article's words (if any) that belong to it.

    ``first`` marks what a desk must see first: told as fact here, attributed elsewhere on the page.
    """

    says: str
    words: tuple[Span, ...] = ()
    first: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a view: somebody does one thing with one content.

    Rows are numbered from 1 in the order of the text, a nested one after the one it lies in. ``speaker`` is
    the actor's name; ``name`` is the same, and None where ``source`` already says it. ``through`` holds ready
    phrases, outermost first.
    """

    number: int
    depth: int
    voice: Voice
    content: tuple[Span, ...]
    where: str
    source: tuple[Span, ...]
    speaker: str | None
    name: str | None
    unnamed: str
    through: tuple[str, ...]
    cue: tuple[Span, ...]
    commitment: Commitment | None
    stance: str
    basis: str
    hedged: bool
    said: tuple[tuple[str, Span], ...]
    confidence: Confidence | None
    notes: tuple[Note, ...] = field(default=())
    claim: str | None = None
    kind: AttributionKind | None = None
    score: float | None = None

    @property
    def must_be_seen_first(self) -> bool:
        return any(note.first for note in self.notes)


@dataclass(frozen=True, slots=True)
class Layout:
    """All rows of a reading in the order of the text, and how many there are of each voice."""

    rows: tuple[Row, ...]

    @property
    def own(self) -> tuple[Row, ...]:
        """Rows in the outlet's own voice: those that are attributed elsewhere come first."""
        return tuple(sorted(self._of(Voice.OWN), key=lambda row: not row.must_be_seen_first))

    @property
    def attributed(self) -> tuple[Row, ...]:
        return self._of(Voice.ATTRIBUTED)

    @property
    def unsettled(self) -> tuple[Row, ...]:
        return self._of(Voice.UNSETTLED)

    def _of(self, voice: Voice) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.voice is voice)


def lay_out(reading: Reading) -> Layout:
    """The rows of ``reading``: one a claim, and one for each attribution that no claim came from."""
    desk = _Desk(reading)
    rows = [desk.row(number, *entry) for number, entry in enumerate(_in_order(reading), 1)]
    return Layout(tuple(rows))


def word_counts(layout: Layout) -> str:
    """How many statements are the outlet's own, attributed and unsettled, in words."""
    first = sum(row.must_be_seen_first for row in layout.own)
    marked = f" ({first} of them attributed elsewhere on the page)" if first else ""
    return (
        f"{count(len(layout.own), 'statement')} in the outlet's own voice{marked} · "
        f"{len(layout.attributed)} attributed · {len(layout.unsettled)} unsettled"
    )


@dataclass(frozen=True, slots=True)
class _Entry:
    """A row to be: a claim, the attribution it came from, or an attribution alone."""

    claim: Claim | None
    attribution: Attribution | None

    @property
    def content(self) -> tuple[Span, ...]:
        if self.claim is not None:
            return self.claim.content
        return self.attribution.content if self.attribution is not None else ()

    @property
    def place(self) -> tuple[int, int]:
        if not self.content:
            return (0, 0)
        whole = hull(self.content)
        return whole.start, -whole.end


def _in_order(reading: Reading) -> Iterator[tuple[_Entry, int]]:
    """Every entry with its depth: in text order, each followed by those nested in it."""
    entries = _entries(reading)
    present = {entry.attribution.id for entry in entries if entry.attribution}
    children: dict[str | None, list[_Entry]] = {}
    for entry in sorted(entries, key=lambda entry: entry.place):
        parent = entry.attribution.nested_in if entry.attribution else None
        children.setdefault(parent if parent in present else None, []).append(entry)
    waiting = [(entry, 0) for entry in reversed(children.pop(None, []))]
    while waiting:
        entry, depth = waiting.pop()
        yield entry, depth
        inner = children.pop(entry.attribution.id, []) if entry.attribution else []
        waiting.extend((child, depth + 1) for child in reversed(inner))
    for circle in children.values():  # attributions that lie in each other: shown, though they make no sense
        yield from ((entry, 0) for entry in circle)


def _entries(reading: Reading) -> list[_Entry]:
    attributions = {attribution.id: attribution for attribution in reading.attributions}
    entries = [_Entry(claim, attributions.get(claim.attribution or "")) for claim in reading.claims]
    claimed = {claim.attribution for claim in reading.claims}
    entries += [_Entry(None, alone) for alone in reading.attributions if alone.id not in claimed]
    return entries


class _Desk:
    """Lays out one reading: knows its actors, its rows' numbers and its relations."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.actors = {actor.id: actor for actor in reading.actors}
        self.attributions = {attribution.id: attribution for attribution in reading.attributions}
        self.claims = {claim.id: claim for claim in reading.claims}
        self.relations: dict[str, list[Relation]] = {}
        for relation in reading.relations:
            for end in dict.fromkeys((relation.a, relation.b)):
                self.relations.setdefault(end, []).append(relation)
        self.numbers = {
            entry.claim.id: number for number, (entry, _) in enumerate(_in_order(reading), 1) if entry.claim
        }

    def row(self, number: int, entry: _Entry, depth: int) -> Row:
        claim, attribution = entry.claim, entry.attribution
        speaker = self._speaker(claim, attribution)
        source = attribution.source if attribution else ()
        return Row(
            number=number,
            depth=depth,
            voice=claim.voice if claim else Voice.ATTRIBUTED,
            content=entry.content,
            where=self._where(entry.content),
            source=source,
            speaker=speaker.name if speaker else None,
            name=self._name_beside(source, speaker),
            unnamed=word_anonymity(speaker) if speaker else UNRESOLVED if source else "",
            through=self._through(claim, attribution),
            cue=attribution.cue if attribution else (),
            commitment=attribution.commitment if attribution else None,
            stance=word_stance(attribution.stance, self._teller(attribution)) if attribution else "",
            basis=word_basis(claim.basis) if claim and claim.voice is not Voice.ATTRIBUTED else "",
            hedged=claim.hedged if claim else False,
            said=label_said(attribution.said, self.reading.timexes) if attribution else (),
            confidence=claim.confidence if claim and claim.voice is not Voice.UNSETTLED else None,
            notes=tuple(self._notes(claim)) if claim else (),
            claim=claim.id if claim else None,
            kind=attribution.kind if attribution else None,
            score=claim.score if claim else attribution.score if attribution else None,
        )

    def _speaker(self, claim: Claim | None, attribution: Attribution | None) -> Actor | None:
        if attribution is not None and attribution.speaker is not None:
            return self.actors.get(attribution.speaker)
        innermost = claim.chain[-1] if claim and claim.chain and claim.voice is Voice.ATTRIBUTED else None
        if innermost is None or innermost.role is Role.OUTLET:
            return None
        return self.actors.get(innermost.actor or "")

    def _where(self, content: tuple[Span, ...]) -> str:
        if not content:
            return ""
        kinds = (block.kind for block in self.reading.article.blocks if block.span.overlaps(content[0]))
        return word_block(next(kinds, BlockKind.BODY))

    def _name_beside(self, source: tuple[Span, ...], speaker: Actor | None) -> str | None:
        if speaker is None:
            return None
        written = " ".join(span.cut(self.reading.article.text) for span in source)
        return None if speaker.name.casefold() in written.casefold() else speaker.name

    def _teller(self, attribution: Attribution) -> str:
        """Who hands the words on: the outlet, or the speaker of the attribution around it."""
        if attribution.nested_in is None:
            return "the outlet"
        outer = self.attributions.get(attribution.nested_in)
        actor = self.actors.get(outer.speaker or "") if outer else None
        return word_actor(actor) if actor else "the one quoted"

    def _through(self, claim: Claim | None, attribution: Attribution | None) -> tuple[str, ...]:
        """Who stands between the outlet and the speaker; a page-wide credit is no such one."""
        links = claim.chain[:-1] if claim else ()
        phrases = [self._hand(link) for link in links if link.role is not Role.OUTLET and _near(link)]
        relay = self.actors.get(attribution.relay or "") if attribution else None
        if relay and all(link.actor != relay.id for link in links):
            phrases.append(f"through {relay.name}")
        return tuple(dict.fromkeys(phrases))  # a medium once, though two links of the chain go through it

    def _hand(self, link: Link) -> str:
        actor = self.actors.get(link.actor or "")
        if link.role is Role.SPEAKER:
            return f"as told by {word_actor(actor) if actor else self._words_of(link)}"
        return f"through {self._called(link, actor)}"

    def _words_of(self, link: Link) -> str:
        """The article's words for a holder that is not resolved."""
        span = link.evidence.span if link.evidence.kind == "source" else None
        return f"“{span.cut(self.reading.article.text)}”" if span else "somebody not named"

    def _called(self, link: Link, actor: Actor | None) -> str:
        if actor:
            return actor.name
        span = link.evidence.span
        return span.cut(self.reading.article.text) if span else "somebody not named"

    def _notes(self, claim: Claim) -> Iterator[Note]:
        if claim.party is not None:
            yield Note(word_party(claim.party))
        for relation in self.relations.get(claim.id, ()):
            other = self.claims.get(relation.b if claim.id == relation.a else relation.a)
            if other is not None and other.id in self.numbers:
                yield self._note(claim, other, relation)

    def _note(self, claim: Claim, other: Claim, relation: Relation) -> Note:
        """What ``relation`` means for ``claim``, one of its two ends."""
        row = f"row {self.numbers[other.id]}"
        if _told_as_fact(claim) and other.voice is Voice.ATTRIBUTED:
            where = "further on" if self.numbers[other.id] > self.numbers[claim.id] else "before"
            return Note(f"told as fact here; {where}, {row} {self._gives_it_to(other)}", first=True)
        if claim.id == relation.a:
            return Note(word_relation(relation.kind, by_a=True, other=self._called_row(other), this="this"))
        says = word_relation(relation.kind, by_a=False, other=self._called_row(other), this=self._this(claim))
        return Note(f"{says}; it drops:" if relation.missing else says, relation.missing)

    def _called_row(self, claim: Claim) -> str:
        """Like "the deck (row 2)" and "row 5, in the outlet's own voice,"."""
        row, place = f"row {self.numbers[claim.id]}", self._where(claim.content)
        called = f"the {place} ({row})" if place else row
        return f"{called}, in the outlet's own voice," if claim.voice is Voice.OWN else called

    def _gives_it_to(self, other: Claim) -> str:
        speaker = self._speaker(other, self.attributions.get(other.attribution or ""))
        return f"gives it to {word_actor(speaker)}" if speaker else "attributes it"

    def _this(self, claim: Claim) -> str:
        attribution = self.attributions.get(claim.attribution or "")
        return "this quotation" if attribution and attribution.kind in QUOTED else "this"


def _near(link: Link) -> bool:
    return link.evidence.scope is not Scope.PAGE


def _told_as_fact(claim: Claim) -> bool:
    return claim.voice is Voice.OWN and not claim.hedged


def find_gaps(spans: Iterable[Span], text: str) -> Iterator[tuple[Span, bool]]:
    """Each span in turn, and whether words of the text were left out before it."""
    last: Span | None = None
    for span in spans:
        yield span, last is not None and bool(text[last.end : span.start].strip())
        last = span
