"""Whether those that a number counts are told to be dead, injured, arrested or driven from home."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.reading.counting.borrowing import is_toll
from sayso.reading.counting.counted import STOPS, is_plural
from sayso.reading.counting.outcome_words import (
    AFTER_PASSIVE,
    AFTER_SUBJECT,
    BE,
    BEFORE_OBJECT,
    BOTH,
    DEAD,
    DONE,
    HAVE,
    INJURED,
    LIVES,
    NEED_PASSIVE,
    NEW_CLAUSE,
    NOUNS_OF,
    PAIRS,
    PARTICIPLES,
    PLACES,
    PLAIN,
    VERBS,
)
from sayso.reading.counting.tokens import NOTHING, Tokens

FURTHEST = 10
Range = tuple[int, int]


def plain_outcome(tokens: Tokens, place: int) -> str | None:
    """What the word at ``place``, right after a number, makes of those counted."""
    outcome = PLAIN.get(tokens[place].word)
    after = tokens[place + 1].word
    if outcome is None or after in {"the", "a", "an", "his", "her", "their"}:
        return None
    if tokens[place].word in {"death", "fatality"} and is_plural(after):
        return None  # "12 death notices"
    if tokens[place].word in NEED_PASSIVE and tokens[place + 1].figures:
        return None
    return BOTH if _is_both(tokens, place) else outcome


def find_outcome(tokens: Tokens, first: int, last: int, earlier: Sequence[Range]) -> str | None:
    """What becomes of those that the number from ``first`` up to ``last`` counts, as the text tells, or None.

    It is "dead", "injured", "arrested", "displaced", or "casualty" where they are told to be dead or injured.
    ``earlier`` are the numbers of the sentence before it, which may stand between it and its verb.
    """
    return _told_after(tokens, last) or _told_before(tokens, first, last, earlier)


def find_shared_outcome(tokens: Tokens, first: int, next_last: int) -> str | None:
    """What is told of two numbers that are one subject: "two sailors and a dozen pilots were injured"."""
    before = tokens[first - 1]
    subject = before is NOTHING or not before.letters or before.word in {"that", "said", "when", "as", "after"}
    verb = tokens[next_last].word
    return _told_after(tokens, next_last) if subject and verb in BE | HAVE | {"died", "die"} else None


def _is_both(tokens: Tokens, place: int) -> bool:
    """Killed or injured, dead and wounded; not "killed and wounded 30"."""
    other = PARTICIPLES.get(tokens[place + 2].word)
    joined = tokens[place + 1].word in {"or", "and"} and {other, PARTICIPLES.get(tokens[place].word)} == {DEAD, INJURED}
    after = tokens[place + 3]
    return joined and not after.figures and (after is NOTHING or not after.letters or after.word in AFTER_PASSIVE)


def _told_after(tokens: Tokens, last: int) -> str | None:
    """What the verb after the number says of them."""
    place = _past_place(tokens, _past_including(tokens, _past_second(tokens, last)))
    passive = active = False
    for at in range(place, place + FURTHEST):
        word = tokens[at].word
        if word in PARTICIPLES:
            return _participle(tokens, at, passive, active)
        done = DONE.get(tokens.words(at, 3))
        if done:
            return done
        if word not in AFTER_SUBJECT and not word.endswith("ly"):
            return None
        passive = passive or word in BE
        active = active or word in HAVE or word in {"who", "that"}
    return None


def _participle(tokens: Tokens, at: int, passive: bool, active: bool) -> str | None:
    word, after = tokens[at].word, tokens[at + 1]
    if word in NEED_PASSIVE and not passive:
        done_to = after is NOTHING or (not after.letters and not after.figures) or after.word in AFTER_PASSIVE
        if active or not done_to:
            return None
    return BOTH if _is_both(tokens, at) else PARTICIPLES[word]


def _past_second(tokens: Tokens, place: int) -> int:
    """Past the second noun of "200 sailors and harbour guards were"."""
    if tokens[place].word != "and":
        return place
    for at in range(place + 1, place + 4):
        if not tokens[at].letters or tokens[at].word in STOPS:
            break
        if is_plural(tokens[at].word) and tokens[at + 1].word in BE | HAVE:
            return at + 1
    return place


def _past_including(tokens: Tokens, place: int) -> int:
    """Past ", including three children," to the verb."""
    if tokens[place].form != "," or tokens[place + 1].word not in {"including", "among", "most", "mostly", "many"}:
        return place
    for at in range(place + 2, place + 2 + FURTHEST):
        if tokens[at].form == ",":
            return at + 1
    return place


def _past_place(tokens: Tokens, place: int) -> int:
    """Past "in Kell" or "on board the ferry" to the verb, if a plural one stands there."""
    if tokens[place].word not in PLACES:
        return place
    for at in range(place + 1, place + FURTHEST):
        token = tokens[at]
        if token.word in {"were", "are", "died"} or (token.word == "have" and tokens[at + 1].word in {"been", "died"}):
            return at
        if (not token.letters and not _is_comma_in_place(tokens, at)) or token.word in NEW_CLAUSE:
            break
    return place


def _is_comma_in_place(tokens: Tokens, at: int) -> bool:
    """The comma of "in Kell, Norland"."""
    return tokens[at].form == "," and tokens[at - 1].capital and tokens[at + 1].capital


def _told_before(tokens: Tokens, first: int, last: int, earlier: Sequence[Range]) -> str | None:
    """What the verb or noun before the number does to them, lists of several numbers passed over."""
    place, listed, of = first - 1, False, False
    for _ in range(FURTHEST):
        token = tokens[place]
        inside = next((start for start, end in earlier if start <= place < end), None)
        if inside is not None:
            place, listed = inside - 1, True
            continue
        outcome = _verb_at(tokens, place, of)
        if outcome is not None:
            own_verb = tokens[last].word in BE | HAVE | {"said", "remain", "remained"}
            return None if (listed and own_verb) else outcome
        before_place = _before_place(tokens, place)
        if before_place is not None:
            place = before_place
            continue
        if token.word not in BEFORE_OBJECT or (token.form == "," and not listed and not _listed_before(place, earlier)):
            break
        of = of or token.word == "of"
        place -= 1
    if tokens[last - 1].word == "others":
        return _as_the_first(tokens, first)
    return DEAD if is_toll(tokens, first) else None


def _as_the_first(tokens: Tokens, first: int) -> str | None:
    """Killed Roe and three others: what the last verb before them does to the one who is named."""
    if tokens[first - 1].word == "with":
        alongside = first - 3 if tokens[first - 2].word in {"along", "together"} else first - 2
        return PARTICIPLES.get(tokens[alongside].word)
    if tokens[first - 1].word not in {"and", ",", "as"}:
        return None
    for place in range(first - 1, first - 2 * FURTHEST, -1):
        outcome = _verb_at(tokens, place, of=False)
        if outcome is not None or tokens[place].form in ".;:":
            return outcome
    return None


def _before_place(tokens: Tokens, place: int) -> int | None:
    """The place before "in Kell" of "killed 12 people in Kell and 5", if that is what ends at ``place``."""
    if not tokens[place].capital or tokens[place + 1].word not in {"and", ","}:
        return None
    while tokens[place].capital and place > 0:
        place -= 1
    return place - 1 if tokens[place].word in PLACES else None


def _listed_before(place: int, earlier: Sequence[Range]) -> bool:
    return any(end == place for _, end in earlier)


def _verb_at(tokens: Tokens, place: int, of: bool) -> str | None:
    token = tokens[place]
    if of:
        lives = token.word in {"life", "lives"} and {tokens[place - 1].word, tokens[place - 2].word} & LIVES
        return DEAD if lives else NOUNS_OF.get(token.word)
    if (tokens[place - 1].word, token.word) in PAIRS:
        return DEAD
    outcome = VERBS.get(token.word)
    if outcome is None or tokens[place - 1].word in BE:
        return None
    other = VERBS.get(tokens[place - 2].word) if tokens[place - 1].word in {"or", "and"} else None
    return BOTH if {outcome, other} == {DEAD, INJURED} else outcome


def lives_outcome(tokens: Tokens, first: int) -> str:
    """Lives that were claimed, lost or taken are deaths; other lives are lives."""
    before = {tokens[place].word for place in range(first - 4, first)}
    return DEAD if before & LIVES and "of" not in before else "life"
