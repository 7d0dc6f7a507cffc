"""One article as the chronicle holds it."""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import Connection, Row, or_, select

from rawi.chronicle import keys
from rawi.chronicle.asking import article_rows
from rawi.chronicle.results import ArticleRow, StoredArticle, Version
from rawi.chronicle.schema import article, likeness, telling, version
from rawi.chronicle.told import record_of
from rawi.errors import NotThereError
from rawi.lore import load

_SHOWN = 8  # related articles, copies and others of the section


def show(connection: Connection, ident: str) -> StoredArticle:
    """The article of this id or address. Raises :class:`NotThereError`."""
    number = keys.given(ident) if re.fullmatch(r"[0-9a-f]{16}", ident) else keys.number("url", keys.same_address(ident))
    row = connection.execute(select(article).where(article.c.id == number)).one_or_none()
    if row is None:
        raise NotThereError(f"{ident}: no article of this id or address in the chronicle")
    versions = connection.execute(select(version).where(version.c.article == row.id).order_by(version.c.number)).all()
    record = record_of(next(v.record for v in versions if v.id == row.version))
    of_events = dict(connection.execute(select(telling.c.number, telling.c.occurrence).where(telling.c.article == row.id)).all())
    return StoredArticle(
        row=article_rows(connection, [row.id])[0], record=record, knowledge=row.knowledge, stale=row.knowledge != load.version(),
        versions=tuple(_version(v, v.id == row.version) for v in versions), copies=_copies(connection, row),
        occurrences=tuple(keys.shown(of_events[at]) for at in range(len(record.events))),
        actors=tuple(keys.actor_name_key(actor) for actor in record.actors), related=_related(connection, row, set(of_events.values())),
        section=_section(connection, row),
    )  # fmt: skip


def _version(row: Row[Any], current: bool) -> Version:
    return Version(
        number=row.number, published=row.published, updated=row.updated, title=row.title, knowledge=row.knowledge, current=current
    )  # fmt: skip


def _copies(connection: Connection, row: Row[Any]) -> tuple[ArticleRow, ...]:
    family = select(likeness.c.family).where(likeness.c.article == row.id).scalar_subquery()
    found = select(likeness.c.article).where(likeness.c.family == family, likeness.c.article != row.id).order_by(likeness.c.article)
    return article_rows(connection, connection.execute(found).scalars().all())


def _related(connection: Connection, row: Row[Any], told: set[int]) -> tuple[ArticleRow, ...]:
    """Others that tell the same; those that have most in common first."""
    others = connection.execute(select(telling.c.article).where(telling.c.occurrence.in_(told), telling.c.article != row.id)).scalars().all()
    shared = sorted(set(others), key=lambda ident: (-others.count(ident), ident))
    return article_rows(connection, shared[:_SHOWN])


def _section(connection: Connection, row: Row[Any]) -> tuple[ArticleRow, ...]:
    """What else its outlet published in its section, nearest in time first."""
    if row.section is None or row.outlet is None:
        return ()
    same = select(article.c.id, article.c.day).where(article.c.outlet == row.outlet, article.c.section == row.section, article.c.id != row.id)
    before = connection.execute(same.where(article.c.day <= row.day).order_by(article.c.day.desc(), article.c.id).limit(_SHOWN)).all()
    after = connection.execute(same.where(or_(article.c.day > row.day)).order_by(article.c.day, article.c.id).limit(_SHOWN)).all()
    nearest: list[Any] = sorted([*before, *after], key=lambda r: (abs(r.day - row.day), r.id))
    return article_rows(connection, [r.id for r in nearest[:_SHOWN]])
