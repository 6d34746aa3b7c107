"""What one article's margin says of the events that its claims tell: what, who to whom, held how firmly by whom."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.exports.event_rows import EventRow, lay_out_events
from sayso.records.event import EventFlag
from sayso.records.reading import Reading
from sayso.web.facts import Detail, Fact

NOT_TOLD = "not told"
FLAGS = {
    EventFlag.BACKGROUND: "background",
    EventFlag.HISTORICAL: "long ago",
    EventFlag.FUTURE: "yet to come",
    EventFlag.HYPOTHETICAL: "only possible",
    EventFlag.NEGATED: "said not to have happened",
    EventFlag.OPINION: "what somebody wants to happen",
}


def find_event_facts(reading: Reading) -> Iterator[Fact]:
    """One for each event of the article."""
    for row in lay_out_events(reading):
        yield Fact("events", row.event.span, _says(row), tuple(_details(row)))


def _says(row: EventRow) -> str:
    event = row.event
    kind = event.type.value + (f" ({', '.join(event.modes)})" if event.modes else "")
    who = ", ".join(row.actors) or "who is not told"
    says = f"{kind}: {who}" + (f" → {', '.join(row.recipients)}" if row.recipients else "")
    return "; ".join([says, *(FLAGS[flag] for flag in event.flags)])


def _details(row: EventRow) -> Iterator[Detail]:
    event = row.event
    for label, parties in (("Who", event.actors), ("To whom, or with whom", event.recipients)):
        for one in parties:
            yield Detail(label, "", one.span)
        if not parties:
            yield Detail(label, NOT_TOLD)
    for label, span in (("When", event.timex), ("Where", event.toponym)):
        yield Detail(label, "" if span else NOT_TOLD, span)
    for span in event.quantities:
        yield Detail("How many", "", span)
    for holder in row.holders:
        yield Detail("As told by", f"{holder.name}: {holder.held.value}")
    yield Detail(
        "Chance of the type", f"{event.score:.2f}" + (f"; next {event.runner_up.value}" if event.runner_up else "")
    )
