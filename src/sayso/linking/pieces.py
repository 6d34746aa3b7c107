"""Which articles of a story are the very pieces that others credit: known by their outlet, or by what they say.

The piece that others were written from holds most of what each of them says, and credits nobody in its first part.
A medium that has several articles here is credited for each of them by whoever was written from that one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from sayso.linking.earlier import is_dated_after
from sayso.linking.likeness import Vector, Weigher, covered
from sayso.linking.namings import Naming
from sayso.linking.prepared import Prepared
from sayso.reading.sentences import find_sentences
from sayso.records.span import Span

# All numbers here: knee on the funnel stories, 16 credited pieces in the folder and 14 outside.
ENOUGH = 0.2  # the part of the crediting texts' matter that the piece holds, times the doubts below
ONE_WITNESS = 0.7  # only one text credits it
NAMED_AS_TOLD = 0.9  # it names the medium itself, as a Herald's own piece says "told the Velm Herald"
CREDITS_LATE, CREDITS_EARLY = 0.95, 0.6  # it credits another medium after the first third, or before
FIRST_PART, FIRST_WORDS, LAST_PART = 0.35, 0.15, 0.6  # who credits another among its first words is no original
HEARSAY = 0.7  # it says "reportedly" or "it was reported" among its first words
COPIES = 0.6  # a text that holds so much of another is its copy, and no witness for it
# From so much on a piece of the medium is what it is credited for: the part of the article, and that of the sentence
# that credits it, which stand in the piece, added up. Knee on 36 such credits of BASIL and FNC-1 dev.
BORNE_OUT = 0.38
LEADS, LEADS_FAR = 1.25, 2.0  # times as much of the crediting texts' matter as the next best text holds
LATER = 0.7  # dated after whoever credits it, or telling of an earlier report: what both hold may stand in that one

# Characters before a name in which the words of REPRINT and of TOLD stand.
BEFORE_REPRINT, BEFORE_TOLD = 50, 30
TOLD = re.compile(
    r"(?:\b(?:told|tells|informed|assured|spoke (?:to|with)|speaking (?:to|with)|interview with|with|"
    r"(?<!ccording )to)\s+"
    r"(?:the |The )?|\()$"
)
EXPLAINED = re.compile(r", (?:an?|the|which|who) ")
REPRINT = re.compile(r"(?:originally|first) (?:appeared|published|posted) (?:at|on|in|by)\b")
BACK_THEN = re.compile(r" (?:first )?(?:reported|revealed) (?:in|last|earlier|this|on \w+day that)\b")
REPORTEDLY = re.compile(r"\breportedly\b|\bit (?:was|has been|is) reported\b|\breports (?:say|said)\b", re.I)
TAG = re.compile(r"\(?[\w .]{2,30}\)?")


@dataclass(frozen=True, slots=True)
class Piece:
    """``article`` is the piece of the medium ``key`` that others credit; ``certain`` if its outlet says so.

    ``witnesses`` are the articles that credit the medium for this piece and no other of its own; empty: all do. It is
    ``likely`` if it is certain, or if more than being most like those who credit it speaks for it; ``copies`` are
    articles here with nearly the same text, any of which may be the piece in its place. ``doubted`` are witnesses that
    credit the medium for what this piece does not say: they have it from another of its pieces.
    """

    key: str
    article: str
    score: float
    certain: bool
    witnesses: frozenset[str] = frozenset()
    likely: bool = True
    copies: tuple[str, ...] = ()
    doubted: frozenset[str] = frozenset()


def find_pieces(
    members: Sequence[Prepared],
    namings: Mapping[str, Sequence[Naming]],
    outlets: Mapping[str, str | None],
    weigher: Weigher,
) -> dict[str, tuple[Piece, ...]]:
    """By medium, the articles that are its pieces; a medium of which none is sure enough is left out.

    There is one, or where pages name the medium as their outlet, each of them that somebody was written from.

    ``outlets`` gives each article's own medium (its key) where the page names it. No article is two media's piece.
    """
    keys = sorted({naming.key for found in namings.values() for naming in found})
    if not keys:
        return {}
    matter = {member.id: weigher.matter(member.wording.forms) for member in members}
    ranked = sorted(
        (candidate for key in keys for candidate in _candidates(key, members, namings, outlets, matter)), key=_order
    )
    pieces: dict[str, Piece] = {}
    for _, piece in ranked:
        taken = any(other.article == piece.article for other in pieces.values())
        if piece.key not in pieces and not taken and (piece.certain or piece.score >= ENOUGH):
            pieces[piece.key] = piece
    return {
        key: _each_of(key, members, namings, outlets, matter, weigher)
        if piece.certain
        else (_weigh_guess(piece, members, namings, matter),)
        for key, piece in pieces.items()
    }


def _weigh_guess(
    piece: Piece,
    members: Sequence[Prepared],
    namings: Mapping[str, Sequence[Naming]],
    matter: Mapping[str, Vector],
) -> Piece:
    """The guess with its near copies, and whether it is likely: it leads all other texts that do not name the medium.

    It must be an own piece by the way it names the medium, or credit no other while two texts credit it; or lead far.
    """
    member = next(one for one in members if one.id == piece.article)
    naming = {m.id for m in members if any(n.key == piece.key for n in namings[m.id])}
    witnesses = sorted(naming - {piece.article})
    others = [m.id for m in members if m.id not in naming and m.id != piece.article]
    copies = [one for one in others if _is_same_text(matter[one], matter[piece.article])]

    def held(article: str) -> float:
        return sum(covered(matter[witness], matter[article]) for witness in witnesses) / len(witnesses)

    next_best = max((held(one) for one in others if one not in copies), default=0.0)
    leads = held(piece.article) >= LEADS * next_best
    far = held(piece.article) >= LEADS_FAR * next_best
    own = [one for one in namings[piece.article] if one.key == piece.key and _is_own_voice(member.text, one)]
    dateline = any(one.how == "dateline" for one in own)
    alone = not any(n.key != piece.key and n.how != "dateline" for n in namings[piece.article])
    several = len(witnesses) > 1
    likely = dateline or (leads and (bool(own) or (several and alone))) or (far and several)
    return replace(piece, likely=likely, copies=tuple(copies))


def _is_same_text(one: Vector, other: Vector) -> bool:
    return covered(one, other) >= COPIES and covered(other, one) >= COPIES


def _each_of(
    key: str,
    members: Sequence[Prepared],
    namings: Mapping[str, Sequence[Naming]],
    outlets: Mapping[str, str | None],
    matter: Mapping[str, Vector],
    weigher: Weigher,
) -> tuple[Piece, ...]:
    """The medium's own articles, each with those who credit the medium and hold more of it than of its others."""
    own = [member for member in members if outlets[member.id] == key]
    held: dict[str, dict[str, float]] = defaultdict(dict)
    doubted: dict[str, set[str]] = defaultdict(set)
    for witness in members:
        credit = next((naming for naming in namings[witness.id] if naming.key == key), None)
        if outlets[witness.id] != key and credit is not None:
            shares = {one.id: covered(matter[witness.id], matter[one.id]) for one in own}
            likely = {
                one.id: shares[one.id]
                * (LATER if is_dated_after(one, witness) or _tells_of_earlier(one, key, namings[one.id]) else 1.0)
                * (_credits_others(one.text, key, namings[one.id]) or CREDITS_EARLY)
                for one in own
            }
            best = max(likely, key=lambda name: (likely[name], name))
            held[best][witness.id] = shares[best]
            credited = _credited(witness, credit, weigher)
            if shares[best] + max(covered(said, matter[best]) for said in credited) < BORNE_OUT:
                doubted[best].add(witness.id)
    found = [
        Piece(key, a, sum(of.values()) / len(of), True, frozenset(of), doubted=frozenset(doubted[a]))
        for a, of in held.items()
    ]
    return tuple(sorted(found, key=lambda piece: (-len(piece.witnesses), piece.article)))


def _tells_of_earlier(member: Prepared, key: str, namings: Sequence[Naming]) -> bool:
    """Whether a medium's piece names the medium as who reported before: then another of its pieces was first."""
    own = [naming for naming in namings if naming.key == key and naming.how == "named"]
    return any(not is_told(member.text, naming) for naming in own)


def _credited(member: Prepared, naming: Naming, weigher: Weigher) -> tuple[Vector, Vector]:
    """What the sentence that names the medium says, without its name, and that with the sentence before.

    "He said so in an interview with the Post" says nothing by itself.
    """
    text, span = member.text, naming.span
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    sentences = find_sentences(text, start, len(text) if end < 0 else end)
    first, *others = [at for at, sentence in enumerate(sentences) if sentence.overlaps(span)] or [0]
    last = sentences[others[-1] if others else first].end if sentences else span.end
    begins = [sentences[at].start if sentences else span.start for at in (first, max(0, first - 1))]
    alone, before = (weigher.matter(_forms_beside(member, Span(begin, last), span)) for begin in begins)
    return alone, before


def _forms_beside(member: Prepared, around: Span, name: Span) -> list[str]:
    """The words of a stretch without those of a name in it."""
    words = member.wording
    first, last = np.searchsorted(words.starts, [around.start, around.end])
    return [words.forms[at] for at in range(int(first), int(last)) if not name.start <= words.starts[at] < name.end]


def _order(ranked: tuple[int, Piece]) -> tuple[bool, float, str, str]:
    """The best first: what many texts bear out before what one does."""
    witnesses, piece = ranked
    return (not piece.certain, -piece.score * witnesses**0.5, piece.key, piece.article)


def _candidates(
    key: str,
    members: Sequence[Prepared],
    namings: Mapping[str, Sequence[Naming]],
    outlets: Mapping[str, str | None],
    matter: Mapping[str, Vector],
) -> Iterator[tuple[int, Piece]]:
    """(how many texts bear it out, the piece) of every article that may be the medium's own."""
    own = {m.id: [n for n in namings[m.id] if n.key == key] for m in members}
    wired = {article for article, found in own.items() if any(naming.how == "dateline" for naming in found)}
    reprints = {m.id for m in members if any(_is_reprint(m.text, naming) for naming in own[m.id])}
    for member in members:
        if wired and member.id not in wired and outlets[member.id] != key:
            continue  # an agency's own text opens with its dateline
        others = [m.id for m in members if own[m.id] and m.id != member.id]
        witnesses = [a for a in others if a in reprints or covered(matter[member.id], matter[a]) < COPIES] or others
        if not witnesses:
            continue
        held = sum(covered(matter[witness], matter[member.id]) for witness in witnesses) / len(witnesses)
        if outlets[member.id] == key:
            yield len(witnesses), Piece(key, member.id, held, True)
        elif outlets[member.id] is None:
            doubt = _doubt(member, key, namings[member.id]) * (ONE_WITNESS if len(witnesses) == 1 else 1.0)
            if doubt:
                yield len(witnesses), Piece(key, member.id, held * doubt, False)


def _doubt(member: Prepared, key: str, namings: Sequence[Naming]) -> float:
    """What the article itself speaks against being the medium's piece: 1 nothing, 0 it cannot be."""
    text = member.text
    own = [naming for naming in namings if naming.key == key]
    if not all(_is_own_voice(text, naming) for naming in own):
        return 0.0
    if any(naming.how == "dateline" for naming in own):
        return 1.0
    told = NAMED_AS_TOLD if any(is_told(text, naming) for naming in own) else 1.0
    return _credits_others(text, key, namings) * _hearsay(text) * told


def _credits_others(text: str, key: str, namings: Sequence[Naming]) -> float:
    """1 if no other medium is credited, less the earlier one is."""
    others = [naming for naming in namings if naming.key != key and naming.how != "dateline"]
    if not others:
        return 1.0
    first = min(naming.span.start for naming in others) / len(text)
    if first < FIRST_WORDS:
        return 0.0
    return CREDITS_LATE if first >= FIRST_PART else CREDITS_EARLY


def _hearsay(text: str) -> float:
    return HEARSAY if REPORTEDLY.search(text, 0, int(FIRST_WORDS * len(text))) else 1.0


def _is_reprint(text: str, naming: Naming) -> bool:
    return bool(REPRINT.search(text, max(0, naming.span.start - BEFORE_REPRINT), naming.span.end))


def _is_own_voice(text: str, naming: Naming) -> bool:
    """The medium is named as its own pieces name it: told something, a bare tag, a dateline, or late and in passing."""
    if _is_reprint(text, naming):
        return False
    late = naming.span.start > LAST_PART * len(text) and bool(BACK_THEN.match(text, naming.span.end))
    tag = naming.how == "credit" and bool(TAG.fullmatch(naming.span.cut(text)))
    return naming.how == "dateline" or late or tag or is_told(text, naming)


def is_told(text: str, naming: Naming) -> bool:
    """Whether something was told to the medium; its own piece does not say what it is ("told Tidewatch, a site")."""
    told = TOLD.search(text, max(0, naming.span.start - BEFORE_TOLD), naming.span.start)
    return bool(told) and not EXPLAINED.match(text, naming.span.end)
