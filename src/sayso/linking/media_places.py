"""Places in a text where a medium is named: "the Daily Echo reports", "a report in X", "told X", "according to X"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sayso.linking.posts import as_told
from sayso.linking.proper_names import DEMONYM, NAME, SITE, trim_name
from sayso.patterns import compile_later
from sayso.records.actor import Actor, ActorKind
from sayso.records.block import STORY, BlockKind
from sayso.records.reading import Reading
from sayso.records.span import Span

NATION = (
    r"(?:[A-Z][a-z]+(?:-[A-Z]?[a-z]+)?(?:[- ](?:based|language))? |local |daily |rival |sister |state |online |"
    r"popular |news and \w+ |gossip |celebrity |tech |technology )?"
)
MEDIUM = (
    r"(?:newspaper|paper|website|web site|news site|site|news agency|news outlet|outlet|agency|blog|magazine|tabloid|"
    r"broadcaster|daily|weekly|channel|network|station|publication|portal|news service)"
)
MEDIA = r"(?:websites|sites|outlets|newspapers|media|blogs|magazines|tabloids)"
TELLS = r"(?:reports?(?! to\b)|reported(?! to\b)|writes|wrote|(?:has|have|had) reported|first reported)"
REPORT = r"(?:reports?|article|story|interview|post|piece|item|column|editorial|blog post)"
THROUGH = r"(?:by|from|at|on|in|for|published by|published in|published on|of)"
SOURCE = r"(?:[Vv]ia|VIA|h/t|H/T|HT|[Hh]at tip to|(?<!Photo )(?<!photo )(?:SOURCES?|Sources?)(?::| -)?)"
PASSED_ON = r"(?:citing|cited by|quoted by|told by|picked up by|published by|published in|obtained by|seen by)"
THE = r"(?:the |The )?"
# "Daily Echo newspaper", but not "Chilean newspaper".
BEFORE_MEDIUM = compile_later(rf"\b({NAME})(?:,)? (?:an? |the )?{NATION}{MEDIUM}\b")
# Places that only a medium can stand in; the name is group 1.
SURE = (
    BEFORE_MEDIUM,
    *map(
        compile_later,
        (
            rf"\b[Tt]he {NATION}{MEDIUM} {THE}({NAME})",
            rf"\b{MEDIA}(?: such as| like|,? including) {THE}({NAME})",
            rf"\b(?:[Tt]he )?({NAME})(?:,)? (?:which |who )?(?:first |also |has |have |had )?{TELLS}\b",
            rf"\b(?:reported|revealed|published|broken|disclosed|detailed) (?:\w+day )?(?:by|in|on) {THE}({NAME})",
            rf"\b(?:[Rr]eports?|writes|notes|reported) {THE}({NAME})",
            rf"\b{REPORT} {THROUGH} (?:the |The |a |an )?({NAME})",
            rf"\b(?:originally|first) (?:appeared|published|posted) (?:at|on|in|by) {THE}({NAME})",
            rf"\b{SOURCE} {THE}({NAME})",
            rf"\b[Cc]lick for more from {THE}({NAME})",
            rf"\b{PASSED_ON} {THE}({NAME})",
            rf"\b[Aa]s {THE}({NAME}) (?:reports|reported|points out|notes|noted|put it|puts it)\b",
            rf"(?<![\w@./])({SITE})",
        ),
    ),
)
SPOKE_TO = r"(?:speaking|spoke|talking|talked) (?:to|with)"
# Places where a source of any kind may stand: only known names count here.
LOOSE = compile_later(
    rf"(?:[Aa]ccording to|\btold|\btells|\binformed|\b{SPOKE_TO}|\binterview with|"
    r"\bstatement to|\bassured|\b[Rr]eports from|\b[Aa]s|\band|\bcites?|\bcited|\b[Ff]rom|"
    r"\b(?:revealed|reported|disclosed|detailed) by)\s+(?:[Bb]oth )?(?:the |The )?$"
)
TOLD = compile_later(rf"\b(?:told|tells|informed|assured|{SPOKE_TO}|interview with|statement to) {THE}({NAME})")
TELLING = compile_later(
    r"^(?:[’']s? [\w-]+ [\w-]+|,? which|,? who)?\s*(?:first |also |has |have |had |later |then )?"
    r"(?:reports?|reported|writes|wrote|says|said|notes|noted|claims|claimed|reveals|revealed|adds|added|quotes|quoted|"
    r"points out|point out|describes|described|broke|explains|explained|cites|cited|covered|ran|published|confirmed|"
    r"followed up)\b"
)
# How a page speaks of its own earlier reporting.
OWN_REPORT = compile_later(rf"\b[Aa]s {THE}({NAME}) (?:has |have )?(?:first |previously |earlier )?reported\b")
# Not the medium, but somebody of it: "Daily Echo analysts".
ROLE = compile_later(
    r"(?: [A-Z][\w’'-]{1,60}){0,3}(?:[’']s?)? (?:analysts?|officials?|spokes\w+|police|executives?|chief|president|"
    r"researchers?|scientists?|experts?|economists?|lawyers?|doctors?)\b"
)
REQUEST = compile_later(
    r"(?:request|requests|call|calls|inquiries|questions) (?:for comment )?from (?:the |The )?$|"
    r"comment from (?:the |The )?$"
)
# Characters before and after a name that are looked at: the longest wording of LOOSE, TELLING and REQUEST fits in.
BEFORE, AFTER, BEFORE_REQUEST = 40, 60, 60
BESIDE_CUE = 60  # characters between "told" and the medium that was told


def find_sure_names(reading: Reading) -> Iterator[Span]:
    """Names in places that only a medium can stand in, and named media that say something; some more than once."""
    text = reading.article.text
    for block in reading.article.blocks:
        if block.kind in STORY or block.kind is BlockKind.CREDIT:
            yield from _sure_names_in(text, block.span)
    sources = {span for attribution in reading.attributions for span in attribution.source}
    for actor in find_holders(reading):
        if actor.kind is ActorKind.MEDIA and actor.named:
            through = [cue for a in reading.attributions if a.relay == actor.id for cue in a.cue[:1]]
            held = [span for span in actor.mentions if span in sources or any(_near(span, cue) for cue in through)]
            yield from _mentions_of(actor, held, text)


def _near(medium: Span, cue: Span) -> bool:
    """Whether the medium that something went through is named beside the words that tell so."""
    return medium.start - cue.end <= BESIDE_CUE and cue.start - medium.end <= BESIDE_CUE


def find_holders(reading: Reading) -> Iterator[Actor]:
    """The actors who say something, or through whom it was said; others are only spoken of."""
    holding = {name for attribution in reading.attributions for name in (attribution.speaker, attribution.relay)}
    yield from (as_told(actor, reading.article.text) for actor in reading.actors if actor.id in holding)


def _sure_names_in(text: str, within: Span) -> Iterator[Span]:
    for pattern in SURE:
        for match in pattern.finditer(text, within.start, within.end):
            span = trim_name(text, *match.span(1))
            if span is None or ROLE.match(text, span.end):
                continue
            if pattern is not BEFORE_MEDIUM or not DEMONYM.search(span.cut(text)):
                yield span


def _mentions_of(actor: Actor, mentions: Iterable[Span], text: str) -> Iterator[Span]:
    """The name that a medium's words end with, in each of the mentions that have it."""
    name = re.search(NAME + "$", actor.name)
    for mention in mentions if name else ():
        at = mention.cut(text).rfind(name.group()) if name else -1
        if name and at >= 0:
            span = trim_name(text, mention.start + at, mention.start + at + len(name.group()))
            if span is not None:
                yield span


def find_told_names(text: str) -> Iterator[Span]:
    """Names of whoever somebody told something to."""
    for match in TOLD.finditer(text):
        span = trim_name(text, *match.span(1))
        if span is not None:
            yield span


def find_names(text: str, within: Span | None = None) -> Iterator[Span]:
    """Every run of words that looks like a name, wherever it stands, or in this part of the text."""
    start, end = (within.start, within.end) if within else (0, len(text))
    for match in re.compile(NAME).finditer(text, start, end):
        span = trim_name(text, *match.span())
        if span is not None:
            yield span


def find_own_names(text: str) -> Iterator[str]:
    """What a page calls itself where it speaks of its own earlier reporting, as written."""
    for match in OWN_REPORT.finditer(text):
        yield match.group(1)


def in_loose_place(text: str, span: Span) -> bool:
    """Whether a source of any kind may stand where ``span`` stands."""
    if ROLE.match(text, span.end):
        return False
    before = LOOSE.search(text, max(0, span.start - BEFORE), span.start)
    return bool(before or TELLING.match(text[span.end : span.end + AFTER]))


def is_requested(text: str, span: Span) -> bool:
    """Whether the name only asked for comment."""
    return bool(REQUEST.search(text, max(0, span.start - BEFORE_REQUEST), span.start))
