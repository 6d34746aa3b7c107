"""Claims made ready for comparing: their words, vectors, numbers, and who holds them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.linking.contextual import Contextual, Floats
from sayso.linking.prepared import Prepared
from sayso.linking.wording import word_spans
from sayso.lists.word_counts import WordCounts
from sayso.reading.relations import STATES
from sayso.records.attribution import Attribution, Commitment, Stance
from sayso.records.claim import Claim, Voice
from sayso.records.quantity import Quantity
from sayso.records.span import Span, hull

FEWEST_WORDS = 4  # a shorter claim says too little to be told from another
FEW_WORDS = 8  # a claim of so few words must hold a verb: "people familiar with the matter" states nothing
# What turns a statement into its opposite; "no more than", "if not" and "not only" do not.
NEGATION = re.compile(
    r"\b(?:(?<!if )(?<!whether or )not(?! only\b)|never|cannot|nobody|no one|false|untrue|fake|hoax)\b|n[’']t\b", re.I
)


@dataclass(frozen=True)
class Statement:
    """One claim of one article: its folded words with how rare each is, and their vectors.

    ``negated`` says that it holds a "not" (or three), ``denied`` that its holder denies it; ``does`` is what the
    innermost holder does.
    """

    prepared: Prepared
    claim: Claim
    forms: tuple[str, ...]
    rarity: Floats
    words: Floats
    whole: Floats
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

    @property
    def span(self) -> Span:
        return hull(self.claim.content)


def read_statements(prepared: Prepared, contextual: Contextual, counts: WordCounts) -> Iterator[Statement]:
    """The outermost claims of a reading that say enough to be compared, in the order of the text.

    A claim inside another's content is told by its innermost holder; both are kept, the outer for the whole.
    """
    import numpy as np

    text = prepared.text
    attributions = {attribution.id: attribution for attribution in prepared.reading.attributions}
    for claim in prepared.reading.claims:
        if claim.voice is Voice.UNSETTLED and not _is_sentence(claim, text):
            continue
        forms = word_spans(text, sorted(claim.content)).forms
        if len(forms) < FEWEST_WORDS or (len(forms) < FEW_WORDS and not _has_verb(claim, text)):
            continue
        vectors = contextual.encode(forms)
        rarity = np.array([counts.rarity(form) for form in forms[: len(vectors.words)]], np.float32)
        denied = _denied(claim, attributions)
        negations = sum(len(NEGATION.findall(span.cut(text))) for span in claim.content)
        yield Statement(
            prepared,
            claim,
            forms,
            rarity,
            vectors.words,
            vectors.whole,
            tuple(q for q in prepared.reading.quantities if any(span.covers(q.span) for span in claim.content)),
            negations % 2 == 1,
            denied,
            claim.chain[-1].does if claim.chain else None,
        )


def _is_sentence(claim: Claim, text: str) -> bool:
    return len(hull(claim.content)) >= 40 and text[claim.content[0].start].isupper()


def _has_verb(claim: Claim, text: str) -> bool:
    return any(STATES.search(span.cut(text)) or span.cut(text).startswith("to ") for span in claim.content)


def _denied(claim: Claim, attributions: dict[str, Attribution]) -> bool:
    attribution = attributions.get(claim.attribution or "")
    return attribution is not None and attribution.commitment is Commitment.DENIES


def statements_of(members: Sequence[Prepared], contextual: Contextual, counts: WordCounts) -> tuple[Statement, ...]:
    """The statements of all members, in their order."""
    return tuple(statement for member in members for statement in read_statements(member, contextual, counts))
