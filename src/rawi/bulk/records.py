"""The records of one part, read one by one: each gives a record, a reason to leave it out, or a failure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from rawi.bulk import sieve
from rawi.bulk.account import Failure
from rawi.bulk.inputs import Part
from rawi.errors import LeftOutError, NotArabicError, PageError
from rawi.model import Article, Record
from rawi.pages import ranges, rows, warc
from rawi.pages.ranges import At, Damage
from rawi.pages.warc import Entry

Found = Record | str | Failure  # a record, a reason, a failure
_row = msgspec.json.Decoder(rows.Row)


def of_part(part: Part, begin: Callable[[At], bool]) -> Iterator[Found]:
    """What each record of the part gives, in order.

    ``begin`` is told where each record that has to be read begins; False says that it is not to be touched. Raises ``OSError`` where the file
    cannot be read.
    """
    path = Path(part.path)
    found: Iterator[tuple[At, Entry | bytes | Damage]]
    found = ranges.rows(path, part.start, part.end) if part.of_rows else ranges.archive(path, part.start, part.end)
    for at, content in found:
        yield _found(f"{path}@{at}", at, content, begin)


def _found(where: str, at: At, content: Entry | bytes | Damage, begin: Callable[[At], bool]) -> Found:
    if isinstance(content, Damage):
        return Failure(where=where, why=f"damaged: {content.why}")
    if isinstance(content, Entry) and (reason := sieve.reason(content)) is not None:
        return reason
    url = content.url if isinstance(content, Entry) else None
    if not begin(at):
        return Failure(where=where, why="its worker died twice in reading it", url=url)
    from rawi.reading import read

    try:
        return read(warc.article(content, where) if isinstance(content, Entry) else _of_row(content, where))
    except LeftOutError as error:
        return error.reason
    except NotArabicError:
        return warc.NOT_ARABIC
    except PageError as error:
        return Failure(where=where, why=str(error), url=url)
    except (Exception, RecursionError) as error:  # one record's bug is no reason to lose the others
        return Failure(where=where, why=f"{type(error).__name__}: {error}".splitlines()[0][:200], url=url)


def _of_row(line: bytes, where: str) -> Article:
    """The article of a row. Raises :class:`PageError` for a row that is broken, :class:`LeftOutError` for a page without a story."""
    try:
        row = _row.decode(line.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise PageError(f"not a row of JSON ({str(error).splitlines()[0][:120]})") from None
    if row.html and warc.is_front(row.url):
        raise LeftOutError(warc.FRONT, warc.FRONT)
    if row.html and sieve.lists_stories(row.url):
        raise LeftOutError(sieve.LISTING, sieve.LISTING)
    try:
        return rows.article(row, where)
    except NotArabicError:
        raise
    except PageError as error:
        if row.html:
            raise LeftOutError(str(error), warc.NO_ARTICLE) from None
        raise
