"""Which outlets carry which root sources, and how much of what they publish is copied: from counts that are kept as articles come."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, case, func, select

from rawi.chronicle import naming
from rawi.chronicle.days import asked_day, months
from rawi.chronicle.results import OutletCount, SourceCell, Sources
from rawi.chronicle.schema import actor, carried, outlet
from rawi.chronicle.store import in_parts

ARTICLES = "articles"  # beside roots in the table of what outlets carry: how many articles, and how many of them are copies
COPIES = "copies"


def show(connection: Connection, since: str | None, until: str | None, limit: int) -> Sources:
    """The outlets with most articles of the months from ``since`` to ``until``, and the ``limit`` most frequent pairs of outlet and root source."""
    of_months = carried.c.month.between(*months(asked_day(since), asked_day(until)))
    names: dict[int, str] = dict(connection.execute(select(outlet.c.id, outlet.c.name)).all())
    return Sources(outlets=_outlets(connection, names, of_months, limit), cells=_cells(connection, names, of_months, limit))


def _outlets(connection: Connection, names: Mapping[int, str], of_months: ColumnElement[bool], limit: int) -> tuple[OutletCount, ...]:
    def total(wanted: ColumnElement[bool]) -> ColumnElement[int]:
        return func.sum(case((wanted, carried.c.count), else_=0))

    own, named = carried.c.root.startswith("outlet:"), carried.c.root.startswith("actor:")
    articles = total(carried.c.root == ARTICLES)
    columns = (
        carried.c.outlet, articles.label("articles"), total(carried.c.root == COPIES).label("copies"), total(own).label("own"),
        total(named | carried.c.root.startswith("unnamed:")).label("sourced"),
        func.count(func.distinct(case((named & (carried.c.count > 0), carried.c.root)))).label("roots"),
    )  # fmt: skip
    rows = connection.execute(
        select(*columns).where(of_months).group_by(carried.c.outlet).having(articles > 0).order_by(articles.desc(), carried.c.outlet)
    )
    return tuple(
        OutletCount(
            outlet=names[row.outlet], articles=int(row.articles), copies=int(row.copies), own=int(row.own), sourced=int(row.sourced),
            roots=int(row.roots),
        )
        for row in rows.fetchmany(limit)
    )  # fmt: skip


def _cells(connection: Connection, names: Mapping[int, str], of_months: ColumnElement[bool], limit: int) -> tuple[SourceCell, ...]:
    count = func.sum(carried.c.count)
    named = select(carried.c.outlet, carried.c.root, count.label("n")).where(of_months, carried.c.root.startswith("actor:"))
    most = named.group_by(carried.c.outlet, carried.c.root).having(count > 0).order_by(count.desc(), carried.c.outlet, carried.c.root).limit(limit)
    rows = connection.execute(most).all()
    idents = [int(row.root.removeprefix("actor:")) for row in rows]
    found: dict[int, Row[Any]] = {}
    for part in in_parts(set(idents)):
        found.update({row.id: row for row in connection.execute(select(actor).where(actor.c.id.in_(part)))})
    return tuple(
        SourceCell(outlet=names[row.outlet], source=naming.as_ref(found[ident]), tellings=int(row.n))
        for row, ident in zip(rows, idents, strict=True)
        if ident in found
    )
