"""Opening a chronicle's database, and the two ways of using it: reading, and writing alone.

A writer has the database for itself for the time of one transaction: joining reads what it then changes. SQLite's own lock sees to that, on
PostgreSQL an advisory lock does. Readers never wait.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, PoolProxiedConnection, Table, create_engine, event, inspect, select, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError

from rawi.chronicle.schema import tally
from rawi.errors import ChronicleError

HEAD = "0002"  # the newest revision in rawi.chronicle.migrations
WAIT = 60.0  # seconds that a writer waits for another
_LOCK = 0x72617769  # of the one who writes, on PostgreSQL
_REVISION = ("total", "revision")  # the row of counts that PostgreSQL's revision is kept in
_SEALED = "cannot be written; give a file and folder that you may write to"
_CAUSES = (
    ("disk is full", "the disk is full; what was added before is kept, add the rest when there is room"),
    ("no space left", "the disk is full; what was added before is kept, add the rest when there is room"),
    ("disk i/o error", "the disk failed to read or write; what was added before is kept; see that there is room and that the disk is sound"),
    ("readonly database", _SEALED),
    ("read-only transaction", "cannot be written; the server allows only reading"),
    ("locked", "another program has been writing to it for a minute; try again when it is done"),
    ("not a database", "not a chronicle: the file is of another kind or damaged; give another, or restore it from an export"),
    ("malformed", "the file is damaged; restore it from an export, or from a copy"),
    ("unable to open", "cannot be opened; see that its folder is there and may be written to"),
    ("connection", "the server cannot be reached or refused; see the address, the user and that PostgreSQL runs"),
    ("authentication", "the server refused; see the user and password"),
)


class Store:
    """A chronicle's database. ``where`` is a file, or ``postgresql://user@host/database``."""

    def __init__(self, where: str | Path, *, create: bool = True, read_only: bool = False) -> None:
        self.where = str(where)
        self.is_file = "://" not in self.where
        self.is_sealed = self.is_file and _is_sealed(Path(self.where))
        self.read_only = read_only or self.is_sealed
        self._looking = Lock()
        if self.is_file and not Path(self.where).exists() and (read_only or not create):
            raise ChronicleError(f"{self.where}: no such chronicle; `rawi add FILE… --db {self.where}` makes one")
        self.engine = self._engine()
        try:
            self._make_ready(create and not read_only)
        except BaseException:
            self.engine.dispose()
            raise

    @property
    def name(self) -> str:
        """The database as messages name it, without a password."""
        return self.where if self.is_file else make_url(self.where).render_as_string(hide_password=True)

    @property
    def on_sqlite(self) -> bool:
        return self.engine.dialect.name == "sqlite"

    def close(self) -> None:
        if "_watch" in self.__dict__:
            self._watch.close()
            del self._watch
        self.engine.dispose()

    def revision(self) -> int:
        """A number that becomes another as soon as anybody has changed anything: what was looked up under the same number still holds.

        SQLite counts by itself, for each connection on its own; on PostgreSQL every writer counts.
        """
        if self.on_sqlite:
            with self._said(), self._looking:
                return int(self._watch.cursor().execute("PRAGMA data_version").fetchone()[0])
        kind, value = _REVISION
        with self.reading() as connection:
            return int(connection.execute(select(tally.c.count).where(tally.c.kind == kind, tally.c.value == value)).scalar() or 0)

    @cached_property
    def _watch(self) -> PoolProxiedConnection:
        """A connection that only looks whether others have changed anything."""
        return self.engine.raw_connection()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One state of the database, for as long as it is looked at."""
        with self._said(), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """The database alone: all that is done takes effect at the end, or nothing."""
        if self.read_only:
            raise ChronicleError(f"{self.name}: {_SEALED if self.is_sealed else 'opened for reading only'}")
        with self._said(), self.engine.connect() as connection:
            connection = connection.execution_options(writes=True)
            with connection.begin():
                if not self.on_sqlite:
                    connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
                yield connection
                if not self.on_sqlite:
                    add_counts(connection, tally, {_REVISION: 1}, keys=("kind", "value"))

    # --- opening ---------------------------------------------------------------------------------------------------------------

    def _engine(self) -> Engine:
        if self.is_file:
            address = _read_only_address(Path(self.where)) if self.is_sealed else self.where
            engine = create_engine(f"sqlite:///{address}", connect_args={"timeout": WAIT, "check_same_thread": False})
            event.listen(engine, "connect", self._on_connect)
            event.listen(engine, "begin", _on_begin)
            return engine
        url = self.where.replace("postgres://", "postgresql://", 1)
        try:
            return create_engine(make_url(url).set(drivername="postgresql+psycopg"), pool_pre_ping=True)
        except (ArgumentError, NoSuchModuleError, ImportError, ValueError) as error:
            raise ChronicleError(
                f"{url.partition('@')[2] or url}: not a database's address ({error}); write postgresql://user@host/database"
            ) from None

    def _on_connect(self, connection: Any, _: object) -> None:
        connection.isolation_level = None  # transactions begin where we say so
        cursor = connection.cursor()
        if not self.read_only:
            cursor.execute("PRAGMA journal_mode=WAL")
        room = ("cache_size=-16384", "mmap_size=0") if self.read_only else ("cache_size=-65536", "mmap_size=268435456")  # many may read at once
        for pragma in ("synchronous=NORMAL", *room, "temp_store=MEMORY", f"query_only={int(self.read_only)}"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    def _make_ready(self, create: bool) -> None:
        with self.reading() as connection:
            revision = _revision(connection)
            strange = revision is None and bool(inspect(connection).get_table_names())
        if revision == HEAD:
            return
        if strange:
            raise ChronicleError(f"{self.name}: a database, but not a chronicle; give another")
        if revision is not None and revision > HEAD:
            raise ChronicleError(f"{self.name}: made by a newer Rawi (schema {revision}, this one knows {HEAD}); install the newer one")
        if not create:
            raise ChronicleError(f"{self.name}: made by an older Rawi; open it once for writing, which brings it up to date")
        with self.writing() as connection:
            if _revision(connection) != HEAD:  # another may have been faster
                from rawi.chronicle.migrating import migrate

                migrate(connection)

    @contextmanager
    def _said(self) -> Iterator[None]:
        """Whatever the database finds wrong, as one line."""
        try:
            yield
        except DBAPIError as error:
            cause = " ".join(str(error.orig).split())
            said = next((said for mark, said in _CAUSES if mark in cause.lower()), cause)
            raise ChronicleError(f"{self.name}: {said}") from error
        except (SQLAlchemyError, ImportError) as error:
            raise ChronicleError(f"{self.name}: {' '.join(str(error).split())}") from error


def _is_sealed(path: Path) -> bool:
    """May this file be read, but neither it be written nor, beside it, the log that SQLite shares between readers and writers?"""
    return path.is_file() and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)) and os.access(path, os.R_OK)


def _read_only_address(path: Path) -> str:
    """SQLite's address of a file that nobody writes to now; where a writer's log lies beside it, one that reads the log too."""
    still = "" if path.with_name(f"{path.name}-wal").exists() else "&immutable=1"
    return f"file:{quote(str(path.resolve()))}?mode=ro{still}&uri=true"


def _on_begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return str(found) if found else None


# --- writing rows --------------------------------------------------------------------------------------------------------------

Row = Mapping[str, Any]


def insert(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Add rows. Costs nothing where there are none."""
    if rows:
        connection.execute(table.insert(), rows)


def insert_new(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Add those rows whose key is not there yet."""
    if rows:
        new = sqlite.insert(table) if connection.dialect.name == "sqlite" else postgresql.insert(table)
        connection.execute(new.on_conflict_do_nothing(), rows)


def add_counts(connection: Connection, table: Table, counts: Mapping[tuple[Any, ...], int], *, keys: Sequence[str]) -> None:
    """Add to the column ``count`` of the rows with these keys, which are made where they are not there."""
    rows = [{**dict(zip(keys, key, strict=True)), "count": count} for key, count in sorted(counts.items()) if count]
    if rows:
        new = sqlite.insert(table) if connection.dialect.name == "sqlite" else postgresql.insert(table)
        connection.execute(new.on_conflict_do_update(index_elements=list(keys), set_={"count": table.c.count + new.excluded.count}), rows)


def in_parts(values: Iterable[Any], size: int = 400) -> Iterator[list[Any]]:
    """Values a few hundred at a time, as many as one statement takes well."""
    every = list(values)
    for at in range(0, len(every), size):
        yield every[at : at + size]
