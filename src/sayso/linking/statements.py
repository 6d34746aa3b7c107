"""Claims made ready for comparing: their words and vectors, the sentence around them, numbers, and who holds them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from sayso.linking.compare.place import PLACED, Located
from sayso.linking.compare.time import told_times
from sayso.linking.contextual import Contextual, Floats
from sayso.linking.prepared import Prepared
from sayso.linking.wording import word_spans
from sayso.lists.word_counts import WordCounts
from sayso.reading.relations import STATES
from sayso.reading.sentences import find_sentences
from sayso.records.actor import Actor
from sayso.records.attribution import Attribution, Commitment, Stance
from sayso.records.block import BlockKind
from sayso.records.claim import Claim, Voice
from sayso.records.quantity import Quantity
from sayso.records.span import Span, hull
from sayso.records.timex import Timex

FEWEST_WORDS = 4  # a shorter claim says too little to be told from another
FEW_WORDS = 8  # a claim of so few words must hold a verb: "people familiar with the matter" states nothing
STATED = re.compile(STATES.pattern, re.I)  # headlines have capitals: "Bridge Closed by Divers"
UNSETTLED_FROM = 40  # characters of a claim of unsettled voice that may be a sentence
STEM = 6  # letters
FEW, DOZEN = 2.0, 12.0  # numbers up to these stand in any text, or in many
NAMED_FROM = 1.0  # a word with a capital that is rarer than this names something
CAPITAL = re.compile(r"[^\W_]+")
NEAR = 8  # characters before a word in which the end of the sentence before stands
BEFORE_FIRST = ".!?:\n"  # what stands before the first word of a sentence, blanks and quotation marks aside
DAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
# A sentence longer than this is taken for no context of a claim in it.
LONGEST_CONTEXT = 900
# What turns a statement into its opposite; "no more than", "if not", "magical or not", "not only" and "that's not all"
# do not.
NEGATION = re.compile(
    r"\b(?:(?<!if )(?<!or )not(?! (?:only|just|merely|least)\b)(?! all[:.,])|never|cannot|nobody|no one|"
    r"(?:has|have|had) no(?! (?:more|less|fewer|doubt|idea)\b)|false|untrue|fake|hoax)\b|n ?[’'] ?t\b",
    re.I,
)


@dataclass(frozen=True)
class Worded:
    """Folded words with how rare each is, and their vectors in context; ``whole`` is the vector of all."""

    forms: tuple[str, ...]
    rarity: Floats
    words: Floats
    whole: Floats

    @cached_property
    def total(self) -> float:
        """How rare the words are in all."""
        return float(self.rarity.sum())

    @cached_property
    def known(self) -> frozenset[str]:
        """The words' beginnings: words that begin alike are taken for one."""
        return frozenset(form[:STEM] for form in self.forms)


@dataclass(frozen=True)
class Statement:
    """One claim of one article: its folded words with how rare each is, and their vectors.

    ``around`` are those of the whole sentence that it stands in, ``sentence``: "to close the bridge" alone does not
    say who closes it. ``negated`` says that it holds a "not" (or three), ``denied`` that its holder denies it; ``does``
    is what the innermost holder does.
    """

    prepared: Prepared
    claim: Claim
    forms: tuple[str, ...]
    rarity: Floats
    words: Floats
    whole: Floats
    around: Worded
    sentence: Span
    quantities: tuple[Quantity, ...]
    negated: bool
    denied: bool
    does: Stance | Commitment | None

    @property
    def article(self) -> str:
        return self.prepared.id

    @property
    def key(self) -> tuple[str, str]:
        return self.prepared.id, self.claim.id

    @cached_property
    def span(self) -> Span:
        return hull(self.claim.content)

    @cached_property
    def vectors(self) -> Floats:
        """Of its own words, then of those of the sentence around it."""
        return np.concatenate([self.words, self.around.words])

    @cached_property
    def total(self) -> float:
        """How rare its words are in all."""
        return float(self.rarity.sum())

    @cached_property
    def weighed(self) -> tuple[tuple[str, float], ...]:
        """The words' beginnings, each with how rare the word is."""
        return tuple(zip((form[:STEM] for form in self.forms), self.rarity.tolist(), strict=False))

    @cached_property
    def counted(self) -> frozenset[tuple[float, str]]:
        """The numbers that it names, those that any text may hold only with their unit, and the smallest not at all."""
        named = ((q.value, q.unit) for q in self.quantities if q.value is not None and q.value > FEW)
        return frozenset((value, "" if value > DOZEN else unit) for value, unit in named)

    @cached_property
    def names(self) -> frozenset[str]:
        """The beginnings of its rare words with a capital where no sentence begins; days of the week are none."""
        rarity = dict(zip(self.forms, self.rarity.tolist(), strict=False))
        return frozenset(
            form[:STEM] for form in map(str.lower, self._capitals()) if rarity.get(form, 0.0) >= NAMED_FROM
        )

    def _capitals(self) -> Iterator[str]:
        text = self.prepared.text
        for part in self.claim.content:
            for word in CAPITAL.finditer(text, part.start, part.end):
                before = text[max(0, word.start() - NEAR) : word.start()].rstrip(" “\"'‘")[-1:]
                if (
                    word.group()[0].isupper()
                    and before
                    and before not in BEFORE_FIRST
                    and not DAY.fullmatch(word.group())
                ):
                    yield word.group()

    @cached_property
    def days(self) -> frozenset[str]:
        """The days of the week that its sentence names."""
        return frozenset(DAY.findall(self.sentence.cut(self.prepared.text)))

    @cached_property
    def times(self) -> tuple[Timex, ...]:
        """When, as the claim itself tells; not when somebody said so."""
        saying = {one.said.timex for one in self.prepared.reading.attributions if one.said.timex}
        inside = (t for t in self.prepared.reading.timexes if self._holds(t.span))
        return tuple(t for t in told_times(inside) if not any(said.overlaps(t.span) for said in saying))

    @cached_property
    def places(self) -> tuple[Located, ...]:
        """Where, as the claim itself tells; a government called by its capital is nowhere."""
        regions = self.prepared.regions
        return tuple(
            Located(t, regions.get(t.geonames_id or 0, frozenset()), t.span.cut(self.prepared.text))
            for t in self.prepared.reading.toponyms
            if t.role in PLACED and self._holds(t.span)
        )

    @cached_property
    def actors(self) -> tuple[Actor, ...]:
        """The named actors of whom the claim itself speaks."""
        actors = self.prepared.reading.actors
        return tuple(a for a in actors if a.named and any(self._holds(mention) for mention in a.mentions))

    def _holds(self, span: Span) -> bool:
        return any(part.covers(span) for part in self.claim.content)

    @cached_property
    def place(self) -> float:
        """Where in its article it begins, from 0 to 1."""
        return self.span.start / len(self.prepared.text)


def read_statements(prepared: Prepared, contextual: Contextual, counts: WordCounts) -> Iterator[Statement]:
    """The outermost claims of a reading that say enough to be compared, in the order of the text.

    A claim inside another's content is told by its innermost holder; both are kept, the outer for the whole.
    """
    text = prepared.text
    attributions = {attribution.id: attribution for attribution in prepared.reading.attributions}
    headlines = [block.span for block in prepared.reading.article.blocks if block.kind is BlockKind.HEADLINE]
    known: dict[tuple[Span, ...], Worded] = {}

    def worded(spans: Sequence[Span]) -> Worded:
        key = tuple(spans)
        if key not in known:
            known[key] = _word(word_spans(text, spans).forms, contextual, counts)
        return known[key]

    for claim in prepared.reading.claims:
        if claim.voice is Voice.UNSETTLED and not _is_sentence(claim, text):
            continue
        forms = word_spans(text, sorted(claim.content)).forms
        if len(forms) < FEWEST_WORDS or (len(forms) < FEW_WORDS and not _has_verb(claim, text, headlines)):
            continue
        own = worded(sorted(claim.content))
        sentence = sentence_around(text, hull(claim.content))
        negations = sum(len(NEGATION.findall(span.cut(text))) for span in claim.content)
        yield Statement(
            prepared,
            claim,
            own.forms,
            own.rarity,
            own.words,
            own.whole,
            worded([sentence]) if len(sentence) <= LONGEST_CONTEXT else own,
            sentence,
            tuple(q for q in prepared.reading.quantities if any(span.covers(q.span) for span in claim.content)),
            negations % 2 == 1,
            _denied(claim, attributions),
            claim.chain[-1].does if claim.chain else None,
        )


def _word(forms: tuple[str, ...], contextual: Contextual, counts: WordCounts) -> Worded:
    vectors = contextual.encode(forms)
    rarity = np.array([counts.rarity(form) for form in forms[: len(vectors.words)]], np.float32)
    return Worded(forms, rarity, vectors.words, vectors.whole)


def sentence_around(text: str, span: Span) -> Span:
    """The whole sentence or sentences of its paragraph around ``span``."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    found = [s for s in find_sentences(text, start, len(text) if end < 0 else end) if s.overlaps(span)]
    return Span(found[0].start, found[-1].end) if found else span


def _is_sentence(claim: Claim, text: str) -> bool:
    first = text[claim.content[0].start]
    return len(hull(claim.content)) >= UNSETTLED_FROM and (first.isupper() or first.isdigit())


def _has_verb(claim: Claim, text: str, headlines: Sequence[Span]) -> bool:
    """Whether a short claim states anything; a headline does, whatever its verb: "Diver Returns to Kell"."""
    if any(headline.overlaps(span) for headline in headlines for span in claim.content):
        return True
    return any(STATED.search(span.cut(text)) or span.cut(text).startswith("to ") for span in claim.content)


def _denied(claim: Claim, attributions: dict[str, Attribution]) -> bool:
    attribution = attributions.get(claim.attribution or "")
    return attribution is not None and attribution.commitment is Commitment.DENIES


def statements_of(members: Sequence[Prepared], contextual: Contextual, counts: WordCounts) -> tuple[Statement, ...]:
    """The statements of all members, in their order."""
    return tuple(statement for member in members for statement in read_statements(member, contextual, counts))
