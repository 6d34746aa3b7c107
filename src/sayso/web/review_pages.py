"""The pages on which a person judges claims, and the forms that they send."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from typing import Annotated, TypeVar

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData

from sayso.errors import BadDecision
from sayso.ledger.listing import SHORT
from sayso.ledger.review.contents import open_kept
from sayso.ledger.review.stretches import find_stretches
from sayso.records.attribution import Commitment
from sayso.records.claim import Voice
from sayso.records.decision import Edited
from sayso.records.span import hull
from sayso.web import review_agreement, review_log, reviewing
from sayso.web.api import Number, room_of
from sayso.web.links import claim_pick
from sayso.web.room import Room
from sayso.web.showing import OTHER_RUN, pager, show

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
Words = Annotated[str, Query(max_length=500)]
Kind = TypeVar("Kind", Voice, Commitment)
PART = "x-sayso-part"  # a header by which a script asks for the one row instead of a page
MOST_FIELDS = 600


@router.get("/L/{room}/review")
def review(request: Request, room: str, page: Number = 1, after: Words = "", q: Words = "") -> Response:
    here = room_of(request, room)
    view = reviewing.view_queue(here, page, after, q)
    return show(request, "review.html", here, view=view, pager=pager(request))


@router.post("/L/{room}/review")
async def decide(request: Request, room: str) -> Response:
    """Takes one decision, and leads back to where it was made."""
    async with request.form(max_files=0, max_fields=MOST_FIELDS) as form:
        asked = Asked.of(form)
    if not hmac.compare_digest(asked.csrf.encode(), request.app.state.csrf.encode()):
        return show(request, "told.html", status=403, says=OTHER_RUN, code=403)
    here = room_of(request, room)
    pick = await run_in_threadpool(take, here, asked)
    if PART in request.headers and pick:
        item = await run_in_threadpool(reviewing.view_item, here, pick)
        return show(request, "review_row.html", here, item=item)
    return RedirectResponse(asked.back_in(room, pick), 303)


@router.get("/L/{room}/log")
def log(request: Request, room: str, page: Number = 1, adrift: bool = False) -> Response:
    here = room_of(request, room)
    view = review_log.view_log(here, page, adrift=adrift)
    return show(request, "log.html", here, view=view, pager=pager(request), only_adrift=adrift)


@router.get("/L/{room}/agreement")
def agreement(request: Request, room: str) -> Response:
    here = room_of(request, room)
    return show(request, "agreement.html", here, view=review_agreement.view_agreement(here))


@dataclass(frozen=True, slots=True)
class Asked:
    """What a form asks for."""

    csrf: str
    act: str
    claims: tuple[str, ...]
    others: tuple[str, ...]
    why: str
    settles: bool
    number: str
    back: str
    words: str
    voice: str
    does: str
    hedged: str
    speaker: str
    speaker_was: str

    @classmethod
    def of(cls, form: FormData) -> Asked:
        def one(name: str) -> str:
            return str(form.get(name, "")).replace("\r\n", "\n")

        claims = tuple(str(value).strip() for value in form.getlist("claim") if str(value).strip())
        others = tuple(str(value) for value in form.getlist("other"))
        return cls(
            csrf=one("csrf"),
            act=one("act"),
            claims=claims,
            others=others,
            why=one("why"),
            settles=bool(one("settles")),
            number=one("number"),
            back=one("back"),
            words=one("words"),
            voice=one("voice"),
            does=one("does"),
            hedged=one("hedged"),
            speaker=one("speaker"),
            speaker_was=one("speaker_was"),
        )

    def back_in(self, room: str, pick: str | None) -> str:
        """A page of the same ledger, whatever the form says."""
        inside = self.back if self.back.startswith(("review?", "agreement", "log")) else "review"
        place = f"#k{pick}" if pick and "#" not in inside else ""
        return f"/L/{room}/{inside}{place}"


def take(room: Room, asked: Asked) -> str | None:
    """Takes a decision; the pick of the claim that it was on. Raises BadDecision."""
    review, claims = room.review, asked.claims
    if asked.act == "undo":
        undo = review.undo(_number(asked.number), why=asked.why)
        return claims[0] if claims else _undone_pick(room, undo.undoes)
    if not claims:
        raise BadDecision("no claim was named")
    first, why, settles = claims[0], asked.why, asked.settles
    if asked.act == "accept":
        review.accept(first, why=why, settles=settles)
    elif asked.act == "reject":
        review.reject(first, why=why, settles=settles)
    elif asked.act == "edit":
        review.edit(first, edited_of(room, first, asked), why=why, settles=settles)
    elif asked.act == "merge":
        review.merge(first, *claims[1:], why=why, settles=settles)
    elif asked.act == "split":
        review.split(first, *asked.others, why=why, settles=settles)
    else:
        raise BadDecision("nothing is done by that name")
    return first


def _undone_pick(room: Room, number: int | None) -> str | None:
    subject = next((one.subject for one in room.review.decisions() if one.number == number), None)
    return claim_pick(subject.text[:SHORT], subject.claim) if subject else None


def _number(written: str) -> int | None:
    if not written:
        return None
    if not (written.isascii() and written.isdecimal() and len(written) <= 12):
        raise BadDecision("no decision has such a number")
    return int(written)


def edited_of(room: Room, pick: str, asked: Asked) -> Edited:
    """What the fields of the form change. Raises BadDecision."""
    row = room.review.find(pick)
    number = room.contents().number(row.article)
    kept = open_kept(next(room.ledger.readings([number])))
    now = kept.spans(row.claim)
    spans = find_stretches(asked.words, kept.text, hull(now)) if asked.words.strip() else now
    return Edited(
        spans=spans if spans != now else (),
        voice=_one_of(Voice, asked.voice, row.voice),
        does=_one_of(Commitment, asked.does, row.does),
        hedged=None if asked.hedged in ("", "yes" if row.hedged else "no") else asked.hedged == "yes",
        speaker=None if asked.speaker.strip() == asked.speaker_was.strip() else asked.speaker.strip(),
    )


def _one_of(kind: type[Kind], written: str, now: Kind | None) -> Kind | None:
    """What was chosen, or None where it is what it was."""
    if not written or (now is not None and written == now.value):
        return None
    try:
        return kind(written)
    except ValueError:
        raise BadDecision(f"{written!r} is none of {', '.join(kind)}") from None
