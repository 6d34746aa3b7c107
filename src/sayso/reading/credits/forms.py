"""The forms that credits are written in: patterns of whole lines and of the ends of lines.

A form says by its look alone that a credit stands there. Forms that would be too loose alone are marked
``listed``: they count only if the list of agencies knows the name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.patterns import compile_later
from sayso.reading.credits.words import CAP, ORGANISATION, PERSON, ROLE, UPPER
from sayso.records.credit import CreditKind

AGENCY, OUTLET, AUTHOR = CreditKind.AGENCY, CreditKind.OUTLET, CreditKind.AUTHOR
PHOTO, CONTRIBUTOR, SIGN_OFF = CreditKind.PHOTO, CreditKind.CONTRIBUTOR, CreditKind.SIGN_OFF


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a credit: the pattern marks its ``name``, and in a line's end its ``span``.

    ``near_end``: only in the page's last lines. ``near_edge``: only in its first or last ones. One of the ``signs``
    stands in every such line (in small letters), and a ``bracketed`` one closes with a bracket: cheap to see, so
    that most patterns need not be tried on most lines, nor be made at all.
    """

    kind: CreditKind
    pattern: re.Pattern[str]
    listed: bool
    near_end: bool
    near_edge: bool
    signs: tuple[str, ...]
    bracketed: bool

    def may_be(self, letters: str) -> bool:
        """Whether a line in small letters bears one of the signs, if there are any."""
        for sign in self.signs:
            if sign in letters:
                return True
        return not self.signs


def _form(
    kind: CreditKind,
    *pieces: str,
    listed: bool = False,
    near_end: bool = False,
    near_edge: bool = False,
    sign: str = "",
    bracketed: bool = False,
) -> Form:
    """A blank in the pieces stands for one white space; ``sign`` lists the signs, with blanks between."""
    pattern = compile_later("".join(pieces).replace(" ", r"\s"))
    return Form(kind, pattern, listed, near_end, near_edge, tuple(sign.split()), bracketed)


NAMES = rf"{PERSON}(?:(?:, {PERSON}){{0,5}},? (?:and|&) {PERSON})?"
OUTLETS = rf"{ORGANISATION}(?: ?[,/|] ?{ORGANISATION}){{0,6}}"
THIS = r"(?:this|the) (?:news |wire )?(?:report|story|article|dispatch|post|piece|item|analysis|live blog|blog)"
WORKED = (
    r"(?i:(?:additional )?(?:reporting|writing|editing|compiled|edited|translat(?:ed|ion)|research|reported|written))"
)
PUBLISHED = r"(?:appeared|published|posted|produced|provided|republished)"
PICTURE = (
    r"(?:[Pp]hoto(?:graph)?s?|PHOTOS?|[Ii]mages?|IMAGES?|[Pp]ictures?|[Pp]ics?|[Vv]ideos?|[Gg]raphics?|"
    r"[Ii]llustration|[Ff]ootage|[Ss]creen ?(?:grab|shot))"
)
# Agencies whose names stand behind a photographer's, so well known that no list is needed to see a credit.
WIRE = (
    r"(?:AP|AFP|Reuters|REUTERS|EPA(?:-EFE)?|epa|Getty(?: Images)?|GETTY(?: IMAGES)?|Xinhua|UPI|EFE|TASS|Alamy|"
    r"Shutterstock|REX|Corbis|PA|dpa|DPA|ANSA|CEN|Bloomberg)"
)
VENUE = (
    r"(?:X|Twitter|TWITTER|Facebook|FACEBOOK|Instagram|INSTAGRAM|YouTube|Telegram|TikTok|Flickr|LinkedIn|VK|Weibo|"
    r"Reddit|Truth Social)"
)
PHOTOGRAPHER = rf"(?:{PERSON}|{CAP}|[{UPPER}][{UPPER}.'-]+(?: [{UPPER}][{UPPER}.'-]+){{0,3}})"
WRITER = r"(?:reporter|writer|columnist|correspondent|editor|contributor|journalist|blogger|producer)"
STOP = r"[.!?’”\"]"

# Whole lines. The line's outer brackets, dashes and full stop are taken off before.
LINES: tuple[Form, ...] = (
    # Reporting by Jane Roe; Editing by John Doe
    _form(
        CONTRIBUTOR,
        WORKED,
        r"(?: and (?:writing|editing|reporting))? ?(?:[Bb]y|[Ff]rom|:) (?P<name>.+)",
        sign="report writ edit compil translat research",
    ),
    # Jane Roe in Oslo and the Associated Press contributed to this report
    _form(
        CONTRIBUTOR,
        r"(?P<name>.+?) (?:also )?contributed ",
        rf"(?:(?:additional )?(?:reporting|research)\b.*|to {THIS}\b.*)",
        sign="contribut",
    ),
    _form(
        CONTRIBUTOR,
        r"(?:Contributing|Contributors?|With (?:additional )?(?:reporting|reports?|inputs?|files)(?: (?:from|by))?)",
        r" ?:? (?P<name>.+)",
        sign="contribut with",
    ),
    _form(CONTRIBUTOR, rf"(?P<name>{PERSON}) reported from {CAP}[^;]*(?:;.*)?", near_end=True, sign="reported"),
    # With wire reports
    _form(
        CONTRIBUTOR,
        r"(?i:with|from) (?P<name>(?i:(?:news )?(?:wire|agency) (?:services|service|reports)|(?:news )?agencies))",
        near_end=True,
        sign="wire agenc",
    ),
    # Source: EFE     Via AFP     H/T Daily Mail
    _form(OUTLET, rf"(?:[Ss]ources?|SOURCES?) ?[:–—] ?(?P<name>{OUTLETS})", near_end=True, sign="source"),
    _form(OUTLET, r"(?:[Ss]ources?|SOURCES?) ?[:–—]? ?(?P<name>\S.+)", listed=True, sign="source"),
    _form(
        OUTLET,
        rf"(?i:via|h/t/?|hat tip) ?(?:to )?:? ?(?P<name>{OUTLETS})(?:, (?:image|photo|video)s? .*)?",
        near_end=True,
        sign="via h/t hat",
    ),
    _form(
        OUTLET,
        r"(?i:via|h/t/?|hat tip|courtesy(?: of)?|credits?) ?(?:to )?:? ?(?P<name>\S.+)",
        listed=True,
        sign="via h/t hat courtesy credit",
    ),
    _form(PHOTO, rf"© ?{WIRE} (?i:photo) ?/ ?(?P<name>.+)", sign="©"),
    # This article originally appeared on X
    _form(
        OUTLET,
        r"(?i:this|the) (?:article|story|post|piece|report|column) (?:was |has |is |have )?(?:been )?",
        rf"(?:originally |first |also )*{PUBLISHED} (?:originally |first )?(?:here )?(?:at|in|on|by|from) ",
        rf"(?P<name>(?:the )?{ORGANISATION})\b.*",
        sign="appeared publish posted produced provided",
    ),
    _form(
        OUTLET,
        r"(?:Originally|First) ",
        PUBLISHED,
        rf" (?:at|in|on|by) (?P<name>(?:the )?{ORGANISATION})\b.*",
        sign="appeared publish posted",
    ),
    _form(
        OUTLET,
        r"(?:©|\([Cc]\)|[Cc]opyright(?: ©)?) ?(?:(?:19|20)\d\d ?)?,? ?(?:by )?",
        rf"(?P<name>(?:[Tt]he )?{ORGANISATION})(?: (?:(?:19|20)\d\d|All [Rr]ights\b).*|\..*)?",
        sign="© (c) copyright",
    ),
    # Photo: AFP     Photo credit: Jane Roe
    _form(
        PHOTO,
        rf"(?:{WIRE} )?{PICTURE}(?: (?:[Cc]redits?|CREDIT|[Cc]ourtesy|[Ss]ources?))?",
        r"(?: ?:| (?:via|by|[Cc]ourtesy of|from)) ?:?(?:via |[Cc]ourtesy (?:of )?)? ?",
        r"(?P<name>[@\w](?:[^.:!?]|\.(?=\w)){1,80})",
        sign="photo image pic video graphic illustration footage screen",
    ),
    _form(PHOTO, rf"(?P<name>{WIRE}) ?(?:(?i:photo) ?)?/ ?{PHOTOGRAPHER}(?:[/,].{{0,40}})?", sign="/"),
    _form(
        PHOTO,
        rf"(?P<name>{WIRE} (?i:photo)|(?:Getty|GETTY)(?: (?:Images|IMAGES))?|Shutterstock|EPA|Alamy|Corbis|REX|CEN)",
        sign="photo getty shutterstock epa alamy corbis rex cen",
    ),
    _form(
        PHOTO,
        rf"(?:{PHOTOGRAPHER} ?(?:/|via|\||for|©) ?){{1,2}}(?P<name>{WIRE})(?: ?/.{{0,30}})?",
        sign="/ via | for ©",
    ),
    _form(PHOTO, rf"{VENUE} ?/ ?(?P<name>@?\w.{{1,40}})", sign="/"),
    _form(PHOTO, rf"(?P<name>{PHOTOGRAPHER}|@[\w.]+) ?/ ?{VENUE}", sign="/"),
    # teleSUR/ JF
    _form(OUTLET, rf"(?P<name>[\w.]*[{UPPER}]\w*(?: {CAP})?) ?/ ?[A-Z]{{2,4}}", near_end=True, sign="/"),
    # jbh/rc (AFP, dpa)
    _form(SIGN_OFF, r"(?P<name>[a-z]{1,4}(?:[/,-] ?[a-z]{1,4})+)(?: ?\([^()]{2,60}\))?", near_end=True, sign="/ , -"),
    # By Jane Roe, Associated Press Writer
    _form(
        AUTHOR,
        r"(?:(?:(?:Text|Story|Words|Written|Reported|Analysis|Report|Review|Commentary|Opinion) )?(?i:by):? |",
        rf"(?:Author|Written by|Reporter|Correspondent): )(?P<name>{NAMES})(?:(?: ?[,|/–—-] ?| )[^.!?]{{0,80}})?",
        near_edge=True,
        sign="by author reporter correspondent",
    ),
    _form(
        AUTHOR,
        rf"(?P<name>{NAMES}) ?[,|/–—-] ?(?:[Tt]he )?(?:{ORGANISATION} )?{ROLE}",
        near_edge=True,
        sign="writer report correspondent edit column bureau staff producer contribut analyst freelance photographer",
    ),
    _form(
        OUTLET,
        rf"(?:[Bb]y |BY )?(?P<name>(?:[Tt]he |THE )?{OUTLETS})(?: {ROLE})?",
        listed=True,
        near_edge=True,
    ),
)
# Lines that tell who the author is, at the very end of the page.
BIOGRAPHIES: tuple[Form, ...] = (
    _form(
        AUTHOR,
        rf"(?:>> )?(?:You can )?[Ff]ollow (?P<name>{PERSON})(?: and {PERSON})?,? (?:\(.*\) )?on ",
        r"(?:Twitter|Facebook|X|Instagram|Google).*",
        near_end=True,
        sign="follow",
    ),
    _form(
        AUTHOR,
        rf"(?P<name>{PERSON}) (?:is|was) (?:an?|the) (?:[\w.’'-]+ ){{0,6}}{WRITER} ",
        r"(?:at|for|with|of|on|in|covering) .*",
        near_end=True,
        sign="is was",
    ),
    _form(AUTHOR, rf"(?P<name>{PERSON}) (?:writes|reports) for (?:the )?{ORGANISATION}.*", near_edge=True, sign="for"),
    _form(
        AUTHOR, rf"(?:[A-Z][\w’'-]+ )?{WRITER} (?P<name>{PERSON}) can be reached at.*", near_end=True, sign="reached"
    ),
    _form(AUTHOR, rf"[Cc]ontact (?P<name>{PERSON})(?: at|:) .*", near_end=True, sign="contact"),
)
# Ends of lines whose rest is something else.
TAILS: tuple[Form, ...] = (
    _form(CONTRIBUTOR, rf"(?P<span>[(\[]{WORKED} by (?P<name>[^()\[\]]{{2,300}})[)\]])", bracketed=True),
    _form(
        PHOTO, rf"(?P<span>[(\[] ?(?P<name>{WIRE}) (?i:photo|file|images?)s?\b[^()\[\]]{{0,60}}[)\]])", bracketed=True
    ),
    _form(
        PHOTO,
        rf"(?P<span>[(\[] ?{PICTURE}(?: [Cc]redits?)?(?: ?:| via| by| [Cc]ourtesy(?: of)?) ?",
        r"(?P<name>[^()\[\]]{2,80})[)\]])",
        bracketed=True,
    ),
    _form(
        OUTLET, r"(?P<span>[(\[] ?(?i:h/t|via|hat tip|source):? (?:to )?(?P<name>[^()\[\]]{2,60})[)\]])", bracketed=True
    ),
    _form(
        PHOTO, rf"(?P<span>[(\[] ?{PHOTOGRAPHER} ?(?:/|via) ?(?P<name>{WIRE})(?: ?/.{{0,30}})? ?[)\]])", bracketed=True
    ),
    _form(
        PHOTO,
        rf"(?:{STOP}|\d) (?P<span>(?:[Ff]ile )?(?:{PICTURE}|[Cc]redit)(?: [Cc]redit)? ?: ?(?P<name>[^.:!?]{{2,60}}))",
        sign=":",
    ),
    _form(
        PHOTO,
        rf"{STOP}\s?(?P<span>Credit ?(?P<name>(?:{PHOTOGRAPHER} ?/ ?)?(?:{WIRE}|The New York Times|{PERSON})))",
        sign="credit",
    ),
    _form(PHOTO, rf"{STOP} (?P<span>{PHOTOGRAPHER} ?/ ?(?P<name>{WIRE}))", sign="/"),
    _form(PHOTO, rf"{STOP} (?P<span>(?P<name>{WIRE}) ?/ ?{PHOTOGRAPHER})", sign="/"),
    _form(PHOTO, rf"{STOP} (?P<span>{VENUE} ?/ ?(?P<name>@[\w.]+))", sign="/"),
    _form(PHOTO, r"(?P<span>© ?(?P<name>[^.©]{2,50}))", sign="©"),
    # (pvs/ji)   (JM/AB)
    _form(
        SIGN_OFF,
        rf"(?:{STOP}| ) ?(?P<span>[(\[](?P<name>",
        r"[a-z]{1,4}(?:[/-][a-z]{1,4}){1,3}|[A-Z]{2,4}(?:/[A-Z]{2,4}){1,3})[)\]])",
        near_end=True,
        bracketed=True,
    ),
    _form(SIGN_OFF, rf"{STOP} (?P<span>[(\[](?P<name>[a-z]{{2,4}})[)\]])", near_end=True, bracketed=True),
    # he said. (Xinhua)    he said. - Bernama
    _form(
        AGENCY, rf"(?:{STOP}| ) (?P<span>[(\[](?P<name>[{UPPER}][^()\[\]]{{1,40}})[)\]])", listed=True, bracketed=True
    ),
    _form(AGENCY, rf"{STOP} (?P<span>[-–—]+ ?(?P<name>{ORGANISATION}))", listed=True, near_end=True, sign="- – —"),
    # -- Jane Roe in Oslo contributed to this article
    _form(
        CONTRIBUTOR,
        rf"{STOP} (?P<span>[-–—_]* ?(?P<name>[{UPPER}][^.!?\n]{{3,200}}?) contributed to {THIS}\.?)",
        near_end=True,
        sign="contributed",
    ),
    # — By Jane Roe
    _form(AUTHOR, rf"{STOP} (?P<span>[-–—]+ ?[Bb]y (?P<name>{PERSON}))", near_end=True, sign="by"),
)
