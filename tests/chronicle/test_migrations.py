"""The revisions make the tables that the code expects, on both databases."""

from __future__ import annotations

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Index, Table

from rawi.chronicle import Chronicle
from rawi.chronicle.migrating import configuration
from rawi.chronicle.schema import metadata
from rawi.chronicle.store import HEAD


def test_the_newest_revision_is_the_one_that_is_looked_for() -> None:
    assert ScriptDirectory.from_config(configuration()).get_heads() == [HEAD]


def test_the_revisions_make_the_schema(chronicle: Chronicle) -> None:
    """The search index is not in the schema, for each database has its own."""
    with chronicle.store.reading() as connection:
        context = MigrationContext.configure(connection)
        differences = [d for d in compare_metadata(context, metadata) if not _of_the_search_index(d[1])]
        assert differences == []


def _of_the_search_index(thing: object) -> bool:
    """Whether a table is one of the search index's, or an index is on one."""
    table = thing.table if isinstance(thing, Index) else thing
    return isinstance(table, Table) and table.name.startswith("words")
