"""Invented articles to be read with the real weights: what news looks like, and what it must never break on."""

from __future__ import annotations

import json
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
HARBOUR = (EXAMPLES / "harbour.txt").read_text(encoding="utf-8")
EXAMPLE_TEXTS = tuple(
    json.loads(line)["text"] for line in (EXAMPLES / "three.jsonl").read_text(encoding="utf-8").splitlines()
)
# Paragraphs to be put together in any order: every kind of quotation mark, no mark at all, layouts, odd characters.
PARAGRAPHS = (
    "KELL — The ferry did not sail on Monday, the harbour office said.",
    "“The pumps failed,” said Ada Quill. “Nobody was told until noon.”",
    "The company, according to two people who saw the letter, had known since May.",
    "Otto Varga denied that he had promised to resign; he “might think about it”, he said.",
    "About 300 people waited on the quay. It rained.",
    'The minister told the Kell Post that "the bridge is safe", and that it would reopen.',
    "«Nous n’avons rien vu», a dit le maire.",
    "Marta Sy said her brother had heard the captain say that the chart was wrong 🌊.",
    "MARTA SY, HOST: Is it safe?\nADA QUILL: It is not.",
    "“We cannot\u00a0stay,” she said\u2028and left.",
    "An unclosed “quotation that nobody ends, Varga said",
    "The report, published in January, calls the pier “fit for use”\u200b.",
    "Who knew? Nobody would say.",
    "Source: Skerry Press Agency",
)
