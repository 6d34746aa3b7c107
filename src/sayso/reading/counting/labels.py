"""Numbers that name, date or order something and count nothing: "Flight 1140", "March 3", "10:30", "3-1", "one day"."""

from __future__ import annotations

from sayso.reading.counting.counted import STOPS, is_plural
from sayso.reading.counting.numerals import Numeral
from sayso.reading.counting.tokens import NOTHING, Token, Tokens

MONTHS = frozenset(
    """january february march april may june july august september october november december jan feb mar apr jun jul
    aug sep sept oct nov dec""".split()
)
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun".split()
)
ZONES = frozenset("am pm gmt bst est edt et pst pdt cet utc ist a.m. p.m. o'clock".split())
# A number right after one of these is its name.
NAMED_BY_NUMBER = frozenset(
    """flight route section sections article articles chapter chapters page pages channel number numbers no nos room
    gate phase level type category class grade version model mark part volume season episode area district ward platform
    terminal runway highway interstate exit apollo boeing airbus iphone iphones ipad galaxy windows android playstation
    xbox formula catch step stage rule figure table line paragraph clause amendment proposition resolution act title
    schedule lot track round game match week day block unit squadron brigade division regiment battalion precinct bus
    train tier magnitude top aged age ages war hurricane ep vol pp group plan
    fortune ftse""".split()
)
# Words that may open a sentence with a capital and name nothing.
OPENERS = frozenset(
    """nearly almost some approximately roughly another only exactly at least more killed killing police officials these
    those kill kills when meanwhile however around fewer less up""".split()
)
# Numbers that one rings.
EMERGENCY = frozenset({"911", "999", "112", "101"})
OLD = ("old", "olds")
# "Children under 5", "anyone over 65".
AGED = frozenset("children kids boys girls people persons men women adults those anyone everyone somebody".split())
AGE_UNITS = frozenset("year years yr month months week weeks day days".split())
BEFORE_YEAR = frozenset(
    """in since until by from of during the for late early mid before after through between and to this last spring
    summer autumn fall winter year season""".split()
)
# A plural after a year that the year dates: "the 2014 elections"; people after "2000" are counted.
PEOPLE = frozenset(
    """people persons men women children soldiers troops police officers workers jobs dead civilians refugees migrants
    fighters militants miles kilometres kilometers km metres meters feet years homes houses tonnes tons pounds
    dollars copies votes members students protesters employees""".split()
)
ROADS = frozenset("street avenue road lane drive boulevard square downing pennsylvania highway st ave rd".split())
PARTS_OF_DAY = frozenset("morning afternoon evening".split())


def is_label(tokens: Tokens, numeral: Numeral, *, counts: bool) -> bool:
    """True if the figures or number words are a name, a date, a clock time, an age or an order.

    ``counts`` if a unit or a plural noun stands after them: then fewer words before make a name of them.
    """
    first, last = numeral.first, numeral.last
    if tokens[first].figures:
        if tokens[first].form in EMERGENCY and tokens[last].word.startswith("call"):
            return True
        if _is_stuck(tokens, first, last, counts) or _is_in_row(tokens, first, last) or _is_date(tokens, first, last):
            return True
        if _is_year(tokens, numeral) or _is_address(tokens, last) or _is_list_number(tokens, first, last):
            return True
    return (
        _is_clock(tokens, first, last)
        or _is_age(tokens, first, last)
        or _is_named_by(tokens, first, counts)
        or _is_part_of_name(tokens, first, last, counts)
    )


def is_day_or_year(tokens: Tokens, numeral: Numeral) -> bool:
    """True of either number of "March 3-5" and "2014 to 2016"."""
    if not tokens[numeral.first].figures:
        return False
    return _is_date(tokens, numeral.first, numeral.last) or _is_year(tokens, numeral)


def _is_stuck(tokens: Tokens, first: int, last: int, counts: bool) -> bool:
    """G7, F-16, 5c, 3rd, 1990s, #5, 24/7, 10:30: figures glued to what they count nothing of."""
    before, after = tokens[first - 1], tokens[last]
    if tokens[first].glued and not _may_stand_before(tokens, first):
        return True
    if not after.glued or after is NOTHING:
        return False
    if after.letters and tokens[last - 1].figures and not counts:
        return True
    if after.form in ":/" and tokens[last + 1].figures and (tokens[last + 1].glued or len(tokens[last + 1].form) == 2):
        return True
    if after.form in "_@#=\\*^" or (after.form == "." and tokens[last + 1].glued and tokens[last + 1] is not NOTHING):
        return tokens[last + 1].letters or tokens[last + 1].figures
    return before.form in "@#"


def _may_stand_before(tokens: Tokens, first: int) -> bool:
    before = tokens[first - 1]
    if before.letters or before.figures:
        return False
    if before.form in "-–—":
        return before.form == "—" or not before.glued or tokens[first - 2].form in ",.()”\"’'"
    if before.form in "'’":
        return not before.glued or tokens[first - 2].form in ',.“"'
    return before.form not in "#@/\\_.:&*^=<" or (before.form in ".:" and not before.glued)


def _is_in_row(tokens: Tokens, first: int, last: int) -> bool:
    """One of several groups of figures: a telephone number, a table, a list of references."""
    before, after = tokens[first - 1], tokens[last]
    model = tokens[last + 1].word == "s" and tokens[last + 1].glued  # "18 777s"
    if (after.figures and not after.glued and not model) or (before.figures and last - first == 1):
        return True
    return after.form == "-" and after.glued and tokens[last + 1].figures and tokens[last + 2].form == "-"


def _is_date(tokens: Tokens, first: int, last: int) -> bool:
    """March 3, Nov. 21, 3 March, Monday 3, 3rd March."""
    if last - first > 1 or len(tokens[first].form) > 2 or int(tokens[first].form) > 31:
        return False
    at = first - 2 if tokens[first - 1].form == "." else first - 1
    if tokens[at].capital and tokens[at].word in MONTHS | DAYS:
        return not _may_be_counted(tokens, at, last)
    after = last + 1 if tokens[last].word == "of" else last
    return tokens[after].capital and tokens[after].word in MONTHS


def _may_be_counted(tokens: Tokens, month: int, last: int) -> bool:
    """True of "in May 25 people were": a plural follows, and no day of the month is called for."""
    return tokens[month - 1].word in {"in", "last", "since"} and is_plural(tokens[last].word)


def _is_year(tokens: Tokens, numeral: Numeral) -> bool:
    """Four figures from 1500 to 2100 without a comma, unless people or miles are counted by them."""
    form = tokens[numeral.first].form
    if numeral.last - numeral.first > 1 or len(form) != 4 or not form.isdigit() or not 1500 <= int(form) <= 2100:
        return False
    before, after = tokens[numeral.first - 1], tokens[numeral.last]
    counted = after.word in PEOPLE or (is_plural(after.word) and form.endswith("00"))
    return not (counted and before.word not in BEFORE_YEAR)


def _is_address(tokens: Tokens, last: int) -> bool:
    return tokens[last].capital and any(tokens[at].capital and tokens[at].word in ROADS for at in range(last, last + 3))


def _is_list_number(tokens: Tokens, first: int, last: int) -> bool:
    """The number of a list or a note: "1. Foo", "(2)", "[3]"."""
    before, after = tokens[first - 1].form, tokens[last]
    if first == 0 and after.glued and after.form in ".)" and len(tokens) > 2:
        return True
    return after.glued and ((before == "[" and after.form == "]") or (before == "(" and after.form == ")"))


def _is_clock(tokens: Tokens, first: int, last: int) -> bool:
    """5 p.m., nine o'clock, 0800 GMT, two in the morning."""
    after = tokens[last]
    if after.word in ZONES:
        return True
    if tokens.words(last, 2) == ("in", "the") and tokens[last + 2].word in PARTS_OF_DAY:
        return tokens[first - 1].word in {"at", "by", "around", "about", "until", "before", "after"}
    return tokens.words(last, 2) == ("at", "night") and tokens[first - 1].word == "at"


def _is_age(tokens: Tokens, first: int, last: int) -> bool:
    """25-year-old, 25 years old, aged 25, "Roe, 25,", "(25)", ages 10 to 15, over-50s."""
    at = last + 1 if tokens[last].form == "-" else last
    if tokens[at].word in AGE_UNITS:
        after = at + 2 if tokens[at + 1].form == "-" else at + 1
        if tokens[after].word in OLD or tokens.words(after, 2) == ("of", "age") or _is_or_older(tokens, first, after):
            return True
    if tokens[first - 1].word in {"aged", "age"} or tokens.words(first - 2, 2) in {("ages", "of"), ("age", "of")}:
        return True
    if tokens.words(first - 3, 3) == ("ages", "of", "between"):
        return True
    alone = tokens[first].figures and last - first == 1
    if alone and tokens[first - 1].word in {"under", "over", "above", "below"} and tokens[first - 2].word in AGED:
        return not tokens[last].letters or tokens[last].word in STOPS
    part = tokens[last].word == "of" and tokens[last + 1].word in {
        "the",
        "those",
        "these",
        "them",
        "its",
        "all",
        "whom",
    }
    return alone and tokens[first - 1].form == "," and _closes(tokens[last]) and not part and _is_name(tokens, first)


def _is_or_older(tokens: Tokens, first: int, after: int) -> bool:
    """Adults 18 years or older, children two years and under."""
    if tokens[after].word not in {"or", "and"}:
        return False
    if tokens[after + 1].word in {"older", "younger"}:
        return True
    return tokens[after + 1].word in {"over", "under", "above", "up"} and tokens[first - 1].word in AGED


def _closes(token: Token) -> bool:
    return token is NOTHING or token.form in ",.;:)–—" or token.word in {"and", "of", "from", "who"}


def _is_name(tokens: Tokens, first: int) -> bool:
    """A name, and no list of numbers, stands before the comma before ``first``."""
    return tokens[first - 2].letters and tokens[first - 2].word not in STOPS and len(tokens[first].form) < 3


def _is_named_by(tokens: Tokens, first: int, counts: bool) -> bool:
    """Page 12, No. 1, chapter two, world war two."""
    before = tokens[first - 1]
    if before.form == "." and tokens[first - 2].word in {"no", "nos", "vol", "p", "pp"}:
        return True
    if before.word not in NAMED_BY_NUMBER:
        return False
    return not counts or before.form.lower() != before.form


def _is_part_of_name(tokens: Tokens, first: int, last: int, counts: bool) -> bool:
    """Falcon 9, Big Three: a capital before it, or on it."""
    before, own = tokens[first - 1], tokens[first]
    if tokens.title_case or first == 0:
        return False
    if own.figures:
        if tokens[last].form in {"Minutes", "Hours", "Days"}:
            return True  # a programme, a film
        named = before.capital and before.word not in STOPS | MONTHS | DAYS | OPENERS and last - first == 1
        small = len(own.form) < 3 and "." not in own.form and tokens[first - 2].word not in {"in", "at", "near"}
        dates = tokens[last + 1].word in {"ago", "later", "earlier"}
        if named and small and tokens[last].capital and not is_plural(tokens[last].word):
            return True  # "Power 1 Lamp"
        return named and (not counts or (small and first > 1 and is_plural(tokens[last].word) and not dates))
    return own.capital and before.letters and (before.capital or tokens[last].capital or before.word in {"the", "of"})
