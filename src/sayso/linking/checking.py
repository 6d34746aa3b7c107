"""A draft's quotations against what was read: exact, altered, given to another speaker, or not found.

And its attributions: "confirmed" where every article that has the words only says or alleges it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from sayso.linking.drift import compare_quotations
from sayso.linking.quoted.speakers import read_name, same_speaker
from sayso.linking.quoted.variants import Quoted, find_variants
from sayso.reading.actors import is_pronoun
from sayso.reading.quotations import find_quotations
from sayso.records.actor import ActorKind
from sayso.records.attribution import Attribution, AttributionKind, Commitment, Stance
from sayso.records.drift import Drift, DriftKind, PieceKind
from sayso.records.reading import Reading
from sayso.records.span import Span

FEWEST_WORDS = 3  # shorter quotations ("no comment") are met by chance, and are not looked up
# What an attribution makes of the words that it brings; "said" and "denied" are as firm as each other.
FIRMER = {Commitment.CONFIRMS: 2, Commitment.ASSERTS: 1, Commitment.DENIES: 1, Commitment.HEDGES: 0}


class Finding(StrEnum):
    EXACT = "exact"
    ALTERED = "altered"
    OTHER_SPEAKER = "other speaker"
    SPEAKER_UNCLEAR = "speaker unclear"  # the words are there, and seem to be another's
    FIRMER = "firmer than its source"
    NOT_FOUND = "not found"
    TOO_SHORT = "too short to look up"


@dataclass(frozen=True, slots=True)
class Match:
    """``reading`` quotes the draft's words so: ``quoted`` with its speaker as written, and how far the words differ.

    ``perhaps`` is the name that stands last before it, where the speaker is a pronoun: who it seems to be.
    """

    quoted: Quoted
    reading: Reading
    drift: Drift
    perhaps: str | None

    @property
    def exact(self) -> bool:
        return self.drift.kind is DriftKind.EXACT


@dataclass(frozen=True, slots=True)
class Checked:
    """The draft's quotation ``span``, given to ``speaker``, was found so.

    ``matches`` are the articles' quotations that bear it out or come nearest, the best first. Where the draft is
    firmer, ``cue`` holds the draft's words that make it so, and ``their_cue`` those of the first match.
    """

    span: Span
    speaker: str | None
    finding: Finding
    matches: tuple[Match, ...] = ()
    cue: Span | None = None
    their_cue: Span | None = None


def quotations_of(reading: Reading) -> tuple[Quoted, ...]:
    """The quotations of a reading with their speakers as written, in the order of the text."""
    text = reading.article.text
    names = {actor.id: actor.name for actor in reading.actors}
    found = []
    for quotation in find_quotations(text):
        holder = _holder_of(quotation.span, reading)
        speaker = _as_written(holder, text) or names.get(holder.speaker or "") if holder else None
        found.append(Quoted(reading.article.id, text, (quotation.span,), speaker))
    return tuple(found)


def check_draft(draft: Reading, readings: Sequence[Reading]) -> tuple[Checked, ...]:
    """Each quotation of the draft with what the readings have of it, in the order of the draft."""
    quoted = quotations_of(draft)
    by_id = {reading.article.id: reading for reading in readings}
    others = [one for reading in readings for one in quotations_of(reading) if not _is_short(one)]
    found: dict[int, list[Match]] = defaultdict(list)
    for i, j, _ in find_variants([*quoted, *others]):
        if i < len(quoted) <= j:
            found[i].append(_match(quoted[i], others[j - len(quoted)], by_id))
    checked = [_judge(one, found[number]) for number, one in enumerate(quoted)]
    return tuple(_with_firmness(checked, draft))


def _is_short(quoted: Quoted) -> bool:
    return len(quoted.spans[0].cut(quoted.text).split()) < FEWEST_WORDS


def _match(mine: Quoted, other: Quoted, readings: Mapping[str, Reading]) -> Match:
    drift = compare_quotations(mine.text, mine.spans, other.text, other.spans)
    pronoun = other.speaker is not None and is_pronoun(other.speaker)
    reading = readings[other.article]
    return Match(other, reading, drift, _who_it_seems(other, reading) if pronoun else None)


def _as_written(holder: Attribution, text: str) -> str | None:
    """The pronoun that a quotation is given to, if it is one: who that is, is Sayso's to say and not the article's."""
    written = holder.source[0].cut(text) if holder.source else ""
    return written if is_pronoun(written) else None


def _who_it_seems(quoted: Quoted, reading: Reading) -> str | None:
    """Whom the reading takes a pronoun for, or else the person named last before."""
    holder = _holder_of(quoted.spans[0], reading)
    names = {actor.id: actor.name for actor in reading.actors}
    return (names.get(holder.speaker or "") if holder else None) or _named_before(quoted, reading)


def _named_before(quoted: Quoted, reading: Reading) -> str | None:
    """The person named last before the end of a quotation's paragraph, outside the quotation."""
    end = reading.article.text.find("\n", quoted.spans[0].end)
    before = [
        (mention.start, actor.name)
        for actor in reading.actors
        if actor.kind in (ActorKind.PERSON, ActorKind.UNKNOWN) and read_name(actor.name) is not None
        for mention in actor.mentions
        if (end < 0 or mention.start < end) and not mention.overlaps(quoted.spans[0])
    ]
    return max(before)[1] if before else None


def _judge(quoted: Quoted, matches: Sequence[Match]) -> Checked:
    if _is_short(quoted):
        return Checked(quoted.spans[0], quoted.speaker, Finding.TOO_SHORT)
    if not matches:
        return Checked(quoted.spans[0], quoted.speaker, Finding.NOT_FOUND)
    ordered = sorted(matches, key=lambda match: _rank(quoted, match))
    best = ordered[0]
    kept = tuple(match for match in ordered if match.exact) or (best,)
    return Checked(quoted.spans[0], quoted.speaker, _finding(quoted, best), kept)


def _rank(mine: Quoted, match: Match) -> tuple[bool, bool, float, bool, str]:
    """Exact ones first, then those that the draft's words were cut from, then those that hold most of its words.

    Of equals, the same speaker's.
    """
    other = same_speaker(mine.speaker, match.quoted.speaker) is not True
    return (not match.exact, not _is_cut(match.drift), -_kept(mine, match.drift), other, match.quoted.article)


def _is_cut(drift: Drift) -> bool:
    """Whether all words of the draft stand there, among more."""
    return drift.kind is DriftKind.SHORTENED and all(piece.b for piece in drift.pieces)


def _kept(mine: Quoted, drift: Drift) -> float:
    """The share of the letters of both quotations that they have in common."""
    same = sum(len(piece.a) for piece in drift.pieces if piece.kind is PieceKind.SAME and piece.a)
    more = sum(len(piece.b) for piece in drift.pieces if piece.kind is PieceKind.ADDED and piece.b)
    return same / (len(mine.spans[0]) + more)


def _finding(mine: Quoted, match: Match) -> Finding:
    if same_speaker(mine.speaker, match.quoted.speaker) is False:
        return Finding.OTHER_SPEAKER
    if match.exact and same_speaker(mine.speaker, match.perhaps) is False:
        return Finding.SPEAKER_UNCLEAR
    return Finding.EXACT if match.exact else Finding.ALTERED


def _with_firmness(checked: Iterable[Checked], draft: Reading) -> Iterator[Checked]:
    """The same, and after each whose words are exact, whether the draft is firmer than all that have them."""
    for one in checked:
        yield one
        mine = _holder_of(one.span, draft) if one.finding is Finding.EXACT else None
        told = [
            (match, theirs) for match in one.matches if (theirs := _holder_of(match.quoted.spans[0], match.reading))
        ]
        if mine is None or not mine.cue or not told:
            continue
        match, firmest = max(told, key=lambda pair: firmness(pair[1]))
        if firmness(mine) > firmness(firmest):
            their_cue = firmest.cue[0] if firmest.cue else None
            yield replace(one, finding=Finding.FIRMER, matches=(match,), cue=mine.cue[0], their_cue=their_cue)


def _holder_of(span: Span, reading: Reading) -> Attribution | None:
    """The outermost attribution that brings these words, one that quotes before one that tells."""
    holders = [a for a in reading.attributions if any(content.overlaps(span) for content in a.content)]
    direct = (AttributionKind.DIRECT, AttributionKind.MIXED)
    return min(holders, key=lambda a: (a.kind not in direct, a.nested_in is not None), default=None)


def firmness(attribution: Attribution) -> int:
    """How firmly the words are brought: hedged 0, said 1, confirmed 2; one more where the teller endorses them."""
    return FIRMER.get(attribution.commitment, 1) + (1 if attribution.stance is Stance.ENDORSES else 0)
