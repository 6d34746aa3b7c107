"""The medium through which a source spoke: "told Reuters", "in an interview with CNN", "on its website"."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.patterns import compile_later
from sayso.records.span import Span

BEFORE_MEDIUM = compile_later(
    r"(?:\b(?:told|tells|telling|informed)|\b(?:interview|interviewed|speaking|spoke|talking|statement|remarks|comments|call|letter|op-ed|"
    r"briefing|e-?mail|conversation)\s+(?:with|on|to|by|in|for)|\b(?:on|via|by|to|in|for|with|through))\s+(?:the\s+|[\w’'-]+(?:’s|'s)\s+|state\s+|a\s+|an\s+)?$"
)
MEDIUM_WORD = (
    r"(?:[Ww]eb ?sites?|blog|[Tt]elevision|[Rr]adio|TV|Twitter|Facebook|Telegram|Instagram|Weibo|YouTube|"
    r"Truth Social|social media|"
    r"[Bb]roadcast|[Nn]ewspapers?|[Mm]agazine|[Dd]aily|[Nn]ews [Aa]gency)"
)
# What every one of these words has in it.
MEDIUM_SIGNS = (
    *("eb site", "ebsite", "blog", "elevision", "adio", "TV", "Twitter", "Facebook", "Telegram", "Instagram", "Weibo"),
    *("YouTube", "Truth Social", "social media", "roadcast", "ewspaper", "agazine", "aily", "ews Agency", "ews agency"),
)
CHANNEL = compile_later(
    rf"\b(?:[Oo]n|[Ii]n|[Vv]ia|[Tt]hrough|[Oo]ver|by)\s+((?:(?:an?|the|his|her|its|their)\s+)?(?:[\w’'.-]+\s+){{0,3}}?{MEDIUM_WORD}"
    r"(?:\s+(?:account|channel|page|feed|station|address|show|appearance|program(?:me)?|post|posting|message|video))?(?:\s+[A-Z]\w+)?)\b"
)
# A name that is a medium's by its form, wherever it is listed or not.
MEDIUM_NAME = (
    r"(?:(?:[A-Z][\w’'.&-]*\s+)*(?:Television|TV|Radio|Times|Post|Herald|News|Star|Tribune|Journal|Gazette|Telegraph|Chronicle|Courier|Mail|Observer|Examiner|Dispatch|Sentinel|Inquirer|Weekly|"
    r"Channel(?:\s+\w+)?|Network|Magazine|Daily|Press)|[A-Z]{2,5}-(?:TV|FM|AM))"
)
TOLD_MEDIUM = compile_later(
    rf"\b(?:told|tells|telling|informed|(?:interview|spoke|speaking|statement)\s+(?:with|to|on|for))\s+((?:the\s+|an?\s+)?(?:[\w’'-]+\s+){{0,3}}?{MEDIUM_NAME})\b"
)
QUOTED_BY = compile_later(rf"\b(?:quoted by|published (?:in|by)|cited by)\s+((?:the\s+)?{MEDIUM_NAME})\b")
# Each with words of which one stands in whatever it matches.
TRIED = (
    (TOLD_MEDIUM, ("told", "tells", "telling", "informed", "interview", "spoke", "speaking", "statement")),
    (QUOTED_BY, ("quoted by", "published ", "cited by")),
    (CHANNEL, MEDIUM_SIGNS),
)


def find_relay(
    text: str, sentence: Span, contents: Sequence[Span], source: Sequence[Span], media: Sequence[Span]
) -> Span | None:
    """The medium that the attribution's sentence names outside its contents and source, or None."""
    taken = [*contents, *source]
    for name in media:
        inside = sentence.covers(name) and not any(name.overlaps(span) for span in taken)
        if inside and BEFORE_MEDIUM.search(text, max(sentence.start, name.start - 60), name.start):
            return name
    line = sentence.cut(text)
    for pattern, signs in TRIED:
        # To look for the words that a pattern cannot do without takes a tenth of the time of trying it everywhere.
        if not any(sign in line for sign in signs):
            continue
        for match in pattern.finditer(text, sentence.start, sentence.end):
            span = Span(*match.span(1))
            if not any(span.overlaps(other) for other in taken):
                return span
    return None
