"""From a folder of pages to whose copy one of them is, with the real weights."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.across import objects, shown
from tests.night import NIGHT

pytestmark = pytest.mark.weights


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Four articles, two of which copy the agency's report."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for one in NIGHT[:4]:
        time = one.published.time if one.published else None
        row = {"id": one.id, "text": one.text, "title": one.title, "outlet": one.outlet, "published": time}
        (folder / f"{one.id}.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    return folder


def test_stories_show_that_three_articles_are_one_report(pages: Path) -> None:
    assert shown("stories", pages).startswith("4 articles: 1 story that several tell, none that stands alone.")
    (story,) = objects("stories", pages)
    edges = {(edge["child"], edge["kind"], edge["parent"]) for edge in story["edges"]}
    assert edges >= {("post", "copies", "agency"), ("herald", "copies", "agency"), ("post", "credits", "agency")}
    engines = next(point for point in story["points"] if "engines" in point["title"]["words"])
    assert ["agency", "post", "herald"] in engines["reports"]
    assert "Ada Quill" in [origin["name"] for origin in engines["origins"]]


def test_a_trace_shows_whose_copy_a_page_is(pages: Path) -> None:
    view = shown("trace", pages / "post.jsonl", "--in", pages)
    assert "All of its 4 sentences stand in others as well (1 of them a quotation)." in view
    assert "First here, by the times that the pages give: Skerry Press ⟨agency⟩, 2025-05-12 19:42" in view
    assert "The Kell Post ⟨post⟩ copies Skerry Press ⟨agency⟩." in view
    (trace,) = objects("trace", pages / "radio.jsonl", "--in", pages)
    assert (trace["carried"], trace["depends_on"]) == ([], [])
    assert len(trace["own"]) == 3
