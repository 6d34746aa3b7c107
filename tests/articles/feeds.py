"""Invented feeds and agencies' items for the tests."""

from __future__ import annotations

from xml.sax.saxutils import escape

RSS = (
    '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">'
)


def rss(*items: str, about: str = "<title>Lindmoor Post</title><language>en-gb</language>", head: str = "") -> bytes:
    inside = "".join(f"<item>{item}</item>" for item in items)
    return f'<?xml version="1.0" encoding="utf-8"?>{head}{RSS}<channel>{about}{inside}</channel></rss>'.encode()


def item(content: str = "", summary: str = "", more: str = "", title: str = "Pier shut") -> str:
    told = f"<title>{escape(title)}</title>{more}"
    told += f"<description>{escape(summary)}</description>" if summary else ""
    return told + (f"<content:encoded><![CDATA[{content}]]></content:encoded>" if content else "")


def atom(*entries: str, about: str = "<title>Lindmoor Post</title>") -> bytes:
    inside = "".join(f"<entry>{entry}</entry>" for entry in entries)
    return f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">{about}{inside}</feed>'.encode()


NITF = """<nitf xml:lang="en"><head><title>Pier</title><docdata><doc-id id-string="coast-12"/>
<date.issue norm="20240503T101500Z"/></docdata><pubdata name="Lindmoor Post"/></head>
<body><body.head><hedline><hl1>Pier at <em>Lindmoor</em> closed</hl1><hl2>Council denies it knew</hl2></hedline>
<byline>By <person>Orla Fenwick</person>, harbour reporter</byline><dateline><location>LINDMOOR</location></dateline>
<distributor>Coast Agency</distributor></body.head>
<body.content><p>The pier
  is shut.</p><hl2>Storms</hl2><p>She said &amp; meant no.</p></body.content>
<body.end><tagline>Editing by Tam Brook</tagline></body.end></body></nitf>"""


def newsml(*contents: str, guid: str = "urn:coast:12", meta: str = "", about: str = "") -> bytes:
    """A news item for each content, in one message."""
    items = "".join(
        f'<newsItem guid="{guid}-{number}" version="2" xml:lang="en"><itemMeta><itemClass qcode="ninat:text"/>'
        f'<provider qcode="nprov:COAST"/><versionCreated>2024-05-03T10:15:00+02:00</versionCreated>{meta}</itemMeta>'
        f"<contentMeta>{about}<headline>Pier at Lindmoor closed</headline><by>By Orla Fenwick</by></contentMeta>"
        f"<contentSet>{content}</contentSet></newsItem>"
        for number, content in enumerate(contents, 1)
    )
    return (
        '<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/>'
        f"<itemSet>{items}</itemSet></newsMessage>"
    ).encode()


XHTML = (
    '<inlineXML contenttype="application/xhtml+xml"><h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:head>'
    "<h:title>x</h:title></h:head><h:body><h:p>The pier<h:br/>is shut.</h:p><h:p>She said no.</h:p></h:body></h:html>"
    "</inlineXML>"
)
PLAIN = '<inlineData contenttype="text/plain">The pier is shut.\n\nShe said no.</inlineData>'

LAUGHS = '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
LAUGHS += "".join(f'<!ENTITY {new} "{f"&{old};" * 8}">' for old, new in zip("bcdefgh", "cdefghi", strict=True)) + "]>"
OUTSIDE = '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/hostname"><!ENTITY b SYSTEM "http://evil.example/x">]>'
PARAMETERS = '<!DOCTYPE rss [<!ENTITY % a SYSTEM "http://evil.example/x.dtd"> %a;]>'
ELSEWHERE = '<!DOCTYPE rss SYSTEM "http://evil.example/rss.dtd">'
