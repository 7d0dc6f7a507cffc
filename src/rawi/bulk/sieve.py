"""The quick filter: what can be no Arabic news is left out by its address and its bytes, before it costs a parse.

It errs on one side only. What it leaves out, the reader would leave out; what it lets through may still turn out to be none.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from rawi.pages import warc
from rawi.pages.warc import Entry

LISTING = "a list of stories"
_LISTING = re.compile(r"/(?:tags?|search|authors?|wp-json|wp-login\.php|feed|login|register)(?:/[^/]*)?/?$|/page/\d+/?$", re.I)
_ASCII = bytes(range(0x80))
_FEWEST = 200  # letters: a shorter story is none
_REFERENCES = re.compile(rb"&#(?:x06|1[56]\d\d)", re.I)  # Arabic letters as character references


def reason(entry: Entry) -> str | None:
    """Why this record of an archive is left out; None where it has to be read."""
    if entry.unfit is not None:
        return entry.unfit.partition(" (")[0]
    if warc.is_front(entry.url):
        return warc.FRONT
    if lists_stories(entry.url):
        return LISTING
    if not warc.is_html(entry) and entry.kind != "conversion":
        return warc.NO_PAGE
    return None if may_be_arabic(entry.body) else warc.NOT_ARABIC


def lists_stories(url: str | None) -> bool:
    """Is this the address of a tag, a search, an author or the second page of a list?"""
    try:
        return bool(_LISTING.search(urlsplit(url or "").path))
    except ValueError:
        return False


def may_be_arabic(content: bytes) -> bool:
    """Can there be a story in Arabic in these bytes, whatever their encoding?

    Left out is only what is nearly all ASCII, and what is valid UTF-8 with hardly an Arabic letter (nor one of Arabic decoded wrongly once,
    which shows as ``Ø`` and ``Ù``).
    """
    if content.count(b"\0") * 20 > len(content) > 0:
        return True  # UTF-16
    if len(content.translate(None, _ASCII)) < _FEWEST:
        return len(_REFERENCES.findall(content)) >= _FEWEST
    arabic = sum(content.count(lead) for lead in (b"\xd8", b"\xd9", b"\xda", b"\xdb"))
    mangled = content.count(b"\xc3\x98") + content.count(b"\xc3\x99")
    if arabic >= _FEWEST or mangled >= _FEWEST:
        return True
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return True
    return False
