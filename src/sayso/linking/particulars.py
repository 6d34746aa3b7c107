"""Claims of one point that tell all alike but the day, the place or the doer: those that cannot both hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from sayso.linking.compare.actor import ActorRelation, compare_actors
from sayso.linking.compare.numbers import NumberRelation, compare_quantities
from sayso.linking.compare.place import Located, PlaceRelation, compare_places
from sayso.linking.compare.time import TimeRelation, compare_times, days_of, is_day
from sayso.linking.happening import tell_one_happening
from sayso.linking.statements import Statement
from sayso.linking.telling import BREAK, telling_beside, words_near
from sayso.linking.wording import WORD
from sayso.reading.actors import is_pronoun
from sayso.records.actor import Actor
from sayso.records.edge import Shown
from sayso.records.point import Dispute, DisputeKind
from sayso.records.span import Span
from sayso.records.timex import Timex
from sayso.records.toponym import PlaceRole, PlaceRule

# Numbers set on invented articles (tests/linking/test_particulars.py), for a false alarm to cost more than a miss; no
# labelled cases of these kinds are there yet, so that precision and recall on news are not measured.
ALIKE = 0.5  # so much of the longer one's telling words, the particular aside, both have
FEWEST = 3  # telling words that both have
NEAR_ACT = 40  # characters after a doer in which the act's verb stands
NEAR_ALIKE = 0.3  # so much of the longer list of those words both have
# "said on Friday" dates a saying.
SAYING = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|told|tells|announc\w+|report(?:ed|s)|add(?:ed|s)|confirm(?:ed|s)|stat(?:ed|ement)|wrote|"
    r"tweet(?:ed|s)?|post(?:ed|s)|interview|den(?:ied|ies)|publish\w*|according)\b",
    re.I,
)
STANDS_IN = re.compile(r"\b(?:in|at|near|outside|around)\s+(?:(?:the|downtown|central)\s+)?(?:\w+\s+of\s+)?$", re.I)
AHEAD = re.compile(r"\b(?:next|ahead|coming|tomorrow)\b", re.I)
GOING_TO = re.compile(r"\b(?:will|would|plan(?:s|ned)?|due|scheduled|expected|set to|is to|are to|going to)\b", re.I)
SETTLED = frozenset({PlaceRule.STATED, PlaceRule.ONLY, PlaceRule.ARTICLE, PlaceRule.LARGEST})
# Acts that one does and others then have not done: many condemn an attack, few carry it out.
ACT = re.compile(
    r"\b(?:kill(?:s|ed|ing)?|sh(?:ot|oots?|ooting)|stab(?:s|bed)?|murder(?:s|ed)?|bomb(?:s|ed)?|attack(?:s|ed)?|"
    r"carried out|launch(?:es|ed)?|behind the|responsible for|fired|struck|shelled|seized|captured|ambushed|"
    r"raided|hacked|leaked|stole|robbed|downed|sank|sunk|destroyed|blew up|set fire to|detonated|planted|won|"
    r"invented|founded|discovered|built|bought|arrested|detained|kidnapped|abducted|beheaded|executed|poisoned)\b",
    re.I,
)
BY = re.compile(r"\bby\s+(?:the\s+)?(?:\w+\s+){0,2}$", re.I)
OPENING = re.compile(r"\W*(?:that\s+)?(?:the\s+|an?\s+)?(?:\w+\s+){0,2}$", re.I)


def find_particular_disputes(a: Statement, b: Statement) -> Iterator[Dispute]:
    """The dates, places and doers on which two statements of one point differ, each once."""
    if not (_is_plain(a) and _is_plain(b) and a.negated == b.negated) or _count_otherwise(a, b):
        return
    yield from _date_disputes(a, b)
    yield from _place_disputes(a, b)
    yield from _actor_disputes(a, b)


def _is_plain(statement: Statement) -> bool:
    """What is asked, hedged or denied, or is still to come, contradicts no day and no place."""
    words = statement.span.cut(statement.prepared.text)
    return not (statement.denied or statement.claim.hedged or words.startswith("to ") or GOING_TO.search(words))


def _count_otherwise(a: Statement, b: Statement) -> bool:
    """Whether they give other numbers of the same: then they may tell of two happenings."""
    verdicts = (
        compare_quantities(one, other, a.prepared.text, b.prepared.text).relation
        for one in a.quantities
        for other in b.quantities
        if one.unit and one.unit == other.unit
    )
    found = set(verdicts)
    return NumberRelation.AGREES not in found and bool(found)


def _date_disputes(a: Statement, b: Statement) -> Iterator[Dispute]:
    one, other = _only_day(a), _only_day(b)
    if one is None or other is None or not _both_could_know(a, one, b, other):
        return
    verdict = compare_times(one, other, a.prepared.text, b.prepared.text)
    if verdict.relation is TimeRelation.DIFFERS and _tell_alike(a, one.span, b, other.span):
        yield _dispute(DisputeKind.DATE, a, one.span, b, other.span, verdict.why)


def _only_day(statement: Statement) -> Timex | None:
    """The one day that a statement tells, if it dates what happened and not what was said or what is to come."""
    if len(statement.times) != 1 or not is_day(statement.times[0]):
        return None
    timex, text = statement.times[0], statement.prepared.text
    around = text[max(statement.sentence.start, timex.span.start - 40) : timex.span.start]
    saying = SAYING.search(" ".join(around.split()[-3:]))
    ahead = AHEAD.search(timex.rule) or AHEAD.search(timex.span.cut(text))
    bounded = timex.signal is not None or timex.mod is not None
    return None if saying or ahead or bounded else timex


def _both_could_know(a: Statement, one: Timex, b: Statement, other: Timex) -> bool:
    """Neither day lies past the day on which the other's article was published: else it is news, and no dispute."""
    days = [found[0] for found in (days_of(one), days_of(other)) if found is not None]
    published = [date.fromordinal(s.prepared.day) for s in (a, b) if s.prepared.day is not None]
    return not days or not published or max(days) <= min(published)


def _place_disputes(a: Statement, b: Statement) -> Iterator[Dispute]:
    one, other = _only_place(a), _only_place(b)
    if one is None or other is None:
        return
    verdict = compare_places(one, other)
    spans = one.toponym.span, other.toponym.span
    if verdict.relation is PlaceRelation.DIFFERS and _tell_alike(a, spans[0], b, spans[1]):
        yield _dispute(DisputeKind.PLACE, a, spans[0], b, spans[1], verdict.why)


def _only_place(statement: Statement) -> Located | None:
    """The one place where a statement says that it happened; a region told beside it only says where that lies."""
    settled = [p for p in statement.places if p.toponym.role in (PlaceRole.EVENT, PlaceRole.HOLDER)]
    inner = [p for p in settled if not any(p.toponym.geonames_id in q.within or _is_country_of(p, q) for q in settled)]
    events = [p for p in inner if p.toponym.role is PlaceRole.EVENT]
    if len(events) != 1 or len(statement.places) != len(settled) or events[0].toponym.rule not in SETTLED:
        return None
    before = statement.prepared.text[statement.sentence.start : events[0].toponym.span.start]
    return events[0] if STANDS_IN.search(before) else None


def _is_country_of(outer: Located, inner: Located) -> bool:
    country = (outer.toponym.feature or "").startswith("PCL") and outer is not inner
    return country and outer.toponym.country == inner.toponym.country


def _actor_disputes(a: Statement, b: Statement) -> Iterator[Dispute]:
    for one, here in _doers(a):
        for other, there in _doers(b):
            verdict = compare_actors(one, other)
            beyond = not _is_told_of(one, b) and not _is_told_of(other, a)
            if verdict.relation is ActorRelation.DIFFERS and beyond and _tell_alike(a, here, b, there, clause=False):
                yield _dispute(DisputeKind.ACTOR, a, here, b, there, verdict.why)
                return


def _doers(statement: Statement) -> Iterator[tuple[Actor, Span]]:
    """Who does the act of a statement: a named actor before an act's verb, at its beginning, or after "by"."""
    text, span = statement.prepared.text, statement.span
    for actor in statement.actors:
        for mention in actor.mentions:
            if not span.covers(mention) or is_pronoun(mention.cut(text).lower()):
                continue
            before, after = text[span.start : mention.start], text[mention.end : span.end]
            first = OPENING.fullmatch(before) and ACT.search(_clause(after)[:NEAR_ACT])
            if first or (BY.search(before) and ACT.search(before[-60:])):
                yield actor, mention


def _clause(words: str) -> str:
    return BREAK.split(words.lstrip(" ,"), maxsplit=1)[0]


def _is_told_of(actor: Actor, statement: Statement) -> bool:
    """Whether a statement's sentence names the actor, or has a word of the name."""
    names = {word for word in WORD.findall(actor.name.lower()) if len(word) > 2}
    return bool(names & set(statement.around.forms))


def _tell_alike(a: Statement, here: Span, b: Statement, there: Span, *, clause: bool = True) -> bool:
    """Whether all but the particulars is told in like words, and both belong to a clause on the same."""
    one, other = telling_beside(a, here), telling_beside(b, there)
    both = one & other
    if len(both) < FEWEST or len(both) < ALIKE * max(len(one), len(other)):
        return False
    return tell_one_happening(a, b) and (not clause or _stand_alike(words_near(a, here), words_near(b, there)))


def _stand_alike(one: set[str], other: set[str]) -> bool:
    """Whether a good part of the words that two particulars stand by is the same: else it is the day of another act."""
    return len(one & other) >= max(1.0, NEAR_ALIKE * max(len(one), len(other)))


def _dispute(about: DisputeKind, a: Statement, here: Span, b: Statement, there: Span, why: str) -> Dispute:
    return Dispute(about, Shown(a.article, here), Shown(b.article, there), why)


def each_once(disputes: Iterable[Dispute], texts: Mapping[str, str]) -> tuple[Dispute, ...]:
    """Each pair of wordings once; ``texts`` go by the article's id."""
    kept: dict[tuple[str, ...], Dispute] = {}
    for dispute in disputes:
        words = sorted(shown.span.cut(texts[shown.article]).casefold() for shown in (dispute.a, dispute.b))
        kept.setdefault((dispute.about.value, *words), dispute)
    return tuple(kept.values())
