"""A reading as marks and arcs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sayso.exports.cells import replace_acting
from sayso.exports.marks import Arc, ArcKind, Label, Mark, Marked, tidy_note, tidy_spans
from sayso.exports.wording import word_actor
from sayso.records.actor import Actor
from sayso.records.attribution import Attribution
from sayso.records.claim import Claim, Voice
from sayso.records.event import Event
from sayso.records.quantity import Quantity
from sayso.records.reading import Reading
from sayso.records.span import Span
from sayso.records.toponym import Toponym

VOICES = {Voice.OWN: Label.OWN_VOICE, Voice.UNSETTLED: Label.UNSETTLED}


def mark_reading(reading: Reading) -> Marked:
    """Attributions with their parts, mentions of actors, what is in the outlet's own voice, times, places, numbers."""
    article = reading.article
    marker = _Marker(replace_acting(article.text), {actor.id: actor for actor in reading.actors})
    for actor in reading.actors:
        marker.mark_actor(actor)
    for attribution in reading.attributions:
        marker.mark_attribution(attribution)
    for attribution in reading.attributions:
        marker.nest(attribution)
    for claim in reading.claims:
        marker.mark_claim(claim)
    for timex in reading.timexes:
        marker.mark(Label.TIME, (timex.span,), {"Times": timex.type}, timex.value or "")
    for toponym in reading.toponyms:
        marker.mark(Label.PLACE, (toponym.span,), {"Role": toponym.role}, _place_note(toponym))
    for quantity in reading.quantities:
        marker.mark(Label.QUANTITY, (quantity.span,), {}, _quantity_note(quantity))
    for event in reading.events:
        marker.mark_event(event)
    return Marked(article.id, marker.text, tuple(marker.marks), tuple(marker.arcs))


class _Marker:
    """Marks one text: remembers which mark is whose."""

    def __init__(self, text: str, actors: Mapping[str, Actor]) -> None:
        self.text = text
        self.actors = actors
        self.marks: list[Mark] = []
        self.arcs: list[Arc] = []
        self.places: dict[tuple[Label | Span, ...], int] = {}
        self.mentions: dict[str, int] = {}
        self.contents: dict[str, int] = {}

    def mark(
        self, label: Label, spans: Iterable[Span], attributes: Mapping[str, str] | None = None, note: str = ""
    ) -> int | None:
        """The number of a new mark; None where its stretches hold nothing but white space."""
        tidied = tidy_spans(spans, self.text)
        if not tidied:
            return None
        named = tuple(sorted((name, str(value)) for name, value in (attributes or {}).items()))
        self.marks.append(Mark(label.value, tidied, named, tidy_note(note)))
        number = len(self.marks) - 1
        self.places.setdefault((label, *tidied), number)
        return number

    def join(self, kind: ArcKind, a: int | None, b: int | None) -> None:
        if a is not None and b is not None and a != b:
            self.arcs.append(Arc(kind.value, a, b))

    def mark_actor(self, actor: Actor) -> None:
        for mention in actor.mentions:
            first = actor.id not in self.mentions
            number = self.mark(Label.ACTOR, (mention,), _who(actor) if first else {}, actor.name if first else "")
            if number is not None:
                self.join(ArcKind.SAME_AS, number, self.mentions.setdefault(actor.id, number))

    def mark_attribution(self, attribution: Attribution) -> None:
        does = {"Kind": attribution.kind, "Commitment": attribution.commitment, "Stance": attribution.stance}
        content = self.mark(Label.CONTENT, attribution.content, does, self._note(attribution))
        if content is None:
            return
        self.contents[attribution.id] = content
        speaker = self.actors.get(attribution.speaker or "")
        source = self.mark(Label.SOURCE, attribution.source, _who(speaker) if speaker else {})
        self.join(ArcKind.SAID_BY, content, source)
        self.join(ArcKind.CUED_BY, content, self.mark(Label.CUE, attribution.cue))
        self.join(ArcKind.SPEAKER, content, self.mentions.get(attribution.speaker or ""))

    def nest(self, attribution: Attribution) -> None:
        outer = self.contents.get(attribution.nested_in or "")
        self.join(ArcKind.TOLD_INSIDE, self.contents.get(attribution.id), outer)

    def mark_event(self, event: Event) -> None:
        flags = {flag.value.capitalize(): "yes" for flag in event.flags}
        number = self.mark(Label.EVENT, (event.span,), {"Happens": event.type, **flags}, _event_note(event))
        for kind, participants in ((ArcKind.ACTS, event.actors), (ArcKind.RECEIVES, event.recipients)):
            for one in participants:
                self.join(kind, number, self.find(Label.ACTOR, one.span))
        if event.timex:
            self.join(ArcKind.WHEN, number, self.find(Label.TIME, event.timex))
        if event.toponym:
            self.join(ArcKind.WHERE, number, self.find(Label.PLACE, event.toponym))
        for span in event.quantities:
            self.join(ArcKind.HOW_MANY, number, self.find(Label.QUANTITY, span))

    def find(self, label: Label, span: Span) -> int | None:
        """The number of the mark of these words, made where there is none."""
        key: tuple[Label | Span, ...] = (label, *tidy_spans((span,), self.text))
        return self.places.get(key) if key in self.places else self.mark(label, (span,))

    def mark_claim(self, claim: Claim) -> None:
        label = VOICES.get(claim.voice)
        if label is not None:
            hedged = {"Hedged": "yes"} if claim.hedged else {}
            self.mark(label, claim.content, hedged, f"{claim.confidence.value}, basis: {claim.basis.value}")

    def _note(self, attribution: Attribution) -> str:
        speaker = self.actors.get(attribution.speaker or "")
        who = word_actor(speaker) if speaker else attribution.speaker_why or "no speaker"
        return f"{who}; score {attribution.score:.3f}"


def _who(actor: Actor) -> dict[str, str]:
    return {"Who": actor.kind, "Named": "yes" if actor.named else "no"}


def _event_note(event: Event) -> str:
    """Like "modes: aerial; score 0.812; or else: COERCE"."""
    modes = [f"modes: {', '.join(event.modes)}"] if event.modes else []
    runner_up = [f"or else: {event.runner_up.value}"] if event.runner_up else []
    return "; ".join([*modes, f"score {event.score:.3f}", *runner_up])


def _place_note(toponym: Toponym) -> str:
    """Like "Lund, GeoNames 2693678, where_prec 1, rule: only"."""
    known = f"GeoNames {toponym.geonames_id}" if toponym.geonames_id is not None else "in no list"
    precision = "" if toponym.where_prec is None else f", where_prec {toponym.where_prec}"
    return f"{toponym.name}, {known}{precision}, rule: {toponym.rule.value}"


def _quantity_note(quantity: Quantity) -> str:
    """Like "at least 25 militant", as far as the words tell."""
    told = [quantity.bound.value] if quantity.bound else []
    value = quantity.value if quantity.value is not None else f"{_figure(quantity.low)} to {_figure(quantity.high)}"
    return " ".join([*told, value if isinstance(value, str) else _figure(value), quantity.unit]).strip()


def _figure(number: float | None) -> str:
    return "?" if number is None else f"{number:g}" if abs(number) < 1e6 else f"{number:.0f}"
