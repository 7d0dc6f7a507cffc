"""``rawi page --capture``: a page as a test, with what is read from it as the expectation to be corrected."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from rawi.errors import UsageError
from rawi.model import Article

_UNFIT = re.compile(r"[^\w]+")


def capture(content: bytes, url: str | None, folder: Path, name: str | None) -> str:
    """Write ``NAME.html`` (the bytes as they came) and ``NAME.json`` (what is read from them); a line that says so.

    Raises :class:`rawi.errors.PageError` for a page without an article, :class:`UsageError` where the files are
    there already or cannot be written.
    """
    from rawi.pages import read_html

    article = read_html(content, url)
    stem = name or _name(article)
    page, expected = folder / f"{stem}.html", folder / f"{stem}.json"
    for path in (page, expected):
        if path.exists():
            raise UsageError(f"{path}: is there already; give another --name")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        page.write_bytes(content)
        expected.write_text(json.dumps(expectation(article), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{folder}: {error.strerror}; give --to a folder that can be written") from None
    return f"{page} and {expected}: compare the second with what a reader sees, and correct it"


def expectation(article: Article) -> dict[str, Any]:
    """The fields that a saved page's test compares, in the order in which a reader meets them."""
    image = article.image
    found: dict[str, Any] = {
        "url": article.url,
        "title": article.title,
        "published": article.published,
        "author": article.author,
        "section": article.section,
        "caption": image.caption if image else None,
        "credit": image.credit if image else None,
        "paragraphs": list(article.paragraphs),
        "related": [link.title for link in article.related],
    }
    further = {"deck": article.deck, "updated": article.updated}
    return found | {field: value for field, value in further.items() if value is not None}


def _name(article: Article) -> str:
    """A file's name from the page's address, else from its headline."""
    path = unquote(urlsplit(article.url or "").path).rstrip("/").rpartition("/")[2].rpartition(".")
    return _UNFIT.sub("_", path[0] or path[2] or article.title or "page").strip("_")[:60] or "page"
