"""The words of a piece of markup that is no page: of a feed's entry, an agency's body."""

from __future__ import annotations

import html
import re

from sayso.articles.decoding import replace_surrogates
from sayso.articles.limits import Limits
from sayso.articles.page import read_page
from sayso.articles.stretches import compose_text

_MARKUP = re.compile(r"</?[A-Za-z][^<>]{0,2000}>|<!--|&(?:[A-Za-z]{2,8}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")


def read_fragment(source: str, name: str, limits: Limits) -> str:
    """The words that ``source`` shows, a paragraph a block, or ``source`` itself where it holds no markup.

    Entities are decoded and white space runs are one space, as in a browser; words in scripts, comments and hidden
    elements are left out. Raises TooLarge.
    """
    if not _MARKUP.search(source):
        return source
    if "<" not in source:
        return html.unescape(source)
    page = read_page(replace_surrogates(source).text, name, limits=limits)
    return compose_text(page.source, [block for block in page.blocks if not block.hidden]).text
