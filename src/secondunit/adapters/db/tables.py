"""The tables. Every row belongs to one production; rows are appended, not changed."""

from __future__ import annotations

from sqlalchemy import Column, Integer, LargeBinary, MetaData, String, Table, Text, UniqueConstraint

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
"""How indexes and constraints are called."""

METADATA = MetaData(naming_convention=NAMING)

PRODUCTION = Table(
    "production",
    METADATA,
    Column("id", String(40), primary_key=True),
    Column("title", Text, nullable=False),
    Column("created_at", String(20), nullable=False),
)

DRAFT = Table(
    "draft",
    METADATA,
    Column("production", String(40), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("source", String(64), nullable=False),
    Column("script", String(64), nullable=False),
    Column("findings", Text, nullable=False),
    Column("added_at", String(20), nullable=False),
)

ANSWER = Table(
    "answer",
    METADATA,
    Column("production", String(40), primary_key=True),
    Column("ask", String(64), primary_key=True),
    Column("kind", String(40), nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("at", String(20), nullable=False),
)

PROPOSAL = Table(
    "proposal",
    METADATA,
    Column("sequence", Integer, primary_key=True, autoincrement=True),
    Column("production", String(40), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("stage", String(60), nullable=False, index=True),
    Column("version", Integer, nullable=False),
    Column("inputs", String(64), nullable=False),
    Column("body", LargeBinary, nullable=False),
)

RUN = Table(
    "run",
    METADATA,
    Column("sequence", Integer, primary_key=True, autoincrement=True),
    Column("production", String(40), nullable=False),
    Column("stage", String(60), nullable=False),
    Column("proposal", String(64), nullable=False),
    Column("at", String(20), nullable=False),
    Column("milliseconds", Integer, nullable=False),
    Column("cost_minor", Integer, nullable=False),
    Column("cost_currency", String(3), nullable=False),
    Column("asks", Integer, nullable=False),
    Column("asked", Integer, nullable=False),
)

JOURNAL = Table(
    "journal",
    METADATA,
    Column("production", String(40), primary_key=True),
    Column("sequence", Integer, primary_key=True),
    Column("kind", String(40), nullable=False),
    Column("at", String(20), nullable=False),
    Column("by", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
)

FACT = Table(
    "fact",
    METADATA,
    Column("sequence", Integer, primary_key=True, autoincrement=True),
    Column("production", String(40), nullable=False),
    Column("stage", String(60), nullable=False, index=True),
    Column("item", String(80), nullable=False),
    Column("entry", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
    UniqueConstraint("production", "item", "entry"),
)

PUBLICATION = Table(
    "publication",
    METADATA,
    Column("production", String(40), primary_key=True),
    Column("path", String(200), primary_key=True),
    Column("stage", String(60), nullable=False),
    Column("key", String(64), nullable=False),
    Column("media", String(64), nullable=False),
    Column("byte_count", Integer, nullable=False),
    Column("media_type", String(80), nullable=False),
)

CHAINED_LOG = Table(
    "chained_log",
    METADATA,
    Column("production", String(40), primary_key=True),
    Column("log", String(20), primary_key=True),
    Column("sequence", Integer, primary_key=True),
    Column("kind", String(40), nullable=False),
    Column("at", String(20), nullable=False),
    Column("by", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
)
"""Logs beside the journal: the title's rights, and every call that left the building."""
