"""Descriptions beside a name that are its bearer's: "Otto Varga, the minister", "the minister, Otto Varga,"."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.patterns import compile_later
from sayso.reading.naming.mention import Definiteness, Mention, Shape
from sayso.reading.naming.vocabulary import PLACES
from sayso.records.actor import ActorKind

# What completes a description: "of the harbour board", bounded, up to a comma or a verb.
COMPLEMENT = compile_later(
    r"\s(?:of|for|at|in|to|on|with|from)\s[^,.;:—–“”\"()\n]{1,80}?"
    r"(?=[,.;:—–“”\"()\n]|\s(?:who|said|says|told|which|that|and|but|is|was|are|were|has|had|have|will|would|by)\b|$)"
)
BESIDE = compile_later(r",\s(?:then\s|formerly\s|now\s|the\s)?")
ALIAS = compile_later(r",\s(?:or|also known as|known as)\s(?:the\s)?")
COPULA = compile_later(r"(?:,\swho)?\s(?:is|was|became|remains|serves\sas|served\sas|is\snow|was\sthen)\s")
# What may follow a description that a comma parts from its name.
CLOSED = compile_later(
    r"\s*(?:[,.;:—–)”\"-]|$|\s(?:who|of|for|at|in|from|with|on|and\sa|and\sthe"
    r"|(?:owned|run|led|published|based|backed|funded)\s(?:by|in))\b)"
)
# "president and CEO of the line"
AND_TITLE = compile_later(r"\sand\s(?:[A-Z]{2,4}|[a-z-]+\s[a-z]+|[a-z]+)\s(?:of|at|for)\b")


def find_appositions(mentions: Sequence[Mention], text: str) -> dict[Mention, Mention]:
    """For each description that stands beside a name: the name. Sets how far the descriptions reach."""
    partners: dict[Mention, Mention] = {}
    plain = [mention for mention in mentions if not mention.modifier and mention.shape is not Shape.PRONOUN]
    for mention in plain:
        if mention.shape is Shape.NOMINAL:
            complement = COMPLEMENT.match(text, mention.span.end)
            mention.reach = complement.end() if complement else mention.span.end
    for place, mention in enumerate(plain):
        for other in plain[place + 1 : place + 6]:
            if other.sentence != mention.sentence or other.span.start > mention.reach + 20:
                break
            if other.span.start < mention.reach:
                continue
            if other.owning:
                break
            if _is_alias(mention, other, text):
                mention.reach = other.span.end
                continue
            if _describes(mention, other, text):
                name, description = (mention, other) if other.shape is Shape.NOMINAL else (other, mention)
                known = partners.get(description)
                if known is None or known.governed:  # "In Lund, the mayor, Otto Varga,": the second is the mayor
                    partners[description] = name
            break
    return partners


def _is_alias(mention: Mention, other: Mention, text: str) -> bool:
    """ "Uvuvi, or Fisher, a weekly": a second name that is said of the first, before the description."""
    named = mention.shape is Shape.NAME and other.shape is Shape.NAME and not mention.owning
    return (
        named
        and ALIAS.fullmatch(text[mention.reach : other.span.start]) is not None
        and text[other.span.end :][:2] == ", "
    )


def _describes(mention: Mention, other: Mention, text: str) -> bool:
    between = text[mention.reach : other.span.start]
    if mention.shape is Shape.NAME and other.shape is Shape.NOMINAL and not mention.owning:
        if COPULA.fullmatch(between):
            return _fits(mention, other) and other.definiteness is not Definiteness.BARE
        ends = CLOSED.match(text, other.reach) or AND_TITLE.match(text, other.reach)
        return bool(BESIDE.fullmatch(between)) and _fits(mention, other) and ends is not None
    if mention.shape is Shape.NOMINAL and other.shape is Shape.NAME and not mention.owning:
        if not BESIDE.fullmatch(between) or not _fits(other, mention) or _is_place(other):
            return False
        closed = text[other.span.end : other.span.end + 1] in (",", ".", ";", ")", "")
        return closed or (not mention.governed and not mention.object)
    return False


def _is_place(name: Mention) -> bool:
    """ "the board of Kell County, Virginia": where it is, not what it is called."""
    return len(name.words) == 1 and name.words[0].rstrip(".") in PLACES


def _fits(name: Mention, description: Mention) -> bool:
    role = description.role
    if role is None or role.plural or role.kind is ActorKind.DOCUMENT:
        return False
    if role.kind is ActorKind.PERSON:
        return name.role is None or name.role.kind is ActorKind.PERSON
    return name.role is None or name.role.kind is not ActorKind.PERSON
