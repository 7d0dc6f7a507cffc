"""Web archives (WARC 0.17 to 1.1, ISO 28500) to articles: HTML and text records, plain or gzipped, whole or
cut off.

Crawls hold much that is no article: pictures, error pages, front pages, pages in other languages. Each such record is left out with its
reason, so that the records of an archive are those read and those left out. Requests, revisits and notes of the crawler are no pages and are
passed over. A damaged archive is read up to the damage.
"""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Iterator
from functools import partial
from io import BufferedReader, RawIOBase
from typing import BinaryIO, NamedTuple, cast
from urllib.parse import urlsplit

import msgspec

from rawi.errors import LeftOutError, NotArabicError, PageError
from rawi.model import Article
from rawi.pages.unit import Unit, ready

_LARGEST = 50_000_000  # bytes: a larger record is passed over
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?\s+(\d{3})")
_PIECE = 1 << 20
_FRONT = re.compile(r"/?(?:ar|arabic|home|index)?/?(?:index\.(?:html?|php|aspx?)|default\.aspx?)?", re.I)

# why records are left out
NOT_ARABIC = "not in Arabic"
NO_PAGE = "not a page"
NO_ARTICLE = "no article on it"
NO_ANSWER = "an error or a redirect"
FRONT = "a front page"
A_NOTE = "a note of the crawler"
TOO_LARGE = "larger than 50 MB"


class Entry(NamedTuple):
    """One record: its type, its address, its content type (of the HTTP message where it is one), its bytes, and why it can hold no
    article (None: it may).
    """

    kind: str
    url: str | None
    content_type: str
    body: bytes
    unfit: str | None = None


def units(stream: BinaryIO, name: str) -> Iterator[Unit]:
    """The records of an archive that stand for pages, each to be read; damage comes as :class:`PageError` where it stands."""
    count = 0
    try:
        for found in entries(stream):
            count += 1
            yield partial(read_entry, found, name, count)
    except (EOFError, zlib.error, gzip.BadGzipFile, ValueError, OSError) as error:
        yield ready(PageError(f"{name}: the archive is damaged after record {count} ({error}); what stands before it was read"))
        return
    if not count:
        yield ready(PageError(f"{name}: no records in this archive; give a WARC file"))


def read_entry(found: Entry, name: str, number: int) -> Article | PageError:
    """The article of a record; what is left out comes as :class:`LeftOutError` with its reason, and names archive and address."""
    try:
        return article(found, f"{name}#{number}")
    except LeftOutError as error:
        return LeftOutError(f"{name}: {found.url}: {error}", error.reason)


def article(entry: Entry, fallback: str) -> Article:
    """The article of one record; its id is the record's address, else ``fallback``. Raises :class:`LeftOutError` for any other record."""
    from rawi.pages.html import read_html
    from rawi.pages.text import read_text

    if entry.unfit is not None:
        raise LeftOutError(entry.unfit, entry.unfit.partition(" (")[0])
    if is_front(entry.url):
        raise LeftOutError(FRONT, FRONT)
    try:
        if is_html(entry):
            found = read_html(entry.body, entry.url)
        elif entry.kind == "conversion":
            found = read_text(entry.body.decode("utf-8", "replace"))
        else:
            raise LeftOutError(f"{NO_PAGE} ({entry.content_type.partition(';')[0] or 'of no named type'})", NO_PAGE)
    except NotArabicError as error:
        raise LeftOutError(str(error), NOT_ARABIC) from None
    except LeftOutError:
        raise
    except PageError as error:
        raise LeftOutError(str(error), NO_ARTICLE) from None
    return msgspec.structs.replace(found, id=entry.url or fallback, url=found.url or entry.url)


def is_html(entry: Entry) -> bool:
    """Is the record a page, by its type or its first bytes?"""
    return "html" in entry.content_type or entry.body[:200].lstrip().lower().startswith((b"<!doctype html", b"<html"))


def is_front(url: str | None) -> bool:
    """Is this the address of a site's front page, which holds beginnings of many stories?"""
    try:
        parts = urlsplit(url or "x:y")
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and not parts.query and bool(_FRONT.fullmatch(parts.path))


def entries(stream: BinaryIO) -> Iterator[Entry]:
    """The archive's records that stand for pages, whole or not. Raises ``EOFError`` or ``ValueError`` where the archive is
    damaged.
    """
    plain = _opened(stream)
    while (found := next_record(plain)) is not None:
        made = entry(*found)
        if made.unfit != A_NOTE:
            yield made


def next_record(stream: BinaryIO) -> tuple[dict[str, str], bytes | None] | None:
    """The next record's named fields (lower-case) and its bytes (None: too many); None at the end of the stream.

    Raises ``EOFError`` or ``ValueError`` where no whole record follows.
    """
    while (line := stream.readline(_PIECE)) != b"":
        if not line.strip():
            continue
        if not line.startswith(b"WARC/"):
            raise ValueError("no record begins where one should")
        fields = _fields(stream)
        length = fields.get("content-length", "")
        if not length.isdigit():
            raise ValueError("a record without length")
        return fields, _body(stream, int(length))
    return None


def _opened(stream: BinaryIO) -> BinaryIO:
    """The stream unzipped where it is zipped, whatever its name says."""
    buffered = stream if isinstance(stream, BufferedReader) else BufferedReader(cast(RawIOBase, stream))
    if buffered.peek(2)[:2] == b"\x1f\x8b":
        return cast(BinaryIO, gzip.GzipFile(fileobj=buffered))
    return cast(BinaryIO, buffered)


def _fields(stream: BinaryIO) -> dict[str, str]:
    """The record's named fields, lower-case, up to the empty line."""
    fields: dict[str, str] = {}
    for _ in range(200):
        line = stream.readline(_PIECE)
        if line == b"":
            raise EOFError("the archive ends inside a record")
        if not line.strip():
            return fields
        key, _, value = line.decode("utf-8", "replace").partition(":")
        fields[key.strip().lower()] = value.strip().strip("<>")
    raise ValueError("a record with endless fields")


def _body(stream: BinaryIO, length: int) -> bytes | None:
    """The record's bytes; None for one too large, which is passed over."""
    keep = length <= _LARGEST
    pieces: list[bytes] = []
    left = length
    while left > 0:
        piece = stream.read(min(left, _PIECE))
        if not piece:
            raise EOFError("the archive ends inside a record")
        left -= len(piece)
        if keep:
            pieces.append(piece)
    return b"".join(pieces) if keep else None


def entry(fields: dict[str, str], body: bytes | None) -> Entry:
    """A record by its named fields (lower-case) and its bytes (None: too many)."""
    kind, url = fields.get("warc-type", ""), fields.get("warc-target-uri")
    if kind not in ("response", "resource", "conversion"):
        return Entry(kind, url, "", b"", A_NOTE)
    if body is None:
        return Entry(kind, url, "", b"", TOO_LARGE)
    if kind != "response" or not _STATUS.match(body):
        return Entry(kind, url, fields.get("content-type", "").lower(), body)
    head, _, content = body.partition(b"\r\n\r\n") if b"\r\n\r\n" in body else body.partition(b"\n\n")
    status = _STATUS.match(head)
    if status is None or status[1] != b"200":
        return Entry(kind, url, "", b"", f"{NO_ANSWER} (HTTP {status[1].decode() if status else 'without status'})")
    headers = {}
    for line in head.split(b"\n")[1:]:
        key, _, value = line.decode("latin-1").partition(":")
        headers[key.strip().lower()] = value.strip().lower()
    return Entry(kind, url, headers.get("content-type", ""), _content(headers, content))


def _content(headers: dict[str, str], content: bytes) -> bytes:
    """The message's content with transfer and content coding undone, where archives left them on."""
    if "chunked" in headers.get("transfer-encoding", "") and re.match(rb"[0-9A-Fa-f]{1,8}[;\r]", content):
        content = _unchunked(content)
    if headers.get("content-encoding") in ("gzip", "x-gzip", "deflate"):
        try:
            return zlib.decompressobj(47).decompress(content, _LARGEST)
        except zlib.error:
            return content
    return content


def _unchunked(content: bytes) -> bytes:
    pieces: list[bytes] = []
    place = 0
    while place < len(content):
        end = content.find(b"\n", place)
        size = content[place:end].split(b";")[0].strip() if end > 0 else b""
        if not re.fullmatch(rb"[0-9A-Fa-f]{1,8}", size) or int(size, 16) == 0:
            break
        pieces.append(content[end + 1 : end + 1 + int(size, 16)])
        place = end + 3 + int(size, 16)
    return b"".join(pieces)
