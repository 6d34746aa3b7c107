"""Whether two names, as two articles write them, are one speaker's. Where they do not tell, the answer is None."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.linking.quoted.words import fold_word
from sayso.reading.actors import HEADS, is_pronoun

PART = re.compile(r"[,;()]|\s[–—-]\s")
TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[’'.-][^\W_]+)*")
TITLES = frozenset(
    """mr mrs ms miss dr prof sen rep gov gen col lt sgt capt maj cpl pvt const insp det supt adm rev fr hon sir dame
    lord lady baroness mister senator representative congressman congresswoman president governor professor advocate
    judge justice general captain colonel lieutenant sergeant corporal private major brigadier marshal admiral commander
    constable inspector detective superintendent sheriff minister premier chancellor secretary mayor mayor-elect
    president-elect vice-president councillor councilman councilwoman alderman ambassador envoy commissioner
    director chairman chairwoman chair chief ceo cfo manager coach speaker leader king queen prince princess pope
    cardinal archbishop bishop imam sheikh ayatollah rabbi father sister brother reverend pastor spokesman spokeswoman
    spokesperson lawyer attorney prosecutor officer deputy doctor nurse actor actress singer author editor analyst
    economist candidate nominee staff foreign prime vice former ex-president""".split()
)
SUFFIXES = frozenset("jr sr ii iii iv md phd esq mp mep".split())
PARTICLES = frozenset("de la le du da di dos del der den van von bin ibn al el ben y".split())
ARTICLES = frozenset("the a an".split())
# "a spokesman for Otto Varga" is not Otto Varga.
BEHALF = frozenset("for to from at on by with in".split())
BODIES = frozenset(
    """house ministry department office police court committee council government party university college hospital
    company bank agency association union board bureau commission federation group inc ltd corp corporation army navy
    force forces team club church school times post news congress senate parliament administration coalition authority
    service services foundation institute center society network press league alliance front brigade campaign
    organization republicans democrats embassy state states""".split()
)
NICKNAMES = {
    nickname: full
    for full, nicknames in (
        pair.split("=")
        for pair in """robert=bob,bobby,rob william=bill,billy,will richard=dick,rick james=jim,jimmy john=jack,johnny
        margaret=peggy,meg elizabeth=liz,beth,betty edward=ted,ed theodore=ted michael=mike,mick charles=chuck,charlie
        thomas=tom anthony=tony joseph=joe,joey katherine=kate,kathy catherine=cathy,kate henry=harry,hank
        alexander=sandy,sasha vladimir=volodya ronald=ron lawrence=larry stephen=steve steven=steve""".split()
    )
    for nickname in nicknames.split(",")
}


@dataclass(frozen=True, slots=True)
class Name:
    """A speaker goes by these folded words; ``body``: not a person's name; ``joint``: more than one name."""

    words: tuple[str, ...]
    body: bool = False
    joint: bool = False


def same_speaker(a: str | None, b: str | None) -> bool | None:
    """True for one speaker, False for two, None where the names do not tell.

    Titles and what stands after a comma are no part of a name: "Mayor Ada Quill" is "Quill, the mayor". A pronoun, a
    description ("the minister") and None name nobody; a body may speak through a person.
    """
    one, other = read_name(a), read_name(b)
    if one is None or other is None:
        return None
    if one.words == other.words:
        return True
    if one.joint or other.joint:
        return None
    if one.body or other.body:
        return True if _initials(one) == other.words or _initials(other) == one.words else None
    return _same_person(one.words, other.words)


@lru_cache(maxsize=4096)
def read_name(written: str | None) -> Name | None:
    """The name in a source as written, or None if it names nobody."""
    for part in PART.split(written or ""):
        tokens = TOKEN.findall(part)
        name = None if not tokens or is_pronoun(part.strip()) else _name_of(tokens)
        if name is not None:
            return name
    return None


def _name_of(tokens: Sequence[str]) -> Name | None:
    definite = tokens[0].lower() in ARTICLES
    tokens = _before_behalf(tokens[1:] if definite else tokens)
    if not tokens:
        return None
    if _is_body(tokens):
        return Name(tuple(map(_fold, tokens)), body=True)
    if "and" in tokens and _is_capital(tokens[0]):
        return Name(tuple(map(_fold, tokens)), joint=True)
    words = _ending(tokens)
    single = len(words) == 1 and (definite or _is_initials(tokens[-1]))  # "the Kremlin", "NATO"
    return Name(words, body=single) if words else None


def _before_behalf(tokens: Sequence[str]) -> Sequence[str]:
    """All tokens, or the name before "for", "of" and the like; none if they describe somebody ("a spokesman for")."""
    for place, token in enumerate(tokens):
        named = place > 0 and _is_capital(tokens[place - 1]) and not _is_title(tokens[place - 1])
        if token == "of" and named and not _is_body(tokens[:place]):
            return tokens[:place]
        if token in BEHALF:
            return tokens[:place] if named else ()
    return tokens


def _is_body(tokens: Sequence[str]) -> bool:
    """True if a word of a body is among the tokens, and no title that a person's name would follow."""
    return (
        any(_fold(token) in BODIES for token in tokens)
        and _is_capital(tokens[-1])
        and not any(_is_title(token) for token in tokens[:-1])
    )


def _ending(tokens: Sequence[str]) -> tuple[str, ...]:
    """The words of a name that the tokens end with, after the last title and without "Jr."; none if that is a title."""
    words: list[str] = []
    for token in reversed(tokens):
        if _fold(token) in SUFFIXES and not words:
            continue
        if not _is_of_name(token, bool(words)):
            break
        words.insert(0, _fold(token))
    return () if all(_is_title(word) or word in BODIES for word in words) else tuple(words)


def _is_of_name(token: str, name_follows: bool) -> bool:
    if _is_title(token) and (name_follows or not _is_capital(token) or _fold(token) in HEADS):
        return False
    if token.endswith(("'s", "’s")):
        return False
    return _is_capital(token) or (name_follows and token in PARTICLES)


def _is_title(token: str) -> bool:
    return _fold(token) in TITLES or _fold(token) in HEADS


def _fold(token: str) -> str:
    return fold_word(token.replace(".", ""))


def _is_capital(token: str) -> bool:
    return token[0].isupper()


def _is_initials(token: str) -> bool:
    return token.replace(".", "").isupper() and 2 <= len(token.replace(".", "")) <= 5


def _initials(name: Name) -> tuple[str, ...]:
    return ("".join(word[0] for word in name.words if word not in {"of", "and", "the", "for"}),)


def _same_person(a: tuple[str, ...], b: tuple[str, ...]) -> bool | None:
    if len(a) > len(b):
        a, b = b, a
    if len(a) == 1:
        # "Kim" may be the family name of "Kim Jong Un", or a forename.
        return True if a[0] in b[1:] else None if a[0] == b[0] else False
    if set(a) <= set(b):
        return True
    return _same_forename(a[:-1], b[:-1]) if a[-1] == b[-1] else False


def _same_forename(a: tuple[str, ...], b: tuple[str, ...]) -> bool | None:
    if set(a) & set(b):
        return True
    one, other = (NICKNAMES.get(names[0], names[0]) for names in (a, b))
    if one == other or one.startswith(other) or other.startswith(one):
        return True
    return None if one[0] == other[0] else False
