"""How a reading's closed sets are said in words, the same in every view."""

from __future__ import annotations

from sayso.reading.actors import is_pronoun
from sayso.records.actor import Actor
from sayso.records.article import Article, Precision
from sayso.records.attribution import Stance
from sayso.records.block import BlockKind
from sayso.records.claim import Basis, Party, RelationKind
from sayso.records.credit import Credit, CreditKind, CreditScope

NOT_GIVEN = "not given"
LONGEST_TITLE = 200  # letters
UNRESOLVED = "who that is, is not resolved"

_STANCES = {
    Stance.REPORTS: "reported by {teller}",
    Stance.ENDORSES: "endorsed by {teller}",
    Stance.DISTANCES: "kept at a distance by {teller}",
}
_BASES = {
    Basis.SAID: "somebody's word",
    Basis.WITNESSED: "seen or heard by the outlet",
    Basis.DOCUMENT: "a document",
    Basis.IMAGE: "pictures",
    Basis.INFERRED: "the outlet's own inference",
    Basis.BACKGROUND: "background",
    Basis.NOT_GIVEN: NOT_GIVEN,
}
# Seen from a, and from b. "hardens" and "softens" read from a to b; the others are done by a to b.
_RELATIONS = {
    RelationKind.REPEATS: ("repeats {other}", "{other} repeats {this}"),
    RelationKind.SHORTENS: ("shortens {other}", "{other} shortens {this}"),
    RelationKind.REWORDS: ("rewords {other}", "{other} rewords {this}"),
    RelationKind.HARDENS: ("{other} puts it more firmly", "{other} puts it less firmly"),
    RelationKind.SOFTENS: ("{other} puts it less firmly", "{other} puts it more firmly"),
}
_PRECISIONS = {
    Precision.YEAR: "only the year is given",
    Precision.MONTH: "only the month is given",
    Precision.DAY: "only the day is given",
    Precision.MINUTE: "to the minute",
    Precision.SECOND: "to the second",
}


def word_stance(stance: Stance, teller: str) -> str:
    """What the teller does with it: "reported by the outlet"."""
    return _STANCES[stance].format(teller=teller)


def word_basis(basis: Basis) -> str:
    """How the holder knows: "basis: pictures", "basis: not given"."""
    return f"basis: {_BASES[basis]}"


def word_relation(kind: RelationKind, *, by_a: bool, other: str, this: str) -> str:
    """What a relation means for one of its ends (``by_a``: for a), the other end being called ``other``."""
    return _RELATIONS[kind][0 if by_a else 1].format(other=other, this=this)


def word_party(party: Party) -> str:
    """Like "interested party: the accused on the accusation: “charges” (rule: denial of an accusation)"."""
    return f"interested party: {party.reason} (rule: {party.rule})"


def word_block(kind: BlockKind) -> str:
    """Where a row stands, for rows outside the body: "headline", "deck", "picture caption"; empty for the body."""
    if kind is BlockKind.BODY:
        return ""
    return "picture caption" if kind is BlockKind.CAPTION else kind.value


def word_title(article: Article) -> str:
    """The page's title, or else its headline, its first line; a first line as long as a paragraph is no title."""
    if article.title:
        return article.title
    headlines = (block.span.cut(article.text) for block in article.blocks if block.kind is BlockKind.HEADLINE)
    lines = (line for line in article.text.splitlines() if line.strip())
    headline = next(headlines, None) or next(lines, "")
    return headline if 0 < len(headline) <= LONGEST_TITLE else "no title given"


def word_published(article: Article) -> str:
    """Like "published 2025-04-28 14:49 (to the minute), zone not given"."""
    published = article.published
    if published is None:
        return "time of publication not given"
    when = f"published {published.time.replace('T', ' ')} ({_PRECISIONS[published.precision]})"
    if published.precision not in (Precision.MINUTE, Precision.SECOND):
        return when
    return f"{when}, zone {published.zone or NOT_GIVEN}"


def word_credit(credit: Credit, name: str) -> str:
    """Like "the page credits EFE": a credit is the page's word, and never makes anybody say a sentence."""
    match credit.kind:
        case CreditKind.AUTHOR:
            return f"byline: {name}"
        case CreditKind.PHOTO:
            return f"a picture is credited to {name}"
        case CreditKind.CONTRIBUTOR:
            return f"the page says that {name} contributed"
        case CreditKind.SIGN_OFF:
            return f"signed off: {name}"
    where = {CreditScope.PAGE: "the page", CreditScope.PASSAGE: "a passage", CreditScope.CAPTION: "a caption"}
    return f"{where[credit.scope]} credits {name}"


def word_anonymity(actor: Actor) -> str:
    """Like "unnamed: official" for an unnamed actor; of a pronoun, that nobody was put in its place; else nothing."""
    if is_pronoun(actor.name):
        return UNRESOLVED
    if actor.named:
        return ""
    return f"unnamed: {actor.anonymity}" if actor.anonymity else "unnamed"


def word_actor(actor: Actor) -> str:
    """The actor's name inside a sentence of Sayso's; a pronoun is set off as a word of the article."""
    return f"“{actor.name}”" if is_pronoun(actor.name) else actor.name


def count(number: int, one: str, many: str = "") -> str:
    """Like "1 row" and "2 rows"."""
    return f"{number} {one if number == 1 else many or one + 's'}"
