"""The reading room as an ASGI application: which address leads to which page."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from http import HTTPStatus
from urllib.parse import quote

from anyio import to_thread
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.convertors import Convertor, register_url_convertor
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from rawi.errors import ChronicleError, NotThereError, RawiError, UsageError
from rawi.web import about_page, api, changing, chronicle_pages, door, party_pages, reading_page
from rawi.web.choices import chosen, preferred
from rawi.web.guard import Guard
from rawi.web.room import FONT_FILES, HERE, Room
from rawi.web.sessions import entered
from rawi.web.settings import MEGABYTE, Settings
from rawi.web.words import say

Page = Callable[[Room, Request], Response]
AsyncPage = Callable[[Room, Request], Awaitable[Response]]
THREADS = 4
FOREVER = "public, max-age=31536000, immutable"


class _Language(Convertor[str]):
    regex = "ar|en"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


register_url_convertor("language", _Language())


def make_app(settings: Settings | None = None) -> ASGIApp:
    """The application for these settings; any ASGI server can run it."""
    settings = settings or Settings()
    room = Room(settings)
    handlers = dict.fromkeys((HTTPException, UsageError, ChronicleError, Exception), _error_page(room))
    doors = [Middleware(_Door, settings=settings)]
    app = Starlette(routes=_routes(room), middleware=doors, exception_handlers=handlers, lifespan=_few_threads)
    return Guard(app, settings)


@asynccontextmanager
async def _few_threads(_: Starlette) -> AsyncIterator[None]:
    """Pages are made by a few threads: more would hold each other up, and each keeps a connection with its memory."""
    to_thread.current_default_thread_limiter().total_tokens = THREADS
    yield


def _routes(room: Room) -> list[BaseRoute]:
    def get(path: str, page: Page) -> Route:
        async def answer(request: Request) -> Response:
            return await run_in_threadpool(page, room, request)

        return Route(path, answer, methods=["GET"])

    def get_ready(path: str, page: Page) -> Route:
        """A page that is the same for all who chose alike: without a form that changes anything."""

        async def answer(request: Request) -> Response:
            key = (request.scope["path"], request.scope["query_string"], chosen(request))
            return await room.ready.answer(key, request, lambda: run_in_threadpool(page, room, _afresh(request)))

        return Route(path, answer, methods=["GET"])

    def post(path: str, page: AsyncPage) -> Route:
        async def answer(request: Request) -> Response:
            return await page(room, request)

        return Route(path, answer, methods=["POST"])

    occurrence = get_ready if room.settings.read_only else get
    return [
        Route("/", _start, methods=["GET"]),
        Route("/static/{name}", _static, methods=["GET"]),
        get_ready("/{language:language}/", chronicle_pages.show_timeline if room.chronicle else reading_page.lead_to_form),
        get_ready("/{language:language}/search", chronicle_pages.show_search),
        occurrence("/{language:language}/occurrence/{ident}", chronicle_pages.show_occurrence),
        post("/{language:language}/occurrence/{ident}/split", changing.split),
        post("/{language:language}/occurrence/{ident}/join", changing.join),
        get_ready("/{language:language}/readouts/{ident}", chronicle_pages.show_readouts),
        get_ready("/{language:language}/article/{ident:path}", chronicle_pages.show_article),
        get_ready("/{language:language}/actors", party_pages.show_actors),
        get_ready("/{language:language}/actor/{ident:path}", party_pages.show_actor),
        get_ready("/{language:language}/dyad", party_pages.show_dyad),
        get_ready("/{language:language}/network", party_pages.show_network),
        get_ready("/{language:language}/sources", party_pages.show_sources),
        get_ready("/{language:language}/about", about_page.show_about),
        *api.routes(room),
        get("/{language:language}/read", reading_page.show_form),
        post("/{language:language}/read", reading_page.take_form),
        get("/{language:language}/read/{key}", reading_page.show_reading),
        post("/{language:language}/read/{key}/store", changing.store_reading),
        post("/{language:language}/choices", door.keep_choices),
        get("/{language:language}/sign-in", door.show_sign_in),
        post("/{language:language}/sign-in", door.take_sign_in),
        post("/{language:language}/sign-out", door.sign_out),
    ]


def _afresh(request: Request) -> Request:
    """The request without what the browser has already: the page is wanted whole, for others too."""
    headers = [(name, value) for name, value in request.scope["headers"] if name != b"if-none-match"]
    return Request({**request.scope, "headers": headers})


async def _start(request: Request) -> Response:
    return RedirectResponse(f"/{preferred(request)}/", 307, headers={"Vary": "Accept-Language"})


async def _static(request: Request) -> Response:
    name = request.path_params["name"]
    if name.endswith(".ttf"):
        path = FONT_FILES.get(name.removesuffix(".ttf"))
    else:
        path = next((file for file in (HERE / "static").iterdir() if file.name == name), None)
    if path is None:
        raise HTTPException(404)
    return FileResponse(path, media_type={".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}.get(path.suffix, "font/ttf"),
                        headers={"Cache-Control": FOREVER})  # fmt: skip


class _Door:
    """Nobody passes without the token, where there is one; files of style and script are no secret."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app, self.settings = app, settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or self.settings.token is None or self._open(scope["path"]):
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        if entered(request, self.settings):
            await self.app(scope, receive, send)
            return
        await self._refuse(request)(scope, receive, send)

    def _open(self, path: str) -> bool:
        return path.startswith("/static/") or path in ("/ar/sign-in", "/en/sign-in", "/ar/choices", "/en/choices")

    def _refuse(self, request: Request) -> Response:
        if request.url.path.startswith("/api") or request.method != "GET":
            return JSONResponse({"error": "sign in: send the room's token as Authorization: Bearer TOKEN"}, 401, {"WWW-Authenticate": "Bearer"})
        path = request.url.path
        language = path[1:3] if path[:4] in ("/ar/", "/en/") else preferred(request)
        back = quote(path + (f"?{request.url.query}" if request.url.query else ""), safe="")
        return RedirectResponse(f"/{language}/sign-in?back={back}", 303)


def _error_page(room: Room) -> Callable[[Request, Exception], Response]:
    def answer(request: Request, error: Exception) -> Response:
        status = _status(error)
        headers = dict(getattr(error, "headers", None) or {})
        cause = _cause(error)
        if request.url.path.startswith("/api"):
            return JSONResponse({"error": cause or say("en", _known(status))}, status, headers)
        language = chosen(request).language
        hint = f"error_hint_{status}"
        limit = f"{room.settings.upload_limit / MEGABYTE:g} MB"
        try:
            says = say(language, hint, limit=limit)
        except KeyError:
            says = ""
        response = room.page(request, "error.html", "", status, code=status, says=say(language, _known(status)), hint=says, cause=cause)
        response.headers.update(headers)
        return response

    return answer


def _known(status: int) -> str:
    return f"error_{status}" if status in (400, 401, 403, 404, 405, 413, 415, 421, 422, 429, 500, 503) else "error_400"


def _status(error: Exception) -> int:
    if isinstance(error, HTTPException):
        return error.status_code
    return 400 if isinstance(error, UsageError) else 404 if isinstance(error, NotThereError) else 503 if isinstance(error, ChronicleError) else 500


def _cause(error: Exception) -> str:
    """What may be told of an error: what was said on purpose."""
    if isinstance(error, HTTPException):
        return error.detail if error.detail != HTTPStatus(error.status_code).phrase else ""
    return str(error) if isinstance(error, RawiError) else ""
