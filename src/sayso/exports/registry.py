"""Every export by name: what it makes and which module makes it.

A module of one file has ``export(selection) -> Iterator[bytes]``; a module of a folder has ``export(selection,
open_file)``, where ``open_file(name)`` opens a new file of the folder for writing.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from sayso.exports.selection import Selection

OpenFile = Callable[[str], BinaryIO]
ExportFile = Callable[["Selection"], Iterator[bytes]]
ExportFolder = Callable[["Selection", OpenFile], None]


@dataclass(frozen=True, slots=True)
class Export:
    """``sayso export --as name`` writes ``about``, made by ``sayso.exports.module``.

    ``ending`` is what its file is called by, or None where it makes a folder. ``stories`` says whether it shows what
    is found across articles. ``extra`` is the extra of the package that it needs.
    """

    name: str
    module: str
    ending: str | None
    about: str
    stories: bool = False
    extra: str | None = None

    @property
    def is_folder(self) -> bool:
        return self.ending is None

    def load_file(self) -> ExportFile:
        made: ExportFile = importlib.import_module(f"sayso.exports.{self.module}").export
        return made

    def load_folder(self) -> ExportFolder:
        made: ExportFolder = importlib.import_module(f"sayso.exports.{self.module}").export
        return made


EXPORTS = (
    Export("jsonl", "jsonl", ".jsonl", "readings and stories as JSON, one object a line", stories=True),
    Export("csv", "csv_tables", None, "tables as CSV, with a datapackage.json that describes them", stories=True),
    Export("parquet", "parquet_tables", None, "the same tables as Parquet; needs sayso[parquet]", stories=True,
           extra="parquet"),
    Export("prov", "prov_json", ".json", "where articles and claims come from, as PROV-JSON", stories=True),
    Export("ftm", "ftm", ".ftm.json", "articles and who speaks in them as entities of FollowTheMoney"),
    Export("schema-org", "jsonld", ".jsonld", "articles, quotations and claims as schema.org's, in JSON-LD"),
    Export("graphml", "graphs", None, "who is quoted by whom, and whose copy is whose, as GraphML", stories=True),
    Export("geojson", "geojson", ".geojson", "the places of articles as GeoJSON, with what is said of them"),
    Export("report-md", "report_markdown", ".md", "a report in Markdown: statements with footnotes", stories=True),
    Export("report-html", "report_html", ".html", "the same as a web page that stands alone, to print", stories=True),
    Export("web-annotation", "web_annotation", ".jsonl", "W3C Web Annotations (JSON-LD), a collection an article"),
    Export("brat", "brat", None, "brat standoff: texts, marks and the project's configuration"),
    Export("label-studio", "label_studio", None, "Label Studio: tasks with predictions, and the labels"),
    Export("plover", "plover", ".jsonl", "PLOVER events as JSON, with who says so and how firmly", stories=True),
    Export("ucdp", "ucdp", ".csv", "candidate rows in UCDP GED's columns: assaults with a death claim", stories=True),
    Export("acled", "acled", ".csv", "candidate rows in ACLED's columns", stories=True),
    Export("citron", "citron", None, "Citron's JSON, a file an article"),
    Export("gender-gap", "gender_gap", ".jsonl", "fields of the Gender Gap Tracker, an object an article"),
)  # fmt: skip


def find_export(name: str) -> Export:
    """The export of that name; KeyError where there is none."""
    return {export.name: export for export in EXPORTS}[name]
