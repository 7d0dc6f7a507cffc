"""The tables, the same on SQLite and PostgreSQL.

    outlet    article ─ version             what was published, every text that an article has had, with its record
                 │  └── likeness, shingle   which articles have nearly the same text
    actor ─── named                         who is named where, how
              telling                       every event of a current record
                 │  └── reach               where joining looks for tellings of the same thing
                 │  └── link, pin           what was joined or split by hand, or is one by its wording
              occurrence                    what happened, once: computed from its tellings
                 │  └── mark                what an occurrence is found by
              weekly, acted, carried, tally   counts, kept as tellings and occurrences change

Ids are made of what they name (:mod:`rawi.chronicle.keys`). Days are proleptic ordinals (``date.toordinal``).
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Float, Index, Integer, LargeBinary, MetaData, Table, Text

metadata = MetaData()

outlet = Table(
    "outlet", metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("country", Text),
)  # fmt: skip

article = Table(
    "article", metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),  # small and dense, for the search index
    Column("id", BigInteger, nullable=False, unique=True),
    Column("version", BigInteger, nullable=False),  # the current one
    Column("text", BigInteger, nullable=False, index=True),  # its text in its outlet
    Column("outlet", BigInteger),
    Column("url", Text),
    Column("title", Text),
    Column("published", Text),
    Column("day", Integer, nullable=False),  # of publication, 0 where none is told
    Column("section", Text),
    Column("events", Integer, nullable=False),
    Column("knowledge", Text, nullable=False),
    Index("article_by_day", "day", "id"),
    Index("article_by_outlet", "outlet", "day", "id"),
    Index("article_by_knowledge", "knowledge"),
)  # fmt: skip

version = Table(
    "version", metadata,
    Column("article", BigInteger, primary_key=True),
    Column("id", BigInteger, primary_key=True),
    Column("number", Integer, nullable=False),  # in the order of arrival
    Column("published", Text),
    Column("updated", Text),
    Column("title", Text),
    Column("knowledge", Text, nullable=False),
    Column("record", LargeBinary, nullable=False),
)  # fmt: skip

likeness = Table(
    "likeness", metadata,
    Column("article", BigInteger, primary_key=True, autoincrement=False),
    Column("family", BigInteger, nullable=False, index=True),  # the smallest id of the articles of nearly this text
    Column("day", Integer, nullable=False),
    Column("copied", Boolean, nullable=False),  # whether the family has others
    Column("size", Integer, nullable=False),
    Column("sketch", LargeBinary, nullable=False),
)  # fmt: skip

shingle = Table(
    "shingle", metadata,
    Column("span", Integer, primary_key=True),  # day // SPAN: articles of one time stand together, and what is added together with them
    Column("hash", BigInteger, primary_key=True),
    Column("day", Integer, primary_key=True),
    Column("article", BigInteger, primary_key=True),
    sqlite_with_rowid=False,
)  # fmt: skip

actor = Table(
    "actor", metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("key", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False, index=True),
    Column("latin", Text),
    Column("country", Text),
    Column("sector", Text),
    Column("articles", Integer, nullable=False),
)  # fmt: skip

named = Table(
    "named", metadata,
    Column("actor", BigInteger, primary_key=True),
    Column("day", Integer, primary_key=True),
    Column("article", BigInteger, primary_key=True),
    Column("name", Text, nullable=False),
    Column("role", Text),
    Index("named_by_article", "article"),
    sqlite_with_rowid=False,
)  # fmt: skip

telling = Table(
    "telling", metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("article", BigInteger, nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("outlet", BigInteger),
    Column("published", Integer, nullable=False),
    Column("type", Text, nullable=False),
    Column("mode", Text),
    Column("status", Text, nullable=False),
    Column("first", Integer),
    Column("last", Integer),
    Column("date", Text),
    Column("date_from", Text),
    Column("place", Text),
    Column("actors", Text, nullable=False),  # ids, joined by blanks
    Column("recipients", Text, nullable=False),
    Column("chain", Text, nullable=False),
    Column("root", Text, nullable=False),  # whose word it is: tellings with one root are one voice
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("evidence", Text, nullable=False),
    Column("words", Text, nullable=False),  # stems of what it says
    Column("summary", Text, nullable=False),
    Column("rule", Text, nullable=False),
    Column("score", Float),
    Column("block", BigInteger, nullable=False, index=True),
    Column("cluster", BigInteger, nullable=False, index=True),
    Column("occurrence", BigInteger, nullable=False, index=True),
)  # fmt: skip

reach = Table(
    "reach", metadata,
    Column("key", BigInteger, primary_key=True),
    Column("first", Integer, primary_key=True),
    Column("last", Integer, primary_key=True),
    Column("block", BigInteger, primary_key=True, index=True),
    Column("loose", Boolean, nullable=False),
    sqlite_with_rowid=False,
)  # fmt: skip

link = Table(
    "link", metadata,
    Column("one", BigInteger, primary_key=True),
    Column("other", BigInteger, primary_key=True, index=True),
    Column("by", Text, nullable=False),  # hand or wording
    Column("note", Text, nullable=False),
)  # fmt: skip

pin = Table(
    "pin", metadata,
    Column("telling", BigInteger, primary_key=True, autoincrement=False),
    Column("apart", BigInteger, nullable=False),  # those split off together
    Column("note", Text, nullable=False),
)  # fmt: skip

occurrence = Table(
    "occurrence", metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),  # of its leading telling
    Column("day", Integer, nullable=False),  # the first that it may have happened on, else of publication
    Column("type", Text, nullable=False),
    Column("mode", Text),
    Column("status", Text, nullable=False),
    Column("date", Text),
    Column("date_from", Text),
    Column("place", Text),
    Column("actors", Text, nullable=False),
    Column("recipients", Text, nullable=False),
    Column("summary", Text, nullable=False),
    Column("evidence", Text, nullable=False),
    Column("article", BigInteger, nullable=False),
    Column("tellings", Integer, nullable=False),
    Column("outlets", Integer, nullable=False),
    Column("voices", Integer, nullable=False),
    Column("contested", Boolean, nullable=False),
    Column("score", Float),
    Column("marks", Text, nullable=False),  # as they stand in mark, by lines
    Index("occurrence_by_day", "day", "id"),
    Index("occurrence_by_type", "type", "day", "id"),
)  # fmt: skip

mark = Table(
    "mark", metadata,
    Column("mark", Text, primary_key=True),  # actor:…, country:…, dyad:…, source:…, outlet:…, place:…, voices:… (that many or more)
    Column("day", Integer, primary_key=True),
    Column("occurrence", BigInteger, primary_key=True),
    sqlite_with_rowid=False,
)  # fmt: skip

weekly = Table(
    "weekly", metadata,
    Column("week", Integer, primary_key=True),  # its Monday
    Column("type", Text, primary_key=True),
    Column("count", Integer, nullable=False),
    sqlite_with_rowid=False,
)  # fmt: skip

acted = Table(
    "acted", metadata,
    Column("level", Text, primary_key=True),  # country or actor
    Column("month", Integer, primary_key=True),  # its first day; 0 for all time
    Column("actor", Text, primary_key=True),
    Column("recipient", Text, primary_key=True),
    Column("type", Text, primary_key=True),
    Column("count", Integer, nullable=False),
    Index("acted_on", "level", "recipient", "month"),
    sqlite_with_rowid=False,
)  # fmt: skip

carried = Table(
    "carried", metadata,
    Column("month", Integer, primary_key=True),  # of publication, as in acted
    Column("outlet", BigInteger, primary_key=True),
    Column("root", Text, primary_key=True),
    Column("count", Integer, nullable=False),
    sqlite_with_rowid=False,
)  # fmt: skip

tally = Table(
    "tally", metadata,
    Column("kind", Text, primary_key=True),
    Column("value", Text, primary_key=True),
    Column("count", Integer, nullable=False),
    sqlite_with_rowid=False,
)  # fmt: skip
