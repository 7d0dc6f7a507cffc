"""Pages to articles: HTML, plain text, JSON Lines, feeds and web archives.

:func:`read_html` and :func:`read_text` read one page; :func:`sources` reads files, folders and streams of
any of these kinds.
The HTML parser is loaded when the first HTML page is read, so that commands which read none start fast.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from rawi.errors import PageError
from rawi.model import Article

if TYPE_CHECKING:
    from rawi.pages.html import Explained
    from rawi.pages.unit import Unit

__all__ = ["explain_html", "read_html", "read_text", "sources", "units"]


def read_html(data: bytes | str, url: str | None = None) -> Article:
    """The article in an HTML page; ``url`` is the page's address where it is known.

    Raises :class:`rawi.errors.PageError` where the page holds none, :class:`rawi.errors.NotArabicError` for
    another language.
    """
    from rawi.pages import html

    return html.read_html(data, url)


def explain_html(data: bytes | str, url: str | None = None) -> Explained:
    """The article in an HTML page and, by field, where each part of it was found. Raises as
    :func:`read_html` does.
    """
    from rawi.pages import html

    return html.explain_html(data, url)


def read_text(text: str) -> Article:
    """The article in plain text: title, blank line, paragraphs; or a page's text as copied from a browser.

    Raises :class:`rawi.errors.PageError` for empty text, :class:`rawi.errors.NotArabicError` for another
    language.
    """
    from rawi.pages import text as reader

    return reader.read_text(text)


def sources(source: str | Path | BinaryIO) -> Iterator[Article | PageError]:
    """All articles in a file, folder or stream (``-`` is standard input); what cannot be read comes as an
    error in its place.

    Files: ``.html``, ``.txt``, ``.jsonl``, ``.warc``, ``.warc.gz``, RSS, Atom and sitemaps as ``.xml``;
    others by their content.
    """
    from rawi.pages import files

    return files.read(source)


def units(source: str | Path | BinaryIO) -> Iterator[Unit]:
    """What :func:`sources` gives, each still to be read: a unit reads itself when it is called, in whatever process."""
    from rawi.pages import files

    return files.units(source)
