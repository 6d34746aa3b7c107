"""An event as JSON, and back."""

from __future__ import annotations

from sayso.exports.wire import AboutJson, EventJson
from sayso.records.event import About, Event, Participant
from sayso.records.span import Span


def event_to_wire(event: Event) -> EventJson:
    return EventJson(
        id=event.id,
        type=event.type,
        modes=event.modes,
        start=event.span.start,
        end=event.span.end,
        actors=tuple(one.actor for one in event.actors),
        recipients=tuple(one.actor for one in event.recipients),
        timex=_pair(event.timex) if event.timex else None,
        toponym=_pair(event.toponym) if event.toponym else None,
        quantities=tuple(_pair(span) for span in event.quantities),
        flags=event.flags,
        actor_spans=tuple(_pair(one.span) for one in event.actors),
        recipient_spans=tuple(_pair(one.span) for one in event.recipients),
        score=round(event.score, 3),
        runner_up=event.runner_up,
    )


def wire_to_event(shape: EventJson) -> Event:
    return Event(
        id=shape.id,
        type=shape.type,
        modes=shape.modes,
        span=Span(shape.start, shape.end),
        actors=_participants(shape.actors, shape.actor_spans),
        recipients=_participants(shape.recipients, shape.recipient_spans),
        timex=Span(*shape.timex) if shape.timex else None,
        toponym=Span(*shape.toponym) if shape.toponym else None,
        quantities=tuple(Span(*pair) for pair in shape.quantities),
        flags=shape.flags,
        score=shape.score,
        runner_up=shape.runner_up,
    )


def about_to_wire(about: About) -> AboutJson:
    return AboutJson(about.event, about.factuality)


def wire_to_about(shape: AboutJson) -> About:
    return About(shape.event, shape.factuality)


def _participants(actors: tuple[str, ...], spans: tuple[tuple[int, int], ...]) -> tuple[Participant, ...]:
    return tuple(Participant(actor, Span(*span)) for actor, span in zip(actors, spans, strict=True))


def _pair(span: Span) -> tuple[int, int]:
    return span.start, span.end
