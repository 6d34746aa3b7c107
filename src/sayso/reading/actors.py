"""Sources into actors: names as written, kinds, and what the unnamed are called."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.records.actor import Actor, ActorKind
from sayso.records.span import Span

WORD = re.compile(r"\w+")
PRONOUNS = frozenset(
    """i you he she it we they who whom whose which what my your his her our their its me him us them one this that
    these those himself herself itself themselves myself ourselves yourself""".split()
)
# What may stand before a surname, and is no part of the name.
TITLE = re.compile(
    r"^(?:(?:Mr|Ms|Mrs|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Rev|Adv|St)\.?|Sir|Dame|Lord|Lady|Senator|President|"
    r"Governor|Professor|Advocate|Judge|Justice|General|Captain|Colonel)\s+"
)
SELF = re.compile(r"\s+(?:himself|herself|itself|themselves)$")
# Head words of sources without a name -> what they are called.
ANONYMITY = {
    "official": (
        "official officials authorities authority spokesman spokeswoman spokesperson minister ministers "
        "diplomat diplomats aide aides administration government"
    ),
    "military": "officer officers soldier soldiers commander commanders troops rebels militants fighters",
    "police": "police investigators investigator detectives prosecutors prosecutor",
    "witness": ("witness witnesses survivor survivors residents resident bystanders onlookers eyewitnesses villagers"),
    "expert": (
        "expert experts analyst analysts observers scientists scientist researchers researcher "
        "economists economist historians scholars doctors"
    ),
    "relative": (
        "relatives relative family father mother son daughter brother sister wife husband parents "
        "friends friend uncle cousin"
    ),
    "media": ("media press newspaper newspapers reports report reporters journalists broadcaster radio television"),
    "document": (
        "document documents statement statements study survey poll polls letter filing indictment data figures"
    ),
    "critic": ("critics critic opponents opponent supporters supporter activists activist protesters demonstrators"),
    "source": "source sources person people insiders insider",
}
HEADS = {word: name for name, words in ANONYMITY.items() for word in words.split()}
# Words with a capital before a surname that are no forename.
SENTENCE_OPENERS = frozenset(
    "The But And In On At As When While If After Before Since For Both Former Republican Democratic Democrat".split()
)
LEADING = re.compile(r"^(?:the|a|an|some|many|several|other|one|two|three)\s+", re.I)


@dataclass(frozen=True, slots=True)
class Mentioned:
    """One source as written, with the kind that the encoder gives it."""

    spans: tuple[Span, ...]
    kind: ActorKind
    named: bool


def group_actors(mentions: Sequence[Mentioned], text: str) -> tuple[tuple[Actor, ...], tuple[str, ...]]:
    """Actors in the order of their first mention, and the actor's id of every mention.

    Two mentions share an actor if they read the same, or if one named source's words end a longer name
    that came before ("Gerasimov", "Mr. Gerasimov" after "General Valery Gerasimov, the chief of staff"), and the
    text puts no other name before that surname. Pronouns and unnamed sources share nothing but their own
    exact words.
    """
    order: list[str] = []
    members: dict[str, list[Mentioned]] = {}
    ids = []
    for mention in mentions:
        name = written(mention.spans, text)
        known = _known(name, mention.named, order, members, text)
        if known is None:
            order.append(name)
            known = name
        members.setdefault(known, []).append(mention)
        ids.append(_id(known))
    return tuple(_actor(name, members[name]) for name in order), tuple(ids)


def written(spans: Sequence[Span], text: str) -> str:
    """The source's words as one line."""
    return " ".join(" ".join(span.cut(text).split()) for span in spans)


def is_pronoun(name: str) -> bool:
    return name.casefold() in PRONOUNS


def anonymity_of(name: str, kind: ActorKind) -> str | None:
    """What an unnamed source is called, by its last known head word; None if no head word is known."""
    heads = [HEADS[word] for word in WORD.findall(name.lower()) if word in HEADS]
    if heads:
        return heads[-1]
    return {ActorKind.MEDIA: "media", ActorKind.DOCUMENT: "document"}.get(kind)


def _known(name: str, named: bool, order: list[str], members: dict[str, list[Mentioned]], text: str) -> str | None:
    bare = LEADING.sub("", name).casefold()
    for other in order:
        if LEADING.sub("", other).casefold() == bare:
            return other
    if not named or is_pronoun(name):
        return None
    tail = WORD.findall(_core(name))
    ending = [other for other in order if members[other][0].named and _ends_with(WORD.findall(_core(other)), tail)]
    if len(ending) != 1 or (len(tail) == 1 and _is_anothers(name, tail[0], _core(ending[0]), text)):
        return None
    return ending[0]


def _core(name: str) -> str:
    """The name without its apposition, title and "himself": "Steele" of "Mr. Steele, the chairman"."""
    core = SELF.sub("", LEADING.sub("", name.partition(",")[0]))
    return TITLE.sub("", core) or core


def _is_anothers(name: str, surname: str, full: str, text: str) -> bool:
    """True if the surname may stand for somebody else of that name than ``full``.

    "Clinton" is whoever the text first names so; "Mr. Clinton" is nobody's where two bear the name.
    """
    before = re.finditer(rf"(?<![\w.])([A-Z][\w’'-]+)[ \u00a0]+{re.escape(surname)}\b", text)
    names = [match.group(1) for match in before if not TITLE.match(match.group(1) + " ")]
    forenames = [one for one in names if one not in SENTENCE_OPENERS and f" {one.lower()} " not in text]
    if not TITLE.match(name):
        forenames = forenames[:1]
    return not set(WORD.findall(full)).issuperset(forenames)


def _ends_with(words: list[str], tail: list[str]) -> bool:
    return 0 < len(tail) < len(words) and words[-len(tail) :] == tail and tail[-1][0].isupper()


def _id(name: str) -> str:
    return "a" + hashlib.sha256(json.dumps(["actor", name]).encode()).hexdigest()[:10]


def _actor(name: str, mentions: list[Mentioned]) -> Actor:
    kinds = [mention.kind for mention in mentions]
    kind = max(dict.fromkeys(kinds), key=kinds.count)
    named = any(mention.named for mention in mentions) and not is_pronoun(name)
    spans = dict.fromkeys(span for mention in mentions for span in mention.spans)
    anonymity = None if named or is_pronoun(name) else anonymity_of(name, kind)
    return Actor(_id(name), name, kind, named, anonymity, (), tuple(sorted(spans)))
