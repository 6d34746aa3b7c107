"""The closed classes of words that naming goes by."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun says this of whom it stands for; an empty string says nothing.

    ``gender``: m, f, or n for what is no person. ``first``: it is whoever speaks. ``case``: s subject, o object,
    p possessive.
    """

    gender: str
    plural: bool
    first: bool
    case: str


PRONOUNS = {
    "he": Pronoun("m", False, False, "s"),
    "him": Pronoun("m", False, False, "o"),
    "his": Pronoun("m", False, False, "p"),
    "himself": Pronoun("m", False, False, "o"),
    "she": Pronoun("f", False, False, "s"),
    "her": Pronoun("f", False, False, "p"),
    "hers": Pronoun("f", False, False, "p"),
    "herself": Pronoun("f", False, False, "o"),
    "it": Pronoun("n", False, False, "s"),
    "its": Pronoun("n", False, False, "p"),
    "itself": Pronoun("n", False, False, "o"),
    "they": Pronoun("", True, False, "s"),
    "them": Pronoun("", True, False, "o"),
    "their": Pronoun("", True, False, "p"),
    "themselves": Pronoun("", True, False, "o"),
    "i": Pronoun("", False, True, "s"),
    "me": Pronoun("", False, True, "o"),
    "my": Pronoun("", False, True, "p"),
    "myself": Pronoun("", False, True, "o"),
    "we": Pronoun("", True, True, "s"),
    "us": Pronoun("", True, True, "o"),
    "our": Pronoun("", True, True, "p"),
    "ourselves": Pronoun("", True, True, "o"),
}
RELATIVES = frozenset("who which that whom whose".split())
# Words with a full stop of their own before a name, and what they tell of its bearer.
_ADDRESSES = {
    "m": "mr messrs sir lord",
    "f": "mrs ms miss dame lady madame baroness",
    "": """dr drs prof sen sens rep reps gov govs gen gens col lt sgt capt maj adm brig cmdr cpl rev hon fr det insp
    supt pres justice saint adv pvt amb atty del pfc vice deputy""",
}
ADDRESSES = {word: gender for gender, words in _ADDRESSES.items() for word in words.split()}
UNPOINTED = frozenset("mr mrs ms messrs dr prof rev".split())  # British: "Mrs Lund"
SUFFIXES = frozenset("jr sr ii iii iv".split())
COMPANY = frozenset("inc corp co ltd llc plc gmbh ag sa nv bros lp llp".split())
# Last words of papers and the like: "Kell" alone is the town, not the Kell Courier.
PAPERS = frozenset(
    """times post herald news star tribune journal gazette telegraph chronicle courier mail observer examiner dispatch
    sentinel inquirer echo standard mirror sun globe record review argus advertiser bulletin press weekly daily
    today express independent guardian""".split()
)
PARTICLES = frozenset("de la le du da di dos del der den van von bin ibn al el ben bint abu ter ten y e".split())
# What may stand in front of a role word with a capital: "Defense Secretary", "Foreign Minister".
PORTFOLIOS = frozenset(
    """state defense defence treasury interior justice labor labour commerce energy education agriculture
    transportation transport health foreign finance prime home trade housing homeland security army navy
    air force staff war environment culture science sports tourism industry information planning water
    justice police parliament vice deputy assistant acting former first second senior chief executive
    general national press attorney solicitor surgeon house senate majority minority interim joint lead
    special associate managing permanent private crown lord under house opposition party district
    federal regional city county staff supreme high command internal affairs external economic economy
    oil immigration naturalization customs intelligence central public communications rural development
    social welfare urban youth women technology family veterans""".split()
)
DAYS_AND_MONTHS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december feb aug sept oct nov tues easter christmas ramadan""".split()
)
PREPOSITIONS = frozenset(
    """of in on at for with by to from against about over under after before between among through during
    into onto upon near across around behind beside beyond toward towards within without via including
    like as than per despite versus outside inside above below amid off along concerning regarding until
    till since""".split()
)
CONJUNCTIONS = frozenset("and or but nor yet so while when because although though if that whether as where".split())
# A name does not go on with one of these: "Kell Police Say".
VERBS_IN_TITLES = frozenset("say says said tells told asks asked".split())
# "In the past few weeks militants": no part of whom the noun behind it tells of.
TIME_NOUNS = frozenset("minutes hours days weeks months years decades week month year decade".split())
DEFINITE = frozenset("the this that these those".split())
POSSESSIVES = frozenset("his her its their my our your".split())
INDEFINITE = frozenset(
    """a an some many several other another one two three four five six seven eight nine ten few most any
    no each every both more numerous various all certain dozens hundreds thousands scores""".split()
)
AUXILIARIES = frozenset(
    """is are was were be been being am has have had having do does did will would can could may might must
    shall should not also never ever just even only still already again then there here how why what who
    which whom""".split()
)
# What somebody tells: "reports of", "news that".
REPORT_NOUNS = frozenset(
    "reports report rumors rumours rumor rumour claims allegations news talk speculation word".split()
)
# What tells of a report and not of anybody: "the latest reports".
OF_REPORTS = frozenset(
    "new latest recent earlier previous initial first early same other unconfirmed widespread".split()
)
# Words that often open a sentence, and are no name by their capital.
OPENERS = frozenset(
    """yes no well now today yesterday tomorrow meanwhile however moreover instead indeed later earlier
    still thus hence perhaps maybe please asked according based given speaking citing born despite
    following once such these those this that there here what who how why where when while nobody
    nothing everyone everybody everything somebody something anyone anybody anything none neither either
    both all some many most much more few several other others another each every one two three four
    five six seven eight nine ten eleven twelve hundreds thousands dozens tens scores hours days weeks
    months years minutes amid among let thank thanks sorry hello good bad new old just even only said
    says told asked added not never ever also then thereafter nevertheless nonetheless additionally
    afterwards together elsewhere overall furthermore similarly likewise consequently accordingly otherwise
    conversely regardless besides alternatively therefore tweeted wrote posted replied""".split()
)
# Places that are no countries, and speak for nobody by their name alone.
PLACES = frozenset(
    """Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Hawaii Idaho
    Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota
    Mississippi Missouri Montana Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania Tennessee Texas Utah
    Vermont Virginia Wisconsin Wyoming Ala Ariz Ark Calif Colo Conn Fla Ill Ind Kan Ky La Mass Mich Minn
    Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo Europe Asia Africa America Americas
    Antarctica Ontario Quebec Queensland Victoria Atlantic Pacific Mediterranean Internet Web Earth
    Congress""".split()
) - {"Congress", "America"}
# Adjectives of no one country, and of nobody.
REGIONAL = frozenset(
    """Korean European African Asian Arab Latin Western Eastern Northern Southern Islamic Muslim Moslem
    Christian Jewish Catholic Protestant Orthodox Hispanic Scandinavian Balkan Caucasian Caribbean
    Slavic Nazi""".split()
)
TITLED_LINE = 0.6  # a line with so many capitals among its longer words is a heading: capitals tell nothing there
