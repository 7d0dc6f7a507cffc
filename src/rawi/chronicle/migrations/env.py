"""What alembic runs to migrate: on the connection that it was given, in that connection's transaction."""

from __future__ import annotations

from alembic import context
from sqlalchemy import Connection

from rawi.chronicle.schema import metadata

connection: Connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, transactional_ddl=False)
context.run_migrations()
