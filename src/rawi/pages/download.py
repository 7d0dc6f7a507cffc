"""One request under limits of time and size: what came back, or why nothing did.

The library's own timeouts start anew with every byte that arrives; :class:`_Deadline` cuts the connection when
the whole request has taken too long, so that a server that sends a byte now and then holds nobody up.
"""

from __future__ import annotations

import socket
import threading
import zlib
from typing import TYPE_CHECKING, Any, NamedTuple

from rawi.errors import PageError, UsageError
from rawi.pages.addresses import Target

if TYPE_CHECKING:
    import httpx2

_ZIPPED = ("gzip", "x-gzip", "deflate")
_NOT_TEXT = ("image/", "video/", "audio/", "font/", "application/pdf", "application/zip", "application/vnd.")


class Reply(NamedTuple):
    """A server's answer: status, headers by lower-case name, and the content, unzipped."""

    status: int
    headers: dict[str, str]
    body: bytes


class Broken(PageError):
    """The connection or the server failed in a way that may have passed by the next try."""


class Bounds(NamedTuple):
    """Limits of one request: seconds without a byte, seconds in all, bytes of content."""

    timeout: float
    total: float
    largest: int


def client(timeout: float) -> httpx2.Client:
    """A client that keeps no connections (pages of one host come seconds apart) and follows no redirects.
    Raises :class:`UsageError` where the library is not installed.
    """
    try:
        import httpx2
    except ImportError:
        raise UsageError("fetching needs httpx2 and protego; install them: pip install 'rawi[fetch]'") from None
    return httpx2.Client(timeout=timeout, follow_redirects=False, limits=httpx2.Limits(max_keepalive_connections=0))


def get(asker: httpx2.Client, url: str, target: Target, attempt: int, headers: dict[str, str], bounds: Bounds) -> Reply:
    """The answer to a GET. ``attempt`` (from 0) chooses among the target's addresses. Raises :class:`Broken` for
    what may pass, :class:`PageError` for what will not.
    """
    import httpx2

    with _Deadline(bounds.total) as deadline:
        try:
            request = _request(asker, url, target, attempt, headers, deadline)
            response = asker.send(request, stream=True)
            try:
                reply = _reply(url, response, bounds)
            finally:
                response.close()
                asker.cookies.clear()
        except (httpx2.InvalidURL, httpx2.UnsupportedProtocol, httpx2.LocalProtocolError) as error:
            raise PageError(f"{url}: not an address that can be asked ({_brief(error)})") from None
        except httpx2.TransportError as error:
            if not deadline.passed:
                raise Broken(f"{url}: {_reason(error, bounds)}") from None
        if deadline.passed:
            raise PageError(f"{url}: not read to its end within {bounds.total:g} s; try later, or with a longer --total")
    return reply


def _request(
    asker: httpx2.Client,
    url: str,
    target: Target,
    attempt: int,
    headers: dict[str, str],
    deadline: _Deadline,
) -> httpx2.Request:
    """The request, to the address that was checked; the name goes into Host and into the TLS handshake."""
    import httpx2

    address = httpx2.URL(url)
    extensions: dict[str, Any] = {"trace": deadline.watch}
    headers = {**headers, "Host": address.netloc.decode("ascii")}
    if target.addresses:
        extensions["sni_hostname"] = address.raw_host.decode("ascii")
        address = address.copy_with(host=target.addresses[attempt % len(target.addresses)])
    request = asker.build_request("GET", address, headers=headers)
    request.extensions.update(extensions)
    return request


def _reply(url: str, response: httpx2.Response, bounds: Bounds) -> Reply:
    headers = {name.lower(): value for name, value in response.headers.items()}
    kind = headers.get("content-type", "").lower()
    if response.status_code != 200:
        return Reply(response.status_code, headers, b"")
    if kind.startswith(_NOT_TEXT):
        raise PageError(f"{url}: this is {kind.partition(';')[0]}, not a page; give the page's address")
    length = headers.get("content-length", "")
    if length.isdigit() and int(length) > bounds.largest:
        raise PageError(f"{url}: larger than {bounds.largest:,} bytes; read it with a greater --max-bytes")
    return Reply(200, headers, _body(url, response, headers, bounds.largest))


def _body(url: str, response: httpx2.Response, headers: dict[str, str], largest: int) -> bytes:
    """The content, unzipped piece by piece so that a small file that unfolds to a huge one stops at the limit."""
    coding = headers.get("content-encoding", "identity").lower().strip()
    if coding not in (*_ZIPPED, "identity", ""):
        raise PageError(f"{url}: the server packs its pages as {coding[:30]}, which was not asked for")
    unzip = zlib.decompressobj(47) if coding in _ZIPPED else None
    pieces: list[bytes] = []
    size = 0
    for raw in response.iter_raw():
        try:
            piece = unzip.decompress(raw, largest - size + 1) if unzip is not None else raw
        except zlib.error:
            raise PageError(f"{url}: the server says {coding}, but its content is not") from None
        pieces.append(piece)
        size += len(piece)
        if size > largest:
            raise PageError(f"{url}: larger than {largest:,} bytes; read it with a greater --max-bytes")
    if unzip is not None and pieces and not unzip.eof:
        raise Broken(f"{url}: the content was cut off")
    return b"".join(pieces)


class _Deadline:
    """Cuts the request's connection once ``seconds`` have passed; ``watch`` is told of each connection."""

    def __init__(self, seconds: float) -> None:
        self.passed = False
        self._stream: Any = None
        self._timer = threading.Timer(seconds, self._pass)
        self._timer.daemon = True

    def __enter__(self) -> _Deadline:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()

    def watch(self, name: str, told: dict[str, Any]) -> None:
        """httpcore's trace: a finished connection, plain or TLS, is the stream to cut."""
        stream = told.get("return_value")
        if hasattr(stream, "get_extra_info"):
            self._stream = stream
            if self.passed:
                self._cut()

    def _pass(self) -> None:
        self.passed = True
        self._cut()

    def _cut(self) -> None:
        plug = self._stream.get_extra_info("socket") if self._stream is not None else None
        if plug is not None:
            try:
                socket.socket.shutdown(plug, socket.SHUT_RDWR)
            except OSError:
                return  # closed already


def _reason(error: Exception, bounds: Bounds) -> str:
    import httpx2

    if isinstance(error, httpx2.TimeoutException):
        return f"no answer within {bounds.timeout:g} s; try later, or with a longer --timeout"
    if isinstance(error, httpx2.RemoteProtocolError):
        return f"the server breaks the rules of HTTP ({_brief(error)})"
    return f"the connection failed ({_brief(error)}); check address and connection"


def _brief(error: Exception) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__
