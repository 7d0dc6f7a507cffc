"""How much there is, from counts that are kept as the chronicle changes."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from rawi.chronicle import naming
from rawi.chronicle.days import iso
from rawi.chronicle.results import Counted, Facets, Totals
from rawi.chronicle.schema import actor, article, outlet, tally, version
from rawi.lore import load

_PLACES = 100


def totals(connection: Connection) -> Totals:
    """How much the chronicle holds, of what days, and read with which knowledge."""
    kept = dict(connection.execute(select(tally.c.value, tally.c.count).where(tally.c.kind == "total")).all())
    knowledge = connection.execute(select(article.c.knowledge, func.count()).group_by(article.c.knowledge).order_by(article.c.knowledge)).all()
    first, last = connection.execute(select(func.min(article.c.day), func.max(article.c.day)).where(article.c.day > 0)).one()
    return Totals(
        articles=sum(n for _, n in knowledge), versions=connection.execute(select(func.count()).select_from(version)).scalar_one(),
        tellings=kept.get("tellings", 0), occurrences=kept.get("occurrences", 0),
        actors=connection.execute(select(func.count()).select_from(actor)).scalar_one(),
        outlets=connection.execute(select(func.count()).select_from(outlet)).scalar_one(),
        first=iso(first) if first else None, last=iso(last) if last else None,
        knowledge=tuple(Counted(value=name, label=name, count=n) for name, n in knowledge),
        stale=sum(n for name, n in knowledge if name != load.version()),
    )  # fmt: skip


def facets(connection: Connection) -> Facets:
    """The values that filters can take, the most frequent first."""
    counted: dict[str, list[tuple[str, int]]] = {}
    for kind, value, count in connection.execute(select(tally.c.kind, tally.c.value, tally.c.count).where(tally.c.count > 0)):
        counted.setdefault(kind, []).append((value, count))
    for values in counted.values():
        values.sort(key=lambda v: (-v[1], v[0]))
    outlets = dict(connection.execute(select(outlet.c.id, outlet.c.name)).all())

    def plain(kind: str) -> tuple[Counted, ...]:
        return tuple(Counted(value=value, label=value, count=count) for value, count in counted.get(kind, ()))

    return Facets(
        types=plain("type"), modes=plain("mode"), statuses=plain("status"),
        outlets=tuple(Counted(value=outlets[int(i)], label=outlets[int(i)], count=n) for i, n in counted.get("outlet", ())),
        places=plain("place")[:_PLACES],
        countries=tuple(Counted(value=code, label=naming.country(code).name, count=n) for code, n in counted.get("country", ())),
    )  # fmt: skip
