"""Making a room ready before its first reader comes: knowledge, templates and the busiest pages, so that no reader waits for them."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from urllib.parse import quote, unquote

from starlette.types import ASGIApp, Message, Scope

from rawi.chronicle import Chronicle, Filter
from rawi.errors import RawiError
from rawi.web.settings import Settings
from rawi.web.words import LANGUAGES

PAGES = ("", "network", "sources", "about", "actors", "dyad", "search", "read")


def warm(app: ASGIApp, settings: Settings) -> None:
    """Ask the room for one page of each kind in both languages, as a reader would. What fails is told to whoever asks for it later."""
    asyncio.run(_ask(app, settings, [f"/{language}/{page}" for page in (*PAGES, *_examples(settings)) for language in LANGUAGES]))


def _examples(settings: Settings) -> list[str]:
    """Pages of the newest talks between two countries, where there are some: occurrence, readouts, article, actor, dyad and search."""
    if settings.db is None:
        return []
    try:
        with Chronicle(settings.db, read_only=True) as chronicle:
            talks = chronicle.occurrences(Filter(type="CONSULT"), limit=50).rows
    except RawiError:
        return []
    for row in talks:
        actors = [*row.actors, *row.recipients]
        if len({actor.country for actor in actors} - {None}) > 1:
            one, other = (quote(actor.id, safe="") for actor in (actors[0], actors[-1]))
            word = quote(row.evidence.split()[0])
            asked = (f"dyad?one={one}&other={other}", f"search?q={word}")
            return [f"occurrence/{row.id}", f"readouts/{row.id}", f"article/{row.article}", f"actor/{one}", *asked]
    return []


async def _ask(app: ASGIApp, settings: Settings, addresses: list[str]) -> None:
    bearer = [(b"authorization", f"Bearer {settings.token}".encode())] if settings.token else []
    for address in addresses:
        path, _, query = address.partition("?")
        scope: Scope = {
            "type": "http", "http_version": "1.1", "method": "GET", "scheme": "http", "path": unquote(path), "raw_path": path.encode(),
            "query_string": query.encode(), "root_path": "", "headers": [(b"host", b"localhost"), *bearer], "client": None, "server": None,
        }  # fmt: skip
        with suppress(Exception):  # it comes again for whoever asks for the page, and is told there
            await app(scope, _nothing_more, _unread)


async def _nothing_more() -> Message:
    return {"type": "http.request", "body": b"", "more_body": False}


async def _unread(message: Message) -> None:
    pass
