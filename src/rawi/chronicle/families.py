"""Families of copies: articles of nearly one text, kept as articles come and change.

Two articles are copies where their sketches say so and they were published within :data:`~rawi.chronicle.likeness.WINDOW` days; a family is all that
copies connect. It is named by the smallest id in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, delete, select, update

from rawi.chronicle.likeness import INDEXED, SPAN, WINDOW, Sketch, near_identical, unpacked
from rawi.chronicle.schema import likeness, shingle
from rawi.chronicle.store import in_parts, insert


class Text(NamedTuple):
    """An article's text, as far as copies are looked for."""

    article: int
    day: int
    sketch: Sketch


class Changed(NamedTuple):
    """Articles that are now in another family than before; those that are copies now and were none, and those that were and are none."""

    moved: set[int]
    copied: set[int]
    alone: set[int]


def add(connection: Connection, texts: Sequence[Text]) -> Changed:
    """Add articles; returns what became of families."""
    insert(connection, likeness, [_row(t) for t in texts])
    rows = [(t.day // SPAN, h, t.day, t.article) for t in texts for h in t.sketch.hashes[:INDEXED]]
    insert(connection, shingle, [dict(zip(("span", "hash", "day", "article"), row, strict=True)) for row in rows])
    return _unite(connection, _copies(connection, texts))


def remove(connection: Connection, articles: Iterable[int]) -> Changed:
    """Forget articles; returns what became of families, the forgotten among those that are copies no more."""
    changed = Changed(set(), set(), set())
    for article in articles:
        gone = connection.execute(select(likeness).where(likeness.c.article == article)).one_or_none()
        if gone is None:
            continue
        sketch = unpacked(gone.size, gone.sketch)
        connection.execute(delete(likeness).where(likeness.c.article == article))
        its = (shingle.c.span == gone.day // SPAN, shingle.c.day == gone.day, shingle.c.article == article)
        for hashed in sketch.hashes[:INDEXED]:
            connection.execute(delete(shingle).where(shingle.c.hash == hashed, *its))
        if gone.copied:
            changed.alone.add(article)
            _found_anew(connection, gone.family, changed)
    return changed


def _row(text: Text) -> dict[str, object]:
    return {
        "article": text.article,
        "family": text.article,
        "day": text.day,
        "copied": False,
        "size": text.sketch.size,
        "sketch": text.sketch.packed(),
    }


def _copies(connection: Connection, texts: Sequence[Text]) -> list[tuple[int, int]]:
    """The pairs of copies that these articles, already added, are part of."""
    pairs: set[tuple[int, int]] = set()
    looked_for = ((t.article, span, h, t.day) for t in texts for span in _spans(t.day) for h in t.sketch.hashes[:INDEXED])
    for part in in_parts(looked_for, 4000):
        values = ",".join(f"({a},{s},{h},{d})" for a, s, h, d in part)  # whole numbers, all our own
        found = connection.exec_driver_sql(
            f"WITH n(article, span, hash, day) AS (VALUES {values}) SELECT DISTINCT n.article, s.article FROM n JOIN shingle s "
            f"ON s.span = n.span AND s.hash = n.hash AND s.day BETWEEN n.day - {WINDOW} AND n.day + {WINDOW} WHERE s.article <> n.article"
        )
        pairs.update((min(a, b), max(a, b)) for a, b in found)
    sketches = _sketches(connection, {a for pair in pairs for a in pair}, {t.article: t.sketch for t in texts})
    return [(a, b) for a, b in sorted(pairs) if near_identical(sketches[a], sketches[b])]


def _spans(day: int) -> Iterable[int]:
    """Where copies of an article of this day may stand: its own span, and another that begins or ends nearby."""
    return range((day - WINDOW) // SPAN, (day + WINDOW) // SPAN + 1)


def _sketches(connection: Connection, articles: Iterable[int], known: dict[int, Sketch]) -> dict[int, Sketch]:
    found = dict(known)
    for part in in_parts(a for a in articles if a not in known):
        rows = connection.execute(select(likeness.c.article, likeness.c.size, likeness.c.sketch).where(likeness.c.article.in_(part)))
        found.update((article, unpacked(size, content)) for article, size, content in rows)
    return found


def _unite(connection: Connection, pairs: Sequence[tuple[int, int]]) -> Changed:
    """Make one family of the families of each pair."""
    members = {a for pair in pairs for a in pair}
    if not members:
        return Changed(set(), set(), set())
    family: dict[int, int] = {}
    for part in in_parts(members):
        family.update(connection.execute(select(likeness.c.article, likeness.c.family).where(likeness.c.article.in_(part))).all())
    parent: dict[int, int] = {}
    for one, other in pairs:
        a, b = root(parent, family[one]), root(parent, family[other])
        parent[max(a, b)] = min(a, b)
    old = [f for f in parent if root(parent, f) != f]
    changed: set[int] = set()
    for part in in_parts(old):
        changed.update(connection.execute(select(likeness.c.article).where(likeness.c.family.in_(part))).scalars())
    for name in old:
        connection.execute(update(likeness).where(likeness.c.family == name).values(family=root(parent, name)))
    copied: set[int] = set()
    for part in in_parts(members):
        copied.update(connection.execute(select(likeness.c.article).where(likeness.c.article.in_(part), ~likeness.c.copied)).scalars())
    for part in in_parts(copied):
        connection.execute(update(likeness).where(likeness.c.article.in_(part)).values(copied=True))
    return Changed(changed | members, copied, set())


def _found_anew(connection: Connection, name: int, changed: Changed) -> None:
    """Part a family anew after it lost a member."""
    rows = connection.execute(select(likeness).where(likeness.c.family == name).order_by(likeness.c.article)).all()
    parent: dict[int, int] = {}
    texts = [Text(row.article, row.day, unpacked(row.size, row.sketch)) for row in rows]
    for at, one in enumerate(texts):
        for other in texts[at + 1 :]:
            if abs(one.day - other.day) <= WINDOW and set(one.sketch.hashes[:INDEXED]) & set(other.sketch.hashes[:INDEXED]):
                a, b = root(parent, one.article), root(parent, other.article)
                if a != b and near_identical(one.sketch, other.sketch):
                    parent[max(a, b)] = min(a, b)
    sizes = Counter(root(parent, text.article) for text in texts)
    for text in texts:
        family = root(parent, text.article)
        connection.execute(update(likeness).where(likeness.c.article == text.article).values(family=family, copied=sizes[family] > 1))
    changed.moved.update(text.article for text in texts)
    changed.alone.update(text.article for text in texts if sizes[root(parent, text.article)] == 1)


def root(parent: dict[int, int], member: int) -> int:
    """What a member's set is named by; sets are kept as a tree of members that point to smaller ones."""
    while (above := parent.get(member, member)) != member:
        member = above
    return member
