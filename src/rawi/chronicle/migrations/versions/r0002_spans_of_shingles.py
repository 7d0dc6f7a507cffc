"""Shingles by spans of days, so that adding articles of one time touches few pages of the table."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_SPAN = 32  # days, as rawi.chronicle.likeness has it


def upgrade() -> None:
    """Make the table anew with what it held."""
    op.rename_table("shingle", "shingle_before")
    op.create_table(
        "shingle",
        sa.Column("span", sa.Integer(), nullable=False),
        sa.Column("hash", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("article", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("span", "hash", "day", "article"),
        sqlite_with_rowid=False,
    )
    op.execute(f"INSERT INTO shingle (span, hash, day, article) SELECT day / {_SPAN}, hash, day, article FROM shingle_before")
    op.drop_table("shingle_before")
