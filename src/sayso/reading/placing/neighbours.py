"""The words on either side of a name, as classes: "in", "capital police", "comma short" (", Ky.")."""

from __future__ import annotations

from sayso.lists.name_words import NameWords
from sayso.reading.placing.candidates import is_short_region, opens_sentence
from sayso.reading.placing.evidence import TITLES
from sayso.reading.placing.tokens import Tokens

# Words that are their own class; what is not listed is known by its shape.
BEFORE = frozenset(
    "in at from near of to the and for with by on as that between around outside across through throughout into "
    "toward towards via against over under after before or but said says is was has have a an his her their its "
    "all former nearby this when than who while where about".split()
)
AFTER = frozenset(
    "area areas resident residents and or is was were are has had will would have to in on at for said says "
    "native man woman men women couple teenager teen family based led backed born police officials government "
    "president mayor who where which when with that as from by after forces troops border he economy people "
    "soldiers".split()
)
AFTER_CAPITAL = frozenset(
    "police sheriff city department state mayor fire high community public district highway school national "
    "board council town president attorney regional senior volunteer circuit international army road jail court "
    "foreign coroner chamber medical superior detention democratic area electric arts central house health gov "
    "university courthouse municipal middle democrat republican environmental fair junior water governor "
    "hospital memorial commissioners parks senate gold division sens association metropolitan film village "
    "interior clerk adult civic live sen food general times museum post news herald star tribune journal "
    "gazette sun press telegraph daily record observer examiner chronicle street avenue drive lane county "
    "parish township river creek lake park mall bank center centre club college institute academy church "
    "foundation hotel inc corp company ltd group energy airlines airport stadium bridge theatre theater "
    "festival open cup tigers bulldogs eagles wildcats lions bears raiders panthers hawks knights rangers red "
    "white jr iii ii elementary cathedral library ministry minister prime parliament supreme secretary air "
    "embassy cabinet war pact treaty accord conference summit islands island convention jones smith johnson".split()
)
DIRECTIONS = frozenset(
    "north south east west northern southern eastern western central upper lower northeast northwest southeast "
    "southwest northeastern northwestern southeastern southwestern greater downtown mid".split()
)


def before_of(tokens: Tokens, first: int, words: NameWords) -> str:
    """What stands before a name that begins at ``first``."""
    if first == 0 or tokens.breaks[first]:
        return "start"
    place = first - 1
    form, key = tokens.forms[place], tokens.keys[place]
    if form == ".":
        return _before_point(tokens, place)
    if key in BEFORE:
        return key
    if not form[0].isalpha():
        if form == "," and tokens.capital[place - 1]:
            return "comma after capital"
        return "comma" if form == "," else "number" if form[0].isdigit() else form
    if tokens.capital[place]:
        return _before_capital(tokens, place, key, words)
    if key in DIRECTIONS:
        return "direction"
    return "ing" if key.endswith("ing") else "plural" if key.endswith("s") else "word"


def _before_point(tokens: Tokens, place: int) -> str:
    if tokens.keys[place - 1] in TITLES:
        return "capital title"
    return "initial" if len(tokens.forms[place - 1]) == 1 and tokens.capital[place - 1] else "start"


def _before_capital(tokens: Tokens, place: int, key: str, words: NameWords) -> str:
    if key in TITLES:
        return "capital title"
    if key in DIRECTIONS:
        return "capital direction"
    if key in words.given:
        return "capital given"
    return "capital start" if opens_sentence(tokens, place) else "capital"


def after_of(tokens: Tokens, last: int, words: NameWords) -> str:
    """What stands after a name that ends before ``last``."""
    if tokens.breaks[last]:
        return "end"
    form, key = tokens.forms[last], tokens.keys[last]
    if tokens.capital[last]:
        if key in AFTER_CAPITAL:
            return "capital " + key
        return "capital family" if key in words.family and key not in words.given else "capital"
    if form == ",":
        return _after_comma(tokens, last + 1)
    if form == "-":
        following = tokens.keys[last + 1]
        return "- " + (following if following in AFTER else "capital" if tokens.capital[last + 1] else "word")
    if not form[0].isalpha():
        return "number" if form[0].isdigit() else form
    return key if key in AFTER else "verb" if key.endswith("ed") else "plural" if key.endswith("s") else "word"


def _after_comma(tokens: Tokens, place: int) -> str:
    if tokens.capital[place]:
        return "comma short" if is_short_region(tokens, place) or tokens.forms[place].isupper() else "comma capital"
    return "comma number" if tokens.forms[place].isdigit() else "comma"
