"""Invented mails, Word documents and PDFs for the tests, made by small builders."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage
from xml.sax.saxutils import escape

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
    "<dc:title>Pier shut</dc:title>"
    "<dc:creator>Orla Fenwick</dc:creator><dcterms:created>2020-01-01T00:00:00Z</dcterms:created></cp:coreProperties>"
)


def mail(text: str | None = None, page: str | None = None, **headers: str) -> bytes:
    """A message of a press office, with plain text, a page or both."""
    message = EmailMessage()
    told = {"From": "Lindmoor Harbour <press@harbour.example>", "Subject": "Pier closed"} | {
        name.replace("_", "-"): value for name, value in headers.items()
    }
    for name, value in {"Date": "Fri, 03 May 2024 10:15:00 +0200", "Message-ID": "<1@harbour.example>", **told}.items():
        message[name] = value
    if text is not None:
        message.set_content(text)
    if page is not None and text is None:
        message.set_content(page, subtype="html")
    elif page is not None:
        message.add_alternative(page, subtype="html")
    return message.as_bytes()


def nested_mail(depth: int) -> bytes:
    """Parts in parts in parts."""
    lines = ["From: a@b.example", "Subject: x", "MIME-Version: 1.0"]
    for level in range(depth):
        lines += [f'Content-Type: multipart/mixed; boundary="b{level}"', "", f"--b{level}"]
    return "\r\n".join([*lines, "Content-Type: text/plain", "", "She said no."]).encode()


def zipped(**files: bytes | str) -> bytes:
    """A ZIP file; "__" in a name stands for "/", and "_X" at the end for ".X"."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, content in files.items():
            opened.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return out.getvalue()


def run(text: str, look: str = "") -> str:
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}<w:t xml:space='preserve'>{escape(text)}</w:t></w:r>"


def docx(*paragraphs: str, core: str = CORE, head: str = "") -> bytes:
    """A Word document of these paragraphs, each the markup of its runs."""
    inside = "".join(f"<w:p>{paragraph}</w:p>" for paragraph in paragraphs)
    story = f"<?xml version='1.0'?>{head}<w:document {W}><w:body>{inside}<w:sectPr/></w:body></w:document>"
    return zipped(word__document_xml=story, docProps__core_xml=core)


def pdf(*pages: list[str], about: str = "") -> bytes:
    """A PDF of these pages, each of these lines."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>", "", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    kids = []
    for lines in pages:
        shown = "\n".join(f"({line.translate(ESCAPES)}) '" for line in lines)
        content = f"BT /F1 10 Tf 12 TL 50 750 Td\n{shown}\nET" if lines else ""
        objects.append(f"<</Length {len(content)}>>stream\n{content}\nendstream")
        font = "/Resources<</Font<</F1 3 0 R>>>>"
        objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {len(objects)} 0 R{font}>>")
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>"
    return join_objects([*objects, f"<<{about}>>"])


def join_objects(objects: list[str]) -> bytes:
    """Numbered objects as a file with its table; the last one is the document's information."""
    out, at = "%PDF-1.4\n", []
    for number, written in enumerate(objects, 1):
        at.append(len(out))
        out += f"{number} 0 obj\n{written}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in at)
    trailer = f"<</Size {len(objects) + 1}/Root 1 0 R/Info {len(objects)} 0 R>>"
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    return f"{out}{table}trailer{trailer}\nstartxref\n{len(out)}\n%%EOF".encode("latin-1")


ESCAPES = str.maketrans({"(": r"\(", ")": r"\)", "\\": r"\\"})
