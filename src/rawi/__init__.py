"""Rawi reads the Arabic press and keeps the record: who did what to whom, when and where, and on whose word.

    page ─▶ article ─▶ text ─▶ dates, actors ─▶ clauses ─▶ attribution ─▶ events ─▶ record

One article in, one record out, no state between articles. A worked example::

    import rawi

    record = rawi.read("نقلت وكالة تاس عن الكرملين أن الرئيس فلاديمير بوتين زار بكين الثلاثاء.", published="2025-09-03")
    event = record.events[0]
    event.type, event.mode, event.date               # ("CONSULT", "visit", "2025-09-02")
    [record.actor(s).name for s in event.sources]    # ["وكالة تاس", "الكرملين"]

``read`` takes a page's HTML, a text (title, empty line, paragraphs; or one paragraph) or an :class:`Article`. Records of many articles
make a :class:`Chronicle`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rawi.errors import ChronicleError, KnowledgeError, NotArabicError, NotThereError, PageError, RawiError, UsageError
from rawi.model import Actor, Article, DateMention, Event, Image, Link, Mention, Record, Span, Trigger

if TYPE_CHECKING:
    from rawi.chronicle import Chronicle

__all__ = [
    "Actor",
    "Article",
    "Chronicle",
    "ChronicleError",
    "DateMention",
    "Event",
    "Image",
    "KnowledgeError",
    "Link",
    "Mention",
    "NotArabicError",
    "NotThereError",
    "PageError",
    "RawiError",
    "Record",
    "Span",
    "Trigger",
    "UsageError",
    "read",
]
__version__ = "0.1.0"


def read(page: str | bytes | Article, *, published: str | None = None, url: str | None = None, outlet: str | None = None) -> Record:
    """The record of one article.

    ``page`` is HTML (text or bytes in any encoding), plain text, or an :class:`Article`. ``published`` (ISO 8601 day or time), ``url`` and ``outlet``
    fill in what the page does not tell. Raises :class:`PageError` where there is no article, :class:`NotArabicError` for another language.
    """
    import msgspec

    from rawi import pages
    from rawi.reading import read as read_article

    if isinstance(page, Article):
        article = page
    elif isinstance(page, bytes) or "</" in page:
        article = pages.read_html(page, url)
    elif "\n" not in page.strip():
        article = Article(title=None, paragraphs=(page.strip(),))
    else:
        article = pages.read_text(page)
    known = {"published": published, "url": url, "outlet": outlet}
    missing = {field: value for field, value in known.items() if value is not None and getattr(article, field) is None}
    return read_article(msgspec.structs.replace(article, **missing))


def __getattr__(name: str) -> Any:
    """``rawi.Chronicle``, whose database machinery is imported only when it is asked for."""
    if name != "Chronicle":
        raise AttributeError(f"module 'rawi' has no attribute '{name}'")
    from rawi.chronicle import Chronicle

    return Chronicle
