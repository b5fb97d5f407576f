"""People, sessions, roles, invitations.

Revision ID: 0001
Revises:
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def _text(name: str, length: int | None = None) -> sa.Column[str]:
    return sa.Column(name, sa.String(length) if length else sa.Text(), nullable=False)


def _key(name: str, length: int = 40) -> sa.Column[str]:
    return sa.Column(name, sa.String(length), primary_key=True)


def _mark(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False)


def upgrade() -> None:
    """Make the four tables of the studio."""
    op.create_table(
        "person",
        _key("id"),
        sa.Column("email", sa.String(254), nullable=False, unique=True),
        _text("name"),
        _mark("owner"),
        _text("language", 20),
        _mark("active"),
        _text("password"),
    )
    op.create_table(
        "session",
        _key("token", 64),
        sa.Column("person", sa.String(40), nullable=False, index=True),
        _text("csrf", 64),
        _text("begun_at", 20),
        _text("seen_at", 20),
        _text("expires_at", 20),
        _text("agent"),
    )
    op.create_table(
        "membership",
        _key("person"),
        sa.Column("title", sa.String(40), primary_key=True, index=True),
        _key("role"),
        _text("by", 40),
        _text("at", 20),
        _text("expires_at", 20),
    )
    op.create_table(
        "invite",
        _key("token", 64),
        _text("email", 254),
        sa.Column("title", sa.String(40), nullable=False, index=True),
        _text("role", 40),
        _text("by", 40),
        _text("at", 20),
        _text("expires_at", 20),
        _text("used_at", 20),
    )
