"""brat's standoff: a .txt as the text is, and an .ann with a line a mark, an attribute, an arc or a note; and back.

Offsets are code points. A mark over several lines is written as one stretch a line, as brat does itself; read back,
stretches with nothing but white space between them are one again.
"""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from sayso.errors import MalformedInput
from sayso.exports.cells import write_csv
from sayso.exports.file_names import file_stem
from sayso.exports.marked_reading import mark_reading
from sayso.exports.marks import ENDS, NAME, VALUES, Arc, Label, Mark, Marked, cut_at_breaks, tidy_spans
from sayso.exports.registry import OpenFile
from sayso.exports.selection import Selection
from sayso.records.reading import Unread
from sayso.records.span import Span

TEXT_BOUND = re.compile(r"([A-Za-z0-9_-]+) (\d{1,9} \d{1,9}(?:;\d{1,9} \d{1,9})*)")
RELATION = re.compile(r"([A-Za-z0-9_-]+) [A-Za-z0-9_-]+:(\S+) [A-Za-z0-9_-]+:(\S+)")
ATTRIBUTE = re.compile(r"([A-Za-z0-9_-]+) (\S+)(?: (.+))?")
NOTE = re.compile(r"AnnotatorNotes (\S+)")
FILES = ("file", "article", "outlet", "title", "url")
YES = "yes"  # the value of an attribute that has none


def export(selection: Selection, open_file: OpenFile) -> None:
    """A .txt and an .ann an article, the project's annotation.conf, and ``files.csv``: which file is which article.

    Without text there is no .txt, and an .ann has no words: only to be laid beside a text that is at hand.
    """
    with open_file("annotation.conf") as file:
        file.write(export_brat_config())
    with open_file("files.csv") as listed:
        listed.write(write_csv(FILES, ()).encode())
        for reading in selection.read():
            article, marked, stem = reading.article, mark_reading(reading), file_stem(reading.article.id)
            row = (stem, article.id, article.outlet, article.title, article.url)
            listed.write(write_csv(FILES, [row], head=False).encode())
            if selection.text:
                with open_file(f"{stem}.txt") as file:
                    file.write(marked.text.encode())
            with open_file(f"{stem}.ann") as file:
                file.write(export_brat(marked, text=selection.text))


def export_brat(marked: Marked, *, text: bool = True) -> bytes:
    """The .ann of a marked text, in UTF-8; without ``text`` the words of the marks are left out."""
    lines = [*_marks(marked, text=text), *_attributes(marked), *_arcs(marked), *_notes(marked, text=text)]
    return "".join(f"{line}\n" for line in lines).encode()


def import_brat(name: str, text: str, annotations: bytes) -> Marked:
    """The marks of an .ann over the text of its .txt.

    Lines of kinds that we do not write (events, equivalences, normalisations) are counted as unread. Raises
    MalformedInput, with the line, where one cannot be read, or its words do not stand where it says.
    """
    try:
        lines = annotations.decode().split("\n")
    except UnicodeDecodeError as error:
        raise MalformedInput(name, f"is no UTF-8: {error}") from error
    return _Loader(name, text).load(lines)


def import_folder(files: Mapping[str, bytes]) -> Iterator[Marked]:
    """The marked texts of a project's files by name; articles are called as ``files.csv`` has it, if it is there.

    Raises MalformedInput as `import_brat`, and for an .ann without its .txt.
    """
    listed = csv.DictReader(io.StringIO(files.get("files.csv", b"").decode("utf-8", "replace")))
    articles = {row.get("file"): row.get("article") for row in listed}
    for name in sorted(files):
        stem, _, ending = name.rpartition(".")
        if ending != "ann":
            continue
        if f"{stem}.txt" not in files:
            raise MalformedInput(name, f"has no text beside it: {stem}.txt is not there")
        try:
            text = files[f"{stem}.txt"].decode()
        except UnicodeDecodeError as error:
            raise MalformedInput(f"{stem}.txt", f"is no UTF-8: {error}") from error
        yield import_brat(articles.get(stem) or stem, text, files[name])


def export_brat_config() -> bytes:
    """The annotation.conf of a brat project that shows our marks."""
    entities = [label.value for label in Label]
    relations = [f"{kind}\tArg1:{a}, Arg2:{b}" for kind, (a, b) in ENDS.items()]
    attributes = [
        f"{name}\tArg:{'|'.join(labels)}, Value:{'|'.join(values)}" for name, (labels, values) in VALUES.items()
    ]
    parts = {"entities": entities, "relations": relations, "events": list[str](), "attributes": attributes}
    return "\n".join(f"[{name}]\n" + "".join(f"{line}\n" for line in lines) for name, lines in parts.items()).encode()


def _marks(marked: Marked, *, text: bool) -> Iterator[str]:
    for number, mark in enumerate(marked.marks, 1):
        parts = [part for span in mark.spans for part in cut_at_breaks(span, marked.text)]
        places = ";".join(f"{part.start} {part.end}" for part in parts)
        words = " ".join(part.cut(marked.text) for part in parts) if text else ""
        yield f"T{number}\t{mark.label} {places}\t{words}"


def _attributes(marked: Marked) -> Iterator[str]:
    every = ((n, name, value) for n, mark in enumerate(marked.marks, 1) for name, value in mark.attributes)
    for number, (mark_number, name, value) in enumerate(every, 1):
        yield f"A{number}\t{name} T{mark_number} {value}"


def _arcs(marked: Marked) -> Iterator[str]:
    for number, arc in enumerate(marked.arcs, 1):
        yield f"R{number}\t{arc.kind} Arg1:T{arc.a + 1} Arg2:T{arc.b + 1}"


def _notes(marked: Marked, *, text: bool) -> Iterator[str]:
    noted = ((n, mark.note) for n, mark in enumerate(marked.marks, 1) if mark.note and text)
    for number, (mark_number, note) in enumerate(noted, 1):
        yield f"#{number}\tAnnotatorNotes T{mark_number}\t{note}"


class _Loader:
    """Reads one .ann: marks first, for what comes to them may stand before them."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self.numbers: dict[str, int] = {}
        self.bound: list[tuple[str, tuple[Span, ...]]] = []
        self.attributes: dict[int, dict[str, str]] = defaultdict(dict)
        self.notes: dict[int, str] = {}
        self.arcs: list[Arc] = []
        self.unread: list[Unread] = []

    def load(self, lines: Iterable[str]) -> Marked:
        numbered = [(number, line.rstrip("\r").split("\t", 2)) for number, line in enumerate(lines, 1) if line.strip()]
        for number, cells in numbered:
            if cells[0].startswith("T"):
                self._mark(number, cells)
        for number, cells in numbered:
            if not cells[0].startswith("T"):
                self._beside(number, cells)
        marks = tuple(
            Mark(label, spans, tuple(sorted(self.attributes[at].items())), self.notes.get(at, ""))
            for at, (label, spans) in enumerate(self.bound)
        )
        return Marked(self.name, self.text, marks, tuple(self.arcs), tuple(self.unread))

    def _mark(self, number: int, cells: list[str]) -> None:
        match = TEXT_BOUND.fullmatch(cells[1]) if len(cells) > 1 else None
        if match is None or not NAME.fullmatch(match.group(1)):
            raise self._refusal(number, "is no mark")
        if cells[0] in self.numbers:
            raise self._refusal(number, f"{cells[0]} is there already")
        spans = tuple(self._span(number, *map(int, pair.split())) for pair in match.group(2).split(";"))
        words = " ".join(span.cut(self.text) for span in spans)
        if len(cells) > 2 and cells[2] and cells[2].split() != words.split():
            raise self._refusal(number, f"says “{cells[2]}” where the text has “{words}”: is it the same text?")
        tidied = tidy_spans(spans, self.text)
        if not tidied:
            raise self._refusal(number, "marks nothing but white space")
        self.numbers[cells[0]] = len(self.bound)
        self.bound.append((match.group(1), tidied))

    def _span(self, number: int, start: int, end: int) -> Span:
        if not start < end <= len(self.text):
            raise self._refusal(number, f"goes from {start} to {end} in a text of {len(self.text)} characters")
        return Span(start, end)

    def _beside(self, number: int, cells: list[str]) -> None:
        told = cells[1] if len(cells) > 1 else ""
        if cells[0][:1] in "AM" and (match := ATTRIBUTE.fullmatch(told)) and match.group(2) in self.numbers:
            self.attributes[self.numbers[match.group(2)]][match.group(1)] = match.group(3) or YES
        elif cells[0].startswith("R") and (match := RELATION.fullmatch(told)):
            self._arc(number, *match.groups())
        elif cells[0].startswith("#") and (match := NOTE.fullmatch(told)) and match.group(1) in self.numbers:
            self.notes[self.numbers[match.group(1)]] = cells[2] if len(cells) > 2 else ""
        elif cells[0][:1] in "EN*#AM":
            self.unread.append(Unread(f"{self.name}, line {number}", "is of a kind that is not read, or of no mark"))
        else:
            raise self._refusal(number, "is no annotation")

    def _arc(self, number: int, kind: str, a: str, b: str) -> None:
        if a not in self.numbers or b not in self.numbers:
            raise self._refusal(number, "joins what is not marked")
        self.arcs.append(Arc(kind, self.numbers[a], self.numbers[b]))

    def _refusal(self, number: int, why: str) -> MalformedInput:
        return MalformedInput(f"{self.name}, line {number}", why)
