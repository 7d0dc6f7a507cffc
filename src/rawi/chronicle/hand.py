"""Joining and splitting by hand, remembered: what a hand decided is kept whatever is added later."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, or_, select

from rawi.chronicle import keys, occurrences, resolving
from rawi.chronicle.schema import link, occurrence, pin, telling
from rawi.chronicle.store import in_parts, insert
from rawi.chronicle.whom import Actors
from rawi.errors import NotThereError, UsageError


def join(connection: Connection, actors: Actors, one: str, other: str, note: str) -> str:
    """Make one occurrence of two; returns its id."""
    first, second = _occurrence(connection, one), _occurrence(connection, other)
    if first == second:
        raise UsageError(f"{one} and {other} are one occurrence already")
    clusters = _clusters(connection, [*_tellings(connection, first), *_tellings(connection, second)])
    pair = sorted((first, second))
    connection.execute(delete(link).where(link.c.one == pair[0], link.c.other == pair[1]))
    insert(connection, link, [{"one": pair[0], "other": pair[1], "by": "hand", "note": note}])
    occurrences.write(connection, actors, clusters)
    return keys.shown(_occurrence(connection, one))


def split(connection: Connection, actors: Actors, ident: str, apart: Sequence[str], note: str) -> str:
    """Take tellings out of an occurrence, together; returns the id of the occurrence that they now are."""
    whole = _occurrence(connection, ident)
    members = _tellings(connection, whole)
    chosen = [keys.given(t) for t in dict.fromkeys(apart)]
    if strange := [t for t, number in zip(dict.fromkeys(apart), chosen, strict=True) if number not in members]:
        raise UsageError(f"{strange[0]}: no telling of {ident}; `rawi occurrence show {ident}` lists them")
    if not chosen or len(chosen) == len(members):
        raise UsageError(f"{ident}: name some of its {len(members)} tellings, not all; there must be something left")
    clusters = _clusters(connection, members)
    connection.execute(delete(link).where(or_(link.c.one.in_(chosen), link.c.other.in_(chosen)), link.c.by == "wording"))
    _unlink(connection, chosen, members)
    connection.execute(delete(pin).where(pin.c.telling.in_(chosen)))
    name = resolving.apart_key(chosen)
    insert(connection, pin, [{"telling": t, "apart": name, "note": note} for t in chosen])
    clusters |= resolving.join_again(connection, actors, _blocks(connection, members))
    clusters |= _clusters(connection, members)
    occurrences.write(connection, actors, clusters)
    return keys.shown(connection.execute(select(telling.c.occurrence).where(telling.c.id == chosen[0])).scalar_one())


def _unlink(connection: Connection, chosen: Sequence[int], members: Sequence[int]) -> None:
    """Forget what a hand had joined between those that go and those that stay."""
    rest = [m for m in members if m not in chosen]
    between = or_(link.c.one.in_(chosen) & link.c.other.in_(rest), link.c.one.in_(rest) & link.c.other.in_(chosen))
    connection.execute(delete(link).where(between))


def _occurrence(connection: Connection, ident: str) -> int:
    number = keys.given(ident)
    of = connection.execute(select(telling.c.occurrence).where(telling.c.id == number)).scalar()
    found = connection.execute(select(occurrence.c.id).where(occurrence.c.id == (of if of is not None else number))).scalar()
    if found is None:
        raise NotThereError(f"{ident}: no occurrence of this id; `rawi find` lists what there is")
    return int(found)


def _tellings(connection: Connection, ident: int) -> list[int]:
    return list(connection.execute(select(telling.c.id).where(telling.c.occurrence == ident)).scalars())


def _clusters(connection: Connection, ids: Sequence[int]) -> set[int]:
    return {c for part in in_parts(ids) for c in connection.execute(select(telling.c.cluster).where(telling.c.id.in_(part))).scalars()}


def _blocks(connection: Connection, ids: Sequence[int]) -> set[int]:
    return {b for part in in_parts(ids) for b in connection.execute(select(telling.c.block).where(telling.c.id.in_(part))).scalars()}
