"""The fields of the language: what may stand after "speaker:" and the others."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from types import MappingProxyType

from sayso.gazetteer.lookup import Gazetteer
from sayso.ledger.words import find_tokens
from sayso.records.attribution import AttributionKind, Commitment
from sayso.records.claim import Confidence, Voice
from sayso.records.event import EventType
from sayso.search.days import read_days
from sayso.search.numbers import Unclear, read_number
from sayso.search.places import read_place
from sayso.search.query import Exactly, Leaf, Marked, Named, NameOf, Published, Told

FLAGS = ("party", "hedged", "quoted", "named")
# By field: how marks call it, and its values. "own-voice" alone is voice:own.
CLOSED: Mapping[str, tuple[str, tuple[str, ...]]] = MappingProxyType(
    {
        "says": ("does", tuple(Commitment)),
        "kind": ("kind", tuple(AttributionKind)),
        "voice": ("voice", tuple(Voice)),
        "sure": ("confidence", tuple(Confidence)),
        "type": ("type", tuple(EventType)),
        "is": ("is", FLAGS),
    }
)
NAMES: Mapping[str, NameOf] = MappingProxyType({"speaker": NameOf.SPEAKER, "via": NameOf.VIA, "outlet": NameOf.OUTLET})
EXACT = frozenset({NameOf.SPEAKER, NameOf.OUTLET})  # names that may be asked for letter by letter
OPEN = ("number", "date", "when", "place")
FIELDS = (*NAMES, *CLOSED, *OPEN)
OF_TEXTS = frozenset({"outlet", "date"})  # what is known of a whole article


def check_field(name: str, *, of_texts: bool) -> str:
    """The field's name. Raises Unclear where there is none, or none of whole texts where these are asked."""
    field = name.casefold()
    if field not in FIELDS:
        raise Unclear(f"there is no field {name}:", _try_field(name))
    if of_texts and field not in OF_TEXTS:
        known = " and ".join(f"{one}:" for one in sorted(OF_TEXTS))
        raise Unclear(f"{field}: is asked of claims, and whole texts are looked through", f"of texts {known} are known")
    return field


def read_field(field: str, value: str, gazetteer: Gazetteer) -> Leaf:
    """What a field asks for. Raises Unclear."""
    if field in NAMES:
        return _read_name(NAMES[field], value)
    if field in CLOSED:
        return _read_closed(field, value)
    if field == "number":
        return read_number(value)
    if field == "place":
        return read_place(value, gazetteer)
    first, last = read_days(value)
    return Published(first, last) if field == "date" else Told(first, last)


def _try_field(name: str) -> str:
    near = difflib.get_close_matches(name.casefold(), FIELDS, 1)
    meant = f"perhaps {near[0]}: is meant; " if near else ""
    return f"{meant}there are {', '.join(f'{one}:' for one in FIELDS)}; words with a colon stand in quotation marks"


def _read_name(of: NameOf, value: str) -> Named | Exactly:
    if of in EXACT and value.startswith("=") and value[1:].strip():
        return Exactly(of, value[1:].strip())
    words = find_tokens(value)
    if not words:
        raise Unclear("a name is missing", f'write {of}:Quill, or {of}:"Ada Quill"')
    return Named(of, value.strip(), words)


def _read_closed(field: str, value: str) -> Marked:
    kind, values = CLOSED[field]
    given = value.strip().casefold().replace("_", "-")
    for one in values:
        if one.casefold() == given:
            return Marked(kind, str(one))
    listed = ", ".join(f"{field}:{one}" for one in values)
    near = difflib.get_close_matches(given, [one.casefold() for one in values], 1, 0.5)
    meant = f"perhaps {field}:{next(one for one in values if one.casefold() == near[0])} is meant; " if near else ""
    reason = f"“{value.strip()}” is none of the values of {field}:" if given else f"after {field}: a value is missing"
    raise Unclear(reason, f"{meant}there are {listed}")
