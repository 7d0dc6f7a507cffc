"""The tables as they first were, and the search index."""

from __future__ import annotations

from alembic import op

from rawi.chronicle.schema import metadata

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make all tables."""
    connection = op.get_bind()
    metadata.create_all(connection)
    if connection.dialect.name == "sqlite":
        op.execute("CREATE VIRTUAL TABLE words USING fts5(title, body, content='', tokenize=\"unicode61 remove_diacritics 0\")")
    else:
        op.execute("CREATE TABLE words (seq integer PRIMARY KEY, content tsvector NOT NULL)")
        op.execute("CREATE INDEX words_by_content ON words USING gin (content)")
