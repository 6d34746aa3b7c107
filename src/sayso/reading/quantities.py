"""How many and how much: every number of a text that counts or measures something, with what it leaves open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from math import isfinite

from sayso.patterns import begin_word, compile_later
from sayso.reading.counting.as_of import Dating, find_times, nearest_time
from sayso.reading.counting.below_none import below_none
from sayso.reading.counting.borrowing import borrow_units, is_next_of_list
from sayso.reading.counting.bound_nouns import find_attribute, find_member, find_model
from sayso.reading.counting.bounds import Bounded, open_ends, read_after, read_before
from sayso.reading.counting.casualties import find_outcome, find_shared_outcome, lives_outcome, plain_outcome
from sayso.reading.counting.counted import BEFORE_NOUN, find_counted, is_plural, singular
from sayso.reading.counting.dating import dating_of
from sayso.reading.counting.draft import Draft
from sayso.reading.counting.labels import is_day_or_year, is_label
from sayso.reading.counting.number_words import ONES, SCALES, TENS
from sayso.reading.counting.numerals import PARTS, PLURALS, PLURALS_OF, VULGAR_VALUES, Numeral, may_begin, read_numeral
from sayso.reading.counting.ones import MARGINS, is_counted_one
from sayso.reading.counting.outcome_words import BE, LIFELESS, OUTCOMES, PLAIN
from sayso.reading.counting.ranges import read_odds, read_one_or_two, read_pair
from sayso.reading.counting.tokens import Tokens
from sayso.reading.counting.units import MEASURES, read_sign, read_unit
from sayso.reading.sentences import find_sentences
from sayso.records.quantity import Quantity
from sayso.records.span import Span

WORDS = (
    *ONES,
    *TENS,
    *SCALES,
    *PLURALS,
    *PLURALS_OF,
    *PARTS,
    *"dozen score few several couple handful".split(),
)
MAY_COUNT = compile_later(rf"[0-9{''.join(VULGAR_VALUES)}]|{begin_word(WORDS)}", re.I)
# Singular measures that a plural noun after them makes part of its name: "25 foot soldiers".
ALSO_NOUNS = frozenset("foot stone second minute yard magnitude".split())
# Numbers that one verb may have for its objects.
MOST_LISTED = 6
ABOARD = {("aboard",), ("on", "board"), ("in", "attendance"), ("who",)}
# What only people are, right after a number or its verb: "2,600 are ill".
STATES = frozenset("ill sick missing hospitalized hospitalised infected stranded trapped unaccounted".split())
GATHERINGS = frozenset("family crew crowd population jury audience group team delegation class".split())
# "Thousands fled": without a noun they are people, unless bought or paid.
CROWDS = frozenset("dozens hundreds thousands".split())
NO_CROWD = frozenset(
    "cost costs costing worth spend spent spending save saved sold paid stole the your by of in".split()
)
PARENTS = frozenset("mother father mum mom dad parent parents".split())
# "Three times as long" multiplies, as "twice" does.
AFTER_TIMES = frozenset("as the more higher larger bigger greater faster longer likelier its their".split())
ARTICLES = frozenset({"a", "an"})


def find_quantities(text: str, spans: Sequence[Span]) -> tuple[Quantity, ...]:
    """The quantities inside ``spans`` of ``text``, in their order, none overlapping another.

    Numbers that count nothing (dates, clock times, ages, scores, names) are left out, and so is a bare number
    of which the text does not tell what it counts.
    """
    found: list[Quantity] = []
    for span in spans:
        counted = ""
        for sentence in find_sentences(text, span.start, span.end):
            told, counted = _quantities_of_sentence(text, sentence, counted)
            found.extend(told)
    return tuple(found)


def _quantities_of_sentence(text: str, sentence: Span, before: str) -> tuple[list[Quantity], str]:
    """The quantities of a sentence, and what it counts last; ``before`` is what the sentence before did."""
    if not MAY_COUNT.search(text, sentence.start, sentence.end):
        return [], ""
    tokens = Tokens(text, sentence)
    drafts = _with_outcomes(tokens, borrow_units(tokens, _drafts(tokens), before))
    counting = [
        draft for number, draft in enumerate(drafts) if _counts(tokens, draft) or _is_one_of(tokens, drafts, number)
    ]
    datings = [dating_of(tokens, draft) for draft in counting]
    times = find_times(text, sentence) if any(dating is not Dating.NEVER for dating in datings) else ()
    counted = [draft.unit for draft in counting if draft.counted and draft.unit]
    told = [_quantity(text, tokens, draft, dating, times) for draft, dating in zip(counting, datings, strict=True)]
    return told, counted[-1] if counted else ""


def _quantity(text: str, tokens: Tokens, draft: Draft, dating: Dating, times: Sequence[Span]) -> Quantity:
    span = tokens.span(draft.first, draft.last)
    numeral, bound = draft.numeral, draft.open.bound
    low, high = open_ends(numeral.low, numeral.high, bound, counted=draft.counted)
    rough = numeral.rough or draft.open.rough
    as_of = nearest_time(text, span, times, dating)
    return Quantity(span, numeral.value, low, high, bound, rough, draft.unit, as_of)


def _drafts(tokens: Tokens) -> list[Draft]:
    drafts: list[Draft] = []
    place = 0
    while place < len(tokens):
        begins = may_begin(tokens, place)
        if not begins and tokens[place].word not in ARTICLES:  # as of most words
            place += 1
            continue
        either = read_one_or_two(tokens, place)
        if either is not None:
            drafts.append(_one_or_two(tokens, place, *either))
            place = drafts[-1].last
            continue
        sign = read_sign(tokens, place) if begins else None
        numeral = read_numeral(tokens, place, money=sign is not None) if begins else None
        if numeral is None:
            place += 1
            continue
        draft, place = _draft(tokens, numeral, sign)
        if draft is not None and (not drafts or draft.first >= drafts[-1].last):
            drafts.append(draft)
            place = max(place, draft.last)
    return drafts


def _one_or_two(tokens: Tokens, place: int, numeral: Numeral, measure: str | None) -> Draft:
    unit = measure or singular(tokens[place + 1].word)
    return Draft(place, numeral.last, numeral, unit, measure is None, Bounded(place, place))


def _draft(tokens: Tokens, numeral: Numeral, sign: tuple[str, int] | None) -> tuple[Draft | None, int]:
    """The number with its unit and open words, or None where it counts nothing; and the place to go on from."""
    first = sign[1] if sign else numeral.first
    pair = read_pair(tokens, numeral, first, money=sign is not None)
    if pair is not None:
        if not pair.rises or is_day_or_year(tokens, pair.a) or is_day_or_year(tokens, pair.b):
            return None, pair.b.last if pair.joint == "-" else pair.a.last
        first, numeral = pair.first, replace(pair.joined(), first=numeral.first)
    odds = None if pair or sign else read_odds(tokens, numeral)
    if odds is not None:
        return _opened(tokens, Draft(first, odds.last, odds, "share", False, Bounded(first, first))), odds.last
    draft = below_none(tokens, _with_unit(tokens, numeral, first, sign[0] if sign else None))
    if draft is None or not isfinite(draft.numeral.high or 0.0):
        return None, numeral.last
    labelled = (sign is None or not sign[0]) and is_label(tokens, draft.numeral, counts=bool(draft.unit))
    if labelled or (pair and not draft.unit and pair.joint == "-"):
        return None, numeral.last
    opened = _opened(tokens, draft)
    return None if tokens[opened.first - 1].word in {"age", "aged"} else opened, numeral.last


def _opened(tokens: Tokens, draft: Draft) -> Draft:
    """The draft with the words before and after it that leave the number open."""
    before, after = read_before(tokens, draft.first, draft.unit), read_after(tokens, draft.last)
    own = draft.open
    bound = before.bound or own.bound or after.bound
    opened = Bounded(before.first, after.last, bound, before.rough or own.rough or after.rough)
    return replace(draft, first=before.first, last=after.last, open=opened)


def _with_unit(tokens: Tokens, numeral: Numeral, first: int, currency: str | None) -> Draft | None:
    """What is counted or measured; None where a hyphen binds the number to something else ("two-way")."""
    own = read_after(tokens, numeral.last)
    last = own.last
    if currency:
        return Draft(first, last, numeral, currency, False, own)
    if numeral.share:
        return _part_of_measure(tokens, numeral, first, own) or Draft(first, last, numeral, "share", False, own)
    scaled = _scaled_by_letter(tokens, numeral)
    if scaled is not None:
        return _with_unit(tokens, scaled, first, None)
    of = numeral.value is None and tokens[last].word == "of"
    unit = _measure(tokens, last + 1 if of else last)
    if unit is not None:
        return Draft(first, unit[1], numeral, unit[0], False, own)
    if (tokens[last].form == "-" and tokens[last].glued) or numeral.value == 0.5:
        may_have = (numeral.low or 0.0) > 1 or (numeral.value == 1 and tokens[last + 1].word in MARGINS)
        member = find_member(tokens, last) if may_have else None
        return Draft(first, member.last, numeral, member.unit, True, own) if member else None
    return _counted(tokens, numeral, first, own)


def _part_of_measure(tokens: Tokens, numeral: Numeral, first: int, own: Bounded) -> Draft | None:
    """A third of a mile, three-quarters of an hour, a quarter-mile: the part is one of the measure."""
    of = tokens[numeral.last].word == "of" and tokens[numeral.last + 1].word in {"a", "an"}
    quarter = tokens[numeral.last - 1].word == "quarter"
    if own.last > numeral.last or not (of or quarter):
        return None
    unit = _measure(tokens, numeral.last + 2 if of else numeral.last)
    if unit is None or (tokens[unit[1] - 1].word in ALSO_NOUNS and tokens[unit[1]].letters):
        return None
    return Draft(first, unit[1], replace(numeral, share=False), unit[0], False, own)


def _scaled_by_letter(tokens: Tokens, numeral: Numeral) -> Numeral | None:
    """3m viewers, 25k people: a letter glued to the figures and a plural after it."""
    letter = tokens[numeral.last]
    scale = {"m": 1e6, "k": 1e3}.get(letter.form)
    if scale is None or not letter.glued or not is_plural(tokens[numeral.last + 1].word):
        return None
    value, low, high = (None if n is None else n * scale for n in (numeral.value, numeral.low, numeral.high))
    return Numeral(numeral.first, numeral.last + 1, value, low, high, numeral.rough)


def _measure(tokens: Tokens, place: int) -> tuple[str, int] | None:
    if tokens[place].form == '"' and tokens[place].glued and tokens[place - 1].figures and not tokens.is_quoted(place):
        return "inch", place + 1
    inches = tokens[place].form == "'" and tokens[place + 1].form == "'" and tokens[place].glued
    if inches and tokens[place + 1].glued and tokens[place - 1].figures:
        return "inch", place + 2
    unit = read_unit(tokens, place)
    if unit is None:
        return None
    word = tokens[unit[1] - 1].word
    part_of_name = word in ALSO_NOUNS and tokens[place].form != "-" and is_plural(tokens[unit[1]].word)
    return None if part_of_name and tokens[unit[1]].word not in MEASURES else unit


def _counted(tokens: Tokens, numeral: Numeral, first: int, own: Bounded) -> Draft:
    last = own.last
    if tokens[last].glued and tokens[last].letters:
        return Draft(first, last, numeral, "", True, own)
    start = last + 1 if tokens[last].word in {*BEFORE_NOUN, "others"} else last
    start += tokens[start].word.endswith("ly") and plain_outcome(tokens, start + 1) is not None  # "badly hurt"
    outcome = plain_outcome(tokens, start)
    model = find_model(tokens, start)
    counted = model or find_counted(tokens, start + 1 if outcome else last, single=numeral.value == 1)
    if outcome:
        beside = counted is not None and counted.head <= start + 2 and tokens[start + 1].letters
        end = counted.last if counted and beside and not _is_said(tokens, counted.last) else start + 1
        return Draft(first, end, numeral, outcome, True, own)
    if counted is None and tokens[first - 1].word in {"a", "an"} and (numeral.low or 0.0) > 1:
        counted = find_attribute(tokens, last)
    if counted is None:
        return Draft(first, last, numeral, _people(tokens, first, last), True, own)
    unit = PLAIN.get(tokens[counted.head].word, counted.unit)
    unit = lives_outcome(tokens, first) if unit == "life" else unit
    return Draft(first, counted.last, numeral, unit, True, own)


def _people(tokens: Tokens, first: int, last: int) -> str:
    """40 aboard, a family of five, a mother of two: no noun is needed to tell that people are counted."""
    if any(tokens.words(last, len(words)) == words for words in ABOARD) and tokens[first].word != "one":
        return "person"
    if tokens[last + 1 if tokens[last].word in BE else last].word in STATES:
        return "person"
    alone = tokens[first - 1].word not in NO_CROWD and tokens[last].word not in {"of", "if", "or", "and", ","}
    if tokens[first].word in CROWDS and alone:
        return "person"
    if tokens[first - 1].word == "of":
        before = tokens[first - 2].word
        return "person" if before in GATHERINGS else "child" if before in PARENTS else ""
    return ""


def _is_said(tokens: Tokens, place: int) -> bool:
    """True before "said": "25 dead, officials said" counts no officials."""
    return tokens[place].word in {"said", "say", "told", "reported"}


def _with_outcomes(tokens: Tokens, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with "dead", "arrested" and the like for their unit where that becomes of those counted."""
    told: list[Draft] = []
    for number, draft in enumerate(drafts):
        may_suffer = draft.counted and draft.unit not in LIFELESS | OUTCOMES
        outcome = _outcome(tokens, drafts, number) if may_suffer else None
        if may_suffer and outcome is None and told and told[-1].unit in OUTCOMES:
            outcome = told[-1].unit if is_next_of_list(tokens, told[-1], draft) else None
        told.append(replace(draft, unit=outcome) if outcome else draft)
    return told


def _outcome(tokens: Tokens, drafts: Sequence[Draft], number: int) -> str | None:
    draft = drafts[number]
    earlier = [other for other in drafts[max(0, number - MOST_LISTED) : number] if other.counted]
    outcome = find_outcome(tokens, draft.first, draft.last, [(other.first, other.last) for other in earlier])
    if outcome is None and number + 1 < len(drafts) and _is_listed(tokens, draft, drafts[number + 1]):
        return find_shared_outcome(tokens, draft.first, drafts[number + 1].last)
    return outcome


def _is_listed(tokens: Tokens, draft: Draft, following: Draft) -> bool:
    return following.counted and tokens.words(draft.last, following.first - draft.last) in {("and",), (",",)}


def _is_one_of(tokens: Tokens, drafts: Sequence[Draft], number: int) -> bool:
    """True of "one" in a list of counts: "two ferries and one tug", "one Norlander, one Skerryman"."""
    draft = drafts[number]
    beside = [(drafts[at], drafts[at + 1]) for at in (number - 1, number) if 0 <= at < len(drafts) - 1]
    joined = (_is_listed_with(tokens, a, b) for a, b in beside)
    plain = bool(draft.unit) and not draft.unit.endswith(("ed", "ing"))  # "two firms, one focused on"
    return plain and draft.counted and draft.numeral.value == 1 and any(joined)


def _is_listed_with(tokens: Tokens, a: Draft, b: Draft) -> bool:
    """Joined by "and"; or by a comma, if both are one."""
    between = tokens.words(a.last, b.first - a.last)
    return between in {("and",), (",", "and")} or (between == (",",) and a.numeral.value == b.numeral.value == 1)


def _counts(tokens: Tokens, draft: Draft) -> bool:
    """False of "one" as a pronoun or article, and of a bare number that counts nobody knows what."""
    numeral, word = draft.numeral, tokens[draft.numeral.first].word
    modified = draft.open.bound is not None or draft.open.rough
    if word == "one" and numeral.value == 1 and draft.open.bound is None:
        return is_counted_one(tokens, draft)
    if draft.unit == "time" and numeral.value is not None and tokens[draft.last].word in AFTER_TIMES:
        return False
    if draft.unit == "figure" and draft.last - numeral.first == 2 and not tokens[numeral.first].figures:
        return False  # "a sum of seven figures"
    if draft.unit:
        return word != "zero" or draft.last > numeral.last
    many = numeral.value is None and (numeral.low or 0.0) >= 20
    return modified or many or ((numeral.high or 0.0) >= 1e5 and numeral.last - numeral.first > 1) or "," in word
