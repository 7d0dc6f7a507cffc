"""The search index: every word of title and text by its light stem, so that ``وزير`` finds ``ولوزيرها`` however it is spelt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, column, select, text

from rawi.arabic.letters import fold
from rawi.arabic.light import stems
from rawi.chronicle.schema import article, occurrence, telling

RANKED = 10_000  # articles that one search ranks at the most, the latest added
LATEST = 2_000  # articles by whose words occurrences are found, where more hold them
Stems = tuple[int, str, str]  # an article's number, the stems of its title, those of its body

_SQLITE_ADD = text("INSERT INTO words(rowid, title, body) VALUES (:seq, :title, :body)")
_SQLITE_REMOVE = text("INSERT INTO words(words, rowid, title, body) VALUES ('delete', :seq, :title, :body)")
_POSTGRES_ADD = text(
    "INSERT INTO words(seq, content) VALUES (:seq, setweight(to_tsvector('simple', :title), 'A') || setweight(to_tsvector('simple', :body), 'D'))"
)
_POSTGRES_REMOVE = text("DELETE FROM words WHERE seq = :seq")


def add(connection: Connection, articles: Sequence[Stems]) -> None:
    """Make articles findable."""
    _run(connection, _SQLITE_ADD if connection.dialect.name == "sqlite" else _POSTGRES_ADD, articles)


def remove(connection: Connection, articles: Sequence[Stems]) -> None:
    """Take articles out again; their stems must be those that they were added with."""
    if connection.dialect.name == "sqlite":
        _run(connection, _SQLITE_REMOVE, articles)
    elif articles:
        connection.execute(_POSTGRES_REMOVE, [{"seq": seq} for seq, _, _ in articles])


def _run(connection: Connection, statement: object, articles: Sequence[Stems]) -> None:
    if articles:
        connection.execute(statement, [{"seq": seq, "title": title, "body": body} for seq, title, body in articles])  # type: ignore[call-overload]


# --- asking --------------------------------------------------------------------------------------------------------------------


def query_of(asked: str, connection: Connection) -> str | None:
    """What the index is asked for: all words, those in quotes as a phrase; None where there is no word."""
    phrases = []
    for at, part in enumerate(re.split(r'"', fold(asked))):
        found = stems(part)
        phrases += [found] if at % 2 and found else [[word] for word in found]
    if not phrases:
        return None
    if connection.dialect.name == "sqlite":
        return " ".join(f'"{" ".join(phrase)}"' for phrase in phrases)
    return " & ".join("(" + " <-> ".join(f"'{word}'" for word in phrase) + ")" for phrase in phrases)


def oldest_ranked(connection: Connection, query: str) -> int:
    """Of a word that very many articles hold only the latest added are ranked: the number that these are above."""
    at = connection.execute(text(f"{_found_by(connection)} ORDER BY {_number(connection)} DESC LIMIT 1 OFFSET {RANKED}"), {"q": query}).scalar()
    return int(at) if at is not None else -1


def matching_articles(connection: Connection, asked: str) -> Select[Any] | None:
    """The ids of all articles that a search finds, as a statement; None where nothing was asked for."""
    query = query_of(asked, connection)
    return None if query is None else select(article.c.id).where(article.c.seq.in_(_numbers(connection, query)))


def matching_occurrences(connection: Connection, asked: str) -> ColumnElement[bool] | None:
    """That an article which a search finds tells of an occurrence, as a condition; None where nothing was asked for.

    Of words that very many articles hold only the latest added are looked at.
    """
    query = query_of(asked, connection)
    if query is None:
        return None
    latest = text(f"{_found_by(connection)} ORDER BY {_number(connection)} DESC LIMIT {LATEST}").bindparams(q=query).columns(column("seq"))
    told = select(telling.c.occurrence).join(article, article.c.id == telling.c.article).where(article.c.seq.in_(latest))
    return occurrence.c.id.in_(told)


def _numbers(connection: Connection, query: str) -> Any:
    return text(_found_by(connection)).bindparams(q=query).columns(column("seq"))


def _number(connection: Connection) -> str:
    return "rowid" if connection.dialect.name == "sqlite" else "seq"


def _found_by(connection: Connection) -> str:
    if connection.dialect.name == "sqlite":
        return "SELECT rowid AS seq FROM words WHERE words MATCH :q"
    return "SELECT seq FROM words WHERE content @@ CAST(:q AS tsquery)"
