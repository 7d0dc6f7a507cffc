"""Searching: articles by rank, with what was searched for marked in title and text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Column, Connection, Float, Integer, Row, Select, TextClause, select, text

from rawi.arabic.letters import fold_keeping_offsets
from rawi.arabic.light import stems, stems_of_folded, stems_where, stretch
from rawi.chronicle import asking, keys, searching
from rawi.chronicle.results import Filter, Hit, Page, Piece
from rawi.chronicle.schema import article
from rawi.chronicle.showing import records_of
from rawi.errors import UsageError

_SNIPPET = 30  # words
_TITLE_WEIGHS = 4.0
_SQLITE = f"SELECT rowid AS seq, bm25(words, {_TITLE_WEIGHS}, 1.0) AS score FROM words WHERE words MATCH :q AND rowid > :above"
_POSTGRES = "SELECT seq, -ts_rank_cd(content, CAST(:q AS tsquery), 1) AS score FROM words WHERE content @@ CAST(:q AS tsquery) AND seq > :above"


def search(connection: Connection, asked: str, filter: Filter, cursor: str | None, limit: int) -> Page[Hit]:
    """Articles that hold all words asked for (those in quotes together), the best first. Raises :class:`UsageError` where no word is given."""
    limit = asking.checked_limit(limit)
    start = _start(cursor)
    query = searching.query_of(asked, connection)
    if query is None:
        raise UsageError(f"«{asked}»: no word to search for")
    rows = connection.execute(_statement(connection, query, filter).limit(limit + 1).offset(start)).all()
    return Page(rows=_hits(connection, rows[:limit], set(stems(asked))), next=str(start + limit) if len(rows) > limit else None)


def _start(cursor: str | None) -> int:
    if cursor is None:
        return 0
    if not re.fullmatch(r"\d{1,6}", cursor):
        raise UsageError(f"{cursor}: no cursor; take it from the page before")
    return int(cursor)


def _statement(connection: Connection, query: str, filter: Filter) -> Select[Any]:
    above = searching.oldest_ranked(connection, query)
    wanted: TextClause = text(_SQLITE if connection.dialect.name == "sqlite" else _POSTGRES).bindparams(q=query, above=above)
    found = wanted.columns(Column("seq", Integer), Column("score", Float)).subquery()
    statement = select(article.c.id).join(found, found.c.seq == article.c.seq)
    by_article, by_event = asking.parted(filter)
    statement = statement.where(*asking.about_article(by_article))
    if by_event != Filter():
        statement = statement.where(article.c.id.in_(asking.telling_of(connection, by_event)))
    return statement.order_by(found.c.score, article.c.day.desc(), article.c.id)


# --- what is shown -------------------------------------------------------------------------------------------------------------


def _hits(connection: Connection, rows: Sequence[Row[Any]], wanted: set[str]) -> tuple[Hit, ...]:
    idents = [row.id for row in rows]
    records = records_of(connection, idents)
    return tuple(
        Hit(article=row, title=marked(row.title or "", wanted), snippet=snippet("\n".join(record.article.paragraphs), wanted))
        for row in asking.article_rows(connection, idents)
        if (record := records[keys.given(row.id)])
    )


def marked(shown: str, wanted: set[str]) -> tuple[Piece, ...]:
    """A text in pieces, those that are one of the stems wanted marked as hits."""
    pieces: list[Piece] = []
    at = 0
    for stem, start, end in stems_where(fold_keeping_offsets(shown)):
        if stem in wanted:
            if start > at:
                pieces.append(Piece(text=shown[at:start], hit=False))
            pieces.append(Piece(text=shown[start:end], hit=True))
            at = end
    return (*pieces, Piece(text=shown[at:], hit=False)) if at < len(shown) else tuple(pieces)


def snippet(body: str, wanted: set[str]) -> tuple[Piece, ...]:
    """The stretch of a text that holds most of the stems wanted, marked; ``…`` where it begins or ends within the text."""
    folded = fold_keeping_offsets(body)
    words = stems_of_folded(folded.text)
    if not words:
        return ()
    hits = [at for at, stem in enumerate(words) if stem in wanted]
    best = max(hits, key=lambda at: (len({words[h] for h in hits if at <= h < at + _SNIPPET}), -at), default=0)
    first = max(0, best - 4)
    last = min(len(words), first + _SNIPPET)
    start, end = stretch(folded, first, last)
    before = f"…{body[start:end]}" if first else body[:end]
    shown = f"{before}…" if last < len(words) else before + body[end:]
    return marked(shown.replace("\n", " "), wanted)
