"""Files of event data: PLOVER, UCDP and ACLED, and what the machine leaves to the coder."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given

from sayso.exports import acled, plover, ucdp
from sayso.exports.candidates import ACLED_DAYS, LEFT_OUT, OWN_COLUMNS, UCDP_DAYS, UCDP_LONGER, precision_of
from sayso.exports.cells import ACTING, RUN_BY_SPREADSHEETS
from sayso.exports.divisions import DivisionFinder
from sayso.exports.happenings import Days
from sayso.exports.selection import Selection
from sayso.gazetteer.lookup import load_gazetteer
from sayso.records.attribution import Commitment as ClaimCommitment
from sayso.records.claim import Voice
from sayso.records.event import About, EventFlag, EventType, Factuality
from sayso.records.point import Origin, PointClaim
from sayso.records.quantity import Bound
from sayso.records.reading import Reading
from tests.exports.anything import readings
from tests.exports.happenings import (
    ARMY,
    LUND,
    MARCH,
    SAID,
    SHELLING,
    SKANE,
    TWELVE,
    WORKERS,
    strike_reading,
)
from tests.exports.stories import ferry_story

NUMBER = re.compile(r"-?\d+(\.\d+)?")
FOR_THE_CODER = (
    "id", "relid", "type_of_violence", "conflict_name", "number_of_sources", "best", "low", "high", "deaths_a",
    "deaths_b", "deaths_civilians", "deaths_unknown", "event_clarity", "geom_wkt",
)  # fmt: skip
STRIKE = strike_reading()
FIRST = date(2025, 5, 1)


def plover_lines(reading: Reading, *, text: bool = True) -> list[dict[str, Any]]:
    return [json.loads(line) for line in plover.export(Selection.of([reading], text=text))]


def rows(module: Any, *given_readings: Reading, text: bool = True) -> list[dict[str, str]]:
    table = b"".join(module.export(Selection.of(given_readings, text=text))).decode()
    return list(csv.DictReader(io.StringIO(table)))


def shelling(**changes: Any) -> Reading:
    """The strike with its first event alone, changed."""
    return replace(STRIKE, events=(replace(SHELLING, **changes),))


def test_a_plover_event_has_the_fields_of_the_manual() -> None:
    made = plover_lines(STRIKE)[0]
    assert (made["id"], made["date"], made["enddate"]) == ("strike#e1", "2025-05-03", None)
    assert made["event"] == ["ASSAULT"]
    assert (made["mode"], made["quad_code"], made["context"]) == (["heavy-weapons"], 4, [])
    assert made["actor"] == [
        {"code": "NOR", "sector": "MIL", "entity_text": "The Norlund army", "identifier_text": "Norlund army"}
    ]
    assert made["text_info"]["sequence"] == 2
    assert made["size"] == {"dead": 12}
    assert made["cite_info"]["publication"] == "The Skerry Post"


def test_a_plover_event_says_who_says_so_and_how_firmly() -> None:
    made = plover_lines(STRIKE)[1]
    assert made["commitment"] == "denied"
    (claim,) = made["claims"]
    assert (claim["owner"], claim["voice"]) == ("Norlund army", "attributed")
    assert [(one["name"], one["does"], one["factuality"]) for one in claim["chain"]] == [
        ("The Skerry Post", "reports", "Uu"),
        ("Norlund army", "denies", "CT-"),
    ]


def test_an_event_without_a_time_has_no_date_of_publication_in_its_place() -> None:
    assert plover_lines(STRIKE)[1]["date"] is None


def test_what_is_no_news_carries_plover_s_own_mode() -> None:
    assert plover_lines(STRIKE)[3]["mode"] == ["historical"]
    negated = plover_lines(shelling(flags=(EventFlag.NEGATED, EventFlag.OPINION)))[0]
    assert (negated["mode"], negated["flags"]) == (["heavy-weapons", "negation"], ["negated", "opinion"])


def test_a_place_leads_to_its_divisions() -> None:
    place = plover_lines(STRIKE)[0]["event_loc"]
    assert (place["extracted_place"], place["geonameid"], place["city"]) == ("Lund", 2693678, "Lund")
    assert (place["province"], place["country"], place["country_code"]) == ("Skåne län", "Sweden", "SWE")
    assert (place["feature_class"], place["feature_code"], place["resolution"]) == ("P", "PPL", 4)


@pytest.mark.parametrize("bound", [{"bound": Bound.AT_LEAST}, {"approximate": True}, {"value": None}])
def test_a_number_that_is_not_exact_is_no_size(bound: dict[str, Any]) -> None:
    loose = replace(STRIKE, quantities=(replace(TWELVE, **bound),))
    made = plover_lines(loose)[0]
    assert made["size"] == {}
    assert made["claims"][0]["numbers"][0]["words"] == "12 workers"


def test_two_numbers_that_differ_are_no_size() -> None:
    other = replace(TWELVE, span=SAID.content[0], value=13.0)
    assert plover_lines(replace(STRIKE, quantities=(TWELVE, other)))[0]["size"] == {}


def test_ucdp_gets_the_assault_that_somebody_tells_of_with_dead_and_no_other() -> None:
    assert [row["sayso_event"] for row in rows(ucdp, STRIKE)] == ["strike#e1"]


def test_a_ucdp_row_has_what_the_text_tells() -> None:
    (row,) = rows(ucdp, STRIKE)
    assert (row["date_start"], row["date_end"], row["date_prec"], row["year"]) == (
        "2025-05-03", "2025-05-03", "1", "2025",
    )  # fmt: skip
    assert (row["side_a"], row["side_b"], row["dyad_name"]) == ("Norlund army", "workers", "Norlund army - workers")
    assert (row["where_prec"], row["where_coordinates"], row["adm_1"], row["country"]) == (
        "1", "Lund", "Skåne län", "Sweden",
    )  # fmt: skip
    assert (row["source_office"], row["source_date"], row["source_original"]) == (
        "The Skerry Post", "2025-05-04", "the mayor",
    )  # fmt: skip
    assert row["source_article"] == '"The Skerry Post", "2025-05-04", "Strike on Lund depot"'


def test_a_ucdp_row_leaves_counts_and_ids_to_the_coder() -> None:
    (row,) = rows(ucdp, STRIKE)
    assert {name: row[name] for name in FOR_THE_CODER} == dict.fromkeys(FOR_THE_CODER, "")


def test_numbers_stand_with_whose_they_are() -> None:
    (row,) = rows(ucdp, STRIKE)
    (dead,) = json.loads(row["sayso_deaths"])
    assert (dead["owner"], dead["value"], dead["words"]) == ("the mayor", 12, "12 workers")


def test_no_ucdp_row_comes_from_a_page_without_a_death() -> None:
    unhurt = replace(STRIKE, quantities=())
    text = STRIKE.article.text.replace("killing 12 workers", "waking 12 workers")
    assert rows(ucdp, replace(unhurt, article=replace(STRIKE.article, text=text))) == []


@pytest.mark.parametrize("flag", sorted(LEFT_OUT))
def test_what_is_past_future_supposed_or_negated_is_offered_to_nobody(flag: EventFlag) -> None:
    assert rows(ucdp, shelling(flags=(flag,))) == rows(acled, shelling(flags=(flag,))) == []


def test_what_all_deny_is_offered_to_nobody_and_a_hedge_is() -> None:
    for value, offered in ((Factuality.CERTAINLY_NOT, 0), (Factuality.POSSIBLE, 1)):
        claim = replace(SAID, about=(About("e1", (Factuality.UNCOMMITTED, value)),))
        found = rows(ucdp, replace(STRIKE, events=(SHELLING,), claims=(claim,)))
        assert len(found) == offered
        assert [row["sayso_commitment"] for row in found] == ["hedged"] * offered


def test_a_region_or_a_country_gets_no_point() -> None:
    for place in (replace(LUND, where_prec=4), replace(LUND, where_prec=6)):
        (row,) = rows(ucdp, replace(shelling(), toponyms=(place,)))
        assert (row["latitude"], row["longitude"]) == ("", "")
    (row,) = rows(ucdp, shelling())
    assert row["latitude"].startswith("55.7")


def test_acled_gets_assaults_and_protests_with_the_types_that_modes_tell() -> None:
    found = {row["sayso_event"]: row for row in rows(acled, STRIKE)}
    assert set(found) == {"strike#e1", "strike#e3"}
    assert (found["strike#e1"]["event_type"], found["strike#e1"]["sub_event_type"]) == (
        "Explosions/Remote violence", "Shelling/artillery/missile attack",
    )  # fmt: skip
    assert (found["strike#e3"]["event_type"], found["strike#e3"]["sub_event_type"]) == ("Protests", "")


def test_acled_sides_are_numbered_by_their_sectors() -> None:
    found = {row["sayso_event"]: row for row in rows(acled, STRIKE)}
    assert (found["strike#e1"]["inter1"], found["strike#e1"]["inter2"]) == ("8", "7")  # a foreign army, civilians
    assert found["strike#e1"]["civilian_targeting"] == "Civilian targeting"
    assert (found["strike#e3"]["inter1"], found["strike#e3"]["inter2"]) == ("6", "")


def test_two_armed_sides_are_a_battle_and_one_that_is_not_known_is_nothing() -> None:
    rebels = replace(WORKERS, codes=("SWEREB",))
    armed = replace(shelling(modes=()), actors=(ARMY, rebels))
    assert rows(acled, armed)[0]["event_type"] == "Battles"
    unknown = replace(shelling(modes=()), actors=(ARMY, replace(WORKERS, codes=())))
    assert rows(acled, unknown)[0]["event_type"] == ""


def test_an_acled_row_leaves_fatalities_notes_and_an_unknown_day_to_the_coder() -> None:
    for row in rows(acled, STRIKE):
        assert [row[name] for name in ("fatalities", "notes", "event_id_cnty", "interaction", "tags")] == [""] * 5
    march = rows(acled, replace(STRIKE, events=(MARCH,)))[0]
    assert (march["event_date"], march["time_precision"], march["admin1"], march["geo_precision"]) == (
        "", "", "Skåne län", "3",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("length", "of_ucdp", "of_acled"),
    [(1, 1, 1), (2, 2, 2), (6, 2, 2), (7, 3, 2), (8, 4, 3), (31, 4, 3), (90, 5, None)],
)
def test_precision_is_told_by_the_length_of_the_days(length: int, of_ucdp: int, of_acled: int | None) -> None:
    days = Days(FIRST, FIRST + timedelta(days=length - 1))
    assert precision_of(days, UCDP_DAYS, UCDP_LONGER) == of_ucdp
    assert precision_of(days, ACLED_DAYS, None) == of_acled
    assert precision_of(Days(FIRST, None), UCDP_DAYS, UCDP_LONGER) is None


@pytest.mark.parametrize("module", [ucdp, acled], ids=lambda module: module.__name__)
@given(reading=readings())
def test_every_table_has_its_columns_and_nothing_in_it_acts(module: Any, reading: Reading) -> None:
    table = b"".join(module.export(Selection.of([reading]))).decode()
    listed = list(csv.reader(io.StringIO(table)))
    assert listed[0] == [*module.COLUMNS, *OWN_COLUMNS]
    assert {len(row) for row in listed} == {len(listed[0])}
    assert not ACTING.search(table)
    words = [cell for row in listed for cell in row if not NUMBER.fullmatch(cell)]  # "-22.7" is a latitude
    assert not [cell for cell in words if cell.startswith(RUN_BY_SPREADSHEETS)]


@given(readings())
def test_plover_has_a_line_an_event_and_nothing_in_it_acts(reading: Reading) -> None:
    lines = list(plover.export(Selection.of([reading])))
    assert len(lines) == len(reading.events)
    assert not [line for line in lines if ACTING.search(line.decode())]


def test_without_text_names_and_codes_stay_and_words_go() -> None:
    (row,) = rows(ucdp, STRIKE, text=False)
    assert (row["side_a"], row["side_b"], row["sayso_words"], row["where_description"]) == (
        "Norlund army", "worker", "", "",
    )  # fmt: skip
    made = plover_lines(STRIKE, text=False)[0]
    assert (made["text"], made["event_text"], made["actor"][0]["entity_text"]) == (None, [], None)


def test_what_stands_behind_a_claim_comes_from_the_points_that_it_makes() -> None:
    said = PointClaim("strike", "c1", Voice.ATTRIBUTED, ClaimCommitment.ASSERTS, False)
    mayor, clerk = (
        Origin(name, True, False, side, (), ()) for name, side in (("the mayor", "Lund"), ("a clerk", None))
    )
    ferry = ferry_story()
    point = replace(ferry.points[0], claims=(said,), low=2, high=3, origins=(mayor, clerk))
    selection = Selection.of([STRIKE], [replace(ferry, points=(point,))])
    row = next(csv.DictReader(io.StringIO(b"".join(ucdp.export(selection)).decode())))
    assert (row["sayso_reports_low"], row["sayso_reports_high"], row["number_of_sources"]) == ("2", "3", "")
    assert json.loads(row["sayso_points"]) == [f"{ferry.id}#1"]
    assert (json.loads(row["sayso_origins"]), json.loads(row["sayso_sides"])) == (["the mayor", "a clerk"], ["Lund"])
    assert json.loads(next(plover.export(selection)))["link"] == f"{ferry.id}#1"


def test_the_tables_have_the_columns_of_their_schemes() -> None:
    assert (len(ucdp.COLUMNS), len(acled.COLUMNS)) == (49, 31)
    assert set(plover.QUAD) == set(EventType)


def test_a_province_is_its_own_division() -> None:
    found = DivisionFinder(load_gazetteer()).find(SKANE)
    assert (found.province, found.district, found.country) == ("Skåne län", None, "Sweden")
