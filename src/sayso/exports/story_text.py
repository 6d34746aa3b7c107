"""Stories, points, funnels, edges and traces as plain text for a terminal. The articles' words stand verbatim."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from sayso.exports.escapes import on_one_line
from sayso.exports.wording import count
from sayso.linking.checking import Checked, Finding
from sayso.linking.funnel import Funnel
from sayso.linking.story import LinkedStory
from sayso.linking.tracing import Trace
from sayso.records.attribution import Commitment
from sayso.records.claim import Voice
from sayso.records.drift import PieceKind
from sayso.records.edge import Direction, Edge, EdgeKind, Shown
from sayso.records.point import Dispute, Point, PointClaim
from sayso.records.reading import Reading
from sayso.records.span import Span

MOST_POINTS = 3  # of a story in the list of stories
LONGEST = 220  # characters of a sentence in a list; the point's own page shows it whole
VERBS = {
    EdgeKind.COPIES: "copies",
    EdgeKind.QUOTES_SAME: "quotes the same as",
    EdgeKind.CREDITS: "credits",
    EdgeKind.COMMON_SOURCE: "has a source in common with",
    EdgeKind.UPDATES: "updates",
}


def render_stories(stories: Iterable[LinkedStory], alone: int, width: int) -> str:
    """Every story with its largest points, and how many articles stand alone."""
    parts = [_story(story, width) for story in stories]
    end = f"{count(alone, 'article')} in no story with another" if alone else ""
    return "\n\n".join([*parts, end] if end else parts) + "\n"


def _story(story: LinkedStory, width: int) -> str:
    lines = [f"{title_of_article(story.scene.members[0].reading)}  ⟨{story.id}⟩"]
    lines.append(f"  {count(len(story.articles), 'article')}, {count(len(story.points), 'point')} that several make")
    for number, point in enumerate(story.points[:MOST_POINTS], 1):
        lines += _wrapped(f"{number}. {_quoted(point.title, story)}", width, "  ", "     ")
        lines += _wrapped(word_count(point), width, "     ", "     ")
    return "\n".join(lines)


def word_count(point: Point) -> str:
    """A point's counts in one line: articles, reports with both ends, origins, disputes."""
    reports = count(len(point.reports), "report")
    if (point.low, point.high) != (len(point.reports), len(point.reports)):
        reports += f" (from {point.low}, if all that is suspected holds, to {point.high})"
    names = ", ".join(f"{on_one_line(o.name)} ({len(o.articles)})" for o in point.origins)
    parts = [count(len(point.articles), "article"), reports, names or "no origin told"]
    line = " → ".join(parts)
    return line + (f" · {count(len(point.disputes), 'dispute')}" if point.disputes else "")


def title_of_article(reading: Reading) -> str:
    article = reading.article
    words = article.title or article.text.strip().split("\n", 1)[0]
    return on_one_line(_short(words))


def _quoted(shown: Shown, story: LinkedStory) -> str:
    words = shown.span.cut(story.scene.member(shown.article).text)
    return f"“{on_one_line(_short(words))}” ⟨{shown.article}⟩"


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rsplit(" ", 1)[0] + " …"


def _wrapped(line: str, width: int, first: str, rest: str) -> list[str]:
    return textwrap.wrap(line, max(40, width), initial_indent=first, subsequent_indent=rest) or [first]


def render_point(point: Point, story: LinkedStory, width: int) -> str:
    """Who says a point and how, its count, its origins with the words that name them, and its disputes."""
    words = on_one_line(point.title.span.cut(story.scene.member(point.title.article).text))
    lines = _wrapped(f"“{words}” ⟨{point.title.article}⟩", width, "", "")
    lines += _wrapped(word_count(point), width, "", "")
    lines += _claims(point, story, width)
    lines += ["", "Reports (articles that pass on one piece of reporting):"]
    for number, report in enumerate(point.reports, 1):
        lines += _wrapped(f"{number}. {', '.join(report)}", width, "  ", "     ")
    if point.origins:
        lines += ["", "Origins:"]
        for origin in point.origins:
            lines += _wrapped(_origin_line(point, origin.name), width, "  ", "     ")
    lines += _disputes(point.disputes, story, width)
    return "\n".join(lines) + "\n"


def _origin_line(point: Point, name: str) -> str:
    origin = next(o for o in point.origins if o.name == name)
    known = [] if origin.named else ["not named"]
    known += ["the point is about it"] if origin.party else []
    known += [f"speaks for {on_one_line(origin.side)}"] if origin.side else []
    note = f" ({'; '.join(known)})" if known else ""
    return f"{on_one_line(name)}{note}: {', '.join(origin.articles)}"


def _claims(point: Point, story: LinkedStory, width: int) -> Iterator[str]:
    for heading, keep in (
        ("In the outlet's own voice:", lambda c: c.voice is Voice.OWN and not c.hedged),
        ("Attributed:", lambda c: c.voice is Voice.ATTRIBUTED and c.does is not Commitment.DENIES and not c.hedged),
        ("Hedged:", lambda c: c.hedged),
        ("Denied:", lambda c: c.does is Commitment.DENIES),
        ("Unsettled:", lambda c: c.voice is Voice.UNSETTLED and not c.hedged),
    ):
        claims = [claim for claim in point.claims if keep(claim)]
        if claims:
            yield ""
            yield heading
            for claim in claims:
                yield from _wrapped(_claim_line(claim, story), width, "  ", "    ")


def _claim_line(claim: PointClaim, story: LinkedStory) -> str:
    member = story.scene.member(claim.article)
    whole = next(c for c in member.reading.claims if c.id == claim.claim)
    names = {actor.id: actor.name for actor in member.reading.actors}
    holders = [on_one_line(names[link.actor]) for link in whole.chain if link.actor in names]
    words = " […] ".join(on_one_line(span.cut(member.text)) for span in whole.content)
    through = f" – {' ← '.join(holders)}" if holders else ""
    return f"⟨{claim.article}⟩ {words}{through}"


def _disputes(disputes: Sequence[Dispute], story: LinkedStory, width: int) -> Iterator[str]:
    if disputes:
        yield ""
        yield "Disputes:"
    for dispute in disputes:
        yield from render_dispute(dispute, story, width)


def render_dispute(dispute: Dispute, story: LinkedStory, width: int) -> list[str]:
    """One dispute with both wordings in their sentences."""
    lines = _wrapped(f"{dispute.about.value}: {on_one_line(dispute.why)}", width, "  ", "    ")
    for shown in (dispute.a, dispute.b):
        lines += _wrapped(f"⟨{shown.article}⟩ {_around(shown, story)}", width, "    ", "      ")
    return lines


def _around(shown: Shown, story: LinkedStory) -> str:
    text = story.scene.member(shown.article).text
    start = max(text.rfind("\n", 0, shown.span.start) + 1, shown.span.start - 100)
    end = min(
        shown.span.end + 100, len(text) if "\n" not in text[shown.span.end :] else text.index("\n", shown.span.end)
    )
    return on_one_line(f"…{text[start : shown.span.start]}[{shown.span.cut(text)}]{text[shown.span.end : end]}…")


def render_funnel(funnel: Funnel, title: str, width: int) -> str:
    """The numbers from articles to sides, each with the list that it counts."""
    steps: list[tuple[str, str]] = [(count(len(funnel.articles), "article"), ", ".join(funnel.articles))]
    known = "; ".join(f"{on_one_line(family)}: {', '.join(articles)}" for family, articles in funnel.publishers)
    unknown = f"not known for {count(len(funnel.unknown), 'article')}" if funnel.unknown else ""
    steps.append((count(len(funnel.publishers), "publisher"), "; ".join(part for part in (known, unknown) if part)))
    reports = count(len(funnel.reports), "report")
    interval = f", {funnel.low} if all that is suspected holds, {funnel.high} if only what is proven"
    steps.append((reports + interval, " | ".join(", ".join(report) for report in funnel.reports)))
    origins = "; ".join(f"{on_one_line(o.name)}: {', '.join(o.articles)}" for o in funnel.origins)
    steps.append((count(len(funnel.origins), "origin"), origins or "the texts tell none"))
    sides = "; ".join(f"{on_one_line(side)}: {', '.join(map(on_one_line, names))}" for side, names in funnel.sides)
    steps.append((f"{count(len(funnel.sides), 'side')} that the texts name", sides or "not known"))
    lines = _wrapped(title, width, "", "")
    for number, what in steps:
        lines += ["", f"→ {number}", *_wrapped(what, width, "    ", "    ")]
    return "\n".join(lines) + "\n"


def render_edges(edges: Sequence[Edge], story: LinkedStory, width: int) -> str:
    """Every edge with its direction, reasons and words."""
    lines: list[str] = []
    for edge in edges:
        known = "" if edge.direction is Direction.KNOWN else ", or the other way round"
        goal = edge.parent if edge.parent is not None else f"{on_one_line(edge.outside or '')} (not here)"
        lines += _wrapped(f"{edge.child} {VERBS[edge.kind]} {goal}{known}  [{edge.score:.2f}]", width, "", "  ")
        for reason in edge.reasons:
            lines += _wrapped(f"because: {on_one_line(reason.words)}", width, "  ", "    ")
        for shown in edge.shown[:1]:
            words = shown.span.cut(story.scene.member(shown.article).text)
            lines += _wrapped(f"words: “{on_one_line(_short(words))}”", width, "  ", "    ")
        if edge.runner_up:
            lines += _wrapped(f"or else: {on_one_line(edge.runner_up)}", width, "  ", "    ")
    return "\n".join(lines) + "\n" if lines else ""


def render_trace(trace: Trace, width: int) -> str:
    """Where the article's words and facts were before, who else has them, and what is its own."""
    story = trace.story
    reading = story.scene.member(trace.article).reading
    lines = [f"{title_of_article(reading)}  ⟨{trace.article}⟩", ""]
    if len(story.articles) == 1:
        return "\n".join([*lines, "No other article of its story is here."]) + "\n"
    lines += _wrapped(
        f"Its story has {count(len(story.articles), 'article')}: {', '.join(story.articles)}", width, "", "  "
    )
    lines += _wrapped(_first_seen(trace), width, "", "  ")
    for heading, edges in (("It depends on:", trace.up), ("On it depend:", trace.down)):
        if edges:
            lines += ["", heading, render_edges(edges, story, width).rstrip("\n")]
    if trace.carried:
        lines += ["", f"{count(len(trace.carried), 'sentence')} that others carry as well:"]
        for carried in trace.carried:
            words = on_one_line(_short(carried.span.cut(reading.article.text)))
            lines += _wrapped(f"“{words}” – {', '.join(carried.others)}", width, "  ", "    ")
    lines += ["", f"{count(len(trace.own), 'sentence')} of its own:"]
    for span in trace.own:
        lines += _wrapped(f"“{on_one_line(_short(span.cut(reading.article.text)))}”", width, "  ", "    ")
    return "\n".join(lines) + "\n"


def _first_seen(trace: Trace) -> str:
    if trace.first is None:
        return "Which came first: not known, no article of the story gives a time."
    member = trace.story.scene.member(trace.first)
    published = member.reading.article.published
    outlet = member.reading.article.outlet or trace.first
    when = published.time.replace("T", " ") if published else "at a time not known"
    return f"First seen here: {on_one_line(outlet)}, {when} ⟨{trace.first}⟩"


SIGNS = {PieceKind.LEFT_OUT: "−", PieceKind.ADDED: "+", PieceKind.CHANGED: "~"}


def render_checked(checked: Sequence[Checked], draft: Reading, width: int) -> str:
    """Each quotation of the draft with what was found, and where words differ, which."""
    lines: list[str] = []
    for one in checked:
        words = on_one_line(_short(one.span.cut(draft.article.text)))
        lines += _wrapped(f"{one.finding.value.upper()}: {words}", width, "", "  ")
        lines += _wrapped(on_one_line(one.why), width, "  ", "    ")
        if one.finding is Finding.ALTERED and one.drift is not None and one.source is not None:
            for piece in one.drift.pieces:
                if piece.kind is not PieceKind.SAME:
                    here = _cut(piece.a, draft.article.text)
                    there = _cut(piece.b, one.source.text)
                    lines += _wrapped(f"{SIGNS[piece.kind]} here “{here}”, there “{there}”", width, "    ", "      ")
    return "\n".join(lines) + "\n" if lines else "No quotation found in the draft.\n"


def _cut(span: Span | None, text: str) -> str:
    return on_one_line(span.cut(text)) if span else ""
