"""Sentences into mentions: names with their titles, descriptions by a role noun, pronouns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from sayso.lists.countries import Countries
from sayso.lists.roles import Role
from sayso.patterns import compile_later
from sayso.reading.naming.descriptions import COMPANIES
from sayso.reading.naming.mention import Definiteness, Mention, Shape
from sayso.reading.naming.phrases import STOPS, Phrases, Scan, may_be_verb
from sayso.reading.naming.runs import Run, read_run, run_end
from sayso.reading.naming.tokens import Token, split_tokens
from sayso.reading.naming.vocabulary import (
    AUXILIARIES,
    DAYS_AND_MONTHS,
    DEFINITE,
    INDEFINITE,
    OF_REPORTS,
    OPENERS,
    PAPERS,
    POSSESSIVES,
    PRONOUNS,
    REPORT_NOUNS,
    TITLED_LINE,
    VERBS_IN_TITLES,
)
from sayso.records.actor import ActorKind
from sayso.records.span import Span

# Bodies that stand before their own name: "the company Varga Steel", "the nation of Skerry".
INTRODUCING = frozenset(
    "company group firm airline agency charity militia party organization organisation network bank union club".split()
)
# Role nouns that are adjectives before another noun.
ADJECTIVES = frozenset(
    """official chief general major private national liberal conservative moderate communist local republican democrat
    public state intelligence female juvenile rival individual human exile campaign press government military police
    civilian radio television media church school party union company bank court city county hospital
    opposition daily weekly monthly criminal expert veteran""".split()
)
# Role nouns that are verbs right after a name at the head of a sentence: "Varga plans a ferry", "The Courier reports".
VERBS_TOO = frozenset("plans orders rules estimates forecasts projects reports".split())
# What such a noun does itself: "Varga orders show …".
NOUNS_VERB = frozenset("say show suggest indicate reveal call include".split())
NEVER_OPENING_NAMES = OPENERS | STOPS | DEFINITE | INDEFINITE | POSSESSIVES
ENDING_MARKS = frozenset('.!?”"’,;:…')
# "Miami-based", "U.S.-led": a name inside, and none by itself.
COMPOUND = compile_later(
    r"-(?:based|born|led|backed|style|area|owned|run|made|bound|controlled|held|wide|educated|trained|old|speaking|sized|linked"
    r"|funded|listed|related|affiliated|friendly|like|era|raised|aligned|dominated|occupied|ruled|supported|sponsored|brokered"
    r"|issued|approved|themed|registered)$"
)
VAGUE = frozenset("any no some more such new credible specific".split())
# A body of people: any other may be a dead one.
BODIES_THAT_ACT = frozenset(
    """governing ruling world football sports state government advisory regulatory umbrella independent elected student
    industry trade supervisory executive legislative rights oversight watchdog un the that this main top""".split()
)
TELLING = frozenset("tell tells told telling".split())
BEFORE_CLAUSES = frozenset(", and but as while yet".split())
FORMER = frozenset("former then acting outgoing".split())
FEWEST_IN_HEADING = 3  # words of more than three letters


def find_mentions(
    text: str, sentences: Sequence[Span], quoted: Sequence[Span], roles: dict[str, Role], countries: Countries
) -> list[Mention]:
    """All mentions in the sentences, in the order of the text; those inside ``quoted`` spans say so."""
    lines = [split_tokens(text, sentence) for sentence in sentences]
    small = frozenset(token.form for tokens in lines for token in tokens if token.form[0].islower())
    scan = Scan(text, roles, countries, small)
    headings = [_is_heading(tokens) for tokens in lines]
    found: list[list[Mention]] = [[] for _ in lines]
    for heading in (False, True):
        for number, tokens in enumerate(lines):
            if headings[number] == heading:
                found[number] = _Sentence(tokens, number, scan, strict=heading).mentions()
    mentions = [mention for line in found for mention in line]
    _mark_quoted(mentions, quoted)
    return mentions


def _is_heading(tokens: Sequence[Token]) -> bool:
    """Whether a line is a heading in capitals: it does not end as a sentence does."""
    if not tokens or tokens[-1].form in ENDING_MARKS:
        return False
    longer = [token for token in tokens if len(token.form) > 3 and token.form[0].isalpha()]
    capitals = sum(token.capital for token in longer)
    return len(longer) >= FEWEST_IN_HEADING and capitals >= TITLED_LINE * len(longer)


def _mark_quoted(mentions: Sequence[Mention], quoted: Sequence[Span]) -> None:
    number = 0
    for mention in mentions:
        while number < len(quoted) and quoted[number].end <= mention.span.start:
            number += 1
        mention.quoted = number < len(quoted) and quoted[number].start <= mention.span.start


class _Sentence(Phrases):
    """One sentence being scanned from left to right; ``strict``: a heading, in which capitals tell nothing."""

    def __init__(self, tokens: list[Token], number: int, scan: Scan, *, strict: bool) -> None:
        super().__init__(tokens, scan)
        self.number = number
        self.strict = strict

    def mentions(self) -> list[Mention]:
        roles = self.scan.roles
        telling = [
            place
            for place, token in enumerate(self.tokens)
            if token.capital or token.lower in roles or token.lower in PRONOUNS
        ]
        past = 0
        for place in telling:
            if place >= past:
                past = self._step(place)
        return self.found

    def _step(self, place: int) -> int:
        token = self.tokens[place]
        pronoun = PRONOUNS.get(token.lower)
        if pronoun is not None and token.form not in ("US", "i"):
            span = Span(token.start, token.end)
            self.add(Mention(span, Shape.PRONOUN, self.number, (token.lower,), pronoun=pronoun), place, place + 1)
            return place + 1
        if token.capital and self.is_name(place):
            return self._name(place)
        role = self.scan.roles.get(token.lower)
        if role is not None and not self.is_verb(place) and not self._is_no_actor(place):
            return self._role(place, role)
        return place + 1

    def _is_no_actor(self, place: int) -> bool:
        """ "Was accused of", "a couple of days", "the site of the fire", "any credible intelligence", "her body"."""
        before = [token.lower for token in self.tokens[max(0, place - 2) : place]]
        beside, after = before[-1] if before else "", self.form_at(place + 1)
        match self.tokens[place].lower:
            case "accused":
                return beside not in DEFINITE | {"an"} and after == "of"
            case "couple" | "site":
                return after in ("of", "where")
            case "intelligence":
                return not VAGUE.isdisjoint(before)
            case "body" | "bodies":
                return beside not in BODIES_THAT_ACT and not beside.endswith("al")
        return False

    def is_name(self, place: int) -> bool:
        """Whether the capital of the token makes it a part of a name."""
        token = self.tokens[place]
        if not token.capital or token.lower in DAYS_AND_MONTHS | VERBS_IN_TITLES or token.form == "I":
            return False
        if self.strict:
            pair = (token.form, self.form_at(place + 1))
            return token.form in self.scan.seen or pair in self.scan.pairs or token.form in self.scan.countries
        if len(token.form) == 1 or COMPOUND.search(token.form) or self._is_label(place):
            return False
        return not self.opens(place) or token.form.isupper() or self._opens_name(place, token)

    def _opens_name(self, place: int, token: Token) -> bool:
        """Whether the first word of a sentence is a name's: "Varga said", but not "Officials said"."""
        role = self.scan.roles.get(token.lower)
        if token.form in self.scan.surnames:  # "Sellers said", after "Joseph Sellers"
            return True
        if role is not None and role.title:  # "Secretary of State Ida Lund"
            return self.capital_at(place + 1) or (self.form_at(place + 1) == "of" and self.capital_at(place + 2))
        if token.lower in self.scan.small or token.lower in NEVER_OPENING_NAMES:
            return False
        follows = self.form_at(place + 1)
        if token.lower in REPORT_NOUNS and follows in ("of", "that"):
            return False
        if token.lower in OF_REPORTS and follows in REPORT_NOUNS:  # "Unconfirmed reports"
            return False
        alone = not self.capital_at(place + 1)
        if alone and not token.owning and token.form.endswith(("ly", "ing")):
            return False
        return role is None or not alone

    def _is_label(self, place: int) -> bool:
        """ "Busted:" at the head of a line."""
        return place == 0 and self.form_at(1) == ":" and self.tokens[0].form.endswith(("ed", "ing"))

    def _run(self, first: int) -> Run:
        last = run_end(self.tokens, first, self.scan.roles, self.is_name)
        if first > 0 and self.tokens[first - 1].lower in TELLING:
            last = self._told(first, last)
        return read_run(self.tokens, first, last, self.scan.roles, self.scan.countries)

    def _told(self, first: int, last: int) -> int:
        """Where the medium ends that somebody "told Kell News Skerry's claim was wrong", Skerry being named before."""
        for place in range(first + 1, last):
            head, after = self.tokens[place - 1], self.tokens[place]
            role = self.scan.roles.get(head.lower)
            known = after.form in self.scan.seen and (head.form, after.form) not in self.scan.pairs
            if known and (head.lower in PAPERS or (role is not None and role.kind is ActorKind.MEDIA)):
                return place
        return last

    def _name(self, first: int) -> int:
        """A run of capitals from ``first`` on: a name, or what stands in a description before its head."""
        run = self._run(first)
        last = run.last
        self._see(run)
        if run.affiliation:
            self.add(self._named(run.affiliation, modifier=True), run.affiliation.first, run.affiliation.last)
        named_so = len(run.core) == 1 and run.core[0] in self.scan.surnames and not self._after_article(first)
        if (named_so or self._is_paper(run)) and run.is_description:
            run = replace(run, role=None, is_description=False)
        if run.is_description and run.role is not None:
            return self._describe(first, last, run.role, run.nation)
        owner = self.found[-1] if self.found and self.found[-1].owning and self.ends[-1] == first else None
        head = self._after_short_name(last)
        role = self.scan.roles.get(self.form_at(head))  # in small letters: a capital would be in the run
        does = role is not None and self._does(first, head)
        if role is not None and not (self.tokens[head - 1].owning or self.is_verb(head) or does):
            self.add(self._named(run, modifier=True), first, last)
            return self._role(head, role)
        named = self._named(run, modifier=False)
        if owner is not None and not named.nation:  # "Skerry's Defense Ministry"
            named.nation = owner.nation
        self.add(named, first, last)
        return last + does

    def _after_short_name(self, place: int) -> int:
        """The place after the brackets of "World Health Organization (WHO) official", if there are any."""
        short = self.form_at(place + 1)
        enclosed = self.form_at(place) == "(" and self.form_at(place + 2) == ")" and short.isupper() and len(short) > 1
        return place + 3 if enclosed and self.form_at(place + 3).islower() else place

    def _is_paper(self, run: Run) -> bool:
        """ "The Guardian said", but not "the Star of the show"."""
        after = run.first > 0 and self.tokens[run.first - 1].lower == "the" and self.form_at(run.last) != "of"
        return after and len(run.core) == 1 and run.core[0].lower() in PAPERS

    def _does(self, first: int, place: int) -> bool:
        """Whether the noun's form at ``place`` is what the name before it does: "Varga plans daily sailings"."""
        if self.form_at(place) not in VERBS_TOO:
            return False
        follows = self.form_at(place + 1)
        clause = follows == "that" and self.form_at(place + 2) not in AUXILIARIES
        noun = not clause and (follows in STOPS - {"to"} or follows in NOUNS_VERB or may_be_verb(follows))
        begin = first - 1 if first > 0 and self.tokens[first - 1].lower == "the" else first
        begins = self.opens(begin) or self.tokens[begin - 1].form in BEFORE_CLAUSES
        return begins and follows[:1].isalnum() and not noun

    def _after_article(self, place: int) -> bool:
        return place > 0 and self.tokens[place - 1].lower in DEFINITE | INDEFINITE | POSSESSIVES

    def _see(self, run: Run) -> None:
        """Remember the name for the headings: by its last word, or by each two of its words."""
        if not self.strict:
            self.scan.seen.add(run.core[-1])
            if len(run.core) > 1 and not (run.is_description or run.body or run.is_country):
                self.scan.surnames.add(run.core[-1])
            self.scan.pairs.update(pairwise(run.core))

    def _named(self, run: Run, *, modifier: bool) -> Mention:
        return Mention(
            Span(self.tokens[run.first].start, self.tokens[run.last - 1].end),
            Shape.NAME,
            self.number,
            run.core,
            role=run.role,
            title=self._title(run),
            address=run.address,
            nation=run.nation,
            owning=self.tokens[run.last - 1].owning,
            modifier=modifier,
        )

    def _title(self, run: Run) -> str:
        """The words of the title, with a "former" before it."""
        if run.role is None or run.core_first == run.first:
            return ""
        former = run.first > 0 and self.tokens[run.first - 1].form in FORMER
        return self.cut(run.first - former, run.core_first)

    def _role(self, place: int, role: Role) -> int:
        """A role noun in small letters, with the name behind it if it is that name's title."""
        last = place + 1
        if role.word == "chief" and self.form_at(last) == "of" and self.form_at(last + 1) == "staff":
            last += 2
        if role.word == "chief" and self.form_at(last) == "among":  # "Chief among them was the cost"
            return last
        token, end = self.tokens[place], self.tokens[last - 1].end
        following = self.tokens[last] if last < len(self.tokens) else None
        if following is None or token.owning or end + 1 != following.start:
            return self._describe(place, last, role, "")
        if self.is_name(last):
            return self._before_name(place, last, role)
        if role.word in ADJECTIVES and self.is_noun(following):
            return last  # "official documents", "a major part"
        deeper = None if following.capital else self.scan.roles.get(following.lower)
        if deeper is not None and (deeper.kind is not ActorKind.DOCUMENT or role.kind is ActorKind.DOCUMENT):
            return last  # "government spokesman": the later noun is the head
        return self._describe(place, last, role, "")

    def _before_name(self, place: int, last: int, role: Role) -> int:
        """A role noun right before a name: its title, an adjective of it, or a description that ends there."""
        run = self._run(last)
        if role.word in ADJECTIVES and run.body:
            return last  # "the official Kell News Agency"
        own_title = run.role is not None and not run.is_description and not run.body  # "police Inspector Ida Lund"
        if role.title or role.kind is ActorKind.MEDIA or role.word in INTRODUCING | COMPANIES or own_title:
            return self._titled(place, run, role)
        return self._describe(place, last, role, "")

    def _titled(self, place: int, run: Run, role: Role) -> int:
        """The name of ``run``, with the title whose head stands at ``place``."""
        if run.is_description or run.is_country or (run.body and role.kind is ActorKind.PERSON):
            self._describe(place, run.first, role, "")
            return self._name(run.first)
        start = self.left(place)
        self._see(run)
        named = self._named(run, modifier=False)
        named.span = Span(self.tokens[start].start, named.span.end)
        named.role = named.role or role
        named.title = self.cut(start, run.core_first)
        named.nation = self.nation(start, place) or named.nation
        named.definiteness = self.definiteness(start)
        named.owner = self.owner(start, place)
        self.add(named, start, run.last)
        return run.last

    def _describe(self, first: int, last: int, role: Role, nation: str) -> int:
        """A description whose head ends before ``last``."""
        tokens = self.tokens
        start = self.left(first)
        owner = self.owner(start, first)
        definiteness = self.definiteness(start)
        body = start + (definiteness is not Definiteness.BARE and start < first)
        if owner is not None:
            definiteness = Definiteness.OWNED
            body = next((place for place in range(start, first) if tokens[place].start >= owner.span.end), first)
        words = tuple(token.form for token in tokens[body:last])
        mention = Mention(
            Span(tokens[start].start, tokens[last - 1].end),
            Shape.NOMINAL,
            self.number,
            words or (tokens[last - 1].form,),
            role=role,
            definiteness=definiteness,
            owner=owner,
            nation=nation or self.nation(start, last),
            owning=tokens[last - 1].owning,
        )
        self.add(mention, start, last)
        return last
