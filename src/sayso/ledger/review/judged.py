"""What people decided, laid over the claims of a ledger as it is now."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from sayso.ledger.review.attaching import ClaimRow, Hold, attach, reads_alike, same_name
from sayso.records.attribution import Commitment
from sayso.records.claim import Voice
from sayso.records.decision import Act, Decision, Subject
from sayso.records.span import Span

Key: TypeAlias = tuple[str, str]  # an article's id and a claim's
ON_CLAIMS = frozenset({Act.ACCEPT, Act.REJECT, Act.EDIT})
SETTLED = ""  # nobody's name: stands for what settles
NO_TEXT = "its text is not in this ledger"
NO_CLAIM = "no claim of today's reading covers half of the same words"
READS_OTHERWISE = "what was rejected is read otherwise now, so that the claim is to be looked at again"


@dataclass(frozen=True, slots=True)
class Values:
    """What a person holds a claim to be. ``spans`` are empty where the machine's own words stay."""

    spans: tuple[Span, ...]
    voice: Voice
    does: Commitment | None
    hedged: bool
    speaker: str | None

    def tell(self, row: ClaimRow) -> bool:
        """Whether the machine's row says just this."""
        plain = (self.voice, self.does, self.hedged) == (row.voice, row.does, row.hedged)
        return not self.spans and plain and same_name(self.speaker, row.speaker)

    def same(self, other: Values) -> bool:
        mine = (self.spans, self.voice, self.does, self.hedged)
        theirs = (other.spans, other.voice, other.does, other.hedged)
        return mine == theirs and same_name(self.speaker, other.speaker)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A coder's latest word on a claim: rejected where ``values`` is None, else what it is held to be.

    ``alters`` where that is not what the machine's row says.
    """

    decision: Decision
    hold: Hold
    values: Values | None
    alters: bool

    @property
    def word(self) -> str:
        return {Act.ACCEPT: "accepted", Act.REJECT: "rejected"}.get(self.decision.act, "edited")

    def same(self, other: Verdict) -> bool:
        if self.values is None or other.values is None:
            return self.values is other.values
        return self.values.same(other.values)


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim that people judged: each coder's latest verdict, and the one that is in force.

    ``force`` is the latest that settles; without one, what all coders agree on. Where they do not, it is None: the
    machine's row stands until somebody settles it.
    """

    verdicts: tuple[Verdict, ...]
    force: Verdict | None

    @property
    def contested(self) -> bool:
        return self.force is None

    @property
    def coders(self) -> tuple[str, ...]:
        return tuple(verdict.decision.coder for verdict in self.verdicts)


@dataclass(frozen=True, slots=True)
class Adrift:
    """A decision that stands and holds nothing now, and why."""

    decision: Decision
    why: str


@dataclass(frozen=True)
class Judgements:
    """Everything in force over a ledger's claims.

    ``same`` are pairs of claims that people put into one point, ``apart`` those they took out of one: the first of such
    a pair is the one that leaves. ``numbers`` are those of the judged claims' rows.
    """

    claims: Mapping[Key, Judged] = field(default_factory=dict)
    same: frozenset[tuple[Key, Key]] = frozenset()
    apart: frozenset[tuple[Key, Key]] = frozenset()
    adrift: tuple[Adrift, ...] = ()
    numbers: Mapping[Key, int] = field(default_factory=dict)

    def force(self, article: str, claim: str) -> Verdict | None:
        judged = self.claims.get((article, claim))
        return judged.force if judged else None

    def rejected(self, articles: Iterable[str]) -> tuple[Key, ...]:
        """The claims of these articles that are left out of counts."""
        inside = set(articles)
        found = (key for key, judged in self.claims.items() if key[0] in inside and judged.force is not None)
        return tuple(sorted(key for key in found if self.claims[key].force.values is None))  # type: ignore[union-attr]

    @cached_property
    def _touched(self) -> frozenset[str]:
        """The ids of the articles of which anything was decided."""
        return frozenset({article for article, _ in self.claims} | {one[0][0] for one in self.same | self.apart})

    def mark(self, articles: Iterable[str]) -> str:
        """Tells what people altered in these articles; empty where nothing is."""
        inside = self._touched.intersection(articles)
        if not inside:
            return ""
        forces = {key: judged.force for key, judged in self.claims.items() if key[0] in inside}
        verdicts = {key: verdict for key, verdict in forces.items() if verdict is not None and verdict.alters}
        told = [[*key, _written(verdict.values)] for key, verdict in sorted(verdicts.items(), key=lambda one: one[0])]
        ties = [sorted(pair for pair in ties if pair[0][0] in inside) for ties in (self.same, self.apart)]
        if not told and not any(ties):
            return ""
        return hashlib.sha256(json.dumps([told, ties]).encode()).hexdigest()[:32]


NOTHING = Judgements()


def _written(values: Values | None) -> list[object] | None:
    if values is None:
        return None
    spans = [[span.start, span.end] for span in values.spans]
    return [spans, values.voice.value, values.does and values.does.value, values.hedged, values.speaker]


def judge(standing: Sequence[Decision], rows: Iterable[ClaimRow], digests: Mapping[str, str]) -> Judgements:
    """Lays decisions that stand over claims; ``digests`` gives each article's id the digest of its text.

    A decision holds in every article with the text that it was made of.
    """
    return _Laying(standing, rows, digests).lay()


@dataclass
class _Laying:
    """One laying of decisions over claims, put together step by step."""

    standing: Sequence[Decision]
    rows: Iterable[ClaimRow]
    digests: Mapping[str, str]
    verdicts: dict[Key, dict[str, Verdict]] = field(default_factory=lambda: defaultdict(dict))
    settled: dict[Key, Verdict] = field(default_factory=dict)
    ties: dict[tuple[Key, Key], dict[str, tuple[Decision, Key]]] = field(default_factory=lambda: defaultdict(dict))
    adrift: list[Adrift] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.by_article: dict[str, list[ClaimRow]] = defaultdict(list)
        for row in self.rows:
            self.by_article[row.article].append(row)
        self.by_text: dict[str, list[str]] = defaultdict(list)
        for article, text in self.digests.items():
            self.by_text[text].append(article)

    def lay(self) -> Judgements:
        for decision in self.standing:
            if decision.act in ON_CLAIMS:
                self._lay_verdict(decision)
            else:
                self._lay_tie(decision)
        claims = {key: _judged(verdicts, self.settled.get(key)) for key, verdicts in self.verdicts.items()}
        same, apart = _tied(self.ties)
        numbers = {row.id: row.number for held in self.by_article.values() for row in held if row.id in claims}
        return Judgements(claims, same, apart, tuple(self.adrift), numbers)

    def _held(self, decision: Decision, subject: Subject) -> list[tuple[ClaimRow, Hold]]:
        """The claims that the decision is about, one in each article with the text."""
        found = (attach(subject, decision, self.by_article[name]) for name in self.by_text.get(subject.text, ()))
        return [one for one in found if one is not None]

    def _lay_verdict(self, decision: Decision) -> None:
        assert decision.subject is not None
        assert decision.seen is not None
        held = self._held(decision, decision.subject)
        lapsed = False
        for row, hold in held:
            if decision.act is Act.REJECT and not reads_alike(decision.seen, row):
                lapsed = True
                continue
            values = values_of(decision)
            verdict = Verdict(decision, hold, values, values is None or not values.tell(row))
            self.verdicts[row.id][decision.coder] = verdict
            if decision.settles:
                self.settled[row.id] = verdict
        if lapsed or not held:
            self.adrift.append(Adrift(decision, READS_OTHERWISE if lapsed else self._missing(decision.subject)))

    def _missing(self, subject: Subject) -> str:
        return NO_CLAIM if subject.text in self.by_text else NO_TEXT

    def _lay_tie(self, decision: Decision) -> None:
        assert decision.subject is not None
        firsts = [row.id for row, _ in self._held(decision, decision.subject)]
        if not firsts:
            self.adrift.append(Adrift(decision, self._missing(decision.subject)))
            return
        for other in decision.others:
            seconds = [row.id for row, _ in self._held(decision, other)]
            if not seconds:
                self.adrift.append(Adrift(decision, f"one of its claims: {self._missing(other)}"))
            for pair in ((a, b) for a in firsts for b in seconds if a != b):
                self._tie(pair, decision)

    def _tie(self, pair: tuple[Key, Key], decision: Decision) -> None:
        held = self.ties[min(pair), max(pair)]
        held.pop(decision.coder, None)
        held[SETTLED if decision.settles else decision.coder] = (decision, pair[0])


def values_of(decision: Decision) -> Values | None:
    """What the person holds the claim to be; None where it is rejected.

    Words that the person set stay theirs; where only the machine's own words were accepted, its new ones stand.
    """
    if decision.act is Act.REJECT or decision.seen is None or decision.subject is None:
        return None
    seen, edited = decision.seen, decision.edited
    speaker = seen.speaker
    if edited is not None and edited.speaker is not None:
        speaker = edited.speaker or None
    return Values(
        spans=edited.spans if edited else (),
        voice=edited.voice if edited and edited.voice is not None else seen.voice,
        does=edited.does if edited and edited.does is not None else seen.does,
        hedged=edited.hedged if edited and edited.hedged is not None else seen.hedged,
        speaker=speaker,
    )


def _judged(verdicts: Mapping[str, Verdict], settled: Verdict | None) -> Judged:
    listed = tuple(sorted(verdicts.values(), key=lambda verdict: verdict.decision.number))
    if settled is None and all(one.same(listed[-1]) for one in listed):
        settled = listed[-1]
    return Judged(listed, settled)


Ties: TypeAlias = frozenset[tuple[Key, Key]]


def _tied(ties: Mapping[tuple[Key, Key], Mapping[str, tuple[Decision, Key]]]) -> tuple[Ties, Ties]:
    same, apart = set(), set()
    for (a, b), held in ties.items():
        decisions = [held[SETTLED]] if SETTLED in held else list(held.values())
        if len({decision.act for decision, _ in decisions}) > 1:
            continue  # coders differ: it stays as the machine has it
        last, leaving = max(decisions, key=lambda one: one[0].number)
        if last.act is Act.MERGE:
            same.add((a, b))
        else:
            apart.add((leaving, b if leaving == a else a))
    return frozenset(same), frozenset(apart)


def listed_texts(decisions: Iterable[Decision]) -> Iterator[str]:
    """The digests of the texts that decisions are about."""
    for decision in decisions:
        if decision.subject is not None:
            yield decision.subject.text
        for other in decision.others:
            yield other.text
