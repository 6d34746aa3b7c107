"""How far the words of one statement have a counterpart in another."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.linking.compare import wording
from sayso.linking.compare.wording import Aligned, align
from sayso.linking.contextual import Floats
from sayso.linking.statements import Statement, statements_of
from tests.linking.articles import LISTS, ORCHARD, PIER, WORDS, Says, article, scene

CLOSED = "Ada Quill, harbour master of Kell, asked the council to close the pier to the night ferry."
TOLD = Says("Ada Quill", "to close the pier to the night ferry")


def pairs_of_statements() -> list[tuple[Statement, Statement]]:
    texts = [article("a", PIER), article("b", ORCHARD), article("c", CLOSED, TOLD)]
    found = statements_of(scene(*texts).members, WORDS, LISTS.weigher.counts)
    return [(a, b) for a in found for b in found if a.article != b.article]


def aligned_one_by_one(a: Statement, b: Statement) -> Aligned:
    """The same as `align`, from its words alone."""

    def mean(rows: Floats, others: Floats, weights: Floats) -> float:
        likest = [max(0.0, *(float(row @ other) for other in others)) for row in rows]
        return float(np.average(likest, weights=weights))

    most = [mean(x.words, y.words, x.rarity) for x, y in ((a, b), (b, a))]
    held = [mean(x.words, y.around.words, x.rarity) for x, y in ((a, b), (b, a))]
    around = [mean(x.around.words, y.around.words, x.around.rarity) for x, y in ((a, b), (b, a))]
    written = [
        sum(r for form, r in zip(x.forms, x.rarity, strict=True) if form[:6] in y.around.known) / sum(x.rarity)
        for x, y in ((a, b), (b, a))
    ]
    return Aligned(
        max(most), min(most), float(a.whole @ b.whole), max(held), min(held), float(max(written)), max(around)
    )


def values(aligned: Aligned) -> list[float]:
    return [getattr(aligned, name) for name in Aligned.__slots__]


def test_every_word_is_held_against_its_likest_both_ways() -> None:
    pairs = pairs_of_statements()
    assert len(pairs) > 4
    for a, b in pairs:
        assert values(align(a, b)) == pytest.approx(values(aligned_one_by_one(a, b)), abs=1e-5)


def test_what_is_multiplied_in_parts_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    pairs = pairs_of_statements()
    whole = [values(align(a, b)) for a, b in pairs]
    monkeypatch.setattr(wording, "ONE_CORE", 3 * max(b.vectors.size for _, b in pairs))
    assert [values(align(a, b)) for a, b in pairs] == [pytest.approx(one, abs=1e-6) for one in whole]
