"""The chronicle: what happened, told by whom, across articles.

    records ─▶ add ─▶ tellings ─▶ blocks ─▶ clusters ─▶ occurrences ─▶ find, timeline, readouts, export
                  └▶ text ─▶ families of copies ─▶ voices ─┘

An event of an article is a *telling*; tellings of one thing are one *occurrence* (:mod:`rawi.chronicle.joining`); how many independent *voices*
tell of it is counted by root sources and copies (:mod:`rawi.chronicle.voices`). All ids are made of what they name, and every occurrence is
computed from its tellings, so that the order of adding makes no difference.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal, Self

from rawi.chronicle import articles, asking, hand, hits, naming, outlets, people, readouts, series, showing, totals
from rawi.chronicle.adding import BATCH, Adder
from rawi.chronicle.export import whole
from rawi.chronicle.results import (
    Account,
    ActorCount,
    ActorPage,
    ArticleRow,
    Dyad,
    Facets,
    Filter,
    Hit,
    Network,
    Occurrence,
    OccurrenceRow,
    Page,
    Readouts,
    Sources,
    StoredArticle,
    Totals,
    WeekCount,
)
from rawi.chronicle.store import Store
from rawi.chronicle.whom import Actors
from rawi.model import Record

EVERYTHING = Filter()
Level = Literal["country", "actor"]


class Chronicle:
    """A store of articles, events and occurrences, in a file or a PostgreSQL database (``postgresql://user@host/database``).

    Safe to share between threads, and for several processes to add to at once. Raises :class:`rawi.errors.ChronicleError` for whatever goes
    wrong with the database, :class:`rawi.errors.NotThereError` for an id or name that it does not hold, :class:`rawi.errors.UsageError` for a
    filter that cannot be.
    """

    def __init__(self, where: str | Path = "rawi.db", *, create: bool = True, read_only: bool = False) -> None:
        self.store = Store(where, create=create, read_only=read_only)
        self._actors = Actors()
        self._adder = Adder(self.store, self._actors)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self.store.close()

    def revision(self) -> int:
        """A number that becomes another as soon as anybody changes the chronicle; it says nothing more, and is another the next time it is opened."""
        return self.store.revision()

    # --- adding ----------------------------------------------------------------------------------------------------------------

    def add(self, records: Iterable[Record], *, batch: int = BATCH, told: Callable[[Account], None] | None = None) -> Account:
        """Add records, ``batch`` in one transaction; ``told`` is called after each with the account so far.

        An article is known by its address, or without one by its outlet and text: adding it again changes nothing, adding it with another
        text makes that its current version if it is the newer one.
        """
        return self._adder.add(records, batch, told)

    def recode(self, *, told: Callable[[int], None] | None = None) -> int:
        """Read anew every article that was read with other knowledge than the present (:attr:`Totals.stale` says how many); returns the number."""
        from rawi.reading import read

        return self._adder.recode(read, told=told)

    # --- asking ----------------------------------------------------------------------------------------------------------------

    def occurrences(self, filter: Filter = EVERYTHING, cursor: str | None = None, limit: int = 50) -> Page[OccurrenceRow]:
        """What happened, newest day first."""
        with self.store.reading() as connection:
            return asking.occurrences(connection, self._actors, filter, cursor, limit)

    def articles(self, filter: Filter = EVERYTHING, cursor: str | None = None, limit: int = 50) -> Page[ArticleRow]:
        """Articles, newest first."""
        with self.store.reading() as connection:
            return asking.articles(connection, filter, cursor, limit)

    def totals(self) -> Totals:
        """How much there is."""
        with self.store.reading() as connection:
            return totals.totals(connection)

    def facets(self) -> Facets:
        """The values that filters can take here."""
        with self.store.reading() as connection:
            return totals.facets(connection)

    def article(self, id: str) -> StoredArticle:
        """The article of this id or address, with its record, versions, copies and what relates to it."""
        with self.store.reading() as connection:
            return articles.show(connection, id)

    def article_row(self, id: str) -> ArticleRow:
        """The article of this id, as lists show it."""
        with self.store.reading() as connection:
            return asking.article_row(connection, id)

    def occurrence(self, id: str) -> Occurrence:
        """The occurrence of this id, or the one that the telling of this id belongs to: tellings, voices, contradictions, sides."""
        with self.store.reading() as connection:
            return showing.show(connection, self._actors, id)

    def readouts(self, id: str) -> Readouts:
        """What each side's telling of a call, meeting or visit says, side by side."""
        with self.store.reading() as connection:
            return readouts.show(connection, self._actors, id)

    def search(self, text: str, filter: Filter = EVERYTHING, cursor: str | None = None, limit: int = 20) -> Page[Hit]:
        """Articles that hold all words of ``text`` (those in quotes together) in any form and spelling, the best first."""
        with self.store.reading() as connection:
            return hits.search(connection, text, filter, cursor, limit)

    # --- actors and time -------------------------------------------------------------------------------------------------------

    def actor(self, who: str) -> ActorPage:
        """An actor by id or name: names, offices over time, acts, and with whom."""
        with self.store.reading() as connection:
            return people.show(connection, self._actors, who)

    def find_actors(self, name: str, limit: int = 20) -> tuple[ActorCount, ...]:
        """Actors whose Arabic or Latin name holds these words, whoever is named by most articles first."""
        with self.store.reading() as connection:
            return naming.find(connection, name, limit)

    def by_week(self, filter: Filter = EVERYTHING) -> tuple[WeekCount, ...]:
        """How much of each category happened in each week."""
        with self.store.reading() as connection:
            return series.by_week(connection, filter)

    def dyad(self, one: str, other: str, since: str | None = None, until: str | None = None) -> Dyad:
        """Conflict and cooperation between two countries or actors by week and day, in PLOVER's scores."""
        with self.store.reading() as connection:
            return series.dyad(connection, one, other, since, until)

    def network(
        self, since: str | None = None, until: str | None = None, *, by: Level = "country", type: str | None = None, limit: int = 200
    ) -> Network:
        """Who acts toward whom in the months from ``since`` to ``until``: the ``limit`` most frequent edges."""
        with self.store.reading() as connection:
            return series.network(connection, since, until, by, type, limit)

    def sources(self, since: str | None = None, until: str | None = None, limit: int = 200) -> Sources:
        """Which outlets carry which root sources, and how much of what they publish is copied."""
        with self.store.reading() as connection:
            return outlets.show(connection, since, until, limit)

    # --- by hand ---------------------------------------------------------------------------------------------------------------

    def join(self, one: str, other: str, note: str = "") -> str:
        """Make one occurrence of two, for good; returns its id."""
        with self.store.writing() as connection:
            return hand.join(connection, self._actors, one, other, note)

    def split(self, occurrence: str, tellings: Sequence[str], note: str = "") -> str:
        """Take tellings out of an occurrence, for good; returns the id of the occurrence that they now are."""
        with self.store.writing() as connection:
            return hand.split(connection, self._actors, occurrence, tellings, note)

    # --- out and in ------------------------------------------------------------------------------------------------------------

    def export(self) -> Iterator[bytes]:
        """The whole chronicle as lines of JSON, which :meth:`restore` takes."""
        with self.store.reading() as connection:
            yield from whole.lines(connection)

    def restore(self, lines: Iterable[bytes], name: str = "the export", *, told: Callable[[Account], None] | None = None) -> Account:
        """Add what :meth:`export` gave, and do again what a hand had joined and split. Raises :class:`rawi.errors.UsageError` for other lines."""
        incoming = whole.Incoming(lines, name)
        account = self.add(incoming, told=told)
        with self.store.writing() as connection:
            whole.restore(connection, self._actors, incoming.links, incoming.pins)
        return account


__all__ = ["Account", "Chronicle", "Filter"]
