"""Users' hard cases 1-11, and one met since, each as an invented example, read with the real weights."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from sayso.reading.encoder import Encoder
from sayso.reading.reader import read_article
from sayso.records.article import Article
from sayso.records.attribution import Attribution
from sayso.records.reading import Reading

pytestmark = pytest.mark.weights


@dataclass(frozen=True)
class Case:
    """``said``: (a word of the source or None, words that the content holds); ``never``: words of no content."""

    name: str
    text: str
    said: tuple[tuple[str | None, str], ...]
    never: tuple[str, ...] = ()


CASES = (
    Case(
        "1: name, appositive, colon, a quotation over a paragraph break, then he added",
        "The ferry company answered within the hour.\n\nOtto Varga, the chairman of the company: “We knew "
        "nothing of the leak when she sailed.\n\n“Had we known, she would have stayed in port,” he added.",
        (("Varga", "We knew nothing of the leak"), ("he", "Had we known")),
    ),
    Case(
        "2: a bare quotation after the speaker's indirect statement",
        "Harbour master Ada Quill said on Tuesday that the pier would stay closed until spring. “We cannot "
        "put people at risk for the sake of a few weeks.”",
        (("Quill", "the pier would stay closed until spring"), ("Quill", "We cannot put people at risk")),
    ),
    Case(
        "3: a speaker known by a nickname in quotation marks",
        "A deckhand who gave his name only as “Sparrow” said the pumps had failed twice that week.",
        (("deckhand", "the pumps had failed twice"),),
    ),
    Case(
        "4: a press release with a dash before the name",
        "Kell Harbour Trust today announced a new pier.\n\n“This pier will serve the town for a hundred "
        "years.” - Mayor Ines Halloran",
        (("Halloran", "This pier will serve the town"),),
    ),
    Case(
        "5: an odd number of marks",
        'The clerk said the ledger was "lost in the flood and that nobody would find it again.\n\nThe mayor, '
        "Ines Halloran, said the town would pay for a new one.",
        (("clerk", "the ledger was"), ("Halloran", "the town would pay")),
    ),
    Case(
        "6: scare quotes and titles are no quotations",
        "The so-called “ghost pier” stands beside the theatre where “The Salt Road” has played to full "
        "houses since May.",
        (),
        ("The Salt Road",),
    ),
    Case(
        "7: announced on Thursday that: attributed, and no quotation",
        "The government announced on Thursday that the northern ports would reopen next week.",
        (("government", "the northern ports would reopen"),),
    ),
    Case(
        "8: the source stands paragraphs before the quotation",
        "Ada Quill has run the harbour for twenty years.\n\nShe walked the length of the broken pier on "
        "Friday with two engineers.\n\n“It will take a year,” she said.",
        (("she", "It will take a year"),),
    ),
    Case(
        "9: one quotation attributed twice, and a source inside a quotation",
        "Varga said: “The inspector told me that the hull was sound.”",
        (("Varga", "The inspector told me"), ("inspector", "that the hull was sound")),
    ),
    Case(
        "10: upset with somebody for saying",
        "The union was upset with Varga for saying that the crew had been drunk.",
        (("Varga", "the crew had been drunk"),),
    ),
    Case(
        "11: a transcript with names in capitals",
        "MARTA SY, HOST: The pier at Kell is closed tonight. Joining me is the harbour master.\n\nADA QUILL, "
        "HARBOUR MASTER: We closed it because the piles are rotten.\n\nSY: When will it open?",
        (("QUILL", "We closed it because the piles are rotten"),),
    ),
    Case(
        "12: half a paragraph as a quotation, and somebody else who denies in the next",
        "Otto Varga, 48, who last sailed a ferry in 2011, told 730AM The Harbour in Kell, Mich., on Friday that "
        '"I heard the pier is shut for a month. It is a credible person who is telling me this."\n\nBoth the Kell '
        "Harbour Board and the mayor's agent have denied claims that it has been shut.",
        (("Varga", "I heard the pier is shut"), ("Board", "it has been shut")),
    ),
)


def holds(reading: Reading, attribution: Attribution, source: str | None, content: str) -> bool:
    text = reading.article.text
    said = " ".join(" ".join(span.cut(text).split()) for span in attribution.content)
    by = " ".join(span.cut(text) for span in attribution.source)
    return content in said and (source in by if source else not by)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_hard_case_is_read_as_an_editor_reads_it(case: Case, real_encoder: Encoder) -> None:
    reading = read_article(Article("case", case.text), real_encoder)
    for source, content in case.said:
        assert any(holds(reading, a, source, content) for a in reading.attributions), (source, content)
    contents = [span.cut(case.text) for a in reading.attributions for span in a.content]
    for words in case.never:
        assert not any(words in content for content in contents), words
