"""Edges and traces as plain text for a terminal: who copies, quotes and credits whom, and why it is thought so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sayso.exports.calling import call, call_all, describe, tag, title_of, with_tags, word_time
from sayso.exports.escapes import on_one_line
from sayso.exports.paragraphs import quote, wrap
from sayso.exports.wording import count
from sayso.linking.story import LinkedStory
from sayso.linking.tracing import Trace
from sayso.records.edge import Direction, Edge, EdgeKind
from sayso.records.span import Span

VERBS = {
    EdgeKind.COPIES: "copies",
    EdgeKind.QUOTES_SAME: "quotes the same as",
    EdgeKind.COMMON_SOURCE: "has a source in common with",
    EdgeKind.UPDATES: "is a later version of",
}
ALONE = "No other article here tells of the same happening, or holds its words."
MOST_OWN = 40  # sentences of its own that are listed; JSON has all


def render_echoes(edges: Sequence[Edge], story: LinkedStory, width: int) -> str:
    """A story's edges under what they lead to, that of most articles first."""
    goals = _by_goal(edges)
    lines = wrap(f"{title_of(story.scene.members[0].reading.article)}  {tag(story.id)}", width)
    lines += wrap(f"Of {count(len(story.articles), 'article')}, {_in_short(goals, story)}.", width)
    for goal, held in goals:
        lines += ["", *wrap(_heading(goal, story), width, "  ", "    ")]
        lines += [line for edge in held for line in edge_lines(edge, story, width, "    ")]
    return "\n".join(lines) + "\n"


Goal = tuple[str | None, str | None]  # an article here, or a name outside


def _by_goal(edges: Iterable[Edge]) -> list[tuple[Goal, list[Edge]]]:
    found: dict[Goal, list[Edge]] = {}
    for edge in edges:
        found.setdefault((edge.parent, edge.outside), []).append(edge)
    return sorted(found.items(), key=lambda item: (-_children(item[1]), item[0][0] or "", item[0][1] or ""))


def _children(edges: Iterable[Edge]) -> int:
    return len({edge.child for edge in edges})


def _in_short(goals: Sequence[tuple[Goal, list[Edge]]], story: LinkedStory) -> str:
    parts = []
    for (parent, outside), edges in goals:
        goal = call(parent, story) if parent else f"{on_one_line(outside or '')}, which is not here"
        parts.append(_word_links(edges, goal))
    return "; ".join(parts)


def _word_links(edges: Sequence[Edge], goal: str) -> str:
    """How many articles depend on it, may depend on it, or share with it in an unknown direction."""
    known = [edge for edge in edges if edge.direction is Direction.KNOWN]
    others = len({edge.child for edge in edges} - {edge.child for edge in known})
    parts = []
    if known:
        verb = (
            "may depend" if all(edge.runner_up for edge in known) else "depends" if _children(known) == 1 else "depend"
        )
        parts.append(f"{_children(known)} {verb} on {goal}")
    if others:
        linked = f"{others} {'is' if others == 1 else 'are'} linked with {'it' if known else goal}"
        parts.append(f"{linked}, in which direction is not known")
    return " and ".join(parts)


def _heading(goal: Goal, story: LinkedStory) -> str:
    parent, outside = goal
    return (
        describe(story.scene.member(parent).reading.article)
        if parent
        else f"{on_one_line(outside or '')}, which is not here"
    )


def edge_lines(edge: Edge, story: LinkedStory, width: int, indent: str = "") -> Iterator[str]:
    """An edge in words with its reasons and the words that show it."""
    yield from wrap(word_edge(edge, story), width, indent, indent + "  ")
    for reason in edge.reasons:
        yield from wrap(f"because: {with_tags(reason.words, story)}", width, indent + "  ", indent + "    ")
    if edge.runner_up:
        yield from wrap(f"or else: {with_tags(edge.runner_up, story)}", width, indent + "  ", indent + "    ")
    if edge.kind is not EdgeKind.CREDITS:
        for shown in edge.shown[:1]:
            yield from quote(shown.span.cut(story.scene.member(shown.article).text), width, indent + "  ")


def word_edge(edge: Edge, story: LinkedStory) -> str:
    """Like "⟨b⟩ copies ⟨a⟩" and "⟨b⟩ credits “Kell Post”, whose piece here is perhaps ⟨a⟩"."""
    child = call(edge.child, story)
    if edge.kind is EdgeKind.CREDITS:
        words = (
            on_one_line(edge.shown[0].span.cut(story.scene.member(edge.shown[0].article).text)) if edge.shown else ""
        )
        if edge.parent is None:
            return f"{child} credits “{words}”, of which no piece is here"
        sure = "" if edge.runner_up is None else "perhaps "
        return f"{child} credits “{words}”, whose piece here is {sure}{call(edge.parent, story)}"
    goal = call(edge.parent, story) if edge.parent else f"{on_one_line(edge.outside or '')}, which is not here"
    turned = edge.kind in (EdgeKind.COPIES, EdgeKind.UPDATES) and edge.direction is Direction.UNKNOWN
    return f"{child} {VERBS[edge.kind]} {goal}" + (
        ", or the other way round: the texts do not tell which" if turned else ""
    )


def render_trace(trace: Trace, width: int) -> str:
    """How much of the article others have, who was first, on whom it depends; then every sentence."""
    story = trace.story
    article = story.scene.member(trace.article).reading.article
    lines = wrap(describe(article), width, "", "  ")
    if len(story.articles) == 1:
        return "\n".join([*lines, *wrap(ALONE, width)]) + "\n"
    for line in (*_same_text(trace), _shares(trace), word_first(trace), *_depends(trace)):
        lines += wrap(line, width, "", "  ")
    order = ", the earliest first" if trace.first else ""
    lines += ["", *wrap(f"Its story has {count(len(story.articles), 'article')} here{order}:", width)]
    for other in story.articles:
        lines += wrap(_member_line(other, trace), width, "  ", "    ")
    for heading, edges in (("It depends on others:", trace.up), ("Others depend on it:", trace.down)):
        if edges:
            lines += ["", heading, *(line for edge in edges for line in edge_lines(edge, story, width, "  "))]
    return "\n".join([*lines, *_carried(trace, width), *_own(trace, article.text, width)]) + "\n"


def _same_text(trace: Trace) -> Iterator[str]:
    if trace.same_text:
        yield f"The very same text is here as {call_all(trace.same_text, trace.story)}."


def _shares(trace: Trace) -> str:
    every = count(len(trace.carried) + len(trace.own), "sentence")
    if not trace.carried:
        return f"None of its {every} stands in another article here."
    quoted = sum(carried.quoted for carried in trace.carried)
    note = f" ({quoted} of them {'a quotation' if quoted == 1 else 'quotations'})" if quoted else ""
    if not trace.own:
        return f"All of its {every} stand in others as well{note}."
    stand = "stands" if len(trace.carried) == 1 else "stand"
    return f"{len(trace.carried)} of its {every} {stand} in others as well{note}."


def word_first(trace: Trace) -> str:
    """Which article of the story came first, as far as the times that the pages give tell."""
    story = trace.story
    undated = sum(member.reading.article.published is None for member in story.scene.members)
    untold = f" {count(undated, 'article gives', 'articles give')} no time." if undated else ""
    if not trace.first:
        return "Which came first is not known: no article of the story gives a time."
    if len(trace.first) > 1:
        return f"Which came first the times do not tell: it may be {call_all(trace.first, story)}.{untold}"
    first = trace.first[0]
    who = "this one" if first == trace.article else call(first, story)
    when = on_one_line(word_time(story.scene.member(first).reading.article))
    return f"First here, by the times that the pages give: {who}, {when}.{untold}"


def _depends(trace: Trace) -> Iterator[str]:
    for edge in trace.up:
        yield f"{word_edge(edge, trace.story)}."
    if not trace.up:
        yield "Nothing shows that it depends on another article here."
    if trace.down:
        children = dict.fromkeys(edge.child for edge in trace.down)
        yield f"{count(len(children), 'article')} may depend on it: {call_all(children, trace.story)}."


def _member_line(other: str, trace: Trace) -> str:
    line = describe(trace.story.scene.member(other).reading.article)
    if other == trace.article:
        return f"{line} – this article"
    held = trace.held_by(other)
    quoted = sum(carried.quoted for carried in held)
    if not held:
        return f"{line} – has none of its sentences"
    return f"{line} – has {len(held)} of its sentences" + (f" ({quoted} quoted)" if quoted else "")


def _carried(trace: Trace, width: int) -> Iterator[str]:
    text = trace.story.scene.member(trace.article).text
    if trace.carried:
        yield ""
        yield from wrap(f"{count(len(trace.carried), 'sentence')} that others carry as well, or nearly so:", width)
    for carried in trace.carried:
        yield from quote(carried.span.cut(text), width, "  ")
        kind = "a quotation, in " if carried.quoted else "in "
        yield from wrap(kind + call_all(carried.others, trace.story), width, "    ", "      ")


def _own(trace: Trace, text: str, width: int) -> Iterator[str]:
    yield ""
    yield f"{count(len(trace.own), 'sentence')} of its own" + (":" if trace.own else ".")
    for span in trace.own[:MOST_OWN]:
        yield from _own_sentence(span, text, width)
    if len(trace.own) > MOST_OWN:
        yield f"  and {len(trace.own) - MOST_OWN} more"


def _own_sentence(span: Span, text: str, width: int) -> list[str]:
    return quote(span.cut(text), width, "  ")
