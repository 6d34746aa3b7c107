"""Whose voice each stretch of the story is in: positively judged, never what subtraction leaves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from sayso.patterns import compile_later
from sayso.reading.found import Found
from sayso.reading.tables import Floats, Tables, mean_row, softmax
from sayso.reading.tagging import Range
from sayso.reading.words import QUOTE_OUTSIDE, Words
from sayso.records.claim import Basis, Voice
from sayso.records.span import Span

# Fewer words than this between attributions are their frame ("On Monday,"), no statement.
FEWEST_WORDS = 4
VERB = compile_later(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must|should|came|went|got|made|took|"
    r"gave|left|held|met|won|lost|led|fell|rose|began|ran|fled|shot|hit|sent|set|put|cut|saw|knew|grew|kept|stood|brought|built|"
    r"[a-z]{2,}ed|[a-z]{3,}(?:es|s)(?=\s+(?:the|a|an|to|in|on|his|her|its|their)\b))\b"
)
# A stretch is own from this mean chance on: on the 30 voice articles, left out of training, P 93 R 77 (.60: 91, 81).
OWN_FROM = 0.80
NONE_FROM = 0.50
# A rule's word weighs less than the encoder's: such a row is likely, not clear.
ACT_COUNTS = 0.9
HEDGED_FROM = 0.50
ASIDE = compile_later(r"(?<=,)\s+(?:who|which|where|when|whose)\b")
# ", a symbol of the old town that the council took down": what the last words of a sentence explain.
APPOSED = compile_later(
    r"(?<=,)\s+(?:an?|the)\s+(?:[a-z][\w’'-]*\s+){1,3}?(?:(?:of|for|in)\s+(?:[\w’'-]+\s+){1,5}?)?(?:that|which|who)\s+"
    r"(?=[^,;:—–“”\"]{8,160}[.]?$)"
)
# In words beside an attribution, a year or a stretch of years tells what was so before.
DATED = compile_later(r"\b(?:in|since|until|of)\s+(?:(?:early|late|mid)[-\s])?(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d\b")
PICTURES = compile_later(r"\b(?:images?|footage|videos?|photos?|photographs?|pictures?)\b")
SEEN = compile_later(r"\b(?:is|are|was|were|can be|could be)\s+(?:also\s+)?seen\b(?!\s+as\b)")
ALSO_SEEN = compile_later(r"\b(?:is|are|was|were|can be|could be)\s+also\s+seen\b(?!\s+as\b)")
PICTURES_WITHIN = 2  # line breaks: the next paragraph
# What joins a clause that an attribution took away: "... on Tuesday when", "... after flipping out, because".
JOINTS = frozenset(
    """when after before because while that and but or as if than since until although though which who where
    whose""".split()
)
# Words that a statement cannot end with: what they bring was taken away.
LEFT_OPEN = frozenset("to of with from for by into following amid despite the a an his her its their lead".split())
# A line of its own with so few words and no verb heads what follows, and claims nothing.
LONGEST_HEADING = 7
NO_HEADING = compile_later(r"[.!?;:,”\"’\d]")
INFERENCE = compile_later(r"\bwhich\s+(?:may|might|could|would|suggests?|indicates?|means?)\b", re.I)
# Of own sentences that hold one of these three in four are hedged (training/labels/voice.jsonl, voice_polnear.jsonl).
HEDGE = compile_later(
    r"\b(?:probably|apparently|presumably|seem(?:s|ed)? (?:likely|to)|appear(?:s|ed)? (?:likely )?(?:to|that)"
    r"|(?:is|are|was|were) (?:un|most |more |very )?likely to|may (?!\d)[a-z]+)"
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of words outside all attributions is in this voice.

    ``voice`` is None where the words claim nothing (a heading, a question, a fragment); ``score`` is the
    mean chance of the voice given.
    """

    words: Range
    voice: Voice | None
    basis: Basis
    hedged: bool
    score: float


def find_stretches(
    text: str,
    sentences: Sequence[Span],
    found: Sequence[Found],
    acts: Sequence[Range],
    words: Words,
    rows: Floats,
    tables: Tables,
) -> tuple[Stretch, ...]:
    """Every stretch of the sentences that no outermost attribution holds, in order, with its voice.

    A sentence around one of ``acts`` (cues that tell an act and nobody's words) is the teller's: what the
    encoder gave to a source there counts for the outlet.
    """
    held = _held_words(found, len(words))
    chances = {head: softmax(tables.part(rows, head)) for head in ("voice", "basis", "hedged")}
    for first, last in map(words.range_of, sentences):
        if any(first <= act[0] < last for act in acts) and not held[first:last].any():
            chances["voice"][first:last, 0] += ACT_COUNTS * chances["voice"][first:last, 1]
            chances["voice"][first:last, 1] *= 1 - ACT_COUNTS
    stretches: list[Stretch] = []
    shown = -1  # the line that last spoke of pictures
    for sentence in sentences:
        first, last = words.range_of(sentence)
        shown = int(words.line[first]) if first < last and PICTURES.search(sentence.cut(text)) else shown
        lines_since = int(words.line[first]) - shown if shown >= 0 and first < last else None
        if stretches and lines_since is not None and ALSO_SEEN.search(sentence.cut(text)):
            stretches[-1] = _seen_before(stretches[-1], int(words.line[stretches[-1].words[0]]) - shown)
        attributed = bool(held[first:last].any())
        for part in _free_parts(text, words, held, first, last):
            stretch = _judged(text, part, attributed, words, chances, tables)
            if stretch is not None:
                stretch = _with_subject(text, stretch, found, words) if attributed else stretch
                stretches.append(_shown(stretch, lines_since))
    return tuple(stretches)


def withhold_own(
    stretches: Sequence[Stretch], words: Words, headings: Sequence[Span], credits: Sequence[Span]
) -> tuple[Stretch, ...]:
    """The stretches, none own in a heading (its voice is the body's to settle), none a claim in a credit."""
    result = []
    for stretch in stretches:
        span = Span(int(words.starts[stretch.words[0]]), int(words.ends[stretch.words[1] - 1]))
        if any(2 * _shared(span, credit) >= len(span) for credit in credits):
            stretch = replace(stretch, voice=None)
        elif stretch.voice is Voice.OWN and any(heading.overlaps(span) for heading in headings):
            stretch = replace(stretch, voice=Voice.UNSETTLED, score=1 - stretch.score)
        result.append(stretch)
    return tuple(result)


def _shared(a: Span, b: Span) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def _with_subject(text: str, stretch: Stretch, found: Sequence[Found], words: Words) -> Stretch:
    """The stretch with its subject, if that is a source further on: "Varga closed the pier, and said ..."."""
    first, last = stretch.words
    opening = text[int(words.starts[first]) : int(words.ends[min(last, first + 2) - 1])]
    sources = [one.source for one in found if one.parent is None and one.source and one.cue[0] >= last]
    subject = next((source for source in sources if source[1] == first), None)
    if subject is None or not VERB.match(opening) or words.line[subject[0]] != words.line[first]:
        return stretch
    return replace(stretch, words=(subject[0], last))


def _shown(stretch: Stretch, lines_since: int | None) -> Stretch:
    """What is told right after pictures were spoken of, and has no better basis, is told from them."""
    near = lines_since is not None and lines_since <= PICTURES_WITHIN
    if stretch.voice is Voice.OWN and near and stretch.basis in (Basis.BACKGROUND, Basis.WITNESSED):
        return replace(stretch, basis=Basis.IMAGE)
    return stretch


def _seen_before(stretch: Stretch, lines_since: int) -> Stretch:
    """What is told between pictures and what is "also seen" in them is told from them."""
    if stretch.voice is Voice.OWN and 0 < lines_since <= PICTURES_WITHIN and stretch.basis is Basis.NOT_GIVEN:
        return replace(stretch, basis=Basis.IMAGE)
    return stretch


def _held_words(found: Sequence[Found], size: int) -> NDArray[np.bool_]:
    held = np.zeros(size, np.bool_)
    for one in found:
        if one.parent is None:
            for first, last in (*one.contents, one.cue, *([one.source] if one.source else [])):
                held[first:last] = True
    return held


def _free_parts(text: str, words: Words, held: NDArray[np.bool_], first: int, last: int) -> list[Range]:
    """Runs of words that nothing holds, cut at asides (", which ...") that close a clause or follow one."""
    parts: list[Range] = []
    place = first
    while place < last:
        if held[place]:
            place += 1
            continue
        end = place
        while end < last and not held[end]:
            end += 1
        parts.extend(_cut_at_asides(text, words, place, end))
        place = end
    return parts


def _cut_at_asides(text: str, words: Words, first: int, last: int) -> list[Range]:
    start, stop = int(words.starts[first]), int(words.ends[last - 1])
    cuts = [
        int(np.searchsorted(words.starts, match.end() - 1, "right")) - 1 for match in ASIDE.finditer(text, start, stop)
    ]
    long = [cut for cut in cuts if cut - first >= FEWEST_WORDS and last - cut >= FEWEST_WORDS]
    # "The war, which has lasted nine years, was begun by ...": cut here, the rest of the clause would hang in the air.
    whole = [
        cut
        for cut in long
        if VERB.search(text, start, int(words.ends[cut - 1])) or "," not in words.forms[cut + 1 : last]
    ]
    apposed = APPOSED.search(text, start, stop)
    if apposed:
        cut = int(np.searchsorted(words.starts, apposed.start()))
        whole += [cut] if cut - first >= FEWEST_WORDS and last - cut >= FEWEST_WORDS and cut not in whole else []
    bounds = [first, *sorted(whole), last]
    return [(a, b) for a, b in pairwise(bounds) if a < b]


def _judged(
    text: str, part: Range, attributed: bool, words: Words, chances: dict[str, Floats], tables: Tables
) -> Stretch | None:
    part = _without_edge_marks(part, words)
    first, last = part
    wordlike = sum(form[0].isalnum() for form in words.forms[first:last])
    if not wordlike or (attributed and wordlike < FEWEST_WORDS):
        return None
    if wordlike < FEWEST_WORDS and not VERB.search(text[words.starts[first] : words.ends[last - 1]]):
        return Stretch(part, None, Basis.NOT_GIVEN, False, 1.0)  # "Atlanta again."
    own, said, none = (float(value) for value in mean_row(chances["voice"][first:last]))
    if attributed and own < OWN_FROM and said >= own:
        return None  # the frame of the attribution beside it
    span = Span(int(words.starts[first]), int(words.ends[last - 1]))
    if attributed and not VERB.search(span.cut(text)):
        return None  # "Hours before the vote": it says when, and states nothing
    basis = _basis(span.cut(text), mean_row(chances["basis"][first:last]), tables)
    if basis is Basis.NOT_GIVEN and _explains(text, span, attributed=attributed):
        basis = Basis.BACKGROUND
    hedged = _hedged(span.cut(text), mean_row(chances["hedged"][first:last]))
    if _is_heading(text, span) or (not attributed and _is_question(text, span)):
        return Stretch(part, None, Basis.NOT_GIVEN, False, max(none, 1 - said))
    if own >= OWN_FROM and (words.quote[first:last] == QUOTE_OUTSIDE).any():
        return Stretch(part, Voice.OWN, basis, hedged, own)
    if none >= NONE_FROM:
        return Stretch(part, None, Basis.NOT_GIVEN, False, none)
    return Stretch(part, Voice.UNSETTLED, Basis.NOT_GIVEN, hedged, 1 - max(own, none))


def _without_edge_marks(part: Range, words: Words) -> Range:
    first, last = part
    while first < last and words.forms[first] in ",;:–—-.”)’'":
        first += 1
    while last > first and words.forms[last - 1] in ",;:–—-.":
        last -= 1
    trailing = JOINTS | LEFT_OPEN if words.forms[part[1] - 1].isalpha() else JOINTS
    while last - first > FEWEST_WORDS and words.forms[last - 1].lower() in trailing:
        last -= 1
        while last - first > FEWEST_WORDS and words.forms[last - 1] in ",;:–—-":
            last -= 1
    return (first, last) if first < last else part


def _is_heading(text: str, span: Span) -> bool:
    """True of a line that holds a few words, no verb, no number and no mark: "Words of wisdom"."""
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    line = text[start : len(text) if end < 0 else end].strip()
    alone = line == span.cut(text) and start > 0
    few = 1 <= len(line.split()) <= LONGEST_HEADING
    return alone and few and not NO_HEADING.search(line) and not VERB.search(line)


def _is_question(text: str, span: Span) -> bool:
    """True of a line that is one question: "Who runs the port?" heads its answer."""
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    return text[start : len(text) if end < 0 else end].strip() == span.cut(text) and span.cut(text).endswith("?")


def _basis(words: str, chances: Floats, tables: Tables) -> Basis:
    if INFERENCE.search(words):
        return Basis.INFERRED
    if SEEN.search(words):
        return Basis.IMAGE
    return Basis(tables.labels["basis"][int(np.argmax(chances))])


def _explains(text: str, span: Span, *, attributed: bool) -> bool:
    """Whether the words only say what something is, or what was so before."""
    if attributed:
        return bool(DATED.search(span.cut(text)))
    return APPOSED.match(text, span.start - 1, span.end + 1) is not None


def _hedged(words: str, chances: Floats) -> bool:
    return bool(chances[1] > HEDGED_FROM) or bool(INFERENCE.search(words) or HEDGE.search(words))
