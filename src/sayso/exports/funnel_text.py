"""A point's funnel as plain text for a terminal: its numbers in one line, then each with the list that it counts."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.exports.calling import call_all, describe, tag, tag_point
from sayso.exports.escapes import on_one_line
from sayso.exports.paragraphs import quote, wrap
from sayso.exports.story_text import NO_ORIGIN, WHOLE, render_how_to_read, title_words, word_origin, word_reports
from sayso.exports.wording import count
from sayso.linking.funnel import Funnel
from sayso.linking.story import LinkedStory
from sayso.records.point import Point


def render_funnel(funnel: Funnel, point: Point, number: int, story: LinkedStory, width: int) -> str:
    """The numbers from articles to sides in one line, then each with the list that it counts."""
    lines = wrap(f"{tag_point(story, number)} {_in_short(funnel)}", width, "", "  ")
    lines += quote(title_words(point, story), width, "  ", WHOLE)
    for heading, listed in _steps(funnel, point, story):
        lines += ["", *wrap(f"→ {heading}", width, "", "  ")]
        lines += [line for entry in listed for line in wrap(entry, width, "    ", "      ")]
    return "\n".join([*lines, "", render_how_to_read(width)])


def _in_short(funnel: Funnel) -> str:
    steps = [count(len(funnel.articles), "article"), _word_publishers(funnel)]
    steps += [word_reports(funnel.reports, funnel.low, funnel.high)]
    steps += [count(len(funnel.origins), "origin") if funnel.origins else "no origin told"]
    return " → ".join([*steps, count(len(funnel.sides), "side") if funnel.sides else "sides not known"])


def _word_publishers(funnel: Funnel) -> str:
    if not funnel.publishers:
        return "publishers not known"
    known = count(len(funnel.publishers), "publisher")
    return known + (f" and {count(len(funnel.unknown), 'article')} of unknown ones" if funnel.unknown else "")


def _steps(funnel: Funnel, point: Point, story: LinkedStory) -> Iterator[tuple[str, list[str]]]:
    """Each number as a heading, and the entries that it counts."""
    articles = [describe(story.scene.member(article).reading.article) for article in funnel.articles]
    yield count(len(funnel.articles), "article"), articles
    publishers = [f"{on_one_line(name)}: {', '.join(map(tag, held))}" for name, held in funnel.publishers]
    unknown = [f"not known, which never means independent, of {', '.join(map(tag, funnel.unknown))}"]
    yield _word_publishers(funnel), publishers + (unknown if funnel.unknown else [])
    reports = [f"{at}. {call_all(report, story)}" for at, report in enumerate(funnel.reports, 1)]
    yield _word_interval(funnel), reports
    origins = [word_origin(origin, point, story) for origin in funnel.origins]
    yield count(len(funnel.origins), "origin"), origins or [NO_ORIGIN]
    sides = [f"{on_one_line(side)}: {', '.join(map(on_one_line, names))}" for side, names in funnel.sides]
    untold = [f"the articles do not tell for whom these speak: {', '.join(map(on_one_line, funnel.no_side))}"]
    yield (
        count(len(funnel.sides), "side") if funnel.sides else "sides not known",
        sides + (untold if funnel.no_side else []),
    )


def _word_interval(funnel: Funnel) -> str:
    words = count(len(funnel.reports), "report")
    if funnel.low == funnel.high:
        return words
    ends = f"{funnel.low} if every suspected dependence holds, {funnel.high} if only the proven ones do"
    return f"{words}; {ends} (`sayso echoes` shows why)"
