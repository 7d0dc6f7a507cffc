"""Files, folders and streams to articles: which reader for which bytes, ids, and errors that name their
file.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial
from io import BufferedReader, BytesIO, RawIOBase
from pathlib import Path
from typing import BinaryIO, cast

import msgspec

from rawi.errors import NotArabicError, PageError
from rawi.model import Article
from rawi.pages import encoding, rows, text
from rawi.pages.unit import Unit, ready

_HTML = frozenset((".html", ".htm", ".xhtml", ".shtml", ".asp", ".aspx", ".php", ".jsp", ".mhtml"))
_ROWS = frozenset((".jsonl", ".ndjson", ".jsonlines"))
_FEEDS = frozenset((".xml", ".rss", ".atom", ".rdf"))
_TEXTS = frozenset((".txt", ".text", ".md"))
_WARCS = (".warc", ".warc.gz", ".wet", ".wet.gz", ".arc.gz")
_HEAD = 4_096


def read(source: str | Path | BinaryIO) -> Iterator[Article | PageError]:
    """All articles in a file, folder or stream; what cannot be read comes as :class:`PageError` in its
    place, naming file and cause.

    Ids: a row's own id, else its address; a web archive's or feed's addresses; for a file of one article,
    its name without suffix.
    """
    return (unit() for unit in units(source))


def units(source: str | Path | BinaryIO) -> Iterator[Unit]:
    """The same, each still to be read: calling a unit reads it."""
    if not isinstance(source, str | Path):
        yield from _of_stream(_peekable(source), "-", "")
    elif str(source) == "-":
        yield from _of_stream(_peekable(sys.stdin.buffer), "standard input", "")
    elif Path(source).is_dir():
        yield from _of_folder(Path(source))
    else:
        yield from _of_file(Path(source))


def _of_folder(folder: Path) -> Iterator[Unit]:
    """Every file below the folder that a reader knows by its suffix, in order of name."""
    count = 0
    for path in sorted(folder.rglob("*")):
        known = path.suffix.lower() in _HTML | _ROWS | _FEEDS | _TEXTS or path.name.lower().endswith(_WARCS)
        if known and path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts):
            count += 1
            yield from _of_file(path)
    if not count:
        yield ready(PageError(f"{folder}: no .html, .txt, .jsonl, .xml or .warc file in this folder; name the files themselves"))


def _of_file(path: Path) -> Iterator[Unit]:
    try:
        with path.open("rb") as stream:
            yield from _of_stream(stream, str(path), path.name)
    except FileNotFoundError:
        yield ready(PageError(f"{path}: no such file; check the name"))
    except OSError as error:
        yield ready(PageError(f"{path}: {error.strerror or error}; check the file"))


def _of_stream(stream: BufferedReader, name: str, file: str) -> Iterator[Unit]:
    """The articles of a stream, by the file's suffix and the first bytes."""
    lower = file.lower()
    suffix = Path(lower).suffix
    head = stream.peek(_HEAD)[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    if lower.endswith(_WARCS) or head.startswith(b"WARC/") or (head.startswith(b"\x1f\x8b") and suffix != ".html"):
        from rawi.pages import warc

        yield from warc.units(stream, name)
    elif suffix in _ROWS or (suffix not in _HTML | _TEXTS and head.startswith(b"{")):
        yield from rows.units(stream, name)
    elif suffix in _FEEDS or (suffix not in _HTML | _TEXTS and _is_feed(head)):
        from rawi.pages import feeds

        yield from map(ready, feeds.read(stream.read(encoding.LIMIT * 4), name))
    else:
        yield partial(_single, stream.read(encoding.LIMIT + 1), name, Path(file).stem, suffix, head)


def _is_feed(head: bytes) -> bool:
    if not head.startswith(b"<"):
        return False
    from rawi.pages import feeds

    return feeds.looks_like_feed(head)


def _single(data: bytes, name: str, stem: str, suffix: str, head: bytes) -> Article | PageError:
    """A file of one article: a page where it looks like one, else text."""
    try:
        if suffix in _HTML or (suffix not in _TEXTS and _is_page(head)):
            from rawi.pages.html import read_html

            article = read_html(data)
        else:
            article = text.read_text(encoding.decode(data))
    except NotArabicError as error:
        return NotArabicError(f"{name}: {error}")
    except PageError as error:
        return PageError(f"{name}: {error}")
    return msgspec.structs.replace(article, id=stem or article.id or article.url or name)


def _is_page(head: bytes) -> bool:
    """Do these bytes open a page? In UTF-16 every other byte is zero."""
    start = head.replace(b"\0", b"").lstrip(b"\xff\xfe\xfe\xff").lower()
    return start.startswith(b"<") or b"<html" in start or b"<body" in start


def _peekable(stream: BinaryIO) -> BufferedReader:
    if isinstance(stream, BufferedReader):
        return stream
    return BufferedReader(cast(RawIOBase, stream if isinstance(stream, BytesIO) else BytesIO(stream.read())))
