"""Rows of occurrences, tellings and articles, as CSV and Parquet."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import IO, TYPE_CHECKING, Any, TypeVar

from rawi.chronicle.blocks import MUTUAL
from rawi.chronicle.export.columns import TABLES, Act, Column
from rawi.chronicle.results import ArticleRow, Filter, OccurrenceRow, Page, Telling
from rawi.errors import UsageError

if TYPE_CHECKING:
    from rawi.chronicle import Chronicle

T = TypeVar("T")
_GROUP = 50_000  # rows of a Parquet row group
_ARROW = {str: "string", int: "int64", float: "float64", bool: "bool"}


def rows(chronicle: Chronicle, table: str, asked: Filter) -> Iterator[list[Any]]:
    """The rows of a table, its columns as :data:`TABLES` has them."""
    columns = TABLES[table]
    for thing in _THINGS[table](chronicle, asked):
        yield [column.value(thing) for column in columns]


def write_csv(chronicle: Chronicle, table: str, asked: Filter, out: IO[str]) -> int:
    """Write a table as CSV (RFC 4180, a line of names first); returns the number of rows."""
    writer, count = csv.writer(out, lineterminator="\r\n"), 0
    writer.writerow([column.name for column in TABLES[table]])
    for row in rows(chronicle, table, asked):
        writer.writerow([_safe(value) for value in row])
        count += 1
    return count


def _safe(value: Any) -> Any:
    """A value that no spreadsheet takes for a formula."""
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value


def write_parquet(chronicle: Chronicle, table: str, asked: Filter, path: str) -> int:
    """Write a table as Parquet; returns the number of rows. Raises :class:`UsageError` where the extra is not installed."""
    try:
        import arro3.core as arrow
        from arro3.io import write_parquet as write
    except ImportError:
        raise UsageError("Parquet needs the extra: pip install 'rawi[parquet]'") from None
    columns = TABLES[table]
    kinds = [getattr(arrow.DataType, _ARROW[column.kind])() for column in columns]
    schema = arrow.Schema([arrow.Field(column.name, kind, nullable=True) for column, kind in zip(columns, kinds, strict=True)])
    source, count = rows(chronicle, table, asked), 0

    def batches() -> Iterator[Any]:
        nonlocal count
        while some := list(islice(source, _GROUP)):
            count += len(some)
            yield arrow.RecordBatch.from_arrays([arrow.Array(_column(some, at), kind) for at, kind in enumerate(kinds)], schema=schema)

    write(arrow.RecordBatchReader.from_batches(schema, list(batches())), path)
    return count


def _column(some: Sequence[list[Any]], at: int) -> list[Any]:
    return [row[at] for row in some]


# --- what rows are made of -----------------------------------------------------------------------------------------------------


def every(page: Callable[[str | None], Page[T]]) -> Iterator[T]:
    """All rows of all pages."""
    cursor: str | None = None
    while True:
        here = page(cursor)
        yield from here.rows
        cursor = here.next
        if cursor is None:
            return


def occurrences(chronicle: Chronicle, asked: Filter) -> Iterator[OccurrenceRow]:
    """All occurrences that a filter finds, newest first."""
    return every(lambda cursor: chronicle.occurrences(asked, cursor, 500))


def _articles(chronicle: Chronicle, asked: Filter) -> Iterator[ArticleRow]:
    return every(lambda cursor: chronicle.articles(asked, cursor, 500))


def _tellings(chronicle: Chronicle, asked: Filter) -> Iterator[tuple[str, Telling]]:
    for row in occurrences(chronicle, asked):
        for telling in chronicle.occurrence(row.id).tellings:
            yield row.id, telling


def _acts(chronicle: Chronicle, asked: Filter) -> Iterable[Act]:
    """A row for each pair of actor and recipient; whoever talks does so to all others."""
    for row in occurrences(chronicle, asked):
        about = chronicle.article_row(row.article)
        pairs: list[tuple[Any, Any]] = [(a, r) for a in row.actors or (None,) for r in row.recipients or (None,)]
        if row.type in MUTUAL and not row.recipients and len(row.actors) > 1:
            pairs = [(a, b) for a in row.actors for b in row.actors if a != b]
        for actor, recipient in pairs:
            yield Act(row, actor, recipient, about.outlet, about.published)


_THINGS: dict[str, Callable[[Chronicle, Filter], Iterable[Any]]] = {
    "occurrences": occurrences,
    "tellings": _tellings,
    "articles": _articles,
    "plover": _acts,
}
__all__ = ["Column", "every", "occurrences", "rows", "write_csv", "write_parquet"]
