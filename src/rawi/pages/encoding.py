"""Bytes to text: what a page is written in, whatever it declares.

Outlets declare UTF-8 and send windows-1256, or the reverse; old pages declare nothing. A byte order mark
and valid UTF-8 are
believed first, then the reading in which the commonest Arabic words appear most often.
"""

from __future__ import annotations

import codecs
import re
from contextlib import suppress

from rawi.errors import PageError

LIMIT = 4_000_000  # bytes that are read of one page; no article is longer

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_KINDS = (
    (b"%PDF-", "a PDF file"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"PK\x03\x04", "a ZIP or Office file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x7fELF", "a program"),
    (b"RIFF", "a sound, film or WebP file"),
    (b"OggS", "a sound file"),
    (b"SQLite", "a database"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.\-]+)""")
_CANDIDATES = ("windows-1256", "iso-8859-6", "mac-arabic", "cp864", "windows-1252")
_COMMON = re.compile("(?<![ء-ي])(?:ال[ء-ي]{2,}|في|من|على|إلى|أن|عن|التي|الذي|هذا|مع|وقال)(?![ء-ي])")
_ODD = re.compile("[\ufffd\x01-\x08\x0e-\x19\x1b-\x1f]")
_BROKEN = re.compile("(?:[ØÙÚÛ][\x80-\xff\u0152-\u2122]){4}")  # UTF-8 read as windows-1252
_BROKEN_1256 = re.compile("(?:[طظ][^ء-ي\\s]|[طظ][^\\w\\s]){3}")  # UTF-8 read as windows-1256


def decode(data: bytes) -> str:
    """The text of a page, without null characters. Raises :class:`PageError` for an
    empty or a binary file.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise PageError("the file is empty; nothing to read")
    for magic, kind in _KINDS:
        if data.startswith(magic):
            raise PageError(f"this is {kind}, not a page; give the page's HTML or its text")
    data = data[:LIMIT]
    text = _unmangled(_decoded(data)).replace("\0", "")
    if _unreadable(text):
        raise PageError("this is a binary file, not a page; give the page's HTML or its text")
    return text


def _decoded(data: bytes) -> str:
    for bom, name in _BOMS:
        if data.startswith(bom):
            return data.decode(name, "replace").removeprefix("\ufeff")
    if wide := _wide(data):
        return data.decode(wide, "replace")
    try:
        return _utf8(data)
    except UnicodeDecodeError:
        return _best_reading(data)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark shows itself in ASCII's zero bytes, always on one side, or in Arabic's ``06``."""
    head = data[: min(len(data), 4000) & ~1]
    half = len(head) // 2
    for name, high in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
        if half > 8 and high.count(0) + high.count(6) > half * 0.8:
            return name
    return None


def _utf8(data: bytes) -> str:
    """UTF-8 where it is valid, or broken in so few places that only a cut or a slip can explain it."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
        letters = sum(1 for letter in text if "\u0600" <= letter <= "\u06ff")
        if text.count("\ufffd") * 20 > letters:
            raise
        return text


def _best_reading(data: bytes) -> str:
    names = list(_CANDIDATES)
    if found := _DECLARED.search(data[:4096]):
        declared = found[1].decode("ascii", "replace")
        with suppress(LookupError):
            names.insert(0, codecs.lookup(declared).name)
    sample = data[:60_000]
    best = max(names, key=lambda name: len(_COMMON.findall(sample.decode(name, "replace"))))
    return data.decode(best, "replace")


def _unmangled(text: str) -> str:
    """Text that somebody else decoded wrongly once (``Ø§Ù„``) set right, where that can be done without
    loss.
    """
    sample = text[:60_000]
    if any(letter in sample for letter in "ØÙÚÛ") and len(_BROKEN.findall(sample)) > 5:
        return _again(text, "windows-1252")
    rare = sample.count("ط") + sample.count("ظ")  # before every letter of mangled text, and seldom in any other
    if rare > 60 and len(_BROKEN_1256.findall(sample)) > 20 and len(_COMMON.findall(sample)) < 5:
        return _again(text, "windows-1256")
    return text


def _again(text: str, wrong: str) -> str:
    back = {bytes([byte]).decode(wrong, "ignore") or chr(byte): byte for byte in range(256)}
    try:
        return bytes(back[letter] for letter in text).decode("utf-8")
    except (KeyError, UnicodeDecodeError):
        return text


def _unreadable(text: str) -> bool:
    sample = text[:20_000]
    return len(_ODD.findall(sample)) > len(sample) * 0.05
