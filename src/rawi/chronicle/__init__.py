"""The chronicle: what happened, told by whom, across articles.

    records ─▶ add ─▶ tellings ─▶ blocks ─▶ clusters ─▶ occurrences ─▶ find, timeline, readouts, export
                  └▶ text ─▶ families of copies ─▶ voices ─┘

An event of an article is a *telling*; tellings of one thing are one *occurrence* (:mod:`rawi.chronicle.joining`); how many independent *voices*
tell of it is counted by root sources and copies (:mod:`rawi.chronicle.voices`). All ids are made of what they name, and every occurrence is
computed from its tellings, so that the order of adding makes no difference.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Self

from rawi.chronicle import asking
from rawi.chronicle.adding import BATCH, Adder
from rawi.chronicle.results import Account, ArticleRow, Filter, OccurrenceRow, Page
from rawi.chronicle.store import Store
from rawi.chronicle.whom import Actors
from rawi.model import Record

EVERYTHING = Filter()


class Chronicle:
    """A store of articles, events and occurrences, in a file or a PostgreSQL database (``postgresql://user@host/database``).

    Safe to share between threads, and for several processes to add to at once. Raises :class:`rawi.errors.ChronicleError` for whatever goes
    wrong with the database, :class:`rawi.errors.NotThereError` for an id or name that it does not hold, :class:`rawi.errors.UsageError` for a
    filter that cannot be.
    """

    def __init__(self, where: str | Path = "rawi.db", *, create: bool = True, read_only: bool = False) -> None:
        self._store = Store(where, create=create, read_only=read_only)
        self._actors = Actors()
        self._adder = Adder(self._store, self._actors)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._store.close()

    # --- adding ----------------------------------------------------------------------------------------------------------------

    def add(self, records: Iterable[Record], *, batch: int = BATCH, told: Callable[[Account], None] | None = None) -> Account:
        """Add records, ``batch`` in one transaction; ``told`` is called after each with the account so far.

        An article is known by its address, or without one by its outlet and text: adding it again changes nothing, adding it with another
        text makes that its current version if it is the newer one.
        """
        return self._adder.add(records, batch, told)

    # --- asking ----------------------------------------------------------------------------------------------------------------

    def occurrences(self, filter: Filter = EVERYTHING, cursor: str | None = None, limit: int = 50) -> Page[OccurrenceRow]:
        """What happened, newest day first."""
        with self._store.reading() as connection:
            return asking.occurrences(connection, self._actors, filter, cursor, limit)

    def articles(self, filter: Filter = EVERYTHING, cursor: str | None = None, limit: int = 50) -> Page[ArticleRow]:
        """Articles, newest first."""
        with self._store.reading() as connection:
            return asking.articles(connection, filter, cursor, limit)
