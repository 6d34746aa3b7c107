"""Which names are media: listed ones, and those learned from places that only a medium can stand in."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.linking.media_places import (
    find_acting_names,
    find_holders,
    find_likely_names,
    find_sure_names,
    find_told_names,
)
from sayso.linking.proper_names import LEADING, SITE, is_name
from sayso.lists.agencies import Agencies, Agency
from sayso.reading.credits.names import find_media_names
from sayso.records.actor import ActorKind
from sayso.records.reading import Reading
from sayso.records.span import Span

NO_MEDIA = (ActorKind.PERSON, ActorKind.COUNTRY, ActorKind.GOVERNMENT_BODY, ActorKind.ORGANISATION)
# Names as media have them: "Kell Post", "WKEL-TV". A reading that has one as an organisation does not speak against it.
TITLE = re.compile(
    r"(?:.+ (?:Times|Post|News|Herald|Tribune|Gazette|Journal|Telegraph|Guardian|Observer|Chronicle|Mirror|Echo|"
    r"Courier|Examiner|Express|Star|Mail|Inquirer|Sentinel|Dispatch|Bulletin|Press|Reporter|Insider|Magazine|Weekly|Daily)|"
    r".+ (?:News|Press|Telegraph|Telegraphic|Information) (?:Agency|Service)|[KW][A-Z]{2,3}(?:-(?:TV|FM|AM))?)"
)
FEWEST_TEXTS = 2  # in which a name stands where media mostly stand, if nothing surer tells
SHORTENING = re.compile(
    r"(?<!\s)\s+(?:News|Newspaper|Magazine|Online|UK|US|Digital|Website|Television|TV)$|"
    r"^www\.|\.(?:com|co\.uk|org|net|info|news)$"
)
OF_WHOM, OF_WHAT = re.compile(r"(.+?)[’']s? [A-Z]"), re.compile(r" (?:of|for) (?:[Tt]he )?([^ ].*)$")
# Letters from which on a key may stand for a longer one that ends so ("Post"), or a longer one be this one's full
# name ("Herald of Kell"): fewer are in many names by chance.
SHORT_FORM, STEM = 4, 6
AHEAD = 2  # a full name must be named so many times as often as the next likely one
LETTERS = re.compile(r"[a-z]+")


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


Texts = frozenset[int]  # numbers of the texts in which something is found
NOWHERE: Texts = frozenset()


@dataclass(frozen=True, slots=True)
class Stand:
    """In which texts a name stands where only a medium can, where one mostly does, and as a medium that speaks.

    ``title`` says whether it is a name as media have them.
    """

    sure: Texts
    likely: Texts
    acting: Texts
    title: bool

    @property
    def texts(self) -> Texts:
        return self.sure | self.likely | self.acting

    def is_medium(self, others: Texts, organisation: Texts) -> bool:
        """Whether enough speaks for a medium, and more than for another who goes by the name."""
        some = len(self.likely) >= FEWEST_TEXTS or bool(self.likely and self.acting)
        return (some or bool(self.sure) or self.title) and len(self.texts) > len(
            others if self.title else others | organisation
        )


def learn_media(readings: Sequence[Reading], agencies: Agencies) -> Media:
    """The media of texts that are looked at together: listed ones, outlets of theirs, and names where media stand.

    One place that only a medium can stand in will do, or a name as media have them; or two texts with places where
    others stand now and then, or one if a text has it as a medium that says something. And more texts must show it as
    a medium than as a person, a country, a body or another organisation.
    """
    finders = (find_sure_names, find_likely_names, _find_told, find_acting_names)
    sure, likely, told, acting = (_find_texts(find, readings, agencies) for find in finders)
    listed = _find_listed(readings, agencies)
    spelled: dict[tuple[str, str], Texts] = {}
    for found in (sure, likely, told, acting, listed):
        for named, texts in found.items():
            spelled[named] = spelled.get(named, NOWHERE) | texts
    mostly = _in_either(likely, told)
    stands = _stands(sure, mostly, acting)
    others = _others(readings, agencies)
    outlets = {media_key(r.article.outlet, agencies) for r in readings if r.article.outlet}
    kept = {key for key, _ in listed} | {key for key, _ in spelled if key in outlets}
    kept |= {key for key, stand in stands.items() if stand.is_medium(*_who_else(key, others))}
    names: dict[str, str] = {}
    for (key, name), _ in sorted(spelled.items(), key=lambda item: (-len(item[1]), item[0])):
        if key in kept:
            names.setdefault(key, name)
    times = _by_key(spelled)
    return Media(names, _full_names({key: len(times[key]) for key in names}))


Named = tuple[str, str]  # a medium's key, and its name as written or as listed
Found = dict[Named, Texts]


def _find_texts(find: Callable[[Reading], Iterable[Span]], readings: Sequence[Reading], agencies: Agencies) -> Found:
    return _in_texts(set(_named(find(reading), reading, agencies)) for reading in readings)


def _find_listed(readings: Sequence[Reading], agencies: Agencies) -> Found:
    return _in_texts(
        {(media_key(named.agency.name, agencies), named.agency.name) for named in find_media_names(text, agencies)}
        for text in (reading.article.text for reading in readings)
    )


def _in_texts(named: Iterable[set[Named]]) -> Found:
    found: dict[Named, set[int]] = defaultdict(set)
    for number, here in enumerate(named):
        for one in here:
            found[one].add(number)
    return {one: frozenset(texts) for one, texts in found.items()}


def _by_key(found: Mapping[Named, Texts]) -> dict[str, Texts]:
    texts: dict[str, Texts] = {}
    for (key, _), here in found.items():
        texts[key] = texts.get(key, NOWHERE) | here
    return texts


def _in_either(one: Found, other: Found) -> Found:
    return {name: one.get(name, NOWHERE) | other.get(name, NOWHERE) for name in {**one, **other}}


def _stands(*places: Found) -> dict[str, Stand]:
    """By key, where each name stands; ``places`` in the order of a stand's."""
    sure, likely, acting = (_by_key(found) for found in places)
    titles = {key for found in places for key, name in found if TITLE.fullmatch(name)}
    return {
        key: Stand(
            sure.get(key, NOWHERE),
            likely.get(key, NOWHERE),
            acting.get(key, NOWHERE),
            key in titles,
        )
        for key in {**sure, **likely, **acting}
    }


def _others(readings: Sequence[Reading], agencies: Agencies) -> dict[bool, dict[str, set[int]]]:
    """By key, the texts that have somebody who is no medium: organisations that speak (True), and all others."""
    found: dict[bool, dict[str, set[int]]] = {True: defaultdict(set), False: defaultdict(set)}
    for number, reading in enumerate(readings):
        holders = {actor.id for actor in find_holders(reading)}
        for actor in reading.actors:
            if actor.kind in NO_MEDIA and actor.named and not actor.name.lower().startswith("the "):
                is_organisation = actor.kind is ActorKind.ORGANISATION
                if actor.id in holders or not is_organisation:
                    found[is_organisation][media_key(actor.name.partition(",")[0], agencies)].add(number)
    return found


def _who_else(key: str, others: Mapping[bool, Mapping[str, set[int]]]) -> tuple[Texts, Texts]:
    """The texts that have a person, a country or a body of this name, also as the last or first part; organisations."""

    def texts(found: Mapping[str, set[int]]) -> Texts:
        return frozenset(
            text for other, at in found.items() if other.endswith(key) or other.startswith(key) for text in at
        )

    return texts(others[False]), texts(others[True])


def _find_told(reading: Reading) -> Iterator[Span]:
    return find_told_names(reading.article.text)


def _named(spans: Iterable[Span], reading: Reading, agencies: Agencies) -> Iterator[Named]:
    for span in spans:
        name = own_name(span, reading.article.text, agencies).cut(reading.article.text)
        if is_name(name):
            agency = find_agency(name, agencies)
            yield media_key(name, agencies), agency.name if agency else name


def own_name(span: Span, text: str, agencies: Agencies) -> Span:
    """The medium's own name in "Kell Post’s Ada Quill" and in "Ada Quill of the Kell Post"; else all of it."""
    name = span.cut(text)
    if find_agency(name, agencies) is None:
        whose = OF_WHOM.match(name)
        if whose and find_agency(whose.group(1), agencies):
            return Span(span.start, span.start + whose.end(1))
        where = OF_WHAT.search(name)
        if where and (find_agency(where.group(1), agencies) or re.fullmatch(SITE, where.group(1))):
            return Span(span.start + where.start(1), span.end)
    return span


def _full_names(times: Mapping[str, int]) -> dict[str, str]:
    """What a shorter name stands for: "The Post" for the paper that ends so and is named most in these texts."""
    endings: dict[str, list[str]] = defaultdict(list)
    for key in times:
        for start in range(1, len(key) - SHORT_FORM + 1):
            endings[key[start:]].append(key)
    full: dict[str, str] = {}
    for key in times:
        candidates = sorted(endings.get(key) or _stems(key, times), key=lambda other: (-times[other], other))
        if len(candidates) == 1 or (candidates and times[candidates[0]] >= AHEAD * times[candidates[1]]):
            full[key] = candidates[0]
    return full


def _stems(key: str, times: Mapping[str, int]) -> list[str]:
    """The keys that this one is with "of" and a place behind: "kellherald" of "kellheraldofvelm"."""
    places = [match.start() for match in re.finditer("(?=of)", key) if match.start() >= STEM]
    return [key[:at] for at in places if key[:at] in times and LETTERS.fullmatch(key, at + 2)]


def media_key(name: str, agencies: Agencies) -> str:
    """One key for all spellings of a medium: its listed name where it is listed, else its bare letters."""
    known = find_agency(name, agencies) or agencies.find(SHORTENING.sub("", name))
    written = LEADING.sub("", known.name if known else name)
    return re.sub(r"\W", "", SHORTENING.sub("", re.sub(r"^The(?=[A-Z])", "", written)).lower())


def find_agency(name: str, agencies: Agencies) -> Agency | None:
    """The list's row for a name with or without "The", "News", ".com" and the like."""
    found = agencies.find(name) or agencies.find(f"The {name}")
    plain = SHORTENING.sub("", name)
    return found or (agencies.find(plain.upper()) if plain != name else None)
