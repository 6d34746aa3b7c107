"""What HTML files that stand alone begin and end with: no script, no request, nothing from elsewhere."""

from __future__ import annotations

import base64
import hashlib
import re

END_PAGE = "</body>\n</html>\n"


def begin_page(title: str, style: str) -> str:
    """Up to the body, with a policy that allows this style and nothing else; tags in ``title`` are left out."""
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(style)}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="referrer" content="no-referrer">\n'
        f"<title>{_plain(title)}: who says so?</title>\n<style>{style}</style>\n</head>\n<body>\n"
    )


def _policy(style: str) -> str:
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _plain(html: str) -> str:
    """The same without tags."""
    return re.sub(r"<[^>]*>", "", html)
