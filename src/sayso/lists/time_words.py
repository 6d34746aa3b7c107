"""Words that tell times in English news, by the part that they play in an expression.

Origin: compiled by hand for this project from the English language (an English dictionary and the public calendar
suffice to check a row); no list of another program was copied.
"""

from __future__ import annotations

from types import MappingProxyType

MONTHS = MappingProxyType(
    {
        name: number
        for number, names in enumerate(
            (
                "january jan",
                "february feb",
                "march mar",
                "april apr",
                "may",
                "june jun",
                "july jul",
                "august aug",
                "september sept sep",
                "october oct",
                "november nov",
                "december dec",
            ),
            start=1,
        )
        for name in names.split()
    }
)
# Monday is 1, as in ISO 8601.
WEEKDAYS = MappingProxyType(
    {
        name: number
        for number, names in enumerate(
            (
                "monday mon mondays",
                "tuesday tue tues tuesdays",
                "wednesday wed weds wednesdays",
                "thursday thu thur thurs thursdays",
                "friday fri fridays",
                "saturday sat saturdays",
                "sunday sun sundays",
            ),
            start=1,
        )
        for name in names.split()
    }
)
# Words that are something else unless they begin with a capital.
ONLY_CAPITAL = frozenset("mon tue wed thu fri sat sun jan mar apr jun jul dec march may august april june".split())
SEASONS = MappingProxyType(
    {
        "spring": "SP",
        "springs": "SP",
        "springtime": "SP",
        "summer": "SU",
        "summers": "SU",
        "summertime": "SU",
        "fall": "FA",
        "autumn": "FA",
        "autumns": "FA",
        "winter": "WI",
        "winters": "WI",
        "wintertime": "WI",
    }
)
PARTS = MappingProxyType(
    {
        "morning": "MO",
        "mornings": "MO",
        "dawn": "MO",
        "daybreak": "MO",
        "afternoon": "AF",
        "afternoons": "AF",
        "evening": "EV",
        "evenings": "EV",
        "dusk": "EV",
        "night": "NI",
        "nights": "NI",
        "nighttime": "NI",
        "overnight": "NI",
        "nightfall": "NI",
    }
)
INSTANTS = MappingProxyType({"noon": "12:00", "midday": "12:00", "midnight": "24:00"})
# The letter of a length in ISO 8601, after T where it is shorter than a day. "C" and "L" are not ISO's.
UNITS = MappingProxyType(
    {
        "second": "TS",
        "minute": "TM",
        "hour": "TH",
        "day": "D",
        "week": "W",
        "fortnight": "F",
        "weekend": "E",
        "month": "M",
        "quarter": "Q",
        "year": "Y",
        "decade": "T",
        "century": "C",
        "millennium": "L",
    }
)
PLURALS = MappingProxyType(
    {
        "seconds": "TS",
        "minutes": "TM",
        "mins": "TM",
        "hours": "TH",
        "hrs": "TH",
        "days": "D",
        "weeks": "W",
        "fortnights": "F",
        "weekends": "E",
        "months": "M",
        "quarters": "Q",
        "years": "Y",
        "yrs": "Y",
        "decades": "T",
        "centuries": "C",
        "millennia": "L",
    }
)
ORDINALS = MappingProxyType(
    {
        word: number
        for number, word in enumerate(
            """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
            fifteenth sixteenth seventeenth eighteenth nineteenth twentieth""".split(),
            start=1,
        )
    }
    | {"thirtieth": 30}
)
NUMBERS = MappingProxyType(
    {
        word: number
        for number, word in enumerate(
            """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
            seventeen eighteen nineteen""".split()
        )
    }
    | {
        word: 10 * number
        for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
    }
    | {"hundred": 100, "thousand": 1000}
)
DECADES = MappingProxyType(
    {
        "twenties": 20,
        "thirties": 30,
        "forties": 40,
        "fifties": 50,
        "sixties": 60,
        "seventies": 70,
        "eighties": 80,
        "nineties": 90,
    }
)
# Days that the calendar fixes: month and day, or month, weekday and which of that month (-1 is the last).
HOLIDAYS = MappingProxyType(
    {
        ("new", "year's", "day"): (1, 1),
        ("new", "year's", "eve"): (12, 31),
        ("new", "year", "'s", "day"): (1, 1),
        ("new", "year", "'s", "eve"): (12, 31),
        ("valentine", "'s", "day"): (2, 14),
        ("st", ".", "patrick", "'s", "day"): (3, 17),
        ("may", "day"): (5, 1),
        ("independence", "day"): (7, 4),
        ("fourth", "of", "july"): (7, 4),
        ("bastille", "day"): (7, 14),
        ("halloween",): (10, 31),
        ("all", "saints", "day"): (11, 1),
        ("veterans", "day"): (11, 11),
        ("armistice", "day"): (11, 11),
        ("christmas", "eve"): (12, 24),
        ("christmas", "day"): (12, 25),
        ("christmas",): (12, 25),
        ("boxing", "day"): (12, 26),
        ("martin", "luther", "king", "day"): (1, 1, 3),
        ("memorial", "day"): (5, 1, -1),
        ("labor", "day"): (9, 1, 1),
        ("thanksgiving", "day"): (11, 4, 4),
        ("thanksgiving",): (11, 4, 4),
        ("election", "day"): (11, 2, 0),  # the Tuesday after the first Monday of November
    }
)
# Days reckoned from Easter Sunday.
EASTERS = MappingProxyType({("easter", "sunday"): 0, ("easter",): 0, ("good", "friday"): -2, ("easter", "monday"): 1})
# Only zones of one meaning; "EST" is what US papers write for their own clock in winter.
ZONES = MappingProxyType(
    {
        "gmt": "+00:00",
        "utc": "+00:00",
        "bst": "+01:00",
        "cet": "+01:00",
        "cest": "+02:00",
        "eet": "+02:00",
        "eest": "+03:00",
        "msk": "+03:00",
        "jst": "+09:00",
        "kst": "+09:00",
        "hkt": "+08:00",
        "est": "-05:00",
        "edt": "-04:00",
        "cdt": "-05:00",
        "mst": "-07:00",
        "mdt": "-06:00",
        "pst": "-08:00",
        "pdt": "-07:00",
    }
)
