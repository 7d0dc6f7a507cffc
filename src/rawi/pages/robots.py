"""What a site's robots.txt lets us read, and how far apart (RFC 9309, and the widespread ``Crawl-delay``)."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from rawi.errors import PageError, UsageError
from rawi.pages.addresses import PrivateError, origin
from rawi.pages.download import Reply

if TYPE_CHECKING:
    from protego import Protego

_NAME = "Rawi"  # the product token that robots.txt may address
_KEPT = 24 * 3600.0  # seconds: RFC 9309 2.4
_LARGEST = 500 * 1024  # bytes: RFC 9309 2.5
_LONGEST_DELAY = 60.0  # seconds: a longer wish would only make readers give up on the site's pages one by one


class _Rules(NamedTuple):
    """A site's rules (None: everything is allowed), why nothing is (None: see the rules), when they were read."""

    rules: Protego | None
    closed: str | None
    read: float


class Robots:
    """The rules of every site asked so far, read when its first page is. ``ask`` gets one address."""

    def __init__(self, ask: Callable[[str], Reply]) -> None:
        self._ask = ask
        self._known: dict[str, _Rules] = {}

    def check(self, url: str) -> None:
        """Raises :class:`PageError` where the site does not let us read this page."""
        found = self._rules(origin(url))
        if found.closed is not None:
            raise PageError(f"{url}: {found.closed}, so none of its pages may be read; try later")
        if found.rules is not None and not found.rules.can_fetch(url, _NAME):
            raise PageError(f"{url}: the site's robots.txt asks programs not to read this page")

    def delay(self, url: str) -> float:
        """Seconds that the site wants between two requests; 0 where it says nothing."""
        found = self._known.get(origin(url))
        wish = found.rules.crawl_delay(_NAME) if found is not None and found.rules is not None else None
        return min(float(wish or 0.0), _LONGEST_DELAY)

    def _rules(self, site: str) -> _Rules:
        known = self._known.get(site)
        if known is None or time.monotonic() - known.read > _KEPT:
            known = self._known[site] = self._read(site)
        return known

    def _read(self, site: str) -> _Rules:
        """A file that is not there allows all; a site that cannot say (errors, overload) allows nothing."""
        now = time.monotonic()
        try:
            reply = self._ask(f"{site}/robots.txt")
        except PrivateError:
            return _Rules(None, None, now)  # whoever asks for the page itself is told the same
        except PageError as error:
            return _Rules(None, f"its robots.txt cannot be read ({_cause(error, site)})", now)
        if reply.status >= 500 or reply.status == 429:
            return _Rules(None, f"its robots.txt cannot be read (HTTP {reply.status})", now)
        if reply.status != 200:
            return _Rules(None, None, now)
        return _Rules(_parsed(reply.body[:_LARGEST].decode("utf-8", "replace")), None, now)


def _cause(error: PageError, site: str) -> str:
    return str(error).removeprefix(f"{site}/robots.txt: ").partition(";")[0]


def _parsed(text: str) -> Protego:
    try:
        from protego import Protego
    except ImportError:
        raise UsageError("fetching needs httpx2 and protego; install them: pip install 'rawi[fetch]'") from None
    return Protego.parse(text)
