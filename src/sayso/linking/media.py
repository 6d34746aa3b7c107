"""Which names are media: listed ones, and those learned from places that only a medium can stand in."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.linking.media_places import find_holders, find_sure_names, find_told_names
from sayso.linking.proper_names import LEADING, is_name
from sayso.lists.agencies import Agencies, Agency
from sayso.reading.credits.names import find_media_names
from sayso.records.actor import ActorKind
from sayso.records.reading import Reading
from sayso.records.span import Span

NO_MEDIA = (ActorKind.PERSON, ActorKind.COUNTRY, ActorKind.GOVERNMENT_BODY)
SHORTENING = re.compile(
    r"(?<!\s)\s+(?:News|Newspaper|Magazine|Online|UK|US|Digital|Website|Television|TV)$|"
    r"^www\.|\.(?:com|co\.uk|org|net|info|news)$"
)
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


Named = tuple[str, str]  # a medium's key, and its name as written or as listed


def learn_media(readings: Sequence[Reading], agencies: Agencies) -> Media:
    """The media of texts that are looked at together: what stands in a place where only a medium can stand.

    A name that any of the texts has as a person, a country or a government body is none; one that two texts have as
    the party that somebody told something to is one.
    """
    others = set(_others(readings, agencies))
    sure = _count(readings, lambda reading: _sure(reading, agencies))
    told = _count(readings, lambda reading: _told(reading, agencies))
    listed = _count(readings, lambda reading: _listed(reading, agencies))
    kept = {key for key, texts in _by_key(sure).items() if texts > 1 or not _is_other(key, others)}
    kept |= {key for key, texts in _by_key(told).items() if texts > (2 if _is_other(key, others) else 1)}
    kept |= {key for key, _ in listed}
    everywhere = sure + told + listed
    names: dict[str, str] = {}
    for (key, name), _ in sorted(everywhere.items(), key=lambda item: (-item[1], item[0])):
        if key in kept:
            names.setdefault(key, name)
    times = _by_key(everywhere)
    return Media(names, _full_names({key: times[key] for key in names}))


def _count(readings: Sequence[Reading], find: Callable[[Reading], Iterable[Named]]) -> Counter[Named]:
    """In how many texts each is found."""
    return Counter(named for reading in readings for named in set(find(reading)))


def _by_key(found: Counter[Named]) -> Counter[str]:
    times: Counter[str] = Counter()
    for (key, _), texts in found.items():
        times[key] += texts
    return times


def _others(readings: Sequence[Reading], agencies: Agencies) -> Iterator[str]:
    """Keys of people, countries and government bodies that say something."""
    for reading in readings:
        for actor in find_holders(reading):
            if actor.kind in NO_MEDIA and actor.named and not actor.name.lower().startswith("the "):
                yield media_key(actor.name.partition(",")[0], agencies)


def _is_other(key: str, others: set[str]) -> bool:
    return any(other.endswith(key) or other.startswith(key) for other in others)


def _sure(reading: Reading, agencies: Agencies) -> Iterator[Named]:
    return _named(find_sure_names(reading), reading, agencies)


def _told(reading: Reading, agencies: Agencies) -> Iterator[Named]:
    return _named(find_told_names(reading.article.text), reading, agencies)


def _named(spans: Iterable[Span], reading: Reading, agencies: Agencies) -> Iterator[Named]:
    for span in spans:
        name = span.cut(reading.article.text)
        if is_name(name):
            agency = find_agency(name, agencies)
            yield media_key(name, agencies), agency.name if agency else name


def _listed(reading: Reading, agencies: Agencies) -> Iterator[Named]:
    for named in find_media_names(reading.article.text, agencies):
        yield media_key(named.agency.name, agencies), named.agency.name


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
