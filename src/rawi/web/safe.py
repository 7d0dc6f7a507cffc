"""What comes from elsewhere, made harmless: direction overrides, addresses, and words of another direction inside a line."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit

from markupsafe import Markup, escape

# Embeddings, overrides and isolates (UAX #9) reach beyond the words that hold them, and control characters have no place in text.
_UNSAFE = re.compile("[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]")
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")


def plain(text: str) -> str:
    """Text, or a whole page, without characters that turn the direction of what stands around them."""
    return _UNSAFE.sub("", text)


@lru_cache(8192)
def run(text: str | None, language: str) -> Markup:
    """Text of either direction inside a page in ``language``: Arabic letters make it Arabic, else it is as its letters go."""
    if not text:
        return Markup("")
    clean = escape(text)
    if _ARABIC.search(text):
        return Markup('<bdi lang="ar" dir="rtl">{}</bdi>').format(clean) if language != "ar" else Markup("<bdi>{}</bdi>").format(clean)
    return Markup('<bdi lang="en" dir="ltr">{}</bdi>').format(clean) if language != "en" else Markup("<bdi>{}</bdi>").format(clean)


def is_arabic(text: str | None) -> bool:
    """Whether a line has Arabic letters, and so reads from the right."""
    return bool(text and _ARABIC.search(text))


def outside(url: str | None) -> str | None:
    """An address that a page may link to: http or https with a host, nothing else."""
    if not url or _UNSAFE.search(url) or any(c in url for c in " \t\r\n\\"):
        return None
    try:
        parts = urlsplit(url)
        return url if parts.scheme in ("http", "https") and parts.hostname else None
    except ValueError:
        return None
