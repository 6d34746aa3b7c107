"""A ledger gives back the readings that it was given."""

from __future__ import annotations

from hypothesis import given

from sayso.exports.reading_json import export_json, import_json
from sayso.ledger import open_ledger
from sayso.ledger.store import ArticleRow
from sayso.records.reading import Reading
from tests.exports.anything import readings


@given(readings())
def test_a_reading_comes_out_of_a_ledger_as_it_went_in(reading: Reading) -> None:
    article = reading.article
    with open_ledger(None) as ledger:
        batch = ledger.begin_batch("test")
        with ledger.change():
            ledger.save_article(ArticleRow(article.id, batch, None, None, article.text, export_json(reading)))
        assert [import_json(kept) for kept in ledger.readings()] == [reading]
