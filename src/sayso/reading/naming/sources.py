"""Which mention is the head of an attribution's source."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.patterns import compile_later
from sayso.reading.naming.mention import Definiteness, Mention, Shape
from sayso.reading.naming.vocabulary import DEFINITE, INDEFINITE, POSSESSIVES, PREPOSITIONS, PRONOUNS, RELATIVES
from sayso.records.actor import ActorKind
from sayso.records.span import Span

WORD = compile_later(r"[\w’'&.-]*\w\.?")
JOINS = compile_later(r"\s*(?:,\s*(?:and\s+)?|\s+and\s+|\s*&\s*)(?:the\s+|by\s+|from\s+)?")
NOUN_FOLLOWS = compile_later(r"\s+([a-z][\w’'-]*)")
NOUN_BEFORE = compile_later(r"\b([a-z][\w’'-]*)\s$")
NAME_LAST = compile_later(r"\s[A-Z]")
# "Boeing on Tuesday", "Varga himself": no noun that would make the name a modifier.
NO_NOUN = (
    PREPOSITIONS | RELATIVES | frozenset("and or himself herself itself themselves also both alone too who".split())
)


# A verb in the active: "asked for", "hopes", "said"; no "is expected", no "asking".
ACTIVE = compile_later(
    r"(?!is\b|are\b|was\b|were\b|be|been|reportedly)(?:has |have |had |also )?"
    r"(?:[a-z]{2,20}(?:ed|es)|[a-z]{3,20}s|said|told|thought|knew|felt|made|wrote|vowed)(?: (?:for|to|that))?$"
)
MOST_BEFORE = 40  # mentions of one sentence that are looked at for its subject
# "tens of thousands of people", "some of them": the head comes after "of".
PARTS = frozenset(
    """tens hundreds thousands dozens scores one two three four some many most all both half several none number group
    string handful majority lot couple few any each members""".split()
)
# "A translation of the letter" is the letter.
VERSION_OF = compile_later(
    r"\b(?:versions?|cop(?:y|ies)|text|draft|translation|transcript|excerpts) of (?:the |an? )?$", re.IGNORECASE
)
THEM = frozenset("them these those us".split())


@dataclass(slots=True)
class Source:
    """One attribution as naming sees it; ``kind`` is what the encoder takes its source for.

    ``parent`` is the place of the attribution in whose content it lies; ``relay`` the medium that it went through.
    """

    spans: tuple[Span, ...]
    cue: tuple[Span, ...]
    contents: tuple[Span, ...]
    parent: int | None
    kind: ActorKind = ActorKind.UNKNOWN
    relay: Span | None = None


def find_heads(
    sources: Sequence[Source], mentions: list[Mention], text: str, sentences: Sequence[Span]
) -> list[list[Mention]]:
    """For each source its head mentions: none without a source, several for "Yeltsin and Kuchma".

    A source whose head no mention covers ("the bill's backers") makes one, put into ``mentions`` in its place.
    """
    starts = [mention.span.start for mention in mentions]
    made: dict[Span, Mention] = {}
    found = [_heads_of(source, mentions, starts, text, sentences, made) for source in sources]
    mentions += made.values()
    mentions.sort(key=lambda mention: (mention.span.end, -mention.span.start))  # what is inside comes first
    return found


def _heads_of(
    source: Source,
    mentions: Sequence[Mention],
    starts: Sequence[int],
    text: str,
    sentences: Sequence[Span],
    made: dict[Span, Mention],
) -> list[Mention]:
    if not source.spans:
        subject = _subject(source, mentions, starts, text, sentences)
        return [subject] if subject else []
    span = source.spans[0]
    first = max(bisect_left(starts, span.start) - 3, 0)
    inside: list[Mention] = []
    for place in range(first, len(mentions)):
        mention = mentions[place]
        if mention.span.start >= span.end:
            break
        if mention.span.overlaps(span) and mention.span.end <= span.end + 2:
            inside.append(mention)
    head = _head(inside, span, text)
    if head is None:
        head = _beside(inside, span, text) or _titled_last(inside, span, text)
    if head is None:
        return [made.setdefault(span, _make(span, text, sentences))]
    return [head, *_joined(head, inside, span, text)]


def _subject(
    source: Source, mentions: Sequence[Mention], starts: Sequence[int], text: str, sentences: Sequence[Span]
) -> Mention | None:
    """Who does a verb that was given no source: "Kell Street expected", "the mayor came and asked for"."""
    cue = source.cue[0] if source.cue else None
    if cue is None or not ACTIVE.match(cue.cut(text)):
        return None
    place = bisect_left(starts, cue.start)
    number = bisect_left([sentence.end for sentence in sentences], cue.start + 1)
    line = [m for m in mentions[max(0, place - MOST_BEFORE) : place] if m.sentence == number and not m.modifier]
    free = [m for m in line if not m.governed and not m.owning]
    if free and free[-1] is line[-1] and free[-1].shape is Shape.NAME and free[-1].span.end + 1 == cue.start:
        return free[-1]
    if text[cue.start - 4 : cue.start] == "and " and free and not free[0].object:
        return free[0]
    return None


def _head(inside: Sequence[Mention], span: Span, text: str) -> Mention | None:
    version = next((one for one in inside if VERSION_OF.search(text, span.start, one.span.start)), None)
    if version is not None:
        return version
    for mention in inside:
        if mention.modifier or (mention.owning and mention.span.end + 2 < span.end):
            continue
        if mention.pronoun is not None and mention.pronoun.case == "p" and mention.span.end < span.end:
            continue
        before = text[span.start : max(mention.span.start, span.start)]
        words = WORD.findall(before.lower())
        if any(word in PREPOSITIONS for word in words) or "," in before:
            return None
        follows = NOUN_FOLLOWS.match(text, mention.span.end, span.end)
        noun = follows is not None and follows.group(1) not in NO_NOUN
        if noun and mention.shape is Shape.NAME:
            return None
        if noun and follows and NAME_LAST.match(text, follows.end(), span.end) and inside[-1].span.end == span.end:
            return None  # "the harbour analysist Ida Lund": a noun that no list has, and the name it is said of
        if mention.shape is Shape.PRONOUN and len(WORD.findall(span.cut(text))) > 2:
            return None
        return mention
    return None


def _beside(inside: Sequence[Mention], span: Span, text: str) -> Mention | None:
    """ "One of them, Ida Lund": the name that a comma parts from words that are no description."""
    for mention in inside:
        named = mention.shape is Shape.NAME and not mention.modifier and not mention.owning and not mention.governed
        if named and text[max(mention.span.start - 2, span.start) : mention.span.start] == ", ":
            closed = mention.span.end >= span.end or text[mention.span.end] == ","
            return mention if closed else None
    return None


def _titled_last(inside: Sequence[Mention], span: Span, text: str) -> Mention | None:
    """ "Kell Friends of the Sea executive director Ida Lund": a name behind a noun at the very end."""
    last = inside[-1] if inside else None
    if last is None or last.shape is not Shape.NAME or last.span.end != span.end:
        return None
    titled = last.role is not None and last.role.kind is ActorKind.PERSON
    noun = NOUN_BEFORE.search(text, span.start, last.span.start)
    return last if titled or (noun is not None and noun.group(1) not in NO_NOUN | DEFINITE | INDEFINITE) else None


def _joined(head: Mention, inside: Sequence[Mention], span: Span, text: str) -> list[Mention]:
    """The other members of "Yeltsin and Kuchma"; none where a comma only brings an apposition."""
    members: list[Mention] = []
    last, end = head, head.span.end
    for mention in inside:
        if (
            mention.span.start == end + 2
            and text[end : end + 2] == " ("
            and text[mention.span.end : mention.span.end + 1] == ")"
        ):
            end = mention.span.end + 1  # "the Kell Harbour Board (KHB)"
        if mention.modifier or mention.span.start < end or mention.owning or _is_possessive(mention):
            continue
        between = text[end : mention.span.start]
        alike = mention.shape is head.shape and mention.plural == head.plural
        if JOINS.fullmatch(between) and (alike or between.strip() == "and"):
            members.append(mention)
            last, end = mention, mention.span.end
        elif not mention.governed:
            break
    commas_only = (
        " and " not in text[head.span.end : last.span.start] and "&" not in text[head.span.end : last.span.start]
    )
    return [] if commas_only else members


def _is_possessive(mention: Mention) -> bool:
    return mention.pronoun is not None and mention.pronoun.case == "p"


def _make(span: Span, text: str, sentences: Sequence[Span]) -> Mention:
    """A description of the source's own words, up to its first comma, preposition or relative clause."""
    words = [(match.group(), match.end() + span.start) for match in WORD.finditer(span.cut(text))]
    kept = 0
    for word, end in words:
        lower = word.lower()
        if (
            kept
            and (lower in PREPOSITIONS or lower in RELATIVES)
            and not (lower == "of" and words[kept - 1][0].lower() in PARTS)
        ):
            break
        if kept and words[kept - 1][0].lower() in THEM and lower.endswith(("ing", "ed")):  # "some of them waving"
            break
        kept += 1
        if text[end : end + 1] in (",", ";", "(", "—", "–"):
            break
    first = words[0][0].lower() if words else ""
    definiteness = (
        Definiteness.DEFINITE if first in DEFINITE else Definiteness.OWNED if first in POSSESSIVES
        else Definiteness.INDEFINITE if first in INDEFINITE else Definiteness.BARE
    )  # fmt: skip
    skip = definiteness is not Definiteness.BARE and kept > 1
    form = tuple(word for word, _ in words[int(skip) : kept]) or (span.cut(text),)
    end = words[kept - 1][1] if words else span.end
    number = bisect_left([sentence.end for sentence in sentences], span.start + 1)
    pronoun = PRONOUNS.get(first) if len(words) == 1 else None
    shape = Shape.PRONOUN if pronoun is not None else Shape.NOMINAL
    return Mention(
        Span(span.start, max(end, span.start + 1)),
        shape,
        number,
        form,
        definiteness=definiteness,
        pronoun=pronoun,
        reach=end,
    )
