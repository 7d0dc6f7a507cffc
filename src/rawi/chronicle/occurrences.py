"""Writing occurrences: each is computed from all its tellings, together with what it is found by and what it counts for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, permutations, product
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, select, update

from rawi.arabic.letters import fold
from rawi.chronicle.blocks import MUTUAL, realm
from rawi.chronicle.contradicting import contradictions
from rawi.chronicle.days import ALWAYS, monday, month_of
from rawi.chronicle.resolving import connected
from rawi.chronicle.schema import acted, likeness, mark, occurrence, tally, telling, weekly
from rawi.chronicle.store import add_counts, in_parts, insert
from rawi.chronicle.voices import Spoken, voices
from rawi.chronicle.whom import Actors, Known, ids_of

Values = dict[str, Any]
_MOST_SIDES = 6  # of an occurrence whose every pair of countries is a dyad: beyond it, it is a gathering
MOST_VOICES = 10  # up to which occurrences can be asked for by how many they have
_COUNTED = frozenset(("happened", "future"))


def write(connection: Connection, actors: Actors, clusters: Iterable[int], gone: Iterable[int] = ()) -> None:
    """Write the occurrences that these clusters now make; ``gone`` are occurrences that lost a telling that is no more."""
    group_of = connected(connection, clusters)
    rows = [row for part in in_parts(group_of) for row in connection.execute(select(telling).where(telling.c.cluster.in_(part)))]
    known = actors.load(connection, {i for row in rows for text in (row.actors, row.recipients, row.chain) for i in ids_of(text)})
    family = _families(connection, {row.article for row in rows})
    groups: dict[int, list[Row[Any]]] = {}
    for row in rows:
        groups.setdefault(group_of[row.cluster], []).append(row)
    made = [_occurrence(tellings, known, family) for tellings in groups.values()]
    moved = [
        {"t": row.id, "o": one["id"]} for one, tellings in zip(made, groups.values(), strict=True) for row in tellings if row.occurrence != one["id"]
    ]
    if moved:
        connection.execute(update(telling).where(telling.c.id == bindparam("t")).values(occurrence=bindparam("o")), moved)
    _replace(connection, {row.occurrence for row in rows} | {one["id"] for one in made} | set(gone), made, actors)


def _families(connection: Connection, articles: set[int]) -> dict[int, int]:
    found: dict[int, int] = {}
    for part in in_parts(articles):
        found.update(connection.execute(select(likeness.c.article, likeness.c.family).where(likeness.c.article.in_(part))).all())
    return found


def _replace(connection: Connection, old: set[int], made: Sequence[Values], actors: Actors) -> None:
    """Put the occurrences just made in place of whatever stands under the old ids; those that are as they were are left alone."""
    before: dict[int, Values] = {}
    for part in in_parts(old):
        before.update({row.id: dict(row._mapping) for row in connection.execute(select(occurrence).where(occurrence.c.id.in_(part)))})
    new = [one for one in made if before.get(one["id"]) != one]
    same = {one["id"] for one in made} - {one["id"] for one in new}
    dropped = [one for ident, one in before.items() if ident not in same]
    for part in in_parts(one["id"] for one in dropped):
        connection.execute(delete(occurrence).where(occurrence.c.id.in_(part)))
    marks_before = {(m, one["day"], one["id"]) for one in dropped for m in one["marks"].splitlines()}
    marks_now = {(m, one["day"], one["id"]) for one in new for m in one["marks"].splitlines()}
    off = [{"m": m, "d": d, "o": o} for m, d, o in sorted(marks_before - marks_now)]
    if off:
        connection.execute(delete(mark).where(mark.c.mark == bindparam("m"), mark.c.day == bindparam("d"), mark.c.occurrence == bindparam("o")), off)
    insert(connection, mark, [{"mark": m, "day": d, "occurrence": o} for m, d, o in sorted(marks_now - marks_before)])
    insert(connection, occurrence, new)
    _count(connection, dropped, new, actors.load(connection, {i for one in (*dropped, *new) for i in _parties(one)}))


# --- what an occurrence is -----------------------------------------------------------------------------------------------------


def _occurrence(tellings: Sequence[Row[Any]], known: Mapping[int, Known], family: Mapping[int, int]) -> Values:
    first = min(tellings, key=lambda t: (t.published, t.id))
    lead = leading(tellings, known)
    spoken = voices([Spoken(t.id, t.root, family.get(t.article, t.article), t.published) for t in tellings])
    statuses = {t.status for t in tellings}
    one: Values = {
        "id": first.id, "day": lead.first if lead.first is not None else lead.published, "type": lead.type,
        "mode": lead.mode or _usual(t.mode for t in tellings), "status": "actual" if "actual" in statuses else lead.status, "date": lead.date,
        "date_from": lead.date_from, "place": lead.place or _usual(t.place for t in tellings), "actors": lead.actors, "recipients": lead.recipients,
        "summary": lead.summary, "evidence": lead.evidence, "article": lead.article, "tellings": len(tellings),
        "outlets": len({t.outlet or t.article for t in tellings}), "voices": len(spoken), "contested": bool(contradictions(tellings)),
        "score": max((t.score for t in tellings if t.score is not None), default=None),
    }  # fmt: skip
    one["marks"] = "\n".join(sorted(_marks(one, tellings, known)))
    return one


def leading(tellings: Sequence[Row[Any]], known: Mapping[int, Known]) -> Row[Any]:
    """The telling by which an occurrence is shown: happened, on one day that it tells itself, by people, at a place."""

    def rank(row: Row[Any]) -> tuple[object, ...]:
        people = sum(known[i].who.kind == "person" for text in (row.actors, row.recipients) for i in ids_of(text))
        one_day = row.first is not None and row.first == row.last
        return (
            row.status != "actual",
            not one_day,
            row.date_from == "published",
            -people,
            row.place is None,
            -(row.score or 0.0),
            row.published,
            row.id,
        )

    return min(tellings, key=rank)


def _usual(values: Iterable[str | None]) -> str | None:
    """The value that most give."""
    counted = Counter(v for v in values if v)
    return min(counted, key=lambda v: (-counted[v], v)) if counted else None


def _marks(one: Values, tellings: Sequence[Row[Any]], known: Mapping[int, Known]) -> set[str]:
    parties = {i for t in tellings for text in (t.actors, t.recipients) for i in ids_of(text)}
    countries = sorted({c for i in parties if (c := known[i].who.country)})
    marks = {f"actor:{i}" for i in parties} | {f"country:{c}" for c in countries}
    marks |= {f"source:{i}" for t in tellings for i in ids_of(t.chain)}
    marks |= {f"outlet:{t.outlet}" for t in tellings if t.outlet is not None}
    marks |= {f"place:{' '.join(fold(t.place).split())}" for t in tellings if t.place}
    marks |= {f"mode:{t.mode}" for t in tellings if t.mode}
    marks |= {f"status:{one['status']}"} | {f"voices:{n}" for n in range(2, min(one["voices"], MOST_VOICES) + 1)}
    if len(countries) <= _MOST_SIDES:
        marks |= {f"dyad:{a}-{b}" for a, b in combinations(countries, 2)}
    return marks


# --- what it counts for --------------------------------------------------------------------------------------------------------


def _parties(one: Values) -> list[int]:
    return [*ids_of(one["actors"]), *ids_of(one["recipients"])]


def _count(connection: Connection, dropped: Sequence[Values], new: Sequence[Values], known: Mapping[int, Known]) -> None:
    by_week: Counter[tuple[Any, ...]] = Counter()
    by_act: Counter[tuple[Any, ...]] = Counter()
    by_kind: Counter[tuple[Any, ...]] = Counter()
    for ones, sign in ((dropped, -1), (new, 1)):
        for one in ones:
            by_kind["total", "occurrences"] += sign
            by_kind["total", "tellings"] += sign * one["tellings"]
            by_kind["type", one["type"]] += sign
            for name in one["marks"].splitlines():
                kind, _, value = name.partition(":")
                if kind in ("outlet", "place", "mode", "status", "country"):
                    by_kind[kind, value] += sign
            if realm(one["status"]) in _COUNTED:
                week = monday(one["day"])
                by_week[week, one["type"]] += sign
                for act in _acts(one, known):
                    for month in (ALWAYS, month_of(one["day"])):
                        by_act[act[0], month, act[1], act[2], one["type"]] += sign
    add_counts(connection, weekly, by_week, keys=("week", "type"))
    add_counts(connection, acted, by_act, keys=("level", "month", "actor", "recipient", "type"))
    add_counts(connection, tally, by_kind, keys=("kind", "value"))


def _acts(one: Values, known: Mapping[int, Known]) -> set[tuple[str, str, str]]:
    """Who acts toward whom, by country and by actor. Whoever talks acts toward all others."""
    doers, done = ids_of(one["actors"]), ids_of(one["recipients"])
    pairs = set(product(doers, done))
    if one["type"] in MUTUAL and not done:
        pairs |= set(permutations(doers, 2))
    found = {("actor", str(a), str(b)) for a, b in pairs if a != b}
    countries = ((known[a].who.country, known[b].who.country) for a, b in pairs)
    return found | {("country", a, b) for a, b in countries if a and b and a != b}
