"""Stories, points and disputes as plain text for a terminal. Articles' words stand behind a bar, verbatim.

First what is counted, then the lists that the numbers stand for. What stands between ⟨ and ⟩ is Sayso's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from sayso.exports.calling import call, call_all, call_holders, describe, tag, tag_point, title_of, with_tags
from sayso.exports.escapes import GAP, on_one_line
from sayso.exports.paragraphs import BAR, LONGEST, quote, quote_spans, shorten, wrap
from sayso.exports.wording import count
from sayso.linking.quoted.speakers import same_speaker
from sayso.linking.story import LinkedStory
from sayso.records.article import Article
from sayso.records.attribution import Commitment
from sayso.records.claim import Confidence, Voice
from sayso.records.edge import Shown
from sayso.records.point import Dispute, DisputeKind, Origin, Point, PointClaim
from sayso.records.span import Span, hull

MOST_POINTS = 3  # of a story in the list of stories
MOST_ALONE = 20  # articles in no story that are listed
MOST_OF_IT = 0.75  # of a sentence: a claim that is so much of it is shown as the whole
AROUND = 100  # characters of the article before and after disputed words
WHOLE = 100_000  # a point's own page shows its claims whole
IN_DISPUTE = {
    DisputeKind.NUMBER: "Numbers differ",
    DisputeKind.DATE: "Days differ",
    DisputeKind.PLACE: "Places differ",
    DisputeKind.ACTOR: "Who did it differs",
    DisputeKind.YES_NO: "Perhaps a yes against a no",
}
HERE, THERE = "▸", "◂"  # around disputed words
HOW_TO_READ = (
    "A report is one piece of reporting with all the articles that copy or credit it. “2 reports (1 to 3)”: 2 is the "
    "likeliest number, 1 if every suspected dependence holds, 3 if only the proven ones do. An origin is the innermost "
    "source that the articles give; “perhaps” stands before one that they quote or credit, but not for this very "
    "point. ▸ and ◂ stand around what is meant of a sentence. None of these numbers says what is true."
)


def render_stories_head(articles: int, stories: Sequence[Sequence[str]]) -> str:
    """How many stories there are, and how many articles stand alone."""
    several, alone = [s for s in stories if len(s) > 1], sum(len(story) == 1 for story in stories)
    if not several:
        return f"{count(articles, 'article')}, and no story that two of them tell.\n"
    told = f"{count(articles, 'article')}: {count(len(several), 'story', 'stories')} that several tell"
    return told + (f", {alone} that stand alone.\n" if alone > 1 else f", {alone or 'none'} that stands alone.\n")


def render_story(story: LinkedStory, width: int, most: int | None = MOST_POINTS) -> str:
    """A story's articles, and its largest points with what stands behind each."""
    lines = wrap(f"{title_of(story.scene.members[0].reading.article)}  {tag(story.id)}", width)
    articles = call_all(story.articles, story)
    lines += wrap(f"{count(len(story.articles), 'article')}: {articles}", width, "  ", "    ")
    shown = story.points[:most]
    for number, point in enumerate(shown, 1):
        lines += wrap(f"{tag_point(story, number)} {word_counts(point, story)}", width, "  ", "    ")
        lines += quote(title_words(point, story), width, "    ")
    lines += wrap(_word_rest(len(shown), len(story.points), story), width, "  ", "    ")
    return "\n".join(lines) + "\n"


def _word_rest(shown: int, points: int, story: LinkedStory) -> str:
    if not points:
        return "No point that two of them make."
    if shown == points:
        return f"{count(points, 'point')} in all."
    to = f" to {tag_point(story, points)}" if points > shown + 1 else ""
    return (
        f"{count(points - shown, 'more point')}, {tag_point(story, shown + 1)}{to}: `sayso point` lists all of a story."
    )


def render_alone(articles: Sequence[Article], more: int, width: int) -> str:
    """The articles in no story with another."""
    if not articles:
        return ""
    lines = ["In no story with another:"]
    for article in articles:
        lines += wrap(describe(article), width, "  ", "    ")
    return "\n".join([*lines, *([f"  and {more} more"] if more else [])]) + "\n"


def render_how_to_read(width: int) -> str:
    return "\n".join(wrap(HOW_TO_READ, width)) + "\n"


def word_counts(point: Point, story: LinkedStory) -> str:
    """A point's counts in one line: articles, reports with both ends, origins, disputes."""
    names = ", ".join(_in_short(origin, point, story) for origin in point.origins)
    origins = f"{count(len(point.origins), 'origin')}: {names}" if names else "no origin told"
    line = f"{count(len(point.articles), 'article')} → {word_reports(point.reports, point.low, point.high)} → {origins}"
    return line + (f" · {count(len(point.disputes), 'dispute')}" if point.disputes else "")


def _in_short(origin: Origin, point: Point, story: LinkedStory) -> str:
    sure = any(gives(article, origin, point, story) for article in origin.articles)
    return f"{'' if sure else 'perhaps '}{on_one_line(origin.name)} in {len(origin.articles)}"


def title_words(point: Point, story: LinkedStory) -> str:
    """The point's sentence, with ▸ and ◂ around what the point is where that is only a part of it."""
    text, title, inside = story.scene.member(point.title.article).text, point.title.span, find_core(point, story)
    if inside == title:
        return title.cut(text)
    return f"{text[title.start : inside.start]}{HERE}{inside.cut(text)}{THERE}{text[inside.end : title.end]}"


def find_core(point: Point, story: LinkedStory) -> Span:
    """What the point is of the sentence that is its title: a part of it, or all."""
    title = point.title.span
    claims = {claim.claim for claim in point.claims if claim.article == point.title.article}
    reading = story.scene.member(point.title.article).reading
    spans = (hull(claim.content) for claim in reading.claims if claim.id in claims)
    inside = max((span for span in spans if title.covers(span)), key=len, default=title)
    return title if len(inside) >= MOST_OF_IT * len(title) else inside


def word_reports(reports: Sequence[object], low: int, high: int) -> str:
    """``2 reports (1 to 3)``, or the number alone where nothing is in doubt."""
    return count(len(reports), "report") + (f" ({low} to {high})" if low != high else "")


def render_point(point: Point, number: int, story: LinkedStory, width: int) -> str:
    """A point's count, who says it and how, its reports, its origins with the words that name them, its disputes."""
    lines = wrap(f"{tag_point(story, number)} {word_counts(point, story)}", width, "", "  ")
    lines += quote(title_words(point, story), width, "  ", WHOLE)
    lines += wrap(f"in {call(point.title.article, story)}", width, "    ", "      ")
    lines += _claims(point, story, width)
    reports = word_reports(point.reports, point.low, point.high)
    lines += ["", *wrap(f"{reports}, each with the articles that pass it on:", width, "", "  ")]
    for at, report in enumerate(point.reports, 1):
        lines += wrap(f"{at}. {call_all(report, story)}", width, "  ", "     ")
    lines += ["", *_origins(point, story, width)]
    if point.disputes:
        lines += ["", f"{count(len(point.disputes), 'dispute')}:"]
        lines += [line for dispute in point.disputes for line in render_dispute(dispute, story, width)]
    return "\n".join(lines) + "\n"


def _is_hedged(claim: PointClaim) -> bool:
    return claim.hedged or claim.does is Commitment.HEDGES


def _is_denied(claim: PointClaim) -> bool:
    return claim.does is Commitment.DENIES


# Each claim stands under the first heading that holds it.
HEADINGS: tuple[tuple[str, Callable[[PointClaim], bool]], ...] = (
    ("Denied", _is_denied),
    ("Hedged", _is_hedged),
    ("In the outlet's own voice", lambda claim: claim.voice is Voice.OWN),
    ("Attributed", lambda claim: claim.voice is Voice.ATTRIBUTED),
    ("Whose words they are is unsettled", lambda claim: True),
)
ORDER = (2, 3, 1, 0, 4)  # of the headings on the page


def _claims(point: Point, story: LinkedStory, width: int) -> Iterator[str]:
    groups: dict[int, list[PointClaim]] = {}
    for claim in point.claims:
        groups.setdefault(next(at for at, (_, holds) in enumerate(HEADINGS) if holds(claim)), []).append(claim)
    for at in ORDER:
        claims = groups.get(at, [])
        if claims:
            articles = len({claim.article for claim in claims})
            yield ""
            heading = f"{HEADINGS[at][0]}: {count(len(claims), 'claim')} in {count(articles, 'article')}"
            yield from wrap(heading, width, "", "  ")
            for claim in claims:
                yield from _claim(claim, story, width)


def _claim(claim: PointClaim, story: LinkedStory, width: int) -> Iterator[str]:
    member = story.scene.member(claim.article)
    whole = next(c for c in member.reading.claims if c.id == claim.claim)
    holders = call_holders(whole, member.reading)
    sure = "" if whole.confidence is Confidence.CLEAR else f" · {whole.confidence.value}"
    yield from wrap(" · ".join(filter(None, [call(claim.article, story), holders])) + sure, width, "  ", "    ")
    yield from quote_spans(whole.content, member.text, width, "    ", WHOLE)


def _origins(point: Point, story: LinkedStory, width: int) -> Iterator[str]:
    yield from wrap(f"{count(len(point.origins), 'origin')}:" if point.origins else NO_ORIGIN, width, "", "  ")
    for origin in point.origins:
        yield from wrap(word_origin(origin, point, story), width, "  ", "    ")


NO_ORIGIN = "No origin: the articles tell no source for it."


def word_origin(origin: Origin, point: Point, story: LinkedStory) -> str:
    """An origin with what is known of it, the articles that give it for the point or only elsewhere, and its spellings.

    "Ada Quill (the point is about her): ⟨a⟩, ⟨b⟩; only from the rest of ⟨c⟩; written “Quill”".
    """
    known = [] if origin.named else ["not named"]
    known += ["an interested party"] if origin.party else []
    known += [f"speaks for {on_one_line(origin.side)}"] if origin.side else []
    note = f" ({'; '.join(known)})" if known else ""
    told = [article for article in origin.articles if gives(article, origin, point, story)]
    rest = [article for article in origin.articles if article not in told]
    parts = [call_all(told, story)] if told else []
    parts += [f"only from the rest of {call_all(rest, story)}"] if rest else []
    written = dict.fromkeys(shorten(cut(shown, story), 80) for shown in origin.shown)
    others = [f"“{words}”" for words in written if words != on_one_line(origin.name)]
    parts += [f"written {', '.join(others)}"] if others else []
    return f"{on_one_line(origin.name)}{note}: {'; '.join(parts)}"


def gives(article: str, origin: Origin, point: Point, story: LinkedStory) -> bool:
    """Whether a claim of the point in this article is given to the origin, or comes through it."""
    reading = story.scene.member(article).reading
    names = {actor.id: actor.name for actor in reading.actors}
    claims = {claim.claim for claim in point.claims if claim.article == article}
    links = (link for claim in reading.claims if claim.id in claims for link in claim.chain)
    holders = {names[link.actor] for link in links if link.actor in names}
    return any(origin.name.casefold() in name.casefold() or same_speaker(name, origin.name) for name in holders)


def render_dispute(dispute: Dispute, story: LinkedStory, width: int) -> list[str]:
    """One dispute with both wordings in their sentences, the disputed words between ▸ and ◂."""
    lines = wrap(f"{IN_DISPUTE[dispute.about]}: {with_tags(dispute.why, story)}", width, "  ", "    ")
    for shown in (dispute.a, dispute.b):
        lines += wrap(call(shown.article, story), width, "    ", "      ")
        lines += wrap(_around(shown, story), width, f"    {BAR}", f"    {BAR}")
    return lines


def _around(shown: Shown, story: LinkedStory) -> str:
    """The disputed words with those around them, of their own paragraph."""
    before, words, after = cut_around(shown, story)
    return f"{before}{HERE}{shorten(words, LONGEST)}{THERE}{after}"


def cut_around(shown: Shown, story: LinkedStory) -> tuple[str, str, str]:
    """The words before (harmless), shown, and after, of their own paragraph; with a mark where it goes on."""
    text, span = story.scene.member(shown.article).text, shown.span
    first, last = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    last = len(text) if last < 0 else last
    start, end = max(first, span.start - AROUND), min(span.end + AROUND, last)
    if start > first:  # from the next word on
        start = min(text.find(" ", start, span.start) + 1 or start, span.start)
    if end < last:
        end = max(text.rfind(" ", span.end, end), span.end)
    before, after = on_one_line(text[start : span.start]), on_one_line(text[span.end : end])
    return f"{GAP + ' ' if start > first else ''}{before}", span.cut(text), f"{after}{' ' + GAP if end < last else ''}"


def render_disputes(found: Iterable[tuple[int, Dispute]], story: LinkedStory, width: int) -> str:
    """A story's disputes, each with the number of its point."""
    lines = wrap(f"{title_of(story.scene.members[0].reading.article)}  {tag(story.id)}", width)
    for number, dispute in found:
        lines += ["", *wrap(tag_point(story, number), width), *render_dispute(dispute, story, width)]
    return "\n".join(lines) + "\n"


def cut(shown: Shown, story: LinkedStory) -> str:
    return shown.span.cut(story.scene.member(shown.article).text)
