"""Invented pages for the tests, whole and hostile."""

from __future__ import annotations

PARAGRAPHS = (
    "The harbour master said on Tuesday that the old pier would be closed until the autumn storms had passed.",
    "“We will not let anybody walk on it before the beams are replaced,” said Orla Fenwick, who runs the port.",
    "Fishermen in the bay of Lindmoor reported that three boats had lost their moorings during the night.",
    "The council denied that it had known about the rotten timber, and promised a report by the end of the month.",
    "A second inspection, which two engineers asked for in spring, was never carried out, according to the minutes.",
)


def write_page(body: str, *, head: str = "", attributes: str = "") -> bytes:
    return f"<!doctype html><html lang=en><head>{head}</head><body {attributes}>{body}</body></html>".encode()


def write_story(*, before: str = "", between: str = "", after: str = "", head: str = "") -> bytes:
    """A page with PARAGRAPHS in an article element under a headline; ``between`` stands after the second one."""
    told = [f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS]
    story = f"{before}{''.join(told[:2])}{between}{''.join(told[2:])}{after}"
    navigation = "<nav><a href=/a>News</a> <a href=/b>Sport</a></nav>"
    return write_page(f"{navigation}<article><h1>Pier at Lindmoor closed</h1>{story}</article>", head=head)


_P = f"<p>{PARAGRAPHS[0]}</p>".encode()
_DEEP = 20_000
HOSTILE: dict[str, bytes] = {
    "nested div": b"<div>" * _DEEP + b"words of the story" + b"</div>" * _DEEP,
    "nested and never closed": b"<b>" * _DEEP + _P,
    "end tags without start": b"<font>" * 500 + b"</p>" * _DEEP + _P,
    "lists in lists": b"<ul><li>" * _DEEP + _P,
    "tables in tables": b"<table><tr><td>" * _DEEP + _P,
    "nested hints": b"<blockquote class='caption related newsletter'>" * _DEEP + _P,
    "a giant attribute": b"<p class='" + b"a" * 1_000_000 + b"'>words that were said</p>" + _P,
    "a giant style": b"<p style='" + b"width:0;" * 50_000 + b"'>words that were said</p>" + _P,
    "many attributes": b"<p " + b" ".join(b"a%d=1" % n for n in range(30_000)) + b">words</p>",
    "an entity bomb": b'<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><p>&b;&b; said the man of the house</p>',
    "entities": b"<p>" + b"&amp;&#x41;&nope" * 8_000 + b" words</p>",
    "too many entities": b"<p>" + b"&amp;" * 310_000 + b"</p>",
    "too many tags": b"<br>" * 310_000,
    "unclosed tags": b"<p>abc <b>def <i>ghi <div>jkl said <span>" * 2_000,
    "an unclosed comment": _P + b"<!-- " + b"x" * 100_000,
    "comments in comments": b"<!--" * _DEEP + b"-->" * _DEEP + _P,
    "cdata": b"<![CDATA[" * _DEEP + _P,
    "plaintext": b"<plaintext>" + _P + b"<script>alert(1)</script> after",
    "an unclosed script": _P + b"<script>" + b"var a=1;" * 10_000,
    "scripts without end": b"<script " * _DEEP + _P,
    "angles": b"<" * 200_000 + b"a",
    "tags without end": b"<a " * _DEEP,
    "quotes without end": b'<a b="' * _DEEP + _P,
    "two kinds of quotes": b"<a b='\"" * _DEEP + _P,
    "equals signs": b"<a " + b"=" * 200_000 + b">" + _P,
    "spaces in a tag": b"<a " + b" " * 500_000 + b"=1>" + _P,
    "slashes in a tag": b"<a " + b"/" * 500_000 + b">" + _P,
    "a charset that is no encoding": b"<meta charset=base64>\xe9" + _P,
    "a charset that lies": b"<meta charset=utf-16>" + _P,
    "an empty body": b"<html><head><title>x</title></head><body></body></html>",
    "only a script": b"<html><body><script>var x='words words words'</script></body></html>",
    "only tags": b"<br><hr><p>",
    "nothing": b"",
    "white space": b" \n\t ",
    "NUL": b"\x00" * 1000,
    "short blocks": b"<div>Ad</div>" * 5_000,
    "line breaks": b"<p>" + b"a said b<br>" * 5_000,
    "linked data nested": b'<script type="application/ld+json">' + b"[" * 100_000 + b"</script>" + _P,
    "graphs nested": b'<script type="application/ld+json">'
    + b'{"@graph":' * 900
    + b"1"
    + b"}" * 900
    + b"</script>"
    + _P,
    "linked data of other shapes": (
        b'<script type="application/ld+json">{"@type":["NewsArticle",1,null],"headline":{"a":1},"datePublished":[1],'
        b'"publisher":[[]],"author":[[1],{"name":[1,{"name":2}]}],"mainEntityOfPage":[],"url":7}</script>' + _P
    ),
    "half characters": b"<p>half &#xD800; and &#55296; said</p>" + _P,
    "a long title": b"<title>" + b"a - " * 100_000 + b"</title>" + _P,
    "a long heading": b"<h1>" + b"a | " * 50_000 + b"</h1>" + _P,
    "an unclosed select": b"<select><option>a" + _P,
    "an unclosed noscript": b"<noscript>" + _P,
    "an unclosed head": b"<head><title>x</title>" + _P,
    "frames": b"<frameset><frame src=x></frameset>",
}
