"""The tables of ``studio.db``."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, MetaData, String, Table, Text

from secondunit.adapters.db.tables import NAMING

METADATA = MetaData(naming_convention=NAMING)

PERSON = Table(
    "person",
    METADATA,
    Column("id", String(40), primary_key=True),
    Column("email", String(254), nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("owner", Boolean, nullable=False),
    Column("language", String(20), nullable=False),
    Column("active", Boolean, nullable=False),
    Column("password", Text, nullable=False),
)

SESSION = Table(
    "session",
    METADATA,
    Column("token", String(64), primary_key=True),
    Column("person", String(40), nullable=False, index=True),
    Column("csrf", String(64), nullable=False),
    Column("begun_at", String(20), nullable=False),
    Column("seen_at", String(20), nullable=False),
    Column("expires_at", String(20), nullable=False),
    Column("agent", Text, nullable=False),
)

MEMBERSHIP = Table(
    "membership",
    METADATA,
    Column("person", String(40), primary_key=True),
    Column("title", String(40), primary_key=True, index=True),
    Column("role", String(40), primary_key=True),
    Column("by", String(40), nullable=False),
    Column("at", String(20), nullable=False),
    Column("expires_at", String(20), nullable=False),
)

INVITE = Table(
    "invite",
    METADATA,
    Column("token", String(64), primary_key=True),
    Column("email", String(254), nullable=False),
    Column("title", String(40), nullable=False, index=True),
    Column("role", String(40), nullable=False),
    Column("by", String(40), nullable=False),
    Column("at", String(20), nullable=False),
    Column("expires_at", String(20), nullable=False),
    Column("used_at", String(20), nullable=False),
)
