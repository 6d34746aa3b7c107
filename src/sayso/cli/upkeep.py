"""`sayso upgrade`, `verify`, `forget`, `reread`: what keeps a ledger sound and up to date."""

from __future__ import annotations

import json
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.actors import actors_option, read_actor_texts
from sayso.cli.corpora import cores, form_option, make_linker
from sayso.cli.failures import ERROR, INTERRUPTED, failing_in_words, say
from sayso.cli.places import ledger_argument
from sayso.cli.terminal import show

if TYPE_CHECKING:
    from sayso.ledger import Ledger, Where
    from sayso.ledger.rereading import Rereading
    from sayso.linking.incremental import Linker
    from sayso.records.article import Article
    from sayso.run.workers import LoadReader

TOGETHER = 64  # articles read again that land in one transaction
MOST_LISTED = 20
LONGEST = 80  # characters of a claim's words that are shown


@click.command(short_help="Bring a ledger that an older Sayso made up to date.")
@ledger_argument
def upgrade(ledger: Where) -> None:
    """Bring a ledger that an older Sayso made up to date, with all that it holds: whole, or not at all. An older Sayso
    does not open it any more; copy the file first if you need both.

    \b
    Example:
      sayso upgrade tonight.db

    \b
    Exit codes: 0 up to date, 1 an error, 2 called wrongly.
    """
    from sayso.exports.reading_json import import_json
    from sayso.exports.wording import count
    from sayso.ledger import upgrade_ledger

    def begin(articles: int) -> None:
        say(f"bringing it up to date: {count(articles, 'article')}, about half a minute for each 10,000")

    with failing_in_words():
        steps = upgrade_ledger(ledger, import_json, begin)
    for step in steps:
        say(f"new in it: {step.what}")
    if not steps:
        say("is up to date")


@click.command(short_help="Check that everything in a ledger is as it was put there.")
@ledger_argument
@form_option
def verify(ledger: Where, form: str) -> None:
    """Check a ledger: the database itself, the digest of every text, that every span lies in its text, that all lists
    and indexes hold what the readings give, and that nothing is there of what was forgotten. Nothing is changed.

    \b
    Example:
      sayso verify tonight.db

    \b
    Exit codes: 0 nothing is wrong, 1 something is, or an error, 2 called wrongly.
    """
    from sayso.exports.escapes import on_one_line
    from sayso.exports.wording import count
    from sayso.ledger import open_ledger
    from sayso.linking.prepared import load_link_lists
    from sayso.linking.verifying import verify as verify_ledger
    from sayso.run.imported import import_sound

    wrong = 0
    with failing_in_words(), open_ledger(ledger) as opened:
        articles = opened.counts()["articles"]
        for finding in verify_ledger(opened, import_sound, load_link_lists()):
            wrong += 1
            line = json.dumps({"what": finding.what, "why": finding.why})
            show(f"{line if form == 'json' else on_one_line(f'{finding.what}: {finding.why}')}\n")
    say(f"{count(articles, 'article')} checked, " + (f"{count(wrong, 'thing')} wrong" if wrong else "nothing wrong"))
    if wrong:
        raise click.exceptions.Exit(ERROR)


@click.command(short_help="Take one article out of a ledger for good.")
@ledger_argument
@click.argument("article")
@click.option("--reason", required=True, help="Why; it is kept with the digest.")
def forget(ledger: Where, article: str, reason: str) -> None:
    """Take the article with the id ARTICLE out of a ledger, with its text, its reading and all that was made of them. A
    tombstone stays: digests, the time and the reason; what has one is not added again. Copies of the ledger's file keep
    what they have.

    \b
    Example:
      sayso forget tonight.db kell-post-17 --reason "asked for by its author"

    \b
    Exit codes: 0 forgotten, 1 there is no such article or ledger, 2 called wrongly.
    """
    from sayso.ledger import open_ledger
    from sayso.ledger.removing import forget as forget_article

    with failing_in_words(), open_ledger(ledger) as opened:
        stone = forget_article(opened, article, reason)
    say(f"forgotten; of its text the digest stays: {stone.text_digest}")


@click.command(short_help="Read the articles of a ledger again, where another model read them.")
@ledger_argument
@click.option("--jobs", "-j", type=click.IntRange(1), help="Processes that read.  [default: one a core]")
@actors_option
@form_option
def reread(ledger: Where, jobs: int | None, actors: tuple[Path, ...], actors_only: bool, form: str) -> None:
    """Read again every article of a ledger whose reading was made by another model or other lists than those here, link
    it anew, and show what that changed: claims gained, lost, and changed in whose they are. What people decided stays.
    Texts, and the parts of pages as they came in, stay too. Where it is stopped, the same command goes on from there.

    \b
    Examples:
      sayso reread tonight.db
      sayso reread tonight.db --format json > changes.jsonl

    \b
    Exit codes: 0 all is read by the model that is here, 1 an error, 2 called wrongly, 130 interrupted.
    """
    from sayso.exports.wording import count
    from sayso.ledger import open_ledger
    from sayso.linking.prepared import load_link_lists
    from sayso.run.workers import load_reader

    told = Changes(form)
    with failing_in_words(), open_ledger(ledger) as opened:
        load = partial(load_reader, read_actor_texts(actors, only=actors_only))
        try:
            _reread(opened, make_linker(opened, load_link_lists()), load, jobs or cores(), told)
        except KeyboardInterrupt:
            say(f"stopped: {told}; the same command goes on from there")
            raise click.exceptions.Exit(INTERRUPTED) from None
    say(f"{count(told.articles, 'article')} read again: {told}")


class Changes:
    """What rereading has changed so far; each article's is shown as it comes."""

    def __init__(self, form: str) -> None:
        self.form = form
        self.articles = self.gained = self.lost = self.changed = 0

    def __str__(self) -> str:
        from sayso.exports.wording import count

        return f"{count(self.gained, 'claim')} gained, {self.lost} lost, {self.changed} changed"

    def add(self, done: Rereading, article: Article) -> None:
        self.articles += 1
        self.gained += len(done.gained)
        self.lost += len(done.lost)
        self.changed += len(done.changed)
        if not done.is_same:
            self._show(done, article)

    def _show(self, done: Rereading, article: Article) -> None:
        from sayso.exports.escapes import on_one_line

        kinds = {"gained": done.gained, "lost": done.lost, "changed": done.changed}
        if self.form == "json":
            spans = {kind: [[[s.start, s.end] for s in content] for content in found] for kind, found in kinds.items()}
            show(json.dumps({"article": article.id, "before": done.before, "after": done.after, **spans}) + "\n")
            return
        for kind, found in kinds.items():
            for content in found:
                words = " … ".join(" ".join(span.cut(article.text).split()) for span in content)
                short = words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
                show(on_one_line(f"{article.id}: {kind}: {short}") + "\n")


def _reread(ledger: Ledger, linker: Linker, load: LoadReader, jobs: int, told: Changes) -> None:
    from sayso.exports.reading_json import import_json
    from sayso.ledger.rereading import find_outdated
    from sayso.run.loop import read_in_order
    from sayso.run.workers import Workers, find_model

    left = iter(find_outdated(ledger.connection, find_model(load)))
    with Workers(jobs, load) as workers:
        while some := list(islice(left, TOGETHER)):
            articles = [import_json(data).article for data in ledger.readings(some)]
            outcomes = list(read_in_order(iter(articles), workers, first=1, batch=8))
            readings = {
                number: import_json(outcome.line)
                for number, outcome in zip(some, outcomes, strict=True)
                if outcome.line is not None
            }
            for outcome in outcomes:
                if outcome.unread is not None:
                    say(f"{outcome.unread.what}: {outcome.unread.why}; its reading stays as it was")
            texts = {article.id: article for article in articles}
            for done in linker.read_again(readings):
                told.add(done, texts[done.article])
