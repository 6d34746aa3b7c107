"""The small vocabulary that credit lines are made of, as pieces of patterns."""

from __future__ import annotations

UPPER = "A-Z\u00c0-\u00d6\u00d8-\u00de\u0100-\u017f"
# A word with a capital: Roe, O'Neil, McCain, J., St.
CAP = rf"(?:[{UPPER}][\w'’-]{{1,30}}|(?:[{UPPER}]\.){{1,3}}|(?:St|Jr|Sr)\.|[{UPPER}](?![\w.]))"
PARTICLE = r"(?:de|da|do|dos|del|della|di|du|la|le|van|von|der|den|ter|bin|bint|ibn|al|el|abu|ul|y|e)"
PERSON = rf"{CAP}(?:\s(?:{PARTICLE}\s){{0,2}}{CAP}){{1,4}}"
# An organisation: one to six capitalised words with of, and, the, & between.
ORG_WORD = rf"(?:(?:[{UPPER}]\.){{1,3}}|[{UPPER}\d@#][\w'’&/-]{{0,30}}(?:\.[\w-]{{1,20}}){{0,3}})"
ORGANISATION = rf"{ORG_WORD}(?:\s(?:(?:of|and|the|for|&|de|del)\s){{0,2}}{ORG_WORD}){{0,5}}"
MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
ROLE = (
    r"(?:(?:[A-Za-z]+\s){0,3}(?:[Ww]riters?|[Rr]eporters?|[Cc]orrespondents?|[Ee]ditors?|[Cc]olumnists?|"
    r"[Bb]ureau(?:\s[Cc]hief)?|[Ss]taff|[Pp]roducers?|[Cc]ontributors?|[Aa]nalysts?|[Ff]reelancers?|[Pp]hotographers?|WRITERS?))"
)
TIMES = frozenset(
    """january february march april may june july august september october november december jan feb mar apr jun
    jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur
    thurs fri sat sun today yesterday tonight last early late now then contrast comparison noon midnight""".split()
)
