"""What a page says of the events that an article tells."""

from __future__ import annotations

from sayso.web.happened import find_event_facts
from tests.reading.events.told import read_told

TEXT = "Skerry police arrested three activists in Lund on Monday. The army did not attack Ukraine."


def test_an_event_is_told_in_one_line_with_what_its_words_say_of_it() -> None:
    arrest, attack = find_event_facts(read_told(TEXT))
    assert arrest.kind == "events"
    assert arrest.span.cut(TEXT) == "arrested"
    assert arrest.says.startswith("COERCE (arrest): ")
    assert arrest.says.endswith(" → three activists")
    assert attack.says.endswith("; said not to have happened")


def test_under_why_stand_the_words_for_each_part_and_how_firmly_each_holder_holds_it() -> None:
    arrest, attack = find_event_facts(read_told(TEXT))
    shown = [(one.label, one.words.cut(TEXT) if one.words else one.says) for one in arrest.details]
    assert ("To whom, or with whom", "three activists") in shown
    assert ("When", "Monday") in shown
    assert ("Where", "Lund") in shown
    assert ("As told by", "the outlet: asserted") in shown
    assert ("As told by", "the outlet: denied") in [(one.label, one.says) for one in attack.details]
    assert ("When", "not told") in [(one.label, one.says) for one in attack.details]
