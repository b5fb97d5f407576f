"""Productions made once a run and copied for each test that changes them."""

from __future__ import annotations

import gc
import shutil
from pathlib import Path

import pytest

from secondunit.entrypoints.cli.app import run

ROOT = Path(__file__).parents[2]
WHITE = ROOT / "examples" / "right-ear-home.fountain"
BLUE = ROOT / "examples" / "right-ear-home-blue.fountain"
FIRST_CUT = "EXT. BELL HOUSE - YARD - DAY #4#"


@pytest.fixture(scope="session")
def script(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first three scenes of the worked production: quick enough for every stage."""
    path = tmp_path_factory.mktemp("script") / "three-scenes.fountain"
    path.write_text(WHITE.read_text(encoding="utf-8").split(FIRST_CUT)[0], encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def made(script: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Those three scenes through every stage."""
    folder = tmp_path_factory.mktemp("made") / "production"
    assert run(["produce", str(script), "--out", str(folder), "--json"]) == 0
    return folder


@pytest.fixture
def production(made: Path, tmp_path: Path) -> Path:
    """A copy to change."""
    return _copy(made, tmp_path / "production")


@pytest.fixture(scope="session")
def worked_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("worked") / "production"
    arguments = ["--out", str(folder), "--through", "shots", "--json"]
    assert run(["produce", str(WHITE), *arguments]) == 0
    return folder


@pytest.fixture
def worked(worked_once: Path, tmp_path: Path) -> Path:
    """The whole worked production through the shot list, to change."""
    return _copy(worked_once, tmp_path / "worked")


def _copy(folder: Path, target: Path) -> Path:
    """A copy of a production that nobody works on: its database is one file then."""
    gc.collect()
    return Path(shutil.copytree(folder, target, ignore=shutil.ignore_patterns("*-shm")))
