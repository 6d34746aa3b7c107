"""`sayso review`: claims judged in the terminal, by keys or one command a decision; the log; how far coders agree."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.coders import blind_option, coder_option
from sayso.cli.corpora import form_option
from sayso.cli.decide import DECISIONS
from sayso.cli.failures import say
from sayso.cli.places import ledger_argument
from sayso.cli.reviewing import reviewing
from sayso.cli.terminal import show, width
from sayso.errors import BadDecision

if TYPE_CHECKING:
    from sayso.ledger.review import Review

WALK = "walk"


class Reviewing(click.Group):
    """The group of its commands; without one, `walk` is meant: `sayso review tonight.db`."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            args = [WALK, *args]
        return super().resolve_command(ctx, args)


@click.group(cls=Reviewing, no_args_is_help=False, short_help="Judge claims: accept, reject, edit, merge, split, undo.")
def review() -> None:
    """Judge the claims of a ledger. `sayso review LEDGER.db` shows one after the other and takes a key for each; the
    commands below do the same one by one, also where there is no terminal.

    Decisions never alter a reading: they are laid over it, kept in a log that is only added to, and stay when the
    articles are imported or read again. Rejected claims are left out of points and counts, edited ones count as edited.

    A claim is called by what `list` shows before it; the beginnings of both its parts will do.

    \b
    Examples:
      sayso review tonight.db
      sayso review list tonight.db
      sayso review reject tonight.db 5f0c.c3a1 --why "the inspector says it, not the ministry"

    \b
    Exit codes: 0 done, 1 an error, 2 called wrongly.
    """


for decision in DECISIONS:
    review.add_command(decision)


@review.command(name=WALK, short_help="Show claim after claim, and take a key for each.")
@ledger_argument
@coder_option
@blind_option
@click.option("--after", metavar="NAME", help="Only what that coder has judged.")
def walk(ledger: Path | str, coder: str | None, blind: bool, after: str | None) -> None:
    """Show claim after claim, the doubtful ones on which much rests first, and take a key for each: j next, k back,
    a accept, r reject, e edit, m merge, s split, u undo, / find, ? help, q stop.

    \b
    Example:
      sayso review tonight.db --as ada

    \b
    Exit codes: 0 done, 1 an error or no terminal, 2 called wrongly.
    """
    from sayso.cli.walking import Walk

    with reviewing(ledger, coder, blind=blind) as opened:
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            raise BadDecision("keys need a terminal; `sayso review list`, `accept`, `reject` and the others need none")
        Walk(opened, after=after).run()


@review.command("list", short_help="List the claims that wait, those that matter most first.")
@ledger_argument
@coder_option
@blind_option
@click.option("--after", metavar="NAME", help="Only what that coder has judged and you have not: for a second coder.")
@click.option("--most", "-n", type=click.IntRange(1, 10_000), default=20, show_default=True, help="How many.")
@click.option("--link", is_flag=True, help="Link all stories first, to know what rests upon each claim.")
@form_option
def list_queue(
    ledger: Path | str, coder: str | None, blind: bool, after: str | None, most: int, link: bool, form: str
) -> None:
    """List the claims that wait for a person. What is doubtful and what much rests upon comes first: the doubt of a row
    times the articles of its point, a dispute weighing as two.

    \b
    Examples:
      sayso review list tonight.db -n 50
      sayso review list tonight.db --as ben --blind --after ada

    \b
    Exit codes: 0 shown, 1 an error, 2 called wrongly.
    """
    from sayso.exports.review_json import export_queued
    from sayso.exports.review_text import render_queue

    with reviewing(ledger, coder, blind=blind) as opened:
        if link:
            _link(opened)
        queued = opened.queue(most, after=after)
        if form == "json":
            for one in queued:
                click.echo(export_queued(one))
        else:
            show(render_queue(queued, width()))


def _link(opened: Review) -> None:
    """Links every story as people left it, and keeps what rests upon each claim."""
    from sayso.cli.corpora import make_linker
    from sayso.ledger.review.feeding import save_fed
    from sayso.linking.contextual import LaterContextual
    from sayso.linking.feeding import find_fed
    from sayso.linking.kept import load_corpus
    from sayso.linking.prepared import load_link_lists

    ledger = opened.ledger
    corpus = load_corpus(make_linker(ledger, load_link_lists()), (), LaterContextual())
    feeds = [find_fed(story) for story in corpus.linked()]
    numbers = {name: number for number, name, _ in ledger.listed()}
    with ledger.change() as connection:
        for one in feeds:
            save_fed(connection, numbers, one)


@review.command(short_help="Show how far coders agree.")
@ledger_argument
@form_option
def agree(ledger: Path | str, form: str) -> None:
    """Show Krippendorff's alpha over the claims that two coders or more have judged, for the verdict and each field,
    and the claims on which they differ. Settle those with --settle.

    \b
    Example:
      sayso review agree tonight.db

    \b
    Exit codes: 0 shown, 1 an error, 2 called wrongly.
    """
    from sayso.exports.review_json import export_agreement
    from sayso.exports.review_text import render_agreement
    from sayso.ledger.review import On

    with reviewing(ledger, None) as opened:
        measured = {on: opened.agreement(on) for on in On}
        if form == "json":
            for on, found in measured.items():
                click.echo(export_agreement(on, found))
        else:
            show(render_agreement(measured, opened.contested(), width()))


@review.command(short_help="Show the log of decisions, and check it.")
@ledger_argument
@coder_option
@blind_option
@click.option("--holds", metavar="HEAD", help="Only check that the log still holds a head that was noted earlier.")
@click.option("--adrift", is_flag=True, help="Only decisions that hold nothing in today's readings, each with why.")
@form_option
def log(ledger: Path | str, coder: str | None, blind: bool, holds: str | None, adrift: bool, form: str) -> None:
    """Check every entry of the log, and show them, the last one first. The line `head` is what somebody else may note:
    with it, --holds tells later whether anything up to there was altered or taken away. JSON holds each entry as it
    was hashed, with its hash, a line each, the first one first.

    \b
    Examples:
      sayso review log tonight.db
      sayso review log tonight.db --format json > decisions.jsonl
      sayso review log tonight.db --holds 12:9b74…

    \b
    Exit codes: 0 the log is whole, 1 it was altered, does not hold the head, or another error, 2 called wrongly.
    """
    from sayso.exports.review_text import render_log
    from sayso.ledger.review import parse_head
    from sayso.ledger.review.chain import write_line
    from sayso.ledger.review.log import read_entries

    with reviewing(ledger, coder, blind=blind) as opened:
        head = opened.check(parse_head(holds) if holds else None)
        if holds:
            say(f"the log holds it; its head is {head}")
        elif form == "json":
            if blind:
                raise BadDecision("a blind coder is not shown the log of all")
            for entry in read_entries(opened.ledger.connection):
                click.echo(write_line(entry))
        else:
            lost = {one.decision.number: one.why for one in opened.adrift()}
            listed = [one for one in opened.decisions() if not adrift or one.number in lost]
            show(render_log(listed, lost, head, width()))
