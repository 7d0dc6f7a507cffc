"""What changes the chronicle: a read text added, occurrences joined or parted by hand. Only by the room's own forms, never when read-only."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from rawi.chronicle import Chronicle, keys
from rawi.errors import UsageError
from rawi.web.asked import LONGEST
from rawi.web.choices import chosen
from rawi.web.room import Room, address, refuse
from rawi.web.sessions import is_own_form

T = TypeVar("T")


async def store_reading(room: Room, request: Request) -> Response:
    """Add the record of a text that was read a moment ago."""
    await _own_form(room, request)
    record = room.kept.get(request.path_params["key"])
    if record is None:
        raise refuse(404)
    account = await run_in_threadpool(_changed, room, lambda chronicle: chronicle.add([record]))
    if account.failed:
        raise refuse(422, account.failed[0].why)
    return RedirectResponse(address(chosen(request).language, f"/article/{keys.shown(keys.article_key(record.article, record.text))}"), 303)


async def split(room: Room, request: Request) -> Response:
    """Part the chosen tellings from an occurrence."""
    form = await _own_form(room, request)
    tellings = [str(one)[:LONGEST] for one in form.getlist("telling")]
    if not tellings:
        raise UsageError("split: choose the tellings that are of something else")
    ident = await run_in_threadpool(_changed, room, lambda chronicle: chronicle.split(request.path_params["ident"], tellings))
    return RedirectResponse(address(chosen(request).language, f"/occurrence/{ident}"), 303)


async def join(room: Room, request: Request) -> Response:
    """Join another occurrence to this one."""
    form = await _own_form(room, request)
    other = str(form.get("other", ""))[:LONGEST]
    ident = await run_in_threadpool(_changed, room, lambda chronicle: chronicle.join(request.path_params["ident"], other))
    return RedirectResponse(address(chosen(request).language, f"/occurrence/{ident}"), 303)


def _changed(room: Room, change: Callable[[Chronicle], T]) -> T:
    """What a change gives."""
    with room.writing() as chronicle:
        return change(chronicle)


async def _own_form(room: Room, request: Request) -> FormData:
    form = await request.form(max_files=0, max_fields=300)
    if room.settings.read_only or not is_own_form(request, room.settings, str(form.get("form", ""))):
        raise refuse(403)
    return form
