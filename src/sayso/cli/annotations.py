"""`sayso annotations`: what people marked in brat or Label Studio, to train on or beside what was read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.failures import failing_in_words, say
from sayso.errors import SaysoError

if TYPE_CHECKING:
    from sayso.exports.annotated import Annotated
    from sayso.exports.marks import Marked


@click.command("annotations", short_help="Read what people marked in brat or Label Studio.")
@click.argument("source", metavar="FOLDER|FILE", type=click.Path(path_type=Path))
@click.option("--from", "tool", required=True, type=click.Choice(["brat", "label-studio"]), help="The tool.")
@click.option(
    "--output",
    "-o",
    "out",
    required=True,
    metavar="OUT",
    type=click.Path(path_type=Path),
    help='The file to write, one JSON object a line; "-" is standard output.',
)
@click.option(
    "--against",
    metavar="READINGS",
    type=click.Path(path_type=Path),
    help="Write what was changed of these readings (JSON lines, or articles), not what was marked.",
)
@click.option("--replace", is_flag=True, help="Write over an OUT that is there.")
def read_annotations(source: Path, tool: str, out: Path, against: Path | None, replace: bool) -> None:
    """Read what people marked: a brat project's folder as `sayso export --as brat` makes it, or Label Studio's export
    of tasks as JSON. Each line is an article with its attributions, as training/ takes them. With --against, each line
    is a change: an attribution that was added, removed, moved (other words) or edited (another commitment, kind or
    stance).

    \b
    Examples:
      sayso annotations project/ --from brat -o marked.jsonl
      sayso annotations tasks.json --from label-studio -o changes.jsonl --against readings.jsonl

    \b
    Exit codes: 0 written, 1 an error, 2 called wrongly.
    """
    from sayso.cli.outputs import new_file, refuse_output
    from sayso.exports.annotated import collect_attributions, export_training

    with failing_in_words():
        refuse_output(out, source, replace=replace)
        marked = list(_read_marked(source, tool))
        for one in marked:
            for unread in one.unread:
                say(f"{unread.what}: {unread.why}")
        if not marked:
            raise SaysoError(f"{source}: holds nothing that was marked")
        annotated = [collect_attributions(one) for one in marked]
        lines = map(export_training, annotated) if against is None else _changes(annotated, against)
        with new_file(out) as file:
            file.writelines(line + b"\n" for line in lines)


def _read_marked(source: Path, tool: str) -> Iterable[Marked]:
    from sayso.exports.brat import import_folder
    from sayso.exports.label_studio import import_tasks

    if tool == "label-studio":
        return import_tasks(source.name, source.read_bytes())
    if not source.is_dir():
        raise SaysoError(f"{source}: is no folder; name the folder with the .txt and .ann files")
    return import_folder({path.name: path.read_bytes() for path in source.iterdir() if path.is_file()})


def _changes(annotated: list[Annotated], against: Path) -> Iterator[bytes]:
    from sayso.cli.corpora import stream_all
    from sayso.exports.annotated import collect_attributions, compare_annotated, export_change
    from sayso.exports.marked_reading import mark_reading

    wanted = {one.id for one in annotated}
    read = {
        reading.article.id: collect_attributions(mark_reading(reading))
        for reading in stream_all([against])
        if reading.article.id in wanted
    }
    for one in annotated:
        before = read.get(one.id)
        if before is None or before.text != one.text:
            say(f"{one.id}: {'is not in' if before is None else 'has another text in'} {against}")
            continue
        yield from (export_change(one.id, change) for change in compare_annotated(before, one))
