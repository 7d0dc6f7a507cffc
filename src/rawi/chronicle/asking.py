"""Asking for occurrences and articles: a filter becomes one statement that walks an index, newest first, and stops at the page's end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, Select, and_, exists, func, or_, select

from rawi.arabic.letters import fold
from rawi.chronicle import keys, naming, searching
from rawi.chronicle.days import asked_day
from rawi.chronicle.results import ArticleRow, Filter, OccurrenceRow, Page
from rawi.chronicle.schema import article, likeness, mark, occurrence, outlet, telling
from rawi.chronicle.store import in_parts
from rawi.chronicle.whom import Actors, ids_of
from rawi.errors import NotThereError, UsageError

MOST = 500  # rows of a page
MOST_VOICES = 10
STATUSES = ("actual", "future", "hypothetical", "negated", "historical")


def occurrences(connection: Connection, actors: Actors, asked: Filter, cursor: str | None, limit: int) -> Page[OccurrenceRow]:
    """A page of the occurrences asked for, newest day first."""
    limit = checked_limit(limit)
    found = matching(connection, asked)
    if found is None:
        return Page()
    statement, day, ident = found
    if cursor:
        at_day, at_id = read_cursor(cursor)
        statement = statement.where(or_(day < at_day, and_(day == at_day, ident < at_id)))
    rows = connection.execute(statement.order_by(day.desc(), ident.desc()).limit(limit + 1)).all()
    return Page(rows=shown(connection, actors, rows[:limit]), next=_following(rows, limit))


def matching(connection: Connection, asked: Filter) -> tuple[Select[Any], ColumnElement[int], ColumnElement[int]] | None:
    """The statement that selects occurrences, and the columns that order it; None where nothing can match."""
    marks = _marks(connection, asked)
    statement = select(occurrence)
    day, ident = occurrence.c.day, occurrence.c.id
    if marks:
        rarest, *others = sorted(marks, key=lambda name: naming.how_many(connection, name)) if len(marks) > 1 else marks
        statement = statement.join(mark, mark.c.occurrence == occurrence.c.id).where(mark.c.mark == rarest)
        day, ident = mark.c.day, mark.c.occurrence
        for name in others:
            also = mark.alias()
            statement = statement.where(exists().where(also.c.mark == name, also.c.day == occurrence.c.day, also.c.occurrence == occurrence.c.id))
    since, until = asked_day(asked.since), asked_day(asked.until)
    if since is not None:
        statement = statement.where(day >= since)
    if until is not None:
        statement = statement.where(day <= until)
    for column, value in ((occurrence.c.type, asked.type and asked.type.upper()), (occurrence.c.status, asked.status)):
        if value:
            statement = statement.where(column == value)
    if asked.min_score is not None:
        statement = statement.where(occurrence.c.score >= asked.min_score)
    if asked.text:
        told = searching.matching_occurrences(connection, asked.text)
        if told is None:
            return None
        statement = statement.where(told)
    return statement, day, ident


def _marks(connection: Connection, asked: Filter) -> list[str]:
    """The marks that an occurrence must have."""
    if asked.status and asked.status not in STATUSES:
        raise UsageError(f"{asked.status}: no status; give one of {', '.join(STATUSES)}")
    found = []
    if asked.actor:
        found.append(naming.party_mark(connection, asked.actor))
    if asked.dyad:
        found += dyad_marks([naming.party_mark(connection, who) for who in asked.dyad])
    if asked.source:
        found.append(naming.source_mark(connection, asked.source))
    if asked.outlet:
        found.append(f"outlet:{keys.outlet_key(asked.outlet)}")
    if asked.place:
        found.append(f"place:{place_value(asked.place)}")
    if asked.mode:
        found.append(f"mode:{asked.mode}")
    if asked.min_voices is not None and asked.min_voices > 1:
        found.append(f"voices:{min(asked.min_voices, MOST_VOICES)}")
    return list(dict.fromkeys(found))


def dyad_marks(parties: Sequence[str]) -> list[str]:
    """What occurrences between two parties are marked by: one mark for two countries, else both."""
    one, other = sorted(parties)
    if one.startswith("country:") and other.startswith("country:") and one != other:
        return [f"dyad:{one.removeprefix('country:')}-{other.removeprefix('country:')}"]
    return [one, other]


def place_value(place: str) -> str:
    """A place as marks hold it."""
    return " ".join(fold(place).split())


def shown(connection: Connection, actors: Actors, rows: Iterable[Row[Any]]) -> tuple[OccurrenceRow, ...]:
    """Rows of the table of occurrences, as lists show them."""
    rows = list(rows)
    known = actors.load(connection, {i for row in rows for text in (row.actors, row.recipients) for i in ids_of(text)})
    return tuple(
        OccurrenceRow(
            id=keys.shown(row.id), type=row.type, mode=row.mode, status=row.status, date=row.date, date_from=row.date_from, place=row.place,
            actors=tuple(known[i].shown for i in ids_of(row.actors)), recipients=tuple(known[i].shown for i in ids_of(row.recipients)),
            summary=row.summary, evidence=row.evidence, article=keys.shown(row.article), tellings=row.tellings, outlets=row.outlets,
            voices=row.voices, contested=bool(row.contested), score=row.score,
        )
        for row in rows
    )  # fmt: skip


# --- articles ------------------------------------------------------------------------------------------------------------------


def articles(connection: Connection, asked: Filter, cursor: str | None, limit: int) -> Page[ArticleRow]:
    """A page of the articles asked for, newest first. An actor or act that is asked for is one that the article tells of."""
    limit = checked_limit(limit)
    by_article, by_event = parted(asked)
    statement = select(article.c.id, article.c.day).where(*about_article(by_article))
    if by_event != Filter():
        statement = statement.where(article.c.id.in_(telling_of(connection, by_event)))
    if asked.text:
        among = searching.matching_articles(connection, asked.text)
        if among is None:
            return Page()
        statement = statement.where(article.c.id.in_(among))
    if cursor:
        day, ident = read_cursor(cursor)
        statement = statement.where(or_(article.c.day < day, and_(article.c.day == day, article.c.id < ident)))
    rows = connection.execute(statement.order_by(article.c.day.desc(), article.c.id.desc()).limit(limit + 1)).all()
    return Page(rows=article_rows(connection, [row.id for row in rows[:limit]]), next=_following(rows, limit))


def parted(asked: Filter) -> tuple[Filter, Filter]:
    """What a filter asks of an article itself (outlet, days), and what of the acts that it tells of."""
    own = Filter(outlet=asked.outlet, since=asked.since, until=asked.until)
    return own, msgspec.structs.replace(asked, outlet=None, since=None, until=None, text=None)


def about_article(asked: Filter) -> list[ColumnElement[bool]]:
    """The conditions that a filter puts on an article itself."""
    held: list[ColumnElement[bool]] = []
    since, until = asked_day(asked.since), asked_day(asked.until)
    if asked.outlet:
        held.append(article.c.outlet == keys.outlet_key(asked.outlet))
    if since is not None:
        held.append(article.c.day >= since)
    if until is not None:
        held.append(article.c.day <= until)
    return held


def telling_of(connection: Connection, asked: Filter) -> Select[Any]:
    """The ids of all articles that tell of what is asked for."""
    found = matching(connection, asked)
    assert found is not None  # only a search for nothing matches nothing
    return select(telling.c.article).where(telling.c.occurrence.in_(found[0].with_only_columns(occurrence.c.id)))


def _following(rows: Sequence[Any], limit: int) -> str | None:
    """The cursor behind the last row of a page, where there are more rows."""
    return f"{rows[limit - 1].day}-{keys.shown(rows[limit - 1].id)}" if len(rows) > limit else None


def article_rows(connection: Connection, idents: Sequence[int]) -> tuple[ArticleRow, ...]:
    """Articles as lists show them, in the order of their ids given."""
    found: dict[int, ArticleRow] = {}
    own, others = likeness.alias(), likeness.alias()
    copies = select(func.count()).select_from(others).where(others.c.family == own.c.family).scalar_subquery()
    for part in in_parts(set(idents)):
        columns = [article.c[name] for name in ("id", "title", "url", "published", "section", "events")]
        joined = article.outerjoin(outlet, outlet.c.id == article.c.outlet).outerjoin(own, own.c.article == article.c.id)
        statement = select(*columns, outlet.c.name.label("outlet"), copies.label("family")).select_from(joined)
        for row in connection.execute(statement.where(article.c.id.in_(part))):
            found[row.id] = ArticleRow(
                id=keys.shown(row.id), title=row.title, outlet=row.outlet, url=row.url, published=row.published, section=row.section,
                events=row.events, copies=max(row.family - 1, 0),
            )  # fmt: skip
    return tuple(found[ident] for ident in idents if ident in found)


def article_row(connection: Connection, ident: str) -> ArticleRow:
    """The article of this id. Raises :class:`NotThereError`."""
    rows = article_rows(connection, [keys.given(ident)])
    if not rows:
        raise NotThereError(f"{ident}: no article of this id in the chronicle")
    return rows[0]


# --- pages ---------------------------------------------------------------------------------------------------------------------


def checked_limit(limit: int) -> int:
    """How many rows a page may have. Raises :class:`UsageError` for less than one; more than :data:`MOST` are not given."""
    if limit < 1:
        raise UsageError(f"a page of {limit} rows; ask for 1 to {MOST}")
    return min(limit, MOST)


def read_cursor(cursor: str) -> tuple[int, int]:
    """The place that a cursor names. Raises :class:`UsageError` for what is none."""
    found = re.fullmatch(r"(\d{1,7})-([0-9a-f]{16})", cursor)
    if found is None:
        raise UsageError(f"{cursor}: no cursor; take it from the page before")
    return int(found[1]), int(found[2], 16)
