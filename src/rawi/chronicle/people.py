"""One actor as the chronicle knows it: names, offices over time, acts, and with whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, func, or_, select

from rawi.chronicle import asking, naming
from rawi.chronicle.days import ALWAYS, iso
from rawi.chronicle.results import ActorPage, Filter, Named, Office, Partner, TypeCount
from rawi.chronicle.schema import acted, actor, named
from rawi.chronicle.store import in_parts
from rawi.chronicle.whom import Actors

_NAMES = 30
_PARTNERS = 30
_RECENT = 20


def show(connection: Connection, actors: Actors, who: str) -> ActorPage:
    """The page of an actor, by id or name. Raises :class:`rawi.errors.NotThereError`."""
    row = naming.one_actor(connection, who)
    acts = _acts(connection, row.id)
    return ActorPage(
        actor=naming.as_ref(row), articles=row.articles, names=_names(connection, row.id), offices=_offices(connection, row.id),
        types=_types(acts, str(row.id)), partners=_partners(connection, acts, str(row.id)),
        recent=asking.occurrences(connection, actors, Filter(actor=row.key), None, _RECENT).rows,
    )  # fmt: skip


def _names(connection: Connection, ident: int) -> tuple[Named, ...]:
    """How articles name it, the most frequent name first."""
    count = func.count()
    rows = connection.execute(select(named.c.name, count).where(named.c.actor == ident).group_by(named.c.name).order_by(count.desc(), named.c.name))
    return tuple(Named(name=name, count=n) for name, n in rows.fetchmany(_NAMES))


def _offices(connection: Connection, ident: int) -> tuple[Office, ...]:
    """In which offices articles name it, and from when to when; the first held first."""
    known = func.nullif(named.c.day, 0)
    first, last, count = func.min(known), func.max(known), func.count()
    of = select(named.c.role, first, last, count).where(named.c.actor == ident, named.c.role.is_not(None)).group_by(named.c.role)
    rows = sorted(connection.execute(of), key=lambda r: (-r[3], r[0]))[:_NAMES]
    offices = [Office(role=role, first=iso(f) if f else None, last=iso(t) if t else None, articles=n) for role, f, t, n in rows]
    return tuple(sorted(offices, key=lambda o: (o.first or "", o.role)))


def _acts(connection: Connection, ident: int) -> Sequence[Any]:
    """What it did to whom, and who to it, from the counts that are kept."""
    here = str(ident)
    columns = acted.c.actor, acted.c.recipient, acted.c.type
    statement = select(*columns, func.sum(acted.c.count).label("n")).where(
        acted.c.level == "actor", acted.c.month == ALWAYS, or_(acted.c.actor == here, acted.c.recipient == here)
    )
    return connection.execute(statement.group_by(*columns)).all()


def _types(acts: Sequence[Any], here: str) -> tuple[TypeCount, ...]:
    did: Counter[str] = Counter()
    had_done: Counter[str] = Counter()
    for row in acts:
        (did if row.actor == here else had_done)[row.type] += int(row.n)
    return tuple(TypeCount(type=t, did=did[t], had_done=had_done[t]) for t in sorted({*did, *had_done}, key=lambda t: (-did[t] - had_done[t], t)))


def _partners(connection: Connection, acts: Sequence[Any], here: str) -> tuple[Partner, ...]:
    toward: Counter[str] = Counter()
    by: Counter[str] = Counter()
    for row in acts:
        if row.actor == here:
            toward[row.recipient] += int(row.n)
        else:
            by[row.actor] += int(row.n)
    most = sorted({*toward, *by}, key=lambda other: (-toward[other] - by[other], other))[:_PARTNERS]
    found: dict[int, Row[Any]] = {}
    for part in in_parts(map(int, most)):
        found.update({row.id: row for row in connection.execute(select(actor).where(actor.c.id.in_(part)))})
    return tuple(Partner(actor=naming.as_ref(found[int(other)]), toward=toward[other], by=by[other]) for other in most if int(other) in found)
