"""Whose say-so a claim is, and the name that somebody described without one has elsewhere in the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection

from sayso.linking.posts import as_told
from sayso.linking.proper_names import DEMONYM, LEADING, PERSON
from sayso.linking.statements import Statement
from sayso.lists.agencies import Agencies
from sayso.reading.actors import is_pronoun
from sayso.records.actor import Actor, ActorKind
from sayso.records.attribution import Attribution, Commitment
from sayso.records.claim import Role, Voice
from sayso.records.reading import Reading
from sayso.records.span import Span

# Whose mouthpiece a source is, in its own description: "a spokesman for the ministry", "the ministry's spokesman".
SPEAKS_FOR = re.compile(
    r"(?:spokes(?:man|woman|person)|representative|lawyer|attorney|manager|publicist|agent|rep)\s+(?:for|of|at)\s+"
    r"(?:the\s+)?([A-Z][\w’'&.-]{0,60}+(?:\s+(?:of\s+|the\s+|for\s+|and\s+)?[A-Z][\w’'&.-]{0,60}+){0,5})"
)
OWN_SPEAKER = re.compile(
    r"([A-Z][\w&.-]{0,60}+(?:\s+[A-Z][\w&.-]{0,60}+){0,4})(?:[’']s?)?\s+"
    r"(?:spokes(?:man|woman|person)|lawyer|attorney|manager|publicist|rep)\b"
)
# Characters around a source in which the words of these two stand.
BEFORE, AFTER = 60, 80
HEAD = re.compile(
    r"\b(?:father|mother|dad|mom|mum|son|daughter|wife|husband|brother|sister|daughter-in-law|manager|owner|vet|"
    r"veterinarian|lawyer|attorney|spokesman|spokeswoman|spokesperson|analyst|chief|principal|superintendent|officer|"
    r"minister|mayor|director|coach|president|ambassador|secretary|doctor|professor|teacher|parent)\b"
)
# What comes next is whose or where, not who.
BELONGING = re.compile(r"\b(?:of|for|at|from|with|on|in|near)\s+(?:the\s+)?$")
TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Sgt|Lt|Col|Capt|Prof|Rev|Adm|Maj)\b\.?")
PLAIN = frozenset(
    "police officials sources residents witnesses authorities experts reports critics people which who".split()
)
OPENERS = frozenset("The A An His Her Their One Two Three Four Five Some Many Several Multiple Another".split())
NOT_SPEAKING = (ActorKind.MEDIA, ActorKind.DOCUMENT)
# The named source who says most counts for what an article tells without any, from so many attributions on.
MAIN_TIMES, MAIN_SHARE = 2, 0.3
SINGULAR = frozenset("he she i him her".split())
# Somebody whom the text does not name, though a name may stand inside: "a Kell gate attendant".
SOMEBODY = re.compile(r"(?:a|an|another)\s", re.I)


def innermost_speaker(statement: Statement) -> Actor | None:
    """Whose say-so the claim is, as its chain has it; None where the reading does not resolve who that is."""
    if statement.claim.voice is not Voice.ATTRIBUTED:
        return None
    holders = [link.actor for link in statement.claim.chain if link.role is not Role.RELAY]
    actors = {actor.id: actor for actor in statement.prepared.reading.actors}
    actor = actors.get(holders[-1] or "") if holders else None
    return as_told(actor, statement.prepared.text) if actor else None


def told_at(actor: Actor) -> Span:
    """Where the article tells most of an actor: the longest of its mentions, the first of equals."""
    return max(actor.mentions, key=lambda span: (len(span), -span.start))


def main_speaker(reading: Reading, agencies: Agencies | None = None, left_out: Collection[str] = ()) -> Actor | None:
    """The named person or body who says most in an article, if it is a good part of all that is said in it.

    What "Ann Reed" and "Reed" say is one person's. Listed media are left out, and so are the actors ``left_out``.
    """
    actors = {actor.id: as_told(actor, reading.article.text) for actor in reading.actors}
    spoken = [one for one in reading.attributions if one.speaker in actors]
    told = [actors[one.speaker or ""] for one in spoken if _tells(one, reading.article.text)]
    every = [
        a for a in actors.values() if a.kind not in NOT_SPEAKING and is_proper(a.name) and not _listed(a, agencies)
    ]
    named = [actor for actor in every if actor.id not in left_out]
    if not named:
        return None
    inside = {actor.id for actor in every}
    said = Counter(_last_word(actor) for actor in told if actor.id in inside)
    word = max((_last_word(actor) for actor in named), key=lambda last: said[last])  # the first of equals
    times = MAIN_TIMES if len({_last_word(actor) for actor in named}) > 1 else 1
    if said[word] < max(times, MAIN_SHARE * len(spoken)):
        return None
    return max((a for a in named if _last_word(a) == word), key=lambda a: (len(person_in(a.name).split()), a in told))


def _tells(attribution: Attribution, text: str) -> bool:
    """Whether it says anything: who declines to comment does not."""
    refused = attribution.commitment is Commitment.DENIES
    return not (refused and attribution.content and attribution.content[0].cut(text).startswith("to "))


def _last_word(actor: Actor) -> str:
    return person_in(actor.name).casefold().split()[-1]


def _listed(actor: Actor, agencies: Agencies | None) -> bool:
    return agencies is not None and agencies.find(body_in(actor.name)) is not None


def name_of(actor: Actor, text: str) -> str | None:
    """The proper name of a source, looked up beside its description where it is only described; None if it has none.

    "His father" is Tom Reed where the article has "his father, Tom Reed," or "Tom Reed, the boy's father".
    """
    if is_proper(actor.name) and not DEMONYM.search(person_in(actor.name)) and not _is_somebody(actor):
        if actor.kind is not ActorKind.PERSON:
            return body_in(actor.name)
        if not _is_of_another(person_in(actor.name), actor.name):
            return person_in(actor.name)
    head = HEAD.search(actor.name)
    found = _names_beside(re.escape(head.group()), text) if head else set()
    return found.pop() if len(found) == 1 else None


def _is_of_another(name: str, written: str) -> bool:
    """Whether the only name in a description is whose or where: "the Ports Board’s spokesman", "the chief of Kell"."""
    start = written.find(name)
    owns = re.match(rf"[’']s?\s+(?:\w+\s+)?{HEAD.pattern}\s*$", written[start + len(name) :])
    held = HEAD.search(written[:start]) and BELONGING.search(written[:start])
    return bool(owns or held)


def _is_somebody(actor: Actor) -> bool:
    """Described and not named: any name in the description is of what the person belongs to, unless it stands last."""
    words = actor.name.rstrip(" ,").removesuffix(" who").rstrip(" ,")
    name = person_in(actor.name)
    return bool(SOMEBODY.match(words)) and not (words.endswith(name) and not BELONGING.search(words.removesuffix(name)))


def _names_beside(word: str, text: str) -> set[str]:
    beside = (
        rf"\b{word},? ({PERSON})|({PERSON}), (?:\w{{1,60}}[’']s |his |her |the |their |a )?(?:\w{{1,60}} )?{word}\b"
    )
    return {match.group(1) or match.group(2) for match in re.finditer(beside, text)}


def is_proper(name: str) -> bool:
    """Whether a source as written has a name of its own, beyond the capital of its first word."""
    words = name.split()
    if words and words[0] in OPENERS:
        words = words[1:]
    named = [w for w in words if w[:1].isupper() and not is_pronoun(w.lower()) and not DEMONYM.search(w)]
    return bool(named) and not (len(words) == 1 and name[:1].isupper() and words[0].lower() in PLAIN)


def person_in(written: str) -> str:
    """The longest proper name in a source as written: "Otto Varga" of "Ports Board spokesman Otto Varga"."""
    apart = TITLE.sub(" ", re.sub(r"[’']s?(?=\s)", " | ", written))
    found = []
    for match in re.finditer(PERSON, apart):
        run = LEADING.sub("", match.group()).strip()
        if run and run != "The":
            found.append(
                (
                    not BELONGING.search(apart, max(0, match.start() - 12), match.start()),
                    len(run.split()),
                    match.start(),
                    run,
                )
            )
    return max(found)[-1] if found else written


def body_in(written: str) -> str:
    """The name of a body as written, without an article before and a description after it."""
    return re.sub(r"^(?:the|a|an)\s+", "", re.split(r",|;|\(|\s[–—-]\s", written)[0].strip(), flags=re.I) or written


def find_side(span: Span, text: str) -> str | None:
    """Whom the source at ``span`` speaks for, in the words around it; None where they do not tell."""
    around = text[max(0, span.start - BEFORE) : span.end + AFTER].split("\n", 1)[0]
    match = SPEAKS_FOR.search(around) or OWN_SPEAKER.search(around)
    named = re.split(r"\.\s+", match.group(1))[-1] if match else ""  # what an earlier sentence ends with is no side
    return LEADING.sub("", f"{named} ").strip(" .") or None  # nor is it the "A" of "A spokesman"
