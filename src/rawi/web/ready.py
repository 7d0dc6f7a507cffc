"""Pages that were made a moment ago, ready for whoever asks the same: many readers of one page cost as much as one.

A page is kept for ten seconds, or for two hundred times as long as it took to make, and so may be that much older than the chronicle; what is
changed in the room itself is seen at once. A page that several ask for while it is being made is made once.
"""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable

from starlette.requests import Request
from starlette.responses import Response

SECONDS = 10.0
TIMES = 200  # a page that took two seconds is kept for nearly seven minutes
MOST_BYTES = 24 * 1024 * 1024
_KEPT_HEADERS = ("content-type", "content-language", "etag", "vary")


class Ready:
    """Answers by what was asked, in so many bytes at most. For one event loop."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._kept: OrderedDict[Hashable, tuple[float, bytes, dict[str, str]]] = OrderedDict()
        self._coming: dict[Hashable, asyncio.Task[Response]] = {}
        self._bytes, self._clock = 0, clock

    async def answer(self, key: Hashable, request: Request, make: Callable[[], Awaitable[Response]]) -> Response:
        """The answer kept for ``key``, else the one that ``make`` gives, kept where it is a page (status 200). Raises what ``make`` raises."""
        self._forget()
        if key not in self._kept:
            if key not in self._coming:
                task = asyncio.ensure_future(self._made(key, make))
                self._coming[key] = task
                task.add_done_callback(lambda _: self._coming.pop(key, None))
            made = await asyncio.shield(self._coming[key])
            if key not in self._kept:
                return made
        _, body, headers = self._kept[key]
        if headers.get("etag", " ") in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        return Response(body, headers=headers)

    def clear(self) -> None:
        """Forget everything: the chronicle was changed here."""
        self._kept.clear()
        self._bytes = 0

    async def _made(self, key: Hashable, make: Callable[[], Awaitable[Response]]) -> Response:
        start = self._clock()
        made = await make()
        if made.status_code == 200:
            now = self._clock()
            headers = {name: made.headers[name] for name in _KEPT_HEADERS if name in made.headers}
            self._kept[key] = (now + max(SECONDS, TIMES * (now - start)), bytes(made.body), headers)
            self._bytes += len(made.body)
        return made

    def _forget(self) -> None:
        now = self._clock()
        for key in [key for key, (until, _, _) in self._kept.items() if until <= now]:
            self._drop(key)
        while self._bytes > MOST_BYTES:
            self._drop(next(iter(self._kept)))

    def _drop(self, key: Hashable) -> None:
        self._bytes -= len(self._kept.pop(key)[1])
