"""The named places of an article: what each name may stand for, and what the text says about that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.gazetteer.folding import fold
from sayso.gazetteer.lookup import Gazetteer, Place, Sense
from sayso.gazetteer.shape import NameKind
from sayso.patterns import compile_later
from sayso.reading.placing.neighbours import DIRECTIONS
from sayso.records.span import Span

CAPITAL = r"[^\W\d_a-z][\w’']*\.?(?:[A-Z]\.)*"
RUN = rf"{CAPITAL}(?:[ -]{CAPITAL}){{0,2}}"
# What follows a name and may say where it lies: "Lund, Sweden", "Paris (Texas)", "Athens, Clarke County, Ga."
FOLLOWING = compile_later(rf",\s(?:in\s)?({RUN})|\s?\(({RUN})\)|\sin\s({RUN})")
HOLDERS = ("ADM1", "PCLI", "PCLS", "ADM2")
OF = compile_later(
    r"(?i)^(?:the )?(?:city|town|village|county|state|province|republic|borough|township|port|district|region) of "
    r"(?:the )?"
)
HEAD = compile_later(
    r"(?i)\s+(?:city|town|township|twp\.?|borough|village|province|oblast|governorate|prefecture|region|district|state|"
    r"municipality|county|co\.?|area|metropolitan area|metro|republic|territory|department|canton)$"
)
COUNTY = compile_later(r"(?i)\s(?:county|co\.?)$")
ROAD = compile_later(
    r"(?i)\s(?:street|st\.?|road|rd\.?|avenue|ave\.?|drive|dr\.?|lane|boulevard|blvd\.?|highway|parkway)$"
)
REGION_HEAD = compile_later(r"(?i)\s(?:province|oblast|governorate|prefecture|region|state|republic)$")
COUNTIES = compile_later(rf"(?:, {CAPITAL}| and {CAPITAL}|, and {CAPITAL})* counties\b")
CITY_AFTER = compile_later(r"(?:,? the (?:\w+ )?capital| [Cc]ity\b)")
CITY_BEFORE = compile_later(r"\b(?:[Cc]ity|[Tt]own|[Cc]apital)(?: of|,)?\s$")
REGION_AFTER = compile_later(r"\s(?:region|province|oblast|governorate|prefecture)\b")
SHARED = 4  # first letters that a division shares with the city it is called after


@dataclass(slots=True)
class Mention:
    """One name in a text, with its senses (empty where no list has it) and the region named right after it.

    ``counted`` is "counties" or "region" where the words after the name say that it is one, and "city".
    """

    span: Span
    key: str
    senses: tuple[Sense, ...]
    holders: tuple[Place, ...] = ()
    counted: str = ""
    pick: Sense | None = field(default=None)
    scores: list[float] = field(default_factory=list)


def read_mention(text: str, span: Span, gazetteer: Gazetteer) -> Mention:
    """The name at ``span``, looked up as written and then without what stands around its core."""
    written = span.cut(text)
    senses = find_senses(written, gazetteer)
    counted = _counted(text, span)
    if counted == "region" or REGION_HEAD.search(written):
        senses = with_regions(senses, gazetteer)
    return Mention(span, fold(written), senses, find_holders(text, span, gazetteer), counted)


def spread_regions(mentions: Sequence[Mention], gazetteer: Gazetteer) -> None:
    """Where an article says "the Kursk region" and nowhere that the city is meant, "Kursk" alone is the region too."""
    counted: dict[str, set[str]] = {}
    for mention in mentions:
        counted.setdefault(mention.key, set()).add(mention.counted)
    for mention in mentions:
        if not mention.counted and "region" in counted[mention.key] and "city" not in counted[mention.key]:
            mention.counted = "region"
            mention.senses = with_regions(mention.senses, gazetteer)


def _counted(text: str, span: Span) -> str:
    after = text[span.end : span.end + 80]
    if COUNTIES.match(after):
        return "counties"
    if REGION_AFTER.match(after):
        return "region"
    is_city = CITY_AFTER.match(after) or CITY_BEFORE.search(text, max(0, span.start - 20), span.start)
    return "city" if is_city else ""


def with_regions(senses: tuple[Sense, ...], gazetteer: Gazetteer) -> tuple[Sense, ...]:
    """The senses, and the division that a city gave its name to: Kurskaya oblast' for "the Kursk region"."""
    found = {sense.place.row: sense for sense in senses}
    for sense in senses:
        row = sense.place.admin1
        if row is not None and row not in found:
            division = gazetteer.place(row)
            if fold(division.label)[:SHARED] == fold(sense.place.label)[:SHARED]:
                found[row] = Sense(division, sense.kind)
    return tuple(found.values())


def find_senses(written: str, gazetteer: Gazetteer) -> tuple[Sense, ...]:
    """What a name may stand for: as an abbreviation and as written, else without "City of" or "Northern"."""
    short = _abbreviated(written, gazetteer)
    plain = gazetteer.find(written)
    if short:
        return (*short, *(sense for sense in plain if sense.kind is NameKind.MAIN))
    if (plain and not (written.isupper() and len(written) == 2)) or ROAD.search(written):
        return plain
    return _find_core(written, gazetteer)


def _abbreviated(written: str, gazetteer: Gazetteer) -> tuple[Sense, ...]:
    found = gazetteer.find_abbreviation(written) or gazetteer.find_abbreviation(written.replace(" ", ""))
    return found or (gazetteer.find_abbreviation(written + ".") if "." in written else ())


def _find_core(written: str, gazetteer: Gazetteer) -> tuple[Sense, ...]:
    """What is left of a name without the words around its core: Ohio of "State of Ohio", Texas of "North Texas"."""
    for core in (OF.sub("", written), HEAD.sub("", written)):
        if core != written and (senses := gazetteer.find(core)):
            is_county = COUNTY.search(written) is not None
            return tuple(s for s in senses if s.place.code.startswith("ADM")) if is_county else senses
    words = written.split()
    while len(words) > 1 and (words[0] in {"The", "the"} or fold(words[0]) in DIRECTIONS):
        words = words[1:]
        if senses := gazetteer.find(" ".join(words)):
            return senses
    return ()


def find_holders(text: str, span: Span, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """The regions that the words right after a name may say that it lies in."""
    match = FOLLOWING.match(text, span.end, min(span.end + 60, len(text)))
    if match is None:
        return ()
    written = next(group for group in match.groups() if group)
    words = written.split(" ")
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count])
        places = _regions(name, gazetteer) or _regions(name.rstrip("."), gazetteer)
        if places:
            return places
    return ()


def _regions(name: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    senses: Sequence[Sense] = gazetteer.find_abbreviation(name) or gazetteer.find(name)
    return tuple(s.place for s in senses if s.place.code in HOLDERS and s.kind is not NameKind.ADJECTIVE)


def lies_in(place: Place, holder: Place) -> bool:
    """True if the gazetteer puts ``place`` inside ``holder``."""
    if place.row == holder.row:
        return False
    if holder.code.startswith("PCL"):
        return place.country == holder.country != ""
    return holder.row in (place.admin1, place.admin2)
