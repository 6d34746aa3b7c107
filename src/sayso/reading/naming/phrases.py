"""One sentence's tokens with the mentions found so far, and where a description in it begins and whose it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.lists.countries import Countries
from sayso.lists.roles import Role
from sayso.reading.naming.mention import Definiteness, Mention, Shape
from sayso.reading.naming.tokens import Token
from sayso.reading.naming.vocabulary import (
    AUXILIARIES,
    CONJUNCTIONS,
    DAYS_AND_MONTHS,
    DEFINITE,
    INDEFINITE,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    TIME_NOUNS,
)

STOPS = PREPOSITIONS | CONJUNCTIONS | AUXILIARIES | frozenset(PRONOUNS) - POSSESSIVES
LONGEST_DESCRIPTION = 8  # words before the head
OPENING_MARKS = frozenset("“\"‘«:–—-(''`")
# Small words before a name or nation in a description: "senior Skerry officials"; any other may be a verb.
BEFORE_NATIONS = frozenset(
    """former senior top young old other ethnic local leading retired unidentified unnamed ordinary fellow high-ranking
    official ruling chief deputy acting visiting prominent main two biggest largest""".split()
)
# What stands before a number in a description: "the first two boats".
BEFORE_NUMBERS = frozenset("first last next other past top about nearly almost around roughly over some".split())
# Words in -ed before a noun that are no verbs, and verbs that end otherwise.
PARTICIPLES = frozenset(
    """retired united armed appointed elected unidentified unnamed well-placed wounded displaced alleged self-described
    masked convicted exiled ousted disgraced state-owned newly-elected informed""".split()
)
VERBS = frozenset(
    """said told says tells quoted gave made met left asked saw took led sent kept put let held found got urged warned
    helped brought thought became""".split()
)
ADJECTIVAL = frozenset(
    """leading ruling visiting acting remaining surviving dissenting commanding investigating presiding existing
    opposing
    participating warring neighboring neighbouring grieving striking governing sitting standing working living
    outgoing incoming nursing fighting""".split()
)
# What opens a sentence before whoever is its object: "Citing officials, the Courier said".
CITING = frozenset("citing quoting".split())
# After one of these, a noun's form is a verb: "will report", "they plan".
BEFORE_VERBS = frozenset(
    """to will would can could may might must should not n't i we they he she it who did do does""".split()
)


@dataclass(slots=True)
class Scan:
    """What a scan of one article goes by: its text, the lists, and the forms that it writes in small letters.

    ``seen`` are last words of names found in running text and ``pairs`` two of their words that stand side by side: in
    headings, where all is capitals, only they are names. ``surnames`` end full names, and are no role there.
    """

    text: str
    roles: dict[str, Role]
    countries: Countries
    small: frozenset[str]
    seen: set[str] = field(default_factory=set)
    pairs: set[tuple[str, str]] = field(default_factory=set)
    surnames: set[str] = field(default_factory=set)


class Phrases:
    """The tokens of one sentence and the mentions found in it; ``starts`` and ``ends`` are their places in tokens."""

    def __init__(self, tokens: Sequence[Token], scan: Scan) -> None:
        self.tokens = tokens
        self.scan = scan
        self.found: list[Mention] = []
        self.starts: list[int] = []
        self.ends: list[int] = []

    def add(self, mention: Mention, start: int, end: int) -> None:
        """A mention whose tokens go from ``start`` to ``end``; what it takes in only tells more of it."""
        before = self.tokens[start - 1] if start > 0 else None
        mention.governed = before is not None and before.lower in PREPOSITIONS
        small = before is not None and before.form[0].islower() and before.lower not in STOPS
        mention.object = small and not mention.governed
        mention.reach = mention.span.end
        if mention.shape is Shape.NAME and not mention.title and before is not None and before.lower == "the":
            mention.definiteness = Definiteness.DEFINITE
        if mention.shape is Shape.NOMINAL or mention.title:
            for other in reversed(self.found):
                if other.span.start < mention.span.start:
                    break
                if not other.owning and other.shape is not Shape.PRONOUN:
                    other.modifier = True
                mention.parts.append(other)
        self.found.append(mention)
        self.starts.append(start)
        self.ends.append(end)

    def form_at(self, place: int) -> str:
        return self.tokens[place].form if place < len(self.tokens) else ""

    def capital_at(self, place: int) -> bool:
        """Whether a word with a capital stands at ``place``, a blank after the word before it."""
        if place >= len(self.tokens) or self.tokens[place - 1].owning:
            return False
        token = self.tokens[place]
        beside = token.start == self.tokens[place - 1].end + 1
        return token.capital and token.lower not in DAYS_AND_MONTHS and beside

    def opens(self, place: int) -> bool:
        """Whether the token's capital is that of a sentence or a quotation."""
        return place == 0 or self.tokens[place - 1].form in OPENING_MARKS

    def is_verb(self, place: int) -> bool:
        """ "will report", "to head", "they plan": a noun's form that is a verb here."""
        according = place > 1 and self.tokens[place - 2].lower == "according"  # "according to sources"
        return place > 0 and self.tokens[place - 1].lower in BEFORE_VERBS and not according

    def is_noun(self, token: Token) -> bool:
        """As far as closed lists of small words tell."""
        word = token.lower
        small = word[0].isalpha() and not token.capital
        return small and word not in STOPS and word not in DAYS_AND_MONTHS and not may_be_verb(word)

    def left(self, place: int) -> int:
        """Where the description that has its head at ``place`` begins: its article, or the first of its words."""
        start = place
        while start > 0 and place - start < LONGEST_DESCRIPTION:
            before = self.tokens[start - 1]
            if before.owning or before.lower in POSSESSIVES:
                return self._owner_start(start - 1)
            if self._opens_clause(start - 1, place) or (before.lower in CITING and self.opens(start - 1)):
                break
            if before.lower in DEFINITE or before.lower in ("a", "an"):
                return start - 1
            if not before.form[0].isalnum() or before.lower in STOPS or before.end + 1 < self.tokens[start].start:
                break
            if self._is_time_or_verb(start - 1):
                break
            if not before.capital and before.lower not in INDEFINITE:
                before_name = self.tokens[start].capital and before.lower not in BEFORE_NATIONS
                if before_name or may_be_verb(before.lower) or self._follows_its_subject(start - 1):
                    break
            start -= 1
        return start

    def _opens_clause(self, place: int, head: int) -> bool:
        """ "That" of "told that owners", "give" of "to give police", "giving" of "by giving police notice"."""
        token, after = self.tokens[place], self.tokens[place + 1]
        before = self.tokens[place - 1].lower if place else ""
        if token.lower == "that":
            points = self.opens(place) or before in PREPOSITIONS
            return after.lower in DEFINITE | INDEFINITE | POSSESSIVES or not points or self._is_plural(head)
        if token.lower in DEFINITE | INDEFINITE:
            return False
        verbal = before == "to" or (token.lower.endswith("ing") and token.lower not in BEFORE_NATIONS | ADJECTIVAL)
        return verbal and not token.capital and before not in DEFINITE | INDEFINITE | POSSESSIVES

    def _is_time_or_verb(self, place: int) -> bool:
        """ "Weeks" of "in the past weeks militants", "taken" of "had taken 28 girls", "least" of "at least ten men"."""
        token, after = self.tokens[place], self.tokens[place + 1]
        at = place > 0 and self.tokens[place - 1].lower == "at"
        if token.lower in TIME_NOUNS or (at and token.lower in ("least", "most")):
            return True
        counted = after.form.isdigit() or after.lower in INDEFINITE - {"a", "an", "any"}
        known = token.lower in BEFORE_NUMBERS | DEFINITE | INDEFINITE | POSSESSIVES
        return counted and token.form.islower() and not known

    def _is_plural(self, place: int) -> bool:
        role = self.scan.roles.get(self.tokens[place].lower)
        return role is not None and role.plural

    def _follows_its_subject(self, place: int) -> bool:
        """ "advises" of "the Agency advises people": right after a name, and of the form that verbs have there."""
        word, before = self.tokens[place].lower, self.tokens[place - 1] if place else None
        named = before is not None and before.capital and not before.owning and not self.opens(place - 1)
        return named and word.endswith("s") and not word.endswith(("ss", "us", "is", "ics"))

    def _owner_start(self, place: int) -> int:
        """Where the owner that ends with the token at ``place`` begins."""
        for start, end in zip(reversed(self.starts), reversed(self.ends), strict=True):
            if end == place + 1:
                return start
            if end <= place:
                break
        return place

    def definiteness(self, start: int) -> Definiteness:
        """What the first word of a description makes of it."""
        word = self.tokens[start].lower
        if word in DEFINITE:
            return Definiteness.DEFINITE
        if word in POSSESSIVES:
            return Definiteness.OWNED
        return Definiteness.INDEFINITE if word in INDEFINITE else Definiteness.BARE

    def owner(self, start: int, head: int) -> Mention | None:
        """The mention whose possessive stands inside the description."""
        low, high = self.tokens[start].start, self.tokens[head].start
        for mention in reversed(self.found):
            if mention.span.end < low:
                return None
            inside = mention.span.start >= low and mention.span.end <= high
            if inside and (mention.owning or (mention.pronoun is not None and mention.pronoun.case == "p")):
                return mention
        return None

    def nation(self, start: int, last: int) -> str:
        """The country that an adjective or a name inside the description tells."""
        for place in range(start, last):
            token = self.tokens[place]
            if token.capital:
                pair = self.scan.countries.get(f"{token.form} {self.form_at(place + 1)}") if place + 1 < last else None
                form = pair or self.scan.countries.get(token.form)
                if form is not None and not form.ambiguous:
                    return form.code
        return ""

    def cut(self, first: int, last: int) -> str:
        """The text of the tokens as one line."""
        return " ".join(self.scan.text[self.tokens[first].start : self.tokens[last - 1].end].split())


def may_be_verb(word: str) -> bool:
    """Whether a small word before a noun is more likely a verb than an adjective."""
    return word in VERBS or (word.endswith("ed") and word not in PARTICIPLES)
