"""Places in a text where a medium is named: "the Daily Echo reports", "a report in X", "told X", "according to X"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from sayso.linking.posts import as_told
from sayso.linking.proper_names import DEMONYM, NAME, PART, SITE, trim_name
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
# What only a medium is: a site, an agency or a network may be anybody's.
SURE_MEDIUM = (
    r"(?:(?:news|gossip|celebrity|tech|technology|sports) "
    r"(?:website|web site|site|agency|outlet|channel|network|station|service|portal|blog)|"
    r"newspaper|blog|magazine|tabloid|broadcaster|daily|weekly|publication)"
)
STATION = r"(?:radio|TV|television) (?:station|channel|network|programme|program|show)"  # of a town, unless named
MEDIA = r"(?:websites|sites|outlets|newspapers|media|blogs|magazines|tabloids)"
# "X reports", but not "Several reports suggest" and "the Varga report": there the word is a noun.
TELLS = (
    r"(?:reports(?! (?:to|of|from|about|at|on the ground|that have|suggest\w*|sa(?:y|id)|claim\w*|indicat\w*|"
    r"emerg\w*|are|were)\b)|"
    r"reported(?! to\b)|(?:has|have|had) reported|first reported)"
)
REPORT = r"(?:reports?|article|story|interview|post|piece|item|column|editorial|blog post)"
THROUGH = r"(?:by|from|at|on|in|for|published by|published in|published on|of)"
VIA = r"(?:[Vv]ia|VIA|h/t|H/T|HT|[Hh]at tip to|(?<!Photo )(?<!photo )(?:SOURCES?|Sources?)(?::| -))"
CREDIT_ENDS = r"(?=\s*(?:[\])\n.;,|]|$))"
MADE_KNOWN = r"(?:reported|revealed|published|broken|disclosed|detailed)"
PASSED_ON = r"(?:citing|cited by|quoted by|told by|picked up by|published by|published in|obtained by|seen by)"
THE = r"(?:the |The )?"
# "Daily Echo newspaper", but not "Chilean newspaper".
BEFORE_MEDIUM = compile_later(rf"\b({NAME})(?:,)? (?:an? |the )?{NATION}{MEDIUM}\b")
AFTER_MEDIUM = compile_later(rf"\b[Tt]he {NATION}{MEDIUM} {THE}({NAME})")
BEFORE_SURE_MEDIUM = compile_later(rf"\b({NAME})(?:,)? (?:an? |the )?{NATION}{SURE_MEDIUM}\b")
AFTER_SURE_MEDIUM = compile_later(rf"\b(?:[Tt]he {NATION}{SURE_MEDIUM}|{STATION}) {THE}({NAME})")
APPOSED = compile_later(rf"\b({NAME}), (?:an?|the) {NATION}(?:{SURE_MEDIUM}|{STATION})\b,?")
ON_SITE = compile_later(rf"(?<![\w@./])({SITE})")
# Places that only a medium can stand in; the name is group 1.
SURE = (
    BEFORE_SURE_MEDIUM,
    AFTER_SURE_MEDIUM,
    APPOSED,
    *map(
        compile_later,
        (
            rf"\b{MEDIA}(?: such as| like|,? including) {THE}({NAME})",
            rf"\b(?:originally|first) (?:appeared|published|posted) (?:at|on|in|by) {THE}({NAME})",
            rf"\b{VIA} {THE}({NAME}){CREDIT_ENDS}",
            rf"\b(?:site|website|blog|portal|outlet) ({SITE})",
            rf"\b({PART}(?: {PART}){{1,4}}) reports that\b",
            rf"\bsources?\b[^.\n]{{0,40}} (?:cited|quoted) by {THE}({NAME})",
            rf"\b[Cc]lick for more from {THE}({NAME})",
        ),
    ),
)
# Places that a medium stands in mostly, and a body, a person or a town now and then.
REPORTING = compile_later(rf"\b(?:[Tt]he )?({NAME})(?:,? (?:which|who))? (?:first |also |has |had )?{TELLS}\b")
LIKELY = (
    REPORTING,
    BEFORE_MEDIUM,
    AFTER_MEDIUM,
    ON_SITE,
    *map(
        compile_later,
        (
            rf"\b{MADE_KNOWN} (?:\w+day )?(?:by |(?:in|on) [Tt]he ){THE}({NAME})",
            rf"\b(?:[Rr]eports|writes|notes|reported) {THE}({NAME})",
            rf"\b(?:article|story|interview|post|piece|column|editorial) {THROUGH} (?:the |The |a |an )?({NAME})",
            rf"\breports? (?:(?:by|from|of) |(?:at|on|in|for) [Tt]he ){THE}({NAME})",
            rf"\b{PASSED_ON} {THE}({NAME})",
            rf"\b[Aa]s {THE}({NAME}) (?:reports|reported|points out|notes|noted|put it|puts it)\b",
        ),
    ),
)
# A name beside such words is spoken of; whether anything is had from it, the words around tell.
SPOKEN_OF = (BEFORE_SURE_MEDIUM, AFTER_SURE_MEDIUM, APPOSED, BEFORE_MEDIUM, AFTER_MEDIUM, ON_SITE)
SPOKE_TO = r"(?:speaking|spoke|talking|talked) (?:to|with)"
# Places where a source of any kind may stand: only known names count here.
LOOSE = compile_later(
    rf"(?:[Aa]ccording to|\b[Pp]er|\btold|\btells|\binformed|\b{SPOKE_TO}|\binterview with|"
    r"\bstatement to|\bassured|\b[Rr]eports from|\bcites?|\bcited|\b[Ff]rom|"
    rf"\b(?:revealed|reported|disclosed|detailed) by|\b(?:made|published|posted|surfaced) (?:on|in|at|by))\s+"
    rf"(?:[Bb]oth )?{THE}(?:{NAME},? and {THE})?$"
)
TOLD = compile_later(rf"\b(?:told|tells|informed|assured|{SPOKE_TO}|interview with|statement to) {THE}({NAME})")
TELLING = compile_later(
    r"^(?:[’']s? [\w-]+ [\w-]+|,? which|,? who| and (?:the |The )?[A-Z][\w.&-]{1,60}(?: [A-Z][\w.&-]{1,60}){0,3})?\s*"
    r"(?:first |also |has |have |had |later |then )?"
    r"(?:reports?|reported|writes|wrote|says|said|notes|noted|claims|claimed|reveals|revealed|adds|added|quotes|quoted|"
    r"points out|point out|describes|described|broke|explains|explained|cites|cited|covered|ran|published|confirmed|"
    r"followed up|seen|obtained|learned)\b"
)
# How a page speaks of its own earlier reporting.
OWN_REPORT = compile_later(rf"\b[Aa]s {THE}({NAME}) (?:has |have )?(?:first |previously |earlier )?reported\b")
# Who "did not return a call from X" was called by X: the page is its own.
OWN_REQUEST = compile_later(
    r"\b(?:respond\w*|return\w*|answer\w*|repl(?:y|ied)|refer(?:red|s)|decline[ds]?)\b[^.\n“”\"]{0,40}?"
    rf"\b(?:requests?(?: for comment)?|calls?|messages?|emails?|inquir(?:y|ies)|questions) from {THE}({NAME})"
)
# What a medium does as a party to the story, and not as who tells it.
PARTY = compile_later(
    r"(?:,[^,.]{1,60},)? (?:has |have |had |also )?"
    r"(?:announced|apologi[sz]ed|declined|denied|refused|fired|suspended)\b"
)
# Not the medium, but somebody of it: "Daily Echo analysts".
ROLE = compile_later(
    r"(?: [A-Z][\w’'-]{1,60}){0,3}(?:[’']s?)? (?:analysts?|officials?|spokes\w+|police|executives?|chief|president|"
    r"researchers?|scientists?|experts?|economists?|lawyers?|doctors?)\b|"
    r" (?:\w+ )?(?:media|outlets|newspapers|websites|press)\b"
)
REQUEST = compile_later(
    r"(?:request|requests|call|calls|inquiries|questions) (?:for comment )?from (?:the |The )?$|"
    r"comment from (?:the |The )?$"
)
# Characters before and after a name that are looked at: the longest wording of LOOSE, TELLING and REQUEST fits in.
BEFORE, AFTER, BEFORE_REQUEST = 80, 90, 60
BESIDE_CUE = 60  # characters between "told" and the medium that was told


def find_sure_names(reading: Reading) -> Iterator[Span]:
    """Names in places that only a medium can stand in; some more than once."""
    yield from _names_in(reading, SURE)


def find_likely_names(reading: Reading) -> Iterator[Span]:
    """Names in places that a medium mostly stands in; some more than once."""
    yield from _names_in(reading, LIKELY)


def find_telling_names(reading: Reading) -> Iterator[Span]:
    """Names in such places where something is had from them, and not only spoken of them; some more than once."""
    yield from _names_in(reading, [*SURE, *LIKELY], telling=True)
    text = reading.article.text
    yield from (span for span in find_acting_names(reading) if not PARTY.match(text[span.end : span.end + AFTER]))


def find_acting_names(reading: Reading) -> Iterator[Span]:
    """Named media that say something, or through which something was said, as the reading has them."""
    text = reading.article.text
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


def _names_in(reading: Reading, places: Sequence[re.Pattern[str]], *, telling: bool = False) -> Iterator[Span]:
    text = reading.article.text
    for block in reading.article.blocks:
        if block.kind in STORY or block.kind is BlockKind.CREDIT:
            for place in places:
                asked = telling and place in SPOKEN_OF
                for match in place.finditer(text, block.span.start, block.span.end):
                    span = trim_name(text, *match.span(1))
                    if span is None or not _is_called_medium(place, span, text):
                        continue
                    if not asked or in_loose_place(text, Span(*match.span())):
                        yield span


def _is_called_medium(place: re.Pattern[str], name: Span, text: str) -> bool:
    """Not somebody of the medium, and not where its kind and land are all its name."""
    if ROLE.match(text, name.end):
        return False
    return place not in (BEFORE_MEDIUM, BEFORE_SURE_MEDIUM) or not DEMONYM.search(name.cut(text))


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
    """What a page calls itself where it tells of its own earlier report, or of a call of its own."""
    for pattern in (OWN_REPORT, OWN_REQUEST):
        for match in pattern.finditer(text):
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
