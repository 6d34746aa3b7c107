"""When, where, on what occasion and to whom something was said, in the words beside its cue."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.patterns import compile_later
from sayso.records.attribution import Said
from sayso.records.span import Span, hull

DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
MONTH = (
    r"(?:Jan(?:uary|\.)|Feb(?:ruary|\.)|March|April|May|June|July|Aug(?:ust|\.)|Sept(?:ember|\.)|Oct(?:ober|\.)|"
    r"Nov(?:ember|\.)|Dec(?:ember|\.))"
)
PART = r"(?:morning|afternoon|evening|night)"
TIMEX = compile_later(
    rf"(?:\b(?:[Ee]arlier|[Ll]ater|[Ll]ate|[Ee]arly|[Ll]ast|[Tt]his|[Nn]ext)\s+)?(?:\b[Oo]n\s+)?\b{DAY}(?:\s+{PART})?\b"
    rf"|\b(?:[Oo]n\s+)?{MONTH}\s+\d{{1,2}}(?:,?\s+\d{{4}})?\b|\b(?:[Oo]n\s+)?\d{{1,2}}\s+{MONTH}(?:\s+\d{{4}})?\b"
    r"|\b(?:[Yy]esterday|(?<!USA )[Tt]oday|[Tt]onight|[Ee]arlier today|[Ll]ast (?:week|month|year|night))\b"
    r"|\b[Tt]his (?:week|month|morning)\b"
    r"|\b(?:[Hh]ours|[Mm]inutes|[Dd]ays|[Ww]eeks|[Mm]onths|[Yy]ears|[Ss]hortly)\s+(?:before|after)"
    r"\s+[^,.;“”\"]{2,40}(?=[,.;“”\"]|$)"
)
OCCASION = compile_later(
    r"\b(?:[Ii]n|[Aa]t|[Dd]uring|[Oo]n)\s+(?:an?|the|his|her|their|its)\s+(?:[\w’'-]+\s+){0,3}?"
    r"(?:statement|interview|speech|news conference|press conference|briefing|letter|report|tweet|post|hearing|"
    r"meeting|rally|debate|address|ceremony|telephone call|phone call|visit|session|memo|e-?mail|message|filing|"
    r"fund-?raiser|event|conference|forum|breakfast|lunch|dinner|town hall|podcast|appearance)\b"
)
TOLD = compile_later(r"\b(?:told|tells|telling|informed|assured|warned|reminded)\s+(?=\w)")
# Words that cannot belong to whom it was told: from them on something else begins.
PAST_ADDRESSEE = (
    r"(?:that|to|on|in|at|during|how|why|what|when|whether|if|of|about|after|before|by|via|through|from|for|with|while|not|"
    r"he|she|it|they|we|I|you|there|last|this|earlier|later|yesterday|today|" + DAY + r")\b"
)
ADDRESSEE = compile_later(rf"(?!{PAST_ADDRESSEE})[\w’'&-]+(?:[ \u00a0](?!{PAST_ADDRESSEE})[\w’'&-]+){{0,5}}")
FIRST_WORDS = compile_later(r"(?:the\s+)?[\w’'-]+(?:\s+[A-Z][\w’'-]+){0,4}")
PLACE = compile_later(
    r"\b(?:[Ii]n|[Ff]rom|[Aa]t)\s+(?!(?:Jan|Feb|March|April|May|June|July|Aug|Sep|Oct|Nov|Dec|Spring|Summer|The)\w*)((?:[A-Z][\w’'-]+)(?:\s+[A-Z][\w’'-]+){0,2})\b"
)
# Between a cue and its place stand only who, when, on what occasion and to whom: anything else is another verb's.
BETWEEN = compile_later(r"(?:[\s,]|\b(?:and|in|from|at|on|to)\b)*", re.I)
# What may stand before a place that opens the sentence.
OPENING = compile_later(r"\W*(?:(?:But|And|Speaking|Talking|Addressing)\W+)?(?:in|from|at)\W+", re.I)
# A day or an occasion is not the cue's if one of these stands between them.
OTHER_CLAUSE = compile_later(r"[“”\"]|\b(?:that|which|who|whether|because)\b")
# What follows "in Lund" if that is a place, and not "in Constitutional law".
AFTER_PLACE = compile_later(
    r"\s*(?:$|[,.;:“”\"()–—-]|(?:on|in|at|during|after|before|and|that|to|where|with|while|by|as|last|this|earlier|"
    r"late|early|yesterday|today|" + DAY + r")\b)"
)


def find_said(
    text: str,
    sentence: Span,
    cue: Sequence[Span],
    source: Sequence[Span],
    contents: Sequence[Span],
    days: Sequence[Span] = (),
) -> Said:
    """What the attribution's own sentence tells of the saying, outside its content and its source.

    ``days`` are words that tell a day, a week or a finer time, beside those that a pattern here knows.
    """
    taken = [*contents, *source]
    free = _free(sentence, taken)
    if not cue:
        return Said()
    near = hull(cue)
    timex = _nearest(_times(text, free, sentence, days), text, near, taken)
    occasion = _nearest(_matches(OCCASION, text, [*free, near]), text, near, contents)
    addressee = _addressee(text, near, contents)
    known = [span for span in (timex, occasion, addressee) if span is not None]
    places = [place.span(1) for part in free for place in PLACE.finditer(text, part.start, part.end)]
    beside = (Span(*place) for place in places if _is_beside(Span(*place), near, sentence, text, [*taken, *known]))
    place = min(beside, key=lambda span: _gap(span, near), default=None)
    return Said(timex, place, occasion, addressee)


def link_place(said: Said, toponyms: Sequence[Span]) -> Said:
    """The same with its place as a toponym of the article has it, so that the two can be joined by their offsets."""
    place = said.place
    linked = next((span for span in toponyms if place is not None and span.overlaps(place)), place)
    return said if linked == place else replace(said, place=linked)


def _free(sentence: Span, taken: Sequence[Span]) -> list[Span]:
    """The parts of the sentence that belong to none of ``taken``."""
    parts = []
    position = sentence.start
    for span in sorted(taken):
        if span.start >= sentence.end or span.end <= position:
            continue
        if span.start > position:
            parts.append(Span(position, span.start))
        position = max(position, span.end)
    if position < sentence.end:
        parts.append(Span(position, sentence.end))
    return parts


def _matches(pattern: re.Pattern[str], text: str, parts: Sequence[Span]) -> list[Span]:
    found = (match.span() for part in parts for match in pattern.finditer(text, part.start, part.end))
    return [span for start, end in found if (span := Span.trimmed(text, start, end))]


def _times(text: str, parts: Sequence[Span], sentence: Span, days: Sequence[Span]) -> list[Span]:
    """What may date the saying: what the pattern knows, and the given days that it does not, each with its "on"."""
    inside = [day for day in days if sentence.covers(day)]
    known = [hull([span, *(day for day in inside if day.overlaps(span))]) for span in _matches(TIMEX, text, parts)]
    other = [day for day in inside if not any(day.overlaps(span) for span in known)]
    return [*known, *(_with_on(text, day, sentence) for day in other)]


def _with_on(text: str, day: Span, sentence: Span) -> Span:
    start = max(day.start - 3, sentence.start)
    return Span(start, day.end) if text[start : day.start].lower() == "on " else day


def _nearest(spans: Sequence[Span], text: str, cue: Span, taken: Sequence[Span]) -> Span | None:
    """The nearest span outside ``taken`` that no other clause and no quotation mark parts from the cue."""
    free = [span for span in spans if not any(span.overlaps(other) for other in taken)]
    ours = [span for span in free if not OTHER_CLAUSE.search(_between(text, span, cue, taken))]
    return min(ours, key=lambda span: _gap(span, cue), default=None)


def _between(text: str, span: Span, cue: Span, taken: Sequence[Span]) -> str:
    """The words between ``span`` and the cue that belong to none of ``taken``."""
    start, end = min(span.end, cue.end), max(span.start, cue.start)
    return " ".join(part.cut(text) for part in _free(Span(start, end), taken)) if start < end else ""


def _is_beside(place: Span, cue: Span, sentence: Span, text: str, taken: Sequence[Span]) -> bool:
    """True of "said in Lund", and of "In Lund on Monday, Varga said"; not of a place in another clause or adjective."""
    if any(place.overlaps(span) for span in taken):
        return False
    before = (
        " ".join(part.cut(text) for part in _free(Span(sentence.start, place.start), taken))
        if sentence.start < place.start
        else ""
    )
    if place.start < cue.start and not OPENING.fullmatch(before):
        return False
    if place.cut(text).endswith(("’s", "'s")) or not AFTER_PLACE.match(text, place.end):
        return False
    return BETWEEN.fullmatch(_between(text, place, cue, taken)) is not None


def _gap(span: Span, cue: Span) -> int:
    return min(abs(span.start - cue.end), abs(cue.start - span.end))


def _addressee(text: str, cue: Span, contents: Sequence[Span]) -> Span | None:
    """The words after "told" up to what was told; of a long run without an end only its first words."""
    told = TOLD.match(text, cue.start)
    if told is None:
        return None
    stop = min((content.start for content in contents if content.start >= told.end()), default=len(text))
    match = ADDRESSEE.match(text, told.end(), stop)
    if match is not None and match.end() < stop and re.match(r"[ \u00a0]\w", text[match.end() :][:2]):
        runs_on = not re.match(rf"[ \u00a0]{PAST_ADDRESSEE}", text[match.end() : match.end() + 20])
        match = FIRST_WORDS.match(text, told.end(), stop) if runs_on else match
    span = Span.trimmed(text, *match.span()) if match else None
    return None if span is None or any(span.overlaps(content) for content in contents) else span
