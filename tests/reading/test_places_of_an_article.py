"""Places in a whole reading: of the story and its dateline, not of what frames them."""

from __future__ import annotations

import json

from sayso.exports.reading_json import export_json, import_json
from sayso.reading.reader import read_article
from sayso.records.article import Article
from sayso.records.block import Block, BlockKind
from sayso.records.reading import Reading
from sayso.records.span import Span
from sayso.records.toponym import PlaceRole
from tests.reading.fake_encoder import FakeEncoder, Spoken

TEXT = (
    "BATUMI, May 3\n\nThe pier in Batumi fell. “It was old,” Otto Varga said in St. Petersburg.\n\n"
    "Read more: Fires in Texas."
)
SPOKEN = Spoken("Otto Varga", "said", ("“It was old,”",))


def reading() -> Reading:
    lines = [(BlockKind.DATELINE, "BATUMI, May 3"), (BlockKind.BODY, "The pier"), (BlockKind.RELATED, "Read more")]
    starts = [TEXT.index(words) for _, words in lines]
    ends = [TEXT.index("\n"), TEXT.index("\n\nRead"), len(TEXT)]
    blocks = tuple(Block(kind, Span(start, end)) for (kind, _), start, end in zip(lines, starts, ends, strict=True))
    return read_article(Article("pier", TEXT, blocks=blocks), FakeEncoder(SPOKEN))


def test_the_dateline_and_the_story_are_read_and_what_is_related_is_not() -> None:
    found = [(toponym.span.cut(TEXT), toponym.role) for toponym in reading().toponyms]
    assert found == [
        ("BATUMI", PlaceRole.DATELINE),
        ("Batumi", PlaceRole.EVENT),
        ("St. Petersburg", PlaceRole.EVENT),
    ]


def test_where_something_was_said_is_a_toponym_of_the_reading() -> None:
    whole = reading()
    place = whole.attributions[0].said.place
    assert place is not None
    assert place.cut(TEXT) == "St. Petersburg"
    assert place in [toponym.span for toponym in whole.toponyms]


def test_a_toponym_in_json_has_its_names_in_their_order() -> None:
    (first, *_) = json.loads(export_json(reading()))["toponyms"]
    names = "start end name geonames_id lat lon where_prec geo_precision role rule country feature score alternatives"
    assert list(first) == names.split()
    assert (first["geonames_id"], first["where_prec"], first["role"]) == (615532, 1, "dateline")


def test_toponyms_come_back_from_json() -> None:
    whole = reading()
    back = import_json(export_json(whole))
    assert [one.geonames_id for one in back.toponyms] == [one.geonames_id for one in whole.toponyms]
    assert [one.span for one in back.toponyms] == [one.span for one in whole.toponyms]
