"""Lines that name who a page, a passage or a picture is from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.records.span import Span


class CreditKind(StrEnum):
    AGENCY = "agency"  # "(Reuters) -", "Source: EFE"
    OUTLET = "outlet"  # "teleSUR"
    AUTHOR = "author"  # "By Jane Roe", "JF" after an outlet
    PHOTO = "photo"  # "X/ @account", "Photo: AFP"
    CONTRIBUTOR = "contributor"  # "Jane Roe contributed to this report"
    SIGN_OFF = "sign-off"  # "(pvs/ji)", "Jane Roe, ABC News, London."


class CreditScope(StrEnum):
    PAGE = "page"
    PASSAGE = "passage"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Credit:
    """A line of the page names an agency, outlet, author or photographer.

    A page-wide credit says that the page credits somebody; it never makes them say a sentence.
    """

    name: str
    kind: CreditKind
    span: Span
    scope: CreditScope
