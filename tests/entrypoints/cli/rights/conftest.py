"""A production where rights can be signed, without anything drawn."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from secondunit.adapters.db.engine import open_engine
from secondunit.adapters.db.records import create_production
from secondunit.entrypoints.cli.app import run
from secondunit.ports.records import Production

Say = Callable[..., int]

LEGAL = ("--as", "Lea Roy", "--role", "legal")


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A production with no script in it."""
    folder = tmp_path / "production"
    folder.mkdir()
    made = Production(id="two-rooms", title="Two Rooms", created_at="2026-11-25T12:00:00Z")
    create_production(open_engine(folder), made)
    return folder


@pytest.fixture
def say(bare: Path) -> Say:
    """Runs a command of rights on that production."""

    def command(*words: str) -> int:
        return run(["rights", *words, "--out", str(bare)])

    return command


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A signed paper."""
    file = tmp_path / "signed.pdf"
    file.write_bytes(b"%PDF-1.7 signed")
    return file
