"""Articles in which everything that can hold words holds something that means harm."""

from __future__ import annotations

from dataclasses import replace

from sayso.records.article import Precision, Published
from sayso.records.reading import Reading
from tests.night import NIGHT, article, read_simply

PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</title></textarea></style><svg/onload=alert(1)>",
    "javascript:alert(1)",
    "{{ 7 * 7 }}{% raw %}",
    '&lt;b&gt;<b class="injected">b</b>',
    "]]><!--",
)
ACTS = "\u202e\u2066\u200b\x1b[31m\x07\u2028"
EVIL = " ".join(PAYLOADS)


def hostile(at: int, payload: str) -> Reading:
    """One of the night's articles in which everything that can hold words holds this."""
    one = NIGHT[at % 4]
    text = f"{payload} {ACTS}\n\n{payload} is not true, Ada Quill said.\n\n{one.text}"
    made = article(f"id {at} {payload}", text, f"{payload} {ACTS}", "19:42")
    made = replace(
        made,
        title=f"{payload} {ACTS}",
        url=f"javascript:alert({at})//{payload}{ACTS}",
        authors=(payload, ACTS),
        language=payload,
        flags=(payload, ACTS),
        published=Published(f"2025-05-12T19:4{at % 10}", Precision.MINUTE, "+02:00"),
    )
    reading = read_simply(made)
    actors = tuple(replace(actor, name=f"{payload} {ACTS}", anonymity=f"{payload}{ACTS}", named=at % 2 == 0)
                   for actor in reading.actors)  # fmt: skip
    credits = tuple(replace(credit, name=f"{payload} {ACTS}") for credit in reading.credits)
    model = replace(reading.model, name=payload, version=ACTS, digest=f"{at}{payload}")
    return replace(reading, actors=actors, credits=credits, model=model)
