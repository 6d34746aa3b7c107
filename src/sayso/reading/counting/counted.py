"""What a number counts: the noun after it, in the singular, and how far its phrase goes."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.reading.counting.number_words import ONES, TENS
from sayso.reading.counting.numerals import PLURALS
from sayso.reading.counting.tokens import Tokens

# No noun phrase goes on past one of these.
STOPS = frozenset(
    """a an the this that these those his her its their our my your he she it they we i you him them us who whom whose
    which what where when while of in on at by for from with without to into onto over under about after before during
    since until till through across against between among around near as than and or but nor so if because although
    though is are was were be been being am has have had having do does did done will would can could may might shall
    should must not no said say says told per ago later earlier away apart there here then now just only also too
    very ever never still already all both each every some any if vs versus via despite including plus minus
    respectively together altogether themselves itself himself herself along
    total yesterday today tonight tomorrow reportedly allegedly""".split()
)
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
# Before what is counted, and no part of it.
BEFORE_NOUN = frozenset("more other additional further extra another different separate".split())
DETERMINERS = frozenset("the these those his her its their our my your all such".split())
PRONOUNS = frozenset("them us you whom which it these those".split())
IRREGULAR = {
    "people": "person",
    "persons": "person",
    "person": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "policemen": "policeman",
    "policewomen": "policewoman",
    "gunmen": "gunman",
    "servicemen": "serviceman",
    "firemen": "fireman",
    "fishermen": "fisherman",
    "businessmen": "businessman",
    "lawmen": "lawman",
    "militiamen": "militiaman",
    "tribesmen": "tribesman",
    "crewmen": "crewman",
    "feet": "foot",
    "teeth": "tooth",
    "mice": "mouse",
    "geese": "goose",
    "oxen": "ox",
    "lives": "life",
    "wives": "wife",
    "knives": "knife",
    "wolves": "wolf",
    "thieves": "thief",
    "leaves": "leaf",
    "halves": "half",
    "shelves": "shelf",
    "loaves": "loaf",
    "calves": "calf",
    "aliases": "alias",
    "buses": "bus",
    "viruses": "virus",
    "campuses": "campus",
    "bonuses": "bonus",
    "choruses": "chorus",
    "gases": "gas",
    "crises": "crisis",
    "analyses": "analysis",
    "diagnoses": "diagnosis",
    "movies": "movie",
    "cookies": "cookie",
    "selfies": "selfie",
    "calories": "calorie",
    "ties": "tie",
    "lies": "lie",
    "shoes": "shoe",
    "canoes": "canoe",
    "headaches": "headache",
    "media": "medium",
    "phenomena": "phenomenon",
    "criteria": "criterion",
    "series": "series",
    "passersby": "passerby",
    "species": "species",
    "headquarters": "headquarters",
    "crossroads": "crossroads",
    "barracks": "barracks",
    "others": "other",
}
IRREGULAR |= {
    people + "s": people
    for people in """somali yemeni pakistani israeli iraqi saudi emirati kuwaiti omani bahraini qatari bangladeshi azeri
    afghani gi nazi taxi ski safari bikini hutu zulu hindu bantu gurkha guru menu emu""".split()
}
# Of firemen, horsewomen, grandchildren.
PLURAL_ENDINGS = ("men", "children")
# Counted without an ending.
UNMARKED = frozenset(
    """police aircraft staff personnel crew sheep fish deer cattle poultry cod salmon spacecraft hovercraft offspring
    infantry cavalry taliban mujahideen mujahedeen fedayeen peshmerga
    apparatus""".split()
)
# End in s and are no plurals.
NO_PLURAL = frozenset(
    """less across plus overseas plainclothes always perhaps besides alas unless previous sometimes afterwards towards
    upwards downwards nowadays yes thus his gas aids bus news politics economics mathematics physics athletics isis ios
    whereas texas paris kansas arkansas illinois dallas athens brussels naples wales mars james thomas charles chris
    jesus los las abbas hamas laos cyprus reuters specimen regimen acumen abdomen stamen semen omen yemen amen hymen
    carmen examen ramen bremen tiananmen""".split()
)
# Plurals that mostly stand before the noun they describe.
ATTRIBUTIVE = frozenset(
    "sports clothes arms sales systems news women's men's savings goods customs physics headquarters".split()
)
# Verbs without an ending, before which the one thing counted stands: "one boat sank".
PAST = frozenset(
    """lost fell sank left came went ran hit shot fled broke took got won began made met flew drove saw rose stood held
    found kept hurt heard dead""".split()
)
LONGEST = 8
QUOTES = frozenset('"“”')
# The most words of a name in quotation marks before the noun.
QUOTED = 6


@dataclass(frozen=True, slots=True)
class Counted:
    """A number counts ``unit``, and its phrase ends before the token at ``last``; ``head`` is the noun's token."""

    unit: str
    last: int
    head: int


def find_counted(tokens: Tokens, place: int, *, single: bool = False) -> Counted | None:
    """The noun that the number ending at ``place`` counts; ``single`` if there is but one of it.

    None where no plural noun follows ("25 were", "the two met"), "25 of them" included.
    """
    start = _past_of(tokens, place)
    if start is None:
        return None
    run = _run(tokens, start)
    if not run:
        return None
    head = _single_head(tokens, run) if single else _plural_head(tokens, run)
    return None if head is None else Counted(singular(tokens[head].word), head + 1, head)


def _past_of(tokens: Tokens, place: int) -> int | None:
    """Past "of the" of "12 of the hostages"; None before "of them"."""
    if tokens[place].word in {"more", "or"} and tokens[place + 1].word == "of":
        place += 1
    if tokens[place].word != "of":
        return place
    after = place + 1
    if tokens[after].word in DETERMINERS and tokens[after + 1].letters and tokens[after + 1].word not in STOPS:
        return after + 1
    return None if tokens[after].word in PRONOUNS else after


def _run(tokens: Tokens, start: int) -> list[int]:
    """Places of the words that may form one noun phrase, hyphens passed over."""
    run: list[int] = []
    for place in range(start, start + LONGEST):
        token = tokens[place]
        if _is_quoted_name(tokens, place):
            continue
        if run and (is_hyphen(tokens, place) or _joins_adjectives(tokens, place, run) or _is_of_name(tokens, place)):
            continue
        stops = (token.word in STOPS and not _is_capital_name(tokens, place)) or token.word in DAYS
        if not token.letters or (stops and not _is_bound(tokens, place)) or _is_number(tokens, place):
            break
        run.append(place)
    return run


def _joins_adjectives(tokens: Tokens, place: int, run: list[int]) -> bool:
    """The "and" of "military and civilian personnel": no noun before it, one soon after it."""
    if tokens[place].word not in {"and", "or", "but"} or any(is_plural(tokens[at].word) for at in run):
        return False
    for after in range(place + 1, place + 4):
        if is_plural(tokens[after].word):
            return after > place + 1
        if tokens[after].word in STOPS or not tokens[after].letters:
            break
    return False


def _is_capital_name(tokens: Tokens, place: int) -> bool:
    """The US of "12 US ships" and the A of "12 A300 ships"."""
    return tokens[place].form == "US" or (
        tokens[place].capital and tokens[place + 1].figures and tokens[place + 1].glued
    )


def _is_quoted_name(tokens: Tokens, place: int) -> bool:
    """Either mark of the name in "12 “Kell Ferry” toys"."""
    if tokens[place].form not in QUOTES:
        return False
    near = range(place - QUOTED, place + QUOTED + 1)
    partner = next((at for at in near if at != place and tokens[at].form in QUOTES), None)
    closing = None if partner is None else max(partner, place)
    return closing is not None and is_plural(tokens[closing + 1].word)


def _is_of_name(tokens: Tokens, place: int) -> bool:
    """The figures of "12 new Kell 300 ferries" and "12 new K300 ferries"."""
    token, before, after = tokens[place], tokens[place - 1], tokens[place + 1]
    if token.figures:
        if before.form == "-" and before.glued and token.glued:
            return tokens[place - 2].capital
        bare = after.letters and not before.word.endswith(("ed", "ly")) and before.word not in PAST
        return before.letters and (before.capital or bare) and (token.glued or not after.glued)
    return token.form == "-" and token.glued and before.figures and after.figures


def _is_bound(tokens: Tokens, place: int) -> bool:
    """True of "would" and "be" in "two would-be robbers": a hyphen makes them part of a longer word."""
    return is_hyphen(tokens, place + 1) or is_hyphen(tokens, place - 1)


def is_hyphen(tokens: Tokens, place: int) -> bool:
    return tokens[place].form == "-" and tokens[place].glued and tokens[place + 1].glued


def _is_number(tokens: Tokens, place: int) -> bool:
    word = tokens[place].word
    counts = word in ONES or word in TENS or word in PLURALS or word in {"several", "dozen"}
    named = tokens[place].capital and tokens[place - 1].capital  # "five Kell One boats"
    return counts and tokens[place - 1].form != "-" and not named


def _plural_head(tokens: Tokens, run: list[int]) -> int | None:
    """The last of the first plurals in a row: "sales managers", not the verb after "ferries"."""
    places = [place for place in run if is_plural(tokens[place].word) and not is_hyphen(tokens, place + 1)]
    head = None
    for place in places:
        if head is not None and place > head + 1 and tokens[head].word not in ATTRIBUTIVE:
            break
        if head is not None and tokens[place + 1].word in {"to", "the", "a", "an"}:
            break  # "three new ferries helps to", a verb
        head = place
    return head if head is not None else _people(tokens, run)


def _people(tokens: Tokens, run: list[int]) -> int | None:
    """A people's name that is its own plural: "12 Chinese"."""
    last = run[-1]
    return last if tokens[last].capital and tokens[last].word.endswith("ese") and len(run) <= 2 else None


def _single_head(tokens: Tokens, run: list[int]) -> int | None:
    """The noun that one of is counted: the word before the verb or the end."""
    nouns = []
    for place in run:
        word = tokens[place].word
        if place > run[0] and (word.endswith(("ed", "ing")) or word in PAST):
            break
        nouns.append(place)
    while len(nouns) > 1 and tokens[nouns[-1]].word.endswith("ly"):
        nouns.pop()
    return None if tokens[nouns[-1]].word in BEFORE_NOUN else nouns[-1]


def is_plural(word: str) -> bool:
    """True of a noun's plural, as far as its shape tells."""
    if word in IRREGULAR or word in UNMARKED or (word.endswith(PLURAL_ENDINGS) and word not in NO_PLURAL):
        return True
    if not word.endswith("s") or len(word) < 4 or word in NO_PLURAL or word in STOPS:
        return False
    return not word.endswith(("ss", "us", "is", "'s"))


def singular(word: str) -> str:
    """The noun's singular in small letters, by its ending."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if not is_plural(word) or word in UNMARKED:
        return word
    if word.endswith(PLURAL_ENDINGS):
        return word[:-3] if word.endswith("ren") else word[:-2] + "an"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses", "zzes", "oes")):
        return word[:-2]
    return word[:-1]
