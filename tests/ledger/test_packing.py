"""Readings packed for a ledger come out as they went in, whoever made them; the dictionary stays as it is."""

from __future__ import annotations

import hashlib
import json
import zlib
from importlib import resources
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.exports.reading_json import export_json
from sayso.ledger.columns import Identifiers, fold_values, unfold_values
from sayso.ledger.packing import pack_reading, pack_text, unpack_reading, unpack_text
from tests.invented import EXAMPLE_TEXTS
from tests.night import NIGHT, read_simply

DICTIONARY = "375ecc84165af60b3ee88873981d84a41bc3ccf7df37f2aeaae81587d2c29439"

WORDS = ["own", "a0123456789", "c0f", ""]
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 99) | st.floats(0, 1) | st.sampled_from(WORDS),
    lambda inside: (
        st.lists(inside, max_size=4)
        | st.dictionaries(st.sampled_from(["start", "end", "id", "content"]), inside, max_size=4)
    ),
    max_leaves=30,
)


@given(st.lists(VALUES, max_size=6))
def test_any_values_come_out_of_columns_as_they_went_in(values: list[Any]) -> None:
    known = Identifiers()
    node = json.loads(json.dumps(fold_values(values, known)))
    assert unfold_values(node, len(values), Identifiers.unpack(known.pack())) == values


def test_a_reading_comes_out_byte_for_byte_and_takes_a_fraction() -> None:
    whole = [export_json(read_simply(one)) for one in NIGHT]
    packed = [pack_reading(one) for one in whole]
    assert [unpack_reading(*one) for one in packed] == whole
    assert sum(len(text) + len(rest) for text, rest in packed) < sum(map(len, whole)) / 5


@pytest.mark.parametrize("told", [b"{}", b"[1]", b'{"article":{}}', b'{"article":{"text":null}}', b"7"])
def test_what_is_no_reading_is_kept_as_it_is(told: bytes) -> None:
    assert unpack_reading(*pack_reading(told)) == told


def test_a_text_with_half_a_character_comes_out_as_it_went_in() -> None:
    text = "“\ud800 no,” she said."
    assert unpack_text(pack_text(text)) == text


def test_a_text_of_which_the_end_is_missing_is_refused() -> None:
    with pytest.raises(zlib.error):
        unpack_text(pack_text(EXAMPLE_TEXTS[0])[:-4])


def test_the_dictionary_is_the_one_that_ledgers_were_packed_with() -> None:
    kept = (resources.files("sayso") / "ledger" / "packing.txt").read_bytes()
    assert hashlib.sha256(kept).hexdigest() == DICTIONARY
