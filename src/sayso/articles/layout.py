"""The part that each block of a page plays."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from sayso.articles.flags import REPEATED_LENGTH
from sayso.articles.hints import Hint
from sayso.articles.page import PageBlock, compact
from sayso.articles.pageclaims import PageClaims, fold
from sayso.articles.published import find_published
from sayso.articles.stretches import BlockTexts
from sayso.patterns import compile_later
from sayso.records.block import BlockKind

HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_NEAR = 40  # blocks above the story in which headline, deck and byline are looked for
_DECK = (20, 600)  # characters
# An element that holds more of the story than this is no special part of it: a tenth, or a long paragraph,
# but never two fifths (a short story wrapped into "teaser").
_WIDE, _WIDE_LENGTH, _WIDEST = 0.1, 600, 0.4

_CREDIT = compile_later(
    r"[\s(\[—–\-*]*(?:with files from|source:|sources:|contributed (?:to )?reporting|(?:additional )?reporting by|"
    r"editing by|writing by|compiled by|with (?:additional )?(?:reporting|inputs?|agencies)|\(?agencies\)?$)|"
    r".{0,160}\bcontributed (?:to (?:this|the) (?:report|story|article)|reporting)\b",
    re.IGNORECASE,
)
_RELATED = compile_later(
    r"(?:read (?:more|next|also)|see also|also read|related(?: stories| articles?| coverage)?|"
    r"more(?: on this| like this)?|don'?t miss|watch(?: now)?|recommended|must read|"
    r"you may (?:also )?like|in other news|keep reading|click here)\b"
    r"\s*(?:[:>»|–—-]|$)",
    re.IGNORECASE,
)
_CLICK = compile_later(r"click here (?:to|for)\b", re.IGNORECASE)
_FURNITURE = compile_later(
    r"(?:advertis(?:e)?ment(?: \d+)?|story continues below.*|article continues (?:below|after).*|continue reading.*|"
    r"article content|read full article|share(?: this.*)?|(?:copyright )?(?:©|\(c\)) ?.*|copyright .*|"
    r"all rights reserved.*|loading\.*|skip (?:to|past) .*|enable javascript.*|save|print|listen|comments?|"
    r"follow us on .*|join our .*|get (?:the|our) .*(?:newsletter|inbox|app).*|[^.]*sign(?:ing)? up (?:for|to) .*|"
    r"[^.]*\bsubscribe (?:to|now|today|here)\b.*|.*\bour (?:free )?(?:\w+ )?newsletters?\b.*|get daily .* news|"
    r".*download (?:the|our) .*\bapp\b.*|thank you for visiting .*|.*may (?:earn|receive) (?:an? )?(?:affiliate )?"
    r"commission.*|log ?in or .*|create (?:an|your) .*account.*)\Z",
    re.IGNORECASE | re.DOTALL,
)
_BYLINE = compile_later(r"(?:by|text by|words by|written by|story by|from)[ :]\s*[^\W\d_]", re.IGNORECASE)
_NAME = compile_later(r"(?:[^\W\d_][\w.'’-]*)(?:(?:\s|,\s|/|\s?&\s|\sand\s)[^\W\d_][\w.'’-]*){1,7}\Z")
_YEAR = compile_later(r"\b(?:19|20)\d\d\b")
_ENDED = compile_later(r"[.!?…:;,]['\"”’)]*\Z")
_CONTACT = re.compile(r"[\s•*·–-]*(?:e-?mail|twitter|follow|contact|bluesky|telephone|tel)\b.{0,12}[:@]", re.IGNORECASE)
_ABOUT = re.compile(r"(?:is|was|are|covers|writes|has (?:been|covered|written|worked)|joined|reports)\b", re.IGNORECASE)
_LONGEST_FURNITURE = 300


@dataclass(frozen=True, slots=True)
class Placed:
    """This block plays this part; ``text`` is its words in one line or more."""

    block: PageBlock
    kind: BlockKind
    text: str


@dataclass(frozen=True, slots=True)
class _Look:
    """What a block is judged by."""

    blocks: tuple[PageBlock, ...]
    texts: BlockTexts
    claims: PageClaims
    wide: frozenset[int]  # numbers of elements that hold too much of the story to be special
    described: frozenset[str]  # the page's own descriptions of the story, folded
    common: frozenset[Hint]  # hints that most of the story bears

    def hints(self, block: PageBlock) -> frozenset[Hint]:
        return frozenset(hint for hint, number in block.marks if number not in self.wide) - self.common


def place_blocks(
    blocks: tuple[PageBlock, ...], chosen: tuple[PageBlock, ...], texts: BlockTexts, claims: PageClaims
) -> tuple[Placed, ...]:
    """The blocks that make the article, in the page's order but the headline first, each with its part.

    Words that stand there twice are boilerplate the second time.
    """
    wide = _wide_elements(chosen)
    described = frozenset(map(fold, claims.decks))
    look = _Look(blocks, texts, claims, wide, described, _common_hints(chosen, wide))
    kinds = {block.number: _kind_inside(block, look) for block in chosen}
    _place_top(chosen, kinds, look)
    _place_captions(chosen, kinds, look)
    _place_ends(kinds, look)
    ordered = sorted(kinds, key=lambda number: (kinds[number] is not BlockKind.HEADLINE, number))
    return _without_repeats([Placed(blocks[number], kinds[number], texts[number]) for number in ordered])


def _wide_elements(chosen: tuple[PageBlock, ...]) -> frozenset[int]:
    held: Counter[int] = Counter()
    for block in chosen:
        for number in {number for _, number in block.marks}:
            held[number] += len(block.key)
    whole = sum(len(block.key) for block in chosen)
    most = min(max(_WIDE * whole, _WIDE_LENGTH), _WIDEST * whole)
    return frozenset(number for number, length in held.items() if length > most)


def _common_hints(chosen: tuple[PageBlock, ...], wide: frozenset[int]) -> frozenset[Hint]:
    """Hints that stand on paragraph after paragraph: a site's own way of naming its paragraphs."""
    held: Counter[Hint] = Counter()
    for block in chosen:
        for hint in {hint for hint, number in block.marks if number not in wide}:
            held[hint] += len(block.key)
    whole = sum(len(block.key) for block in chosen)
    return frozenset(hint for hint, length in held.items() if length > _WIDEST * whole)


def _kind_inside(block: PageBlock, look: _Look) -> BlockKind:
    """The part of a block that was chosen as main text."""
    text, hints = _even(look.texts[block.number]), look.hints(block)
    if Hint.CAPTION in hints:
        return BlockKind.CAPTION
    if Hint.EMBED in hints or (Hint.RELATED in hints and (block.linked or len(block.key) < 60)):
        return BlockKind.RELATED
    if _CREDIT.match(text) and len(text) < _LONGEST_FURNITURE:
        return BlockKind.CREDIT
    if is_furniture(text):
        return BlockKind.BOILERPLATE
    if Hint.FURNITURE in hints and (block.linked or len(text) < _LONGEST_FURNITURE):
        return BlockKind.BOILERPLATE
    if _is_teaser(block, text):
        return BlockKind.RELATED
    if find_published(text) is not None:
        return BlockKind.BYLINE
    if block.pictured and len(text) < 200 and not _ENDED.search(text):
        return BlockKind.CAPTION
    return BlockKind.BODY


def is_furniture(text: str) -> bool:
    """Whether a line of ``text`` is what sites set between paragraphs: advertisements, sign-ups, rights, buttons."""
    if len(text) >= _LONGEST_FURNITURE:
        return False
    lines = _even(text).splitlines()
    return any(_FURNITURE.match(line) or _CONTACT.match(line) for line in lines)


def _even(text: str) -> str:
    """``text`` with plain single spaces, its lines kept."""
    return "\n".join(" ".join(line.split()) for line in text.splitlines())


def _is_teaser(block: PageBlock, text: str) -> bool:
    """A link to another story: announced as one, or a paragraph that is nothing but a link and no sentence."""
    short = len(text) < 200
    if short and (_RELATED.match(text) or _CLICK.match(text)):
        return True
    whole = block.linked >= 0.95 * len(block.key)
    return (
        whole
        and short
        and block.element in ("p", "div", "section", "aside", "h2", "h3", "h4")
        and not _ENDED.search(text)
    )


# ── above the story ──


def _place_top(chosen: tuple[PageBlock, ...], kinds: dict[int, BlockKind], look: _Look) -> None:
    """Headline, deck and byline: above the first paragraph, or among what was chosen."""
    body = [b for b in chosen if kinds[b.number] is BlockKind.BODY and b.element not in HEADINGS and len(b.key) >= 60]
    first = body[0].number if body else chosen[0].number
    headline = _find_headline(first, body[len(body) // 2].number if body else first, look)
    if headline is not None:
        first = next((block.number for block in body if block.number > headline.number), first)
    start = headline.number + 1 if headline is not None else max(0, first - _NEAR)
    if headline is not None:
        kinds[headline.number] = BlockKind.HEADLINE
    title = fold(look.claims.title or "")
    for block in look.blocks[min(start, first) : first + 1]:
        if block.hidden or block is headline:
            continue
        kind = _kind_above(block, look, title, is_first=block.number == first, inside=block.number in kinds)
        if kind is not None:
            kinds[block.number] = kind
    for block in chosen:  # what stands above the headline is no part of the story
        above = headline is not None and block.number < headline.number
        if above and kinds[block.number] is BlockKind.BODY and headline is not None and headline.number < first:
            kinds[block.number] = BlockKind.BOILERPLATE


def _find_headline(first: int, middle: int, look: _Look) -> PageBlock | None:
    """The h1 that reads like the title, or the last h1 above the story, or any block that is the title.

    What reads like the title may stand below the first paragraph chosen (a notice at the top of the page).
    """
    near = [block for block in look.blocks[: first + 3] if not block.hidden]
    title = fold(look.claims.title or "")
    upper = [block for block in look.blocks[: middle + 1] if not block.hidden]
    headed = [block for block in upper if block.element == "h1" or Hint.HEADLINE in look.hints(block)]
    same = [block for block in headed if title and fold(look.texts[block.number]) == title]
    alike = [block for block in headed if title and _likeness(look.texts[block.number], title) >= 0.5]
    for found in (same, alike):
        if found:
            return found[-1]
    titles = [block for block in near[-_NEAR:] if title and fold(look.texts[block.number]) == title]
    if titles:
        return titles[-1]
    shown = [b for b in headed if b.number <= first + 2 and len(b.key) >= 15 and 2 * b.linked < len(b.key)]
    return shown[-1] if shown else None


def _likeness(text: str, title: str) -> float:
    mine, theirs = set(fold(text).split()), set(title.split())
    return len(mine & theirs) / max(1, min(len(mine), len(theirs)))


def _kind_above(block: PageBlock, look: _Look, title: str, *, is_first: bool, inside: bool) -> BlockKind | None:
    """The part of a block between the headline and the first paragraph; None to leave it as it is."""
    text, hints = _even(look.texts[block.number]), look.hints(block)
    if title and fold(text) == title:
        return BlockKind.BOILERPLATE if inside else None
    fits = _DECK[0] <= len(text) <= _DECK[1]
    described = fits and fold(text) in look.described
    if fits and not is_first and 2 * block.linked < len(block.key) and (described or Hint.DECK in hints):
        return BlockKind.DECK
    if is_first and fits and Hint.DECK in hints and block.element != "p":
        return BlockKind.DECK
    if is_first or len(text) > 150:
        return None
    if _is_byline(text, look.claims.authors) or (find_published(text) is not None):
        return BlockKind.BYLINE
    if Hint.BYLINE in hints and not inside and _tells_who_or_when(text, look.claims.authors):
        return BlockKind.BYLINE
    if (
        inside
        and block.element not in HEADINGS
        and _NAME.match(text)
        and _all_capital(text)
        and not _ENDED.search(text)
    ):
        return BlockKind.BYLINE
    return None


def _is_byline(text: str, authors: tuple[str, ...]) -> bool:
    if len(text) > 150:
        return False
    if any(compact(text).casefold() == compact(author).casefold() for author in authors):
        return True
    return bool(_BYLINE.match(text)) and len(text.split()) <= 15 and not _ENDED.search(text)


def _tells_who_or_when(text: str, authors: tuple[str, ...]) -> bool:
    """Whether a line from the page's byline box has an author or a year in it (the others are buttons)."""
    names = [compact(author).casefold() for author in authors]
    return _YEAR.search(text) is not None or any(name and name in compact(text).casefold() for name in names)


def _all_capital(text: str) -> bool:
    return all(word[:1].isupper() for word in re.split(r"[\s/,&]+", text) if word and word != "and")


# ── captions and what follows the story ──


def _place_captions(chosen: tuple[PageBlock, ...], kinds: dict[int, BlockKind], look: _Look) -> None:
    """Captions between the headline and the end of the story that were passed over."""
    if not chosen:
        return
    start = min((number for number, kind in kinds.items() if kind is BlockKind.HEADLINE), default=chosen[0].number)
    for block in look.blocks[start : chosen[-1].number]:
        if block.hidden or block.number in kinds or len(block.key) < 15:
            continue
        hints = look.hints(block)
        if Hint.CAPTION in hints and not hints & {Hint.RELATED, Hint.FURNITURE, Hint.EMBED}:
            kinds[block.number] = BlockKind.CAPTION


def _place_ends(kinds: dict[int, BlockKind], look: _Look) -> None:
    """What stands after the last paragraph: lines about the authors; a heading that nothing follows."""
    names = [author.casefold() for author in look.claims.authors if " " in author]
    body = [number for number in sorted(kinds) if kinds[number] is BlockKind.BODY]
    for number in reversed(body[-4:] if len(body) > 4 else []):
        block, text = look.blocks[number], look.texts[number]
        about = any(text.casefold().startswith(name) and _ABOUT.match(text[len(name) :].strip()) for name in names)
        if about or block.element in HEADINGS:
            kinds[number] = BlockKind.BOILERPLATE
        elif len(block.key) >= 60:
            return


def _without_repeats(placed: list[Placed]) -> tuple[Placed, ...]:
    """Body and headline that stand there again are boilerplate; a caption may repeat a sentence of the body."""
    seen: set[str] = set()
    kept: list[Placed] = []
    for item in placed:
        story = item.kind in (BlockKind.BODY, BlockKind.HEADLINE)
        again = story and len(item.block.key) >= REPEATED_LENGTH and item.block.key in seen
        kept.append(Placed(item.block, BlockKind.BOILERPLATE, item.text) if again else item)
        if story:
            seen.add(item.block.key)
    return tuple(kept)
