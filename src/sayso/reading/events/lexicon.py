"""Event words in a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.lists.events import EventLists, EventWord, Phrase
from sayso.reading.events.vocabulary import ADVERBS, BE, CLAUSE, DETERMINERS, HAVE, PREPOSITIONS
from sayso.reading.tagging import Range
from sayso.reading.words import Words

SKIPPED = frozenset({"a", "an", "the"})
# Before "to" and after a pronoun or a helping verb stands a verb; after these a noun.
HELPERS = BE | HAVE | ADVERBS | frozenset("to will would can could may might must should shall do does did who".split())
ADJECTIVE_ENDINGS = ("ian", "ish", "ese", "eli", "qi", "ani", "can", "ary", "al", "ic", "ive", "ous")
# After "back", where somebody goes.
WHERE = frozenset("home there here again and or at so".split())
SHOTS = frozenset("shoot shoots shot shooting".split())
PICTURES = frozenset(
    """photo photos photograph photographs picture pictures image images video videos film films movie footage scene
    scenes fashion photographer photographers director filmmaker cameraman""".split()
)
MAKER_WITHIN = 4  # words of "shot by the celebrity photographer"
LINE_IN_CAPITALS = 0.7  # of its longer words, in a headline


@dataclass(frozen=True, slots=True)
class Candidate:
    """The words of ``range`` may tell of an event; ``nominal``: as a noun does."""

    range: Range
    word: EventWord
    nominal: bool


class Lexicon:
    """The list of event words laid against the words of one text; ``lower`` are its forms in small letters."""

    def __init__(self, words: Words, lower: Sequence[str], lists: EventLists) -> None:
        self.words = words
        self.lower = lower
        self.lists = lists

    def find(self, first: int, last: int) -> Iterator[Candidate]:
        """The event words of a range of words, none overlapping another."""
        place = first
        while place < last:
            phrases = self.lists.phrases.get(self.lower[place])
            found = self._candidate(place, last, phrases) if phrases else None
            if found is not None:
                yield found
            place = found.range[1] if found is not None else place + 1

    def _candidate(self, place: int, last: int, phrases: Sequence[Phrase]) -> Candidate | None:
        matched = [(end, phrase[1]) for phrase in phrases if (end := self._match(place + 1, last, phrase))]
        if not matched or (self.words.forms[place][0].isupper() and self._is_name(place)):
            return None
        if self._is_adverb(place, matched) or self._is_picture(place):
            return None
        longest = max(end for end, _ in matched)
        listed = [word for end, word in matched if end == longest]
        nominal = self.is_nominal(place, longest) and any(word.noun or self._is_gerund(place) for word in listed)
        fitting = [word for word in listed if word.noun == nominal]
        return Candidate((place, longest), (fitting or listed)[0], nominal)

    def _match(self, place: int, last: int, phrase: Phrase) -> int | None:
        for word in phrase[0]:
            while place < last and self.lower[place] in SKIPPED:
                place += 1
            if place >= last or self.lower[place] != word:
                return None
            place += 1
        return place

    def is_nominal(self, first: int, last: int) -> bool:
        """Whether the words stand as a noun: "the attack on", "talks with", but not "to attack"."""
        lower = self.lower
        before = lower[first - 1] if first else ""
        after = lower[last] if last < len(lower) else ""
        if lower[first].endswith("ing") and before not in DETERMINERS:
            return before in ("’", "s") or after == "of"
        if (lower[first].endswith("ed") and after != "of") or before in HELPERS:
            return False
        if before in DETERMINERS or before in PREPOSITIONS:
            return True
        if first > 1 and lower[first - 2] in ("a", "an") and before.isalpha() and not lower[last - 1].endswith("s"):
            return True  # "a direct order", "a bomb attack"
        genitive = before == "s" and first > 1 and lower[first - 2] in ("’", "'")
        return genitive or after in ("of", "between") or before.endswith(ADJECTIVE_ENDINGS)

    def _is_adverb(self, place: int, matched: Sequence[tuple[int, EventWord]]) -> bool:
        """ "I am back", "bring them back home": no verb, as nothing that somebody backs follows."""
        if self.lower[place] != "back" or any(end > place + 1 for end, _ in matched):
            return False
        after = self.lower[place + 1] if place + 1 < len(self.lower) else "."
        before = self.lower[place - 1] if place else "."
        return not after.isalnum() or after in PREPOSITIONS | CLAUSE | WHERE or before in BE | {"m"}

    def _is_picture(self, place: int) -> bool:
        """ "A photo shoot", "pictures shot by Lund": nobody is hurt."""
        if self.lower[place] not in SHOTS:
            return False
        beside = {*self.lower[max(place - 1, 0) : place]}
        if self.lower[place + 1 : place + 2] == ("by",):
            beside |= {*self.lower[place + 2 : place + 2 + MAKER_WITHIN]}
        return not PICTURES.isdisjoint(beside)

    def _is_gerund(self, place: int) -> bool:
        return self.lower[place].endswith("ing")

    def _is_name(self, place: int) -> bool:
        """A capital inside a sentence: "March", "the Strike Group"; but not at its start or in a headline."""
        if place == 0 or not self.words.forms[place - 1][0].isalnum():
            return self.lower[place] == "march"
        return bool(self.words.line[place] == self.words.line[place - 1]) and not self._in_title(place)

    def _in_title(self, place: int) -> bool:
        """Whether most longer words of the line have capitals, as in headlines."""
        line = self.words.line
        first = last = place
        while first and line[first - 1] == line[place]:
            first -= 1
        while last < len(line) and line[last] == line[place]:
            last += 1
        longer = [form for form in self.words.forms[first:last] if len(form) > len("that")]
        return sum(form[0].isupper() for form in longer) > LINE_IN_CAPITALS * len(longer)
