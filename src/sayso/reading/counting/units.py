"""Money, percentages and measures: their words, and what one of them is in another of its kind."""

from __future__ import annotations

from sayso.reading.counting.tokens import Tokens
from sayso.records.quantity import Quantity

SIGNS = {"$": "USD", "£": "GBP", "€": "EUR", "₹": "INR", "¥": "JPY", "₽": "RUB", "₩": "KRW", "₪": "ILS", "₺": "TRY"}
# Letters glued before "$".
DOLLARS = {
    "us": "USD",
    "a": "AUD",
    "au": "AUD",
    "c": "CAD",
    "ca": "CAD",
    "nz": "NZD",
    "hk": "HKD",
    "s": "SGD",
    "r": "BRL",
}
CODES = frozenset(
    "usd gbp eur inr jpy rub cny cad aud nzd chf sek nok dkk sar aed ils try zar ngn krw brl mxn pkr hkd egp".split()
    + "sgd thb idr myr twd czk huf pln uah kes".split()
)
NATIONS = {
    "us": "USD",
    "u.s.": "USD",
    "american": "USD",
    "canadian": "CAD",
    "australian": "AUD",
    "british": "GBP",
    "egyptian": "EGP",
    "syrian": "SYP",
    "lebanese": "LBP",
    "iraqi": "IQD",
    "swiss": "CHF",
    "french": "FRF",
    "indian": "INR",
    "pakistani": "PKR",
    "russian": "RUB",
    "saudi": "SAR",
    "south korean": "KRW",
    "swedish": "SEK",
    "norwegian": "NOK",
    "danish": "DKK",
    "mexican": "MXN",
    "turkish": "TRY",
    "hong kong": "HKD",
    "new zealand": "NZD",
}
# A coin's plain name is the commonest land's; where many lands share it, the name itself is the unit.
COINS = {
    "dollar": "USD",
    "dlr": "USD",
    "euro": "EUR",
    "rupee": "INR",
    "yen": "JPY",
    "yuan": "CNY",
    "renminbi": "CNY",
    "rouble": "RUB",
    "ruble": "RUB",
    "riyal": "SAR",
    "dirham": "AED",
    "shekel": "ILS",
    "lira": "TRY",
    "rand": "ZAR",
    "naira": "NGN",
    "zloty": "PLN",
    "hryvnia": "UAH",
    "franc": "franc",
    "peso": "peso",
    "dinar": "dinar",
    "krone": "krone",
    "kronor": "krone",
    "cent": "cent",
    "penny": "penny",
    "pence": "penny",
}
SHARED_COINS = frozenset({"dollar", "franc", "peso", "pound", "rupee", "riyal", "lira", "dinar"})


def _measures(table: str) -> dict[str, tuple[str, str, float]]:
    """Each wording to (unit, base unit, how many of the base); a line holds a unit and, after the colon, wordings."""
    found = {}
    for line in table.strip().splitlines():
        head, wordings = line.split(":")
        unit, base, factor = head.rsplit(None, 2)
        for wording in wordings.split(","):
            found[wording.strip()] = (unit.strip(), base, float(factor))
    return found


# Tons: long, short and metric are within 10 % of one another, and news seldom says which. Months and years: mean ones.
MEASURES = _measures("""
percent share 0.01: percent, per cent, pct, %
percentage point percentage-point 1: percentage point, percentage points, ppt
basis point percentage-point 0.01: basis point, basis points
km m 1000: km, kms, kilometre, kilometres, kilometer, kilometers
m m 1: m, metre, metres, meter, meters
cm m 0.01: cm, centimetre, centimetres, centimeter, centimeters
mm m 0.001: mm, millimetre, millimetres, millimeter, millimeters
mile m 1609.344: mile, miles
nautical mile m 1852: nautical mile, nautical miles
yard m 0.9144: yard, yards
foot m 0.3048: foot, feet, ft
inch m 0.0254: inch, inches, in
kg kg 1: kg, kgs, kilo, kilos, kilogram, kilograms, kilogramme, kilogrammes
g kg 0.001: g, gram, grams, gramme, grammes
mg kg 0.000001: mg, milligram, milligrams
tonne kg 1000: tonne, tonnes, metric ton, metric tons
ton kg 1000: ton, tons
lb kg 0.45359237: lb, lbs
ounce kg 0.028349523: ounce, ounces, oz
stone kg 6.35029318: stone
mph m/s 0.44704: mph, miles per hour, miles an hour, mile per hour, mile an hour
km/h m/s 0.277777778: km/h, kmh, kph, kmph, km per hour, km an hour, kilometres per hour, kilometers per hour
km/h m/s 0.277777778: kilometres an hour, kilometers an hour
m/s m/s 1: m/s, metres per second, meters per second
knot m/s 0.514444444: knot, knots
second second 1: second, seconds, sec, secs
minute second 60: minute, minutes, min, mins
hour second 3600: hour, hours, hr, hrs
day second 86400: day, days
week second 604800: week, weeks
month second 2629800: month, months
year second 31557600: year, years, yrs
decade second 315576000: decade, decades
century second 3155760000: century, centuries
degree C degree-C 1: °c, ° c, degrees celsius, degree celsius, degrees centigrade, degrees c, c°
degree F degree-F 1: °f, ° f, degrees fahrenheit, degree fahrenheit, degrees f
degree degree 1: degrees, degree, °
sq km m2 1000000: sq km, sq. km, square kilometre, square kilometres, square kilometer, square kilometers, square km
sq m m2 1: sq m, sq. m, square metre, square metres, square meter, square meters, sqm
sq mile m2 2589988.11: square mile, square miles, sq mile, sq miles, sq. miles
sq foot m2 0.09290304: square foot, square feet, sq ft, sq. ft
hectare m2 10000: hectare, hectares, ha
acre m2 4046.8564: acre, acres
litre litre 1: litre, litres, liter, liters
ml litre 0.001: ml, millilitre, millilitres, milliliter, milliliters
gallon gallon 1: gallon, gallons
barrel barrel 1: barrel, barrels, bpd
cubic m m3 1: cubic metre, cubic metres, cubic meter, cubic meters
kW W 1000: kw, kilowatt, kilowatts
MW W 1000000: mw, megawatt, megawatts
GW W 1000000000: gw, gigawatt, gigawatts
GB byte 1000000000: gb, gigabyte, gigabytes
MB byte 1000000: mb, megabyte, megabytes
TB byte 1000000000000: tb, terabyte, terabytes
GHz hertz 1000000000: ghz, gigahertz
MHz hertz 1000000: mhz, megahertz
decibel decibel 1: decibel, decibels, db
magnitude magnitude 1: magnitude
""")
UNITS = {unit: (base, factor) for unit, base, factor in MEASURES.values()} | {"share": ("share", 1.0)}
TEMPERATURE = {"degree F": ("degree C", 5 / 9, -160 / 9), "degree C": ("degree C", 1.0, 0.0)}
LONGEST = 4
# Only after figures, and only in this case: otherwise they are words or initials.
SHORT = frozenset("m g c f ha mm cm mg in hr".split())
SCALE_LETTERS = {"C": "degree C", "F": "degree F"}
# What tells "41C" from a seat.
HEAT = frozenset(
    """temperature temperatures degree degrees heat hot hotter warm warmer cold colder cool cooler high highs low lows
    mercury weather freezing thermometers thermometer fever""".split()
)
# What tells weight from money for "pounds".
WEIGHT = frozenset(
    """weigh weighs weighed weighing weight heavy heavier lighter lose lost losing shed gained body kg kgs kilos
    kilograms explosives fertilizer fertiliser dynamite tnt cocaine heroin marijuana cannabis""".split()
)


def read_sign(tokens: Tokens, place: int) -> tuple[str, int] | None:
    """The currency whose sign or code stands right before ``place``, and the place where that begins."""
    before = tokens[place - 1]
    if before.form in SIGNS:
        letters = DOLLARS.get(tokens[place - 2].word) if before.form == "$" and before.glued else None
        return (letters, place - 2) if letters else (SIGNS[before.form], place - 1)
    if before.form == "#" and tokens[place + 1].word in {"million", "billion", "bn"}:
        return "GBP", place - 1  # what becomes of a pound sign where there is none
    if before.word in {"dlrs", "dlr"}:
        return "USD", place - 1
    if before.word in CODES and before.form.isupper():
        return before.form, place - 1
    if before.word == "rs" and before.capital:
        return "INR", place - 1
    if before.form == "." and tokens[place - 2].word == "rs" and tokens[place - 2].capital:
        return "INR", place - 2
    return None


def read_unit(tokens: Tokens, place: int) -> tuple[str, int] | None:
    """The currency, percentage or measure that stands at ``place``, the longest wording of it, and the place after."""
    hyphen = tokens[place].form == "-" and tokens[place].glued and tokens[place + 1].glued
    start = place + 1 if hyphen else place
    return _measure(tokens, start) or _coin(tokens, start) or _heat(tokens, start)


def _measure(tokens: Tokens, place: int) -> tuple[str, int] | None:
    for length in range(LONGEST, 0, -1):
        wording = _joined(tokens, place, length)
        if wording in MEASURES and not (wording in SHORT and not _is_short_unit(tokens, place)):
            return MEASURES[wording][0], place + length
    return None


def _heat(tokens: Tokens, place: int) -> tuple[str, int] | None:
    """The C of "temperatures reached 41C"."""
    scale = SCALE_LETTERS.get(tokens[place].form) if tokens[place].glued and tokens[place - 1].figures else None
    if scale is None or not HEAT & {tokens[at].word for at in range(max(0, place - 12), place + 8)}:
        return None
    return scale, place + 1


def _joined(tokens: Tokens, place: int, length: int) -> str:
    """The words from ``place`` on with the spaces and hyphens between as the table writes them."""
    words = []
    for at in range(place, place + length):
        token = tokens[at]
        words.append(token.word if at == place or token.glued else " " + token.word)
    return "".join(words).replace("-", " ")


def _is_short_unit(tokens: Tokens, place: int) -> bool:
    after = tokens[place + 1]
    glued = tokens[place].glued or tokens[place].form != "in"
    return glued and tokens[place - 1].figures and tokens[place].form.islower() and not (after.glued and after.letters)


def _coin(tokens: Tokens, place: int) -> tuple[str, int] | None:
    """Dollars, US dollars, Hong Kong dollars; pounds of money where nothing says that they weigh."""
    first = tokens[place].word
    if first in CODES and tokens[place].form.isupper():
        return first.upper(), place + 1
    if first == "won" and tokens[place - 1].word in {"million", "billion", "trillion"}:
        return "KRW", place + 1
    nation, at = _nation(tokens, place)
    coin = _coin_name(tokens[at].word)
    if coin == "pound":
        return (nation or _pound(tokens, place)), at + 1
    if coin is None or (nation is None and at > place):
        return None
    return (nation if nation and coin in SHARED_COINS else COINS[coin]), at + 1


def _nation(tokens: Tokens, place: int) -> tuple[str | None, int]:
    pair = " ".join(tokens.words(place, 2))
    if pair in NATIONS:
        return NATIONS[pair], place + 2
    nation = NATIONS.get(tokens[place].word)
    return nation, place + 1 if nation else place


def _coin_name(word: str) -> str | None:
    single = word if word in COINS or word == "pound" else word.removesuffix("s")
    return single if single in COINS or single == "pound" else None


def _pound(tokens: Tokens, place: int) -> str:
    words = {tokens[at].word for at in range(max(0, place - 12), place + 8)}
    if words & WEIGHT:
        return "lb"
    return "GBP" if words & {"million", "billion", "bn", "sterling"} else "pound"


def in_base(quantity: Quantity) -> tuple[str, float | None, float | None]:
    """The base unit of the family and the two ends in it; a unit of no family is its own base.

    A mile is ("m", 1609.344, 1609.344), "up to 50 percent" ("share", None, 0.5).
    """
    if quantity.unit in TEMPERATURE:
        base, factor, offset = TEMPERATURE[quantity.unit]
        return base, *_ends(quantity, factor, offset)
    base, factor = UNITS.get(quantity.unit, (quantity.unit, 1.0))
    return base, *_ends(quantity, factor, 0.0)


def _ends(quantity: Quantity, factor: float, offset: float) -> tuple[float | None, float | None]:
    low, high = (None if end is None else end * factor + offset for end in (quantity.low, quantity.high))
    return low, high


def same_unit(a: Quantity, b: Quantity) -> bool:
    """True if both are told in units of one family, so that their ends in the base can be compared."""
    return bool(a.unit) and in_base(a)[0] == in_base(b)[0]
