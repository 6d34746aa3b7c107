"""What speaks for and against a candidate's being a place, as words: "before=in city", "people=5 city"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from sayso.lists.name_words import NameWords
from sayso.reading.placing.builds import HEADS, head_place
from sayso.reading.placing.candidates import Candidate
from sayso.reading.placing.evidence import Evidence
from sayso.reading.placing.groups import SHORT, UNLISTED, main_senses
from sayso.reading.placing.neighbours import BEFORE, DIRECTIONS, after_of, before_of
from sayso.reading.placing.tokens import Tokens

PEOPLE = (0, 1, 2_000, 10_000, 30_000, 100_000, 300_000, 1_000_000, 5_000_000)
LOWER = (0.02, 0.1, 0.3, 0.6, 0.9)
OTHERS_SHARE = 20  # a place is as well known by its other name as one of a twentieth of its people by its main name
SITTING = frozenset({"in", "at", "near", "from", "around", "outside", "to", "of"})
LOCAL = frozenset({"city", "county", "other city", "other county", "other state"})

REACH = 12  # tokens that a name which lies around another may begin before it
Starting = Mapping[int, Sequence[Candidate]]


def find_features(
    tokens: Tokens, one: Candidate, evidence: Evidence, words: NameWords, starting: Starting
) -> list[str]:
    """All features of a candidate, each once; ``starting`` holds those that begin at a token."""
    group, people = one.group, _people(one)
    before, after = before_of(tokens, one.first, words), after_of(tokens, one.last, words)
    return list(
        dict.fromkeys(
            (
                *_name_features(tokens, one, group, people),
                *_neighbour_features(before, after, group),
                *_word_features(tokens, one, group, people, before, evidence, words),
                *_article_features(one, group, evidence),
                *_run_features(tokens, one, group, starting),
            )
        )
    )


def _people(one: Candidate) -> int:
    """How large the largest place of that name is, in steps."""
    most = max((sense.place.population for sense in main_senses(one.senses)), default=-1)
    if most < 0:
        most = max((sense.place.population for sense in one.senses), default=-1) // OTHERS_SHARE
    return bisect_right(PEOPLE, most)


def _name_features(tokens: Tokens, one: Candidate, group: str, people: int) -> Iterator[str]:
    yield "always"
    yield f"group={group}"
    yield f"people={people} {group}"
    yield f"words={min(one.key.count(' ') + 1, 4)} {group}"
    if one.build:
        yield f"build={one.build}"
        yield f"build={one.build} {'listed' if one.senses else 'not listed'}"
        head = tokens.keys[head_place(tokens, one.last)]
        yield f"head={head}" if head in HEADS else f"front={tokens.keys[one.first]}" if one.build != UNLISTED else "run"
    letters = "".join(tokens.forms[one.first : one.last])
    if letters.isupper() and one.build != SHORT and len(one.key) > 3:
        yield "capitals"


def _neighbour_features(before: str, after: str, group: str) -> Iterator[str]:
    yield f"before={before}"
    yield f"after={after}"
    yield f"before={before} {group}"
    yield f"after={after} {group}"
    yield f"around={before} _ {after}"


def _word_features(
    tokens: Tokens, one: Candidate, group: str, people: int, before: str, evidence: Evidence, words: NameWords
) -> Iterator[str]:
    """Of what words the name is made: words of everyday, given names, family names."""
    parts = one.key.split()
    lower = bisect_left(LOWER, min([words.lower.get(part, 0.0) for part in parts]))
    if lower:
        yield f"lower={lower} {min(len(parts), 2)}"
        yield f"lower={lower} {min(len(parts), 2)} {'sits' if before in SITTING else 'alone'}"
    if one.key in DIRECTIONS:
        yield "direction alone"
    given, family = tokens.keys[one.first] in words.given, tokens.keys[one.last - 1] in words.family
    size = str(min(people, 6)) if group == "city" else group
    if len(parts) > 1:
        if given:
            yield f"full name {group}" if family else f"given first {group}"
        return
    if given:
        yield f"given {size}"
    if family:
        yield f"family {size}"
    if one.key in evidence.families:
        yield f"person {group}"
        yield f"person {'placed' if one.key in evidence.placed else 'not placed'}"
        if before in {"capital given", "capital title"}:
            yield "person here"


def _article_features(one: Candidate, group: str, evidence: Evidence) -> Iterator[str]:
    if one.key in evidence.placed:
        yield f"placed {group}"
    if one.key in evidence.counties:
        yield "county"
    yield f"count={min(evidence.counts[one.key], 4)} {group}"
    if group in LOCAL:
        if any(sense.place.admin1 in evidence.divisions for sense in one.senses):
            yield f"in a state named {group}"
        elif any(sense.place.country in evidence.countries for sense in one.senses):
            yield f"in a country named {group}"
        else:
            yield f"in nothing named {group}"


def _run_features(tokens: Tokens, one: Candidate, group: str, starting: Starting) -> Iterator[str]:
    """What other candidates it lies in or holds, and whether capitalised words go on at either side."""
    length = one.last - one.first
    for place in range(max(one.first - REACH, 0), one.first + 1):
        for other in starting.get(place, ()):
            if other.last >= one.last and other.last - other.first > length:
                yield f"inside {other.group}"
                yield f"inside {other.group} {group} {'first' if other.first == one.first else 'last'}"
    if length > 1:
        held = (other for place in range(one.first, one.last) for other in starting.get(place, ()))
        for other in held:
            if other is not one and other.last <= one.last and other.senses:
                yield f"holds {other.group}"
    left = tokens.capital[one.first - 1] and not tokens.breaks[one.first] and tokens.keys[one.first - 1] not in BEFORE
    right = tokens.capital[one.last] and not tokens.breaks[one.last]
    yield f"run={'L' if left else '-'}{'R' if right else '-'} {group}"
