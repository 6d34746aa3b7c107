"""Whom a text names as the medium that its facts come through: "the Daily Echo reports", "told the BBC", "(AP)".

Listed outlets are found wherever they stand in such a place. Others are learned from places that only a medium can
stand in ("a report in X", "the news site X", "X reports", "originally appeared at X"), and then found in looser ones
("according to X", "told X") in all texts that are looked at together.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sayso.linking.media import Media, find_agency, media_key, own_name
from sayso.linking.media_places import (
    find_names,
    find_own_names,
    find_telling_names,
    in_loose_place,
    is_requested,
)
from sayso.linking.proper_names import LEADING, beginnings_of, is_name
from sayso.lists.agencies import Agencies, Agency, AgencyKind
from sayso.reading.credits.names import find_media_names
from sayso.records.credit import Credit, CreditKind
from sayso.records.reading import Reading
from sayso.records.span import Span

NO_SOURCES = (AgencyKind.SOCIAL_VENUE, AgencyKind.PHOTO_AGENCY)  # what is posted there is somebody else's
TOP = 200  # characters from the start of a page in which an agency's tag is its dateline


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


def find_namings(reading: Reading, agencies: Agencies, media: Media) -> tuple[Naming, ...]:
    """The media that ``reading`` names as where its facts come from, in the order of the text, none overlapping.

    The outlet itself, social venues and requests for comment are left out.
    """
    text = reading.article.text
    own = _own_keys(reading, agencies)
    found = {naming.span: naming for naming in [*_in_prose(reading, agencies, media), *_in_credits(reading, agencies)]}
    kept: list[Naming] = []
    for span in sorted(found):
        naming = _in_full(found[span], media)
        if naming.key in own or _is_no_source(naming.agency) or is_requested(text, span):
            continue
        if not kept or not span.overlaps(kept[-1].span):
            kept.append(naming)
    return tuple(kept)


def _own_keys(reading: Reading, agencies: Agencies) -> set[str]:
    """Keys of the outlet: as the page gives it, also cut short, or else as it calls itself in its text."""
    outlet = reading.article.outlet
    if outlet is None:
        return {media_key(name, agencies) for name in find_own_names(reading.article.text)}
    whole = LEADING.sub("", outlet).split()
    return {media_key(" ".join(whole[:end]), agencies) for end in range(min(2, len(whole)), len(whole) + 1)}


def _in_full(naming: Naming, media: Media) -> Naming:
    key = media.full.get(naming.key, naming.key)
    return replace(naming, key=key, name=media.names.get(key, naming.name))


def _is_no_source(agency: Agency | None) -> bool:
    return agency is not None and agency.kind in NO_SOURCES


def _in_prose(reading: Reading, agencies: Agencies, media: Media) -> Iterator[Naming]:
    """What a medium's place shows, then what a loose place does; the later of the same words counts."""
    text, keys = reading.article.text, media.keys
    for found in find_telling_names(reading):
        span = own_name(found, text, agencies)
        naming = _named(text, span, agencies)
        if is_name(span.cut(text)) and (naming.agency or naming.key in keys):
            yield naming
    for named in find_media_names(text, agencies):
        if in_loose_place(text, named.span):
            key = media_key(named.agency.name, agencies)
            yield Naming(key, named.agency.name, named.span, "named", named.agency)
    for whole in find_names(text):
        known = _known_beginning(text, whole, agencies, keys) if is_name(whole.cut(text)) else None
        if known is not None and in_loose_place(text, known):
            yield replace(_named(text, known, agencies), name=known.cut(text))


def _named(text: str, span: Span, agencies: Agencies) -> Naming:
    name = span.cut(text)
    agency = find_agency(name, agencies)
    return Naming(media_key(name, agencies), agency.name if agency else name, span, "named", agency)


def _known_beginning(text: str, whole: Span, agencies: Agencies, keys: frozenset[str]) -> Span | None:
    """The longest beginning of a run of capitals that is a medium's name."""
    names = (span for span in beginnings_of(text, whole) if is_name(span.cut(text)))
    return next((span for span in names if media_key(span.cut(text), agencies) in keys), None)


def _in_credits(reading: Reading, agencies: Agencies) -> Iterator[Naming]:
    for credit in reading.credits:
        if credit.kind in (CreditKind.AGENCY, CreditKind.OUTLET):
            agency = find_agency(credit.name, agencies)
            if agency is None and not is_name(credit.name):
                continue
            name = agency.name if agency else credit.name
            yield Naming(media_key(credit.name, agencies), name, credit.span, _how(credit), agency)


def _how(credit: Credit) -> str:
    return "dateline" if credit.kind is CreditKind.AGENCY and credit.span.start < TOP else "credit"
