"""The words that tell what becomes of those that a number counts: death, injury, arrest, flight."""

from __future__ import annotations

DEAD, INJURED, BOTH, ARRESTED, DISPLACED = "dead", "injured", "casualty", "arrested", "displaced"
OUTCOMES = frozenset({DEAD, INJURED, BOTH, ARRESTED, DISPLACED})


def _told(**words: str) -> dict[str, str]:
    """Each word to its outcome; ``words`` are listed by outcome."""
    return {word: outcome for outcome, listed in words.items() for word in listed.split()}


# Words that are the outcome wherever they stand right after a number: "25 dead", "five wounded men".
PLAIN = _told(
    dead="dead killed slain deaths death fatalities fatality fatally murders killings deceased",
    injured="injured wounded hurt injuries",
    arrested="arrested detained arrests",
    displaced="displaced homeless evacuated",
)
# What becomes of the object of the verb.
VERBS = _told(
    dead="""kill kills killed killing murder murders murdered murdering slay slew slaying massacre massacred
        massacring execute executes executed executing behead beheads beheaded beheading assassinate assassinated
        assassinating slaughter slaughtered slaughtering""",
    injured="""injure injures injured injuring wound wounds wounded wounding hurt hurts hurting maim maimed maiming
        blind blinded blinding""",
    arrested="arrest arrests arrested arresting detain detains detained detaining",
    displaced="""displace displaces displaced displacing uproot uproots uprooted uprooting evacuate evacuates evacuated
        evacuating""",
)
# "Gunned down 25", "shot dead 25".
PAIRS = {
    ("gunned", "down"),
    ("gun", "down"),
    ("gunning", "down"),
    ("shot", "dead"),
    ("shoot", "dead"),
    ("shooting", "dead"),
    ("to", "death"),
}
NOUNS_OF = _told(
    dead="""death deaths killing killings murder murders massacre slaughter slaying slayings execution executions
        beheading beheadings genocide""",
    injured="injury injuries wounding",
    arrested="arrest arrests detention",
    displaced="displacement evacuation",
)
LIVES = frozenset(
    "claim claims claimed claiming cost costs costing lose loses lost losing take takes took taken taking".split()
)
PARTICIPLES = _told(
    dead="dead killed died die dying slain murdered massacred executed beheaded perished drowned slaughtered",
    injured="injured wounded hurt maimed blinded",
    arrested="arrested detained",
    displaced="displaced uprooted evacuated homeless",
)
# Without "were" these are done by the subject as well as to it.
NEED_PASSIVE = frozenset(
    """killed murdered massacred executed beheaded slaughtered injured wounded hurt maimed blinded arrested detained
    displaced uprooted evacuated""".split()
)
# What those who are counted do.
DONE: dict[tuple[str, ...], str] = {
    ("lost", "their", "lives"): DEAD,
    ("fled", "their", "homes"): DISPLACED,
    ("flee", "their", "homes"): DISPLACED,
}
BE = frozenset("was were is are been be being".split())
HAVE = frozenset("has have had".split())
# What may stand between the verb and the number that it has for its object.
BEFORE_OBJECT = frozenset(
    """the a an all another other some reportedly only just also and , as well including of total further
    additional allegedly himself""".split()
)
AFTER_SUBJECT = frozenset(
    """was were is are been be being has have had also reported reportedly confirmed feared believed thought known said
    to now still presumed allegedly all more others then later lay left critically seriously badly severely fatally
    slightly instantly shot stabbed lying who that may might could would will made""".split()
)
NEW_CLAUSE = frozenset("who that which and said".split())
PLACES = frozenset("in at on aboard from near inside outside".split())
# After a participle without "were": those that it was done to.
AFTER_PASSIVE = frozenset(
    """in by on at when after as during and near since so while with over from around across last this yesterday today
    for outside inside to or but early late earlier amid before along including monday tuesday wednesday thursday
    friday saturday sunday""".split()
)
# Nothing of these dies or is wounded, or else their number is not that of heads.
LIFELESS = frozenset(
    """attack bomb shot bullet time incident explosion blast house home vehicle car job wound round bill project raid
    strike charge count case village gun rifle city town province district bombing shooting clash crime way place
    building school hospital street family household""".split()
)
