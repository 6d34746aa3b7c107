"""What somebody said, as another tells it at the sentence's end."""

from __future__ import annotations

from tests.reading.fake_encoder import Spoken
from tests.reading.test_found import cut, found_in

RADIO = Spoken("the radio", "reported", ())


def shown(text: str, *spoken: Spoken) -> list[tuple[str, str, int | None]]:
    found, words = found_in(text, *spoken)
    return [(cut(text, words, one.cue)[0], " … ".join(cut(text, words, *one.contents)), one.parent) for one in found]


def test_whoever_tells_it_at_the_end_tells_the_whole_sentence() -> None:
    text = "She said the pier was shut, the radio reported on Friday."
    assert shown(text, Spoken("She", "said", ("the pier was shut",)), RADIO) == [
        ("reported", "She said the pier was shut", None),
        ("said", "the pier was shut", 0),
    ]


def test_what_the_tagger_nested_itself_is_not_given_twice() -> None:
    text = "She said the pier was shut, the radio reported."
    told = Spoken("She", "said", ("the pier was shut",))
    inner = Spoken("She", "said", ("the pier was shut",), nested=True)
    assert len(shown(text, told, RADIO, inner)) == 2


def test_an_act_at_the_end_tells_nothing() -> None:
    text = "She said the pier was shut, Otto frowned."
    assert shown(text, Spoken("She", "said", ("the pier was shut",)), Spoken("Otto", "frowned", ())) == [
        ("said", "the pier was shut", None)
    ]


def test_a_sentence_before_is_not_retold() -> None:
    text = "She said the pier was shut. Later, the radio reported."
    assert shown(text, Spoken("She", "said", ("the pier was shut",)), RADIO) == [("said", "the pier was shut", None)]


def test_a_pronoun_at_the_end_is_whoever_began() -> None:
    text = "Quill said the pier was shut, she said."
    told = Spoken("Quill", "said the", ("pier was shut",))
    assert shown(text, told, Spoken("she", "said", (), after="shut")) == [("said the", "pier was shut", None)]
