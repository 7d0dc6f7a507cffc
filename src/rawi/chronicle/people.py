"""One actor as the chronicle knows it: names, offices over time, acts, and with whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, func, select, union_all

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
    names, offices = _named(connection, row.id)
    return ActorPage(
        actor=naming.as_ref(row), articles=row.articles, names=names, offices=offices,
        types=_types(acts, str(row.id)), partners=_partners(connection, acts, str(row.id)),
        recent=asking.occurrences(connection, actors, Filter(actor=row.key), None, _RECENT).rows,
    )  # fmt: skip


def _named(connection: Connection, ident: int) -> tuple[tuple[Named, ...], tuple[Office, ...]]:
    """How articles name it, the most frequent name first; in which offices, and from when to when, the first held first."""
    known = func.nullif(named.c.day, 0)
    columns = named.c.name, named.c.role, func.min(known), func.max(known), func.count()
    names: Counter[str] = Counter()
    offices: dict[str, Office] = {}
    for name, role, first, last, count in connection.execute(select(*columns).where(named.c.actor == ident).group_by(named.c.name, named.c.role)):
        names[name] += count
        if role is not None:
            days = [day for day in (first, last) if day is not None]
            here = Office(role=role, first=iso(min(days)) if days else None, last=iso(max(days)) if days else None, articles=count)
            offices[role] = _both(offices[role], here) if role in offices else here
    called = sorted(names.items(), key=lambda item: (-item[1], item[0]))[:_NAMES]
    held = sorted(offices.values(), key=lambda office: (-office.articles, office.role))[:_NAMES]
    return tuple(Named(name=name, count=n) for name, n in called), tuple(sorted(held, key=lambda office: (office.first or "", office.role)))


def _both(one: Office, other: Office) -> Office:
    """One office under two names of its holder."""
    first = min((day for day in (one.first, other.first) if day), default=None)
    last = max((day for day in (one.last, other.last) if day), default=None)
    return Office(role=one.role, first=first, last=last, articles=one.articles + other.articles)


def _acts(connection: Connection, ident: int) -> Sequence[Any]:
    """What it did to whom, and who to it, from the counts that are kept."""
    here = str(ident)
    acts = select(acted.c.actor, acted.c.recipient, acted.c.type, acted.c.count.label("n"))
    always = acts.where(acted.c.level == "actor", acted.c.month == ALWAYS, acted.c.count > 0)
    return connection.execute(union_all(always.where(acted.c.actor == here), always.where(acted.c.recipient == here))).all()


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
