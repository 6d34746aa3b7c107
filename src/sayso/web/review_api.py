"""What people decided, as JSON and as the log that others may hold."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from sayso.ledger.review.chain import write_line
from sayso.ledger.review.log import read_entries
from sayso.web import review_agreement, review_log, reviewing, tables
from sayso.web.api import Form, Number, as_csv, as_json, room_of
from sayso.web.contents import NotHere

router = APIRouter(prefix="/api", tags=["review"])
Words = Annotated[str, Query(max_length=500)]


@router.get("/L/{room}/review", response_model=reviewing.QueueView, summary="The claims that wait for a person")
def review(
    request: Request, room: str, page: Number = 1, after: Words = "", q: Words = "", form: Form = "json"
) -> Response:
    view = reviewing.view_queue(room_of(request, room), page, after, q)
    return as_csv(tables.queue_csv(view)) if form == "csv" else as_json(view)


@router.get("/L/{room}/log", response_model=review_log.LogView, summary="What people decided, the latest first")
def log(request: Request, room: str, page: Number = 1, adrift: bool = False, form: Form = "json") -> Response:
    view = review_log.view_log(room_of(request, room), page, adrift=adrift)
    return as_csv(tables.log_csv(view)) if form == "csv" else as_json(view)


@router.get(
    "/L/{room}/log.jsonl",
    summary="The whole log with its hashes, one entry a line, to be held by others",
    response_class=Response,
    responses={200: {"content": {"application/x-ndjson": {"schema": {"type": "string"}}}}},
)
def whole_log(request: Request, room: str) -> Response:
    here = room_of(request, room)
    if here.blind:
        raise NotHere("a blind coder is not shown the log of all")
    lines = "".join(write_line(entry) + "\n" for entry in read_entries(here.connection))
    return Response(lines.encode(), media_type="application/x-ndjson")


@router.get("/L/{room}/agreement", response_model=review_agreement.AgreementView, summary="How far coders agree")
def agreement(request: Request, room: str, form: Form = "json") -> Response:
    view = review_agreement.view_agreement(room_of(request, room))
    return as_csv(tables.agreement_csv(view)) if form == "csv" else as_json(view)
