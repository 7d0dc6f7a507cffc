"""Which outlets carry which root sources, and how much of what they publish is copied."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, func, select

from rawi.chronicle import naming
from rawi.chronicle.days import asked_day
from rawi.chronicle.results import OutletCount, SourceCell, Sources
from rawi.chronicle.schema import actor, article, likeness, outlet, telling
from rawi.chronicle.store import in_parts


def show(connection: Connection, since: str | None, until: str | None, limit: int) -> Sources:
    """The outlets with most articles published from ``since`` to ``until``, and the ``limit`` most frequent pairs of outlet and root source."""
    first, last = asked_day(since) or 0, asked_day(until) or 4_000_000
    names = dict(connection.execute(select(outlet.c.id, outlet.c.name)).all())
    roots = connection.execute(
        select(telling.c.outlet, telling.c.root, func.count().label("n"))
        .where(telling.c.published.between(first, last), telling.c.outlet.is_not(None))
        .group_by(telling.c.outlet, telling.c.root)
    ).all()
    return Sources(outlets=_outlets(connection, names, roots, first, last, limit), cells=_cells(connection, names, roots, limit))


def _outlets(connection: Connection, names: dict[int, str], roots: Sequence[Row[Any]], first: int, last: int, limit: int) -> tuple[OutletCount, ...]:
    published = select(article.c.outlet, func.count()).where(article.c.day.between(first, last)).group_by(article.c.outlet)
    articles: dict[int, int] = dict(connection.execute(published).all())
    copies = _copies(connection, first, last)
    own: Counter[int] = Counter()
    sourced: Counter[int] = Counter()
    different: Counter[int] = Counter()
    for row in roots:
        if row.root.startswith("outlet:"):
            own[row.outlet] += row.n
        else:
            sourced[row.outlet] += row.n
            different[row.outlet] += row.root.startswith("actor:")
    most = sorted((ident for ident in names if articles.get(ident)), key=lambda ident: (-articles[ident], names[ident]))[:limit]
    return tuple(
        OutletCount(outlet=names[i], articles=articles[i], copies=copies.get(i, 0), own=own[i], sourced=sourced[i], roots=different[i]) for i in most
    )


def _copies(connection: Connection, first: int, last: int) -> dict[int, int]:
    """By outlet how many of its articles have nearly the text of another."""
    shared = select(likeness.c.family).group_by(likeness.c.family).having(func.count() > 1)
    of = select(article.c.outlet, func.count()).join(likeness, likeness.c.article == article.c.id)
    rows = connection.execute(of.where(likeness.c.family.in_(shared), article.c.day.between(first, last)).group_by(article.c.outlet))
    return dict(rows.all())


def _cells(connection: Connection, names: dict[int, str], roots: Sequence[Row[Any]], limit: int) -> tuple[SourceCell, ...]:
    named = sorted((row for row in roots if row.root.startswith("actor:")), key=lambda r: (-r.n, names[r.outlet], r.root))[:limit]
    idents = [int(row.root.removeprefix("actor:")) for row in named]
    found: dict[int, Row[Any]] = {}
    for part in in_parts(set(idents)):
        found.update({row.id: row for row in connection.execute(select(actor).where(actor.c.id.in_(part)))})
    return tuple(
        SourceCell(outlet=names[row.outlet], source=naming.as_ref(found[ident]), tellings=row.n)
        for row, ident in zip(named, idents, strict=True)
        if ident in found
    )
