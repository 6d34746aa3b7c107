"""Runs of capitals into names: where they end, which words are title, nation, affiliation, and which the name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sayso.lists.countries import Countries, Form
from sayso.lists.roles import Role
from sayso.reading.naming.tokens import Token
from sayso.reading.naming.vocabulary import ADDRESSES, COMPANY, PAPERS, PARTICLES, PORTFOLIOS, UNPOINTED
from sayso.records.actor import ActorKind

BODIES = (ActorKind.ORGANISATION, ActorKind.GOVERNMENT_BODY, ActorKind.MEDIA)
GENERALS = frozenset("attorney solicitor secretary surgeon inspector director consul governor".split())
LONGEST_RUN = 14  # tokens


@dataclass(frozen=True, slots=True)
class Run:
    """The tokens from ``first`` to ``last`` are one name, whose own words are ``core``.

    ``is_description``: they are a title without a name ("the Prime Minister"). ``body``: a ministry, company and the
    like by its last word; ``is_country``: a country's name and nothing else. ``affiliation``: the name inside the title
    ("FBI" of "FBI Director Louis Freeh").
    """

    first: int
    last: int
    core_first: int
    core: tuple[str, ...]
    role: Role | None = None
    address: str = ""
    nation: str = ""
    body: bool = False
    is_country: bool = False
    is_description: bool = False
    affiliation: Run | None = None


def is_body(role: Role | None) -> bool:
    return role is not None and role.kind in BODIES


def run_end(tokens: Sequence[Token], first: int, roles: dict[str, Role], is_name: Callable[[int], bool]) -> int:
    """The place after the last token of the name that begins at ``first``."""
    last = first + 1
    while last < len(tokens) and last - first < LONGEST_RUN:
        token, before = tokens[last], tokens[last - 1]
        if before.owning and not (before.lower.endswith("s") and token.capital and is_body(roles.get(token.lower))):
            break  # "the Workers' Party" goes on
        if token.start > before.end + 1 + len(before.tail):
            break
        if token.capital and token.start == before.end and token.form[0].isalnum():
            break
        if token.capital and is_name(last):
            last += 1
            continue
        step = _joint(tokens, first, last, roles)
        if not step or last + step >= len(tokens) or not is_name(last + step):
            break
        last += step + 1
    return last


JOINTS = frozenset("of for on and".split())


def _joint(tokens: Sequence[Token], first: int, place: int, roles: dict[str, Role]) -> int:
    """How many small words at ``place`` may join two parts of one name; 0 for none."""
    token = tokens[place]
    if token.form == "&" or (token.lower in PARTICLES and token.form != "y"):
        return 1
    if token.form not in JOINTS:
        return 0
    head = roles.get(tokens[place - 1].lower)
    office = head is not None and (is_body(head) or head.title) and tokens[place - 1].capital
    within = any(is_body(roles.get(one.lower)) or one.lower.rstrip(".") in COMPANY for one in tokens[first:place])
    if token.form == "of" and tokens[place - 1].lower in PAPERS and place > 1 and tokens[first - 1].lower == "the":
        return 1  # "the Times of India"
    if token.form == "of" and (office or within):
        return 2 if place + 1 < len(tokens) and tokens[place + 1].form == "the" else 1
    if token.form in ("for", "on") and within:
        return 1
    offices = any(one.form == "of" for one in tokens[first:place]) and place - first >= 3
    if token.form == "and" and offices and tokens[place - 1].lower in PORTFOLIOS and not within:
        return 1  # "Minister of Agriculture and Rural Development"
    if token.form == "and" and (within or (first > 0 and tokens[first - 1].lower == "the")):
        return 1 if _ends_in_body(tokens, place + 1, roles) else 0
    return 0


def _ends_in_body(tokens: Sequence[Token], place: int, roles: dict[str, Role]) -> bool:
    """ "Drug Administration": capitals of which the last is a body's word, and no name before it is complete."""
    last = place
    while last < len(tokens) and tokens[last].capital and last - place < 4:
        last += 1
    return last > place and is_body(roles.get(tokens[last - 1].lower)) and last - place <= 3


def read_run(tokens: Sequence[Token], first: int, last: int, roles: dict[str, Role], countries: Countries) -> Run:
    """What the tokens from ``first`` to ``last`` name."""
    forms = [
        token.form + (token.tail if place < last else "") for place, token in enumerate(tokens[first:last], first + 1)
    ]
    country = countries.get(" ".join(forms))
    if country is not None:
        nation = "" if country.ambiguous else country.code
        return Run(first, last, first, tuple(forms), nation=nation, is_country=country.form is Form.NAME)
    nation, after = _leading_nation(forms, countries)
    title = _title_end(forms, roles)
    if title is not None and title == len(forms) - 1 and _is_title(forms[-1], roles) and not _is_surname(forms, roles):
        return Run(first, last, first, tuple(forms), roles[forms[-1].lower()], nation=nation, is_description=True)
    if title is not None and title < len(forms):
        role = _last_role(forms[:title], roles)
        address = next((ADDRESSES[key] for form in forms[:title] if (key := form.lower().rstrip(".")) in ADDRESSES), "")
        inner = _affiliation(tokens, first, after, title, roles, countries)
        return Run(first, last, first + title, tuple(forms[title:]), role, address, nation, affiliation=inner)
    head = roles.get(forms[-1].lower())
    if (
        head is not None
        and head.title
        and head.kind is ActorKind.PERSON
        and _is_office(forms, after, tokens, first, roles)
    ):
        head = general_of(forms, len(forms) - 1, roles) or head
        return Run(first, last, first, tuple(forms), head, nation=nation, is_description=True)
    office = _office_of(forms, roles)
    if office is not None:
        return Run(first, last, first, tuple(forms), office, nation=nation, is_description=True)
    body = _body_of(forms, roles)
    return Run(first, last, first, tuple(forms), body, nation=nation, body=body is not None or _is_company(forms))


def _leading_nation(forms: Sequence[str], countries: Countries) -> tuple[str, int]:
    """The country that the run begins with, as name or adjective, and how many words that takes."""
    for size in (3, 2, 1):
        form = countries.get(" ".join(forms[:size])) if size < len(forms) else None
        if form is not None and form.form is not Form.PEOPLE:
            return form.code, size
    return "", 0


def _title_end(forms: Sequence[str], roles: dict[str, Role]) -> int | None:
    """The place after the title that the run begins with; None if it begins with none."""
    end = None
    for place, form in enumerate(forms[:-1]):
        lower = form.lower().rstrip(".")
        if lower in UNPOINTED or (form.endswith(".") and lower in ADDRESSES):
            end = place + 1
            continue
        if _is_title(lower, roles):
            end = place + 1
        elif form == "of" and end == place and forms[place + 1].lower() in PORTFOLIOS:
            end = place + 2
    if end is not None and end < len(forms) and forms[end] in ("of", "for", "the", "and"):
        return None
    if end is not None and (
        is_body(roles.get(forms[-1].lower())) or (end < len(forms) and forms[end].lower() in PORTFOLIOS)
    ):
        return None  # "General Motors Company", "Chief of the General Staff"
    return end


def _is_title(form: str, roles: dict[str, Role]) -> bool:
    role = roles.get(form.lower())
    return role is not None and role.title and role.kind is ActorKind.PERSON


def _is_surname(forms: Sequence[str], roles: dict[str, Role]) -> bool:
    """ "Mr. Sellers": nobody is called by several at once."""
    return forms[-2].lower().rstrip(".") in UNPOINTED and roles[forms[-1].lower()].plural


def _last_role(forms: Sequence[str], roles: dict[str, Role]) -> Role | None:
    for place in range(len(forms) - 1, -1, -1):
        role = roles.get(forms[place].lower().rstrip("."))
        if role is not None and role.kind is ActorKind.PERSON:
            return general_of(forms, place, roles) or role
    return None


def general_of(forms: Sequence[str], place: int, roles: dict[str, Role]) -> Role | None:
    """ "Attorney General", "Secretary-General" in two words: no general, but the role before."""
    if forms[place].lower() != "general" or place == 0:
        return None
    before = forms[place - 1].lower()
    return roles.get(f"{before}-general") or (roles.get(before) if before in GENERALS else None)


def _affiliation(
    tokens: Sequence[Token], first: int, after: int, title: int, roles: dict[str, Role], countries: Countries
) -> Run | None:
    """The name that stands in a title before its role: "White House" of "White House Secretary Ida Lund"."""
    start = first + after
    end = start
    while end < first + title:
        form = tokens[end]
        lower = form.lower.rstrip(".")
        if lower in PORTFOLIOS or lower in ADDRESSES or lower in roles or form.form in countries:
            break
        end += 1
    return Run(start, end, start, tuple(token.form for token in tokens[start:end])) if end > start else None


def _is_office(forms: Sequence[str], after: int, tokens: Sequence[Token], first: int, roles: dict[str, Role]) -> bool:
    """Whether a run that ends in a title names an office ("the Defense Secretary"), not a man ("John King")."""
    rest = [form.lower() for form in forms[after:-1]]
    introduced = first > 0 and tokens[first - 1].lower in (
        "the",
        "a",
        "an",
        "his",
        "her",
        "its",
        "their",
        "former",
        "then",
    )
    return introduced or bool(after) or len(forms) == 1 or all(word in PORTFOLIOS or word in roles for word in rest)


def _office_of(forms: Sequence[str], roles: dict[str, Role]) -> Role | None:
    """The role of "Secretary of State", "Chief of the General Staff of the Armed Forces"; None of anything else."""
    if "of" not in forms:
        return None
    head = roles.get(forms[forms.index("of") - 1].lower())
    return head if head is not None and head.kind is ActorKind.PERSON and head.title else None


def _body_of(forms: Sequence[str], roles: dict[str, Role]) -> Role | None:
    """The word that makes the run a body's name: its last, or the one before "of", "for" or "on"."""
    heads = [forms[-1]] + [
        forms[place - 1] for place, form in enumerate(forms) if form in ("of", "for", "on") and place
    ]
    for head in reversed(heads):
        role = roles.get(head.lower())
        if is_body(role):
            return role
    return None


def _is_company(forms: Sequence[str]) -> bool:
    return len(forms) > 1 and forms[-1].lower().rstrip(".") in COMPANY
