"""Saved pages in."""

from __future__ import annotations

import re

from sayso.articles import flags
from sayso.articles.decoding import Decoded, decode_bytes, refuse_no_text, replace_surrogates
from sayso.articles.identity import make_id
from sayso.articles.layout import Placed, is_furniture, place_blocks
from sayso.articles.limits import DEFAULT_LIMITS, Limits
from sayso.articles.maintext import choose_blocks, plain_blocks
from sayso.articles.page import Page, PageBlock, read_page
from sayso.articles.pageclaims import read_claims
from sayso.articles.published import find_published
from sayso.articles.stretches import BlockTexts, compose_text
from sayso.errors import EmptyInput, TooLarge
from sayso.records.article import Article, Published
from sayso.records.block import Block, BlockKind

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_PROLOG = re.compile(rb"\s{0,99}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_HEAD = 4096  # bytes in which browsers look for the charset, four times over
_TITLES = 12  # h1 elements that are looked at
_STORY = frozenset({BlockKind.BODY, BlockKind.BOILERPLATE})  # the second copy of a paragraph is boilerplate
_WORDS = 15  # letters and digits of hidden words beside the story that count


def read_html(data: bytes, name: str, *, charset: str | None = None, limits: Limits = DEFAULT_LIMITS) -> Article:
    """The article of a saved page.

    ``text`` is made of stretches of the page (headline, deck, byline, captions, body) joined by an empty line;
    ``blocks`` cover it but for the joints. ``page_map`` leads each stretch back to code points of the decoded
    page (without a byte order mark): a stretch is either the same characters there, or at most two characters
    that one entity, one run of white space or one ``<br>`` of the page stands for. It is cut wherever a tag, an
    entity or a white space run other than one space lies between. Words in comments, scripts, styles and hidden
    elements are never in the text (but where the page hides its whole story: flag "hidden text"). ``charset`` is what
    came with the page (by HTTP, in a mail); it goes before what the page declares.
    Raises EmptyInput, BinaryInput or TooLarge, naming ``name``.
    """
    declared = _CHARSET.search(data[:_HEAD]) or _PROLOG.match(data[:_HEAD])
    charset = charset or (declared[1].decode("ascii") if declared else None)
    return _article(decode_bytes(data, name, declared=charset, limits=limits), name, limits)


def read_html_string(source: str, name: str = "page", *, limits: Limits = DEFAULT_LIMITS) -> Article:
    """As ``read_html``, for a page that is decoded already."""
    if len(source) > limits.size:
        raise TooLarge(name, f"{len(source):,} characters, more than the limit of {limits.size:,}; split it")
    refuse_no_text(source, name)
    return _article(replace_surrogates(source), name, limits)


def _article(decoded: Decoded, name: str, limits: Limits) -> Article:
    page = read_page(decoded.text, name, limits=limits)
    texts = BlockTexts(page)
    claims = read_claims(page, _headings(page, texts))
    chosen = choose_blocks(page, limits)
    found = list(decoded.flags)
    if not chosen:
        chosen = plain_blocks(page)
        found.append(flags.NO_MAIN_TEXT)
    placed = place_blocks(page.blocks, chosen, texts, claims) if chosen else ()
    placed = tuple(item for item in placed if item.text)
    if not placed:
        raise EmptyInput(name, "a page without words in its body; was it saved before its scripts had filled it?")
    composed = compose_text(page.source, [item.block for item in placed])
    if _hides(page, chosen, texts):
        found.append(flags.HIDDEN)
    found += flags.find_flags(composed.text)
    headlines = {item.text for item in placed if item.kind is BlockKind.HEADLINE}
    if flags.has_repeats([item.text for item in placed if item.kind in _STORY and item.text not in headlines]):
        found.append(flags.REPEATED)
    published = claims.published or _shown_time(placed)
    return Article(
        make_id(composed.text, title=claims.title, url=claims.url, published=published),
        composed.text,
        title=claims.title,
        outlet=claims.outlet,
        url=claims.url,
        published=published,
        authors=claims.authors,
        language=claims.language,
        blocks=tuple(Block(item.kind, span) for item, span in zip(placed, composed.spans, strict=True)),
        flags=tuple(dict.fromkeys(found)),
        page_map=composed.page_map,
        modified=claims.modified,
    )


def _headings(page: Page, texts: BlockTexts) -> tuple[str, ...]:
    shown = [texts[block.number] for block in page.blocks if block.element == "h1" and not block.hidden]
    return tuple(text for text in shown[:_TITLES] if text)


def _shown_time(placed: tuple[Placed, ...]) -> Published | None:
    """The time in a line above the story, for pages that claim none elsewhere."""
    lines = (item.text for item in placed if item.kind in (BlockKind.BYLINE, BlockKind.DATELINE))
    return next((published for line in lines if (published := find_published(line)) is not None), None)


def _hides(page: Page, chosen: tuple[PageBlock, ...], texts: BlockTexts) -> bool:
    """Whether hidden words stand inside the story, beside its blocks or long enough to be a sentence of it.

    Labels for screen readers, buttons, captions and sign-up boxes that every site hides do not count.
    """
    holders = {block.parent for block in chosen}
    shown = {block.key for block in page.blocks if not block.hidden}
    return any(
        block.hidden
        and len(block.key) >= (_WORDS if block.parent in holders else flags.REPEATED_LENGTH)
        and not block.marks
        and block.key not in shown
        and not is_furniture(texts[block.number])
        for block in page.blocks[chosen[0].number : chosen[-1].number + 2]
    )
