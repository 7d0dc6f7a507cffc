"""JSON Lines to articles: one row, one article; a row that is broken is said and the next is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

import msgspec

from rawi.errors import PageError
from rawi.model import Article, Image, Link
from rawi.pages import language
from rawi.pages.clocks import machine
from rawi.pages.unit import Unit
from rawi.pages.words import tidy


class Row(msgspec.Struct, frozen=True):
    """What a row may hold; other fields are ignored. ``html`` is a whole page, ``paragraphs`` an article's
    text.
    """

    id: str | int | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    title: str | None = None
    paragraphs: list[str] | str | None = None
    text: str | None = None
    html: str | None = None
    author: str | None = None
    section: str | None = None
    image: Image | None = None
    related: list[Link] | None = None


_decoder = msgspec.json.Decoder(Row)


def units(lines: Iterable[bytes], name: str) -> Iterator[Unit]:
    """The rows of a JSON Lines stream, in order, each to be read; empty lines are passed over."""
    for number, line in enumerate(lines, 1):
        if line.strip(b"\0 \t\r\n\xef\xbb\xbf"):
            yield partial(read_row, line, name, number)


def read_row(line: bytes, name: str, number: int) -> Article | PageError:
    """The article of one line; a :class:`PageError` names file and line."""
    try:
        return article(_decoder.decode(line.removeprefix(b"\xef\xbb\xbf")), f"{name}:{number}")
    except PageError as error:
        return type(error)(f"{name}, line {number}: {error}")
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return PageError(f"{name}, line {number}: not a row of JSON ({_brief(error)}); mend or remove the line")


def article(row: Row, fallback: str) -> Article:
    """The article of one row. Raises :class:`PageError` for a row without text."""
    ident = str(row.id) if row.id is not None else row.url or fallback
    if row.html:
        return _from_page(row, ident)
    given = row.paragraphs if row.paragraphs is not None else row.text
    listed = given.splitlines() if isinstance(given, str) else given or []
    paragraphs = tuple(clean for line in listed if (clean := tidy(line)))
    if not paragraphs and not row.title:
        raise PageError("the row has neither html nor title and paragraphs; add one of them")
    language.check((row.title or "", *paragraphs))
    published, warnings = _published(row)
    return Article(
        id=ident,
        title=tidy(row.title) if row.title else None,
        published=published,
        outlet=row.outlet,
        url=row.url,
        author=row.author,
        section=row.section,
        image=row.image,
        paragraphs=paragraphs,
        related=tuple(row.related or ()),
        warnings=warnings,
    )


def _from_page(row: Row, ident: str) -> Article:
    from rawi.pages.html import read_html

    found = read_html(row.html or "", row.url)
    published, warnings = _published(row)
    return msgspec.structs.replace(
        found,
        id=ident,
        outlet=found.outlet or row.outlet,
        published=found.published or published,
        title=found.title or row.title,
        warnings=(*found.warnings, *warnings),
    )


def _published(row: Row) -> tuple[str | None, tuple[str, ...]]:
    """The row's time of publication as ISO 8601; what cannot be read is said and left out."""
    if not row.published:
        return None, ()
    stamp = machine(row.published)
    if stamp is None:
        return None, (f"published {row.published[:60]!r} is not a date; write 2025-02-12 or 2025-02-12T23:11+03:00",)
    return stamp.text(), ()


def _brief(error: Exception) -> str:
    return str(error).splitlines()[0][:120]
