"""Lines that belong to the page and not to the story: share buttons, times, newsletters, links to other stories."""

from __future__ import annotations

import re

from sayso.patterns import compile_later
from sayso.reading.credits.words import TIMES

LONGEST = 320  # letters of a line of furniture


def _phrases(*patterns: str) -> re.Pattern[str]:
    """One pattern of all ``patterns``, in any letter case; a blank in them stands for any white space."""
    return compile_later("|".join(f"(?:{pattern})" for pattern in patterns).replace(" ", r"\s+"), re.IGNORECASE)


# Whole lines that would stand on any page of a site.
BOILERPLATE = _phrases(
    # buttons and labels
    r"(?:share|tweet|print|e-?mail|comments?|advertisement|previous|next|subscribe|follow|newsletter|close|menu)\W*",
    r"(?:facebook|twitter|whatsapp|loading|share this|abstract|full text|summary|transcript|correction appended)\W*",
    r"(?:before you go|on the blog|editor['’]?s picks?|(?:story )?developing)\W*",
    r">?\s*(?:share|tweet|pin|e-?mail|print) (?:this|via|on)\b.{0,60}|like this\b.{0,40}",
    r"(?:advertisement\b|ads? by\b|sponsored (?:content|links?|by)|powered by\b).{0,60}",
    r"(?:story|article) continues\b.*|continue reading\b.*|scroll down\b.*",
    r"(?:video|poll|map|chart|image|gallery) loading\b.*",
    r"(?:[\w' ]{1,30}\? )?(?:click|tap) (?:here|below|on the|the link)\b.*",
    r"(?:view|see) (?:all |full |the )*(?:photos?|images?|gallery|comments|video)\b.{0,40}",
    r"(?:watch|see) (?:the )?(?:video |clip |photos? |full video )?(?:above|below)\W*",
    r"warning\s*:? (?:graphic|contains|distressing|explicit)\b.{0,60}",
    # follow, like, subscribe
    r"(?:>> )?follow (?:\S+ ){0,6}?(?:on|at|@|@\w+)\s*(?:twitter|facebook|instagram|google|x\b|@\w+|our\b).*",
    r"follow @\w+\W*|like us\b.*|.{0,80}\blike (?:the|our) (?:facebook )?page\s*:?",
    r"(?:you can )?(?:find|follow|like) (?:us|me|him|her|them) on (?:twitter|facebook|instagram|google|x\b).*",
    r"for more (?:stories|news|updates|on this)\b.{0,120}\b(?:like|follow|visit|click|subscribe|sign up)\b.*",
    r"(?:want|get) (?:more |the |all |breaking |our |your )*(?:updates|latest|news|best|daily|newsletter|app)\b"
    r".{0,160}\b(?:newsletters?|inbox|e-?mails?|app|sign up|subscribe|alerts?)\b.*",
    r"\(?(?:sign up|subscribe|register) (?:to|for|here|now|today|below)\b.*",
    r"(?:to )?(?:read|see) (?:the )?(?:full|whole|rest of the|original|entire) (?:story|article|report|post)\b.{0,60}",
    # rights
    r".{0,120}\ball rights reserved\b.*",
    r".{0,120}\b(?:may not|do not)\b.{0,80}\b(?:redistributed|republished|reproduced?|cut,? (?:&|and|copy))\b.*",
    r"(?:©|\(c\) |copyright\b)\s*(?:©|\(c\)|\d{4}|by\b|the\b).*",
    r"(?:terms (?:of|and|&)|privacy policy|cookie)\b.{0,80}",
    r"high quality global journalism requires\b.*|please (?:share|enable|sign in|log in|subscribe)\b.*",
    # readers' words
    r"(?:\d+|no|add a|leave a|post a|see all|view|join the) (?:comments?|replies|conversation|discussion)\b.{0,60}",
    r"have (?:something|a story|a tip|you got)\b.{0,80}\b(?:share|tell us|contact|e-?mail|let us)\b.*",
    r"what do you think\?.{0,80}\bcomments?\b.*",
    # addresses
    r"(?!.*\b[a-z]+ [a-z]+ [a-z]+\b)https?\s?:\s?/\s?/[^“\"]{1,300}",
    r"www\s?\.\s?\S{4,120}|[\w.+-]+@[\w-]+(?:\.[\w-]+)+(?:\s.{0,60})?",
    r"(?:contact|e-?mail)\s*:? [^:]{0,40}:?\s*[\w.+-]+\s?@\s?[\w-]+(?:\.[\w-]+)+.{0,120}",
)

TIME_WORDS = TIMES | frozenset(
    """am pm a.m p.m a m p gmt est edt et pt pst pdt cst cdt bst cet cest ist utc mst mdt jst msk akdt akst hst
    aest aedt acst nzst nzdt sgt hkt pkt eat sast wib brt art hrs hours hour minutes mins min seconds days day
    year years week weeks month months ago at on by of the st nd rd th and local posted published updated modified
    created first story date time originally downloaded""".split()
)
MOMENT = compile_later(
    r"(?i)\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\d\s?:\s?\d\d|\d\s?[ap]\.?\s?m\b|"
    r"\d\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{2,4}|\bago\b|hour:"
)
TOKEN = compile_later(r"\d+(?:st|nd|rd|th|am|pm)?|[^\W\d_]+(?:\.[^\W\d_]+)*\.?")
TIME_LABEL = _phrases(
    r"(?:first |last |originally |story )?(?:posted|published|updated|modified|created|date created|modified date)\b"
)

LABEL = (
    r"(?:RELATED|Related|READ\s(?:MORE|NEXT|ALSO|ON)|Read\s(?:[Mm]ore|[Nn]ext|[Aa]lso)|ALSO\sREAD|Also\s[Rr]ead|"
    r"SEE\s(?:ALSO|MORE)|See\s(?:[Aa]lso|more)|MORE|WATCH|Watch|VIDEOS?|PHOTOS|LISTEN|Don['’]t\s[Mm]iss)"
)
KINDS = r"(?:\s(?i:stor(?:y|ies)|articles?|coverage|topics?|content|reading|links?|roundups?|posts?|news|videos?))?"
LABELLED = ":–—|"
INLINE = compile_later(rf"[^\w\"“”'‘’]*{LABEL}{KINDS}\s?[{LABELLED}]\s*\S.{{0,240}}")
HEADING = compile_later(
    rf"\W*(?:{LABEL}{KINDS}|(?:More|MORE)\s(?:[Ff]rom|FROM|[Oo]n|ON)\s(?:[\w'’&.]+\s?){{1,6}}|"
    r"(?i:you\smay\salso\slike|recommended(?:\sfor\syou)?|most\s(?:read|popular|viewed)|top\sstories|on\sthis\stopic|"
    r"other\sstories\syou\smay\s.{2,40}))\s?[:.…|]*"
)
NOT_A_HEADING = compile_later(r"(?:MORE|WATCH|Watch|VIDEOS?|PHOTOS|LISTEN)\W*")
MANY = _phrases(r"\b(?:stories|articles|coverage|links|posts|videos|news|roundups|reading|picks|more (?:from|on))\b")


def is_boilerplate(line: str) -> bool:
    """True of a line that would stand on any page of the site, and of one that only tells a time."""
    if len(line) > LONGEST:
        return False
    return not any(map(str.isalnum, line)) or BOILERPLATE.fullmatch(line) is not None or is_time_line(line)


def is_time_line(line: str) -> bool:
    """True of "April 28, 2025 Hour: 2:49 pm", "Last updated at 14:05 GMT", "1:50 p.m."."""
    if len(line) > 120 or not any(map(str.isdigit, line)) or not MOMENT.search(line):
        return False
    tokens = TOKEN.findall(line)
    plain = [token for token in tokens if not token[0].isdigit() and token.lower().strip(".") not in TIME_WORDS]
    labelled = TIME_LABEL.match(line) is not None
    return any(token[0].isdigit() for token in tokens) and len(plain) <= (1 if labelled else 0)


def is_related(line: str) -> bool:
    """True of "SEE ALSO: Another story"."""
    return len(line) <= LONGEST and any(mark in line for mark in LABELLED) and INLINE.fullmatch(line) is not None


def heads_related(line: str) -> bool:
    """True of "RELATED:" or "More from the Herald:", whose links stand in the lines below."""
    if len(line) > 80 or NOT_A_HEADING.fullmatch(line):
        return False
    return HEADING.fullmatch(line) is not None


def heads_many(line: str) -> bool:
    """True if the heading speaks of several links: "Related Stories", "More from the Herald"."""
    return MANY.search(line) is not None
