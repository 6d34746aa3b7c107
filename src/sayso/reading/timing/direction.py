"""Where the words of a clause point to: a time before the anchor, after it, or nobody knows."""

from __future__ import annotations

from enum import Enum

from sayso.reading.timing.tokens import Tokens

REACH = 12  # tokens to either side that may still belong to the clause


class Direction(Enum):
    PAST = -1
    UNKNOWN = 0
    FUTURE = 1


FUTURE = frozenset(
    """will shall 'll won't scheduled due until till expected expects expect planned planning upcoming
    would could may might should must intends intend hopes hope aims aim slated poised payable departing
    forthcoming tomorrow going deadline expire expires can
    start starts begin begins effective forecast forecasts estimates projected
    anticipated anticipates pending""".split()
)
WITH_TO = frozenset("set plan plans".split())  # they are set to meet, they plan to meet
SEEMED = frozenset("appeared seemed believed thought known".split())  # "a fire that appeared to begin on Monday"
LATEST = frozenset("last latest previous".split())
OPENERS = frozenset("until till starting effective".split())
REPORTING = frozenset(
    """said says told added announced reported stated wrote confirmed claimed warned insisted acknowledged noted
    explained denied""".split()
)
PAST = frozenset(
    """was were had did been became began came went took made got gave held met won lost found left fell rose shot
    sent sold bought led hit cut put paid hurt broke brought ran saw spoke stood struck killed died fled flew
    grew kept knew lay let rang sank sat set shut spent split spread swept thought threw wore
    since ago""".split()
)
BOUNDARY = frozenset(". ; : ! ? ( ) \" “ ” `` '' — – --".split()) | {""}
CLAUSE = frozenset("that which who when while but although because where whose after before and".split())


def find_direction(tokens: Tokens, first: int, last: int) -> Direction:
    """Where the nearest verb of the clause points to; words to the left before those to the right."""
    if tokens.word(first - 1) in OPENERS:
        return _of_opener(tokens, last)
    left = _look(tokens, range(first - 1, max(first - REACH, 0) - 1, -1))
    return left if left is not Direction.UNKNOWN else _look(tokens, range(last, min(last + REACH, len(tokens))))


def _of_opener(tokens: Tokens, last: int) -> Direction:
    """Until Thursday, by March: ahead, unless the words after it tell what had happened by then."""
    return Direction.PAST if any(tokens.word(at) == "had" for at in range(last, last + 5)) else Direction.FUTURE


def _look(tokens: Tokens, places: range) -> Direction:
    for place in places:
        word = tokens.word(place)
        if word in BOUNDARY:
            return Direction.UNKNOWN
        if word in FUTURE and tokens.word(place - 1) in LATEST:  # "its last forecast in March"
            return Direction.PAST
        if word in FUTURE and tokens.word(place - 1) == "to" and tokens.word(place - 2) in SEEMED:
            return Direction.PAST
        if word in FUTURE:
            return Direction.PAST if _is_over(tokens, place) else Direction.FUTURE
        if word in WITH_TO and tokens.word(place + 1) in {"to", "for"}:
            return Direction.FUTURE
        if (word in REPORTING or word in PAST or _is_past(word)) and not _is_passive(tokens, place):
            return Direction.PAST
    return Direction.UNKNOWN


def _is_passive(tokens: Tokens, place: int) -> bool:
    """To be held, will be paid: a participle that tells no past."""
    return any(tokens.word(at) in {"be", "being"} for at in range(max(place - 2, 0), place))


def _is_over(tokens: Tokens, place: int) -> bool:
    """Had been scheduled, had planned: what the clause points to lies before the anchor."""
    return any(tokens.word(at) == "had" for at in range(place - 1, max(place - 6, -1), -1))


def _is_past(word: str) -> bool:
    """Ends like a past tense: "announced"; not "need" or "united"."""
    return len(word) > 4 and word.endswith("ed") and word not in {"united", "indeed", "speed", "exceed", "proceed"}
