"""A production of the worked script, made once, copied for each test that changes it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from secondunit.entrypoints.cli.app import run

ROOT = Path(__file__).parents[3]
WHITE = ROOT / "examples" / "right-ear-home.fountain"
BLUE = ROOT / "examples" / "right-ear-home-blue.fountain"


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "production"
    assert run(["produce", str(WHITE), "--out", str(folder), "--json"]) == 0
    return folder


@pytest.fixture
def production(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "production"))
