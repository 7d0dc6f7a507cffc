"""Stretches of large files: the records of a web archive, or the rows of JSON Lines, that begin between two offsets.

So one file can be read in parts, by many processes, and a part read again gives the same records under the same offsets. A record belongs
to the part in which it begins: in a zipped archive where its gzip member begins, else where its first byte stands. Parts that follow one
another hold each record once, wherever they were cut.
"""

from __future__ import annotations

import os
import re
import zlib
from collections.abc import Iterator
from io import BufferedReader, RawIOBase
from pathlib import Path
from typing import BinaryIO, NamedTuple, cast

from rawi.pages import warc
from rawi.pages.warc import Entry

_PIECE = 1 << 16
_MEMBER = b"\x1f\x8b\x08"
_RECORD = re.compile(rb"\n\r?\n(WARC/1\.\d\r?\n|WARC/0\.\d+\r?\n)")
_NO_RECORD = "no record begins where one should"
_LONGEST_ROW = 100_000_000  # bytes; no page is longer


class At(NamedTuple):
    """A record where it begins: the offset of its gzip member or of its first byte, and how many records of that member stand before it."""

    offset: int
    place: int = 0

    def __str__(self) -> str:
        return f"{self.offset}" + (f".{self.place}" if self.place else "")


class Damage(NamedTuple):
    """A stretch that holds no record that can be read, and why."""

    why: str


def is_zipped(path: Path) -> bool:
    """Does the file begin like gzip, whatever its name says? Raises ``OSError``."""
    with path.open("rb") as stream:
        return stream.read(2) == b"\x1f\x8b"


def archive(path: Path, start: int = 0, end: int | None = None) -> Iterator[tuple[At, Entry | Damage]]:
    """The records of a web archive that begin in ``start`` to ``end`` (half-open; None: to the end of the file), notes of the crawler included.

    Behind damage it goes on with the next record that can be found. Raises ``OSError`` where the file cannot be read.
    """
    with path.open("rb") as stream:
        size = os.fstat(stream.fileno()).st_size
        last = size if end is None else min(end, size)
        yield from _zipped(stream, start, last) if is_zipped(path) else _plain(stream, start, last)


def rows(path: Path, start: int = 0, end: int | None = None) -> Iterator[tuple[At, bytes | Damage]]:
    """The lines of a file that begin in ``start`` to ``end``, without their ends; empty ones are passed over. Raises ``OSError``."""
    with path.open("rb") as stream:
        size = os.fstat(stream.fileno()).st_size
        last = size if end is None else min(end, size)
        if start:
            stream.seek(start - 1)
            _skip_line(stream)  # to the first line that begins at ``start`` or behind it
        place = stream.tell()
        while place < last:
            line = stream.readline(_LONGEST_ROW)
            if len(line) == _LONGEST_ROW:
                _skip_line(stream)
                yield At(place), Damage("a line of more than 100 MB")
            elif line.strip(b"\0 \t\r\n\xef\xbb\xbf"):
                yield At(place), line.rstrip(b"\r\n")
            place = stream.tell()


def _skip_line(stream: BinaryIO) -> None:
    while (piece := stream.readline(_PIECE)) and not piece.endswith(b"\n"):
        pass


# ── archives ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _zipped(stream: BinaryIO, start: int, end: int) -> Iterator[tuple[At, Entry | Damage]]:
    """Member after member, each opened alone."""
    place = _next_member(stream, start, end) if start else 0
    while place is not None and place < end:
        stream.seek(place)
        member = _Member(stream)
        try:
            for number, entry in enumerate(_records(cast(BinaryIO, BufferedReader(member, _PIECE)))):
                yield At(place, number), entry
            following = place + member.drain()
        except (EOFError, zlib.error, ValueError) as error:
            yield At(place), Damage(str(error) or "the archive ends inside a record")
            place = _next_member(stream, place + 1, end)
            continue
        stream.seek(following)
        sign = stream.read(len(_MEMBER))
        if sign.strip(b"\0") and sign != _MEMBER:
            yield At(following), Damage(_NO_RECORD)
        place = following if sign == _MEMBER else _next_member(stream, following, end)


def _plain(stream: BinaryIO, start: int, end: int) -> Iterator[tuple[At, Entry | Damage]]:
    place = _next_record(stream, start, end) if start else _filled(stream, 0)
    while place is not None:
        stream.seek(place)
        sound = stream.read(5) == b"WARC/"
        if sound and place >= end:
            return
        stream.seek(place)
        try:
            found = warc.next_record(stream) if sound else None
        except (EOFError, ValueError) as error:
            found, wrong = None, str(error)
        else:
            wrong = _NO_RECORD
        yield At(place), warc.entry(*found) if found is not None else Damage(wrong)
        place = _filled(stream, stream.tell()) if found is not None else _next_record(stream, place + 1, end)


def _filled(stream: BinaryIO, place: int) -> int | None:
    """Where the next line that is not empty begins; None at the end of the file."""
    stream.seek(place)
    while (line := stream.readline(_PIECE)) != b"":
        if line.strip():
            return place
        place += len(line)
    return None


def _records(stream: BinaryIO) -> Iterator[Entry]:
    """All records of a stream. Raises ``EOFError`` or ``ValueError`` where it is damaged."""
    while (found := warc.next_record(stream)) is not None:
        yield warc.entry(*found)


def _next_member(stream: BinaryIO, start: int, end: int) -> int | None:
    """Where the next gzip member begins that holds a record, at ``start`` or behind it, before ``end``."""
    for place in _places(stream, _MEMBER, start, end):
        stream.seek(place)
        head = stream.read(_PIECE)
        try:
            if zlib.decompressobj(31).decompress(head, 64).startswith(b"WARC/"):
                return place
        except zlib.error:
            continue
    return None


def _next_record(stream: BinaryIO, start: int, end: int) -> int | None:
    """Where the next record of a plain archive begins, at ``start`` or behind it, before ``end``."""
    place = max(0, start - 4)
    tail = b""
    stream.seek(place)
    while place - len(tail) < end and (piece := stream.read(_PIECE)):
        window = tail + piece
        base = place - len(tail)
        for found in _RECORD.finditer(window):
            if start <= base + found.start(1) < end:
                return base + found.start(1)
        place += len(piece)
        tail = window[-16:]
    return None


def _places(stream: BinaryIO, sign: bytes, start: int, end: int) -> Iterator[int]:
    """Every place in ``start`` to ``end`` where these bytes stand."""
    base = start
    while base < end:
        stream.seek(base)
        piece = stream.read(_PIECE + len(sign) - 1)
        if len(piece) < len(sign):
            return
        at = piece.find(sign)
        while at >= 0 and base + at < end:
            yield base + at
            at = piece.find(sign, at + 1)
        base += _PIECE


class _Member(RawIOBase):
    """One gzip member as a stream; what stands behind it in the file is not touched."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self._unzip = stream, zlib.decompressobj(31)
        self._taken = 0  # bytes of the file

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Raises ``zlib.error`` for bytes that are no gzip, ``EOFError`` where the file ends first."""
        piece = b""
        while not piece and not self._unzip.eof:
            piece = self._unzip.decompress(self._unzip.unconsumed_tail or self._more(), len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)

    def drain(self) -> int:
        """Read to the member's end; how many bytes of the file it takes."""
        while not self._unzip.eof:
            self._unzip.decompress(self._unzip.unconsumed_tail or self._more(), _PIECE)
        return self._taken - len(self._unzip.unused_data)

    def _more(self) -> bytes:
        piece = self._stream.read(_PIECE)
        if not piece:
            raise EOFError("the archive ends inside a record")
        self._taken += len(piece)
        return piece
