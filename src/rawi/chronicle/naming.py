"""Whom somebody means: an id, a name in any spelling, a country's code."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, select

from rawi.arabic.letters import fold
from rawi.chronicle.keys import actor_key
from rawi.chronicle.results import ActorCount, ActorRef, Party
from rawi.chronicle.schema import actor, mark
from rawi.errors import NotThereError

_CODE = re.compile(r"[A-Z]{3}")
_LOOKED_THROUGH = 400


def party_mark(connection: Connection, who: str) -> str:
    """The mark of the occurrences in which ``who`` takes part. A state's name or a country's code means anybody of that country."""
    if _CODE.fullmatch(who):
        return f"country:{who}"
    row = one_actor(connection, who)
    return f"country:{row.country}" if row.kind == "state" and row.country and who != row.key else f"actor:{row.id}"


def source_mark(connection: Connection, who: str) -> str:
    """The mark of the occurrences for which ``who`` is a source."""
    return f"source:{one_actor(connection, who).id}"


def one_actor(connection: Connection, who: str) -> Row[Any]:
    """The actor of this id, or the one that is named most often by this name. Raises :class:`NotThereError`."""
    if row := connection.execute(select(actor).where(actor.c.id == actor_key(who))).one_or_none():
        return row
    if _CODE.fullmatch(who) and (row := connection.execute(select(actor).where(actor.c.id == actor_key(f"country/{who}"))).one_or_none()):
        return row
    if rows := _named(connection, who, 1):
        return rows[0]
    raise NotThereError(f"{who}: nobody of that name in the chronicle; `rawi actor` with a part of the name lists who is there")


def find(connection: Connection, name: str, limit: int) -> tuple[ActorCount, ...]:
    """Actors whose name holds these words, in Arabic or Latin letters, whoever is named most first."""
    return tuple(ActorCount(actor=as_ref(row), articles=row.articles) for row in _named(connection, name, limit))


def _named(connection: Connection, name: str, limit: int) -> Sequence[Row[Any]]:
    folded = " ".join(fold(name).split())
    if not folded:
        return ()
    most = actor.c.articles.desc(), actor.c.key
    exact = connection.execute(select(actor).where(actor.c.folded == folded).order_by(*most).limit(limit)).all()
    if len(exact) >= limit:
        return exact
    held = [actor.c.folded.contains(word, autoescape=True) | actor.c.latin.icontains(word, autoescape=True) for word in folded.split()]
    partly = connection.execute(select(actor).where(*held).order_by(*most).limit(_LOOKED_THROUGH)).all()
    there = {row.id for row in exact}
    whole = [row for row in partly if row.id not in there and _has_words(folded, f"{row.folded} {fold(row.latin or '')}")]
    rest = [row for row in partly if row.id not in there and row not in whole]
    return [*exact, *whole, *rest][:limit]


def _has_words(asked: str, name: str) -> bool:
    words = {w.removeprefix("ال") for w in re.split(r"[\s-]+", name)}
    return all(w.removeprefix("ال") in words for w in asked.split())


def as_ref(row: Row[Any]) -> ActorRef:
    """A row of the table of actors, as lists show it."""
    return ActorRef(id=row.key, name=row.name, kind=row.kind, latin=row.latin, country=row.country, sector=row.sector)


def as_party(connection: Connection, who: str) -> tuple[str, Party]:
    """One end of a dyad: its mark, and how it is shown."""
    found = party_mark(connection, who)
    kind, _, value = found.partition(":")
    if kind == "country":
        return found, country(value)
    row = connection.execute(select(actor).where(actor.c.id == int(value))).one()
    return found, Party(id=row.key, name=row.name, latin=row.latin)


def country(code: str) -> Party:
    """A country by its code; the code itself where the knowledge holds no name."""
    from rawi.actors.gazetteer import gazetteer

    names = gazetteer()
    if code not in names.states:
        return Party(id=code, name=code)
    entity = names.entities[names.states[code]]
    return Party(id=code, name=entity.name, latin=entity.latin)


def how_many(connection: Connection, name: str, most: int = 5000) -> int:
    """How many occurrences have a mark, counted up to ``most``."""
    some = select(mark.c.occurrence).where(mark.c.mark == name).limit(most).subquery()
    return len(connection.execute(select(some.c.occurrence)).all())
