"""An invented article with its reading, made by hand, and what the tests build readings with."""

from __future__ import annotations

from sayso.records.actor import Actor, ActorKind
from sayso.records.article import Article, Precision, Published
from sayso.records.attribution import Attribution, AttributionKind, Commitment, Said, Stance
from sayso.records.block import Block, BlockKind
from sayso.records.claim import (
    Basis,
    Claim,
    Confidence,
    Evidence,
    Link,
    Relation,
    RelationKind,
    Role,
    Scope,
    Voice,
)
from sayso.records.credit import Credit, CreditKind, CreditScope
from sayso.records.reading import Model, Reading, Unread
from sayso.records.span import Span
from sayso.records.timex import AnchorKind, Grain, Interval, OtherValue, TimeAnchor, Timex, TimexType

TEXT = """\
Valley Towns Evacuated After Orsk Dam Is Opened

A crane barge below the dam on Sunday. Photo: Lena Ilves

We did not open a single gate that night, the minister said.

By Tomas Reed

On Monday, the government sent buses to Lower Velm, where the dam's gates were opened on Sunday night.

“We did not open, and nobody ordered us to open, a single gate that night,” Energy Minister Carla Ruiz said, adding \
that she would resign if an inquiry found otherwise.

The opposition claims that the gates were opened on Sunday night to save a power station upstream.

Residents told the Velm Herald that an engineer had warned the mayor about the gates in March.

A senior official, who asked not to be named, denied that any warning had arrived.

Satellite pictures show water over both banks by dawn. That may explain the damage to the rail bridge.

“Who gave the order?
And who will pay?” asked Mayor Jonas Petrov at a meeting on Monday.

Il governo non ha ancora risposto.

The dam was built in 1961.

Source: Norda
"""


def find(words: str, after: int = 0) -> Span:
    """Where ``words`` stand in the text, from ``after`` on."""
    start = TEXT.index(words, after)
    return Span(start, start + len(words))


BODY = TEXT.index("On Monday, the government")


def _blocks() -> tuple[Block, ...]:
    lines = (
        (BlockKind.HEADLINE, "Valley Towns Evacuated After Orsk Dam Is Opened"),
        (BlockKind.CAPTION, "A crane barge below the dam on Sunday."),
        (BlockKind.CREDIT, "Photo: Lena Ilves"),
        (BlockKind.DECK, "We did not open a single gate that night, the minister said."),
        (BlockKind.BYLINE, "By Tomas Reed"),
    )
    framing = tuple(Block(kind, find(words)) for kind, words in lines)
    return (*framing, Block(BlockKind.BODY, Span(BODY, find("built in 1961.").end)), Block(BlockKind.CREDIT, SOURCE))


SOURCE = find("Source: Norda")
PAGE_CREDIT = Link("norda", Role.AGENCY, None, Evidence("credit", Scope.PAGE, SOURCE))


def actor(name: str, kind: ActorKind, *mentions: Span, anonymity: str | None = None) -> Actor:
    return Actor(name.rsplit(maxsplit=1)[-1].lower(), name, kind, anonymity is None, anonymity, (), mentions)


RUIZ = actor("Carla Ruiz", ActorKind.PERSON, find("Carla Ruiz"), find("the minister"))
OPPOSITION = actor("the opposition", ActorKind.GROUP, find("The opposition"))
RESIDENTS = actor("residents", ActorKind.GROUP, find("Residents"), anonymity="witness")
ENGINEER = actor("an engineer", ActorKind.PERSON, find("an engineer"), anonymity="expert")
HERALD = actor("Velm Herald", ActorKind.MEDIA, find("Velm Herald"))
OFFICIAL = actor("a senior official", ActorKind.PERSON, find("A senior official"), anonymity="official")
PETROV = actor("Jonas Petrov", ActorKind.PERSON, find("Jonas Petrov"))
NORDA = actor("Norda", ActorKind.MEDIA, find("Norda"))


def attribution(
    name: str,
    source: Span,
    cue: Span,
    *content: Span,
    kind: AttributionKind = AttributionKind.INDIRECT,
    speaker: Actor,
    commitment: Commitment = Commitment.ASSERTS,
    stance: Stance = Stance.REPORTS,
    nested_in: str | None = None,
    relay: Actor | None = None,
    said: Said | None = None,
) -> Attribution:
    return Attribution(
        name,
        (source,),
        (cue,),
        content,
        kind,
        speaker.id,
        nested_in,
        commitment,
        stance,
        relay.id if relay else None,
        said or Said(),
        0.9,
    )


DECK = attribution(
    "deck",
    find("the minister"),
    find("said"),
    find("We did not open a single gate that night"),
    kind=AttributionKind.UNMARKED,
    speaker=RUIZ,
    commitment=Commitment.DENIES,
)
GATES = attribution(
    "gates",
    find("Energy Minister Carla Ruiz"),
    find("said", BODY),
    find("“We did not open, and nobody ordered us to open, a single gate that night,”"),
    kind=AttributionKind.DIRECT,
    speaker=RUIZ,
    commitment=Commitment.DENIES,
)
RESIGN = attribution(
    "resign",
    find("Energy Minister Carla Ruiz"),
    find("adding"),
    find("that she would resign if an inquiry found otherwise"),
    speaker=RUIZ,
    commitment=Commitment.INTENDS,
)
STATION = attribution(
    "station",
    find("The opposition"),
    find("claims"),
    find("that the gates were opened on Sunday night to save a power station upstream"),
    speaker=OPPOSITION,
    stance=Stance.DISTANCES,
)
TOLD = attribution(
    "told",
    find("Residents"),
    find("told"),
    find("that an engineer had warned the mayor about the gates in March"),
    speaker=RESIDENTS,
    relay=HERALD,
)
WARNED = attribution(
    "warned",
    find("an engineer"),
    find("warned"),
    find("about the gates"),
    speaker=ENGINEER,
    nested_in="told",
    said=Said(timex=find("in March"), addressee=find("the mayor")),
)
DENIED = attribution(
    "denied",
    find("A senior official, who asked not to be named"),
    find("denied"),
    find("that any warning had arrived"),
    speaker=OFFICIAL,
    commitment=Commitment.DENIES,
)
ORDER = attribution(
    "order",
    find("Mayor Jonas Petrov"),
    find("asked", BODY + 600),
    find("“Who gave the order?\nAnd who will pay?”"),
    kind=AttributionKind.DIRECT,
    speaker=PETROV,
    commitment=Commitment.ASKS,
    said=Said(timex=find("on Monday", BODY), occasion=find("a meeting")),
)
MARCH = Timex(
    find("March"),
    TimexType.DATE,
    "2025-03",
    Grain.MONTH,
    Interval("2025-03-01", "2025-04-01"),
    None,
    None,
    None,
    TimeAnchor(AnchorKind.PUBLISHED),
    "last month that began",
    (OtherValue("2026-03", Interval("2026-03-01", "2026-04-01")),),
)
SUNDAY_NIGHT = Timex(
    find("Sunday night"),
    TimexType.TIME,
    "2025-05-11TNI",
    Grain.PART_OF_DAY,
    Interval("2025-05-11", "2025-05-12"),
    None,
    None,
    None,
    TimeAnchor(AnchorKind.PUBLISHED),
    "nearest day of that name until the anchor",
)
ATTRIBUTIONS = (DECK, GATES, RESIGN, STATION, TOLD, WARNED, DENIED, ORDER)


def _link(attribution: Attribution, does: Stance | Commitment) -> Link:
    return Link(attribution.speaker, Role.SPEAKER, does, Evidence("source", Scope.SENTENCE, attribution.source[0]))


def attributed(attribution: Attribution, confidence: Confidence = Confidence.CLEAR) -> Claim:
    outlet = Link(None, Role.OUTLET, attribution.stance, Evidence("cue", Scope.SENTENCE, attribution.cue[0]))
    links = [PAGE_CREDIT, outlet]
    if attribution.relay:
        relay = Evidence("relay", Scope.SENTENCE, find("the Velm Herald"))
        links.append(Link(attribution.relay, Role.RELAY, Stance.REPORTS, relay))
    if attribution.nested_in:
        links.append(_link(TOLD, attribution.stance))
    links.append(_link(attribution, attribution.commitment))
    return Claim(
        f"c-{attribution.id}",
        attribution.content,
        Voice.ATTRIBUTED,
        attribution.id,
        Basis.SAID,
        False,
        tuple(links),
        confidence,
        0.9,
    )


def plain(
    name: str, *content: Span, voice: Voice = Voice.OWN, basis: Basis = Basis.NOT_GIVEN, hedged: bool = False
) -> Claim:
    link = Link(None, Role.OUTLET, Commitment.ASSERTS, Evidence("page", Scope.SENTENCE, content[0]))
    return Claim(f"c-{name}", content, voice, None, basis, hedged, (link,), Confidence.LIKELY, 0.7)


CLAIMS = (
    plain("headline", find("Valley Towns Evacuated After Orsk Dam Is Opened"), voice=Voice.UNSETTLED),
    attributed(DECK, Confidence.LIKELY),
    plain("buses", find("On Monday, the government sent buses to Lower Velm")),
    plain("opened", find("the dam's gates were opened on Sunday night", BODY)),
    attributed(GATES),
    attributed(RESIGN),
    attributed(STATION),
    attributed(TOLD),
    attributed(WARNED, Confidence.UNSURE),
    attributed(DENIED),
    plain("water", find("Satellite pictures show water over both banks by dawn."), basis=Basis.IMAGE),
    plain("rail", find("That may explain the damage to the rail bridge."), basis=Basis.INFERRED, hedged=True),
    attributed(ORDER),
    plain("built", find("The dam was built in 1961."), basis=Basis.BACKGROUND),
)
RELATIONS = (
    Relation("c-deck", "c-gates", RelationKind.SHORTENS, (find("and nobody ordered us to open,"),)),
    Relation("c-opened", "c-station", RelationKind.SOFTENS),
)


def dam_reading() -> Reading:
    """The dam of Orsk: a headline, a deck, own voice, a nested warning, denials, credits, a foreign line."""
    article = Article(
        id="dam",
        text=TEXT,
        title="Valley Towns Evacuated After Orsk Dam Is Opened",
        outlet="The Velm Courier",
        url="https://velm-courier.example/dam",
        published=Published("2025-05-12T09:30", Precision.MINUTE),
        authors=("Tomas Reed",),
        language="en",
        blocks=_blocks(),
        flags=("repeated text",),
    )
    return Reading(
        article,
        Model("sayso-small", "1", "0123456789abcdef"),
        (
            Credit("Norda", CreditKind.AGENCY, SOURCE, CreditScope.PAGE),
            Credit("Tomas Reed", CreditKind.AUTHOR, find("By Tomas Reed"), CreditScope.PAGE),
            Credit("Lena Ilves", CreditKind.PHOTO, find("Photo: Lena Ilves"), CreditScope.CAPTION),
        ),
        (RUIZ, OPPOSITION, RESIDENTS, ENGINEER, HERALD, OFFICIAL, PETROV, NORDA),
        ATTRIBUTIONS,
        CLAIMS,
        RELATIONS,
        (Unread("passage", "does not read like English", find("Il governo non ha ancora risposto.")),),
        timexes=(MARCH, SUNDAY_NIGHT),
    )


def bare_reading(text: str, *claims: Claim, title: str | None = None) -> Reading:
    """A reading of ``text`` with these claims and nothing else."""
    return Reading(Article("bare", text, title), Model("none", "0", "0"), (), (), (), claims, (), ())
