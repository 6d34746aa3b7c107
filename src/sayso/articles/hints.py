"""What a page's elements say about themselves by name, class, id, itemprop and style."""

from __future__ import annotations

import re
from enum import StrEnum

from sayso.patterns import compile_later


class Hint(StrEnum):
    HEADLINE = "headline"
    DECK = "deck"
    BYLINE = "byline"
    CAPTION = "caption"
    RELATED = "related"
    FURNITURE = "furniture"
    EMBED = "embed"  # a post of a social network, set into the story


# "paywall" is no furniture: sites set that on the very paragraphs that are behind it.
_WORDS = {
    Hint.EMBED: "twitter-tweet instagram-media tiktok-embed fb-post bluesky-embed telegram-post",
    Hint.CAPTION: "captions? figcaption caption-text image-credit photo-credit image-?caption media-caption",
    Hint.DECK: """standfirst deck dek sub-?title sub-?headline sub-?heading sub-?hed strapline article-?summary
        article-?description synopsis sub-?head-?line""",
    Hint.BYLINE: """by-?lines? dateline time-?stamp pub-?date publish-?(?:date|time) published-?(?:date|time|on)
        post-?meta""",
    Hint.RELATED: """related read-?more read-?next more-?on more-?stories also-?read recommend(?:ed|ations?)?
        see-?also most-?(?:read|popular) trending promo teasers? in-?article-?link outbrain taboola""",
    Hint.FURNITURE: """newsletters? subscri(?:be|ption) sign-?up cookies? consent share sharing social comments?
        advert(?:s|isement|ising)? ad-?(?:slot|unit|label) sponsor(?:ed)? disclaimer copyright about-?author
        author-?(?:bio|info|box|card|description) bread-?crumbs? footer nav menu toolbar feedback donate login
        player""",
}
# A word counts where it stands alone in a class: "article-caption", "captionText", not "recaption".
_SIGNS = tuple(
    (hint, compile_later(rf"(?:^|[\s_-]|(?<=[a-z])(?=[A-Z]))(?i:{'|'.join(words.split())})(?=$|[\s_-]|[A-Z])"))
    for hint, words in _WORDS.items()
)
_ELEMENTS = {
    "h1": Hint.HEADLINE,
    "figcaption": Hint.CAPTION,
    "nav": Hint.FURNITURE,
    "footer": Hint.FURNITURE,
    "form": Hint.FURNITURE,
    "button": Hint.FURNITURE,
}
_HIDING = compile_later(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?:\.0+)?(?![.\d])"
    r"|(?<![\w-])(?:left|top|right|text-indent|margin-left|margin-top)\s*:\s*-\d{3,}"
    r"|(?<![\w-])opacity\s*:\s*0(?:\.0+)?(?![.\d])|clip\s*:\s*rect\(\s*[01](?:px)?[ ,]"
    r"|(?<![\w-])(?:max-)?(?:width|height)\s*:\s*0(?:px)?\s*(?:;|\Z).{0,200}?overflow\s*:\s*hidden",
    re.IGNORECASE,
)
_HIDING_CLASS = compile_later(
    r"(?:^|[\s_-])(?:visually-?hidden|sr-only|screen-?reader(?:-text|-only)?|assistive-text)(?=$|\s)", re.IGNORECASE
)
_NAMING = ("class", "id", "itemprop", "data-testid")
_READ = 300  # characters of a class or id: utility-class lists run longer and say nothing more


def name_signs(element: str, attributes: dict[str, str]) -> str:
    """The words by which an element names itself, its tag first."""
    return " ".join((element, *(attributes[key][:_READ] for key in _NAMING if attributes.get(key))))


def find_hints(element: str, signs: str) -> tuple[Hint, ...]:
    """The hints that an element of these ``name_signs`` gives by itself, at most one of each."""
    found = [_ELEMENTS[element]] if element in _ELEMENTS else []
    named = signs[len(element) :]
    found += [hint for hint, sign in _SIGNS if named and sign.search(named)]
    return tuple(dict.fromkeys(found))


def is_hiding(element: str, attributes: dict[str, str]) -> bool:
    """Whether the page hides this element's words: by attribute, inline style or a class made for that.

    Style sheets are not read: words hidden by a rule of theirs count as shown.
    """
    if element in ("html", "body"):
        return False
    if "hidden" in attributes or attributes.get("aria-hidden", "").strip().lower() == "true":
        return True
    style, classes = attributes.get("style", ""), attributes.get("class", "")
    return bool((style and _HIDING.search(style)) or (classes and _HIDING_CLASS.search(classes[:_READ])))
