"""The pages of a PDF as text, in a process of its own that may end badly: only ``pdf.py`` runs this file.

It reads a PDF from standard input and prints ``{"pages": [...], "title", "author"}`` or ``{"error": ...}``. Nothing of
Sayso is imported here.
"""

from __future__ import annotations

import json
import sys
from io import BytesIO


def read_pages(data: bytes, most_pages: int, most_characters: int) -> dict[str, object]:
    """The text of each page, and what the document says of itself."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, PyPdfError

    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            return {"error": "is locked with a password; save it without one"}
        if len(reader.pages) > most_pages:
            return {"error": f"has {len(reader.pages):,} pages, more than the limit of {most_pages:,}; split it"}
        pages: list[str] = []
        for page in reader.pages:
            pages.append(page.extract_text())
            if sum(map(len, pages)) > most_characters:
                return {"error": f"holds more than {most_characters:,} characters; split it"}
        about = reader.metadata
        title, author = (about.title, about.author) if about is not None else (None, None)
    except PyPdfError as error:
        return {"error": f"is a broken PDF ({error})"}
    except DependencyError:
        return {"error": "is encrypted in a way that is not read; save it unencrypted"}
    except MemoryError:
        return {"error": "needs more memory than is allowed"}
    return {"pages": pages, "title": title, "author": author}


def limit_process(memory: int, seconds: int) -> None:
    """This process may use so much and no more, where the system can say so."""
    try:
        import resource
    except ImportError:  # Windows: there only the time is limited, by the parent
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


if __name__ == "__main__":
    limit_process(int(sys.argv[3]), int(sys.argv[4]))
    sys.stdout.write(json.dumps(read_pages(sys.stdin.buffer.read(), int(sys.argv[1]), int(sys.argv[2]))))
