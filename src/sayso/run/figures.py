"""The figures of a coded sample in lines and as a paragraph for a methods section."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from sayso.errors import SaysoError
from sayso.exports.cells import replace_acting
from sayso.run.coding import Agreed, Coded, Share, find_agreement, find_precision, find_recall
from sayso.run.sample_files import JUDGED, load_coded, load_design, load_missed
from sayso.run.sampling import BY

CALLED = {"content_right": "content", "speaker_right": "speaker"}


def render_figures(made: Path) -> str:
    """Precision by stratum, recall, agreement, and the paragraph. Raises SaysoError where nothing is judged yet."""
    lines: list[str] = []
    told: list[str] = []
    precision: Share | None = None
    for judged in JUDGED:
        rows = load_coded(made, judged)
        found = find_precision(rows)
        if found is None:
            continue
        precision = precision or found
        agreed = find_agreement(rows)
        lines += [f"{CALLED[judged]} right", f"  {'all':<40} {word_share(found)}", *_by_stratum(rows)]
        lines += [
            f"  {'agreement of coders':<40} {_word_agreed(agreed)}" if agreed else "  judged by one coder only",
            "",
        ]
        told.append(_tell(CALLED[judged], found, agreed))
    if precision is None:
        raise SaysoError(f"{made}: no row is judged yet; write y or n into {' and '.join(JUDGED)} of coder-1.csv")
    if recall := find_recall(load_missed(made), precision):
        lines += [f"recall {'':<35} {word_share(recall)}", ""]
        told.append(
            f"In {recall.n} articles read in full, the coders counted what had been missed: recall was "
            f"{_percent(recall)}."
        )
    return "\n".join([*lines, _head(made), *told, ""])


def _by_stratum(rows: Sequence[Coded]) -> Iterator[str]:
    for at, name in enumerate(BY):
        for value in sorted({row.stratum[at] for row in rows}):
            share = find_precision([row for row in rows if row.stratum[at] == value])
            if share is not None:
                yield f"  {f'{name}: {replace_acting(value)}':<40} {word_share(share)}"


def word_share(share: Share) -> str:
    return f"{share.value:6.1%}  ({share.low:.1%} to {share.high:.1%}; n = {share.n})"


def _percent(share: Share) -> str:
    return f"{share.value:.1%} (95 % CI {share.low:.1%} to {share.high:.1%})"


def _word_agreed(agreed: Agreed) -> str:
    alpha = agreed.alpha
    told = f"alpha {alpha.value:.2f} ({alpha.low:.2f} to {alpha.high:.2f})" if alpha else "alpha cannot be told"
    return f"{word_share(agreed.same)}, {told}"


def _head(made: Path) -> str:
    design = load_design(made)
    drawn, by = len(design["rows"]), ", ".join(name.replace("speaker_kind", "kind of speaker") for name in BY)
    return (
        f"We drew a stratified random sample of {drawn:,} of {design['attributions']:,} attributions in "
        f"{design['articles']:,} articles (strata: {by}; at least one a "
        f"stratum, else by the square root of its size; seed {design['seed']}; Sayso model {design['model'][:12]}). "
        "Estimates weight every row by what it stands for; intervals are Wilson's with the effective number of rows."
    )


def _tell(what: str, found: Share, agreed: Agreed | None) -> str:
    told = f"The {what} was right in {_percent(found)} of attributions (n = {found.n})."
    if agreed is None:
        return told + " One coder judged them."
    alpha = agreed.alpha
    interval = f"95 % CI {alpha.low:.2f} to {alpha.high:.2f}" if alpha else ""
    krippendorff = f" (Krippendorff's alpha {alpha.value:.2f}, {interval})" if alpha else ""
    both = f"Two coders judged {agreed.same.n} of them independently and agreed on {agreed.same.value:.1%}"
    return f"{told} {both}{krippendorff}."
