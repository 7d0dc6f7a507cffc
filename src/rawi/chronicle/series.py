"""Counts and scores over time: by week, between two, and between all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from sqlalchemy import Connection, and_, case, func, select

from rawi.chronicle import asking, naming
from rawi.chronicle.days import asked_day, iso, monday, months
from rawi.chronicle.results import Dyad, DyadDay, DyadWeek, Edge, Filter, Network, Node, Party, WeekCount
from rawi.chronicle.schema import acted, actor, occurrence, weekly
from rawi.chronicle.scores import SCORES, score
from rawi.chronicle.store import in_parts

_NOT_COUNTED = ("negated", "hypothetical")


def by_week(connection: Connection, asked: Filter) -> tuple[WeekCount, ...]:
    """How many occurrences of each category there were in each week, the first week first; what was denied or may be is not counted."""
    only_days = Filter(since=asked.since, until=asked.until, type=asked.type)
    rows = _kept(connection, asked) if asked == only_days else _counted(connection, asked)
    return tuple(WeekCount(week=iso(week), type=category, count=count) for week, category, count in rows)


def _kept(connection: Connection, asked: Filter) -> list[Any]:
    """From the counts that are kept as occurrences change."""
    statement = select(weekly.c.week, weekly.c.type, weekly.c.count).where(weekly.c.count > 0)
    since, until = asked_day(asked.since), asked_day(asked.until)
    if since is not None:
        statement = statement.where(weekly.c.week >= monday(since))
    if until is not None:
        statement = statement.where(weekly.c.week <= until)
    if asked.type:
        statement = statement.where(weekly.c.type == asked.type.upper())
    return list(connection.execute(statement.order_by(weekly.c.week, weekly.c.type)))


def _counted(connection: Connection, asked: Filter) -> list[Any]:
    found = asking.matching(connection, asked)
    if found is None:
        return []
    week = (occurrence.c.day - (occurrence.c.day - 1) % 7).label("week")
    statement = found[0].where(occurrence.c.status.not_in(_NOT_COUNTED)).with_only_columns(week, occurrence.c.type, func.count())
    return list(connection.execute(statement.group_by("week", occurrence.c.type).order_by("week", occurrence.c.type)))


# --- between two ---------------------------------------------------------------------------------------------------------------


def dyad(connection: Connection, one: str, other: str, since: str | None, until: str | None) -> Dyad:
    """What two did to each other, by week and by day."""
    (_, first), (_, second) = naming.as_party(connection, one), naming.as_party(connection, other)
    found = asking.matching(connection, Filter(dyad=(one, other), since=since, until=until))
    assert found is not None
    statement = found[0].where(occurrence.c.status.not_in(_NOT_COUNTED)).with_only_columns(occurrence.c.day, occurrence.c.type, func.count())
    days: dict[int, list[tuple[float, int]]] = {}
    for day, category, count in connection.execute(statement.group_by(occurrence.c.day, occurrence.c.type)):
        days.setdefault(day, []).append((score(category), count))
    weeks: dict[int, list[tuple[float, int]]] = {}
    for day, scored in days.items():
        weeks.setdefault(monday(day), []).extend(scored)
    return Dyad(
        one=first, other=second, weeks=tuple(_week(week, scored) for week, scored in sorted(weeks.items())),
        days=tuple(DyadDay(day=iso(day), count=_number(scored), score=_mean(scored)) for day, scored in sorted(days.items())),
    )  # fmt: skip


def _week(week: int, scored: list[tuple[float, int]]) -> DyadWeek:
    return DyadWeek(
        week=iso(week), count=_number(scored), score=_mean(scored),
        cooperation=round(sum(value * count for value, count in scored if value > 0), 2),
        conflict=round(sum(value * count for value, count in scored if value < 0), 2),
    )  # fmt: skip


def _number(scored: list[tuple[float, int]]) -> int:
    return sum(count for _, count in scored)


def _mean(scored: list[tuple[float, int]]) -> float:
    return round(sum(value * count for value, count in scored) / _number(scored), 3)


# --- between all ---------------------------------------------------------------------------------------------------------------


def network(
    connection: Connection, since: str | None, until: str | None, by: Literal["country", "actor"], category: str | None, limit: int
) -> Network:
    """Who acts toward whom: the ``limit`` most frequent edges of the months from ``since`` to ``until``."""
    held = [acted.c.level == by, acted.c.count > 0, acted.c.month.between(*months(asked_day(since), asked_day(until)))]
    if category:
        held.append(acted.c.type == category.upper())
    count = func.sum(acted.c.count)
    scored = func.sum(acted.c.count * case(SCORES, value=acted.c.type, else_=0.0))
    grouped = select(acted.c.actor, acted.c.recipient, count, scored).where(and_(*held)).group_by(acted.c.actor, acted.c.recipient)
    rows = connection.execute(grouped.order_by(count.desc(), acted.c.actor, acted.c.recipient).limit(limit))
    most = [((doer, done), int(number), float(total)) for doer, done, number, total in rows]
    nodes = _nodes(connection, by, {end for pair, _, _ in most for end in pair})
    acts: dict[str, int] = {}
    for pair, number, _ in most:
        for end in pair:
            acts[end] = acts.get(end, 0) + number
    ordered = sorted(acts, key=lambda end: (-acts[end], end))
    return Network(
        nodes=tuple(Node(party=nodes[end][0], kind=nodes[end][1], country=nodes[end][2], acts=acts[end]) for end in ordered),
        edges=tuple(Edge(actor=nodes[a][0].id, recipient=nodes[b][0].id, count=n, score=round(total / n, 3)) for (a, b), n, total in most),
    )


def _nodes(connection: Connection, by: str, ends: set[str]) -> Mapping[str, tuple[Party, str, str | None]]:
    if by == "country":
        return {code: (naming.country(code), "state", code) for code in ends}
    found: dict[str, tuple[Party, str, str | None]] = {}
    for part in in_parts(map(int, ends)):
        for row in connection.execute(select(actor).where(actor.c.id.in_(part))):
            found[str(row.id)] = (Party(id=row.key, name=row.name, latin=row.latin), row.kind, row.country)
    return found
