"""`sayso review accept`, `reject`, `edit`, `merge`, `split` and `undo`: one command a decision."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sayso.cli.coders import blind_option, coder_option
from sayso.cli.failures import say
from sayso.cli.places import ledger_argument
from sayso.cli.reviewing import reviewing

if TYPE_CHECKING:
    from sayso.ledger.review import Review
    from sayso.records.decision import Decision

claim_argument = click.argument("claim", metavar="CLAIM")
why_option = click.option("--why", default="", metavar="WORDS", help="The reason.")
settle_option = click.option(
    "--settle", is_flag=True, help="End a disagreement of coders: this is in force from now on."
)


@dataclass(frozen=True, slots=True)
class Judging:
    """Who decides, whether without a look at others' decisions, why, and whether that ends a disagreement."""

    coder: str | None
    blind: bool
    why: str
    settles: bool

    def on(self, ledger: Path | str) -> AbstractContextManager[Review]:
        """The ledger opened for the one who decides."""
        return reviewing(ledger, self.coder, blind=self.blind)


def judging_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options of every decision, for a command with the one parameter ``judging``."""

    @wraps(command)
    def called(*, coder: str | None, blind: bool, why: str, settle: bool, **others: Any) -> None:
        command(judging=Judging(coder, blind, why, settle), **others)

    for part in (settle_option, blind_option, coder_option, why_option):
        called = part(called)
    return called


def tell(decision: Decision) -> None:
    """What was done, with its number."""
    from sayso.exports.review_text import word_done

    say(word_done(decision))


@click.command(short_help="Take claims as right.")
@ledger_argument
@click.argument("claims", nargs=-1, required=True, metavar="CLAIM...")
@judging_options
def accept(ledger: Path | str, claims: tuple[str, ...], judging: Judging) -> None:
    """Take claims as right, as the machine has them.

    \b
    Example:
      sayso review accept tonight.db 5f0c.c3a1

    \b
    Exit codes: 0 done, 1 there is no such claim or another error, 2 called wrongly.
    """
    with judging.on(ledger) as opened:
        for claim in claims:
            tell(opened.accept(claim, why=judging.why, settles=judging.settles))


@click.command(short_help="Refuse a claim, with the reason.")
@ledger_argument
@claim_argument
@judging_options
def reject(ledger: Path | str, claim: str, judging: Judging) -> None:
    """Refuse a claim: it is shown as rejected, and left out of points and counts. A reason is asked for.

    \b
    Example:
      sayso review reject tonight.db 5f0c.c3a1 --why "no claim, a caption"

    \b
    Exit codes: 0 done, 1 there is no such claim or no reason, 2 called wrongly.
    """
    with judging.on(ledger) as opened:
        tell(opened.reject(claim, why=judging.why, settles=judging.settles))


@click.command(short_help="Set a claim's words, voice, speaker or commitment right.")
@ledger_argument
@claim_argument
@click.option("--words", metavar="WORDS", help="The claim's words, letter for letter; ' … ' parts two stretches.")
@click.option("--span", metavar="120-245", help="The same in characters of the text.")
@click.option("--voice", type=click.Choice(["own", "attributed", "unsettled"]), help="Whose voice it is.")
@click.option("--speaker", metavar="NAME", help="Who says it; an empty name: nobody is given.")
@click.option(
    "--does",
    type=click.Choice(["asserts", "confirms", "denies", "hedges", "intends", "asks"]),
    help="What the speaker does with it.",
)
@click.option("--hedged/--not-hedged", default=None, help="Whether it is hedged.")
@judging_options
def edit(  # an option a field
    ledger: Path | str,
    claim: str,
    words: str | None,
    span: str | None,
    voice: str | None,
    speaker: str | None,
    does: str | None,
    hedged: bool | None,
    judging: Judging,
) -> None:
    """Set right what the machine has wrong; what is not named stays. From then on it counts as edited.

    \b
    Examples:
      sayso review edit tonight.db 5f0c.c3a1 --speaker "Oskar Lund" --does denies
      sayso review edit tonight.db 5f0c.c3a1 --words "a pier was moving"

    \b
    Exit codes: 0 done, 1 there is no such claim, its text has no such words, or nothing is changed, 2 called wrongly.
    """
    from sayso.records.attribution import Commitment
    from sayso.records.claim import Voice
    from sayso.records.decision import Edited

    with judging.on(ledger) as opened:
        edited = Edited(
            spans=opened.spans_of(claim, words=words, written=span),
            voice=Voice(voice) if voice else None,
            does=Commitment(does) if does else None,
            hedged=hedged,
            speaker=speaker,
        )
        tell(opened.edit(claim, edited, why=judging.why, settles=judging.settles))


@click.command(short_help="Say that claims say the same.")
@ledger_argument
@click.argument("claims", nargs=-1, required=True, metavar="CLAIM CLAIM...")
@judging_options
def merge(ledger: Path | str, claims: tuple[str, ...], judging: Judging) -> None:
    """Say that claims, of one article or several, say the same: they stand in one point from then on.

    \b
    Example:
      sayso review merge tonight.db 5f0c.c3a1 77d2.c0b9

    \b
    Exit codes: 0 done, 1 there is no such claim or another error, 2 called wrongly.
    """
    with judging.on(ledger) as opened:
        tell(opened.merge(*claims, why=judging.why, settles=judging.settles))


@click.command(short_help="Say that a claim does not say what others say.")
@ledger_argument
@claim_argument
@click.argument("others", nargs=-1, required=True, metavar="OTHER...")
@judging_options
def split(ledger: Path | str, claim: str, others: tuple[str, ...], judging: Judging) -> None:
    """Say that CLAIM does not say what each OTHER says: it stands in no point with them from then on.

    \b
    Example:
      sayso review split tonight.db 5f0c.c3a1 77d2.c0b9

    \b
    Exit codes: 0 done, 1 there is no such claim or another error, 2 called wrongly.
    """
    with judging.on(ledger) as opened:
        tell(opened.split(claim, *others, why=judging.why, settles=judging.settles))


@click.command(short_help="Take a decision of your own back.")
@ledger_argument
@click.argument("number", required=False, type=click.IntRange(1), metavar="[NUMBER]")
@coder_option
@why_option
def undo(ledger: Path | str, number: int | None, coder: str | None, why: str) -> None:
    """Take back your decision of that number (see `log`), or your last. The log keeps both; an undo can be undone.

    \b
    Example:
      sayso review undo tonight.db

    \b
    Exit codes: 0 done, 1 there is nothing to undo, 2 called wrongly.
    """
    with reviewing(ledger, coder) as opened:
        tell(opened.undo(number, why=why))


DECISIONS = (accept, reject, edit, merge, split, undo)
