"""Fetched pages kept for later: as rows of JSON Lines, or as a folder of pages that say where they come from."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import BinaryIO, Protocol
from urllib.parse import unquote, urlsplit

import msgspec

from rawi.errors import UsageError
from rawi.pages import encoding
from rawi.pages.fetch import Fetched
from rawi.pages.visits import now

_UNFIT = re.compile(r"[^\w.-]+")
_LONGEST = 60  # characters of a file's name that come from the address


class Keeper(Protocol):
    """Whoever takes fetched pages. May raise :class:`rawi.errors.PageError` for one that it cannot take."""

    def keep(self, got: Fetched) -> None: ...


class Rows:
    """Keeps each page as a row ``{"url", "html", "asked", "fetched", "etag", "modified"}``, as `rawi read` takes them."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def keep(self, got: Fetched) -> None:
        """Write the row at once, so that a run that is stopped loses nothing."""
        row = {
            "url": got.url,
            "html": encoding.decode(got.body or b""),
            "asked": got.asked if got.asked != got.url else None,
            "fetched": now(),
            "etag": got.etag,
            "modified": got.modified,
        }
        self._stream.write(msgspec.json.encode({key: value for key, value in row.items() if value is not None}) + b"\n")
        self._stream.flush()


class Folder:
    """Keeps each page as a file: UTF-8 with a mark, so that what the page declares does not matter, and the
    comment by which browsers note where a page was saved from.
    """

    def __init__(self, path: Path) -> None:
        """Raises :class:`UsageError` where the folder cannot be made."""
        self._path = path
        try:
            path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(f"{path}: {error.strerror}; give --out a folder or a .jsonl file") from None

    def keep(self, got: Fetched) -> None:
        """Write the page; a later version of the same address takes its place."""
        text = encoding.decode(got.body or b"").lstrip("\ufeff")
        content = "\ufeff" + saved_from(got.url) + text
        (self._path / file_name(got.url)).write_text(content, encoding="utf-8", errors="replace", newline="")


def saved_from(url: str) -> str:
    """The comment that tells where a page was saved from: its address and that address's length."""
    return f"<!-- saved from url=({len(url):04d}){url} -->\n"


def file_name(url: str) -> str:
    """A name for the page's file that any file system takes: host, last part of the path, and eight digits that
    tell it from others.
    """
    parts = urlsplit(url)
    last = _UNFIT.sub("-", unquote(parts.path).rstrip("/").rpartition("/")[2])
    stem = f"{(parts.hostname or '').removeprefix('www.')}-{last.removesuffix('.html')}"[:_LONGEST].strip("-.")
    return f"{stem}-{hashlib.blake2b(url.encode(), digest_size=4).hexdigest()}.html"
