"""Which media an article names as where its facts come from."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from sayso.linking.media import Media, learn_media, media_key
from sayso.linking.namings import Naming, find_namings
from sayso.linking.proper_names import is_name, trim_name
from sayso.records.credit import CreditKind
from sayso.records.reading import Reading
from tests.linking.articles import AGENCIES, Says, article, credit

NO_MEDIA = Media({}, {})
HOSTILE = 100_000  # characters


def namings_of(*readings: Reading) -> list[tuple[Naming, ...]]:
    media = learn_media(readings, AGENCIES)
    return [find_namings(reading, AGENCIES, media) for reading in readings]


def seconds(work: Callable[[], object]) -> float:
    """Of the processor, whatever else it is busy with; the least of three, as garbage may be collected in one."""

    def once() -> float:
        start = time.process_time()
        work()
        return time.process_time() - start

    return min(once() for _ in range(3))


def named_in(text: str, *, outlet: str | None = None) -> list[str]:
    """The words by which a text that is looked at alone names media."""
    (found,) = namings_of(article("a", text, outlet=outlet))
    return [naming.span.cut(text) for naming in found]


# Places that only a medium can stand in: no list is needed.
SURE = [
    ("The Harbour Echo reported on Monday that the pier was shut.", "Harbour Echo"),
    ("The Harbour Echo first reported that the pier was shut.", "Harbour Echo"),
    ("The pier was shut, the Harbour Echo has reported.", "Harbour Echo"),
    ("The newspaper Harbour Echo has seen the letter.", "Harbour Echo"),
    ("The online magazine Tidewatch has seen the letter.", "Tidewatch"),
    ("Harbour Echo, a local newspaper, has seen the letter.", "Harbour Echo"),
    ("A report in the Harbour Echo says that the pier was shut.", "Harbour Echo"),
    ("The piers are rotten, reports the Harbour Echo.", "Harbour Echo"),
    ("The letter was published Monday by the Harbour Echo.", "Harbour Echo"),
    ("This text originally appeared at Tidewatch.", "Tidewatch"),
    ("The pier was shut, say officials in a letter obtained by the Harbour Echo.", "Harbour Echo"),
    ("The pier was shut (via Tidewatch).", "Tidewatch"),
    ("Tide Watch reports that the pier is shut.", "Tide Watch"),
    ("The pier is shut, according to harbour sources cited by Tidewatch.", "Tidewatch"),
    ("h/t Tidewatch", "Tidewatch"),
    ("As the Harbour Echo points out, the pier is old.", "Harbour Echo"),
    ("Several websites, including Tidewatch, have the letter.", "Tidewatch"),
    ("According to the news site tidewatch.com the pier is shut.", "tidewatch.com"),
]

# Places where a source of any kind may stand: a medium counts that the list has.
LOOSE = [
    ("According to the Kell Post the pier was shut.", "Kell Post"),
    ("Ada Quill told the Kell Post that the pier was shut.", "Kell Post"),
    ("Ada Quill said in an interview with Norda that it was shut.", "Norda"),
    ("The pier was shut, Norda said.", "Norda"),
    ("A diver informed Norda on Monday.", "Norda"),
    ("NORDA quoted the mayor.", "NORDA"),
    ("The captain, talking to SPA, was angry.", "SPA"),
    ("The mayor in Kellpost: the pier is shut, Kellpost reports.", "Kellpost"),
]

# Names in such places that are no source of the facts.
NOT_NAMED = [
    "Readers of the Kell Post like the sea.",
    "Ada Quill told Tidewatch that the pier was shut.",
    "The letter stands on tidewatch.com since Monday.",
    "Several reports suggest that the pier is rotten. Unconfirmed reports reached Velm.",
    "The Varga report is long. Ada Quill wrote on Monday that it is.",
    "The pier is open, reports from Velm say.",
    "She has worked for the magazine Tidewatch since May.",
    "Norda announced that it would close its office.",
    "According to Ada Quill the pier was shut.",
    "Otto Varga, who owns the Kell Post, has a boat.",
    "A spokesman did not answer a request for comment from the Kell Post.",
    "The owner posted it on Chirper, Chirper said.",
    "The photographs were published by Lantern Pictures.",
    "The Norwegian newspaper said that the pier was shut.",
    "According to Kell Post analysts the pier will be shut.",
    "Police reported that the pier was shut.",
    "On Monday reports of a crack reached the council.",
    "He reported to the harbour office that the pier was shut.",
    "The council of Kell met for an hour.",
    "",
]


@pytest.mark.parametrize(("text", "name"), SURE)
def test_a_place_that_only_a_medium_can_stand_in_makes_a_name_a_medium(text: str, name: str) -> None:
    assert named_in(text) == [name]


@pytest.mark.parametrize(("text", "name"), LOOSE)
def test_a_listed_medium_is_found_wherever_a_source_may_stand(text: str, name: str) -> None:
    assert named_in(text) == [name]


@pytest.mark.parametrize("text", NOT_NAMED)
def test_a_name_that_is_no_source_of_the_facts_is_left_out(text: str) -> None:
    assert named_in(text) == []


def test_a_person_who_reports_is_no_medium() -> None:
    text = "Ada Quill reported on Monday that the pier was shut. The Harbour Echo reported it on Tuesday."
    ((naming,),) = namings_of(article("a", text, Says("Ada Quill", "the pier was shut")))
    assert naming.name == "Harbour Echo"


def test_a_medium_learned_from_one_text_is_found_in_looser_places_of_another() -> None:
    sure = article("a", "The newspaper Harbour Echo has seen the letter.")
    loose = article("b", "According to the Harbour Echo the pier was shut.")
    assert [[naming.name for naming in found] for found in namings_of(sure, loose)] == [["Harbour Echo"]] * 2
    assert namings_of(loose) == [()]


@pytest.mark.parametrize(("texts", "is_medium"), [(1, False), (2, True)])
def test_whom_two_texts_have_as_told_is_a_medium(texts: int, is_medium: bool) -> None:
    told = ["Ada Quill told Tidewatch that the pier was shut.", "The pier is rotten, a diver told Tidewatch."]
    found = namings_of(*(article(text[:3], text) for text in told[:texts]))
    assert all(bool(namings) is is_medium for namings in found)


@pytest.mark.parametrize(("people", "is_medium"), [(0, True), (1, True), (2, True), (3, False)])
def test_a_name_is_a_medium_in_more_texts_than_it_is_a_persons_or_none(people: int, is_medium: bool) -> None:
    told = ["A diver told Tidewatch so.", "A welder told Tidewatch so.", "A pilot told Tidewatch so."]
    says = [Says("Tidewatch", "so")]
    found = namings_of(*(article(text, text, *(says if number < people else [])) for number, text in enumerate(told)))
    assert all(bool(namings) is is_medium for namings in found)


def test_the_outlet_of_an_article_that_is_here_is_a_medium() -> None:
    here, told = article("a", "The pier is shut.", outlet="Tidewatch"), article("b", "Tidewatch reported that.")
    assert [[naming.name for naming in found] for found in namings_of(here, told)] == [[], ["Tidewatch"]]


def test_a_medium_is_called_by_its_own_name_and_not_by_that_of_its_reporter() -> None:
    text = "The Kell Post’s Ada Quill reported it, and Otto Varga of the Velm Tribune reported it too."
    (found,) = namings_of(article("a", text))
    assert [naming.name for naming in found] == ["Kell Post", "Velm Tribune"]


def test_the_post_is_the_one_paper_that_ends_so() -> None:
    full = article("a", "The letter was obtained by the Kell Post.")
    short = article("b", "The letter was obtained by the Post, a newspaper.")
    assert [found[0].key for found in namings_of(full, short)] == ["kellpost", "kellpost"]


def test_the_post_is_nobody_elses_where_two_papers_end_so() -> None:
    two = article("a", "The letter was obtained by the Harbour Post. It was published by the Skerry Post.")
    short = article("b", "The letter was obtained by the Post, a newspaper.")
    assert [naming.key for naming in namings_of(two, short)[1]] == ["post"]


def test_the_outlet_does_not_name_itself() -> None:
    text = "Ada Quill told the Kell Post that the pier was shut, Norda reported."
    assert named_in(text) == ["Kell Post", "Norda"]
    assert named_in(text, outlet="The Kell Post") == ["Norda"]


def test_a_page_that_speaks_of_its_own_report_does_not_credit_itself() -> None:
    assert named_in("As Tidewatch first reported, the pier is shut. Ada Quill told Tidewatch why.") == []


def test_a_credit_line_and_a_dateline_name_an_agency_each_in_its_way() -> None:
    text = "KELL (Norda) — The pier was shut.\n\n" + "Nobody was hurt. " * 20 + "\n\nSource: Skerry Press Agency"
    credits = [credit(text, "Norda"), credit(text, "Skerry Press Agency")]
    ((first, last),) = namings_of(article("a", text, credits=credits))
    assert (first.how, first.name) == ("dateline", "Norda")
    assert (last.how, last.name) == ("credit", "Skerry Press Agency")


def test_an_outlet_at_the_top_of_a_page_is_no_dateline() -> None:
    text = "Kell Post\n\nThe pier was shut."
    ((naming,),) = namings_of(article("a", text, credits=[credit(text, "Kell Post", CreditKind.OUTLET)]))
    assert naming.how == "credit"


def test_no_two_namings_overlap_and_all_stand_in_order() -> None:
    text = "The newspaper Harbour Echo reports that the Harbour Echo, citing Norda, told SPA. " * 3
    ((first, *others),) = namings_of(article("a", text))
    assert others
    for naming in others:
        assert first.span.end <= naming.span.start
        first = naming


SAME = [
    ("Kell Post", "The Kell Post"),
    ("Kell Post", "KELL POST"),
    ("Kell Post", "Kell Post Online"),
    ("Norda", "Norda News"),
    ("Harbour Echo", "The Harbour Echo"),
    ("Harbour Echo", "HarbourEcho.com"),
    ("Harbour Echo", "www.harbourecho"),
    ("Harbour Echo", "But Harbour Echo"),
    ("Tide Watch", "Tide-Watch Magazine"),
]
APART = [("Kell Post", "Velm Tribune"), ("Harbour Echo", "Harbour Light"), ("Norda", "Skerry Press Agency")]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_spellings_of_one_medium_have_one_key(a: str, b: str) -> None:
    assert media_key(a, AGENCIES) == media_key(b, AGENCIES)


@pytest.mark.parametrize(("a", "b"), APART)
def test_two_media_have_two_keys(a: str, b: str) -> None:
    assert media_key(a, AGENCIES) != media_key(b, AGENCIES)


TRIMMED = [
    ("On Monday The Harbour Echo", "Harbour Echo"),
    ("The Harbour Echo’s", "Harbour Echo"),
    ("Harbour Echo Monday", "Harbour Echo"),
    ("Harbour Echo.", "Harbour Echo"),
    ("A", None),
]


@pytest.mark.parametrize(("text", "name"), TRIMMED)
def test_a_name_is_cut_to_its_own_words(text: str, name: str | None) -> None:
    span = trim_name(text, 0, len(text))
    assert (span.cut(text) if span else None) == name


@pytest.mark.parametrize("words", ["Monday", "Police", "British", "English press", "2025", "He", "Some Twitter", "..."])
def test_words_that_name_nobody_are_no_names(words: str) -> None:
    assert not is_name(words)


ENDLESS = {
    "single letters": "A ",
    "the the the": "the ",
    "brackets": "(",
    "one run of capitals": "A",
    "one run of small letters": "a",
}
# Shorter, as each of these takes longer for its length; what is quadratic would take a minute on them too.
ODD = {
    "one hyphenated run": "a-",
    "one run of hyphens and capitals": "A-",
    "letters and stops": "A.",
    "names": "Aa ",
    "addresses": "aa.com.",
    "apostrophes": "A’",
    "told": "told Aa ",
    "lines": "\n",
}


@pytest.mark.parametrize("unit", ENDLESS.values(), ids=ENDLESS.keys())
def test_a_long_page_without_sense_takes_no_longer_than_another(unit: str) -> None:
    assert longest(unit * (HOSTILE // len(unit))) < 1


@pytest.mark.parametrize("unit", ODD.values(), ids=ODD.keys())
def test_a_page_of_half_names_takes_no_longer_than_another(unit: str) -> None:
    assert longest(unit * (HOSTILE // 5 // len(unit))) < 1


def longest(text: str) -> float:
    """Seconds that learning or finding takes, whichever takes more."""
    reading = article("a", text)
    learning = seconds(lambda: learn_media([reading], AGENCIES))
    return max(learning, seconds(lambda: find_namings(reading, AGENCIES, NO_MEDIA)))


def test_a_page_of_nothing_but_media_takes_no_longer_than_another() -> None:
    text = " ".join(f"Echo{number} Times reports that" for number in range(HOSTILE // 100))
    reading = article("a", text)
    media = learn_media([reading], AGENCIES)
    assert len(media.names) == HOSTILE // 100
    assert seconds(lambda: find_namings(reading, AGENCIES, media)) < 1
