"""Whether two names are one speaker's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.linking.quoted.speakers import same_speaker

ONE = [
    ("Ada Quill", "Quill"),
    ("Ada Quill", "Mayor Ada Quill"),
    ("Ada Quill", "Ms. Quill"),
    ("Quill", "Quill, the mayor of Kell"),
    ("the mayor, Ada Quill", "Ada Quill"),
    ("Rep. Otto Varga, D-Pa.", "Otto Varga"),
    ("OTTO VARGA", "Varga"),
    ("Foreign Minister Otto Varga", "Mr Varga"),
    ("hospital spokesman Otto Varga", "Otto Varga"),
    ("O. Varga", "Otto Varga"),
    ("R. Otto Varga", "Otto Varga"),
    ("Otto Varga Jr.", "Otto Varga"),
    ("Mike Varga", "Michael Varga"),
    ("Dan Sy", "Daniel Sy"),
    ("Enrique Peña Nieto", "President Peña"),
    ("Peña", "Pena"),
    ("Ada O’Quill", "O'Quill"),
    ("Marta van der Sy", "van der Sy"),
    ("the White House", "White House"),
    ("Kell Harbour Board", "KHB"),
    ("Deputy Chief of Staff of the Kell Armed Forces Brigadier General Otto Varga", "General Varga"),
    ("Ada Quill and Otto Varga", "Ada Quill and Otto Varga"),
    ("Kell Police Chief Otto Varga", "Varga"),
    ("Ida King", "King Otto’s daughter, Ida King"),
    ("Ada Quill of the harbour board", "Quill"),
    ("Ada Quill of Kell", "Quill"),
    ("Ada Quill at the harbour office", "Quill"),
]

TWO = [
    ("Ada Quill", "Otto Varga"),
    ("Quill", "Varga"),
    ("Ada Quill", "Otto Quill"),
    ("Mayor Quill", "Governor Varga"),
    ("Ada Quill", "Varga"),
]

NOT_KNOWN = [
    (None, "Ada Quill"),
    (None, None),
    ("", "Quill"),
    ("she", "Quill"),
    ("He", "he"),
    ("the minister", "Otto Varga"),
    ("the minister", "the minister"),
    ("The Minister", "Varga"),
    ("Mayor", "Varga"),
    ("White House Chief of Staff", "Varga"),
    ("the University of Kell", "Varga"),
    ("Prime Minister", "Quill"),
    ("the Foreign Secretary", "Quill"),
    ("a hospital spokesman", "Otto Varga"),
    ("police", "Otto Varga"),
    ("Police", "Otto Varga"),
    ("a spokesman for Otto Varga", "Otto Varga"),
    ("Quill’s lawyer", "Quill"),
    ("the White House", "Otto Varga"),
    ("Kell Harbour Board", "Ida Sy"),
    ("the Kremlin", "Otto Varga"),
    ("NATO", "Otto Varga"),
    ("the FBI", "the Justice Department"),
    ("Ada Quill and Otto Varga", "Otto Varga"),
    ("Kim", "Kim Jong Un"),
    ("Mark Varga", "Mary Varga"),
    ("one of the two sailors", "Varga"),
]
NAMES = st.sampled_from([name for pair in ONE + TWO + NOT_KNOWN for name in pair])


@pytest.mark.parametrize(("a", "b"), ONE)
def test_titles_forms_and_what_follows_a_comma_make_no_other_speaker(a: str, b: str) -> None:
    assert same_speaker(a, b) is True


@pytest.mark.parametrize(("a", "b"), TWO)
def test_two_names_are_two_speakers(a: str, b: str) -> None:
    assert same_speaker(a, b) is False


@pytest.mark.parametrize(("a", "b"), NOT_KNOWN)
def test_what_names_nobody_and_a_body_beside_a_person_are_not_known(a: str | None, b: str | None) -> None:
    assert same_speaker(a, b) is None


@given(st.one_of(st.none(), NAMES, st.text(max_size=20)), st.one_of(st.none(), NAMES, st.text(max_size=20)))
def test_turned_round_the_answer_is_the_same(a: str | None, b: str | None) -> None:
    assert same_speaker(a, b) is same_speaker(b, a)


@given(st.one_of(NAMES, st.text(max_size=30)))
def test_no_name_is_another_speaker_than_itself(name: str | None) -> None:
    assert same_speaker(name, name) is not False
