"""A small production made once a run and copied for each test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.pipeline.stand_ins import make_production, open_production

from secondunit.pipeline.queries import View


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "production"
    folder.mkdir()
    make_production(folder)
    return folder


@pytest.fixture
def folder(made_once: Path, tmp_path: Path) -> Path:
    """The folder of a small production that has been through every stage, to change."""
    return Path(shutil.copytree(made_once, tmp_path / "production"))


@pytest.fixture
def production(folder: Path) -> View:
    """That production, open."""
    return open_production(folder)
