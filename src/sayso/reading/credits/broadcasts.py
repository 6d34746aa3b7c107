"""What broadcasters say on air of who speaks: "Jane Roe, ABC News, London." and "NPR's Jane Roe has more."

A sign-off names its outlet. A hand-off is believed where the list knows the outlet, or where the same
person signs off on the same page: "Jane Roe reports." alone could be any paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.lists.agencies import Agencies, AgencyKind
from sayso.patterns import compile_later
from sayso.reading.credits.lines import Mark
from sayso.reading.credits.words import TIMES, UPPER
from sayso.records.credit import CreditKind
from sayso.records.span import Span

LONGEST = 240  # letters of a sentence that hands over

FULL_NAME = rf"[{UPPER}][\w'’-]+(?:\s[{UPPER}][\w'’-]*\.?)?\s[{UPPER}][\w'’-]+"
ANY_NAME = r"[^\W\d_][\w'’-]+(?:\s[^\W\d_]\.)?\s[^\W\d_][\w'’-]+"
MEDIA = rf"(?:[Tt]he\s)?[{UPPER}][\w.'’/-]*(?:\s[^\W\d_][\w.'’/-]*){{0,3}}?"
AT = r"(?:(?:in|at|from|on|near)\s)?(?:the\s)?"
CAPITALS = rf"(?:[{UPPER}][\w.'’-]*)(?:,?\s[{UPPER}][\w.'’-]*){{0,4}}"
# Geneva; the state department; the BBC news room in London
PLACE = (
    rf"(?:\s?,\s{AT}[^\W\d_][\w.'’-]*(?:\s[\w.'’-]+){{0,3}}|,?\s{AT}{CAPITALS}|"
    r"\s(?:in|at|from)\s(?:the\s)?[\w.'’-]+(?:\s[\w.'’-]+){0,6})"
)
HERE = r"(?:\s(?:reporting|live))?"

# "For the Herald, I'm Jane Roe"; "Jane Roe, Kell Radio, Lund"; "Jane Roe for Kell Radio"; "I'm Jane Roe, Kell Radio"
OPENED = compile_later(rf"For\s(?P<open>{MEDIA}),?\s(?:I'm|I’m|I\sam|this\sis)\s(?P<name>{ANY_NAME}){HERE}{PLACE}?")
APART = compile_later(rf"(?P<name>{ANY_NAME})\s?,\s(?:reporting\s)?(?:for\s)?(?P<media>{MEDIA}){HERE}{PLACE}?")
JOINED = compile_later(rf"(?P<name>{FULL_NAME})\s(?:reporting\s)?(?:for\s)?(?P<air>{MEDIA}){HERE}{PLACE}?")
INTRODUCED = compile_later(
    rf"(?:I'm|I’m|I\sam|This\sis|this\sis)\s(?P<name>{ANY_NAME}),?\s(?:(?:reporting\s)?(?:for|with|of|at)\s)?(?P<media>{MEDIA}){HERE}{PLACE}?"
)
AFTER_MEDIA = compile_later(rf"(?P<media>{MEDIA}),?\s(?:I'm|I’m|I\sam|this\sis)\s(?P<name>{ANY_NAME}){PLACE}?")
OF_MEDIA = compile_later(
    rf"(?:This\sis|You(?:'re|’re|\sare)\s(?:listening\sto|watching))\s(?P<name>(?P<media>{MEDIA}))"
)
I_AM = re.compile(r"I['’]m|I\sam|[Tt]his\sis|You")
# A sign-off that a longer sentence ends with, or that follows it in small letters.
AT_END = compile_later(rf"(?<=[a-z,.!?:])\s(?P<name>{FULL_NAME}),\s(?P<air>{MEDIA})$")
AFTER_STOP = compile_later(rf"[.!?][\"”’]?\s(?P<name>{ANY_NAME}),\s(?P<media>{MEDIA})(?:,{PLACE})?$")
TAIL = 120

REPORTS = (
    r"(?:(?:has|have)\s(?:more|that|this|details|our|the|a|an)\b|reports?(?=,?\s(?:from|on|in|at|live|for|tonight)\b|$)|report(?:ed)?\sthis|joins?\sus|explains?\b(?!\sthat)|"
    r"(?:takes?|took)\s(?:a\slook|us)|filed?\sthis|files\b|prepared\s|looks\s(?:at|into)|tells\sus|is\s(?:there|in|at|live|following|with|standing|here)\b|"
    r"with\s(?:more|that|the|details)\b|was\sthere)"
)
POSSESSIVE = compile_later(
    rf"(?:(?P<here>Here(?:'s|’s|\sis))\s|(?:And|Now|But|With\smore|For\smore),?\s)?(?P<media>{MEDIA})['’]s?\s(?:[a-z]+\s){{0,2}}(?P<name>{FULL_NAME})"
    rf"(?P<reports>(?:,?\s{REPORTS}.*)?)"
)
HAND_OFF = compile_later(rf"\b{REPORTS}")
NAME = compile_later(rf"\b(?=({FULL_NAME}))")  # looks ahead: "The World's Jane Roe" holds "Jane Roe" too
IN_PRINT = frozenset({AgencyKind.AGENCY, AgencyKind.OUTLET})
NO_NAMES = TIMES | frozenset(
    """the a an on in at of and or as for to from with by but he she it they we you this that told says said
    who""".split()
)
NEWS_WORDS = compile_later(r"(?i)\b(?:news|radio|television|tv|newshour|network)$")


def find_sign_off(text: str, sentence: Span, agencies: Agencies) -> Mark | None:
    """The sign-off that the sentence is, or ends with."""
    if len(sentence) > LONGEST:
        return None
    end = _without_stop(text, sentence)
    for form in _forms(text, sentence.start, end):
        match = form.fullmatch(text, sentence.start, end)
        if match and _names_media(match, agencies) and not _is_media(match.group("name"), agencies, match):
            return Mark(CreditKind.SIGN_OFF, sentence, Span(*match.span("name")))
    if text.find(",", sentence.start, end) < 0:
        return None
    match = AT_END.search(text, sentence.start, end) or AFTER_STOP.search(text, max(sentence.start, end - TAIL), end)
    if match and _names_media(match, agencies) and not _is_media(match.group("name"), agencies, match):
        start = match.start("name")
        return Mark(CreditKind.SIGN_OFF, Span(start, sentence.end), Span(*match.span("name")))
    return None


def _forms(text: str, start: int, end: int) -> Iterator[re.Pattern[str]]:
    """The forms, in order of precedence, that the sentence may have by its first words: mostly none."""
    words = text[start:end].split(maxsplit=2)
    if len(words) < 3:
        return
    if words[0] == "For":
        yield OPENED
    comma = text.find(",", start, end)
    if comma >= 0 and 2 <= len(text[start:comma].split()) <= 3:
        yield APART
    if not "a" <= words[1][0] <= "z":
        yield JOINED
    if I_AM.search(text, start, end):
        yield from (INTRODUCED, AFTER_MEDIA, OF_MEDIA)


def find_hand_off(text: str, sentence: Span, signed: Sequence[str], agencies: Agencies) -> Mark | None:
    """The hand-off to a reporter that the sentence is; ``signed`` are the names that sign off on the page."""
    if len(sentence) > LONGEST or text[sentence.end - 1] == ":":
        return None
    end = _without_stop(text, sentence)
    owns = text.find("'", sentence.start, end) >= 0 or text.find("’", sentence.start, end) >= 0
    match = POSSESSIVE.fullmatch(text, sentence.start, end) if owns else None
    if match and (match.group("here") or match.group("reports")) and agencies.find(match.group("media")):
        return Mark(CreditKind.AUTHOR, sentence, Span(*match.span("name")))
    if signed and HAND_OFF.search(text, sentence.start, end):
        for name in NAME.finditer(text, sentence.start, end):
            if any(_same_person(name.group(1), other) for other in signed):
                return Mark(CreditKind.AUTHOR, sentence, Span(*name.span(1)))
    return None


def _names_media(match: re.Match[str], agencies: Agencies) -> bool:
    groups = match.groupdict()
    if groups.get("open"):
        return True
    if match.group("name") != groups.get("media") and any(
        word.casefold() in NO_NAMES for word in match.group("name").split()
    ):
        return False
    media = groups.get("media") or groups.get("air") or ""
    listed = agencies.find(media)
    if listed:
        return listed.kind is AgencyKind.BROADCASTER or ("air" not in groups and listed.kind in IN_PRINT)
    shorter = NEWS_WORDS.sub("", media).strip()
    return shorter != media and bool(shorter) and (" " in media) and media[0].isupper()


def _is_media(name: str, agencies: Agencies, match: re.Match[str]) -> bool:
    """True of "Fox News" taken for a person; "This is VOA Today" names media on purpose."""
    return match.groupdict().get("media") != name and agencies.find(name) is not None


def _same_person(a: str, b: str) -> bool:
    first, second = a.casefold().split(), b.casefold().split()
    return first[-1] == second[-1] or (first[0] == second[0] and first[-1][:4] == second[-1][:4])


def _without_stop(text: str, sentence: Span) -> int:
    end = sentence.end
    while end > sentence.start and text[end - 1] in ".! ":
        end -= 1
    return end
