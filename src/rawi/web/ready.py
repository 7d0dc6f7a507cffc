"""Pages that were made before, ready for whoever asks the same: many readers of one page cost as much as one.

A page is kept for as long as nobody changes the chronicle, whoever does it and with whichever program: it belongs to the chronicle's revision
(:meth:`rawi.chronicle.Chronicle.revision`), which is looked up for every request. Pages are kept compressed, and sent so to browsers that take
it. A page that several ask for while it is being made is made once.
"""

from __future__ import annotations

import asyncio
import gzip
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import Response

MOST_BYTES = 32 * 1024 * 1024
QUICKLY = 1  # how hard to compress: most of what there is to gain costs least
_KEPT_HEADERS = ("content-type", "content-language", "etag")


class Kept(NamedTuple):
    """A page, compressed, with the headers that go with it."""

    body: bytes
    headers: dict[str, str]


class Ready:
    """Pages by what was asked, in so many bytes at most. For one event loop."""

    def __init__(self, revision: Callable[[], Awaitable[int]], most_bytes: int = MOST_BYTES) -> None:
        self._revision, self._most_bytes = revision, most_bytes
        self._kept: OrderedDict[Hashable, Kept] = OrderedDict()
        self._coming: dict[Hashable, asyncio.Task[Response | Kept]] = {}
        self._of, self._bytes = -1, 0

    async def answer(self, key: Hashable, request: Request, make: Callable[[], Awaitable[Response]]) -> Response:
        """The page kept for ``key``, else the answer that ``make`` gives, kept where it is a page (status 200). Raises what ``make`` raises."""
        now = await self._revision()
        if now != self._of:
            self._kept.clear()
            self._of, self._bytes = now, 0
        if (kept := self._kept.get(key)) is not None:
            self._kept.move_to_end(key)
            return _unpacked(kept, request)
        if (now, key) not in self._coming:
            self._coming[now, key] = task = asyncio.ensure_future(self._made(now, key, make))
            task.add_done_callback(lambda _: self._coming.pop((now, key), None))
        made = await asyncio.shield(self._coming[now, key])
        return _unpacked(made, request) if isinstance(made, Kept) else made

    async def _made(self, now: int, key: Hashable, make: Callable[[], Awaitable[Response]]) -> Response | Kept:
        made = await make()
        if made.status_code != 200:
            return made
        headers = {name: made.headers[name] for name in _KEPT_HEADERS if name in made.headers}
        kept = Kept(gzip.compress(made.body, QUICKLY, mtime=0), {**headers, "vary": "Cookie, Accept-Encoding"})
        if now == self._of:
            self._keep(key, kept)
        return kept

    def _keep(self, key: Hashable, kept: Kept) -> None:
        self._kept[key] = kept
        self._bytes += len(kept.body)
        while self._bytes > self._most_bytes:
            self._bytes -= len(self._kept.popitem(last=False)[1].body)


def _unpacked(kept: Kept, request: Request) -> Response:
    """A kept page as this browser takes it: only its headers where it has the page already, compressed where it understands that."""
    if kept.headers.get("etag", " ") in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=kept.headers)
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(kept.body, headers={**kept.headers, "content-encoding": "gzip"})
    return Response(gzip.decompress(kept.body), headers=kept.headers)
