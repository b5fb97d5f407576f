"""Takes, spending, workers and calls.

Revision ID: 0002
Revises: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def _key(name: str, length: int) -> sa.Column[str]:
    return sa.Column(name, sa.String(length), primary_key=True)


def _text(name: str, length: int | None = None) -> sa.Column[str]:
    return sa.Column(name, sa.String(length) if length else sa.Text(), nullable=False)


def _count(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _big(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), nullable=False)


def _sequence(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), primary_key=True, autoincrement=True)


def upgrade() -> None:
    """Make the tables of work that outlives a command."""
    _takes_and_charges()
    op.create_table(
        "slot",
        _key("production", 40),
        _key("name", 20),
        _text("holder", 80),
        _big("token"),
        _big("until"),
        _text("host"),
        _count("pid"),
    )
    op.create_table(
        "pace",
        _key("production", 40),
        _key("account", 80),
        _count("calls"),
        _big("window_ms"),
        _big("blocked_until"),
    )
    op.create_table(
        "call", _sequence("id"), _text("production", 40), _text("account", 80), _big("ended")
    )
    op.create_index("ix_call_production_account_ended", "call", ["production", "account", "ended"])


def _takes_and_charges() -> None:
    op.create_table(
        "take",
        _key("production", 40),
        _key("key", 64),
        _text("shot", 80),
        _count("take"),
        _text("state", 20),
        sa.Column("body", sa.LargeBinary(), nullable=False),
    )
    op.create_index(
        "uq_take_production_shot_take", "take", ["production", "shot", "take"], unique=True
    )
    op.create_table(
        "charge",
        _key("production", 40),
        _key("key", 64),
        _text("title", 80),
        _text("account", 80),
        _text("currency", 3),
        _big("reserved"),
        _big("actual"),
        _big("counted"),
        _text("state", 20),
        _big("token"),
        _big("send_by"),
        _text("handle"),
        _text("subject"),
        _text("by"),
        _text("note"),
        _text("at", 24),
        _text("changed_at", 24),
    )
    op.create_index("ix_charge_production_state", "charge", ["production", "state"])
    op.create_table(
        "charge_event",
        _sequence("sequence"),
        _text("production", 40),
        _text("key", 64),
        _text("state", 20),
        _big("amount"),
        _text("by"),
        _text("note"),
        _text("at", 24),
    )
    op.create_index("ix_charge_event_key", "charge_event", ["key"])
    op.create_table(
        "spent",
        _key("production", 40),
        _key("scope", 80),
        _key("currency", 3),
        _big("counted"),
    )
