"""First tables.

Revision ID: 0001
Revises:
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def _key(length: int = 40) -> sa.Column[str]:
    return sa.Column("production", sa.String(length), primary_key=True)


def _text(name: str, length: int | None = None) -> sa.Column[str]:
    return sa.Column(name, sa.String(length) if length else sa.Text(), nullable=False)


def _count(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _bytes(name: str) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary(), nullable=False)


def _sequence() -> sa.Column[int]:
    return sa.Column("sequence", sa.Integer(), primary_key=True, autoincrement=True)


def upgrade() -> None:
    """Make the eight tables of version 0.1."""
    op.create_table(
        "production",
        sa.Column("id", sa.String(40), primary_key=True),
        _text("title"),
        _text("created_at", 20),
    )
    op.create_table(
        "draft",
        _key(),
        sa.Column("number", sa.Integer(), primary_key=True),
        _text("name"),
        _text("source", 64),
        _text("script", 64),
        _text("findings"),
        _text("added_at", 20),
    )
    op.create_table(
        "answer",
        _key(),
        sa.Column("ask", sa.String(64), primary_key=True),
        _text("kind", 40),
        _bytes("body"),
        _text("at", 20),
    )
    op.create_table(
        "proposal",
        _sequence(),
        _text("production", 40),
        _text("digest", 64),
        _text("stage", 60),
        _count("version"),
        _text("inputs", 64),
        _bytes("body"),
    )
    op.create_index("ix_proposal_stage", "proposal", ["stage"])
    op.create_table(
        "run",
        _sequence(),
        _text("production", 40),
        _text("stage", 60),
        _text("proposal", 64),
        _text("at", 20),
        _count("milliseconds"),
        _count("cost_minor"),
        _text("cost_currency", 3),
        _count("asks"),
        _count("asked"),
    )
    op.create_table(
        "journal",
        _key(),
        sa.Column("sequence", sa.Integer(), primary_key=True),
        _text("kind", 40),
        _text("at", 20),
        _text("by"),
        _text("body"),
        _text("previous", 64),
        _text("hash", 64),
    )
    op.create_table(
        "fact",
        _sequence(),
        _text("production", 40),
        _text("stage", 60),
        _text("item", 80),
        _count("entry"),
        _bytes("body"),
        sa.UniqueConstraint("production", "item", "entry", name="uq_fact_production_item_entry"),
    )
    op.create_index("ix_fact_stage", "fact", ["stage"])
    op.create_table(
        "publication",
        _key(),
        sa.Column("path", sa.String(200), primary_key=True),
        _text("stage", 60),
        _text("key", 64),
        _text("media", 64),
        _count("byte_count"),
        _text("media_type", 80),
    )
