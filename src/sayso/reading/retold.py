"""What somebody said, as another tells it: "Quill said it sank, the radio reported"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.reading.clauses import SUBJECTS, in_one_sentence
from sayso.reading.linker import Linked
from sayso.reading.naming.vocabulary import DAYS_AND_MONTHS, PREPOSITIONS
from sayso.reading.tagging import Range
from sayso.reading.words import Words

# Verbs that tell a whole sentence from its end.
TELLING = frozenset("said says say reported reports report wrote writes added according told".split())
MARKS = frozenset(", ” \" ''".split())


def settle_retold(linked: Sequence[Linked], words: Words) -> tuple[list[Linked], list[tuple[Linked, Range]]]:
    """The attributions where one that is left without content ends a sentence that another begins: it tells the whole.

    Beside them those that are retold, each with the cue of the one that tells it.
    """
    result, inner = list(linked), []
    for teller in linked:
        told = next((one for one in result if _is_told_by(one, teller, words)), None)
        if told is None or teller.source is None:
            continue
        first = min(told.cue[0], told.contents[0][0], told.source[0] if told.source else told.cue[0])
        last = told.contents[-1][1]
        result = [
            replace(one, contents=((first, last),), content_score=told.content_score) if one is teller else one
            for one in result
            if one is not told
        ]
        inner.append((told, teller.cue))
    return result, inner


def _is_told_by(one: Linked, teller: Linked, words: Words) -> bool:
    """Whether ``teller`` is left without content right behind all that ``one`` says in the same sentence."""
    if teller.contents or teller.source is None or not one.contents or one.source is None:
        return False
    if words.forms[teller.source[0]].lower() in SUBJECTS:  # "She said it sank, she said": one and the same
        return False
    if one.source == teller.source or TELLING.isdisjoint(form.lower() for form in words.forms[slice(*teller.cue)]):
        return False
    behind = min(teller.cue[0], teller.source[0])
    first = min(one.cue[0], one.contents[0][0], one.source[0])
    last = one.contents[-1][1]
    if not (one.cue[0] < last <= behind <= last + 2 and in_one_sentence(first, teller.cue[0], words)):
        return False
    comma = all(words.forms[place] in MARKS for place in range(last, behind)) and "," in words.forms[last - 2 : behind]
    return comma and _ends(max(teller.cue[1], teller.source[1]), words)


def _ends(place: int, words: Words) -> bool:
    """Whether a sentence ends here, or goes on with no more than when or where."""
    form = words.forms[place].lower() if place < len(words) else "."
    return form in (".", ",", ";") or form in DAYS_AND_MONTHS | PREPOSITIONS
