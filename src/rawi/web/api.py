"""The interface for programs: ``/api``. What a page shows, as JSON; the same records as ``rawi read --json`` gives."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from rawi import pages
from rawi.errors import PageError, UsageError
from rawi.web import openapi
from rawi.web.answers import GIVEN, Gives
from rawi.web.asked import again, value
from rawi.web.reading_page import article_of, checked_day, limited, read_article
from rawi.web.room import Room, refuse
from rawi.web.tables import as_csv

Answer = Callable[[Room, Request], Response]


class Asked(msgspec.Struct, forbid_unknown_fields=True):
    """The body of ``POST /api/read``: ``text`` or ``html``, and what the page does not tell by itself."""

    text: str | None = None
    html: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None


def routes(room: Room) -> list[BaseRoute]:
    """The addresses below ``/api``."""

    def get(path: str, answer: Answer) -> Route:
        async def answered(request: Request) -> Response:
            return await run_in_threadpool(answer, room, request)

        return Route(path, answered, methods=["GET"])

    async def post_read(request: Request) -> Response:
        kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
        if kind != "application/json":
            raise HTTPException(415, "send application/json: an object with text or html")
        body = await request.body()
        return await run_in_threadpool(read, room, request, body)

    def given(one: Gives) -> Route:
        async def answered(request: Request) -> Response:
            return await run_in_threadpool(ask, room, one, request)

        return Route(one.path.replace("{id}", "{id:path}"), answered, methods=["GET"])

    return [
        *(given(one) for one in GIVEN if room.chronicle is not None),
        get("/api", contents),
        get("/api/openapi.json", contents),
        Route("/api/read", post_read, methods=["POST"]),
        get("/api/read/{id}", kept),
    ]


def contents(room: Room, request: Request) -> Response:
    """The OpenAPI document: every address, what it takes and what it gives."""
    return json_answer(request, openapi.document(room))


def ask(room: Room, one: Gives, request: Request) -> Response:
    """What the chronicle answers at one address, as JSON or, with ``format=csv``, as a table."""
    query = request.query_params
    wanted = value(query, "format") or "json"
    if wanted not in ("json", "csv") or (wanted == "csv" and one.table is None):
        raise UsageError(f"format={wanted}: give {'json or csv' if one.table else 'json'}")
    found = one.answer(room.open(), query, value(request.path_params, "id") or "")
    if wanted == "csv" and one.table is not None:
        name = one.path.removeprefix("/api/").split("/")[0]
        headers = {"Content-Disposition": f'attachment; filename="rawi-{name}.csv"'}
        return tagged(request, as_csv(one.table(found)), "text/csv; charset=utf-8", headers)
    following = getattr(found, "next", None)
    headers = {"Link": f'<{one.path}?{again(request, cursor=following)}>; rel="next"'} if following else {}
    return json_answer(request, found, headers)


def read(room: Room, request: Request, body: bytes) -> Response:
    """Read one article. Nothing is stored."""
    try:
        asked = msgspec.json.decode(body, type=Asked)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise HTTPException(400, str(error)) from None
    if (asked.text is None) == (asked.html is None):
        raise HTTPException(400, "give either text or html")
    limited(room, request)
    try:
        article = article_of(asked.text) if asked.text is not None else pages.read_html(asked.html or "", asked.url)
        record = read_article(article, published=checked_day(asked.published), url=asked.url, outlet=asked.outlet)
    except PageError as error:
        raise HTTPException(422, str(error)) from None
    return json_answer(request, record)


def kept(room: Room, request: Request) -> Response:
    """The record of a text that was read on the page a moment ago."""
    record = room.kept.get(request.path_params["id"])
    if record is None:
        raise refuse(404)
    return json_answer(request, record)


def json_answer(request: Request, value: Any, headers: dict[str, str] | None = None) -> Response:
    """A value as JSON with its ``ETag``, or only that the caller has it already."""
    return tagged(request, msgspec.json.encode(value), "application/json", headers)


def tagged(request: Request, body: bytes, media_type: str, headers: dict[str, str] | None = None) -> Response:
    """A body with its ``ETag``; 304 where the caller has it already."""
    tag = f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
    head = {**(headers or {}), "ETag": tag}
    if request.method in ("GET", "HEAD") and tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=head)
    return Response(body, media_type=media_type, headers=head)
