"""Pages from the web, politely: what robots.txt allows, one request a host at a time and seconds apart, changed
pages only, and no harm from servers that misbehave.

    address ─▶ checked ─▶ robots.txt ─▶ waited ─▶ asked, again if need be ─▶ redirects, each checked alike ─▶ page

No cookies are kept and no script is run. Each address gives a :class:`Fetched` or one error with one line.
"""

from __future__ import annotations

import hashlib
import random
import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import NamedTuple
from urllib.parse import urljoin

from rawi.errors import PageError
from rawi.model import Article
from rawi.pages.addresses import cleaned, origin, target
from rawi.pages.download import Bounds, Broken, Reply, client, get
from rawi.pages.robots import Robots
from rawi.pages.visits import Visit, Visits, now

_PASSING = frozenset((429, 500, 502, 503, 504))
_MOVED = frozenset((301, 302, 303, 307, 308))
_ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.1"


class Manners(NamedTuple):
    """How to ask: seconds between requests to one host, limits of one request, tries and the waits between
    them, redirects, private networks, and whom a site's owner may write to.
    """

    delay: float = 2.0
    timeout: float = 20.0
    total: float = 60.0
    largest: int = 10_000_000
    tries: int = 3
    backoff: float = 2.0  # seconds before the second try, twice as long before each further one
    longest_wait: float = 120.0  # seconds: a server that wants more is left alone for this time
    redirects: int = 5
    allow_private: bool = False
    contact: str | None = None


class Fetched(NamedTuple):
    """A page as it came: the address asked, the one it was found at, its bytes (None: unchanged since the visit
    told of), and what a next request may say.
    """

    asked: str
    url: str
    body: bytes | None
    etag: str | None = None
    modified: str | None = None


class Fetcher:
    """Fetches pages one after another. ``sleep`` is called with seconds to wait."""

    def __init__(self, manners: Manners | None = None, sleep: Callable[[float], None] = time.sleep) -> None:
        """Raises :class:`rawi.errors.UsageError` where the libraries for fetching are not installed."""
        self.manners = manners or Manners()
        self._sleep = sleep
        self._client = client(self.manners.timeout)
        self._robots = Robots(lambda url: self._followed(url, None, checked=False)[1])
        self._last: dict[str, float] = {}  # by host and port: when its last answer ended, on time.monotonic's clock

    def fetch(self, url: str, known: Visit | None = None) -> Fetched:
        """The page at an address; ``known`` is the last visit, so that an unchanged page is not sent again.

        Raises :class:`PageError` for whatever keeps it from being read; the message begins with the address.
        """
        found, reply = self._followed(cleaned(url), known, checked=True)
        if reply.status == 304:
            return Fetched(url, found, None, known.etag if known else None, known.modified if known else None)
        if reply.status != 200:
            raise PageError(f"{url}: {_refusal(reply.status)}")
        if not reply.body.strip():
            raise PageError(f"{url}: the server sent an empty page")
        return Fetched(url, found, reply.body, reply.headers.get("etag"), reply.headers.get("last-modified"))

    def _followed(self, url: str, known: Visit | None, *, checked: bool) -> tuple[str, Reply]:
        """The answer at the end of redirects, and its address. ``checked``: as robots.txt allows."""
        start, seen = url, [url]
        while True:
            if checked:
                self._robots.check(url)
            reply = self._asked(url, _conditions(known, url))
            place = reply.headers.get("location")
            if reply.status not in _MOVED or not place:
                return url, reply
            url = _joined(start, url, place)
            if url in seen:
                raise PageError(f"{start}: redirected in a circle by way of {url}")
            if len(seen) > self.manners.redirects:
                raise PageError(f"{start}: redirected more than {self.manners.redirects} times")
            seen.append(url)

    def _asked(self, url: str, conditions: dict[str, str]) -> Reply:
        """The answer to one address, asked again where the failure may pass."""
        manners = self.manners
        headers = {"User-Agent": user_agent(manners.contact), "Accept": _ACCEPT, "Accept-Encoding": "gzip, deflate"}
        headers |= {"Accept-Language": "ar,*;q=0.5", **conditions}
        bounds = Bounds(manners.timeout, manners.total, manners.largest)
        for attempt in range(manners.tries):
            pause = manners.backoff * 2**attempt * random.uniform(0.75, 1.25)
            final = attempt + 1 == manners.tries
            self._wait(url)
            try:
                place = target(url, allow_private=manners.allow_private)
                reply = get(self._client, url, place, attempt, headers, bounds)
            except Broken:
                if final:
                    raise
            else:
                if reply.status not in _PASSING or final:
                    return reply
                pause = max(pause, _retry_after(reply.headers.get("retry-after")))
                if pause > manners.longest_wait:
                    raise PageError(f"{url}: the server wants to be left alone for {pause:.0f} s (HTTP {reply.status}); try again then")
            finally:
                self._last[origin(url)] = time.monotonic()
            self._sleep(pause)
        raise AssertionError("unreachable: the last try returns or raises")

    def _wait(self, url: str) -> None:
        last = self._last.get(origin(url))
        delay = max(self.manners.delay, self._robots.delay(url))
        if last is not None and (left := last + delay - time.monotonic()) > 0:
            self._sleep(left)


def visit(fetcher: Fetcher, visits: Visits, url: str) -> tuple[Fetched, Visit]:
    """Fetch a page; the visit is the caller's to note once the page is safe. A page whose bytes are those of the
    last visit counts as unchanged though the server sent it again.

    Raises :class:`PageError` as :meth:`Fetcher.fetch` does, and notes that.
    """
    known = visits.get(url)
    try:
        got = fetcher.fetch(url, known)
    except PageError as error:
        visits.fail(url, str(error))
        raise
    last = known.digest if known is not None else None
    digest = hashlib.blake2b(got.body, digest_size=12).hexdigest() if got.body is not None else last
    if digest == last:
        got = got._replace(body=None)
    return got, Visit(
        url=url,
        at=now(),
        outcome="read" if got.body is not None else "unchanged",
        final=got.url if got.url != url else None,
        etag=got.etag,
        modified=got.modified,
        digest=digest,
    )


def read_url(url: str, fetcher: Fetcher | None = None) -> Article:
    """The article at an address. Raises :class:`PageError` where it cannot be fetched or holds none."""
    return read_fetched((fetcher or Fetcher()).fetch(url))


def read_fetched(got: Fetched) -> Article:
    """The article in a fetched page; its id is the address. Raises :class:`PageError` with the address."""
    import msgspec

    from rawi.pages.html import read_html

    try:
        article = read_html(got.body or b"", got.url)
    except PageError as error:
        raise type(error)(f"{got.url}: {error}") from None
    return msgspec.structs.replace(article, id=got.url)


def user_agent(contact: str | None) -> str:
    """How Rawi names itself to servers: program, version, what it does, and whom to write to."""
    from importlib.metadata import version

    return f"Rawi/{version('rawi')} (reads Arabic news for event records{f'; {contact}' if contact else ''})"


def _conditions(known: Visit | None, url: str) -> dict[str, str]:
    """The headers that ask for the page only if it has changed since the last visit to this very address."""
    if known is None or known.digest is None or url != (known.final or cleaned(known.url)):
        return {}
    said = {"If-None-Match": known.etag, "If-Modified-Since": known.modified}
    return {name: value for name, value in said.items() if value}


def _joined(start: str, url: str, place: str) -> str:
    """Where a redirect leads. Raises :class:`PageError` where it leads to no page."""
    try:
        return cleaned(urljoin(url, place))
    except (ValueError, PageError):
        raise PageError(f"{start}: redirected to what is no address of a page ({place[:100]})") from None


def _retry_after(value: str | None) -> float:
    """Seconds that the server asks to wait (RFC 9110 10.2.3: a number or a date); 0 where it says nothing."""
    if not value:
        return 0.0
    if value.strip().isdigit():
        return float(value.strip()[:9])
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError):
        return 0.0
    moment = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())


def _refusal(status: int) -> str:
    try:
        name = HTTPStatus(status).phrase
    except ValueError:
        name = "unknown status"
    if status in (401, 402, 403, 407, 451):
        mend = "the site does not give this page to programs; save it from a browser and read the file"
    elif status in (404, 410):
        mend = "there is no such page; check the address"
    else:
        mend = "try later"
    return f"HTTP {status} ({name}): {mend}"
