"""Invented articles with their readings, made by hand from a text and from who is to have said what in it."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray

from sayso.linking.contextual import WordVectors
from sayso.linking.fingerprints import Fingerprinter
from sayso.linking.likeness import Weigher
from sayso.linking.prepared import LinkLists, prepare
from sayso.linking.scene import Scene
from sayso.linking.story import LinkedStory, link_story, set_scene
from sayso.lists.agencies import read_agencies
from sayso.lists.word_counts import load_word_counts
from sayso.reading.sentences import find_sentences
from sayso.records.actor import Actor, ActorKind
from sayso.records.article import Article, Precision, Published
from sayso.records.attribution import Attribution, AttributionKind, Commitment, Said, Stance
from sayso.records.block import Block, BlockKind
from sayso.records.claim import Basis, Claim, Confidence, Evidence, Link, Role, Scope, Voice
from sayso.records.credit import Credit, CreditKind, CreditScope
from sayso.records.reading import Model, Reading
from sayso.records.span import Span

AGENCIES = read_agencies(
    """\
name,aliases,kind,country,family_or_owner,state_link,domain,as_of,origin
Norda,Norda News,agency,,,,norda.example,2025,invented
Skerry Press Agency,SPA,agency,,,,,2025,invented
Kell Post,Kellpost,outlet,,Quay Papers,,kellpost.example,2025,invented
Velm Tribune,The Velm Tribune,outlet,,Quay Papers,,,2025,invented
Chirper,,social venue,,,,,2025,invented
Lantern Pictures,,photo agency,,,,,2025,invented
""",
    "invented.csv",
)
LISTS = LinkLists(AGENCIES, Weigher(load_word_counts()), Fingerprinter())

# One happening, told by two who know nothing of each other, and a third that is none of it.
PIER = (
    "The old pier at Kell was closed on Monday after a diver found eleven cracks in the piles below the waterline. "
    "Welders will look at the rusty timbers for three weeks, and the night ferry is to sail from Velm instead."
)
LANDING = (
    "Travellers for the outer islands must take a bus to Velm from now on. The wooden landing stage of Kell, built in "
    "1902, has been shut without warning, and shopkeepers along the quay fear for their summer trade."
)
ORCHARD = (
    "Growers in the Orsk valley have picked the last apples of a poor year. Hail in June and a dry August halved the "
    "crop, and cider will be dear."
)
ROTTEN = "“We were told in March that every second pile was rotten, and the council did not want to hear it,”"


@dataclass(frozen=True, slots=True)
class Says:
    """``source`` says ``content`` in an article; ``does`` is what the source does with it."""

    source: str
    content: str
    kind: ActorKind = ActorKind.PERSON
    does: Commitment = Commitment.ASSERTS


def article(
    name: str,
    text: str,
    *said: Says,
    outlet: str | None = None,
    published: str | None = None,
    credits: Sequence[Credit] = (),
    actors: Sequence[Actor] = (),
) -> Reading:
    """The reading of an article in which these say so, and whose other sentences are the outlet's own words."""
    speakers = _speakers(text, said)
    attributions = tuple(_attribution(text, number, one, speakers[one.source]) for number, one in enumerate(said))
    spoken = [_spoken(attribution) for attribution in attributions]
    plain = [_plain(span) for span in find_sentences(text) if not any(span.overlaps(c.content[0]) for c in spoken)]
    return Reading(
        Article(name, text, outlet=outlet, published=_published(published), blocks=_blocks(text)),
        Model("none", "0", "0"),
        tuple(credits),
        (*speakers.values(), *actors),
        attributions,
        tuple(sorted([*spoken, *plain], key=lambda claim: claim.content)),
        (),
        (),
    )


def find(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def credit(text: str, name: str, kind: CreditKind = CreditKind.AGENCY) -> Credit:
    """The page credits ``name``, by those words, where they stand last."""
    start = text.rindex(name)
    return Credit(name, kind, Span(start, start + len(name)), CreditScope.PAGE)


def actor(text: str, words: str, kind: ActorKind) -> Actor:
    """Somebody whom the text speaks of by these words."""
    named = any(word[0].isupper() for word in words.split() if word not in ("The", "A", "An", "Two"))
    return Actor(f"a-{words}", words, kind, named, None, (), (find(text, words),))


def _speakers(text: str, said: Sequence[Says]) -> dict[str, Actor]:
    return {one.source: actor(text, one.source, one.kind) for one in said}


def _attribution(text: str, number: int, one: Says, speaker: Actor) -> Attribution:
    return Attribution(
        f"t{number}",
        speaker.mentions,
        (),
        (find(text, one.content),),
        AttributionKind.INDIRECT,
        speaker.id,
        None,
        one.does,
        Stance.REPORTS,
        None,
        Said(),
        0.9,
    )


def _spoken(attribution: Attribution) -> Claim:
    outlet = Link(None, Role.OUTLET, Stance.REPORTS, Evidence("cue", Scope.SENTENCE, None))
    evidence = Evidence("source", Scope.SENTENCE, attribution.source[0])
    speaker = Link(attribution.speaker, Role.SPEAKER, attribution.commitment, evidence)
    return _claim(attribution.content[0], Voice.ATTRIBUTED, attribution.id, (outlet, speaker))


def _plain(span: Span) -> Claim:
    outlet = Link(None, Role.OUTLET, Commitment.ASSERTS, Evidence("page", Scope.SENTENCE, span))
    return _claim(span, Voice.OWN, None, (outlet,))


def _claim(content: Span, voice: Voice, attribution: str | None, chain: tuple[Link, ...]) -> Claim:
    name = f"c{content.start:05d}"
    return Claim(name, (content,), voice, attribution, Basis.NOT_GIVEN, False, chain, Confidence.CLEAR, 0.9)


def _blocks(text: str) -> tuple[Block, ...]:
    """One block a paragraph; "Source: ..." is a credit line."""
    return tuple(Block(_kind(text[start:end]), Span(start, end)) for start, end in _paragraphs(text))


def _kind(paragraph: str) -> BlockKind:
    return BlockKind.CREDIT if paragraph.startswith("Source:") else BlockKind.BODY


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for paragraph in text.split("\n\n"):
        if paragraph:
            yield start, start + len(paragraph)
        start += len(paragraph) + 2


PRECISIONS = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY, 16: Precision.MINUTE, 19: Precision.SECOND}


def _published(written: str | None) -> Published | None:
    """ "2025-05", "2025-05-12", "2025-05-12T09:30", with or without a zone ("+02:00") behind a blank."""
    if written is None:
        return None
    time, _, zone = written.partition(" ")
    return Published(time, PRECISIONS[len(time)], zone or None)


def scene(*readings: Reading) -> Scene:
    return set_scene([prepare(reading, LISTS) for reading in readings], LISTS)


def story(*readings: Reading) -> LinkedStory:
    return link_story(scene(*readings), LISTS, WORDS)


WIDTH = 64
Floats = NDArray[np.float32]


class HashedWords:
    """A second model without a model: one vector a word, so that the same words are alike and no others are."""

    def __init__(self) -> None:
        self._known: dict[str, Floats] = {}

    def encode(self, forms: Sequence[str]) -> WordVectors:
        words = np.array([self._vector(form) for form in forms], np.float32).reshape(len(forms), WIDTH)
        whole = words.sum(0)
        return WordVectors(words, whole / np.linalg.norm(whole))

    def _vector(self, form: str) -> Floats:
        if form not in self._known:
            random = np.random.default_rng(zlib.crc32(form.encode("utf-8", "surrogatepass")))
            vector = random.standard_normal(WIDTH)
            self._known[form] = (vector / np.linalg.norm(vector)).astype(np.float32)
        return self._known[form]


WORDS = HashedWords()


# Sentences that invented articles are put together from: telling, quoted, credited, said by somebody.
SENTENCES = (
    *(f"{sentence}." for sentence in f"{PIER} {LANDING} {ORCHARD}".rstrip(".").split(". ")),
    f"{ROTTEN} said Ada Quill.",
    "Norda reported so.",
    "Tidewatch reported so, citing two harbour officials.",
    "According to the Kell Post it is so.",
    "Ada Quill told Tidewatch why.",
    "As Tidewatch reported in May, the quay is old.",
    "This article originally appeared at Tidewatch.",
    "Reportedly the council met at night.",
    "An official said that the ledger had been lost.",
    "Otto Varga, a spokesman for the Ports Board, said that the ledger had been lost.",
    "Marta Sy denied that the ledger had been lost.",
)
SAID = (
    Says("Ada Quill", ROTTEN),
    Says("An official", "that the ledger had been lost"),
    Says("Otto Varga, a spokesman for the Ports Board", "that the ledger had been lost"),
    Says("Marta Sy", "that the ledger had been lost", does=Commitment.DENIES),
)


@st.composite
def articles(draw: st.DrawFn, name: str = "a") -> Reading:
    """Any article of those sentences."""
    chosen = draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6, unique=True))
    text = " ".join(chosen)
    said = [one for one in SAID if one.source in text and one.content in text]
    outlet = draw(st.sampled_from([None, None, "Tidewatch", "Kell Post", "Harbour Echo"]))
    published = draw(st.sampled_from([None, "2025-05-12", "2025-05-13", "2025-05-13T09:30", "2025-05"]))
    return article(name, text, *said, outlet=outlet, published=published)


def stories(least: int = 1, most: int = 6) -> st.SearchStrategy[list[Reading]]:
    """Some such articles, each with a name of its own."""
    counts = st.integers(least, most)
    return counts.flatmap(lambda count: st.tuples(*(articles(f"a{n}") for n in range(count))).map(list))


def echo_of(reading: Reading, name: str) -> Reading:
    """The same text on another page that names no outlet and no time."""
    return replace(reading, article=replace(reading.article, id=name, outlet=None, published=None))
