"""Actors by their ids, remembered as long as a chronicle is open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from rawi.chronicle.blocks import Told, Who
from rawi.chronicle.results import ActorRef
from rawi.chronicle.schema import actor
from rawi.chronicle.store import in_parts

_KEPT = 100_000


class Known(NamedTuple):
    """An actor: as joining sees it, and as lists show it."""

    who: Who
    shown: ActorRef


class Actors:
    """The actors of one database."""

    def __init__(self) -> None:
        self._found: dict[int, Known] = {}

    def load(self, connection: Connection, ids: Iterable[int]) -> Mapping[int, Known]:
        """The actors with these ids, among others."""
        missing = {i for i in ids if i not in self._found}
        if len(self._found) + len(missing) > _KEPT:
            self._found.clear()
        for part in in_parts(missing):
            for row in connection.execute(select(actor).where(actor.c.id.in_(part))):
                shown = ActorRef(id=row.key, name=row.name, kind=row.kind, latin=row.latin, country=row.country, sector=row.sector)
                self._found[row.id] = Known(Who(row.id, row.kind, row.country, row.sector), shown)
        return self._found

    def forget(self, ids: Iterable[int] | None = None) -> None:
        """Look these (or all) up again the next time."""
        if ids is None:
            self._found.clear()
        else:
            for ident in ids:
                self._found.pop(ident, None)


def ids_of(joined: str) -> list[int]:
    """The ids that a column holds, joined by blanks."""
    return [int(i) for i in joined.split()]


def as_told(row: Any, actors: Mapping[int, Known]) -> Told:
    """A row of the table of tellings, as joining sees it."""
    return Told(
        row.id, row.type, row.mode, row.status, row.first, row.last, row.date_from, row.place,
        tuple(actors[i].who for i in ids_of(row.actors)), tuple(actors[i].who for i in ids_of(row.recipients)),
        tuple(row.words.split()), row.article, row.published,
    )  # fmt: skip


def actor_ids(rows: Iterable[Any]) -> set[int]:
    """All parties of rows of tellings."""
    return {i for row in rows for joined in (row.actors, row.recipients) for i in ids_of(joined)}
