"""What a desk should know about a text, in short fixed words: all flags that ``articles`` ever sets.

======================================  ===============================================================
flag                                    it says
======================================  ===============================================================
byte order mark                         the input began with one; it was dropped
decoded as cp1252                       the bytes are no UTF-8; so they were read as Windows-1252
decoded as utf-16 (and other names)     so says the byte order mark, the pattern of NULs or the page
declared encoding is wrong              the page claims one encoding, its bytes are in another
undecodable bytes replaced              a few bytes fit no encoding; U+FFFD stands for each
lone surrogates replaced                half characters (from JSON escapes) became U+FFFD
looks like UTF-8 read as cp1252         "â€œ" and the like: somebody decoded wrongly before us
control characters                      a few NUL or control characters stand in the text
zero-width characters                   invisible characters stand between the letters
bidi characters                         direction marks can make the text look other than it is
hidden text                             the page hides words inside the story from its readers
repeated text                           a paragraph of 40 letters or more stands in the text twice
no main text found                      the page has no recognisable story: all visible words were taken
published not understood                the input's publication time could not be read
summary only                            the feed gives a summary, the story stands elsewhere
broken markup                           the XML is not well-formed; it was read as a lenient reader would
lines joined                            the lines of a PDF page were joined to paragraphs, by their lengths
cut off                                 the archive says that it holds only the beginning of the page
======================================  ===============================================================
"""

from __future__ import annotations

from sayso.patterns import compile_later

BYTE_ORDER_MARK = "byte order mark"
DECLARED_WRONG = "declared encoding is wrong"
UNDECODABLE = "undecodable bytes replaced"
LONE_SURROGATES = "lone surrogates replaced"
MOJIBAKE = "looks like UTF-8 read as cp1252"
CONTROL = "control characters"
ZERO_WIDTH = "zero-width characters"
BIDI = "bidi characters"
HIDDEN = "hidden text"
REPEATED = "repeated text"
NO_MAIN_TEXT = "no main text found"
PUBLISHED_UNKNOWN = "published not understood"
SUMMARY_ONLY = "summary only"
BROKEN_MARKUP = "broken markup"
LINES_JOINED = "lines joined"
CUT_OFF = "cut off"

REPEATED_LENGTH = 40  # letters and digits; shorter lines ("Advertisement") repeat honestly

# Joiners are at home in emoji and in many scripts: they count only between Latin letters.
_ZERO_WIDTH = compile_later("[\u200b\u2060\ufeff\u180e]|(?<=[A-Za-z])[\u200c\u200d](?=[A-Za-z])")
_BIDI = compile_later("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
_CONTROL = compile_later("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_MOJIBAKE = compile_later("â€[œ\x9d™˜”“¦]|Ã[©¨¡³±¼¶¤§]|Â[\xa0£»«]")


def decoded_as(encoding: str) -> str:
    """The flag of a text that was read in another encoding than UTF-8."""
    return f"decoded as {encoding}"


def count_controls(text: str) -> int:
    """How many NUL and control characters ``text`` has, tabs and line ends (CR, LF, VT, FF, NEL) apart."""
    return sum(1 for _ in _CONTROL.finditer(text))


def find_flags(text: str) -> tuple[str, ...]:
    """The flags that the characters of ``text`` give by themselves, repeats apart."""
    signs = ((CONTROL, _CONTROL), (ZERO_WIDTH, _ZERO_WIDTH), (BIDI, _BIDI), (MOJIBAKE, _MOJIBAKE))
    return tuple(flag for flag, sign in signs if sign.search(text))


def has_repeats(paragraphs: list[str]) -> bool:
    """Whether one of ``paragraphs`` of REPEATED_LENGTH letters or more stands there twice."""
    seen: set[str] = set()
    for paragraph in paragraphs:
        key = "".join(filter(str.isalnum, paragraph))
        if len(key) >= REPEATED_LENGTH:
            if key in seen:
                return True
            seen.add(key)
    return False
