"""Joining what came anew: the blocks that it touches are joined again from what they hold now, and nothing else is looked at.

What an occurrence is depends on what is told of it, never on who told it first: so any order of adding gives the same occurrences.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, and_, bindparam, delete, or_, select, update

from rawi.chronicle import families
from rawi.chronicle.blocks import Told
from rawi.chronicle.joining import Cluster, attach, clusters_of
from rawi.chronicle.keys import number
from rawi.chronicle.schema import likeness, link, pin, reach, telling
from rawi.chronicle.store import in_parts, insert
from rawi.chronicle.whom import Actors, actor_ids, as_told

_CANDIDATES = 40  # firm blocks within a loose one's reach; where there are more, nothing tells them apart
_SAME_WORDING = 0.8
_ENOUGH_WORDS = 4
_COLUMNS = [
    telling.c[name]
    for name in (
        "id", "article", "published", "type", "mode", "status", "first", "last", "date_from", "place", "actors", "recipients", "words", "block",
        "cluster",
    )
]  # fmt: skip


def join_again(connection: Connection, actors: Actors, blocks: Iterable[int]) -> set[int]:
    """Join the tellings of these blocks, and of loose ones within their reach, anew; returns all clusters that lost or won a telling."""
    touched = set(blocks)
    loose = _loose_within(connection, touched)
    firm_of = _firm_within(connection, loose)
    rows = _tellings(connection, touched | loose | {b for found in firm_of.values() for b in found})
    known = actors.load(connection, actor_ids(rows))
    apart = dict(connection.execute(select(pin.c.telling, pin.c.apart)).all())
    now = {row.id: apart[row.id] for row in rows if row.id in apart}
    before = {row.id: row.cluster for row in rows}
    by_block: dict[int, list[Told]] = {}
    for row in rows:
        if row.id not in apart:
            by_block.setdefault(row.block, []).append(as_told(row, known))
    clusters = {block: clusters_of(told) for block, told in by_block.items() if block not in loose}
    for found in clusters.values():
        for cluster in found:
            _name(now, cluster)
    for block in loose & by_block.keys():
        within = [c for firm in sorted(firm_of.get(block, ())) for c in clusters.get(firm, ())]
        joined, alone = attach(by_block[block], within)
        names = {id(cluster): min(t.id for t in cluster.tellings) for cluster in within}
        now.update({ident: names[id(cluster)] for ident, cluster in joined.items()})
        for cluster in alone:
            _name(now, cluster)
    return _written(connection, before, now)


def _name(now: dict[int, int], cluster: Cluster) -> None:
    """A cluster is named by the smallest id in it."""
    name = min(t.id for t in cluster.tellings)
    now.update({t.id: name for t in cluster.tellings})


def _written(connection: Connection, before: dict[int, int], now: dict[int, int]) -> set[int]:
    changed = [{"t": ident, "c": cluster} for ident, cluster in now.items() if before[ident] != cluster]
    if changed:
        connection.execute(update(telling).where(telling.c.id == bindparam("t")).values(cluster=bindparam("c")), changed)
    return {before[c["t"]] for c in changed} | {c["c"] for c in changed}


# --- blocks --------------------------------------------------------------------------------------------------------------------


def _loose_within(connection: Connection, blocks: set[int]) -> set[int]:
    """The loose ones among these blocks, and all loose ones that reach a firm one of them."""
    one, other = reach.alias(), reach.alias()
    found: set[int] = set()
    for part in in_parts(blocks):
        found.update(connection.execute(select(one.c.block).where(one.c.block.in_(part), one.c.loose)).scalars())
        near = and_(other.c.key == one.c.key, other.c.loose, other.c.first.between(one.c.first - 31, one.c.first), other.c.last >= one.c.first)
        found.update(
            connection.execute(select(other.c.block).select_from(one.join(other, near)).where(one.c.block.in_(part), ~one.c.loose)).scalars()
        )
    return found


def _firm_within(connection: Connection, blocks: set[int]) -> dict[int, set[int]]:
    """For loose blocks the firm ones that all their parties' reach leads to; none where there are too many to choose."""
    one, other = reach.alias(), reach.alias()
    hits: dict[int, dict[int, set[int]]] = {}
    keys: dict[int, set[int]] = {}
    for part in in_parts(blocks):
        for block, key in connection.execute(select(reach.c.block, reach.c.key).where(reach.c.block.in_(part))):
            keys.setdefault(block, set()).add(key)
        near = and_(other.c.key == one.c.key, ~other.c.loose, other.c.first.between(one.c.first, one.c.last))
        found = select(one.c.block, one.c.key, other.c.block).select_from(one.join(other, near)).where(one.c.block.in_(part), one.c.loose)
        for block, key, firm in connection.execute(found):
            hits.setdefault(block, {}).setdefault(firm, set()).add(key)
    chosen = {block: {firm for firm, through in firms.items() if through == keys[block]} for block, firms in hits.items()}
    return {block: firms for block, firms in chosen.items() if len(firms) <= _CANDIDATES}


def _tellings(connection: Connection, blocks: set[int]) -> list[Row[Any]]:
    return [row for part in in_parts(blocks) for row in connection.execute(select(*_COLUMNS).where(telling.c.block.in_(part)))]


def drop_empty_reach(connection: Connection, blocks: Iterable[int]) -> None:
    """Forget the reach of blocks that hold no telling any more."""
    for part in in_parts(set(blocks)):
        held = set(connection.execute(select(telling.c.block).where(telling.c.block.in_(part)).distinct()).scalars())
        empty = [b for b in part if b not in held]
        if empty:
            connection.execute(delete(reach).where(reach.c.block.in_(empty)))


# --- copies --------------------------------------------------------------------------------------------------------------------


def link_by_wording(connection: Connection, articles: Iterable[int]) -> set[int]:
    """Join what copies tell in the same words, though they give other days: a copy that errs is still a copy. Returns the clusters concerned."""
    names: set[int] = set()
    for part in in_parts(set(articles)):
        names.update(connection.execute(select(likeness.c.family).where(likeness.c.article.in_(part))).scalars())
    changed: set[int] = set()
    for part in in_parts(names, 100):
        of_family = select(*_COLUMNS, likeness.c.family).join(likeness, likeness.c.article == telling.c.article).where(likeness.c.family.in_(part))
        by_family: dict[int, list[Any]] = {}
        for row in connection.execute(of_family.where(telling.c.id.not_in(select(pin.c.telling)))):
            by_family.setdefault(row.family, []).append(row)
        for rows in by_family.values():
            if len({row.article for row in rows}) > 1:
                changed |= _link(connection, rows)
    return changed


def _link(connection: Connection, rows: Sequence[Any]) -> set[int]:
    wanted = set(_same_wording(rows))
    ids = [row.id for row in rows]
    clusters = {row.id: row.cluster for row in rows}
    there: set[tuple[int, int]] = set()
    for part in in_parts(ids):
        found = select(link.c.one, link.c.other).where(link.c.by == "wording", or_(link.c.one.in_(part), link.c.other.in_(part)))
        there.update(connection.execute(found).all())
    for one, other in there - wanted:
        connection.execute(delete(link).where(link.c.one == one, link.c.other == other, link.c.by == "wording"))
    hand = set(connection.execute(select(link.c.one, link.c.other)).all()) if wanted - there else set()
    insert(connection, link, [{"one": a, "other": b, "by": "wording", "note": ""} for a, b in sorted(wanted - there - hand)])
    return {clusters[i] for pair in there ^ wanted for i in pair if i in clusters}


def _same_wording(rows: Sequence[Any]) -> Iterable[tuple[int, int]]:
    """Pairs of tellings of other days that say the same of the same parties in nearly the same words."""
    alike: dict[object, list[Any]] = {}
    for row in sorted(rows, key=lambda r: r.id):
        alike.setdefault((row.type, tuple(sorted(row.actors.split())), tuple(sorted(row.recipients.split()))), []).append(row)
    for same in alike.values():
        leaders: list[Any] = []
        for row in same:
            words = set(row.words.split())
            for leader in leaders:
                if leader.cluster != row.cluster and leader.article != row.article and _worded_alike(words, set(leader.words.split())):
                    yield (min(leader.id, row.id), max(leader.id, row.id))
                    break
            else:
                leaders.append(row)


def _worded_alike(one: set[str], other: set[str]) -> bool:
    return min(len(one), len(other)) >= _ENOUGH_WORDS and len(one & other) >= _SAME_WORDING * len(one | other)


def connected(connection: Connection, clusters: Iterable[int]) -> dict[int, int]:
    """These clusters and all that links join to them, each with the name of its group."""
    found = set(clusters)
    parent: dict[int, int] = {}
    frontier = set(found)
    while frontier:
        pairs: set[tuple[int, int]] = set()
        for part in in_parts(frontier):
            ids = select(telling.c.id).where(telling.c.cluster.in_(part))
            pairs.update(connection.execute(select(link.c.one, link.c.other).where(or_(link.c.one.in_(ids), link.c.other.in_(ids)))).all())
        ends: dict[int, int] = {}
        for part in in_parts({i for pair in pairs for i in pair}):
            ends.update(connection.execute(select(telling.c.id, telling.c.cluster).where(telling.c.id.in_(part))).all())
        for one, other in pairs:
            if one in ends and other in ends:
                a, b = families.root(parent, ends[one]), families.root(parent, ends[other])
                parent[max(a, b)] = min(a, b)
        frontier = set(ends.values()) - found
        found |= frontier
    return {cluster: families.root(parent, cluster) for cluster in found}


def apart_key(telling_ids: Iterable[int]) -> int:
    """The name of a cluster of tellings that were split off together."""
    return number("apart", *sorted(telling_ids))
