"""What a bare number counts where the noun stands elsewhere in its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.reading.counting.counted import STOPS, find_counted, is_plural, singular
from sayso.reading.counting.draft import Draft
from sayso.reading.counting.outcome_words import BE, HAVE, PLAIN
from sayso.reading.counting.tokens import NOTHING, Tokens

JOINTS = frozenset(
    tuple(words.split())
    for words in (
        *("to", "or", "and", ",", ", and", ", or", "or even", "if not", "and even"),
        *("of", "of the", "of those", "of these", "out of", "of all"),
    )
)
COMPARED = {("up", "from"), ("down", "from"), ("compared", "with"), ("compared", "to"), ("rather", "than")}
PLACES = frozenset("in at on from near inside outside for among to under".split())
# Right before the number that "the number of" or a toll has come to.
COME_TO = frozenset(
    """to at past by of was is are were reached hit passed exceeded topped surpassed from initially now currently
    stood toward towards approached approaching as""".split()
)
RISEN = frozenset("rose risen rises climbed climbs jumped grew grown".split())
# Between "the number of" and its number.
FURTHEST = 24
CLAUSES = frozenset("that which who when while because although but if".split())
LISTED_WITHIN = 9


def borrow_units(tokens: Tokens, drafts: Sequence[Draft], before: str) -> list[Draft]:
    """The drafts, each bare one with the unit that its sentence tells.

    ``before`` is what the sentence before counted last, for "eight of them".
    """
    told = _from_next(tokens, drafts)
    for number, draft in enumerate(told):
        if not draft.unit and draft.counted:
            told[number] = _borrowed(tokens, draft, told[:number], before)
    return told


def _from_next(tokens: Tokens, drafts: Sequence[Draft]) -> list[Draft]:
    """A bare number takes the unit of the next one that it is joined to: "from 10 to 15 people"."""
    told: list[Draft] = []
    following: Draft | None = None
    for draft in reversed(drafts):
        if following is not None and not draft.unit and _is_joined(tokens, draft, following):
            draft = replace(draft, unit=following.unit, counted=following.counted)
        told.append(draft)
        following = draft
    return told[::-1]


def _is_joined(tokens: Tokens, draft: Draft, following: Draft) -> bool:
    """What "5,000, or 9%" joins are two numbers, unlike "12, or 15 ferries"."""
    between = _between(tokens, draft, following)
    if len(between) == 2 and between[1] == "and" and following.counted:  # "two large and three small boats"
        return tokens[draft.last].letters and not is_plural(between[0]) and between[0] not in STOPS
    listed = following.counted and following.numeral.value != 1  # "896, one of the worst counts"
    return between in JOINTS and (listed or "," not in between)


def _between(tokens: Tokens, draft: Draft, following: Draft) -> tuple[str, ...]:
    return tokens.words(draft.last, following.first - draft.last)


def _borrowed(tokens: Tokens, draft: Draft, earlier: Sequence[Draft], before: str) -> Draft:
    pronoun = tokens[draft.last + 1].word if tokens[draft.last].word == "of" else ""
    if pronoun in {"them", "those"}:
        return _of_them(tokens, draft, earlier, before)
    if pronoun in {"whom", "which"}:
        return replace(draft, unit=_before_comma(tokens, draft.first), last=draft.last + 2)
    if earlier and tokens[draft.first - 1].word in {"added", "adding"}:
        return replace(draft, unit=_last_counted(earlier, ""))
    if _is_more(tokens, draft.last):
        return replace(draft, unit=_last_counted(earlier, before), last=draft.last + 1)
    if earlier and earlier[-1].unit == "vote" and _is_vote(tokens, draft, earlier[-1]):
        return replace(draft, unit="vote")
    for borrow in (_number_of, _numbered, _before_of, _in_table):
        unit = borrow(tokens, draft)
        if unit:
            return replace(draft, unit=unit)
    if tokens.words(draft.first - 2, 2) == ("magnitude", "of"):
        return replace(draft, unit="magnitude", counted=False)
    if earlier and tokens.words(draft.open.first - 2, 2) in COMPARED | {("of", "which"), ("of", "whom")}:
        return replace(draft, unit=earlier[-1].unit, counted=earlier[-1].counted)
    return replace(draft, unit=_of_those(tokens, draft, earlier) or _listed(tokens, draft, earlier))


def _of_them(tokens: Tokens, draft: Draft, earlier: Sequence[Draft], before: str) -> Draft:
    """Eight of them Norlanders; 12 of them, of those counted before; ten of those on board."""
    after = tokens[draft.last + 2]
    if after.letters and is_plural(after.word):
        return replace(draft, unit=singular(after.word), last=draft.last + 3)
    if tokens[draft.last + 1].word == "those" and after.word not in BE | HAVE:
        aboard = after.word == "aboard" or tokens.words(draft.last + 2, 2) == ("on", "board")
        return replace(draft, unit="person", last=draft.last + 2) if aboard else draft
    return replace(draft, unit=_last_counted(earlier, before))


def _last_counted(earlier: Sequence[Draft], before: str) -> str:
    return next((other.unit for other in reversed(earlier) if other.counted and other.unit), before)


def _is_more(tokens: Tokens, place: int) -> bool:
    """True of "two counties; later one more", not of "one more than" and "one more ferry"."""
    after = tokens[place + 1]
    return tokens[place].word == "more" and (not after.letters or after.word in STOPS - {"than", "of"})


def _is_vote(tokens: Tokens, draft: Draft, before: Draft) -> bool:
    """52 votes to 40; 61 votes in favour, 32 against."""
    return _between(tokens, before, draft) == ("to",) or tokens[draft.last].word in {"against", "opposed"}


def _before_comma(tokens: Tokens, first: int) -> str:
    """The plural that "several of whom" goes back to: "the sailors, several of whom"."""
    noun = tokens[first - 2].word if tokens[first - 1].form == "," else ""
    return singular(noun) if noun and is_plural(noun) else ""


def _number_of(tokens: Tokens, draft: Draft) -> str:
    """The number of ferries rose to 25; that brought to nine the number of ferries."""
    if tokens.words(draft.last, 3) == ("the", "number", "of"):
        return _noun_at(tokens, draft.last + 3)
    if tokens[draft.open.first - 1].word not in COME_TO and tokens[draft.open.first].word not in COME_TO:
        return ""
    for place in range(draft.first - 1, max(0, draft.first - FURTHEST), -1):
        if tokens.words(place - 1, 2) == ("number", "of"):
            return _noun_at(tokens, place + 1)
        if tokens[place].word in CLAUSES - {"who", "that"} or tokens[place].form in ";:":
            break
    return ""


def _numbered(tokens: Tokens, draft: Draft) -> str:
    """The ferries in Kell numbered 25."""
    if tokens[draft.open.first - 1].word not in {"number", "numbered", "totaled", "totalled"}:
        return ""
    for place in range(draft.open.first - 2, max(-1, draft.open.first - LISTED_WITHIN), -1):
        if is_plural(tokens[place].word) and not tokens[place].capital:
            return singular(tokens[place].word)
    return ""


def _before_of(tokens: Tokens, draft: Draft) -> str:
    """Losses of 10,000; crowds of thousands."""
    place = draft.open.first - 2
    named = tokens[place].capital or tokens[draft.last].capital
    if named or tokens[place + 1].word != "of" or not is_plural(tokens[place].word):
        return ""
    if tokens[place].word == "crowds":
        return "person"
    return PLAIN.get(tokens[place].word) or singular(tokens[place].word)


def _in_table(tokens: Tokens, draft: Draft) -> str:
    """A line of a table: "Injured: 4,877", "Sailors: 12"."""
    if tokens[draft.first - 1].form != ":" or tokens[draft.last] is not NOTHING:
        return ""
    word = tokens[draft.first - 2].word
    return PLAIN.get(word) or (singular(word) if is_plural(word) else word if word.endswith("ed") else "")


def _noun_at(tokens: Tokens, place: int) -> str:
    for at in (place, place + 1):
        if tokens[at].word in PLAIN:  # "the number of Norland dead"
            return PLAIN[tokens[at].word]
    counted = find_counted(tokens, place)
    return counted.unit if counted else ""


def _of_those(tokens: Tokens, draft: Draft, earlier: Sequence[Draft]) -> str:
    """Of the eight ferries, three sank and two burned: what a number counts that opens the sentence after "of"."""
    if not earlier or tokens[draft.last].word in {"of", "in"} or not earlier[0].counted:
        return ""
    whole = earlier[0]
    start = whole.first - 2 if tokens[whole.first - 1].word in {"the", "those", "these", "all"} else whole.first - 1
    opens = tokens[start].word == "of" and not tokens[start - 1].letters
    closes = any(tokens[at].form == "," for at in range(whole.last, whole.last + LISTED_WITHIN))
    return whole.unit if opens and closes else ""


def _listed(tokens: Tokens, draft: Draft, earlier: Sequence[Draft]) -> str:
    """12 ferries in Kell, 5 in Skerry: a number of a list, each with a place of its own."""
    return earlier[-1].unit if earlier and is_next_of_list(tokens, earlier[-1], draft) else ""


def is_next_of_list(tokens: Tokens, before: Draft, draft: Draft) -> bool:
    """True of a number without a noun that has a place of its own, as the one before it has."""
    preposition = tokens[draft.last].word
    if not before.counted or preposition not in PLACES:
        return False
    gap = _between(tokens, before, draft)
    return 0 < len(gap) <= LISTED_WITHIN and gap[-1] in {",", "and"} and preposition in gap[:2]


def is_toll(tokens: Tokens, first: int) -> bool:
    """The death toll, initially 10, rose to 25; that brought the toll for both storms to 31."""
    if tokens[first - 1].word not in COME_TO:
        return False
    rose = tokens[first - 1].word == "to" and tokens[first - 2].word in RISEN
    for place in range(first - 2, max(-1, first - FURTHEST), -1):
        token = tokens[place]
        if token.word == "toll":
            return tokens[place - 1].word not in {"injury", "casualty"}
        of_toll = token.word == "which" and "toll" in tokens.words(place - 2, 2)  # "the toll, which stands at 12"
        inside = rose or tokens[place - 1].word in {
            "from",
            "in",
            "of",
        }  # "the toll from that fire", "a fire that ... rose"
        if token is NOTHING or (token.word in CLAUSES and not of_toll and not inside) or token.form in ";:":
            break
    return False
