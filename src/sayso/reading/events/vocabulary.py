"""Small words that events are told apart by."""

from __future__ import annotations

POSSESSIVES = frozenset("his her its their my our your whose".split())
FIRST_PERSONS = frozenset("i we me us my our".split())
DETERMINERS = POSSESSIVES | frozenset(
    """the a an this that these those some any no several many few more most all both each every another other such
    two three four five six seven eight nine ten""".split()
)
PREPOSITIONS = frozenset(
    """in on at of from with without by for against between among amid into onto over under near during since until
    within inside outside across along around through throughout toward towards upon via despite about like than
    before after behind beyond except including following to per""".split()
)
# Words after these say where, when or how; nobody there is the one that something is done to.
SETTING = frozenset(
    """by in near during since until within inside outside across along around throughout under as like than despite
    before after amid among through via including following behind beyond""".split()
)
# A clause ends where one of these begins another.
CLAUSE = frozenset(
    """that because although though while when whereas after before if unless whether but as until since who which
    where whom whose what how why so""".split()
)
RELATIVES = frozenset("who which that".split())
BREAKS = frozenset("; : ( ) — –".split())
JOINTS = frozenset("and or , & the a an also then".split())
BE = frozenset("is are was were be been being am ’re 're get gets got getting".split())
HAVE = frozenset("has have had having".split())
ADVERBS = frozenset(
    """not never also now still already reportedly allegedly previously recently later then since just all both
    again once being been""".split()
)
CONDITIONS = frozenset("if unless whether would could might may".split())
FUTURE = frozenset("will shall won ll tomorrow upcoming".split())
PLANS = frozenset(
    """plan plans planned planning intend intends intended intending expect expects expected prepare prepares prepared
    preparing agree agrees agreed promise promises promised pledge pledges pledged vow vows vowed threaten threatens
    threatened decide decides decided want wants wanted going ready willing set due scheduled offer
    offers offered""".split()
)
DUTIES = frozenset("should must ought need needs needed".split())
FORCES = frozenset(
    """soldier soldiers troop troops army armies navy forces military battalion battalions brigade brigades regiment
    marines paratroopers commandos reservists conscripts recruits warships fleet""".split()
)
