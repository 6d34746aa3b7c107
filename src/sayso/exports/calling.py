"""How articles, points and holders are called in text views: short enough to read, and good to type in again."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sayso.exports.escapes import CLOSE, GAP, OPEN, on_one_line
from sayso.exports.wording import word_actor, word_anonymity
from sayso.linking.story import LinkedStory
from sayso.records.article import Article, Precision
from sayso.records.claim import Claim, Link, Role
from sayso.records.reading import Reading

MADE = re.compile(r"[0-9a-f]{32}")  # an id that Sayso made for an article that brings none
SHOWN = 10  # hexadecimal digits: two of a million articles share them in one case of two
LONGEST_TITLE = 80
NO_SOURCE = "a source that is not given"


def short_id(article: str) -> str:
    """An article's id, harmless; of one that Sayso made, its beginning, by which commands find it too."""
    return article[:SHOWN] if MADE.fullmatch(article) else on_one_line(article)


def tag(article: str) -> str:
    """``⟨harbour-12⟩``."""
    return f"{OPEN}{short_id(article)}{CLOSE}"


def tag_point(story: LinkedStory, number: int) -> str:
    """``⟨harbour-12#1⟩``."""
    return f"{OPEN}{short_id(story.id)}#{number}{CLOSE}"


def call(article: str, story: LinkedStory) -> str:
    """``The Kell Post ⟨harbour-12⟩``, or the id alone where the page names no outlet."""
    return call_article(story.scene.member(article).reading.article)


def call_article(article: Article) -> str:
    return f"{on_one_line(article.outlet)} {tag(article.id)}" if article.outlet else tag(article.id)


def call_all(articles: Iterable[str], story: LinkedStory) -> str:
    return ", ".join(call(article, story) for article in articles)


def with_tags(words: str, story: LinkedStory) -> str:
    """Words of Sayso's, harmless, with the ids in them as they are shown."""
    for article in story.articles:
        if MADE.fullmatch(article):
            words = words.replace(article, short_id(article))
    return on_one_line(words)


def describe(article: Article) -> str:
    """``⟨harbour-12⟩ The Kell Post, 2025-05-12 20:15 (+02:00): “Ferry aground”``, as far as the page says."""
    known = [on_one_line(part) for part in (article.outlet, word_time(article)) if part]
    title = title_of(article)
    told = [", ".join(known)] if known else []
    return f"{tag(article.id)} {': '.join([*told, *([f'“{title}”'] if title else [])])}".rstrip()


def title_of(article: Article) -> str:
    """The page's title or else its first line, shortened."""
    words = article.title or next((line for line in article.text.splitlines() if line.strip()), "")
    whole = on_one_line(words.strip())
    return whole if len(whole) <= LONGEST_TITLE else f"{whole[:LONGEST_TITLE].rpartition(' ')[0]} {GAP}"


def word_time(article: Article) -> str:
    """``2025-05-12 20:15 (+02:00)``, no finer than the page says; empty where it says nothing."""
    published = article.published
    if published is None:
        return ""
    when = published.time.replace("T", " ")
    if published.precision not in (Precision.MINUTE, Precision.SECOND):
        return when
    return f"{when} ({published.zone or 'zone not given'})"


def call_holders(claim: Claim, reading: Reading) -> str:
    """Whose say-so a claim is, and how it came here: "Ada Quill (asserts) · through Kell Post"; empty if own."""
    actors = {actor.id: actor for actor in reading.actors}
    parts: list[str] = []
    for link in reversed(claim.chain):
        if link.role in (Role.OUTLET, Role.AGENCY):  # a credit of the page makes no agency say a sentence
            continue
        actor = actors.get(link.actor or "")
        name = on_one_line(word_actor(actor) if actor else _words_of(link, reading.article.text))
        notes = [on_one_line(word_anonymity(actor))] if actor and word_anonymity(actor) else []
        if not parts:
            notes += [link.does.value] if link.does else []
            parts.append(name + (f" ({'; '.join(notes)})" if notes else ""))
        else:
            note = f" ({'; '.join(notes)})" if notes else ""
            parts.append(f"{'through' if link.role is Role.RELAY else 'as told by'} {name}{note}")
    return " · ".join(parts)


def _words_of(link: Link, text: str) -> str:
    """The article's words for a holder that is not resolved."""
    span = link.evidence.span if link.evidence.kind == "source" else None
    return f"“{span.cut(text)}”" if span else NO_SOURCE
