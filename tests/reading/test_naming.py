"""Who is who inside one article, and who speaks."""

from __future__ import annotations

import time

import pytest

from sayso.reading.naming.article import name_actor
from sayso.records.actor import ActorKind
from tests.reading.naming_texts import LISTS, actors_of, name, speakers

SAID = "that the pier was shut"


@pytest.mark.parametrize(
    ("before", "source"),
    [
        ("Harbour Minister Otto Varga came to Kell.", "Varga"),
        ("Harbour Minister Otto Varga came to Kell.", "Mr. Varga"),
        ("Harbour Minister Otto Varga came to Kell.", "the minister"),
        ("Harbour Minister Otto Varga came to Kell.", "He"),
        ("Otto Varga, the harbour master, came to Kell.", "the harbour master"),
        ("The harbour master, Otto Varga, came to Kell.", "Varga, the harbour master,"),
        ("Otto Varga came to Kell. He looked tired.", "Varga himself"),
        ("Ida Lund's father, Otto Varga, came to Kell.", "Lund's father"),
        ("The Kenyan president, Otto Varga, came to Kell.", "The Kenyan leader"),
        ("Senator Otto Varga came to Kell.", "the lawmaker"),
    ],
)
def test_a_person_is_one_however_called(before: str, source: str) -> None:
    assert speakers(f"{before}\n\n{source} said {SAID}.", (source, "said", SAID)) == ["Otto Varga"]


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        ("The Kell Harbour Board (KHB) met. KHB said {}.", "KHB", "Kell Harbour Board"),
        ("Varga Steel Corp. closed a mill. The company said {}.", "The company", "Varga Steel Corp."),
        ("The Kell Courier newspaper ran it. The newspaper said {}.", "The newspaper", "Kell Courier"),
        ("The Velm Harbour Commission met. The commission said {}.", "The commission", "Velm Harbour Commission"),
        ("Kenya closed its border. Nairobi said {}.", "Nairobi", "Kenya"),
    ],
)
def test_a_body_is_one_however_called(text: str, source: str, expected: str) -> None:
    text = text.replace("{}", SAID)
    assert speakers(text, (source, "said", SAID)) == [expected]


def test_a_word_made_with_a_name_is_nobodys_name() -> None:
    text = f"The KHB met. It is to fund a KHB-sized arena. The KHB said {SAID}."
    assert speakers(text, ("The KHB", "said", SAID)) == ["KHB"]


def test_the_last_to_speak_goes_on_speaking() -> None:
    text = "Mayor Otto Varga met Ida Lund. “It is shut,” Varga said.\n\n“Nobody may pass,” he added."
    assert (
        speakers(text, ("Varga", "said", "“It is shut,”"), ("he", "added", "“Nobody may pass,”")) == ["Otto Varga"] * 2
    )


def test_of_two_who_may_be_meant_neither_is() -> None:
    text = f"Otto Varga and Jon Petrov met in Kell. He said {SAID}."
    _, (named,) = name(text, ("He", "said", SAID))
    assert named.speaker is None
    assert named.why is not None
    assert "may be" in named.why


def test_a_pronoun_agrees_with_what_the_text_says_of_a_person() -> None:
    text = f"Mr. Varga met Mrs. Lund in Kell. She said {SAID}."
    assert speakers(text, ("She", "said", SAID)) == ["Lund"]


def test_no_gender_is_guessed_from_a_forename() -> None:
    text = f"Otto Varga met Ida Lund in Kell. She said {SAID}."
    _, (named,) = name(text, ("She", "said", SAID))
    assert named.speaker is None


def test_a_speaker_is_not_called_by_name_in_what_he_says() -> None:
    text = "Jon Petrov and then Otto Varga spoke. Otto Varga sat down.\n\n“Varga is wrong,” he said."
    assert speakers(text, ("he", "said", "“Varga is wrong,”")) != ["Otto Varga"]


def test_the_first_person_in_a_quotation_is_who_is_quoted() -> None:
    text = "“I think the pier is safe,” Ida Lund said."
    both = speakers(text, ("Ida Lund", "said", "“I think the pier is safe,”"), ("[I]", "think", "the pier is safe"))
    assert both == ["Ida Lund", "Ida Lund"]


def test_a_statement_speaks_for_the_body_that_issued_it() -> None:
    text = f"The Velm Harbour Commission met. A statement by the Velm Harbour Commission said {SAID}."
    actors, (named,) = name(text, ("A statement by the Velm Harbour Commission", "said", SAID))
    assert actors["Velm Harbour Commission"].id == named.speaker
    assert named.document


def test_a_surname_of_two_is_the_one_whom_its_title_fits() -> None:
    text = f"Mr. Otto Varga and Mrs. Ida Varga came. Mrs. Varga said {SAID}."
    assert speakers(text, ("Mrs. Varga", "said", SAID)) == ["Ida Varga"]


def test_without_a_source_nobody_speaks_and_the_reason_is_told() -> None:
    _, (named,) = name(f"It was said {SAID}.", ("", "was said", SAID))
    assert (named.speaker, named.why) == (None, "no source given")


def test_two_sources_speak_together() -> None:
    text = f"Otto Varga and Ida Lund said {SAID}."
    assert speakers(text, ("Otto Varga and Ida Lund", "said", SAID)) == ["Otto Varga and Ida Lund"]


def test_a_verb_that_follows_on_has_the_subject_of_its_sentence() -> None:
    text = f"Otto Varga came to Kell and claimed {SAID}."
    assert speakers(text, ("", "claimed", SAID)) == ["Otto Varga"]


@pytest.mark.parametrize(
    ("source", "anonymity"),
    [
        ("two senior officials", "official"),
        ("residents of the quay", "witness"),
        ("a Kenyan soldier", "military"),
        ("her brother", "relative"),
        ("several economists", "expert"),
        ("the tall one", None),
    ],
)
def test_who_is_not_named_is_typed_by_the_head_of_the_description(source: str, anonymity: str | None) -> None:
    actors, (named,) = name(f"Late on Monday, {source} said {SAID}.", (source, "said", SAID))
    (actor,) = (actor for actor in actors.values() if actor.id == named.speaker)
    assert (actor.named, actor.anonymity) == (False, anonymity)


def test_an_unnamed_official_is_never_a_named_one() -> None:
    text = f"Minister Otto Varga left. A ministry official said {SAID}."
    assert speakers(text, ("A ministry official", "said", SAID)) == ["A ministry official"]


def test_roles_are_the_articles_words() -> None:
    actors = actors_of("Kenyan Minister Otto Varga, a former harbour master of Kell, left.")
    assert actors["Otto Varga"].roles == ("Kenyan Minister", "former harbour master of Kell")


def test_every_mention_is_listed_in_order() -> None:
    text = "Minister Otto Varga left. Varga came back. The minister slept. He woke."
    mentions = [span.cut(text) for span in actors_of(text)["Otto Varga"].mentions]
    assert mentions == ["Minister Otto Varga", "Varga", "The minister", "He"]


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("Kenya", ("KEN",)),
        ("Kenyan Prime Minister Otto Varga", ("KENGOV",)),
        ("Kenyan soldiers", ("KENMIL",)),
        ("the Kremlin", ("RUSGOV",)),
        ("the FBI", ("USACOP",)),
        ("former Kenyan President Otto Varga", ("KENELI",)),
        ("the Security Council", ("UNO",)),
        ("a soldier", ("---MIL",)),
        ("Poland's Defense Ministry", ("POLGOV",)),
        ("the tall one", ()),
    ],
)
def test_codes_come_from_the_lists_and_the_words(words: str, codes: tuple[str, ...]) -> None:
    assert name_actor(words, LISTS).codes == codes


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Kenya", ActorKind.COUNTRY),
        ("the White House", ActorKind.GOVERNMENT_BODY),
        ("the Velm Harbour Ministry", ActorKind.GOVERNMENT_BODY),
        ("Kenyan soldiers", ActorKind.GROUP),
        ("Mr. Varga", ActorKind.PERSON),
        ("Reuters", ActorKind.MEDIA),
    ],
)
def test_kinds_come_from_the_words_without_a_model(words: str, kind: ActorKind) -> None:
    text = f"{words} said {SAID}."
    actors, (named,) = name(text, (words, "said", SAID))
    (actor,) = (actor for actor in actors.values() if actor.id == named.speaker)
    assert actor.kind in (kind, ActorKind.UNKNOWN) if words == "Reuters" else actor.kind is kind


def test_a_medium_that_something_went_through_is_an_actor() -> None:
    text = f"Otto Varga told the Kell Courier {SAID}."
    actors, (named,) = name(text, ("Otto Varga", "told", SAID), relays={"told": "the Kell Courier"})
    assert actors["Kell Courier"].id == named.relay


@pytest.mark.parametrize("end", [" ", ". "])
def test_time_grows_with_the_text_even_without_full_stops(end: str) -> None:
    def seconds(people: int) -> float:
        names = (
            f"Minister Otto{chr(97 + n % 26)}{n} Varga{chr(97 + n % 7)}{n} met the minister and he left"
            for n in range(people)
        )
        text = end.join(names)
        start = time.process_time()
        actors_of(text)
        return time.process_time() - start

    seconds(50)
    short = max(seconds(200), 0.02)
    assert min(seconds(1600) for _ in range(3)) < 40 * short  # linear is 8; a collection of garbage may fall into one


def test_a_number_with_commas_is_one_word_of_a_name() -> None:
    actors = actors_of("About 4,000 people cross the bridge every day.")
    assert "4,000 people" in actors
    assert "000 people" not in actors


def test_a_verb_after_a_name_is_no_part_of_a_description() -> None:
    actors = actors_of("On Monday the Skerry Flood Agency (SFA) met. Now the SFA advises people to stay at home.")
    assert "people" in {name.split()[-1] for name in actors}
    assert not [name for name in actors if "advises" in name]
    assert len(actors["Skerry Flood Agency"].mentions) == 3


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        ("The rowers of Kell left the quay. Some of them said {}.", "Some of them", "some of the rowers"),
        ("Virginia Lund came. Virginia said {}.", "Virginia", "Virginia"),
        ("The Velm Rowers came to Kell. Others said {}.", "Others", "Others"),
    ],
)
def test_a_part_goes_by_its_group_and_a_state_is_no_forename(text: str, source: str, expected: str) -> None:
    text = text.replace("{}", SAID)
    assert speakers(text, (source, "said", SAID)) == [expected]


def test_the_chief_of_a_section_is_not_the_leader_of_his_country() -> None:
    before = "President Jon Petrov spoke. The chief of the Kenyan harbour section, Otto Varga, came."
    assert speakers(f"{before} The Kenyan leader said {SAID}.", ("The Kenyan leader", "said", SAID)) == ["Jon Petrov"]


def test_who_has_a_profession_that_no_list_has_is_called_by_the_name_after_it() -> None:
    text = f"The harbour analysist Ida Lund said {SAID}."
    assert speakers(text, ("The harbour analysist Ida Lund", "said", SAID)) == ["Ida Lund"]


def test_a_place_beside_a_body_is_where_it_is() -> None:
    text = f"The board of Velm County, Virginia, met. Virginia closed the road. The board of Velm County said {SAID}."
    assert speakers(text, ("The board of Velm County", "said", SAID)) != ["Virginia"]


def test_who_speaks_by_name_right_after_a_description_is_the_one_described() -> None:
    text = f"The harbour lawyer insists {SAID}. “Nobody may pass,” said Otto Varga."
    said = ("The harbour lawyer", "insists", SAID), ("Otto Varga", "said Otto", "“Nobody may pass,”")
    assert speakers(text, *said) == ["Otto Varga", "Otto Varga"]


def test_who_is_introduced_as_somebody_else_is_not_the_one_described() -> None:
    text = f"The harbour lawyer insists {SAID}. “Nobody may pass,” said Mayor Otto Varga."
    said = ("The harbour lawyer", "insists", SAID), ("Mayor Otto Varga", "said Mayor", "“Nobody may pass,”")
    assert speakers(text, *said)[0] != "Otto Varga"


def test_a_surname_is_no_forename_bearers_who_entered_before() -> None:
    before = "Otto Varga met his aunts. Otto Varga said no. His son Jon Varga came. Jon slept."
    after = "Otto left. An aunt, Ida Varga, stayed."
    assert speakers(f"{before} Varga said {SAID}. {after}", ("Varga", "said that", SAID)) == ["Otto Varga"]


@pytest.mark.parametrize(
    ("before", "source", "expected"),
    [
        ("Otto Varga sent a letter. It was signed by Ida Lund.", "That 1978 law", "That 1978 law"),
        ("The Velm Harbour Commission met and was angry. The Velm Harbour Commission spoke.", "A book", "A book"),
        ("The Velm Harbour Commission lifted dire warnings.", "The warnings", "Velm Harbour Commission"),
        ("Otto Varga read from a letter by Ida Lund.", "A Kenyan version of the letter", "Ida Lund"),
        ("A report from the city's health board came out.", "The report", "the city's health board"),
    ],
)
def test_a_document_speaks_for_who_made_it_as_far_as_the_words_tell(before: str, source: str, expected: str) -> None:
    assert speakers(f"{before} {source} said {SAID}.", (source, "said that", SAID)) == [expected]


def test_a_statement_is_the_bodys_that_spoke_right_before() -> None:
    text = f"The Velm Harbour Commission said it was cold. A statement said {SAID}."
    said = ("The Velm Harbour Commission", "said it", "it was cold"), ("A statement", "said that", SAID)
    assert speakers(text, *said) == ["Velm Harbour Commission"] * 2


def test_a_spokesman_who_is_named_in_the_next_sentence_is_the_one() -> None:
    text = f"A harbour spokesman said {SAID}. “Nobody may pass,” said spokesman Otto Varga."
    said = ("A harbour spokesman", "said that", SAID), ("spokesman Otto Varga", "said spokesman", "“Nobody may pass,”")
    assert speakers(text, *said) == ["Otto Varga", "Otto Varga"]


def test_a_part_ends_before_what_it_does() -> None:
    text = f"The rowers of Kell came to the quay, some of them waving flags that said {SAID}."
    assert speakers(text, ("some of them waving flags", "said that", SAID)) == ["some of the rowers"]


@pytest.mark.parametrize(
    ("before", "source", "expected"),
    [
        ("The sheriff, Ida Lund, came.", "Mrs Lund", "Ida Lund"),
        ("Ida Lund met Joseph Sellers, a lawyer.", "Sellers", "Joseph Sellers"),
        ("Ida Lund met Joseph M. Sellers.", "Mr. Sellers", "Joseph M. Sellers"),
        ("Otto Varga came. I'm told that he is ill.", "Varga", "Otto Varga"),
        ("Kell asked unnamed sources.", "unnamed sources who", "unnamed sources"),
        ("The Kell Court met and was angry. The Kell Court spoke.", "The old lawsuit", "The old lawsuit"),
    ],
)
def test_how_papers_write_of_somebody(before: str, source: str, expected: str) -> None:
    assert speakers(f"{before} {source} said {SAID}.", (source, "said that", SAID)) == [expected]


def test_nobody_is_called_i_am_and_you_are_nobody_in_particular() -> None:
    text = "“I’m glad,” Otto Varga said. “You said it was shut.”"
    actors, (_, you) = name(text, ("Otto Varga", "said.", "“I’m glad,”"), ("[You]", "said it", "it was shut"))
    assert not [one for one in actors if "m" in one.lower().split("’")[1:] or one.lower() == "you"]
    assert (you.speaker, you.why) == (None, "whoever is spoken to")


def test_who_is_named_further_on_in_what_he_says_is_not_he() -> None:
    text = "Mayor Otto Varga met Mr. Jon Petrov. Varga sat down. He said that Varga was ill."
    assert speakers(text, ("He", "said that", "that Varga was ill")) == ["Jon Petrov"]


def test_a_description_does_not_take_in_the_verb_before_it() -> None:
    actors = actors_of(
        "Kell wants to give township police notice, and holds that any owner may come by calling officers."
    )
    assert not {"give township police", "that any owner", "calling officers"} & set(actors)


def test_that_goes_on_a_document_over_a_date() -> None:
    text = f"The Kell Harbour Board issued an ordinance last Tuesday, May 4, that says {SAID}."
    assert speakers(text, ("that", "says", SAID)) == ["Kell Harbour Board"]


def test_who_spoke_in_the_sentence_before_goes_on_though_another_spoke_more_often() -> None:
    before = "Mr. Varga said no. Mr. Varga said no again. Mr. Varga said never."
    text = f"{before} Petrov, the mayor, Jon Petrov, said yes. He said {SAID}."
    varga = [("Mr. Varga", f"said {word}", word) for word in ("no.", "no again", "never")]
    assert speakers(text, *varga, ("Jon Petrov", "said yes", "yes"), ("He", "said that", SAID))[-1] == "Jon Petrov"


def test_who_turned_out_to_be_somebody_named_is_that_one_wherever_the_description_was_noted() -> None:
    text = """\
The harbour candidate sent a letter to voters on Tuesday, to “win my old boat.”

At the bottom it reads, “You can help by giving ten crowns.”

Dorn says he opposes tolls. The harbour candidate says he will work to overturn the plan.

Former Kell Gov. Jan Lund says Mayor Otto Varga is acting unlawfully with his plan.
"""
    found = speakers(
        text,
        ("The harbour candidate", "sent", "win my old boat"),
        ("it", "reads", "You can help by giving ten crowns"),
        ("Dorn", "says", "he opposes tolls"),
        ("The harbour candidate", "says he will", "he will work to overturn the plan"),
        ("Former Kell Gov. Jan Lund", "says Mayor", "Mayor Otto Varga is acting unlawfully"),
    )
    assert found[0] == found[1] == found[3]  # the letter's bottom is the candidate's as well
    assert (found[2], found[4]) == ("Dorn", "Jan Lund")


def test_a_medium_that_is_told_something_is_not_one_name_with_whom_it_is_told_of() -> None:
    text = f"KHB closed the pier. An official told Kell News KHB's claim was wrong. KHB said {SAID}."
    assert speakers(text, ("KHB", "said", SAID)) == ["KHB"]
    assert "Kell News" in actors_of(text)


def test_a_programme_of_a_medium_keeps_its_name() -> None:
    text = f"Ida Lund told Kell News Tonight she was well. Kell News Tonight said {SAID}."
    assert speakers(text, ("Kell News Tonight", "said", SAID)) == ["Kell News Tonight"]


def test_a_word_of_the_page_stuck_to_a_name_is_no_part_of_it() -> None:
    text = f"Ida Lund came to Kell.\n\n[+] EnlargeIda Lund\n\nMayor Otto Varga met her.\n\nLund said {SAID}."
    assert speakers(text, ("Lund", "said", SAID)) == ["Ida Lund"]


def test_somebodys_team_is_no_body_that_was_named() -> None:
    text = f"Otto Varga is well, the Kell Courier wrote. Varga's team said {SAID}."
    assert speakers(text, ("Varga's team", "said", SAID)) == ["Varga's team"]


def test_somebodys_party_is_the_party_that_was_named() -> None:
    text = f"Otto Varga joined the Harbour Party. Varga's party said {SAID}."
    assert speakers(text, ("Varga's party", "said", SAID)) == ["Harbour Party"]


@pytest.mark.parametrize(
    "text", ["The Kell Courier reports that {}.", "Kell News reports {}.", "The Guardian reports {}."]
)
def test_a_medium_that_reports_is_no_report(text: str) -> None:
    actors = actors_of(text.format("the pier was shut"))
    assert [actor.named for actor in actors.values()] == [True]
    assert not any("reports" in name for name in actors)


def test_reports_that_something_was_done_to_are_no_verb() -> None:
    assert not actors_of("The Kell Courier reports were lost.")


@pytest.mark.parametrize("called", ["Guardian", "Observer", "Kell Courier", "Kell Record"])
def test_a_paper_called_like_a_person_is_a_paper(called: str) -> None:
    text = f"The {called} said {SAID}."
    actors, named = name(text, (f"The {called}", "said", SAID))
    assert [(actors[called].kind, named[0].speaker)] == [(ActorKind.MEDIA, actors[called].id)]


def test_the_star_of_a_show_is_a_person() -> None:
    assert speakers(f"The Star of the show, Ida Lund, said {SAID}.", ("Ida Lund", "said", SAID)) == ["Ida Lund"]


@pytest.mark.parametrize(
    ("before", "expected"),
    [("Two devotees of Mayor Otto Varga", None), ("Crowds of sailors", "Crowds"), ("Mayor Otto Varga", "Otto Varga")],
)
def test_who_goes_on_nobody_where_two_are_named_before_it(before: str, expected: str | None) -> None:
    text = f"Police met the board. {before}, who said {SAID}, left."
    assert speakers(text, ("who", "said", SAID)) == [expected]


def test_who_spoke_right_above_a_quotation_of_several_sentences_goes_on() -> None:
    text = (
        "Otto Varga blamed the parents. He noted that the pier was old.\n\nSenad Lund, a doctor, told KHB the trend "
        "was new.\n\n“That is the trend. We cannot go on,” he said."
    )
    said = (
        ("He", "noted", "that the pier was old"),
        ("Senad Lund", "told", "the trend was new"),
        ("he", "said", "“That is the trend. We cannot go on,”"),
    )
    assert speakers(text, *said)[1:] == ["Senad Lund"] * 2


@pytest.mark.parametrize(
    "told", ["Ida Lund, 29, came.", "Ida Lund (29) came.", "A 29-year-old sailor, Ida Lund, came."]
)
def test_whose_age_is_told_may_go_by_it(told: str) -> None:
    assert speakers(f"{told} The 29-year-old said {SAID}.", ("The 29-year-old", "said", SAID)) == ["Ida Lund"]


def test_an_age_of_two_is_nobodys() -> None:
    text = f"Ida Lund, 29, and Otto Varga, 29, came. The 29-year-old said {SAID}."
    assert speakers(text, ("The 29-year-old", "said", SAID)) != ["Ida Lund"]


def test_the_first_official_is_no_later_one() -> None:
    before = "It sank, a harbour official said. It was hit, another harbour official said."
    text = f"{before} The first harbour official said {SAID}."
    said = (
        ("a harbour official", "said", "It sank"),
        ("another harbour official", "said. The", "It was hit"),
        ("The first harbour official", "said that", SAID),
    )
    assert speakers(text, *said)[::2] == ["a harbour official"] * 2


def test_an_arabic_article_in_small_letters_begins_no_other_name() -> None:
    text = f"Mayor Abu Sal al-Karad came. Al-Karad said {SAID}."
    assert speakers(text, ("Al-Karad", "said", SAID)) == ["Abu Sal al-Karad"]


@pytest.mark.parametrize("opening", ["Furthermore", "Similarly", "Otherwise"])
def test_a_word_that_goes_on_is_nobody(opening: str) -> None:
    text = f"{opening}, a harbour spokesman, Otto Varga, said {SAID}."
    assert speakers(text, ("a harbour spokesman, Otto Varga", "said", SAID)) == ["Otto Varga"]


def test_a_clause_with_that_is_no_description() -> None:
    assert list(actors_of("Varga wrote that rebel fighters had left."))[-1] == "rebel fighters"


@pytest.mark.parametrize("before", ["", "He spoke of "])
def test_that_points_at_somebody_at_the_head_of_a_sentence_or_after_a_preposition(before: str) -> None:
    words = "That sailor" if not before else "that sailor"
    assert words in actors_of(f"{before}{words} left.")


def test_an_official_of_a_body_with_its_short_name_is_a_person() -> None:
    text = f"A Kell Harbour Organization (KHO) official said {SAID}."
    source = "A Kell Harbour Organization (KHO) official"
    actors, named = name(text, (source, "said", SAID))
    assert named[0].speaker == actors[source].id
    assert actors[source].kind is ActorKind.PERSON
    assert actors["Kell Harbour Organization"].kind is ActorKind.ORGANISATION


def test_what_ends_in_news_is_a_medium() -> None:
    assert actors_of("Kell News showed the pier.")["Kell News"].kind is ActorKind.MEDIA


def test_names_of_one_row_of_the_list_are_one_actor() -> None:
    text = f"Islamic State took the town. ISIS said {SAID}."
    assert speakers(text, ("ISIS", "said", SAID)) == ["Islamic State"]


@pytest.mark.parametrize(
    "words", ["Rumors of a sale", "Reports that it sank", "Busted: a sailor", "Chief among them", "Latest reports"]
)
def test_a_report_a_label_and_what_is_chief_are_nobody(words: str) -> None:
    assert {"Rumors", "Reports", "Busted", "Chief", "Latest"}.isdisjoint(actors_of(f"{words} came up."))


def test_a_photo_is_no_he() -> None:
    text = f"Ada Quill posted a photo. The photo shows him. He said {SAID}."
    assert speakers(text, ("The photo", "shows", "him"), ("He", "said", SAID))[1] != "The photo"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The school had taken 28 girls to Kell.", "28 girls"),
        ("In the past few weeks militants have left.", "militants"),
        ("At least ten sailors were hurt.", "ten sailors"),
        ("Papers say one male sailor was hurt.", "one male sailor"),
        ("The first two sailors came.", "The first two sailors"),
    ],
)
def test_a_verb_or_a_time_before_a_number_is_no_part_of_a_description(text: str, expected: str) -> None:
    assert expected in actors_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "It was accused of theft.",
        "A couple of days went by.",
        "They saw the site of the fire.",
        "There was no credible intelligence.",
        "The cold body was found.",
    ],
)
def test_what_only_looks_like_somebody_is_nobody(text: str) -> None:
    assert not actors_of(text)


def test_the_accused_and_a_governing_body_are_somebody() -> None:
    assert "The accused" in actors_of("The accused came.")
    text = f"The governing body said {SAID}."
    assert speakers(text, ("The governing body", "said", SAID)) == ["The governing body"]


@pytest.mark.parametrize("medium", ["Kell.com", "Kell-News.org", "News.com.au"])
def test_a_domain_is_one_name(medium: str) -> None:
    assert speakers(f"{medium} said {SAID}.", (medium, "said", SAID)) == [medium]


def test_police_say_in_capitals_is_no_name() -> None:
    assert speakers("Varga came. Kell Police Say it is shut.", ("Kell Police", "Say", "it is shut")) == ["Kell Police"]


def test_a_paper_of_a_country_is_one_name() -> None:
    assert speakers(f"The Times of Skerry said {SAID}.", ("The Times of Skerry", "said", SAID)) == ["Times of Skerry"]


def test_a_description_is_who_is_named_beside_the_same_words() -> None:
    text = (
        "The man's lawyer told KHB he was well. Carl Jones, a lawyer, and Joan Chest, a lawyer, came. The man's "
        "lawyer, Ida Blum, left."
    )
    assert speakers(text, ("The man's lawyer", "told", "he was well")) == ["Ida Blum"]


@pytest.mark.parametrize("product", ["Kell Watch", "Kell Store"])
def test_a_company_is_not_what_it_makes(product: str) -> None:
    text = f"The {product} came late. Kell said {SAID}."
    assert speakers(text, ("Kell", "said", SAID)) == ["Kell"]


def test_a_bank_goes_by_its_first_word() -> None:
    text = f"Varga Banking Group fell. Varga said {SAID}."
    assert speakers(text, ("Varga", "said", SAID)) == ["Varga Banking Group"]


def test_others_are_no_he() -> None:
    text = f"Ida Lund came. Others said it was late. He said {SAID}."
    assert speakers(text, ("Others", "said", "it was late"), ("He", "said", SAID))[1] != "Others"


def test_unconfirmed_reports_are_nobodys() -> None:
    text = f"Unconfirmed reports {SAID} came in."
    assert speakers(text, ("", "reports", SAID)) == [None]
