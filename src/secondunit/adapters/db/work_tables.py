"""The tables of work that outlives a command: takes, spending, workers and calls."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, String, Table, Text

from secondunit.adapters.db.tables import METADATA

__all__ = ["CALL", "CHARGE", "CHARGE_EVENT", "METADATA", "PACE", "SLOT", "SPENT", "TAKE"]

TAKE = Table(
    "take",
    METADATA,
    Column("production", String(40), primary_key=True),
    Column("key", String(64), primary_key=True),
    Column("shot", String(80), nullable=False),
    Column("take", Integer, nullable=False),
    Column("state", String(20), nullable=False),
    Column("body", LargeBinary, nullable=False),
    Index("uq_take_production_shot_take", "production", "shot", "take", unique=True),
)

CHARGE = Table(
    "charge",
    METADATA,
    Column("production", String(40), primary_key=True),
    Column("key", String(64), primary_key=True),
    Column("title", String(80), nullable=False),
    Column("account", String(80), nullable=False),
    Column("currency", String(3), nullable=False),
    Column("reserved", BigInteger, nullable=False),
    Column("actual", BigInteger, nullable=False),
    Column("counted", BigInteger, nullable=False),
    Column("state", String(20), nullable=False),
    Column("token", BigInteger, nullable=False),
    Column("send_by", BigInteger, nullable=False),
    Column("handle", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("at", String(24), nullable=False),
    Column("changed_at", String(24), nullable=False),
    Index("ix_charge_production_state", "production", "state"),
)
"""What every paid call was reserved for and cost; amounts in millionths of a minor unit."""

CHARGE_EVENT = Table(
    "charge_event",
    METADATA,
    Column("sequence", Integer, primary_key=True, autoincrement=True),
    Column("production", String(40), nullable=False),
    Column("key", String(64), nullable=False, index=True),
    Column("state", String(20), nullable=False),
    Column("amount", BigInteger, nullable=False),
    Column("by", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("at", String(24), nullable=False),
)

SPENT = Table(
    "spent",
    METADATA,
    Column("production", String(40), primary_key=True),
    Column("scope", String(80), primary_key=True),
    Column("currency", String(3), primary_key=True),
    Column("counted", BigInteger, nullable=False),
)
"""Running totals by scope: the row that a reservation locks while it looks at a cap."""

SLOT = Table(
    "slot",
    METADATA,
    Column("production", String(40), primary_key=True),
    Column("name", String(20), primary_key=True),
    Column("holder", String(80), nullable=False),
    Column("token", BigInteger, nullable=False),
    Column("until", BigInteger, nullable=False),
    Column("host", Text, nullable=False),
    Column("pid", Integer, nullable=False),
)
"""A worker's lease on its slot, in milliseconds of the database's clock."""

PACE = Table(
    "pace",
    METADATA,
    Column("production", String(40), primary_key=True),
    Column("account", String(80), primary_key=True),
    Column("calls", Integer, nullable=False),
    Column("window_ms", BigInteger, nullable=False),
    Column("blocked_until", BigInteger, nullable=False),
)
"""How often an account may be called: so many calls in any window of milliseconds."""

CALL = Table(
    "call",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("production", String(40), nullable=False),
    Column("account", String(80), nullable=False),
    Column("ended", BigInteger, nullable=False),
    Index("ix_call_production_account_ended", "production", "account", "ended"),
)
"""Calls that still count against an account's pace; one under way ends at its deadline."""
