"""The order of reading: blocks, credits, one encoder pass, places, attributions, actors, voice, claims, relations."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sayso.reading.apart import set_apart
from sayso.reading.asides import find_asides
from sayso.reading.bites import add_bites
from sayso.reading.blocks import find_blocks
from sayso.reading.claims import OwnWords, make_claims
from sayso.reading.commitment import commitment_of, stance_of
from sayso.reading.credits import find_credits, find_media_names
from sayso.reading.encoder import Encoder
from sayso.reading.english import reads_like_english
from sayso.reading.events.finding import Told, find_events
from sayso.reading.found import Found, find_attributions, keep_headings_apart, spans_of
from sayso.reading.inside import mend_nested
from sayso.reading.kinds import kind_of, kind_of_nested
from sayso.reading.layouts import add_layouts
from sayso.reading.naming.article import name_sources
from sayso.reading.naming.sources import Source
from sayso.reading.parties import Page, mark_parties
from sayso.reading.placing.homes import find_home
from sayso.reading.quantities import find_quantities
from sayso.reading.quotations import Quotation, find_quotations
from sayso.reading.relations import find_relations
from sayso.reading.relay import find_relay
from sayso.reading.reports import end_before_their_verb
from sayso.reading.said import find_said, link_place
from sayso.reading.scores import score_of, without_doubtful
from sayso.reading.sentences import find_sentences
from sayso.reading.sources import kind_of_source
from sayso.reading.subjects import mend_sources
from sayso.reading.tables import Floats
from sayso.reading.times import find_days, find_timexes
from sayso.reading.topics import set_apart_topics
from sayso.reading.toponyms import find_toponyms
from sayso.reading.voice import Stretch, find_stretches, withhold_own
from sayso.reading.words import Words, split_words
from sayso.records.actor import Actor, ActorKind
from sayso.records.article import Article, Precision
from sayso.records.attribution import Attribution
from sayso.records.block import STORY, Block, BlockKind
from sayso.records.claim import Basis, Voice
from sayso.records.reading import Reading, Unread
from sayso.records.span import Span, hull
from sayso.records.timex import Timex
from sayso.records.toponym import PlaceRole, Toponym

# Longer texts are read up to here, and say so: time and memory stay bounded.
MOST_WORDS = 20_000
# Blocks that hold the day of the story where they stand before it.
FRONT = frozenset({BlockKind.BYLINE, BlockKind.BOILERPLATE})
# A longer paragraph than this many characters is no prose: a dump, a table, a minified script.
LONGEST_PARAGRAPH = 30_000


@dataclass(frozen=True, slots=True)
class _Prepared:
    """What every later step looks at."""

    text: str
    quotations: tuple[Quotation, ...]
    words: Words
    rows: Floats
    sentences: tuple[Span, ...]
    media: tuple[Span, ...]
    timexes: tuple[Timex, ...]
    toponyms: tuple[Toponym, ...] = ()


def read_article(article: Article, encoder: Encoder) -> Reading:
    """Who says what in ``article``: the same value for the same article and encoder, always."""
    blocks = find_blocks(article)
    credits = find_credits(article, blocks, encoder.lists.agencies)
    story, unread = _readable(article.text, blocks)
    timexes = find_timexes(article.text, article.published, sorted([*story, *_front(blocks)]))
    prepared, cut = _prepare(article.text, story, timexes, encoder)
    prepared = replace(prepared, toponyms=_find_toponyms(article, blocks, story, prepared.words, encoder))
    found, acts = find_attributions(prepared.words, prepared.rows, encoder.tables, encoder.lists.cues.acts)
    frame = [block.span for block in blocks if block.kind in (BlockKind.HEADLINE, BlockKind.DECK)]
    found = keep_headings_apart(found, prepared.words, frame)
    found = mend_sources(add_layouts(found, article.text, prepared.words, prepared.quotations), prepared.words)
    found = add_bites(found, article.text, prepared.words, prepared.quotations)
    found = mend_nested(without_doubtful(set_apart(found, prepared.words), prepared.words, frame), prepared.words)
    found = end_before_their_verb(set_apart_topics(found, prepared.words), prepared.words)
    attributions, actors, documents = _name(found, prepared, encoder, day_of(article))
    stretches = find_stretches(
        article.text, prepared.sentences, found, acts, prepared.words, prepared.rows, encoder.tables
    )
    headings = [block.span for block in blocks if block.kind is BlockKind.HEADLINE]
    stretches = withhold_own(stretches, prepared.words, headings, [credit.span for credit in credits])
    claims = make_claims(attributions, _own_words(stretches, attributions, prepared), documents)
    quantities = find_quantities(article.text, story)
    told = Told(claims, attributions, actors, timexes, prepared.toponyms, quantities, day_of(article))
    events, claims = find_events(prepared.words, prepared.rows, prepared.sentences, told, encoder)
    page = Page(article.text, actors, prepared.toponyms, prepared.quotations, encoder.lists.alpha3)
    claims = mark_parties(claims, page, encoder.lists.parties.rules)
    return Reading(
        article=replace(article, blocks=blocks),
        model=encoder.model,
        credits=credits,
        actors=actors,
        attributions=attributions,
        claims=claims,
        relations=find_relations(article.text, claims, attributions, frame),
        unread=(*unread, *cut, *_without_claim(stretches, prepared.words)),
        quantities=quantities,
        timexes=timexes,
        toponyms=prepared.toponyms,
        events=events,
    )


def _find_toponyms(
    article: Article, blocks: Sequence[Block], story: Sequence[Span], words: Words, encoder: Encoder
) -> tuple[Toponym, ...]:
    """The places of the story's words as far as they are read, and of datelines on lines of their own."""
    end = int(words.ends[-1]) if len(words) else 0
    read = [Span(span.start, min(span.end, end)) for span in story if span.start < end]
    datelines = [block.span for block in blocks if block.kind is BlockKind.DATELINE and block.span.start < end]
    home = find_home(article, encoder.lists.agencies)
    found = find_toponyms(article.text, sorted([*read, *datelines]), encoder.lists.places, home)
    return tuple(
        replace(one, role=PlaceRole.DATELINE) if any(line.covers(one.span) for line in datelines) else one
        for one in found
    )


def _readable(text: str, blocks: Sequence[Block]) -> tuple[list[Span], list[Unread]]:
    """The story's blocks that read like English prose, and a row for each that does not."""
    story, unread = [], []
    for block in blocks:
        if block.kind not in STORY:
            continue
        if len(block.span) > LONGEST_PARAGRAPH:
            unread.append(Unread("passage", f"one paragraph of {len(block.span)} characters is no prose", block.span))
        elif reads_like_english(block.span.cut(text)):
            story.append(block.span)
        else:
            unread.append(Unread("passage", "does not read like English", block.span))
    return story, unread


def _front(blocks: Sequence[Block]) -> list[Span]:
    """What stands before the story and may tell its day: byline, date line, dateline."""
    body = min((block.span.start for block in blocks if block.kind is BlockKind.BODY), default=0)
    return [
        block.span
        for block in blocks
        if block.kind is BlockKind.DATELINE or (block.kind in FRONT and block.span.start < body)
    ]


def _prepare(
    text: str, story: Sequence[Span], timexes: tuple[Timex, ...], encoder: Encoder
) -> tuple[_Prepared, list[Unread]]:
    quotations = find_quotations(text)
    words = split_words(text, quotations).inside(story)
    cut = []
    if len(words) > MOST_WORDS:
        rest = Span(int(words.starts[MOST_WORDS]), int(words.ends[-1]))
        cut.append(Unread("text", f"only the first {MOST_WORDS} words are read", rest))
        words = words.first(MOST_WORDS)
    end = int(words.ends[-1]) if len(words) else 0
    sentences = [s for span in story if span.start < end for s in find_sentences(text, span.start, min(span.end, end))]
    media = tuple(name.span for name in find_media_names(text, encoder.lists.agencies))
    return _Prepared(text, quotations, words, encoder.encode(words), tuple(sentences), media, timexes), cut


def _name(
    found: Sequence[Found], prepared: _Prepared, encoder: Encoder, day: date | None
) -> tuple[tuple[Attribution, ...], tuple[Actor, ...], frozenset[str]]:
    """Attributions of the public kind with their actors, and the ids of those whose source is a document."""
    words, text = prepared.words, prepared.text
    places = [toponym.span for toponym in prepared.toponyms]
    sources: list[Source] = []
    drafts = []
    for one in found:
        source = spans_of([one.source], words) if one.source else ()
        content, cue = spans_of(one.contents, words), spans_of([one.cue], words)
        sentence = _sentence_of(cue[0], prepared.sentences)
        if one.parent is not None:
            sentence = _clipped(sentence, spans_of(found[one.parent].contents, words))
        relay = find_relay(text, sentence, content, source, prepared.media)
        kind = kind_of_source(one.source, prepared.rows, encoder.tables) if one.source else ActorKind.UNKNOWN
        sources.append(Source(source, cue, content, one.parent, kind, relay))
        drafts.append((one, source, cue, content, sentence))
    quoted = [quotation.span for quotation in prepared.quotations]
    actors, speakers = name_sources(text, prepared.sentences, quoted, prepared.media, sources, encoder.lists, day)
    times = find_days(prepared.timexes)
    attributions: list[Attribution] = []
    for (one, source, cue, content, sentence), speaker in zip(drafts, speakers, strict=True):
        nested = one.parent is not None
        commitment, _ = commitment_of(one.cue, one.contents, prepared.rows, words, encoder.tables, encoder.lists.cues)
        attributions.append(
            Attribution(
                id=_id(cue, content),
                source=source,
                cue=cue,
                content=content,
                kind=kind_of_nested(content, text) if nested else kind_of(content, cue, prepared.quotations, text),
                speaker=speaker.speaker,
                nested_in=attributions[one.parent].id if one.parent is not None else None,
                commitment=commitment,
                stance=stance_of(one.cue, words, encoder.lists.cues, one.source),
                relay=speaker.relay,
                said=link_place(find_said(text, sentence, cue, source, content, times), places),
                score=score_of(one, words),
                speaker_why=speaker.why,
            )
        )
    documents = (a.id for a, speaker in zip(attributions, speakers, strict=True) if speaker.document)
    return tuple(attributions), actors, frozenset(documents)


def day_of(article: Article) -> date | None:
    """The day that the page gives for its publication, if it gives one."""
    published = article.published
    if published is None or published.precision in (Precision.YEAR, Precision.MONTH):
        return None
    return date.fromisoformat(published.time[:10])


def _sentence_of(span: Span, sentences: Sequence[Span]) -> Span:
    return next((sentence for sentence in sentences if sentence.overlaps(span)), span)


def _clipped(sentence: Span, contents: Sequence[Span]) -> Span:
    """The part of a sentence that lies in the first content it meets; what is around it is the parent's."""
    for content in contents:
        if content.overlaps(sentence):
            return Span(max(content.start, sentence.start), min(content.end, sentence.end))
    return sentence


def _own_words(
    stretches: Sequence[Stretch], attributions: Sequence[Attribution], prepared: _Prepared
) -> list[OwnWords]:
    own = [
        OwnWords(spans_of([s.words], prepared.words), s.voice, s.basis, s.hedged, s.score)
        for s in stretches
        if s.voice is not None
    ]
    for attribution in attributions:
        if attribution.nested_in is None:
            asides = find_asides(prepared.text, attribution.content, prepared.quotations)
            own += [OwnWords((aside,), Voice.OWN, Basis.BACKGROUND, False, 0.5) for aside in asides]
    return own


def _without_claim(stretches: Sequence[Stretch], words: Words) -> list[Unread]:
    reason = "claims nothing: a heading, a question or a fragment"
    return [Unread("sentence", reason, hull(spans_of([s.words], words))) for s in stretches if s.voice is None]


def _id(cue: Sequence[Span], content: Sequence[Span]) -> str:
    spans = [[(span.start, span.end) for span in part] for part in (cue, content)]
    return "t" + hashlib.sha256(json.dumps(["attribution", *spans]).encode()).hexdigest()[:10]
