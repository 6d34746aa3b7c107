"""Whom a text names as the medium that its facts come through: "the Daily Echo reports", "told the BBC", "(AP)".

Listed outlets are found wherever they stand in such a place. Others are learned from places that only a medium can
stand in ("a report in X", "the news site X", "X reports", "originally appeared at X"), and then found in looser ones
("according to X", "told X") in all texts that are looked at together.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.lists.agencies import Agencies, Agency, AgencyKind
from sayso.reading.credits.names import find_media_names
from sayso.records.actor import ActorKind
from sayso.records.block import STORY, BlockKind
from sayso.records.credit import CreditKind
from sayso.records.reading import Reading
from sayso.records.span import Span

# A proper name of up to five words, or an address on the web.
PART = r"(?:(?:[A-Z]\.){2,}|[A-Z][\w’'&-]*(?:\.(?=\w)[\w-]+)*|[A-Z](?=\s))"
SITE = r"(?:www\.)?[A-Za-z0-9-]{2,}\.(?:com|org|net|co\.uk|info|news|tv|ru|in|cn|de|fr|se|it|es|no|dk|nl)\b"
NAME = rf"(?:{SITE}|{PART}(?: (?:of |the |de |for |& )?{PART}){{0,4}})"
NATION = (
    r"(?:[A-Z][a-z]+(?:-[A-Z]?[a-z]+)?(?:[- ](?:based|language))? |local |daily |rival |sister |state |online |popular |"
    r"news and \w+ |gossip |celebrity |tech |technology )?"
)
MEDIUM = (
    r"(?:newspaper|paper|website|web site|news site|site|news agency|news outlet|outlet|agency|blog|magazine|tabloid|"
    r"broadcaster|daily|weekly|channel|network|station|publication|portal|news service)"
)
TELLS = r"(?:reports?(?! to\b)|reported(?! to\b)|writes|wrote|(?:has|have|had) reported|first reported)"
REPORT = r"(?:reports?|article|story|interview|post|piece|item|column|editorial|blog post)"
# "Daily Echo newspaper", but not "Chilean newspaper".
BEFORE_MEDIUM = re.compile(rf"\b({NAME})(?:,)? (?:an? |the )?{NATION}{MEDIUM}\b")
# Places that only a medium can stand in; the name is group 1.
SURE = (BEFORE_MEDIUM,) + tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b[Tt]he {NATION}{MEDIUM} (?:the |The )?({NAME})",
        rf"\b(?:websites|sites|outlets|newspapers|media|blogs|magazines|tabloids)(?: such as| like|,? including) (?:the |The )?({NAME})",
        rf"\b(?:[Tt]he )?({NAME})(?:,)? (?:which |who )?(?:first |also |has |have |had )?{TELLS}\b",
        rf"\b(?:reported|revealed|published|broken|disclosed|detailed) (?:\w+day )?(?:by|in|on) (?:the |The )?({NAME})",
        rf"\b(?:[Rr]eports?|writes|notes|reported) (?:the |The )?({NAME})",
        rf"\b{REPORT} (?:in|by|from|at|on|for|published by|published in|published on|of) (?:the |The |a |an )?({NAME})",
        rf"\b(?:originally|first) (?:appeared|published|posted) (?:at|on|in|by) (?:the |The )?({NAME})",
        rf"\b(?:[Vv]ia|VIA|h/t|H/T|HT|[Hh]at tip to|(?<!Photo )(?<!photo )(?:SOURCES?|Sources?)(?::| -)?) (?:the |The )?({NAME})",
        rf"\b[Cc]lick for more from (?:the |The )?({NAME})",
        rf"\b(?:citing|cited by|quoted by|told by|picked up by|published by|published in|obtained by|seen by) (?:the |The )?({NAME})",
        rf"\b[Aa]s (?:the |The )?({NAME}) (?:reports|reported|points out|notes|noted|put it|puts it)\b",
        rf"(?<![\w@./])({SITE})",
    )
)
# Places where a source of any kind may stand: only known names count here.
LOOSE = re.compile(
    r"(?:[Aa]ccording to|\btold|\btells|\binformed|\b(?:speaking|spoke|talking|talked) (?:to|with)|\binterview with|"
    r"\bstatement to|\bassured|\b[Rr]eports from|\b[Aa]s|\band|\bcites?|\bcited|\b[Ff]rom|\b(?:revealed|reported|disclosed|detailed) by)"
    r"\s+(?:[Bb]oth )?(?:the |The )?$"
)
TOLD = re.compile(
    rf"\b(?:told|tells|informed|assured|(?:speaking|spoke|talking|talked) (?:to|with)|interview with|statement to) (?:the |The )?({NAME})"
)
TELLING = re.compile(
    r"^(?:[’']s? [\w-]+ [\w-]+|,? which|,? who)?\s*(?:first |also |has |have |had |later |then )?"
    r"(?:reports?|reported|writes|wrote|says|said|notes|noted|claims|claimed|reveals|revealed|adds|added|quotes|quoted|"
    r"points out|point out|describes|described|broke|explains|explained|cites|cited|covered|ran|published|confirmed|followed up)\b"
)
# How a page speaks of its own earlier reporting.
OWN_REPORT = re.compile(rf"\b[Aa]s (?:the |The )?({NAME}) (?:has |have )?(?:first |previously |earlier )?reported\b")
ROLE = re.compile(
    r"(?: [A-Z][\w’'-]+){0,3}(?:[’']s?)? (?:analysts?|officials?|spokes\w+|police|executives?|chief|president|researchers?|"
    r"scientists?|experts?|economists?|lawyers?|doctors?)\b"
)
REQUEST = re.compile(
    r"(?:request|requests|call|calls|inquiries|questions) (?:for comment )?from (?:the |The )?$|comment from (?:the |The )?$"
)
DEMONYM = re.compile(r"(?:ghan|istani|lamic|ese|ish|ian|ean|can|man|nch|ish|utch|wiss|eek|raqi|aeli|audi)$")
NO_NAMES = frozenset(
    """he she it they we i you the this that these those police officials officer sources source friday monday tuesday
    wednesday thursday saturday sunday january february march april may june july august september october november
    december mr mrs ms dr local state media press reports report president minister spokesman spokeswoman today
    yesterday earlier later however but and so one two three is as in on at for english chinese american british russian
    sky facebook twitter instagram youtube reddit tumblr snapchat google wikipedia tweet tweets according related read
    photo image video update editor breaking us uk eu isis isil nato congress taliban senate
    house court navy army tv argentine australia china france germany russia japan india canada britain england london
    washington uber giphy""".split()
)
NO_MEDIA = (ActorKind.PERSON, ActorKind.COUNTRY, ActorKind.GOVERNMENT_BODY)
LEADING = re.compile(
    r"^(?:The |A |An |But |And |As |In |On |At |So |While |When |Meanwhile |However |Now |Still |Today |Yesterday |Even |"
    r"Both |Monday |Tuesday |Wednesday |Thursday |Friday |Saturday |Sunday )+"
)
TRAILING = re.compile(r"(?:[’']s?|\.|(?: (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?: [a-z]+)?)$")
SHORTENING = re.compile(
    r"\s+(?:News|Newspaper|Magazine|Online|UK|US|Digital|Website|Television|TV)$|^www\.|\.(?:com|co\.uk|org|net|info|news)$"
)


@dataclass(frozen=True, slots=True)
class Naming:
    """The text names the medium ``name`` by the words of ``span``; ``key`` is the same for all its spellings.

    ``agency`` is the list's row, or None for a medium that the list does not have. ``how`` is "credit" for a credit
    line, "named" for a place in the prose, "dateline" for a bare agency tag.
    """

    key: str
    name: str
    span: Span
    how: str
    agency: Agency | None


@dataclass(frozen=True, slots=True)
class Media:
    """The media that some texts name, learned from all of them together.

    ``names`` gives each key its fullest name, ``full`` says which key a shorter one stands for.
    """

    names: dict[str, str]
    full: dict[str, str]

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(self.names)


def find_namings(reading: Reading, agencies: Agencies, media: Media) -> tuple[Naming, ...]:
    """The media that ``reading`` names as where its facts come from, in the order of the text.

    The outlet itself, social venues and requests for comment are left out.
    """
    text = reading.article.text
    own = media_key(reading.article.outlet, agencies) if reading.article.outlet else None
    found = {**dict(_prose(reading, agencies, media)), **dict(_credited(reading, agencies))}
    kept: list[Naming] = []
    own_keys = {own, *(media_key(m.group(1), agencies) for m in OWN_REPORT.finditer(text))}
    for span in sorted(found):
        naming = found[span]
        key = media.full.get(naming.key, naming.key)
        naming = replace(naming, key=key, name=media.names.get(key, naming.name))
        if (
            naming.key in own_keys
            or _is_venue(naming.agency)
            or REQUEST.search(text, max(0, span.start - 60), span.start)
        ):
            continue
        if not any(span.overlaps(other.span) for other in kept):
            kept.append(naming)
    return tuple(kept)


def learn_media(readings: Sequence[Reading], agencies: Agencies) -> Media:
    """The media of texts that are looked at together: what stands in a place where only a medium can stand.

    A name that any of the texts has as a person, a country or a government body is none; one that two texts have as
    the party that somebody told something to is one.
    """
    actors = {
        media_key(re.sub(r",.*", "", actor.name), agencies)
        for reading in readings
        for actor in reading.actors
        if actor.kind in NO_MEDIA and actor.named and not actor.name.lower().startswith("the ")
    }
    sure = Counter(pair for reading in readings for pair in set(_sure_names(reading, agencies)))
    told = Counter(pair for reading in readings for pair in set(_told(reading, agencies)))
    listed = Counter(pair for reading in readings for pair in set(_listed(reading, agencies)))
    kept = _by_key(sure, lambda key, articles: articles > 1 or not _is_actor(key, actors))
    kept |= _by_key(told, lambda key, articles: articles > 2 or (articles > 1 and not _is_actor(key, actors)))
    kept |= {key for key, _ in listed}
    everywhere = sure + told + listed
    names: dict[str, str] = {}
    for (key, name), _ in sorted(everywhere.items(), key=lambda item: (-item[1], item[0])):
        if key in kept:
            names.setdefault(key, name)
    times: Counter[str] = Counter()
    for (key, _), articles in everywhere.items():
        times[key] += articles
    return Media(names, _full_names({key: times[key] for key in names}))


def _by_key(found: Counter[tuple[str, str]], holds: Callable[[str, int], bool]) -> set[str]:
    times: Counter[str] = Counter()
    for (key, _), articles in found.items():
        times[key] += articles
    return {key for key, articles in times.items() if holds(key, articles)}


def _is_actor(key: str, actors: set[str]) -> bool:
    return any(actor.endswith(key) or actor.startswith(key) for actor in actors)


def _sure_names(reading: Reading, agencies: Agencies) -> Iterator[tuple[str, str]]:
    for _, name in _sure(reading):
        if _is_name(name):
            agency = _agency(name, agencies)
            yield media_key(name, agencies), agency.name if agency else name


def _told(reading: Reading, agencies: Agencies) -> Iterator[tuple[str, str]]:
    for match in TOLD.finditer(reading.article.text):
        span = _trimmed(reading.article.text, *match.span(1))
        if span is not None and _is_name(span.cut(reading.article.text)):
            name = span.cut(reading.article.text)
            agency = _agency(name, agencies)
            yield media_key(name, agencies), agency.name if agency else name


def _listed(reading: Reading, agencies: Agencies) -> Iterator[tuple[str, str]]:
    for named in find_media_names(reading.article.text, agencies):
        yield media_key(named.agency.name, agencies), named.agency.name


def _full_names(named: dict[str, int]) -> dict[str, str]:
    """What a shorter name stands for: "The Post" for the paper that ends so and is named most in these texts."""
    full: dict[str, str] = {}
    for key in named:
        longer = [other for other in named if other != key and other.endswith(key)] if len(key) >= 4 else []
        shorter = [other for other in named if len(other) >= 6 and re.match(re.escape(other) + "of[a-z]+$", key)]
        candidates = sorted(longer or shorter, key=lambda other: (-named[other], other))
        if len(candidates) == 1 or (candidates and named[candidates[0]] >= 2 * named[candidates[1]]):
            full[key] = candidates[0]
    return full


def media_key(name: str, agencies: Agencies) -> str:
    """One key for all spellings of a medium: its listed name where it is listed, else its bare letters."""
    known = _agency(name, agencies) or agencies.find(SHORTENING.sub("", name))
    written = known.name if known else name
    return re.sub(r"\W", "", SHORTENING.sub("", re.sub(r"^The(?=[A-Z])", "", LEADING.sub("", written))).lower())


def _sure(reading: Reading) -> Iterator[tuple[Span, str]]:
    """Names in places that only a medium can stand in, and named media actors."""
    text = reading.article.text
    for block in reading.article.blocks:
        if block.kind not in STORY and block.kind is not BlockKind.CREDIT:
            continue
        for pattern in SURE:
            for match in pattern.finditer(text, block.span.start, block.span.end):
                span = _trimmed(text, *match.span(1))
                nation = pattern is BEFORE_MEDIUM and span is not None and DEMONYM.search(span.cut(text))
                if span is not None and not nation and not ROLE.match(text, span.end):
                    yield span, span.cut(text)
    for actor in reading.actors:
        if actor.kind is ActorKind.MEDIA and actor.named:
            name = re.search(NAME + "$", actor.name)
            for mention in actor.mentions if name else ():
                at = mention.cut(text).rfind(name.group()) if name else -1
                if name and at >= 0:
                    span = _trimmed(text, mention.start + at, mention.start + at + len(name.group()))
                    if span is not None:
                        yield span, span.cut(text)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """The name without words before and marks after it that are none of its own."""
    name = text[start:end]
    lead = LEADING.match(name)
    start += lead.end() if lead else 0
    name = text[start:end]
    tail = TRAILING.search(name)
    end -= len(tail.group()) if tail else 0
    return Span(start, end) if end - start >= 2 else None


def _is_name(name: str) -> bool:
    words = re.findall(r"\w+", name.lower().replace(".", ""))
    if not words or name.isdigit() or words[0] in NO_NAMES or "twitter" in words:
        return False
    return not all(word in NO_NAMES or DEMONYM.search(word) for word in words)


def _prose(reading: Reading, agencies: Agencies, media: Media) -> Iterator[tuple[Span, Naming]]:
    text = reading.article.text
    for span, name in _sure(reading):
        key = media_key(name, agencies)
        agency = _agency(name, agencies)
        if _is_name(name) and (agency or key in media.keys):
            yield span, Naming(key, agency.name if agency else name, span, "named", agency)
    for named in find_media_names(text, agencies):
        if _in_loose_place(text, named.span):
            key = media_key(named.agency.name, agencies)
            yield named.span, Naming(key, named.agency.name, named.span, "named", named.agency)
    for match in re.finditer(NAME, text):
        whole = _trimmed(text, *match.span())
        for shorter in _beginnings(text, whole) if whole is not None and _is_name(whole.cut(text)) else ():
            key = media_key(shorter.cut(text), agencies)
            if key in media.keys:
                if _in_loose_place(text, shorter):
                    yield (
                        shorter,
                        Naming(key, shorter.cut(text), shorter, "named", _agency(shorter.cut(text), agencies)),
                    )
                break


def _agency(name: str, agencies: Agencies) -> Agency | None:
    plain = SHORTENING.sub("", name)
    return (
        agencies.find(name) or agencies.find("The " + name) or (agencies.find(plain.upper()) if plain != name else None)
    )


def _in_loose_place(text: str, span: Span) -> bool:
    before = LOOSE.search(text, max(0, span.start - 40), span.start)
    after = text[span.end : span.end + 60]
    if ROLE.match(text, span.end):
        return False
    return bool(before or TELLING.match(after))


def _beginnings(text: str, span: Span) -> Iterator[Span]:
    """The name, then the name without its last words."""
    yield span
    words = [match.end() for match in re.finditer(r"\S+", span.cut(text))]
    for end in reversed(words[:-1]):
        yield Span(span.start, span.start + end)


def _credited(reading: Reading, agencies: Agencies) -> Iterator[tuple[Span, Naming]]:
    for credit in reading.credits:
        if credit.kind in (CreditKind.AGENCY, CreditKind.OUTLET):
            agency = _agency(credit.name, agencies)
            how = "dateline" if credit.span.start < 200 and credit.kind is CreditKind.AGENCY else "credit"
            key = media_key(credit.name, agencies)
            yield credit.span, Naming(key, agency.name if agency else credit.name, credit.span, how, agency)


def _is_venue(agency: Agency | None) -> bool:
    return agency is not None and agency.kind in (AgencyKind.SOCIAL_VENUE, AgencyKind.PHOTO_AGENCY)
