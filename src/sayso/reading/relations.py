"""What one claim of an article does to another: the deck to the quotation it shortens, the lede to the body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from sayso.patterns import compile_later
from sayso.records.attribution import Attribution, Commitment
from sayso.records.claim import Claim, Relation, RelationKind, Voice
from sayso.records.span import Span

WORD = compile_later(r"\w+(?:[’']\w+)?")
COMMON = frozenset(
    """a an the of to in on at by for from with without as and or but nor not no if that which who whom whose
    where when while than then this these those it its he she they him them his her their we us our you your i me my
    is are was were be been being am has have had having do does did doing will would can could may might shall
    should must up out off over under into onto about after before between during through against all any both
    each more most other some such only own same so too very just also there here again once said says say
    mr mrs ms told according""".split()
)
NUMBERS = frozenset(
    "two three four five six seven eight nine ten eleven twelve dozen dozens hundreds thousands".split()
)
SUFFIX = compile_later(r"(?:ations?|ions?|ments?|ings?|edly|ed|ers?|ies|es|s|ly|ion|als?|ulsion)$")
# Two claims say the same from this share of the shorter one's content words on, and this many of them.
SAME_FROM, SAME_WORDS = 0.66, 3
# A claim shortens another if it keeps this share of its own words in the other's order.
KEPT_FROM, KEPT_WORDS = 0.85, 6
# A headline or deck also shortens a quotation that has all its words in one run, if they are so many.
RUN_WORDS, RUN_STEMS = 5, 2
SENTENCE_END = compile_later(r"[.?!]")
# The verb of a statement; "reforms" and "plans" may be names of things.
STATES = compile_later(
    r"\b(?:is|are|was|were|been|has|have|had|do|does|did|will|would|can|could|may|might|must|should|came|went|got|made|took|"
    r"gave|left|held|met|won|lost|led|fell|rose|began|ran|fled|shot|hit|sent|saw|knew|grew|kept|stood|brought|built|"
    r"[a-z]{2,}ed|[a-z]{3,}s(?=\s+(?:the|a|an|his|her|its|their)\b))\b"
)
# Commitments from soft to hard; own voice is the hardest.
FIRMNESS = {
    Commitment.ASKS: 0,
    Commitment.HEDGES: 1,
    Commitment.INTENDS: 1,
    Commitment.DENIES: 2,
    Commitment.ASSERTS: 2,
    Commitment.CONFIRMS: 3,
}
OWN_AND_ATTRIBUTED = {Voice.OWN, Voice.ATTRIBUTED}
OWN_FIRMNESS, OWN_HEDGED_FIRMNESS = 4, 2
# More claims than this are not compared pair by pair.
MOST_CLAIMS = 400


@dataclass(frozen=True, slots=True)
class _Worded:
    claim: Claim
    words: tuple[re.Match[str], ...]
    forms: tuple[str, ...]
    stems: frozenset[str]
    firmness: int
    quoted: bool

    @property
    def states(self) -> bool:
        """Whether it has a verb of its own."""
        text = self.words[0].string if self.words else ""
        return any(STATES.search(text, span.start, span.end) for span in self.claim.content)

    def between(self, word: int) -> str:
        """What stands between this word and the next."""
        return self.words[word].string[self.words[word].end() : self.words[word + 1].start()]


def stem(word: str) -> str:
    """Five letters at most of a word without its endings, so that "expelled" meets "expel"."""
    word = word.lower()
    cut = SUFFIX.sub("", word)
    return (cut if len(cut) >= 4 else word)[:5]


def find_relations(
    text: str, claims: Sequence[Claim], attributions: Sequence[Attribution], frame: Sequence[Span]
) -> tuple[Relation, ...]:
    """Relations between claims of one article, each pair once, in text order.

    For "shortens", "rewords" and "repeats" claim a does it to claim b. "hardens" and "softens" read in the
    order of the text: from a to b it becomes firmer, or softer. ``frame`` are headline and deck.
    """
    by_id = {attribution.id: attribution for attribution in attributions}
    worded = [_worded(text, claim, by_id) for claim in claims[:MOST_CLAIMS] if _outermost(claim, by_id)]
    found = []
    for number, a in enumerate(worded):
        a_frames = any(span.overlaps(a.claim.content[0]) for span in frame)
        for b in worded[number + 1 :]:
            relation = _relation(a, b, a_frames)
            if relation is not None:
                found.append(relation)
    return tuple(found)


def _outermost(claim: Claim, by_id: dict[str, Attribution]) -> bool:
    return claim.attribution is None or by_id[claim.attribution].nested_in is None


def _worded(text: str, claim: Claim, by_id: dict[str, Attribution]) -> _Worded:
    words = tuple(match for span in claim.content for match in WORD.finditer(text, span.start, span.end))
    forms = tuple(match.group().lower() for match in words)
    stems = frozenset(stem(form) for form in forms if form not in COMMON and len(form) > 2)
    attribution = by_id[claim.attribution] if claim.attribution else None
    quoted = attribution is not None and attribution.kind in ("direct", "mixed")
    return _Worded(claim, words, forms, stems, _firmness(claim, attribution), quoted)


def _firmness(claim: Claim, attribution: Attribution | None) -> int:
    if attribution is not None:
        return FIRMNESS[attribution.commitment]
    return OWN_HEDGED_FIRMNESS if claim.hedged or claim.voice is not Voice.OWN else OWN_FIRMNESS


def _relation(a: _Worded, b: _Worded, a_frames: bool) -> Relation | None:
    run = a_frames and b.quoted and _is_run(a, b)
    if not (run or _say_the_same(a, b)) or _overlap(a, b) or _count_apart(a, b):
        return None
    if b.quoted and len(a.forms) < len(b.forms):
        kept = _rest_of_sentence(a, b) if run else _kept(a, b)
        if kept is not None:
            return Relation(a.claim.id, b.claim.id, RelationKind.SHORTENS, kept)
    if a.forms == b.forms:
        return Relation(a.claim.id, b.claim.id, RelationKind.REPEATS)
    # A name without a verb ("the reforms") states nothing that could be put more firmly.
    if a.states and b.states and a.firmness != b.firmness and {a.claim.voice, b.claim.voice} == OWN_AND_ATTRIBUTED:
        kind = RelationKind.SOFTENS if b.firmness < a.firmness else RelationKind.HARDENS
        return Relation(a.claim.id, b.claim.id, kind)
    return Relation(a.claim.id, b.claim.id, RelationKind.REWORDS) if a_frames else None


def _say_the_same(a: _Worded, b: _Worded) -> bool:
    shared = len(a.stems & b.stems)
    return shared >= SAME_WORDS and shared >= SAME_FROM * min(len(a.stems), len(b.stems))


def _count_apart(a: _Worded, b: _Worded) -> bool:
    """Whether both give numbers, and none that the other gives: "83 were hurt", "two were killed"."""
    ones, others = ({form for form in one.forms if form[0].isdigit() or form in NUMBERS} for one in (a, b))
    return bool(ones and others) and ones.isdisjoint(others)


def _overlap(a: _Worded, b: _Worded) -> bool:
    """An aside stands inside the content that it interrupts."""
    return any(one.overlaps(other) for one in a.claim.content for other in b.claim.content)


def _is_run(a: _Worded, b: _Worded) -> bool:
    """Whether all words of a stand in b, one after the other."""
    if len(a.forms) < RUN_WORDS or len(a.stems) < RUN_STEMS:
        return False
    return f" {' '.join(a.forms)} " in f" {' '.join(b.forms)} "


def _rest_of_sentence(a: _Worded, b: _Worded) -> tuple[Span, ...]:
    """What b's sentence has before and after the run that is a."""
    at = next(i for i in range(len(b.forms)) if b.forms[i : i + len(a.forms)] == a.forms)
    first, last = at, at + len(a.forms)
    while first > 0 and not SENTENCE_END.search(b.between(first - 1)):
        first -= 1
    while last < len(b.words) and not SENTENCE_END.search(b.between(last - 1)):
        last += 1
    ends = (b.words[first:at], b.words[at + len(a.forms) : last])
    return tuple(Span(words[0].start(), words[-1].end()) for words in ends if words)


def _kept(a: _Worded, b: _Worded) -> tuple[Span, ...] | None:
    """The stretches of b that a drops, or None if a is no shortened b."""
    blocks = SequenceMatcher(None, a.forms, b.forms, autojunk=False).get_matching_blocks()
    kept = sum(block.size for block in blocks)
    if kept < KEPT_WORDS or kept < KEPT_FROM * len(a.forms):
        return None
    dropped = []
    position = blocks[0].b
    for block in blocks:
        if position < block.b and block.size:
            dropped.append(Span(b.words[position].start(), b.words[block.b - 1].end()))
        position = max(position, block.b + block.size)
    return tuple(dropped)
