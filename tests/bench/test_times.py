"""The measure of times: parts by id, the scorer's figures, and values that cannot be read back."""

from __future__ import annotations

from pathlib import Path

from bench.corpora import Shared
from bench.times import count_malformed, measure_speed, part_of, predict, score

DOCUMENT = {
    "id": "a",
    "text": "The pier closed on Monday, the harbour office said.",
    "dct": "2024-05-03",
    "timexes": [{"start": 19, "end": 25, "type": "DATE", "value": "2024-04-29"}],
}
SCORER = """
import json, sys
gold, ours = (json.loads(open(path).read()) for path in sys.argv[1:3])
same = float(gold["timexes"][0]["value"] == ours["timexes"][0]["value"])
print(json.dumps({kind: {"p": same, "r": same, "f1": same} for kind in ("value", "interval", "relaxed", "strict")}))
print("no errors")
"""


def test_a_document_is_always_in_the_same_part() -> None:
    parts = [part_of(str(number)) for number in range(300)]
    assert parts == [part_of(str(number)) for number in range(300)]
    assert 60 < parts.count("held") < 140


def test_what_is_read_is_handed_to_the_scorer_that_lies_with_the_corpora(tmp_path: Path) -> None:
    folder = tmp_path / "bench"
    folder.mkdir()
    (folder / "score_timex.py").write_text(SCORER, encoding="utf-8")
    figures, errors = score(Shared(tmp_path), [DOCUMENT], errors=1)
    assert figures["value.F1"] == 100.0
    assert errors == "no errors"


def test_every_prediction_names_its_rule() -> None:
    (row,) = predict([DOCUMENT])
    assert row["timexes"][0]["rule"] == "nearest day of that name until the anchor"
    assert count_malformed([DOCUMENT]) == 0
    assert measure_speed([DOCUMENT]) > 0
