"""A draft's quotations, and a source's sayings, in the terminal."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.exports.checked_text import render_checked, render_sayings
from sayso.linking.checking import check_draft
from sayso.linking.saying import find_sayings
from sayso.reading.reader import read_article
from sayso.records.article import Article
from sayso.records.reading import Reading
from tests.exports.readings import dam_reading
from tests.night import NIGHT, read_simply
from tests.reading.fake_encoder import FakeEncoder, Spoken

DRAFT = """\
A draft

“We had no warning,” Otto Varga said.

“We had no warning of any kind,” Ada Quill said.

“No comment,” Ada Quill said.

“We heard it scrape, and then the lights went,” Marta Sy said.

“He slept all evening in his cabin,” Marta Sy said.
"""
CHECKED = """\
5 quotations against 5 articles: 1 not found, 1 other speaker, 1 altered, 1 not
looked up, 1 exact.

ALTERED – in the draft: Otto Varga
  │ “We had no warning,”
  differs in 1 place from Skerry Press ⟨agency⟩, which gives it to Otto Varga
    │ “We had no warning of any kind,”
    − the draft leaves out “of any kind”

OTHER SPEAKER – in the draft: Ada Quill
  │ “We had no warning of any kind,”
  word for word in Skerry Press ⟨agency⟩, which gives it to Otto Varga

NOT LOOKED UP – in the draft: Ada Quill
  │ “No comment,”
  one or two words are met by chance

EXACT – in the draft: Marta Sy
  │ “We heard it scrape, and then the lights went,”
  word for word in Varrow Radio ⟨radio⟩, which gives it to Marta Sy

NOT FOUND – in the draft: Marta Sy
  │ “He slept all evening in his cabin,”
  no quotation like it was read
"""
READINGS = [read_simply(one) for one in NIGHT]


def check(draft: Reading, readings: Sequence[Reading] = READINGS, width: int = 80) -> str:
    return render_checked(check_draft(draft, readings), draft, len(readings), width)


def test_a_check_begins_with_the_worst_and_shows_what_differs() -> None:
    assert check(read_simply(Article("draft", DRAFT))) == CHECKED


def test_a_draft_without_quotations_says_so() -> None:
    assert (
        check(read_simply(Article("draft", "Nothing was said.")))
        == "No quotation in the draft to look up in 5 articles.\n"
    )


def test_words_changed_and_added_have_signs_of_their_own() -> None:
    draft = "“We heard it scrape again, and then the engines went,” Marta Sy said."
    shown = check(read_simply(Article("draft", draft)))
    assert "  differs in 2 places from Varrow Radio ⟨radio⟩" in shown
    assert "    + the draft adds “again”\n" in shown
    assert "    ~ the draft has “engines” for “lights”\n" in shown


WORDS = "“We had no warning of any kind,”"


def test_a_firmer_draft_shows_both_words() -> None:
    confirmed = Spoken("Otto Varga", "confirmed", (WORDS,), commitment="confirms")
    shown = check(read_article(Article("draft", f"{WORDS} Otto Varga confirmed."), FakeEncoder(confirmed)))
    assert shown.startswith("1 quotation against 5 articles: 1 firmer than its source, 1 exact.\n")
    firmest = "the draft has “confirmed”; the firmest that was read is “said”, in Skerry Press ⟨agency⟩"
    assert firmest in " ".join(shown.split())


def test_a_pronoun_is_set_off_and_whoever_it_seems_to_be_is_to_be_looked_up() -> None:
    text = f"The director, Otto Varga, came.\n\nOtto Varga said nothing. {WORDS} he said."
    said = (Spoken("Otto Varga", "said", ("nothing",), after="came"), Spoken("he", "said", (WORDS,), after="nothing"))
    source = read_article(Article("kell", text), FakeEncoder(*said))
    shown = check(read_simply(Article("draft", f"{WORDS} Ada Quill said.")), [source])
    assert shown.startswith("1 quotation against 1 article: 1 speaker unclear.\n")
    assert "which gives it to “he”, who seems to be Otto Varga: look it up" in " ".join(shown.split())


def test_no_words_of_a_draft_act_on_a_terminal() -> None:
    draft = "“We had \x1b[31mno warning\u202e of any kind,” Otto Varga said."
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", check(read_simply(Article("d\x1b", draft))))


def test_a_source_is_shown_with_its_spellings_and_its_chains() -> None:
    shown = render_sayings("Ruiz", list(find_sayings("Ruiz", [dam_reading()])), 80)
    assert shown.startswith("Ruiz: 3 claims in 1 article, written “Carla Ruiz” (3)\n\n⟨dam⟩ The Velm Courier, ")
    assert "  Carla Ruiz (denies) · likely\n    │ We did not open a single gate that night\n" in shown


def test_whoever_passed_it_on_is_told_and_a_page_credit_is_not() -> None:
    sayings = list(find_sayings("an engineer", [dam_reading()]))
    shown = render_sayings("an engineer", sayings, 100)
    assert "  an engineer (unnamed: expert; asserts) · as told by residents (unnamed: witness) · unsure\n" in shown
    assert "Norda" not in shown
