"""Whom a description stands for: "the minister", "the Russian leader", "his father", "the company"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sayso.lists.roles import Role
from sayso.lists.sectors import Sector
from sayso.reading.naming.entity import Entity
from sayso.reading.naming.mention import Mention
from sayso.reading.naming.runs import BODIES
from sayso.records.actor import ActorKind

# Wider words: "the leader" may be a president, "the lawmaker" a senator.
WIDER = {
    wide: frozenset(narrow.split())
    for wide, narrow in {
        "leader": "president premier minister chancellor chairman chief head king dictator ruler secretary-general "
        "strongman founder sultan emir sheik governor commander",
        "official": "minister secretary spokesman spokeswoman spokesperson director commissioner ambassador envoy "
        "diplomat "
        "governor mayor aide adviser deputy administrator undersecretary inspector superintendent chief head president "
        "prosecutor coordinator",
        "lawmaker": "senator representative congressman congresswoman legislator parliamentarian mp member assemblyman",
        "legislator": "senator representative congressman congresswoman lawmaker mp",
        "executive": "ceo president chairman director manager officer founder owner",
        "spokesperson": "spokesman spokeswoman",
        "attorney": "lawyer counsel prosecutor",
        "lawyer": "attorney counsel",
        "scientist": "researcher biologist chemist physicist virologist epidemiologist geologist professor astronomer",
        "researcher": "scientist professor virologist epidemiologist",
        "doctor": "physician surgeon psychiatrist pathologist epidemiologist",
        "physician": "doctor surgeon",
        "chief": "director head leader commissioner chairman president ceo executive minister secretary",
        "head": "director chief leader chairman president",
        "premier": "minister",
        "officer": "policeman lieutenant captain sergeant detective major colonel commander sheriff trooper",
        "general": "chief commander",
        "diplomat": "ambassador envoy minister consul",
        "politician": "senator congressman president minister candidate leader governor mayor",
        "jurist": "judge justice",
        "judge": "justice magistrate",
        "justice": "judge",
        "parent": "mother father",
        "sibling": "brother sister",
        "prelate": "bishop archbishop cardinal",
        "cleric": "bishop priest imam pastor ayatollah",
        "monarch": "king queen sultan emperor",
        "journalist": "reporter correspondent editor columnist anchor",
        "suspect": "defendant gunman",
        "analyst": "economist strategist expert",
        "expert": "analyst professor researcher scientist",
        "academic": "professor historian scholar",
    }.items()
}
# Bodies that any company, agency and so on may be called.
COMPANIES = frozenset(
    """company firm corporation manufacturer maker automaker carmaker planemaker airline carrier giant conglomerate
    subsidiary venture business startup start-up brokerage insurer utility chain store studio label retailer bank lender
    consortium partnership chipmaker drugmaker airframer""".split()
)
ANY_BODY = frozenset(
    """group organisation organization alliance body institution agency union association federation club team
    party""".split()
)


PRIVATE = frozenset("lawyer colleague".split())
HEADS_OF_STATE = frozenset("leader president premier ruler dictator king queen strongman monarch".split())


# "The school" may be an academy, "the union" a federation of labour.
OF_A_KIND = frozenset(
    (
        Sector.EDUCATION,
        Sector.MEDICINE,
        Sector.JUDICIARY,
        Sector.LABOUR,
        Sector.RELIGION,
        Sector.PARTY,
        Sector.LEGISLATURE,
    )
)


MOST_CALLED = 50  # entities of one role that a description is looked for among, the last ones


class Roles:
    """Who is called what in the article, as far as read."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self.by_word: dict[str, list[Entity]] = defaultdict(list)
        for entity in entities:
            self.add(entity)

    def add(self, entity: Entity) -> None:
        for word in entity.roles:
            if entity not in self.by_word[word][-8:]:
                self.by_word[word].append(entity)

    def called(self, mention: Mention, *, singly: bool = False) -> list[Entity]:
        """All who are called so, with the country and the other words that the description gives.

        ``singly``: each of those that a plural takes together.
        """
        role = mention.role
        if role is None:
            return []
        wider = WIDER.get(role.word, frozenset())
        found = [entity for word in (role.word, *sorted(wider)) for entity in self.by_word.get(word, ())[-MOST_CALLED:]]
        fitting = [entity for entity in dict.fromkeys(found) if suits(entity, mention, role, wider, singly=singly)]
        if role.anonymity in PRIVATE and mention.owner is not None:  # "his lawyer" is no public attorney
            fitting = [entity for entity in fitting if not entity.nation]
        if role.word in ("leader", "ruler") and mention.nation:
            chiefs = [entity for entity in fitting if HEADS_OF_STATE & entity.roles.keys()]
            if chiefs:  # no lesser chief, though his country is told
                return [entity for entity in chiefs if entity.nation] or chiefs
        if mention.nation:  # "the Cuban leader" is one known to be of Cuba; else a head of state of none that is given
            known = [entity for entity in fitting if entity.nation]
            fitting = known or (fitting if role.word in HEADS_OF_STATE else [])
        capitals = {word.lower() for word in mention.words[:-1] if word[:1].isupper()}
        if capitals and not mention.nation:  # "the FBI chief"
            fitting = [one for one in fitting if any(capitals & words for words in all_words(one))] or fitting
        return fitting


def all_words(entity: Entity) -> Iterator[frozenset[str]]:
    """The words before the head of everything that the entity is called."""
    for known in entity.roles.values():
        yield from known


def suits(entity: Entity, mention: Mention, role: Role, wider: frozenset[str], *, singly: bool = False) -> bool:
    """Whether nothing in the description speaks against the entity."""
    if (role.plural and not singly) != entity.plural or (
        mention.nation and entity.nation and mention.nation != entity.nation
    ):
        return False
    if role.gender and entity.gender and role.gender != entity.gender:
        return False
    told = {word.lower() for word in mention.words[:-1]} - PLAIN
    if not told or mention.nation:
        return True
    known = [words for word, all_of in entity.roles.items() if word == role.word or word in wider for words in all_of]
    return (
        any(told & words for words in known)
        if told & QUALIFYING or any(words & QUALIFYING for words in known)
        else True
    )


# Words in a description that do not narrow it down, and those that do.
PLAIN = frozenset("the a an former new top senior chief late veteran then current outgoing two three both".split())
QUALIFYING = frozenset(
    """prime foreign defense defence finance interior justice vice deputy health trade secretary assistant attorney
    general managing executive press police energy education labor labour agriculture treasury transport first army navy
    school city county state federal""".split()
)


def fits_body(entity: Entity, role: Role) -> float:
    """How well an entity may be "the company", "the ministry", "the newspaper", "the country"; 0: not at all."""
    if is_called(entity, role):
        return 1.0
    if role.kind is ActorKind.COUNTRY:
        return float(entity.kind is ActorKind.COUNTRY)
    if role.kind is ActorKind.MEDIA:
        return float(entity.kind is ActorKind.MEDIA)
    if role.sector in OF_A_KIND and role.sector in entity.sectors and entity.kind in BODIES and may_be_body(entity):
        return 1.0
    kinds = (ActorKind.ORGANISATION,) if role.word in COMPANIES else BODIES if role.word in ANY_BODY else ()
    if not kinds or not may_be_body(entity):
        return 0.0
    if entity.kind in kinds:
        return 1.0
    if entity.kind is not ActorKind.UNKNOWN:
        return 0.0
    return (0.7 if len(entity.names[0]) == 1 else 0.4) * (1.3 if entity.speaks else 1.0)


def is_called(entity: Entity, role: Role) -> bool:
    """Whether its name has the word: "the party" is the Harbour Party."""
    return any(role.word in {word.lower() for word in name} for name in entity.names)


def may_be_body(entity: Entity) -> bool:
    return entity.named and not entity.is_person() and not entity.is_place and entity.gender in ("", "n")


def same_words(mention: Mention) -> tuple[str, ...]:
    """The description's words, for those that read alike."""
    return tuple(word.lower() for word in mention.words)


def only(found: Sequence[Entity]) -> Entity | None:
    return found[0] if len(found) == 1 else None
