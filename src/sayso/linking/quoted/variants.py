"""Among many quotations, the pairs that are variants of one utterance."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.linking.drift import compare_words
from sayso.linking.quoted.alignment import Words
from sayso.linking.quoted.speakers import same_speaker
from sayso.linking.quoted.words import read_quoted_words
from sayso.reading.relations import COMMON, stem
from sayso.records.drift import Drift, DriftKind
from sayso.records.span import Span

GRAM = 3
# Shorter quotations ("no comment") are met by chance.
FEWEST_WORDS = 3
# A run of words that more wordings than this have ("the United States is") proposes no pairs.
CROWD = 200
# A word is rare if no more wordings than this have it; two wordings that share so many rare words are looked at.
RARE, SHARED_RARE = 30, 2
Wording = tuple[str, ...]
Key = str | Wording


@dataclass(frozen=True, slots=True)
class Quoted:
    """``article`` quotes ``speaker`` (as written; None where nobody is named) with these spans of its ``text``.

    ``Quoted("kell-1", "“No,” said Ada Quill.", (Span(0, 5),), "Ada Quill")``.
    """

    article: str
    text: str
    spans: tuple[Span, ...]
    speaker: str | None


def find_variants(quotations: Sequence[Quoted]) -> Iterator[tuple[int, int, Drift]]:
    """Numbers of two quotations, the lower one first, and how the second stands to the first; sorted by both.

    Different utterances are left out, and so are similar ones of two speakers. Pairs are looked for among those that
    share a run of three words or two rare words; in whatever order the quotations come, the pairs are the same.
    """
    words = [read_quoted_words(quoted.text, quoted.spans) for quoted in quotations]
    for i, j in _find_candidates(words):
        if not _is_one_place(quotations[i], quotations[j]):
            drift = _judge_speakers(compare_words(words[i], words[j]), quotations[i].speaker, quotations[j].speaker)
            if drift.kind is not DriftKind.DIFFERENT:
                yield i, j, drift


def _is_one_place(a: Quoted, b: Quoted) -> bool:
    """A quotation inside another, or read twice, is no variant of it."""
    return a.article == b.article and any(one.overlaps(other) for one in a.spans for other in b.spans)


def _judge_speakers(drift: Drift, a: str | None, b: str | None) -> Drift:
    if same_speaker(a, b) is not False:
        return drift
    kind = DriftKind.DIFFERENT if drift.kind is DriftKind.SIMILAR else drift.kind
    return replace(drift, kind=kind, reason=f"{drift.reason}; other speaker: {a}, {b}")


def _find_candidates(words: Sequence[Words]) -> Iterator[tuple[int, int]]:
    """Pairs of numbers that are worth comparing, sorted."""
    members: dict[Wording, list[int]] = defaultdict(list)
    for number, one in enumerate(words):
        members[tuple(word.form for word in one)].append(number)
    postings = _index(members)
    near = {wording: _find_near(wording, postings) for wording in members if len(wording) >= FEWEST_WORDS}
    for number, one in enumerate(words):
        others = near.get(tuple(word.form for word in one), ())
        yield from ((number, other) for other in sorted(n for o in others for n in members[o] if n > number))


def _index(wordings: Iterable[Wording]) -> dict[Key, list[Wording]]:
    postings: dict[Key, list[Wording]] = defaultdict(list)
    for wording in wordings:
        for key in _keys(wording):
            postings[key].append(wording)
    return {key: found for key, found in postings.items() if len(found) <= (RARE if isinstance(key, str) else CROWD)}


def _keys(wording: Wording) -> set[Key]:
    """Runs of three words that are not all function words, and the stems of the other words."""
    runs = {wording[start : start + GRAM] for start in range(len(wording) - GRAM + 1)}
    return {run for run in runs if not COMMON.issuperset(run)} | {stem(form) for form in wording if form not in COMMON}


def _find_near(wording: Wording, postings: dict[Key, list[Wording]]) -> list[Wording]:
    """The wordings to compare with, itself among them."""
    near = {wording}
    rare: Counter[Wording] = Counter()
    for key in _keys(wording):
        if isinstance(key, str):
            rare.update(postings.get(key, ()))
        else:
            near.update(postings.get(key, ()))
    return [*near, *(other for other, shared in rare.items() if shared >= SHARED_RARE and other not in near)]
