"""One real page against what must come out of it, and what must not.

    python -m bench.kursk --shared ../shared [--reading READING.json]

Prints one line a check that failed or could not be made, and then one figure a group, in percent of the checks made.
Without --reading the page is read by the weights in the package.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.corpora import Shared, find_shared
from bench.figures import Figures
from sayso.exports.reading_json import import_json
from sayso.reading.encoder import load_encoder
from sayso.reading.times import find_timex
from sayso.records.attribution import Attribution
from sayso.records.block import BlockKind
from sayso.records.claim import Claim, Relation, RelationKind, Role, Scope, Voice
from sayso.records.reading import Reading
from sayso.records.span import Span
from sayso.records.toponym import PlaceRole

Expected = dict[str, Any]
# The lede stands harder than the general's report: two ways to say one relation.
SAME_RELATION = {RelationKind.SOFTENS: RelationKind.HARDENS, RelationKind.HARDENS: RelationKind.SOFTENS}


@dataclass(frozen=True, slots=True)
class Check:
    """In ``group``, ``what`` holds or does not; None where the reading has no such layer yet."""

    group: str
    what: str
    holds: bool | None


class Page:
    """A reading of the page, with the questions that the checks ask of it."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.article.text
        self.names = {actor.id: actor.name for actor in reading.actors}

    def words(self, spans: Iterable[Span]) -> set[int]:
        """Where the words of the spans start."""
        return {span.start + match.start() for span in spans for match in re.finditer(r"\w+", span.cut(self.text))}

    def agreement(self, ours: Iterable[Span], wanted: Iterable[Span]) -> float:
        """F1 over words, 0 to 1."""
        left, right = self.words(ours), self.words(wanted)
        return 2 * len(left & right) / max(len(left) + len(right), 1)

    def name(self, actor: str | None) -> str:
        return self.names.get(actor or "", "")

    def in_one_line(self, spans: Sequence[Span]) -> bool:
        return "\n" not in self.text[min(span.start for span in spans) : max(span.end for span in spans)]

    def reads_alike(self, a: Iterable[Span], b: Iterable[Span]) -> bool:
        """Whether both are the same words, wherever they stand."""
        return [span.cut(self.text) for span in a] == [span.cut(self.text) for span in b]

    def find_attribution(self, row: Expected) -> Attribution | None:
        """The attribution whose content agrees best with the row's, by half of the words or more."""
        wanted = read_spans(row["content"])
        best = max(self.reading.attributions, key=lambda a: self.agreement(a.content, wanted), default=None)
        return best if best and self.agreement(best.content, wanted) >= 0.5 else None

    def find_claims(self, row: Expected) -> list[Claim]:
        """Claims that hang on the row's attribution."""
        found = self.find_attribution(row)
        return [claim for claim in self.reading.claims if found and claim.attribution == found.id]

    def find_own(self, span: Span, voices: Iterable[Voice] = (Voice.OWN,)) -> list[Claim]:
        """Claims in one of these voices that share words with the span, if together they cover half of it."""
        claims = [claim for claim in self.reading.claims if claim.voice in voices]
        touching = [claim for claim in claims if self.words(claim.content) & self.words([span])]
        covered = self.words(part for claim in touching for part in claim.content) & self.words([span])
        return touching if 2 * len(covered) >= len(self.words([span])) else []


def read_spans(pairs: Iterable[tuple[int, int]]) -> list[Span]:
    return [Span(start, end) for start, end in pairs]


def name_words(name: str) -> set[str]:
    return set(re.findall(r"\w+", name.lower())) - {"the", "of", "s"}


def check_attributions(page: Page, expected: Expected) -> Iterator[Check]:
    for row in expected["attributions"]:
        found = page.find_attribution(row)
        wanted = read_spans(row["source"])
        # The expected file gives the first place of a name; the same name beside the cue is the source all the same.
        source = found is not None and (
            bool(page.words(found.source) & page.words(wanted))
            or (page.reads_alike(found.source, wanted) and page.in_one_line([*found.source, *found.cue]))
        )
        yield Check("attributions", f"{row['id']}: its words and its source", source)
        if found is None:
            continue
        speaker = name_words(row["speaker"]) <= name_words(page.name(found.speaker))
        yield Check("speakers", f"{row['id']}: {row['speaker']}, not {page.name(found.speaker)!r}", speaker)
        for field in ("kind", "commitment", "stance"):
            value = str(getattr(found, field))
            yield Check(f"{field}s", f"{row['id']}: {field} {value}, not {row[field]}", value in row[field])


def check_actors(page: Page, expected: Expected) -> Iterator[Check]:
    """Whoever the page's parties and events name is an actor of the reading."""
    told = {row[part] for row in expected["events"] for part in ("actor", "recipient") if part in row}
    for name in sorted(told | set(expected["parties"])):
        found = any(name_words(name) <= name_words(actor.name) for actor in page.reading.actors)
        yield Check("actors", name, found)


def check_own(page: Page, expected: Expected) -> Iterator[Check]:
    for row in expected["own_voice"]:
        span = Span(*row["span"])
        either = "unsettled is right too" in row.get("note", "")
        claims = page.find_own(span, (Voice.OWN, Voice.UNSETTLED) if either else (Voice.OWN,))
        what = span.cut(page.text)[:60]
        yield Check("own", what, bool(claims))
        if claims:
            bases = sorted({str(claim.basis) for claim in claims})
            yield Check("bases", f"{what}: {bases}, not {row['basis']}", bool(set(bases) & set(row["basis"])))
        if claims and row.get("hedged"):
            yield Check("bases", f"{what}: hedged", any(claim.hedged for claim in claims))
    own = [Span(*row["span"]) for row in expected["own_voice"]]
    for row in expected["attributions"]:
        words = page.words(read_spans(row["content"])) - page.words(own)
        called = page.words(part for c in page.reading.claims if c.voice is Voice.OWN for part in c.content)
        yield Check("own", f"{row['id']}: not the outlet's own", 2 * len(called & words) < len(words))


def check_page(page: Page, expected: Expected) -> Iterator[Check]:
    wanted = expected["page"]
    for row in wanted["credits"]:
        span, name = Span(*row["span"]), name_words(row["name"])
        found = [c for c in page.reading.credits if c.span.overlaps(span) and name <= name_words(c.name)]
        yield Check("credits", f"{row['name']}, {row['scope']}", any(credit.scope == row["scope"] for credit in found))
    for kind in (BlockKind.HEADLINE, BlockKind.CAPTION, BlockKind.DECK, BlockKind.RELATED):
        spans = [block.span for block in page.reading.article.blocks if block.kind is kind]
        yield Check("blocks", str(kind), page.agreement(spans, [Span(*wanted[kind])]) >= 0.8)
    published = page.reading.article.published
    yield Check("published", wanted["published"], published is not None and published.time == wanted["published"])
    yield Check("published", "zone unknown", published is not None and published.zone == wanted["zone"])


def check_relations(page: Page, expected: Expected) -> Iterator[Check]:
    rows = {row["id"]: row for row in expected["attributions"]}
    lede = page.find_own(Span(*expected["own_voice"][0]["span"]))
    for wanted in expected["relations"]:
        ours, theirs = ({c.id for c in page.find_claims(rows[i]) if i in rows} if i in rows else {c.id for c in lede}
                        for i in (wanted["a"], wanted["b"]))  # fmt: skip
        kind = RelationKind(wanted["kind"])
        found = [r for r in page.reading.relations if relates(r, kind, ours, theirs)]
        yield Check("relations", f"{wanted['a']} {kind} {wanted['b']}", bool(found))
        if found and "missing" in wanted:
            missing = max(page.agreement(r.missing, read_spans(wanted["missing"])) for r in found)
            yield Check("relations", f"{wanted['a']} drops those words: {missing:.2f}", missing >= 0.8)


def relates(relation: Relation, kind: RelationKind, ours: set[str], theirs: set[str]) -> bool:
    """The same two claims and the same fact, from whichever side it is told."""
    straight = relation.a in ours and relation.b in theirs
    turned = relation.a in theirs and relation.b in ours
    if kind not in SAME_RELATION:
        return relation.kind is kind and straight
    return relation.kind in (kind, SAME_RELATION[kind]) and (straight or turned)


def check_said(page: Page, expected: Expected) -> Iterator[Check]:
    rows = {row["id"]: row for row in expected["attributions"]}
    for wanted in expected["said"]:
        found, words = page.find_attribution(rows[wanted["attribution"]]), Span(*wanted["words"])
        timex = found.said.timex if found else None
        yield Check("said", f"{wanted['attribution']}: {words.cut(page.text)}", bool(timex and timex.overlaps(words)))
        time = find_timex(timex, page.reading.timexes) if timex else None
        day = time.value if time and time.interval else None
        yield Check("said", f"{wanted['attribution']}: {wanted['time']}, not {day}", day == wanted["time"])


def check_times(page: Page, expected: Expected) -> Iterator[Check]:
    for wanted in expected["timexes"]:
        words = Span(*wanted["words"])
        timex = find_timex(words, page.reading.timexes)
        told: dict[str, object] = {}
        if timex is not None:
            interval = [timex.interval.first, timex.interval.past_last] if timex.interval else None
            told = {"value": timex.value, "interval": interval, "signal": timex.signal}
        right = {name: value for name, value in wanted.items() if name not in {"words", "note"}}
        holds = all(told.get(name) == value for name, value in right.items())
        yield Check("times", f"{words.cut(page.text)}: {right}, not {told}", holds)


def check_must_not(page: Page, expected: Expected) -> Iterator[Check]:
    """The rows of ``must_not`` in their order; those about times, places and events wait for these layers."""
    titles = iter(expected["must_not"])
    wire = {"efe", "telesur"}
    speaking = [page.name(a.speaker).lower() for a in page.reading.attributions]
    speaking += [page.name(a.relay).lower() for a in page.reading.attributions]
    near = [
        page.name(link.actor).lower()
        for claim in page.reading.claims
        for link in claim.chain
        if link.evidence.scope is not Scope.PAGE and link.role is not Role.OUTLET
    ]
    yield Check("must_not", next(titles), not any(wire & name_words(name) for name in speaking + near))
    rows = {row["id"]: row for row in expected["attributions"]}
    commission = [page.name(link.actor).lower() for c in page.find_claims(rows["commission"]) for link in c.chain]
    relay = page.find_attribution(rows["commission"])
    commission += [page.name(relay.relay).lower()] if relay else []
    yield Check("must_not", next(titles), not any("kcna" in name for name in commission))
    lede = Span(*expected["own_voice"][0]["span"])
    agents = [link for claim in page.find_own(lede) for link in claim.chain if link.role is Role.SPEAKER]
    yield Check("must_not", next(titles), not agents and not content_over(page, lede))
    yield Check("must_not", next(titles), None)
    related = Span(*expected["page"]["related"])
    held = [c for c in page.reading.claims if any(part.overlaps(related) for part in c.content)]
    yield Check("must_not", next(titles), not held and not content_over(page, related))
    caption = content_over(page, Span(*expected["page"]["caption"]))
    yield Check("must_not", next(titles), all("techtotesla" in page.name(a.speaker).lower() for a in caption))
    for title in titles:
        if title.startswith("Moscow"):
            yield Check("must_not", title, not placed_at(page, "Moscow"))
        else:
            yield Check("must_not", title, not dates_an_event(page) if "Anniversary" in title else None)


def dates_an_event(page: Page) -> bool:
    """Whether words that hang on an event were given a date."""
    hung = [match.span() for match in re.finditer(r"\d+th Anniversary|Hours before", page.text)]
    return any(timex.interval is not None and timex.span.overlaps(Span(*words))
               for timex in page.reading.timexes for words in hung)  # fmt: skip


def placed_at(page: Page, name: str) -> bool:
    """True if the reading has something happen at the place, or be reported from it."""
    roles = {PlaceRole.EVENT, PlaceRole.DATELINE}
    return any(t.role in roles and t.span.cut(page.text) == name for t in page.reading.toponyms)


def content_over(page: Page, span: Span) -> list[Attribution]:
    """Attributions whose content takes in half of the span's words or more."""
    words = page.words([span])
    return [a for a in page.reading.attributions if 2 * len(page.words(a.content) & words) >= len(words)]


CHECKS = (
    check_attributions,
    check_actors,
    check_own,
    check_page,
    check_relations,
    check_said,
    check_times,
    check_must_not,
)


def find_checks(reading: Reading, expected: Expected) -> list[Check]:
    page = Page(reading)
    return [check for checks in CHECKS for check in checks(page, expected)]


def count_checks(checks: Iterable[Check]) -> Figures:
    """``kursk.GROUP``: the share that holds, in percent of those that could be made."""
    groups: dict[str, list[bool]] = {}
    for check in checks:
        if check.holds is not None:
            groups.setdefault(check.group, []).append(check.holds)
    return {f"kursk.{group}": 100 * sum(held) / len(held) for group, held in groups.items()}


def read_page(shared: Shared, reading: Path | None) -> Reading:
    if reading is not None:
        return import_json(reading.read_bytes())
    import sayso

    return sayso.read(shared.kursk, encoder=load_encoder())


def measure(shared: Shared, reading: Path | None = None) -> Figures:
    """The figures, after printing a line for each check that failed or could not be made."""
    expected = json.loads(shared.kursk_expected.read_text(encoding="utf-8"))
    checks = find_checks(read_page(shared, reading), expected)
    for check in checks:
        if not check.holds:
            print(f"  {'not checked' if check.holds is None else 'NOT SO'}  {check.group}: {check.what}")
    return count_checks(checks)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--reading", type=Path, help="a reading of the page as JSON, instead of reading it now")
    args = parser.parse_args()
    for name, value in measure(find_shared(args.shared), args.reading).items():
        print(f"{name:25} {value:6.1f}")


if __name__ == "__main__":
    main()
