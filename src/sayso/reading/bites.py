"""Sound bites: in a broadcast's script, what somebody says into the microphone stands below the words that announce
it, as a paragraph of its own without quotation marks ("Ms. Quill says the pier is safe.", then "We walked it, uh,
twice.").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.patterns import compile_later
from sayso.reading.found import Found, without
from sayso.reading.quotations import Quotation
from sayso.reading.tagging import Range
from sayso.reading.words import Words

FIRST_PERSON = frozenset("i we my our me us i've i'm we're we've".split())
SPOKEN = compile_later(
    r"\b(?:I|I['’](?:m|ve|d|ll)|[Ww]e|[Ww]e['’](?:re|ve|d|ll)|[Oo]ur|[Uu]s|[Mm]y|me)\b"
    r"|\b(?:[Uu]h|[Uu]m|[Aa]h|[Ee]r)\b|\b[Yy]ou know\b|^(?:Well|Now|Look|Yeah|Yes|No), "
)
# What only a script of speech has: fillers, words broken off, a handing over to whoever reports.
SCRIPT = compile_later(
    r"\b(?:[Uu]h|[Uu]m|[Aa]h)\b|\b\w{1,6}- \w|\bhas (?:more|our story|the (?:story|details)|details|a report)\b"
)
# Nobody writes so: what stands between these is heard.
HEARD = compile_later(r"\b(?:[Uu]h|[Uu]m|[Aa]h)\b|\b\w{1,6}- \w")
PRESENTER = compile_later(r"\b(?:I|[Ww]e)\b(?!['’])")
# The newsroom's own first person: names itself, hands over, takes its leave.
NEWSROOM = compile_later(
    r"\b(?:I['’]m|I am|[Tt]his is|[Tt]hat['’]s) [A-Z]\w+ [A-Z]\w+|\bjoin(?:s|ed)? us\b|\bwith us\b|\bt(?:ell|old) us\b"
    r"|\b(?:correspondent|reporter|reports|reporting)\b|\bcolleague\b|\bafter (?:this|the break)\b"
    r"|^[A-Z][\w .]+, [A-Z]{3} [Nn]ews"
)


def add_bites(found: Sequence[Found], text: str, words: Words, quotations: Sequence[Quotation]) -> tuple[Found, ...]:
    """``found`` with each sound bite laid to the last one who speaks in the paragraph above it.

    Only in a script of speech, and without quotation marks: elsewhere they tell what is somebody's words. What is
    said inside a bite becomes nested in it.
    """
    if quotations or not SCRIPT.search(text):
        return tuple(found)
    result = list(found)
    for bite, speaker in _bites(result, text, words):
        above = result[speaker]
        result[speaker] = replace(above, contents=tuple(sorted((*above.contents, bite))))
        for number, one in enumerate(result):
            if number != speaker and one.parent is None and bite[0] <= one.cue[0] < bite[1]:
                result[number] = replace(one, parent=speaker)
    return tuple(without(result, set()))


def _bites(found: Sequence[Found], text: str, words: Words) -> Iterator[tuple[Range, int]]:
    """The sound bites with the place of the attribution that each belongs to; none where the newsroom begins in the
    first person itself."""
    speaker: int | None = None
    lines = words.lines()
    if not lines or PRESENTER.search(_cut(text, words, lines[0])):
        return
    for first, last in lines:
        if speaker is not None and _is_bite(found, text, words, (first, last)):
            yield (first, last), speaker
            continue
        speaker = _last_speaker(found, words, (first, last))


def _is_bite(found: Sequence[Found], text: str, words: Words, line: Range) -> bool:
    spoken = _cut(text, words, line)
    heard = HEARD.search(spoken) is not None
    if not (heard or SPOKEN.search(spoken)) or NEWSROOM.search(spoken):
        return False
    if heard:
        return True
    here = [one for one in found if one.parent is None and line[0] <= one.cue[0] < line[1]]
    return all(one.source is None or _is_first_person(one.source, words) for one in here)


def _last_speaker(found: Sequence[Found], words: Words, line: Range) -> int | None:
    """The place of the attribution in a line's last sentence, if its source is named there in the third person."""
    ends = [place + 1 for place in range(line[0], line[1] - 1) if words.forms[place] in (".", "?", "!")]
    first = ends[-1] if ends else line[0]
    here = [n for n, one in enumerate(found) if one.parent is None and line[0] <= one.cue[0] < line[1]]
    here = [n for n in here if max(found[n].cue[1], found[n].contents[-1][1]) > first]
    last = max(here, key=lambda n: found[n].cue[0], default=None)
    if last is None:
        return None
    source = found[last].source
    return last if source is not None and not _is_first_person(source, words) else None


def _cut(text: str, words: Words, line: Range) -> str:
    return text[words.starts[line[0]] : words.ends[line[1] - 1]]


def _is_first_person(source: Range, words: Words) -> bool:
    return words.forms[source[0]].lower() in FIRST_PERSON
