"""The output of one part while it is read: kept beside its place, and put there in one step when the part is done."""

from __future__ import annotations

import os
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self

from rawi.bulk.store import Format, Store
from rawi.errors import UsageError
from rawi.model import Actor, Event, Record

_ROWS = 200  # rows of a table that are held as Python values


class Writer(Protocol):
    """Takes the records of one part. ``close`` puts the output in place; leaving by an error removes it."""

    def add(self, record: Record) -> None: ...

    def __enter__(self) -> Self: ...

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None: ...


def writer(store: Store, key: str, form: Format) -> Writer:
    """The writer for a part's output."""
    return _Lines(store, key) if form == "jsonl" else _Tables(store, key)


def check(form: Format) -> None:
    """Raises :class:`UsageError` where the library for this format is not installed."""
    if form == "parquet":
        try:
            import arro3.core
            import arro3.io  # noqa: F401
        except ImportError:
            raise UsageError("writing Parquet needs arro3-io; install it: pip install 'rawi[bulk]', or give --format jsonl") from None


class _Aside:
    """A file under a name of its own until it is whole."""

    def __init__(self, place: Path) -> None:
        self.place, self.path = place, place.with_name(f".{place.name}.{os.getpid()}")
        self.stream = self.path.open("wb")

    def settle(self, *, whole: bool) -> None:
        try:
            if whole:
                self.stream.flush()
                os.fsync(self.stream.fileno())
            self.stream.close()
            if whole:
                os.replace(self.path, self.place)
        finally:
            self.path.unlink(missing_ok=True)


class _Lines:
    def __init__(self, store: Store, key: str) -> None:
        self._file = _Aside(store.output("records", key, "jsonl"))

    def add(self, record: Record) -> None:
        self._file.stream.write(record.to_json() + b"\n")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._file.settle(whole=kind is None)


class _Tables:
    """Three tables; columns are text but for numbers, and a list of actors is their ids with spaces between. Held as Arrow until the part is done."""

    def __init__(self, store: Store, key: str) -> None:
        self._files = {table: _Aside(store.output(table, key, "parquet")) for table in ("articles", "actors", "events")}
        self._rows: dict[str, list[dict[str, Any]]] = {table: [] for table in self._files}
        self._batches: dict[str, list[Any]] = {table: [] for table in self._files}

    def add(self, record: Record) -> None:
        self._rows["articles"].append(_article(record))
        self._rows["actors"].extend(_actor(record.id, actor) for actor in record.actors)
        self._rows["events"].extend(_event(record.id, number, event) for number, event in enumerate(record.events))
        for table, rows in self._rows.items():
            if len(rows) >= _ROWS:
                self._pack(table)

    def _pack(self, table: str) -> None:
        """The rows gathered so far as a batch of Arrow, which takes a fraction of their room."""
        from arro3.core import Array, RecordBatch

        rows, self._rows[table] = self._rows[table], []
        schema = _schema(table)
        columns = [Array([row[field.name] for row in rows], field.type) for field in schema]
        self._batches[table].append(RecordBatch.from_arrays(columns, schema=schema))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        whole = False
        try:
            if kind is None:
                self._write()
                whole = True
        finally:
            for file in self._files.values():
                file.settle(whole=whole)

    def _write(self) -> None:
        from arro3.core import Table
        from arro3.io import write_parquet

        for table, file in self._files.items():
            self._pack(table)
            data = Table.from_batches(self._batches.pop(table), schema=_schema(table))
            write_parquet(data, file.stream, compression="zstd(3)")


def _article(record: Record) -> dict[str, Any]:
    article = record.article
    told = {name: getattr(article, name) for name in ("url", "outlet", "title", "published", "updated", "author", "section", "deck")}
    return {"id": record.id, **told, "text": record.text, "events": len(record.events), "record": record.to_json().decode()}


def _actor(article: str, actor: Actor) -> dict[str, Any]:
    told = {name: getattr(actor, name) for name in ("kind", "name", "latin", "country", "sector", "role", "known_as")}
    return {"article": article, "id": actor.id, **told, "mentions": len(actor.mentions)}


def _event(article: str, number: int, event: Event) -> dict[str, Any]:
    names = ("type", "mode", "date", "date_from", "place", "status", "start", "end", "evidence", "rule", "summary", "score")
    lists = {name: " ".join(getattr(event, name)) for name in ("actors", "recipients", "sources")}
    return {"article": article, "number": number, **{name: getattr(event, name) for name in names}, **lists}


def _schema(table: str) -> Any:
    from arro3.core import DataType, Field, Schema

    text, number, share = DataType.string(), DataType.int64(), DataType.float64()
    columns = {
        "articles": {
            **dict.fromkeys(("id", "url", "outlet", "title", "published", "updated", "author", "section", "deck", "text"), text),
            "events": number,
            "record": text,
        },
        "actors": {
            **dict.fromkeys(("article", "id", "kind", "name", "latin", "country", "sector", "role", "known_as"), text),
            "mentions": number,
        },
        "events": {
            "article": text,
            "number": number,
            **dict.fromkeys(
                ("type", "mode", "date", "date_from", "place", "status", "evidence", "rule", "summary", "actors", "recipients", "sources"), text
            ),
            **dict.fromkeys(("start", "end"), number),
            "score": share,
        },
    }
    return Schema([Field(name, kind, nullable=True) for name, kind in columns[table].items()])
