"""A draft's quotations and a source's sayings as plain text for a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from sayso.exports.calling import call_article, call_holders, describe
from sayso.exports.escapes import on_one_line
from sayso.exports.paragraphs import quote, quote_spans, wrap
from sayso.exports.wording import UNRESOLVED, count
from sayso.linking.checking import Checked, Finding, Match
from sayso.linking.saying import Saying
from sayso.reading.actors import is_pronoun
from sayso.records.claim import Confidence
from sayso.records.drift import Piece, PieceKind
from sayso.records.reading import Reading

FINDINGS = {
    Finding.EXACT: "EXACT",
    Finding.ALTERED: "ALTERED",
    Finding.OTHER_SPEAKER: "OTHER SPEAKER",
    Finding.SPEAKER_UNCLEAR: "SPEAKER UNCLEAR",
    Finding.FIRMER: "FIRMER THAN ITS SOURCE",
    Finding.NOT_FOUND: "NOT FOUND",
    Finding.TOO_SHORT: "NOT LOOKED UP",
}
# The worst first: what a desk must look at before it goes out.
GRAVITY = (
    Finding.NOT_FOUND,
    Finding.OTHER_SPEAKER,
    Finding.ALTERED,
    Finding.SPEAKER_UNCLEAR,
    Finding.FIRMER,
    Finding.TOO_SHORT,
    Finding.EXACT,
)
NO_SPEAKER = "nobody by name"


def render_checked(checked: Sequence[Checked], draft: Reading, articles: int, width: int) -> str:
    """How many quotations are exact and how many not, then each with what was found of it, in the draft's order."""
    if not checked:
        return f"No quotation in the draft to look up in {count(articles, 'article')}.\n"
    found = Counter(one.finding for one in checked)
    quotations = sum(one.finding is not Finding.FIRMER for one in checked)
    parts = [f"{found[finding]} {FINDINGS[finding].lower()}" for finding in GRAVITY if found[finding]]
    against = f"{count(quotations, 'quotation')} against {count(articles, 'article')}"
    lines = wrap(f"{against}: {', '.join(parts)}.", width)
    for one in checked:
        lines += ["", *_checked(one, draft, width)]
    return "\n".join(lines) + "\n"


def _checked(one: Checked, draft: Reading, width: int) -> Iterator[str]:
    speaker = on_one_line(one.speaker) if one.speaker else NO_SPEAKER
    yield from wrap(f"{FINDINGS[one.finding]} – in the draft: {speaker}", width, "", "  ")
    yield from quote(one.span.cut(draft.article.text), width, "  ")
    if one.finding is Finding.NOT_FOUND:
        yield "  no quotation like it was read"
    elif one.finding is Finding.TOO_SHORT:
        yield "  one or two words are met by chance"
    elif one.finding is Finding.FIRMER:
        yield from wrap(_word_firmer(one, draft), width, "  ", "    ")
    else:
        for match in one.matches:
            yield from _match(match, draft, width)


def _word_firmer(one: Checked, draft: Reading) -> str:
    match = one.matches[0]
    mine = on_one_line(one.cue.cut(draft.article.text)) if one.cue else ""
    theirs = f"“{on_one_line(one.their_cue.cut(match.quoted.text))}”" if one.their_cue else "no such word"
    return f"the draft has “{mine}”; the firmest that was read is {theirs}, in {call_article(match.reading.article)}"


def _match(match: Match, draft: Reading, width: int) -> Iterator[str]:
    places = sum(piece.kind is not PieceKind.SAME for piece in match.drift.pieces)
    how = "word for word in" if match.exact else f"differs in {count(places, 'place')} from"
    yield from wrap(
        f"{how} {call_article(match.reading.article)}, which gives it to {_word_speaker(match)}", width, "  ", "    "
    )
    if not match.exact:
        yield from quote(match.quoted.spans[0].cut(match.quoted.text), width, "    ")
        for piece in match.drift.pieces:
            if piece.kind is not PieceKind.SAME:
                yield from wrap(_word_piece(piece, draft.article.text, match.quoted.text), width, "    ", "      ")


def _word_speaker(match: Match) -> str:
    speaker = match.quoted.speaker
    if speaker is None:
        return NO_SPEAKER
    if not is_pronoun(speaker):
        return on_one_line(speaker)
    seems = f"who seems to be {on_one_line(match.perhaps)}: look it up" if match.perhaps else UNRESOLVED
    return f"“{on_one_line(speaker)}”, {seems}"


def _word_piece(piece: Piece, draft: str, article: str) -> str:
    mine = f"“{on_one_line(piece.a.cut(draft))}”" if piece.a else ""
    theirs = f"“{on_one_line(piece.b.cut(article))}”" if piece.b else ""
    if piece.kind is PieceKind.LEFT_OUT:  # of the article's words: it stands in the draft only
        return f"+ the draft adds {mine}"
    return (
        f"− the draft leaves out {theirs}" if piece.kind is PieceKind.ADDED else f"~ the draft has {mine} for {theirs}"
    )


def render_sayings(name: str, sayings: Sequence[Saying], width: int) -> str:
    """How many claims of how many articles, by which spellings, then each claim under its article."""
    spelled = Counter(on_one_line(saying.actor.name) for saying in sayings)
    articles = len({saying.reading.article.id for saying in sayings})
    written = ", ".join(f"“{words}” ({times})" for words, times in spelled.most_common())
    told = f"{count(len(sayings), 'claim')} in {count(articles, 'article')}"
    lines = wrap(f"{on_one_line(name)}: {told}, written {written}", width, "", "  ")
    for _, group in groupby(sayings, key=lambda saying: saying.reading.article.id):
        listed = list(group)
        lines += ["", *wrap(describe(listed[0].reading.article), width, "", "  ")]
        lines += [line for saying in listed for line in _saying(saying, width)]
    return "\n".join(lines) + "\n"


def _saying(saying: Saying, width: int) -> Iterator[str]:
    text, claim = saying.reading.article.text, saying.claim
    sure = "" if claim.confidence is Confidence.CLEAR else f" · {claim.confidence.value}"
    yield from wrap(call_holders(claim, saying.reading) + sure, width, "  ", "    ")
    yield from quote_spans(claim.content, text, width, "    ")
